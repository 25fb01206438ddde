package attribute

import (
	"fmt"

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

// RHCTwoStage is RAT-STATS' "Attribute Appraisals > RHC Two Stage": one primary unit of each of several random groups,
// drawn with probability proportional to size, and a simple random sample of the secondary units in it.
//
// Source: RAT-STATS Companion Manual 2-28 to 2-35, User's Guide 3-39 to 3-49; J. N. K. Rao, H. O. Hartley and W. G.
// Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal Statistical
// Society B 24 (1962), 482-491; Cochran, Sampling Techniques (1977), sec. 9A.9.
type RHCTwoStage struct {
	// Units are the sampled primary units, one of each group.
	Units []RHCUnit `json:"units"`
	// SecondaryUniverse is the number of items in the universe, 0 where it is not known. Where it is, their proportion is
	// appraised, too, as the Companion Manual does by hand on page 2-55. RAT-STATS itself has no such entry.
	SecondaryUniverse int64 `json:"secondaryUniverse,omitempty"`
	// UnitFile names where the units come from; it is printed and changes nothing.
	UnitFile string `json:"unitFile,omitempty"`
	Options
	// ZeroVarianceForSingle takes the variance among the items of a unit with a single sampled one as zero, and that among
	// primary units where there is a single group. Without it they are an error unless nothing else could be drawn.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d RHCTwoStage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// RHCFigures are the figures of a unit of which items were sampled: its row ([sampling.RHCRow]), SampleSize, Mean (the
// proportion of the sampled items with the characteristic), SizesRatio (the size of the group divided by that of the unit),
// PointEstimate (of the quantity in the group) and [RHCComponents].
type RHCFigures = rhc.Unit

// RHCComponents are the sources of a variance: WithinVariance from drawing inside of the units, BetweenVariance from drawing
// the units, and Variance, their sum.
type RHCComponents = rhc.Components

// RHCTotals are the figures of all units of two stages together: Stages (an [appraisal.StageSize] each), Size of the sampled
// units, GroupSize of all units, and the [RHCComponents] of the point estimate.
type RHCTotals = rhc.TwoStage

// RHCUnitSection is the appraisal of one unit. Its point estimate is that of the quantity in its group, not in the unit.
type RHCUnitSection struct {
	RHCFigures
	// Count is the number of sampled items with the characteristic.
	Count int64 `json:"count"`
}

// MarshalJSON writes decimals as strings.
func (s RHCUnitSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// RHCTwoStageResult is the appraisal of an RHC sample of two stages. The embedded estimate is of the quantity of items
// with the characteristic in the population; its intervals use the normal distribution, as RAT-STATS has it.
type RHCTwoStageResult struct {
	appraisal.Estimate
	// Proportion of the items with the characteristic, where the number of all items was given.
	Proportion *appraisal.Estimate `json:"proportion,omitempty"`
	RHCTotals
	// Count is the number of items with the characteristic in all samples.
	Count int64 `json:"count"`
	// Units are the appraisals of the units, in their order.
	Units []RHCUnitSection `json:"units"`
	// UnitFile is that of the design.
	UnitFile string `json:"unitFile,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r RHCTwoStageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out. With M_i secondary units in primary unit i, m_i of them sampled with the proportion
// p_i, its size A_i, N_i units in its group with the size B_i together, and their sums N and X,
//
//	point estimate  T = sum B_i/A_i * M_i p_i
//	between         c * B_i/X * (M_i p_i X/A_i - T)^2,    c = (sum N_i^2 - N) / (N^2 - sum N_i^2)
//	within          B_i/A_i * M_i (M_i - m_i) * p_i (1-p_i)/(m_i - 1)
//	standard error  sqrt(sum of within and between)
//
// T and its variance are unbiased over the random grouping, the draws and the samples.
//
// Errors: [ErrUnits] (also for more than 4,000 units), [ErrGroups], [ErrSample], [ErrSingle], [ErrUniverse] (also for fewer items
// than the sampled units have), appraisal.ErrLevel. Warnings: "single_item" and "single_unit" where ZeroVarianceForSingle
// stands in for a variance; "no_variation" for a standard error of zero without a census; "units_limit" for more than
// RAT-STATS' 3,000 units.
func (d RHCTwoStage) Appraise() (RHCTwoStageResult, error) {
	units, err := rhcParts(d.Units, d.ZeroVarianceForSingle, func(i int) string {
		return rhc.Name("primary unit", i, d.Units[i].Name)
	})
	if err != nil {
		return RHCTwoStageResult{}, err
	}
	a, err := rhc.Appraise(units, d.ZeroVarianceForSingle)
	if err != nil {
		return RHCTwoStageResult{}, fmt.Errorf("attribute: %w", err)
	}
	r := RHCTwoStageResult{RHCTotals: a.TwoStage, UnitFile: d.UnitFile}
	r.Units, r.Count = rhcSections(a.Units, d.Units)
	r.Estimate, r.Proportion, err = rhcProject(a.Part, d.SecondaryUniverse, a.Stages, d.Options)
	r.Warnings = append(a.Warnings, r.Warnings...)
	return r, err
}

// rhcParts estimates the quantities in units.
func rhcParts(units []RHCUnit, zeroForSingle bool, name func(int) string) ([]rhc.Leaf, error) {
	if len(units) == 0 || len(units) > rhc.MaxUnits {
		return nil, fmt.Errorf("%w: %d of them were drawn, not 1 to %d", ErrUnits, len(units), rhc.MaxUnits)
	}
	parts := make([]rhc.Leaf, len(units))
	for i, u := range units {
		if err := u.Sample.check(u.SubUnits); err != nil {
			return nil, fmt.Errorf("%s: %w", name(i), err)
		}
		part, err := design.Simple(u.SubUnits, u.Sample.items(), zeroForSingle)
		if err != nil {
			return nil, fmt.Errorf("%s: %w: %w", name(i), ErrSample, err)
		}
		parts[i] = rhc.Leaf{RHCRow: u.RHCRow, Items: u.Sample.items(), Part: part}
	}
	return parts, nil
}

// rhcSections puts the counts of samples to the figures of their units, and adds them up.
func rhcSections(figures []rhc.Unit, units []RHCUnit) ([]RHCUnitSection, int64) {
	results, count := make([]RHCUnitSection, len(figures)), int64(0)
	for i, f := range figures {
		results[i] = RHCUnitSection{f, units[i].Count}
		count += units[i].Count
	}
	return results, count
}

// rhcProject appraises a quantity, and its proportion where the number of all items is known, which is held against that of
// the items in the sampled units.
func rhcProject(quantity design.Part, known int64, stages []appraisal.StageSize, o Options,
) (appraisal.Estimate, *appraisal.Estimate, error) {
	last, all := len(stages)-1, true
	for _, s := range stages[:last] {
		all = all && s.SampleSize == s.Universe
	}
	if err := stageErrors.Known(known, stages[last].Universe, all); err != nil {
		return appraisal.Estimate{}, nil, err
	}
	if known == 0 {
		e, err := appraisal.NewEstimate(quantity.Total, quantity.Variance, o, nil)
		return e, nil, err
	}
	p, err := project(quantity, exact.Int(known), o)
	return p.Estimate, &p.Proportion, err
}
