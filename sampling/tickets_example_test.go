package sampling_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/sampling"
)

// The example of Rivest's consistent_sampler: four of six ids. The order in which they come does not matter.
func ExampleTickets_Draw() {
	plan := sampling.Tickets{Seed: "314159", Size: 3, Spares: 1}
	selection, err := plan.Draw(slices.Values([]string{"B-3", "A-1", "B-1", "A-2", "B-2", "A-3"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("sample:", selection.Sample)
	fmt.Println("spares:", selection.SpareUnits)
	// Output:
	// sample: [1 - 0.410310858 - B-2 2 - 0.470960291 - B-3 3 - 0.471438751 - A-3]
	// spares: [4 - 0.567089805 - A-2]
}

// Ids are added as they are read, and only the smallest tickets are kept. Two were reviewed first; two more follow.
func ExampleTicketCollector() {
	collector, err := sampling.Tickets{Seed: "314159", Size: 4}.Collector()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, id := range []string{"A-1", "A-2", "A-3", "B-1", "B-2", "B-3"} {
		if err := collector.Add(id); err != nil {
			fmt.Println(err)
			return
		}
	}
	for _, size := range []int64{2, 4} {
		selection, err := collector.Select(size, 0, size-2)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(selection.Additional())
	}
	// Output:
	// [1 - 0.410310858 - B-2 2 - 0.470960291 - B-3]
	// [3 - 0.471438751 - A-3 4 - 0.567089805 - A-2]
}

func ExampleTickets_Ticket() {
	fmt.Println(sampling.Tickets{Seed: "314159"}.Ticket("B-2"))
	// Output:
	// 0.41031085809072903514872000896790351462382130463015916888993860148207487365068 <nil>
}

func ExampleTicketSelection_WriteText() {
	selection, err := sampling.Tickets{Seed: "314159", Size: 2}.Draw(slices.Values([]string{"A-1", "A-2", "A-3"}))
	if err != nil {
		fmt.Println(err)
		return
	}
	var file strings.Builder
	if err := selection.WriteText(&file, sampling.Heading{Date: "11/22/2026"}); err != nil {
		fmt.Println(err)
		return
	}
	_, text, _ := strings.Cut(file.String(), "\n") // without the line that names the version of this software
	fmt.Print(text)
	// Output:
	//              claims-review mathematics - not a government program
	// Date: 11/22/2026             Selection by Tickets
	//
	// PUBLIC SEED: 314159                                  FRAME SIZE:             3
	//
	//        TOTAL IDS SELECTED: 2
	//        2 IN THE SAMPLE, 0 SPARES, BOTH IN THE ORDER OF THEIR TICKETS
	//
	// Sample
	//    Order   Ticket        Id
	//        1   0.471438751   A-3
	//        2   0.567089805   A-2
	//
	// With h(s) for the 64 hexadecimal digits of the SHA-256 hash of a text, the
	// ticket of an id is 0. followed by the decimal digits of h(h(seed)+id) in
	// reverse order (Rivest's consistent_sampler, first generation). The ids with
	// the smallest tickets are selected.
	//
	// Tickets are recommended where the agreement leaves the choice of the method:
	// they need no numbering of the claims, do not depend on the order of the file,
	// and a claim that leaves the frame does not reshuffle the rest. Anyone can
	// compute a ticket again from the claim's id and the public seed. RAT-STATS
	// stays the default, and is to be used where the agreement requires it.
}

// Two machines read a part of the ids each.
func ExampleTicketCollector_Merge() {
	plan := sampling.Tickets{Seed: "314159", Size: 3}
	collect := func(ids ...string) (*sampling.TicketCollector, error) {
		c, err := plan.Collector()
		for i := 0; i < len(ids) && err == nil; i++ {
			err = c.Add(ids[i])
		}
		return c, err
	}
	all, err := collect("A-1", "A-2", "A-3")
	if err != nil {
		fmt.Println(err)
		return
	}
	other, err := collect("B-1", "B-2", "B-3")
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := all.Merge(other); err != nil {
		fmt.Println(err)
		return
	}
	selection, err := all.Select(3, 0, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(all.Count(), "ids:", selection.Sample)
	// Output:
	// 6 ids: [1 - 0.410310858 - B-2 2 - 0.470960291 - B-3 3 - 0.471438751 - A-3]
}
