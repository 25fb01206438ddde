package dist

import "math/big"

// prec is the working precision in bits. What is lost of it is counted in the comments of [student.offset] and
// [normal.offset]; at least 170 bits are left.
const prec = 256

// convergedBits: when a step of Halley's method is below 2^-convergedBits of the percentile it was the last one.
const convergedBits = 50

func newFloat() *big.Float { return new(big.Float).SetPrec(prec) }

// distribution is a symmetric distribution around zero whose density falls for t > 0.
type distribution interface {
	// offset returns u = (F(t) - p) / f(t), where F is the distribution function and f the density, and
	// k = -f'(t) / f(t), for t >= 0.
	offset(t *big.Float, p target) (u, k *big.Float)
}

// target is the probability p that is looked for, as its two distances, each with all bits of the precision.
type target struct {
	center *big.Float // p - 1/2
	tail   *big.Float // 1 - p
}

func newTarget(p *big.Rat) target {
	return target{
		center: newFloat().SetRat(new(big.Rat).Sub(p, halfRat)),
		tail:   newFloat().SetRat(new(big.Rat).Sub(oneRat, p)),
	}
}

// solve returns t >= 0 with F(t) = p, from any start >= 0, by the methods of Newton and Halley,
//
//	t - u   and   t - u / (1 + u k/2).
//
// It cannot fail to converge. Halley's method is Newton's for g = (F-p)/sqrt(f), whose derivative is
// sqrt(f) (1 + u k/2) and whose second derivative is g W with W = k'/2 + k^2/4. That is (t^2+2)/4 for the normal and
// (df+1) (df + (df-1) t^2/2) / (2 (df+t^2)^2) for Student's: positive for df >= 1. So g is convex where it is positive
// and concave where it is negative, and wherever it rises a step goes toward the root and does not pass it, from either
// side. Far to the left of the root g may fall; there Newton's own step is taken, which does not pass the root either
// because 1-F is convex and falling.
//
// Near the root an error e becomes e^3 W/3. A last step of relative size below 2^-50 leaves a relative error below
// 2^-150 t^2 W/3. For the normal distribution, and for Student's up to a factor 1+1/df, t^2 W/3 is at most
// t^2 (t^2+2)/12, less than 2^10 for the t < 9 of 30 and more degrees of freedom; below them it is less than
// df (df+1)/12, so less than 2^7. The relative error is below 2^-140 (7e-43).
func solve(d distribution, p target, start float64) *big.Float {
	t := newFloat().SetFloat64(start)
	if p.center.Sign() == 0 {
		return t.SetInt64(0)
	}
	slope := newFloat()
	for {
		u, k := d.offset(t, p)
		slope.Mul(u, k)
		slope.SetMantExp(slope, -1)
		slope.Add(slope, oneFloat)
		halley := slope.Cmp(halfFloat) > 0
		if halley {
			u.Quo(u, slope)
		}
		t.Sub(t, u)
		if halley && (u.Sign() == 0 || u.MantExp(nil) < t.MantExp(nil)-convergedBits) {
			return t
		}
	}
}

var (
	oneFloat  = big.NewFloat(1)
	halfFloat = big.NewFloat(0.5)
)
