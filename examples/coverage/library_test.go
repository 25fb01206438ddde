package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
)

// The simulation appraises in floating point. Here samples of it are appraised by the library, which is exact.

func inCents(n int64) decimal.Decimal { return decimal.NewFromInt(n) }

// values are the payments and overpayments of claims.
func (p *population) values(claims []int32) (paid, overpaid []decimal.Decimal) {
	for _, i := range claims {
		paid, overpaid = append(paid, inCents(p.paid[i])), append(overpaid, inCents(p.overpaid[i]))
	}
	return paid, overpaid
}

var levels = appraisal.Options{
	Levels:         []decimal.Decimal{decimal.New(90, -2)},
	OneSidedLevels: []decimal.Decimal{decimal.New(90, -2)},
}

// figures are what an appraisal states: point estimate, lower limits of 90 and 95 percent, upper limit of 95, each nil where
// there is none.
type figures [4]*decimal.Decimal

func ofEstimate(e appraisal.Estimate, err error) (figures, error) {
	if err != nil {
		return figures{}, err
	}
	return figures{&e.PointEstimate, &e.OneSided[0].LowerLimit, &e.Intervals[0].LowerLimit, &e.Intervals[0].UpperLimit}, nil
}

// byLibrary appraises the sample that a sampler drew last.
func byLibrary(s sampler) (figures, error) {
	switch s := s.(type) {
	case simple:
		paid, overpaid := s.values(s.sample())
		all := int64(len(s.paid))
		if s.ratio {
			x := inCents(s.totalPaid)
			r, err := variable.Ratio{Auxiliary: variable.Auxiliary{
				Strata: []variable.PairStratum{{Universe: all, Pairs: variable.Pairs{Y: overpaid, X: paid}}},
				TotalX: &x, Options: levels, DegreesOfFreedom: variable.StrataDegrees}}.Appraise()
			return ofEstimate(r.Estimate, err)
		}
		r, err := variable.Unrestricted{Universe: all, Sample: variable.Sample{Difference: overpaid}, Options: levels}.Appraise()
		return ofEstimate(r.Estimate, err)
	case stratified:
		d := variable.Stratified{Options: levels}
		if s.satterthwaite {
			d.DegreesOfFreedom = variable.SatterthwaiteDegrees
		}
		for _, stratum := range s.strata {
			_, overpaid := s.values(stratum.sample())
			d.Strata = append(d.Strata, variable.Stratum{Universe: int64(len(stratum.claims)), Sample: variable.Sample{Difference: overpaid}})
		}
		r, err := d.Appraise()
		return ofEstimate(r.Estimate, err)
	case *monetary:
		d := variable.PPS{TotalSize: inCents(s.totalPaid), Hits: int64(s.size), Options: levels}
		for i := 0; i < len(s.hits); {
			hits := 1
			for i+hits < len(s.hits) && s.hits[i+hits] == s.hits[i] {
				hits++
			}
			c := s.hits[i]
			d.Units = append(d.Units, variable.PPSUnit{Size: inCents(s.paid[c]), Value: inCents(s.overpaid[c]), Hits: int64(hits)})
			i += hits
		}
		if s.stringer {
			d.OneSidedLevels = nil // 0.95
			r, err := variable.StringerBound{PPS: d}.Appraise()
			if err != nil {
				return figures{}, err
			}
			return figures{3: &r.Bounds[0].UpperLimit}, nil
		}
		r, err := d.Appraise()
		return ofEstimate(r.Estimate, err)
	case *minimumSum:
		paid, overpaid := s.values(s.sample())
		rest, _ := s.values(s.claims[s.size:])
		r, err := variable.MinimumSum{Sample: variable.Sample{Examined: paid, Difference: overpaid}, Unsampled: rest,
			ErrorShare:     decimal.NewFromFloat(s.share),
			OneSidedLevels: []decimal.Decimal{decimal.New(90, -2), decimal.New(95, -2)}}.Appraise()
		if err != nil {
			return figures{}, err
		}
		return figures{1: &r.Limits[0].LowerLimit, 2: &r.Limits[1].LowerLimit}, nil
	}
	return figures{}, fmt.Errorf("no library appraisal for %T", s)
}

// agree holds an answer against the library's figures: the same number but for floating point (for the interpolated
// percentiles of Satterthwaite's degrees of freedom: seven digits; for the minimum sum nothing at all), and the same side of
// the true total.
func agree(t *testing.T, name string, s sampler, total int64) {
	t.Helper()
	a, err := s.appraise()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	exact, err := byLibrary(s)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	tolerance := 1e-12
	switch s := s.(type) {
	case stratified:
		if s.satterthwaite {
			tolerance = 1e-7
		}
	case *minimumSum:
		tolerance = 0
	}
	for i, ours := range []float64{a.point, a.lower90, a.lower95, a.upper95} {
		if exact[i] == nil {
			if !math.IsNaN(ours) {
				t.Errorf("%s: figure %d is %v, the library has none", name, i, ours)
			}
			continue
		}
		theirs := exact[i].InexactFloat64()
		// A limit is a difference: digits are those of its parts.
		size := max(math.Abs(theirs), math.Abs(a.point), math.Abs(a.upper95))
		if math.IsNaN(size) {
			size = math.Abs(theirs)
		}
		if !(math.Abs(ours-theirs) <= tolerance*size) {
			t.Errorf("%s: figure %d is %v, the library has %s", name, i, ours, exact[i])
		}
		if i > 0 && (ours <= float64(total)) != exact[i].LessThanOrEqual(inCents(total)) {
			t.Errorf("%s: figure %d is %v, the library has %s: on different sides of %d", name, i, ours, exact[i], total)
		}
	}
}

// TestLibrary: samples of a cell of every population and method.
func TestLibrary(t *testing.T) {
	samples := 2
	if testing.Short() {
		samples = 1
	}
	for _, c := range cells(regexp.MustCompile(`/(2|20|90)/(30|200)/`)) {
		p := newPopulation(c.kind, c.rate)
		s, err := c.method.sampler(p, c.size)
		if err != nil {
			t.Fatal(err)
		}
		random := rand.New(rand.NewPCG(1, 2))
		for range samples {
			s.draw(random)
			agree(t, c.String(), s, p.totalOverpaid)
		}
	}
}

// TestDifferenceEstimator: the total paid less the estimated correct total, with the payments as the known value, is the
// overpayment of the simple sample with the same standard error. So it is no cell of its own.
func TestDifferenceEstimator(t *testing.T) {
	p := newPopulation(kinds[1], 20)
	s, err := newSimple(false)(p, 50)
	if err != nil {
		t.Fatal(err)
	}
	s.draw(rand.New(rand.NewPCG(3, 4)))
	paid, overpaid := p.values(s.(simple).sample())
	correct := make([]decimal.Decimal, len(paid))
	for i := range paid {
		correct[i] = paid[i].Sub(overpaid[i])
	}
	x := inCents(p.totalPaid)
	d, err := variable.DifferenceEstimator{Auxiliary: variable.Auxiliary{TotalX: &x,
		Strata: []variable.PairStratum{{Universe: universe, Pairs: variable.Pairs{Y: correct, X: paid}}}}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	u, err := variable.Unrestricted{Universe: universe, Sample: variable.Sample{Difference: overpaid}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if !x.Sub(d.PointEstimate).Equal(u.PointEstimate) || !d.StandardError.Equal(u.StandardError) {
		t.Errorf("%s less %s with a standard error of %s is not %s with %s", x, d.PointEstimate, d.StandardError,
			u.PointEstimate, u.StandardError)
	}
}
