package training_test

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/training"
)

// sprint is the record of a clinic in the middle of a learning sprint: the module was deployed, the procedure is not yet
// changed.
func sprint() training.Program {
	identified := time.Date(2026, 3, 2, 9, 15, 0, 0, time.UTC)
	before, after := decimal.NewFromInt(60), decimal.NewFromInt(90)
	return training.Program{
		Clinic: "Example Clinic", Owner: "kim", Start: date("2026-01-01"),
		Staff: []training.Person{{ID: "kim", Roles: []training.Assignment{{Role: training.Manager, From: date("2020-01-01")}}}},
		Modules: []training.Module{{
			ID: "M1", Date: date("2026-03-04"), Roles: []training.Role{training.Manager}, Topic: "copay-waivers", Incident: "I1",
			Title: "When a copay may be waived", Minutes: 11,
			Script:     training.Script{Vignette: "A patient asks at the desk.", Decision: "Screen first.", Artifact: "Signed form."},
			Questions:  []string{"Who may waive?", "What is filed?", "Who signs?"},
			Attendance: []training.Attendance{{Person: "kim", Date: date("2026-03-04"), Pre: &before, Post: &after}},
		}},
		Incidents: []training.Incident{{
			ID: "I1", Identified: identified, Triggers: []training.Trigger{training.ExceptionQueue},
			What: "copays waived without a form", Topic: "copay-waivers", Roles: []training.Role{training.Manager},
			Deployments: []training.Deployment{{Module: "M1", Role: training.Manager, At: identified.Add(50 * time.Hour)}},
		}},
	}
}

// What the rest of the month asks for.
func ExampleProgram_Plan() {
	plan, err := sprint().Plan(training.PlanRequest{From: date("2026-03-10"), Through: date("2026-03-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range plan {
		fmt.Println(p.Due, p.Task, p.Done, p.Text)
	}
	// Output:
	// 2026-03-18 learning_sprint false Record error data before and after.
	// 2026-03-18 learning_sprint false Make known what was learned and the one change that resulted.
	// 2026-03-31 mitigation_bundle false Look at a bundle for 2026-Q1: is it unchanged?
	// 2026-03-31 monthly_modules true Deliver the module of 2026-03 for manager.
}

// Three days after an incident.
func ExampleProgram_Sprint() {
	s, err := sprint().Sprint("I1", date("2026-03-05"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Incident, s.State, s.Clock.State, s.Clock.Hours)
	for _, step := range s.Steps {
		if step.State != training.Done {
			fmt.Println(step.ID, "by", step.Due)
		}
	}
	// Output:
	// I1 due in_time 50
	// procedure by 2026-03-05
	// sign_off by 2026-03-05
	// data by 2026-03-18
	// learned by 2026-03-18
}

// The evidence of an incident, and what the bundle will hold.
func ExampleProgram_Evidence() {
	bundle, err := sprint().Evidence(training.EvidenceRequest{
		Incidents: []string{"I1"}, Made: time.Date(2026, 3, 20, 17, 0, 0, 0, time.UTC),
		Attach: []training.Artifact{{
			Date: date("2026-03-04"), Topic: "copay-waivers", Kind: training.KindAttendance, Ext: "txt", Title: "Sign-in sheet", Text: "kim\n",
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	files, err := bundle.Files()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range files.Files {
		fmt.Println(f.Name)
	}
	// Output:
	// 2026-03-02_copay-waivers_incident_01.json
	// 2026-03-04_copay-waivers_attendance_01.json
	// 2026-03-04_copay-waivers_attendance_02.txt
	// 2026-03-04_copay-waivers_module_01.json
	// 2026-03-04_copay-waivers_scores_01.json
	// index.json
	// index.txt
	// manifest.sha256
}

// Which evidence speaks to which factor that OIG considers.
func ExampleProgram_FactorView() {
	view, err := sprint().FactorView(training.EvidenceRequest{Incidents: []string{"I1"}, Made: time.Date(2026, 3, 20, 17, 0, 0, 0, time.UTC)})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range view.Factors {
		fmt.Println(f.ID, len(f.Artifacts), "there, absent:", f.Absent)
	}
	// Output:
	// nature_and_circumstances 1 there, absent: [metric audit refund]
	// culpability 3 there, absent: [procedure signoff selection audit remediation refund disclosure]
	// prior_offenses 1 there, absent: [history]
	// other_wrongful_conduct 0 there, absent: [escalation audit]
	// as_justice_requires 0 there, absent: [map policy acknowledgment learned]
}
