package dist

import (
	"math/big"
)

const (
	stirlingFrom  = 64 // arguments below are shifted up to it
	stirlingTerms = 40 // the first term left out is below 2^-290 from there on
)

// gammaRatio returns Gamma(z+1/2) / Gamma(z) for 1/2 <= z <= 2^30, with a relative error below 2^-203.
//
// Stirling's series (Abramowitz & Stegun 6.1.40, 6.1.42; DLMF 5.11.1) for both logarithms, where what is large cancels
// on paper:
//
//	ln Gamma(z+1/2) - ln Gamma(z) = z ln(1 + 1/(2z)) - 1/2 + ln(z)/2 + sum c_k ((z+1/2)^(1-2k) - z^(1-2k)),
//	c_k = B_2k / (2k (2k-1)).
//
// The error is less than the first term left out, for either series. Below z = 64 the functional equation is used:
// Gamma(z+1/2)/Gamma(z) = Gamma(z+n+1/2)/Gamma(z+n) times the product of (z+i)/(z+i+1/2) for i = 0 ... n-1. The
// absolute error of the logarithm, below 2^-233, is multiplied by z < 2^30.
func gammaRatio(z *big.Float) *big.Float {
	z = newFloat().Set(z)
	up, down := newFloat().SetInt64(1), newFloat().SetInt64(1)
	from := big.NewFloat(stirlingFrom)
	zHalf := newFloat().Add(z, halfFloat)
	for z.Cmp(from) < 0 {
		up.Mul(up, z)
		down.Mul(down, zHalf)
		z.Add(z, oneFloat)
		zHalf.Add(zHalf, oneFloat)
	}

	e := newFloat().Quo(halfFloat, z)
	e = log(e.Add(e, oneFloat))
	e.Mul(e, z)
	e.Sub(e, halfFloat)
	e.Add(e, stirlingSum(zHalf))
	e.Sub(e, stirlingSum(z))
	e = exp(e)
	e.Mul(e, up.Quo(up, down))
	return e.Mul(e, newFloat().Sqrt(z))
}

// stirlingSum returns the sum of c_k z^(1-2k) for k = 1 ... stirlingTerms, or as far as it matters.
func stirlingSum(z *big.Float) *big.Float {
	power := newFloat().Quo(oneFloat, z)
	square := newFloat().Mul(power, power)
	sum, term := newFloat(), newFloat()
	for _, c := range stirling() {
		term.Mul(c, power)
		if term.MantExp(nil) < -prec-8 {
			break
		}
		sum.Add(sum, term)
		power.Mul(power, square)
	}
	return sum
}

// stirling holds c_1, c_2, ..., rounded once from exact Bernoulli numbers. The result is not to be changed.
func stirling() []*big.Float {
	return stirlingOnce.get(func() []*big.Float {
		b := bernoulli(2 * stirlingTerms)
		c := make([]*big.Float, stirlingTerms)
		for i := range c {
			k := int64(2 * (i + 1))
			r := new(big.Rat).SetFrac64(1, k*(k-1))
			c[i] = newFloat().SetRat(r.Mul(r, b[k]))
		}
		return c
	})
}

// bernoulli returns the Bernoulli numbers B_0 ... B_n by their recurrence, the sum of binomial(m+1, k) B_k over
// k = 0 ... m being 0 (DLMF 24.5.3).
func bernoulli(n int64) []*big.Rat {
	b := make([]*big.Rat, n+1)
	b[0] = big.NewRat(1, 1)
	for m := int64(1); m <= n; m++ {
		b[m] = new(big.Rat)
		if m > 1 && m%2 == 1 {
			continue
		}
		for k := range m {
			c := new(big.Rat).SetInt(new(big.Int).Binomial(m+1, k))
			b[m].Sub(b[m], c.Mul(c, b[k]))
		}
		b[m].Quo(b[m], big.NewRat(m+1, 1))
	}
	return b
}
