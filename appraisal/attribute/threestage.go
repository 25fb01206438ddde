package attribute

import (
	"context"
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

// ThreeStageUnit is a primary unit that was drawn, with a simple random sample of its secondary units.
type ThreeStageUnit struct {
	// Name of the unit, for printouts; units are numbered from 1 in any case.
	Name string `json:"name,omitempty"`
	// Universe is the number of secondary units in the unit.
	Universe int64 `json:"universe"`
	// Units are the secondary units that were drawn.
	Units []SampledUnit `json:"units"`
}

// ThreeStage is RAT-STATS' "Attribute Appraisals > Three-Stage Unrestricted": a simple random sample of primary units,
// of each of them one of secondary units, and of each of these one of items, the third-stage units.
//
// Source: RAT-STATS Companion Manual 2-19 to 2-27, User's Guide 3-29 to 3-38; Cochran, Sampling Techniques (1977), sec.
// 10.8 and ch. 11.
type ThreeStage struct {
	// Universe is the number of primary units in the universe.
	Universe int64 `json:"universe"`
	// ThirdUniverse is the number of items in the universe, 0 where it is not known. It decides the estimator of the
	// proportion.
	ThirdUniverse int64 `json:"thirdUniverse,omitempty"`
	// Units are the primary units that were drawn.
	Units []ThreeStageUnit `json:"units"`
	Options
	// ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
	// secondary unit with more, as zero; without it either is an error. A single secondary unit of a primary unit with
	// more never has a variance, as in RAT-STATS' appraisal of dollars (User's Guide 4-72); its manuals are silent for
	// counts.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d ThreeStage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// ThreeStageUnitSection is what the sampled secondary units say of one primary unit.
type ThreeStageUnitSection struct {
	// Name of the unit as it was given.
	Name string `json:"name,omitempty"`
	// Universe is the number of secondary units in the unit, Items that of the items in those that were drawn.
	Universe int64 `json:"universe"`
	Items    int64 `json:"items"`
	// Sample are the items that were drawn in the unit.
	Sample
	// PointEstimate is the estimated quantity in the unit, StandardError its standard error.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	StandardError decimal.Decimal `json:"standardError"`
	// Units are the secondary units, in their order.
	Units []UnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (u ThreeStageUnitSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// ThreeStageResult is the appraisal of a three-stage sample. Its intervals use the normal distribution, as RAT-STATS has it.
type ThreeStageResult struct {
	Projection
	// Estimator is that of the proportion; the quantity is always unbiased. With a ratio the limits of the quantity are
	// no multiple of those of the proportion.
	Estimator Estimator `json:"estimator"`
	// Stages are the primary units, the secondary units of those that were drawn, and the items of those drawn of the
	// latter.
	Stages []appraisal.StageSize `json:"stages"`
	// ThirdUniverse is the number of items in the universe, 0 where it is not known.
	ThirdUniverse int64 `json:"thirdUniverse,omitempty"`
	// Count is the number of sampled items with the characteristic.
	Count int64 `json:"count"`
	// StageVariances are what drawing at each stage adds to the squared standard error of the quantity.
	StageVariances []decimal.Decimal `json:"stageVariances"`
	// Units are the primary units, in their order.
	Units []ThreeStageUnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (r ThreeStageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out. With N primary units, n of them drawn, m_i secondary units of the M_i of unit i,
// a_ij of b_ij items of the B_ij of unit ij with the characteristic, and S items in the universe,
//
//	p_ij = a_ij/b_ij          T_ij = B_ij * p_ij
//	T_i = M_i/m_i * sum T_ij  B_i = M_i/m_i * sum B_ij
//	T = N/n * sum T_i         B = N/n * sum B_i
//	W(R) = N(N-n)/n * sum [(T_i - T/N) - R(B_i - B/N)]^2 / (n-1)
//	     + N/n * sum M_i(M_i-m_i)/m_i * sum [(T_ij - T_i/M_i) - R(B_ij - B_i/M_i)]^2 / (m_i-1)
//	     + N/n * sum M_i/m_i * sum B_ij(B_ij-b_ij) * p_ij(1-p_ij)/(b_ij-1)
//	quantity T, with the variance W(0)
//	proportion p = T/S, with the variance W(0)/S^2, where S is known, and p = T/B with W(p)/B^2 where it is not
//
// The last is a ratio estimator, biased by exactly -Cov(p, B)/E(B); all else is unbiased, but for a second term of zero
// where a single secondary unit was drawn.
//
// Errors: [ErrUnits], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "single_unit" and "single_item"
// where zero stands in for a variance, "no_variation" for a standard error of zero without a census, "units_limit" beyond
// RAT-STATS' own limit.
func (d ThreeStage) Appraise() (ThreeStageResult, error) {
	return d.AppraiseContext(context.Background())
}

// AppraiseContext is Appraise until ctx is done, and then ends with the error of ctx.
func (d ThreeStage) AppraiseContext(ctx context.Context) (ThreeStageResult, error) {
	units, r, err := d.units(ctx)
	if err != nil {
		return ThreeStageResult{}, err
	}
	quantity, err := units.expand(d, new(big.Rat))
	if err != nil {
		return ThreeStageResult{}, err
	}
	n := int64(len(d.Units))
	raise := big.NewRat(d.Universe, n)
	var sizes, inner []design.Part // the items of each primary unit; the variance between and within its secondary units
	for i, own := range quantity.units {
		sizes = append(sizes, design.Known(units[i].items(d.Units[i])))
		inner = append(inner, design.Part{Total: own.Between, Variance: own.Within})
		r.Units[i].PointEstimate, r.Units[i].StandardError = exact.Round(own.Total), exact.Sqrt(own.Variance)
	}
	second, items := design.Sum(inner), design.Sum(sizes).Total
	r.StageVariances = []decimal.Decimal{exact.Round(quantity.Between), exact.Round(second.Total.Mul(second.Total, raise)),
		exact.Round(second.Variance.Mul(second.Variance, raise))}
	residuals := func(ratio *big.Rat) (design.Stage, error) {
		s, err := units.expand(d, ratio)
		return s.Stage, err
	}
	proportion, estimator, err := share(quantity.Part, d.ThirdUniverse, items.Mul(items, raise), residuals)
	if err != nil {
		return ThreeStageResult{}, err
	}
	if r.Projection, err = projectBoth(quantity.Part, proportion, d.Options); err != nil {
		return ThreeStageResult{}, err
	}
	r.Estimator = estimator
	var singleUnits, singleItems finding.Places
	for i, u := range d.Units {
		if len(u.Units) == 1 && u.Universe > 1 {
			singleUnits = append(singleUnits, d.unitName(i))
		}
		singleItems = append(singleItems, units[i].singles...)
	}
	r.Warnings = append(r.Warnings, stage.Warnings(r.Stages, r.certain(), "items", singleUnits, singleItems)...)
	if n > 50 {
		r.Warnings = append(r.Warnings, finding.Warn("units_limit",
			"RAT-STATS takes samples of up to 50 primary units; this one has %s.", exact.CommasInt(n)))
	}
	return r, nil
}

func (d ThreeStage) unitName(i int) string { return finding.Unit("unit", i, d.Units[i].Name) }

// threeStageUnits are the secondary units of each primary unit.
type threeStageUnits []sampledUnits

// units works out the secondary units, and what the result says of sizes.
func (d ThreeStage) units(ctx context.Context) (threeStageUnits, ThreeStageResult, error) {
	n := int64(len(d.Units))
	if err := stageErrors.Check(d.Universe, n); err != nil {
		return nil, ThreeStageResult{}, err
	}
	r := ThreeStageResult{ThirdUniverse: d.ThirdUniverse, Stages: make([]appraisal.StageSize, 3)}
	r.Stages[0] = appraisal.StageSize{Universe: d.Universe, SampleSize: n}
	second, third := &r.Stages[1], &r.Stages[2]
	var all threeStageUnits
	var samples []Sample
	for i, u := range d.Units {
		if err := stageErrors.Check(u.Universe, int64(len(u.Units))); err != nil {
			return nil, ThreeStageResult{}, fmt.Errorf("%s: %w", d.unitName(i), err)
		}
		own, err := projectUnits(ctx, u.Units, d.ZeroVarianceForSingle, func(k int) string {
			return finding.Unit(d.unitName(i)+", secondary unit", k, u.Units[k].Name)
		})
		if err == nil {
			err = stageErrors.Add(&second.Universe, u.Universe)
		}
		if err == nil {
			err = stageErrors.Add(&third.Universe, own.universe)
		}
		if err != nil {
			return nil, ThreeStageResult{}, err
		}
		if second.SampleSize += int64(len(u.Units)); second.SampleSize > stage.MaxUnits {
			return nil, ThreeStageResult{}, fmt.Errorf("%w: more than %d secondary units were drawn", ErrUnits, stage.MaxUnits)
		}
		third.SampleSize += own.sample.SampleSize
		r.Count += own.sample.Count
		r.Units = append(r.Units, ThreeStageUnitSection{Name: u.Name, Universe: u.Universe, Items: own.universe,
			Sample: own.sample, Units: own.projections})
		all, samples = append(all, own), append(samples, own.samples...)
	}
	if err := checkDigits(samples); err != nil {
		return nil, ThreeStageResult{}, err
	}
	census := n == d.Universe && second.SampleSize == second.Universe
	return all, r, stageErrors.Known(d.ThirdUniverse, third.Universe, census)
}

// items is the estimated number of items in a primary unit.
func (s sampledUnits) items(u ThreeStageUnit) *big.Rat {
	b := big.NewRat(u.Universe, int64(len(u.Units)))
	return b.Mul(b, exact.Int(s.universe))
}

// threeStageTotal is an estimate with those of its primary units.
type threeStageTotal struct {
	design.Stage
	units []design.Stage
}

// expand estimates the total of what a ratio leaves of each item; a ratio of 0 leaves the quantity.
func (all threeStageUnits) expand(d ThreeStage, ratio *big.Rat) (threeStageTotal, error) {
	var t threeStageTotal
	var parts []design.Part
	for i, u := range all {
		own, err := design.Expand(d.Units[i].Universe, design.Residuals(u.parts, u.sizes, ratio), true)
		if err != nil {
			return t, fmt.Errorf("%s: %w: %w", d.unitName(i), ErrUnits, err)
		}
		t.units, parts = append(t.units, own), append(parts, own.Part)
	}
	var err error
	if t.Stage, err = design.Expand(d.Universe, parts, d.ZeroVarianceForSingle); err != nil {
		return t, fmt.Errorf("%w: %w", ErrUnits, err)
	}
	return t, nil
}
