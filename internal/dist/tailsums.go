package dist

import "math/big"

// wideBits is the precision in which nearly all comparisons end that float64 cannot decide.
const wideBits = 320

// tails holds the sums of the terms of a distribution up to some x and above it, relative to the term of x, and a bound
// of their relative error.
type tails struct {
	below, above *big.Float
	slack        *big.Float
}

// sumTails sums the terms on low ... high up to x and above it, low <= x < high, in big.Float of the given precision. A
// term is step(i) times rho (1 if that is nil) as much as the one before; these ratios have to fall with i, which those
// of the hypergeometric and the binomial distribution do.
//
// With rho right up to two roundings, a step has fewer than 7 roundings and the sum one for each term, so that m terms
// in all are right up to (8m+64) 2^-bits. On either side the terms left out are below the geometric series of the last
// ratio, and they are left out when that is below 2^(20-bits) of the sum so far; the bound of the error has four times
// as much.
func sumTails(low, high, x int64, bits uint, step func(i int64) (num, den int64), rho *big.Float) tails {
	newFloat := func() *big.Float { return new(big.Float).SetPrec(bits) }
	one := newFloat().SetInt64(1)
	ratio, rest, limit := newFloat(), newFloat(), newFloat()
	num, den := new(big.Float), new(big.Float)

	// side adds the terms after one of 1 to sum, with next giving the i-th ratio for i = 0 ... count-1.
	var terms int64
	side := func(sum *big.Float, count int64, next func(i int64)) {
		w := newFloat().SetInt64(1)
		for i := range count {
			next(i)
			if limit.Sub(one, ratio); limit.Sign() > 0 {
				limit.Mul(limit, sum)
				limit.SetMantExp(limit, 20-int(bits))
				if rest.Mul(w, ratio).Cmp(limit) <= 0 {
					return
				}
			}
			w.Mul(w, ratio)
			sum.Add(sum, w)
			terms++
		}
	}
	below, above := newFloat().SetInt64(1), newFloat()
	side(above, high-x, func(i int64) {
		n, d := step(x + i)
		ratio.Quo(num.SetInt64(n), den.SetInt64(d))
		if rho != nil {
			ratio.Mul(ratio, rho)
		}
	})
	side(below, x-low, func(i int64) {
		n, d := step(x - i - 1)
		ratio.Quo(den.SetInt64(d), num.SetInt64(n))
		if rho != nil {
			ratio.Quo(ratio, rho)
		}
	})
	slack := newFloat().SetInt64(8*terms + 64 + 1<<22)
	return tails{below, above, slack.SetMantExp(slack, -int(bits))}
}

// compare returns the sign of below - odds above, or 0 if the bound of the error does not decide it; odds may be off
// by a rounding.
func (t tails) compare(odds *big.Float) int {
	other := new(big.Float).Mul(t.above, odds)
	diff := new(big.Float).Sub(t.below, other)
	bound := other.Add(other, t.below)
	bound.Mul(bound, t.slack)
	if bound.Cmp(new(big.Float).Abs(diff)) >= 0 {
		return 0
	}
	return diff.Sign()
}
