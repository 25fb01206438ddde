package training

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func mustAudit(t testing.TB, p Program, on string) SelfAudit {
	t.Helper()
	a, err := p.SelfAudit(day(on))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestSelfAuditStates: each task in each of its states.
func TestSelfAuditStates(t *testing.T) {
	const (
		mapTask = iota
		modules
		sprint
		checks
		bundle
		reporting
	)
	for _, c := range []struct {
		name    string
		task    int
		on      string
		change  func(*Program)
		status  TaskState
		due     string
		missing string // codes
		lapses  string
	}{
		{"all done", mapTask, auditDay, nil, Done, "", "", ""},
		{"no map on the first day", mapTask, "2026-01-01", func(p *Program) { *p = Program{Clinic: p.Clinic, Owner: p.Owner, Start: p.Start, Staff: p.Staff} }, DueNow, "2026-01-01", "map", ""},
		{"no map", mapTask, "2026-01-02", func(p *Program) { *p = Program{Clinic: p.Clinic, Owner: p.Owner, Start: p.Start, Staff: p.Staff} }, Overdue, "2026-01-01", "map", ""},
		{"map not signed", mapTask, auditDay, func(p *Program) { p.Maps[0].Approved = Date{} }, Overdue, "2026-01-01", "map_approval", ""},
		{"newer map not signed", mapTask, auditDay, func(p *Program) {
			p.Maps = append(p.Maps, ControlsMap{Version: "2", Date: day("2026-05-01"), Exposures: p.Maps[0].Exposures})
		}, EvidenceMissing, "", "map_approval", ""},
		{"the day before the year ends", mapTask, "2026-12-31", nil, Done, "", "", ""},
		{"the year ends", mapTask, "2027-01-01", nil, DueNow, "2027-01-01", "map_renewal", ""},
		{"the year is over", mapTask, "2027-01-02", nil, Overdue, "2027-01-01", "map_renewal", ""},
		{"approved again on the last day", mapTask, "2027-01-02", func(p *Program) {
			p.Maps = append(p.Maps, ControlsMap{Version: "2", Date: day("2026-12-01"), Approved: day("2027-01-01"), Exposures: p.Maps[0].Exposures})
		}, Done, "", "", ""},
		{"approved again when the year was over", mapTask, "2027-01-02", func(p *Program) {
			p.Maps = append(p.Maps, ControlsMap{Version: "2", Date: day("2026-12-01"), Approved: day("2027-01-02"), Exposures: p.Maps[0].Exposures})
		}, Done, "", "", "map_renewal_late"},
		{"and that is a year ago", mapTask, "2028-01-02", func(p *Program) {
			p.Maps = append(p.Maps, ControlsMap{Version: "2", Date: day("2026-12-01"), Approved: day("2027-01-02"), Exposures: p.Maps[0].Exposures})
		}, DueNow, "2028-01-02", "map_renewal", ""},
		{"first approved after the first day", mapTask, auditDay, func(p *Program) { p.Maps[0].Approved = day("2026-01-02") }, Done, "", "", "map_late"},
		{"approved long before the start, and then again", mapTask, auditDay, func(p *Program) {
			p.Maps = append([]ControlsMap{{Version: "0", Date: day("2024-01-02"), Approved: day("2024-01-02"), Exposures: p.Maps[0].Exposures}}, p.Maps...)
		}, Done, "", "", ""},
		{"service line changes", mapTask, "2026-05-20", func(p *Program) { p.Changes = []ServiceChange{{day("2026-05-20"), "infusions"}} }, DueNow, "2026-05-20", "map_service_line", ""},
		{"service line changed", mapTask, "2026-05-21", func(p *Program) { p.Changes = []ServiceChange{{day("2026-05-20"), "infusions"}} }, Overdue, "2026-05-20", "map_service_line", ""},
		{"approved since the change", mapTask, "2026-05-21", func(p *Program) {
			p.Changes = []ServiceChange{{day("2026-05-18"), "infusions"}}
			p.Maps = append(p.Maps, ControlsMap{Version: "2", Date: day("2026-05-18"), Approved: day("2026-05-18"), Exposures: p.Maps[0].Exposures})
		}, Done, "", "", ""},
		{"approved a day after the change", mapTask, "2026-05-21", func(p *Program) {
			p.Changes = []ServiceChange{{day("2026-05-18"), "infusions"}}
			p.Maps = append(p.Maps, ControlsMap{Version: "2", Date: day("2026-05-18"), Approved: day("2026-05-19"), Exposures: p.Maps[0].Exposures})
		}, Done, "", "", "map_service_line_late"},
		{"a competency without an artifact", mapTask, auditDay, func(p *Program) { p.Maps[0].Exposures[0].Competencies[0].Artifacts = nil }, EvidenceMissing, "", "map_roles_artifacts", ""},
		{"an exposure without a competency", mapTask, auditDay, func(p *Program) {
			p.Maps[0].Exposures = append(p.Maps[0].Exposures, Exposure{Kind: RevenueCode, Name: "20610"})
		}, EvidenceMissing, "", "map_competency", ""},

		{"all done", modules, auditDay, nil, Done, "", "", ""},
		{"the month's module is to come", modules, "2026-06-01", nil, DueNow, "2026-06-30", "module", ""},
		{"last day of the month", modules, "2026-05-31", func(p *Program) { p.Modules = p.Modules[:4] }, DueNow, "2026-05-31", "module", ""},
		{"a month passed without", modules, "2026-06-01", func(p *Program) { p.Modules = p.Modules[:4] }, Overdue, "2026-05-31", "module", ""},
		{"missed, and done since", modules, auditDay, func(p *Program) { p.Modules = append(p.Modules[:3], p.Modules[4]) }, Done, "", "", "module"},
		{"a role was left out", modules, auditDay, func(p *Program) { p.Modules[4].Roles = []Role{Manager, Clinician} }, DueNow, "2026-05-31", "module", ""},
		{"nobody holds the role any more", modules, auditDay, func(p *Program) {
			p.Modules[4].Roles = []Role{Manager, Clinician}
			p.Staff[2].Roles[0].Through = day("2026-05-01")
		}, Done, "", "", ""},
		{"the first month was begun in its middle", modules, "2026-02-02", func(p *Program) {
			*p = Program{Clinic: p.Clinic, Owner: p.Owner, Start: day("2026-01-15"), Staff: p.Staff}
		}, DueNow, "2026-02-28", "module", ""},
		{"somebody was not there", modules, auditDay, func(p *Program) { p.Modules[4].Attendance = p.Modules[4].Attendance[:2] }, EvidenceMissing, "", "module_attendance", ""},
		{"no score", modules, auditDay, func(p *Program) { p.Modules[4].Attendance[1].Post = nil }, EvidenceMissing, "", "module_scores", ""},
		{"no script, two questions, an hour", modules, auditDay, func(p *Program) {
			p.Modules[4].Script.Artifact, p.Modules[4].Questions, p.Modules[4].Minutes = "", []string{"a", "b"}, 60
		}, EvidenceMissing, "", "module_minutes module_script module_questions", ""},
		{"no metric on the 60th day", modules, "2026-03-05", func(p *Program) { p.Modules[0].FollowUp = nil }, Done, "", "", ""},
		{"no metric on the 61st day", modules, "2026-03-06", func(p *Program) { p.Modules[0].FollowUp = nil }, EvidenceMissing, "", "module_metric", ""},
		{"metric on the 61st day", modules, auditDay, func(p *Program) { p.Modules[0].FollowUp.Date = day("2026-03-06") }, Done, "", "", "module_metric_late"},
		{"metric too early", modules, auditDay, func(p *Program) { p.Modules[0].FollowUp.Date = day("2026-02-04") }, EvidenceMissing, "", "module_metric", ""},

		{"all done", sprint, auditDay, nil, Done, "", "", ""},
		{"no incident", sprint, "2026-03-01", nil, Done, "", "", ""},
		{"the clock runs", sprint, "2026-03-03", nil, DueNow, "2026-03-05", "role_not_reached procedure_signature sign_off data_after learned", ""},
		{"72 hours without", sprint, "2026-03-05", func(p *Program) { p.Incidents[0].Deployments = nil }, Overdue, "2026-03-05", "role_not_reached data_after learned", ""},
		{"one role was not reached", sprint, auditDay, func(p *Program) { p.Incidents[0].Deployments = p.Incidents[0].Deployments[:1] }, Overdue, "2026-03-05", "role_not_reached data_after_early learned_early", ""},
		{"late", sprint, auditDay, func(p *Program) { p.Incidents[0].Deployments[1].At = moment("2026-03-05T09:15:01-05:00") }, Done, "", "", "deploy_late"},
		{"procedure not signed", sprint, auditDay, func(p *Program) { p.Incidents[0].Procedure.Signed = Date{} }, EvidenceMissing, "2026-03-05", "procedure_signature", ""},
		{"procedure signed late", sprint, auditDay, func(p *Program) { p.Incidents[0].Procedure.Signed = day("2026-03-06") }, Done, "", "", "procedure_late"},
		{"somebody has not signed off", sprint, auditDay, func(p *Program) { p.Incidents[0].SignOffs = p.Incidents[0].SignOffs[:1] }, Overdue, "2026-03-05", "sign_off", ""},
		{"signed off late", sprint, auditDay, func(p *Program) { p.Incidents[0].SignOffs[1].Date = day("2026-03-06") }, Done, "", "", "sign_off_late"},
		{"audit to come", sprint, "2026-03-17", nil, DueNow, "2026-03-18", "follow_up_audit data_after refund", ""},
		{"no audit", sprint, "2026-03-19", func(p *Program) { p.Checks[1].Incidents = nil }, Overdue, "2026-03-18", "follow_up_audit refund", ""},
		{"audit late", sprint, auditDay, func(p *Program) { p.Checks[1].Date = day("2026-03-19") }, Done, "", "", "audit_late"},
		{"audit before training and again after it", sprint, auditDay, func(p *Program) {
			early := check("E1", "lee", "2026-03-03", 9, 0)
			early.Incidents = []string{"I1"}
			p.Checks = append([]CompetencyCheck{early}, p.Checks...)
		}, Done, "", "", ""},
		{"audit before training", sprint, auditDay, func(p *Program) { p.Checks[1].Date = day("2026-03-03") }, EvidenceMissing, "2026-03-18", "audit_early", ""},
		{"deployed at night by another clock, audit late", sprint, auditDay, func(p *Program) {
			p.Incidents[0].Deployments[1].At = moment("2026-03-05T04:00:00Z") // 23:00 of March 4 where the incident is
			p.Checks[1].Date = day("2026-03-19")
		}, Done, "", "", "audit_late"},
		{"a module from before the incident", sprint, auditDay, func(p *Program) {
			p.Incidents[0].Deployments[0].Module = "M2"
		}, EvidenceMissing, "2026-03-05", "module_early", ""},
		{"audit without its draw", sprint, auditDay, func(p *Program) { p.Checks[1].Draw = nil }, EvidenceMissing, "2026-03-18", "check_draw", ""},
		{"outlier not coached", sprint, auditDay, func(p *Program) { p.Checks[1].Results[0].Necessity = false }, DueNow, "", "remediation_plan", ""},
		{"coaching not attested", sprint, auditDay, func(p *Program) {
			p.Checks[1].Results[0].Necessity = false
			p.Checks[1].Remediation = &Remediation{Plan: "coach", Date: day("2026-03-19")}
		}, DueNow, "", "remediation_completed", ""},
		{"no error data", sprint, auditDay, func(p *Program) { p.Incidents[0].Before = nil }, Overdue, "2026-03-18", "data_before", ""},
		{"errors after counted before the module", sprint, auditDay, func(p *Program) {
			p.Incidents[0].After.Date = day("2026-03-03")
		}, EvidenceMissing, "2026-03-18", "data_after_early", ""},
		{"and there is time to count again", sprint, "2026-03-10", func(p *Program) {
			p.Incidents[0].After.Date = day("2026-03-03")
		}, DueNow, "2026-03-18", "follow_up_audit data_after_early refund", ""},
		{"errors after, and told, while a role waits", sprint, "2026-03-03", func(p *Program) {
			p.Incidents[0].After.Date, p.Incidents[0].Learned.Date = day("2026-03-03"), day("2026-03-03")
		}, DueNow, "2026-03-05", "role_not_reached procedure_signature sign_off data_after_early learned_early", ""},
		{"errors before counted after the module", sprint, auditDay, func(p *Program) {
			p.Incidents[0].Before.Date = day("2026-03-05")
		}, EvidenceMissing, "2026-03-18", "data_before_late", ""},
		{"both counted on the day of the module", sprint, auditDay, func(p *Program) {
			p.Incidents[0].Before.Date, p.Incidents[0].After.Date = day("2026-03-04"), day("2026-03-04")
		}, Done, "", "", ""},
		{"errors after counted late", sprint, auditDay, func(p *Program) { p.Incidents[0].After.Date = day("2026-03-19") }, Done, "", "", "data_late"},
		{"told before the module", sprint, auditDay, func(p *Program) { p.Incidents[0].Learned.Date = day("2026-03-03") }, EvidenceMissing, "2026-03-18", "learned_early", ""},
		{"told on the day of the module", sprint, auditDay, func(p *Program) { p.Incidents[0].Learned.Date = day("2026-03-04") }, Done, "", "", ""},
		{"told before the procedure was changed", sprint, auditDay, func(p *Program) {
			n := &p.Incidents[0]
			n.Procedure.Date, n.Procedure.Signed, n.SignOffs[0].Date, n.Learned.Date = day("2026-03-05"), day("2026-03-05"), day("2026-03-05"), day("2026-03-04")
		}, EvidenceMissing, "2026-03-18", "learned_early", ""},
		{"told, and no procedure was changed", sprint, auditDay, func(p *Program) {
			p.Incidents[0].Procedure, p.Incidents[0].SignOffs = nil, nil
		}, Overdue, "2026-03-05", "procedure sign_off learned_early", ""},
		{"told late in the sprint of an older incident", sprint, "2027-03-10", func(p *Program) {
			p.Incidents[0].After.Date, p.Incidents[0].Learned.Date = day("2026-03-19"), day("2026-09-05")
			p.Incidents[0].Refunds[0].Refunded = day("2027-03-01")
		}, Done, "", "", "data_late learned_late refund_late"},
		{"a year after what was late", sprint, "2027-03-19", func(p *Program) {
			p.Incidents[0].After.Date, p.Incidents[0].Learned.Date = day("2026-03-19"), day("2026-09-05")
		}, Done, "", "", "learned_late"},
		{"told late", sprint, auditDay, func(p *Program) { p.Incidents[0].Learned.Date = day("2026-03-19") }, Done, "", "", "learned_late"},
		{"nobody was told", sprint, auditDay, func(p *Program) { p.Incidents[0].Learned = nil }, Overdue, "2026-03-18", "learned", ""},
		{"refund open", sprint, "2026-05-08", nil, DueNow, "2026-05-09", "refund", ""},
		{"refund overdue", sprint, "2026-05-10", func(p *Program) { p.Incidents[0].Refunds[0].Refunded = Date{} }, Overdue, "2026-05-09", "refund", ""},
		{"refund late", sprint, auditDay, func(p *Program) { p.Incidents[0].Refunds[0].Refunded = day("2026-05-10") }, Done, "", "", "refund_late"},
		{"refund without proof", sprint, auditDay, func(p *Program) { p.Incidents[0].Refunds[0].Proof = "" }, EvidenceMissing, "", "refund_proof", ""},

		{"all done", checks, auditDay, nil, Done, "", "", ""},
		{"the quarter's check is to come", checks, "2026-06-30", func(p *Program) { p.Checks = p.Checks[:2] }, DueNow, "2026-06-30", "check", ""},
		{"a quarter passed without", checks, "2026-07-01", func(p *Program) { p.Checks = p.Checks[:2] }, Overdue, "2026-06-30", "check", ""},
		{"missed, and done since", checks, auditDay, func(p *Program) { p.Checks = p.Checks[1:] }, Done, "", "", "check"},
		{"no draw", checks, auditDay, func(p *Program) { p.Checks[0].Draw = nil }, EvidenceMissing, "", "check_draw", ""},
		{"a chart was passed over", checks, auditDay, func(p *Program) { p.Checks[0].Results = p.Checks[0].Results[:4] }, EvidenceMissing, "", "check_chart", ""},
		{"three charts instead of five", checks, auditDay, func(p *Program) {
			p.Checks[0].Draw.Charts = 3
			s, _ := p.Checks[0].Draw.Draw()
			p.Checks[0].Results = nil
			for _, e := range s.Selected {
				p.Checks[0].Results = append(p.Checks[0].Results, ChartResult{Encounter: e, Documentation: true, Necessity: true})
			}
		}, EvidenceMissing, "", "check_charts", ""},
		{"no feedback, no remediation", checks, auditDay, func(p *Program) { p.Checks[0].Feedback, p.Checks[0].Remediation = "", nil }, EvidenceMissing, "", "check_feedback remediation_plan", ""},

		{"all done", bundle, auditDay, nil, Done, "", "", ""},
		{"nothing to bundle, nothing to look at", bundle, "2026-01-20", nil, Done, "", "", ""},
		{"month not bundled", bundle, auditDay, func(p *Program) { p.Bundles = append(p.Bundles[:3], p.Bundles[4]) }, DueNow, "2026-06-30", "bundle_month", ""},
		{"month not bundled when the quarter ended", bundle, auditDay, func(p *Program) { p.Bundles = p.Bundles[1:] }, Overdue, "2026-03-31", "bundle_month", ""},
		{"incident not bundled", bundle, "2026-03-31", func(p *Program) { p.Bundles = p.Bundles[:4] }, DueNow, "2026-03-31", "bundle_incident", ""},
		{"month bundled when the quarter had ended", bundle, auditDay, func(p *Program) { p.Bundles[0].Date = day("2026-04-01") }, Done, "", "", "bundle_month_late"},
		{"incident bundled when the quarter had ended", bundle, auditDay, func(p *Program) { p.Bundles[4].Date = day("2026-04-01") }, Done, "", "", "bundle_incident_late"},
		{"bundled in time and again later", bundle, auditDay, func(p *Program) {
			p.Bundles = append([]BundleRecord{{Date: day("2026-04-29"), Incidents: []string{"I1"}, Digest: digestA}}, p.Bundles...)
		}, Done, "", "", ""},
		{"month bundled before its last module", bundle, auditDay, func(p *Program) { p.Bundles[0].Date = day("2026-01-03") }, Overdue, "2026-03-31", "bundle_month", ""},
		{"incident bundled before its module", bundle, "2026-03-31", func(p *Program) { p.Bundles[4].Date = day("2026-03-03") }, DueNow, "2026-03-31", "bundle_incident", ""},
		{"bundled again with a digest", bundle, auditDay, func(p *Program) {
			p.Bundles = append([]BundleRecord{{Date: day("2026-03-29"), Incidents: []string{"I1"}}}, p.Bundles...)
		}, Done, "", "", ""},
		{"incident not bundled when the quarter ended", bundle, "2026-04-01", func(p *Program) { p.Bundles = p.Bundles[:4] }, Overdue, "2026-03-31", "bundle_incident spot_check", ""},
		{"digest not kept", bundle, auditDay, func(p *Program) { p.Bundles[0].Digest = "" }, EvidenceMissing, "", "bundle_digest", ""},
		{"spot check to come", bundle, auditDay, func(p *Program) { p.SpotChecks = p.SpotChecks[:1] }, DueNow, "2026-06-30", "spot_check", ""},
		{"spot check overdue", bundle, "2026-04-02", func(p *Program) { p.SpotChecks = nil }, Overdue, "2026-03-31", "spot_check", ""},
		{"found changed", bundle, auditDay, func(p *Program) { p.SpotChecks[1].Unchanged = false }, EvidenceMissing, "", "bundle_changed", ""},

		{"all done", reporting, auditDay, nil, Done, "", "", ""},
		{"no policy on the first day", reporting, "2026-01-01", func(p *Program) { p.Policies, p.Acknowledgments = nil, nil }, DueNow, "2026-01-01", "policy acknowledgment", ""},
		{"no policy", reporting, "2026-01-02", func(p *Program) { p.Policies, p.Acknowledgments = nil, nil }, Overdue, "2026-01-01", "policy acknowledgment", ""},
		{"policy after the first day", reporting, auditDay, func(p *Program) {
			p.Policies[0].Date, p.Policies[0].Signed = day("2026-01-02"), day("2026-01-02")
		}, Done, "", "", "policy_late"},
		{"policy not signed", reporting, auditDay, func(p *Program) { p.Policies[0].Signed = Date{} }, EvidenceMissing, "", "policy_form", ""},
		{"no way to report", reporting, auditDay, func(p *Program) { p.Policies[0].Pathways = nil }, EvidenceMissing, "", "policy_form", ""},
		{"the second half-year", reporting, "2026-07-01", nil, DueNow, "2026-12-31", "acknowledgment", ""},
		{"a half-year passed without", reporting, "2027-01-01", nil, Overdue, "2026-12-31", "acknowledgment", ""},
		{"somebody new", reporting, auditDay, func(p *Program) {
			p.Staff = append(p.Staff, Person{ID: "sue", Roles: []Assignment{{Role: FrontDesk, From: day("2026-05-18")}}})
		}, DueNow, "2026-06-30", "acknowledgment", ""},
		{"case waits", reporting, auditDay, func(p *Program) {
			p.Cases = append(p.Cases, Case{ID: "C2", Received: day("2026-05-19"), What: "?"})
		}, DueNow, "", "case_triage", ""},
		{"closed without triage and memo", reporting, auditDay, func(p *Program) {
			p.Cases[0].Triaged, p.Cases[0].Triage, p.Cases[0].Memo = Date{}, "", ""
		}, EvidenceMissing, "", "case_triage case_memo", ""},
	} {
		p := clinic()
		if c.change != nil {
			c.change(&p)
		}
		a, err := p.SelfAudit(day(c.on))
		if err != nil {
			t.Errorf("%s, %s: %v", Tasks()[c.task].ID, c.name, err)
			continue
		}
		s := a.Tasks[c.task]
		if s.State != c.status || s.Due.String() != c.due || codes(s.Missing) != c.missing || codes(s.Lapses) != c.lapses {
			t.Errorf("%s, %s: %s, due %q, missing %q, lapses %q; want %s, %q, %q, %q", s.ID, c.name, s.State, s.Due, codes(s.Missing), codes(s.Lapses),
				c.status, c.due, c.missing, c.lapses)
		}
	}
}

func TestPitfalls(t *testing.T) {
	for _, c := range []struct {
		name   string
		which  int
		change func(*Program)
		codes  string
	}{
		{"none", 0, nil, ""}, {"none", 1, nil, ""}, {"none", 2, nil, ""}, {"none", 3, nil, ""}, {"none", 4, nil, ""},
		{"one module in the year", 0, func(p *Program) {
			p.Modules, p.Incidents, p.Checks, p.Bundles, p.Cases = p.Modules[:1], nil, nil, nil, nil
			p.SpotChecks = nil
		}, "role_untrained"},
		{"a code nobody is trained for", 1, func(p *Program) {
			for i := range p.Modules {
				p.Modules[i].Competencies = []string{"hardship"}
			}
		}, "code_untrained"},
		{"a module that trains nothing of the map", 1, func(p *Program) { p.Modules[1].Competencies = nil }, "module_unlinked"},
		{"no map", 1, func(p *Program) {
			p.Maps = nil
			for i := range p.Modules {
				p.Modules[i].Competencies = nil
			}
		}, "map module_unlinked"},
		{"no sign-in, no score, no metric", 2, func(p *Program) {
			p.Modules[0].FollowUp, p.Modules[1].Attendance = nil, p.Modules[1].Attendance[1:]
			p.Modules[3].Attendance[0].Pre = nil
		}, "module_metric module_attendance module_scores"},
		{"remuneration not on the map", 3, func(p *Program) {
			p.Maps[0].Exposures[1].Kind = RevenueCode
		}, "remuneration_unmapped"},
		{"remuneration not trained", 3, func(p *Program) {
			for i := range p.Modules {
				p.Modules[i].Competencies = []string{"em"}
			}
		}, "remuneration_untrained"},
		{"late", 4, func(p *Program) { p.Incidents[0].Deployments[0].At = moment("2026-03-05T09:15:00.000000001-05:00") }, "sprint_late"},
		{"never", 4, func(p *Program) { p.Incidents[0].Deployments = nil }, "sprint_expired"},
	} {
		p := clinic()
		if c.change != nil {
			c.change(&p)
		}
		f := mustAudit(t, p, auditDay).Pitfalls[c.which]
		if codes(f.Details) != c.codes || f.Found != (c.codes != "") {
			t.Errorf("%s, %s: found %v %q, want %q", f.ID, c.name, f.Found, codes(f.Details), c.codes)
		}
	}
}

// TestSelfAuditLooksAtItsDay: what is recorded for later days changes nothing of the self-audit of a day, and neither the
// self-audit nor anything else changes the programme.
func TestSelfAuditLooksAtItsDay(t *testing.T) {
	whole := caseStudy(t)
	rapid.Check(t, func(t *rapid.T) {
		on := whole.Start.AddDays(rapid.IntRange(0, 500).Draw(t, "days"))
		all, err := whole.SelfAudit(on)
		if err != nil {
			t.Fatal(err)
		}
		now := whole.asOf(on)
		now.Start, now.Staff = whole.Start, whole.Staff
		before, err := now.SelfAudit(on)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(all, before, sameDates); diff != "" {
			t.Fatalf("on %s: %s", on, diff)
		}
	})
	if diff := cmp.Diff(caseStudy(t), whole, sameDates); diff != "" {
		t.Errorf("the programme was changed: %s", diff)
	}
}

func TestSelfAuditRefuses(t *testing.T) {
	for _, on := range []Date{{}, day("2025-12-31"), day("9001-01-01")} {
		_, err := clinic().SelfAudit(on)
		wantError(t, on.String(), err, ErrDate, "start")
	}
	p := clinic()
	p.Owner = "nobody"
	_, err := p.SelfAudit(day(auditDay))
	wantError(t, "owner", err, ErrReference, "owner")
	if len(Tasks()) != 6 || len(Pitfalls()) != 5 {
		t.Error("six tasks and five pitfalls")
	}
}
