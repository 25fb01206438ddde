package training_test

import (
	"fmt"
	"io/fs"
	"testing/fstest"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/training"
)

func date(s string) reportable.Date {
	d, err := reportable.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// A clinic that has a map and one module, at the end of its first month.
func ExampleProgram_SelfAudit() {
	p := training.Program{
		Clinic: "Example Clinic", Owner: "kim", Start: date("2026-01-01"),
		Staff: []training.Person{{ID: "kim", Roles: []training.Assignment{{Role: training.Manager, From: date("2020-01-01")}}}},
		Maps: []training.ControlsMap{{Version: "1", Date: date("2026-01-02"), Approved: date("2026-01-05"), Exposures: []training.Exposure{{
			Kind: training.Remuneration, Name: "copay waivers", Competencies: []training.Competency{{
				ID: "hardship", Text: "Screen for financial hardship", Roles: []training.Role{training.Manager}, Artifacts: []string{"hardship form"},
			}},
		}}}},
		Modules: []training.Module{{
			ID: "M1", Date: date("2026-01-14"), Roles: []training.Role{training.Manager}, Topic: "hardship", Title: "When a copay may be waived",
			Minutes: 11, Competencies: []string{"hardship"},
			Script:    training.Script{Vignette: "A patient asks at the desk.", Decision: "Screen first.", Artifact: "Signed form."},
			Questions: []string{"Who may waive?", "What is filed?", "Who signs?"},
		}},
	}
	audit, err := p.SelfAudit(date("2026-01-31"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, task := range audit.Tasks {
		fmt.Println(task.ID, task.State)
		for _, m := range task.Missing {
			fmt.Println("  ", m.Text)
		}
	}
	// Output:
	// controls_map done
	// monthly_modules evidence_missing
	//    kim has not signed in to module M1.
	// learning_sprint done
	// competency_checks done
	// mitigation_bundle done
	// non_retaliation overdue
	//    There is no policy that prohibits retaliation.
	//    2026-H1: the acknowledgment of kim is to be done by 2026-06-30.
}

// All mistakes at once, each with its field.
func ExampleProgram_Check() {
	p := training.Program{Clinic: "Example Clinic", Owner: "kim", Start: date("2026-01-01"), Staff: []training.Person{{ID: "lee", Roles: []training.Assignment{{Role: "doctor", From: date("2020-01-01")}}}}}
	fmt.Println(p.Check())
	// Output:
	// training: the programme cannot be right: 2 errors: staff[0].roles[0].role: "doctor" is not a known word: front_desk, biller_coder, clinician, manager; owner: "kim" is not in the programme
}

// Clocks are put forward in between: 72 hours stay 72 hours.
func ExampleIncident_Clock() {
	eastern := func(s string) time.Time {
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			panic(err)
		}
		return t
	}
	n := training.Incident{
		ID: "I1", Identified: eastern("2026-03-06T16:20:00-05:00"), Triggers: []training.Trigger{training.ExceptionQueue},
		What: "copays waived without a form", Topic: "copays", Roles: []training.Role{training.FrontDesk},
		Deployments: []training.Deployment{{Module: "M1", Role: training.FrontDesk, At: eastern("2026-03-09T16:55:00-04:00")}},
	}
	clock, err := n.Clock(eastern("2026-03-10T12:00:00-04:00"))
	fmt.Println(clock.State, clock.Hours.StringFixed(2), clock.Deadline.Equal(eastern("2026-03-09T17:20:00-04:00")), err)
	// Output:
	// in_time 71.58 true <nil>
}

// One seed for all providers; each can be drawn again.
func ExampleCompetencyDraw_Draw() {
	var encounters []string
	for i := range 62 {
		encounters = append(encounters, fmt.Sprintf("E-%03d", i+1))
	}
	s, err := training.CompetencyDraw{Seed: "48863.78", Providers: []training.ProviderFrame{
		{Provider: "lee", Encounters: encounters}, {Provider: "sam", Encounters: encounters[:3]},
	}}.Draw()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range s.Providers {
		fmt.Println(p.Provider, p.Seed, p.Selected)
	}
	fmt.Println(s.Warnings[0].Message)
	// Output:
	// lee 47049.34 [E-006 E-010 E-052 E-057 E-059]
	// sam 29327.19 [E-001 E-002 E-003]
	// Provider sam has 3 encounters, fewer than 5: all of them are checked.
}

func ExampleLessons_Plan() {
	amount := func(s string) *decimal.Decimal { d := decimal.RequireFromString(s); return &d }
	claims := []errorrate.Claim{
		{Number: 1, ID: "A", Paid: *amount("183.20"), Correct: amount("86.80"), Documentation: errorrate.Complete, Reason: "level too high", Category: errorrate.CategoryCoding},
		{Number: 2, ID: "B", Paid: *amount("74.60"), Documentation: errorrate.Missing},
		{Number: 3, ID: "C", Paid: *amount("183.20"), Correct: amount("86.80"), Documentation: errorrate.Complete, Reason: "Level too high", Category: errorrate.CategoryCoding},
	}
	plan, err := training.Lessons{Reviewed: date("2026-02-20"), Claims: claims}.Plan()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range plan.Lessons {
		fmt.Println(plan.Month, l.Rank, l.Topic, l.Claims, l.Dollars)
	}
	// Output:
	// 2026-03 1 level-too-high 2 192.8
	// 2026-03 2 documentation 1 74.6
}

func ExampleMetrics_Compare() {
	m, err := training.Metrics{On: date("2026-05-15"), Before: training.ErrorCount{Errors: 14, Reviewed: 40}, After: training.ErrorCount{Errors: 3, Reviewed: 40}}.Compare()
	fmt.Println(m.Errors.Change, m.Errors.TwoSided.StringFixed(6), m.Errors.Significant, err)
	// Output:
	// -0.275 0.005188 true <nil>
}

func ExamplePenalty_Illustrate() {
	p, err := training.Penalty{Violations: 60, PerViolation: decimal.NewFromInt(10_000), Base: decimal.NewFromInt(7_800), Multiplier: decimal.NewFromInt(3),
		PreventedViolations: 48, PreventedBase: decimal.NewFromInt(6_240)}.Illustrate()
	fmt.Println(p.Exposed.Total, p.Avoided.Total, err)
	fmt.Println(p.Notice)
	// Output:
	// 623400 498720 <nil>
	// This is an illustration with the figures that were entered, not legal advice and no prediction: OIG decides by the facts of a case. Penalty amounts are adjusted every year (45 CFR part 102); take counsel.
}

// disk is a folder that holds files in memory.
type disk fstest.MapFS

func (d disk) Create(name string, content []byte, mode fs.FileMode) error {
	if d[name] != nil {
		return fs.ErrExist
	}
	d[name] = &fstest.MapFile{Data: content, Mode: mode}
	return nil
}

// Write a bundle, keep its digest, and find what somebody did to it.
func ExampleVerifyBundle() {
	b := training.Bundle{Clinic: "Example Clinic", Title: "Copay waivers", Made: time.Date(2026, 3, 20, 17, 0, 0, 0, time.UTC), Artifacts: []training.Artifact{
		{Date: date("2026-03-04"), Topic: "copay-waivers", Kind: training.KindModule, Ext: "txt", Title: "Module", Text: "Screen for hardship first.\n"},
	}}
	folder := disk{}
	files, err := b.Write(folder)
	if err != nil {
		fmt.Println(err)
		return
	}
	folder["2026-03-04_copay-waivers_module_01.txt"].Data = []byte("Waive it.\n")
	folder["index.bak"] = &fstest.MapFile{Mode: training.ReadOnly}
	v, err := training.VerifyBundle(fstest.MapFS(folder), files.Digest)
	fmt.Println(v.Unchanged, v.Changed, v.Added, err)
	// Output:
	// false [2026-03-04_copay-waivers_module_01.txt] [index.bak] <nil>
}
