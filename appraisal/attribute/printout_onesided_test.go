package attribute

import (
	"bytes"
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
	one := Sample{SampleSize: 4, Count: 1}
	units := []SampledUnit{{Universe: 9, Sample: one}, {Universe: 8, Sample: Sample{SampleSize: 4, Count: 3}}}
	row := sampling.RHCRow{SubUnits: 9, Size: decimal.New(2, 0), GroupSize: decimal.New(5, 0), UnitsInGroup: 2}
	rhc := []RHCUnit{{row, one}, {row, one}}
	primary := row
	primary.SubUnits = 4
	for name, page := range map[string]func(o Options) (writer, error){
		"unrestricted": func(o Options) (writer, error) {
			return Unrestricted{Universe: 9, Sample: one, Options: o}.Appraise()
		},
		"stratified": func(o Options) (writer, error) {
			return Stratified{Strata: []Stratum{{Universe: 9, Sample: one}}, Options: o}.Appraise()
		},
		"two stages": func(o Options) (writer, error) {
			return TwoStage{Universe: 5, Units: units, Options: o}.Appraise()
		},
		"three stages": func(o Options) (writer, error) {
			return ThreeStage{Universe: 5, Units: []ThreeStageUnit{{Universe: 4, Units: units}, {Universe: 3, Units: units}}, Options: o}.Appraise()
		},
		"RHC two stages": func(o Options) (writer, error) {
			return RHCTwoStage{Units: rhc, SecondaryUniverse: 99, Options: o}.Appraise()
		},
		"RHC three stages": func(o Options) (writer, error) {
			return RHCThreeStage{Units: []RHCPrimaryUnit{{primary, rhc}, {primary, rhc}}, Options: o}.Appraise()
		},
		"clusters": func(o Options) (writer, error) {
			return StratifiedCluster{Strata: []ClusterStratum{stratumOf(9, 50, 8, 2, 12, 3)}, Options: o}.Appraise()
		},
		"multistage": func(o Options) (writer, error) {
			return StratifiedMultistage{Strata: []StratumProportion{{Proportion: decimal.New(5, -1), Universe: 9}}, Options: o}.Appraise()
		},
	} {
		write := func(o Options) string {
			r, err := page(o)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var b bytes.Buffer
			if err := r.WriteText(&b, Heading{}); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
		without, with := write(Options{}), write(Options{OneSidedLevels: decs("0.90", "0.975")})
		if !strings.Contains(with, textfile.OneSidedTitle) || !strings.Contains(with, textfile.OneSidedNote) ||
			!strings.Contains(with, "97.5") || strings.Contains(without, textfile.OneSidedTitle) {
			t.Errorf("%s:\n%s", name, with)
		}
	}
}
