//go:build peers

package variable

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/peerstest"
)

// liveDesigns makes the cases of a test.
func liveDesigns(t *testing.T, cases int, random *rand.Rand) []appraised {
	t.Helper()
	var list []appraised
	for range cases {
		for _, d := range (live{random, peerstest.Level(random, 0.3)}).designs() {
			if d.err != nil {
				t.Fatalf("%s%s: %v", d.inR, d.inPython, d.err)
			}
			list = append(list, d)
		}
	}
	return list
}

// TestLiveSurvey appraises samples of every design with R's package survey. Its floating point is the reason for the tolerance:
// 1e-12 of the size of the estimated totals, and of the standard error itself.
func TestLiveSurvey(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var lines []string
	var designs []appraised
	for _, d := range liveDesigns(t, (cases+4)/5, random) {
		if d.inR != "" {
			lines, designs = append(lines, d.inR), append(designs, d)
		}
	}
	for i, answer := range peerstest.R(t, "survey").Ask(t, lines, "testdata/live") {
		d := designs[i]
		peerstest.Near(t, lines[i]+": point estimate", d.PointEstimate, answer[0], d.scale, 1e-12)
		if len(answer) > 1 {
			peerstest.Near(t, lines[i]+": standard error", d.StandardError, answer[1], 0, 1e-12)
		}
		if len(answer) > 2 {
			peerstest.Near(t, lines[i]+": lower limit", d.Intervals[0].LowerLimit, answer[2], d.scale, 1e-12)
			peerstest.Near(t, lines[i]+": upper limit", d.Intervals[0].UpperLimit, answer[3], d.scale, 1e-12)
		}
	}
}

// TestLiveFractions works the same designs out in fractions of Python, written after the textbooks: point estimate, standard
// error and limits are equal in all twenty digits. Percentiles are taken from here; TestLiveDigits of internal/dist has those.
func TestLiveFractions(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var lines []string
	var designs []appraised
	for _, d := range liveDesigns(t, cases, random) {
		if d.inPython != "" {
			lines = append(lines, fmt.Sprintf(`state(%s, "%s")`, d.inPython, d.Intervals[0].Percentile))
			designs = append(designs, d)
		}
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		e := designs[i].Estimate
		for k, got := range []decimal.Decimal{e.PointEstimate, e.StandardError, e.Intervals[0].LowerLimit, e.Intervals[0].UpperLimit} {
			if want := dec(answer[k]); !got.Equal(want) {
				t.Errorf("%s: figure %d is %s, want %s", lines[i], k+1, got, want)
			}
		}
	}
}

// TestLiveMoments compares all figures of a single sample, twenty digits each, with fractions of Python.
func TestLiveMoments(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	l := live{Rand: random}
	var lines []string
	var got [][]decimal.Decimal
	for range 2 * cases {
		universe, n := l.sizes(2, 300)
		y := l.amounts(n)
		r, err := Unrestricted{Universe: universe, Sample: Sample{Difference: y}}.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("moments(%d, %s)", universe, texts(y)))
		got = append(got, []decimal.Decimal{r.Mean, r.StandardDeviation, *r.Skewness, *r.Kurtosis, r.StandardErrorMean})
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		for k, g := range got[i] {
			if want := dec(answer[k]); !g.Equal(want) {
				t.Errorf("%s: figure %d is %s, want %s", lines[i], k+1, g, want)
			}
		}
	}
}

// TestLiveMinimumSum compares the lower limits of the minimum sum method with fractions of Python.
func TestLiveMinimumSum(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	l := live{Rand: random}
	lines, got := make([]string, cases), make([][]decimal.Decimal, cases)
	for i := range lines {
		m := MinimumSum{ErrorShare: dec([]string{"1", "0.5", "0.25"}[l.IntN(3)]), OneSidedLevels: []decimal.Decimal{peerstest.Level(l.Rand, 0.5)}}
		for range 1 + l.IntN(60) {
			paid := l.amount()
			right := []decimal.Decimal{{}, paid, paid, paid.Mul(decimal.New(l.Int64N(120), -2)).Truncate(2)}[l.IntN(4)]
			m.Examined, m.Audited = append(m.Examined, paid), append(m.Audited, right)
		}
		for range l.IntN(400) {
			m.Unsampled = append(m.Unsampled, l.amount())
		}
		r, err := m.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		one := r.Limits[0]
		got[i] = []decimal.Decimal{decimal.NewFromInt(r.InError), decimal.NewFromInt(one.CountLimit), one.LowerLimit}
		lines[i] = fmt.Sprintf("minimum_sum(%s, %s, %s, %q, %q)", texts(m.Examined), texts(m.Audited), texts(m.Unsampled),
			m.ErrorShare, m.OneSidedLevels[0])
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		for k, g := range got[i] {
			if !g.Equal(dec(answer[k])) {
				t.Errorf("%s: figure %d is %s, want %s", lines[i], k+1, g, answer[k])
			}
		}
	}
}
