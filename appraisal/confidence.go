package appraisal

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// Distribution names where the percentile of a confidence interval comes from.
type Distribution string

const (
	// StudentT is Student's t distribution.
	StudentT Distribution = "t"
	// Normal is the standard normal distribution (z).
	Normal Distribution = "z"
	// NoDistribution: every unit was examined, so there is nothing to be uncertain about and no percentile.
	NoDistribution Distribution = "none"
)

// Confidence is a confidence level and the percentile that stands for it.
type Confidence struct {
	// Level is the confidence level as a fraction: 0.90.
	Level decimal.Decimal `json:"level"`
	// Distribution is the distribution of the percentile.
	Distribution Distribution `json:"distribution"`
	// DegreesOfFreedom of t; 0 for the other distributions.
	DegreesOfFreedom decimal.Decimal `json:"degreesOfFreedom"`
	// Percentile is the value that the distribution stays below with probability (1+Level)/2 where the level is two-sided
	// (RAT-STATS prints it as T-VALUE USED or Z-VALUE USED), and Level where it is one-sided.
	Percentile decimal.Decimal `json:"percentile"`
}

// MarshalJSON writes decimals as strings.
func (c Confidence) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// DefaultLevels returns the levels RAT-STATS' appraisals print: 0.80, 0.90 and 0.95.
func DefaultLevels() []decimal.Decimal {
	return []decimal.Decimal{decimal.New(80, -2), decimal.New(90, -2), decimal.New(95, -2)}
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
	if err := CheckLevel(level); err != nil {
		return Confidence{Level: level, Distribution: Normal}, err
	}
	p := exact.Rat(level)
	return percentile(level, p.Add(p, exact.Int(1)).Quo(p, exact.Int(2)), degreesOfFreedom)
}

// OneSidedPercentile is [Percentile] for a one-sided level, from 0.5 on.
func OneSidedPercentile(level decimal.Decimal, degreesOfFreedom *big.Rat) (Confidence, error) {
	if err := CheckLevel(level); err != nil {
		return Confidence{Level: level, Distribution: Normal}, err
	}
	return percentile(level, exact.Rat(level), degreesOfFreedom)
}

// percentile returns what a distribution stays below with probability p.
func percentile(level decimal.Decimal, p, degreesOfFreedom *big.Rat) (Confidence, error) {
	c := Confidence{Level: exact.Canonical(level), Distribution: Normal}
	var err error
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
