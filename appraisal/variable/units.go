package variable

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrUnits: there are no sampled units, or too many.
var ErrUnits = errors.New("variable: units")

var stageErrors = stage.Errors{Units: ErrUnits, Universe: ErrUniverse}

// SampledUnit is a unit of which a simple random sample of items was drawn: a primary unit of a two-stage sample, a
// secondary unit of a three-stage one.
type SampledUnit struct {
	// Name of the unit, for printouts; units are numbered from 1 in any case.
	Name string `json:"name,omitempty"`
	// Universe is the number of items in the unit.
	Universe int64 `json:"universe"`
	Sample
}

// MarshalJSON writes decimals as strings.
func (u SampledUnit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// UnitSection is what the items of one sampled unit say of it.
type UnitSection struct {
	// Name of the unit as it was given.
	Name string `json:"name,omitempty"`
	// Universe is the number of items in the unit, SampleSize of those drawn, Nonzero of those of them that are not zero.
	Universe   int64 `json:"universe"`
	SampleSize int64 `json:"sampleSize"`
	Nonzero    int64 `json:"nonzero"`
	// Total is the exact sum of the sampled values.
	Total decimal.Decimal `json:"total"`
	// Mean of the values, and their Variance and StandardDeviation, divisor SampleSize-1; both are 0 for a single item.
	Mean              decimal.Decimal `json:"mean"`
	Variance          decimal.Decimal `json:"variance"`
	StandardDeviation decimal.Decimal `json:"standardDeviation"`
	// PointEstimate is the estimated total of the unit, StandardError its standard error.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	StandardError decimal.Decimal `json:"standardError"`
}

// MarshalJSON writes decimals as strings.
func (u UnitSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// section works out one unit, and what it adds to a larger population.
func (u SampledUnit) section(sums appraisal.Sums, zeroForSingle bool) (UnitSection, design.Part, error) {
	if err := checkUniverse(u.Universe, sums.Count()); err != nil {
		return UnitSection{}, design.Part{}, err
	}
	part, err := design.Simple(u.Universe, items(sums), zeroForSingle)
	if err != nil {
		return UnitSection{}, design.Part{}, fmt.Errorf("%w: %w", ErrSample, err)
	}
	s := UnitSection{
		Name: u.Name, Universe: u.Universe, SampleSize: sums.Count(), Nonzero: sums.Nonzero(), Mean: exact.Round(sums.Mean()),
		PointEstimate: exact.Round(part.Total), StandardError: exact.Sqrt(part.Variance),
	}
	s.Total, _ = exact.Decimal(sums.Power(1)) // a finite decimal
	if v := sums.Variance(); v != nil {       // a single item has none
		s.Variance, s.StandardDeviation = exact.Round(v), exact.Sqrt(v)
	}
	return s, part, nil
}

// single says that a unit has one sampled item out of more.
func (u UnitSection) single() bool { return u.SampleSize == 1 && u.Universe > 1 }

// variances states the parts of a variance.
func variances(parts ...*big.Rat) []decimal.Decimal {
	list := make([]decimal.Decimal, len(parts))
	for i, p := range parts {
		list[i] = exact.Round(p)
	}
	return list
}
