package attribute_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/attribute"
)

// The worked example of the RAT-STATS Companion Manual, page 2-2: 82 of 400 invoices, drawn from 10,000, were in error.
func ExampleUnrestricted_Appraise() {
	r, err := attribute.Unrestricted{
		Universe: 10_000,
		Sample:   attribute.Sample{SampleSize: 400, Count: 82},
		Options:  attribute.Options{OneSidedLevels: []decimal.Decimal{decimal.RequireFromString("0.90")}},
	}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("projected quantity", r.PointEstimate, "standard error", r.StandardError.StringFixed(0))
	ninety, _ := r.At(decimal.RequireFromString("0.90"))
	fmt.Println("90% limits", ninety.LowerLimit, "to", ninety.UpperLimit)
	fmt.Println("one-sided 90%: at least", r.OneSided[0].LowerLimit)
	// Output:
	// projected quantity 2050 standard error 198
	// 90% limits 1729 to 2403
	// one-sided 90%: at least 1796
}

// The printout of the RAT-STATS User's Guide, page 3-9: no item was found, and the answer to the question was yes.
func ExampleUnrestrictedResult_WriteText() {
	r, err := attribute.Unrestricted{
		Universe: 10_000, Sample: attribute.Sample{SampleSize: 400, Count: 0}, OneSided: true,
		Options: attribute.Options{Levels: []decimal.Decimal{decimal.RequireFromString("0.95")}},
	}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	var page strings.Builder
	if err := r.WriteText(&page, attribute.Heading{Audit: "Attribute SRS", Date: "10/12/2009", Time: "10:52"}); err != nil {
		fmt.Println(err)
	}
	fmt.Print(strings.Replace(page.String(), "\n\n\n", "\n\n", 1))
	// Output:
	//                                 iromath 0.1.0
	//              claims-review mathematics - not a government program
	// Date: 10/12/2009       Single Stage Attribute Appraisal          Time: 10:52
	//                          AUDIT/REVIEW: Attribute SRS
	//
	//          UNIVERSE SIZE                                                  10,000
	//          SAMPLE SIZE                                                    400
	//          CHARACTERISTIC(S) OF INTEREST
	//            QUANTITY IDENTIFIED IN SAMPLE                                0
	//            PROJECTED QUANTITY IN UNIVERSE                               0
	//            PERCENT                                                      .000%
	//          STANDARD ERROR
	//            PROJECTED QUANTITY                                           0
	//            PERCENT                                                      .000%
	//
	//                                         CONFIDENCE LIMITS
	//
	//                                        95% CONFIDENCE LEVEL
	//          UPPER LIMIT - QUANTITY                          73
	//                        PERCENT                         .730%
	//
	//      SINCE NO ITEMS HAVING THE CHARACTERISTIC(S) OF INTEREST WERE FOUND IN THE
	//      SAMPLE, THE PROGRAM HAS CALCULATED ONLY THE MAXIMUM NUMBER OF ITEMS
	//      HAVING THE CHARACTERISTIC(S) OF INTEREST IN THE UNIVERSE.
}

// A process that goes on: 3 of the last 50 claims were in error.
func ExampleBinomial_Appraise() {
	r, err := attribute.Binomial{Sample: attribute.Sample{SampleSize: 50, Count: 3}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("share in error", r.PointEstimate)
	for _, i := range r.Intervals {
		fmt.Println(i.Level, i.LowerLimit.StringFixed(4), "to", i.UpperLimit.StringFixed(4))
	}
	// Output:
	// share in error 0.06
	// 0.8 0.0222 to 0.1288
	// 0.9 0.0166 to 0.1478
	// 0.95 0.0125 to 0.1655
}
