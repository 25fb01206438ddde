package samplesize

import (
	"errors"
	"slices"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzProbeJSON: whatever probe is decoded is refused with a documented error, or has sizes between 0 and the universe.
func FuzzProbeJSON(f *testing.F) {
	for _, s := range []string{
		`{"universe":100000,"overpayments":["321","382","0"],"levels":["0.9"],"precisions":["0.25"]}`,
		`{"universe":9007199254740992,"meanOverpayment":"1e-30","overpaymentDeviation":"1e30"}`,
		`{"universe":5,"overpaymentSums":{"count":2,"nonzero":2,"sum":"3",` +
			`"sumSquares":"5","sumCubes":"9","sumFourths":"17"}}`,
		`{"universe":5,"overpayments":["-1","2"]}`, `{"universe":5,"overpayments":["0","0"]}`, `{"universe":5,"paid":["1"]}`,
		`{"universe":5,"meanOverpayment":"0","overpaymentDeviation":"3",` +
			`"levels":["0.99999999"],"precisions":["1e-40"]}`,
		`{"universe":1,"meanOverpayment":"0e9999","overpaymentDeviation":"3"}`, `{}`, `null`,
	} {
		f.Add([]byte(s))
	}
	known := []error{ErrUniverse, ErrProbe, ErrPrecision, ErrUndefined, appraisal.ErrLevel}
	f.Fuzz(func(t *testing.T, data []byte) {
		var p Probe
		if len(data) > 5000 || jsonform.Unmarshal(data, &p) != nil || len(p.Levels) > 5 || len(p.Precisions) > 5 {
			return
		}
		table, err := p.Table()
		if err != nil {
			if !slices.ContainsFunc(known, func(k error) bool { return errors.Is(err, k) }) {
				t.Fatal(err)
			}
			return
		}
		for _, row := range table.Rows {
			for _, c := range row {
				if c.Size < 0 || c.Size > p.Universe || c.Unrounded.IsNegative() {
					t.Fatalf("%+v", c)
				}
			}
		}
		n, err := p.SizeStudentT(table.Levels[0], table.Precisions[0])
		if err != nil || n < 1 || n > p.Universe {
			t.Fatalf("%d, %v", n, err)
		}
	})
}
