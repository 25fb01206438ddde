package samplesize_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/sampling/samplesize"
)

// The example of Companion Manual 4-23: 20 percent in error, a range of 6 percent of 10,000. RAT-STATS prints 666 as well.
func ExampleAttribute_Table() {
	table, err := samplesize.Attribute{
		Universe: 10_000, Rate: decimal.RequireFromString("0.20"),
		Levels: []decimal.Decimal{decimal.RequireFromString("0.95")},
		Ranges: []decimal.Decimal{decimal.RequireFromString("0.06")},
	}.Table()
	if err != nil {
		fmt.Println(err)
		return
	}
	i := table.Intervals[0][0]
	fmt.Printf("%d units; %d in error make %d to %d of the universe\n", table.Rows[0][0].Size, i.Found, i.LowerLimit, i.UpperLimit)
	// Output:
	// 666 units; 133 in error make 1710 to 2310 of the universe
}

// One cell, and the inverse: the range that 100 units give.
func ExampleAttribute_Interval() {
	a := samplesize.Attribute{Universe: 10_000, Rate: decimal.RequireFromString("0.20")}
	level := decimal.RequireFromString("0.95")
	c, err := a.Size(level, decimal.RequireFromString("0.05"))
	if err != nil {
		fmt.Println(err)
		return
	}
	i, err := a.Interval(100, level)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c, i.Range)
	// Output:
	// 925 0.1643
}

// How many claims find at least one error with 95 percent confidence, if 6 percent of 500 are in error, or just one?
func ExampleDiscovery_Table() {
	table, err := samplesize.Discovery{
		Universe: 500, Rates: []decimal.Decimal{decimal.RequireFromString("0.06")}, Counts: []int64{1},
		Levels: []decimal.Decimal{decimal.RequireFromString("0.95")},
	}.Table()
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, row := range table.Rows {
		fmt.Printf("%d in error: %s\n", table.Errors[i], row[0])
	}
	// Output:
	// 30 in error: 47
	// 1 in error: 475
}

// A discovery sample of 50 claims, if 5 percent of 10,000 are in error.
func ExampleDiscovery_Chance() {
	chance, err := samplesize.Discovery{Universe: 10_000}.Chance(50, 500)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(chance.StringFixed(4))
	// Output:
	// 0.9236
}

// No more than 5 percent in error, at 95 percent, if none or 1 percent is found: 59 and 93 are the sizes of the AICPA's
// table as well.
func ExampleAttributeLimit_Size() {
	for _, rate := range []string{"0", "0.01"} {
		a := samplesize.AttributeLimit{Universe: samplesize.MaxAttributeUniverse, Rate: decimal.RequireFromString(rate)}
		c, err := a.Size(decimal.RequireFromString("0.95"), decimal.RequireFromString("0.05"))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(c)
	}
	// Output:
	// 59
	// 93
}

// A one-sided level of 0.95 is the lower end of a two-sided 90 percent interval.
func ExampleProbe_oneSided() {
	p := manual()
	p.OneSided = true
	c, err := p.Size(decimal.RequireFromString("0.95"), decimal.RequireFromString("0.01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c)
	// Output:
	// 421
}

// A probe sample in a text file of RAT-STATS.
func ExampleReadProbe() {
	values, err := samplesize.ReadProbe(strings.NewReader("0\n118.40\n0\n$1,064.25\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(values)
	_, err = samplesize.ReadProbe(strings.NewReader("0\n118.40 0\n"))
	fmt.Println(err)
	// Output:
	// [0 118.4 0 1064.25]
	// 1 wrong row: line 2 "118.40 0": has to hold one amount and nothing else
}

// The parts of two strata and their total (Companion Manual 4-12), and what they give.
func ExampleStratified_Size() {
	high, low := decimal.NewFromInt(10_000), decimal.NewFromInt(5000)
	highDeviation, lowDeviation := decimal.NewFromInt(5000), decimal.NewFromInt(4000)
	s := samplesize.Stratified{Strata: []samplesize.Stratum{
		{Name: "High Income", Universe: 100_000, MeanOverpayment: &high, OverpaymentDeviation: &highDeviation},
		{Name: "Low Income", Universe: 500_000, MeanOverpayment: &low, OverpaymentDeviation: &lowDeviation},
	}}
	level := decimal.RequireFromString("0.80")
	parts, total, err := s.Size(level, decimal.RequireFromString("0.02"))
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := s.Precision([]int64{parts[0].Size, parts[1].Size}, level)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(parts, total, e.Precision.StringFixed(6))
	// Output:
	// [418 1671] 2089 0.019993
}
