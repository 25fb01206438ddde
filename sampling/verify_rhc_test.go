package sampling

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// searched completes a row by a search in the lists, as the documentation of [RHC.Verify] tells it, and says whether it is
// one of a unit that can be selected.
func searched(s RHCSelection, row RHCRow) (RHCRow, bool) {
	var places []int64
	for i, u := range s.Units {
		if u.Name == row.Name {
			places = append(places, int64(i+1))
		}
	}
	if len(places) == 1 && places[0] == row.Unit {
		row.Unit = 0
	}
	complete := func(row RHCRow) RHCRow {
		for _, have := range s.Summary {
			if row.fits(RHCUnit{have.Name, have.SubUnits, have.Size}) && (row.Unit == 0 || row.Unit == have.Unit) {
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
			if u := s.Units[place-1]; row.fits(u) && (row.Unit == 0 || row.Unit == place) {
				row.SubUnits, row.Size = u.SubUnits, u.Size
				if len(places) > 1 {
					row.Unit = place
				}
				return row
			}
		}
		return row
	}
	row = complete(row)
	for _, place := range places {
		u := s.Units[place-1]
		if row.fits(u) && u.Size.Sign() > 0 && (row.Unit == 0 || row.Unit == place) {
			return row, true
		}
	}
	return row, false
}

// TestRHCFrameIsASearch: rows find the units that a search in the lists finds, whatever they state and whatever repeats.
func TestRHCFrameIsASearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := RHC{PartitionSeed: "100", SelectionSeed: drawSeed(t)}
		for range rapid.IntRange(1, 12).Draw(t, "units") {
			plan.Units = append(plan.Units, RHCUnit{
				Name:     rapid.SampledFrom([]string{"A", "B", "C", "D"}).Draw(t, "name"),
				SubUnits: rapid.Int64Range(0, 2).Draw(t, "sub-units"),
				Size:     decimal.New(rapid.Int64Range(0, 3).Draw(t, "size"), -1),
			})
		}
		plan.Size = rapid.Int64Range(1, int64(len(plan.Units))).Draw(t, "sample")
		s, err := plan.Draw()
		if err != nil {
			return // a group without size
		}
		var rows []RHCRow
		for range 20 {
			rows = append(rows, RHCRow{
				Name:     rapid.SampledFrom([]string{"A", "B", "C", "D", "E", ""}).Draw(t, "reported"),
				SubUnits: rapid.Int64Range(-1, 2).Draw(t, "reported sub-units"),
				Size:     decimal.New(rapid.Int64Range(-1, 30).Draw(t, "reported size"), -2),
				Unit:     rapid.Int64Range(-1, 13).Draw(t, "reported unit"),
			})
		}
		f := newRHCFrame(s, rows)
		for _, row := range rows {
			got := f.complete(row)
			want, held := searched(s, row)
			if !got.equal(want) || f.holds(got) != held {
				t.Fatalf("%+v: %+v, %t, a search finds %+v, %t", row, got, f.holds(got), want, held)
			}
		}
	})
}

// TestVerifyRHCOfOneDescription: the time grows with units and rows, not with their product.
func TestVerifyRHCOfOneDescription(t *testing.T) {
	const units = 30_000
	plan := RHC{PartitionSeed: "1", SelectionSeed: "2", Size: units / 2}
	for range units {
		plan.Units = append(plan.Units, RHCUnit{"A", 1, decimal.NewFromInt(1)})
	}
	other := make([]RHCRow, plan.Size)
	for i := range other {
		other[i] = RHCRow{Name: "A", Size: decimal.NewFromInt(7)}
	}
	v, err := plan.Verify(Reported[RHCRow]{Units: other})
	if err != nil || v.Comparison != Impossible || len(v.Problems.Outside) != 1 {
		t.Errorf("%s %v", v.Comparison, err)
	}
	if v, err = plan.Verify(Reported[RHCRow]{Units: v.Selection.Summary}); err != nil || v.Comparison != Reproduced {
		t.Errorf("%s %v", v.Comparison, err)
	}
}
