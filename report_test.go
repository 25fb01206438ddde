package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/document"
)

// fullReport is a report of a discovery review that went to a full sample.
func fullReport(t testing.TB, a Agreement, o ReportOptions) Report {
	t.Helper()
	r := newReview(t, a, frameOf(t, 3000, func(n int64) string { return fmt.Sprintf("%d.25", 50+n%40) }), Seeds{First: "2468"})
	for !r.Done() {
		list := r.Worklist()
		d := firstWrong(list, 7)
		d[0].Reason, d[0].Category = "level of service", errorrate.CategoryCoding
		d[1].Correct, d[1].Documentation, d[1].Reason = nil, errorrate.Missing, "chart not found"
		d[2].Documentation = errorrate.Insufficient
		c := list[len(list)-1].Paid.Add(dec("7.50"))
		d[len(d)-1].Correct = &c // underpaid
		r = submit(t, r, d)
	}
	rep, err := r.Report(o)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// TestReportText looks for what a claims review report has to contain.
func TestReportText(t *testing.T) {
	a := Agreement{
		Protocol: ProtocolDiscovery, Name: "CIA of the test", Provider: "Provider P", Reviewer: "Reviewer R", From: day(t, "2025-01-01"), Through: day(t, "2025-12-31"),
		Threshold: dec("0.03"), RATSTATSRequired: true, Clauses: []Clause{{Parameter: "threshold", Quote: "three percent or more", Source: "App. B, 2"}},
	}
	rep := fullReport(t, a, ReportOptions{Date: day(t, "2026-12-01"), Refunds: []extrapolate.Refund{{Amount: dec("100.50")}}})
	var out bytes.Buffer
	if err := rep.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	i := rep.Appraisal.Interval
	for _, want := range []string{
		"CIA of the test", "Provider P", "Reviewer R", "2025-01-01 through 2025-12-31", "2026-12-01",
		"1. OUTCOME", "2. WARNINGS", "3. METHODOLOGY", "4. POPULATION", "5. SAMPLING DOCUMENTATION", "6. FINDINGS IN WORDS",
		"7. FINDINGS IN FIGURES", "8. FINDINGS CLAIM BY CLAIM", "9. EXTRAPOLATION", "10. SYSTEMS REVIEW", "11. OBLIGATIONS", "12. SOFTWARE",
		"13. GLOSSARY", "14. PRINTOUTS",
		rep.Population.Digest, "SEED NUMBER: 2468.00", "Sample Size Determination", "VARIABLE UNRESTRICTED APPRAISAL",
		"orders of selection 1 to 50 were drawn before", "chart not found", "missing documentation", "insufficient documentation",
		"coding; level of service", `"three percent or more" App. B, 2`, "Threshold 3%", "Threshold met yes",
		"does not replace the required run of RAT-STATS", "not a product of the Office of Inspector General",
		dollarText(rep.Appraisal.PointEstimate), dollarText(i.LowerLimit) + " to " + dollarText(i.UpperLimit),
		"Refunded already $100.50", "contained in this amount", "Systems review", "2027-01-21",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	for _, f := range rep.Findings {
		if !strings.Contains(text, " "+f.ID+" ") {
			t.Errorf("claim %s is not in the report", f.ID)
		}
	}
	for n, line := range strings.Split(out.String(), "\n") {
		if len([]rune(line)) > document.Width && !strings.Contains(line, "sha256:") {
			t.Errorf("line %d is %d columns wide: %s", n+1, len(line), line)
		}
	}
}

func TestReportOfSingleSample(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolSingle}, frameOf(t, 700, hundred), Seeds{First: "9"})
	rep := report(t, submit(t, r, decide(r.Worklist(), asPaid)))
	var out bytes.Buffer
	if err := rep.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{"sets no error rate threshold", "error rate of the sample is 0.000%", "no_overpayment", "is stated for the provider's evaluation"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	for _, no := range []string{"RAT-STATS itself", "Threshold met", "Repay the overpayments"} {
		if strings.Contains(text, no) {
			t.Errorf("the report says %q", no)
		}
	}
	below := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 700, hundred), Seeds{First: "9"})
	rep = report(t, submit(t, below, decide(below.Worklist(), asPaid)))
	out.Reset()
	if err := rep.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "None from this review") || !strings.Contains(out.String(), "Nothing is extrapolated") {
		t.Error("a review without errors")
	}
}

// TestReportJSONRoundTrip: a report read back from its JSON writes the same JSON and the same forms.
func TestReportJSONRoundTrip(t *testing.T) {
	rep := fullReport(t, Agreement{Protocol: ProtocolDiscovery, Spares: 3}, ReportOptions{Date: day(t, "2026-12-01")})
	data, err := json.Marshal(rep)
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(back)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(data), string(again)); diff != "" {
		t.Error(diff)
	}
	forms := written(t, rep)
	if diff := cmp.Diff(forms, written(t, back)); diff != "" {
		t.Error(diff)
	}
	decimaltest.FlipSettings(t)
	if flipped, err := json.Marshal(rep); err != nil || !bytes.Equal(data, flipped) {
		t.Errorf("the settings of the decimal library changed the report: %v", err)
	}
	if diff := cmp.Diff(forms, written(t, rep)); diff != "" {
		t.Errorf("the settings of the decimal library changed a form: %s", diff)
	}
}

// TestRatePercent shows a rate with as many places as its side of the threshold takes.
func TestRatePercent(t *testing.T) {
	for _, c := range []struct {
		rate string
		met  bool
		want string
	}{
		{"0.05", true, "5.000%"},
		{"0.049999999", false, "4.9999999%"},
		{"0.04999", false, "4.999%"},
		{"0.0499999", false, "4.99999%"},
		{"0.13174", true, "13.174%"},
		{"-0.02", false, "-2.000%"},
	} {
		e := errorrate.Result{ErrorRate: dec(c.rate), ThresholdMet: c.met}
		e.Threshold = dec("0.05")
		if got := ratePercent(e); got != c.want {
			t.Errorf("%s: %s, want %s", c.rate, got, c.want)
		}
	}
}

// TestReviewAgainstItsParts recomputes the figures of random reviews from the frame and the determinations alone.
func TestReviewAgainstItsParts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.Int64Range(60, 400).Draw(rt, "frame")
		frame := frameOf(t, size, func(n int64) string { return fmt.Sprintf("%d.%02d", 20+n*7%90, n%100) })
		// The truth about every claim, decided before anything is drawn.
		shares := rapid.SliceOfN(rapid.SampledFrom([]string{"1", "1", "1", "0.5", "0.9", "0", "1.1", ""}), int(size), int(size)).Draw(rt, "correct")
		truth := func(c FrameClaim) string {
			s := shares[c.Number-1]
			if s == "" {
				return ""
			}
			return c.Paid.Mul(dec(s)).Round(2).String()
		}
		protocol := rapid.SampledFrom([]Protocol{ProtocolDiscovery, ProtocolSingle, ProtocolQuarterly}).Draw(rt, "protocol")
		r := newReview(t, Agreement{Protocol: protocol}, frame, Seeds{First: fmt.Sprint(rapid.IntRange(0, 86399).Draw(rt, "seed"))})
		for !r.Done() {
			var err error
			if r, err = r.Submit(day(t, "2026-11-22"), decide(r.Worklist(), truth)); err != nil {
				rt.Fatal(err)
			}
		}
		rep, err := r.Report(ReportOptions{})
		if err != nil {
			rt.Fatal(err)
		}
		var paid, over, under decimal.Decimal
		var gross []decimal.Decimal
		for _, u := range rep.Draws[len(rep.Draws)-1].Selection.Sample {
			c, _ := frame.Claim(u.Number)
			should := decimal.Decimal{}
			if s := truth(c); s != "" {
				should = dec(s)
			}
			d := c.Paid.Sub(should)
			paid, over, under = paid.Add(c.Paid), over.Add(decimal.Max(d, decimal.Decimal{})), under.Add(decimal.Max(d.Neg(), decimal.Decimal{}))
			gross = append(gross, decimal.Max(d, decimal.Decimal{}))
		}
		e := rep.ErrorRate
		if !e.Paid.Equal(paid) || !e.Overpaid.Equal(over) || !e.Underpaid.Equal(under) || !e.NetOverpayment.Equal(over.Sub(under)) {
			rt.Fatalf("%s %s %s, want %s %s %s", e.Paid, e.Overpaid, e.Underpaid, paid, over, under)
		}
		switch {
		case rep.Appraisal != nil:
			want, err := variable.Unrestricted{Universe: size, Sample: variable.Sample{Difference: gross}, Options: variable.Options{Levels: []decimal.Decimal{dec("0.9")}}}.Appraise()
			if err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(want.Intervals[0], rep.Appraisal.Interval); diff != "" {
				rt.Fatal(diff)
			}
			if !rep.Appraisal.PointEstimate.Equal(want.PointEstimate.Round(2)) {
				rt.Fatalf("%s, want %s", rep.Appraisal.PointEstimate, want.PointEstimate)
			}
		case protocol != ProtocolDiscovery || e.ThresholdMet:
			rt.Fatal("nothing was extrapolated")
		}
	})
}

func TestReportRefunds(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly}, frameOf(t, 700, hundred), Seeds{First: "9"})
	done := submit(t, r, firstWrong(r.Worklist(), 2))
	if _, err := done.Report(ReportOptions{Refunds: []extrapolate.Refund{{Amount: dec("-1")}}}); !errors.Is(err, extrapolate.ErrRefund) {
		t.Errorf("a negative refund: %v", err)
	}
	rep, err := done.Report(ReportOptions{Refunds: []extrapolate.Refund{{Payor: "Medicare", Amount: dec("60")}}})
	if err != nil {
		t.Fatal(err)
	}
	if o := rep.Obligations.Obligations[0]; !o.Amount.Equal(dec("100")) || !o.Credited.Equal(dec("60")) || !o.Due.Equal(dec("40")) {
		t.Errorf("%s - %s = %s", o.Amount, o.Credited, o.Due)
	}
}
