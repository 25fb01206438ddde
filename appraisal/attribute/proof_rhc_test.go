package attribute

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
	"github.com/iromath/iromath/internal/rhctest"
	"github.com/iromath/iromath/sampling"
)

// TestRHCStatesTheProvedFigures deals the units of small populations out into groups, draws and samples in every way.
// Each time the appraisal states the rounded quantity and the root of the variance of the textbook's formula, which is
// written down here a second time, and over everything these are unbiased: their means are the true quantity and the
// variance of the estimates, as exact rationals.
func TestRHCStatesTheProvedFigures(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/attribute")
	type unit struct {
		size         int64
		items, marks int64 // the first so many items have the characteristic
	}
	for name, units := range map[string][]unit{
		"some":        {{3, 3, 1}, {1, 2, 2}, {4, 3, 0}, {2, 2, 1}},
		"all or none": {{5, 3, 3}, {2, 2, 0}, {2, 3, 3}, {1, 3, 0}},
		"rare":        {{10, 4, 0}, {3, 3, 1}, {6, 2, 0}, {1, 1, 0}},
	} {
		truth, sizes := new(big.Rat), []int64(nil)
		for _, u := range units {
			sizes = append(sizes, u.size)
			truth.Add(truth, exact.Int(u.marks))
		}
		for _, groups := range [][]int{{2, 2}, {1, 3}, {1, 1, 2}} {
			proof.Population()
			m := rhctest.NewMoments()
			rhctest.Draws(sizes, groups, func(p *big.Rat, drawn []rhctest.Drawn) {
				samples, numbers := make([][][]int, len(drawn)), make([]int, len(drawn))
				for g, d := range drawn {
					n := int(units[d.Unit].items)
					samples[g] = rhctest.Subsets(n, min(2, n))
					numbers[g] = len(samples[g])
					p = new(big.Rat).Quo(p, exact.Int(int64(numbers[g])))
				}
				for _, choice := range rhctest.Product(numbers) {
					proof.Sample()
					d := RHCTwoStage{Options: Options{Levels: decs("0.9")}}
					total, raised, within := new(big.Rat), new(big.Rat), new(big.Rat)
					var n, squares, all int64
					for g, k := range choice {
						u, of := units[drawn[g].Unit], drawn[g]
						size, count := int64(len(samples[g][k])), int64(0)
						for _, at := range samples[g][k] {
							if int64(at) < u.marks {
								count++
							}
						}
						d.Units = append(d.Units, RHCUnit{sampling.RHCRow{SubUnits: u.items, Size: decimal.NewFromInt(u.size),
							GroupSize: decimal.NewFromInt(of.GroupSize), UnitsInGroup: of.GroupUnits}, Sample{size, count}})
						n, squares, all = n+of.GroupUnits, squares+of.GroupUnits*of.GroupUnits, all+of.GroupSize
						total.Add(total, big.NewRat(of.GroupSize*u.items*count, u.size*size))
						raised.Add(raised, big.NewRat(of.GroupSize*u.items*u.items*count*count, u.size*u.size*size*size))
						if u.items > size {
							within.Add(within, big.NewRat(of.GroupSize*u.items*(u.items-size)*count*(size-count), u.size*size*size*(size-1)))
						}
					}
					variance := raised.Mul(raised, exact.Int(all))
					variance.Sub(variance, new(big.Rat).Mul(total, total)).Mul(variance, big.NewRat(squares-n, n*n-squares)).Add(variance, within)
					r := mustRHCTwoStage(t, d)
					if !r.PointEstimate.Equal(exact.Round(total)) || !r.StandardError.Equal(exact.Sqrt(variance)) {
						t.Fatalf("%s: %s and %s are not the rounded %s and the root of %s", name, r.PointEstimate, r.StandardError, total, variance)
					}
					m.Add(p, total, variance)
				}
			})
			if v := m.True(); m.Probability.Cmp(exact.Int(1)) != 0 || m.Mean.Cmp(truth) != 0 || m.Variance.Cmp(v) != 0 {
				t.Errorf("%s, %v: mean %s of %s, mean of the variance estimates %s of %s", name, groups, m.Mean, truth, m.Variance, v)
			}
		}
	}
}
