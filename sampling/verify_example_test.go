package sampling_test

import (
	"fmt"

	"github.com/iromath/iromath/sampling"
)

// An IRO reports ten numbers with a seed. One of them is not what the seed gives: it is the first spare.
func ExampleVerification_Verify() {
	verdict, err := sampling.Verification{
		Plan:     sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 10, Spares: 4},
		Reported: []int64{22, 141, 236, 980, 257, 301, 643, 650, 718, 821},
	}.Verify()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(verdict.Finding, "missing", verdict.Missing, "extra", verdict.Extra, "from the spares", verdict.FromSpares)
	// Output:
	// differs missing [247] extra [980] from the spares [11 - 980]
}

// The seed on the printout has two digits changed about. The numbers tell which seed it was.
func ExampleSeedSearch_Search() {
	matches, err := sampling.SeedSearch{
		Low: 1, High: 1000, Mistyped: "48836.78",
		Numbers: []int64{22, 141, 236, 247, 257, 301, 643, 650, 718, 821},
	}.Search()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range matches {
		fmt.Println("state", m.State, "one slip away:", m.Slips)
	}
	// Output:
	// state 39711 one slip away: [48863.78]
}
