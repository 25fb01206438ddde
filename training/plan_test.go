package training

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestPlan(t *testing.T) {
	p := clinic()
	p.Changes = []ServiceChange{{day("2026-03-20"), "infusions"}}
	p.Incidents[0].Refunds[0].Refunded = Date{}
	list, err := p.Plan(PlanRequest{day("2026-03-16"), day("2026-05-10")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range list {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s %v", d.Due, d.Task, d.Of, d.Done)))
	}
	want := []string{
		"2026-03-18 learning_sprint I1 false", "2026-03-18 learning_sprint I1 false", "2026-03-20 controls_map  false",
		"2026-03-31 competency_checks lee true", "2026-03-31 mitigation_bundle  true", "2026-03-31 monthly_modules front_desk true",
		"2026-03-31 monthly_modules clinician true", "2026-03-31 monthly_modules manager true", "2026-04-05 monthly_modules M2 true",
		"2026-04-30 monthly_modules front_desk true", "2026-04-30 monthly_modules clinician true", "2026-04-30 monthly_modules manager true",
		"2026-05-03 monthly_modules M3 true", "2026-05-09 learning_sprint I1 false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if list, err = p.Plan(PlanRequest{day("2026-12-31"), day("2027-01-02")}); err != nil || len(list) != 9 {
		t.Errorf("%d of the turn of the year, %v", len(list), err) // 3 modules, 1 check, 1 spot check, 3 acknowledgments, the map
	}
	p.Maps = nil
	for i := range p.Modules {
		p.Modules[i].Competencies = nil
	}
	if list, err = p.Plan(PlanRequest{day("2026-01-01"), day("2026-01-01")}); err != nil || len(list) != 1 || list[0].Task != TaskMap {
		t.Errorf("%+v, %v", list, err)
	}
	for _, q := range []PlanRequest{{day("2025-12-31"), day("2026-01-01")}, {day("2026-02-01"), day("2026-01-01")}, {day("2026-02-01"), day("2032-01-01")}, {}, {day("8999-01-01"), day("9001-01-01")}} {
		_, err := p.Plan(q)
		wantError(t, fmt.Sprint(q), err, ErrDate, "plan")
	}
	p.Owner = ""
	_, err = p.Plan(PlanRequest{day("2026-01-01"), day("2026-01-02")})
	wantError(t, "programme", err, ErrMissing, "owner")
}

// TestPlanProperties: a plan is in order, within its days, and the plans of two halves are the plan of both but for sprints,
// which are taken as they stand on the first day.
func TestPlanProperties(t *testing.T) {
	p := clinic()
	p.Incidents, p.Checks, p.Cases, p.Bundles, p.SpotChecks = nil, nil, nil, nil, nil
	p.Modules[2].Incident = ""
	rapid.Check(t, func(t *rapid.T) {
		from := p.Start.AddDays(rapid.IntRange(0, 800).Draw(t, "from"))
		middle := from.AddDays(rapid.IntRange(0, 300).Draw(t, "middle"))
		through := middle.AddDays(rapid.IntRange(1, 300).Draw(t, "through"))
		plan := func(a, b Date) []Planned {
			list, err := p.Plan(PlanRequest{a, b})
			if err != nil {
				t.Fatal(err)
			}
			for i, d := range list {
				if d.Due.Compare(a) < 0 || d.Due.Compare(b) > 0 || i > 0 && d.Due.Compare(list[i-1].Due) < 0 {
					t.Fatalf("%+v from %s through %s", d, a, b)
				}
			}
			return list
		}
		if diff := cmp.Diff(plan(from, through), append(plan(from, middle), plan(middle.AddDays(1), through)...), sameDates); diff != "" {
			t.Fatal(diff)
		}
	})
}
