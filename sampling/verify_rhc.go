package sampling

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Verify draws the plan again and holds the reported rows of the summary against it. The order of selection is that of
// the groups. A row is known by its name; the other fields may be left out, and where they are stated they have
// to be right. Where names repeat, Unit has to be stated too, or the first selected unit that fits is meant. The
// errors are those of [RHC.Draw].
func (r RHC) Verify(reported Reported[RHCRow]) (Verdict[RHCRow, RHCSelection], error) {
	drawn, err := r.Draw()
	if err != nil {
		return Verdict[RHCRow, RHCSelection]{}, err
	}
	f := newRHCFrame(drawn, slices.Concat(reported.Units, reported.Spares))
	orders := make([]int64, len(drawn.Summary))
	for i := range orders {
		orders[i] = int64(i + 1)
	}
	return hold(reported, drawn, unitsOf[RHCRow, string]{
		sample: drawn.Summary, orders: orders,
		key: func(row RHCRow) string { return fmt.Sprint(row.Unit, " ", row) },
		compare: func(a, b RHCRow) int {
			return cmp.Or(strings.Compare(a.Name, b.Name), cmp.Compare(a.Unit, b.Unit))
		},
		inFrame: f.holds, complete: f.complete,
	}, r.FrameDigest)
}

// rhcFrame finds the units and selected rows that reported rows mean. Names may repeat, so that a search in lists
// would take the product of units and rows.
type rhcFrame struct {
	units   []RHCUnit
	summary []RHCRow
	count   map[string]int      // units of each reported name
	first   map[string]int64    // the place of the first of them, from 1
	fitting map[rhcStated]int64 // the first place of a unit that fits what is stated
	chosen  map[rhcStated]int   // the first selected row that does, from 1
	atPlace map[int64]int       // the selected row of a place, from 1, where names repeat
}

// rhcStated is what a reported row states of its unit beside the place: 0 sub-units and no size where it does not.
type rhcStated struct {
	name     string
	subUnits int64
	size     string
}

func (row RHCRow) stated() rhcStated {
	s := rhcStated{row.Name, row.SubUnits, ""}
	if row.Size.Sign() != 0 {
		s.size = sizeText(row.Size)
	}
	return s
}

// fitting are all that a row can state of the unit without contradicting it.
func (u RHCUnit) fitting() [4]rhcStated {
	whole := RHCRow{Name: u.Name, SubUnits: u.SubUnits, Size: u.Size}.stated()
	return [4]rhcStated{whole, {whole.name, whole.subUnits, ""}, {whole.name, 0, whole.size},
		{whole.name, 0, ""}}
}

func newRHCFrame(s RHCSelection, reported []RHCRow) rhcFrame {
	f := rhcFrame{s.Units, s.Summary, map[string]int{}, map[string]int64{}, map[rhcStated]int64{}, map[rhcStated]int{},
		map[int64]int{}}
	for _, row := range reported {
		f.count[row.Name] = 0
		f.fitting[row.stated()], f.chosen[row.stated()] = 0, 0
	}
	for i, u := range s.Units {
		if _, named := f.count[u.Name]; !named {
			continue
		}
		if f.count[u.Name]++; f.count[u.Name] == 1 {
			f.first[u.Name] = int64(i + 1)
		}
		for _, stated := range u.fitting() {
			if place, asked := f.fitting[stated]; asked && place == 0 {
				f.fitting[stated] = int64(i + 1)
			}
		}
	}
	for i, row := range s.Summary {
		if row.Unit != 0 {
			f.atPlace[row.Unit] = i + 1
		}
		for _, stated := range (RHCUnit{row.Name, row.SubUnits, row.Size}).fitting() {
			if at, asked := f.chosen[stated]; asked && at == 0 {
				f.chosen[stated] = i + 1
			}
		}
	}
	return f
}

// fits reports whether nothing that a reported row states of its unit contradicts the unit.
func (row RHCRow) fits(u RHCUnit) bool {
	return row.Name == u.Name && (row.SubUnits == 0 || row.SubUnits == u.SubUnits) &&
		(row.Size.Sign() == 0 || sameDecimal(row.Size, u.Size))
}

// complete fills in what a row leaves out: all of it from a selected row that fits, the unit's own from any other unit.
func (f rhcFrame) complete(row RHCRow) RHCRow {
	if row.Unit != 0 && f.count[row.Name] == 1 && f.first[row.Name] == row.Unit {
		row.Unit = 0 // the name is its own
	}
	at, place := f.chosen[row.stated()], f.fitting[row.stated()]
	if row.Unit != 0 {
		at, place = f.atPlace[row.Unit], row.Unit
	}
	if at != 0 {
		have := f.summary[at-1]
		if row.fits(RHCUnit{have.Name, have.SubUnits, have.Size}) {
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
	if u, found := f.unit(place); found && row.fits(u) {
		row.SubUnits, row.Size = u.SubUnits, u.Size
		if f.count[row.Name] > 1 {
			row.Unit = place
		}
	}
	return row
}

// unit is that of a place, from 1.
func (f rhcFrame) unit(place int64) (RHCUnit, bool) {
	if place < 1 || place > int64(len(f.units)) {
		return RHCUnit{}, false
	}
	return f.units[place-1], true
}

// holds reports whether a completed row is one of a unit that can be selected. A row that has no place after it was
// completed has a name of its own, or fits no unit.
func (f rhcFrame) holds(row RHCRow) bool {
	place := row.Unit
	if place == 0 && f.count[row.Name] == 1 {
		place = f.first[row.Name]
	}
	u, found := f.unit(place)
	return found && row.fits(u) && u.Size.Sign() > 0
}
