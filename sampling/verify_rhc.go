package sampling

import (
	"cmp"
	"fmt"
	"strings"
)

// Verify draws the plan again and holds the reported rows of the summary against it. The order of selection is that of
// the groups. A row is named by its description; the other fields may be left out, and where they are stated they have
// to be right. Where descriptions repeat, Unit has to be stated too, or the first selected unit that fits is meant. The
// errors are those of [RHC.Draw].
func (r RHC) Verify(reported Reported[RHCRow]) (Verdict[RHCRow, RHCSelection], error) {
	drawn, err := r.Draw()
	if err != nil {
		return Verdict[RHCRow, RHCSelection]{}, err
	}
	f := newRHCFrame(drawn)
	orders := make([]int64, len(drawn.Summary))
	for i := range orders {
		orders[i] = int64(i + 1)
	}
	return hold(reported, drawn, unitsOf[RHCRow, string]{
		sample: drawn.Summary, orders: orders,
		key: func(row RHCRow) string { return fmt.Sprint(row.Unit, " ", row) },
		compare: func(a, b RHCRow) int {
			return cmp.Or(strings.Compare(a.Description, b.Description), cmp.Compare(a.Unit, b.Unit))
		},
		inFrame: f.holds, complete: f.complete,
	}, r.FrameDigest)
}

// rhcFrame finds units and selected rows by their description.
type rhcFrame struct {
	units    []RHCUnit
	places   map[string][]int64 // places of the units of a description, from 1
	selected map[string][]RHCRow
}

func newRHCFrame(s RHCSelection) rhcFrame {
	f := rhcFrame{s.Units, make(map[string][]int64, len(s.Units)), make(map[string][]RHCRow, len(s.Summary))}
	for i, u := range s.Units {
		f.places[u.Description] = append(f.places[u.Description], int64(i+1))
	}
	for _, row := range s.Summary {
		f.selected[row.Description] = append(f.selected[row.Description], row)
	}
	return f
}

// fits reports whether nothing that a reported row states of its unit contradicts the unit.
func (row RHCRow) fits(u RHCUnit) bool {
	return row.Description == u.Description && (row.SubUnits == 0 || row.SubUnits == u.SubUnits) &&
		(row.Size.Sign() == 0 || sameDecimal(row.Size, u.Size))
}

// complete fills in what a row leaves out: all of it from a selected row that fits, the unit's own from any other unit.
func (f rhcFrame) complete(row RHCRow) RHCRow {
	places := f.places[row.Description]
	if row.Unit != 0 && len(places) == 1 && places[0] == row.Unit {
		row.Unit = 0 // the description is its own
	}
	for _, have := range f.selected[row.Description] {
		unit := RHCUnit{have.Description, have.SubUnits, have.Size}
		if row.fits(unit) && (row.Unit == 0 || row.Unit == have.Unit) {
			if row.GroupSize.Sign() == 0 {
				row.GroupSize = have.GroupSize
			}
			if row.UnitsInGroup == 0 {
				row.UnitsInGroup = have.UnitsInGroup
			}
			row.SubUnits, row.Size, row.Unit = have.SubUnits, have.Size, have.Unit
			return row
		}
	}
	for _, place := range places {
		if u := f.units[place-1]; row.fits(u) && (row.Unit == 0 || row.Unit == place) {
			row.SubUnits, row.Size = u.SubUnits, u.Size
			if len(places) > 1 {
				row.Unit = place
			}
			return row
		}
	}
	return row
}

// holds reports whether a completed row is one of a unit that can be selected.
func (f rhcFrame) holds(row RHCRow) bool {
	for _, place := range f.places[row.Description] {
		if u := f.units[place-1]; row.fits(u) && u.Size.Sign() > 0 && (row.Unit == 0 || row.Unit == place) {
			return true
		}
	}
	return false
}
