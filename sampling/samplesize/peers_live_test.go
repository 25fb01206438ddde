//go:build peers

package samplesize

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/peerstest"
)

// liveCall is a line for Python, and the figures that it has to come to.
type liveCall struct {
	line string
	want []decimal.Decimal
	err  error
}

// compareLive asks Python for all lines: every figure is equal.
func compareLive(t *testing.T, calls []liveCall) {
	t.Helper()
	lines := make([]string, len(calls))
	for i, c := range calls {
		if c.err != nil {
			t.Fatalf("%s: %v", c.line, c.err)
		}
		lines[i] = c.line
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "../../appraisal/variable/testdata/live", "../../internal/dist/testdata/live",
		"testdata/live") {
		if len(answer) != len(calls[i].want) {
			t.Fatalf("%s: %v", lines[i], answer)
		}
		for k, got := range calls[i].want {
			if want := dec(answer[k]); !got.Equal(want) {
				t.Errorf("%s: figure %d is %s, want %s", lines[i], k+1, got, want)
			}
		}
	}
}

func whole(n int64) decimal.Decimal { return decimal.NewFromInt(n) }

// asked is a question for a size: level, precision, and whether the level is that of one limit.
type asked struct {
	level, precision decimal.Decimal
	oneSided         bool
}

func ask(r *rand.Rand) asked {
	return asked{peerstest.Level(r, 0.55), decimal.New(1+r.Int64N(60), -2), r.IntN(3) == 0}
}

// percentile is that of the question, as a text: TestLiveDigits of internal/dist has its digits.
func (a asked) percentile(t *testing.T, df int64) string {
	t.Helper()
	q, err := percentile(a.level, df, a.oneSided)
	if err != nil {
		t.Fatal(err)
	}
	return q.RatString()
}

// TestLiveMoney compares sizes and precisions of amounts with fractions of Python.
func TestLiveMoney(t *testing.T) {
	r, cases := peerstest.Inputs(t)
	var calls []liveCall
	for range 2 * cases {
		a, values := ask(r), make([]decimal.Decimal, 2+r.IntN(100))
		for i := range values {
			if i == 0 || r.IntN(3) == 0 {
				values[i] = decimal.New(1+r.Int64N(1_000_000), -2)
			}
		}
		universe := int64(len(values)) + r.Int64N(int64(10)<<(3*r.IntN(8)))
		p := Probe{Universe: universe, Overpayments: values, OneSided: a.oneSided}
		cell, err := p.Size(a.level, a.precision)
		calls = append(calls, liveCall{fmt.Sprintf(`probe(%d, [%s], "%s", "%s")`, universe, peerstest.Quoted(values),
			a.precision, a.percentile(t, 0)), []decimal.Decimal{whole(cell.Size), cell.Unrounded}, err})

		n := 2 + r.Int64N(universe-1)
		e, err := p.Precision(n, a.level)
		if err != nil {
			t.Fatal(err)
		}
		calls = append(calls, liveCall{fmt.Sprintf(`precision(%d, [%s], %d, "%s")`, universe, peerstest.Quoted(values), n,
			a.percentile(t, n-1)), []decimal.Decimal{*e.PrecisionAmount, *e.Precision}, nil})

		rate := ErrorRate{Universe: universe, Rate: decimal.New(1+r.Int64N(999), -3), ReportedTotal: decimal.New(r.Int64N(1e12)+1, -2),
			ReportedDeviation: decimal.New(r.Int64N(1e8), -2), OneSided: a.oneSided}
		cell, err = rate.Size(a.level, a.precision)
		calls = append(calls, liveCall{fmt.Sprintf(`error_rate(%d, "%s", "%s", "%s", "%s", "%s")`, universe, rate.Rate, rate.ReportedTotal,
			rate.ReportedDeviation, a.precision, a.percentile(t, 0)), []decimal.Decimal{whole(cell.Size), cell.Unrounded}, err})
	}
	compareLive(t, calls)
}

// TestLiveStrata compares the sizes of strata with optimal allocation.
func TestLiveStrata(t *testing.T) {
	r, cases := peerstest.Inputs(t)
	var calls []liveCall
	for range 2 * cases {
		a := ask(r)
		var strata []Stratum
		var list []string
		universe := int64(0)
		for i := range 1 + r.IntN(8) {
			m, d := decimal.New(r.Int64N(1_000_000), -2), decimal.New(1+r.Int64N(1_000_000), -2)
			s := Stratum{Name: fmt.Sprint(i), Universe: 1 + r.Int64N(int64(10)<<(3*r.IntN(7))), MeanOverpayment: &m, OverpaymentDeviation: &d}
			strata, universe = append(strata, s), universe+s.Universe
			list = append(list, fmt.Sprintf(`(%d, "%s", "%s")`, s.Universe, m, d))
		}
		all := "[" + strings.Join(list, ", ") + "]"
		parts, total, err := Stratified{Strata: strata, OneSided: a.oneSided}.Size(a.level, a.precision)
		c := liveCall{fmt.Sprintf(`strata(%s, "%s", "%s")`, all, a.precision, a.percentile(t, 0)), []decimal.Decimal{whole(total.Size)}, err}
		for _, p := range parts {
			c.want = append(c.want, whole(p.Size), p.Unrounded)
		}
		known := StratifiedKnown{Size: 1 + r.Int64N(universe), Strata: strata}
		sizes, err := known.Sizes()
		k := liveCall{fmt.Sprintf("known(%s, %d)", all, known.Size), nil, err}
		for _, s := range sizes.Strata {
			k.want = append(k.want, whole(s.Size), s.Unrounded)
		}
		calls = append(calls, c, k)
	}
	compareLive(t, calls)
}

// TestLiveCounts compares sizes for shares and discovery samples with searches through all sizes in integers of Python.
func TestLiveCounts(t *testing.T) {
	r, cases := peerstest.Inputs(t)
	var calls []liveCall
	for range (cases + 1) / 2 {
		level, universe := peerstest.Level(r, 0.3), 1+r.Int64N(120)
		rate, width := decimal.New(5+r.Int64N(976), -3), decimal.New(1+r.Int64N(99), -2)
		cell, err := Attribute{Universe: universe, Rate: rate}.Size(level, width)
		calls = append(calls, liveCall{fmt.Sprintf("share(%d, %q, %q, %q)", universe, rate, level, width), []decimal.Decimal{whole(cell.Size)}, err})

		rate = decimal.New(r.Int64N(300), -3)
		limit := rate.Add(decimal.New(10+r.Int64N(500), -3))
		cell, err = AttributeLimit{Universe: universe, Rate: rate}.Size(level, limit)
		calls = append(calls, liveCall{fmt.Sprintf("upper_share(%d, %q, %q, %q)", universe, rate, level, limit),
			[]decimal.Decimal{whole(cell.Size)}, err})

		universe = 1 + r.Int64N(3000)
		errors, n := 1+r.Int64N(universe), 1+r.Int64N(universe)
		d := Discovery{Universe: universe, Counts: []int64{errors}}
		size, err := d.Size(errors, level)
		if err != nil {
			t.Fatal(err)
		}
		chance, err := d.Chance(n, errors)
		calls = append(calls, liveCall{fmt.Sprintf("discovery(%d, %d, %q, %d)", universe, errors, level, n),
			[]decimal.Decimal{whole(size), exact.Canonical(chance)}, err})
	}
	compareLive(t, calls)
}
