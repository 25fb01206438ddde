package sampling

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// RHCSelection is an RHC sample together with the plan it came from. Its Draw method, which is the plan's, draws it
// again. It cannot be drawn on: another sample size gives other groups. For units that turn out to be unusable see
// [RHCSelection.Replacement].
type RHCSelection struct {
	// RHC is the plan, its method and level stated.
	RHC
	// Groups are the groups of the partition, RAT-STATS' "complete output".
	Groups []RHCGroup `json:"groups"`
	// Summary are the selected units in the order of the groups, which is what the RHC appraisals read.
	Summary []RHCRow `json:"summary"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// RHCGroup is one group of the partition.
type RHCGroup struct {
	// Units are its units in the order of the partition.
	Units []RHCUnit `json:"units"`
	// SubUnits and Size are the totals of its units.
	SubUnits int64           `json:"subUnits"`
	Size     decimal.Decimal `json:"size"`
	// Random is the random number that selects a unit, 0 <= Random < 1.
	Random decimal.Decimal `json:"random"`
	// Selected is the place of the selected unit in Units, from 1.
	Selected int64 `json:"selected"`
}

// RHCRow is a selected unit and its group, a row of the summary.
type RHCRow struct {
	// Name, SubUnits and Size are those of the unit.
	Name     string          `json:"name" request:"optional"`
	SubUnits int64           `json:"subUnits" request:"optional"`
	Size     decimal.Decimal `json:"size,omitzero"`
	// GroupSize is the sum of the sizes of its group, UnitsInGroup the number of units there.
	GroupSize    decimal.Decimal `json:"groupSize,omitzero"`
	UnitsInGroup int64           `json:"unitsInGroup,omitempty"`
	// Unit is the place of the unit in the list of all units, from 1, where another one has its name; 0 where the
	// name is its own. The file of the summary does not hold it.
	Unit int64 `json:"unit,omitempty"`
}

// row is the row of the summary.
func (g RHCGroup) row() RHCRow {
	u := g.Units[g.Selected-1]
	return RHCRow{Name: u.Name, SubUnits: u.SubUnits, Size: u.Size, GroupSize: g.Size,
		UnitsInGroup: int64(len(g.Units))}
}

// String shows a row as the file of the summary does: "UNIV78 37 7 90 9".
func (r RHCRow) String() string {
	return fmt.Sprintf("%s %d %s %s %d", r.Name, r.SubUnits, exact.String(r.Size), exact.String(r.GroupSize),
		r.UnitsInGroup)
}

// String shows a unit as the file of all units does: "UNIV78 37 7".
func (u RHCUnit) String() string {
	return fmt.Sprintf("%s %d %s", u.Name, u.SubUnits, exact.String(u.Size))
}

// redraw draws s again from its inputs and returns that selection if s holds the same, or else an error that names the
// first difference and wraps [ErrSelection].
func (s RHCSelection) redraw() (RHCSelection, error) {
	return drawnAgain(s, func(want RHCSelection) error {
		return firstError(
			sameList("group", s.Groups, want.Groups, RHCGroup.equal),
			sameList("row of the summary", s.Summary, want.Summary, RHCRow.equal),
		)
	})
}

func sameDecimal(a, b decimal.Decimal) bool { return exact.String(a) == exact.String(b) }

func (g RHCGroup) equal(o RHCGroup) bool {
	return g.SubUnits == o.SubUnits && g.Selected == o.Selected && sameDecimal(g.Size, o.Size) &&
		sameDecimal(g.Random, o.Random) && slices.EqualFunc(g.Units, o.Units, func(a, b RHCUnit) bool {
		return a.Name == b.Name && a.SubUnits == b.SubUnits && sameDecimal(a.Size, b.Size)
	})
}

func (r RHCRow) equal(o RHCRow) bool {
	return r.Name == o.Name && r.Unit == o.Unit && r.SubUnits == o.SubUnits && r.UnitsInGroup == o.UnitsInGroup &&
		sameDecimal(r.Size, o.Size) && sameDecimal(r.GroupSize, o.GroupSize)
}

// String shows a group by its totals and its units.
func (g RHCGroup) String() string {
	return fmt.Sprintf("%d units, size %s, sub-units %d, random number %s, selected %d: %v", len(g.Units),
		exact.String(g.Size), g.SubUnits, exact.String(g.Random), g.Selected, g.Units)
}

// MarshalJSON writes the sizes as strings.
func (g RHCGroup) MarshalJSON() ([]byte, error) { return jsonform.Marshal(g) }

// MarshalJSON writes the sizes as strings.
func (r RHCRow) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }
