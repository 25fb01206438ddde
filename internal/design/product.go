package design

import (
	"fmt"
	"math/big"

	"github.com/iromath/iromath/internal/exact"
)

// Mean estimates the mean of a universe of M items, which need not be a whole number, from a simple random sample of m of
// them.
//
//	v = s^2/m * (1 - m/M)
//
// The variance is zero where all items were drawn; a single item is treated as in [Simple].
//
// Source: Cochran (1977), theorem 2.2; RAT-STATS Companion Manual 3-105.
func Mean(universe *big.Rat, items Items, zeroForSingle bool) (Part, error) {
	m := exact.Int(items.Count)
	switch left := universe.Cmp(m); {
	case items.Count < 1:
		return Part{}, ErrEmpty
	case left < 0:
		return Part{}, fmt.Errorf("%w: %d drawn of %s", ErrUniverse, items.Count, exact.String(exact.Round(universe)))
	case left == 0 || items.Count == 1 && zeroForSingle:
		return Known(new(big.Rat).Set(items.Mean)), nil
	case items.Count == 1:
		return Part{}, fmt.Errorf("%w: 1 drawn of %s", ErrSingle, exact.String(exact.Round(universe)))
	}
	v := new(big.Rat).Sub(universe, m)
	v.Quo(v, universe).Mul(v, items.Variance).Quo(v, m)
	return Part{new(big.Rat).Set(items.Mean), v}, nil
}

// Product multiplies two estimates that were sampled independently of each other, such as a number of items and their mean.
//
//	T = T_a T_b    v = T_b^2 v_a + T_a^2 v_b - v_a v_b
//
// With unbiased estimates and unbiased estimates of their variances, both are unbiased. The last term is subtracted: squares of
// estimates are too large by their variances, on the average, so that each of the first two terms brings a v_a v_b along, and
// only one is due. Where the variances are large beside the squares of their estimates v can be negative.
//
// Source: Goodman, "On the Exact Variance of Products", Journal of the American Statistical Association 55 (1960), 708-713;
// RAT-STATS Companion Manual 3-105.
func Product(a, b Part) Part {
	square := func(x *big.Rat) *big.Rat { return new(big.Rat).Mul(x, x) }
	v := square(b.Total)
	v.Mul(v, a.Variance)
	second := square(a.Total)
	v.Add(v, second.Mul(second, b.Variance))
	v.Sub(v, new(big.Rat).Mul(a.Variance, b.Variance))
	return Part{new(big.Rat).Mul(a.Total, b.Total), v}
}
