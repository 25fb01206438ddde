package design

import (
	"math/big"

	"github.com/iromath/iromath/internal/exact"
)

// Ratio estimates what a total is of a size, a proportion for example, where both are estimated from the same sample:
//
//	R = T/B    v = W(R)/B^2
//
// W(R) is the variance of the total of what the ratio leaves of each unit, T_i - R*B_i: residuals works it out along
// the design, with [Residuals] at its last stage. The estimate is biased, by exactly -Cov(R, B)/E(B) over all possible
// samples; the bias goes to zero as the number of sampled units grows. So is the estimate of its variance, which
// neglects terms of a higher order.
//
// W is a polynomial of the second degree, and three of its values say what it is at any other place:
//
//	W(R) = W(0) + (W(1) - W(-1))/2 * R + ((W(1) + W(-1))/2 - W(0)) * R^2
//
// R has the digits of all units together, and is not taken to each of them.
//
// size has to be above zero.
//
// Source: Cochran (1977), sec. 6.4, 6.8 and 11.8; Hartley and Ross, "Unbiased Ratio Estimators", Nature 174 (1954), 270;
// RAT-STATS Companion Manual 2-17, 2-26.
func Ratio(total, size *big.Rat, residuals func(ratio *big.Rat) (Stage, error)) (Part, error) {
	var w [3]*big.Rat // at 0, 1 and -1
	for i, at := range []int64{0, 1, -1} {
		s, err := residuals(exact.Int(at))
		if err != nil {
			return Part{}, err
		}
		w[i] = s.Variance
	}
	half := big.NewRat(1, 2)
	slope, curve := new(big.Rat).Sub(w[1], w[2]), new(big.Rat).Add(w[1], w[2])
	slope.Mul(slope, half)
	curve.Mul(curve, half).Sub(curve, w[0])
	ratio := new(big.Rat).Quo(total, size)
	v := curve.Mul(curve, ratio)
	v.Add(v, slope).Mul(v, ratio).Add(v, w[0])
	return Part{ratio, v.Quo(v, size).Quo(v, size)}, nil
}
