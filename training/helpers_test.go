package training

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

func day(s string) Date {
	d, err := reportable.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func moment(s string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		panic(err)
	}
	return t
}

func score(s string) *decimal.Decimal { return ptr(decimaltest.Dec(s)) }

func ptr[T any](v T) *T { return &v }

const digestA = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

// auditDay is the day on which everything of clinic is done.
const auditDay = "2026-05-20"

// clinic is a programme that has everything done on [auditDay].
func clinic() Program {
	p := Program{
		Clinic: "Test Clinic", Owner: "kim", Start: day("2026-01-01"),
		Staff: []Person{
			{ID: "kim", Roles: []Assignment{{Role: Manager, From: day("2020-01-01")}}},
			{ID: "lee", Provider: true, Roles: []Assignment{{Role: Clinician, From: day("2020-01-01")}}},
			{ID: "ray", Roles: []Assignment{{Role: FrontDesk, From: day("2020-01-01")}}},
		},
		Maps: []ControlsMap{{Version: "1", Date: day("2026-01-01"), Approved: day("2026-01-01"), Exposures: []Exposure{
			{Kind: RevenueCode, Name: "99214", Competencies: []Competency{{ID: "em", Text: "E/M levels", Roles: []Role{Clinician}, Artifacts: []string{"worksheet"}}}},
			{Kind: Remuneration, Name: "copays", Competencies: []Competency{{ID: "hardship", Text: "Hardship", Roles: []Role{FrontDesk}, Artifacts: []string{"form"}}}},
		}}},
		Policies:   []Policy{{Version: "1", Title: "Speaking up", Date: day("2026-01-01"), Signed: day("2026-01-01"), Pathways: []string{"box"}}},
		Cases:      []Case{{ID: "C1", Received: day("2026-03-02"), What: "copays", Triaged: day("2026-03-02"), Triage: "incident", Incident: "I1", Closed: day("2026-04-01"), Memo: "solved"}},
		SpotChecks: []SpotCheck{{Date: day("2026-03-31"), Digest: digestA, Unchanged: true}, {Date: day("2026-05-10"), Digest: digestA, Unchanged: true}},
	}
	for month := 1; month <= 5; month++ {
		date := day(fmt.Sprintf("2026-%02d-04", month))
		m := Module{ID: fmt.Sprintf("M%d", month), Date: date, Roles: []Role{Manager, Clinician, FrontDesk}, Topic: fmt.Sprintf("topic-%d", month),
			Title: "Title", Minutes: 11, Competencies: []string{"em", "hardship"}, Script: Script{"what", "right", "filed"}, Questions: []string{"a", "b", "c"}}
		for _, id := range []string{"kim", "lee", "ray"} {
			m.Attendance = append(m.Attendance, Attendance{Person: id, Date: date, Pre: score("33.3"), Post: score("100")})
		}
		if due := date.AddDays(60); due.Compare(day(auditDay)) <= 0 {
			m.FollowUp = &FollowUp{Date: due, Metric: "errors", Before: ErrorCount{5, 20}, After: ErrorCount{1, 20}}
		}
		p.Modules = append(p.Modules, m)
		if month < 5 {
			p.Bundles = append(p.Bundles, BundleRecord{Date: date.AddDays(26), Month: fmt.Sprintf("2026-%02d", month), Digest: digestA})
		}
	}
	p.Modules[2].Incident = "I1"
	for _, id := range []string{"kim", "lee", "ray"} {
		p.Acknowledgments = append(p.Acknowledgments, Acknowledgment{Person: id, Policy: "1", Date: day("2026-01-10")})
	}
	p.Incidents = []Incident{{
		ID: "I1", Identified: moment("2026-03-02T09:15:00-05:00"), Triggers: []Trigger{StaffReport, ExceptionQueue}, Authorities: []Authority{OIG, OCR},
		What: "waived copays", Topic: "copays", Roles: []Role{FrontDesk, Manager},
		Deployments: []Deployment{{"M3", FrontDesk, moment("2026-03-04T12:00:00-05:00")}, {"M3", Manager, moment("2026-03-04T15:00:00-05:00")}},
		Procedure:   &Procedure{Title: "Copays", Version: "2", Change: "form", Date: day("2026-03-03"), Signed: day("2026-03-04")},
		SignOffs:    []SignOff{{"kim", day("2026-03-04")}, {"ray", day("2026-03-05")}},
		Before:      &Measurement{day("2026-02-20"), ErrorCount{9, 25}}, After: &Measurement{day("2026-03-18"), ErrorCount{1, 25}},
		Learned: &Learned{day("2026-03-10"), "ask first"},
		Refunds: []Refund{{Claim: "A", Amount: decimaltest.Dec("70.10"), Identified: day("2026-03-10"), Refunded: day("2026-05-09"), Proof: "receipt"}},
	}}
	p.Bundles = append(p.Bundles, BundleRecord{Date: day("2026-03-30"), Incidents: []string{"I1"}, Digest: digestA})
	p.Checks = []CompetencyCheck{
		check("Q1", "lee", "2026-02-10", 9, 1), check("F1", "lee", "2026-03-18", 9, 0), check("Q2", "lee", "2026-05-05", 3, 0),
	}
	p.Checks[1].Incidents = []string{"I1"}
	return p
}

// check is a check of a provider with so many encounters, of which the first failed on documentation.
func check(id, provider, date string, frame, failed int) CompetencyCheck {
	d := ChartDraw{Provider: provider, Seed: "48863.78"}
	for i := range frame {
		d.Encounters = append(d.Encounters, fmt.Sprintf("%s-%d", id, i+1))
	}
	s, err := d.Draw()
	if err != nil {
		panic(err)
	}
	k := CompetencyCheck{ID: id, Provider: provider, Date: day(date), Draw: &d, Feedback: "talked"}
	for i, e := range s.Selected {
		k.Results = append(k.Results, ChartResult{Encounter: e, Documentation: i >= failed, Necessity: true})
	}
	if failed > 0 {
		k.Remediation = &Remediation{Plan: "coach", Date: k.Date.AddDays(1), Completed: k.Date.AddDays(2)}
	}
	return k
}

// caseStudy is the programme of examples/training.
func caseStudy(t testing.TB) Program {
	t.Helper()
	data, err := os.ReadFile("../examples/training/data/program.json")
	if err != nil {
		t.Fatal(err)
	}
	var p Program
	if err := jsonform.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// sameDates compares dates by ==.
var sameDates = cmpopts.EquateComparable(Date{})

// wantError fails unless the error is, and says, what is wanted.
func wantError(t *testing.T, name string, err, want error, text string) {
	t.Helper()
	if !errors.Is(err, want) || !strings.Contains(err.Error(), text) {
		t.Errorf("%s: %v, want %v …%s…", name, err, want, text)
	}
}

func codes(gaps []Gap) string {
	var list []string
	for _, g := range gaps {
		if !slices.Contains(list, g.Code) {
			list = append(list, g.Code)
		}
	}
	return strings.Join(list, " ")
}
