package attribute_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/attribute"
)

// percent writes a proportion in percent.
func percent(d decimal.Decimal) string { return d.Shift(2).StringFixed(2) + "%" }

// The worked example of the RAT-STATS Companion Manual, pages 2-6 to 2-10: 2 of 100 inpatient and 6 of 100 outpatient
// claims in error.
func ExampleStratified_Appraise() {
	sample, err := attribute.ReadStratified(strings.NewReader("1000 100 2\n1500 100 6\n"))
	if err != nil {
		log.Fatal(err)
	}
	r, err := sample.Appraise()
	if err != nil {
		log.Fatal(err)
	}
	ninety, _ := r.Proportion.At(decimal.RequireFromString("0.90"))
	fmt.Println(r.PointEstimate, "claims in error,", percent(r.Proportion.PointEstimate))
	fmt.Println("90% limits", percent(ninety.LowerLimit), "to", percent(ninety.UpperLimit))
	// Output:
	// 110 claims in error, 4.40%
	// 90% limits 1.96% to 6.84%
}

const data2stg = `
50 10 4
45  9 2
52 10 5
42  8 3
40  8 2
65 13 5
48 10 3
58 12 3
66 13 4
56 11 4
`

// The worked example of the RAT-STATS Companion Manual, pages 2-11 to 2-18: ten of 90 universities, a fifth of the
// grants of each. Without the number of all grants the proportion is a ratio; with it, it is unbiased, and here much
// less precise.
func ExampleTwoStage_Appraise() {
	sample, err := attribute.ReadTwoStage(strings.NewReader(data2stg))
	if err != nil {
		log.Fatal(err)
	}
	sample.Universe = 90
	for _, grants := range []int64{0, 4500} {
		sample.SecondaryUniverse = grants
		r, err := sample.Appraise()
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(r.Estimator, percent(r.Proportion.PointEstimate), "standard error", percent(r.Proportion.StandardError))
	}
	// Output:
	// ratio 33.78% standard error 2.85%
	// unbiased 35.26% standard error 3.67%
}

// data3st is the data file of the RAT-STATS Companion Manual, page 2-21.
const data3st = `
REGION 5 90 10
UNIV1 47 9 3
UNIV2 51 10 2
UNIV3 45 9 4
UNIV4 46 9 1
UNIV5 46 9 3
UNIV6 50 10 1
UNIV7 50 10 4
UNIV8 57 11 3
UNIV9 54 11 4
UNIV10 64 13 2
REGION 7 110 10
UNIV1 53 11 2
UNIV2 59 12 5
UNIV3 52 10 1
UNIV4 67 13 3
UNIV5 59 12 1
UNIV6 73 15 6
UNIV7 51 10 3
UNIV8 75 15 2
UNIV9 66 13 1
UNIV10 58 12 4
REGION 8 85 10
UNIV1 45 9 3
UNIV2 39 8 2
UNIV3 43 9 4
UNIV4 34 7 1
UNIV5 54 11 2
UNIV6 54 11 3
UNIV7 34 7 1
UNIV8 59 12 1
UNIV9 49 10 4
UNIV10 43 9 2
REGION 10 120 10
UNIV1 59 12 2
UNIV2 68 14 6
UNIV3 57 11 3
UNIV4 72 14 6
UNIV5 70 14 1
UNIV6 73 15 2
UNIV7 83 17 5
UNIV8 89 18 4
UNIV9 73 15 3
UNIV10 77 15 2
`

// The printout of the Companion Manual, pages 2-22 and 2-23, from the overall totals on.
func ExampleThreeStageResult_WriteText() {
	sample, err := attribute.ReadThreeStage(strings.NewReader(data3st))
	if err != nil {
		log.Fatal(err)
	}
	sample.Universe = 12
	r, err := sample.Appraise()
	if err != nil {
		log.Fatal(err)
	}
	var page strings.Builder
	if err := r.WriteText(&page, attribute.Heading{Audit: "Example"}); err != nil {
		log.Fatal(err)
	}
	fmt.Print(page.String()[strings.Index(page.String(), "OVERALL TOTALS"):])
	// Output:
	// OVERALL TOTALS                                    UNIVERSE     SAMPLED
	// ======= ======                                    ========     =======
	//    FIRST STAGE                                         12            4
	//   SECOND STAGE                                        405{}         40
	//    THIRD STAGE                                      2,298{}        462
	//    SAMPLED ITEMS MEETING CRITERIA                                  112
	//       {} UNIVERSE SIZES FOR THE SECOND AND THIRD STAGES REPRESENT
	//          THE UNIVERSES FOR THE SAMPLED PRIOR STAGE.
	//
	// OVERALL POINT ESTIMATE OF THE PROPORTION                    24.06%
	// OVERALL STANDARD ERROR (PROPORTION)                          1.35%
	//
	// OVERALL POINT ESTIMATE OF UNIVERSE TOTAL                   17,210
	// OVERALL STANDARD ERROR (TOTAL)                              2,415
	//
	// CONFIDENCE LEVEL               80 PERCENT        90 PERCENT        95 PERCENT
	// LOWER LIMIT FOR PROPORTION         22.33%            21.84%            21.42%
	// UPPER LIMIT FOR PROPORTION         25.78%            26.27%            26.70%
	//
	// LOWER LIMIT FOR TOTAL              14,115            13,238            12,477
	// UPPER LIMIT FOR TOTAL              20,304            21,182            21,942
}
