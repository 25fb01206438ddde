package sampling_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/iromath/iromath/sampling"
)

// The example of the RAT-STATS User's Guide, page 2-7.
func ExampleSingleStage_Draw() {
	plan := sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 10, Spares: 4}
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("method:", selection.Method, "- frame:", selection.FrameSize, "units")
	fmt.Println("sample:", selection.Sample)
	fmt.Println("spares:", selection.SpareUnits)
	fmt.Println("summation:", selection.Summation)
	// Output:
	// method: ratstats - frame: 1000 units
	// sample: [10 - 22 8 - 141 4 - 236 3 - 247 7 - 257 9 - 301 2 - 643 6 - 650 1 - 718 5 - 821]
	// spares: [11 - 980 12 - 507 13 - 440 14 - 557]
	// summation: 6520
}

// Six claims have been reviewed, ten are needed: the draw goes on, and the ten are those of the User's Guide.
func ExampleSelection_DrawOn() {
	six, err := sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 6}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	ten, err := six.DrawOn(4)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("done:", six.Sample)
	fmt.Println("all: ", ten.Sample)
	fmt.Println("new: ", ten.Additional())

	six.Sample[0].Number++
	_, err = six.DrawOn(4)
	fmt.Println(err)
	// Output:
	// done: [4 - 236 3 - 247 2 - 643 6 - 650 1 - 718 5 - 821]
	// all:  [10 - 22 8 - 141 4 - 236 3 - 247 7 - 257 9 - 301 2 - 643 6 - 650 1 - 718 5 - 821]
	// new:  [10 - 22 8 - 141 7 - 257 9 - 301]
	// sampling: selection is not what its inputs give: unit 1 is 4 - 237, its inputs give 4 - 236
}

func ExampleSelection_WriteText() {
	selection, err := sampling.SingleStage{Seed: "1357", Low: 1, High: 90, Size: 5, Spares: 2}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	heading := sampling.Heading{Audit: "Discovery Sample", Date: "11/22/2026", Time: "13:34", File: "SAMPLE.TXT"}
	var file strings.Builder
	if err := selection.WriteText(&file, heading); err != nil {
		fmt.Println(err)
		return
	}
	_, text, _ := strings.Cut(file.String(), "\n") // without the line that names the version of this software
	fmt.Print(text)
	// Output:
	//              claims-review mathematics - not a government program
	// Date: 11/22/2026           Random Number Generator               Time: 13:34
	//                            AUDIT: Discovery Sample
	//
	// SEED NUMBER: 1357.00                                 FRAME SIZE:            90
	//
	//        FILE OF RANDOM NUMBERS: SAMPLE.TXT
	//
	//        TOTAL RANDOM NUMBERS GENERATED: 7
	//        5 IN SEQUENTIAL ORDER, 2 SPARES IN GENERATED ORDER
	//        NUMBERS FROM 1 THROUGH 90
	//
	// THE NUMBERS ARE IN THE FOLLOWING FORMAT IN YOUR FILE:
	//    POSITIONS 1 THROUGH 6 - ORDER OF SELECTION
	//    POSITIONS 7 THROUGH 17 - RANDOM NUMBER
	// EACH COLUMN OF NUMBERS IS RIGHT JUSTIFIED.
	//
	// Selection
	//   Order     Value
	//      4          2
	//      5         28
	//      2         46
	//      1         67
	//      3         76
	//      6         56
	//      7          5
	//
	// SUMMATION OF RANDOM NUMBERS = 280
}

// The flat file of a selection: four digits of order, ten of the number. The numbers are those of the Companion Manual's
// page 3-19.
func ExampleSelection_WriteFlat() {
	selection, err := sampling.SingleStage{Seed: "1357", Low: 1, High: 90, Size: 2}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	var file strings.Builder
	if err := selection.WriteFlat(&file, sampling.Heading{}); err != nil {
		fmt.Println(err)
		return
	}
	for _, line := range strings.Split(file.String(), "\n") {
		if strings.HasPrefix(line, "000") {
			fmt.Println(line)
		}
	}
	// Output:
	// 00020000000046
	// 00010000000067
}

// The rows of RAT-STATS' Excel output as comma-separated values.
func ExampleSheet_WriteCSV() {
	selection, err := sampling.SingleStage{Seed: "1357", Low: 1, High: 90, Size: 1, Spares: 1}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	sheets, err := selection.Sheets(sampling.Heading{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := sheets[1].WriteCSV(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Order,Value
	// 2,46
}

// The layout of the printer, three numbers a line, with the numbers of the User's Guide, pages 2-7 to 2-12.
func ExampleSelection_WritePrinter() {
	selection, err := sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 10}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	var page strings.Builder
	if err := selection.WritePrinter(&page, sampling.Heading{}); err != nil {
		fmt.Println(err)
		return
	}
	_, numbers, _ := strings.Cut(page.String(), "SEQUENTIAL ORDER\n\n")
	fmt.Print(numbers)
	// Output:
	//  ORDER OF        RANDOM     ORDER OF        RANDOM     ORDER OF        RANDOM
	//  SELECTION        NUMBER    SELECTION        NUMBER    SELECTION        NUMBER
	//
	//        10 -           22           8 -          141           4 -          236
	//         3 -          247           7 -          257           9 -          301
	//         2 -          643           6 -          650           1 -          718
	//         5 -          821
	//
	//                       SUMMATION OF RANDOM NUMBERS 4,036
}
