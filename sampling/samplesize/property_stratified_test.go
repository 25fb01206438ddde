package samplesize

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
)

// drawStrata generates strata, some of them small against their spread; typed ones, or probes with roots of all kinds.
func drawStrata(t *rapid.T) []Stratum {
	var strata []Stratum
	probes := rapid.Bool().Draw(t, "probes")
	for i := range rapid.IntRange(1, 5).Draw(t, "strata") {
		s := Stratum{Name: fmt.Sprint(i), Universe: rapid.OneOf(rapid.Int64Range(3, 30), rapid.Int64Range(3, 100_000)).
			Draw(t, "universe")}
		if probes {
			for range 3 {
				s.Overpayments = append(s.Overpayments, decimal.New(rapid.Int64Range(0, 900).Draw(t, "value"), 0))
			}
			s.Overpayments[0] = dec("5") // a mean above 0
		} else {
			mean := decimal.New(rapid.Int64Range(1, 100_000).Draw(t, "mean"), -2)
			deviation := decimal.New(rapid.Int64Range(0, 1_000_000).Draw(t, "deviation"), -2)
			s.MeanOverpayment, s.OverpaymentDeviation = &mean, &deviation
		}
		strata = append(strata, s)
	}
	return strata
}

func mustLayers(t *rapid.T, strata []Stratum) layers {
	l, err := newLayers(strata)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestStratifiedGrows: the total grows as the precision tightens and the level rises. (A single stratum need not, for
// what another leaves over at its universe.) No stratum exceeds its universe, none is below its part, and the total is
// the sum.
func TestStratifiedGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Stratified{Strata: drawStrata(t), SizeAgain: rapid.Bool().Draw(t, "again")}
		if rapid.Bool().Draw(t, "proportional") {
			s.Allocation = Proportional
		}
		level, precision := drawFraction(t, "level", 5000, 9990), drawFraction(t, "precision", 2, 9990)
		s.Levels = []decimal.Decimal{level, level.Add(dec("0.0009"))}
		s.Precisions = []decimal.Decimal{precision, precision.Sub(dec("0.0001"))}
		table := mustStratified(t, s)
		total := table.TotalSize.Rows
		if total[0][1].Size < total[0][0].Size || total[1][0].Size < total[0][0].Size ||
			total[0][1].Unrounded.Cmp(total[0][0].Unrounded) < 0 || total[1][0].Unrounded.Cmp(total[0][0].Unrounded) < 0 {
			t.Fatalf("%+v", total)
		}
		for i, row := range total {
			for k, c := range row {
				sum, cut := int64(0), false
				for j, one := range table.Strata {
					part := one.Rows[i][k]
					sum += part.Size
					cut = cut || part.Full
					if part.Size < 0 || part.Size > s.Strata[j].Universe || part.RoundedDown ||
						part.Unrounded.Cmp(decimal.New(part.Size, 0)) > 0 || part.Full && part.Size != s.Strata[j].Universe {
						t.Fatalf("%+v", part)
					}
				}
				if sum != c.Size || sum > table.Universe {
					t.Fatalf("%d, %+v", sum, c)
				}
				if s.SizeAgain || !cut { // the sizes give the precision
					sizes := make([]int64, len(table.Strata))
					for j := range sizes {
						sizes[j] = table.Strata[j].Rows[i][k].Size
					}
					e, err := s.Precision(sizes, s.Levels[k])
					if err != nil || e.Size != sum || e.Precision.Cmp(s.Precisions[i]) > 0 {
						t.Fatalf("%+v, wanted %s, %v", e, s.Precisions[i], err)
					}
				}
			}
		}
	})
}

// TestOneStratumIsAProbe: one stratum needs the unrounded size of a probe, rounded up.
func TestOneStratumIsAProbe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProbe(t, 1_000_000)
		p.Levels = []decimal.Decimal{drawFraction(t, "level", 5000, 9990)}
		p.Precisions = []decimal.Decimal{drawFraction(t, "precision", 2, 9990)}
		want := mustTable(t, p)
		if want.StandardDeviation.IsZero() {
			return
		}
		got := mustStratified(t, Stratified{
			Strata: []Stratum{{Name: "all", Universe: p.Universe, Overpayments: p.Overpayments}},
			Levels: p.Levels, Precisions: p.Precisions,
		})
		a, b := want.Rows[0][0], got.Strata[0].Rows[0][0]
		up := a.Size
		if a.RoundedDown {
			up++
		}
		if !a.Unrounded.Equal(b.Unrounded) || b.Size != up || got.TotalSize.Rows[0][0].Size != up ||
			!got.StandardDeviation.IsPositive() || !got.Mean.Equal(want.Mean) {
			t.Fatalf("%+v, %+v", a, b)
		}
	})
}

// TestKnownAddsUp: the parts before rounding add up to the total, unless strata that do not vary are left over; after
// it they are off by at most half a unit a stratum. Every part is nearest to its unrounded value.
func TestKnownAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := StratifiedKnown{Strata: drawStrata(t), Levels: decs("0.9")}
		l := mustLayers(t, s.Strata)
		room := int64(0)
		for _, one := range l.list {
			if one.variance.Sign() > 0 {
				room += one.universe
			}
		}
		if room == 0 {
			return
		}
		s.Size = rapid.Int64Range(1, room).Draw(t, "size")
		got := mustKnown(t, s)
		sum, rounded := new(big.Rat), int64(0)
		for i, one := range got.Strata {
			sum.Add(sum, exact.Rat(one.Unrounded))
			rounded += one.Size
			off := new(big.Rat).Sub(exact.Rat(one.Unrounded), exact.Int(one.Size))
			if off.Abs(off).Cmp(big.NewRat(1, 2)) > 0 || one.Size > s.Strata[i].Universe {
				t.Fatalf("%+v", one)
			}
		}
		sum.Sub(sum, exact.Int(s.Size))
		if sum.Abs(sum).Cmp(exact.Rat(decimal.New(1, -10))) > 0 || rounded != got.Size ||
			2*max(got.Size-s.Size, s.Size-got.Size) > int64(len(s.Strata)) ||
			hasWarning(got.Warnings, "total_differs") != (got.Size != s.Size) {
			t.Fatalf("%s, %+v", sum.FloatString(12), got)
		}
	})
}

// TestOptimalIsBest: for the same n, before rounding, no allocation has a smaller variance than the optimal one, which
// is no larger than the proportional; Cochran (1977), sec. 5.6. A stratum in full adds nothing to either.
func TestOptimalIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := mustLayers(t, drawStrata(t))
		if l.spread.Sign() == 0 {
			return
		}
		n := exact.Int(rapid.Int64Range(1, l.universe).Draw(t, "n"))
		variance := func(a Allocation) *big.Rat {
			s, err := l.shares(a)
			if err != nil {
				t.Fatal(err)
			}
			sizes, _, ok := l.allot(s.at(512), want{size: n}, 512, true)
			if !ok {
				t.Fatal("undecided")
			}
			sum := new(big.Rat)
			for i, one := range l.list {
				if one.variance.Sign() > 0 { // N^2 s^2 (1/n - 1/N)
					v := one.spread()
					v.Mul(v, exact.Int(one.universe)).Quo(v, sizes[i].lo)
					sum.Add(sum, v.Sub(v, one.spread()))
				}
			}
			return sum
		}
		best, other := variance(Optimal), variance(Proportional)
		tiny := new(big.Rat).Mul(other, exact.Rat(decimal.New(1, -100))) // of the intervals
		tiny.Add(tiny, exact.Rat(decimal.New(1, -40)))
		if best.Cmp(other.Add(other, tiny)) > 0 {
			t.Fatalf("%s, proportional %s", best.FloatString(9), other.FloatString(9))
		}
	})
}

// TestCostsSave: for the same precision, before rounding, the allocation by cost is no dearer than that without.
func TestCostsSave(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		strata := drawStrata(t)
		for i := range strata {
			c := decimal.New(rapid.Int64Range(1, 100).Draw(t, "cost"), 0)
			strata[i].Cost = &c
		}
		with := mustLayers(t, strata)
		if with.spread.Sign() == 0 {
			return
		}
		without := with
		without.list = append([]layer(nil), with.list...)
		for i := range without.list {
			without.list[i].cost = exact.Int(1)
		}
		variance := new(big.Rat).Mul(with.spread, exact.Int(rapid.Int64Range(1, 10_000).Draw(t, "variance")))
		cost := func(l layers) *big.Rat {
			s, err := l.shares(Optimal)
			if err != nil {
				t.Fatal(err)
			}
			sizes, _, _ := l.allot(s.at(512), want{variance: variance, again: true}, 512, true)
			sum := new(big.Rat)
			for i := range sizes {
				sum.Add(sum, new(big.Rat).Mul(sizes[i].lo, with.list[i].cost))
			}
			return sum
		}
		a, b := cost(with), cost(without)
		b.Add(b, exact.Rat(decimal.New(1, -100)))
		if a.Cmp(b) > 0 {
			t.Fatalf("%s with costs, %s without", a.FloatString(9), b.FloatString(9))
		}
	})
}

// TestBoundariesCover: strata ascend without a gap, hold all units, and each boundary is the class limit nearest to its
// mark, by the sums of roots in 20 digits.
func TestBoundariesCover(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := RootFrequency{Strata: rapid.IntRange(2, 4).Draw(t, "strata")}
		units := int64(0)
		for i := range rapid.IntRange(f.Strata, 30).Draw(t, "classes") {
			n := rapid.Int64Range(0, 50).Draw(t, "count")
			units += n
			f.Classes = append(f.Classes, FrequencyClass{Upper: decimal.New(int64(i)+1, 0), Count: n})
		}
		b, err := f.Boundaries()
		if err != nil {
			return
		}
		if b.Universe != units || len(b.Strata) != f.Strata {
			t.Fatalf("%+v", b)
		}
		squares, _ := f.squares()
		sums := []*big.Rat{new(big.Rat)}
		for i, s := range squares {
			sums = append(sums, new(big.Rat).Add(sums[i], exact.Rat(exact.Sqrt(s))))
		}
		distance := func(end, h int) *big.Rat { // from mark h
			d := exact.Rat(b.RootSum)
			d.Mul(d, big.NewRat(int64(h), int64(f.Strata)))
			return d.Abs(d.Sub(d, sums[end]))
		}
		for h := 1; h < f.Strata; h++ {
			at := int(b.Strata[h-1].Upper.IntPart())
			have := distance(at, h)
			have.Sub(have, exact.Rat(decimal.New(1, -15)))
			for end := range len(f.Classes) + 1 {
				if distance(end, h).Cmp(have) < 0 {
					t.Fatalf("boundary %d at %d, %d is nearer: %+v", h, at, end, b)
				}
			}
		}
	})
}
