package appraisal_test

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
)

// A design of your own: it has worked out that the total is 706,000 with a variance of 68,068 squared, from 50 items.
// The precision amount is that of the printout in the RAT-STATS Companion Manual, page 3-5.
func ExampleNewEstimate() {
	point, variance := big.NewRat(706000, 1), big.NewRat(68068*68068, 1)
	e, err := appraisal.NewEstimate(point, variance, appraisal.Options{}, big.NewRat(49, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	i, _ := e.At(decimal.RequireFromString("0.90"))
	fmt.Printf("%s +/- %s (%s%%)\n", e.PointEstimate, i.PrecisionAmount.Round(0), i.PrecisionPercent.StringFixed(2))
	// Output:
	// 706000 +/- 114119 (16.16%)
}

// The percentile that RAT-STATS prints for 50 items at 90 percent (Companion Manual 3-5).
func ExamplePercentile() {
	c, err := appraisal.Percentile(decimal.RequireFromString("0.90"), big.NewRat(49, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Distribution, c.Percentile.StringFixed(12))
	// Output:
	// t 1.676550892617
}

// Two services sum their parts of a sample; the merged sums are those of the whole.
func ExampleSums() {
	var east, west appraisal.Sums
	for _, cents := range []int64{1250, 0, 10000} {
		if err := east.AddScaled(cents, -2); err != nil {
			fmt.Println(err)
			return
		}
	}
	if err := west.Add(decimal.RequireFromString("7.00")); err != nil {
		fmt.Println(err)
		return
	}
	east.Merge(west)
	sent, err := json.Marshal(east)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(sent))
	fmt.Println("mean", east.Mean().FloatString(3))
	// Output:
	// {"count":4,"nonzero":3,"sum":"119.5","sumSquares":"10205.25","sumCubes":"1002296.125","sumFourths":"100026815.0625"}
	// mean 29.875
}

// Two services sum the pairs of overpaid and paid amounts of their parts of a sample.
func ExamplePairSums() {
	var east, west appraisal.PairSums
	overpaid, paid := decimal.RequireFromString("12.50"), decimal.RequireFromString("125")
	if err := east.Add(overpaid, paid); err != nil {
		fmt.Println(err)
		return
	}
	if err := west.Add(decimal.Decimal{}, decimal.RequireFromString("80")); err != nil {
		fmt.Println(err)
		return
	}
	east.Merge(west)
	sent, err := json.Marshal(east)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(sent))
	// Output:
	// {"count":2,"sumY":"12.5","sumX":"205","sumSquaresY":"156.25","sumProducts":"1562.5","sumSquaresX":"22025"}
}
