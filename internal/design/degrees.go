package design

import (
	"math/big"

	"github.com/iromath/iromath/internal/exact"
)

// Satterthwaite returns the degrees of freedom of the sum of parts that were sampled independently, from the variance of
// each part and the degrees of freedom of that variance:
//
//	df = (sum v_h)^2 / sum v_h^2/df_h
//
// It lies between the smallest df_h and their sum. A part without a variance contributes nothing, so that one that was
// examined completely may have 0 of them; where no part has a variance there is nothing to be weighed, and it is their sum.
//
// Source: Satterthwaite, "An Approximate Distribution of Estimates of Variance Components", Biometrics Bulletin 2 (1946),
// 110-114; Cochran (1977), sec. 5.4.
func Satterthwaite(parts []Part, degrees []int64) *big.Rat {
	var variances, weighed []*big.Rat
	all := new(big.Rat)
	for h, p := range parts {
		all.Add(all, exact.Int(degrees[h]))
		if p.Variance.Sign() == 0 {
			continue
		}
		squared := new(big.Rat).Mul(p.Variance, p.Variance)
		variances, weighed = append(variances, p.Variance), append(weighed, squared.Quo(squared, exact.Int(degrees[h])))
	}
	if len(variances) == 0 {
		return all
	}
	v := sum(variances)
	return v.Mul(v, v).Quo(v, sum(weighed))
}
