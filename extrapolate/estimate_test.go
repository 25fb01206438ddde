package extrapolate

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/sampling/samplesize"
)

// claims makes claims with complete documentation that were paid 1,000 dollars and overpaid by the amounts, a negative
// amount being an underpayment.
func claims(differences ...string) []errorrate.Claim {
	list := make([]errorrate.Claim, len(differences))
	for i, d := range differences {
		correct := dec("1000").Sub(dec(d))
		list[i] = errorrate.Claim{Number: int64(i + 1), ID: fmt.Sprintf("C%d", i+1), Paid: dec("1000"), Correct: &correct,
			Documentation: errorrate.Complete}
	}
	return list
}

func mustEstimate(t interface{ Fatal(...any) }, s Sample) Extrapolation {
	e, err := s.Estimate()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func warned(list []Warning) string {
	var codes []string
	for _, w := range list {
		codes = append(codes, w.Code)
	}
	return strings.Join(codes, ",")
}

// By hand: 1, 2 and 3 dollars overpaid in a universe of 12 have the point estimate 24 and the standard error 6; at a
// level of 0.80 t is sqrt(32)/3 and the precision amount 11.3137…, 47.14 percent.
func TestEstimateByHand(t *testing.T) {
	e := mustEstimate(t, Sample{Universe: 12, Claims: claims("1", "2", "3"), Confidence: dec("0.80")})
	if !e.PointEstimate.Equal(dec("24")) || e.Values != GrossOverpayment ||
		exact.Percent(e.Interval.PrecisionPercent) != "47.14%" ||
		exact.String(e.Interval.LowerLimit) != "12.68629150101523961" || !e.PrecisionMet || e.ClaimsNeeded != 0 {
		t.Errorf("%+v", e)
	}
	if got := warned(e.Warnings); got != "few_errors,low_precision" {
		t.Errorf("warnings %s", got)
	}
}

// TestUnderpaymentsCountAsZero: OIG CIA FAQ, October 7, 2022. The net difference stands beside and nowhere else.
func TestUnderpaymentsCountAsZero(t *testing.T) {
	list := claims("10", "-4", "0", "6")
	list = append(list, errorrate.Claim{Number: 5, ID: "lost", Paid: dec("30"), Documentation: errorrate.Missing})
	e := mustEstimate(t, Sample{Universe: 100, Claims: list})
	// Gross 10 + 6 + 30 = 46, net 42; times 100/5.
	if !e.PointEstimate.Equal(dec("920")) || !e.Overpayment.PointEstimate.Equal(dec("920")) ||
		!e.Net.PointEstimate.Equal(dec("840")) {
		t.Errorf("%s, %s, %s", e.PointEstimate, e.Overpayment.PointEstimate, e.Net.PointEstimate)
	}
	ninety, _ := e.Overpayment.At(dec("0.9"))
	if diff := cmp.Diff(ninety, e.Interval); diff != "" {
		t.Errorf("the interval is not that of the gross overpayments: %s", diff)
	}
	if e.Net.Nonzero != 4 || e.Overpayment.Nonzero != 3 {
		t.Errorf("%d, %d", e.Net.Nonzero, e.Overpayment.Nonzero)
	}
}

func TestEstimateIsTheAppraisal(t *testing.T) {
	s := Sample{Universe: 5000, Claims: claims("10.55", "0", "200", "-7", "0.01", "0", "99.99"), Levels: decs("0.5",
		"0.95")}
	e := mustEstimate(t, s)
	values := errorrate.Sample{Claims: s.Claims}.Overpayments()
	want, err := variable.Unrestricted{Universe: 5000, Sample: variable.Sample{Difference: values},
		Options: variable.Options{Levels: decs("0.9", "0.5", "0.95")}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, e.Overpayment); diff != "" {
		t.Error(diff)
	}
	if !e.PointEstimate.Equal(want.PointEstimate.Round(2)) {
		t.Errorf("%s, want %s", e.PointEstimate, want.PointEstimate)
	}
}

// TestPointEstimateInCents: 10*0.01/3 = 0.0333…, 5*0.01/2 = 0.025, half a cent, and 200000000000001*0.01/3 =
// 666666666666.67 exactly 666,666,666,666.67 (0.01*200000000000001 = 2000000000000.01).
func TestPointEstimateInCents(t *testing.T) {
	for _, c := range []struct {
		universe int64
		claims   []string
		want     string
	}{
		{10, []string{"0.01", "0", "0"}, "0.03"}, {5, []string{"0.01", "0"}, "0.03"}, {7, []string{"0.01", "0"}, "0.04"},
		{200_000_000_000_001, []string{"0.01", "0", "0"}, "666666666666.67"},
	} {
		if e := mustEstimate(t, Sample{Universe: c.universe,
			Claims: claims(c.claims...)}); exact.String(e.PointEstimate) != c.want {
			t.Errorf("%v of %d: %s, want %s", c.claims, c.universe, e.PointEstimate, c.want)
		}
	}
}

func TestConfidence(t *testing.T) {
	s := Sample{Universe: 100, Claims: claims("1", "2", "3")}
	levels := func(e Extrapolation) (list []string) {
		for _, i := range e.Overpayment.Intervals {
			list = append(list, exact.String(i.Level))
		}
		return list
	}
	for confidence, want := range map[string][]string{
		"0": {"0.8", "0.9", "0.95"}, "0.90": {"0.8", "0.9", "0.95"}, "0.99": {"0.99", "0.8", "0.9", "0.95"},
	} {
		s.Confidence = dec(confidence)
		e := mustEstimate(t, s)
		if got := levels(e); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", confidence, got, want)
		}
		if stated := e.Interval.Level; confidence != "0" && !stated.Equal(dec(confidence)) || confidence == "0" &&
			!stated.Equal(dec("0.9")) {
			t.Errorf("%s: the interval is of %s", confidence, stated)
		}
		if !e.Confidence.Equal(e.Interval.Level) {
			t.Errorf("%s is stated, the interval is of %s", e.Confidence, e.Interval.Level)
		}
	}
}

func TestEstimateErrors(t *testing.T) {
	good := Sample{Universe: 100, Claims: claims("1", "2", "3")}
	change := func(f func(*Sample)) Sample { s := good; f(&s); return s }
	wild := decimal.New(0, 2_000_000_000)
	for name, c := range map[string]struct {
		s    Sample
		want error
		text string
	}{
		"no claims":           {change(func(s *Sample) { s.Claims = nil }), errorrate.ErrNoClaims, "no claims"},
		"more than there are": {change(func(s *Sample) { s.Universe = 2 }), ErrSample, "3 claims from a universe of 2"},
		"paid less":           {change(func(s *Sample) { s.PopulationPaid = dec("2999.99") }), ErrSample, "2999.99 paid for all claims of the population, 3000 for"},
		"paid below zero":     {change(func(s *Sample) { s.PopulationPaid = dec("-1") }), ErrSample, "-1 paid"},
		"numbered below":      {change(func(s *Sample) { s.Universe, s.Numbered = 12, 11 }), ErrSample, "numbered up to 11"},
		"number above":        {change(func(s *Sample) { s.Universe, s.Numbered, s.Claims[0].Number = 12, 20, 21 }), ErrSample, "universe of 20: 1 claim number: 21"},
		"no universe":         {change(func(s *Sample) { s.Universe = 0 }), ErrSample, "universe of 0"},
		"universe too large":  {change(func(s *Sample) { s.Universe = 1<<53 + 1 }), ErrSample, "between 1 and"},
		"one of many":         {change(func(s *Sample) { s.Claims = s.Claims[:1] }), ErrSample, "one unit"},
		"outside": {change(func(s *Sample) {
			s.Claims = claims("1", "2", "3")
			s.Claims[0].Number, s.Claims[2].Number = 101, 400
		}), ErrSample, "2 claim numbers: 101; 400"},
		"wrong claim": {change(func(s *Sample) {
			s.Claims = claims("1", "2")
			s.Claims[1].Paid = dec("0")
		}), errorrate.ErrPaid, "claim 2 (C2)"},
		"precision negative":   {change(func(s *Sample) { s.Precision = dec("-0.1") }), ErrPrecision, "-0.1"},
		"precision one":        {change(func(s *Sample) { s.Precision = dec("1") }), ErrPrecision, "1 is not between"},
		"precision in percent": {change(func(s *Sample) { s.Precision = dec("25") }), ErrPrecision, "25"},
		"precision huge": {change(func(s *Sample) { s.Precision = decimal.New(1, 2_000_000_000) }), ErrPrecision,
			"1E2000000000"},
		"confidence": {change(func(s *Sample) { s.Confidence = dec("90") }), appraisal.ErrLevel, "90"},
		"confidence huge": {change(func(s *Sample) { s.Confidence = decimal.New(1, 2_000_000_000) }),
			appraisal.ErrLevel, "1E2000000000"},
		"level": {change(func(s *Sample) { s.Levels = []decimal.Decimal{wild} }), appraisal.ErrLevel,
			"not between"},
		"level twice": {change(func(s *Sample) { s.Levels = decs("0.8", "0.80") }), appraisal.ErrLevel, "twice"},
	} {
		if _, err := c.s.Estimate(); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: %v, want %v …%s…", name, err, c.want, c.text)
		}
	}
}

// TestPrecisionAtTheBoundary: 1, 2, 3 in a universe of 12 have standard error 6 and point estimate 24, so the
// precision is t/4, a finite decimal since t is stated with 20 digits: at level 0.5 t = sqrt(2/3) =
// 0.81649658092772603273. With that very number the precision is met, with any smaller one it is missed.
func TestPrecisionAtTheBoundary(t *testing.T) {
	s := Sample{Universe: 12, Claims: claims("1", "2", "3"), Confidence: dec("0.5"),
		Precision: dec("0.2041241452319315081825")}
	if e := mustEstimate(t, s); !e.PrecisionMet || e.ClaimsNeeded != 0 || warned(e.Warnings) != "few_errors" {
		t.Errorf("%+v", e)
	}
	s.Precision = s.Precision.Sub(decimal.New(1, -40))
	if e := mustEstimate(t, s); e.PrecisionMet || e.ClaimsNeeded != 4 ||
		warned(e.Warnings) != "few_errors,precision_missed" {
		t.Errorf("%t, %d, %s", e.PrecisionMet, e.ClaimsNeeded, warned(e.Warnings))
	}
}

func TestPrecisionMissed(t *testing.T) {
	s := Sample{Universe: 1000, Claims: claims("10", "0", "0", "25.50", "0", "1"), Precision: dec("0.25")}
	e := mustEstimate(t, s)
	want, err := samplesize.Probe{Universe: 1000,
		Overpayments: errorrate.Sample{Claims: s.Claims}.Overpayments()}.SizeStudentT(dec("0.9"), dec("0.25"))
	if err != nil {
		t.Fatal(err)
	}
	if e.PrecisionMet || e.ClaimsNeeded != want || want <= 6 {
		t.Errorf("%t, %d, want %d", e.PrecisionMet, e.ClaimsNeeded, want)
	}
	message := e.Warnings[slices.IndexFunc(e.Warnings,
		func(w Warning) bool { return w.Code == "precision_missed" })].Message
	for _, text := range []string{exact.Percent(e.Interval.PrecisionPercent), "asks for 25% at 90% confidence",
		fmt.Sprintf("%d claims", want), "OIG monitor"} {
		if !strings.Contains(message, text) {
			t.Errorf("no %q in %q", text, message)
		}
	}
	if got := warned(e.Warnings); got != "few_errors,lower_limit_negative,precision_missed" {
		t.Errorf("warnings %s", got)
	}
}

func TestEstimateWarnings(t *testing.T) {
	ten := []string{"5", "6", "5", "6", "5", "6", "5", "6", "5", "6"}
	all := slices.Repeat([]string{"1000"}, 10)
	for name, c := range map[string]struct {
		s    Sample
		want string
	}{
		"ten":          {Sample{Universe: 100, Claims: claims(ten...), Precision: dec("0.25")}, ""},
		"nine":         {Sample{Universe: 100, Claims: claims(ten[:9]...), Precision: dec("0.25")}, "few_errors"},
		"none":         {Sample{Universe: 100, Claims: claims("0", "-5", "0"), Precision: dec("0.25")}, "no_overpayment"},
		"wide":         {Sample{Universe: 100, Claims: claims("100", "0", "0")}, "few_errors,lower_limit_negative,low_precision"},
		"all paid":     {Sample{Universe: 100, Claims: claims(all...), Precision: dec("0.25"), PopulationPaid: dec("100000")}, ""},
		"beyond":       {Sample{Universe: 100, Claims: claims(all...), Precision: dec("0.25"), PopulationPaid: dec("99999.99")}, "beyond_paid"},
		"whole census": {Sample{Universe: 3, Claims: claims("100", "0", "0"), Precision: dec("0.01")}, ""},
	} {
		e := mustEstimate(t, c.s)
		if got := warned(e.Warnings); got != c.want || e.PrecisionMet == (name == "none") {
			t.Errorf("%s: %q (met %t), want %q", name, got, e.PrecisionMet, c.want)
		}
	}
	census := mustEstimate(t, Sample{Universe: 3, Claims: claims("100", "0.5", "0")})
	if !census.PointEstimate.Equal(dec("100.5")) || !census.Interval.LowerLimit.Equal(dec("100.5")) ||
		!census.Interval.UpperLimit.Equal(dec("100.5")) {
		t.Errorf("%+v", census.Interval)
	}
	one := mustEstimate(t, Sample{Universe: 1, Claims: claims("7.25")})
	if !one.PointEstimate.Equal(dec("7.25")) || one.Interval.Distribution != appraisal.NoDistribution {
		t.Errorf("%+v", one.Interval)
	}
}

func TestEstimateJSON(t *testing.T) {
	s := Sample{Universe: 1000, Claims: claims("10.50", "0", "-3"), Confidence: dec("0.90"), Precision: dec("0.25"),
		Levels: decs("0.8")}
	e := mustEstimate(t, s)
	roundTrip(t, s)
	roundTrip(t, e)
	flipGlobals(t, func() {
		if diff := cmp.Diff(e, mustEstimate(t, s)); diff != "" {
			t.Error(diff)
		}
	})
}
