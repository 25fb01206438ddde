package attribute

import (
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

// MaxExactUniverse, 2,147,483,647, is the largest universe with exact limits, RAT-STATS' own bound (User's Guide 3-5).
const MaxExactUniverse = dist.MaxUniverse

// Unrestricted is RAT-STATS' "Attribute Appraisals > Unrestricted": a simple random sample, drawn without replacement from a
// universe of known size. Its limits are exact: they come from the hypergeometric distribution and not from a standard error.
//
// Source: RAT-STATS Companion Manual 2-2 to 2-5, 4-26 to 4-30, User's Guide 3-4 to 3-11; Buonaccorsi, "A note on confidence
// intervals for proportions in finite populations", The American Statistician 41 (1987), 215-218.
type Unrestricted struct {
	// Universe is the number of items the sample was drawn from, up to [MaxExactUniverse].
	Universe int64 `json:"universe"`
	Sample
	// Options are the two-sided levels, and the levels of one-sided limits, which RAT-STATS has only for the case of OneSided.
	// Here both may be anything between 0 and 1.
	Options
	// OneSided answers the question that RAT-STATS asks where no item of the sample or every item has the characteristic: the
	// levels are then one-sided ones, and only the limit that is not certain is stated. In any other case it is an error. Setting
	// OneSided after seeing the sample does not keep the level: where 3 items of a universe of 6 have the characteristic, two
	// fifths of the samples of 2 give an interval that misses the 3 at the level 0.80. Anyone who wants a one-sided limit
	// decides so beforehand and takes OneSidedLevels.
	OneSided bool `json:"oneSided,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (u Unrestricted) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// Side says which limits of an interval are stated.
type Side string

// The choices.
const (
	// TwoSided intervals have two limits, each with half of the probability outside.
	TwoSided Side = "two_sided"
	// LowerSide intervals have a lower limit only; the upper limit is the whole universe.
	LowerSide Side = "lower"
	// UpperSide intervals have an upper limit only; the lower limit is 0.
	UpperSide Side = "upper"
)

// CountInterval is a confidence interval of the number of items in the universe that have the characteristic.
type CountInterval struct {
	// Level is the confidence level as a fraction: 0.90.
	Level decimal.Decimal `json:"level"`
	// LowerLimit and UpperLimit are the smallest and the largest quantity of the interval, which holds both.
	LowerLimit int64 `json:"lowerLimit"`
	UpperLimit int64 `json:"upperLimit"`
	// LowerProportion and UpperProportion are the limits divided by the universe, as fractions.
	LowerProportion decimal.Decimal `json:"lowerProportion"`
	UpperProportion decimal.Decimal `json:"upperProportion"`
}

// MarshalJSON writes decimals as strings.
func (i CountInterval) MarshalJSON() ([]byte, error) { return jsonform.Marshal(i) }

// UnrestrictedResult is the appraisal of an unrestricted sample.
type UnrestrictedResult struct {
	// Universe and Sample are those that were appraised.
	Universe int64 `json:"universe"`
	Sample
	// PointEstimate is the projected quantity of items with the characteristic in the universe.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// StandardError of the quantity, stated beside the limits, which do not come from it; none for a single item drawn out of
	// more.
	StandardError *decimal.Decimal `json:"standardError,omitempty"`
	// Proportion of items with the characteristic, as a fraction, and its standard error.
	Proportion              decimal.Decimal  `json:"proportion"`
	StandardErrorProportion *decimal.Decimal `json:"standardErrorProportion,omitempty"`
	// Side says what the intervals are: two-sided, or the answer to [Unrestricted.OneSided].
	Side Side `json:"side"`
	// Intervals are in the order of the levels asked for.
	Intervals []CountInterval `json:"intervals"`
	// OneSided are the limits of the one-sided levels asked for. Each of the two alone holds with the confidence of the level,
	// both together do not.
	OneSided []CountInterval `json:"oneSided,omitempty"`
	// Warnings are findings that are not errors.
	Warnings []appraisal.Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r UnrestrictedResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// At returns the interval of a confidence level such as 0.90, and whether it is among the levels asked for.
func (r UnrestrictedResult) At(level decimal.Decimal) (CountInterval, bool) {
	return at(r.Intervals, level, func(i CountInterval) decimal.Decimal { return i.Level })
}

// Appraise works the appraisal out. With X the items with the characteristic among n drawn from N of which k have it,
//
//	proportion                 p  = x/n
//	projected quantity            = N*p
//	standard error (proportion)   = sqrt(p(1-p)/(n-1) * (1 - n/N))
//	standard error (quantity)     = N * standard error (proportion)
//	lower limit                k1 = smallest k with P(X >= x | k) > tail
//	upper limit                k2 = largest  k with P(X <= x | k) > tail
//
// where tail is (1-level)/2 for two-sided levels and 1-level for one-sided ones. Both inequalities are strict and are decided
// as in exact arithmetic: a k whose probability is the tail itself lies outside. Limits as proportions are k1/N and k2/N.
//
// Errors: [ErrSample], [ErrUniverse], appraisal.ErrLevel (also for a level so near to 1 that a tail is below 1e-30). Warning:
// "single_item" for one item drawn out of more, which has limits but no standard error.
func (u Unrestricted) Appraise() (UnrestrictedResult, error) {
	side, err := u.check()
	if err != nil {
		return UnrestrictedResult{}, err
	}
	twoSided, oneSided, err := exactLevels(u.Options)
	if err != nil {
		return UnrestrictedResult{}, err
	}
	r := UnrestrictedResult{Universe: u.Universe, Sample: u.Sample, Side: side}
	if err := r.estimate(); err != nil {
		return UnrestrictedResult{}, err
	}
	limits := bounds[int64]{
		lower: func(tail *big.Rat) (int64, error) {
			return dist.HypergeometricLower(u.Universe, u.SampleSize, u.Count, tail)
		},
		upper: func(tail *big.Rat) (int64, error) {
			return dist.HypergeometricUpper(u.Universe, u.SampleSize, u.Count, tail)
		},
	}
	find := limits.twoSided
	if side != TwoSided {
		find = limits.oneSided // of which one limit is certain: 0 of a universe, or all of it
	}
	for _, level := range twoSided {
		lower, upper, err := find(level)
		if err != nil {
			return UnrestrictedResult{}, err
		}
		r.Intervals = append(r.Intervals, countInterval(level, lower, upper, u.Universe))
	}
	for _, level := range oneSided {
		lower, upper, err := limits.oneSided(level)
		if err != nil {
			return UnrestrictedResult{}, err
		}
		r.OneSided = append(r.OneSided, countInterval(level, lower, upper, u.Universe))
	}
	return r, nil
}

func (u Unrestricted) check() (Side, error) {
	if err := u.Sample.check(u.Universe); err != nil {
		return "", err
	}
	switch {
	case u.Universe > MaxExactUniverse:
		return "", fmt.Errorf("%w: %d items; exact limits go up to %d", ErrUniverse, u.Universe, int64(MaxExactUniverse))
	case !u.OneSided:
		return TwoSided, nil
	case u.Count == 0:
		return UpperSide, nil
	case u.Count == u.SampleSize:
		return LowerSide, nil
	}
	return "", fmt.Errorf("%w: %d of %d items have the characteristic; the one-sided interval of RAT-STATS is for none or all of "+
		"them (oneSidedLevels are for any number)", ErrSample, u.Count, u.SampleSize)
}

// estimate works out the point estimates and standard errors.
func (r *UnrestrictedResult) estimate() error {
	part, err := design.Simple(r.Universe, r.items(), true)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrSample, err)
	}
	N := exact.Int(r.Universe)
	r.PointEstimate, r.Proportion = exact.Round(part.Total), exact.Round(new(big.Rat).Quo(part.Total, N))
	if r.SampleSize == 1 && r.Universe > 1 {
		r.Warnings = append(r.Warnings, finding.Warn("single_item",
			"One item was drawn of %s: there are limits, but the standard error is not known.", exact.CommasInt(r.Universe)))
		return nil
	}
	quantity, proportion := exact.Sqrt(part.Variance), exact.Sqrt(new(big.Rat).Quo(part.Variance, N.Mul(N, N)))
	r.StandardError, r.StandardErrorProportion = &quantity, &proportion
	return nil
}

func countInterval(level decimal.Decimal, lower, upper, universe int64) CountInterval {
	share := func(k int64) decimal.Decimal { return exact.Round(big.NewRat(k, universe)) }
	return CountInterval{level, lower, upper, share(lower), share(upper)}
}
