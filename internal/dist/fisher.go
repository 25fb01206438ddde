package dist

import (
	"errors"
	"fmt"
	"math/big"
)

// MaxFisher is the largest sum of the four counts that [Fisher] takes.
const MaxFisher = 20_000

// ErrTable is returned for a two by two table with a negative count, or with more than [MaxFisher] in all.
var ErrTable = errors.New("two by two table")

// FisherTest is Fisher's exact test of a two by two table, as exact rationals. Given both margins the count A of the
// table is hypergeometric if rows and columns have nothing to do with each other.
type FisherTest struct {
	// Less is the probability of a count of A or fewer, Greater that of A or more.
	Less, Greater *big.Rat
	// TwoSided is the sum of the probabilities of all tables that are no more probable than the one observed. The
	// comparison is one of integers: a table as probable as the observed one counts, whatever floating point would say.
	TwoSided *big.Rat
}

// Fisher tests the table
//
//	a b
//	c d
//
// The probability of a table with a in its corner is C(a+b, a) C(c+d, c) / C(n, a+c). A table with an empty row or column
// has no other tables beside it: all three probabilities are 1.
//
// Source: Fisher, Statistical Methods for Research Workers (1934), sec. 21.02; the two-sided rule is that of R's fisher.test,
// which takes a table for as probable if it is within one part in ten million.
func Fisher(a, b, c, d int64) (FisherTest, error) {
	total := int64(0)
	for _, n := range []int64{a, b, c, d} {
		if n < 0 || n > MaxFisher-total {
			return FisherTest{}, fmt.Errorf("%w: %d %d, %d %d: counts are from 0 and at most %d together", ErrTable,
				a, b, c, d, MaxFisher)
		}
		total += n
	}
	low, high := max(0, a-d), min(a+b, a+c) // of the count in the corner, for these margins
	weight := new(big.Int).Mul(new(big.Int).Binomial(a+b, low), new(big.Int).Binomial(c+d, a+c-low))
	weights := make([]*big.Int, 0, high-low+1)
	for k := low; ; k++ {
		weights = append(weights, new(big.Int).Set(weight))
		if k == high {
			break
		}
		// C(r, k+1) C(s, m-k-1) = C(r, k) C(s, m-k) * (r-k)(m-k) / ((k+1)(s-m+k+1)), always an integer
		weight.Mul(weight, big.NewInt((a+b-k)*(a+c-k)))
		weight.Quo(weight, big.NewInt((k+1)*(d-a+k+1)))
	}
	observed := weights[a-low]
	less, greater, both, all := new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	for i, w := range weights {
		k := low + int64(i)
		all.Add(all, w)
		if k <= a {
			less.Add(less, w)
		}
		if k >= a {
			greater.Add(greater, w)
		}
		if w.Cmp(observed) <= 0 {
			both.Add(both, w)
		}
	}
	share := func(n *big.Int) *big.Rat { return new(big.Rat).SetFrac(n, all) }
	return FisherTest{Less: share(less), Greater: share(greater), TwoSided: share(both)}, nil
}
