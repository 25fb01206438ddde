package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
	"github.com/iromath/iromath/sampling/samplesize"
)

var dec = decimaltest.Dec

func amount(s string) *decimal.Decimal {
	d := dec(s)
	return &d
}

// frameOf makes a frame of n claims with ids C1, C2, … paid by a function of the number.
func frameOf(t testing.TB, n int64, paid func(number int64) string) *Frame {
	t.Helper()
	claims := make([]FrameClaim, n)
	for i := range claims {
		number := int64(i) + 1
		claims[i] = FrameClaim{Number: number, ID: fmt.Sprintf("C%d", number), Payor: "Medicare", Paid: dec(paid(number))}
	}
	f, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func hundred(int64) string { return "100.00" }

// decide makes a determination for every claim of the worklist; correct gives what should have been paid, "" for missing
// documentation.
func decide(worklist []FrameClaim, correct func(c FrameClaim) string) []Determination {
	var list []Determination
	for _, c := range worklist {
		d := Determination{ID: c.ID, Paid: &c.Paid, Documentation: errorrate.Complete}
		if s := correct(c); s == "" {
			d.Documentation = errorrate.Missing
		} else {
			d.Correct = amount(s)
		}
		list = append(list, d)
	}
	return list
}

func asPaid(c FrameClaim) string { return c.Paid.String() }

// firstWrong has the first n claims of each worklist overpaid by half.
func firstWrong(worklist []FrameClaim, n int) []Determination {
	return decide(worklist, func(c FrameClaim) string {
		for _, w := range worklist[:n] {
			if w.ID == c.ID {
				return c.Paid.Mul(dec("0.5")).Round(2).String()
			}
		}
		return asPaid(c)
	})
}

func newReview(t testing.TB, a Agreement, f *Frame, seeds Seeds) *Review {
	t.Helper()
	r, err := NewReview(a, f, seeds)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func submit(t testing.TB, r *Review, d []Determination) *Review {
	t.Helper()
	next, err := r.Submit(day(t, "2026-11-22"), d)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func report(t testing.TB, r *Review) Report {
	t.Helper()
	rep, err := r.Report(ReportOptions{Date: day(t, "2026-12-01")})
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

func day(t testing.TB, s string) reportable.Date {
	t.Helper()
	d, err := reportable.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func codes(list []Warning) map[string]bool {
	m := map[string]bool{}
	for _, w := range list {
		m[w.Code] = true
	}
	return m
}

func kinds(o extrapolate.Obligations) []extrapolate.ObligationKind {
	var list []extrapolate.ObligationKind
	for _, x := range o.Obligations {
		list = append(list, x.Kind)
	}
	return list
}

// Below the threshold: 4 of 50 claims of $100 overpaid by $50 are 4 %. Nothing is extrapolated; the $200 found are repaid.
func TestDiscoveryBelowThreshold(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 1000, hundred), Seeds{First: "12345"})
	if r.Stage() != StageDiscovery || len(r.Worklist()) != 50 {
		t.Fatalf("stage %s with %d claims", r.Stage(), len(r.Worklist()))
	}
	done := submit(t, r, firstWrong(r.Worklist(), 4))
	if !done.Done() || done.Worklist() != nil {
		t.Fatalf("stage %s", done.Stage())
	}
	rep := report(t, done)
	if !rep.ErrorRate.ErrorRate.Equal(dec("0.04")) || rep.ErrorRate.ThresholdMet || rep.Appraisal != nil || rep.Size != nil || rep.DiscoveryErrorRate != nil {
		t.Errorf("rate %s, met %v", rep.ErrorRate.ErrorRate, rep.ErrorRate.ThresholdMet)
	}
	want := []extrapolate.ObligationKind{extrapolate.RepayFound, extrapolate.ConsiderReportable}
	if diff := cmp.Diff(want, kinds(rep.Obligations)); diff != "" {
		t.Error(diff)
	}
	found := rep.Obligations.Obligations[0]
	if !found.Due.Equal(dec("200")) || found.Payor != "Medicare" || found.By.String() != "2027-01-21" {
		t.Errorf("repay %s to %q by %s", found.Due, found.Payor, found.By)
	}
	// The review before the submission is what it was.
	if r.Done() || len(r.Worklist()) != 50 {
		t.Error("Submit changed the review it was called on")
	}
	if _, err := r.Report(ReportOptions{}); !errors.Is(err, ErrNotDone) {
		t.Errorf("report of a review in progress: %v", err)
	}
	if _, err := done.Submit(reportable.Date{}, nil); !errors.Is(err, ErrDone) {
		t.Errorf("submission to a review that is done: %v", err)
	}
}

// At the threshold exactly: 5 of 50 overpaid by half are 5.000 %. The full sample is sized and drawn on.
func TestDiscoveryToFullSample(t *testing.T) {
	frame := frameOf(t, 5000, hundred)
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery, Spares: 5}, frame, Seeds{First: "48863.78"})
	discovery := r.Worklist()
	full := submit(t, r, firstWrong(discovery, 5))
	if full.Stage() != StageFull {
		t.Fatalf("stage %s", full.Stage())
	}
	// The size, asked of the package that knows: 5 overpayments of $50 and 45 zeros.
	values := make([]decimal.Decimal, 50)
	for i := range 5 {
		values[i] = dec("50")
	}
	cell, err := samplesize.Probe{Universe: 5000, Overpayments: values}.Size(dec("0.90"), dec("0.25"))
	if err != nil {
		t.Fatal(err)
	}
	if cell.Size <= 50 || int64(len(full.Worklist())) != cell.Size-50 {
		t.Fatalf("%d more claims for a size of %d", len(full.Worklist()), cell.Size)
	}
	// As if all had been drawn at once.
	at, err := sampling.SingleStage{Seed: "48863.78", Low: 1, High: 5000, Size: cell.Size, Spares: 5}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	second := full.Draws()[1].Selection
	if diff := cmp.Diff(at.Sample, second.Sample); diff != "" {
		t.Error(diff)
	}
	if second.DrawnBefore != 50 {
		t.Errorf("drawn before: %d", second.DrawnBefore)
	}
	reviewed := map[string]bool{}
	for _, c := range append(discovery, full.Worklist()...) {
		if reviewed[c.ID] {
			t.Errorf("%s is asked for twice", c.ID)
		}
		reviewed[c.ID] = true
	}
	done := submit(t, full, firstWrong(full.Worklist(), 20))
	rep := report(t, done)
	if int64(len(rep.Findings)) != cell.Size || int64(len(rep.ErrorRate.Claims)) != cell.Size || rep.Size.Drawn != cell.Size {
		t.Errorf("%d findings, %d claims in the error rate, %d drawn; want %d", len(rep.Findings), len(rep.ErrorRate.Claims), rep.Size.Drawn, cell.Size)
	}
	if !rep.DiscoveryErrorRate.ErrorRate.Equal(dec("0.05")) || !rep.DiscoveryErrorRate.ThresholdMet {
		t.Errorf("discovery rate %s", rep.DiscoveryErrorRate.ErrorRate)
	}
	// 25 overpayments of $50 in the sample: the point estimate is 5000 * 1250 / n, in cents.
	point := dec("6250000").DivRound(decimal.NewFromInt(cell.Size), 2)
	if !rep.Appraisal.PointEstimate.Equal(point) || !rep.Obligations.Obligations[0].Due.Equal(point) {
		t.Errorf("point estimate %s, due %s, want %s", rep.Appraisal.PointEstimate, rep.Obligations.Obligations[0].Due, point)
	}
	want := []extrapolate.ObligationKind{extrapolate.RepayExtrapolated, extrapolate.SystemsReview, extrapolate.ConsiderReportable}
	if diff := cmp.Diff(want, kinds(rep.Obligations)); diff != "" {
		t.Error(diff)
	}
}

// Every claim of the discovery sample overpaid by nearly the same: the formula asks for fewer than 50.
func TestDiscoveryIsTheFullSample(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 5000, hundred), Seeds{First: "1"})
	list := r.Worklist()
	done := submit(t, r, decide(list, func(c FrameClaim) string {
		if c.ID == list[0].ID {
			return "60.00"
		}
		return "50.00"
	}))
	rep := report(t, done)
	if !codes(rep.Warnings)["discovery_is_full_sample"] || len(rep.Draws) != 1 || rep.Appraisal == nil {
		t.Fatalf("warnings %v, %d draws", rep.Warnings, len(rep.Draws))
	}
	if got := kinds(rep.Obligations); got[0] != extrapolate.RepayExtrapolated || got[1] != extrapolate.SystemsReview {
		t.Errorf("%v", got)
	}
	// (40 + 49*50) / 50 * 5000
	if !rep.Appraisal.PointEstimate.Equal(dec("249000")) {
		t.Errorf("point estimate %s", rep.Appraisal.PointEstimate)
	}
}

// All overpayments equal: no deviation, size "---", and the discovery sample is the full sample.
func TestDiscoveryWithoutVariation(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 300, hundred), Seeds{First: "1"})
	rep := report(t, submit(t, r, decide(r.Worklist(), func(FrameClaim) string { return "" })))
	if !codes(rep.Warnings)["discovery_is_full_sample"] || rep.Size.Wanted.Size != 0 {
		t.Errorf("%v", rep.Warnings)
	}
	if !rep.Appraisal.PointEstimate.Equal(dec("30000")) { // everything that was paid
		t.Errorf("point estimate %s", rep.Appraisal.PointEstimate)
	}
}

// A precision nothing but the whole frame reaches: every claim is reviewed and the total is exact.
func TestFullSampleIsTheFrame(t *testing.T) {
	a := Agreement{Protocol: ProtocolDiscovery, Precision: dec("0.001"), Spares: 3}
	r := newReview(t, a, frameOf(t, 70, hundred), Seeds{First: "7"})
	full := submit(t, r, firstWrong(r.Worklist(), 20))
	if len(full.Worklist()) != 20 {
		t.Fatalf("%d more claims of a frame of 70 after 50", len(full.Worklist()))
	}
	rep := report(t, submit(t, full, firstWrong(full.Worklist(), 1)))
	if !rep.Appraisal.PointEstimate.Equal(dec("1050")) || !rep.Appraisal.Interval.PrecisionAmount.IsZero() || !rep.Appraisal.PrecisionMet {
		t.Errorf("%s ± %s", rep.Appraisal.PointEstimate, rep.Appraisal.Interval.PrecisionAmount)
	}
	if !codes(rep.Warnings)["spares_short"] || !codes(rep.Warnings)["clause_not_quoted"] {
		t.Errorf("%v", rep.Warnings)
	}
}

// A frame that is smaller than the discovery sample is reviewed whole.
func TestFrameSmallerThanSample(t *testing.T) {
	for _, p := range []Protocol{ProtocolDiscovery, ProtocolSingle, ProtocolQuarterly} {
		r := newReview(t, Agreement{Protocol: p}, frameOf(t, 12, hundred), Seeds{First: "7"})
		if len(r.Worklist()) != 12 || !codes(r.Warnings())["frame_smaller_than_sample"] {
			t.Fatalf("%s: %d claims, %v", p, len(r.Worklist()), r.Warnings())
		}
		rep := report(t, submit(t, r, firstWrong(r.Worklist(), 3)))
		if !rep.Appraisal.PointEstimate.Equal(dec("150")) || !rep.Appraisal.Interval.LowerLimit.Equal(dec("150")) {
			t.Errorf("%s: %s, lower limit %s", p, rep.Appraisal.PointEstimate, rep.Appraisal.Interval.LowerLimit)
		}
	}
	one := newReview(t, Agreement{Protocol: ProtocolSingle}, frameOf(t, 1, hundred), Seeds{First: "7"})
	rep := report(t, submit(t, one, decide(one.Worklist(), func(FrameClaim) string { return "" })))
	if !rep.Appraisal.PointEstimate.Equal(dec("100")) {
		t.Errorf("a frame of one claim: %s", rep.Appraisal.PointEstimate)
	}
}

func TestSampleOfOne(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolSingle, SampleSize: 1}, frameOf(t, 9, hundred), Seeds{First: "7"})
	rep := report(t, submit(t, r, firstWrong(r.Worklist(), 1)))
	if rep.Appraisal != nil || !codes(rep.Warnings)["no_extrapolation"] {
		t.Errorf("%v", rep.Warnings)
	}
	if _, err := (Agreement{Protocol: ProtocolDiscovery, SampleSize: 1}).Complete(); !errors.Is(err, ErrAgreement) {
		t.Errorf("a discovery sample of one claim: %v", err)
	}
}

func TestFreshFullSample(t *testing.T) {
	frame := frameOf(t, 400, hundred)
	a := Agreement{Protocol: ProtocolDiscovery, FullSample: FullSampleFresh, Clauses: []Clause{{Parameter: "fullSample", Quote: "a separate sample"}}}
	r := newReview(t, a, frame, Seeds{First: "100", Full: "200"})
	discovery := r.Worklist()
	full := submit(t, r, firstWrong(discovery, 10))
	want, err := sampling.SingleStage{Seed: "200", Low: 1, High: 400, Size: full.Draws()[1].Selection.Size}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Sample, full.Draws()[1].Selection.Sample); diff != "" {
		t.Error(diff)
	}
	// Claims that were reviewed already are not asked for again, but count in the full sample.
	again := 0
	for _, c := range discovery {
		for _, u := range want.Sample {
			if u.Number == c.Number {
				again++
			}
		}
	}
	if again == 0 || len(full.Worklist()) != len(want.Sample)-again {
		t.Fatalf("%d of the fresh sample are known, %d of %d asked for", again, len(full.Worklist()), len(want.Sample))
	}
	rep := report(t, submit(t, full, firstWrong(full.Worklist(), 0)))
	if len(rep.ErrorRate.Claims) != len(want.Sample) || len(rep.Findings) != len(want.Sample)+50-again {
		t.Errorf("%d claims, %d findings", len(rep.ErrorRate.Claims), len(rep.Findings))
	}
	if codes(rep.Warnings)["clause_not_quoted"] {
		t.Errorf("%v", rep.Warnings)
	}
}

func TestSingleAndQuarterly(t *testing.T) {
	for p, size := range map[Protocol]int{ProtocolSingle: 100, ProtocolQuarterly: 30} {
		r := newReview(t, Agreement{Protocol: p}, frameOf(t, 2000, hundred), Seeds{First: "33818.06"})
		if r.Stage() != StageSample || len(r.Worklist()) != size {
			t.Fatalf("%s: stage %s with %d claims", p, r.Stage(), len(r.Worklist()))
		}
		rep := report(t, submit(t, r, firstWrong(r.Worklist(), 9)))
		want := []extrapolate.ObligationKind{extrapolate.RepayFound, extrapolate.EvaluateExtrapolation, extrapolate.ClaimSystemsReview, extrapolate.ConsiderReportable}
		if diff := cmp.Diff(want, kinds(rep.Obligations)); diff != "" {
			t.Errorf("%s: %s", p, diff)
		}
		if found := rep.Obligations.Obligations[0]; !found.Due.Equal(dec("450")) || found.By.String() != "2027-01-21" {
			t.Errorf("%s: %s by %s", p, found.Due, found.By)
		}
		if rep.Size != nil || rep.Appraisal == nil || rep.Appraisal.PrecisionMet != true {
			t.Errorf("%s: a precision is asked for where the agreement asks for none", p)
		}
	}
}

func TestSubmitRefuses(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly, SampleSize: 6}, frameOf(t, 50, hundred), Seeds{First: "5"})
	good := firstWrong(r.Worklist(), 2)
	bad := append([]Determination{}, good[1:]...) // the first is missing
	bad[0].Paid = amount("99.99")
	bad[1].Documentation = "lost"
	bad[2].Documentation = errorrate.Missing // with a correct amount
	bad = append(bad, bad[3], Determination{ID: "C0", Documentation: errorrate.Complete, Correct: amount("1")})
	_, err := r.Submit(reportable.Date{}, bad)
	for _, want := range []error{ErrMissing, ErrUnknown, ErrRepeated, ErrPaidDiffers, errorrate.ErrDocumentation, errorrate.ErrCorrect} {
		if !errors.Is(err, want) {
			t.Errorf("%v is not named in: %v", want, err)
		}
	}
	var e *DeterminationError
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{good[0].ID}, {"C0"}, {bad[3].ID}, {bad[0].ID}}, [][]string{e.Missing, e.Unknown, e.Repeated, e.PaidDiffers}); diff != "" {
		t.Error(diff)
	}
	if len(e.Claims) != 2 {
		t.Errorf("%v", e.Claims)
	}
	for _, id := range []string{good[0].ID, "C0", bad[0].ID, bad[1].ID, bad[2].ID, bad[3].ID} {
		if !strings.Contains(err.Error(), id) {
			t.Errorf("%s is not named in: %v", id, err)
		}
	}
	again := append(append([]Determination{}, good...), Determination{ID: good[0].ID + " ", Documentation: errorrate.Missing})
	if _, err := r.Submit(reportable.Date{}, again); !errors.Is(err, ErrUnknown) || errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), `"`+good[0].ID+` "`) {
		t.Errorf("a claim once more, with a blank: %v", err)
	}
	if _, err := r.Submit(reportable.Date{}, nil); !errors.Is(err, ErrMissing) {
		t.Errorf("no determinations: %v", err)
	}
	if _, err := r.Submit(reportable.Date{}, good); err != nil {
		t.Errorf("after refused submissions: %v", err)
	}
}

func TestNewReviewRefuses(t *testing.T) {
	frame := frameOf(t, 50, hundred)
	for name, c := range map[string]struct {
		a     Agreement
		f     *Frame
		seeds Seeds
		want  error
	}{
		"no protocol":     {Agreement{}, frame, Seeds{First: "1"}, ErrAgreement},
		"no frame":        {Agreement{Protocol: ProtocolSingle}, nil, Seeds{First: "1"}, ErrFrame},
		"no seed":         {Agreement{Protocol: ProtocolSingle}, frame, Seeds{}, ErrSeeds},
		"seed for fresh":  {Agreement{Protocol: ProtocolDiscovery}, frame, Seeds{First: "1", Full: "2"}, ErrSeeds},
		"no seed, fresh":  {Agreement{Protocol: ProtocolDiscovery, FullSample: FullSampleFresh}, frame, Seeds{First: "1"}, ErrSeeds},
		"seed no number":  {Agreement{Protocol: ProtocolSingle}, frame, Seeds{First: "abc"}, sampling.ErrSeed},
		"negative sample": {Agreement{Protocol: ProtocolSingle, SampleSize: -1}, frame, Seeds{First: "1"}, ErrAgreement},
	} {
		if _, err := NewReview(c.a, c.f, c.seeds); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPopulation holds the frame against the agreement.
func TestPopulation(t *testing.T) {
	frame := func(payors ...string) *Frame {
		var claims []FrameClaim
		for i, p := range payors {
			claims = append(claims, FrameClaim{ID: fmt.Sprint("C", i), Payor: p, Paid: dec("10")})
		}
		f, err := NewFrame(claims)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	a := Agreement{Protocol: ProtocolSingle, Payors: []string{"Medicare", "Medicaid"}, From: day(t, "2025-01-01")}
	if _, err := NewReview(a, frame("Medicare", "Harbor Mutual"), Seeds{First: "1"}); !errors.Is(err, ErrPopulation) || !strings.Contains(err.Error(), "Harbor Mutual") {
		t.Errorf("a claim of another payor: %v", err)
	}
	r := newReview(t, a, frame("Medicaid", "", "Medicare"), Seeds{First: "1"})
	if c := codes(r.Warnings()); !c["payor_unknown"] || !c["period_not_applied"] {
		t.Errorf("%v", r.Warnings())
	}
	o := a.FrameOptions()
	f, err := ReadFrame(strings.NewReader("claim_id,paid,payor,paid_date\nA,5,Medicare,2025-02-01\nB,6,Other,2025-02-01\nC,7,Medicaid,2024-02-01\nD,x,Medicaid,2025-02-01\n"), o, nil)
	if err != nil {
		t.Fatal(err)
	}
	r = newReview(t, a, f, Seeds{First: "1"})
	if c := codes(r.Warnings()); f.Size() != 1 || !c["malformed_rows"] || c["payor_unknown"] || c["period_not_applied"] {
		t.Errorf("%d claims, %v", f.Size(), r.Warnings())
	}
}

// TestConcurrentUse shares one review among goroutines; the race detector looks on.
func TestConcurrentUse(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 800, hundred), Seeds{First: "1"})
	d := firstWrong(r.Worklist(), 9)
	reports := make([][]byte, 8)
	var wg sync.WaitGroup
	for i := range reports {
		wg.Go(func() {
			full, err := r.Submit(reportable.Date{}, d)
			if err != nil {
				t.Error(err)
				return
			}
			done, err := full.Submit(reportable.Date{}, firstWrong(full.Worklist(), 3))
			if err != nil {
				t.Error(err)
				return
			}
			rep, err := done.Report(ReportOptions{})
			if err != nil {
				t.Error(err)
				return
			}
			reports[i], err = json.Marshal(rep)
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for _, b := range reports[1:] {
		if !bytes.Equal(b, reports[0]) {
			t.Error("reports of the same review differ")
		}
	}
}
