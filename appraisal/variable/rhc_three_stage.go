package variable

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/rhc"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/sampling"
)

// RHCPrimaryUnit is a primary unit that was drawn from a random group by [sampling.RHC], with the secondary units that
// were drawn in it in the same way. The number of its sub-units is that of all its secondary units: those in the groups
// of the sampled ones.
type RHCPrimaryUnit struct {
	sampling.RHCRow
	// Units are the sampled secondary units, one of each group. Their sizes need not be of the same measure as that of the
	// primary unit, but see [RHCThreeStage].SizesOfGroups.
	Units []RHCUnit `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (u RHCPrimaryUnit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// RHCThreeStage is RAT-STATS' "Variable Appraisals > RHC Three Stage": primary units drawn from random groups with
// probability proportional to size, secondary units drawn in the same way inside of them, and a simple random sample of
// the items in these.
//
// Source: RAT-STATS Companion Manual 3-48 to 3-76, User's Guide 4-98 to 4-121; the paper named at [RHCTwoStage].
type RHCThreeStage struct {
	// Units are the sampled primary units, one of each group.
	Units []RHCPrimaryUnit `json:"units"`
	// SizesOfGroups holds the sizes of secondary units against the sum of their groups' sizes, as Rao, Hartley and
	// Cochran (1962) have it. RAT-STATS holds them against the size on the line of the primary unit, which gives another
	// variance where the groups do not add up to it, one that is not unbiased. The point estimate is the same.
	SizesOfGroups bool `json:"sizesOfGroups,omitempty"`
	// UnitFile names where the units come from; it is printed and changes nothing.
	UnitFile string `json:"unitFile,omitempty"`
	Options
	// ZeroVarianceForSingle is that of [RHCTwoStage], also for a single secondary unit.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d RHCThreeStage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// RHCPrimaryFigures are the figures of a primary unit of three stages: its row ([sampling.RHCRow]), Items in the sampled
// secondary units, SampleSize of them, SizesRatio (the size of the group divided by that of the unit), PointEstimate (of the
// unit itself) and the [RHCComponents] of that.
type RHCPrimaryFigures = rhc.Primary

// RHCThreeStageTotals are the figures of all primary units together: Stages (an [appraisal.StageSize] each), Stage1Variance
// from drawing primary units, Stages2And3Variance from drawing inside of them, and Variance, their sum.
type RHCThreeStageTotals = rhc.ThreeStage

// RHCPrimarySection is the appraisal of one primary unit. Its point estimate is that of the unit itself.
type RHCPrimarySection struct {
	RHCPrimaryFigures
	// Total and Nonzero are those of its samples.
	Total   decimal.Decimal `json:"total"`
	Nonzero int64           `json:"nonzero"`
	// Units are the appraisals of its secondary units, in their order.
	Units []RHCUnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (s RHCPrimarySection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// RHCThreeStageSection is the appraisal of one kind of value. The embedded estimate is of the total of the population; its
// intervals use the normal distribution, as RAT-STATS has it.
type RHCThreeStageSection struct {
	// Kind is the kind of value appraised.
	Kind Kind `json:"kind"`
	appraisal.Estimate
	RHCThreeStageTotals
	// Total and Nonzero are those of all samples.
	Total   decimal.Decimal `json:"total"`
	Nonzero int64           `json:"nonzero"`
	// Units are the appraisals of the primary units, in their order.
	Units []RHCPrimarySection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (s RHCThreeStageSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// RHCThreeStageResult is the appraisal of an RHC sample of three stages: that of the difference, or of the only kind of
// value there is. Where the samples have two kinds, the others stand beside it.
type RHCThreeStageResult struct {
	RHCThreeStageSection
	// ExaminedSection and AuditedSection are there when the samples have such values besides the difference.
	ExaminedSection *RHCThreeStageSection `json:"examinedSection,omitempty"`
	AuditedSection  *RHCThreeStageSection `json:"auditedSection,omitempty"`
	// UnitFile is that of the design.
	UnitFile string `json:"unitFile,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r RHCThreeStageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Sections returns the appraisals of all kinds of value in the order RAT-STATS prints them: examined, audited, difference.
func (r RHCThreeStageResult) Sections() []RHCThreeStageSection {
	return inOrder(r.ExaminedSection, r.AuditedSection, r.RHCThreeStageSection)
}

// Appraise works the appraisal out. Inside of primary unit i, with the size A_i, its secondary units are appraised as the
// primary ones of [RHCTwoStage.Appraise] with A_i in the place of X: that gives its total T_i and the variance v_i of
// that. Then
//
//	point estimate  T = sum B_i/A_i * T_i
//	stage 1         c * sum B_i/X * (T_i X/A_i - T)^2
//	stages 2 and 3  sum B_i/A_i * v_i
//	standard error  sqrt(their sum)
//
// with X the sum of the B_i and c as there. T is unbiased, and so is its variance estimate where the sizes of the secondary
// units' groups add up to A_i or SizesOfGroups is set. Where they add up to Q_i instead, v_i is too large by
//
//	c_i * (A_i - Q_i) * (sum b_ij/a_ij^2 * T_ij^2 - T_i^2/A_i)
//
// with c_i the c of its secondary units, their sizes a_ij, those of their groups b_ij, and their estimates T_ij = K_ij y_ij
// (K_ij items, the mean y_ij of those sampled).
//
// Errors: [ErrUnits] (also for more than 4,000 secondary units), [ErrGroups] (also for primary units with another number of
// secondary units than the groups have), [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "group_sizes"
// where sizes do not add up, "single_item" and "single_unit" where ZeroVarianceForSingle stands in for a variance,
// "no_variation" for a standard error of zero without a census; "units_limit" for more than RAT-STATS' 50 primary units.
func (d RHCThreeStage) Appraise() (RHCThreeStageResult, error) {
	var units []RHCUnit
	var names []string
	for i, p := range d.Units {
		for j, u := range p.Units {
			units, names = append(units, u), append(names, rhc.SecondaryName(p.RHCRow, i, u.RHCRow, j))
		}
	}
	name := func(i int) string { return names[i] }
	kinds, err := rhcLeaves(units, name)
	if err != nil {
		return RHCThreeStageResult{}, err
	}
	r := RHCThreeStageResult{UnitFile: d.UnitFile}
	section := func(l leaves) (RHCThreeStageSection, error) {
		parts, err := rhcParts(units, l, d.ZeroVarianceForSingle, name)
		if err != nil {
			return RHCThreeStageSection{}, err
		}
		return d.section(l, parts)
	}
	r.RHCThreeStageSection, r.ExaminedSection, r.AuditedSection, err = byKind(kinds, section)
	return r, err
}

func (d RHCThreeStage) section(l leaves, parts []rhc.Leaf) (RHCThreeStageSection, error) {
	branches := make([]rhc.Branch, len(d.Units))
	for i, p := range d.Units {
		branches[i].RHCRow = p.RHCRow
		branches[i].Units, parts = parts[:len(p.Units)], parts[len(p.Units):]
	}
	a, err := rhc.Appraise3(branches, d.SizesOfGroups, d.ZeroVarianceForSingle)
	if err != nil {
		return RHCThreeStageSection{}, fmt.Errorf("variable: %w", err)
	}
	s := RHCThreeStageSection{Kind: l.kind, RHCThreeStageTotals: a.ThreeStage}
	units := rhcSections(a.Units, l)
	for i, p := range a.Primary {
		n := len(d.Units[i].Units)
		own := RHCPrimarySection{RHCPrimaryFigures: p, Units: units[:n:n]}
		own.Total, own.Nonzero = rhcTotal(leaves{samples: l.samples[:n]}.sum())
		s.Units = append(s.Units, own)
		units, l.samples = units[n:], l.samples[n:]
		s.Total, s.Nonzero = s.Total.Add(own.Total), s.Nonzero+own.Nonzero
	}
	s.Estimate, err = appraisal.NewEstimate(a.Part.Total, a.Part.Variance, d.Options, nil)
	s.Warnings = append(a.Warnings, s.Warnings...)
	return s, err
}
