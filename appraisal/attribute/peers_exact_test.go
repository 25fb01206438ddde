package attribute

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
)

// exactRows returns the lines of a CSV file below its heading.
func exactRows(t *testing.T, name string) [][]string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func exactNumber(t *testing.T, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

var certain = decimal.NewFromInt(1)

// TestLimitsOfR compares the limits, as those of the one-sided level 1-tail and of the two-sided level 1-2*tail, with a search by
// R's phyper.
func TestLimitsOfR(t *testing.T) {
	for _, row := range exactRows(t, "limits_R.csv") {
		u := Unrestricted{Universe: exactNumber(t, row[0]), Sample: Sample{exactNumber(t, row[1]), exactNumber(t, row[2])}}
		tail, lower, upper := decimaltest.Dec(row[3]), exactNumber(t, row[4]), exactNumber(t, row[5])
		u.OneSidedLevels = []decimal.Decimal{certain.Sub(tail)}
		if two := certain.Sub(tail).Sub(tail); two.IsPositive() {
			u.Levels = []decimal.Decimal{two}
		}
		r, err := u.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		check := func(i CountInterval) {
			if i.LowerLimit != lower || i.UpperLimit != upper {
				t.Errorf("%v: %d to %d", row, i.LowerLimit, i.UpperLimit)
			}
		}
		check(r.OneSided[0])
		if u.Levels != nil {
			check(r.Intervals[0])
		}
	}
}

// TestClopperPearsonOfR compares with R's binom.test to 1e-13 of the limit: its own quantiles are not better than that.
func TestClopperPearsonOfR(t *testing.T) {
	for _, row := range exactRows(t, "clopper_pearson_R.csv") {
		b := Binomial{Sample: Sample{exactNumber(t, row[0]), exactNumber(t, row[1])}, Options: Options{Levels: decs(row[2])}}
		r, err := b.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		close := func(got decimal.Decimal, want string) bool {
			off := exact.Rat(got.Sub(decimaltest.Dec(want)))
			bound := exact.Rat(decimaltest.Dec(want).Mul(decimal.New(1, -13)))
			return off.Abs(off).Cmp(bound) <= 0
		}
		if i := r.Intervals[0]; !close(i.LowerLimit, row[3]) || !close(i.UpperLimit, row[4]) {
			t.Errorf("%v: %s to %s", row, i.LowerLimit, i.UpperLimit)
		}
	}
}

// TestSurveyProportion compares estimate and standard error with what R's package survey (with fpc) says of the share of students
// who spend 10 dollars and more, 17 of 40 drawn from 4,000, to its 15 digits.
func TestSurveyProportion(t *testing.T) {
	r, err := Unrestricted{Universe: 4000, Sample: Sample{40, 17}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if got := exact.String(exact.RoundTo(exact.Rat(r.Proportion), 15)); got != "0.425" {
		t.Error(got)
	}
	if got := exact.String(exact.RoundTo(exact.Rat(*r.StandardErrorProportion), 15)); got != "0.0787614460546236" {
		t.Error(got)
	}
}
