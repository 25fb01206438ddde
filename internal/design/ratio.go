package design

import "math/big"

// Ratio estimates what a total is of a size, a proportion for example, where both are estimated from the same sample:
//
//	R = T/B    v = W(R)/B^2
//
// W(R) is the variance of the total of what the ratio leaves of each unit, T_i - R*B_i: residuals works it out along
// the design, with [Residuals] at its last stage. The estimate is biased, by exactly -Cov(R, B)/E(B) over all possible
// samples; the bias goes to zero as the number of sampled units grows. So is the estimate of its variance, which
// neglects terms of a higher order.
//
// size has to be above zero.
//
// Source: Cochran (1977), sec. 6.4, 6.8 and 11.8; Hartley and Ross, "Unbiased Ratio Estimators", Nature 174 (1954), 270;
// RAT-STATS Companion Manual 2-17, 2-26.
func Ratio(total, size *big.Rat, residuals func(ratio *big.Rat) (Stage, error)) (Part, error) {
	ratio := new(big.Rat).Quo(total, size)
	s, err := residuals(ratio)
	if err != nil {
		return Part{}, err
	}
	variance := new(big.Rat).Quo(s.Variance, size)
	return Part{ratio, variance.Quo(variance, size)}, nil
}
