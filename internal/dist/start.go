package dist

import "math"

// studentStart returns about the t with P(T > t) = q, for q in (0, 1/2] and df >= 1, to two digits and more, or one for
// df < 2: G. W. Hill, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13 (1970) 619-620. It only
// saves steps of [solve], which gets to the same digits from any start.
func studentStart(q, df float64) float64 {
	tails := 2 * q
	a := 1 / (df - 0.5)
	b := 48 / (a * a)
	c := ((20700*a/b-98)*a-16)*a + 96.36
	d := ((94.5/(b+c)-3)/b + 1) * math.Sqrt(a*math.Pi/2) * df
	y := math.Pow(d*tails, 2/df)
	if y > 0.05+a {
		// Asymptotic inverse expansion about the normal distribution.
		x := -normalStart(q)
		y = x * x
		if df < 5 {
			c += 0.3 * (df - 4.5) * (x + 0.6)
		}
		c += (((0.05*d*x-5)*x-7)*x-2)*x + b
		y = (((((0.4*y+6.3)*y+36)*y+94.5)/c-y-3)/b + 1) * x
		y = math.Expm1(a * y * y)
	} else {
		y = ((1/(((df+6)/(df*y)-0.089*d-0.822)*(df+2)*3)+0.5/(df+4))*y-1)*(df+1)/(df+2) + 1/y
	}
	t := math.Sqrt(df * y)
	switch {
	case !(t >= 0) || math.IsInf(t, 1):
		return normalStart(q) // left of the percentile, which is always a good side to start from
	case df >= 30:
		// The percentile of 1-1e-9 is below 9 here. A start far beyond would make the series long.
		return min(t, 10)
	default:
		return t
	}
}
