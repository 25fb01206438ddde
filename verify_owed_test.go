package iromath

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
)

// payorsFrame is a frame of 60 claims of $100.00 whose payors take turns; each is overpaid by $10.00 for the first payor, $20.00
// for the second and so on, the rest of the payors by nothing.
func payorsFrame(t *testing.T, overpaidPayors int, payors ...string) (*Frame, []Determination) {
	t.Helper()
	var claims []FrameClaim
	var ds []Determination
	for i := range 60 {
		k := i % len(payors)
		claims = append(claims, FrameClaim{ID: fmt.Sprint("P", i), Payor: payors[k], Paid: dec("100")})
		correct := dec("100")
		if k < overpaidPayors {
			correct = dec("90").Sub(dec("10").Mul(dec(fmt.Sprint(k))))
		}
		ds = append(ds, Determination{ID: claims[i].ID, Correct: &correct, Documentation: errorrate.Complete})
	}
	f, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	return f, ds
}

// TestPayorsOfObligations: an amount matches whether its payor is left out, spelled in other letters or not named by the
// claims; one that can be of several payors cannot be checked, and a share of one amount for all of them neither.
func TestPayorsOfObligations(t *testing.T) {
	const (
		found, evaluate, whole = extrapolate.RepayFound, extrapolate.EvaluateExtrapolation, extrapolate.RepayExtrapolated
		notDue                 = "not due"
	)
	// A census of 60 claims, so that sums are those of the frame: $10.00 for every claim of the first payor, $20.00 of the second.
	census := Agreement{Protocol: ProtocolSingle, SampleSize: 60}
	one, two, three := []string{"Medicare"}, []string{"Medicare", "State Medicaid"}, []string{"Medicare", "State Medicaid", "Tribal"}
	type answer struct {
		o        ReportedObligation
		status   FigureStatus
		computed string
	}
	for name, c := range map[string]struct {
		a        Agreement
		payors   []string
		overpaid int
		want     []answer
	}{
		"one payor": {census, one, 1, []answer{
			{ReportedObligation{Kind: found, Amount: "$600.00"}, FigureMatches, "$600.00"},
			{ReportedObligation{Kind: found, Payor: "Medicare", Due: "$600.00"}, FigureMatches, "$600.00"},
			{ReportedObligation{Kind: found, Payor: " MEDICARE", Amount: "$600.00"}, FigureMatches, "$600.00"},
			{ReportedObligation{Kind: evaluate, Amount: "$600.00"}, FigureMatches, "$600.00"},
			{ReportedObligation{Kind: evaluate, Payor: "medicare", Amount: "$601.00"}, FigureDiffers, "$600.00"},
			{ReportedObligation{Kind: evaluate, Payor: "Medicare", Due: "$600.00"}, FigureCannotCheck, ""},
			{ReportedObligation{Kind: found, Payor: "Harbor Mutual", Amount: "$600.00"}, FigureDiffers, notDue},
			{ReportedObligation{Kind: found, Payor: "medicare", By: "2026-08-01"}, FigureCannotCheck, ""}, // of no day of identification
			{ReportedObligation{Kind: whole, Amount: "$600.00"}, FigureDiffers, notDue},
			{ReportedObligation{Kind: whole, Payor: "Medicare", Amount: "$0.00"}, FigureMatches, "$0.00"},
		}},
		"two payors": {census, two, 2, []answer{
			{ReportedObligation{Kind: found, Amount: "$900.00"}, FigureMatches, "$900.00"}, // the total
			{ReportedObligation{Kind: found, Payor: "medicare", Amount: "$300.00"}, FigureMatches, "$300.00"},
			{ReportedObligation{Kind: found, Payor: "STATE  MEDICAID", Amount: "$600.00"}, FigureMatches, "$600.00"},
			{ReportedObligation{Kind: found, Payor: "Medicare", Amount: "$600.00"}, FigureDiffers, "$300.00"}, // that of the other
			{ReportedObligation{Kind: evaluate, Amount: "$900.00"}, FigureMatches, "$900.00"},
			{ReportedObligation{Kind: evaluate, Payor: "Medicare", Amount: "$300.00"}, FigureCannotCheck, ""},
		}},
		"two payors, one amount":       {census, two, 2, []answer{{ReportedObligation{Kind: found, Amount: "$600.00"}, FigureCannotCheck, ""}}},
		"two payors, a wrong total":    {census, two, 2, []answer{{ReportedObligation{Kind: found, Amount: "$800.00"}, FigureDiffers, "$900.00"}}},
		"nothing of the third":         {census, three, 2, []answer{{ReportedObligation{Kind: found, Payor: "Tribal", Amount: "0.00"}, FigureMatches, "0.00"}}},
		"something of the third":       {census, three, 2, []answer{{ReportedObligation{Kind: found, Payor: "Tribal", Amount: "5.00"}, FigureDiffers, notDue}}},
		"a payor in two spellings":     {census, []string{"Medicare", "MEDICARE"}, 2, []answer{{ReportedObligation{Kind: found, Payor: "medicare", Amount: "300"}, FigureCannotCheck, ""}}},
		"claims without a payor":       {census, []string{""}, 1, []answer{{ReportedObligation{Kind: found, Payor: "Medicare", Amount: "$600.00"}, FigureMatches, "$600.00"}}},
		"claims without any, two told": {census, []string{""}, 1, []answer{{ReportedObligation{Kind: found, Payor: "A", Amount: "$300.00"}, FigureCannotCheck, ""}, {ReportedObligation{Kind: found, Payor: "B", Amount: "$300.00"}, FigureCannotCheck, ""}}},
		"some without a payor": {census, []string{"", "Medicare"}, 2, []answer{
			{ReportedObligation{Kind: found, Amount: "$300.00"}, FigureMatches, "$300.00"},
			{ReportedObligation{Kind: found, Payor: "Medicare", Amount: "$600.00"}, FigureMatches, "$600.00"},
		}},
		"some without a payor, the total": {census, []string{"", "Medicare"}, 2, []answer{{ReportedObligation{Kind: found, Amount: "$900.00"}, FigureMatches, "$300.00"}}},
		"a full sample": {Agreement{Protocol: ProtocolDiscovery, SampleSize: 60}, two, 2, []answer{
			{ReportedObligation{Kind: whole, Amount: "$900.00"}, FigureMatches, "$900.00"},
			{ReportedObligation{Kind: whole, Payor: "Medicare", Amount: "$300.00"}, FigureCannotCheck, ""},
			{ReportedObligation{Kind: whole, Payor: "Harbor Mutual", Amount: "$300.00"}, FigureDiffers, notDue},
		}},
	} {
		f, ds := payorsFrame(t, c.overpaid, c.payors...)
		r := Reported{Agreement: c.a}
		sample := &ReportedSample{Seed: "5"}
		if r.Sample = sample; c.a.Protocol == ProtocolDiscovery {
			r.Sample, r.Discovery = nil, sample
		}
		for _, w := range c.want {
			r.Obligations = append(r.Obligations, w.o)
		}
		v, err := r.Verify(f, ds)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, got := range v.Figures {
			want := c.want[i]
			if got.Status != want.status || got.Computed != want.computed || (want.status == FigureCannotCheck) != (got.Because != "" && want.computed == "") {
				t.Errorf("%s: %+v, want %s %s", name, got, want.status, want.computed)
			}
		}
	}
}

// TestPayorsOfDiagnoses: an error is named whether the payor is stated, spelled in other letters or left out.
func TestPayorsOfDiagnoses(t *testing.T) {
	for _, payor := range []string{"Medicare", "MEDICARE", ""} {
		r, _, f, ds := doctoredFile{agreement: Agreement{Protocol: ProtocolSingle}, plant: func(o *iro) {
			o.ofFound = func(over, under float64) float64 { return over - under }
		}}.reports(t, 1)
		for i := range r.Obligations {
			r.Obligations[i].Payor = payor
		}
		v, err := r.Verify(f, ds)
		if err != nil {
			t.Fatal(err)
		}
		named(t, v, "net_repaid")
		if c := different(v)[0]; strings.Contains(c.Because, "no such obligation") {
			t.Errorf("%q: %+v", payor, c)
		}
	}
}

// TestDatesOfObligations: the last day follows from the facts that a report is verified with; one that does not is told apart by
// what was counted. 60 days after January 10, 2026 are March 11; the investigation moves them by 110 days, through June 29.
func TestDatesOfObligations(t *testing.T) {
	suspended := Results{
		Suspensions: []extrapolate.Suspension{{Kind: extrapolate.Investigation, From: day(t, "2026-01-20"), Through: day(t, "2026-05-10")}},
		Programs: []extrapolate.PayorProgram{
			{Payor: "Medicare", Program: extrapolate.MedicareAB}, {Payor: "State Medicaid", Program: extrapolate.Medicaid},
		},
	}
	open := suspended
	open.Suspensions = []extrapolate.Suspension{{Kind: extrapolate.OIGDisclosure, From: day(t, "2026-01-20")}}
	cost := Results{CostReport: day(t, "2026-05-31")}
	older := Agreement{Protocol: ProtocolDiscovery, SampleSize: 60, Threshold: dec("0.5")}
	newer := Agreement{Protocol: ProtocolSingle, SampleSize: 60}
	clause, longer := older, older
	clause.Clauses = []Clause{{Parameter: "repayDays", Quote: "within 60 days"}}
	longer.RepayDays = 90
	type answer struct{ medicare, medicaid string }
	for name, c := range map[string]struct {
		a     Agreement
		facts Results
		right answer      // "" where no day follows
		wrong [][4]string // for either payor a day that is not right, or "", and the code of its error
	}{
		"nothing given":            {older, Results{}, answer{"2026-03-11", "2026-03-11"}, nil},
		"suspended":                {older, suspended, answer{"2026-06-29", "2026-03-11"}, [][4]string{{"2026-03-11", "date_not_moved"}, {"", "", "2026-06-29", "date_moved"}}},
		"suspended, of the FAQ":    {newer, suspended, answer{"2026-03-11", "2026-03-11"}, [][4]string{{"2026-06-29", "date_moved", "2026-06-29", "date_moved"}}},
		"suspended, of a clause":   {clause, suspended, answer{"2026-03-11", "2026-03-11"}, [][4]string{{"2026-06-29", "date_moved", "2026-06-29", "date_moved"}}},
		"suspended without an end": {older, open, answer{"", "2026-03-11"}, nil},
		"cost report":              {older, cost, answer{"2026-05-31", "2026-05-31"}, [][4]string{{"2026-03-11", "date_not_moved", "2026-03-11", "date_not_moved"}}},
		"longer":                   {longer, Results{}, answer{"2026-03-11", "2026-03-11"}, [][4]string{{"2026-04-10", "date_beyond_statute", "2026-04-10", "date_beyond_statute"}}},
		"longer, cost report":      {longer, cost, answer{"2026-04-10", "2026-04-10"}, [][4]string{{"2026-05-31", "date_moved", "2026-05-31", "date_moved"}}},
		"longer, suspended":        {longer, suspended, answer{"2026-04-10", "2026-03-11"}, [][4]string{{"", "", "2026-04-10", "date_beyond_statute"}}},
	} {
		f, ds := payorsFrame(t, 2, "Medicare", "State Medicaid")
		r := Reported{Agreement: c.a, Results: c.facts}
		sample := &ReportedSample{Seed: "5", Completed: day(t, "2026-01-10")}
		if r.Sample = sample; c.a.Protocol == ProtocolDiscovery {
			r.Sample, r.Discovery = nil, sample
		}
		for _, told := range append([][4]string{{}}, c.wrong...) {
			days, want := []string{c.right.medicare, c.right.medicaid}, map[string][]string{}
			r.Obligations = nil
			for i, payor := range []string{"Medicare", "State Medicaid"} {
				if told[2*i] != "" {
					days[i] = told[2*i]
					want[told[2*i+1]] = append(want[told[2*i+1]], owedPath(extrapolate.RepayFound, payor)+"by")
				}
				if days[i] == "" {
					days[i] = "2026-03-11"
				}
				r.Obligations = append(r.Obligations, ReportedObligation{Kind: extrapolate.RepayFound, Payor: payor, By: Printed(days[i])})
			}
			v, err := r.Verify(f, ds)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string][]string{}
			for _, d := range v.Diagnoses {
				got[d.Code] = d.Explains
			}
			if !cmp.Equal(got, want, cmpopts.EquateEmpty()) || len(v.Unexplained) > 0 {
				t.Errorf("%s, %v: %v, want %v; unexplained %v", name, days, got, want, v.Unexplained)
			}
			for i, c := range [...]string{c.right.medicare, c.right.medicaid} {
				if fig := v.Figures[i]; fig.Computed != c || (c == "") != (fig.Status == FigureCannotCheck) {
					t.Errorf("%s: %+v, want %s", name, fig, c)
				}
			}
		}
	}
	for want, facts := range map[error]Results{
		extrapolate.ErrSuspension: {Suspensions: []extrapolate.Suspension{{}}},
		extrapolate.ErrProgram:    {Programs: []extrapolate.PayorProgram{{}}},
	} {
		f, ds := payorsFrame(t, 1, "Medicare")
		r := Reported{Agreement: newer, Results: facts}
		r.Sample = &ReportedSample{Seed: "5", Completed: day(t, "2026-01-10"), Size: "60"}
		if _, err := r.Verify(f, ds); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
}
