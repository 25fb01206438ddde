package variable

import (
	"errors"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

func mustAppraise(t interface{ Fatal(...any) }, u Unrestricted) UnrestrictedResult {
	r, err := u.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Of 1, 2, 3 in a universe of 12: mean 2, s = 1, skewness 0, b2 = 2/3, b4 = 2/3, so kurtosis 3/2; standard error of the
// mean sqrt(9/36) = 1/2, of the total 6, point estimate 24. Student's t with two degrees of freedom is
// (2p-1)/sqrt(2p(1-p)): sqrt(32)/3 for p = 0.9. The precision amount is 6 times that.
func TestUnrestrictedByHand(t *testing.T) {
	r := mustAppraise(t, Unrestricted{Universe: 12, Sample: Sample{Difference: decs("1", "2", "3")}, Options: Options{Levels: decs("0.80")}})
	i := r.Intervals[0]
	for what, pair := range map[string][2]string{
		"total": {exact.String(r.Total), "6"}, "mean": {exact.String(r.Mean), "2"},
		"standard deviation": {exact.String(r.StandardDeviation), "1"}, "skewness": {exact.String(*r.Skewness), "0"},
		"kurtosis": {exact.String(*r.Kurtosis), "1.5"}, "standard error (mean)": {exact.String(r.StandardErrorMean), "0.5"},
		"standard error (total)": {exact.String(r.StandardError), "6"}, "point estimate": {exact.String(r.PointEstimate),
			"24"},
		"percentile":       {exact.String(i.Percentile), "1.8856180831641267317"},
		"precision amount": {exact.String(i.PrecisionAmount), "11.31370849898476039"}, // 11.3137084989847603902
		"lower limit":      {exact.String(i.LowerLimit), "12.68629150101523961"},
		"upper limit":      {exact.String(i.UpperLimit), "35.31370849898476039"},
		"level":            {exact.String(i.Level), "0.8"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s %s, want %s", what, pair[0], pair[1])
		}
	}
	if r.Kind != Difference || r.Universe != 12 || r.SampleSize != 3 || r.Nonzero != 3 || len(r.Warnings) != 0 ||
		len(r.Intervals) != 1 {
		t.Errorf("%+v", r)
	}
	// The skewness of 0, 0, 3: b2 = 2, b3 = 2, so 2/2^1.5 = 0.70710678118654752440; mirrored it is negative.
	r = mustAppraise(t, Unrestricted{Universe: 12, Sample: Sample{Difference: decs("0", "0", "-3")}})
	if got := exact.String(*r.Skewness); got != "-0.7071067811865475244" {
		t.Errorf("skewness %s", got)
	}
}

func TestUnrestrictedErrors(t *testing.T) {
	values := decs("1", "2", "3")
	for name, universe := range map[string]int64{"zero": 0, "negative": -5, "above 2^53": 1<<53 + 1,
		"below the sample": 2} {
		_, err := Unrestricted{Universe: universe, Sample: Sample{Examined: values}}.Appraise()
		if !errors.Is(err, ErrUniverse) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (Unrestricted{Universe: 2, Sample: Sample{Examined: decs("7")}}).Appraise(); !errors.Is(err, ErrSample) {
		t.Errorf("one of two: %v", err)
	}
	for _, bad := range [][]decimal.Decimal{decs("0"), decs("1"), decs("0.9", "0.90"), {decimal.New(1, 2_000_000_000)}} {
		_, err := Unrestricted{Universe: 9, Sample: Sample{Examined: values}, Options: Options{Levels: bad}}.Appraise()
		if !errors.Is(err, appraisal.ErrLevel) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}

func TestSingleUnit(t *testing.T) {
	r := mustAppraise(t, Unrestricted{Universe: 1, Sample: Sample{Examined: decs("12.34")}})
	if !r.PointEstimate.Equal(dec("12.34")) || !r.StandardError.IsZero() || r.Skewness != nil || r.Kurtosis != nil {
		t.Errorf("%+v", r)
	}
	for _, i := range r.Intervals {
		if i.Distribution != appraisal.NoDistribution || !i.LowerLimit.Equal(dec("12.34")) || !i.UpperLimit.Equal(dec("12.34")) {
			t.Errorf("%+v", i)
		}
	}
	roundTrip(t, r)
}

func TestUnrestrictedWarnings(t *testing.T) {
	codes := func(u Unrestricted) []string {
		var list []string
		for _, w := range mustAppraise(t, u).Warnings {
			list = append(list, w.Code)
		}
		return list
	}
	equal, varied := Sample{Examined: decs("5", "5.00")}, Sample{Examined: decs("5", "6")}
	for _, c := range []struct {
		u    Unrestricted
		want []string
	}{
		{Unrestricted{Universe: 999_999_999, Sample: varied}, nil},
		{Unrestricted{Universe: 1_000_000_000, Sample: varied}, []string{"universe_limit"}}, // User's Guide A-2
		{Unrestricted{Universe: 10, Sample: equal}, []string{"no_variation"}},
		{Unrestricted{Universe: MaxUniverse, Sample: equal}, []string{"no_variation", "universe_limit"}},
	} {
		if got := codes(c.u); !slices.Equal(got, c.want) {
			t.Errorf("%d: %v, want %v", c.u.Universe, got, c.want)
		}
	}
}

func TestUnrestrictedJSON(t *testing.T) {
	values := Sample{Examined: decs("300.10", "900", "0"), Audited: decs("267", "774", "-1.5")}
	u := Unrestricted{Universe: 10_000, Sample: values, Options: Options{Levels: decs("0.90", "0.99")}}
	roundTrip(t, u)
	roundTrip(t, values)
	r := mustAppraise(t, u)
	roundTrip(t, r)
	roundTrip(t, r.Section)
	withSums := Unrestricted{Universe: 5, Sample: Sample{DifferenceSums: sumsOf(t, decs("1e30", "0.01"))}}
	roundTrip(t, withSums)
	before := encode(t, r)
	flipGlobals(t, func() {
		if after := encode(t, mustAppraise(t, u)); after != before {
			t.Errorf("other settings of the decimal library change figures: %s, %s", after, before)
		}
	})
}

func TestSectionsOrder(t *testing.T) {
	r := mustAppraise(t, Unrestricted{Universe: 9, Sample: Sample{Audited: decs("1", "2"), Difference: decs("3", "5")}})
	var kinds []Kind
	for _, s := range r.Sections() {
		kinds = append(kinds, s.Kind)
	}
	if !slices.Equal(kinds, []Kind{Examined, Audited, Difference}) {
		t.Errorf("%v", kinds)
	}
	if !r.ExaminedSection.Total.Equal(dec("11")) { // 1+3 and 2+5
		t.Errorf("%s", r.ExaminedSection.Total)
	}
}
