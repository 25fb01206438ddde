package main

import (
	"math/rand/v2"
	"sort"
)

// design is how strata are formed and drawn from. There are three, each with a third of the dollars paid, from the smallest
// payments up.
type design struct {
	// bySize gives each stratum a third of the sample; without it each has its share of the claims, but at least two.
	bySize bool
	// certainty reviews the largest payments, a fifth of the sample, all; the strata divide the rest.
	certainty bool
	// satterthwaite takes Student's t with the degrees of freedom of Satterthwaite; without it the normal distribution serves,
	// as in RAT-STATS.
	satterthwaite bool
}

// stratified is variable.Stratified.
type stratified struct {
	design
	*population
	percentiles
	strata []srs
}

func newStratified(d design) func(*population, int) (sampler, error) {
	return func(p *population, size int) (sampler, error) {
		z, err := student(0)
		if err != nil {
			return nil, err
		}
		s := stratified{d, p, z, nil}
		rest := len(p.paid)
		if d.certainty {
			largest := size / 5
			rest -= largest
			size -= largest
			all, err := newSRS(rest, len(p.paid), largest)
			if err != nil {
				return nil, err
			}
			s.strata = append(s.strata, all)
		}
		bounds := thirds(p.paid[:rest])
		for h, n := range d.allocate(bounds, size) {
			one, err := newSRS(bounds[h], bounds[h+1], n)
			if err != nil {
				return nil, err
			}
			s.strata = append(s.strata, one)
		}
		return s, nil
	}
}

// thirds returns where strata begin and end that each have a third of the dollars.
func thirds(paid []int64) [4]int {
	sums := make([]int64, len(paid))
	total := int64(0)
	for i, amount := range paid {
		total += amount
		sums[i] = total
	}
	bounds := [4]int{3: len(paid)}
	for h := 1; h < 3; h++ {
		bounds[h] = sort.Search(len(sums), func(i int) bool { return 3*sums[i] > int64(h)*total })
	}
	return bounds
}

// allocate divides a sample among the strata: what is over goes to the strata of the smallest payments.
func (d design) allocate(bounds [4]int, size int) [3]int {
	if d.bySize {
		return [3]int{(size + 2) / 3, (size + 1) / 3, size / 3}
	}
	all := bounds[3]
	var n [3]int
	n[2] = max(2, size*(bounds[3]-bounds[2])/all)
	n[1] = max(2, size*(bounds[2]-bounds[1])/all)
	n[0] = size - n[1] - n[2]
	return n
}

func (s stratified) draw(random *rand.Rand) {
	for _, stratum := range s.strata {
		stratum.draw(random)
	}
}

func (s stratified) appraise() (answer, error) {
	point, variance, weighed := 0.0, 0.0, 0.0
	found := false
	for _, stratum := range s.strata {
		sum := int64(0)
		for _, i := range stratum.sample() {
			sum += s.overpaid[i]
		}
		found = found || sum > 0
		n := float64(stratum.size)
		mean := float64(sum) / n
		point += float64(float64(len(stratum.claims)) * mean)
		if stratum.size == len(stratum.claims) {
			continue
		}
		squares := 0.0
		for _, i := range stratum.sample() {
			off := float64(s.overpaid[i]) - mean
			squares += float64(off * off)
		}
		v := stratum.factor() * squares / (n - 1)
		variance += v
		weighed += float64(v*v) / (n - 1)
	}
	p := s.percentiles
	if s.satterthwaite && variance > 0 {
		var err error
		if p, err = studentBetween(variance * variance / weighed); err != nil {
			return answer{}, err
		}
	}
	return p.answer(point, variance, found), nil
}
