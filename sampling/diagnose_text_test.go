package sampling

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/textfile"
)

// TestDiagnosisText prints the figures that R gives for the powers of 11 (see TestDiagnoseAgainstR).
func TestDiagnosisText(t *testing.T) {
	d, err := RandomnessTests{Numbers: powersOf11(), Low: 1, High: 1008}.Run()
	if err != nil {
		t.Fatal(err)
	}
	const want = textfile.Software + `
             claims-review mathematics - not a government program
Date: 11/26/2026            Diagnosis of a Sample
                                AUDIT: Clinic

NUMBERS: 60                                          FRAME SIZE:         1,008
       NUMBERS FROM 1 THROUGH 1,008

RUNS ABOVE AND BELOW THE MEDIAN (Wald and Wolfowitz 1940)
       MEDIAN 658.5   ABOVE 30   BELOW 30
       RUNS 32   EXPECTED 31.0000   VARIANCE 14.7458
       Z 0.2604   TWO-SIDED P 0.794543

EQUAL PARTS OF THE FRAME (chi-square, Knuth 3.3.1)
  Part              From           Through     Counted        Expected
     1                 1               100           5          5.9524
     2               101               201           7          6.0119
     3               202               302           2          6.0119
     4               303               403           7          6.0119
     5               404               504           4          6.0119
     6               505               604           2          5.9524
     7               605               705           8          6.0119
     8               706               806           9          6.0119
     9               807               907          10          6.0119
    10               908              1008           6          6.0119
       CHI-SQUARE 11.2403   DEGREES OF FREEDOM 9   P 0.259596

PAIRS OF NUMBERS DRAWN ONE AFTER THE OTHER (serial test, Knuth 3.3.2)
  First part   Second part                     Counted        Expected
           1             1                           5          7.4926
           1             2                          10          7.5074
           2             1                           5          7.5074
           2             2                          10          7.4926
       CHI-SQUARE 3.3334   DEGREES OF FREEDOM 3   P 0.343026

NUMBERS IN THE ORDER OF SELECTION:
                 11                121                322                515
`
	text := centered(printoutWith(t, d.WriteText, Heading{Audit: "Clinic", Date: "11/26/2026"}))
	if diff := cmp.Diff(want, text[:min(len(want), len(text))]); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
	if !strings.HasSuffix(strings.Join(strings.Fields(text), " "), RandomnessNote) {
		t.Errorf("no note in\n%s", text)
	}
	d.Runs.Runs++
	if err := d.WriteText(&strings.Builder{}, Heading{}); !errors.Is(err, ErrSelection) {
		t.Errorf("changed runs: %v", err)
	}
	d.High = 0
	if err := d.WriteText(&strings.Builder{}, Heading{}); !errors.Is(err, ErrSelection) {
		t.Errorf("a frame without units: %v", err)
	}
	few, err := RandomnessTests{Numbers: []int64{3, 1}, Low: 1, High: 9}.Run()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(printout(t, few.WriteText), "too few numbers: the test takes "); n != 3 {
		t.Errorf("%d tests are left out", n)
	}
	if got := probabilityText(decimaltest.Dec("0")); got != "below 1e-30" {
		t.Error(got)
	}
}
