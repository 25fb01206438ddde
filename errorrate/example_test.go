package errorrate_test

import (
	"errors"
	"fmt"
	"os"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
)

func dollars(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

// reviewed are four claims: one coded too high, one underpaid, one whose record cannot be found, one correct.
func reviewed() errorrate.Sample {
	return errorrate.Sample{Claims: []errorrate.Claim{
		{Number: 17, ID: "A-17", Paid: *dollars("120.00"), Correct: dollars("95.50"), Documentation: errorrate.Complete,
			Reason: "level 4 visit documented as level 3", Category: errorrate.CategoryCoding},
		{Number: 23, ID: "A-23", Paid: *dollars("60.00"), Correct: dollars("64.50"), Documentation: errorrate.Complete},
		{Number: 31, ID: "A-31", Paid: *dollars("20.00"), Documentation: errorrate.Missing},
		{Number: 40, ID: "A-40", Paid: *dollars("300.00"), Correct: dollars("300.00"), Documentation: errorrate.Complete},
	}}
}

// Overpaid 24.50 + 20.00, the whole amount where the record is missing; underpaid 4.50; net 40.00 of 500.00 paid.
func ExampleSample_Rate() {
	r, err := reviewed().Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("overpaid", r.Overpaid, "underpaid", r.Underpaid, "net", r.NetOverpayment, "of", r.Paid)
	fmt.Println("error rate", r.ErrorRate, "- full sample due:", r.ThresholdMet)
	// Output:
	// overpaid 44.5 underpaid 4.5 net 40 of 500
	// error rate 0.08 - full sample due: true
}

// The file that RAT-STATS reads as difference values.
func ExampleSample_WriteOverpayments() {
	if err := reviewed().WriteOverpayments(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 17 24.50
	// 23 0.00
	// 31 20.00
	// 40 0.00
}

// All mistakes are reported at once.
func ExampleCheck() {
	err := errorrate.Check([]errorrate.Claim{
		{Number: 1, ID: "A-1", Paid: *dollars("0.00"), Correct: dollars("0"), Documentation: errorrate.Complete},
		{Number: 2, ID: "A-2", Paid: *dollars("5.00"), Documentation: errorrate.Insufficient},
	})
	var wrong errorrate.ClaimErrors
	if errors.As(err, &wrong) {
		for _, w := range wrong {
			fmt.Println(w)
		}
	}
	// Output:
	// claim 1 (A-1): paid amount is not above zero: 0.00
	// claim 2 (A-2): correct amount is missing though documentation is insufficient
}

// A claim that was paid too little, and one whose record is missing.
func ExampleClaim_Overpayment() {
	for _, c := range []errorrate.Claim{reviewed().Claims[1], reviewed().Claims[2]} {
		fmt.Println(c.ID, "overpaid", c.Overpayment(), "underpaid", c.Underpayment(), "difference", c.Difference(), "in error", c.InError())
	}
	// Output:
	// A-23 overpaid 0 underpaid 4.5 difference -4.5 in error true
	// A-31 overpaid 20 underpaid 0 difference 20 in error true
}
