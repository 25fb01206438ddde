package extrapolate_test

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
)

func civil(year int, month time.Month, day int) reportable.Date {
	d, _ := reportable.NewDate(year, month, day)
	return d
}

// Five claims of 2,000 on the basis of Medicare's contractors, which under an agreement is not the one that counts.
func ExampleAlternative_Appraise() {
	r, err := extrapolate.Alternative{Basis: extrapolate.ByProgramIntegrity, Universe: 2000, Claims: reviewed(),
		UnderAgreement: true}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Figure, r.Level, r.Value.StringFixed(2), "- to repay", r.Amount.StringFixed(2))
	fmt.Println("the agreement has", r.AgreementAmount.StringFixed(2), "repaid")
	fmt.Println(r.Warnings[0].Code, r.Warnings[1].Code)
	// Output:
	// lower_limit_one_sided 0.9 -4014.01 - to repay 0.00
	// the agreement has 56000.00 repaid
	// not_the_agreement nothing_to_repay
}

// An overpayment identified on January 10, 2026, with an investigation of related ones from January 20 through May 10.
func ExampleOverpaymentClock_Deadline() {
	d, err := extrapolate.OverpaymentClock{Identified: civil(2026, time.January, 10), Suspensions: []extrapolate.Suspension{
		{Kind: extrapolate.Investigation, From: civil(2026, time.January, 20), Through: civil(2026, time.May, 10)},
	}}.Deadline()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("without it", d.SixtyDays)
	fmt.Println("suspended for", d.SuspendedDays, "days,", d.Remaining, "left: by", d.By)
	fmt.Println("payments received from", d.LookbackFrom, "on count")
	// Output:
	// without it 2026-03-11
	// suspended for 110 days, 50 left: by 2026-06-29
	// payments received from 2020-01-10 on count
}

// The quarters of an integrity agreement, and the reports on them with the days of the agreement.
func ExampleReviewCalendar_Schedule() {
	s, err := extrapolate.ReviewCalendar{Protocol: extrapolate.ProtocolQuarterly, First: civil(2026, time.July, 1), Periods: 2,
		Reports: []extrapolate.ReportDue{{Report: extrapolate.ClaimsReviewReport, Days: 60, Clause: &reportable.Clause{
			Parameter: "days", Quote: "within 60 days after the end of each quarter", Source: "appendix B"}}}}.Schedule()
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, p := range s.Periods {
		r := s.Reports[i]
		fmt.Printf("quarter %d: %s to %s, report by %s, extension asked for by %s\n", p.Quarter, p.From, p.Through, r.By, r.ExtensionBy)
	}
	// Output:
	// quarter 1: 2026-07-01 to 2026-09-30, report by 2026-11-29, extension asked for by 2026-11-24
	// quarter 2: 2026-10-01 to 2026-12-31, report by 2027-03-01, extension asked for by 2027-02-24
}

// The contents of a systems review report.
func ExampleReportContents() {
	list, err := extrapolate.ReportContents(extrapolate.SystemsReviewReport)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, item := range list {
		fmt.Println(item.ID)
	}
	// Output:
	// walk_through
	// point_of_error
	// observations
	// recommendations
}

// A quarter with three claims in error against one with none; all 252 regroupings of ten claims are gone through.
func ExampleReviewComparison_Compare() {
	first, second := reviewed(), reviewed()
	for i := range second {
		second[i].ID = "B-" + second[i].ID
		second[i].Correct, second[i].Documentation = &second[i].Paid, "complete"
	}
	r, err := extrapolate.ReviewComparison{Reviews: []extrapolate.ReviewedSample{
		{Label: "the first quarter", Claims: first}, {Label: "the second", Claims: second},
	}}.Compare()
	if err != nil {
		fmt.Println(err)
		return
	}
	p := r.Pairs[0]
	fmt.Println("errors: p =", p.ErrorsP.StringFixed(4), "- dollars:", p.Dollars.Extreme, "of", p.Dollars.Total)
	for _, sentence := range strings.SplitAfter(p.Findings[0], ". ") {
		fmt.Println(strings.TrimSpace(sentence))
	}
	// Output:
	// errors: p = 0.1667 - dollars: 112 of 252
	// Claims in error: 3 of 5 in the first quarter, 0 of 5 in the second.
	// A fall of that size can well be chance; that does not show that nothing has changed.
	// (Fisher's exact test, p = 0.1667)
}

// What a court asks about an estimate from five claims.
func ExampleScrutiny_Examine() {
	r, err := extrapolate.Scrutiny{Sample: extrapolate.Sample{Universe: 2000, Claims: reviewed()}, Seed: "2026-11-26 dice 3 1 6 6 2"}.Examine()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range r.Checks {
		fmt.Println(c.Code, c.Status, c.Figure)
	}
	// Output:
	// precision noted 149.01%
	// nonzero_items noted 2
	// skewness noted 1.03
	// single_claim noted -$36,000.00
	// coverage noted 77.6%
}

// The same checks as a text.
func ExampleScrutinyResult_WriteText() {
	r, err := extrapolate.Scrutiny{Sample: extrapolate.Sample{Universe: 5, Claims: reviewed()}}.Examine()
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := r.WriteText(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Point estimate                $140.00
	//    Claims                        5 of 5
	//
	//    Precision: passed                             0.00%
	//      Every claim of the population was reviewed: the overpayment is known, and nothing is
	//      estimated.
	//      (this software: a census)
}
