package variable

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

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

// TestSurvey compares with R's package survey (svydesign with fpc; svytotal, svymean, confint with degrees of freedom
// n-1). Its 15 digits come from doubles: 1e-12 of the value is asked for.
func TestSurvey(t *testing.T) {
	golden := readCSV(t, "golden_survey_srs.csv")
	want := map[string]map[string]decimal.Decimal{}
	for i, id := range golden["id"] {
		if want[id] == nil {
			want[id] = map[string]decimal.Decimal{}
		}
		want[id][golden["quantity"][i]] = dec(golden["value"][i])
	}
	schools, students := readCSV(t, "api_srs.csv"), readCSV(t, "sas_icecream.csv")
	api00, api99 := decs(schools["api00"]...), decs(schools["api99"]...)
	spending := Sample{Examined: decs(students["spending"]...)}
	compared := 0
	for id, u := range map[string]Unrestricted{
		"api_srs.total_enroll":          {Universe: 6194, Sample: Sample{Examined: decs(schools["enroll"]...)}},
		"api_srs.mean_api00":            {Universe: 6194, Sample: Sample{Examined: api00}},
		"api_srs.mean_diff_api00_api99": {Universe: 6194, Sample: Sample{Examined: api00, Audited: api99}},
		"sas_icecream.srs.mean":         {Universe: 4000, Sample: spending},
		"sas_icecream.srs.total":        {Universe: 4000, Sample: spending},
	} {
		u.Levels = decs("0.8", "0.9", "0.95", "0.99")
		r := mustAppraise(t, u)
		scale := exact.Int(1) // of a total to what R states
		if strings.Contains(id, "mean") {
			scale = exact.Int(u.Universe)
		}
		check := func(quantity string, got decimal.Decimal, total bool) {
			w, ok := want[id][quantity]
			if !ok {
				return // R's row has no such figure (t of the ice-cream study)
			}
			delete(want[id], quantity)
			compared++
			have := exact.Rat(got)
			if total {
				have.Quo(have, scale)
			}
			off := have.Sub(have, exact.Rat(w))
			off.Quo(off.Abs(off), exact.Rat(w))
			if off.Cmp(exact.Rat(decimal.New(1, -12))) > 0 {
				t.Errorf("%s %s: %s, R has %s", id, quantity, got, w)
			}
		}
		check("estimate", r.PointEstimate, true)
		check("se", r.StandardError, true)
		for _, i := range r.Intervals {
			check("degf", i.DegreesOfFreedom, false)
			level := exact.String(i.Level)
			percent := exact.String(i.Level.Shift(2))
			check("t_"+level, i.Percentile, false)
			check("lcl_t_"+percent, i.LowerLimit, true)
			check("ucl_t_"+percent, i.UpperLimit, true)
		}
		if len(want[id]) > 0 {
			t.Errorf("%s: not compared: %v", id, want[id])
		}
	}
	if compared != len(golden["id"]) {
		t.Errorf("compared %d of %d figures", compared, len(golden["id"]))
	}
}
