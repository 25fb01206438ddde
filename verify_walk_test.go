package iromath

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/sampling"
)

// aReview is a finished review with what was put in.
type aReview struct {
	agreement      Agreement
	frame          *Frame
	determinations []Determination
	facts          ReportOptions
	review         *Review
	report         Report
}

// reported is what the report states, with the facts that stand beside the figures.
func (a aReview) reported() Reported {
	r := Reported{Agreement: a.agreement, Results: a.report.Results()}
	r.Refunds, r.CostReport, r.Suspensions, r.Programs = a.facts.Refunds, a.facts.CostReport, a.facts.Suspensions, a.facts.Programs
	if d := r.Discovery; d != nil {
		d.Completed = a.review.batches[0].Date
	}
	return r
}

// drawReview reviews a random frame of a random provider.
func drawReview(t *rapid.T, tb testing.TB) aReview {
	protocol := rapid.SampledFrom([]Protocol{ProtocolDiscovery, ProtocolSingle, ProtocolQuarterly}).Draw(t, "protocol")
	a := Agreement{Protocol: protocol, SampleSize: rapid.Int64Range(4, 20).Draw(t, "sample")}
	a.RepayDays = rapid.SampledFrom([]int{0, 0, 0, 30, 90}).Draw(t, "repay days")
	a.Method = rapid.SampledFrom([]sampling.Method{"", "", sampling.R, sampling.Python, sampling.MethodTickets}).Draw(t, "method")
	a.Netting = rapid.SampledFrom([]errorrate.Netting{errorrate.Netted, errorrate.NotNetted}).Draw(t, "netting")
	a.Confidence = rapid.SampledFrom(percents(80, 90, 95)).Draw(t, "confidence")
	seeds := Seeds{First: fmt.Sprint(rapid.Int64Range(1, 60000).Draw(t, "seed"))}
	if protocol == ProtocolDiscovery {
		a.Precision = rapid.SampledFrom(percents(25, 50, 75)).Draw(t, "precision")
		if !a.Method.Continues() && a.Method != "" || rapid.IntRange(0, 3).Draw(t, "fresh") == 0 {
			a.FullSample, seeds.Full = FullSampleFresh, seeds.First+"1"
		}
	}
	return drawReviewOf(t, tb, a, seeds, rapid.Int64Range(3, 300).Draw(t, "frame"))
}

func drawReviewOf(t *rapid.T, tb testing.TB, a Agreement, seeds Seeds, size int64) aReview {
	payors := []string{"Medicare", "State Medicaid"}[:rapid.IntRange(1, 2).Draw(t, "payors")]
	var claims []FrameClaim
	for i := range size {
		cents := rapid.Int64Range(1, 30000).Draw(t, "cents")
		claims = append(claims, FrameClaim{ID: fmt.Sprintf("C%d", i), Payor: payors[i%int64(len(payors))], Paid: dollars(cents)})
	}
	frame, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	out := aReview{agreement: a, frame: frame}
	often := rapid.IntRange(1, 12).Draw(t, "often")
	for i := range size {
		c, _ := frame.Claim(i + 1)
		d := Determination{ID: c.ID, Correct: &c.Paid, Documentation: errorrate.Complete}
		switch rapid.IntRange(0, often*3).Draw(t, "finding") {
		case 0:
			d.Correct, d.Documentation = nil, errorrate.Missing
		case 1:
			half := dollars(c.Paid.Shift(2).IntPart() / 2)
			d.Correct, d.Documentation = &half, errorrate.Insufficient
		case 2:
			more := c.Paid.Add(dec("3.21"))
			d.Correct = &more
		}
		out.determinations = append(out.determinations, d)
	}
	if rapid.Bool().Draw(t, "refund") {
		out.facts.Refunds = []extrapolate.Refund{{Payor: payors[0], Amount: dec("12.34")}}
	}
	if rapid.Bool().Draw(t, "cost report") {
		out.facts.CostReport = day(tb, "2026-05-31").AddDays(rapid.IntRange(-60, 60).Draw(t, "cost report on"))
	}
	if rapid.Bool().Draw(t, "suspension") {
		s := extrapolate.Suspension{Kind: extrapolate.Investigation, From: day(tb, "2026-03-31")}
		if rapid.Bool().Draw(t, "open") {
			s.Kind = extrapolate.OIGDisclosure
		} else {
			s.Through = s.From.AddDays(rapid.IntRange(0, 90).Draw(t, "suspended"))
		}
		out.facts.Suspensions = []extrapolate.Suspension{s}
	}
	for _, p := range payors {
		if rapid.Bool().Draw(t, "program stated") {
			program := rapid.SampledFrom([]extrapolate.Program{extrapolate.MedicareAB, extrapolate.Medicaid}).Draw(t, "program")
			out.facts.Programs = append(out.facts.Programs, extrapolate.PayorProgram{Payor: p, Program: program})
		}
	}
	if out.review, err = NewReview(a, frame, seeds); errors.Is(err, ErrSeeds) {
		t.Skip("the two seeds start the generator alike")
	} else if err != nil {
		t.Fatal(err)
	}
	on := day(tb, "2026-03-01")
	for !out.review.Done() {
		var list []Determination
		for _, c := range out.review.Worklist() {
			list = append(list, out.determinations[c.Number-1])
		}
		if out.review, err = out.review.Submit(on, list); err != nil {
			t.Fatal(err)
		}
		on = on.AddDays(20)
	}
	if out.report, err = out.review.Report(out.facts); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestWalkIsTheReview: without a slip the walk of the diagnosis comes to what the review comes to, figure by figure, and
// every figure that a report states verifies.
func TestWalkIsTheReview(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := drawReview(rt, t)
		v, err := newVerifier(a.reported(), a.frame, a.determinations, nil)
		if err != nil {
			rt.Fatal(err)
		}
		if err := v.compute(); err != nil {
			rt.Fatal(err)
		}
		walked := v.with(slip{})
		for path, is := range v.values {
			then, ok := walked[path]
			if strings.Contains(path, ".spare") {
				continue
			}
			if !ok || !then.sameAs(is) {
				rt.Fatalf("%s: the review gives %v, the walk %v (%v)", path, is, then, ok)
			}
		}
		for path := range walked {
			if _, ok := v.values[path]; !ok {
				rt.Fatalf("%s: of the walk only", path)
			}
		}
		result, err := a.reported().Verify(a.frame, a.determinations)
		if err != nil {
			rt.Fatal(err)
		}
		if !result.OK || len(result.Diagnoses) > 0 {
			for _, c := range result.Figures {
				if c.Status != FigureMatches {
					rt.Errorf("%+v", c)
				}
			}
			rt.Fatalf("not verified: %v", result.Diagnoses)
		}
	})
}
