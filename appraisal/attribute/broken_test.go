package attribute

import (
	"encoding/json"
	"errors"
	"io"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/brokentest"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/sampling"
)

// TestBrokenResults: whatever is missing in a result, its page is written or refused.
func TestBrokenResults(t *testing.T) {
	o := Options{OneSidedLevels: decs("0.90", "0.975")}
	one := Sample{SampleSize: 4, Count: 1}
	units := []SampledUnit{{Name: "a", Universe: 9, Sample: one}, {Universe: 8, Sample: Sample{SampleSize: 4, Count: 3}}}
	row := sampling.RHCRow{Name: "A", SubUnits: 9, Size: decimaltest.Dec("2.5"), GroupSize: decimal.New(5, 0), UnitsInGroup: 2}
	rhc := []RHCUnit{{row, one}, {row, one}}
	primary := row
	primary.SubUnits = 4

	brokentest.WriteText(t, must(t, Unrestricted{Universe: 9, Sample: one, Options: o}))
	brokentest.WriteText(t, must(t, Binomial{Sample: one, Options: o}))
	brokentest.WriteText(t, must(t, Stratified{Options: o, Strata: []Stratum{{Name: "a", Universe: 9, Sample: one}, {Universe: 8, Sample: one}}}))
	brokentest.WriteText(t, must(t, TwoStage{Universe: 5, Units: units, Options: o}))
	brokentest.WriteText(t, must(t, TwoStage{Universe: 5, SecondaryUniverse: 99, Units: units, Options: o}))
	brokentest.WriteText(t, must(t, ThreeStage{Universe: 5, Options: o,
		Units: []ThreeStageUnit{{Universe: 4, Units: units}, {Universe: 3, Units: units}}}))
	brokentest.WriteText(t, must(t, RHCTwoStage{Units: rhc, SecondaryUniverse: 99, Options: o}))
	brokentest.WriteText(t, must(t, RHCThreeStage{Units: []RHCPrimaryUnit{{primary, rhc}, {primary, rhc}}, ThirdUniverse: 999, Options: o}))
	brokentest.WriteText(t, must(t, StratifiedCluster{Strata: []ClusterStratum{stratumOf(9, 50, 8, 2, 12, 3)}, Options: o}))
	brokentest.WriteText(t, must(t, StratifiedMultistage{Options: o,
		Strata: []StratumProportion{{Proportion: decimal.New(5, -1), Universe: 9}, {Name: "b", Universe: 7}}}))
}

// TestLackingParts: a result of JSON that lacks the sizes of its stages, the levels of its proportion or one of two standard
// errors has no page, whatever else it has.
func TestLackingParts(t *testing.T) {
	for _, r := range []writer{
		new(UnrestrictedResult), new(StratifiedResult), new(TwoStageResult), new(ThreeStageResult), new(RHCTwoStageResult),
		new(RHCThreeStageResult), new(StratifiedClusterResult), new(StratifiedMultistageResult),
	} {
		if err := json.Unmarshal([]byte(`{"pointEstimate":"5","standardError":"1","intervals":[{"level":"0.9"}]}`), r); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteText(io.Discard, Heading{}); !errors.Is(err, appraisal.ErrResult) {
			t.Errorf("%T: %v", r, err)
		}
	}
}
