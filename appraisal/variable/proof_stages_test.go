package variable

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/design/designtest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// The proofs of internal/design list every possible sample of small populations and show that the estimates of a design
// and of its variance are unbiased. Here every such sample is appraised: what is stated are the rounded figures of the
// same estimates.

// valuesOf are the items of a sample as dollars.
func valuesOf(items []int64) Sample {
	values := make([]decimal.Decimal, len(items))
	for i, x := range items {
		values[i] = decimal.NewFromInt(x)
	}
	return Sample{Difference: values}
}

func unitsOf(samples []designtest.Sample) []SampledUnit {
	var units []SampledUnit
	for _, s := range samples {
		units = append(units, SampledUnit{Universe: s.Universe, Sample: valuesOf(s.Items)})
	}
	return units
}

// states checks that an estimate is that of a part.
func states(t *testing.T, e appraisal.Estimate, want design.Part) {
	t.Helper()
	squared := exact.Rat(e.Intervals[0].Percentile)
	squared.Mul(squared, squared).Mul(squared, want.Variance)
	if !e.PointEstimate.Equal(exact.Round(want.Total)) || !e.StandardError.Equal(exact.Sqrt(want.Variance)) ||
		!e.Intervals[0].LowerLimit.Equal(exact.AddSqrt(want.Total, -1, squared)) {
		t.Fatalf("stated %s and %s, want %s and the root of %s", e.PointEstimate, e.StandardError, want.Total, want.Variance)
	}
}

func estimateOf(t *testing.T, s designtest.Sample) design.Part {
	t.Helper()
	stage, err := s.Estimate(new(big.Rat))
	if err != nil {
		t.Fatal(err)
	}
	return stage.Part
}

func TestStagesStateTheProvenFigures(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/variable")
	of, among := designtest.Of, designtest.Among
	options := Options{Levels: decs("0.9")}
	for name, p := range map[string]designtest.Population{
		"zeros and ties": among(2, of(2, 0, 0, 5), of(2, 5, 5, 7, 0), of(2, 0, 0, 0)),
		"negatives":      among(3, of(2, -3, 8, 1), of(2, -3, -3), of(1, 4), of(2, 0, 10, -20)),
		"complete units": among(2, of(2, 4, -4), of(3, 0, 0, 9), of(1, 7), of(2, 1, 2)),
	} {
		proof.Population()
		for _, s := range p.Samples() {
			proof.Sample()
			want := estimateOf(t, s)
			r, err := TwoStage{Universe: s.Universe, Units: unitsOf(s.Units), Options: options}.Appraise()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			states(t, r.Estimate, want)
		}
	}
	for name, p := range map[string]designtest.Population{
		"three stages, zeros and ties": among(2, among(2, of(2, 0, 0, 5), of(1, 3), of(2, 5, 5)),
			among(2, of(2, 1, 0, 4), of(2, 0, 0))),
		"three stages, negatives": among(2, among(2, of(2, -5, 2), of(2, 3, -3, 0)),
			among(2, of(2, 1, -8), of(1, -6), of(2, 0, 2)), among(1, of(2, 4, 0, -4))),
		"three stages, complete units": among(2, among(2, of(2, 0, 9, 1), of(2, 2, 2)), among(1, of(2, 5, 0, -1)),
			among(2, of(1, 3), of(2, 3, 8))),
	} {
		proof.Population()
		for _, s := range p.Samples() {
			proof.Sample()
			want := estimateOf(t, s)
			d := ThreeStage{Universe: s.Universe, Options: options}
			for _, u := range s.Units {
				d.Units = append(d.Units, ThreeStageUnit{Universe: u.Universe, Units: unitsOf(u.Units)})
			}
			r, err := d.Appraise()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			states(t, r.Estimate, want)
		}
	}
	strata := []designtest.Population{of(2, 0, 0, 5, -1), of(3, 7, 7, 7, 9), of(2, 4, -4)}
	proof.Population()
	for _, samples := range designtest.Together(strata) {
		proof.Sample()
		var parts []design.Part
		d := Stratified{Options: options}
		for _, s := range samples {
			parts = append(parts, estimateOf(t, s))
			d.Strata = append(d.Strata, Stratum{Universe: s.Universe, Sample: valuesOf(s.Items)})
		}
		r, err := d.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		states(t, r.Estimate, design.Sum(parts))
	}
}
