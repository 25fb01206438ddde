package dist

import (
	"fmt"
	"math"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// MaxTrials is the largest number of trials of a binomial limit, which then takes seconds.
const MaxTrials = 100_000_000

// BinomialUpper returns the upper limit of a proportion when found of so many trials had the characteristic: the p with
//
//	P(X <= found | p) = tail,
//
// correctly rounded to [exact.Digits] significant digits, half away from zero; 1 if all of them had it. Trials are from 1
// to [MaxTrials]. Errors: [ErrSample], [ErrFound], [ErrTail].
//
// That all digits are right is proven for every result by the sign of P - tail on both sides of the root: see
// [binomialRoot]. 1,000,000 trials with 500,000 found take some 0.05 s.
//
// Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial",
// Biometrika 26 (1934) 404-413.
func BinomialUpper(trials, found int64, tail *big.Rat) (decimal.Decimal, error) {
	if err := checkTrials(trials, found, tail); err != nil {
		return decimal.Decimal{}, err
	}
	if found == trials {
		return decimal.NewFromInt(1), nil
	}
	return binomialRoot(trials, found, tail), nil
}

// BinomialLower returns the lower limit of a proportion: the p with P(X >= found | p) = tail, or 0 if none was found.
// Otherwise as [BinomialUpper].
func BinomialLower(trials, found int64, tail *big.Rat) (decimal.Decimal, error) {
	if err := checkTrials(trials, found, tail); err != nil {
		return decimal.Decimal{}, err
	}
	if found == 0 {
		return decimal.Decimal{}, nil
	}
	return binomialRoot(trials, found-1, new(big.Rat).Sub(oneRat, tail)), nil
}

func checkTrials(trials, found int64, tail *big.Rat) error {
	if trials < 1 || trials > MaxTrials {
		return fmt.Errorf("%w: %d trials, they have to be from 1 to %d", ErrSample, trials, MaxTrials)
	}
	if err := checkFound(trials, found); err != nil {
		return err
	}
	return checkTail(tail)
}

// certainBits: a root is known when it is enclosed within a relative 2^-certainBits on either side.
const certainBits = 140

// binomialRoot returns the p in (0, 1) with P(X <= x | n, p) = tail, for 0 <= x < n, rounded.
//
// Newton's method for the log odds of X <= x as a function of theta = ln(p/(1-p)), which fall with a slope of
//
//	E(X | X <= x) - E(X | X > x) = -(n-x) p (A+B) / (A B),
//
// between -n and -1, where A and B are the sums of probabilities up to x and above it relative to that of x. First in
// 64 bits, then in 256 until steps are below 2^-100. Then p is not trusted but tried: the signs of P - tail at
// p (1 -+ 2^-140) are computed with a bound of the error ([sumTails]) and have to be + and -. That encloses the root,
// because P falls with p. The log odds differ there from those of the tail by 2^-140 and more, the bound of their
// error is below 2^-230.
//
// If both ends round to the same 20 digits, that is the result. If not, the number halfway between two decimals is
// nearer to the root than 2^-139, and the sign of P - tail there is computed in exact rationals. For a root that is not
// such a middle this has a chance of 1e-20. For one that is, n is small: a middle has k >= 21 decimals, the last of them
// 5, so it is an odd number over 2^k 5^k; the highest power of p in P(X <= x) has the coefficient C(n-1, x), with no more
// than log2(n) factors of 2; so the tail has 2^(kn - log2 n) in its denominator, which one of 40 digits has not for
// 2 < n < 2^21.
func binomialRoot(n, x int64, tail *big.Rat) decimal.Decimal {
	o := newOdds(tail)
	odds := newFloat().SetRat(o.ratio)
	rho := newFloat().SetFloat64(math.Exp(binomialStart(n, x, o)))
	for {
		step := binomialNewton(n, x, rho, odds)
		last := step.Sign() == 0 || step.MantExp(nil) < -100
		rho.Add(rho, step.Mul(step, rho))
		if !last {
			continue
		}
		p := newFloat().Add(rho, oneFloat)
		p.Quo(rho, p)
		delta := newFloat().SetMantExp(p, -certainBits)
		low, high := newFloat().Sub(p, delta), newFloat().Add(p, delta)
		if binomialTails(n, x, prec, binomialOdds(low)).compare(odds) <= 0 ||
			binomialTails(n, x, prec, binomialOdds(high)).compare(odds) >= 0 {
			continue
		}
		lowRat, _ := low.Rat(nil)
		highRat, _ := high.Rat(nil)
		below, above := exact.Round(lowRat), exact.Round(highRat)
		if !below.Equal(above) {
			middle := new(big.Rat).Add(exact.Rat(below), exact.Rat(above))
			middle.Mul(middle, halfRat)
			if binomialCDF(n, x, middle).Cmp(tail) < 0 {
				return below
			}
		}
		return above
	}
}

// binomialOdds returns p/(1-p) with two roundings; that of 1-p is none for p >= 1/2.
func binomialOdds(p *big.Float) *big.Float {
	q := newFloat().Sub(oneFloat, p)
	return q.Quo(p, q)
}

func binomialTails(n, x int64, bits uint, rho *big.Float) tails {
	return sumTails(0, n, x, bits, func(i int64) (num, den int64) { return n - i, i + 1 }, rho)
}

// binomialNewton returns the relative change of rho = p/(1-p) for which P(X <= x) has about the odds given, when it is
// near: the change of the log odds is taken as that of the odds.
func binomialNewton(n, x int64, rho, odds *big.Float) *big.Float {
	t := binomialTails(n, x, prec, rho)
	other := newFloat().Mul(t.above, odds)
	y := newFloat().Sub(t.below, other)
	y.Quo(y, other)
	return y.Quo(y, binomialSlope(n, x, rho, t))
}

// binomialSlope returns how fast the log odds of X <= x fall with ln rho.
func binomialSlope(n, x int64, rho *big.Float, t tails) *big.Float {
	slope := newFloat().Add(t.below, t.above)
	slope.Quo(slope, t.below)
	slope.Quo(slope, t.above)
	slope.Mul(slope, newFloat().SetInt64(n-x))
	slope.Mul(slope, rho)
	return slope.Quo(slope, newFloat().Add(rho, oneFloat))
}

// binomialStart returns ln(p/(1-p)) of about the root, good enough for [binomialNewton]: Newton's method in 64 bits from
// the normal approximation, with bisection where it would leave what is known to enclose the root.
func binomialStart(n, x int64, o odds) float64 {
	p := wilson(float64(n), float64(x)+0.5, o.normal(), 1)
	p = min(max(p, 0.01/float64(n)), 1-0.01/float64(n))
	theta, low, high := math.Log(p)-math.Log1p(-p), math.Inf(-1), math.Inf(1)
	for range 100 {
		rho := newFloat().SetFloat64(math.Exp(theta))
		t := binomialTails(n, x, 64, rho)
		slope, _ := binomialSlope(n, x, rho, t).Float64()
		y := logFloat(t.below) - logFloat(t.above) - math.Log(o.near)
		if y > 0 {
			low = theta
		} else {
			high = theta
		}
		next := theta + min(max(y/slope, -20), 20)
		if math.Abs(next-theta) <= 1e-9 {
			return next
		}
		if next <= low || next >= high {
			next = low + (high-low)/2
		}
		theta = next
	}
	return theta
}

// logFloat returns about the logarithm of x > 0, which may be out of the range of float64.
func logFloat(x *big.Float) float64 {
	m := new(big.Float)
	exponent := x.MantExp(m)
	f, _ := m.Float64()
	return math.Log(f) + float64(exponent)*math.Ln2
}

// binomialCDF returns P(X <= x) exactly.
func binomialCDF(n, x int64, p *big.Rat) *big.Rat {
	q := new(big.Rat).Sub(oneRat, p)
	a, b := p.Num(), q.Num() // over the same denominator
	term := new(big.Int).Exp(b, big.NewInt(n), nil)
	sum, factor := new(big.Int).Set(term), new(big.Int)
	for i := int64(0); i < x; i++ {
		term.Mul(term, factor.Mul(factor.SetInt64(n-i), a))
		term.Quo(term, factor.Mul(factor.SetInt64(i+1), b))
		sum.Add(sum, term)
	}
	return new(big.Rat).SetFrac(sum, new(big.Int).Exp(p.Denom(), big.NewInt(n), nil))
}
