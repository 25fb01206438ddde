package samplesize

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// unrestricted is a universe, or a stratum of one, whose mean and variance are taken as known: all that a size needs.
type unrestricted struct {
	universe       int64
	mean, variance *big.Rat
	oneSided       bool // confidence levels are one-sided
}

// defined returns an [ErrUndefined] where the formula is 0/0.
func (u unrestricted) defined() error {
	if u.mean.Sign() == 0 && u.variance.Sign() == 0 {
		return fmt.Errorf("%w: mean and standard deviation are both 0", ErrUndefined)
	}
	return nil
}

// total is the expected total of the universe.
func (u unrestricted) total() *big.Rat { return new(big.Rat).Mul(exact.Int(u.universe), u.mean) }

// spread is N*s^2.
func (u unrestricted) spread() *big.Rat { return new(big.Rat).Mul(exact.Int(u.universe), u.variance) }

// errorOf is the variance of the total that n units estimate: N*s^2 * (N-n)/n.
func (u unrestricted) errorOf(n int64) *big.Rat {
	v := u.spread()
	return v.Mul(v, big.NewRat(u.universe-n, n))
}

// cell works out one size. With E = precision * mean * N and z the normal percentile of the level,
//
//	n = (s*N)^2 / ((E/z)^2 + N*s^2)
//
// rounded to nearest (Companion Manual 4-6). n never exceeds N.
func (u unrestricted) cell(level, precision decimal.Decimal) (Cell, error) {
	wanted, err := wantedError(u.total(), level, precision, u.oneSided)
	if err != nil {
		return Cell{}, err
	}
	spread := u.spread()
	size := new(big.Rat).Mul(spread, exact.Int(u.universe))
	size.Quo(size, wanted.Add(wanted, spread))
	return newCell(exact.Canonical(level), exact.Canonical(precision), size), nil
}

// wantedError is the variance of a total at which its limits are as near as wanted: (precision*total/z)^2.
func wantedError(total *big.Rat, level, precision decimal.Decimal, oneSided bool) (*big.Rat, error) {
	if err := checkPrecision(precision); err != nil {
		return nil, err
	}
	z, err := percentile(level, 0, oneSided)
	if err != nil {
		return nil, err
	}
	e := exact.Rat(precision)
	e.Mul(e, total).Quo(e, z)
	return e.Mul(e, e), nil
}

// confidence returns t for df > 0 and z for df 0, as appraisals use them. A one-sided level L has the percentile of the
// two-sided level 2L-1.
func confidence(level decimal.Decimal, df int64, oneSided bool) (appraisal.Confidence, error) {
	var freedom *big.Rat
	if df > 0 {
		freedom = exact.Int(min(df, maxDegrees))
	}
	if !oneSided {
		return appraisal.Percentile(level, freedom)
	}
	if err := appraisal.CheckLevel(level); err != nil {
		return appraisal.Confidence{}, err
	}
	twoSided := level.Add(level).Sub(decimal.NewFromInt(1))
	if twoSided.Sign() <= 0 {
		return appraisal.Confidence{}, fmt.Errorf("samplesize: %w %s of a one-sided limit is not above 0.5",
			appraisal.ErrLevel, exact.String(level))
	}
	c, err := appraisal.Percentile(twoSided, freedom)
	c.Level = exact.Canonical(level)
	return c, err
}

// percentile returns the percentile of [confidence].
func percentile(level decimal.Decimal, df int64, oneSided bool) (*big.Rat, error) {
	c, err := confidence(level, df, oneSided)
	if err != nil {
		return nil, err
	}
	return exact.Rat(c.Percentile), nil
}

// maxDegrees are the most degrees of freedom that percentiles of t are there for.
const maxDegrees = 1_000_000_000

// warn adds what a reader of a table has to know. What names the values: "overpayment".
func (u unrestricted) warn(t *Table, what string) {
	if t.has(func(c Cell) bool { return c.RoundedDown }) {
		t.Warnings = append(t.Warnings, finding.Warn("rounded_down",
			"RAT-STATS rounds sizes to the nearest integer; where that is down, a size is up to half a unit short."))
	}
	if u.variance.Sign() == 0 {
		t.Warnings = append(t.Warnings, finding.Warn("no_variation",
			"All %ss are equal: the formula gives no size. Check whether the probe sample can stand for the universe.", what))
	}
	if u.mean.Sign() == 0 {
		t.Warnings = append(t.Warnings, finding.Warn("mean_zero",
			"The mean %s is 0: only the whole universe meets a precision.", what))
	}
}

// reaching searches the smallest n from 2 with t^2 N s^2 (N-n)/n <= (precision*mean*N)^2.
func (u unrestricted) reaching(level, precision decimal.Decimal) (int64, error) {
	if err := checkPrecision(precision); err != nil {
		return 0, err
	}
	if _, err := percentile(level, 0, u.oneSided); err != nil {
		return 0, err
	}
	target := exact.Rat(precision)
	target.Mul(target, u.total())
	target.Mul(target, target)
	low, high := int64(2), u.universe // high reaches it; both t and (N-n)/n fall as n grows
	for low < high {
		mid := low + (high-low)/2
		t, err := percentile(level, mid-1, u.oneSided)
		if err != nil {
			return 0, err
		}
		if have := t.Mul(t, t); have.Mul(have, u.errorOf(mid)).Cmp(target) <= 0 {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return high, nil
}
