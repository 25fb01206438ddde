package rhc

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

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
	// SecondarySample is the number of secondary units sampled, ThirdUniverse the number of items in them, SampleSize
	// that of the sampled ones.
	SecondarySample int64 `json:"secondarySample"`
	ThirdUniverse   int64 `json:"thirdUniverse"`
	SampleSize      int64 `json:"sampleSize"`
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
	// PrimaryUniverse is the number of primary units in the population, PrimarySample that of the sampled ones.
	PrimaryUniverse int64 `json:"primaryUniverse"`
	PrimarySample   int64 `json:"primarySample"`
	// SecondaryUniverse is the number of secondary units in the sampled primary units, SecondarySample that of the
	// sampled ones.
	SecondaryUniverse int64 `json:"secondaryUniverse"`
	SecondarySample   int64 `json:"secondarySample"`
	// ThirdUniverse is the number of items in the sampled secondary units, SampleSize that of the sampled ones.
	ThirdUniverse int64 `json:"thirdUniverse"`
	SampleSize    int64 `json:"sampleSize"`
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
}

// SecondaryName is how an error speaks of a secondary unit.
func SecondaryName(primary sampling.RHCRow, i int, secondary sampling.RHCRow, j int) string {
	return Name("primary unit", i, primary.Description) + ", " + Name("secondary unit", j, secondary.Description)
}

// Appraise3 works out three stages. The sizes of secondary units are held against the size of their primary unit, as
// RAT-STATS has it, or with ownSizes against the sum of their groups' sizes. Errors: design.ErrGroups, design.ErrSingle.
// Warnings: "single_item", "single_unit", "group_sizes", "units_limit".
func Appraise3(branches []Branch, ownSizes, zeroForSingle bool) (Result3, error) {
	number := 0
	for _, b := range branches {
		number += len(b.Units)
	}
	if err := checkNumber(max(number, len(branches))); err != nil {
		return Result3{}, err
	}
	var r Result3
	name := func(i int) string { return Name("primary unit", i, branches[i].Description) }
	rows, parts := make([]sampling.RHCRow, len(branches)), make([]design.Part, len(branches))
	for i, b := range branches {
		primary, part, err := r.add(b, i, ownSizes, zeroForSingle)
		if err != nil {
			return Result3{}, err
		}
		rows[i], parts[i] = b.RHCRow, part
		r.Primary = append(r.Primary, primary)
		r.SecondaryUniverse += b.SubUnits
		r.SecondarySample += primary.SecondarySample
		r.ThirdUniverse += primary.ThirdUniverse
		r.SampleSize += primary.SampleSize
		if r.SecondaryUniverse > maxCount || r.ThirdUniverse > maxCount {
			return Result3{}, fmt.Errorf("%w: more than %d units", design.ErrGroups, int64(maxCount))
		}
	}
	stage, err := appraiseStage(nil, rows, parts, zeroForSingle, name)
	if err != nil {
		return Result3{}, err
	}
	r.Part, r.PrimaryUniverse, r.PrimarySample = stage.Part, stage.Units.Int64(), int64(len(branches))
	c := components(stage.Within, stage.Between)
	r.Stage1Variance, r.Stages2And3Variance, r.Variance = c.BetweenVariance, c.WithinVariance, c.Variance
	r.Warnings = append(r.Warnings, single("single_unit", "The sample", "primary unit", r.PrimarySample, r.PrimaryUniverse)...)
	r.Warnings = append(r.Warnings, limit(r.PrimarySample, 50)...)
	return r, nil
}

// add appraises a primary unit from its secondary units, which are added to the result with their warnings.
func (r *Result3) add(b Branch, i int, ownSizes, zeroForSingle bool) (Primary, design.Part, error) {
	where := Name("primary unit", i, b.Description)
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
		RHCRow: canonical(b.RHCRow), SecondarySample: int64(len(units)), SizesRatio: sizesRatio(b.RHCRow),
		PointEstimate: exact.Round(stage.Total), Components: components(stage.Within, stage.Between),
	}
	var groups decimal.Decimal
	for j, l := range b.Units {
		if p.ThirdUniverse += l.SubUnits; p.ThirdUniverse > maxCount {
			return Primary{}, design.Part{}, fmt.Errorf("%s: %w: more than %d items", where, design.ErrGroups, int64(maxCount))
		}
		p.SampleSize += l.Items.Count
		groups = groups.Add(l.GroupSize)
		r.Warnings = append(r.Warnings, single("single_item", name(j), "item", l.Items.Count, l.SubUnits)...)
	}
	r.Warnings = append(r.Warnings, single("single_unit", where, "secondary unit", p.SecondarySample, b.SubUnits)...)
	if !ownSizes && groups.Cmp(b.Size) != 0 && p.BetweenVariance.Sign() != 0 {
		r.Warnings = append(r.Warnings, finding.Warn("group_sizes",
			"%s: the sizes of its secondary units' groups add up to %s, and RAT-STATS holds them against its own size, %s: the variance between its secondary units is not unbiased.",
			where, exact.String(groups), exact.String(b.Size)))
	}
	r.Units = append(r.Units, units...)
	return p, stage.Part, nil
}
