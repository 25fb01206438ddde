package main

import (
	"math"
	"math/big"
	"math/rand/v2"
	"regexp"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/shopspring/decimal"
)

// near reports whether a simulated share is within four of its standard errors of a known one.
func near(simulated, known float64, replicates int) bool {
	return math.Abs(simulated-known) <= 4*math.Sqrt(known*(1-known)/float64(replicates))+1e-15
}

// TestHypergeometric: where every claim costs the same, the number of claims in error in a sample decides everything, and its
// distribution is known. The whole grid of these cells is held against the exact coverage.
func TestHypergeometric(t *testing.T) {
	replicates := 10_000
	if testing.Short() {
		replicates = 1000
	}
	for _, c := range cells(regexp.MustCompile(`^equal/.*/t$`)) {
		percentile := func(level int64) float64 {
			p, err := appraisal.OneSidedPercentile(decimal.New(level, -2), big.NewRat(int64(c.size-1), 1))
			if err != nil {
				t.Fatal(err)
			}
			return p.Percentile.InexactFloat64()
		}
		p90, p95 := percentile(90), percentile(95)
		N, K, n := universe, universe*c.rate/100, c.size
		all := new(big.Int).Binomial(int64(N), int64(n))
		known := row{}
		for x := range n + 1 {
			ways := new(big.Int).Binomial(int64(K), int64(x))
			ways.Mul(ways, new(big.Int).Binomial(int64(N-K), int64(n-x)))
			probability, _ := new(big.Rat).SetFrac(ways, all).Float64()
			share := float64(x) / float64(n)
			e := math.Sqrt(share * (1 - share) / float64(n-1) * float64(N-n) / float64(N))
			truth := float64(c.rate) / 100
			low, high := share-p95*e <= truth, truth <= share+p95*e
			for _, add := range []struct {
				to  *float64
				yes bool
			}{{&known.NoError, x == 0}, {&known.TwoSided, low && high}, {&known.Lower90, share-p90*e <= truth},
				{&known.Lower95, low}, {&known.Upper95, high}} {
				if add.yes {
					*add.to += probability
				}
			}
		}
		r, err := c.run(replicates, 7)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range [][2]float64{{r.NoError, known.NoError}, {r.TwoSided, known.TwoSided}, {r.Lower90, known.Lower90},
			{r.Lower95, known.Lower95}, {r.Upper95, known.Upper95}} {
			if !near(s[0], min(1, s[1]), replicates) {
				t.Errorf("%s: simulated %v, exactly %v", c, s[0], s[1])
			}
		}
	}
}

// small is a population of 15 claims with four in error, one of them in part.
func small() *population {
	p := &population{paid: []int64{900, 1250, 1700, 2000, 2600, 3100, 4000, 5200, 5500, 5800, 6200, 6500, 7500, 8000, 9900},
		overpaid: []int64{0, 1250, 0, 0, 0, 1300, 0, 0, 0, 5800, 0, 0, 7500, 0, 0}}
	for i := range p.paid {
		p.totalPaid += p.paid[i]
		p.totalOverpaid += p.overpaid[i]
	}
	return p
}

// subsets calls f with every arrangement of the claims of a sample whose first ones, up to its size, are a different set.
func (d srs) subsets(f func()) {
	var choose func(place, from int)
	claims := append([]int32(nil), d.claims...)
	choose = func(place, from int) {
		if place == d.size {
			f()
			return
		}
		for i := from; i < len(claims); i++ {
			// Swap claim i of the sorted list into its place.
			at := place
			for d.claims[at] != claims[i] {
				at++
			}
			d.claims[place], d.claims[at] = d.claims[at], d.claims[place]
			choose(place+1, i+1)
		}
	}
	choose(0, 0)
}

// every calls f for each sample that a sampler can draw; all are equally likely.
func every(s sampler, f func()) {
	switch s := s.(type) {
	case simple:
		s.subsets(f)
	case *minimumSum:
		s.subsets(f)
	case stratified:
		for h := range s.strata {
			next := f
			stratum := s.strata[h]
			f = func() { stratum.subsets(next) }
		}
		f()
	case *monetary: // for the order of the claims as it is
		for start := int64(1); start <= s.totalPaid; start++ {
			s.hit(start)
			f()
		}
	}
}

// TestEnumeration: of a small population every sample is listed. Each is held against the library; the share of them that
// hold the total is what the simulation has to find, and the mean of unbiased estimates is the total.
func TestEnumeration(t *testing.T) {
	for _, m := range methods {
		if m.name == "pps" || m.name == "stringer" || m.name == "size-t" {
			continue // TestMonetaryHits; too few degrees of freedom
		}
		p := small()
		s, err := m.sampler(p, 8)
		if err != nil {
			t.Fatal(m.name, err)
		}
		samples, held, lower90, noError := 0, 0, 0, 0
		total, mean := float64(p.totalOverpaid), 0.0
		seen := map[[4]float64]bool{}
		every(s, func() {
			if samples%20 == 0 { // the library takes its time
				agree(t, m.name, s, p.totalOverpaid)
			}
			a, err := s.appraise()
			if err != nil {
				t.Fatal(m.name, err)
			}
			samples++
			count(&held, a.lower95 <= total && total <= a.upper95)
			count(&lower90, a.lower90 <= total)
			count(&noError, !a.found)
			mean += a.point
			seen[[4]float64{a.point, a.lower90}] = true
		})
		if samples < 500 || len(seen) < 4 {
			t.Fatalf("%s: %d samples with %d results", m.name, samples, len(seen))
		}
		n := float64(samples)
		if biased := m.name == "ratio"; m.upper && !biased && math.Abs(mean/n/total-1) > 1e-12 {
			t.Errorf("%s: the mean estimate of all %d samples is %v, the total %v", m.name, samples, mean/n, total)
		}
		const replicates = 20_000
		r, err := simulate(s, p, replicates, rand.New(rand.NewPCG(5, 6)))
		if err != nil {
			t.Fatal(m.name, err)
		}
		if !near(r.TwoSided, float64(held)/n, replicates) || !near(r.Lower90, float64(lower90)/n, replicates) ||
			!near(r.NoError, float64(noError)/n, replicates) {
			t.Errorf("%s: of %d samples %d hold the total, %d lower limits do and %d have no error; simulated %v, %v, %v",
				m.name, samples, held, lower90, noError, r.TwoSided, r.Lower90, r.NoError)
		}
	}
}

// TestMonetaryHits: over all starts a claim gets n times its payment in hits, no sample has other than n, and the mean
// estimate of all starts is the total.
func TestMonetaryHits(t *testing.T) {
	p := small()
	for i := range p.paid { // fewer starts
		p.paid[i], p.overpaid[i] = p.paid[i]/50, p.overpaid[i]/50
	}
	p.totalPaid, p.totalOverpaid = 0, 0
	for i := range p.paid {
		p.totalPaid += p.paid[i]
		p.totalOverpaid += p.overpaid[i]
	}
	s, err := newMonetary(false)(p, 5)
	if err != nil {
		t.Fatal(err)
	}
	m := s.(*monetary)
	hits := make([]int64, len(p.paid))
	mean := 0.0
	every(m, func() {
		if len(m.hits) != m.size {
			t.Fatalf("%d hits", len(m.hits))
		}
		for _, i := range m.hits {
			hits[i]++
		}
		if hits[0]%5 == 0 {
			agree(t, "pps", m, p.totalOverpaid)
		}
		a, err := m.appraise()
		if err != nil {
			t.Fatal(err)
		}
		mean += a.point
	})
	for i, paid := range p.paid {
		if hits[i] != 5*paid {
			t.Errorf("claim %d of %d: %d hits", i, paid, hits[i])
		}
	}
	if mean /= float64(p.totalPaid) * float64(p.totalOverpaid); math.Abs(mean-1) > 1e-12 {
		t.Errorf("the mean estimate is %v of the total", mean)
	}
}
