package design

import (
	"fmt"
	"math/big"

	"github.com/iromath/iromath/internal/exact"
)

// PostStratum is a stratum whose items were told apart after a sample of the whole universe had been drawn.
type PostStratum struct {
	Items
	// Universe is the number of items in the stratum, which has to be known.
	Universe int64
}

// PostStratified estimates the totals of strata from one simple random sample of n items of the N in all strata, of which
// n_i happened to be of stratum i:
//
//	T_i = N_i * mean_i
//	v_i = (N-n)/n * N_i s_i^2 + N/n^2 * (N-N_i) s_i^2
//
// n_i is a matter of chance, and the variance of the estimate is that over all samples: with n, not n_i. The formula leaves
// out terms of the order 1/n^3 and, in its second term, the correction (N-n)/(N-1) of the spread of n_i: it is an
// approximation, close where every n_i is some 20 or more. A stratum of which every item was drawn is known, without a
// variance, which the formula alone would not say; a single item is treated as in [Simple]. Errors name the stratum.
//
// Source: Cochran (1977), sec. 5A.9, eq. 5A.42; RAT-STATS Companion Manual 3-97.
func PostStratified(strata []PostStratum, zeroForSingle bool) ([]Part, error) {
	N, n := new(big.Rat), new(big.Rat)
	for _, s := range strata {
		N.Add(N, exact.Int(s.Universe))
		n.Add(n, exact.Int(s.Count))
	}
	parts := make([]Part, len(strata))
	for i, s := range strata {
		// The same conditions and the same total as of a stratum by itself.
		own, err := Simple(s.Universe, s.Items, zeroForSingle)
		if err != nil {
			return nil, fmt.Errorf("stratum %d: %w", i+1, err)
		}
		parts[i] = Known(own.Total)
		if s.Count == s.Universe || s.Count == 1 {
			continue
		}
		Ni := exact.Int(s.Universe)
		first := new(big.Rat).Sub(N, n)
		first.Mul(first, Ni).Quo(first, n)
		second := new(big.Rat).Sub(N, Ni)
		second.Mul(second, N).Quo(second, n).Quo(second, n)
		parts[i].Variance.Mul(first.Add(first, second), s.Variance)
	}
	return parts, nil
}
