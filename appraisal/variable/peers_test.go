package variable

import (
	"encoding/csv"
	"os"
	"testing"

	"github.com/iromath/iromath/internal/exact"
)

// readCSV returns the columns of a CSV file by the names in its first line.
func readCSV(t *testing.T, name string) map[string][]string {
	t.Helper()
	file, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string][]string{}
	for _, r := range rows[1:] {
		for i, v := range r {
			columns[rows[0][i]] = append(columns[rows[0][i]], v)
		}
	}
	return columns
}

// TestNIST compares mean and standard deviation with NIST's certified values of "Univariate Summary Statistics", to
// every certified digit: the means and the standard deviations of the NumAcc sets are certified as exact, the other
// standard deviations with 15 significant digits.
func TestNIST(t *testing.T) {
	for _, c := range []struct {
		file, mean, deviation string
		n, digits             int // digits 0: exact, so all 20 that are stated
	}{
		{"lew", "-177.435", "277.332168044316", 200, 15},
		{"mavro", "2.001856", "0.000429123454003053", 50, 15},
		{"michelso", "299.8524", "0.0790105478190518", 100, 15},
		{"numacc1", "10000002", "1", 3, 0},
		{"numacc2", "1.2", "0.1", 1001, 0},
		{"numacc3", "1000000.2", "0.1", 1001, 0},
	} {
		values := decs(readCSV(t, "nist_"+c.file+".csv")["y"]...)
		if len(values) != c.n {
			t.Fatalf("%s: %d values", c.file, len(values))
		}
		r := mustAppraise(t, Unrestricted{Universe: 5000, Sample: Sample{Examined: values}})
		if got := exact.String(r.Mean); got != c.mean {
			t.Errorf("%s: mean %s, certified %s", c.file, got, c.mean)
		}
		deviation := r.StandardDeviation
		if c.digits > 0 {
			deviation = exact.RoundTo(exact.Rat(deviation), c.digits)
		}
		if got := exact.String(deviation); got != c.deviation {
			t.Errorf("%s: standard deviation %s, certified %s", c.file, got, c.deviation)
		}
	}
}
