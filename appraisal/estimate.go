package appraisal

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Warning is a finding that is not an error: a stable code and a sentence.
type Warning = finding.Warning

// Errors that a caller may want to tell apart.
var (
	// ErrLevel: a confidence level is not between 0 and 1, is out of the range of the percentiles, or stands twice.
	ErrLevel = errors.New("confidence level")
	// ErrVariance: a variance is negative, or there is none.
	ErrVariance = errors.New("negative or missing variance")
)

// Distribution names where the percentile of a confidence interval comes from.
type Distribution string

const (
	// StudentT is Student's t distribution.
	StudentT Distribution = "t"
	// Normal is the standard normal distribution (z).
	Normal Distribution = "z"
	// None: every unit was examined, so there is nothing to be uncertain about and no percentile.
	None Distribution = "none"
)

// Confidence is a two-sided confidence level and the percentile that stands for it.
type Confidence struct {
	// Level is the confidence level as a fraction: 0.90.
	Level decimal.Decimal `json:"level"`
	// Distribution is the distribution of the percentile.
	Distribution Distribution `json:"distribution"`
	// DegreesOfFreedom of t; 0 for the other distributions.
	DegreesOfFreedom decimal.Decimal `json:"degreesOfFreedom"`
	// Percentile is the value that the distribution stays below with probability (1+Level)/2: RAT-STATS prints it as
	// T-VALUE USED or Z-VALUE USED.
	Percentile decimal.Decimal `json:"percentile"`
}

// MarshalJSON writes decimals as strings.
func (c Confidence) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

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

// Estimate is what every appraisal design ends in: a total with its standard error and confidence intervals.
type Estimate struct {
	// PointEstimate is the estimated total of the universe.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// StandardError is the standard error of the point estimate.
	StandardError decimal.Decimal `json:"standardError"`
	// Intervals are in the order of the levels asked for.
	Intervals []Interval `json:"intervals"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (e Estimate) MarshalJSON() ([]byte, error) { return jsonform.Marshal(e) }

// At returns the interval of a confidence level such as 0.90.
func (e Estimate) At(level decimal.Decimal) (Interval, bool) {
	if exact.Check(level) != nil { // comparing it would expand its exponent
		return Interval{}, false
	}
	for _, i := range e.Intervals {
		if i.Level.Equal(level) {
			return i, true
		}
	}
	return Interval{}, false
}

// DefaultLevels returns the levels RAT-STATS' appraisals print: 0.80, 0.90 and 0.95.
func DefaultLevels() []decimal.Decimal {
	return []decimal.Decimal{decimal.New(80, -2), decimal.New(90, -2), decimal.New(95, -2)}
}

// New returns the estimate of a design whose point estimate and variance of the total are known exactly.
//
// levels are two-sided confidence levels as fractions, none meaning [DefaultLevels]. degreesOfFreedom is that of
// Student's t; nil takes the normal distribution instead. With
//
//	precision amount  = percentile * sqrt(variance)
//	limits            = point estimate -/+ precision amount
//	precision percent = 100 * precision amount / point estimate, 0 for a point estimate not above 0
//
// every figure is the exact value of these formulas rounded once. Where the variance is zero and the degrees of freedom
// are below 1 (everything was examined) the limits are the point estimate itself, with distribution [None].
//
// Errors: [ErrLevel], [ErrVariance]. Source: RAT-STATS Companion Manual 3-6, 3-7.
func New(point, variance *big.Rat, levels []decimal.Decimal, degreesOfFreedom *big.Rat) (Estimate, error) {
	if point == nil || variance == nil || variance.Sign() < 0 {
		return Estimate{}, fmt.Errorf("appraisal: %w", ErrVariance)
	}
	if len(levels) == 0 {
		levels = DefaultLevels()
	}
	e := Estimate{PointEstimate: exact.Round(point), StandardError: exact.Sqrt(variance)}
	certain := variance.Sign() == 0 && degreesOfFreedom != nil && degreesOfFreedom.Cmp(exact.Int(1)) < 0
	for i, level := range levels {
		if err := CheckLevel(level); err != nil {
			return Estimate{}, err
		}
		level = exact.Canonical(level)
		if _, twice := e.At(level); twice {
			return Estimate{}, fmt.Errorf("appraisal: %w %s stands twice (level %d)", ErrLevel, exact.String(level), i+1)
		}
		c := Confidence{Level: level, Distribution: None}
		if !certain {
			var err error
			if c, err = Percentile(level, degreesOfFreedom); err != nil {
				return Estimate{}, err
			}
		}
		e.Intervals = append(e.Intervals, interval(point, variance, c))
	}
	return e, nil
}

// CheckLevel returns an [ErrLevel] for a confidence level that is not between 0 and 1.
func CheckLevel(level decimal.Decimal) error {
	if exact.Check(level) != nil || level.Sign() <= 0 || level.Cmp(decimal.NewFromInt(1)) >= 0 {
		return fmt.Errorf("appraisal: %w %s is not between 0 and 1", ErrLevel, exact.String(level))
	}
	return nil
}

// Percentile returns the percentile of a two-sided confidence level, with 20 significant digits: of Student's t with
// the given degrees of freedom (1 to 1e9, not only integers), or of the normal distribution where they are nil.
// Error: [ErrLevel].
func Percentile(level decimal.Decimal, degreesOfFreedom *big.Rat) (Confidence, error) {
	c := Confidence{Level: level, Distribution: Normal}
	err := CheckLevel(level)
	if err != nil {
		return c, err
	}
	c.Level = exact.Canonical(level)
	p := exact.Rat(level)
	p.Add(p, exact.Int(1)).Quo(p, exact.Int(2))
	if degreesOfFreedom == nil {
		c.Percentile, err = dist.Normal(p)
	} else {
		c.Distribution, c.DegreesOfFreedom = StudentT, exact.Round(degreesOfFreedom)
		c.Percentile, err = dist.StudentT(p, degreesOfFreedom)
	}
	if err != nil {
		return c, fmt.Errorf("appraisal: %w %s: %w", ErrLevel, exact.String(level), err)
	}
	return c, nil
}

func interval(point, variance *big.Rat, c Confidence) Interval {
	q := exact.Rat(c.Percentile)
	squared := new(big.Rat).Mul(q, q)
	squared.Mul(squared, variance) // of the precision amount
	i := Interval{
		Confidence:      c,
		PrecisionAmount: exact.Sqrt(squared),
		LowerLimit:      exact.AddSqrt(point, -1, squared),
		UpperLimit:      exact.AddSqrt(point, +1, squared),
	}
	if point.Sign() > 0 {
		relative := new(big.Rat).Mul(squared, exact.Int(10000))
		relative.Quo(relative, new(big.Rat).Mul(point, point))
		i.PrecisionPercent = exact.Sqrt(relative)
	}
	return i
}
