package attribute

import (
	"bytes"
	"errors"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/jsonform"
)

// documentedExact reports whether an error is one that the doc comments name.
func documentedExact(err error) bool {
	return errors.Is(err, ErrSample) || errors.Is(err, ErrUniverse) || errors.Is(err, appraisal.ErrLevel)
}

// FuzzUnrestrictedJSON: whatever request is decoded is refused with a documented error, or has limits around what was found, and
// prints.
func FuzzUnrestrictedJSON(f *testing.F) {
	for _, s := range []string{
		`{"universe":10000,"sampleSize":400,"count":82}`, `{"universe":10000,"sampleSize":400,"count":0,"oneSided":true}`,
		`{"universe":2147483647,"sampleSize":9999,"count":9998,"levels":["0.000001","0.9"],"oneSidedLevels":[0.5]}`,
		`{"universe":2147483648,"sampleSize":1,"count":1}`, `{"universe":20,"sampleSize":1,"count":0,"levels":["0.9"]}`,
		`{"universe":5,"sampleSize":5,"count":5,"oneSided":true,"levels":["1e9000"]}`, `{"universe":5,"sampleSize":5,"count":5,"oneSided":true}`,
		`{"universe":9,"sampleSize":4,"count":2,"levels":["0.99999999999999999999999999999999"]}`, `{}`, `null`, `[]`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var u Unrestricted
		if len(data) > 2000 || jsonform.Unmarshal(data, &u) != nil || len(u.Levels)+len(u.OneSidedLevels) > 4 || u.SampleSize > 3000 {
			return
		}
		r, err := u.Appraise()
		if err != nil {
			if !documentedExact(err) {
				t.Fatal(err)
			}
			return
		}
		for _, i := range append(r.Intervals, r.OneSided...) {
			if i.LowerLimit < 0 || i.UpperLimit > u.Universe || i.UpperLimit < u.Count || i.LowerLimit > u.Universe-u.SampleSize+u.Count {
				t.Fatalf("%+v: %+v", u, i)
			}
		}
		var out bytes.Buffer
		if err := r.WriteText(&out, Heading{}); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzBinomialJSON: whatever request is decoded is refused with a documented error, or has limits between 0 and 1 on the right
// side of each other.
func FuzzBinomialJSON(f *testing.F) {
	for _, s := range []string{
		`{"sampleSize":50,"count":3}`, `{"sampleSize":1,"count":0,"levels":["0.5"],"oneSidedLevels":["0.9"]}`,
		`{"sampleSize":2000001,"count":3}`, `{"sampleSize":9007199254740993,"count":3}`, `{"sampleSize":3,"count":3,"levels":["0"]}`,
		`{"sampleSize":9,"count":4,"oneSidedLevels":["1e-33"]}`, `{}`, `null`, `[]`,
	} {
		f.Add([]byte(s))
	}
	one := decimaltest.Dec("1")
	f.Fuzz(func(t *testing.T, data []byte) {
		var b Binomial
		if len(data) > 2000 || jsonform.Unmarshal(data, &b) != nil || len(b.Levels)+len(b.OneSidedLevels) > 3 ||
			b.SampleSize > 3000 && b.SampleSize <= MaxTrials {
			return
		}
		r, err := b.Appraise()
		if err != nil {
			if !documentedExact(err) {
				t.Fatal(err)
			}
			return
		}
		for _, i := range r.Intervals {
			if i.LowerLimit.Cmp(i.UpperLimit) > 0 || i.LowerLimit.IsNegative() || i.UpperLimit.Cmp(one) > 0 {
				t.Fatalf("%+v: %+v", b, i)
			}
		}
	})
}
