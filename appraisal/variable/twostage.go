package variable

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

// TwoStage is RAT-STATS' "Variable Appraisals > Two-Stage Unrestricted": a simple random sample of primary units, and
// of each of them a simple random sample of its items, the secondary units.
//
// Source: RAT-STATS Companion Manual 3-17 to 3-23, User's Guide 4-37 to 4-54; Cochran, Sampling Techniques (1977), ch. 11.
type TwoStage struct {
	// Universe is the number of primary units in the universe.
	Universe int64 `json:"universe"`
	// SecondaryUniverse is the number of secondary units in the universe, 0 where it is not known. It changes neither
	// the estimate nor its error (Companion Manual 3-23).
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

// TwoStageSection is the appraisal of one kind of value. The embedded estimate is of the total of the universe; its
// intervals use the normal distribution, as RAT-STATS has it.
type TwoStageSection struct {
	// Kind is the kind of value appraised.
	Kind Kind `json:"kind"`
	appraisal.Estimate
	// Stages are the primary units, and the secondary units of those that were drawn.
	Stages []appraisal.StageSize `json:"stages"`
	// SecondaryUniverse is the number of secondary units in the universe, 0 where it is not known.
	SecondaryUniverse int64 `json:"secondaryUniverse,omitempty"`
	// Nonzero is the number of sampled items that are not zero, Total the exact sum of all of them.
	Nonzero int64           `json:"nonzero"`
	Total   decimal.Decimal `json:"total"`
	// UnitsTotal is the estimated total of the primary units that were drawn.
	UnitsTotal decimal.Decimal `json:"unitsTotal"`
	// Mean is the point estimate by secondary unit of the universe; none where their number is not known.
	Mean *decimal.Decimal `json:"mean,omitempty"`
	// StageVariances are what drawing at either stage adds to the squared standard error.
	StageVariances []decimal.Decimal `json:"stageVariances"`
	// Units are the primary units, in their order.
	Units []UnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (s TwoStageSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// TwoStageResult is the appraisal of a two-stage sample: that of the difference, or of the only kind of value there is.
// Where the samples have two kinds, the others stand beside it.
type TwoStageResult struct {
	TwoStageSection
	// ExaminedSection and AuditedSection are there when the samples have such values besides the difference.
	ExaminedSection *TwoStageSection `json:"examinedSection,omitempty"`
	AuditedSection  *TwoStageSection `json:"auditedSection,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r TwoStageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Sections returns the appraisals of all kinds of value in the order RAT-STATS prints them: examined, audited, difference.
func (r TwoStageResult) Sections() []TwoStageSection {
	return inOrder(r.ExaminedSection, r.AuditedSection, r.TwoStageSection)
}

// Appraise works the appraisal out. With N primary units, n of them drawn, and m_i items of the M_i of unit i, of mean
// y_i and variance s_i^2,
//
//	T_i = M_i * y_i
//	point estimate T    = N/n * sum T_i
//	standard error      = sqrt(v)
//	v   = N(N-n)/n * sum (T_i - T/N)^2 / (n-1) + N/n * sum M_i(M_i-m_i)/m_i * s_i^2
//
// T and v are unbiased.
//
// Errors: [ErrUnits], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "single_unit" and "single_item"
// where ZeroVarianceForSingle stands in for a variance, "no_variation" for a standard error of zero without a census,
// "units_limit" and "universe_limit" beyond RAT-STATS' own limits.
func (d TwoStage) Appraise() (TwoStageResult, error) { return d.AppraiseContext(context.Background()) }

// AppraiseContext is Appraise until ctx is done, and then ends with the error of ctx.
func (d TwoStage) AppraiseContext(ctx context.Context) (TwoStageResult, error) {
	if err := stageErrors.Check(d.Universe, int64(len(d.Units))); err != nil {
		return TwoStageResult{}, err
	}
	samples := make([]Sample, len(d.Units))
	for i, u := range d.Units {
		samples[i] = u.Sample
	}
	kinds, err := leavesOf(samples, d.unitName)
	if err != nil {
		return TwoStageResult{}, err
	}
	var r TwoStageResult
	r.TwoStageSection, r.ExaminedSection, r.AuditedSection, err = byKind(kinds, func(l leaves) (TwoStageSection, error) {
		return d.section(ctx, l)
	})
	return r, err
}

func (d TwoStage) unitName(i int) string { return finding.Unit("unit", i, d.Units[i].Name) }

func (d TwoStage) section(ctx context.Context, l leaves) (TwoStageSection, error) {
	s := TwoStageSection{Kind: l.kind, SecondaryUniverse: d.SecondaryUniverse, Units: make([]UnitSection, len(d.Units))}
	parts := make([]design.Part, len(d.Units))
	first, second := appraisal.StageSize{Universe: d.Universe, SampleSize: int64(len(d.Units))}, appraisal.StageSize{}
	var singles finding.Places
	for i, u := range d.Units {
		if err := ctx.Err(); err != nil {
			return TwoStageSection{}, err
		}
		var err error
		if s.Units[i], parts[i], err = u.section(l.samples[i], d.ZeroVarianceForSingle); err == nil {
			err = stageErrors.Add(&second.Universe, u.Universe)
		}
		if err != nil {
			return TwoStageSection{}, fmt.Errorf("%s: %w", d.unitName(i), err)
		}
		if s.Units[i].single() {
			singles = append(singles, d.unitName(i))
		}
	}
	all := l.sum()
	second.SampleSize, s.Nonzero = all.Count(), all.Nonzero()
	s.Total, _ = exact.Decimal(all.Power(1)) // a finite decimal
	s.Stages = []appraisal.StageSize{first, second}
	if err := stageErrors.Known(d.SecondaryUniverse, second.Universe, first.SampleSize == first.Universe); err != nil {
		return TwoStageSection{}, err
	}
	total, err := design.Expand(d.Universe, parts, d.ZeroVarianceForSingle)
	if err != nil {
		return TwoStageSection{}, fmt.Errorf("%w: %w", ErrUnits, err)
	}
	if s.Estimate, err = appraisal.NewEstimate(total.Total, total.Variance, d.Options, nil); err != nil {
		return TwoStageSection{}, err
	}
	s.UnitsTotal = exact.Round(design.Sum(parts).Total)
	s.StageVariances = variances(total.Between, total.Within)
	if d.SecondaryUniverse > 0 {
		mean := exact.Round(new(big.Rat).Quo(total.Total, exact.Int(d.SecondaryUniverse)))
		s.Mean = &mean
	}
	s.Warnings = append(s.Warnings, d.warnings(s, singles)...)
	return s, nil
}

func (d TwoStage) warnings(s TwoStageSection, singles finding.Places) []finding.Warning {
	first, second := s.Stages[0], s.Stages[1]
	list := stage.Warnings(s.Stages, s.StandardError.IsZero(), string(s.Kind)+" values", nil, singles)
	if first.SampleSize > 500 {
		list = append(list, finding.Warn("units_limit", "RAT-STATS takes samples of up to 500 primary units; this one has %s.",
			exact.CommasInt(first.SampleSize)))
	}
	if first.Universe >= 1_000_000 || max(d.SecondaryUniverse, second.Universe) >= 1_000_000_000 {
		list = append(list, finding.Warn("universe_limit",
			"RAT-STATS takes universes below 1,000,000 primary and 1,000,000,000 secondary units."))
	}
	return list
}
