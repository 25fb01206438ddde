package variable

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/rhc"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/sampling"
)

// ErrGroups: the sizes or numbers of units of random groups cannot be those of a population.
var ErrGroups = design.ErrGroups

// RHCUnit is a unit that was drawn from a random group by [sampling.RHC], with the simple random sample of the items in
// it. The row is that of the selection's summary; where that was made with 1 for a number of sub-units not known yet, the
// true one has to be put in. A name is optional.
type RHCUnit struct {
	sampling.RHCRow
	Sample
}

// MarshalJSON writes decimals as strings.
func (u RHCUnit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// RHCTwoStage is RAT-STATS' "Variable Appraisals > RHC Two Stage": one primary unit of each of several random groups,
// drawn with probability proportional to size, and a simple random sample of the secondary units in it.
//
// Source: RAT-STATS Companion Manual 3-35 to 3-47, User's Guide 4-76 to 4-97; J. N. K. Rao, H. O. Hartley and W. G.
// Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal Statistical
// Society B 24 (1962), 482-491; Cochran, Sampling Techniques (1977), sec. 9A.9.
type RHCTwoStage struct {
	// Units are the sampled primary units, one of each group.
	Units []RHCUnit `json:"units"`
	// UnitFile names where the units come from; it is printed and changes nothing.
	UnitFile string `json:"unitFile,omitempty"`
	Options
	// ZeroVarianceForSingle takes the variance among the items of a unit with a single sampled one as zero, and that among
	// primary units where there is a single group. Without it they are an error unless nothing else could be drawn.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d RHCTwoStage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// RHCFigures are the figures of a unit of which items were sampled: its row ([sampling.RHCRow]), SampleSize, Mean, SizesRatio
// (the size of the group divided by that of the unit), PointEstimate (of the group) and [RHCComponents].
type RHCFigures = rhc.Unit

// RHCComponents are the sources of a variance: WithinVariance from drawing inside of the units, BetweenVariance from drawing
// the units, and Variance, their sum.
type RHCComponents = rhc.Components

// RHCTotals are the figures of all units of two stages together: Stages (an [appraisal.StageSize] each), Size of the sampled
// units, GroupSize of all units, and the [RHCComponents] of the point estimate.
type RHCTotals = rhc.TwoStage

// RHCUnitSection is the appraisal of one unit. Its point estimate is that of the total of its group, not of the unit.
type RHCUnitSection struct {
	RHCFigures
	// Total is the exact sum of the values of the sampled items, Nonzero the number of them that are not zero.
	Total   decimal.Decimal `json:"total"`
	Nonzero int64           `json:"nonzero"`
}

// MarshalJSON writes decimals as strings.
func (s RHCUnitSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// RHCTwoStageSection is the appraisal of one kind of value. The embedded estimate is of the total of the population; its
// intervals use the normal distribution, as RAT-STATS has it.
type RHCTwoStageSection struct {
	// Kind is the kind of value appraised.
	Kind Kind `json:"kind"`
	appraisal.Estimate
	RHCTotals
	// Total and Nonzero are those of all samples.
	Total   decimal.Decimal `json:"total"`
	Nonzero int64           `json:"nonzero"`
	// Units are the appraisals of the units, in their order.
	Units []RHCUnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (s RHCTwoStageSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// RHCTwoStageResult is the appraisal of an RHC sample of two stages: that of the difference, or of the only kind of value
// there is. Where the samples have two kinds, the others stand beside it.
type RHCTwoStageResult struct {
	RHCTwoStageSection
	// ExaminedSection and AuditedSection are there when the samples have such values besides the difference.
	ExaminedSection *RHCTwoStageSection `json:"examinedSection,omitempty"`
	AuditedSection  *RHCTwoStageSection `json:"auditedSection,omitempty"`
	// UnitFile is that of the design.
	UnitFile string `json:"unitFile,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r RHCTwoStageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Sections returns the appraisals of all kinds of value in the order RAT-STATS prints them: examined, audited, difference.
func (r RHCTwoStageResult) Sections() []RHCTwoStageSection {
	return inOrder(r.ExaminedSection, r.AuditedSection, r.RHCTwoStageSection)
}

// Appraise works the appraisal out. With M_i secondary units in primary unit i, m_i of them sampled with mean y_i and
// variance s_i^2, its size A_i, N_i units in its group with the size B_i together, and their sums N and X,
//
//	point estimate  T = sum B_i/A_i * M_i y_i
//	between         c * B_i/X * (M_i y_i X/A_i - T)^2,    c = (sum N_i^2 - N) / (N^2 - sum N_i^2)
//	within          B_i/A_i * M_i (M_i - m_i)/m_i * s_i^2
//	standard error  sqrt(sum of within and between)
//
// T and its variance are unbiased over the random grouping, the draws and the samples.
//
// Errors: [ErrUnits] (also for more than 4,000 units), [ErrGroups], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel.
// Warnings: "single_item" and "single_unit" where ZeroVarianceForSingle stands in for a variance; "no_variation" for a
// standard error of zero without a census; "units_limit" for more than RAT-STATS' 3,000 units.
func (d RHCTwoStage) Appraise() (RHCTwoStageResult, error) {
	name := func(i int) string { return rhc.Name("primary unit", i, d.Units[i].Name) }
	kinds, err := rhcLeaves(d.Units, name)
	if err != nil {
		return RHCTwoStageResult{}, err
	}
	r := RHCTwoStageResult{UnitFile: d.UnitFile}
	r.RHCTwoStageSection, r.ExaminedSection, r.AuditedSection, err = byKind(kinds, func(l leaves) (RHCTwoStageSection, error) {
		units, err := rhcParts(d.Units, l, d.ZeroVarianceForSingle, name)
		if err != nil {
			return RHCTwoStageSection{}, err
		}
		a, err := rhc.Appraise(units, d.ZeroVarianceForSingle)
		if err != nil {
			return RHCTwoStageSection{}, fmt.Errorf("variable: %w", err)
		}
		s := RHCTwoStageSection{Kind: l.kind, RHCTotals: a.TwoStage, Units: rhcSections(a.Units, l)}
		s.Total, s.Nonzero = rhcTotal(l.sum())
		s.Estimate, err = appraisal.NewEstimate(a.Part.Total, a.Part.Variance, d.Options, nil)
		s.Warnings = append(a.Warnings, s.Warnings...)
		return s, err
	})
	return r, err
}

// rhcLeaves sums the samples of units.
func rhcLeaves(units []RHCUnit, name func(int) string) ([]leaves, error) {
	if len(units) == 0 || len(units) > rhc.MaxUnits {
		return nil, fmt.Errorf("%w: %d of them were drawn, not 1 to %d", ErrUnits, len(units), rhc.MaxUnits)
	}
	samples := make([]Sample, len(units))
	for i, u := range units {
		samples[i] = u.Sample
	}
	return leavesOf(samples, name)
}

// rhcParts estimates the totals of units.
func rhcParts(units []RHCUnit, l leaves, zeroForSingle bool, name func(int) string) ([]rhc.Leaf, error) {
	parts := make([]rhc.Leaf, len(units))
	for i, u := range units {
		sums := l.samples[i]
		if err := checkUniverse(u.SubUnits, sums.Count()); err != nil {
			return nil, fmt.Errorf("%s: %w", name(i), err)
		}
		part, err := design.Simple(u.SubUnits, items(sums), zeroForSingle)
		if err != nil {
			return nil, fmt.Errorf("%s: %w: %w", name(i), ErrSample, err)
		}
		parts[i] = rhc.Leaf{RHCRow: u.RHCRow, Items: items(sums), Part: part}
	}
	return parts, nil
}

// rhcSections puts the sums of samples to the figures of their units.
func rhcSections(units []rhc.Unit, l leaves) []RHCUnitSection {
	sections := make([]RHCUnitSection, len(units))
	for i, u := range units {
		sections[i].RHCFigures = u
		sections[i].Total, sections[i].Nonzero = rhcTotal(l.samples[i])
	}
	return sections
}

// rhcTotal is the exact sum of values and the number of those that are not zero.
func rhcTotal(s appraisal.Sums) (decimal.Decimal, int64) {
	total, _ := exact.Decimal(s.Power(1)) // a finite decimal
	return total, s.Nonzero()
}
