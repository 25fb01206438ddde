package appraisal

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Warning is a finding that is not an error: a Code for programs, which does not change, and a Message for people.
type Warning = finding.Warning

// Errors that a caller may want to tell apart.
var (
	// ErrLevel: a confidence level is not between 0 and 1 (a one-sided one: below 0.5), is out of the range of the
	// percentiles, or stands twice; or there are more than MaxLevels.
	ErrLevel = errors.New("confidence level")
	// ErrVariance: a variance is negative, or there is none.
	ErrVariance = errors.New("negative or missing variance")
	// ErrResult: parts of a result are missing or do not belong together, as in one that was read from JSON, so that it
	// cannot be printed.
	ErrResult = errors.New("appraisal: incomplete result")
)

// Interval is a confidence interval of a total.
type Interval struct {
	Confidence
	// PrecisionAmount is the percentile times the standard error: half the width of the interval.
	PrecisionAmount decimal.Decimal `json:"precisionAmount"`
	// PrecisionPercent is the precision amount in percent of the point estimate, and 0 where the point estimate is not
	// positive, as RAT-STATS has it (Companion Manual 3-6, footnote).
	PrecisionPercent decimal.Decimal `json:"precisionPercent"`
	// LowerLimit is the point estimate less the precision amount. It may be negative: nothing is clipped.
	LowerLimit decimal.Decimal `json:"lowerLimit"`
	// UpperLimit is the point estimate plus the precision amount.
	UpperLimit decimal.Decimal `json:"upperLimit"`
}

// MarshalJSON writes decimals as strings.
func (i Interval) MarshalJSON() ([]byte, error) { return jsonform.Marshal(i) }

// OneSided is a one-sided confidence limit of a total, stated in both directions: each alone holds with the confidence of
// the level, both together do not.
type OneSided struct {
	// Confidence holds the one-sided level and the percentile that the distribution stays below with that probability.
	Confidence
	// LowerLimit is the point estimate less the percentile times the standard error: that of a two-sided interval of the
	// level 2*Level-1, 0.80 for a one-sided 0.90.
	LowerLimit decimal.Decimal `json:"lowerLimit"`
	// UpperLimit is the point estimate plus as much.
	UpperLimit decimal.Decimal `json:"upperLimit"`
}

// MarshalJSON writes decimals as strings.
func (o OneSided) MarshalJSON() ([]byte, error) { return jsonform.Marshal(o) }

// Options are what every appraisal design takes beside its sample: up to [MaxLevels] levels of each kind.
type Options struct {
	// Levels are two-sided confidence levels as fractions; none means those that RAT-STATS prints, see [DefaultLevels].
	Levels []decimal.Decimal `json:"levels,omitempty"`
	// OneSidedLevels are levels of one-sided limits as fractions of at least 0.5. RAT-STATS has none. Medicare contractors
	// take the lower limit of a one-sided 90 percent interval (CMS Medicare Program Integrity Manual, ch. 8, 8.4.5.1).
	OneSidedLevels []decimal.Decimal `json:"oneSidedLevels,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (o Options) MarshalJSON() ([]byte, error) { return jsonform.Marshal(o) }

// Estimate is what every appraisal design ends in: a total with its standard error and confidence intervals.
type Estimate struct {
	// PointEstimate is the estimated total of the universe.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// StandardError is the standard error of the point estimate.
	StandardError decimal.Decimal `json:"standardError"`
	// Intervals are in the order of the levels asked for.
	Intervals []Interval `json:"intervals"`
	// OneSided are the one-sided limits asked for.
	OneSided []OneSided `json:"oneSided,omitempty"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (e Estimate) MarshalJSON() ([]byte, error) { return jsonform.Marshal(e) }

// At returns the two-sided interval of a confidence level such as 0.90, and whether it is among the levels asked for.
func (e Estimate) At(level decimal.Decimal) (Interval, bool) {
	if exact.Check(level) != nil { // comparing would expand the exponent
		return Interval{}, false
	}
	for _, i := range e.Intervals {
		if exact.Check(i.Level) == nil && i.Level.Equal(level) {
			return i, true
		}
	}
	return Interval{}, false
}

// NewEstimate returns the estimate of a design whose point estimate and variance of the total are known exactly.
//
// degreesOfFreedom is that of Student's t; nil takes the normal distribution instead. With
//
//	precision amount  = percentile * sqrt(variance)
//	limits            = point estimate -/+ precision amount
//	precision percent = 100 * precision amount / point estimate, 0 for a point estimate not above 0
//
// every figure is the exact value of these formulas rounded once. Where the variance is zero and the degrees of freedom
// are below 1 (everything was examined) the limits are the point estimate itself, with distribution [NoDistribution].
//
// Errors: [ErrLevel], [ErrVariance]. Source: RAT-STATS Companion Manual 3-6, 3-7.
func NewEstimate(point, variance *big.Rat, o Options, degreesOfFreedom *big.Rat) (Estimate, error) {
	if point == nil || variance == nil || variance.Sign() < 0 {
		return Estimate{}, fmt.Errorf("appraisal: %w", ErrVariance)
	}
	certain := variance.Sign() == 0 && degreesOfFreedom != nil && degreesOfFreedom.Cmp(exact.Int(1)) < 0
	confidences := func(levels []decimal.Decimal, percentile func(decimal.Decimal, *big.Rat) (Confidence, error)) ([]Confidence, error) {
		if err := checkNumber(levels); err != nil {
			return nil, err
		}
		var list []Confidence
		for i, level := range levels {
			c, err := Confidence{Distribution: NoDistribution}, CheckLevel(level)
			if err == nil && certain {
				c.Level = exact.Canonical(level)
			} else if err == nil {
				c, err = percentile(level, degreesOfFreedom)
			}
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(list, func(e Confidence) bool { return e.Level.Equal(c.Level) }) {
				return nil, fmt.Errorf("appraisal: %w %s stands twice (level %d)", ErrLevel, exact.String(level), i+1)
			}
			list = append(list, c)
		}
		return list, nil
	}
	levels := o.Levels
	if len(levels) == 0 {
		levels = DefaultLevels()
	}
	twoSided, err := confidences(levels, Percentile)
	if err != nil {
		return Estimate{}, err
	}
	oneSided, err := confidences(o.OneSidedLevels, OneSidedPercentile)
	if err != nil {
		return Estimate{}, err
	}
	e := Estimate{PointEstimate: exact.Round(point), StandardError: exact.Sqrt(variance)}
	for _, c := range twoSided {
		e.Intervals = append(e.Intervals, interval(point, variance, c))
	}
	for _, c := range oneSided {
		amount := exact.NewRoot(amountSquared(variance, c))
		e.OneSided = append(e.OneSided, OneSided{c, amount.AddTo(point, -1), amount.AddTo(point, +1)})
	}
	return e, nil
}

func interval(point, variance *big.Rat, c Confidence) Interval {
	squared := amountSquared(variance, c)
	amount := exact.NewRoot(squared)
	i := Interval{
		Confidence:      c,
		PrecisionAmount: amount.AddTo(new(big.Rat), +1),
		LowerLimit:      amount.AddTo(point, -1),
		UpperLimit:      amount.AddTo(point, +1),
	}
	if point.Sign() > 0 {
		relative := new(big.Rat).Mul(squared, exact.Int(10000))
		relative.Quo(relative, new(big.Rat).Mul(point, point))
		i.PrecisionPercent = exact.Sqrt(relative)
	}
	return i
}

// amountSquared is the square of the percentile times the standard error.
func amountSquared(variance *big.Rat, c Confidence) *big.Rat {
	q := exact.Rat(c.Percentile)
	q.Mul(q, q)
	return q.Mul(q, variance)
}
