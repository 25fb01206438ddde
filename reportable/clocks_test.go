package reportable

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const annual = `"clock":"agreement","label":"annual report","clause":{"parameter":"days","quote":"within 60 days"}`

func TestDeadlines(t *testing.T) {
	for _, c := range []struct {
		start    string
		by       string
		timely   Answer
		late     int
		missing  []string
		warnings []string
	}{
		{`{"clock":"report_reportable_event","on":"2026-10-05"}`, "2026-11-04", Unknown, 0, nil, nil},
		{`{"clock":"report_reportable_event","on":"2026-10-05","done":"2026-11-04"}`, "2026-11-04", Yes, 0, nil, nil},
		{`{"clock":"report_reportable_event","on":"2026-10-05","done":"2026-11-05"}`, "2026-11-04", No, 1, nil, nil},
		{`{"clock":"report_reportable_event","on":"2026-10-05","days":20}`, "2026-10-25", Unknown, 0, nil,
			[]string{"other_days", "clause_not_quoted", "falls_on_weekend"}},
		{`{"clock":"repay_overpayment","on":"2026-10-05","done":"2026-12-05"}`, "2026-12-04", No, 1, nil,
			[]string{"suspension_not_counted"}},
		{`{"clock":"repay_overpayment","on":"2026-10-05","costReport":"2027-05-31"}`, "2027-05-31", Unknown, 0, nil,
			[]string{"suspension_not_counted", "cost_report_later", "falls_on_holiday"}},
		{`{"clock":"repay_overpayment","on":"2026-10-05","costReport":"2026-12-04"}`, "2026-12-04", Unknown, 0, nil,
			[]string{"suspension_not_counted"}},
		{`{"clock":"repay_overpayment","on":"2026-10-05","costReport":"2026-12-05"}`, "2026-12-05", Unknown, 0, nil,
			[]string{"suspension_not_counted", "cost_report_later", "falls_on_weekend"}},
		{`{"clock":"repay_overpayment","on":"2026-10-05","costReport":"2026-11-30"}`, "2026-12-04", Unknown, 0, nil,
			[]string{"suspension_not_counted"}},
		{`{"clock":"repay_overpayment","on":"2026-10-05","days":90,"clause":{"parameter":"days","quote":"within 90 days"}}`, "2026-12-04", Unknown, 0, nil, []string{"other_days", "suspension_not_counted", "beyond_overpayment_rule"}},
		{`{"clock":"repay_sample_overpayments","on":"2026-10-05"}`, "2026-12-04", Unknown, 0, nil, nil},
		{`{"clock":"request_extension","on":"2026-11-30","done":"2026-11-25","contains":["in_writing","reasons"]}`,
			"2026-11-25", Yes, 0, nil, nil},
		{`{"clock":"request_extension","on":"2026-11-30","done":"2026-11-26","contains":["in_writing"]}`, "2026-11-25",
			No, 1, []string{"reasons"}, nil},
		{`{"clock":"request_extension","on":"2026-11-30","done":"2026-12-01"}`, "2026-11-25", No, 6, nil, nil},
		{`{"clock":"request_successor_determination","on":"2027-01-15","done":"2026-12-16","contains":["in_writing","business"]}`, "2026-12-16", Yes, 0, []string{"terms", "purchaser"}, nil},
		{`{"clock":"oig_objects_to_iro","on":"2026-10-13","contains":["iro_identity"]}`, "2026-11-12", Unknown, 0,
			[]string{"in_writing"}, nil},
		{`{"clock":"request_modification","contains":["in_writing"]}`, "", Unknown, 0, []string{"discussed_in_advance"},
			nil},
		{`{` + annual + `,"on":"2026-10-31","days":60,"done":"2026-12-30"}`, "2026-12-30", Yes, 0, nil, nil},
		{`{"clock":"agreement","label":"notice of a new address","clause":{"parameter":"days","quote":"45 days before"},"on":"2027-02-15","days":45,"before":true,"done":"2027-01-02"}`, "2027-01-01", No, 1, nil, []string{"falls_on_holiday"}},
	} {
		list, err := Deadlines{Clocks: []StartedClock{decode[StartedClock](t, c.start)}}.Due()
		if err != nil {
			t.Errorf("%s: %v", c.start, err)
			continue
		}
		d := list[0]
		if d.By.String() != c.by || d.Timely != c.timely || d.DaysLate != c.late || !slices.Equal(d.Missing,
			c.missing) || !slices.Equal(warningCodes(d.Warnings), c.warnings) {
			t.Errorf("%s: by %s, timely %q, %d late, missing %v, %v", c.start, d.By, d.Timely, d.DaysLate, d.Missing,
				warningCodes(d.Warnings))
		}
		if d.Source.Citation == "" || d.Text == "" || d.Whose == "" {
			t.Errorf("%s: %+v", c.start, d)
		}
		roundTrip(t, d)
	}
}

// TestRepayRuleOfTheDay: the form of the overpayment rule beside a clock is that of the day of identification.
func TestRepayRuleOfTheDay(t *testing.T) {
	for on, want := range map[string]string{"2024-12-31": "as of 2016", "2025-01-01": "as of 2025", "2015-01-01": ""} {
		list, err := Deadlines{Clocks: []StartedClock{{Clock: ClockRepay, On: date(t, on)}}}.Due()
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, n := range list[0].Notes {
			if n.Source.Rule == RuleOverpayment {
				got = n.Source.Citation
			}
		}
		if !strings.HasSuffix(got, want) || (got == "") != (want == "") {
			t.Errorf("%s: %s", on, got)
		}
	}
}

func TestDeadlinesRefuse(t *testing.T) {
	for _, c := range []struct {
		start string
		want  error
		text  string
	}{
		{`{"clock":""}`, ErrClock, "report_reportable_event"},
		{`{"clock":"sundial"}`, ErrClock, "sundial"},
		{`{"clock":"report_reportable_event"}`, ErrDate, "missing"},
		{`{"clock":"report_reportable_event","on":"2026-10-05","done":"2026-10-04"}`, ErrOrder, "done"},
		{`{"clock":"report_reportable_event","on":"2026-10-05","days":-1}`, ErrDays, "-1"},
		{`{"clock":"report_reportable_event","on":"2026-10-05","before":true}`, ErrFacts, "before"},
		{`{"clock":"report_reportable_event","on":"2026-10-05","costReport":"2026-10-06"}`, ErrFacts, "costReport"},
		{`{"clock":"report_reportable_event","on":"2026-10-05","clause":{"parameter":"x","quote":""}}`, ErrFacts, "quotes"},
		{`{"clock":"request_extension","on":"2026-10-05","contains":["flowers"]}`, ErrWord, "flowers"},
		{`{"clock":"request_modification","on":"2026-10-05"}`, ErrFacts, "no clock"},
		{`{"clock":"agreement","label":"x","on":"2026-10-05","days":5}`, ErrFacts, "clause"},
		{`{` + annual + `,"on":"2026-10-05"}`, ErrDays, "needs its days"},
		{`{"clock":"agreement","on":"2026-10-05","days":5,"clause":{"parameter":"days","quote":"x"}}`, ErrFacts, "label"},
	} {
		if list, err := (Deadlines{Clocks: []StartedClock{decode[StartedClock](t, c.start)}}).Due(); !errors.Is(err, c.want) ||
			!strings.Contains(err.Error(), c.text) || list != nil {
			t.Errorf("%s: %v", c.start, err)
		}
	}
	if _, err := (Deadlines{}).Due(); !errors.Is(err, ErrFacts) {
		t.Error(err)
	}
	if _, err := (Deadlines{Clocks: []StartedClock{{Clock: ClockReport, On: day(2026, 1, 1), Contains: make([]string,
		maxList+1)}}}).Due(); !errors.Is(err, ErrFacts) {
		t.Error(err)
	}
}

// TestClockData: every clock says what, whose, from when and where it stands, and the numbers are those of the sources.
func TestClockData(t *testing.T) {
	days := map[ClockID]int{ClockReport: 30, ClockRepay: 60, ClockRepaySample: 60, ClockExtension: -5,
		ClockSuccessor: -30, ClockIROObjection: 30, ClockModification: 0}
	for _, c := range Clocks() {
		n := c.Days
		if c.Before {
			n = -n
		}
		if want, ok := days[c.ID]; !ok || n != want || c.Text == "" || c.Starts == "" || c.Source.Citation == "" ||
			c.Whose != PartyProvider && c.Whose != PartyOIG {
			t.Errorf("%+v", c)
		}
		for _, x := range c.Contents {
			if x.ID == "" || x.Text == "" || x.Source.Citation == "" {
				t.Errorf("%+v", x)
			}
		}
		delete(days, c.ID)
		roundTrip(t, c)
	}
	if len(days) > 0 {
		t.Errorf("missing: %v", days)
	}
	mine := Clocks()
	mine[3].Contents[0].Text = "changed"
	if Clocks()[3].Contents[0].Text == "changed" {
		t.Error("a caller can change the clocks")
	}
}

func TestAccrue(t *testing.T) {
	for _, c := range []struct {
		request     string
		days        int
		amount      string
		first, last string
	}{
		{`{"perDay":"1000","due":"2026-10-31","performed":"2026-10-31"}`, 0, "0", "", ""},
		{`{"perDay":"1000","due":"2026-10-31","performed":"2026-09-01"}`, 0, "0", "", ""},
		{`{"perDay":"1000","due":"2026-10-31","performed":"2026-11-01"}`, 1, "1000", "2026-11-01", "2026-11-01"},
		{`{"perDay":"2500.50","due":"2024-02-28","performed":"2024-03-01"}`, 2, "5001", "2024-02-29", "2024-03-01"},
		{`{"perDay":"1000","due":"2026-10-31","extended":"2026-11-30","performed":"2026-12-02"}`, 2, "2000",
			"2026-12-01", "2026-12-02"},
		{`{"perDay":"1000","due":"2026-10-31","asOf":"2027-10-31","clause":{"parameter":"perDay","quote":"a Stipulated Penalty of $1,000"}}`, 365, "365000", "2026-11-01", "2027-10-31"},
	} {
		p := decode[StipulatedPenalty](t, c.request)
		a, err := p.Accrue()
		if err != nil || a.Days != c.days || a.Amount.String() != c.amount || a.First.String() != c.first ||
			a.Last.String() != c.last || a.Open != p.Performed.IsZero() {
			t.Errorf("%s: %v, %+v", c.request, err, a)
		}
		if got := codes(a.Reasons); !slices.Equal(got, []string{"per_day", "first_day", "material_breach", "exclusion"}) {
			t.Errorf("%v", got)
		}
		roundTrip(t, a)
	}
	for request, want := range map[string]error{
		`{"perDay":"0","due":"2026-10-31","performed":"2026-10-31"}`:                                          ErrAmount,
		`{"perDay":"-1","due":"2026-10-31","performed":"2026-10-31"}`:                                         ErrAmount,
		`{"perDay":"1","due":"","performed":"2026-10-31"}`:                                                    ErrFacts,
		`{"perDay":"1","due":"2026-10-31"}`:                                                                   ErrFacts,
		`{"perDay":"1","due":"2026-10-31","performed":"2026-10-31","asOf":"2026-10-31"}`:                      ErrFacts,
		`{"perDay":"1","due":"2026-10-31","extended":"2026-10-30","asOf":"2026-10-31"}`:                       ErrOrder,
		`{"perDay":"1","due":"2026-10-31","asOf":"2026-10-31","clause":{"parameter":"perDay","quote":"   "}}`: ErrFacts,
	} {
		if _, err := decode[StipulatedPenalty](t, request).Accrue(); !errors.Is(err, want) {
			t.Errorf("%s: %v", request, err)
		}
	}
	if len(Consequences()) != 4 {
		t.Error("consequences")
	}
}

// TestAccrueProperty: a later performance never costs less, an extension never more, each day costs the same.
func TestAccrueProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		due := genDate(t, "due")
		p := StipulatedPenalty{PerDay: dec("1500.25"), Due: due, Performed: due.AddDays(rapid.IntRange(-10, 500).Draw(t,
			"performed"))}
		a, err := p.Accrue()
		if err != nil {
			t.Fatal(err)
		}
		q := p
		q.Performed = p.Performed.AddDays(1)
		b, err := q.Accrue()
		if err != nil || b.Days > 0 && !b.Amount.Sub(a.Amount).Equal(p.PerDay) || a.Amount.IsNegative() {
			t.Fatalf("%v %+v %+v", err, a, b)
		}
		q.Extended = due.AddDays(rapid.IntRange(0, 30).Draw(t, "extended"))
		if c, err := q.Accrue(); err != nil || c.Amount.Cmp(b.Amount) > 0 || c.Days > 0 && c.First.Compare(q.Extended) <= 0 {
			t.Fatalf("%v %+v", err, c)
		}
	})
}
