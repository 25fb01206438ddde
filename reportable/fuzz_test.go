package reportable

import (
	"errors"
	"slices"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// documented are all errors of this package.
var documented = []error{ErrDate, ErrKind, ErrWord, ErrFacts, ErrOrder, ErrAnalysis, ErrAmount, ErrDays, ErrCalendar,
	ErrYear, ErrClock}

// door decodes a request, asks, and wants a documented error or a result that can be written.
func door[Request, Result any](t *testing.T, data []byte, ask func(Request) (Result, error)) (request Request,
	result Result, ok bool) {
	t.Helper()
	if len(data) > 10_000 || jsonform.Unmarshal(data, &request) != nil {
		return request, result, false
	}
	result, err := ask(request)
	if err != nil {
		if !slices.ContainsFunc(documented, func(known error) bool { return errors.Is(err, known) }) {
			t.Fatalf("not a documented error: %v", err)
		}
		return request, result, false
	}
	out, err := jsonform.Marshal(result)
	if err != nil {
		t.Fatal(err)
	}
	var back Result
	if err := jsonform.Unmarshal(out, &back); err != nil {
		t.Fatalf("%s: %v", out, err)
	}
	again, err := jsonform.Marshal(back)
	if err != nil || string(again) != string(out) {
		t.Fatalf("%s\n%s, %v", out, again, err)
	}
	return request, result, true
}

func add(f *testing.F, seeds ...string) {
	for _, s := range append(seeds, `{}`, `null`, `[]`, `{"calendar":{"weekends":"onward","holidays":"earlier"}}`) {
		f.Add([]byte(s))
	}
}

// FuzzEventJSON: whatever event is decoded is refused with a documented error, or its determination has reasons with sources,
// is never concluded without an analysis, and is never due before what it is about.
func FuzzEventJSON(f *testing.F) {
	for _, p := range patterns {
		f.Add([]byte(p.event))
	}
	for _, c := range refused {
		f.Add([]byte(c.event))
	}
	add(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, d, ok := door(t, data, Event.Determine); ok {
			always(t, d)
		}
	})
}

// FuzzPersonJSON: a person is ineligible, not, or a fact is asked for, each with a reason.
func FuzzPersonJSON(f *testing.F) {
	add(f, `{"person":{"name":"P","from":"2025-01-01","exclusions":[{"program":"state_medicaid","state":"TX","from":"2026-01-01","paidServices":"no"}]},"terms":{"stateExclusion":"yes"}}`,
		`{"person":{"name":"P","from":"0001-01-01","through":"9999-12-31","convicted":"2020-02-29","exclusions":[{"program":"procurement","from":"9999-12-31"}]}}`)
	type request struct {
		Person Person `json:"person"`
		Terms  Terms  `json:"terms,omitzero"`
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		q, p, ok := door(t, data, func(q request) (PersonFinding, error) { return q.Person.Examine(q.Terms) })
		if !ok {
			return
		}
		if len(p.Reasons) == 0 || p.Conclusion == NeedsAnalysis && p.Removal == Yes || !p.From.IsZero() &&
			p.From.Compare(q.Person.From) < 0 {
			t.Fatalf("%+v", p)
		}
	})
}

// FuzzDeadlinesJSON: a due date after an act is not before it, one before it not after it.
func FuzzDeadlinesJSON(f *testing.F) {
	add(f, `{"clocks":[{"clock":"report_reportable_event","on":"2026-10-05","days":3660}],"calendar":{"count":"business_days","closed":["2026-10-06"]}}`,
		`{"clocks":[{"clock":"request_extension","on":"0001-01-05","contains":["in_writing"]}]}`,
		`{"clocks":[{"clock":"repay_overpayment","on":"2026-10-05","costReport":"0001-01-01","done":"9999-12-31"},{"clock":"request_modification"}]}`,
		`{"clocks":[{`+annual+`,"on":"9999-10-31","days":60,"before":true}],"calendar":{"weekends":"earlier"}}`)
	f.Fuzz(func(t *testing.T, data []byte) {
		_, list, _ := door(t, data, Deadlines.Due)
		for _, d := range list {
			if d.Due == nil {
				continue
			}
			if order := d.By.Compare(d.Due.From); !d.Due.Before && order < 0 || d.Due.Before && order > 0 ||
				(d.Timely == No) != (d.DaysLate > 0) {
				t.Fatalf("%+v", d)
			}
		}
	})
}

// FuzzResolutionJSON: a settlement is at least its minimum and at least the multiplied base.
func FuzzResolutionJSON(f *testing.F) {
	add(f, `{"matter":"other","damages":"18240.50","cmp":"yes","bothWays":true}`,
		`{"matter":"kickback","remuneration":"1e38","multiplier":"1.5000000000000000000000000000000000000001"}`,
		`{"matter":"other","damages":"-0"}`, `{"matter":"other","damages":"0e9999","multiplier":"1e3"}`,
		`{"matter":"other","damages":5,"cmp":"no"}`)
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, s, ok := door(t, data, Resolution.Settle); ok && (s.Amount.Cmp(s.Minimum) < 0 ||
			s.Amount.Cmp(s.Multiplied) < 0) {
			t.Fatalf("%+v", s)
		}
	})
}

// FuzzPenaltyJSON: a penalty is never negative.
func FuzzPenaltyJSON(f *testing.F) {
	add(f, `{"perDay":"1000","due":"2026-10-31","performed":"2026-11-09"}`,
		`{"perDay":"1e37","due":"0001-01-01","asOf":"9999-12-31"}`,
		`{"perDay":"0.01","due":"2026-10-31","extended":"2026-11-09","asOf":"2026-11-10"}`)
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, a, ok := door(t, data, StipulatedPenalty.Accrue); ok && (a.Amount.IsNegative() || a.Days < 0 ||
			(a.Days == 0) != a.First.IsZero()) {
			t.Fatalf("%+v", a)
		}
	})
}

// FuzzSaleJSON: the request is due before the sale, and only OIG's determination frees the purchaser.
func FuzzSaleJSON(f *testing.F) {
	add(f, `{"closing":"2027-01-15","requested":"2026-12-01","business":"b","purchaser":"p","notSubject":"yes"}`,
		`{"closing":"0001-01-15"}`)
	f.Fuzz(func(t *testing.T, data []byte) {
		if q, s, ok := door(t, data, Sale.Succession); ok && (s.RequestBy.DaysUntil(q.Closing) < 30 ||
			s.Binding == (q.NotSubject == Yes)) {
			t.Fatalf("%+v", s)
		}
	})
}

// FuzzChangeJSON: performance is never a basis to end an agreement early.
func FuzzChangeJSON(f *testing.F) {
	add(f, `{"kind":"modification","ground":"internal_audit","capability":"yes","discussed":"2026-11-02"}`,
		`{"kind":"early_termination","ground":"performance"}`)
	f.Fuzz(func(t *testing.T, data []byte) {
		if q, c, ok := door(t, data, ChangeRequest.Examine); ok && (len(c.Reasons) == 0 || q.Ground == Performance &&
			c.Basis != No) {
			t.Fatalf("%+v", c)
		}
	})
}

// FuzzChecklistJSON: what is not answered yes is open.
func FuzzChecklistJSON(f *testing.F) {
	add(f, `{"answers":[{"id":"tour","met":"yes"}]}`, `{"answers":[{"id":"tour","met":"no"},{"id":"tour","met":"no"}]}`)
	type request struct {
		Answers []ChecklistAnswer `json:"answers"`
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, c, ok := door(t, data, func(q request) (Checklist, error) { return NewChecklist(SiteVisitPreparation(), q.Answers) })
		if ok && c.Complete != (len(c.Open) == 0) {
			t.Fatalf("%+v", c)
		}
	})
}

// FuzzDate: a date that is read is written as it was read.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2026-11-22", "0001-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "", "2026-1-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			if !errors.Is(err, ErrDate) {
				t.Fatal(err)
			}
			return
		}
		if d.String() != s || d.IsZero() {
			t.Fatalf("%q is %s", s, d)
		}
	})
}
