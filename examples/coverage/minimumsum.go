package main

import (
	"math"
	"slices"
	"sync"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
)

// minimumSum is variable.MinimumSum with the lower limits of 90 and 95 percent.
type minimumSum struct {
	srs
	*population
	share float64
	// sums[k] is the sum of the k smallest payments.
	sums   []int64
	sorted []int32
}

func newMinimumSum(share float64) func(*population, int) (sampler, error) {
	return func(p *population, size int) (sampler, error) {
		d, err := newSRS(0, len(p.paid), size)
		m := &minimumSum{srs: d, population: p, share: share, sums: make([]int64, 1, len(p.paid)+1)}
		for k, paid := range p.paid {
			m.sums = append(m.sums, m.sums[k]+paid)
		}
		return m, err
	}
}

func (m *minimumSum) appraise() (answer, error) {
	overpaid, inError := int64(0), 0
	for _, i := range m.sample() {
		over := m.overpaid[i]
		overpaid += over
		count(&inError, over > 0 && float64(over) >= float64(m.share*float64(m.paid[i])))
	}
	limits, err := countLimits(len(m.paid), m.size, inError)
	if err != nil {
		return answer{}, err
	}
	m.sorted = append(m.sorted[:0], m.sample()...)
	slices.Sort(m.sorted)
	lower := func(limit int) float64 {
		return float64(overpaid) + float64(m.share*float64(m.smallest(limit-inError)))
	}
	return answer{math.NaN(), lower(limits[0]), lower(limits[1]), math.NaN(), overpaid > 0}, nil
}

// smallest is the sum of so many of the smallest payments that were not drawn.
func (m *minimumSum) smallest(number int) int64 {
	drawn := int64(0)
	for _, i := range m.sorted {
		if int(i) >= number {
			break
		}
		number++
		drawn += m.paid[i]
	}
	return m.sums[number] - drawn
}

var countLimitsFound sync.Map // of [3]int{universe, size, inError}

// countLimits asks the library for the lower limits of the number of claims in error, of 90 and of 95 percent.
func countLimits(universe, size, inError int) ([2]int, error) {
	key := [3]int{universe, size, inError}
	if limits, ok := countLimitsFound.Load(key); ok {
		return limits.([2]int), nil
	}
	list := func(n, ones int) []decimal.Decimal {
		values := make([]decimal.Decimal, n)
		for i := range ones {
			values[i] = decimal.NewFromInt(1)
		}
		return values
	}
	m := variable.MinimumSum{
		Sample:         variable.Sample{Examined: list(size, size), Difference: list(size, inError)},
		Unsampled:      list(universe-size, 0),
		OneSidedLevels: []decimal.Decimal{decimal.New(90, -2), decimal.New(95, -2)},
	}
	r, err := m.Appraise()
	if err != nil {
		return [2]int{}, err
	}
	limits := [2]int{int(r.Limits[0].CountLimit), int(r.Limits[1].CountLimit)}
	countLimitsFound.Store(key, limits)
	return limits, nil
}
