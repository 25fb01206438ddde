package reportable

import (
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

func TestFactPatterns(t *testing.T) {
	if len(patterns) < 40 {
		t.Fatalf("%d patterns", len(patterns))
	}
	kinds := map[Kind]map[Conclusion]int{}
	for _, p := range patterns {
		t.Run(p.name, func(t *testing.T) {
			e := decode[Event](t, p.event)
			d, err := e.Determine()
			if err != nil {
				t.Fatal(err)
			}
			if d.Conclusion != p.conclusion || d.ReportBy.String() != p.by || !slices.Contains(codes(d.Reasons), p.reason) {
				t.Errorf("%s by %q for %v; want %s by %q for %s", d.Conclusion, d.ReportBy, codes(d.Reasons), p.conclusion,
					p.by, p.reason)
			}
			if kinds[e.Kind] == nil {
				kinds[e.Kind] = map[Conclusion]int{}
			}
			kinds[e.Kind][d.Conclusion]++
			always(t, d)
			roundTrip(t, d)
		})
	}
	for _, k := range Kinds() {
		if kinds[k][Reportable] == 0 || kinds[k][NotReportable] == 0 || k != Bankruptcy && kinds[k][NeedsAnalysis] == 0 {
			t.Errorf("%s: not every conclusion is there: %v", k, kinds[k])
		}
	}
}

// always holds for every determination.
func always(t testing.TB, d Determination) {
	t.Helper()
	for _, r := range d.Reasons {
		if r.Code == "" || r.Text == "" || r.Source.Citation == "" {
			t.Errorf("a reason without code, text or source: %+v", r)
		}
	}
	reports := slices.ContainsFunc(d.Duties, func(x Duty) bool { return x.Kind == ReportToOIG })
	if reports != (d.Conclusion == Reportable) || (len(d.Notice) > 0) != reports || d.Conclusion != Reportable &&
		!d.ReportBy.IsZero() {
		t.Errorf("%s: duties %+v, notice of %d items, by %s", d.Conclusion, d.Duties, len(d.Notice), d.ReportBy)
	}
	if a := d.Event.Analysis; (d.Kind == SubstantialOverpayment || d.Kind == PotentialViolation) &&
		d.Conclusion == Reportable && (a == nil || a.thresholdAlone()) {
		t.Errorf("concluded without an analysis: %+v", d)
	}
	if d.Kind == SubstantialOverpayment && d.Conclusion == NotReportable && (d.Event.Analysis == nil ||
		d.Event.Analysis.thresholdAlone()) {
		t.Errorf("dismissed without an analysis: %+v", d)
	}
	var sum, due = dec("0"), dec("0")
	for _, p := range d.Payors {
		sum = sum.Add(p.Overpayment)
	}
	for _, x := range d.Duties {
		if x.Kind == RepayPayor {
			due = due.Add(*x.Amount)
		}
		if x.Source.Citation == "" || x.Text == "" {
			t.Errorf("a duty without text or source: %+v", x)
		}
	}
	if !sum.Equal(due) || d.Overpayment != nil && !sum.Equal(*d.Overpayment) {
		t.Errorf("payors %s, to repay %s, in all %v", sum, due, d.Overpayment)
	}
	if !d.ReportBy.IsZero() && (d.ReportBy.Compare(d.Determined) < 0 || !d.From.IsZero() && d.ReportBy.Compare(d.From) < 0) {
		t.Errorf("to be reported by %s, determined %s, happened from %s", d.ReportBy, d.Determined, d.From)
	}
	if _, err := jsonform.Marshal(d); err != nil {
		t.Error(err)
	}
}

// TestWhatFollows looks at all that a determination says beside its conclusion.
func TestWhatFollows(t *testing.T) {
	d, err := decode[Event](t, overpaid(series, late, `"screen":{"rate":"0.01","base":"120000"}`,
		`"corrections":["template withdrawn"],"terms":{"repayDays":60}`)).Determine()
	if err != nil {
		t.Fatal(err)
	}
	if !d.Series || d.From.String() != "2026-05-04" || d.Through.String() != "2026-07-04" ||
		d.Overpayment.String() != "1200" || d.ScreenMet != Yes {
		t.Errorf("%+v", d)
	}
	if len(d.Payors) != 2 || d.Payors[0].Payor != "M" || d.Payors[0].Overpayment.String() != "800" ||
		d.Payors[0].Occurrences != 2 {
		t.Errorf("payors: %+v", d.Payors)
	}
	if got := warningCodes(d.Warnings); !slices.Equal(got, []string{"thin_analysis", "not_identified", "not_identified"}) {
		t.Errorf("warnings: %v", got)
	}
	facts := map[string][]string{}
	for _, n := range d.Notice {
		facts[n.ID] = n.Facts
	}
	if !slices.Equal(facts[ItemDetails], []string{"a", "b", "c"}) || !slices.Equal(facts[ItemPeriod],
		[]string{"2026-05-04 to 2026-07-04"}) ||
		!slices.Equal(facts[ItemCorrections], []string{"template withdrawn"}) || !slices.Equal(facts[ItemPrograms],
		[]string{"M", "T"}) ||
		len(facts[ItemQuantified]) != 2 || len(facts[ItemPeople]) != 0 {
		t.Errorf("notice: %v", facts)
	}
}

// TestScreenTies: the threshold is met exactly at it, and a cent below it is not.
func TestScreenTies(t *testing.T) {
	for amount, want := range map[string]Answer{"1000": Yes, "1000.01": No, "999.99": Yes} {
		e := decode[Event](t, overpaid(over, `"screen":{"amount":"`+amount+`"}`))
		if d, err := e.Determine(); err != nil || d.ScreenMet != want {
			t.Errorf("$1,000 against %s: %q, %v", amount, d.ScreenMet, err)
		}
	}
	for base, want := range map[string]Answer{"3000": Yes, "2999.99": Yes, "3000.01": No} {
		e := decode[Event](t, overpaid(over,
			`"screen":{"rate":"0.3333333333333333333333333333333333333333","base":"`+base+`"}`))
		if base == "3000.01" { // a third of it is more than $1,000
			e.Screen.Rate = ptr("0.3333333333333333333333333333333333333334")
		}
		if d, err := e.Determine(); err != nil || d.ScreenMet != want {
			t.Errorf("$1,000 against a third of %s: %q, %v", base, d.ScreenMet, err)
		}
	}
	if d, _ := decode[Event](t, overpaid(open, `"screen":{"amount":"1000"}`)).Determine(); d.ScreenMet != Unknown {
		t.Errorf("not quantified, and the screen says %q", d.ScreenMet)
	}
}

// TestRepayment: a clock for each payor and day of identification, the cost report where it is later, and a warning where
// the agreement or the calendar goes beyond the statute.
func TestRepayment(t *testing.T) {
	e := decode[Event](t, overpaid(`"occurrences":[
		{"from":"2026-01-05","what":"a","overpayment":"100.10","payor":"M","identified":"2026-03-02"},
		{"from":"2026-01-06","what":"b","overpayment":"0.90","payor":"M","identified":"2026-03-02"},
		{"from":"2026-01-07","what":"c","overpayment":"5","payor":"M","identified":"2026-03-03"},
		{"from":"2026-01-08","what":"d","overpayment":"7","payor":"T","identified":"2026-03-02","costReport":"2026-05-31"}]`, no))
	d, err := e.Determine()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range d.Duties {
		got = append(got, x.Payor+" "+x.Amount.String()+" "+x.By.String())
	}
	if want := []string{"M 101 2026-05-01", "M 5 2026-05-02", "T 7 2026-05-31"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	e.Terms = Terms{RepayDays: 90, Clauses: []Clause{{Parameter: "repayDays", Quote: "within 90 days", Source: "III.F"}}}
	if d, err = e.Determine(); err != nil || !slices.Contains(warningCodes(d.Warnings), "beyond_overpayment_rule") ||
		d.Duties[0].By.String() != "2026-05-01" || d.Duties[0].Source.Citation != "the agreement, III.F" || slices.Contains(warningCodes(d.Warnings),
		"clause_not_quoted") {
		t.Errorf("%v, %+v", err, d)
	}
	e.Terms = Terms{Calendar: Calendar{Weekends: Onward}}
	if d, err = e.Determine(); err != nil || d.Duties[1].By.String() != "2026-05-04" ||
		!slices.Contains(warningCodes(d.Warnings), "beyond_overpayment_rule") {
		t.Errorf("a Saturday moved on beyond the statute: %v, %+v", err, d)
	}
}

// TestIdentifiedBeforeDiscovered: an overpayment that the provider should have known of is identified before it is discovered,
// and its clock runs from there.
func TestIdentifiedBeforeDiscovered(t *testing.T) {
	d, err := decode[Event](t, overpaid(`"occurrences":[{"from":"2026-05-04","what":"a","overpayment":"7","identified":"2026-06-01",`+
		`"discovered":"2026-08-01"}]`)).Determine()
	if err != nil || d.Duties[len(d.Duties)-1].By.String() != "2026-07-31" {
		t.Errorf("%v, %+v", err, d.Duties)
	}
}

// TestStatutoryDays: the 60 days of the statute are calendar days whatever the agreement counts in; its own day counts where
// it is earlier. 60 days after September 30, 2026 are November 29, a Sunday; 60 business days would be December 29.
func TestStatutoryDays(t *testing.T) {
	for _, c := range []struct {
		terms, cost string
		by          string
		warnings    []string
	}{
		{`"calendar":{"count":"business_days"}`, "", "2026-11-29", []string{"falls_on_weekend", "beyond_overpayment_rule"}},
		{`"calendar":{"count":"calendar_days"}`, "", "2026-11-29", []string{"falls_on_weekend"}},
		{`"calendar":{"count":"business_days","weekends":"onward"}`, "", "2026-11-30", []string{"due_date_shifted",
			"beyond_overpayment_rule"}},
		{`"calendar":{"count":"business_days","weekends":"earlier"}`, "", "2026-11-27", []string{"due_date_shifted",
			"beyond_overpayment_rule"}},
		{`"repayDays":20,"calendar":{"count":"business_days"}`, "", "2026-10-29", nil},
		{`"repayDays":45,"calendar":{"count":"business_days"}`, "", "2026-11-29", []string{"falls_on_weekend",
			"beyond_overpayment_rule"}},
		{`"repayDays":30`, "", "2026-10-30", nil},
		{`"repayDays":61`, "", "2026-11-29", []string{"falls_on_weekend", "beyond_overpayment_rule"}},
		{`"calendar":{"count":"business_days"}`, "2026-12-15", "2026-12-15", []string{"cost_report_later",
			"beyond_overpayment_rule"}},
		{`"calendar":{"count":"business_days"}`, "2027-01-15", "2027-01-15", []string{"cost_report_later"}},
		{`"repayDays":30`, "2027-01-15", "2026-10-30", []string{"cost_report_later"}},
		{`"repayDays":90`, "2027-01-15", "2026-12-29", []string{"cost_report_later"}},
	} {
		cost := ""
		if c.cost != "" {
			cost = `,"costReport":"` + c.cost + `"`
		}
		d, err := decode[Event](t, overpaid(`"occurrences":[{"from":"2026-05-04","what":"a","overpayment":"7","identified":"2026-09-30"`+
			cost+`}]`, `"terms":{`+c.terms+`}`)).Determine()
		if err != nil {
			t.Fatal(err)
		}
		got := slices.DeleteFunc(warningCodes(d.Warnings), func(w string) bool { return w == "clause_not_quoted" })
		if by := d.Duties[len(d.Duties)-1].By.String(); by != c.by || !slices.Equal(got, c.warnings) {
			t.Errorf("%s, cost report %q: by %s, %v", c.terms, c.cost, by, got)
		}
	}
	for _, clock := range []ClockID{ClockRepay, ClockRepaySample} {
		list, err := Deadlines{Calendar: Calendar{Count: BusinessDays}, Clocks: []StartedClock{{Clock: clock,
			On: day(2026, 9, 30)}}}.Due()
		if err != nil || list[0].By.String() != "2026-11-29" {
			t.Errorf("%s: %v, %+v", clock, err, list)
		}
	}
}

// TestTerms: what the agreement says otherwise is said with its clause, or there is a warning.
func TestTerms(t *testing.T) {
	e := decode[Event](t, overpaid(over, yes,
		`"terms":{"violation":"probable","reportDays":20,"calendar":{"weekends":"onward"},`+
			`"notice":[{"id":"summary","text":"A summary."},{"id":"details","text":"All of it."}],"clauses":[{"parameter":"notice","quote":"the report shall have","source":"III.G.3"}]}`))
	d, err := e.Determine()
	if err != nil {
		t.Fatal(err)
	}
	var unquoted int
	for _, c := range warningCodes(d.Warnings) {
		if c == "clause_not_quoted" {
			unquoted++
		}
	}
	if unquoted != 3 || len(d.Notice) != 2 || d.Notice[0].Source.Quote != "the report shall have" ||
		len(d.Notice[1].Facts) != 1 {
		t.Errorf("%v, notice %+v", warningCodes(d.Warnings), d.Notice)
	}
	if len(e.Terms.Notice[1].Facts) != 0 || len(d.Event.Terms.Notice[1].Facts) != 0 {
		t.Error("the determination wrote into the terms it was given")
	}
	words := decode[Event](t, violates(conduct, yes,
		`"violation":{"laws":["l"],"assessed":"potential","cmp":"yes","kickback":true}`))
	d, err = words.Determine()
	if got := warningCodes(d.Warnings); err != nil || !slices.Equal(got, []string{"thin_analysis", "agreement_word",
		"element_not_recorded", "element_not_recorded"}) {
		t.Errorf("%v, %v", got, err)
	}
	if !slices.ContainsFunc(d.Duties, func(x Duty) bool {
		return x.Kind == OfferToResolve && strings.Contains(x.Text,
			"$100,000")
	}) {
		t.Errorf("%+v", d.Duties)
	}
	stark := decode[Event](t, violates(conduct, yes, `"violation":{"laws":["42 U.S.C. 1395nn"],"starkOnly":true}`))
	if d, err = stark.Determine(); err != nil || !slices.ContainsFunc(d.Duties, func(x Duty) bool {
		return x.Kind == SubmitToCMS
	}) {
		t.Errorf("%v, %+v", err, d.Duties)
	}
	stark.Violation.CMP = Yes
	if d, err = stark.Determine(); err != nil || slices.ContainsFunc(d.Duties, func(x Duty) bool {
		return x.Kind == OfferToResolve
	}) {
		t.Errorf("a matter for CMS is offered to OIG: %v, %+v", err, d.Duties)
	}
}

// TestResultsOwnTheirFacts: what the caller changes after a determination does not change it.
func TestResultsOwnTheirFacts(t *testing.T) {
	for _, p := range patterns {
		e := decode[Event](t, p.event)
		d, err := e.Determine()
		if err != nil {
			t.Fatal(err)
		}
		before, err := jsonform.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		for i := range e.Occurrences {
			e.Occurrences[i].What = "changed"
			if o := e.Occurrences[i].Overpayment; o != nil {
				*o = dec("7")
			}
		}
		for i := range e.Persons {
			e.Persons[i].Name = "changed"
			for j := range e.Persons[i].Exclusions {
				e.Persons[i].Exclusions[j].State = "changed"
			}
		}
		for i := range e.Petitions {
			e.Petitions[i].Court = "changed"
		}
		if e.Analysis != nil {
			e.Analysis.Considered[0].Text, e.Analysis.By = "changed", "changed"
		}
		if e.Violation != nil {
			e.Violation.Laws[0] = "changed"
		}
		if e.Screen != nil && e.Screen.Amount != nil {
			*e.Screen.Amount = dec("7")
		}
		for i := range e.Terms.Clauses {
			e.Terms.Clauses[i].Quote = "changed"
		}
		if after, err := jsonform.Marshal(d); err != nil || string(after) != string(before) {
			t.Errorf("%s: %v\n%s\n%s", p.name, err, before, after)
		}
	}
}
