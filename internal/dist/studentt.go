package dist

import "math/big"

// student is Student's t distribution.
type student struct {
	df       *big.Float
	a        *big.Float // (df+1)/2
	constant *big.Float // Gamma((df+1)/2) / (Gamma(df/2) sqrt(pi df))
}

func newStudent(df *big.Rat) student {
	d := student{df: newFloat().SetRat(df)}
	d.a = newFloat().Add(d.df, oneFloat)
	d.a.SetMantExp(d.a, -1)
	root := newFloat().Mul(pi(), d.df)
	root.Sqrt(root)
	d.constant = gammaRatio(newFloat().SetMantExp(d.df, -1))
	d.constant.Quo(d.constant, root)
	return d
}

// studentPercentile returns t with P(T <= t) = p for p in [1/2, 1) and df in [1, 1e9].
func studentPercentile(p, df *big.Rat) *big.Float {
	q, _ := new(big.Rat).Sub(oneRat, p).Float64()
	nu, _ := df.Float64()
	return solve(newStudent(df), newTarget(p), studentStart(q, nu))
}

// density returns f(t) = constant (1 + t^2/df)^(-(df+1)/2) (Abramowitz & Stegun 26.7.1 has its integral).
//
// Its relative error is the absolute one of the exponent: that of [log], below 2^-233, times (df+1)/2 < 2^29, so below
// 2^-203 at 1e9 degrees of freedom.
func (d student) density(tt *big.Float) *big.Float {
	e := newFloat().Quo(tt, d.df)
	e = log(e.Add(e, oneFloat))
	e.Mul(e, d.a)
	e = exp(e.Neg(e))
	return e.Mul(e, d.constant)
}

// offset uses the regularised incomplete beta function I. With y = t^2/(df+t^2), x = 1-y = df/(df+t^2) (Abramowitz &
// Stegun 26.7.1, 26.5.27; DLMF 8.17.1 and 8.17.8),
//
//	F(t) - 1/2 = I_y(1/2, df/2) / 2 = t f(t)    2F1(1, (df+1)/2; 3/2;    y),
//	1 - F(t)   = I_x(df/2, 1/2) / 2 = t f(t)/df 2F1(1, (df+1)/2; df/2+1; x):
//
// power of y and x, beta function and density have the same factors, which leaves t and df. The first line serves for
// t^2 <= df and the second one for t^2 > df, so the ratio of terms tends to 1/2 or less. All terms are positive.
//
// Then u = t S - (p-1/2)/f or u = (1-p)/f - t S/df. The relative error of both parts is that of the density. In the
// first case they are at most 2^29 times as large as the tail (1-p)/f to which u is to be compared (p <= 1-1e-9). So u
// has 170 good bits at the least. And k = (df+1) t / (df+t^2).
func (d student) offset(t *big.Float, p target) (u, k *big.Float) {
	tt := newFloat().Mul(t, t)
	both := newFloat().Add(d.df, tt)
	k = newFloat().Quo(t, both)
	k.Mul(k, d.a)
	k.SetMantExp(k, 1)

	f := d.density(tt)
	if tt.Cmp(d.df) <= 0 {
		u = d.central(t, tt, both)
		return u.Sub(u, f.Quo(p.center, f)), k
	}
	u = d.upper(t, both)
	return u.Sub(f.Quo(p.tail, f), u), k
}

// central returns (F(t) - 1/2) / f(t).
func (d student) central(t, tt, both *big.Float) *big.Float {
	y := newFloat().Quo(tt, both)
	s := hypergeometric(d.a, big.NewFloat(1.5), y)
	return s.Mul(s, t)
}

// upper returns (1 - F(t)) / f(t).
func (d student) upper(t, both *big.Float) *big.Float {
	x := newFloat().Quo(d.df, both)
	c := newFloat().SetMantExp(d.df, -1)
	s := hypergeometric(d.a, c.Add(c, oneFloat), x)
	s.Mul(s, t)
	return s.Quo(s, d.df)
}

// hypergeometric returns 2F1(1, a; c; x) = 1 + a/c x + a(a+1)/(c(c+1)) x^2 + ... (Abramowitz & Stegun 15.1.1) for
// positive a and c and 0 <= x <= 1/2.
//
// The terms rise, if they do, up to n = (ax-c)/(1-x) and fall from there on, at last by x a term. So once a term is
// below 2^-prec of the sum the ones left out are less than a few of its size.
func hypergeometric(a, c, x *big.Float) *big.Float {
	num, den := newFloat().Set(a), newFloat().Set(c)
	sum, term := newFloat().SetInt64(1), newFloat().SetInt64(1)
	for term.Sign() != 0 && term.MantExp(nil) > sum.MantExp(nil)-prec {
		term.Mul(term, x)
		term.Mul(term, num)
		term.Quo(term, den)
		sum.Add(sum, term)
		num.Add(num, oneFloat)
		den.Add(den, oneFloat)
	}
	return sum
}
