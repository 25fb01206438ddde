package attribute_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/attribute"
)

// dataclus is the data file of the RAT-STATS User's Guide, pages 3-66 and 3-67.
const dataclus = `STATE UNIVERSITIES 415 25 2500
UNIV1 8 2
UNIV2 12 3
UNIV3 4 2
UNIV4 5 1
UNIV5 6 1
UNIV6 6 2
UNIV7 7 2
UNIV8 5 2
UNIV9 8 2
UNIV10 3 1
UNIV11 2 0
UNIV12 6 2
UNIV13 5 1
UNIV14 10 3
UNIV15 9 1
UNIV16 3 1
UNIV17 6 2
UNIV18 5 1
UNIV19 5 1
UNIV20 4 1
UNIV21 6 1
UNIV22 8 1
UNIV23 7 2
UNIV24 3 1
UNIV25 8 2
PRIVATE UNIVERSITIES 168 10 1000
UNIV1 2 1
UNIV2 5 2
UNIV3 7 2
UNIV4 4 2
UNIV5 3 1
UNIV6 8 3
UNIV7 6 2
UNIV8 10 4
UNIV9 3 1
UNIV10 1 1
`

// The worked example of the RAT-STATS Companion Manual, pages 2-62 to 2-67: grants with late charges.
func ExampleStratifiedCluster_Appraise() {
	d, err := attribute.ReadStratifiedCluster(strings.NewReader(dataclus))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := d.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	var page strings.Builder
	if err := r.WriteText(&page, attribute.Heading{}); err != nil {
		fmt.Println(err)
		return
	}
	_, private, _ := strings.Cut(page.String(), "629\n\n")
	fmt.Print(private)
	// Output:
	// PRIVATE UNIVERSITIES                 168      10
	//   UNIV1                                2       2         1
	//   UNIV2                                5       5         2
	//   UNIV3                                7       7         2
	//   UNIV4                                4       4         2
	//   UNIV5                                3       3         1
	//   UNIV6                                8       8         3
	//   UNIV7                                6       6         2
	//   UNIV8                               10      10         4
	//   UNIV9                                3       3         1
	//   UNIV10                               1       1         1
	//
	//       STRATUM TOTALS               1,000      49        19   38.78%        388
	//
	// STRATA TOTALS                        583      35
	// CLUSTER UNIT TOTALS                3,500     200        57
	// OVERALL TOTALS                                               29.05%      1,017
	// OVERALL STANDARD ERROR                                        1.32%         46
	//
	// CONFIDENCE LEVEL                80 PERCENT        90 PERCENT        95 PERCENT
	// LOWER LIMIT FOR PROPORTION          27.36%            26.88%            26.47%
	// UPPER LIMIT FOR PROPORTION          30.74%            31.22%            31.64%
	//
	// LOWER LIMIT FOR TOTAL                  958               941               926
	// UPPER LIMIT FOR TOTAL                1,076             1,093             1,107
}

// Two strata that were appraised before, each by a two-stage sample: RAT-STATS Companion Manual, page 2-72.
func ExampleStratifiedMultistage_Appraise() {
	fraction := decimal.RequireFromString
	r, err := attribute.StratifiedMultistage{Strata: []attribute.StratumProportion{
		{Proportion: fraction("0.1690"), StandardError: fraction("0.0199"), Universe: 5600},
		{Proportion: fraction("0.2184"), StandardError: fraction("0.0357"), Universe: 3500},
	}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	var page strings.Builder
	if err := r.WriteText(&page, attribute.Heading{}); err != nil {
		fmt.Println(err)
		return
	}
	_, figures, _ := strings.Cut(page.String(), "3,500\n\n\n")
	fmt.Print(figures)
	// Output:
	// = = = = = = = = = = = = = = = = = RESULTS = = = = = = = = = = = = = = = = = =
	//
	// ESTIMATED PERCENTAGE:              18.80%
	// ESTIMATED TOTAL:                    1,711
	//
	// STANDARD ERROR (PERCENTAGE):        1.84%
	// STANDARD ERROR (TOTAL):               167
	//
	// CONFIDENCE LEVEL                80 PERCENT        90 PERCENT        95 PERCENT
	// LOWER LIMIT FOR PROPORTION          16.44%            15.77%            15.19%
	// UPPER LIMIT FOR PROPORTION          21.16%            21.83%            22.41%
	//
	// LOWER LIMIT FOR TOTAL                1,496             1,435             1,383
	// UPPER LIMIT FOR TOTAL                1,925             1,986             2,039
}
