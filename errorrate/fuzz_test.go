package errorrate

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzSampleJSON: whatever sample is decoded is refused with a documented error, or rated and written.
func FuzzSampleJSON(f *testing.F) {
	for _, s := range []string{
		`{"claims":[{"number":1,"id":"a","paid":"100","correct":"95","documentation":"complete","category":"coding"}]}`,
		`{"claims":[{"number":1,"id":"a","paid":"100","documentation":"missing"},` +
			`{"number":1,"id":"a","paid":"1e30","documentation":""}],` +
			`"threshold":"0.1","netting":"not_netted"}`,
		`{"claims":[{"number":1,"id":"a","paid":"0e9999","correct":"0e9999","documentation":"complete"}]}`,
		`{"claims":[],"threshold":"2"}`, `{"claims":[null]}`, `{"claims":null,"netting":"x"}`, `{}`, `null`,
		`{"threshold":1e9999}`,
	} {
		f.Add([]byte(s))
	}
	known := []error{ErrPaid, ErrAmount, ErrCorrect, ErrDocumentation, ErrCategory, ErrRepeated, ErrID, ErrNoClaims,
		ErrThreshold, ErrNetting}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Sample
		if len(data) > 10_000 || jsonform.Unmarshal(data, &s) != nil {
			return
		}
		r, err := s.Rate()
		var file bytes.Buffer
		written := s.WriteOverpayments(&file)
		if err != nil {
			if !slices.ContainsFunc(known, func(k error) bool { return errors.Is(err, k) }) {
				t.Fatal(err)
			}
			return
		}
		if written != nil || bytes.Count(file.Bytes(), []byte("\n")) != len(s.Claims) {
			t.Fatalf("%v, %q", written, &file)
		}
		if !r.Paid.IsPositive() || r.Overpaid.Cmp(r.Paid) > 0 || r.Underpaid.IsNegative() ||
			r.ThresholdMet != (r.Exact().Cmp(r.Threshold.Rat()) >= 0) {
			t.Fatalf("%+v", r)
		}
		out, err := jsonform.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back Result
		if err := jsonform.Unmarshal(out, &back); err != nil || !back.ErrorRate.Equal(r.ErrorRate) {
			t.Fatalf("%s: %v", out, err)
		}
	})
}
