package attribute

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrUnits: there are no sampled units, or too many.
var ErrUnits = errors.New("attribute: units")

var stageErrors = stage.Errors{Units: ErrUnits, Universe: ErrUniverse}

// Estimator says how a proportion is estimated.
type Estimator string

// The estimators.
const (
	// Unbiased: the estimated quantity is divided by the known number of items in the universe.
	Unbiased Estimator = "unbiased"
	// Ratio: that number is not known, and the estimated quantity is divided by its estimate from the same sample. The
	// proportion is biased; the bias goes to zero as the number of sampled primary units grows.
	Ratio Estimator = "ratio"
)

// SampledUnit is a unit of which a simple random sample of items was drawn: a primary unit of a two-stage sample, a
// secondary unit of a three-stage one.
type SampledUnit struct {
	// Name of the unit, for printouts; units are numbered from 1 in any case.
	Name string `json:"name,omitempty"`
	// Universe is the number of items in the unit.
	Universe int64 `json:"universe"`
	Sample
}

// UnitSection is what the items of one sampled unit say of it.
type UnitSection struct {
	SampledUnit
	// Proportion of the sampled items with the characteristic.
	Proportion decimal.Decimal `json:"proportion"`
	// PointEstimate is the estimated quantity in the unit, StandardError its standard error.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	StandardError decimal.Decimal `json:"standardError"`
}

// MarshalJSON writes decimals as strings.
func (u UnitSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// project works out one unit, and what it adds to a larger population.
func (u SampledUnit) project(zeroForSingle bool) (UnitSection, design.Part, error) {
	part, err := u.part(u.Universe, zeroForSingle)
	if err != nil {
		return UnitSection{}, design.Part{}, err
	}
	return UnitSection{SampledUnit: u, Proportion: exact.Round(u.items().Mean), PointEstimate: exact.Round(part.Total),
		StandardError: exact.Sqrt(part.Variance)}, part, nil
}

// part estimates the quantity in a universe from which the sample was drawn.
func (s Sample) part(universe int64, zeroForSingle bool) (design.Part, error) {
	if err := s.check(universe); err != nil {
		return design.Part{}, err
	}
	part, err := design.Simple(universe, s.items(), zeroForSingle)
	if err != nil {
		return design.Part{}, fmt.Errorf("%w: %w", ErrSample, err)
	}
	return part, nil
}

// single says that a unit has one sampled item out of more.
func (u SampledUnit) single() bool { return u.SampleSize == 1 && u.Universe > 1 }

// sampledUnits are the sampled units of one unit of the stage before, or of the universe, with their parts and sizes.
type sampledUnits struct {
	projections []UnitSection
	parts       []design.Part
	sizes       []*big.Rat
	universe    int64 // items of all of them
	sample      Sample
	samples     []Sample // of the units
	singles     finding.Places
}

// projectUnits works out units. name says in an error or warning which one is meant.
func projectUnits(ctx context.Context, units []SampledUnit, zeroForSingle bool, name func(i int) string) (sampledUnits, error) {
	var all sampledUnits
	for i, u := range units {
		if err := ctx.Err(); err != nil {
			return sampledUnits{}, err
		}
		p, part, err := u.project(zeroForSingle)
		if err == nil {
			err = stageErrors.Add(&all.universe, u.Universe)
		}
		if err != nil {
			return sampledUnits{}, fmt.Errorf("%s: %w", name(i), err)
		}
		if u.single() {
			all.singles = append(all.singles, name(i))
		}
		all.projections, all.parts = append(all.projections, p), append(all.parts, part)
		all.sizes = append(all.sizes, exact.Int(u.Universe))
		all.sample.SampleSize += u.SampleSize
		all.sample.Count += u.Count
		all.samples = append(all.samples, u.Sample)
	}
	return all, checkDigits(all.samples)
}

// share estimates the proportion that a quantity is: of the known number of items in the universe, or where that is 0 of its
// estimate, with the variance of the residuals along the design.
func share(quantity design.Part, known int64, estimated *big.Rat,
	residuals func(*big.Rat) (design.Stage, error)) (design.Part, Estimator, error) {
	if known == 0 {
		p, err := design.Ratio(quantity.Total, estimated, residuals)
		return p, Ratio, err
	}
	whole := func(*big.Rat) (design.Stage, error) { return design.Stage{Part: quantity}, nil }
	p, err := design.Ratio(quantity.Total, exact.Int(known), whole)
	return p, Unbiased, err
}

// projectBoth appraises a quantity and a proportion that have variances of their own.
func projectBoth(quantity, proportion design.Part, o Options) (Projection, error) {
	var p Projection
	var err error
	if p.Estimate, err = appraisal.NewEstimate(quantity.Total, quantity.Variance, o, nil); err != nil {
		return Projection{}, err
	}
	p.Proportion, err = appraisal.NewEstimate(proportion.Total, proportion.Variance, o, nil)
	return p, err
}
