package variable

import (
	"errors"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzMinimumSumJSON: whatever request is decoded is refused with a documented error, or has limits of at least what was found.
func FuzzMinimumSumJSON(f *testing.F) {
	for _, s := range []string{
		`{"examined":["100","50"],"audited":["0","50"],"unsampled":["20","30",40],"oneSidedLevels":["0.9"]}`,
		`{"examined":["100","50"],"difference":["60","-5"],"unsampled":["0","1e30"],"errorShare":"0.5","oneSidedLevels":["0.8","0.05"]}`,
		`{"audited":["1"],"difference":["1"],"errorShare":"0e99","oneSidedLevels":["0.5"]}`,
		`{"examined":["1e39"],"audited":["1e-39"]}`, `{"examined":["5"],"audited":["-1"]}`, `{"examined":["-5"],"audited":["1"]}`,
		`{"examined":["5"],"audited":["1"],"errorShare":"1.5"}`, `{"examined":["5"],"audited":["1"],"errorShare":"1e-9999"}`,
		`{"examined":["5"],"audited":["1"],"unsampled":["-1"]}`, `{"examined":["5"],"audited":["1"],"unsampled":["1e9000"]}`,
		`{"examined":["5"],"audited":["0"],"oneSidedLevels":["0.9999999999999999999999999999999"]}`, `{}`, `null`, `[]`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var m MinimumSum
		if len(data) > 3000 || jsonform.Unmarshal(data, &m) != nil || len(m.OneSidedLevels) > 4 {
			return
		}
		r, err := m.Appraise()
		if err != nil {
			for _, documented := range []error{ErrSample, ErrUniverse, ErrShare, appraisal.ErrLevel} {
				if errors.Is(err, documented) {
					return
				}
			}
			t.Fatal(err)
		}
		for _, l := range r.Limits {
			if l.LowerLimit.Cmp(r.Overpayment) < 0 || l.CountLimit < r.InError || l.CountLimit > r.Universe {
				t.Fatalf("%+v of %+v", l, r)
			}
		}
	})
}
