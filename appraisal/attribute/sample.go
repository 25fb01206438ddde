package attribute

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/textfile"
)

// Errors that a caller may want to tell apart.
var (
	// ErrSample: a sample has no items, or more items with the characteristic than items, or a negative number of either; or
	// thousands of samples have sizes without a common multiple of reasonable length.
	ErrSample = errors.New("attribute: sample")
	// ErrSingle: one item or unit was drawn out of more, so that there is no estimate of a variance.
	ErrSingle = design.ErrSingle
	// ErrUniverse: a universe is smaller than the sample drawn from it, or out of range.
	ErrUniverse = errors.New("attribute: universe")
	// ErrStrata: there are no strata, or too many.
	ErrStrata = errors.New("attribute: strata")
)

// Options are the confidence levels that every design takes beside its sample, those of [appraisal.Options]: Levels of two
// sides, none for 0.80, 0.90 and 0.95, and OneSidedLevels, none for no one-sided limits.
type Options = appraisal.Options

// Heading is what stands at the top of a printout beside its title: Audit, Date, Time and File, texts that may each be left
// out.
type Heading = textfile.Heading

// RowErrors are all the wrong rows of a file, each with its Line from 1, Column, Value and the Rule that it breaks.
type RowErrors = finding.RowErrors

// MaxUniverse, 2^53, is the largest universe, and the largest sample, that is accepted. Exact limits end before it, at
// [MaxExactUniverse].
const MaxUniverse = stage.MaxUniverse

// Sample is a simple random sample of items, some of which have the characteristic.
type Sample struct {
	// SampleSize is the number of items drawn.
	SampleSize int64 `json:"sampleSize"`
	// Count is the number of them with the characteristic.
	Count int64 `json:"count"`
}

// check holds a sample against the universe it was drawn from.
func (s Sample) check(universe int64) error {
	switch {
	case universe < 1 || universe > MaxUniverse:
		return fmt.Errorf("%w: %d is not between 1 and %d", ErrUniverse, universe, int64(MaxUniverse))
	case s.SampleSize < 1:
		return fmt.Errorf("%w: a size of %d", ErrSample, s.SampleSize)
	case s.Count < 0 || s.Count > s.SampleSize:
		return fmt.Errorf("%w: the characteristic in %d of %s", ErrSample, s.Count, finding.Count(s.SampleSize, "item", "items"))
	case universe < s.SampleSize:
		return fmt.Errorf("%w: %s, but the sample has %d", ErrUniverse, finding.Count(universe, "item", "items"), s.SampleSize)
	}
	return nil
}

// checkDigits bounds the digits of sums over samples.
func checkDigits(samples []Sample) error {
	sizes := make([]int64, len(samples))
	for i, s := range samples {
		sizes[i] = s.SampleSize
	}
	return checkSizes(sizes)
}

// checkSizes bounds the digits of sums over what was divided by these sizes.
func checkSizes(sizes []int64) error {
	if err := design.CheckDigits(sizes); err != nil {
		return fmt.Errorf("%w: %w", ErrSample, err)
	}
	return nil
}

// items hands a sample to a design.
func (s Sample) items() design.Items { return design.Binary(s.SampleSize, s.Count) }

// Projection is what an appraisal says of the universe: the quantity of items with the characteristic, which is the embedded
// estimate, and their proportion.
type Projection struct {
	appraisal.Estimate
	// Proportion of the items with the characteristic, as a fraction with its standard error and limits.
	Proportion appraisal.Estimate `json:"proportion"`
}

// MarshalJSON writes decimals as strings.
func (p Projection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// certain says that the quantity or the proportion has a standard error of zero.
func (p Projection) certain() bool {
	return p.StandardError.IsZero() || p.Proportion.StandardError.IsZero()
}

// project appraises a quantity, and its proportion of a known number of items. RAT-STATS takes the normal distribution in all
// designs but the unrestricted one, which has exact limits.
func project(quantity design.Part, items *big.Rat, o Options) (Projection, error) {
	var p Projection
	var err error
	if p.Estimate, err = appraisal.NewEstimate(quantity.Total, quantity.Variance, o, nil); err != nil {
		return Projection{}, err
	}
	share := new(big.Rat).Quo(quantity.Total, items)
	variance := new(big.Rat).Quo(quantity.Variance, items)
	p.Proportion, err = appraisal.NewEstimate(share, variance.Quo(variance, items), o, nil)
	return p, err
}
