package sampling_test

import (
	"fmt"

	"github.com/iromath/iromath/sampling"
)

// Two frames of claims, as in the Companion Manual, pages 1-6 and 1-7.
func ExampleFrames_Draw() {
	plan := sampling.Frames{
		Seed: "12345", Ranges: []sampling.Range{{Low: 1, High: 1050}, {Low: 8405, High: 9565}}, Size: 3, Spares: 2,
	}
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("items:", selection.FrameSize)
	for _, item := range selection.Sample {
		fmt.Printf("random number %d: frame %d, item %d\n", item.Number, item.Frame, item.Item)
	}
	// Output:
	// items: 2211
	// random number 20: frame 1, item 20
	// random number 1098: frame 2, item 8452
	// random number 1230: frame 2, item 8584
}

// Number 10 of two frames, as on page 2-2 of the User's Guide.
func ExampleFrames_Locate() {
	plan := sampling.Frames{Ranges: []sampling.Range{{Low: 1201, High: 1483}, {Low: 2833, High: 3261}}}
	item, err := plan.Locate(10)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("frame %d, item %d\n", item.Frame, item.Item)
	// Output:
	// frame 1, item 1210
}

// Three lists with 66 lines a page, as in the Companion Manual, pages 1-8 to 1-10.
func ExampleFramesOfTwo_Draw() {
	plan := sampling.FramesOfTwo{
		Seed: "12345", Items: &sampling.Range{Low: 1, High: 66}, Size: 3, Spares: 2,
		Frames: []sampling.FrameOfTwo{
			{SubFrames: sampling.Range{Low: 1, High: 100}},
			{SubFrames: sampling.Range{Low: 1, High: 456}},
			{SubFrames: sampling.Range{Low: 45, High: 832}},
		},
	}
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, item := range selection.Sample {
		fmt.Printf("random number %d: list %d, page %d, line %d\n", item.Number, item.Frame, item.SubFrame, item.Item)
	}
	// Output:
	// random number 771: list 1, page 12, line 45
	// random number 44043: list 3, page 156, line 21
	// random number 49316: list 3, page 236, line 14
}

// The rows for a spreadsheet, with the numbers of the User's Guide, pages 2-48 to 2-54.
func ExampleFramesSelection_Sheets() {
	selection, err := sampling.Frames{
		Seed: "34346.94", Ranges: []sampling.Range{{Low: 1, High: 1050}, {Low: 8405, High: 9565}}, Size: 3, Spares: 2,
	}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	sheets, err := selection.Sheets(sampling.Heading{})
	if err != nil {
		fmt.Println(err)
		return
	}
	values, spares := sheets[0], sheets[1]
	for _, row := range values.Rows[5:] { // behind the heading
		fmt.Printf("%q\n", row)
	}
	fmt.Println(spares.Name)
	for _, row := range spares.Rows {
		fmt.Printf("%q\n", row)
	}
	// Output:
	// ["Order" "Number" "Frame" "Item" "Seed Number" "Frame Size"]
	// ["3" "119" "1" "119" "34346.94" "2,211"]
	// ["1" "1308" "2" "8662"]
	// ["2" "1603" "2" "8957"]
	// SPARES
	// ["Order" "Number" "Frame" "Item"]
	// ["4" "322" "1" "322"]
	// ["5" "1553" "2" "8907"]
}
