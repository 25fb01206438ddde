package variable

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// ofTaintings are hits of units of size 100 with taintings, and clean ones up to n, drawn with replacement from a total
// size.
func ofTaintings(size string, n int64, taintings ...string) StringerBound {
	s := StringerBound{PPS{TotalSize: dec(size), Hits: n, Selection: WithReplacement}}
	for _, v := range taintings {
		s.Units = append(s.Units, PPSUnit{Size: dec("100"), Value: dec(v).Shift(2)})
	}
	if clean := n - int64(len(taintings)); clean > 0 {
		s.Units = append(s.Units, PPSUnit{Size: dec("100"), Hits: clean})
	}
	return s
}

func mustBound(t interface{ Fatal(...any) }, s StringerBound) StringerResult {
	r, err := s.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestStringerOfR compares with the formula in R 4.2.2: with p <- qbeta(level, 0:k+1, n-0:k) and the taintings t in falling
// order (p[1]+sum(diff(p)*t))*size, to 1e-13.
func TestStringerOfR(t *testing.T) {
	for _, c := range []struct {
		s     StringerBound
		level string
		want  string
	}{
		{ofTaintings("1000000", 60, "0.25", "1", "0.5"), "0.95", "94675.773817651658"},
		{ofTaintings("1000000", 60, "0.25", "1", "0.5"), "0.9", "80204.511546911803"},
		{ofTaintings("2500000", 100, "0.1", "0.1", "0.3", "0.9", "0.05"), "0.95", "131958.78325535805"},
	} {
		c.s.OneSidedLevels = decs(c.level)
		got, want := exact.Rat(mustBound(t, c.s).Bounds[0].UpperLimit), exact.Rat(dec(c.want))
		off := new(big.Rat).Sub(got, want)
		if off.Quo(off.Abs(off), want).Cmp(exact.Rat(decimal.New(1, -13))) > 0 {
			t.Errorf("%s, R has %s", got.FloatString(10), c.want)
		}
	}
}

// TestStringerByHand: without a tainting the bound of n = 2 at 0.75 is the p with (1-p)² = 1/4, half of the size; with both
// units wrong altogether it is all of it; with one tainting of 1/2 it is halfway between 1/2 and the p with 1-p² = 1/4.
func TestStringerByHand(t *testing.T) {
	level := decs("0.75")
	for _, c := range []struct {
		taintings []string
		want      string
	}{{nil, "500"}, {[]string{"1", "1"}, "1000"}, {[]string{"0.5"}, "683.01270189221932338"}} { // 250 + 500 sqrt(3)/2
		s := ofTaintings("1000", 2, c.taintings...)
		s.OneSidedLevels = level
		r := mustBound(t, s)
		if got := exact.RoundTo(exact.Rat(r.Bounds[0].UpperLimit), 19); !got.Equal(exact.RoundTo(exact.Rat(dec(c.want)),
			19)) || !r.Bounds[0].BasicPrecision.Equal(dec("500")) {
			t.Errorf("%v: %s, want %s", c.taintings, got, c.want)
		}
		roundTrip(t, s)
		roundTrip(t, r)
		roundTrip(t, r.Bounds[0])
	}
	// Of a systematic sample the unit of 400 is certain: 30, and 600 that two hits with taintings 0.2 and 0.4 stand for.
	s := StringerBound{ppsByHand()}
	s.OneSidedLevels = level
	r := mustBound(t, s)
	without := ofTaintings("600", 2, "0.2", "0.4")
	without.OneSidedLevels = level
	want := mustBound(t, without).Bounds[0].UpperLimit.Add(dec("30"))
	if got := r.Bounds[0].UpperLimit; !got.Round(12).Equal(want.Round(12)) || exact.String(r.SampledSize) != "600" ||
		exact.String(r.CertainTotal) != "30" || r.Nonzero != 2 {
		t.Errorf("%+v, want %s", r, want)
	}
	if s.OneSidedLevels = nil; exact.String(mustBound(t, s).Bounds[0].Level) != "0.95" {
		t.Error("the default level")
	}
	// All of it is certain: known.
	s = StringerBound{PPS{TotalSize: dec("10"), Hits: 2, Units: []PPSUnit{{Size: dec("5"), Value: dec("1")}, {Size: dec("5"),
		Value: dec("-2")}}}}
	if r := mustBound(t, s); !r.Bounds[0].UpperLimit.Equal(dec("-1")) {
		t.Errorf("%+v", r)
	}
}

func TestStringerErrors(t *testing.T) {
	for name, c := range map[string]struct {
		s    StringerBound
		want error
	}{
		"nothing": {StringerBound{}, ErrHits}, "above 1": {ofTaintings("1000", 3, "1.01"), ErrHits},
		"below 0": {ofTaintings("1000", 3, "-0.01"), ErrHits},
		"many":    {ofTaintings("10000000", 10_001), ErrHits},
		"level": {StringerBound{PPS{TotalSize: dec("1000"), Hits: 1, Options: Options{OneSidedLevels: decs("1")},
			Units: []PPSUnit{{Size: dec("1")}}}}, appraisal.ErrLevel},
		"level beyond all": {StringerBound{PPS{TotalSize: dec("1000"), Hits: 1,
			Options: Options{OneSidedLevels: decs("0." + strings.Repeat("9", 35))},
			Units:   []PPSUnit{{Size: dec("1")}}}}, appraisal.ErrLevel},
		"only certain": {StringerBound{PPS{TotalSize: dec("9.5"), Hits: 2, Units: []PPSUnit{{Size: dec("9"), Value: dec("1"),
			Hits: 2}}}}, ErrHits},
	} {
		if _, err := c.s.Appraise(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestStringerProperties: the bound lies between the point estimate and the whole size, rises with the level and with every
// tainting, and does not depend on the order of the units.
func TestStringerProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 25).Draw(t, "hits")
		taintings := rapid.SliceOfN(rapid.Map(rapid.Int64Range(0, 100), func(c int64) string {
			return decimal.New(c,
				-2).String()
		}), 0, int(n)).Draw(t, "taintings")
		s := ofTaintings("1000000", n, taintings...)
		s.OneSidedLevels, s.ZeroVarianceForSingle = decs("0.5", "0.95"), true
		r := mustBound(t, s)
		point, err := s.PPS.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		below := point.PointEstimate
		for _, b := range r.Bounds {
			if b.UpperLimit.Cmp(below) < 0 || b.UpperLimit.Cmp(dec("1000000")) > 0 || b.BasicPrecision.Cmp(b.UpperLimit) > 0 {
				t.Fatalf("%+v, below it %s", r, below)
			}
			below = b.UpperLimit
		}
		other := s
		other.Units = rapid.Permutation(s.Units).Draw(t, "order")
		if encode(t, mustBound(t, other)) != encode(t, r) {
			t.Fatal("the order matters")
		}
		if len(taintings) == 0 {
			return
		}
		other.Units = append([]PPSUnit(nil), s.Units...)
		other.Units[0].Value = dec("100")
		for i, b := range mustBound(t, other).Bounds {
			if b.UpperLimit.Cmp(r.Bounds[i].UpperLimit) < 0 {
				t.Fatalf("a larger tainting lowers the bound: %+v, %+v", b, r.Bounds[i])
			}
		}
	})
}

// TestStringerHolds lists all sequences of 2 and 3 draws with replacement of small populations with taintings from 0 to 1,
// each with its probability in exact rationals: the bound is at or above the total with at least its confidence.
func TestStringerHolds(t *testing.T) {
	for name, p := range map[string]struct{ sizes, values []int64 }{
		"four": {[]int64{1, 2, 3, 4}, []int64{0, 1, 3, 2}}, "ties": {[]int64{5, 5, 1, 1, 2}, []int64{5, 0, 0, 0, 2}},
		"one large": {[]int64{20, 1, 2, 3}, []int64{7, 1, 2, 0}}, "nothing wrong": {[]int64{3, 2}, []int64{0, 0}},
		"all wrong": {[]int64{3, 4, 2}, []int64{3, 4, 2}},
	} {
		size, total := int64(0), int64(0)
		for i := range p.sizes {
			size, total = size+p.sizes[i], total+p.values[i]
		}
		levels := decs("0.5", "0.8", "0.95")
		for n := int64(2); n <= 3; n++ {
			holds := []*big.Rat{new(big.Rat), new(big.Rat), new(big.Rat)}
			times := make([]int64, len(p.sizes))
			var draw func(left int64, probability *big.Rat)
			draw = func(left int64, probability *big.Rat) {
				if left > 0 {
					for i, a := range p.sizes {
						times[i]++
						draw(left-1, new(big.Rat).Mul(probability, big.NewRat(a, size)))
						times[i]--
					}
					return
				}
				s := StringerBound{PPS{TotalSize: decimal.NewFromInt(size), Hits: n, Selection: WithReplacement,
					Options: Options{OneSidedLevels: levels}}}
				for i, k := range times {
					if k > 0 {
						s.Units = append(s.Units, PPSUnit{Size: decimal.NewFromInt(p.sizes[i]),
							Value: decimal.NewFromInt(p.values[i]), Hits: k})
					}
				}
				for i, b := range mustBound(t, s).Bounds {
					if b.UpperLimit.Cmp(decimal.NewFromInt(total)) >= 0 {
						holds[i].Add(holds[i], probability)
					}
				}
			}
			draw(n, exact.Int(1))
			for i, level := range levels {
				if holds[i].Cmp(exact.Rat(level)) < 0 {
					t.Errorf("%s, %d draws: the bound of %s holds with %s", name, n, level, holds[i].FloatString(4))
				}
			}
		}
	}
}
