package sampling

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// normalTwoSided returns P(|Z| > |z|) of a standard normal Z, erfc(|z|/sqrt 2).
func normalTwoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// chiSquareTail returns P(X >= x) of a chi-square X with the given degrees of freedom (1 to maxClasses), which is
// Q(degrees/2, x/2) of the incomplete gamma function, with a relative error below 1e-12 where it is above 1e-30.
//
// For whole degrees it is a finite sum of positive terms, in which nothing cancels (Abramowitz & Stegun 26.4.4 and
// 26.4.5, with h = x/2):
//
//	even degrees:  exp(-h) * (1 + h + h^2/2! + ... + h^(degrees/2-1)/(degrees/2-1)!)
//	odd degrees:   erfc(sqrt h) + exp(-h) * (h^(1/2)/Gamma(3/2) + h^(3/2)/Gamma(5/2) + ... up to h^(degrees/2-1))
//
// Each term is that before it times h/a. The exponential is taken apart into two factors, so that it does not vanish
// before the terms have grown.
func chiSquareTail(degrees int64, x float64) float64 {
	h := x / 2
	switch {
	case h <= 0:
		return 1
	case h > 1400: // far below 1e-30 for all degrees up to maxClasses
		return 0
	}
	half := math.Exp(-h / 2)
	sum, term, a := half, half, 1.0
	last := float64(degrees)/2 - 1
	tail := 0.0
	if degrees%2 == 1 {
		tail = math.Erfc(math.Sqrt(h))
		sum, a = 0, 1.5
		term = half * 2 * math.Sqrt(h/math.Pi) // h^(1/2)/Gamma(3/2)
		if last >= 0.5 {
			sum = term
		}
	}
	for power := a; power <= last+1e-9; power++ {
		term = float64(term * (h / power))
		sum += term
	}
	return min(1, tail+float64(sum*half))
}

// diagnoseProbability states a probability with 6 significant digits, what is below 1e-30 as 0.
func diagnoseProbability(p float64) decimal.Decimal {
	if !(p >= 1e-30) {
		return decimal.Decimal{}
	}
	return exact.RoundTo(new(big.Rat).SetFloat64(p), 6)
}
