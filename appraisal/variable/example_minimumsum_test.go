package variable_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
)

// Of 20 claims 8 were drawn, and 4 of these should not have been paid at all. With a confidence of 90 percent there are at least
// 6 such claims in all; the two that were not drawn were paid 15 and 20 dollars at the least.
func ExampleMinimumSum_Appraise() {
	amounts := func(list ...int64) []decimal.Decimal {
		var d []decimal.Decimal
		for _, a := range list {
			d = append(d, decimal.NewFromInt(a))
		}
		return d
	}
	r, err := variable.MinimumSum{
		Sample: variable.Sample{
			Examined: amounts(40, 55, 30, 60, 25, 45, 50, 35),
			Audited:  amounts(0, 55, 0, 0, 25, 45, 50, 0),
		},
		Unsampled: amounts(90, 15, 40, 45, 20, 60, 55, 35, 70, 25, 30, 50),
	}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("found", r.Overpayment, "in", r.InError, "claims")
	for _, l := range r.Limits {
		fmt.Println("level", l.Level, "at least", l.CountLimit, "claims and", l.LowerLimit, "dollars")
	}
	// Output:
	// found 165 in 4 claims
	// level 0.9 at least 6 claims and 200 dollars
}
