package variable

import (
	"math/big"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// drawUnit draws a unit with a sample of differences: at least two items, or a unit of one.
func drawUnit(t *rapid.T) SampledUnit {
	values := cents(1).Draw(t, "values")
	universe := drawUniverse(t, len(values))
	if len(values) == 1 {
		universe = 1
	}
	return SampledUnit{Universe: universe, Sample: Sample{Difference: values}}
}

func drawUnits(t *rapid.T, least int) []SampledUnit {
	return rapid.SliceOfN(rapid.Custom(drawUnit), least, 5).Draw(t, "units")
}

// drawThreeStage draws a three-stage sample of which each primary unit has two secondary units or one that is all of it.
func drawThreeStage(t *rapid.T) ThreeStage {
	d := ThreeStage{Units: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) ThreeStageUnit {
		u := ThreeStageUnit{Units: drawUnits(t, 1)}
		if u.Universe = int64(len(u.Units)); u.Universe > 1 {
			u.Universe = drawUniverse(t, len(u.Units))
		}
		return u
	}), 2, 4).Draw(t, "primary units")}
	d.Universe = drawUniverse(t, len(d.Units))
	return d
}

func must[D interface{ Appraise() (R, error) }, R any](t interface{ Fatal(...any) }, d D) R {
	r, err := d.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// sameFigures wants two estimates to be the same, whatever their distribution.
func sameFigures(t *rapid.T, what string, a, b appraisal.Estimate) {
	if !a.PointEstimate.Equal(b.PointEstimate) || !a.StandardError.Equal(b.StandardError) {
		t.Fatalf("%s: %s and %s, %s and %s", what, a.PointEstimate, b.PointEstimate, a.StandardError, b.StandardError)
	}
}

func strataOf(units []SampledUnit) []Stratum {
	var strata []Stratum
	for _, u := range units {
		strata = append(strata, Stratum(u))
	}
	return strata
}

func TestOneStratumIsUnrestricted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := drawUnit(t)
		r := must[Stratified, StratifiedResult](t, Stratified{Strata: []Stratum{Stratum(u)}})
		want := mustAppraise(t, Unrestricted{Universe: u.Universe, Sample: u.Sample})
		if got := encode(t, r.Strata[0].Section); got != encode(t, want.Section) {
			t.Fatalf("%s, want %s", got, encode(t, want.Section))
		}
		sameFigures(t, "one stratum", r.Estimate, want.Estimate)
	})
}

// TestStagesOfOneUnit: a stage on which everything was drawn from one unit is none, and neither is one of units of one item.
func TestStagesOfOneUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := drawUnit(t)
		simple := mustAppraise(t, Unrestricted{Universe: u.Universe, Sample: u.Sample})
		one := must[TwoStage, TwoStageResult](t, TwoStage{Universe: 1, Units: []SampledUnit{u}})
		sameFigures(t, "one primary unit", one.Estimate, simple.Estimate)
		var items []SampledUnit
		for _, v := range u.Difference {
			items = append(items, SampledUnit{Universe: 1, Sample: Sample{Difference: []decimal.Decimal{v}}})
		}
		single := must[TwoStage, TwoStageResult](t, TwoStage{Universe: u.Universe, SecondaryUniverse: u.Universe,
			Units: items})
		sameFigures(t, "primary units of one item", single.Estimate, simple.Estimate)

		units := drawUnits(t, 2)
		universe := drawUniverse(t, len(units))
		two := must[TwoStage, TwoStageResult](t, TwoStage{Universe: universe, Units: units})
		first := must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 1,
			Units: []ThreeStageUnit{{Universe: universe, Units: units}}})
		sameFigures(t, "one primary unit of three stages", first.Estimate, two.Estimate)
		d := ThreeStage{Universe: universe}
		for _, u := range units {
			d.Units = append(d.Units, ThreeStageUnit{Universe: 1, Units: []SampledUnit{u}})
		}
		sameFigures(t, "one secondary unit in each primary one", must[ThreeStage, ThreeStageResult](t, d).Estimate,
			two.Estimate)
	})
}

// TestCompleteUnitsAreItems: units of which every item was examined are items themselves, with their totals.
func TestCompleteUnitsAreItems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := drawUnits(t, 2)
		var totals []decimal.Decimal
		for i := range units {
			units[i].Universe = int64(len(units[i].Difference))
			sum, _ := exact.Decimal(sumsOf(t, units[i].Difference).Power(1))
			totals = append(totals, sum)
		}
		universe := drawUniverse(t, len(units))
		want := mustAppraise(t, Unrestricted{Universe: universe, Sample: Sample{Difference: totals}})
		r := must[TwoStage, TwoStageResult](t, TwoStage{Universe: universe, Units: units})
		sameFigures(t, "complete units", r.Estimate, want.Estimate)
		if !r.StageVariances[1].IsZero() {
			t.Fatalf("%v", r.StageVariances)
		}
	})
}

func TestStagesCensusIsCertain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawThreeStage(t)
		d.Universe = int64(len(d.Units))
		total := appraisal.Sums{}
		for i := range d.Units {
			d.Units[i].Universe = int64(len(d.Units[i].Units))
			for k := range d.Units[i].Units {
				u := &d.Units[i].Units[k]
				u.Universe = int64(len(u.Difference))
				total.Merge(*sumsOf(t, u.Difference))
			}
		}
		r := must[ThreeStage, ThreeStageResult](t, d)
		if !r.StandardError.IsZero() || !r.PointEstimate.Equal(exact.Round(total.Power(1))) || len(r.Warnings) != 0 {
			t.Fatalf("%+v", r)
		}
		two := must[TwoStage, TwoStageResult](t, TwoStage{Universe: int64(len(d.Units[0].Units)), Units: d.Units[0].Units})
		strata := must[Stratified, StratifiedResult](t, Stratified{Strata: strataOf(d.Units[0].Units)})
		if !two.StandardError.IsZero() || !strata.StandardError.IsZero() || !two.PointEstimate.Equal(strata.PointEstimate) {
			t.Fatalf("%+v, %+v", two, strata)
		}
	})
}

// change makes a copy of a three-stage sample with other values.
func change(d ThreeStage, f func(decimal.Decimal) decimal.Decimal) ThreeStage {
	d.Units = slices.Clone(d.Units)
	for i := range d.Units {
		d.Units[i].Units = slices.Clone(d.Units[i].Units)
		for k := range d.Units[i].Units {
			u := &d.Units[i].Units[k]
			u.Difference = slices.Clone(u.Difference)
			for j := range u.Difference {
				u.Difference[j] = f(u.Difference[j])
			}
		}
	}
	return d
}

// TestStagesShift: c added to every item moves the estimate of strata by N*c and leaves its error alone; in stages,
// where the number of items is estimated too, by c times that estimate.
func TestStagesShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawThreeStage(t)
		c := decimal.New(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "c"), -2)
		moved := change(d, func(v decimal.Decimal) decimal.Decimal { return v.Add(c) })
		items := must[ThreeStage, ThreeStageResult](t, change(d, func(decimal.Decimal) decimal.Decimal { return dec("1") }))
		size := new(big.Rat)
		for _, u := range d.Units {
			own := new(big.Rat)
			for _, v := range u.Units {
				own.Add(own, exact.Int(v.Universe))
			}
			size.Add(size, own.Mul(own, big.NewRat(u.Universe, int64(len(u.Units)))))
		}
		size.Mul(size, big.NewRat(d.Universe, int64(len(d.Units))))
		if !items.PointEstimate.Equal(exact.Round(size)) { // the estimate of ones is that of their number
			t.Fatalf("%s, want %s", items.PointEstimate, size)
		}
		a, b := must[ThreeStage, ThreeStageResult](t, d), must[ThreeStage, ThreeStageResult](t, moved)
		near := new(big.Rat).Sub(exact.Rat(b.PointEstimate), exact.Rat(a.PointEstimate))
		near.Sub(near, size.Mul(size, exact.Rat(c)))
		if scale := exact.Rat(decimal.Max(a.PointEstimate.Abs(), b.PointEstimate.Abs(),
			dec("1"))); near.Abs(near).Cmp(scale.Mul(scale, big.NewRat(1, 1e18))) > 0 {
			t.Fatalf("%s and %s", a.PointEstimate, b.PointEstimate)
		}
		strata, shifted := Stratified{Strata: strataOf(d.Units[0].Units)}, Stratified{Strata: strataOf(moved.Units[0].Units)}
		if x, y := must[Stratified, StratifiedResult](t, strata), must[Stratified, StratifiedResult](t,
			shifted); !x.StandardError.Equal(y.StandardError) {
			t.Fatalf("%s and %s", x.StandardError, y.StandardError)
		}
	})
}

// TestStagesScale: a power of ten moves the decimal point of every figure, and -1 mirrors.
func TestStagesScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawThreeStage(t)
		power := rapid.Int32Range(-6, 6).Draw(t, "power")
		a := must[ThreeStage, ThreeStageResult](t, d)
		b := must[ThreeStage, ThreeStageResult](t,
			change(d, func(v decimal.Decimal) decimal.Decimal { return v.Shift(power) }))
		m := must[ThreeStage, ThreeStageResult](t, change(d, decimal.Decimal.Neg))
		for k, i := range a.Intervals {
			if !i.LowerLimit.Shift(power).Equal(b.Intervals[k].LowerLimit) ||
				!i.LowerLimit.Neg().Equal(m.Intervals[k].UpperLimit) {
				t.Fatalf("%s, %s, %s", i.LowerLimit, b.Intervals[k].LowerLimit, m.Intervals[k].UpperLimit)
			}
		}
		for k, v := range a.StageVariances {
			if !v.Shift(2*power).Equal(b.StageVariances[k]) || !v.Equal(m.StageVariances[k]) {
				t.Fatalf("%v, %v, %v", a.StageVariances, b.StageVariances, m.StageVariances)
			}
		}
	})
}

// TestStagesOrderAndSumsDoNotMatter: units and items in another order, and items as merged sums, have the same estimate.
func TestStagesOrderAndSumsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawThreeStage(t)
		want := encode(t, must[ThreeStage, ThreeStageResult](t, d).Estimate)
		other := change(d, func(v decimal.Decimal) decimal.Decimal { return v })
		for i := range other.Units {
			for k := range other.Units[i].Units {
				u := &other.Units[i].Units[k]
				cut := rapid.IntRange(0, len(u.Difference)).Draw(t, "cut")
				left, right := sumsOf(t, u.Difference[cut:]), sumsOf(t, u.Difference[:cut])
				left.Merge(*right)
				u.Difference, u.DifferenceSums = nil, left
			}
			other.Units[i].Units = rapid.Permutation(other.Units[i].Units).Draw(t, "order")
		}
		other.Units = rapid.Permutation(other.Units).Draw(t, "primary order")
		if got := encode(t, must[ThreeStage, ThreeStageResult](t, other).Estimate); got != want {
			t.Fatalf("three stages: %s, want %s", got, want)
		}
		units, again := d.Units[0].Units, rapid.Permutation(d.Units[0].Units).Draw(t, "strata")
		x, y := must[Stratified, StratifiedResult](t, Stratified{Strata: strataOf(units)}), must[Stratified,
			StratifiedResult](t, Stratified{Strata: strataOf(again)})
		if encode(t, x.Intervals) != encode(t, y.Intervals) { // warnings name strata by their numbers
			t.Fatalf("strata: %+v, %+v", x.Intervals, y.Intervals)
		}
	})
}

// TestStagesNestedLimits: limits of a higher level hold those of a lower one, and all the point estimate.
func TestStagesNestedLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := must[ThreeStage, ThreeStageResult](t, drawThreeStage(t))
		for k, i := range r.Intervals {
			if i.LowerLimit.Cmp(r.PointEstimate) > 0 || i.UpperLimit.Cmp(r.PointEstimate) < 0 ||
				k > 0 && (i.LowerLimit.Cmp(r.Intervals[k-1].LowerLimit) > 0 ||
					i.UpperLimit.Cmp(r.Intervals[k-1].UpperLimit) < 0) {
				t.Fatalf("%+v", r.Intervals)
			}
		}
	})
}

// TestStagesStageVariances: what the stages add is the squared standard error, to the digits that are stated.
func TestStagesStageVariances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := must[ThreeStage, ThreeStageResult](t, drawThreeStage(t))
		sum := new(big.Rat)
		for _, v := range r.StageVariances {
			sum.Add(sum, exact.Rat(v))
		}
		se := exact.Rat(r.StandardError)
		d := new(big.Rat).Sub(sum, se.Mul(se, se))
		if d.Abs(d).Cmp(sum.Mul(sum, big.NewRat(1, 1e18))) > 0 {
			t.Fatalf("%v, %s", r.StageVariances, r.StandardError)
		}
	})
}
