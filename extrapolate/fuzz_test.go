package extrapolate

import (
	"errors"
	"slices"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// FuzzSampleJSON: whatever sample is decoded is refused with a documented error or extrapolated to an amount that is
// not negative, with limits around it.
func FuzzSampleJSON(f *testing.F) {
	for _, s := range []string{
		`{"universe":100,"claims":[{"number":1,"id":"a","paid":"100","correct":"95","documentation":"complete"},` +
			`{"number":2,"id":"b","paid":"10","documentation":"missing"}],"precision":"0.25","confidence":"0.90"}`,
		`{"universe":9007199254740992,"claims":[{"id":"a","paid":"100","correct":"95","documentation":"complete"},` +
			`{"id":"b","paid":"1000000000000","correct":"0","documentation":"complete"}],` +
			`"precision":"1e-40","levels":["0.5","0.9999"]}`,
		`{"universe":1,"claims":[{"number":1,"id":"a","paid":"0e9999","documentation":"missing"}],"confidence":"1e-9999"}`,
		`{"universe":0}`, `{"universe":-1,"claims":null}`, `{}`, `null`, `{"claims":[{}],"universe":5,"precision":"-1"}`,
	} {
		f.Add([]byte(s))
	}
	known := []error{ErrSample, ErrPrecision, appraisal.ErrLevel, errorrate.ErrNoClaims}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Sample
		if len(data) > 10_000 || jsonform.Unmarshal(data, &s) != nil || len(s.Levels) > 5 {
			return
		}
		e, err := s.Estimate()
		if err != nil {
			var claimErrors errorrate.ClaimErrors
			if !errors.As(err, &claimErrors) && !slices.ContainsFunc(known, func(k error) bool { return errors.Is(err, k) }) {
				t.Fatal(err)
			}
			return
		}
		point := e.Overpayment.PointEstimate
		if e.PointEstimate.IsNegative() || e.Interval.LowerLimit.Cmp(point) > 0 || e.Interval.UpperLimit.Cmp(point) < 0 {
			t.Fatalf("%+v", e)
		}
		if _, err := jsonform.Marshal(e); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzRepaymentJSON: whatever repayment is decoded is refused with a documented error, or nothing is due below zero.
func FuzzRepaymentJSON(f *testing.F) {
	for _, s := range []string{
		`{"protocol":"single","reviewed":{"claims":[{"number":1,"id":"a","payor":"M",` +
			`"paid":"100","correct":"95","documentation":"complete"}]},` +
			`"identified":"2026-01-15","refunds":[{"payor":"M","amount":"5"}]}`,
		`{"protocol":"discovery","reviewed":{"claims":[{"id":"a","paid":"100","documentation":"missing"}]},` +
			`"extrapolated":{"universe":7,"claims":[{"id":"a","paid":"100","documentation":"missing"}]},"days":30}`,
		`{"protocol":"discovery","extrapolated":{},"reviewed":{},"identified":"9999-12-31","days":2147483647}`,
		`{"protocol":"discovery","extrapolated":{"universe":-5},"reviewed":{"threshold":"1e-41"}}`,
		`{"protocol":"single","reviewed":{"netting":"x"}}`,
		`{"protocol":"discovery","reviewed":{"claims":[{"id":"a","paid":"100","documentation":"missing"}]},"identified":"2026-01-10",` +
			`"costReport":"2026-05-31","suspensions":[{"kind":"investigation","from":"2026-01-20"}],"programs":[{"program":"medicaid"}]}`,
		`{"protocol":"single","reviewed":{"claims":[]},"programs":[{"payor":"M","program":"x"}]}`,
		`{"protocol":"quarterly","refunds":[{"amount":"1e9999"}]}`, `{"protocol":"x"}`, `{}`, `null`,
	} {
		f.Add([]byte(s))
	}
	known := []error{ErrProtocol, ErrRefund, ErrDays, ErrSample, ErrPrecision, appraisal.ErrLevel,
		errorrate.ErrNoClaims, errorrate.ErrThreshold, errorrate.ErrNetting, ErrProgram, ErrSuspension, ErrIdentified, reportable.ErrDate}
	f.Fuzz(func(t *testing.T, data []byte) {
		var r Repayment
		if len(data) > 10_000 || jsonform.Unmarshal(data, &r) != nil || r.Extrapolated != nil && len(r.Extrapolated.Levels) > 5 {
			return
		}
		o, err := r.Obligations()
		if err != nil {
			var claimErrors errorrate.ClaimErrors
			if !errors.As(err, &claimErrors) && !slices.ContainsFunc(known, func(k error) bool { return errors.Is(err, k) }) {
				t.Fatal(err)
			}
			return
		}
		for _, b := range o.Obligations {
			if b.Due != nil && b.Due.IsNegative() {
				t.Fatalf("%+v", b)
			}
		}
		if _, err := jsonform.Marshal(o); err != nil {
			t.Fatal(err)
		}
	})
}
