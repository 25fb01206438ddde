package dist

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// The tests of this file compute distribution functions a second time, by mathematics that has nothing in common with
// that of the package, and show that the percentile less half a unit of its 20th digit is below, and plus half a unit
// above, the probability: that all 20 digits are right and correctly rounded.

const testPrec = 320

func tf(x float64) *big.Float        { return new(big.Float).SetPrec(testPrec).SetFloat64(x) }
func tr(r *big.Rat) *big.Float       { return new(big.Float).SetPrec(testPrec).SetRat(r) }
func add(a, b *big.Float) *big.Float { return tf(0).Add(a, b) }
func sub(a, b *big.Float) *big.Float { return tf(0).Sub(a, b) }
func mul(a, b *big.Float) *big.Float { return tf(0).Mul(a, b) }
func quo(a, b *big.Float) *big.Float { return tf(0).Quo(a, b) }
func sqrt(a *big.Float) *big.Float   { return tf(0).Sqrt(a) }

// testPi is the On-Line Encyclopedia of Integer Sequences' A000796.
var testPi, _ = tf(0).SetString(
	"3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651")

// levels are two-sided confidence levels; the last one is 1-2e-9, the end of the domain.
var levels = []string{"0.5", "0.8", "0.9", "0.95", "0.99", "0.999", "0.9999", "0.999999998"}

// upper returns the one-sided probability of a two-sided level.
func upper(level string) *big.Rat {
	p := rat(level)
	p.Add(p, big.NewRat(1, 1))
	return p.Quo(p, big.NewRat(2, 1))
}

// halfUnits returns d less and plus half a unit of its 20th significant digit.
func halfUnits(d decimal.Decimal) (lo, hi *big.Rat) {
	lead := len(d.Coefficient().String()) + int(d.Exponent()) // 10^(lead-1) <= d < 10^lead
	unit := exact.Rat(decimal.New(5, int32(lead-exact.Digits-1)))
	x := exact.Rat(d)
	return new(big.Rat).Sub(x, unit), new(big.Rat).Add(x, unit)
}

// checkBracket fails unless cdf(d - half a unit) <= p <= cdf(d + half a unit).
func checkBracket(t *testing.T, name string, d decimal.Decimal, p *big.Rat,
	cdf func(lo, hi *big.Float) (l, h *big.Float),
) {
	t.Helper()
	lo, hi := halfUnits(d)
	want := tr(p)
	l, h := cdf(tr(lo), tr(hi))
	if l.Cmp(want) > 0 || h.Cmp(want) < 0 {
		t.Errorf("%s: %s is not the nearest decimal of 20 digits: the probability is in [%s, %s], want %s", name, d,
			l.Text('g', 30), h.Text('g', 30), want.Text('g', 30))
	}
}

// TestFiniteSums holds percentiles for integer degrees of freedom against the closed sums of sines and cosines of
// Abramowitz & Stegun 26.7.3 and 26.7.4.
func TestFiniteSums(t *testing.T) {
	df := []int64{39, 49, 54, 69, 99, 156, 199, 999, 2500, 4999}
	for n := int64(1); n <= 30; n++ {
		df = append(df, n)
	}
	for _, n := range df {
		if testing.Short() && n > 30 && n != 49 {
			continue
		}
		for _, level := range levels {
			p := upper(level)
			q, err := StudentT(p, big.NewRat(n, 1))
			if err != nil {
				t.Fatal(err)
			}
			checkBracket(t, fmt.Sprintf("df %d, level %s", n, level), q, p, func(lo, hi *big.Float) (l, h *big.Float) {
				return finiteSum(lo, n), finiteSum(hi, n)
			})
		}
	}
}

// finiteSum returns P(T <= t) for n degrees of freedom and t > 0.
func finiteSum(t *big.Float, n int64) *big.Float {
	nf := tf(float64(n))
	both := add(nf, mul(t, t))
	cos2 := quo(nf, both)
	sin, cos := quo(t, sqrt(both)), sqrt(cos2)
	sum, term := tf(0), tf(1)
	// Even n: 1 + 1/2 cos^2 + (1*3)/(2*4) cos^4 + ...; odd n: 1 + 2/3 cos^2 + (2*4)/(3*5) cos^4 + ...; to cos^(n-2),
	// cos^(n-3).
	for j := 1 + n%2; j <= n-1; j += 2 {
		sum.Add(sum, term)
		term.Mul(term, cos2)
		term.Mul(term, tf(float64(j)))
		term.Quo(term, tf(float64(j+1)))
	}
	sum.Mul(sum, sin)
	if n%2 == 1 {
		sum.Mul(sum, cos)
		sum.Add(sum, arctangent(quo(t, sqrt(nf))))
		sum.Mul(sum, quo(tf(2), testPi))
	}
	return mul(tf(0.5), sum.Add(sum, tf(1)))
}

// arctangent returns arctan x for x > 0 by halving the angle ten times, arctan x = 2 arctan(x/(1+sqrt(1+x^2))), and
// Gregory's series.
func arctangent(x *big.Float) *big.Float {
	const halvings = 10
	for range halvings {
		x = quo(x, add(tf(1), sqrt(add(tf(1), mul(x, x)))))
	}
	sum, power, xx := tf(0), tf(0).Set(x), mul(x, x)
	for n := int64(1); power.MantExp(nil) > -testPrec-16; n += 2 {
		sum.Add(sum, quo(power, tf(float64(n))))
		power.Mul(power, xx)
		power.Neg(power)
	}
	return sum.SetMantExp(sum, halvings)
}

// TestIntegration holds percentiles for all kinds of degrees of freedom, and normal ones, against the density
// integrated step by step by its Taylor series, which comes from a differential equation: only the four operations are
// used, no gamma function, no exponential. The normalising constant is the same integral out to where nothing is left
// (2^-110, 7e-34, where half a unit of the 20th digit moves the probability by 1e-30 and more).
func TestIntegration(t *testing.T) {
	for _, df := range []string{
		"normal", "1", "1.001", "2", "2.5", "3", "7", "17.3", "3.14159", "30", "49", "54", "69", "199", "999",
		"1234.567", "1e4", "1e5", "123456.789", "1e6", "1e7", "1e9",
	} {
		if testing.Short() && len(df)%2 == 0 {
			continue
		}
		t.Run(df, func(t *testing.T) {
			t.Parallel()
			var w big.Rat // 1/df
			if df != "normal" {
				w.Inv(rat(df))
			}
			total := newIntegral(&w)
			for !total.complete() {
				total.advance(total.stride())
			}
			total.sum.Add(total.sum, total.sum)
			for _, level := range levels {
				p := upper(level)
				q, err := percentile(p, &w)
				if err != nil {
					t.Fatal(err)
				}
				checkBracket(t, "level "+level, q, p, func(lo, hi *big.Float) (l, h *big.Float) {
					in := newIntegral(&w)
					in.advanceTo(lo)
					l = add(tf(0.5), quo(in.sum, total.sum))
					in.advanceTo(hi)
					return l, add(tf(0.5), quo(in.sum, total.sum))
				})
			}
		})
	}
}

// percentile is StudentT for 1/w degrees of freedom and Normal for w = 0.
func percentile(p, w *big.Rat) (decimal.Decimal, error) {
	if w.Sign() == 0 {
		return Normal(p)
	}
	return StudentT(p, new(big.Rat).Inv(w))
}

// integral is the integral of g from 0 to x, where g(x) = (1 + w x^2)^(-(1/w+1)/2), or exp(-x^2/2) for w = 0, fulfils
//
//	(1 + w x^2) g'(x) = -(1+w) x g(x),   g(0) = 1.
type integral struct{ w, x, g, sum *big.Float }

func newIntegral(w *big.Rat) *integral { return &integral{w: tr(w), x: tf(0), g: tf(1), sum: tf(0)} }

// advance goes from x to x+h with h within half of the radius of convergence sqrt(1/w + x^2). The equation gives the
// coefficients of g(x+s) = sum of c_n s^n:
//
//	(1 + w x^2) (n+1) c_(n+1) = -(1 + w + 2 w n) x c_n - (1 + w n) c_(n-1).
func (in *integral) advance(h *big.Float) {
	lead := add(tf(1), mul(in.w, mul(in.x, in.x)))
	before, c := tf(0), tf(0).Set(in.g) // c_(n-1) h^(n-1) and c_n h^n
	g := tf(0)
	floor := in.g.MantExp(nil) - 160
	hx, hh := mul(h, in.x), mul(h, h)
	counts := func(c *big.Float) bool { return c.Sign() != 0 && c.MantExp(nil) > floor }
	for n := 0; counts(c) || counts(before); n++ { // at x = 0 every other term is zero
		nf, next := tf(float64(n)), tf(float64(n+1))
		g.Add(g, c)
		in.sum.Add(in.sum, quo(mul(c, h), next))
		wn := mul(in.w, nf)
		a := mul(mul(add(add(tf(1), in.w), add(wn, wn)), hx), c)
		b := mul(mul(add(tf(1), wn), hh), before)
		before, c = c, quo(add(a, b), mul(lead, next))
		c.Neg(c)
	}
	in.x, in.g = add(in.x, h), g
}

// stride is a comfortable step: 1/2, or 0.4 of the radius of convergence for few degrees of freedom, where it grows
// with x as the tail needs it.
func (in *integral) stride() *big.Float {
	if in.w.Cmp(tf(1./30)) < 0 {
		return tf(0.5)
	}
	return mul(tf(0.4), sqrt(add(quo(tf(1), in.w), mul(in.x, in.x))))
}

func (in *integral) advanceTo(x *big.Float) {
	for {
		h, rest := in.stride(), sub(x, in.x)
		if rest.Cmp(h) <= 0 {
			in.advance(rest)
			return
		}
		in.advance(h)
	}
}

// complete reports whether the integral from x to infinity, which is less than g(x) (1/x + w x), no longer matters.
func (in *integral) complete() bool {
	if in.x.Sign() == 0 {
		return false
	}
	rest := mul(in.g, add(quo(tf(1), in.x), mul(in.w, in.x)))
	return rest.MantExp(nil) < in.sum.MantExp(nil)-110
}

// TestContinuedFraction holds normal percentiles against the continued fraction of the tail, Abramowitz & Stegun
// 26.2.14: 1 - F(z) = f(z) / (z + 1/(z + 2/(z + 3/(z + ...)))).
func TestContinuedFraction(t *testing.T) {
	for _, level := range levels {
		p := upper(level)
		q, err := Normal(p)
		if err != nil {
			t.Fatal(err)
		}
		cdf := func(z *big.Float) *big.Float {
			fraction := tf(0).Set(z)
			for n := 3000; n > 0; n-- {
				fraction.Quo(tf(float64(n)), fraction)
				fraction.Add(fraction, z)
			}
			density := exp(mul(tf(-0.5), mul(z, z)))
			tail := quo(density, mul(fraction, sqrt(mul(tf(2), testPi))))
			return sub(tf(1), tail)
		}
		checkBracket(t, "level "+level, q, p, func(lo, hi *big.Float) (l, h *big.Float) { return cdf(lo), cdf(hi) })
	}
}

// TestTwoDegrees uses that two degrees of freedom have a closed form, t^2 = (2p-1)^2 / (2p(1-p)) (from Abramowitz &
// Stegun 26.7.4), and that the rounded root of a rational is known for certain.
func TestTwoDegrees(t *testing.T) {
	for _, s := range []string{"1/2", "2/3", "0.6", "0.9", "0.95", "0.975", "0.995", "0.999999999",
		"50000000001/100000000000",
	} {
		p := rat(s)
		r := new(big.Rat).Sub(p, rat("1/2"))
		r.Mul(r, r)
		r.Mul(r, rat("2"))
		r.Quo(r, p)
		r.Quo(r, new(big.Rat).Sub(rat("1"), p))
		got, err := StudentT(p, rat("2"))
		if want := exact.Sqrt(r); err != nil || !got.Equal(want) {
			t.Errorf("p = %s: %s, %v, want %s", s, got, err, want)
		}
	}
}

// TestTies takes percentiles of two degrees of freedom that are finite decimals, t = 1/m - m/2 for p = 2/(2+m^2) with
// m a product of powers of 2 and 5, and among them those of 21 digits that end in 5: to be rounded away from zero.
func TestTies(t *testing.T) {
	ties := 0
	for a := int64(-40); a <= 40; a++ {
		for b := int64(-20); b <= 20; b++ {
			m := new(big.Rat).Mul(power(2, a), power(5, b))
			p := new(big.Rat).Mul(m, m)
			p.Add(p, rat("2"))
			p.Quo(rat("2"), p)
			if checkProbability(p) != nil {
				continue
			}
			q := new(big.Rat).Inv(m)
			q.Sub(q, m.Quo(m, rat("2")))
			want := exact.Round(q)
			if lo, hi := halfUnits(want); q.Cmp(lo) != 0 && q.Cmp(hi) != 0 {
				continue
			}
			ties++
			got, err := StudentT(p, rat("2"))
			if err != nil || !got.Equal(want) {
				t.Errorf("p = %s: %s, %v, want %s", p, got, err, want)
			}
		}
	}
	if ties < 3 {
		t.Errorf("%d ties, want some", ties)
	}
	t.Logf("%d ties", ties)
}

// power returns base^n.
func power(base, n int64) *big.Rat {
	if n < 0 {
		r := power(base, -n)
		return r.Inv(r)
	}
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(base), big.NewInt(n), nil))
}

// TestSeriesMeet checks that the two series for Student's distribution function, each of which serves on one side of
// t^2 = df, give probabilities that add up to 1 on both sides of it.
func TestSeriesMeet(t *testing.T) {
	for _, df := range []string{"1", "2.5", "17.3", "60"} {
		d := newStudent(rat(df))
		for _, factor := range []float64{0.8, 1, 1.2} {
			x := newFloat().Sqrt(d.df)
			x.Mul(x, big.NewFloat(factor))
			xx := newFloat().Mul(x, x)
			both := newFloat().Add(d.df, xx)
			sum := newFloat().Add(d.central(x, xx, both), d.upper(x, both))
			sum.Mul(sum, d.density(xx))
			if diff := sum.Sub(sum, halfFloat); diff.Sign() != 0 && diff.MantExp(nil) > -210 {
				t.Errorf("df %s at %v sqrt(df): the halves differ from 1/2 by %s", df, factor, diff.Text('g', 3))
			}
		}
	}
}
