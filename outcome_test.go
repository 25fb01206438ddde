package iromath

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

// TestOutcome: what a review has come to is there between the stages, not only in the report.
func TestOutcome(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 5000, hundred), Seeds{First: "48863.78"})
	if o := r.Outcome(); o.First != nil || o.Last != nil || o.Size != nil || o.Extrapolation != nil {
		t.Errorf("before anything was reviewed: %+v", o)
	}
	full := submit(t, r, firstWrong(r.Worklist(), 5))
	o := full.Outcome()
	if !o.First.ErrorRate.Equal(dec("0.05")) || !o.First.ThresholdMet || o.Size.Size != int64(len(full.Worklist()))+50 || o.Extrapolation != nil {
		t.Errorf("after the discovery sample: rate %s, size %v", o.First.ErrorRate, o.Size)
	}
	if cell := o.Table.Rows[len(o.Table.Rows)-1][1]; cell.Size != o.Size.Size { // 25 % is the last row, 90 % the second column
		t.Errorf("the table says %d, the cell %d", cell.Size, o.Size.Size)
	}
	done := submit(t, full, firstWrong(full.Worklist(), 0))
	o = done.Outcome()
	if !o.First.ErrorRate.Equal(dec("0.05")) || !o.Last.ErrorRate.LessThan(dec("0.05")) || o.Extrapolation == nil {
		t.Errorf("after the full sample: %s, %s", o.First.ErrorRate, o.Last.ErrorRate)
	}
	single := newReview(t, Agreement{Protocol: ProtocolSingle}, frameOf(t, 300, hundred), Seeds{First: "1"})
	o = submit(t, single, firstWrong(single.Worklist(), 50)).Outcome()
	if o.Last.ThresholdMet || !o.Last.Threshold.IsZero() {
		t.Error("a threshold under a protocol that has none")
	}
}

// TestNothingChangesAReview changes everything that goes in and comes out; the review stays what it was.
func TestNothingChangesAReview(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery, Payors: []string{"Medicare"}, Spares: 3}, frameOf(t, 900, hundred), Seeds{First: "12345"})
	in := firstWrong(r.Worklist(), 8)
	full := submit(t, r, in)
	done := submit(t, full, firstWrong(full.Worklist(), 3))
	before := allForms(t, done)
	saved, err := done.Save()
	if err != nil {
		t.Fatal(err)
	}
	*in[0].Correct, *in[0].Paid = dec("1"), dec("2")
	in[1].ID = "X"
	o := done.Outcome()
	o.First.Claims[0].ID, *o.First.Claims[1].Correct, o.Table.Rows[0][0].Size = "X", dec("3"), 1
	o.Last.Claims[0].ID, o.Extrapolation.Claims[0].ID = "X", "X"
	*o.Extrapolation.Claims[1].Correct = dec("4")
	rep := report(t, done)
	rep.ErrorRate.Claims[0].ID, rep.Appraisal.Claims[0].ID, rep.Findings[0].ID = "X", "X", "X"
	*rep.Findings[1].Correct, rep.Draws[0].Selection.Sample[0].Number, rep.Size.Table.Levels[0] = dec("5"), 7, dec("6")
	done.Draws()[0].Selection.SpareUnits[0].Number = 8
	done.Agreement().Payors[0] = "X"
	if diff := cmp.Diff(before, allForms(t, done)); diff != "" {
		t.Error(diff)
	}
	if again, err := done.Save(); err != nil || string(again) != string(saved) {
		t.Errorf("saved otherwise: %v", err)
	}
	Calculations()[0].Example[0] = 'x'
	if _, err := Calculate(Calculations()[0].Name, Calculations()[0].Example); err != nil {
		t.Error(err)
	}
}

// TestZeroReview: values that were not made by this package give errors, not panics.
func TestZeroReview(t *testing.T) {
	var r Review
	if _, err := r.Submit(reportable.Date{}, nil); !errors.Is(err, ErrNotStarted) {
		t.Error(err)
	}
	if _, err := r.Save(); !errors.Is(err, ErrNotStarted) {
		t.Error(err)
	}
	if _, err := json.Marshal(&r); !errors.Is(err, ErrNotStarted) {
		t.Error(err)
	}
	if err := r.WriteWorklist(io.Discard); !errors.Is(err, ErrNotStarted) {
		t.Error(err)
	}
	if _, err := r.Report(ReportOptions{}); !errors.Is(err, ErrNotStarted) {
		t.Error(err)
	}
	if _, err := r.Scrutiny(ScrutinyOptions{}); !errors.Is(err, ErrNotStarted) {
		t.Error(err)
	}
	for _, f := range []*Frame{nil, new(Frame)} {
		if _, err := NewReview(Agreement{Protocol: ProtocolSingle}, f, Seeds{First: "1"}); !errors.Is(err, ErrFrame) {
			t.Error(err)
		}
	}
	var rep Report
	if err := json.Unmarshal([]byte("{}"), &rep); err != nil {
		t.Fatal(err)
	}
	if err := rep.WriteText(io.Discard); err != nil {
		t.Error(err)
	}
}

// TestFreshSampleKeepsWhatWasFound: 6 of 50 claims of the discovery sample are overpaid by $90, and the fresh full sample
// finds nothing. The $540 are owed.
func TestFreshSampleKeepsWhatWasFound(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery, FullSample: FullSampleFresh}, frameOf(t, 200000, hundred), Seeds{First: "1", Full: "2"})
	list := r.Worklist()
	wrong := map[string]bool{}
	for _, c := range list[:6] {
		wrong[c.ID] = true
	}
	truth := func(c FrameClaim) string {
		if wrong[c.ID] {
			return "10.00"
		}
		return "100.00"
	}
	full := submit(t, r, decide(list, truth))
	for _, c := range full.Worklist() {
		if wrong[c.ID] {
			t.Fatal("the fresh sample holds a claim that is wrong; take another seed")
		}
	}
	rep := report(t, submit(t, full, decide(full.Worklist(), truth)))
	o := rep.Obligations.Obligations[0]
	if !o.Due.Equal(dec("540")) || !codes(rep.Warnings)["found_exceeds_estimate"] || !codes(rep.Warnings)["no_overpayment"] {
		t.Errorf("due %s, %v", o.Due, rep.Warnings)
	}
	if text := strings.Join(rep.Summary, " "); !strings.Contains(text,
		"50 claims were reviewed in the discovery sample; the overpayments found on all reviewed claims add up to $540.00.") {
		t.Error(text)
	}
}

func TestFreshSeeds(t *testing.T) {
	a := Agreement{Protocol: ProtocolDiscovery, FullSample: FullSampleFresh}
	for _, seed := range []string{"48863.78", "48,863.78", "48863.775"} {
		_, err := NewReview(a, frameOf(t, 900, hundred), Seeds{First: "48863.78", Full: seed})
		if err == nil {
			t.Errorf("a fresh sample with the seed %s of the first", seed)
		}
	}
	// Seeds 32 and 8193 are different numbers that start the generator alike.
	for _, size := range []int64{1, 2, 900} {
		if _, err := NewReview(a, frameOf(t, size, hundred), Seeds{First: "32", Full: "8193"}); !errors.Is(err, ErrSeeds) {
			t.Errorf("%d claims: %v", size, err)
		}
	}
}

// TestBeyondPaid: a review holds its estimate against what was paid for all claims that belong. Two claims of $1,000 without
// documentation stand for ten, and the other eight were paid $1 each.
func TestBeyondPaid(t *testing.T) {
	a, seeds := Agreement{Protocol: ProtocolSingle, SampleSize: 2}, Seeds{First: "7"}
	drawn := map[int64]bool{}
	for _, c := range newReview(t, a, frameOf(t, 10, hundred), seeds).Worklist() {
		drawn[c.Number] = true
	}
	frame := frameOf(t, 10, func(n int64) string { return map[bool]string{true: "1000", false: "1"}[drawn[n]] })
	r := newReview(t, a, frame, seeds)
	var ds []Determination
	for _, c := range r.Worklist() {
		ds = append(ds, Determination{ID: c.ID, Documentation: errorrate.Missing})
	}
	r = submit(t, r, ds)
	check := func(r *Review, paid, point string) {
		t.Helper()
		e := r.Outcome().Extrapolation
		if !e.PopulationPaid.Equal(dec(paid)) || !e.PointEstimate.Equal(dec(point)) || !codes(e.Warnings)["beyond_paid"] {
			t.Errorf("%s of %s paid, %v", e.PointEstimate, e.PopulationPaid, e.Warnings)
		}
	}
	check(r, "2008", "10000")
	var other FrameClaim
	for n := range frame.Size() {
		if !drawn[n+1] {
			other, _ = frame.Claim(n + 1)
		}
	}
	r, err := r.Correct(reportable.Date{}, FrameCorrection{Ground: GroundOtherPayor, Description: "d", Search: "s", Claims: []string{other.ID}})
	if err != nil {
		t.Fatal(err)
	}
	check(r, "2007", "9000")
}

// TestFreshSeedsOfSmallFrames: seeds that draw the same few claims by chance are different seeds, by every method.
func TestFreshSeedsOfSmallFrames(t *testing.T) {
	for _, m := range sampling.Methods() {
		a := Agreement{Protocol: ProtocolDiscovery, FullSample: FullSampleFresh, Method: m}
		for size := int64(1); size <= 3; size++ {
			frame := frameOf(t, size, hundred)
			for seed := range 40 {
				if _, err := NewReview(a, frame, Seeds{First: "4711", Full: fmt.Sprint(seed)}); err != nil {
					t.Errorf("%s, %d claims: %v", m, size, err)
				}
			}
			if _, err := NewReview(a, frame, Seeds{First: "4711", Full: "4711"}); !errors.Is(err, ErrSeeds) {
				t.Errorf("%s, %d claims, the same seed: %v", m, size, err)
			}
		}
	}
}

// TestMethods runs a review with every method of drawing: the sample is what the method gives, and the report says how.
func TestMethods(t *testing.T) {
	for _, m := range sampling.Methods() {
		a := Agreement{Protocol: ProtocolDiscovery, Method: m}
		seeds := Seeds{First: "4711"}
		if !m.Continues() {
			a.FullSample, seeds.Full = FullSampleFresh, "4712"
		}
		frame := frameOf(t, 900, hundred)
		r := newReview(t, a, frame, seeds)
		want, err := sampling.SingleStage{Method: m, Seed: "4711", Low: 1, High: 900, Size: 50, FrameDigest: frame.Digest()}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.Sample, r.Draws()[0].Selection.Sample); diff != "" {
			t.Errorf("%s: %s", m, diff)
		}
		for !r.Done() {
			r = submit(t, r, firstWrong(r.Worklist(), min(9, len(r.Worklist()))))
		}
		var out strings.Builder
		if err := report(t, r).WriteText(&out); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(out.String()), " ")
		if !strings.Contains(text, generators[m]) || !strings.Contains(text, "FRAME DIGEST "+frame.Digest()) {
			t.Errorf("%s: the report does not say how it was drawn", m)
		}
	}
}

// TestDates: the clock of what the discovery sample found started earlier, and days do not go back.
func TestDates(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 5000, hundred), Seeds{First: "48863.78"})
	full, err := r.Submit(day(t, "2026-01-01"), firstWrong(r.Worklist(), 5))
	if err != nil {
		t.Fatal(err)
	}
	second := firstWrong(full.Worklist(), 5)
	if _, err := full.Submit(day(t, "2025-12-31"), second); !errors.Is(err, ErrDate) {
		t.Errorf("a day before the first: %v", err)
	}
	done, err := full.Submit(day(t, "2026-06-01"), second)
	if err != nil {
		t.Fatal(err)
	}
	rep := report(t, done)
	if rep.Obligations.Obligations[0].By.String() != "2026-07-31" {
		t.Errorf("by %s", rep.Obligations.Obligations[0].By)
	}
	for _, w := range rep.Warnings {
		if w.Code == "earlier_identified" && strings.Contains(w.Message, "$250.00") && strings.Contains(w.Message, "2026-03-02") {
			return
		}
	}
	t.Errorf("nothing of the discovery sample's own clock: %v", rep.Warnings)
}

// TestRepayDaysOfTheAgreement are those of every amount that is owed.
func TestRepayDaysOfTheAgreement(t *testing.T) {
	for _, a := range []Agreement{{Protocol: ProtocolDiscovery, RepayDays: 30}, {Protocol: ProtocolSingle, RepayDays: 30}} {
		r := newReview(t, a, frameOf(t, 5000, hundred), Seeds{First: "48863.78"})
		for !r.Done() {
			r = submit(t, r, firstWrong(r.Worklist(), 9))
		}
		if o := report(t, r).Obligations.Obligations[0]; o.By.String() != "2026-12-22" || o.Days != 30 {
			t.Errorf("%s: by %s, %d days", a.Protocol, o.By, o.Days)
		}
	}
}

// TestPayorsOfTheFrame: a sample that happens to hold claims of one payor is of a population with two.
func TestPayorsOfTheFrame(t *testing.T) {
	var claims []FrameClaim
	for i := range 2000 {
		payor := "Medicare"
		if i == 1999 {
			payor = "State Medicaid"
		}
		claims = append(claims, FrameClaim{ID: fmt.Sprint("C", i), Payor: payor, Paid: dec("10")})
	}
	f, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []Protocol{ProtocolDiscovery, ProtocolSingle} {
		r := newReview(t, Agreement{Protocol: p}, f, Seeds{First: "1"})
		for !r.Done() {
			r = submit(t, r, firstWrong(r.Worklist(), min(20, len(r.Worklist()))))
		}
		rep := report(t, r)
		if !codes(rep.Warnings)["payors_not_split"] {
			t.Errorf("%s: %v", p, rep.Warnings)
		}
		for _, o := range rep.Obligations.Obligations {
			if (o.Kind == "repay_extrapolated" || o.Kind == "evaluate_extrapolation") && o.Payor != "" {
				t.Errorf("%s: all to %s", p, o.Payor)
			}
		}
	}
}

func TestTextOfReasonsIsUTF8(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly}, frameOf(t, 90, hundred), Seeds{First: "1"})
	d := firstWrong(r.Worklist(), 1)
	d[0].Reason = "\xFF"
	if _, err := r.Submit(reportable.Date{}, d); !errors.Is(err, errorrate.ErrText) {
		t.Error(err)
	}
	d[0].Reason = "\x1b[31mred"
	rep := report(t, submit(t, r, d))
	var out strings.Builder
	if err := rep.WriteText(&out); err != nil || strings.Contains(out.String(), "\x1b") {
		t.Errorf("an escape sequence in the report: %v", err)
	}
}
