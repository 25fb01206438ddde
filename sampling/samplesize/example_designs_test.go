package samplesize_test

import (
	"fmt"
	"os"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/sampling/samplesize"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// The table of the RAT-STATS Companion Manual, page 4-9: 15 percent of 10,000 units in error.
func ExampleErrorRate_Table() {
	table, err := samplesize.ErrorRate{
		Universe: 10_000, Rate: dec("0.15"), ReportedTotal: dec("3000000"), ReportedDeviation: dec("125"),
	}.Table()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %s, standard deviation %s\n", table.Mean, table.StandardDeviation.StringFixed(2))
	for _, row := range table.Rows {
		fmt.Printf("%s: %s\n", row[0].Precision, row)
	}
	// Output:
	// mean 45, standard deviation 117.55
	// 0.01: [9181 9486 9633 9784]
	// 0.02: [7370 8219 8676 9188]
	// 0.05: [3095 4248 5119 6443]
	// 0.1: [1008 1559 2077 3117]
	// 0.15: [474 758 1044 1675]
}

// strata are those of the RAT-STATS Companion Manual, page 4-11.
func strata() []samplesize.Stratum {
	typed := func(name string, universe int64, mean, deviation string) samplesize.Stratum {
		m, d := dec(mean), dec(deviation)
		return samplesize.Stratum{Name: name, Universe: universe, MeanOverpayment: &m, OverpaymentDeviation: &d}
	}
	return []samplesize.Stratum{
		typed("High Income", 100_000, "10000", "5000"), typed("Low Income", 500_000, "5000", "4000"),
	}
}

// Two lines of the tables of the RAT-STATS Companion Manual, pages 4-12 and 4-13.
func ExampleStratified_Table() {
	table, err := samplesize.Stratified{
		Strata: strata(), Precisions: []decimal.Decimal{dec("0.02"), dec("0.10")},
	}.Table()
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, p := range table.TotalSize.Precisions {
		for _, s := range table.Strata {
			fmt.Printf("%s %s: %s\n", p, s.Name, s.Rows[i])
		}
		fmt.Printf("%s total: %s\n", p, table.TotalSize.Rows[i])
	}
	// Output:
	// 0.02 High Income: [418 687 972 1669]
	// 0.02 Low Income: [1671 2745 3888 6676]
	// 0.02 total: [2089 3432 4860 8345]
	// 0.1 High Income: [17 (*) 28 (*) 40 68]
	// 0.1 Low Income: [68 111 157 271]
	// 0.1 total: [85 139 197 339]
}

// The sample of 500 of the RAT-STATS Companion Manual, page 4-18, in its layout.
func ExampleStratifiedKnown_Sizes() {
	sizes, err := samplesize.StratifiedKnown{Size: 500, Strata: strata()}.Sizes()
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := sizes.WriteText(os.Stdout, samplesize.Heading{Date: "5/11/2010", Time: "21:52"}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// iromath 0.1.0
	//              claims-review mathematics - not a government program
	// Date: 5/11/2010           Sample Size Determination              Time: 21:52
	//
	//  NBR  DESCRIPTION                      MEAN      STD.DEV.   UNIVERSE
	//    1  High Income                 10,000.00      5,000.00    100,000
	//    2  Low Income                   5,000.00      4,000.00    500,000
	//       TOTALS                       5,833.33      4,579.54    600,000
	//
	//                                Precision Values
	//                          80%           90%           95%           99%
	// Sample Precision         4.09%         5.25%         6.26%         8.22%
	//
	// Total Sample Size: 500
	//
	// Stratum 1: High Income
	//   Sample Size: 100
	//   Ratio: 20.00%
	//
	// Stratum 2: Low Income
	//   Sample Size: 400
	//   Ratio: 80.00%
}

// The 100 claims of a recent CIA, in a universe like that of the Companion Manual's probe sample: with 90 percent
// confidence the overpayment will be known to 2.1 percent.
func ExampleProbe_Precision() {
	e, err := manual().Precision(100, dec("0.90"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("t %s: %s\n", e.Percentile.StringFixed(4), e.Precision.StringFixed(4))
	// Output:
	// t 1.6604: 0.0207
}

// How much a larger sample gains.
func ExampleProbe_Curve() {
	p := manual()
	p.Levels = []decimal.Decimal{dec("0.90")}
	points, err := p.Curve("t", []int64{30, 100, 400})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range points {
		fmt.Println(e.Size, e.Precision.StringFixed(4))
	}
	// Output:
	// 30 0.0388
	// 100 0.0207
	// 400 0.0103
}

// Banks by their share of industrial loans: the first ten classes of the table in Cochran (1977), section 5A.7.
func ExampleRootFrequency_Boundaries() {
	f := samplesize.RootFrequency{Strata: 3}
	for i, n := range []int64{3464, 2516, 2157, 1581, 1142, 746, 512, 376, 265, 207} {
		f.Classes = append(f.Classes, samplesize.FrequencyClass{Upper: decimal.New(int64(i+1)*5, 0), Count: n})
	}
	b, err := f.Boundaries()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range b.Strata {
		fmt.Printf("%s to %s: %d\n", s.Lower, s.Upper, s.Universe)
	}
	// Output:
	// 0 to 10: 5980
	// 10 to 25: 4880
	// 25 to 50: 2106
}
