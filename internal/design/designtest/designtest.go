// Package designtest lists every possible sample of a small population, for proofs by enumeration: of one stage or
// more, each unit of a stage drawn by a simple random sample without replacement.
package designtest

import (
	"math/big"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
)

// Population is a unit that holds items, or units of the next stage, and how many of them are drawn.
type Population struct {
	Items []int64
	Units []Population
	Draw  int
}

// Of is a unit of items of which some are drawn.
func Of(draw int, items ...int64) Population { return Population{Items: items, Draw: draw} }

// Among is a unit of units of which some are drawn.
func Among(draw int, units ...Population) Population { return Population{Units: units, Draw: draw} }

// Total is the sum of all items, Size their number.
func (p Population) Total() int64 {
	total := int64(0)
	for _, x := range p.Items {
		total += x
	}
	for _, u := range p.Units {
		total += u.Total()
	}
	return total
}

// Size is the number of all items.
func (p Population) Size() int64 {
	size := int64(len(p.Items))
	for _, u := range p.Units {
		size += u.Size()
	}
	return size
}

// Sample is what was drawn from a unit.
type Sample struct {
	// Universe is the number of items, or of units of the next stage, in the unit.
	Universe int64
	Items    []int64
	Units    []Sample
	// Probability of this sample among all of its unit.
	Probability *big.Rat
}

// Samples lists every possible sample of a unit.
func (p Population) Samples() []Sample {
	n := max(len(p.Items), len(p.Units))
	sets := Subsets(n, p.Draw)
	each := big.NewRat(1, int64(len(sets)))
	var all []Sample
	for _, set := range sets {
		if p.Units == nil {
			s := Sample{Universe: int64(n), Probability: each}
			for _, i := range set {
				s.Items = append(s.Items, p.Items[i])
			}
			all = append(all, s)
			continue
		}
		chosen := make([]Population, len(set))
		for k, i := range set {
			chosen[k] = p.Units[i]
		}
		for _, units := range Together(chosen) {
			probability := new(big.Rat).Set(each)
			for _, u := range units {
				probability.Mul(probability, u.Probability)
			}
			all = append(all, Sample{Universe: int64(n), Units: units, Probability: probability})
		}
	}
	return all
}

// Together lists every combination of samples of units that are all drawn from, such as strata.
func Together(units []Population) [][]Sample {
	all := [][]Sample{nil}
	for _, u := range units {
		var longer [][]Sample
		for _, before := range all {
			for _, s := range u.Samples() {
				longer = append(longer, append(before[:len(before):len(before)], s))
			}
		}
		all = longer
	}
	return all
}

// Subsets lists the sets of k out of n indices.
func Subsets(n, k int) [][]int {
	if k == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for last := k - 1; last < n; last++ {
		for _, s := range Subsets(last, k-1) {
			all = append(all, append(s, last))
		}
	}
	return all
}

// Moments are those of the items of a sample, added up item by item.
func Moments(items []int64) design.Items {
	m := design.Items{Count: int64(len(items)), Mean: new(big.Rat)}
	for _, x := range items {
		m.Mean.Add(m.Mean, exact.Int(x))
	}
	m.Mean.Quo(m.Mean, exact.Int(m.Count))
	if m.Count > 1 {
		m.Variance = new(big.Rat)
		for _, x := range items {
			d := new(big.Rat).Sub(exact.Int(x), m.Mean)
			m.Variance.Add(m.Variance, d.Mul(d, d))
		}
		m.Variance.Quo(m.Variance, exact.Int(m.Count-1))
	}
	return m
}

// Estimate is what the designs say of a unit from its sample, of what a ratio leaves of each of its items (0: the items
// themselves).
func (s Sample) Estimate(ratio *big.Rat) (design.Stage, error) {
	if s.Units == nil {
		part, err := design.Simple(s.Universe, Moments(s.Items), false)
		if err != nil {
			return design.Stage{}, err
		}
		return design.Stage{Part: design.Residuals([]design.Part{part}, []*big.Rat{exact.Int(s.Universe)}, ratio)[0]}, nil
	}
	var parts []design.Part
	for _, u := range s.Units {
		stage, err := u.Estimate(ratio)
		if err != nil {
			return design.Stage{}, err
		}
		parts = append(parts, stage.Part)
	}
	return design.Expand(s.Universe, parts, false)
}

// Size is the estimated number of items of the unit.
func (s Sample) Size() *big.Rat {
	if s.Units == nil {
		return exact.Int(s.Universe)
	}
	size := new(big.Rat)
	for _, u := range s.Units {
		size.Add(size, u.Size())
	}
	return size.Mul(size, big.NewRat(s.Universe, int64(len(s.Units))))
}

// Expectation adds up an estimate and the estimate of its variance over all possible samples.
type Expectation struct{ probability, mean, square, variance big.Rat }

// Add adds one sample.
func (e *Expectation) Add(probability *big.Rat, p design.Part) {
	x := new(big.Rat).Mul(probability, p.Total)
	e.probability.Add(&e.probability, probability)
	e.mean.Add(&e.mean, x)
	e.square.Add(&e.square, x.Mul(x, p.Total))
	e.variance.Add(&e.variance, new(big.Rat).Mul(probability, p.Variance))
}

// Complete reports whether the probabilities add up to 1.
func (e *Expectation) Complete() bool { return e.probability.Cmp(exact.Int(1)) == 0 }

// Mean is the mean of the estimates.
func (e *Expectation) Mean() *big.Rat { return new(big.Rat).Set(&e.mean) }

// Variance is the true variance of the estimates.
func (e *Expectation) Variance() *big.Rat {
	v := new(big.Rat).Mul(&e.mean, &e.mean)
	return v.Sub(&e.square, v)
}

// MeanVariance is the mean of the estimates of the variance.
func (e *Expectation) MeanVariance() *big.Rat { return new(big.Rat).Set(&e.variance) }
