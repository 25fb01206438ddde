package variable_test

import (
	"fmt"
	"strings"

	"github.com/iromath/iromath/appraisal/variable"
)

// Columns 3 and 4 of five: what was paid and what should have been paid.
func ExampleDataFile_Read() {
	file := variable.DataFile{Format: variable.FormatExaminedAudited, Columns: []int{3, 4}, Total: 5}
	_, err := file.Read(strings.NewReader("1 C-101 $1,200.50 1,100.00 coded too high\n"))
	fmt.Println(err)
	sample, err := file.Read(strings.NewReader("1 C-101 $1,200.50 1,100.00 99214\n2 C-102 80 80 99213\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sample.Examined, sample.Audited)
	// Output:
	// 1 wrong row: line 1 "1 C-101 $1,200.50 1,100.00 coded too high": has to hold 5 columns
	// [1200.5 80] [1100 80]
}

// A mean of 20 in 100 office visits, and one of 25 in 40 operations.
func ExampleReadStratified() {
	strata := "1 Office visits 100 3\n2 Operations 40 2\n"
	data := "1 10.00\n2 20.00\n3 30.00\n4 0\n5 50.00\n"
	design, err := variable.ReadStratified(strings.NewReader(strata), strings.NewReader(data),
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
	for _, s := range r.Strata {
		fmt.Println(s.Name, s.PointEstimate)
	}
	fmt.Println("together", r.PointEstimate)
	// Output:
	// Office visits 2000
	// Operations 1000
	// together 3000
}

// Two of six clinics: 10 claims of the mean 5, and 20 of the mean 15.
func ExampleReadTwoStage() {
	units := "1 10 2\n2 20 2\n"
	data := "1 4.00\n2 6.00\n3 10.00\n4 20.00\n"
	design, err := variable.ReadTwoStage(strings.NewReader(units), strings.NewReader(data),
		variable.DataFile{Format: variable.FormatDifference})
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
	fmt.Println(r.UnitsTotal, "in two clinics,", r.PointEstimate, "in six")
	// Output:
	// 350 in two clinics, 1050 in six
}

// Two of four regions; two of the three clinics of the first, both clinics of the second; two claims of each clinic.
func ExampleReadThreeStage() {
	primary := "1 North 3 2\n2 South 2 2\n"
	secondary := "1 Clinic A 10 2\n2 Clinic B 20 2\n3 Clinic C 15 2\n4 Clinic D 5 2\n"
	data := "1 1.00\n2 3.00\n3 0\n4 4.00\n5 2.00\n6 2.00\n7 0\n8 0\n"
	design, err := variable.ReadThreeStage(strings.NewReader(primary), strings.NewReader(secondary), strings.NewReader(data),
		variable.DataFile{Format: variable.FormatDifference})
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
	fmt.Println("in four regions", r.PointEstimate)
	// Output:
	// North 90
	// South 30
	// in four regions 240
}

// One clinic of three and one of two, drawn by size, with two claims of each. The first stands for 90/30 of its 100 claims
// of the mean 2, the second for 60/40 of its 80 of the mean 2.50.
func ExampleReadRHCTwoStage() {
	units := `
Clinic North  100 2 30 90 3
Clinic South   80 2 40 60 2
`
	data := "1 1.00\n2 3.00\n3 0\n4 5.00\n"
	design, err := variable.ReadRHCTwoStage(strings.NewReader(units), strings.NewReader(data),
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
	for _, u := range r.Units {
		fmt.Println(u.Name, u.PointEstimate)
	}
	fmt.Println("in all", r.PointEstimate)
	// Output:
	// Clinic North 600
	// Clinic South 300
	// in all 900
}

// Two regions drawn by size, two clinics in each drawn in the same way, two claims of each clinic.
func ExampleReadRHCThreeStage() {
	units := `
NORTH        3 2 90 180 3
 Clinic 12 400 2 40  60 2
 Clinic 7  250 2 30  30 1
SOUTH        2 2 50  80 2
 Clinic 3  300 2 35  35 1
 Clinic 30 100 2 15  15 1
`
	data := "1 1.00\n2 3.00\n3 0\n4 2.00\n5 1.00\n6 1.00\n7 0\n8 4.00\n"
	design, err := variable.ReadRHCThreeStage(strings.NewReader(units), strings.NewReader(data),
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
	for _, p := range r.Units {
		fmt.Println(p.Name, p.PointEstimate, "times", p.SizesRatio)
	}
	fmt.Println("in all", r.PointEstimate)
	// Output:
	// NORTH 1450 times 2
	// SOUTH 500 times 1.6
	// in all 3700
}

// Two of 40 nursing homes and two of 10 hospices, with the overpayments of all their claims.
func ExampleReadStratifiedCluster() {
	design, err := variable.ReadStratifiedCluster(strings.NewReader(`
NURSING HOMES 40 2
Home 12 8 96.00
Home 15 5 24.00
HOSPICES 10 2
Hospice 1 3 50.00
Hospice 2 4 30.00
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
		fmt.Println(s.Name, s.PointEstimate, "from", s.Reviewed, "claims")
	}
	fmt.Println("together", r.PointEstimate)
	// Output:
	// NURSING HOMES 2400 from 13 claims
	// HOSPICES 400 from 7 claims
	// together 2800
}

// A name may stand before the point estimate and its standard error.
func ExampleReadStratifiedMultistage() {
	design, err := variable.ReadStratifiedMultistage(strings.NewReader("Inpatient 24,077 1,277\nOutpatient 19,182 873\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range design.Strata {
		fmt.Println(s.Name, s.PointEstimate, s.StandardError)
	}
	// Output:
	// Inpatient 24077 1277
	// Outpatient 19182 873
}

// Of five claims that were drawn two turned out to be of inpatients, of which there are 300, and three of the 100 outpatients.
func ExampleReadPostStratified() {
	strata := "1 300 2\n2 100 3\n"
	data := "1 10.00\n2 20.00\n3 0\n4 3.00\n5 6.00\n"
	design, err := variable.ReadPostStratified(strings.NewReader(strata), strings.NewReader(data),
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
	fmt.Println(r.Strata[0].PointEstimate, "and", r.Strata[1].PointEstimate, "are", r.PointEstimate)
	// Output:
	// 4500 and 300 are 4800
}
