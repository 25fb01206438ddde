package dist

import (
	"fmt"
	"math/big"
	"testing"
)

// BenchmarkHypergeometricLimits computes both limits at 80, 90 and 95 percent: six searches.
func BenchmarkHypergeometricLimits(b *testing.B) {
	tails := []*big.Rat{big.NewRat(1, 10), big.NewRat(1, 20), big.NewRat(1, 40)}
	for _, c := range []struct{ universe, sample, found int64 }{
		{10_000, 100, 5},
		{MaxUniverse, 100, 3},
		{MaxUniverse, 10_000, 0},
		{MaxUniverse, 10_000, 41},
		{MaxUniverse, 10_000, 5_000},
		{MaxUniverse, 10_000, 9_999},
		{MaxUniverse, 1_000_000, 300_000},
		{MaxUniverse, MaxUniverse / 2, MaxUniverse / 4},
	} {
		b.Run(fmt.Sprintf("N=%d,n=%d,x=%d", c.universe, c.sample, c.found), func(b *testing.B) {
			for b.Loop() {
				for _, tail := range tails {
					if _, err := HypergeometricUpper(c.universe, c.sample, c.found, tail); err != nil {
						b.Fatal(err)
					}
					if _, err := HypergeometricLower(c.universe, c.sample, c.found, tail); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
