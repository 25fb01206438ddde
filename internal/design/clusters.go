package design

import (
	"fmt"
	"math/big"
)

// ClusterRatio estimates the total of N clusters from a simple random sample of them, each with an estimate T_j of its own
// and of a size M_j, by the ratio of both:
//
//	p = sum T_j / sum M_j    T = M * p
//	v = N(N-n)/n * s^2 + N/n * sum v_j,    s^2 = sum (T_j - p M_j)^2 / (n-1)
//
// M, the size of all clusters, has to be known. It scales the total but is no part of the variance, which is that of the
// [Residuals]. They add up to zero, so that their mean needs not be taken out. A ratio is biased, by an amount of the order
// 1/n.
//
// Errors: those of [Expand]; [ErrEmpty] where the clusters drawn have no size.
//
// Source: Cochran (1977), sec. 3.12, 6.4 and 9A.1; RAT-STATS Companion Manual 2-66, 2-67.
func ClusterRatio(
	universe int64, clusters []Part, sizes []*big.Rat, size *big.Rat, zeroForSingle bool,
) (s Stage, ratio *big.Rat, err error) {
	drawn := new(big.Rat)
	for _, m := range sizes {
		drawn.Add(drawn, m)
	}
	if drawn.Sign() <= 0 {
		return Stage{}, nil, fmt.Errorf("%w: the clusters drawn have a size of %s", ErrEmpty, drawn.RatString())
	}
	ratio = new(big.Rat).Quo(Sum(clusters).Total, drawn)
	s, err = Expand(universe, Residuals(clusters, sizes, ratio), zeroForSingle)
	if err != nil {
		return Stage{}, nil, err
	}
	s.Total = new(big.Rat).Mul(size, ratio)
	return s, ratio, nil
}
