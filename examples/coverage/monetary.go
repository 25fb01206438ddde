package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/attribute"
)

// monetary is a systematic monetary unit sample, drawn as sampling.PPS does from claims in random order, with
// variable.PPS or variable.StringerBound.
type monetary struct {
	*population
	size     int
	stringer bool
	order    []int32
	// hits are the claims that were hit last, each as often as it was.
	hits []int32
	// taintings are those of the hits of claims below the interval.
	taintings []float64
}

func newMonetary(stringer bool) func(*population, int) (sampler, error) {
	return func(p *population, size int) (sampler, error) {
		d, err := newSRS(0, len(p.paid), size)
		return &monetary{population: p, size: size, stringer: stringer, order: d.claims}, err
	}
}

func (m *monetary) draw(random *rand.Rand) {
	for i := len(m.order) - 1; i > 0; i-- {
		j := random.Uint32N(uint32(i + 1))
		m.order[i], m.order[j] = m.order[j], m.order[i]
	}
	m.hit(1 + random.Int64N(m.totalPaid))
}

// hit takes the hits of a start from 1 to the total: of a line of n times the total, on which each claim has n times its
// payment, every point that is a whole number of totals from the start.
func (m *monetary) hit(start int64) {
	m.hits = m.hits[:0]
	end := int64(0)
	for _, i := range m.order {
		for end += int64(m.size) * m.paid[i]; start <= end; start += m.totalPaid {
			m.hits = append(m.hits, i)
		}
	}
}

func (m *monetary) appraise() (answer, error) {
	m.taintings = m.taintings[:0]
	certain, certainPaid := int64(0), int64(0)
	last, found := int32(-1), false
	sum := 0.0
	for _, i := range m.hits {
		found = found || m.overpaid[i] > 0
		if int64(m.size)*m.paid[i] < m.totalPaid {
			t := float64(m.overpaid[i]) / float64(m.paid[i])
			m.taintings = append(m.taintings, t)
			sum += t
		} else if i != last { // all hits of a claim stand together
			certain += m.overpaid[i]
			certainPaid += m.paid[i]
		}
		last = i
	}
	hits := len(m.taintings)
	if hits < 2 {
		return answer{}, fmt.Errorf("%d of %d hits are not of certain claims", hits, m.size)
	}
	if m.stringer {
		bound, err := m.bound(float64(m.totalPaid - certainPaid))
		return answer{math.NaN(), math.NaN(), math.NaN(), float64(certain) + bound, found}, err
	}
	interval := float64(m.totalPaid) / float64(m.size)
	n := float64(hits)
	squares := 0.0
	for _, t := range m.taintings {
		off := t - sum/n
		squares += float64(off * off)
	}
	p, err := student(hits - 1)
	if err != nil {
		return answer{}, err
	}
	return p.answer(float64(certain)+float64(interval*sum), float64(interval*interval)*n/(n-1)*squares, found), nil
}

// bound is that of Stringer for the claims below the interval, which were paid so much.
func (m *monetary) bound(paid float64) (float64, error) {
	slices.Sort(m.taintings)
	hits := len(m.taintings)
	before, err := upperShare(hits, 0)
	bound := before
	for j := 1; err == nil && j <= hits && m.taintings[hits-j] > 0; j++ {
		var p float64
		if p, err = upperShare(hits, j); err == nil {
			bound += float64((p - before) * m.taintings[hits-j])
			before = p
		}
	}
	return bound * paid, err
}

var upperShares sync.Map // of [2]int{hits, found}

// upperShare is the library's upper limit of 95 percent of Clopper and Pearson.
func upperShare(hits, found int) (float64, error) {
	key := [2]int{hits, found}
	if p, ok := upperShares.Load(key); ok {
		return p.(float64), nil
	}
	level := decimal.New(95, -2)
	b := attribute.Binomial{Sample: attribute.Sample{SampleSize: int64(hits), Count: int64(found)}}
	b.OneSidedLevels = []decimal.Decimal{level}
	r, err := b.Appraise()
	if err != nil {
		return 0, err
	}
	p := r.OneSided[0].UpperLimit.InexactFloat64()
	upperShares.Store(key, p)
	return p, nil
}
