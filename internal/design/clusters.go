package design

import (
	"fmt"
	"math/big"
)

// ClusterRatio estimates the total of N clusters from a simple random sample of n of them, each known with a total T_j and a
// size M_j, by the ratio of both:
//
//	p = sum T_j / sum M_j    T = M * p
//	v = N(N-n)/n * s^2,    s^2 = sum (T_j - p M_j)^2 / (n-1)
//
// M, the size of all clusters, has to be known. It scales the total but is no part of the variance, which is that of the
// residuals. So it is [Adjust] with the clusters' own ratio, for totals y and sizes x. A ratio is biased, by an amount of the
// order 1/n.
//
// Errors: those of [Simple]; [ErrEmpty] where the clusters drawn have no size.
//
// Source: Cochran (1977), sec. 3.12, 6.4 and 9A.1; RAT-STATS Companion Manual 2-66, 2-67.
func ClusterRatio(clusters PairStratum, size *big.Rat, zeroForSingle bool) (total Part, ratio *big.Rat, err error) {
	if clusters.Count < 1 {
		return Part{}, nil, ErrEmpty
	}
	if clusters.X.Sign() <= 0 {
		return Part{}, nil, fmt.Errorf("%w: the mean size of the clusters drawn is %s", ErrEmpty, clusters.X.RatString())
	}
	ratio = new(big.Rat).Quo(clusters.Y, clusters.X)
	total, _, err = Adjust([]PairStratum{clusters}, ratio, size, zeroForSingle)
	return total, ratio, err
}
