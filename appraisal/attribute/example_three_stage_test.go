package attribute_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/attribute"
	"github.com/iromath/iromath/sampling"
)

// Two of four regions, two clinics in each, five claims in each clinic. In clinic A 1 of 5 claims stands for 2 of 10, in
// clinic B 2 of 5 for 8 of 20: 5 a clinic, 15 in the three of the region. In the same way the second region has 2, so that
// the four have 4/2 (15+2) = 34.
func ExampleThreeStage_Appraise() {
	five := func(errors int64) attribute.Sample { return attribute.Sample{SampleSize: 5, Count: errors} }
	r, err := attribute.ThreeStage{Universe: 4, Units: []attribute.ThreeStageUnit{
		{Name: "North", Universe: 3, Units: []attribute.SampledUnit{
			{Name: "A", Universe: 10, Sample: five(1)}, {Name: "B", Universe: 20, Sample: five(2)},
		}},
		{Name: "South", Universe: 2, Units: []attribute.SampledUnit{
			{Name: "C", Universe: 15, Sample: five(0)}, {Name: "D", Universe: 10, Sample: five(1)},
		}},
	}}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range r.Units {
		fmt.Println(u.Name, u.PointEstimate)
	}
	fmt.Println("claims in error", r.PointEstimate)
	// Output:
	// North 15
	// South 2
	// claims in error 34
}

// Two regions, each selected from a random group by its size, with clinics selected in the same way. In clinic 12 4 of 40
// claims stand for 40 of 400, and its size 40 for the 60 of its group: 60. Clinic 7 adds 10 and stands for itself. The size
// of the first region stands for 200/90 of it.
func ExampleRHCThreeStage_Appraise() {
	number := decimal.RequireFromString
	north := attribute.RHCPrimaryUnit{
		RHCRow: sampling.RHCRow{Name: "NORTH", SubUnits: 3, Size: number("90"), GroupSize: number("200"), UnitsInGroup: 3},
		Units: []attribute.RHCUnit{
			{
				RHCRow: sampling.RHCRow{Name: "Clinic 12", SubUnits: 400, Size: number("40"), GroupSize: number("60"), UnitsInGroup: 2},
				Sample: attribute.Sample{SampleSize: 40, Count: 4},
			}, {
				RHCRow: sampling.RHCRow{Name: "Clinic 7", SubUnits: 250, Size: number("30"), GroupSize: number("30"), UnitsInGroup: 1},
				Sample: attribute.Sample{SampleSize: 25, Count: 1},
			},
		},
	}
	south := attribute.RHCPrimaryUnit{
		RHCRow: sampling.RHCRow{Name: "SOUTH", SubUnits: 1, Size: number("50"), GroupSize: number("80"), UnitsInGroup: 2},
		Units: []attribute.RHCUnit{{
			RHCRow: sampling.RHCRow{Name: "Clinic 3", SubUnits: 300, Size: number("35"), GroupSize: number("35"), UnitsInGroup: 1},
			Sample: attribute.Sample{SampleSize: 30, Count: 6},
		}},
	}
	r, err := attribute.RHCThreeStage{Units: []attribute.RHCPrimaryUnit{north, south}, ZeroVarianceForSingle: true}.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range r.Units {
		fmt.Println(u.Name, u.PointEstimate, "times", u.SizesRatio.StringFixed(4))
	}
	fmt.Println("claims in error", r.PointEstimate.StringFixed(2))
	// Output:
	// NORTH 70 times 2.2222
	// SOUTH 60 times 1.6000
	// claims in error 251.56
}
