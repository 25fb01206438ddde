package sampling_test

import (
	"fmt"
	"github.com/shopspring/decimal"
	"slices"

	"github.com/iromath/iromath/sampling"
)

// An IRO reports ten numbers with a seed. One of them is not what the seed gives: it is the first spare.
func ExampleSingleStage_Verify() {
	plan := sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 10, Spares: 4}
	verdict, err := plan.Verify(sampling.Reported[int64]{
		Units: []int64{22, 141, 236, 980, 257, 301, 643, 650, 718, 821},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(verdict.Comparison, "missing", verdict.Missing, "extra", verdict.Extra, "from the spares", verdict.FromSpares)
	// Output:
	// differs missing [247] extra [980] from the spares [11 - 980]
}

// The seed on the printout has two digits changed about. The numbers tell which seed it was.
func ExampleSeedSearch_Search() {
	found, err := sampling.SeedSearch{
		Low: 1, High: 1000, Mistyped: "48836.78",
		Numbers: []int64{22, 141, 236, 247, 257, 301, 643, 650, 718, 821},
	}.Search()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range found.Matches {
		fmt.Println("state", m.State, "one slip away:", m.Slips)
	}
	// Output:
	// state 39711 one slip away: [48863.78]
}

// Lines of pages are reported with page and line. The order of selection may be left out.
func ExampleSets_Verify() {
	plan := sampling.Sets{Seed: "100", Ranges: []sampling.Range{{Low: 1, High: 21}, {Low: 1, High: 94}}, Size: 3}
	verdict, err := plan.Verify(sampling.Reported[sampling.Set]{Units: []sampling.Set{
		{Numbers: []int64{9, 60}}, {Numbers: []int64{1, 27}}, {Numbers: []int64{21, 95}},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(verdict.Comparison, "-", verdict.Problems)
	// Output:
	// impossible - 1 is outside the frame: 21 95
}

// The tickets of two reported ids are the smallest of the frame, but they stand in another order.
func ExampleTickets_Verify() {
	plan := sampling.Tickets{Seed: "314159", Size: 2}
	frame := []string{"A-1", "A-2", "A-3", "B-1", "B-2", "B-3"}
	verdict, err := plan.Verify(slices.Values(frame), sampling.Reported[string]{Units: []string{"B-3", "B-2"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(verdict.Comparison)
	// Output:
	// other_order
}

// A unit that was not hit, and one without size, which cannot be hit. The number of hits may be left out.
func ExamplePPS_Verify() {
	plan := sampling.PPS{Seed: "1357", Size: 5}
	for _, paid := range []string{"120.50", "0", "3000.00", "100.00", "79.50"} {
		plan.Sizes = append(plan.Sizes, decimal.RequireFromString(paid))
	}
	for _, other := range []int64{4, 1, 2} {
		verdict, err := plan.Verify(sampling.Reported[sampling.PPSUnit]{Units: []sampling.PPSUnit{{Number: 3}, {Number: other}}})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("units 3 and", other, "-", verdict.Comparison)
	}
	// Output:
	// units 3 and 4 - reproduced
	// units 3 and 1 - differs
	// units 3 and 2 - impossible
}
