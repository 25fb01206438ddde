// Package rhc is what the RHC appraisals of dollars and of counts have in common: units drawn from random groups with their
// checks, the figures of two and of three stages, the unit files and the tables of the printouts.
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

const (
	// MaxUnits bounds the sampled units of a design whose items are sampled. It is the most that RAT-STATS takes in any
	// design (User's Guide A-2); with sizes in cents they take seconds, as exact sums have the digits of all sizes together.
	MaxUnits = 4_000
	// maxCount bounds numbers of units: of a group, of all groups, and of the sub-units of all units.
	maxCount = 1 << 53
)

// Leaf is a unit of which items were sampled.
type Leaf struct {
	sampling.RHCRow
	Items design.Items
	// Part is the estimate of the unit's own total.
	design.Part
}

// Components are the sources of a variance.
type Components struct {
	// WithinVariance comes from drawing inside of the units, BetweenVariance from drawing the units.
	WithinVariance  decimal.Decimal `json:"withinVariance"`
	BetweenVariance decimal.Decimal `json:"betweenVariance"`
	// Variance is their sum.
	Variance decimal.Decimal `json:"variance"`
}

// MarshalJSON writes decimals as strings.
func (c Components) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// Unit are the figures of a unit of which items were sampled.
type Unit struct {
	sampling.RHCRow
	// SampleSize is the number of items sampled, Mean their mean.
	SampleSize int64           `json:"sampleSize"`
	Mean       decimal.Decimal `json:"mean"`
	// SizesRatio is the size of the group divided by that of the unit.
	SizesRatio decimal.Decimal `json:"sizesRatio"`
	// PointEstimate is that of the total of the group, not of the unit.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// Components are what the unit adds to the variance of the stage.
	Components
}

// MarshalJSON writes decimals as strings.
func (u Unit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// TwoStage are the figures of all units together.
type TwoStage struct {
	// Stages are the primary units, those in all groups being the universe, and the items of those that were drawn.
	Stages []appraisal.StageSize `json:"stages"`
	// Size is the sum of the sizes of the sampled primary units, GroupSize that of all.
	Size      decimal.Decimal `json:"size"`
	GroupSize decimal.Decimal `json:"groupSize"`
	// Components of the variance of the point estimate.
	Components
}

// MarshalJSON writes decimals as strings.
func (t TwoStage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// Result is an appraisal of two stages but for its intervals.
type Result struct {
	Part design.Part
	TwoStage
	Units    []Unit
	Warnings []finding.Warning
}

// Appraise works out two stages. Errors: design.ErrGroups, design.ErrSingle. Warnings: "single_item", "single_unit",
// "no_variation", "units_limit".
func Appraise(leaves []Leaf, zeroForSingle bool) (Result, error) {
	if err := checkNumber(len(leaves)); err != nil {
		return Result{}, err
	}
	var r Result
	name := func(i int) string { return Name("primary unit", i, leaves[i].Name) }
	total, units, err := appraiseLeaves(nil, leaves, zeroForSingle, name)
	if err != nil {
		return Result{}, err
	}
	r.Part, r.Units, r.Components = total.Part, units, components(total.Within, total.Between)
	first, second := appraisal.StageSize{Universe: total.Units.Int64(), SampleSize: int64(len(leaves))}, appraisal.StageSize{}
	var singleItems finding.Places
	for i, l := range leaves {
		second.SampleSize += l.Items.Count
		r.Size, r.GroupSize = r.Size.Add(l.Size), r.GroupSize.Add(l.GroupSize)
		if l.single() {
			singleItems = append(singleItems, name(i))
		}
		if second.Universe += l.SubUnits; second.Universe > maxCount {
			return Result{}, fmt.Errorf("%w: the units have more than %d items", design.ErrGroups, int64(maxCount))
		}
	}
	r.Size, r.GroupSize = exact.Canonical(r.Size), exact.Canonical(r.GroupSize)
	r.Stages = []appraisal.StageSize{first, second}
	r.Warnings = append(stage.Warnings(r.Stages, r.Part.Variance.Sign() == 0, "sampled units", nil, singleItems), limit(first.SampleSize, 3000)...)
	return r, nil
}

// limit warns of more sampled primary units than RAT-STATS takes (User's Guide A-2).
func limit(sampled, most int64) []finding.Warning {
	if sampled <= most {
		return nil
	}
	return []finding.Warning{finding.Warn("units_limit", "RAT-STATS takes up to %s sampled primary units in this design; here are %s.",
		exact.CommasInt(most), exact.CommasInt(sampled))}
}

// checkNumber bounds the sampled units.
func checkNumber(n int) error {
	if n < 1 || n > MaxUnits {
		return fmt.Errorf("%w: %d sampled units, not 1 to %d", design.ErrGroups, n, MaxUnits)
	}
	return nil
}

// single says that a unit has one sampled item out of more.
func (l Leaf) single() bool { return l.Items.Count == 1 && l.SubUnits > 1 }

// appraiseLeaves works out a stage of units of which items were sampled, and their figures.
func appraiseLeaves(size *big.Rat, leaves []Leaf, zeroForSingle bool, name func(int) string) (design.RHCStage, []Unit, error) {
	rows, parts := make([]sampling.RHCRow, len(leaves)), make([]design.Part, len(leaves))
	for i, l := range leaves {
		rows[i], parts[i] = l.RHCRow, l.Part
	}
	stage, err := appraiseStage(size, rows, parts, zeroForSingle, name)
	if err != nil {
		return stage, nil, err
	}
	units := make([]Unit, len(leaves))
	for i, l := range leaves {
		units[i] = Unit{
			RHCRow: canonical(l.RHCRow), SampleSize: l.Items.Count, Mean: exact.Round(l.Items.Mean), SizesRatio: sizesRatio(l.RHCRow),
			PointEstimate: exact.Round(stage.Groups[i]), Components: groupComponents(stage, i),
		}
	}
	return stage, units, nil
}

// appraiseStage works out a stage of units that have estimates.
func appraiseStage(size *big.Rat, rows []sampling.RHCRow, parts []design.Part, zeroForSingle bool, name func(int) string,
) (design.RHCStage, error) {
	groups := make([]design.Group, len(rows))
	for i, r := range rows {
		if column, rule := Check(r); rule != "" {
			return design.RHCStage{}, fmt.Errorf("%s: %w: %s %s", name(i), design.ErrGroups, column, rule)
		}
		groups[i] = design.Group{Part: parts[i], Size: exact.Rat(r.Size), GroupSize: exact.Rat(r.GroupSize), Units: r.UnitsInGroup}
	}
	stage, err := design.RHC(size, groups, zeroForSingle)
	if err == nil && stage.Units.Cmp(big.NewInt(maxCount)) > 0 {
		err = fmt.Errorf("%w: they have more than %d units", design.ErrGroups, int64(maxCount))
	}
	return stage, err
}

// Check says which column of a unit breaks which rule, if any does. The number of its sub-units is held against the sample
// elsewhere.
func Check(r sampling.RHCRow) (column, rule string) {
	if err := exact.Check(r.Size); err != nil {
		return "size", err.Error()
	}
	if err := exact.Check(r.GroupSize); err != nil {
		return "group size", err.Error()
	}
	switch {
	case r.Size.Sign() <= 0:
		return "size", exact.String(r.Size) + " is not above zero"
	case r.GroupSize.Cmp(r.Size) < 0:
		return "group size", fmt.Sprintf("%s is below the size of the unit, %s", exact.String(r.GroupSize), exact.String(r.Size))
	case r.UnitsInGroup < 1 || r.UnitsInGroup > maxCount:
		return "units in group", fmt.Sprintf("%d is not between 1 and %d", r.UnitsInGroup, int64(maxCount))
	case r.UnitsInGroup == 1 && r.GroupSize.Cmp(r.Size) != 0:
		return "group size", fmt.Sprintf("%s is not the size of the only unit in the group, %s", exact.String(r.GroupSize),
			exact.String(r.Size))
	}
	return "", ""
}

// Name is how an error speaks of a unit.
func Name(kind string, i int, description string) string {
	if description == "" {
		return fmt.Sprintf("%s %d", kind, i+1)
	}
	return fmt.Sprintf("%s %d (%s)", kind, i+1, finding.Clip(description))
}

// canonical is a row with its sizes in canonical form.
func canonical(r sampling.RHCRow) sampling.RHCRow {
	r.Size, r.GroupSize = exact.Canonical(r.Size), exact.Canonical(r.GroupSize)
	return r
}

func sizesRatio(r sampling.RHCRow) decimal.Decimal {
	return exact.Round(new(big.Rat).Quo(exact.Rat(r.GroupSize), exact.Rat(r.Size)))
}

// components rounds the sources of a variance and their sum, each once.
func components(within, between *big.Rat) Components {
	return Components{exact.Round(within), exact.Round(between), exact.Round(new(big.Rat).Add(within, between))}
}

// groupComponents are those of a group. Where bounds of them round to the same figures, so do they; else, at a tie, the
// exact ones are rounded.
func groupComponents(s design.RHCStage, i int) Components {
	low, high := s.GroupBetweenBounds(i)
	a, b := components(s.GroupWithin[i], low), components(s.GroupWithin[i], high)
	if a.BetweenVariance.Equal(b.BetweenVariance) && a.Variance.Equal(b.Variance) {
		return a
	}
	return components(s.GroupWithin[i], s.GroupBetween(i))
}
