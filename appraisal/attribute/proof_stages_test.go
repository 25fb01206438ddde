package attribute

import (
	"math/big"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/design/designtest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// The proofs of internal/design list every possible sample of small populations and show that the estimates of a design
// and of its variance are unbiased, and what the bias of a ratio is. Here every such sample is appraised: what is
// stated are the rounded figures of the same estimates.

// countsOf are the items of a sample, ones and zeros, as counts.
func countsOf(items []int64) Sample {
	s := Sample{SampleSize: int64(len(items))}
	for _, x := range items {
		s.Count += x
	}
	return s
}

func unitsOf(samples []designtest.Sample) []SampledUnit {
	var units []SampledUnit
	for _, s := range samples {
		units = append(units, SampledUnit{Universe: s.Universe, Sample: countsOf(s.Items)})
	}
	return units
}

// states checks that an estimate is that of a part.
func states(t *testing.T, e appraisal.Estimate, want design.Part) {
	t.Helper()
	if !e.PointEstimate.Equal(exact.Round(want.Total)) || !e.StandardError.Equal(exact.Sqrt(want.Variance)) {
		t.Fatalf("stated %s and %s, want %s and the root of %s", e.PointEstimate, e.StandardError, want.Total, want.Variance)
	}
}

// statesBoth checks quantity and proportion of a sample against the designs: an unbiased one where the size is known,
// else a ratio.
func statesBoth(t *testing.T, p Projection, s designtest.Sample, known int64) {
	t.Helper()
	quantity, err := s.Estimate(new(big.Rat))
	if err != nil {
		t.Fatal(err)
	}
	states(t, p.Estimate, quantity.Part)
	if known == 0 {
		ratio, err := design.Ratio(quantity.Total, s.Size(), s.Estimate)
		if err != nil {
			t.Fatal(err)
		}
		states(t, p.Proportion, ratio)
		return
	}
	size := exact.Int(known)
	share := design.Part{Total: new(big.Rat).Quo(quantity.Total, size), Variance: new(big.Rat).Quo(quantity.Variance, size)}
	share.Variance.Quo(share.Variance, size)
	states(t, p.Proportion, share)
}

func TestStagesStateTheProvenFigures(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/attribute")
	of, among := designtest.Of, designtest.Among
	options := Options{Levels: decs("0.9")}
	for name, p := range map[string]designtest.Population{
		"ones and zeros":      among(2, of(2, 1, 0, 0, 1), of(3, 1, 1, 1), of(2, 0, 0, 1)),
		"none or all":         among(2, of(2, 0, 0, 0), of(2, 1, 1), of(1, 1), of(2, 0, 0)),
		"complete units":      among(3, of(2, 1, 0), of(3, 0, 0, 1), of(1, 1), of(2, 1, 1)),
		"all units, sampled":  among(2, of(2, 1, 0, 0), of(3, 0, 1, 1, 1, 0)),
		"three units, sizes":  among(2, of(2, 1, 0, 0, 0, 1), of(2, 1, 1), of(2, 0, 0, 1)),
		"all units, complete": among(2, of(2, 1, 0), of(3, 0, 1, 1)),
	} {
		proof.Population()
		for _, s := range p.Samples() {
			proof.Sample()
			for _, known := range []int64{0, p.Size()} {
				r, err := TwoStage{Universe: s.Universe, SecondaryUniverse: known, Units: unitsOf(s.Units),
					Options: options}.Appraise()
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				statesBoth(t, r.Projection, s, known)
			}
		}
	}
	for name, p := range map[string]designtest.Population{
		"three stages": among(2, among(2, of(2, 1, 0, 0), of(2, 0, 0), of(2, 1, 1)),
			among(2, of(2, 1, 1, 0), of(2, 0, 1)), among(2, of(2, 0, 0, 0), of(1, 1))),
		"three stages, sizes": among(2, among(2, of(1, 1), of(2, 0, 1, 0, 0)),
			among(2, of(2, 1, 1), of(2, 0, 0, 0), of(1, 1))),
		"three stages, complete units": among(2, among(2, of(2, 0, 1, 1), of(2, 0, 0)), among(1, of(2, 1, 0, 1)),
			among(2, of(1, 1), of(2, 1, 0))),
	} {
		proof.Population()
		for _, s := range p.Samples() {
			proof.Sample()
			for _, known := range []int64{0, p.Size()} {
				d := ThreeStage{Universe: s.Universe, ThirdUniverse: known, Options: options}
				for _, u := range s.Units {
					d.Units = append(d.Units, ThreeStageUnit{Universe: u.Universe, Units: unitsOf(u.Units)})
				}
				r, err := d.Appraise()
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				statesBoth(t, r.Projection, s, known)
			}
		}
	}
	proof.Population()
	for _, samples := range designtest.Together([]designtest.Population{of(2, 1, 0, 0, 0), of(2, 0, 0, 0), of(2, 1, 1, 0),
		of(1, 1)}) {
		proof.Sample()
		var parts []design.Part
		d, size := Stratified{Options: options}, int64(0)
		for _, s := range samples {
			stage, err := s.Estimate(new(big.Rat))
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, stage.Part)
			d.Strata = append(d.Strata, Stratum{Universe: s.Universe, Sample: countsOf(s.Items)})
			size += s.Universe
		}
		r, err := d.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		total := design.Sum(parts)
		states(t, r.Estimate, total)
		share := new(big.Rat).Quo(total.Variance, exact.Int(size*size))
		states(t, r.Proportion, design.Part{Total: new(big.Rat).Quo(total.Total, exact.Int(size)), Variance: share})
	}
}
