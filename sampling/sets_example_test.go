package sampling_test

import (
	"fmt"

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
