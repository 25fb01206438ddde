package iromath

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
)

// TestSentencesOfStates: what a report says is true in the states that are easily forgotten.
func TestSentencesOfStates(t *testing.T) {
	none := func(FrameClaim) string { return "0" }
	third := func(c FrameClaim) string {
		if c.Number%3 == 0 {
			return "40"
		}
		return asPaid(c)
	}
	done := func(a Agreement, size int64, correct func(FrameClaim) string) Report {
		r := newReview(t, a, frameOf(t, size, hundred), Seeds{First: "7"})
		for !r.Done() {
			r = submit(t, r, decide(r.Worklist(), correct))
		}
		return report(t, r)
	}
	insufficient := newReview(t, Agreement{Protocol: ProtocolSingle}, frameOf(t, 300, hundred), Seeds{First: "7"})
	d := firstWrong(insufficient.Worklist(), 1)
	d[0].Documentation, d[50].Documentation = errorrate.Insufficient, errorrate.Insufficient // the second was paid correctly
	for name, c := range map[string]struct {
		report    Report
		want, not []string
	}{
		"every claim of the frame": {done(Agreement{Protocol: ProtocolDiscovery}, 30, third),
			[]string{"The sample holds every claim that belongs in the population.", "without sampling error",
				"are to be walked through: was the claim"},
			[]string{"were walked through: was the claim"}},
		"all overpaid by the same": {done(Agreement{Protocol: ProtocolDiscovery}, 300, none),
			[]string{"All overpayments being equal, the formula gives no size for a full sample: the discovery sample is the full sample.",
				"Full sample size: none, from the mean overpayment of $100.00"},
			[]string{"would have had a better one", " 0 claims", "no size for a full sample, not more"}},
		"one claim": {done(Agreement{Protocol: ProtocolSingle}, 1, none),
			[]string{"The population is the 1 paid claim of", "every one of its 1 claim is reviewed", "One sample of 1 claim was reviewed"},
			[]string{"1 claims", "and of the sample size stand"}},
		"no error": {done(Agreement{Protocol: ProtocolSingle}, 300, asPaid),
			[]string{"Every claim of the sample was paid correctly.", "the precision is not defined."}, nil},
		"single sample": {done(Agreement{Protocol: ProtocolSingle}, 300, third),
			[]string{"Evaluate the potential extrapolated overpayment: The overpayments found in the sample are contained in this amount."}, nil},
		"insufficient and paid correctly": {report(t, submit(t, insufficient, d)),
			[]string{"Documentation insufficient 2 (2.00%)", "The documentation of 1 claim was found and does not support what was billed"}, nil},
	} {
		text := strings.Join(strings.Fields(reportText(t, c.report)), " ")
		for _, s := range c.want {
			if !strings.Contains(text, s) {
				t.Errorf("%s: the report does not say %q", name, s)
			}
		}
		for _, s := range c.not {
			if strings.Contains(text, s) {
				t.Errorf("%s: the report says %q", name, s)
			}
		}
	}
}

// TestEarlierIdentified: each day on which overpayments were identified before the last has its own deadline.
func TestEarlierIdentified(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery, Spares: 5}, frameOf(t, 3000, func(n int64) string {
		return fmt.Sprintf("%d.25", 1050+n%40)
	}), Seeds{First: "7"})
	step := func(on string, d []Determination) {
		t.Helper()
		next, err := r.Submit(day(t, on), d)
		if err != nil {
			t.Fatal(err)
		}
		r = next
	}
	step("2026-03-01", firstWrong(r.Worklist(), 8))
	left := r.Draws()[0].Units()[49]
	c, _ := r.Frame().Claim(left.Number)
	next, err := r.Correct(day(t, "2026-03-02"), FrameCorrection{Ground: GroundNotPaid, Description: "rejected", Search: "remittances", Claims: []string{c.ID}})
	if err != nil {
		t.Fatal(err)
	}
	r = next
	if n := len(r.Worklist()); n != 1 || r.Stage() != StageDiscovery {
		t.Fatalf("%d claims of the %s", n, r.Stage())
	}
	step("2026-03-05", firstWrong(r.Worklist(), 1))
	step("2026-03-20", firstWrong(r.Worklist(), 4))
	var found []string
	for _, w := range report(t, r).Warnings {
		if w.Code == "earlier_identified" {
			found = append(found, w.Message)
		}
	}
	if all := strings.Join(found, " "); len(found) != 2 || !strings.Contains(all, "were identified on 2026-03-01") ||
		!strings.Contains(all, "were identified on 2026-03-05") || !strings.Contains(all, "60 days end on 2026-05-04") {
		t.Errorf("%q", found)
	}
}

// TestRefundsBeyondWithoutPayor: refunds that name no payor are spoken of as such.
func TestRefundsBeyondWithoutPayor(t *testing.T) {
	claims := make([]FrameClaim, 300)
	for i := range claims {
		claims[i] = FrameClaim{ID: fmt.Sprint(i), Paid: dec("100")}
	}
	frame, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	r := newReview(t, Agreement{Protocol: ProtocolSingle}, frame, Seeds{First: "7"})
	rep, err := submit(t, r, firstWrong(r.Worklist(), 2)).Report(ReportOptions{Refunds: []extrapolate.Refund{{Amount: dec("5000")}}})
	if err != nil {
		t.Fatal(err)
	}
	if text := reportText(t, rep); !codes(rep.Warnings)["refund_exceeds"] || strings.Contains(text, `payor ""`) {
		t.Error(rep.Warnings)
	}
}

// TestMaskedTexts: an identifier that a reason, a correction or a warning repeats is masked there, short ones as words.
func TestMaskedTexts(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly, Spares: 2}, frameOf(t, 60, hundred), Seeds{First: "1"})
	d := firstWrong(r.Worklist(), 5)
	for i, patient := range []string{"MBI7Q0001234", "48213", "17", "Q-77/A", "#4 55"} {
		d[i].Patient = patient
		d[i].Reason = fmt.Sprintf("record of patient %s (chart/%s) not signed, 170 pages", strings.ToLower(patient), patient)
	}
	r = submit(t, r, d)
	next, err := r.Correct(day(t, "2026-11-22"), FrameCorrection{
		Ground: GroundNotPaid, Description: "rejected claims, as that of MBI7Q0001234", Search: "remittances of mbi7q0001234, 48213.",
		Claims: []string{d[29].ID}, Monitor: &Consultation{Date: day(t, "2026-11-20"), With: "the monitor", Said: "48213 may leave"},
	})
	if err != nil {
		t.Fatal(err)
	}
	r = submit(t, next, decide(next.Worklist(), asPaid))
	for i := range 2 {
		masked, err := r.Report(ReportOptions{MaskPatients: i == 1})
		if err != nil {
			t.Fatal(err)
		}
		forms := written(t, masked)
		data, err := json.Marshal(masked)
		if err != nil {
			t.Fatal(err)
		}
		forms["json"] = string(data)
		for form, text := range forms {
			text = strings.ToUpper(strings.Join(strings.Fields(strings.ReplaceAll(text, "\\", "")), " "))
			for _, patient := range []string{"MBI7Q0001234", "48213", "PATIENT 17", "CHART/17", "Q-77/A", "#4 55"} {
				if strings.Contains(text, patient) == (i == 1) {
					t.Errorf("%s, masked %t: %s", form, i == 1, patient)
				}
			}
			if !strings.Contains(text, "170 PAGES") {
				t.Errorf("%s: the reason is lost", form)
			}
		}
	}
}

// TestSumsOfTheReport: what is owed to several payors is added up, and underpayments stand in their own column.
func TestSumsOfTheReport(t *testing.T) {
	claims := make([]FrameClaim, 60)
	for i := range claims {
		claims[i] = FrameClaim{ID: fmt.Sprint(i), Payor: []string{"Medicaid", "Medicare"}[i%2], Paid: dec("100")}
	}
	frame, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	r := newReview(t, Agreement{Protocol: ProtocolSingle, SampleSize: 60}, frame, Seeds{First: "7"})
	rep := report(t, submit(t, r, decide(r.Worklist(), func(c FrameClaim) string {
		return map[string]string{"0": "90", "1": "70", "2": "105"}[c.ID] + map[bool]string{true: "100"}[len(c.ID) > 1 || c.ID > "2"]
	})))
	text := strings.Join(strings.Fields(reportText(t, rep)), " ")
	for _, want := range []string{"To be repaid $40.00", "unclassified 3 40.00 5.00", "To Medicaid Overpaid claims 1 Amount $10.00",
		"To Medicare Overpaid claims 1 Amount $30.00"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}

// TestOpenClassOfOverpayments: one overpayment far above the others stands in an open class and leaves the others their width.
func TestOpenClassOfOverpayments(t *testing.T) {
	var r Report
	for i := range 40 {
		f := Finding{Overpayment: dec(fmt.Sprint(i + 1))}
		if f.Number = int64(i + 1); i == 39 {
			f.Overpayment = dec("90000")
		}
		r.Findings, r.ErrorRate.Claims = append(r.Findings, f), append(r.ErrorRate.Claims, f.Claim)
	}
	points := r.overpaymentChart().Points
	last := points[len(points)-1]
	if len(points) != 9 || !points[0].High.Equal(dec("5")) || !last.Marked || !last.Low.Equal(dec("40")) || !last.High.Equal(dec("90000")) ||
		last.Value.IntPart() != 1 {
		t.Errorf("%d classes of %s, the last from %s to %s", len(points), points[0].High, last.Low, last.High)
	}
}
