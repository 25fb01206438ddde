package sampling_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/iromath/iromath/sampling"
)

// Four of twelve regions, selected by the dollars of their grants: the Companion Manual, pages 2-37 to 2-39.
func ExampleRHC_Draw() {
	units, err := sampling.ReadRHCUnits(strings.NewReader(`REGION1    117   1,250
		REGION2     63     610
		REGION3     91     720
		REGION4    123   1,320
		REGION5    107   1,160
		REGION6    116   1,240
		REGION7    102     960
		REGION8    118   1,300
		REGION9    122   1,320
		REGION10    85     640
		REGION11    94     930
		REGION12    62     550`))
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := sampling.RHC{PartitionSeed: "100", SelectionSeed: "200", Units: units, Size: 4}
	selection, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("first group:", selection.Groups[0].Units)
	if err := selection.WriteSummary(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// first group: [REGION2 63 610 REGION6 116 1240 REGION1 117 1250]
	// REGION6                  116         1240         3100        3
	// REGION4                  123         1320         3410        3
	// REGION8                  118         1300         3170        3
	// REGION10                  85          640         2320        3
}
