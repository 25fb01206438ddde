package main

import (
	"bytes"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/attribute"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/sampling"
	"github.com/iromath/iromath/sampling/samplesize"
)

// job is what is measured. It returns a function, which is not, of what it came to.
type job func() (result, error)

type result func() []float64

// work is something that everyone does. The peers know it by its name.
type work struct {
	name, title string
	sizes       []size
	// ours returns what is measured, with its data at hand.
	ours  func(size) (job, error)
	peers []string // who can do it
	// tolerance is how far a result of a peer may be off, relatively.
	tolerance map[string]float64
}

var (
	growing  = []size{{1e9, 100}, {1e9, 1000}, {1e9, 10_000}, {1e9, 100_000}, {1e9, 1_000_000}}
	widening = []size{{10_000, 1000}, {1_000_000, 1000}, {100_000_000, 1000}, {10_000_000_000, 1000}}
	everyone = []string{"R", "Python"}
	// What is left of doubles after a sum of many; percentiles of t by SciPy 1.10 are off by 1e-11.
	rounded = map[string]float64{"R": 1e-12, "Python": 1e-10}
	// Hypergeometric probabilities by SciPy 1.10 are off by 3e-9 in the largest universe, and so its limits by some units.
	nearby = map[string]float64{"Python": 1e-6}
)

// works lists all of them. Files are written to dir, where the peers read them.
func works(dir string) []work {
	var list []work
	for _, m := range []struct {
		method sampling.Method
		peer   string
		call   string
	}{{sampling.R, "R", "sample.int"}, {sampling.RRounding, "R", "sample.int, sample.kind \"Rounding\""},
		{sampling.Python, "Python", "random.sample"}, {sampling.NumPy, "Python", "numpy choice"}} {
		draw := drawBy(m.method)
		list = append(list,
			work{name: "select_" + string(m.method), title: "Selection as " + m.call + " does: growing sample of 1,000,000,000", sizes: growing,
				ours: draw, peers: []string{m.peer}},
			work{name: "select_" + string(m.method), title: "The same: 1,000 of a growing frame", sizes: widening, ours: draw,
				peers: []string{m.peer}})
	}
	return append(list,
		work{name: "tickets", title: "SHA-256 tickets, 100 kept of a growing frame", ours: tickets, peers: []string{"Python"},
			sizes: []size{{1000, 100}, {10_000, 100}, {100_000, 100}, {1_000_000, 100}}},
		work{name: "appraise", title: "Appraisal of a growing sample: total, standard error, limits at three levels", ours: appraise, peers: everyone,
			tolerance: rounded, sizes: []size{{1e9, 100}, {1e9, 1000}, {1e9, 10_000}, {1e9, 100_000}, {1e9, 1_000_000}}},
		work{name: "strata", title: "Stratified appraisal, 100 items in each of a growing number of strata", ours: strata, peers: everyone,
			tolerance: rounded, sizes: []size{{0, 1}, {0, 10}, {0, 100}, {0, 1000}}},
		work{name: "limits", title: "Exact limits of a count, growing sample of 2,147,483,647", ours: limits, peers: everyone, tolerance: nearby,
			sizes: []size{{1<<31 - 1, 100}, {1<<31 - 1, 1000}, {1<<31 - 1, 10_000}, {1<<31 - 1, 100_000}}},
		work{name: "limits", title: "The same: 100 of a growing universe", ours: limits, peers: everyone, tolerance: nearby,
			sizes: []size{{1000, 100}, {100_000, 100}, {10_000_000, 100}, {1<<31 - 1, 100}}},
		work{name: "size_table", title: "Table of 20 sample sizes from a growing probe sample", ours: sizeTable, peers: everyone,
			sizes: []size{{1_000_000, 50}, {1_000_000, 500}, {1_000_000, 5000}, {1_000_000, 50_000}}},
		work{name: "size_counts", title: "Sample size for a share by exact limits, growing universe", ours: sizeCounts, peers: everyone,
			sizes: []size{{1000, 0}, {10_000, 0}, {100_000, 0}, {1_000_000, 0}}},
		work{name: "frame", title: "Frame from a CSV file of growing length", ours: frameOf(dir), peers: everyone,
			sizes: []size{{1000, 0}, {10_000, 0}, {100_000, 0}, {1_000_000, 0}}},
		work{name: "coverage_r", title: "Coverage: 100 items a replicate, growing number of replicates, as R draws", ours: coverage(sampling.R),
			peers: []string{"R"}, sizes: []size{{10, 100}, {100, 100}, {1000, 100}, {10_000, 100}}},
		work{name: "coverage_numpy", title: "The same as NumPy draws", ours: coverage(sampling.NumPy), peers: []string{"Python"},
			sizes: []size{{10, 100}, {100, 100}, {1000, 100}, {10_000, 100}}},
	)
}

// cents is the overpayment of item i of any population here: zero for two items of three.
func cents(i int64) int64 {
	if i%3 > 0 {
		return 0
	}
	return i * 7919 % 1_000_003
}

func dollars(first, count int64) []decimal.Decimal {
	list := make([]decimal.Decimal, count)
	for i := range list {
		list[i] = decimal.New(cents(first+int64(i)), -2)
	}
	return list
}

func drawBy(m sampling.Method) func(size) (job, error) {
	return func(s size) (job, error) {
		plan := sampling.SingleStage{Method: m, Seed: "12345", Low: 1, High: s.N, Size: s.n}
		return func() (result, error) {
			drawn, err := plan.Draw()
			return func() []float64 {
				sum, weighted := int64(0), int64(0)
				for _, u := range drawn.Sample {
					sum += u.Number
					weighted += (u.Number % 1000) * (u.Order % 1000)
				}
				return []float64{float64(sum), float64(weighted)}
			}, err
		}, nil
	}
}

func tickets(s size) (job, error) {
	ids := make([]string, s.N)
	for i := range ids {
		ids[i] = "claim-" + strconv.Itoa(i)
	}
	plan := sampling.Tickets{Seed: "public dice", Size: s.n}
	return func() (result, error) {
		drawn, err := plan.Draw(slices.Values(ids))
		return func() []float64 {
			sum := 0.0
			for _, u := range drawn.Sample {
				place, _ := strconv.Atoi(u.ID[len("claim-"):])
				sum += float64(place) * float64(u.Order)
			}
			return []float64{sum}
		}, err
	}, nil
}

// stated are the figures of an estimate.
func stated(e appraisal.Estimate, err error) (result, error) {
	return func() []float64 {
		list := []float64{e.PointEstimate.InexactFloat64(), e.StandardError.InexactFloat64()}
		for _, i := range e.Intervals {
			list = append(list, i.LowerLimit.InexactFloat64(), i.UpperLimit.InexactFloat64())
		}
		return list
	}, err
}

func appraise(s size) (job, error) {
	u := variable.Unrestricted{Universe: s.N, Sample: variable.Sample{Difference: dollars(0, s.n)}}
	return func() (result, error) {
		r, err := u.Appraise()
		return stated(r.Estimate, err)
	}, nil
}

func strata(s size) (job, error) {
	d := variable.Stratified{DegreesOfFreedom: variable.StrataDegrees}
	for h := range s.n {
		d.Strata = append(d.Strata, variable.Stratum{Universe: 1000 + h, Sample: variable.Sample{Difference: dollars(100*h, 100)}})
	}
	return func() (result, error) {
		r, err := d.Appraise()
		return stated(r.Estimate, err)
	}, nil
}

func limits(s size) (job, error) {
	u := attribute.Unrestricted{Universe: s.N, Sample: attribute.Sample{SampleSize: s.n, Count: s.n / 20}}
	return func() (result, error) {
		r, err := u.Appraise()
		return func() (list []float64) {
			for _, i := range r.Intervals {
				list = append(list, float64(i.LowerLimit), float64(i.UpperLimit))
			}
			return list
		}, err
	}, nil
}

func sizeTable(s size) (job, error) {
	p := samplesize.Probe{Universe: s.N, Overpayments: dollars(0, s.n)}
	return func() (result, error) {
		t, err := p.Table()
		return func() (list []float64) {
			for _, row := range t.Rows {
				for _, c := range row {
					list = append(list, float64(c.Size))
				}
			}
			return list
		}, err
	}, nil
}

func sizeCounts(s size) (job, error) {
	a := samplesize.Attribute{Universe: s.N, Rate: decimal.New(5, -2)}
	level, width := decimal.New(9, -1), decimal.New(8, -2)
	return func() (result, error) {
		c, err := a.Size(level, width)
		return func() []float64 { return []float64{float64(c.Size)} }, err
	}, nil
}

// frameOf reads a file of claims, some of them with a second line or nothing paid.
func frameOf(dir string) func(size) (job, error) {
	return func(s size) (job, error) {
		name := filepath.Join(dir, fmt.Sprintf("claims%d.csv", s.N))
		if err := os.WriteFile(name, claims(s.N), 0o600); err != nil {
			return nil, err
		}
		return func() (result, error) {
			file, err := os.Open(name)
			if err != nil {
				return nil, err
			}
			defer file.Close()
			f, err := iromath.ReadFrame(file, iromath.FrameOptions{}, nil)
			return func() []float64 { return []float64{float64(f.Size()), f.Paid().InexactFloat64()} }, err
		}, nil
	}
}

func claims(rows int64) []byte {
	var file bytes.Buffer
	fmt.Fprintln(&file, "claim_id,payor,paid_date,paid")
	for i := range rows {
		id, paid := i, 10_000+cents(i)
		if i%1000 == 999 { // a second line of a claim
			id--
		}
		if i%31 == 30 {
			paid = 0
		}
		fmt.Fprintf(&file, "C%09d,Medicare,2026-03-%02d,%d.%02d\n", id, 1+i%28, paid/100, paid%100)
	}
	return file.Bytes()
}

// period is that of cents, and the population of the simulation has 33 of them.
const period = 3 * 1_000_003

// coverage counts, among samples that are the parts of one long draw, those whose 90 percent interval holds the total of the
// population: (N m - T)² <= t² N(N-n)/n s², in exact fractions.
func coverage(m sampling.Method) func(size) (job, error) {
	return func(s size) (job, error) {
		const universe = 33 * period
		sum := int64(0)
		for i := range int64(period) {
			sum += 33 * cents(i)
		}
		total := big.NewRat(sum, 1)
		t, err := appraisal.Percentile(decimal.New(9, -1), big.NewRat(s.n-1, 1))
		if err != nil {
			return nil, err
		}
		factor := t.Percentile.Rat()
		factor.Mul(factor, factor).Mul(factor, big.NewRat(universe, s.n)).Mul(factor, big.NewRat(universe-s.n, 1))
		plan := sampling.SingleStage{Method: m, Seed: "12345", Low: 1, High: universe, Size: s.N * s.n}
		return func() (result, error) {
			drawn, err := plan.Draw()
			if err != nil {
				return nil, err
			}
			sums := make([]appraisal.Sums, s.N)
			for _, u := range drawn.Sample {
				if err := sums[(u.Order-1)/s.n].AddScaled(cents(u.Number-1), 0); err != nil {
					return nil, err
				}
			}
			covered := 0.0
			for i := range sums {
				miss := sums[i].Mean()
				miss.Mul(miss, big.NewRat(universe, 1)).Sub(miss, total)
				variance := sums[i].Variance()
				if miss.Mul(miss, miss).Cmp(variance.Mul(variance, factor)) <= 0 {
					covered++
				}
			}
			return func() []float64 { return []float64{covered} }, nil
		}, nil
	}
}
