package dist

import (
	"fmt"
	"math/big"
	"testing"
)

func BenchmarkBinomialUpper(b *testing.B) {
	tail := big.NewRat(1, 40)
	for _, c := range []struct{ trials, found int64 }{
		{50, 3}, {10_000, 100}, {1_000_000, 0}, {1_000_000, 500}, {1_000_000, 500_000}, {1_000_000, 999_999},
	} {
		b.Run(fmt.Sprintf("n=%d,x=%d", c.trials, c.found), func(b *testing.B) {
			for b.Loop() {
				if _, err := BinomialUpper(c.trials, c.found, tail); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
