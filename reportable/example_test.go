package reportable_test

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/reportable"
)

// on returns a day that is known to be one.
func on(year int, month time.Month, day int) reportable.Date {
	d, err := reportable.NewDate(year, month, day)
	if err != nil {
		fmt.Println(err)
	}
	return d
}

func upcoded() reportable.Event {
	amount := decimal.RequireFromString("11763.65")
	return reportable.Event{
		Kind: reportable.SubstantialOverpayment,
		Occurrences: []reportable.Occurrence{{From: on(2026, time.March, 2), Through: on(2026, time.August, 21),
			What: "visits coded too high", Overpayment: &amount, Payor: "Medicare", Identified: on(2026, time.September,
				30)}},
	}
}

// Facts and an analysis of them give a determination, and the day of that starts the clock.
func Example() {
	event := upcoded()
	event.Analysis = &reportable.Analysis{On: on(2026, time.October, 9), By: "compliance officer",
		Considered: []reportable.Circumstance{{Kind: reportable.CauseFact, Text: "a template chose the level"}},
		Conclusion: reportable.Reportable, Grounds: "systematic, across all providers"}
	determination, err := event.Determine()
	if err != nil {
		fmt.Println(err)
		return
	}
	if determination.Conclusion == reportable.Reportable {
		clocks := []reportable.StartedClock{{Clock: reportable.ClockReport, On: determination.Determined}}
		deadlines, err := reportable.Deadlines{Clocks: clocks}.Due()
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(deadlines[0].Clock, "by", deadlines[0].By)
	}
	// Output:
	// report_reportable_event by 2026-11-08
}

// Without an analysis nothing is concluded; what was overpaid goes back all the same.
func ExampleEvent_Determine() {
	e := upcoded()
	d, err := e.Determine()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Conclusion)
	for _, x := range d.Duties {
		fmt.Printf("- %s %q\n", x.Kind, x.By)
	}
	e.Analysis = &reportable.Analysis{On: on(2026, time.October, 9), By: "compliance officer",
		Considered: []reportable.Circumstance{{Kind: reportable.CauseFact, Text: "a template chose the level"},
			{Kind: reportable.DurationFact, Text: "five months"}},
		Conclusion: reportable.Reportable, Grounds: "systematic, across all providers"}
	if d, err = e.Determine(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Conclusion, "by", d.ReportBy)
	for _, w := range d.Warnings {
		fmt.Println("-", w.Message)
	}
	// Output:
	// needs_analysis
	// - make_analysis ""
	// - notify_and_repay_payor "2026-11-29"
	// reportable by 2026-11-08
	// - The due date 2026-11-08 is a Sunday and was not moved.
	// - The due date 2026-11-29 is a Sunday and was not moved.
}

// Excluded by a State's Medicaid program only.
func ExamplePerson_Examine() {
	p := reportable.Person{Name: "B. Doe", From: on(2025, time.March, 1), FederalScreened: on(2026, time.September, 1),
		Exclusions: []reportable.Exclusion{{Program: reportable.StateMedicaid, State: "TX", From: on(2026, time.January,
			15), PaidServices: reportable.No}}}
	f, err := p.Examine(reportable.Terms{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("removal:", f.Removal)
	fmt.Println("report:", f.Conclusion)
	f, err = p.Examine(reportable.Terms{StateExclusion: reportable.Yes})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("where the agreement's definition takes it in:", f.Conclusion)
	// Output:
	// removal: no
	// report: needs_analysis
	// where the agreement's definition takes it in: reportable
}

func ExampleResolution_Settle() {
	waived := decimal.RequireFromString("2207.50")
	s, err := reportable.Resolution{Matter: reportable.Kickback, Remuneration: &waived, CMP: reportable.Yes,
		BothWays: true}.Settle()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Multiplied, s.Amount, s.MinimumDecides)
	for _, step := range s.Steps {
		fmt.Println("-", step.Text)
	}
	// Output:
	// 3311.25 100000 true
	// - Note in the submission to the Protocol that the provider is under a CIA.
	// - Give the OIG CIA monitor a copy of the submission.
}

func ExampleDeadlines_Due() {
	list, err := reportable.Deadlines{
		Calendar: reportable.Calendar{Weekends: reportable.Earlier, Holidays: reportable.Earlier},
		Clocks: []reportable.StartedClock{
			{Clock: reportable.ClockReport, On: on(2026, time.October, 9)},
			{Clock: reportable.ClockExtension, On: on(2026, time.November, 30), Done: on(2026, time.November, 26),
				Contains: []string{"in_writing"}},
		},
	}.Due()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range list {
		fmt.Println(d.Clock, d.By, d.Due.Weekday, d.Timely, d.Missing)
	}
	// Output:
	// report_reportable_event 2026-11-06 Friday  []
	// request_extension 2026-11-25 Wednesday no [reasons]
}

// Nothing is moved unless it is chosen, and then the result says so.
func ExampleCalendar_After() {
	for _, c := range []reportable.Calendar{{}, {Weekends: reportable.Onward, Holidays: reportable.Onward},
		{Count: reportable.BusinessDays}} {
		d, err := c.After(on(2026, time.October, 12), 30)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(d.On, d.Weekday)
		for _, w := range d.Warnings {
			fmt.Println("-", w.Message)
		}
	}
	// Output:
	// 2026-11-11 Wednesday
	// - On the due date 2026-11-11 the federal holiday Veterans Day is observed; it was not moved.
	// 2026-11-12 Thursday
	// - The days end on 2026-11-11, a Wednesday; as the calendar was chosen, the due date is 2026-11-12.
	// 2026-11-24 Tuesday
}

func ExampleCalendar_Before() {
	d, err := reportable.Calendar{}.Before(on(2027, time.January, 15), 30)
	fmt.Println(d.On, err)
	// Output:
	// 2026-12-16 <nil>
}

func ExampleFederalHolidays() {
	list, err := reportable.FederalHolidays(2021)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range list {
		if h.Observed != h.Date {
			fmt.Println(h.Observed, h.Name, h.Date)
		}
	}
	// Output:
	// 2021-06-18 Juneteenth National Independence Day 2021-06-19
	// 2021-07-05 Independence Day 2021-07-04
	// 2021-12-24 Christmas Day 2021-12-25
	// 2021-12-31 New Year's Day 2022-01-01
}

func ExampleHolidayOn() {
	h, ok := reportable.HolidayOn(on(2026, time.July, 3))
	fmt.Println(h.Name, ok)
	// Output:
	// Independence Day true
}

func ExampleStipulatedPenalty_Accrue() {
	a, err := reportable.StipulatedPenalty{PerDay: decimal.NewFromInt(1000), Due: on(2026, time.October, 31),
		Performed: on(2026, time.November, 9)}.Accrue()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Days, "days from", a.First, "to", a.Last, "come to", a.Amount)
	// Output:
	// 9 days from 2026-11-01 to 2026-11-09 come to 9000
}

func ExampleSale_Succession() {
	s, err := reportable.Sale{Closing: on(2027, time.January, 15), Requested: on(2026, time.December, 1),
		Business: "the laboratory", Purchaser: "Acme Labs"}.Succession()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Binding, s.RequestBy, s.Timely, s.Missing)
	// Output:
	// true 2026-12-16 yes [terms]
}

func ExampleChangeRequest_Examine() {
	f, err := reportable.ChangeRequest{Kind: reportable.EarlyTermination, Ground: reportable.Performance}.Examine()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Basis, "-", f.Reasons[0].Text)
	// Output:
	// no - To comply is expected; OIG typically ends no agreement early for it. A modification may be asked for instead.
}

func ExampleNewChecklist() {
	c, err := reportable.NewChecklist(reportable.IROQualifications(false), []reportable.ChecklistAnswer{
		{ID: "program_expertise", Met: reportable.Yes, Evidence: "ten years with a Medicare contractor"},
		{ID: "coding_certification", Met: reportable.Yes, Evidence: "CPC"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Complete, c.Open)
	// Output:
	// false [sampling_expertise independence]
}

func ExampleSiteVisitPreparation() {
	for _, c := range reportable.SiteVisitPreparation() {
		if c.Part == "to prepare" {
			fmt.Println(c.ID)
		}
	}
	// Output:
	// employees_available
	// leaders_available
	// companions
	// representative
	// days
	// claims_review
}

func ExampleIROQualifications() {
	for _, c := range reportable.IROQualifications(true) {
		fmt.Println(c.ID)
	}
	// Output:
	// program_expertise
	// sampling_expertise
	// coding_certification
	// medical_necessity_license
	// independence
}

func ExampleReportItems() {
	list, err := reportable.ReportItems(reportable.Bankruptcy)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range list {
		fmt.Println(n.Text)
	}
	// Output:
	// The papers of the filing.
	// The requirements of Federal health care programs that are implicated.
}

func ExampleClocks() {
	for _, c := range reportable.Clocks() {
		fmt.Println(c.ID, c.Days, c.Before)
	}
	// Output:
	// report_reportable_event 30 false
	// repay_overpayment 60 false
	// repay_sample_overpayments 60 false
	// request_extension 5 true
	// request_successor_determination 30 true
	// oig_objects_to_iro 30 false
	// request_modification 0 false
}

func ExampleRuleOn() {
	r, ok := reportable.RuleOn(reportable.RuleStateMedicaid, reportable.Date{})
	fmt.Println(ok, r.Citation, r.AsOf)
	// Output:
	// true OIG, Corporate Integrity Agreement FAQ, Ineligible Persons 2022-10-07
}

func ExampleConsequences() {
	for _, r := range reportable.Consequences() {
		fmt.Println(r.Code, "-", r.Source.Rule)
	}
	// Output:
	// stipulated_penalty - stipulated_penalty
	// first_day - stipulated_penalty_first_day
	// material_breach - material_breach
	// exclusion - exclusion_for_breach
}
