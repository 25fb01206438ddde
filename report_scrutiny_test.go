package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
)

// doneReview is a review with seven wrong claims in each worklist.
func doneReview(t testing.TB, a Agreement, seed string) *Review {
	t.Helper()
	r := newReview(t, a, frameOf(t, 3000, func(n int64) string { return fmt.Sprintf("%d.25", 50+n%40) }), Seeds{First: seed})
	for !r.Done() {
		r = submit(t, r, firstWrong(r.Worklist(), 7))
	}
	return r
}

// TestReportScrutiny: the checks stand in the report where they are asked for, as text and JSON, and are the same after a
// resume.
func TestReportScrutiny(t *testing.T) {
	r := doneReview(t, Agreement{Protocol: ProtocolDiscovery, Name: "CIA of the test"}, "2468")
	o := ReportOptions{Scrutiny: &ScrutinyOptions{MinimumSum: true}, CostReport: day(t, "2027-03-31"),
		Suspensions: []extrapolate.Suspension{{Kind: extrapolate.OIGDisclosure, From: day(t, "2026-12-01")}}}
	rep, err := r.Report(o)
	if err != nil {
		t.Fatal(err)
	}
	s := rep.Scrutiny
	if s == nil || s.Coverage == nil || s.Coverage.Seed != "2468" || s.MinimumSum == nil || s.MinimumSum.Universe != 3000 ||
		!s.PointEstimate.Equal(rep.Appraisal.PointEstimate) || len(s.Checks) != 6 {
		t.Fatalf("%+v", s)
	}
	if !strings.Contains(s.Checks[5].Text, "enlarged") {
		t.Errorf("%s", s.Checks[5].Text)
	}
	var text bytes.Buffer
	if err := rep.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"10. CHECKS OF THE ESTIMATE", "11. SYSTEMS REVIEW", "12. OBLIGATIONS", "Simulated coverage: ", "Minimum sum method: ",
		"Under 42 CFR 401.305 by", "suspended, "} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in the report", want)
		}
	}
	saved, err := r.Save()
	if err != nil {
		t.Fatal(err)
	}
	resumed, err := ResumeReview(saved, r.Frame())
	if err != nil {
		t.Fatal(err)
	}
	again, err := resumed.Report(o)
	if err != nil {
		t.Fatal(err)
	}
	one, _ := json.Marshal(rep)
	two, _ := json.Marshal(again)
	if !bytes.Equal(one, two) {
		t.Error("the report after a resume differs")
	}
	if plain, err := r.Report(ReportOptions{}); err != nil || plain.Scrutiny != nil {
		t.Errorf("checks that were not asked for: %v", err)
	}
}

// TestReportSuspension: an investigation moves the last day of an older agreement, which has no days of its own, and not
// that of a newer one or of a clause.
func TestReportSuspension(t *testing.T) {
	o := ReportOptions{Suspensions: []extrapolate.Suspension{{Kind: extrapolate.Investigation}}}
	for _, c := range []struct {
		a     Agreement
		moved bool
	}{
		{Agreement{Protocol: ProtocolDiscovery}, true},
		{Agreement{Protocol: ProtocolDiscovery, Clauses: []Clause{{Parameter: "repayDays", Quote: "within 60 days"}}}, false},
		{Agreement{Protocol: ProtocolSingle}, false},
	} {
		r := doneReview(t, c.a, "5")
		o.Suspensions[0].From = r.identified()
		o.Suspensions[0].Through = r.identified().AddDays(20)
		rep, err := r.Report(o)
		if err != nil {
			t.Fatal(err)
		}
		want := r.identified().AddDays(60)
		if c.moved {
			want = want.AddDays(20)
		}
		b := rep.Obligations.Obligations[0]
		if b.By != want || b.Deadline == nil || b.Deadline.By != r.identified().AddDays(80) {
			t.Errorf("%+v: by %s, want %s; %+v", c.a, b.By, want, b.Deadline)
		}
	}
}

// TestReportPrograms: an investigation moves the last day of what is owed to Medicare Parts A and B, and not of what is owed to
// Medicaid. 60 days after January 31, 2025 are April 1; the investigation moves them through July 30 at the most, 175 days.
func TestReportPrograms(t *testing.T) {
	medicaid := extrapolate.PayorProgram{Payor: "Texas Medicaid", Program: extrapolate.Medicaid}
	medicare := extrapolate.PayorProgram{Payor: "Medicare", Program: extrapolate.MedicareAB}
	for _, c := range []struct {
		name     string
		medicare int64 // of 400 claims, the first
		programs []extrapolate.PayorProgram
		by       string // of each amount
		words    []string
	}{
		{"medicaid", 0, []extrapolate.PayorProgram{medicaid}, "2025-04-01", []string{"To be repaid", "by 2025-04-01",
			"Under 42 U.S.C. 1320a-7k(d) by"}},
		{"not stated", 0, nil, "2025-09-23", []string{"by 2025-09-23", "Under 42 CFR 401.305 by",
			`The program of payor "Texas Medicaid" is not stated`, "Nothing suspends that of Medicaid, 2025-04-01"}},
		{"both", 200, []extrapolate.PayorProgram{medicaid, medicare}, "2025-09-23 2025-04-01", []string{"the first part by 2025-04-01",
			"Under 42 CFR 401.305 by", "Under 42 U.S.C. 1320a-7k(d) by"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var claims []FrameClaim
			for i := range int64(400) {
				claims = append(claims, FrameClaim{ID: fmt.Sprintf("C%d", i+1), Payor: "Texas Medicaid", Paid: dec("100.00")})
				if i < c.medicare {
					claims[i].Payor = "Medicare"
				}
			}
			frame, err := NewFrame(claims)
			if err != nil {
				t.Fatal(err)
			}
			r := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frame, Seeds{First: "1"})
			wrong := map[string]bool{}
			list := decide(r.Worklist(), func(w FrameClaim) string {
				if !wrong[w.Payor] {
					wrong[w.Payor] = true
					return "60.00"
				}
				return asPaid(w)
			})
			if r, err = r.Submit(day(t, "2025-01-31"), list); err != nil {
				t.Fatal(err)
			}
			rep, err := r.Report(ReportOptions{Programs: c.programs,
				Suspensions: []extrapolate.Suspension{{Kind: extrapolate.Investigation, From: day(t, "2025-02-05")}}})
			if err != nil {
				t.Fatal(err)
			}
			var by []string
			for _, b := range rep.Obligations.Obligations {
				if b.Due != nil {
					by = append(by, b.By.String())
				}
			}
			if got := strings.Join(by, " "); got != c.by {
				t.Errorf("by %s, want %s", got, c.by)
			}
			var text bytes.Buffer
			if err := rep.WriteText(&text); err != nil {
				t.Fatal(err)
			}
			flat := strings.Join(strings.Fields(text.String()), " ")
			for _, want := range c.words {
				if !strings.Contains(flat, want) {
					t.Errorf("no %q in the report", want)
				}
			}
			if stated := len(c.programs) > 0; stated == strings.Contains(flat, "is not stated") {
				t.Error("the warning on programs")
			}
		})
	}
}

// TestFirstDay: an amount that is due earlier than another is not hidden by it.
func TestFirstDay(t *testing.T) {
	for days, want := range map[string]string{"2025-04-01": "by 2025-04-01", "2025-04-01 2025-04-01": "by 2025-04-01",
		"2025-09-23 2025-04-01": "the first part by 2025-04-01", "- 2025-04-01": "the first part by 2025-04-01", "- -": ""} {
		var by []reportable.Date
		for _, d := range strings.Fields(days) {
			if d == "-" {
				by = append(by, reportable.Date{})
			} else {
				by = append(by, day(t, d))
			}
		}
		if got := firstDay(by); got != want {
			t.Errorf("%q: %q", days, got)
		}
	}
}

func TestScrutinyRefuses(t *testing.T) {
	r := doneReview(t, Agreement{Protocol: ProtocolSingle}, "1")
	for name, o := range map[string]ScrutinyOptions{
		"replicates": {Replicates: 5}, "seed": {Seed: "a\nb"}, "share": {MinimumSum: true, ErrorShare: dec("1.5")},
	} {
		if _, err := r.Report(ReportOptions{Scrutiny: &o}); err == nil {
			t.Error(name)
		}
	}
	if s, err := r.Scrutiny(ScrutinyOptions{}); err != nil || s.MinimumSum != nil || s.SampleSize != 100 {
		t.Errorf("%+v %v", s, err)
	}
	waiting := newReview(t, Agreement{Protocol: ProtocolSingle}, frameOf(t, 300, hundred), Seeds{First: "1"})
	if _, err := waiting.Scrutiny(ScrutinyOptions{}); !errors.Is(err, ErrNotDone) {
		t.Error(err)
	}
	below := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 300, hundred), Seeds{First: "1"})
	below = submit(t, below, decide(below.Worklist(), asPaid))
	if rep, err := below.Report(ReportOptions{Scrutiny: &ScrutinyOptions{}}); err != nil || rep.Scrutiny != nil {
		t.Errorf("nothing was extrapolated: %v", err)
	}
}

func TestCompareReviews(t *testing.T) {
	a := Agreement{Protocol: ProtocolQuarterly, Name: "IA of the test", From: day(t, "2026-01-01"), Through: day(t, "2026-03-31")}
	one := doneReview(t, a, "11")
	a.From, a.Through = day(t, "2026-04-01"), day(t, "2026-06-30")
	two := newReview(t, a, frameOf(t, 3000, hundred), Seeds{First: "12"})
	two = submit(t, two, decide(two.Worklist(), asPaid))
	r, err := CompareReviews("2026-07-01 lottery", one, two)
	if err != nil {
		t.Fatal(err)
	}
	// Seven of 30 against none of 30: C(30,7)/C(60,7) twice, 2 * 2035800 / 386206920.
	if p := r.Pairs[0]; p.Earlier != "2026-01-01 through 2026-03-31" || p.ErrorsP.StringFixed(8) != "0.01054254" || !p.ErrorsDiffer ||
		p.Dollars.Complete || p.Dollars.Total != 9999 {
		t.Errorf("%+v", p)
	}
	if _, err := CompareReviews("s", one); !errors.Is(err, extrapolate.ErrReviews) {
		t.Error(err)
	}
	for _, r := range []*Review{nil, {}} {
		if _, err := CompareReviews("s", one, r); !errors.Is(err, ErrNotStarted) {
			t.Error(err)
		}
	}
	waiting := newReview(t, Agreement{Protocol: ProtocolSingle}, frameOf(t, 300, hundred), Seeds{First: "1"})
	if _, err := CompareReviews("s", one, waiting); !errors.Is(err, ErrNotDone) {
		t.Error(err)
	}
	if _, err := CompareReviews("s", one, doneReview(t, Agreement{Protocol: ProtocolSingle, Name: "IA of the test"}, "1")); !errors.Is(err, ErrCompare) {
		t.Error(err)
	}
	if _, err := CompareReviews("", one, two); !errors.Is(err, extrapolate.ErrSeed) {
		t.Error(err)
	}
	plain := doneReview(t, Agreement{Protocol: ProtocolQuarterly}, "3")
	if r, err := CompareReviews("s", plain, plain); err != nil || r.Rates[1].Label != "review 2" {
		t.Errorf("%+v %v", r.Rates, err)
	}
}
