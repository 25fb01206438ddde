package variable_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/sampling"
)

// The worked example of the RAT-STATS Companion Manual, pages 3-35 to 3-44: 10 of 90 universities drawn by size, a sample
// of grants in each.
func ExampleRHCTwoStage_Appraise() {
	units := "UNIV78 37 7 7 90 9\nUNIV42 63 13 12 86 9\nUNIV49 34 7 7 96 9\nUNIV5 51 10 11 84 9\nUNIV19 72 14 16 89 9\n" +
		"UNIV38 76 15 17 89 9\nUNIV62 77 15 18 92 9\nUNIV28 78 16 18 115 9\nUNIV60 64 13 13 99 9\nUNIV75 75 15 15 110 9\n"
	grants := `9 2 9 6 0 5 7 2 7 6 0 6 0 3 4 1 13 8 0 6 11 8 8 0 0 6 0 7 2 0 9 9 5 0 5 8 10 5 8 9 11 2 8 2 1 7 3 4 0 6 1 5 4 0 6 5
		2 7 2 6 8 9 7 4 1 10 11 0 1 6 1 2 1 6 1 5 10 11 9 13 2 2 7 9 0 6 5 10 6 10 2 2 0 12 5 0 8 2 7 7 10 2 6 0 8 4 0 10 3 2
		5 10 0 0 0 0 0 8 9 0 2 8 4 6 2`
	var data strings.Builder
	for i, x := range strings.Fields(grants) {
		fmt.Fprintln(&data, i+1, x)
	}
	design, err := variable.ReadRHCTwoStage(strings.NewReader(units), strings.NewReader(data.String()),
		variable.DataFile{Format: variable.FormatDifference})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := design.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	first := r.Units[0]
	fmt.Println(first.Name, "stands for a group with", first.PointEstimate.StringFixed(0))
	fmt.Println("point estimate", r.PointEstimate.StringFixed(0), "from", r.Stages[0].SampleSize, "of", r.Stages[0].Universe, "universities")
	fmt.Println("variance", r.WithinVariance.StringFixed(0), "within,", r.BetweenVariance.StringFixed(0), "between")
	limits, _ := r.At(decimal.RequireFromString("0.95"))
	fmt.Println("95% limits", limits.LowerLimit.StringFixed(0), "to", limits.UpperLimit.StringFixed(0))
	// Output:
	// UNIV78 stands for a group with 2582
	// point estimate 21756 from 10 of 90 universities
	// variance 262392 within, 603072 between
	// 95% limits 19933 to 23579
}

// The files of the RAT-STATS Companion Manual, pages 3-64 to 3-67: 4 of 12 regions and 10 universities in each, all drawn
// by size. In three regions the sizes of the universities do not add up to the size of the region.
func ExampleRHCThreeStage_Appraise() {
	const files = "../../internal/goldentest/testdata/"
	units, err := os.Open(files + "variable_pusurhc3_cm.txt")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer units.Close()
	data, err := os.Open(files + "variable_datarhc3_cm.txt")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer data.Close()
	design, err := variable.ReadRHCThreeStage(units, data, variable.DataFile{Format: variable.FormatDifference})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := design.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range r.Units {
		fmt.Println(p.Name, p.PointEstimate.StringFixed(0))
	}
	fmt.Println("point estimate", r.PointEstimate.StringFixed(0), "standard error", r.StandardError.StringFixed(0))
	fmt.Println(len(r.Warnings), "warnings of", r.Warnings[0].Code)
	design.SizesOfGroups = true
	if r, err = design.Appraise(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("with the unbiased variance", r.StandardError.StringFixed(0))
	// Output:
	// REGION4 50529
	// REGION6 40744
	// REGION8 40913
	// REGION10 36240
	// point estimate 463526 standard error 53521
	// 3 warnings of group_sizes
	// with the unbiased variance 53360
}

// From the selection to the appraisal: two of four clinics drawn by their paid claims, three claims reviewed in each.
func ExampleRHCUnit() {
	plan := sampling.RHC{PartitionSeed: "100", SelectionSeed: "200", Size: 2, Units: []sampling.RHCUnit{
		{Name: "North", SubUnits: 1200, Size: decimal.New(61_000, 0)},
		{Name: "South", SubUnits: 400, Size: decimal.New(18_500, 0)},
		{Name: "East", SubUnits: 750, Size: decimal.New(40_200, 0)},
		{Name: "West", SubUnits: 900, Size: decimal.New(39_900, 0)},
	}}
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	overpaid := map[string][]decimal.Decimal{
		"North": {decimal.New(0, 0), decimal.New(1250, -2), decimal.New(400, -2)},
		"West":  {decimal.New(3100, -2), decimal.New(0, 0), decimal.New(0, 0)},
		"East":  {decimal.New(0, 0), decimal.New(0, 0), decimal.New(2200, -2)},
		"South": {decimal.New(500, -2), decimal.New(0, 0), decimal.New(0, 0)},
	}
	var design variable.RHCTwoStage
	for _, row := range selection.Summary {
		design.Units = append(design.Units, variable.RHCUnit{RHCRow: row, Sample: variable.Sample{Difference: overpaid[row.Name]}})
	}
	r, err := design.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range r.Units {
		fmt.Println(u.Name, "of", u.UnitsInGroup, "clinics:", u.PointEstimate.StringFixed(2))
	}
	fmt.Println("overpaid in all", r.PointEstimate.StringFixed(2), "standard error", r.StandardError.StringFixed(2))
	// Output:
	// North of 2 clinics: 8601.64
	// West of 2 clinics: 18669.92
	// overpaid in all 27271.56 standard error 15752.42
}
