package variable

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// cents generates lists of amounts in cents, with zeros and ties.
func cents(least int) *rapid.Generator[[]decimal.Decimal] {
	one := rapid.Map(rapid.OneOf(rapid.Just(int64(0)), rapid.Int64Range(-20, 20), rapid.Int64Range(-1_000_000,
		100_000_000)),
		func(n int64) decimal.Decimal { return decimal.New(n, -2) })
	return rapid.SliceOfN(one, least, 25)
}

func drawUniverse(t *rapid.T, n int) int64 {
	return int64(n) + rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, 1_000_000)).Draw(t, "not sampled")
}

func encode(t interface{ Fatal(...any) }, v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestOrderAndSumsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := cents(2).Draw(t, "values")
		u := Unrestricted{Universe: drawUniverse(t, len(values)), Sample: Sample{Difference: values}}
		want := encode(t, mustAppraise(t, u))
		u.Difference = rapid.Permutation(values).Draw(t, "order")
		if got := encode(t, mustAppraise(t, u)); got != want {
			t.Fatalf("permuted: %s, want %s", got, want)
		}
		cut := rapid.IntRange(0, len(values)).Draw(t, "cut")
		var left, right appraisal.Sums
		if left.AddAll(values[cut:]) != nil || right.AddAll(values[:cut]) != nil {
			t.Fatal("sums")
		}
		left.Merge(right)
		u.Difference, u.DifferenceSums = nil, &left
		if got := encode(t, mustAppraise(t, u)); got != want {
			t.Fatalf("merged sums: %s, want %s", got, want)
		}
	})
}

// TestShift: c added to every value moves point estimate and limits by N*c and leaves every measure of spread alone.
func TestShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := cents(2).Draw(t, "values")
		c := decimal.New(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "c"), -2)
		u := Unrestricted{Universe: drawUniverse(t, len(values)), Sample: Sample{Difference: values}}
		a := mustAppraise(t, u)
		u.Difference = nil
		for _, v := range values {
			u.Difference = append(u.Difference, v.Add(c))
		}
		b := mustAppraise(t, u)
		if !a.StandardError.Equal(b.StandardError) || !a.StandardDeviation.Equal(b.StandardDeviation) ||
			!a.StandardErrorMean.Equal(b.StandardErrorMean) || cmp.Diff(a.Skewness, b.Skewness) != "" ||
			cmp.Diff(a.Kurtosis, b.Kurtosis) != "" {
			t.Fatalf("%+v, %+v", a.Section, b.Section)
		}
		for k := range a.Intervals {
			if !a.Intervals[k].PrecisionAmount.Equal(b.Intervals[k].PrecisionAmount) {
				t.Fatalf("%+v, %+v", a.Intervals[k], b.Intervals[k])
			}
		}
		sum := exact.Rat(a.Total) // the exact point estimate, as the stated one is rounded
		sum.Quo(sum.Mul(sum, exact.Int(u.Universe)), exact.Int(a.SampleSize))
		sum.Add(sum, exact.Rat(c.Mul(decimal.NewFromInt(u.Universe))))
		if !b.PointEstimate.Equal(exact.Round(sum)) {
			t.Fatalf("%s and %s", a.PointEstimate, b.PointEstimate)
		}
	})
}

// TestScale: a power of ten moves the decimal point of every dollar figure and touches nothing else; -1 mirrors.
func TestScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := cents(2).Draw(t, "values")
		power := rapid.Int32Range(-6, 6).Draw(t, "power")
		u := Unrestricted{Universe: drawUniverse(t, len(values)), Sample: Sample{Difference: values}}
		a := mustAppraise(t, u)
		var moved, mirrored []decimal.Decimal
		for _, v := range values {
			moved, mirrored = append(moved, v.Shift(power)), append(mirrored, v.Neg())
		}
		u.Difference = moved
		b := mustAppraise(t, u)
		u.Difference = mirrored
		m := mustAppraise(t, u)
		same := func(what string, x, y decimal.Decimal) {
			if !x.Equal(y) {
				t.Fatalf("%s: %s and %s", what, x, y)
			}
		}
		same("point estimate", a.PointEstimate.Shift(power), b.PointEstimate)
		same("standard error", a.StandardError.Shift(power), b.StandardError)
		same("standard deviation", a.StandardDeviation.Shift(power), b.StandardDeviation)
		same("mirrored point estimate", a.PointEstimate.Neg(), m.PointEstimate)
		same("mirrored standard error", a.StandardError, m.StandardError)
		for k, i := range a.Intervals {
			same("lower limit", i.LowerLimit.Shift(power), b.Intervals[k].LowerLimit)
			same("precision percent", i.PrecisionPercent, b.Intervals[k].PrecisionPercent)
			same("mirrored limit", i.LowerLimit.Neg(), m.Intervals[k].UpperLimit)
		}
		if (a.Skewness == nil) != (b.Skewness == nil) || a.Skewness != nil && !a.Skewness.Equal(*b.Skewness) ||
			a.Skewness != nil && !a.Skewness.Equal(m.Skewness.Neg()) {
			t.Fatalf("%v, %v, %v", a.Skewness, b.Skewness, m.Skewness)
		}
		if a.Nonzero != b.Nonzero || a.Nonzero != m.Nonzero {
			t.Fatal("nonzero")
		}
	})
}

func TestCensusIsCertain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := cents(1).Draw(t, "values")
		r := mustAppraise(t, Unrestricted{Universe: int64(len(values)), Sample: Sample{Audited: values}})
		if !r.StandardError.IsZero() || !r.StandardErrorMean.IsZero() || !r.PointEstimate.Equal(r.Total) {
			t.Fatalf("%+v", r)
		}
		for _, i := range r.Intervals {
			if !i.LowerLimit.Equal(r.PointEstimate) || !i.UpperLimit.Equal(r.PointEstimate) || !i.PrecisionAmount.IsZero() {
				t.Fatalf("%+v", i)
			}
		}
	})
}

// TestFormatsAgree: any two of examined, audited and difference give the same three sections, and each of them alone
// gives its own.
func TestFormatsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		examined := cents(2).Draw(t, "examined")
		audited := make([]decimal.Decimal, len(examined))
		difference := make([]decimal.Decimal, len(examined))
		for i := range examined {
			audited[i] = decimal.New(rapid.Int64Range(-10_000, 100_000_000).Draw(t, "audited"), -2)
			difference[i] = examined[i].Sub(audited[i])
		}
		universe := drawUniverse(t, len(examined))
		appraise := func(s Sample) UnrestrictedResult {
			return mustAppraise(t, Unrestricted{Universe: universe, Sample: s})
		}
		all := appraise(Sample{Examined: examined, Audited: audited})
		want := encode(t, all)
		for _, s := range []Sample{
			{Examined: examined, Difference: difference}, {Audited: audited, Difference: difference},
			{ExaminedSums: sumsOf(t, examined), AuditedSums: sumsOf(t, audited), DifferenceSums: sumsOf(t, difference)},
			{Examined: examined, AuditedSums: sumsOf(t, audited), DifferenceSums: sumsOf(t, difference)},
		} {
			if got := encode(t, appraise(s)); got != want {
				t.Fatalf("%s, want %s", got, want)
			}
		}
		for _, c := range []struct {
			s    Sample
			want Section
		}{
			{Sample{Examined: examined}, *all.ExaminedSection}, {Sample{Audited: audited}, *all.AuditedSection},
			{Sample{Difference: difference}, all.Section}, {Sample{DifferenceSums: sumsOf(t, difference)}, all.Section},
		} {
			r := appraise(c.s)
			if r.ExaminedSection != nil || r.AuditedSection != nil || encode(t, r.Section) != encode(t, c.want) {
				t.Fatalf("%+v, want %+v", r, c.want)
			}
		}
	})
}

func sumsOf(t interface{ Fatal(...any) }, values []decimal.Decimal) *appraisal.Sums {
	var s appraisal.Sums
	if err := s.AddAll(values); err != nil {
		t.Fatal(err)
	}
	return &s
}

// TestPrintedFormatsReadBack: what is written as a data file in any of the six formats is read as the same sample.
func TestPrintedFormatsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := cents(1).Draw(t, "first"), []decimal.Decimal(nil)
		for range a {
			b = append(b, decimal.New(rapid.Int64Range(-1_000_000_000, 1_000_000_000).Draw(t, "second"), -2))
		}
		for format, want := range map[Format]Sample{
			FormatExamined: {Examined: a}, FormatAudited: {Audited: a}, FormatDifference: {Difference: a},
			FormatExaminedAudited: {Examined: a, Audited: b}, FormatExaminedDifference: {Examined: a, Difference: b},
			FormatAuditedDifference: {Audited: a, Difference: b},
		} {
			second := b
			if !strings.Contains(string(format), "_") {
				second = nil
			}
			got, err := ReadSample(dataFile(t, a, second), format)
			if err != nil {
				t.Fatalf("%s: %v", format, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s: %s", format, diff)
			}
		}
	})
}
