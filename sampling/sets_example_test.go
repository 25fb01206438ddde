package sampling_test

import (
	"fmt"
	"strings"

	"github.com/iromath/iromath/sampling"
)

// Pages and lines of a list, as in the Companion Manual, page 1-3.
func ExampleSets_Draw() {
	pages, lines := sampling.Range{Low: 1, High: 658}, sampling.Range{Low: 1, High: 66}
	plan := sampling.Sets{Seed: "12345", Ranges: []sampling.Range{pages, lines}, Size: 10, Spares: 4}
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("sets:", selection.FrameSize)
	for _, s := range selection.Sample[:3] {
		fmt.Printf("page %d, line %d (order of selection %d)\n", s.Numbers[0], s.Numbers[1], s.Order)
	}
	fmt.Println("spares:", selection.SpareSets)
	// Output:
	// sets: 43428
	// page 224, line 23 (order of selection 3)
	// page 258, line 37 (order of selection 9)
	// page 266, line 42 (order of selection 6)
	// spares: [11 - 579 61 12 - 109 54 13 - 188 50 14 - 330 49]
}

// The flat file of the User's Guide, pages 2-28 to 2-34: each row holds the order of selection, in four digits, and ten
// digits each for the three numbers, such as those of volume, page and line.
func ExampleSetsSelection_WriteFlat() {
	volumes, pages, lines := sampling.Range{Low: 1, High: 12}, sampling.Range{Low: 1, High: 658}, sampling.Range{Low: 1, High: 66}
	selection, err := sampling.Sets{
		Seed: "33818.06", Ranges: []sampling.Range{volumes, pages, lines}, Size: 4, Spares: 2,
	}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	var file strings.Builder
	if err := selection.WriteFlat(&file, sampling.Heading{}); err != nil {
		fmt.Println(err)
		return
	}
	_, rows, _ := strings.Cut(file.String(), "THROUGH 66\n\n")
	fmt.Print(rows)
	// Output:
	// 0001000000000300000004840000000054
	// 0002000000000900000006060000000027
	// 0003000000001000000001920000000019
	// 0004000000001200000005130000000059
	// 0005000000000600000005740000000056
	// 0006000000000200000006150000000052
}
