package variable_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
)

// lines are the values of an example as a data file of RAT-STATS, which has each in a line, behind a line number.
func lines(values string) *strings.Reader {
	var file strings.Builder
	for i, v := range strings.Fields(values) {
		fmt.Fprintf(&file, "%d %s\n", i+1, v)
	}
	return strings.NewReader(file.String())
}

var level90 = decimal.RequireFromString("0.90")

// datastrat is the sample of two strata of the RAT-STATS Companion Manual, pages 3-12 and 3-13.
const datastrat = `
80 43 133 125 116 84 111 148 104 114 83 132 96 86 66 89 72 114 135 71 127 105 102 69 76
354 328 313 250 261 294 380 296 248 277 331 305 360 348 318 290 249 362 348 355 295 277 355 314 277
`

// The worked example of the RAT-STATS Companion Manual, pages 3-11 to 3-16: 5,200 claims of one kind and 3,500 of
// another, 25 of each.
func ExampleStratified_Appraise() {
	sample, err := variable.ReadStratified(strings.NewReader("1 5200 25\n2 3500 25\n"), lines(datastrat),
		variable.DataFile{Format: variable.FormatDifference})
	if err != nil {
		log.Fatal(err)
	}
	r, err := sample.Appraise()
	if err != nil {
		log.Fatal(err)
	}
	for i, s := range r.Strata {
		fmt.Println("stratum", i+1, "point estimate", s.PointEstimate, "standard error", s.StandardError.StringFixed(0))
	}
	ninety, _ := r.At(level90)
	fmt.Println("overall", r.PointEstimate, "standard error", r.StandardError.StringFixed(0))
	fmt.Println("90% limits", ninety.LowerLimit.StringFixed(0), "to", ninety.UpperLimit.StringFixed(0))
	// Output:
	// stratum 1 point estimate 516048 standard error 27319
	// stratum 2 point estimate 1089900 standard error 27651
	// overall 1605948 standard error 38870
	// 90% limits 1542012 to 1669884
}

// data2stg is the sample of ten universities of the RAT-STATS Companion Manual, page 3-20, one a line.
const data2stg = `
5 7 9 0 11 2 8 4 3 5
4 3 7 2 11 0 1 9 4 3 2 1 5
5 6 4 11 12 0 1 8 4
6 4 0 1 0 9 8 4 6 10
11 4 3 1 0 2 8 6 5 3
12 11 3 4 2 0 0 1 4 3 2 4
3 7 6 7 8 4 3 2
3 6 4 3 2 2 8 4 0 4 5 6 3
6 4 7 3 9 1 4 5
6 7 5 10 11 2 1 4 0 5 4
`

// The worked example of the RAT-STATS Companion Manual, pages 3-17 to 3-23: ten of 90 universities, a fifth of the
// grants of each.
func ExampleTwoStage_Appraise() {
	units := "1 50 10\n2 65 13\n3 45 9\n4 48 10\n5 52 10\n6 58 12\n7 42 8\n8 66 13\n9 40 8\n10 56 11\n"
	sample, err := variable.ReadTwoStage(strings.NewReader(units), lines(data2stg),
		variable.DataFile{Format: variable.FormatDifference})
	if err != nil {
		log.Fatal(err)
	}
	sample.Universe, sample.SecondaryUniverse = 90, 4500
	r, err := sample.Appraise()
	if err != nil {
		log.Fatal(err)
	}
	ninety, _ := r.At(level90)
	fmt.Println("point estimate", r.PointEstimate.StringFixed(0), "standard error", r.StandardError.StringFixed(0))
	fmt.Println("90% limits", ninety.LowerLimit.StringFixed(0), "to", ninety.UpperLimit.StringFixed(0))
	fmt.Println("of the variance from the choice of universities", r.StageVariances[0].StringFixed(0), "and of grants",
		r.StageVariances[1].StringFixed(0))
	// Output:
	// point estimate 21602 standard error 867
	// 90% limits 20176 to 23027
	// of the variance from the choice of universities 553196 and of grants 197868
}

// data3stg is the sample of the RAT-STATS User's Guide, pages 4-60 to 4-62: ten items of each of five states, one a line.
const data3stg = `
103 97 94 100 93 102 104 104 103 100
152 152 147 161 144 153 154 151 148 158
167 178 182 177 183 181 180 180 181 191
214 206 228 201 206 211 194 206 224 210
240 249 246 254 247 253 253 245 248 255
`

// The worked example of the RAT-STATS User's Guide, pages 4-60 to 4-75: three of 15 regions, five states in them, ten
// items in each. Region 2 has a single state in the sample, which adds nothing to the variance: a warning says so.
func ExampleThreeStage_Appraise() {
	regions := "1 Region 1 10 2\n2 Region 2 8 1\n3 Region 3 15 2\n"
	states := "1 1 1 Maine 100 10\n2 1 2 Vermont 125 10\n3 2 1 New York 80 10\n4 3 1 Texas 140 10\n5 3 2 Arkansas 85 10\n"
	sample, err := variable.ReadThreeStage(strings.NewReader(regions), strings.NewReader(states), lines(data3stg),
		variable.DataFile{Format: variable.FormatExamined})
	if err != nil {
		log.Fatal(err)
	}
	sample.Universe = 15
	r, err := sample.Appraise()
	if err != nil {
		log.Fatal(err)
	}
	for _, u := range r.Units {
		fmt.Println(u.Name, u.PointEstimate.StringFixed(0))
	}
	fmt.Println("point estimate", r.PointEstimate, "standard error", r.StandardError.StringFixed(0))
	for _, w := range r.Warnings {
		fmt.Println(w.Code+":", w.Message)
	}
	// Output:
	// Region 1 145000
	// Region 2 115200
	// Region 3 379238
	// point estimate 3197187.5 standard error 1131084
	// single_unit: One unit was drawn out of more in unit 2 (Region 2): its variance is not known and was taken as zero.
}
