package sampling_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/sampling"
)

// The stratum without a seed gets one that is derived from the seed of the plan and its name.
func ExampleStratified_Draw() {
	selection, err := sampling.Stratified{Seed: "48863.78", Strata: []sampling.Stratum{
		{Name: "Inpatient", Low: 1, High: 400, Size: 3},
		{Name: "Outpatient", Low: 1, High: 2600, Size: 4, Seed: "1357.00"},
	}}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range selection.Selections {
		fmt.Println(s.Name, "- seed", s.Selection.Seed, "-", s.Selection.Sample)
	}
	// Output:
	// Inpatient - seed 38122.82 - [3 - 95 2 - 99 1 - 317]
	// Outpatient - seed 1357.00 - [4 - 54 2 - 1314 1 - 1935 3 - 2182]
}

// Three of ten units: the interval is ten thirds.
func ExampleSystematic_Draw() {
	selection, err := sampling.Systematic{Seed: "1357", Low: 1, High: 10, Size: 3}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("interval", selection.Interval, "- start", selection.Start, "-", selection.Sample)
	// Output:
	// interval 3.3333333333333333333 - start 8 - [1 - 3 2 - 6 3 - 10]
}

// A claim of $3,000 is above the interval of $660 and certain to be selected.
func ExamplePPS_Draw() {
	plan := sampling.PPS{Seed: "1357", Size: 5}
	for _, paid := range []string{"120.50", "0", "3000.00", "100.00", "79.50"} {
		plan.Sizes = append(plan.Sizes, decimal.RequireFromString(paid))
	}
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("interval", selection.Interval, "- first hit at", selection.Start)
	for _, u := range selection.Units {
		fmt.Println("unit", u.Number, "hits", u.Hits, "certainty", u.Certainty)
	}
	// Output:
	// interval 660 - first hit at 491.04
	// unit 3 hits 4 certainty true
	// unit 4 hits 1 certainty false
}

// A second draw with its own seed passes over the numbers of the first.
func ExampleSecond_Draw() {
	selection, err := sampling.Second{
		Plan:    sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 5},
		Earlier: []int64{22, 643, 236},
	}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("new:", selection.Sample)
	fmt.Println("passed over:", selection.PassedOver)
	// Output:
	// new: [2 - 247 5 - 257 4 - 650 1 - 718 3 - 821]
	// passed over: [643 236]
}

func ExampleRandomnessTests_Run() {
	selection, err := sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 50}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	numbers := make([]int64, len(selection.Sample))
	for _, u := range selection.Sample {
		numbers[u.Order-1] = u.Number
	}
	diagnosis, err := sampling.RandomnessTests{Numbers: numbers, Low: 1, High: 1000}.Run()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("runs:", diagnosis.Runs.Runs, "p", diagnosis.Runs.P)
	fmt.Println("classes:", diagnosis.ChiSquare.Counts, "p", diagnosis.ChiSquare.P)
	fmt.Println("pairs:", diagnosis.Serial.Counts, "p", diagnosis.Serial.P)
	// Output:
	// runs: 20 p 0.0864107
	// classes: [4 6 9 4 3 5 4 4 8 3] p 0.574903
	// pairs: [8 3 7 7] p 0.499462
}

// The sizes of claims as a file holds them, one a line.
func ExampleReadSizes() {
	sizes, err := sampling.ReadSizes(strings.NewReader("$1,250.00\n0\n80.5\n"))
	fmt.Println(sizes, err)
	_, err = sampling.ReadSizes(strings.NewReader("1250.00\n\n80,5\n"))
	fmt.Println(err)
	// Output:
	// [1250 0 80.5] <nil>
	// sampling: file of sizes: 2 wrong rows: line 2: not a size; line 3 "80,5": not a size
}
