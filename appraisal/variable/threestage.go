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

// ThreeStageUnit is a primary unit that was drawn, with a simple random sample of its secondary units.
type ThreeStageUnit struct {
	// Name of the unit, for printouts; units are numbered from 1 in any case.
	Name string `json:"name,omitempty"`
	// Universe is the number of secondary units in the unit.
	Universe int64 `json:"universe"`
	// Units are the secondary units that were drawn.
	Units []SampledUnit `json:"units"`
}

// ThreeStage is RAT-STATS' "Variable Appraisals > Three-Stage Unrestricted": a simple random sample of primary units,
// of each of them one of secondary units, and of each of these one of items, the third-stage units.
//
// Source: RAT-STATS Companion Manual 3-24 to 3-34, User's Guide 4-55 to 4-75; Cochran, Sampling Techniques (1977), sec.
// 10.8 and ch. 11.
type ThreeStage struct {
	// Universe is the number of primary units in the universe.
	Universe int64 `json:"universe"`
	// Units are the primary units that were drawn.
	Units []ThreeStageUnit `json:"units"`
	Options
	// ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
	// secondary unit with more, as zero; without it either is an error. A single secondary unit of a primary unit with
	// more never has a variance, as in RAT-STATS (User's Guide 4-72).
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d ThreeStage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// ThreeStageUnitSection is what the sampled secondary units say of one primary unit.
type ThreeStageUnitSection struct {
	// Name of the unit as it was given.
	Name string `json:"name,omitempty"`
	// Universe is the number of secondary units in the unit, Items that of the items in those that were drawn, SampleSize
	// that of the items drawn of them.
	Universe   int64 `json:"universe"`
	Items      int64 `json:"items"`
	SampleSize int64 `json:"sampleSize"`
	// PointEstimate is the estimated total of the unit, StandardError its standard error, Mean the estimate by
	// secondary unit.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	StandardError decimal.Decimal `json:"standardError"`
	Mean          decimal.Decimal `json:"mean"`
	// Units are the secondary units, in their order.
	Units []UnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (u ThreeStageUnitSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// ThreeStageSection is the appraisal of one kind of value. The embedded estimate is of the total of the universe; its
// intervals use the normal distribution, as RAT-STATS has it.
type ThreeStageSection struct {
	// Kind is the kind of value appraised.
	Kind Kind `json:"kind"`
	appraisal.Estimate
	// Stages are the primary units, the secondary units of those that were drawn, and the items of those drawn of the
	// latter.
	Stages []appraisal.StageSize `json:"stages"`
	// Nonzero is the number of sampled items that are not zero, Total the exact sum of all of them.
	Nonzero int64           `json:"nonzero"`
	Total   decimal.Decimal `json:"total"`
	// StageVariances are what drawing at each stage adds to the squared standard error.
	StageVariances []decimal.Decimal `json:"stageVariances"`
	// Units are the primary units, in their order.
	Units []ThreeStageUnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (s ThreeStageSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// ThreeStageResult is the appraisal of a three-stage sample: that of the difference, or of the only kind of value there
// is. Where the samples have two kinds, the others stand beside it.
type ThreeStageResult struct {
	ThreeStageSection
	// ExaminedSection and AuditedSection are there when the samples have such values besides the difference.
	ExaminedSection *ThreeStageSection `json:"examinedSection,omitempty"`
	AuditedSection  *ThreeStageSection `json:"auditedSection,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r ThreeStageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Sections returns the appraisals of all kinds of value in the order RAT-STATS prints them: examined, audited, difference.
func (r ThreeStageResult) Sections() []ThreeStageSection {
	return inOrder(r.ExaminedSection, r.AuditedSection, r.ThreeStageSection)
}

// Appraise works the appraisal out. With N primary units, n of them drawn, m_i secondary units of the M_i of unit i,
// and b_ij items of the B_ij of unit ij, of mean y_ij and variance s_ij^2,
//
//	T_ij = B_ij * y_ij    T_i = M_i/m_i * sum T_ij
//	point estimate T    = N/n * sum T_i
//	standard error      = sqrt(v)
//	v   = N(N-n)/n * s^2 + N/n * sum M_i(M_i-m_i)/m_i * s_i^2 + N/n * sum M_i/m_i * sum B_ij(B_ij-b_ij)/b_ij * s_ij^2
//
// s^2 and s_i^2 are the sample variances of the T_i and of the T_ij of a unit. T is unbiased, and so is v except where s_i^2
// is 0 because a single secondary unit was drawn out of more.
//
// Errors: [ErrUnits], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "single_unit" and "single_item"
// where zero stands in for a variance, "no_variation" for a standard error of zero without a census, "units_limit" and
// "universe_limit" beyond RAT-STATS' own limits.
func (d ThreeStage) Appraise() (ThreeStageResult, error) {
	return d.AppraiseContext(context.Background())
}

// AppraiseContext is Appraise until ctx is done, and then ends with the error of ctx.
func (d ThreeStage) AppraiseContext(ctx context.Context) (ThreeStageResult, error) {
	if err := stageErrors.Check(d.Universe, int64(len(d.Units))); err != nil {
		return ThreeStageResult{}, err
	}
	var samples []Sample
	var names []string
	for i, u := range d.Units {
		if err := stageErrors.Check(u.Universe, int64(len(u.Units))); err != nil {
			return ThreeStageResult{}, fmt.Errorf("%s: %w", d.unitName(i), err)
		}
		for k, s := range u.Units {
			samples = append(samples, s.Sample)
			names = append(names, finding.Unit(d.unitName(i)+", secondary unit", k, s.Name))
		}
	}
	if len(samples) > stage.MaxUnits {
		return ThreeStageResult{}, fmt.Errorf("%w: %d secondary units were drawn, more than %d",
			ErrUnits, len(samples), stage.MaxUnits)
	}
	kinds, err := leavesOf(samples, func(i int) string { return names[i] })
	if err != nil {
		return ThreeStageResult{}, err
	}
	var r ThreeStageResult
	r.ThreeStageSection, r.ExaminedSection, r.AuditedSection, err = byKind(kinds, func(l leaves) (ThreeStageSection, error) {
		return d.section(ctx, l, names)
	})
	return r, err
}

func (d ThreeStage) unitName(i int) string { return finding.Unit("unit", i, d.Units[i].Name) }

// section appraises one kind of value. names are those of all secondary units.
func (d ThreeStage) section(ctx context.Context, l leaves, names []string) (ThreeStageSection, error) {
	s := ThreeStageSection{Kind: l.kind, Stages: make([]appraisal.StageSize, 3)}
	s.Stages[0] = appraisal.StageSize{Universe: d.Universe, SampleSize: int64(len(d.Units))}
	all := l.sum()
	s.Nonzero = all.Nonzero()
	s.Total, _ = exact.Decimal(all.Power(1)) // a finite decimal
	var parts []design.Part
	var singleUnits, singleItems finding.Places
	var inner []design.Part // the variance between and within the secondary units of each
	for i, u := range d.Units {
		own := ThreeStageUnitSection{Name: u.Name, Universe: u.Universe, Units: make([]UnitSection, len(u.Units))}
		inside := make([]design.Part, len(u.Units))
		for k, secondary := range u.Units {
			if err := ctx.Err(); err != nil {
				return ThreeStageSection{}, err
			}
			var err error
			own.Units[k], inside[k], err = secondary.section(l.samples[0], d.ZeroVarianceForSingle)
			if err == nil {
				err = stageErrors.Add(&s.Stages[2].Universe, secondary.Universe)
			}
			if err != nil {
				return ThreeStageSection{}, fmt.Errorf("%s: %w", names[0], err)
			}
			if own.Units[k].single() {
				singleItems = append(singleItems, names[0])
			}
			own.Items += secondary.Universe
			own.SampleSize += l.samples[0].Count()
			l.samples, names = l.samples[1:], names[1:]
		}
		total, err := design.Expand(u.Universe, inside, true)
		if err == nil {
			err = stageErrors.Add(&s.Stages[1].Universe, u.Universe)
		}
		if err != nil {
			return ThreeStageSection{}, fmt.Errorf("%s: %w", d.unitName(i), err)
		}
		if len(u.Units) == 1 && u.Universe > 1 {
			singleUnits = append(singleUnits, d.unitName(i))
		}
		own.PointEstimate, own.StandardError = exact.Round(total.Total), exact.Sqrt(total.Variance)
		own.Mean = exact.Round(new(big.Rat).Quo(total.Total, exact.Int(u.Universe)))
		s.Units, parts = append(s.Units, own), append(parts, total.Part)
		inner = append(inner, design.Part{Total: total.Between, Variance: total.Within})
		s.Stages[1].SampleSize += int64(len(u.Units))
		s.Stages[2].SampleSize += own.SampleSize
	}
	total, err := design.Expand(d.Universe, parts, d.ZeroVarianceForSingle)
	if err != nil {
		return ThreeStageSection{}, fmt.Errorf("%w: %w", ErrUnits, err)
	}
	if s.Estimate, err = appraisal.NewEstimate(total.Total, total.Variance, d.Options, nil); err != nil {
		return ThreeStageSection{}, err
	}
	raise, second := big.NewRat(d.Universe, int64(len(d.Units))), design.Sum(inner)
	s.StageVariances = variances(total.Between, second.Total.Mul(second.Total, raise), second.Variance.Mul(second.Variance, raise))
	s.Warnings = append(s.Warnings, s.warnings(singleUnits, singleItems)...)
	return s, nil
}

func (s ThreeStageSection) warnings(singleUnits, singleItems finding.Places) []finding.Warning {
	first := s.Stages[0]
	list := stage.Warnings(s.Stages, s.StandardError.IsZero(), string(s.Kind)+" values", singleUnits, singleItems)
	if first.SampleSize > 50 {
		list = append(list, finding.Warn("units_limit", "RAT-STATS takes samples of up to 50 primary units; this one has %s.",
			exact.CommasInt(first.SampleSize)))
	}
	if first.Universe > 30_000 {
		list = append(list, finding.Warn("universe_limit",
			"RAT-STATS takes universes of up to 30,000 primary units; this one has %s.", exact.CommasInt(first.Universe)))
	}
	return list
}
