package extrapolate

import (
	"errors"
	"slices"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

const fuzzClaims = `[{"number":1,"id":"a","paid":"100","correct":"95","documentation":"complete"},` +
	`{"number":2,"id":"b","paid":"10","documentation":"missing"},{"id":"c","paid":"10","correct":"12","documentation":"complete"}]`

// documented fails the test for an error that is not one of those documented, and reports whether there was one.
func documented(t *testing.T, err error, known ...error) bool {
	t.Helper()
	var claimErrors errorrate.ClaimErrors
	if err != nil && !errors.As(err, &claimErrors) && !slices.ContainsFunc(known, func(k error) bool { return errors.Is(err, k) }) {
		t.Fatal(err)
	}
	return err != nil
}

// FuzzAlternativeJSON: whatever is decoded is refused with a documented error, or gives an amount that is not negative.
func FuzzAlternativeJSON(f *testing.F) {
	for _, s := range []string{
		`{"basis":"agreement","universe":100,"claims":` + fuzzClaims + `}`,
		`{"basis":"oig_audit_services","universe":9007199254740992,"underAgreement":true,"clause":{"parameter":"p","quote":"q"},"claims":` + fuzzClaims + `}`,
		`{"basis":"program_integrity_manual","universe":3,"net":true,"clause":{"parameter":"p","quote":"q"},"claims":` + fuzzClaims + `}`,
		`{"basis":"oig_self_disclosure","universe":3,"on":"2013-04-17","claims":` + fuzzClaims + `}`,
		`{"basis":"payor_net","universe":-1}`, `{}`, `null`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var a Alternative
		if len(data) > 10_000 || jsonform.Unmarshal(data, &a) != nil {
			return
		}
		r, err := a.Appraise()
		if documented(t, err, ErrBasis, ErrAuthority, ErrTooFew, ErrSample, errorrate.ErrNoClaims) {
			return
		}
		if r.Amount.IsNegative() || r.Found.IsNegative() || r.AgreementAmount.IsNegative() || r.Rule.ID == "" {
			t.Fatalf("%+v", r)
		}
		if _, err := jsonform.Marshal(r); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzOverpaymentClockJSON: whatever is decoded is refused with a documented error, or the deadline is the 60th day or
// later.
func FuzzOverpaymentClockJSON(f *testing.F) {
	for _, s := range []string{
		`{"identified":"2026-01-10","suspensions":[{"kind":"investigation","from":"2026-01-20","through":"2026-05-10"},` +
			`{"kind":"oig_self_disclosure","from":"2026-02-01"}],"costReport":"2026-05-31"}`,
		`{"identified":"2025-01-10","costReport":"2025-05-31","suspensions":[{"kind":"investigation","from":"2025-03-20"},` +
			`{"kind":"oig_self_disclosure","from":"2025-05-31","through":"9999-12-31"}],"calendar":{"weekends":"earlier"}}`,
		`{"identified":"9999-04-01","calendar":{"weekends":"onward"},"program":"medicaid"}`,
		`{"identified":"2012-01-01","on":"1985-01-01","calendar":{"holidays":"earlier","closed":["2012-03-01"]}}`,
		`{"identified":"2016-03-14","suspensions":[{"kind":"extended_repayment_schedule","from":"0001-01-01","through":"9999-12-31"}]}`,
		`{}`, `null`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c OverpaymentClock
		if len(data) > 10_000 || jsonform.Unmarshal(data, &c) != nil {
			return
		}
		d, err := c.Deadline()
		if documented(t, err, ErrIdentified, ErrProgram, ErrSuspension, reportable.ErrCalendar, reportable.ErrWord, reportable.ErrYear,
			reportable.ErrDate) {
			return
		}
		early := c.Calendar.Weekends == reportable.Earlier || c.Calendar.Holidays == reportable.Earlier
		if !d.By.IsZero() && !early && d.By.Compare(d.SixtyDays) < 0 || d.SuspendedDays < 0 || d.Remaining < 0 || d.Remaining > 60 {
			t.Fatalf("%+v", d)
		}
		if _, err := jsonform.Marshal(d); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzReviewCalendarJSON: whatever is decoded is refused with a documented error, or gives periods without a gap.
func FuzzReviewCalendarJSON(f *testing.F) {
	for _, s := range []string{
		`{"protocol":"quarterly","first":"2026-01-31","periods":5,"reports":[{"report":"claims_review_report","days":60,` +
			`"clause":{"parameter":"days","quote":"q"}},{"report":"annual_report","days":60}],"extensionDays":10}`,
		`{"protocol":"discovery","first":"2024-02-29","periods":400,"reports":[{"report":"implementation_report","days":3660}]}`,
		`{"protocol":"single","first":"9998-12-31","periods":2,"calendar":{"count":"business_days"}}`, `{}`, `null`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c ReviewCalendar
		if len(data) > 10_000 || jsonform.Unmarshal(data, &c) != nil || c.Calendar.Count == reportable.BusinessDays && c.Periods > 20 {
			return
		}
		s, err := c.Schedule()
		if documented(t, err, ErrProtocol, ErrCalendar, reportable.ErrCalendar, reportable.ErrWord, reportable.ErrYear, reportable.ErrDate) {
			return
		}
		next := c.First
		for _, p := range s.Periods {
			if p.From != next || p.Through.Compare(p.From) < 0 {
				t.Fatalf("%+v", s.Periods)
			}
			next = p.Through.AddDays(1)
		}
		if _, err := jsonform.Marshal(s); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzComparisonJSON: whatever is decoded is refused with a documented error, or every p-value is above 0 and at most 1.
func FuzzComparisonJSON(f *testing.F) {
	for _, s := range []string{
		`{"reviews":[{"label":"x","claims":` + fuzzClaims + `},{"label":"y","claims":` + fuzzClaims + `}]}`,
		`{"seed":"s","permutations":999,"significance":"0.1","netting":"not_netted","reviews":[{"label":"x","claims":` + fuzzClaims +
			`},{"label":"y","claims":` + fuzzClaims + `},{"label":"z","claims":` + fuzzClaims + `}]}`,
		`{"reviews":[{"label":"x","claims":[]},{"label":"y"}],"significance":"1e-9999"}`, `{}`, `null`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c ReviewComparison
		if len(data) > 10_000 || jsonform.Unmarshal(data, &c) != nil || c.Permutations > 2000 {
			return
		}
		r, err := c.Compare()
		if documented(t, err, ErrReviews, ErrSeed, ErrReplicates, ErrSignificance, errorrate.ErrNetting, errorrate.ErrNoClaims) {
			return
		}
		for _, p := range r.Pairs {
			for _, v := range []string{p.ErrorsP.String(), p.Dollars.P.String()} {
				if d := dec(v); !d.IsPositive() || d.GreaterThan(dec("1")) {
					t.Fatalf("%+v", p)
				}
			}
		}
		if _, err := jsonform.Marshal(r); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzScrutinyJSON: whatever is decoded is refused with a documented error, or the counts of the simulation add up.
func FuzzScrutinyJSON(f *testing.F) {
	for _, s := range []string{
		`{"universe":100,"seed":"s","precision":"0.25","claims":` + fuzzClaims + `}`,
		`{"universe":9007199254740992,"seed":"s","confidence":"0.5","levels":["0.9999"],"claims":` + fuzzClaims + `}`,
		`{"universe":5,"unsampled":["5","7"],"errorShare":"0.5","enlarged":true,"claims":` + fuzzClaims + `}`,
		`{"universe":3,"replicates":2000,"claims":` + fuzzClaims + `}`, `{"universe":0}`, `{}`, `null`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Scrutiny
		if len(data) > 10_000 || jsonform.Unmarshal(data, &s) != nil || s.Replicates > 2000 || len(s.Levels) > 5 || len(s.Claims) > 20 {
			return
		}
		r, err := s.Examine()
		if documented(t, err, ErrSample, ErrPrecision, ErrSeed, ErrReplicates, appraisal.ErrLevel, errorrate.ErrNoClaims,
			variable.ErrShare, variable.ErrUniverse) {
			return
		}
		if v := r.Coverage; v != nil && v.Covered+v.TooHigh+v.TooLow != v.Replicates {
			t.Fatalf("%+v", v)
		}
		if _, err := jsonform.Marshal(r); err != nil {
			t.Fatal(err)
		}
	})
}
