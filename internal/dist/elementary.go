package dist

import (
	"math"
	"math/big"
)

// Elementary functions of big.Float, which has none but the square root. Results have [prec] bits.

// halvings is how often exp halves its argument: it trades terms of the series for squarings.
const halvings = 16

// exp returns e^x with a relative error below 2^-234, for |x| < 2^10 (the arguments of this package are far smaller).
//
// x = k ln 2 + r with |r| < 0.35, e^x = 2^k (e^(r/2^16))^(2^16). The error of k ln 2, and so that of r, is below
// 2^-245. Some 16 terms of the series, of which the first is 1, are summed with a relative error below 2^-252; each
// squaring doubles it and adds 2^-256, which makes 2^-235 at the end.
func exp(x *big.Float) *big.Float {
	k := newFloat().Quo(x, ln2())
	n, _ := k.Float64()
	n = math.Round(n)
	r := k.Mul(ln2(), big.NewFloat(n))
	r.Sub(x, r)
	r.SetMantExp(r, -halvings)

	sum, term := newFloat().SetInt64(1), newFloat().SetInt64(1)
	for i := int64(1); term.Sign() != 0 && term.MantExp(nil) > -prec; i++ {
		term.Mul(term, r)
		term.Quo(term, new(big.Float).SetInt64(i))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum.SetMantExp(sum, int(n))
}

// log returns ln x for x > 0, with an absolute error below 2^-233 for x < 2^64.
//
// x = 2^k m with m in [0.7, 1.42). From the float64 logarithm of m, y, Halley's method for e^y = m,
//
//	y + 2 (m - e^y) / (m + e^y),
//
// turns an error d into d^3/12: 2^-50 into 2^-153 and that into 2^-460, far below the error of exp.
func log(x *big.Float) *big.Float {
	m := newFloat()
	k := x.MantExp(m)
	approx, _ := m.Float64()
	if approx < math.Sqrt2/2 {
		m.SetMantExp(m, 1)
		approx *= 2
		k--
	}
	y, diff := newFloat().SetFloat64(math.Log(approx)), newFloat()
	for range 2 {
		e := exp(y)
		diff.Sub(m, e)
		diff.Quo(diff, e.Add(e, m))
		y.Add(y, diff.SetMantExp(diff, 1))
	}
	return y.Add(y, m.Mul(ln2(), big.NewFloat(float64(k))))
}

// pi is computed once, by Machin's formula: pi = 16 arctan(1/5) - 4 arctan(1/239). The result is not to be changed.
func pi() *big.Float {
	return piOnce.get(func() *big.Float { return machin(arctan, [][2]int64{{16, 5}, {-4, 239}}) })
}

// ln2 is computed once, by ln 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749). The result is not to be
// changed.
func ln2() *big.Float {
	return ln2Once.get(func() *big.Float { return machin(artanh, [][2]int64{{18, 26}, {-2, 4801}, {8, 8749}}) })
}

// The signs by which the terms of the two series differ.
const (
	arctan = -1
	artanh = +1
)

// machin returns the sum of factor * f(1/n) over the pairs of factor and n, where f is arctan or artanh:
//
//	f(1/n) = 1/n -+ 1/(3 n^3) + 1/(5 n^5) -+ ...
//
// It works with integers in units of 2^-(prec+64). Each division cuts off less than a unit; with fewer than 200 terms
// and factors that add up to less than 32 that is less than 2^13 units, or 2^-(prec+51).
func machin(sign int64, pairs [][2]int64) *big.Float {
	const fraction = prec + 64
	total, term := new(big.Int), new(big.Int)
	for _, pair := range pairs {
		factor, square := big.NewInt(pair[0]), big.NewInt(pair[1]*pair[1])
		power := new(big.Int).Lsh(big.NewInt(1), fraction)
		power.Quo(power, big.NewInt(pair[1]))
		for odd := int64(1); power.Sign() != 0; odd += 2 {
			term.Quo(power, big.NewInt(odd))
			total.Add(total, term.Mul(term, factor))
			power.Quo(power, square)
			factor.Mul(factor, big.NewInt(sign))
		}
	}
	x := newFloat().SetInt(total)
	return x.SetMantExp(x, -fraction)
}
