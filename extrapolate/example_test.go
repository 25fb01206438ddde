package extrapolate_test

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
)

// reviewed are five claims of 100 dollars each: one overpaid by 40, one by its whole amount because its record is
// lost, one underpaid by 5.
func reviewed() []errorrate.Claim {
	correct := func(dollars int64) *decimal.Decimal { d := decimal.NewFromInt(dollars); return &d }
	list := []errorrate.Claim{
		{Correct: correct(100), Documentation: errorrate.Complete}, {Correct: correct(60),
			Documentation: errorrate.Insufficient},
		{Documentation: errorrate.Missing}, {Correct: correct(105), Documentation: errorrate.Complete},
		{Correct: correct(100), Documentation: errorrate.Complete},
	}
	for i := range list {
		list[i].Number, list[i].ID = int64(i+1), fmt.Sprintf("A-%d", i+1)
		list[i].Payor, list[i].Paid = "Medicare", decimal.NewFromInt(100)
	}
	return list
}

// The 140 dollars overpaid in five claims of 2,000 stand for 56,000 dollars. The net difference is stated beside it.
func ExampleSample_Estimate() {
	e, err := extrapolate.Sample{Universe: 2000, Claims: reviewed(),
		Precision: decimal.RequireFromString("0.25")}.Estimate()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("point estimate", e.PointEstimate.StringFixed(2), "- net difference", e.Net.PointEstimate.StringFixed(2))
	fmt.Println("precision met:", e.PrecisionMet)
	for _, w := range e.Warnings {
		fmt.Println(w.Code)
	}
	// Output:
	// point estimate 56000.00 - net difference 54000.00
	// precision met: false
	// few_errors
	// lower_limit_negative
	// precision_missed
}

// What follows from a single sample: what was found is repaid within 60 days, less what was refunded already.
func ExampleRepayment_Obligations() {
	identified, err := reportable.NewDate(2026, time.January, 15)
	if err != nil {
		fmt.Println(err)
		return
	}
	o, err := extrapolate.Repayment{
		Protocol: extrapolate.ProtocolSingle, Reviewed: errorrate.Sample{Claims: reviewed()}, Identified: identified,
		Refunds: []extrapolate.Refund{{Payor: "Medicare", Amount: decimal.NewFromInt(40)}},
	}.Obligations()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range o.Obligations {
		if b.Due != nil {
			fmt.Println(b.Kind, b.Payor, b.Due.StringFixed(2), "by", b.By)
			continue
		}
		fmt.Printf("%s, claims: %d\n", b.Kind, b.Claims)
	}
	// Output:
	// repay_found Medicare 100.00 by 2026-03-16
	// claim_systems_review, claims: 2
	// consider_reportable_event, claims: 2
}

// What the overpayment rule said on a day.
func ExampleRuleOn() {
	on, err := reportable.ParseDate("2024-12-31")
	if err != nil {
		fmt.Println(err)
		return
	}
	rule, ok := extrapolate.RuleOn(extrapolate.RuleOverpayment, on)
	fmt.Println(ok, rule.Citation, rule.Days)
	// Output:
	// true 42 CFR 401.305(a)(2), (b), (f) as of 2016 60
}
