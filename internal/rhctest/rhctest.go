// Package rhctest lists everything that can happen when a sample is drawn from random groups, each with its probability,
// for proofs by enumeration in exact rationals.
package rhctest

import (
	"math/big"
	"slices"
)

// Drawn is a unit that was drawn from a random group: its place in the population, and the size and the number of units
// of its group.
type Drawn struct {
	Unit                  int
	GroupSize, GroupUnits int64
}

// Draws calls each for every way to deal units out into groups of the given numbers of units, every one as likely as
// another, and to draw one unit of each group with probability proportional to size.
func Draws(sizes []int64, groups []int, each func(p *big.Rat, drawn []Drawn)) {
	all := Groupings(len(sizes), groups)
	for _, grouping := range all {
		numbers, totals := make([]int, len(groups)), make([]int64, len(groups))
		for g, units := range grouping {
			numbers[g] = len(units)
			for _, u := range units {
				totals[g] += sizes[u]
			}
		}
		for _, choice := range Product(numbers) {
			p, drawn := big.NewRat(1, int64(len(all))), make([]Drawn, len(groups))
			for g, k := range choice {
				u := grouping[g][k]
				drawn[g] = Drawn{u, totals[g], int64(numbers[g])}
				p.Mul(p, big.NewRat(sizes[u], totals[g]))
			}
			each(p, drawn)
		}
	}
}

// Groupings lists the ways to deal n units out into groups of the given numbers of units.
func Groupings(n int, groups []int) [][][]int {
	units := make([]int, n)
	for i := range units {
		units[i] = i
	}
	return deal(units, groups)
}

func deal(units, groups []int) [][][]int {
	if len(groups) == 0 {
		return [][][]int{nil}
	}
	var all [][][]int
	for _, places := range Subsets(len(units), groups[0]) {
		var first, others []int
		for i, u := range units {
			if slices.Contains(places, i) {
				first = append(first, u)
			} else {
				others = append(others, u)
			}
		}
		for _, rest := range deal(others, groups[1:]) {
			all = append(all, append([][]int{first}, rest...))
		}
	}
	return all
}

// Subsets lists the ways to take k of n: simple random samples, every one as likely as another.
func Subsets(n, k int) [][]int {
	if k == 0 {
		return [][]int{nil}
	}
	if k > n {
		return nil
	}
	all := Subsets(n-1, k)
	for _, s := range Subsets(n-1, k-1) {
		all = append(all, append(slices.Clone(s), n-1))
	}
	return all
}

// Product lists the ways to take one thing each of so many.
func Product(numbers []int) [][]int {
	all := [][]int{nil}
	for _, n := range numbers {
		var longer [][]int
		for _, p := range all {
			for k := range n {
				longer = append(longer, append(slices.Clone(p), k))
			}
		}
		all = longer
	}
	return all
}

// Moments are the means, over everything that can happen, of an estimate, of its square and of the estimate of its
// variance.
type Moments struct{ Probability, Mean, Square, Variance *big.Rat }

// NewMoments are those of nothing yet.
func NewMoments() Moments { return Moments{new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)} }

// Add adds something that happens with probability p.
func (m Moments) Add(p, total, variance *big.Rat) {
	t := new(big.Rat).Mul(p, total)
	m.Probability.Add(m.Probability, p)
	m.Mean.Add(m.Mean, t)
	m.Square.Add(m.Square, t.Mul(t, total))
	m.Variance.Add(m.Variance, new(big.Rat).Mul(p, variance))
}

// True is the variance of the estimate.
func (m Moments) True() *big.Rat {
	v := new(big.Rat).Mul(m.Mean, m.Mean)
	return v.Sub(m.Square, v)
}
