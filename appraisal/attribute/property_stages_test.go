package attribute

import (
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/exact"
)

// drawUnit draws a unit with a sample: at least two items, or a unit of one.
func drawUnit(t *rapid.T) SampledUnit {
	u := SampledUnit{Universe: 1, Sample: Sample{SampleSize: 1}}
	if rapid.IntRange(0, 5).Draw(t, "kind") > 0 {
		u.SampleSize = rapid.Int64Range(2, 20).Draw(t, "sample size")
		u.Universe = u.SampleSize + rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, 100_000)).Draw(t, "not sampled")
	}
	u.Count = rapid.Int64Range(0, u.SampleSize).Draw(t, "count")
	return u
}

func drawUnits(t *rapid.T, least int) []SampledUnit {
	return rapid.SliceOfN(rapid.Custom(drawUnit), least, 6).Draw(t, "units")
}

func drawUniverse(t *rapid.T, n int) int64 {
	return int64(n) + rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, 100_000)).Draw(t, "not drawn")
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

func encode(t interface{ Fatal(...any) }, v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// dollars are the items of a sample as values: one for each with the characteristic, zero for each other.
func dollars(s Sample) variable.Sample {
	values := make([]decimal.Decimal, s.SampleSize)
	for i := range s.Count {
		values[i] = decimal.NewFromInt(1)
	}
	return variable.Sample{Examined: values}
}

func dollarUnits(units []SampledUnit) []variable.SampledUnit {
	var list []variable.SampledUnit
	for _, u := range units {
		list = append(list, variable.SampledUnit{Universe: u.Universe, Sample: dollars(u.Sample)})
	}
	return list
}

func sameFigures(t *rapid.T, what string, a, b appraisal.Estimate) {
	if !a.PointEstimate.Equal(b.PointEstimate) || !a.StandardError.Equal(b.StandardError) ||
		encode(t, a.Intervals) != encode(t, b.Intervals) {
		t.Fatalf("%s: %+v, %+v", what, a, b)
	}
}

// TestCountsAreDollars: a count is the total of ones and zeros, in every design: the same estimate, standard error and
// limits.
func TestCountsAreDollars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawThreeStage(t)
		v := variable.ThreeStage{Universe: d.Universe}
		for _, u := range d.Units {
			v.Units = append(v.Units, variable.ThreeStageUnit{Universe: u.Universe, Units: dollarUnits(u.Units)})
		}
		three, dollarsThree := must[ThreeStage, ThreeStageResult](t, d), must[variable.ThreeStage,
			variable.ThreeStageResult](t, v)
		sameFigures(t, "three stages", three.Estimate, dollarsThree.Estimate)
		if encode(t, three.StageVariances) != encode(t, dollarsThree.StageVariances) ||
			encode(t, three.Stages) != encode(t, dollarsThree.Stages) {
			t.Fatalf("%v, %v", three.StageVariances, dollarsThree.StageVariances)
		}
		units := drawUnits(t, 2)
		universe := drawUniverse(t, len(units))
		sameFigures(t, "two stages", must[TwoStage, TwoStageResult](t, TwoStage{Universe: universe, Units: units}).Estimate,
			must[variable.TwoStage, variable.TwoStageResult](t,
				variable.TwoStage{Universe: universe, Units: dollarUnits(units)}).Estimate)
		var counts Stratified
		var amounts variable.Stratified
		for i, u := range dollarUnits(units) {
			counts.Strata, amounts.Strata = append(counts.Strata, Stratum(units[i])), append(amounts.Strata,
				variable.Stratum(u))
		}
		sameFigures(t, "strata", must[Stratified, StratifiedResult](t, counts).Estimate,
			must[variable.Stratified, variable.StratifiedResult](t, amounts).Estimate)
	})
}

// TestOneUnitIsNoStage: one stratum is the universe, and a stage on which everything was drawn from one unit is none.
func TestOneUnitIsNoStage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := drawUnit(t)
		stratum := must[Stratified, StratifiedResult](t, Stratified{Strata: []Stratum{Stratum(u)}})
		sameFigures(t, "one stratum", stratum.Estimate, stratum.Strata[0].Estimate)
		sameFigures(t, "its proportion", stratum.Proportion, stratum.Strata[0].Proportion)
		for _, known := range []int64{0, u.Universe} {
			one := must[TwoStage, TwoStageResult](t, TwoStage{Universe: 1, SecondaryUniverse: known,
				Units: []SampledUnit{u}})
			sameFigures(t, "one primary unit", one.Estimate, stratum.Estimate)
			sameFigures(t, "its proportion", one.Proportion, stratum.Proportion)
		}
		units := drawUnits(t, 2)
		universe := drawUniverse(t, len(units))
		two := must[TwoStage, TwoStageResult](t, TwoStage{Universe: universe, Units: units})
		three := must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 1,
			Units: []ThreeStageUnit{{Universe: universe, Units: units}}})
		sameFigures(t, "one primary unit of three stages", three.Estimate, two.Estimate)
		sameFigures(t, "its proportion", three.Proportion, two.Proportion)
	})
}

// TestComplement: what does not have the characteristic is the rest. The proportions of a ratio add up to 1, those of
// strata too, with the same standard error.
func TestComplement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := drawUnits(t, 2)
		var rest []SampledUnit
		for _, u := range units {
			u.Count = u.SampleSize - u.Count
			rest = append(rest, u)
		}
		complement := func(what string, a, b appraisal.Estimate) {
			sum := a.PointEstimate.Add(b.PointEstimate)
			if !exact.RoundPlaces(exact.Rat(sum), 18).Equal(decimal.NewFromInt(1)) ||
				!a.StandardError.Equal(b.StandardError) {
				t.Fatalf("%s: %s and %s, %s and %s", what, a.PointEstimate, b.PointEstimate, a.StandardError,
					b.StandardError)
			}
		}
		universe := drawUniverse(t, len(units))
		complement("two stages", must[TwoStage, TwoStageResult](t, TwoStage{Universe: universe, Units: units}).Proportion,
			must[TwoStage, TwoStageResult](t, TwoStage{Universe: universe, Units: rest}).Proportion)
		three := func(units []SampledUnit) ThreeStageResult {
			return must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: universe, Units: []ThreeStageUnit{
				{Universe: int64(len(units)), Units: units}, {Universe: 1, Units: units[:1]}}})
		}
		complement("three stages", three(units).Proportion, three(rest).Proportion)
		strata := func(units []SampledUnit) (d Stratified) {
			for _, u := range units {
				d.Strata = append(d.Strata, Stratum(u))
			}
			return d
		}
		complement("strata", must[Stratified, StratifiedResult](t, strata(units)).Proportion,
			must[Stratified, StratifiedResult](t, strata(rest)).Proportion)
	})
}

// TestCensusIsCertain: where everything was examined there is no error, and both estimators agree.
func TestCensusIsCertain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawThreeStage(t)
		d.Universe = int64(len(d.Units))
		items, count := int64(0), int64(0)
		for i := range d.Units {
			d.Units[i].Universe = int64(len(d.Units[i].Units))
			for k := range d.Units[i].Units {
				u := &d.Units[i].Units[k]
				u.Universe = u.SampleSize
				items += u.Universe
				count += u.Count
			}
		}
		ratio := must[ThreeStage, ThreeStageResult](t, d)
		d.ThirdUniverse = items
		known := must[ThreeStage, ThreeStageResult](t, d)
		sameFigures(t, "proportion", ratio.Proportion, known.Proportion)
		if !ratio.StandardError.IsZero() || !ratio.Proportion.StandardError.IsZero() ||
			ratio.PointEstimate.IntPart() != count || len(ratio.Warnings) != 0 {
			t.Fatalf("%+v", ratio)
		}
		if ratio.Estimator != Ratio || known.Estimator != Unbiased {
			t.Fatalf("%s, %s", ratio.Estimator, known.Estimator)
		}
	})
}

// TestOrderAndLimits: units in another order have the same figures, and limits of a higher level hold those of a lower one.
func TestOrderAndLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawThreeStage(t)
		a := must[ThreeStage, ThreeStageResult](t, d)
		d.Units = rapid.Permutation(d.Units).Draw(t, "order")
		b := must[ThreeStage, ThreeStageResult](t, d)
		sameFigures(t, "quantity", a.Estimate, b.Estimate)
		sameFigures(t, "proportion", a.Proportion, b.Proportion)
		for _, e := range []appraisal.Estimate{a.Estimate, a.Proportion} {
			for k, i := range e.Intervals {
				if i.LowerLimit.Cmp(e.PointEstimate) > 0 || i.UpperLimit.Cmp(e.PointEstimate) < 0 ||
					k > 0 && (i.LowerLimit.Cmp(e.Intervals[k-1].LowerLimit) > 0 ||
						i.UpperLimit.Cmp(e.Intervals[k-1].UpperLimit) < 0) {
					t.Fatalf("%+v", e.Intervals)
				}
			}
		}
	})
}
