package training

import (
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/decimaltest"
)

// TestJSON: every input and result has the same bytes whatever the settings of the decimal library, and reads back.
func TestJSON(t *testing.T) {
	p := clinic()
	on := day(auditDay)
	round := func(name string, run func(t *testing.T)) { t.Run(name, run) }
	round("programme", func(t *testing.T) { decimaltest.RoundTrip(t, p, sameDates) })
	round("case study", func(t *testing.T) { decimaltest.RoundTrip(t, caseStudy(t), sameDates) })
	round("empty programme", func(t *testing.T) { decimaltest.RoundTrip(t, Program{}, sameDates) })
	round("self-audit", func(t *testing.T) {
		decimaltest.RoundTrip(t, mustAudit(t, Program{Clinic: p.Clinic, Owner: p.Owner, Start: p.Start, Staff: p.Staff}, auditDay), sameDates)
	})
	sprint, err := p.Sprint("I1", on)
	if err != nil {
		t.Fatal(err)
	}
	round("sprint", func(t *testing.T) { decimaltest.RoundTrip(t, sprint, sameDates) })
	outcome, err := p.Competency("Q1")
	if err != nil {
		t.Fatal(err)
	}
	round("outcome", func(t *testing.T) { decimaltest.RoundTrip(t, outcome, sameDates) })
	draw, err := CompetencyDraw{Seed: "1", Providers: []ProviderFrame{{"a", frameOf("A", 9)}, {"b", frameOf("B", 1)}}}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	round("draw", func(t *testing.T) { decimaltest.RoundTrip(t, draw, sameDates) })
	lessons, err := Lessons{Reviewed: on, Claims: []errorrate.Claim{claim(1, "A", "10", "5.5", "x", errorrate.CategoryCoding)}}.Plan()
	if err != nil {
		t.Fatal(err)
	}
	round("lessons", func(t *testing.T) { decimaltest.RoundTrip(t, lessons, sameDates) })
	metrics, err := Metrics{On: on, Before: ErrorCount{4, 9}, After: ErrorCount{1, 9}, Refunds: p.Incidents[0].Refunds}.Compare()
	if err != nil {
		t.Fatal(err)
	}
	round("metrics", func(t *testing.T) { decimaltest.RoundTrip(t, metrics, sameDates) })
	penalty, err := Penalty{Violations: 3, PerViolation: decimal.New(10001, -2), Base: decimal.NewFromInt(5), Multiplier: decimal.NewFromInt(3)}.Illustrate()
	if err != nil {
		t.Fatal(err)
	}
	round("penalty", func(t *testing.T) { decimaltest.RoundTrip(t, penalty, sameDates) })
	evidence := EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-05-20T12:00:00-04:00")}
	b, err := p.Evidence(evidence)
	if err != nil {
		t.Fatal(err)
	}
	round("bundle", func(t *testing.T) { decimaltest.RoundTrip(t, b, sameDates) })
	files := mustFiles(t, b)
	round("files", func(t *testing.T) { decimaltest.RoundTrip(t, files, sameDates) })
	answers, err := p.FactorView(evidence)
	if err != nil {
		t.Fatal(err)
	}
	round("factors", func(t *testing.T) { decimaltest.RoundTrip(t, answers, sameDates) })
	round("evidence request", func(t *testing.T) { decimaltest.RoundTrip(t, evidence, sameDates) })
	v, err := VerifyBundle(files.FS(), digestA)
	if err != nil {
		t.Fatal(err)
	}
	round("verification", func(t *testing.T) { decimaltest.RoundTrip(t, v) })
	plan, err := p.Plan(PlanRequest{p.Start, on})
	if err != nil {
		t.Fatal(err)
	}
	round("plan", func(t *testing.T) { decimaltest.RoundTrip(t, plan, sameDates) })
	// Types that are in no result above, each by its own method.
	for _, v := range []any{FilesRequest{Digest: digestA}, PlanRequest{on, on}, Measurement{on, ErrorCount{1, 2}}, Tasks(), Pitfalls(), Factors()} {
		if _, err := json.Marshal(v); err != nil {
			t.Error(err)
		}
	}
	if m, err := json.Marshal(Measurement{on, ErrorCount{1, 2}}); err != nil || string(m) != `{"date":"2026-05-20","errors":1,"reviewed":2}` {
		t.Errorf("%s, %v", m, err)
	}
}
