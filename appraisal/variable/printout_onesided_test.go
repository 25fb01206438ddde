package variable

import (
	"io"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/sampling"
)

// writer is a result that has a page.
type writer interface {
	WriteText(io.Writer, Heading) error
}

// TestEveryPageHasOneSidedLimits: one-sided limits that were asked for stand on the page of every design, and without them
// RAT-STATS' page is what it was.
func TestEveryPageHasOneSidedLimits(t *testing.T) {
	one := Sample{Difference: decs("1", "2", "5")}
	units := []SampledUnit{{Universe: 9, Sample: one}, {Universe: 8, Sample: one}}
	strata := []Stratum{{Universe: 9, Sample: one}, {Universe: 8, Sample: one}}
	row := sampling.RHCRow{SubUnits: 9, Size: decimal.New(2, 0), GroupSize: decimal.New(5, 0), UnitsInGroup: 2}
	rhc := []RHCUnit{{row, one}, {row, one}}
	primary := row
	primary.SubUnits = 4
	clusters := []Cluster{{Value: dec("3")}, {Value: dec("5")}}
	for name, page := range map[string]func(o Options) (writer, error){
		"unrestricted": func(o Options) (writer, error) {
			return Unrestricted{Universe: 9, Sample: one, Options: o}.Appraise()
		},
		"stratified": func(o Options) (writer, error) {
			return Stratified{Strata: strata, Options: o}.Appraise()
		},
		"two stages": func(o Options) (writer, error) {
			return TwoStage{Universe: 5, Units: units, Options: o}.Appraise()
		},
		"three stages": func(o Options) (writer, error) {
			return ThreeStage{Universe: 5, Units: []ThreeStageUnit{{Universe: 4, Units: units}, {Universe: 3, Units: units}}, Options: o}.Appraise()
		},
		"RHC two stages": func(o Options) (writer, error) {
			return RHCTwoStage{Units: rhc, Options: o}.Appraise()
		},
		"RHC three stages": func(o Options) (writer, error) {
			return RHCThreeStage{Units: []RHCPrimaryUnit{{primary, rhc}, {primary, rhc}}, Options: o}.Appraise()
		},
		"clusters": func(o Options) (writer, error) {
			return StratifiedCluster{Strata: []ClusterStratum{{Universe: 9, Clusters: clusters}}, Options: o}.Appraise()
		},
		"multistage": func(o Options) (writer, error) {
			return StratifiedMultistage{Strata: []StratumTotal{{PointEstimate: dec("9"), StandardError: dec("2")}}, Options: o}.Appraise()
		},
		"post-stratified": func(o Options) (writer, error) {
			return PostStratified{Strata: strata, Options: o}.Appraise()
		},
		"unknown universe": func(o Options) (writer, error) {
			return UnknownUniverse{Universe: 9, Counts: Measured{Values: decs("3", "4")}, Amounts: Measured{Values: decs("3", "4")}, Options: o}.Appraise()
		},
	} {
		write := func(o Options) string {
			r, err := page(o)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return pageOf(t, r)
		}
		without, with := write(Options{}), write(Options{OneSidedLevels: decs("0.90")})
		if strings.Contains(without, textfile.OneSidedTitle) || !strings.Contains(with, textfile.OneSidedTitle) ||
			!strings.Contains(with, textfile.OneSidedNote) || len(with) <= len(without) {
			t.Errorf("%s:\n%s", name, with)
		}
	}
}
