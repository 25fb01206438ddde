package attribute_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/attribute"
	"github.com/iromath/iromath/sampling"
)

// From the selection to the appraisal, the worked example of the RAT-STATS Companion Manual, pages 2-28 to 2-33: 3 of 27
// universities drawn by their grants, and 250 vouchers of each reviewed.
func ExampleRHCTwoStage_Appraise() {
	// The summary that RHC sample selection wrote, from page 2-31; a sampling.RHCSelection has it as Summary.
	summary, err := sampling.ReadRHCSummary(strings.NewReader("UNIV7 16696 11 84 9\nUNIV20 15400 10 79 9\nUNIV8 15754 10 90 9\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	improper := map[string]int64{"UNIV7": 8, "UNIV20": 12, "UNIV8": 5}
	var design attribute.RHCTwoStage
	for _, row := range summary {
		design.Units = append(design.Units, attribute.RHCUnit{RHCRow: row,
			Sample: attribute.Sample{SampleSize: 250, Count: improper[row.Name]}})
	}
	r, err := design.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("vouchers with improper charges", r.PointEstimate.StringFixed(0), "standard error", r.StandardError.StringFixed(0))
	limits, _ := r.At(decimal.RequireFromString("0.90"))
	fmt.Println("90% limits", limits.LowerLimit.StringFixed(0), "to", limits.UpperLimit.StringFixed(0))
	fmt.Println("precision", limits.PrecisionPercent.StringFixed(2)+"%")
	// Output:
	// vouchers with improper charges 12755 standard error 3054
	// 90% limits 7731 to 17779
	// precision 39.39%
}

// Two of five regions, two clinics in the first and both clinics of the second, from files in the form of RAT-STATS
// (User's Guide 3-51 to 3-53). The number of all claims being known, their share comes, too.
func ExampleReadRHCThreeStage() {
	units := `
NORTH   3  90 200 3 2
 Clinic 12   400 40 60 2
 Clinic 7    250 30 30 1
SOUTH   2  50  80 2 2
 Clinic 3    300 35 35 1
 Clinic 30   100 15 15 1
`
	data := "1.1 40 4\n1.2 25 1\n2.1 30 6\n2.2 20 0\n"
	design, err := attribute.ReadRHCThreeStage(strings.NewReader(units), strings.NewReader(data))
	if err != nil {
		fmt.Println(err)
		return
	}
	design.ThirdUniverse = 2_000
	r, err := design.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range r.Units {
		fmt.Println(p.Name, p.PointEstimate, "times", p.SizesRatio.StringFixed(4))
	}
	fmt.Println("claims in error", r.PointEstimate.StringFixed(1), "of 2,000:", r.Proportion.PointEstimate.Shift(2).StringFixed(2)+"%")
	// Output:
	// NORTH 70 times 2.2222
	// SOUTH 60 times 1.6000
	// claims in error 251.6 of 2,000: 12.58%
}
