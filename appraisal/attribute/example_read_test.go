package attribute_test

import (
	"fmt"
	"strings"

	"github.com/iromath/iromath/appraisal/attribute"
)

// Commas separate fields, so that a thousands comma is a field too many.
func ExampleReadStratified() {
	design, err := attribute.ReadStratified(strings.NewReader("1000 100 2\n1500 100 6\n"))
	fmt.Println(design.Strata[1].Universe, design.Strata[1].SampleSize, design.Strata[1].Count, err)
	_, err = attribute.ReadStratified(strings.NewReader("1,000 100 2\n"))
	fmt.Println(err)
	// Output:
	// 1500 100 6 <nil>
	// 1 wrong row: line 1 "1,000 100 2": has blanks and commas between its numbers: "1,000" could be one number or two
}

// Two of six clinics: 4 of 10 claims in error stand for 20 of 50, and 2 of 9 for 10 of 45.
func ExampleReadTwoStage() {
	design, err := attribute.ReadTwoStage(strings.NewReader("50 10 4\n45 9 2\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	design.Universe = 6
	r, err := design.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range r.Units {
		fmt.Println(u.PointEstimate)
	}
	fmt.Println("claims in error in six clinics", r.PointEstimate)
	// Output:
	// 20
	// 10
	// claims in error in six clinics 90
}

// The lines of a region's clinics follow its own; the figures are those of the example of [attribute.ThreeStage.Appraise].
func ExampleReadThreeStage() {
	design, err := attribute.ReadThreeStage(strings.NewReader(`
North 3 2
Clinic A 10 5 1
Clinic B 20 5 2
South 2 2
Clinic C 15 5 0
Clinic D 10 5 1
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	design.Universe = 4
	r, err := design.Appraise()
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

// The two files of the RAT-STATS Companion Manual, page 2-31.
func ExampleReadRHCTwoStage() {
	units := "UNIV7 16696 11 84 9\nUNIV20 15400 10 79 9\nUNIV8 15754 10 90 9\n"
	data := "1 250 8\n2 250 12\n3 250 5\n"
	design, err := attribute.ReadRHCTwoStage(strings.NewReader(units), strings.NewReader(data))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := design.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("vouchers with improper charges", r.PointEstimate.StringFixed(0), "standard error", r.StandardError.StringFixed(0))
	// Output:
	// vouchers with improper charges 12755 standard error 3054
}

// Two of 40 nursing homes with 300 claims in all, and two of 10 hospices with 80: 5 of 20 claims in error, and 4 of 10.
func ExampleReadStratifiedCluster() {
	design, err := attribute.ReadStratifiedCluster(strings.NewReader(`
NURSING HOMES 40 2 300
Home 12 8 2
Home 15 12 3
HOSPICES 10 2 80
Hospice 1 5 1
Hospice 2 5 3
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := design.Appraise()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range r.Strata {
		fmt.Println(s.Name, s.PointEstimate)
	}
	fmt.Println("together", r.PointEstimate)
	// Output:
	// NURSING HOMES 75
	// HOSPICES 32
	// together 107
}

// Percentages of the file are fractions in the design. The figures are those of the RAT-STATS Companion Manual, page 2-72.
func ExampleReadStratifiedMultistage() {
	design, err := attribute.ReadStratifiedMultistage(strings.NewReader("Inpatient 16.90 1.99 5600\nOutpatient 21.84 3.57 3500\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range design.Strata {
		fmt.Println(s.Name, s.Proportion, s.StandardError, s.Universe)
	}
	// Output:
	// Inpatient 0.169 0.0199 5600
	// Outpatient 0.2184 0.0357 3500
}
