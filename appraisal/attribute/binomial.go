package attribute

import (
	"context"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// MaxTrials is the largest sample of a [Binomial]. There a limit takes up to a quarter of a second.
const MaxTrials = 2_000_000

// Binomial is the appraisal of a share of items where the universe is of unknown size or has no end, such as the claims that a
// process goes on to produce. Its limits are those of Clopper and Pearson. RAT-STATS has no such appraisal.
//
// For a universe whose size is known, [Unrestricted] is the one to use. Its limits, as shares, tend to these as the universe
// grows.
//
// Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika
// 26 (1934), 404-413.
type Binomial struct {
	Sample
	// Options are the two-sided and the one-sided levels, anything between 0 and 1.
	Options
}

// MarshalJSON writes decimals as strings.
func (b Binomial) MarshalJSON() ([]byte, error) { return jsonform.Marshal(b) }

// ProportionInterval is a confidence interval of the share of items that have the characteristic.
type ProportionInterval struct {
	// Level is the confidence level as a fraction: 0.90.
	Level decimal.Decimal `json:"level"`
	// LowerLimit and UpperLimit as fractions.
	LowerLimit decimal.Decimal `json:"lowerLimit"`
	UpperLimit decimal.Decimal `json:"upperLimit"`
}

// MarshalJSON writes decimals as strings.
func (i ProportionInterval) MarshalJSON() ([]byte, error) { return jsonform.Marshal(i) }

// BinomialResult is the appraisal of a sample from a universe of unknown size. All shares are fractions.
type BinomialResult struct {
	// Sample is the one that was appraised.
	Sample
	// PointEstimate is the share of items in the sample that have the characteristic.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// StandardError of the share, stated beside the limits, which do not come from it; none for a single item.
	StandardError *decimal.Decimal `json:"standardError,omitempty"`
	// Intervals are two-sided, in the order of the levels asked for.
	Intervals []ProportionInterval `json:"intervals"`
	// OneSided are the limits of the one-sided levels asked for. Each of the two alone holds with the confidence of the level,
	// both together do not.
	OneSided []ProportionInterval `json:"oneSided,omitempty"`
	// Warnings are findings that are not errors.
	Warnings []appraisal.Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r BinomialResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// At returns the two-sided interval of a confidence level such as 0.90, and whether it is among the levels asked for.
func (r BinomialResult) At(level decimal.Decimal) (ProportionInterval, bool) {
	return at(r.Intervals, level, func(i ProportionInterval) decimal.Decimal { return i.Level })
}

// Appraise works the appraisal out. With X the items with the characteristic in n independent trials of probability p,
//
//	point estimate     = x/n
//	standard error     = sqrt(x/n (1-x/n) / (n-1))
//	lower limit    p1:   P(X >= x | p1) = tail, 0 for x = 0
//	upper limit    p2:   P(X <= x | p2) = tail, 1 for x = n
//
// where tail is (1-level)/2 for two-sided levels and 1-level for one-sided ones.
//
// Errors: [ErrSample], also for more than [MaxTrials] items; appraisal.ErrLevel. Warning: "single_item" for a sample of one
// item, which has limits but no standard error.
func (b Binomial) Appraise() (BinomialResult, error) { return b.AppraiseContext(context.Background()) }

// AppraiseContext is Appraise until ctx is done, and then ends with the error of ctx.
func (b Binomial) AppraiseContext(ctx context.Context) (BinomialResult, error) {
	if err := b.Sample.check(MaxUniverse); err != nil {
		return BinomialResult{}, err
	}
	if b.SampleSize > MaxTrials {
		return BinomialResult{}, fmt.Errorf("%w: a size of %d, limits go up to %d", ErrSample, b.SampleSize, int64(MaxTrials))
	}
	twoSided, oneSided, err := exactLevels(b.Options)
	if err != nil {
		return BinomialResult{}, err
	}
	limits := bounds[decimal.Decimal]{
		lower: func(tail *big.Rat) (decimal.Decimal, error) { return dist.BinomialLower(b.SampleSize, b.Count, tail) },
		upper: func(tail *big.Rat) (decimal.Decimal, error) { return dist.BinomialUpper(b.SampleSize, b.Count, tail) },
	}
	r := BinomialResult{Sample: b.Sample, PointEstimate: exact.Round(b.items().Mean)}
	r.StandardError, r.Warnings = b.standardError()
	for _, level := range twoSided {
		if err := ctx.Err(); err != nil {
			return BinomialResult{}, err
		}
		lower, upper, err := limits.twoSided(level)
		if err != nil {
			return BinomialResult{}, err
		}
		r.Intervals = append(r.Intervals, ProportionInterval{level, lower, upper})
	}
	for _, level := range oneSided {
		if err := ctx.Err(); err != nil {
			return BinomialResult{}, err
		}
		lower, upper, err := limits.oneSided(level)
		if err != nil {
			return BinomialResult{}, err
		}
		r.OneSided = append(r.OneSided, ProportionInterval{level, lower, upper})
	}
	return r, nil
}

// standardError is that of a mean of independent items: without a finite population correction.
func (s Sample) standardError() (*decimal.Decimal, []appraisal.Warning) {
	if s.SampleSize == 1 {
		return nil, []appraisal.Warning{finding.Warn("single_item", "The sample is one item: there are limits, but the standard error is not known.")}
	}
	items := design.Binary(s.SampleSize, s.Count)
	e := exact.Sqrt(items.Variance.Quo(items.Variance, exact.Int(s.SampleSize)))
	return &e, nil
}
