package variable

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
	"github.com/iromath/iromath/internal/rhctest"
	"github.com/iromath/iromath/sampling"
)

// rhcProofUnit is a unit of a population with the values of its items.
type rhcProofUnit struct {
	size  int64
	items []int64
}

// sample is the unit drawn from a group, with the items at some places.
func (u rhcProofUnit) sample(d rhctest.Drawn, places []int) RHCUnit {
	s := RHCUnit{RHCRow: sampling.RHCRow{SubUnits: int64(len(u.items)), Size: decimal.NewFromInt(u.size),
		GroupSize: decimal.NewFromInt(d.GroupSize), UnitsInGroup: d.GroupUnits}}
	for _, i := range places {
		s.Difference = append(s.Difference, decimal.NewFromInt(u.items[i]))
	}
	return s
}

// rhcExactly works the textbook's formula out a second time: the total and the variance of an RHC sample whose units have
// the estimates totals with the variances given, all divided out at once.
//
// v = c (sum B_i/X (X T_i/A_i)^2 - T^2) + sum B_i/A_i v_i, which holds as the B_i add up to X.
func rhcExactly(rows []sampling.RHCRow, totals, variances []*big.Rat) (total, variance *big.Rat) {
	var n, squares int64
	x, raised, within := new(big.Rat), new(big.Rat), new(big.Rat)
	total = new(big.Rat)
	for i, r := range rows {
		n, squares = n+r.UnitsInGroup, squares+r.UnitsInGroup*r.UnitsInGroup
		b := exact.Rat(r.GroupSize)
		x.Add(x, b)
		ratio := new(big.Rat).Quo(b, exact.Rat(r.Size))
		total.Add(total, new(big.Rat).Mul(ratio, totals[i]))
		within.Add(within, new(big.Rat).Mul(ratio, variances[i]))
		square := new(big.Rat).Quo(totals[i], exact.Rat(r.Size))
		raised.Add(raised, square.Mul(square, square).Mul(square, b))
	}
	variance = raised.Mul(raised, x)
	variance.Sub(variance, new(big.Rat).Mul(total, total))
	if len(rows) > 1 {
		variance.Mul(variance, big.NewRat(squares-n, n*n-squares))
	} else {
		variance.SetInt64(0)
	}
	return total, variance.Add(variance, within)
}

// simple is a unit's own total and variance from its sample.
func (u RHCUnit) simple() (total, variance *big.Rat) {
	var sums appraisal.Sums
	if err := sums.AddAll(u.Difference); err != nil {
		panic(err)
	}
	m, n := u.SubUnits, sums.Count()
	total, variance = new(big.Rat).Mul(exact.Int(m), sums.Mean()), new(big.Rat)
	if m > n {
		variance.Mul(sums.Variance(), big.NewRat(m*(m-n), n))
	}
	return total, variance
}

// rhcStates wants the figures of an appraisal to be the rounded exact ones.
func rhcStates(t *testing.T, e appraisal.Estimate, total, variance *big.Rat) {
	t.Helper()
	if !e.PointEstimate.Equal(exact.Round(total)) || !e.StandardError.Equal(exact.Sqrt(variance)) {
		t.Fatalf("%s and %s are not the rounded %s and the root of %s", e.PointEstimate, e.StandardError, total, variance)
	}
}

// TestRHCStatesTheProvedFigures deals the units of small populations out into groups, draws and samples in every way.
// Each time the appraisal states the rounded total and the root of the variance that a second computation gives, and over
// everything these are unbiased: their means are the true total and the variance of the estimates, as exact rationals.
func TestRHCStatesTheProvedFigures(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/variable")
	for name, units := range map[string][]rhcProofUnit{
		"zeros and ties": {{3, []int64{0, 0, 5}}, {1, []int64{5, 5}}, {4, []int64{0, 0, 0}}, {2, []int64{0, 7}}},
		"negatives":      {{2, []int64{-4, 11}}, {7, []int64{3, -3, 8}}, {1, []int64{-9, -9}}, {5, []int64{20, 1}}},
		"one item":       {{9, []int64{40}}, {1, []int64{2}}, {3, []int64{5, 6, 7}}, {2, []int64{-7}}},
	} {
		truth, sizes := new(big.Rat), []int64(nil)
		for _, u := range units {
			sizes = append(sizes, u.size)
			for _, x := range u.items {
				truth.Add(truth, exact.Int(x))
			}
		}
		for _, groups := range [][]int{{2, 2}, {1, 3}, {1, 1, 2}, {1, 1, 1, 1}} {
			proof.Population()
			m := rhctest.NewMoments()
			rhctest.Draws(sizes, groups, func(p *big.Rat, drawn []rhctest.Drawn) {
				samples, numbers := make([][][]int, len(drawn)), make([]int, len(drawn))
				for g, d := range drawn {
					n := len(units[d.Unit].items)
					samples[g] = rhctest.Subsets(n, min(2, n))
					numbers[g] = len(samples[g])
					p = new(big.Rat).Quo(p, exact.Int(int64(numbers[g])))
				}
				for _, choice := range rhctest.Product(numbers) {
					proof.Sample()
					d := RHCTwoStage{Options: Options{Levels: decs("0.9")}}
					var rows []sampling.RHCRow
					var totals, variances []*big.Rat
					for g, k := range choice {
						u := units[drawn[g].Unit].sample(drawn[g], samples[g][k])
						total, variance := u.simple()
						d.Units, rows = append(d.Units, u), append(rows, u.RHCRow)
						totals, variances = append(totals, total), append(variances, variance)
					}
					r, err := d.Appraise()
					if err != nil {
						t.Fatal(err)
					}
					total, variance := rhcExactly(rows, totals, variances)
					rhcStates(t, r.Estimate, total, variance)
					m.Add(p, total, variance)
				}
			})
			unbiasedRHC(t, fmt.Sprintf("%s, groups %v", name, groups), m, truth)
		}
	}
}

func unbiasedRHC(t *testing.T, name string, m rhctest.Moments, truth *big.Rat) {
	t.Helper()
	if m.Probability.Cmp(exact.Int(1)) != 0 || m.Mean.Cmp(truth) != 0 {
		t.Errorf("%s: probability %s, mean %s of %s", name, m.Probability, m.Mean, truth)
	}
	if v := m.True(); m.Variance.Cmp(v) != 0 {
		t.Errorf("%s: the mean of the variance estimates is %s, the variance %s", name, m.Variance, v)
	}
}

// TestRHCThreeStageStatesTheProvedFigures: the same with random groups inside of three primary units, all items of two of
// them and two of three of the others. With SizesOfGroups nothing depends on the sizes of the primary units, which here
// are not the sums.
func TestRHCThreeStageStatesTheProvedFigures(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/variable")
	primary := []struct {
		size   int64
		groups []int
		units  []rhcProofUnit
	}{
		{6, []int{1, 2}, []rhcProofUnit{{1, []int64{0, 0, 3}}, {2, []int64{-3}}, {3, []int64{0, 5}}}},
		{4, []int{1, 1}, []rhcProofUnit{{3, []int64{0, 0}}, {2, []int64{1, 4}}}},
		{5, []int{1}, []rhcProofUnit{{4, []int64{7, 0, 7}}}},
	}
	type outcome struct {
		p               *big.Rat
		units           []RHCUnit
		total, variance *big.Rat
	}
	truth, sizes, outcomes := new(big.Rat), []int64(nil), make([][]outcome, len(primary))
	for i, b := range primary {
		var own []int64
		for _, u := range b.units {
			own = append(own, u.size)
			for _, x := range u.items {
				truth.Add(truth, exact.Int(x))
			}
		}
		sizes = append(sizes, b.size)
		rhctest.Draws(own, b.groups, func(p *big.Rat, drawn []rhctest.Drawn) {
			samples, numbers := make([][][]int, len(drawn)), make([]int, len(drawn))
			for g, d := range drawn {
				n := len(b.units[d.Unit].items)
				samples[g] = rhctest.Subsets(n, min(2, n))
				numbers[g] = len(samples[g])
				p = new(big.Rat).Quo(p, exact.Int(int64(numbers[g])))
			}
			for _, choice := range rhctest.Product(numbers) {
				o := outcome{p: p}
				var rows []sampling.RHCRow
				var totals, variances []*big.Rat
				for g, k := range choice {
					u := b.units[drawn[g].Unit].sample(drawn[g], samples[g][k])
					total, variance := u.simple()
					o.units, rows = append(o.units, u), append(rows, u.RHCRow)
					totals, variances = append(totals, total), append(variances, variance)
				}
				o.total, o.variance = rhcExactly(rows, totals, variances)
				outcomes[i] = append(outcomes[i], o)
			}
		})
	}
	proof.Population()
	m := rhctest.NewMoments()
	rhctest.Draws(sizes, []int{1, 2}, func(p *big.Rat, drawn []rhctest.Drawn) {
		numbers := make([]int, len(drawn))
		for g, d := range drawn {
			numbers[g] = len(outcomes[d.Unit])
		}
		for _, choice := range rhctest.Product(numbers) {
			proof.Sample()
			q := new(big.Rat).Set(p)
			d := RHCThreeStage{SizesOfGroups: true, Options: Options{Levels: decs("0.9")}}
			var rows []sampling.RHCRow
			var totals, variances []*big.Rat
			for g, k := range choice {
				b, o := primary[drawn[g].Unit], outcomes[drawn[g].Unit][k]
				q.Mul(q, o.p)
				row := sampling.RHCRow{SubUnits: int64(len(b.units)), Size: decimal.NewFromInt(b.size),
					GroupSize: decimal.NewFromInt(drawn[g].GroupSize), UnitsInGroup: drawn[g].GroupUnits}
				d.Units, rows = append(d.Units, RHCPrimaryUnit{row, o.units}), append(rows, row)
				totals, variances = append(totals, o.total), append(variances, o.variance)
			}
			r, err := d.Appraise()
			if err != nil {
				t.Fatal(err)
			}
			total, variance := rhcExactly(rows, totals, variances)
			rhcStates(t, r.Estimate, total, variance)
			m.Add(q, total, variance)
		}
	})
	unbiasedRHC(t, "three stages", m, truth)
}
