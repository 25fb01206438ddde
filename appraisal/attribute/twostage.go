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

// TwoStage is RAT-STATS' "Attribute Appraisals > Two-Stage Unrestricted": a simple random sample of primary units, and
// of each of them a simple random sample of its items, the secondary units.
//
// Source: RAT-STATS Companion Manual 2-11 to 2-18, User's Guide 3-20 to 3-28; Cochran, Sampling Techniques (1977), ch. 11.
type TwoStage struct {
	// Universe is the number of primary units in the universe.
	Universe int64 `json:"universe"`
	// SecondaryUniverse is the number of items in the universe, 0 where it is not known. It decides the estimator of
	// the proportion.
	SecondaryUniverse int64 `json:"secondaryUniverse,omitempty"`
	// Units are the primary units that were drawn.
	Units []SampledUnit `json:"units"`
	Options
	// ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
	// unit with more, as zero; without it either is an error. RAT-STATS' manuals give no rule.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d TwoStage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// TwoStageResult is the appraisal of a two-stage sample. Its intervals use the normal distribution, as RAT-STATS has
// it. RAT-STATS shows no quantity where the items of the universe are not known, although its estimate does not need
// them.
type TwoStageResult struct {
	Projection
	// Estimator is that of the proportion; the quantity is always unbiased.
	Estimator Estimator `json:"estimator"`
	// Stages are the primary units, and the items of those that were drawn.
	Stages []appraisal.StageSize `json:"stages"`
	// SecondaryUniverse is the number of items in the universe, 0 where it is not known.
	SecondaryUniverse int64 `json:"secondaryUniverse,omitempty"`
	// Count is the number of sampled items with the characteristic.
	Count int64 `json:"count"`
	// StageVariances are what drawing at either stage adds to the squared standard error of the quantity.
	StageVariances []decimal.Decimal `json:"stageVariances"`
	// Units are the primary units, in their order.
	Units []UnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (r TwoStageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out. With N primary units, n of them drawn, a_i of m_i items of the M_i of unit i with the
// characteristic, and M items in the universe,
//
//	p_i = a_i/m_i    T_i = M_i * p_i    T = N/n * sum T_i    B = N/n * sum M_i
//	W(R) = N(N-n)/n * sum ((T_i - R*M_i) - (T - R*B)/N)^2 / (n-1) + N/n * sum M_i(M_i-m_i) * p_i(1-p_i)/(m_i-1)
//	quantity T, with the variance W(0)
//	proportion p = T/M, with the variance W(0)/M^2, where M is known, and p = T/B with W(p)/B^2 where it is not
//
// The last is a ratio estimator, biased by exactly -Cov(p, B)/E(B); all else is unbiased.
//
// Errors: [ErrUnits], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "single_unit" and "single_item"
// where ZeroVarianceForSingle stands in for a variance, "no_variation" for a standard error of zero without a census,
// "units_limit" beyond RAT-STATS' own limit.
func (d TwoStage) Appraise() (TwoStageResult, error) { return d.AppraiseContext(context.Background()) }

// AppraiseContext is Appraise until ctx is done, and then ends with the error of ctx.
func (d TwoStage) AppraiseContext(ctx context.Context) (TwoStageResult, error) {
	n := int64(len(d.Units))
	if err := stageErrors.Check(d.Universe, n); err != nil {
		return TwoStageResult{}, err
	}
	name := func(i int) string { return finding.Unit("unit", i, d.Units[i].Name) }
	units, err := projectUnits(ctx, d.Units, d.ZeroVarianceForSingle, name)
	if err != nil {
		return TwoStageResult{}, err
	}
	if err := stageErrors.Known(d.SecondaryUniverse, units.universe, n == d.Universe); err != nil {
		return TwoStageResult{}, err
	}
	quantity, err := design.Expand(d.Universe, units.parts, d.ZeroVarianceForSingle)
	if err != nil {
		return TwoStageResult{}, fmt.Errorf("%w: %w", ErrUnits, err)
	}
	r := TwoStageResult{
		Stages: []appraisal.StageSize{
			{Universe: d.Universe, SampleSize: n}, {Universe: units.universe, SampleSize: units.sample.SampleSize},
		},
		Count: units.sample.Count, SecondaryUniverse: d.SecondaryUniverse, Units: units.projections,
		StageVariances: []decimal.Decimal{exact.Round(quantity.Between), exact.Round(quantity.Within)},
	}
	items := exact.Int(units.universe)
	items.Quo(items.Mul(items, exact.Int(d.Universe)), exact.Int(n)) // B
	proportion, estimator, err := share(quantity.Part, d.SecondaryUniverse, items, func(ratio *big.Rat) (design.Stage, error) {
		return design.Expand(d.Universe, design.Residuals(units.parts, units.sizes, ratio), d.ZeroVarianceForSingle)
	})
	if err != nil {
		return TwoStageResult{}, err
	}
	if r.Projection, err = projectBoth(quantity.Part, proportion, d.Options); err != nil {
		return TwoStageResult{}, err
	}
	r.Estimator = estimator
	r.Warnings = append(r.Warnings, stage.Warnings(r.Stages, r.certain(), "items", nil, units.singles)...)
	if n > 250 {
		r.Warnings = append(r.Warnings, finding.Warn("units_limit",
			"RAT-STATS takes samples of up to 250 primary units; this one has %s.", exact.CommasInt(n)))
	}
	return r, nil
}
