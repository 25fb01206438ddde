package dist

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// ErrProbability is returned for a probability below 1/2 or above 1-1e-9.
var ErrProbability = errors.New("probability is out of range")

// ErrDegrees is returned for degrees of freedom below 1 or above 1e9.
var ErrDegrees = errors.New("degrees of freedom are out of range")

// Normal returns the percentile z of the standard normal distribution with P(Z <= z) = p, for p from 1/2 to 1-1e-9,
// or [ErrProbability].
func Normal(p *big.Rat) (decimal.Decimal, error) {
	k, cacheable := normalKey(p)
	if z, ok := percentiles.get(k); cacheable && ok {
		return z, nil
	}
	if err := checkProbability(p); err != nil {
		return decimal.Decimal{}, err
	}
	z := round(normalPercentile(p))
	if cacheable {
		percentiles.put(k, z)
	}
	return z, nil
}

// StudentT returns the percentile t of Student's distribution with P(T <= t) = p, for p from 1/2 to 1-1e-9 and df
// degrees of freedom from 1 to 1e9, or [ErrProbability] or [ErrDegrees].
func StudentT(p, df *big.Rat) (decimal.Decimal, error) {
	k, cacheable := studentKey(p, df)
	if t, ok := percentiles.get(k); cacheable && ok {
		return t, nil
	}
	if err := checkProbability(p); err != nil {
		return decimal.Decimal{}, err
	}
	if err := checkDegrees(df); err != nil {
		return decimal.Decimal{}, err
	}
	t := round(studentPercentile(p, df))
	if cacheable {
		percentiles.put(k, t)
	}
	return t, nil
}

// round rounds a percentile to 40 digits and then to exact.Digits: see "Why all digits are right" in the package
// documentation.
func round(x *big.Float) decimal.Decimal {
	r, _ := x.Rat(nil)
	return exact.Round(exact.Rat(exact.RoundTo(r, 2*exact.Digits)))
}

var (
	oneRat         = big.NewRat(1, 1)
	halfRat        = big.NewRat(1, 2)
	maxProbability = big.NewRat(1e9-1, 1e9)
	maxDegrees     = big.NewRat(1e9, 1)
)

func checkProbability(p *big.Rat) error {
	if p == nil || p.Cmp(halfRat) < 0 || p.Cmp(maxProbability) > 0 {
		return fmt.Errorf("%w: p = %s, it has to be from 1/2 to 1-1e-9", ErrProbability, show(p))
	}
	return nil
}

func checkDegrees(df *big.Rat) error {
	if df == nil || df.Cmp(oneRat) < 0 || df.Cmp(maxDegrees) > 0 {
		return fmt.Errorf("%w: df = %s, they have to be from 1 to 1e9", ErrDegrees, show(df))
	}
	return nil
}

// show writes r as a fraction if that is short, and else to 20 digits with a sign that it is not all.
func show(r *big.Rat) string {
	if r == nil {
		return "nil"
	}
	if r.Num().BitLen()+r.Denom().BitLen() <= 128 {
		return r.RatString()
	}
	return "about " + new(big.Float).SetPrec(prec).SetRat(r).Text('g', 20)
}
