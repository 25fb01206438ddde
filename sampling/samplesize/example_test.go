package samplesize_test

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/sampling/samplesize"
)

// manual is the probe sample of the RAT-STATS Companion Manual, page 4-3.
func manual() samplesize.Probe {
	p := samplesize.Probe{Universe: 100_000}
	const values = `321 382 453 459 343 388 313 420 407 395 441 448 447 333 357 395 477 391 356 368 376 350 461 472 447`
	for _, v := range strings.Fields(values) {
		p.Overpayments = append(p.Overpayments, decimal.RequireFromString(v))
	}
	return p
}

// The table of the RAT-STATS Companion Manual, pages 4-4 and 4-5, with one precision more.
func ExampleProbe_Table() {
	p := manual()
	p.Precisions = append(samplesize.DefaultPrecisions(), decimal.RequireFromString("0.25"))
	table, err := p.Table()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %s, standard deviation %s\n", table.Mean, table.StandardDeviation.StringFixed(2))
	for _, row := range table.Rows {
		fmt.Printf("%s: %s\n", row[0].Precision, row)
	}
	// Output:
	// mean 400, standard deviation 50.00
	// 0.01: [256 421 597 1026]
	// 0.02: [64 106 150 259]
	// 0.05: [10 (*) 17 (*) 24 (*) 41]
	// 0.1: [3 (*) 4 (*) 6 (*) 10 (*)]
	// 0.15: [1 (*) 2 (*) 3 (*) 5 (*)]
	// 0.25: [--- 1 (*) 1 (*) 2 (*)]
}

// One size: 95 percent confidence, 2 percent precision (Companion Manual 4-4).
func ExampleProbe_Size() {
	cell, err := manual().Size(decimal.RequireFromString("0.95"), decimal.RequireFromString("0.02"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cell)
	// Output:
	// 150
}

// The same data: RAT-STATS' 421 at 90 percent and 1 percent rest on the normal distribution. The interval of the sample
// itself uses t, whose square is larger by 0.44 percent here, so it takes 421.02*1.0044 = 422.9 claims.
func ExampleProbe_SizeStudentT() {
	n, err := manual().SizeStudentT(decimal.RequireFromString("0.90"), decimal.RequireFromString("0.01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(n)
	// Output:
	// 423
}
