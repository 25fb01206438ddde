package variable_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
)

// datasrs is the sample of the RAT-STATS Companion Manual, page 3-3: examined/audited.
const datasrs = `
300/267 900/774 300/255 200/174 900/810
700/560 1000/820 100/80 900/765 700/630
700/630 400/332 300/255 100/84 200/168
100/88 600/528 400/340 900/747 1000/800
1000/862 600/504 800/648 200/176 200/172
1000/890 900/792 600/540 500/525 200/172
200/178 500/425 200/164 500/420 500/400
400/324 200/160 600/540 500/425 300/264
900/765 100/84 100/85 900/810 300/240
500/415 500/425 300/237 500/435 100/86
`

func datasrsSample() variable.Sample {
	var s variable.Sample
	for _, item := range strings.Fields(datasrs) {
		examined, audited, _ := strings.Cut(item, "/")
		s.Examined = append(s.Examined, decimal.RequireFromString(examined))
		s.Audited = append(s.Audited, decimal.RequireFromString(audited))
	}
	return s
}

// The worked example of the RAT-STATS Companion Manual, pages 3-2 to 3-7: 50 claims out of 10,000.
func ExampleUnrestricted_Appraise() {
	r, err := variable.Unrestricted{Universe: 10_000, Sample: datasrsSample()}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("point estimate", r.PointEstimate)
	fmt.Println("standard error", r.StandardError.StringFixed(0))
	ninety, _ := r.At(decimal.RequireFromString("0.90"))
	fmt.Println("90% limits", ninety.LowerLimit.StringFixed(0), "to", ninety.UpperLimit.StringFixed(0))
	fmt.Println("precision", ninety.PrecisionPercent.StringFixed(2)+"%")
	fmt.Println("paid in all", r.ExaminedSection.PointEstimate)
	// Output:
	// point estimate 706000
	// standard error 68068
	// 90% limits 591881 to 820119
	// precision 16.16%
	// paid in all 4960000
}

// A page in the layout of RAT-STATS' text output.
func ExampleUnrestrictedResult_WriteText() {
	overpayments := []decimal.Decimal{decimal.New(1, 0), decimal.New(2, 0), decimal.New(3, 0)}
	r, err := variable.Unrestricted{
		Universe: 12, Sample: variable.Sample{Difference: overpayments},
		Options: variable.Options{Levels: []decimal.Decimal{decimal.RequireFromString("0.90")}},
	}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	var page strings.Builder
	if err := r.WriteText(&page, variable.Heading{Audit: "Example clinic", Date: "4/5/2010"}); err != nil {
		fmt.Println(err)
		return
	}
	_, figures, _ := strings.Cut(page.String(), "Example clinic\n\n\n")
	fmt.Print(figures)
	// Output:
	//               SAMPLE SIZE       VALUE OF SAMPLE  NONZERO ITEMS
	//                         3                  6.00              3
	//
	//            --------------------- D I F F E R E N C E ----------------------
	//            MEAN / UNIVERSE                          2.00                 12
	//            STANDARD DEVIATION                       1.00
	//            SKEWNESS                                  .00
	//            KURTOSIS                                 1.50
	//            STANDARD ERROR (MEAN)                     .50
	//            STANDARD ERROR (TOTAL)                      6
	//            POINT ESTIMATE                             24
	//
	//                                         CONFIDENCE LIMITS
	//                                        90% CONFIDENCE LEVEL
	//            LOWER LIMIT                                    6
	//            UPPER LIMIT                                   42
	//            PRECISION AMOUNT                              18
	//            PRECISION PERCENT                          73.00%
	//            T-VALUE USED                      2.919985580354
}

// The data file of the RAT-STATS User's Guide, page 4-9, as far as it is shown there; then one with two mistakes.
func ExampleReadSample() {
	file := "1       300        267\n2       900        774\n3       300        255\n"
	sample, err := variable.ReadSample(strings.NewReader(file), variable.FormatExaminedAudited)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sample.Examined, sample.Audited)

	_, err = variable.ReadSample(strings.NewReader("1 $1,200.50\n2 12,0\n3\n"), variable.FormatDifference)
	var rows variable.RowErrors
	if errors.As(err, &rows) {
		for _, row := range rows {
			fmt.Fprintln(os.Stdout, row)
		}
	}
	// Output:
	// [300 900 300] [267 774 255]
	// line 2, amount 1 "12,0": not an amount
	// line 3 "3": has to hold a line number and 1 amount(s)
}
