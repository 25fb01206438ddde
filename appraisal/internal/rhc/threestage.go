package rhc

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/sampling"
)

// Branch is a primary unit of which secondary units were drawn from random groups.
type Branch struct {
	sampling.RHCRow
	Units []Leaf
}

// Primary are the figures of a primary unit in three stages.
type Primary struct {
	sampling.RHCRow
	// Items is the number of items in the sampled secondary units, SampleSize that of the items sampled of them.
	Items      int64 `json:"items"`
	SampleSize int64 `json:"sampleSize"`
	// SizesRatio is the size of the group divided by that of the unit.
	SizesRatio decimal.Decimal `json:"sizesRatio"`
	// PointEstimate is that of the total of the primary unit itself; the sizes ratio raises it to its group.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// Components of the variance of that point estimate: within and between its secondary units.
	Components
}

// MarshalJSON writes decimals as strings.
func (p Primary) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// ThreeStage are the figures of all primary units together.
type ThreeStage struct {
	// Stages are the primary units, the secondary units of those that were drawn, and the items of those drawn of the
	// latter.
	Stages []appraisal.StageSize `json:"stages"`
	// Stage1Variance comes from drawing primary units, Stages2And3Variance from drawing inside of them.
	Stage1Variance      decimal.Decimal `json:"stage1Variance"`
	Stages2And3Variance decimal.Decimal `json:"stages2And3Variance"`
	// Variance is their sum: that of the point estimate.
	Variance decimal.Decimal `json:"variance"`
}

// MarshalJSON writes decimals as strings.
func (t ThreeStage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// Result3 is an appraisal of three stages but for its intervals. Units are those of all primary units, in their order.
type Result3 struct {
	Part design.Part
	ThreeStage
	Primary  []Primary
	Units    []Unit
	Warnings []finding.Warning

	singleUnits, singleItems finding.Places
}

// SecondaryName is how an error speaks of a secondary unit.
func SecondaryName(primary sampling.RHCRow, i int, secondary sampling.RHCRow, j int) string {
	return Name("primary unit", i, primary.Name) + ", " + Name("secondary unit", j, secondary.Name)
}

// Appraise3 works out three stages. The sizes of secondary units are held against the size of their primary unit, as
// RAT-STATS has it, or with ownSizes against the sum of their groups' sizes. Errors: design.ErrGroups, design.ErrSingle.
// Warnings: "single_item", "single_unit", "no_variation", "group_sizes", "units_limit".
func Appraise3(branches []Branch, ownSizes, zeroForSingle bool) (Result3, error) {
	number := 0
	for _, b := range branches {
		number += len(b.Units)
	}
	if err := checkNumber(max(number, len(branches))); err != nil {
		return Result3{}, err
	}
	r := Result3{ThreeStage: ThreeStage{Stages: make([]appraisal.StageSize, 3)}}
	second, third := &r.Stages[1], &r.Stages[2]
	name := func(i int) string { return Name("primary unit", i, branches[i].Name) }
	rows, parts := make([]sampling.RHCRow, len(branches)), make([]design.Part, len(branches))
	for i, b := range branches {
		primary, part, err := r.add(b, i, ownSizes, zeroForSingle)
		if err != nil {
			return Result3{}, err
		}
		rows[i], parts[i] = b.RHCRow, part
		r.Primary = append(r.Primary, primary)
		if len(b.Units) == 1 && b.SubUnits > 1 {
			r.singleUnits = append(r.singleUnits, name(i))
		}
		second.Universe += b.SubUnits
		second.SampleSize += int64(len(b.Units))
		third.Universe += primary.Items
		third.SampleSize += primary.SampleSize
		if second.Universe > maxCount || third.Universe > maxCount {
			return Result3{}, fmt.Errorf("%w: more than %d units", design.ErrGroups, int64(maxCount))
		}
	}
	total, err := appraiseStage(nil, rows, parts, zeroForSingle, name)
	if err != nil {
		return Result3{}, err
	}
	r.Part, r.Stages[0] = total.Part, appraisal.StageSize{Universe: total.Units.Int64(), SampleSize: int64(len(branches))}
	c := components(total.Within, total.Between)
	r.Stage1Variance, r.Stages2And3Variance, r.Variance = c.BetweenVariance, c.WithinVariance, c.Variance
	r.Warnings = append(r.Warnings, stage.Warnings(r.Stages, r.Part.Variance.Sign() == 0, "sampled units", r.singleUnits, r.singleItems)...)
	r.Warnings = append(r.Warnings, limit(r.Stages[0].SampleSize, 50)...)
	return r, nil
}

// add appraises a primary unit from its secondary units, which are added to the result with their warnings.
func (r *Result3) add(b Branch, i int, ownSizes, zeroForSingle bool) (Primary, design.Part, error) {
	where := Name("primary unit", i, b.Name)
	if column, rule := Check(b.RHCRow); rule != "" {
		return Primary{}, design.Part{}, fmt.Errorf("%s: %w: %s %s", where, design.ErrGroups, column, rule)
	}
	size := exact.Rat(b.Size)
	if ownSizes {
		size = nil
	}
	name := func(j int) string { return SecondaryName(b.RHCRow, i, b.Units[j].RHCRow, j) }
	stage, units, err := appraiseLeaves(size, b.Units, zeroForSingle, name)
	if err != nil {
		if len(b.Units) == 0 {
			err = fmt.Errorf("%w: no secondary units", design.ErrGroups)
		}
		return Primary{}, design.Part{}, fmt.Errorf("%s: %w", where, err)
	}
	if stage.Units.Cmp(big.NewInt(b.SubUnits)) != 0 {
		return Primary{}, design.Part{}, fmt.Errorf("%s: %w: %d secondary units, but the groups of the sampled ones have %s",
			where, design.ErrGroups, b.SubUnits, stage.Units)
	}
	p := Primary{
		RHCRow: canonical(b.RHCRow), SizesRatio: sizesRatio(b.RHCRow),
		PointEstimate: exact.Round(stage.Total), Components: components(stage.Within, stage.Between),
	}
	var groups decimal.Decimal
	for j, l := range b.Units {
		if p.Items += l.SubUnits; p.Items > maxCount {
			return Primary{}, design.Part{}, fmt.Errorf("%s: %w: more than %d items", where, design.ErrGroups, int64(maxCount))
		}
		p.SampleSize += l.Items.Count
		groups = groups.Add(l.GroupSize)
		if l.single() {
			r.singleItems = append(r.singleItems, name(j))
		}
	}
	if !ownSizes && groups.Cmp(b.Size) != 0 && p.BetweenVariance.Sign() != 0 {
		r.Warnings = append(r.Warnings, finding.Warn("group_sizes",
			"%s: the sizes of its secondary units' groups add up to %s, and RAT-STATS holds them against its own size, %s: the variance between its secondary units is not unbiased.",
			where, exact.String(groups), exact.String(b.Size)))
	}
	r.Units = append(r.Units, units...)
	return p, stage.Part, nil
}
