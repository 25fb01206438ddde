package attribute

import (
	"fmt"

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

// RHCThreeStage is RAT-STATS' "Attribute Appraisals > RHC Three Stage": primary units drawn from random groups with
// probability proportional to size, secondary units drawn in the same way inside of them, and a simple random sample of
// the items in these.
//
// Source: RAT-STATS Companion Manual 2-36 to 2-61, User's Guide 3-50 to 3-63; the paper named at [RHCTwoStage].
type RHCThreeStage struct {
	// Units are the sampled primary units, one of each group.
	Units []RHCPrimaryUnit `json:"units"`
	// SizesOfGroups holds the sizes of secondary units against the sum of their groups' sizes, as Rao, Hartley and
	// Cochran (1962) have it. RAT-STATS holds them against the size on the line of the primary unit, which gives another
	// variance where the groups do not add up to it, one that is not unbiased. The point estimate is the same.
	SizesOfGroups bool `json:"sizesOfGroups,omitempty"`
	// ThirdUniverse is the number of items in the universe, 0 where it is not known: see [RHCTwoStage].SecondaryUniverse.
	ThirdUniverse int64 `json:"thirdUniverse,omitempty"`
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

// RHCPrimarySection is the appraisal of one primary unit. Its point estimate is that of the quantity in the unit itself.
type RHCPrimarySection struct {
	RHCPrimaryFigures
	// Count is the number of items with the characteristic in its samples.
	Count int64 `json:"count"`
	// Units are the appraisals of its secondary units, in their order.
	Units []RHCUnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (s RHCPrimarySection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// RHCThreeStageResult is the appraisal of an RHC sample of three stages. The embedded estimate is of the quantity of
// items with the characteristic in the population; its intervals use the normal distribution, as RAT-STATS has it.
type RHCThreeStageResult struct {
	appraisal.Estimate
	// Proportion of the items with the characteristic, where the number of all items was given.
	Proportion *appraisal.Estimate `json:"proportion,omitempty"`
	RHCThreeStageTotals
	// Count is the number of items with the characteristic in all samples.
	Count int64 `json:"count"`
	// Units are the appraisals of the primary units, in their order.
	Units []RHCPrimarySection `json:"units"`
	// UnitFile is that of the design.
	UnitFile string `json:"unitFile,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r RHCThreeStageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out. Inside of primary unit i, with the size A_i, its secondary units are appraised as the
// primary ones of [RHCTwoStage.Appraise] with A_i in the place of X: that gives its quantity T_i and the variance v_i of
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
// with c_i the c of its secondary units, their sizes a_ij, those of their groups b_ij, and their estimates T_ij = K_ij p_ij
// (K_ij items, the proportion p_ij of those sampled).
//
// Errors: [ErrUnits] (also for more than 4,000 secondary units), [ErrGroups] (also for primary units with another number of
// secondary units than the groups have), [ErrSample], [ErrSingle], [ErrUniverse] (also for fewer items than the sampled units
// have), appraisal.ErrLevel. Warnings: "group_sizes" where sizes do not add up, "single_item" and "single_unit" where
// ZeroVarianceForSingle stands in for a variance, "no_variation" for a standard error of zero without a census;
// "units_limit" for more than RAT-STATS' 50 primary units.
func (d RHCThreeStage) Appraise() (RHCThreeStageResult, error) {
	var units []RHCUnit
	var names []string
	for i, p := range d.Units {
		for j, u := range p.Units {
			units, names = append(units, u), append(names, rhc.SecondaryName(p.RHCRow, i, u.RHCRow, j))
		}
	}
	parts, err := rhcParts(units, d.ZeroVarianceForSingle, func(i int) string { return names[i] })
	if err != nil {
		return RHCThreeStageResult{}, err
	}
	branches := make([]rhc.Branch, len(d.Units))
	for i, p := range d.Units {
		branches[i].RHCRow = p.RHCRow
		branches[i].Units, parts = parts[:len(p.Units)], parts[len(p.Units):]
	}
	a, err := rhc.Appraise3(branches, d.SizesOfGroups, d.ZeroVarianceForSingle)
	if err != nil {
		return RHCThreeStageResult{}, fmt.Errorf("attribute: %w", err)
	}
	r := RHCThreeStageResult{RHCThreeStageTotals: a.ThreeStage, UnitFile: d.UnitFile}
	for i, p := range a.Primary {
		n := len(d.Units[i].Units)
		own := RHCPrimarySection{RHCPrimaryFigures: p}
		own.Units, own.Count = rhcSections(a.Units[:n], units[:n])
		r.Units, r.Count = append(r.Units, own), r.Count+own.Count
		a.Units, units = a.Units[n:], units[n:]
	}
	r.Estimate, r.Proportion, err = rhcProject(a.Part, d.ThirdUniverse, a.Stages, d.Options)
	r.Warnings = append(a.Warnings, r.Warnings...)
	return r, err
}
