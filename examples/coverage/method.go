package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"sync"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
)

// method is a way to draw a sample and to appraise it.
type method struct {
	name, title string
	// lower and upper say which limits it has.
	lower, upper bool
	// fits says whether it is tried on a population.
	fits    func(k kind, rate int) bool
	sampler func(p *population, size int) (sampler, error)
}

// sampler draws a sample, claims or hits, and appraises it. It does in floating point what the library does exactly, some
// hundred times as fast; the tests hold samples of every method against the library.
type sampler interface {
	draw(random *rand.Rand)
	appraise() (answer, error)
}

// answer is an appraisal in cents; what a method does not have is not a number.
type answer struct {
	point                     float64
	lower90, lower95, upper95 float64
	found                     bool // any overpayment in the sample
}

func unequal(k kind, _ int) bool { return k.name != "equal" }

func allOrNothing(k kind, _ int) bool { return k.share == nil }

// methods are those of the study. The first one is what RAT-STATS does with a simple random sample.
var methods = []method{
	{"t", "Simple random sample, Student’s t", true, true, func(kind, int) bool { return true }, newSimple(false)},
	{"ratio", "Ratio to the payments", true, true, unequal, newSimple(true)},
	{"proportional", "Three strata in proportion", true, true, unequal, newStratified(design{})},
	{"size", "Three strata by size", true, true, unequal, newStratified(design{bySize: true})},
	{"size-t", "The same with Satterthwaite’s t", true, true, unequal, newStratified(design{bySize: true, satterthwaite: true})},
	{"certainty", "The same below a fifth for the largest", true, true, unequal, newStratified(design{bySize: true, certainty: true})},
	{"pps", "Monetary units", true, true, unequal, newMonetary(false)},
	{"stringer", "Stringer bound", false, true, func(k kind, rate int) bool { return unequal(k, rate) && rate <= 20 }, newMonetary(true)},
	{"minsum", "Minimum sum", true, false, allOrNothing, newMinimumSum(1)},
	{"minsum25", "Minimum sum, share 25 %", true, false, func(k kind, _ int) bool { return k.share != nil }, newMinimumSum(0.25)},
}

// blank takes away what a method does not have.
func (m method) blank(r *row) {
	if !m.lower {
		r.Lower90, r.Lower95 = math.NaN(), math.NaN()
	}
	if !m.upper {
		r.Upper95 = math.NaN()
	}
	if !m.lower || !m.upper {
		r.TwoSided, r.Width, r.BelowZero = math.NaN(), math.NaN(), math.NaN()
	}
}

// percentiles are what a distribution stays below with 90 and with 95 percent: the second one is that of a two-sided 90
// percent interval.
type percentiles struct{ p90, p95 float64 }

var students sync.Map // of int

// student returns the library's percentiles of Student's t, those of the normal distribution for no degrees of freedom.
func student(degrees int) (percentiles, error) {
	if p, ok := students.Load(degrees); ok {
		return p.(percentiles), nil
	}
	var df *big.Rat
	if degrees > 0 {
		df = new(big.Rat).SetInt64(int64(degrees))
	}
	var list [2]float64
	for i, level := range []int64{90, 95} {
		c, err := appraisal.OneSidedPercentile(decimal.New(level, -2), df)
		if err != nil {
			return percentiles{}, err
		}
		list[i] = c.Percentile.InexactFloat64()
	}
	p := percentiles{list[0], list[1]}
	students.Store(degrees, p)
	return p, nil
}

// studentBetween is [student] for degrees of freedom that are not whole: the cubic in their reciprocal through the four whole
// ones around them, good to seven digits from 9 degrees of freedom on.
func studentBetween(degrees float64) (percentiles, error) {
	var sum percentiles
	if !(degrees > 8.99) {
		return sum, fmt.Errorf("%v degrees of freedom are too few", degrees)
	}
	first := int(degrees) - 1
	for i := first; i < first+4; i++ {
		p, err := student(i)
		if err != nil {
			return sum, err
		}
		weight := 1.0
		for j := first; j < first+4; j++ {
			if j != i {
				weight *= (1/degrees - 1/float64(j)) / (1/float64(i) - 1/float64(j))
			}
		}
		sum.p90 += float64(weight * p.p90)
		sum.p95 += float64(weight * p.p95)
	}
	return sum, nil
}

// answer states a point estimate with its variance.
func (p percentiles) answer(point, variance float64, found bool) answer {
	e := math.Sqrt(variance)
	return answer{point, point - float64(p.p90*e), point - float64(p.p95*e), point + float64(p.p95*e), found}
}

// srs is a simple random sample without replacement from a range of claims. It shuffles on where the last sample ended,
// which is as good a start as any.
type srs struct {
	claims []int32
	size   int
}

func newSRS(from, to, size int) (srs, error) {
	if size < 2 && size != to-from || size > to-from {
		return srs{}, fmt.Errorf("%d claims of %d", size, to-from)
	}
	d := srs{size: size}
	for i := from; i < to; i++ {
		d.claims = append(d.claims, int32(i))
	}
	return d, nil
}

func (d srs) draw(random *rand.Rand) {
	if d.size == len(d.claims) {
		return
	}
	for i := range d.size {
		j := i + random.IntN(len(d.claims)-i)
		d.claims[i], d.claims[j] = d.claims[j], d.claims[i]
	}
}

// sample are the claims drawn last.
func (d srs) sample() []int32 { return d.claims[:d.size] }

// factor is N(N-n)/n, which the variance of the values has to be multiplied by for that of the total.
func (d srs) factor() float64 {
	all, n := float64(len(d.claims)), float64(d.size)
	return all * (all - n) / n
}

// simple is variable.Unrestricted, or variable.Ratio with n-1 degrees of freedom.
type simple struct {
	srs
	*population
	percentiles
	ratio bool
}

func newSimple(ratio bool) func(*population, int) (sampler, error) {
	return func(p *population, size int) (sampler, error) {
		d, err := newSRS(0, len(p.paid), size)
		if err != nil {
			return nil, err
		}
		t, err := student(size - 1)
		return simple{d, p, t, ratio}, err
	}
}

func (s simple) appraise() (answer, error) {
	var paid, overpaid int64
	for _, i := range s.sample() {
		paid += s.paid[i]
		overpaid += s.overpaid[i]
	}
	n := float64(s.size)
	found := overpaid != 0
	if !s.ratio {
		mean := float64(overpaid) / n
		squares := 0.0
		for _, i := range s.sample() {
			off := float64(s.overpaid[i]) - mean
			squares += float64(off * off)
		}
		return s.answer(float64(len(s.paid))*mean, s.factor()*squares/(n-1), found), nil
	}
	r := float64(overpaid) / float64(paid)
	squares := 0.0
	for _, i := range s.sample() {
		off := float64(s.overpaid[i]) - float64(r*float64(s.paid[i]))
		squares += float64(off * off)
	}
	return s.answer(r*float64(s.totalPaid), s.factor()*squares/(n-1), found), nil
}
