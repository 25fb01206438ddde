package sampling

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/finding"
)

// Replacement is the plan of the run that replaces a selected unit which cannot be used: the other units of its
// group, in the order of the group, of which one is selected with seeds of its own. RHC has no spares. After it is
// drawn, [ReplaceRHC] puts its row in the place of the old one; if that unit cannot be used either, the drawn
// replacement has a Replacement in turn.
//
// The error wraps [ErrSelection] if s is not what its inputs give, [ErrFrame] if the unit is not one of the selected
// ones or two of them have its name, and [ErrSize] if it is alone in its group.
//
// Source: RAT-STATS Companion Manual 1-24 to 1-28.
func (s RHCSelection) Replacement(unit, partitionSeed, selectionSeed string) (RHC, error) {
	s, err := s.redraw()
	if err != nil {
		return RHC{}, err
	}
	i, err := rowOf(s.Summary, unit)
	if err != nil {
		return RHC{}, err
	}
	g := s.Groups[i]
	if len(g.Units) == 1 {
		return RHC{}, fmt.Errorf("%w: %q is alone in group %d, no unit can replace it", ErrSize, finding.Clip(unit), i+1)
	}
	k := int(g.Selected - 1)
	return RHC{
		Method: s.Method, Level: s.Level, PartitionSeed: partitionSeed, SelectionSeed: selectionSeed, Size: 1,
		Units: slices.Concat(g.Units[:k], g.Units[k+1:]), Strict: s.Strict,
	}, nil
}

// ReplaceRHC returns the rows of a summary with the row of the unit replaced by the row of a replacement run, at the
// same place. The run has one group: that of the unit without it, so that its size and its number of units are those
// of the old row less the unit's own.
//
// The error wraps [ErrSelection] if the run is not what its inputs give or is not from that group, and [ErrFrame] if
// the rows do not hold the unit or hold its name twice.
//
// Source: RAT-STATS Companion Manual 1-28.
func ReplaceRHC(rows []RHCRow, unit string, run RHCSelection) ([]RHCRow, error) {
	run, err := run.redraw()
	if err != nil {
		return nil, err
	}
	i, err := rowOf(rows, unit)
	if err != nil {
		return nil, err
	}
	for k, r := range rows {
		if rule := r.rule(); rule != "" {
			return nil, rowError(k, rule)
		}
	}
	old, by := rows[i], run.Summary[0]
	if len(run.Summary) != 1 || by.UnitsInGroup != old.UnitsInGroup-1 ||
		!sameDecimal(by.GroupSize, old.GroupSize.Sub(old.Size)) {
		return nil, fmt.Errorf("%w: the replacement is not from the group of %q without it", ErrSelection, finding.Clip(unit))
	}
	replaced := slices.Clone(rows)
	replaced[i] = by
	return replaced, nil
}

// rowOf finds the one row of a unit.
func rowOf(rows []RHCRow, unit string) (int, error) {
	is := func(r RHCRow) bool { return r.Name == unit }
	i := slices.IndexFunc(rows, is)
	switch {
	case i < 0:
		return 0, fmt.Errorf("%w of units: %q is not in the summary", ErrFrame, finding.Clip(unit))
	case slices.ContainsFunc(rows[i+1:], is):
		return 0, fmt.Errorf("%w of units: %q stands twice in the summary: give the units names of their own",
			ErrFrame, finding.Clip(unit))
	}
	return i, nil
}
