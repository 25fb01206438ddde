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

// REGION6 of the example of [sampling.RHC.Draw] cannot be used: one of the two other regions of its group takes its place.
// Their sizes are 610 and 1,250.
func ExampleRHCSelection_Replacement() {
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
	selection, err := sampling.RHC{PartitionSeed: "100", SelectionSeed: "200", Units: units, Size: 4}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := selection.Replacement("REGION6", "300", "400")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("one of", plan.Units)
	run, err := plan.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, err := sampling.ReplaceRHC(selection.Summary, "REGION6", run)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("from a group of", rows[0].UnitsInGroup, "units with the size", rows[0].GroupSize)
	// Output:
	// one of [REGION2 63 610 REGION1 117 1250]
	// from a group of 2 units with the size 1860
}

// UNIV69 cannot be used: the Companion Manual, pages 1-24 to 1-28. The run among the 17 other universities of its group
// selects UNIV22.
func ExampleReplaceRHC() {
	summary, err := sampling.ReadRHCSummary(strings.NewReader(`UNIV47  24   5  191  18
		UNIV64  46   9  175  18
		UNIV52  38   9  185  18
		UNIV69  66  14  203  18
		UNIV51  55  11  196  18`))
	if err != nil {
		fmt.Println(err)
		return
	}
	others, err := sampling.ReadRHCUnits(strings.NewReader(`UNIV15  20   4
		UNIV81  76  17
		UNIV38  76  17
		UNIV59  53  11
		UNIV13  19   4
		UNIV76  47  10
		UNIV20  46  10
		UNIV66  68  14
		UNIV14  44   9
		UNIV29  49  10
		UNIV55  71  15
		UNIV26  36   7
		UNIV17  25   6
		UNIV87  71  15
		UNIV22  64  13
		UNIV50  49  10
		UNIV84  77  17`))
	if err != nil {
		fmt.Println(err)
		return
	}
	run, err := sampling.RHC{PartitionSeed: "100", SelectionSeed: "200", Units: others, Size: 1}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	summary, err = sampling.ReplaceRHC(summary, "UNIV69", run)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := sampling.WriteRHCSummary(os.Stdout, summary); err != nil {
		fmt.Println(err)
	}
	// Output:
	// UNIV47                    24            5          191       18
	// UNIV64                    46            9          175       18
	// UNIV52                    38            9          185       18
	// UNIV22                    64           13          189       17
	// UNIV51                    55           11          196       18
}
