package variable

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/sampling"
)

// rhcRow draws a unit with so many sub-units, alone in its group or in one of several.
func rhcRow(t *rapid.T, subUnits int64, alone bool) sampling.RHCRow {
	size := decimal.New(rapid.Int64Range(1, 100_000).Draw(t, "size"), -rapid.Int32Range(0, 2).Draw(t, "places"))
	r := sampling.RHCRow{SubUnits: subUnits, Size: exact.Canonical(size), GroupSize: exact.Canonical(size), UnitsInGroup: 1}
	if !alone {
		r.UnitsInGroup = rapid.Int64Range(2, 9).Draw(t, "units in group")
		r.GroupSize = r.Size.Add(decimal.NewFromInt(rapid.Int64Range(0, 100_000).Draw(t, "others")))
	}
	return r
}

// rhcUnitsOf draws units with samples of at least two items.
func rhcUnitsOf(t *rapid.T, least, most int, alone bool) []RHCUnit {
	var units []RHCUnit
	for range rapid.IntRange(least, most).Draw(t, "units") {
		values := cents(2).Draw(t, "values")
		units = append(units, RHCUnit{rhcRow(t, drawUniverse(t, len(values)), alone), Sample{Difference: values}})
	}
	return units
}

func mustRHCTwoStage(t interface{ Fatal(...any) }, d RHCTwoStage) RHCTwoStageResult {
	r, err := d.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func mustRHCThreeStage(t interface{ Fatal(...any) }, d RHCThreeStage) RHCThreeStageResult {
	r, err := d.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rhcPrimaryOf draws primary units whose secondary units have groups that add up in number, and in size if fitting is set.
func rhcPrimaryOf(t *rapid.T, fitting bool) []RHCPrimaryUnit {
	var primary []RHCPrimaryUnit
	for range rapid.IntRange(2, 4).Draw(t, "primary units") {
		p := RHCPrimaryUnit{RHCRow: rhcRow(t, 0, false), Units: rhcUnitsOf(t, 2, 3, rapid.Bool().Draw(t, "alone"))}
		var sum decimal.Decimal
		for _, u := range p.Units {
			p.SubUnits += u.UnitsInGroup
			sum = sum.Add(u.GroupSize)
		}
		if fitting {
			p.Size, p.GroupSize = exact.Canonical(sum), exact.Canonical(sum.Add(p.GroupSize))
		}
		primary = append(primary, p)
	}
	return primary
}

// TestRHCOrderDoesNotMatter: the order of groups, and of items, changes no figure of the whole.
func TestRHCOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := RHCTwoStage{Units: rhcUnitsOf(t, 2, 5, false)}
		a := mustRHCTwoStage(t, d)
		d.Units = rapid.Permutation(d.Units).Draw(t, "order")
		b := mustRHCTwoStage(t, d)
		a.Units, b.Units = nil, nil
		if encode(t, a) != encode(t, b) {
			t.Fatalf("%s, %s", encode(t, a), encode(t, b))
		}
		e := RHCThreeStage{Units: rhcPrimaryOf(t, false)}
		x := mustRHCThreeStage(t, e)
		e.Units = rapid.Permutation(e.Units).Draw(t, "order")
		for i := range e.Units {
			e.Units[i].Units = rapid.Permutation(e.Units[i].Units).Draw(t, "inner order")
		}
		y := mustRHCThreeStage(t, e)
		x.Units, y.Units, x.Warnings, y.Warnings = nil, nil, nil, nil // warnings name units by their place
		if encode(t, x) != encode(t, y) {
			t.Fatalf("%s, %s", encode(t, x), encode(t, y))
		}
	})
}

// TestRHCScale: a power of ten moves the decimal point of dollars, -1 mirrors; the measure of size is free.
func TestRHCScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := RHCTwoStage{Units: rhcUnitsOf(t, 2, 4, false)}
		a := mustRHCTwoStage(t, d)
		power, measure := rapid.Int32Range(-6, 6).Draw(t, "power"), rapid.Int32Range(-5, 5).Draw(t, "measure")
		for i := range d.Units {
			u := &d.Units[i]
			u.Difference = slices.Clone(u.Difference)
			for k, x := range u.Difference {
				u.Difference[k] = x.Shift(power).Neg()
			}
			u.Size, u.GroupSize = u.Size.Shift(measure), u.GroupSize.Shift(measure)
		}
		b := mustRHCTwoStage(t, d)
		same := func(what string, x, y decimal.Decimal) {
			t.Helper()
			if !x.Equal(y) {
				t.Fatalf("%s: %s and %s", what, x, y)
			}
		}
		same("point estimate", a.PointEstimate.Shift(power).Neg(), b.PointEstimate)
		same("standard error", a.StandardError.Shift(power), b.StandardError)
		same("between", a.BetweenVariance.Shift(2*power), b.BetweenVariance)
		same("limits", a.Intervals[0].LowerLimit.Shift(power).Neg(), b.Intervals[0].UpperLimit)
		for i := range a.Units {
			same("between of a unit", a.Units[i].BetweenVariance.Shift(2*power), b.Units[i].BetweenVariance)
			same("sizes ratio", a.Units[i].SizesRatio, b.Units[i].SizesRatio)
		}
	})
}

// TestRHCShift: where the size of a unit is its number of items, c more for each item adds c times the number of all
// items to the estimate and nothing to its variance. (For other sizes the number of items is itself estimated, and that
// does not hold.)
func TestRHCShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := RHCTwoStage{Units: rhcUnitsOf(t, 2, 4, false)}
		c, all := decimal.New(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "c"), -2), int64(0)
		moved := RHCTwoStage{Units: slices.Clone(d.Units)}
		for i := range d.Units {
			u := &d.Units[i]
			group := u.SubUnits + rapid.Int64Range(0, 1000).Draw(t, "others")
			u.Size, u.GroupSize = decimal.NewFromInt(u.SubUnits), decimal.NewFromInt(group)
			moved.Units[i].RHCRow, moved.Units[i].Difference = u.RHCRow, nil
			for _, x := range u.Difference {
				moved.Units[i].Difference = append(moved.Units[i].Difference, x.Add(c))
			}
			all += group
		}
		a, b := mustRHCTwoStage(t, d), mustRHCTwoStage(t, moved)
		if !a.StandardError.Equal(b.StandardError) || !a.BetweenVariance.Equal(b.BetweenVariance) {
			t.Fatalf("%s, %s", a.StandardError, b.StandardError)
		}
		point := exact.Rat(c.Mul(decimal.NewFromInt(all))) // and the exact estimate without c, as the stated one is rounded
		for i, u := range d.Units {
			mean := exact.Rat(a.Units[i].Total)
			mean.Mul(mean, exact.Rat(u.GroupSize)).Quo(mean, exact.Int(a.Units[i].SampleSize))
			point.Add(point, mean)
		}
		if !b.PointEstimate.Equal(exact.Round(point)) {
			t.Fatalf("%s, %s", a.PointEstimate, b.PointEstimate)
		}
	})
}

// TestRHCGroupsOfOneUnit: where every unit is alone in its group, all primary units are in the sample: strata. A census
// of them has no variance at all.
func TestRHCGroupsOfOneUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := RHCTwoStage{Units: rhcUnitsOf(t, 1, 4, true)}
		if rapid.Bool().Draw(t, "census") {
			for i := range d.Units {
				d.Units[i].SubUnits = int64(len(d.Units[i].Difference))
			}
		}
		var s Stratified
		census := true
		for _, u := range d.Units {
			s.Strata = append(s.Strata, Stratum{Universe: u.SubUnits, Sample: u.Sample})
			census = census && u.SubUnits == int64(len(u.Difference))
		}
		a := mustRHCTwoStage(t, d)
		b, err := s.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		if encode(t, a.Intervals) != encode(t, b.Intervals) || !a.StandardError.Equal(b.StandardError) || a.BetweenVariance.Sign() != 0 {
			t.Fatalf("%+v, %+v", a.Estimate, b.Estimate)
		}
		if census && (!a.StandardError.IsZero() || !a.PointEstimate.Equal(exact.Round(exact.Rat(a.Total)))) {
			t.Fatalf("a census with %s, %s of %s", a.StandardError, a.PointEstimate, a.Total)
		}
	})
}

// TestRHCThreeStageOfOneSecondaryUnit: primary units of a single secondary unit leave two stages.
func TestRHCThreeStageOfOneSecondaryUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		two := RHCTwoStage{Units: rhcUnitsOf(t, 2, 5, false)}
		var three RHCThreeStage
		for _, u := range two.Units {
			inner := rhcRow(t, u.SubUnits, true)
			outer := u.RHCRow
			outer.SubUnits = 1
			three.Units = append(three.Units, RHCPrimaryUnit{outer, []RHCUnit{{inner, u.Sample}}})
		}
		a, b := mustRHCTwoStage(t, two), mustRHCThreeStage(t, three)
		if encode(t, a.Estimate) != encode(t, b.Estimate) || !a.BetweenVariance.Equal(b.Stage1Variance) ||
			!a.WithinVariance.Equal(b.Stages2And3Variance) {
			t.Fatalf("%+v, %+v", a.RHCTwoStageSection, b.RHCThreeStageSection)
		}
	})
}

// TestRHCThreeStageOfOnePrimaryUnit: a primary unit that is all of the population leaves the two stages inside of it, if
// the sizes of its secondary units add up to its own. Held against their own sum they always do.
func TestRHCThreeStageOfOnePrimaryUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		own := rapid.Bool().Draw(t, "sizes of groups")
		p := rhcPrimaryOf(t, !own)[0]
		p.GroupSize, p.UnitsInGroup = p.Size, 1
		a := mustRHCTwoStage(t, RHCTwoStage{Units: p.Units})
		b := mustRHCThreeStage(t, RHCThreeStage{Units: []RHCPrimaryUnit{p}, SizesOfGroups: own})
		if encode(t, a.Estimate) != encode(t, b.Estimate) || encode(t, a.Units) != encode(t, b.Units[0].Units) ||
			encode(t, a.Components) != encode(t, b.Units[0].Components) || b.Stage1Variance.Sign() != 0 {
			t.Fatalf("%+v, %+v", a.RHCTwoStageSection, b.RHCThreeStageSection)
		}
	})
}

// TestRHCNestedLimits: a higher level has wider limits, all around the estimate.
func TestRHCNestedLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := mustRHCThreeStage(t, RHCThreeStage{Units: rhcPrimaryOf(t, false)})
		for k, in := range r.Intervals {
			if in.LowerLimit.Cmp(r.PointEstimate) > 0 || in.UpperLimit.Cmp(r.PointEstimate) < 0 || in.Distribution != "z" {
				t.Fatalf("%+v", in)
			}
			if k > 0 && (in.LowerLimit.Cmp(r.Intervals[k-1].LowerLimit) > 0 || in.UpperLimit.Cmp(r.Intervals[k-1].UpperLimit) < 0) {
				t.Fatalf("%+v does not hold %+v", in, r.Intervals[k-1])
			}
		}
	})
}

// TestRHCJSON: designs and results go through JSON as they are.
func TestRHCJSON(t *testing.T) {
	d := RHCThreeStage{UnitFile: "U.TXT", SizesOfGroups: true, Options: Options{Levels: decs("0.9")}, Units: []RHCPrimaryUnit{
		{sampling.RHCRow{Name: "A", SubUnits: 3, Size: dec("1.5"), GroupSize: dec("4"), UnitsInGroup: 2}, []RHCUnit{
			{sampling.RHCRow{Name: "a", SubUnits: 5, Size: dec("2"), GroupSize: dec("4"), UnitsInGroup: 2},
				Sample{Examined: decs("1", "2.5"), Audited: decs("0", "2")}},
			{sampling.RHCRow{Name: "b", SubUnits: 2, Size: dec("7"), GroupSize: dec("7"), UnitsInGroup: 1},
				Sample{Examined: decs("1", "2.5"), Audited: decs("0", "2")}},
		}},
		{sampling.RHCRow{SubUnits: 1, Size: dec("3"), GroupSize: dec("3"), UnitsInGroup: 1}, []RHCUnit{
			{sampling.RHCRow{SubUnits: 4, Size: dec("1"), GroupSize: dec("1"), UnitsInGroup: 1},
				Sample{Examined: decs("-1", "3", "3"), Audited: decs("0", "2", "2")}},
		}},
	}}
	roundTrip(t, d)
	r := mustRHCThreeStage(t, d)
	roundTrip(t, r)
	roundTrip(t, r.Units[0])
	if got := len(r.Sections()); got != 3 {
		t.Errorf("%d sections", got)
	}
	two := RHCTwoStage{UnitFile: "U.TXT", Units: d.Units[0].Units}
	roundTrip(t, two)
	s := mustRHCTwoStage(t, two)
	roundTrip(t, s)
	roundTrip(t, s.Units[0])
	if len(s.Sections()) != 3 || cmp.Diff(s.Sections()[2].Units, s.Units) != "" {
		t.Errorf("%+v", s)
	}
}
