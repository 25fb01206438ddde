package attribute

import (
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/sampling"
)

func rhcEncode(t interface{ Fatal(...any) }, v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// rhcUnitsOf draws units with samples, and the same as dollars: a one for each item with the characteristic, else a zero.
func rhcUnitsOf(t *rapid.T, least int) ([]RHCUnit, []variable.RHCUnit) {
	var counts []RHCUnit
	var dollars []variable.RHCUnit
	for range rapid.IntRange(least, 4).Draw(t, "units") {
		n := rapid.Int64Range(2, 12).Draw(t, "sample")
		x := rapid.Int64Range(0, n).Draw(t, "count")
		r := sampling.RHCRow{SubUnits: n + rapid.Int64Range(0, 50).Draw(t, "others"),
			UnitsInGroup: rapid.Int64Range(2, 9).Draw(t, "units"), Size: decimal.New(rapid.Int64Range(1, 9999).Draw(t, "size"), -1)}
		r.GroupSize = exact.Canonical(r.Size.Add(decimal.New(rapid.Int64Range(0, 9999).Draw(t, "group"), -1)))
		r.Size = exact.Canonical(r.Size)
		values := make([]decimal.Decimal, n)
		for i := range x {
			values[i] = decimal.NewFromInt(1)
		}
		counts = append(counts, RHCUnit{r, Sample{n, x}})
		dollars = append(dollars, variable.RHCUnit{RHCRow: r, Sample: variable.Sample{Difference: values}})
	}
	return counts, dollars
}

// TestRHCCountsAreDollarsOfZeroAndOne: counts are appraised as dollars of which each item has 1 or 0, figure by figure,
// in both designs.
func TestRHCCountsAreDollarsOfZeroAndOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts, dollars := rhcUnitsOf(t, 2)
		a := mustRHCTwoStage(t, RHCTwoStage{Units: counts})
		b, err := variable.RHCTwoStage{Units: dollars}.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		if rhcEncode(t, a.Estimate) != rhcEncode(t, b.Estimate) || rhcEncode(t, a.RHCTotals) != rhcEncode(t, b.RHCTotals) ||
			a.Count != b.Nonzero {
			t.Fatalf("%+v, %+v", a, b)
		}
		for i := range a.Units {
			if rhcEncode(t, a.Units[i].RHCFigures) != rhcEncode(t, b.Units[i].RHCFigures) {
				t.Fatalf("%+v, %+v", a.Units[i], b.Units[i])
			}
		}
		three, money := RHCThreeStage{}, variable.RHCThreeStage{}
		three.SizesOfGroups = rapid.Bool().Draw(t, "sizes of groups")
		money.SizesOfGroups = three.SizesOfGroups
		for range 2 {
			counts, dollars := rhcUnitsOf(t, 2)
			row := counts[0].RHCRow
			row.SubUnits = 0
			for _, u := range counts {
				row.SubUnits += u.UnitsInGroup
			}
			three.Units = append(three.Units, RHCPrimaryUnit{row, counts})
			money.Units = append(money.Units, variable.RHCPrimaryUnit{RHCRow: row, Units: dollars})
		}
		c := mustRHCThreeStage(t, three)
		d, err := money.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		if rhcEncode(t, c.Estimate) != rhcEncode(t, d.Estimate) ||
			rhcEncode(t, c.RHCThreeStageTotals) != rhcEncode(t, d.RHCThreeStageTotals) ||
			rhcEncode(t, c.Units[1].RHCPrimaryFigures) != rhcEncode(t, d.Units[1].RHCPrimaryFigures) {
			t.Fatalf("%+v, %+v", c, d)
		}
	})
}

// TestRHCComplement: the items without the characteristic, where the size of a unit is its number of items, are what the
// others leave of all items, with the same standard error.
func TestRHCComplement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts, _ := rhcUnitsOf(t, 2)
		others, all := make([]RHCUnit, len(counts)), int64(0)
		for i := range counts {
			u := &counts[i]
			group := u.SubUnits + rapid.Int64Range(0, 100).Draw(t, "group")
			u.Size, u.GroupSize = decimal.NewFromInt(u.SubUnits), decimal.NewFromInt(group)
			others[i] = RHCUnit{u.RHCRow, Sample{u.SampleSize, u.SampleSize - u.Count}}
			all += group
		}
		a, b := mustRHCTwoStage(t, RHCTwoStage{Units: counts, SecondaryUniverse: all}), mustRHCTwoStage(t, RHCTwoStage{Units: others})
		sum := exact.Int(all) // less the exact quantity, as the stated one is rounded
		for i, u := range counts {
			p := exact.Rat(u.GroupSize)
			p.Mul(p, exact.Int(a.Units[i].Count)).Quo(p, exact.Int(u.SampleSize))
			sum.Sub(sum, p)
		}
		if !a.StandardError.Equal(b.StandardError) || !b.PointEstimate.Equal(exact.Round(sum)) {
			t.Fatalf("%+v, %+v", a.Estimate, b.Estimate)
		}
		for k, in := range a.Proportion.Intervals {
			if k > 0 && in.LowerLimit.Cmp(a.Proportion.Intervals[k-1].LowerLimit) > 0 || in.LowerLimit.Cmp(in.UpperLimit) > 0 {
				t.Fatalf("%+v", a.Proportion)
			}
		}
	})
}
