package variable

import (
	"encoding/json"
	"errors"
	"io"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/brokentest"
	"github.com/iromath/iromath/sampling"
)

// TestBrokenResults: whatever is missing in a result, its page is written or refused.
func TestBrokenResults(t *testing.T) {
	o := Options{OneSidedLevels: decs("0.9", "0.975")}
	one := Sample{Examined: decs("3", "2", "5"), Audited: decs("1", "2", "4")}
	units := []SampledUnit{{Name: "a", Universe: 9, Sample: one}, {Universe: 8, Sample: one}}
	row := sampling.RHCRow{Name: "A", SubUnits: 9, Size: dec("2.5"), GroupSize: decimal.New(5, 0), UnitsInGroup: 2}
	rhc := []RHCUnit{{row, one}, {row, one}}
	primary := row
	primary.SubUnits = 4

	brokentest.WriteText(t, must(t, Unrestricted{Universe: 9, Sample: one, Options: o}))
	brokentest.WriteText(t, must(t, Stratified{Options: o,
		Strata: []Stratum{{Universe: 9, Sample: one}, {Name: "b", Universe: 8, Sample: one}}}))
	brokentest.WriteText(t, must(t, PostStratified{Options: o,
		Strata: []Stratum{{Universe: 9, Sample: one}, {Name: "b", Universe: 8, Sample: one}}}))
	brokentest.WriteText(t, must(t, TwoStage{Universe: 5, SecondaryUniverse: 99, Units: units, Options: o}))
	brokentest.WriteText(t, must(t, ThreeStage{Universe: 5, Options: o,
		Units: []ThreeStageUnit{{Universe: 4, Units: units}, {Universe: 3, Units: units}}}))
	brokentest.WriteText(t, must(t, RHCTwoStage{Units: rhc, Options: o}))
	brokentest.WriteText(t, must(t, RHCThreeStage{Options: o,
		Units: []RHCPrimaryUnit{{primary, rhc}, {primary, rhc}}}))
	clusters := must(t, StratifiedCluster{Options: o, Strata: []ClusterStratum{
		{Universe: 9, Clusters: []Cluster{{Value: dec("4")}, {Name: "c", Items: 3, Value: dec("7")}}}}})
	brokentest.WriteText(t, clusters)
	brokentest.Print(t, clusters, func(r StratifiedClusterResult, w io.Writer) error { return r.WriteSummary(w, Heading{}) })
	brokentest.WriteText(t, must(t, StratifiedMultistage{Options: o,
		Strata: []StratumTotal{{PointEstimate: dec("8"), StandardError: dec("2")}, {PointEstimate: dec("9"), StandardError: dec("1")}}}))
	brokentest.WriteText(t, must(t, UnknownUniverse{Universe: 50, Options: o,
		Counts: Measured{Values: decs("2", "3", "5")}, Amounts: Measured{Values: decs("20", "30", "51")}}))
	pairs := func(y ...string) Pairs { return Pairs{Y: decs(y...), X: decs("2", "4", "6")} }
	brokentest.WriteText(t, must(t, Ratio{Auxiliary: Auxiliary{Options: o, Strata: []PairStratum{
		{Name: "visits", Universe: 9, TotalX: pointer("40"), Pairs: pairs("1", "3", "2")},
		{Universe: 20, TotalX: pointer("90"), Pairs: pairs("0", "3", "5")}}}}))
	brokentest.WriteText(t, must(t, ppsByHand()))
	brokentest.WriteText(t, must(t, StringerBound{ppsByHand()}))
	brokentest.WriteText(t, must(t, MinimumSum{Sample: Sample{Examined: decs("10", "20"),
		Audited: decs("0", "0")}, Unsampled: decs("40", "30"), OneSidedLevels: decs("0.9", "0.45")}))
}

// TestLackingStages: a result of JSON that has none of the sizes of its stages has no page, whatever else it has.
func TestLackingStages(t *testing.T) {
	for _, r := range []interface {
		WriteText(io.Writer, Heading) error
	}{new(TwoStageResult), new(ThreeStageResult), new(RHCTwoStageResult), new(RHCThreeStageResult)} {
		if err := json.Unmarshal([]byte(`{"pointEstimate":"5","intervals":[]}`), r); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteText(io.Discard, Heading{}); !errors.Is(err, appraisal.ErrResult) {
			t.Errorf("%T: %v", r, err)
		}
	}
}
