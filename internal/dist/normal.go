package dist

import (
	"math"
	"math/big"
)

// normal is the standard normal distribution.
type normal struct {
	constant *big.Float // 1/sqrt(2 pi)
}

func newNormal() normal {
	c := newFloat().SetMantExp(pi(), 1)
	c.Sqrt(c)
	return normal{c.Quo(oneFloat, c)}
}

// normalPercentile returns z with P(Z <= z) = p, for p in [1/2, 1).
func normalPercentile(p *big.Rat) *big.Float {
	q, _ := new(big.Rat).Sub(oneRat, p).Float64()
	return solve(newNormal(), newTarget(p), normalStart(q))
}

// normalStart returns about the z with P(Z > z) = q, for q in (0, 1/2].
func normalStart(q float64) float64 { return max(0, math.Sqrt2*math.Erfcinv(2*q)) }

// offset uses the series of positive terms of Abramowitz & Stegun 26.2.11 (DLMF 7.6.2),
//
//	F(z) - 1/2 = z f(z) S,   S = 1 + z^2/3 + z^4/(3*5) + z^6/(3*5*7) + ...,
//
// so u = z S - (p - 1/2)/f(z), and k = z. The relative error of both parts of u is below 2^-230: that of the
// exponential and of some hundred terms. They are at most 2^29 times the tail (1-p)/f(z), to which u is to be compared.
// So u has 200 good bits.
func (d normal) offset(z *big.Float, p target) (u, k *big.Float) {
	zz := newFloat().Mul(z, z)
	density := newFloat().SetMantExp(zz, -1)
	density = exp(density.Neg(density))
	density.Mul(density, d.constant)

	sum, term := newFloat().SetInt64(1), newFloat().SetInt64(1)
	odd := new(big.Float).SetInt64(1)
	two := big.NewFloat(2)
	for term.Sign() != 0 && term.MantExp(nil) > sum.MantExp(nil)-prec {
		term.Mul(term, zz)
		term.Quo(term, odd.Add(odd, two))
		sum.Add(sum, term)
	}
	u = newFloat().Mul(z, sum)
	return u.Sub(u, density.Quo(p.center, density)), z
}
