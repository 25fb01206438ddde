package samplesize

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Expected is the precision that a sample of a given size will have if mean and standard deviation stay as they are:
// the inverse of a size.
type Expected struct {
	// Size is the number of units in the sample.
	Size int64 `json:"size"`
	// Confidence is the level with its percentile: t as the appraisal of the sample uses it, or z.
	appraisal.Confidence
	// OneSided reports that the level is that of a one-sided limit.
	OneSided bool `json:"oneSided,omitempty"`
	// PrecisionAmount is the distance of the limits of the total from the point estimate, in dollars. None where it is
	// not defined: a stratum that varies has no unit in the sample.
	PrecisionAmount *decimal.Decimal `json:"precisionAmount,omitempty"`
	// Precision is the precision amount as a fraction of the total; none where the total is 0.
	Precision *decimal.Decimal `json:"precision,omitempty"`
}

// Curve is precision against size.
type Curve []Expected

// MarshalJSON writes decimals as strings.
func (e Expected) MarshalJSON() ([]byte, error) { return jsonform.Marshal(e) }

// expected fills in the precision of a total and its variance, which is nil where it is not defined.
func expected(size int64, c appraisal.Confidence, total, variance *big.Rat) Expected {
	e := Expected{Size: size, Confidence: c}
	if variance == nil {
		return e
	}
	q := exact.Rat(c.Percentile)
	squared := q.Mul(q, q)
	squared.Mul(squared, variance)
	amount := exact.Sqrt(squared)
	e.PrecisionAmount = &amount
	if total.Sign() > 0 {
		fraction := exact.Sqrt(squared.Quo(squared, new(big.Rat).Mul(total, total)))
		e.Precision = &fraction
	}
	return e
}

// Precision returns what n units will give, with t of n-1 degrees of freedom as the appraisal of the sample uses it:
// "what precision do the 100 or 30 claims of the agreement give?" It takes two units. The whole universe has precision
// 0.
//
// Errors: [ErrSize] and those of [Probe.Table]. Source: RAT-STATS Companion Manual 3-6, 3-7.
func (p Probe) Precision(n int64, level decimal.Decimal) (Expected, error) {
	r, err := p.resolve()
	if err != nil {
		return Expected{}, err
	}
	return r.expected(appraisal.StudentT, n, level)
}

// PrecisionNormal is [Probe.Precision] with the normal distribution, which the tables of sizes rest on: the exact
// inverse of a size before it is rounded. Source: RAT-STATS Companion Manual 4-6, solved for the precision.
func (p Probe) PrecisionNormal(n int64, level decimal.Decimal) (Expected, error) {
	r, err := p.resolve()
	if err != nil {
		return Expected{}, err
	}
	return r.expected(appraisal.Normal, n, level)
}

// Curve returns the precision of every size at every level of the probe, sizes outermost: data for a plot. No sizes
// means 10, 20, 50, 100, 200, 500 and so on up to the universe. The distribution is appraisal.StudentT (the default, as
// [Probe.Precision]) or appraisal.Normal (as [Probe.PrecisionNormal]). At most 10,000 points.
//
// Errors: [ErrDistribution], [ErrSize], and those of [Probe.Table].
func (p Probe) Curve(distribution appraisal.Distribution, sizes []int64) (Curve, error) {
	r, err := p.resolve()
	if err != nil {
		return nil, err
	}
	return r.curve(distribution, sizes, p.Levels)
}

// Precision is [Probe.Precision] for an expected error rate.
func (e ErrorRate) Precision(n int64, level decimal.Decimal) (Expected, error) {
	r, err := e.resolve()
	if err != nil {
		return Expected{}, err
	}
	return r.expected(appraisal.StudentT, n, level)
}

// PrecisionNormal is [Probe.PrecisionNormal] for an expected error rate.
func (e ErrorRate) PrecisionNormal(n int64, level decimal.Decimal) (Expected, error) {
	r, err := e.resolve()
	if err != nil {
		return Expected{}, err
	}
	return r.expected(appraisal.Normal, n, level)
}

// Curve is [Probe.Curve] for an expected error rate.
func (e ErrorRate) Curve(distribution appraisal.Distribution, sizes []int64) (Curve, error) {
	r, err := e.resolve()
	if err != nil {
		return nil, err
	}
	return r.curve(distribution, sizes, e.Levels)
}

func (u unrestricted) expected(d appraisal.Distribution, n int64, level decimal.Decimal) (Expected, error) {
	if n < 1 || n > u.universe {
		return Expected{}, fmt.Errorf("%w: %d is not between 1 and the universe of %d", ErrSize, n, u.universe)
	}
	var c appraisal.Confidence
	var err error
	switch {
	case d == appraisal.Normal:
		c, err = confidence(level, 0, u.oneSided)
	case d != appraisal.StudentT && d != "":
		return Expected{}, fmt.Errorf("%w: %q is neither t nor z", ErrDistribution, finding.Clip(string(d)))
	case n == 1 && u.universe == 1: // nothing is left to be uncertain about, and no degree of freedom
		err = appraisal.CheckLevel(level)
		c = appraisal.Confidence{Level: level, Distribution: appraisal.NoDistribution}
	case n == 1:
		return Expected{}, fmt.Errorf("%w: 1; a standard deviation takes two units", ErrSize)
	default:
		c, err = confidence(level, n-1, u.oneSided)
	}
	if err != nil {
		return Expected{}, err
	}
	c.Level = exact.Canonical(c.Level)
	e := expected(n, c, u.total(), u.errorOf(n))
	e.OneSided = u.oneSided
	return e, nil
}

// maxPoints bounds the points of a curve.
const maxPoints = 10_000

func (u unrestricted) curve(d appraisal.Distribution, sizes []int64, levels []decimal.Decimal) (Curve, error) {
	return curve(u.universe, sizes, levels, maxPoints, func(n int64, level decimal.Decimal) (Expected, error) {
		return u.expected(d, n, level)
	})
}

// curve works out a point for every size at every level.
func curve[T any](
	universe int64, sizes []int64, levels []decimal.Decimal, most int,
	point func(n int64, level decimal.Decimal) (T, error),
) ([]T, error) {
	if len(levels) == 0 {
		levels = DefaultLevels()
	}
	if len(sizes) == 0 {
		sizes = roundSizes(universe)
	}
	if len(sizes) > most/len(levels) {
		return nil, fmt.Errorf("%w: a curve of %d sizes at %d levels; at most %d points",
			ErrSize, len(sizes), len(levels), most)
	}
	var points []T
	for _, n := range sizes {
		for _, l := range levels {
			p, err := point(n, l)
			if err != nil {
				return nil, err
			}
			points = append(points, p)
		}
	}
	return points, nil
}

// roundSizes returns 10, 20, 50, 100 and so on below the universe, and the universe.
func roundSizes(universe int64) []int64 {
	var sizes []int64
	for ten := int64(10); ten < universe; ten *= 10 {
		sizes = append(sizes, ten, 2*ten, 5*ten)
	}
	sizes = slices.DeleteFunc(sizes, func(n int64) bool { return n >= universe })
	return append(sizes, universe)
}
