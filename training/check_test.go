package training

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/sampling"
)

func splitWords(s string) []string { return strings.Fields(s) }

func TestCheckTakesGoodProgrammes(t *testing.T) {
	for name, p := range map[string]Program{"clinic": clinic(), "case study": caseStudy(t)} {
		if err := p.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCheckFindsEveryMistake: each mistake by itself has its error and its field.
func TestCheckFindsEveryMistake(t *testing.T) {
	long := strings.Repeat("x", 30_000)
	for _, c := range []struct {
		name   string
		change func(*Program)
		want   error
		field  string
	}{
		{"no clinic", func(p *Program) { p.Clinic = " " }, ErrMissing, "clinic"},
		{"clinic no UTF-8", func(p *Program) { p.Clinic = "\xff" }, ErrText, "clinic"},
		{"clinic too long", func(p *Program) { p.Clinic = long }, ErrText, "clinic"},
		{"no owner", func(p *Program) { p.Owner = "" }, ErrMissing, "owner"},
		{"unknown owner", func(p *Program) { p.Owner = "sue" }, ErrReference, "owner"},
		{"no start", func(p *Program) { p.Start = Date{} }, ErrDate, "start"},
		{"person twice", func(p *Program) { p.Staff[1].ID = "kim" }, ErrRepeated, "staff[1].id"},
		{"id too long", func(p *Program) { p.Staff[1].ID = long }, ErrText, "staff[1].id"},
		{"id with blanks", func(p *Program) { p.Staff[1].ID = " lee" }, ErrText, "staff[1].id"},
		{"no id", func(p *Program) { p.Staff[1].ID = "" }, ErrMissing, "staff[1].id"},
		{"no roles", func(p *Program) { p.Staff[1].Roles = nil }, ErrMissing, "staff[1].roles"},
		{"unknown role", func(p *Program) { p.Staff[1].Roles[0].Role = "doctor" }, ErrWord, "staff[1].roles[0].role"},
		{"role ends before it begins", func(p *Program) { p.Staff[1].Roles[0].Through = day("2019-12-31") }, ErrDate, "staff[1].roles[0].through"},
		{"map without exposures", func(p *Program) { p.Maps[0].Exposures = nil }, ErrMissing, "maps[0].exposures"},
		{"map approved before it was made", func(p *Program) { p.Maps[0].Approved = day("2025-12-31") }, ErrDate, "maps[0].approved"},
		{"map version twice", func(p *Program) { p.Maps = append(p.Maps, p.Maps[0]) }, ErrRepeated, "maps[1].version"},
		{"maps out of order", func(p *Program) {
			p.Maps = append(p.Maps, ControlsMap{Version: "2", Date: day("2025-01-02"), Exposures: p.Maps[0].Exposures})
		}, ErrDate, "maps[1].date"},
		{"kind of exposure", func(p *Program) { p.Maps[0].Exposures[0].Kind = "code" }, ErrWord, "maps[0].exposures[0].kind"},
		{"exposure twice", func(p *Program) { p.Maps[0].Exposures[1].Name = "99214" }, ErrRepeated, "maps[0].exposures[1].name"},
		{"competency twice", func(p *Program) { p.Maps[0].Exposures[1].Competencies[0].ID = "em" }, ErrRepeated, "maps[0].exposures[1].competencies[0].id"},
		{"role of a competency", func(p *Program) { p.Maps[0].Exposures[1].Competencies[0].Roles = []Role{"x"} }, ErrWord, "competencies[0].roles[0]"},
		{"role of a competency twice", func(p *Program) {
			p.Maps[0].Exposures[1].Competencies[0].Roles = []Role{Manager, Manager}
		}, ErrRepeated, "competencies[0].roles[1]"},
		{"change without a date", func(p *Program) { p.Changes = []ServiceChange{{Text: "x"}} }, ErrDate, "changes[0].date"},
		{"change without a word", func(p *Program) { p.Changes = []ServiceChange{{Date: p.Start}} }, ErrMissing, "changes[0].text"},
		{"module twice", func(p *Program) { p.Modules[1].ID = "M1" }, ErrRepeated, "modules[1].id"},
		{"module without roles", func(p *Program) { p.Modules[1].Roles = nil }, ErrMissing, "modules[1].roles"},
		{"more roles than there are", func(p *Program) { p.Modules[1].Roles = []Role{Manager, Manager, Manager, Manager, Manager} }, ErrRepeated, "modules[1].roles"},
		{"path in a topic", func(p *Program) { p.Modules[1].Topic = "../x" }, ErrName, "modules[1].topic"},
		{"minutes", func(p *Program) { p.Modules[1].Minutes = -1 }, ErrCount, "modules[1].minutes"},
		{"unknown competency", func(p *Program) { p.Modules[1].Competencies = []string{"x"} }, ErrReference, "modules[1].competencies[0]"},
		{"empty question", func(p *Program) { p.Modules[1].Questions[0] = "" }, ErrMissing, "modules[1].questions[0]"},
		{"unknown person", func(p *Program) { p.Modules[1].Attendance[0].Person = "sue" }, ErrReference, "modules[1].attendance[0].person"},
		{"signed in twice", func(p *Program) { p.Modules[1].Attendance[0].Person = "lee" }, ErrRepeated, "modules[1].attendance[1].person"},
		{"signed in before the module", func(p *Program) { p.Modules[1].Attendance[0].Date = day("2026-02-03") }, ErrDate, "modules[1].attendance[0].date"},
		{"score above 100", func(p *Program) { p.Modules[1].Attendance[0].Post = score("100.01") }, ErrScore, "modules[1].attendance[0].post"},
		{"score below 0", func(p *Program) { p.Modules[1].Attendance[0].Pre = score("-1") }, ErrScore, "modules[1].attendance[0].pre"},
		{"score without end", func(p *Program) { p.Modules[1].Attendance[0].Pre = ptr(decimal.New(1, 2_000_000_000)) }, ErrScore, "modules[1].attendance[0].pre"},
		{"metric before the module", func(p *Program) { p.Modules[1].FollowUp.Date = day("2026-02-03") }, ErrDate, "modules[1].followUp.date"},
		{"more errors than items", func(p *Program) { p.Modules[1].FollowUp.After = ErrorCount{21, 20} }, ErrCount, "modules[1].followUp.after"},
		{"negative errors", func(p *Program) { p.Modules[1].FollowUp.Before = ErrorCount{-1, 20} }, ErrCount, "modules[1].followUp.before"},
		{"unknown incident", func(p *Program) { p.Modules[2].Incident = "I7" }, ErrReference, "modules[2].incident"},
		{"no time", func(p *Program) { p.Incidents[0].Identified = time.Time{} }, ErrDate, "incidents[0].identified"},
		{"year of the time", func(p *Program) { p.Incidents[0].Identified = moment("0900-01-01T00:00:00Z") }, ErrDate, "incidents[0].identified"},
		{"no trigger", func(p *Program) { p.Incidents[0].Triggers = nil }, ErrMissing, "incidents[0].triggers"},
		{"unknown trigger", func(p *Program) { p.Incidents[0].Triggers[0] = "rumour" }, ErrWord, "incidents[0].triggers[0]"},
		{"unknown authority", func(p *Program) { p.Incidents[0].Authorities[0] = "irs" }, ErrWord, "incidents[0].authorities[0]"},
		{"nothing happened", func(p *Program) { p.Incidents[0].What = "" }, ErrMissing, "incidents[0].what"},
		{"no role", func(p *Program) { p.Incidents[0].Roles = nil }, ErrMissing, "incidents[0].roles"},
		{"deployed before", func(p *Program) { p.Incidents[0].Deployments[0].At = moment("2026-03-02T14:14:59Z") }, ErrDate, "incidents[0].deployments[0].at"},
		{"unknown module", func(p *Program) { p.Incidents[0].Deployments[0].Module = "M9" }, ErrReference, "incidents[0].deployments[0].module"},
		{"sprint module before the incident", func(p *Program) { p.Modules[1].Incident = "I1" }, ErrDate, "modules[1].date"},
		{"deployed before the module", func(p *Program) { p.Incidents[0].Deployments[1].Module = "M4" }, ErrDate, "incidents[0].deployments[1].at"},
		{"module of another role", func(p *Program) { p.Modules[2].Roles = []Role{Manager, Clinician} }, ErrReference, "incidents[0].deployments[0].role"},
		{"procedure before", func(p *Program) { p.Incidents[0].Procedure.Date = day("2026-03-01") }, ErrDate, "incidents[0].procedure.date"},
		{"signed before the procedure", func(p *Program) { p.Incidents[0].Procedure.Signed = day("2026-03-02") }, ErrDate, "incidents[0].procedure.signed"},
		{"signed off on nothing", func(p *Program) { p.Incidents[0].Procedure = nil }, ErrReference, "incidents[0].signOffs"},
		{"signed off before", func(p *Program) { p.Incidents[0].SignOffs[0].Date = day("2026-03-02") }, ErrDate, "incidents[0].signOffs[0].date"},
		{"measured before", func(p *Program) { p.Incidents[0].After.Date = day("2026-03-01") }, ErrDate, "incidents[0].after.date"},
		{"after measured before before", func(p *Program) {
			p.Incidents[0].Before.Date, p.Incidents[0].After.Date = day("2026-03-19"), day("2026-03-04")
		}, ErrDate, "incidents[0].after.date"},
		{"before, more errors than items", func(p *Program) { p.Incidents[0].Before.Errors = 26 }, ErrCount, "incidents[0].before"},
		{"learned before", func(p *Program) { p.Incidents[0].Learned.Date = day("2026-03-01") }, ErrDate, "incidents[0].learned.date"},
		{"refund twice", func(p *Program) {
			p.Incidents[0].Refunds = append(p.Incidents[0].Refunds, p.Incidents[0].Refunds[0])
		}, ErrRepeated, "incidents[0].refunds[1].claim"},
		{"negative refund", func(p *Program) { p.Incidents[0].Refunds[0].Amount = decimaltest.Dec("-1") }, ErrAmount, "incidents[0].refunds[0].amount"},
		{"a tenth of a cent", func(p *Program) { p.Incidents[0].Refunds[0].Amount = decimaltest.Dec("1.001") }, ErrAmount, "incidents[0].refunds[0].amount"},
		{"refunded before", func(p *Program) { p.Incidents[0].Refunds[0].Refunded = day("2026-03-09") }, ErrDate, "incidents[0].refunds[0].refunded"},
		{"disclosed before", func(p *Program) { p.Incidents[0].Disclosed = day("2026-03-01") }, ErrDate, "incidents[0].disclosed"},
		{"check without results", func(p *Program) { p.Checks[0].Results = nil }, ErrMissing, "checks[0].results"},
		{"check of nobody", func(p *Program) { p.Checks[0].Provider = "sue" }, ErrReference, "checks[0].provider"},
		{"chart twice", func(p *Program) { p.Checks[0].Results[1] = p.Checks[0].Results[0] }, ErrRepeated, "checks[0].results[1].encounter"},
		{"chart that was not drawn", func(p *Program) { p.Checks[0].Results[1].Encounter = "Q1-99" }, ErrSelection, "checks[0].results[1].encounter"},
		{"another seed", func(p *Program) { p.Checks[0].Draw.Seed = "48863.79" }, ErrSelection, "checks[0].results"},
		{"no seed", func(p *Program) { p.Checks[0].Draw.Seed = "" }, sampling.ErrSeed, "checks[0].draw"},
		{"charts of another provider", func(p *Program) { p.Checks[0].Draw.Provider = "kim" }, ErrSelection, "checks[0].draw.provider"},
		{"encounter twice", func(p *Program) { p.Checks[0].Draw.Encounters[1] = "Q1-1" }, ErrRepeated, "checks[0].draw.encounters[1]"},
		{"follow-up before the incident", func(p *Program) { p.Checks[1].Date = day("2026-03-01") }, ErrDate, "checks[1].date"},
		{"follow-up of nothing", func(p *Program) { p.Checks[1].Incidents = []string{"I7"} }, ErrReference, "checks[1].incidents[0]"},
		{"follow-up twice", func(p *Program) { p.Checks[1].Incidents = []string{"I1", "I1"} }, ErrRepeated, "checks[1].incidents[1]"},
		{"remediation before the check", func(p *Program) { p.Checks[0].Remediation.Date = day("2026-02-09") }, ErrDate, "checks[0].remediation.date"},
		{"no plan", func(p *Program) { p.Checks[0].Remediation.Plan = "" }, ErrMissing, "checks[0].remediation.plan"},
		{"policy twice", func(p *Program) { p.Policies = append(p.Policies, p.Policies[0]) }, ErrRepeated, "policies[1].version"},
		{"acknowledged before the policy", func(p *Program) { p.Acknowledgments[0].Date = day("2025-12-31") }, ErrDate, "acknowledgments[0].date"},
		{"acknowledged what is not there", func(p *Program) { p.Acknowledgments[0].Policy = "9" }, ErrReference, "acknowledgments[0].policy"},
		{"triaged before", func(p *Program) { p.Cases[0].Triaged = day("2026-03-01") }, ErrDate, "cases[0].triaged"},
		{"triaged without a word", func(p *Program) { p.Cases[0].Triage = "" }, ErrMissing, "cases[0].triage"},
		{"closed before triage", func(p *Program) { p.Cases[0].Triaged = day("2026-04-02") }, ErrDate, "cases[0].closed"},
		{"case of no incident", func(p *Program) { p.Cases[0].Incident = "I7" }, ErrReference, "cases[0].incident"},
		{"bundle of nothing", func(p *Program) { p.Bundles[0].Month = "" }, ErrMissing, "bundles[0]"},
		{"bundle of both", func(p *Program) { p.Bundles[0].Incidents = []string{"I1"} }, ErrMissing, "bundles[0]"},
		{"bundle of a month to come", func(p *Program) { p.Bundles[0].Month = "2026-03" }, ErrDate, "bundles[0].date"},
		{"no month", func(p *Program) { p.Bundles[0].Month = "2026-13" }, ErrDate, "bundles[0].month"},
		{"digest", func(p *Program) { p.Bundles[0].Digest = "sha256:AA" }, ErrDigest, "bundles[0].digest"},
		{"bundle before the incident", func(p *Program) { p.Bundles[4].Date = day("2026-03-01") }, ErrDate, "bundles[4].date"},
		{"spot check before the bundle", func(p *Program) {
			for i := range p.Bundles {
				p.Bundles[i].Date = day("2026-05-01")
			}
		}, ErrDate, "spotChecks[0].date"},
		{"spot check of no bundle", func(p *Program) { p.SpotChecks[0].Digest = strings.ReplaceAll(digestA, "a", "b") }, ErrReference, "spotChecks[0].digest"},
		{"charts of all draws", func(p *Program) {
			for i := range maxDrawn/maxList + 1 {
				p.Checks = append(p.Checks, CompetencyCheck{ID: fmt.Sprint(i), Draw: &ChartDraw{Charts: maxList}})
			}
		}, ErrCount, "checks"},
		{"gaps to come", func(p *Program) {
			p.Staff, p.Modules = make([]Person, maxGaps/1000), make([]Module, 1001)
		}, ErrCount, "staff"},
		{"look-ups", func(p *Program) {
			p.Incidents = make([]Incident, maxList)
			p.Acknowledgments = make([]Acknowledgment, maxList)
		}, ErrCount, "staff, incidents"},
		{"too many", func(p *Program) { p.Acknowledgments = make([]Acknowledgment, maxList+1) }, ErrCount, "acknowledgments"},
	} {
		p := clinic()
		c.change(&p)
		err := p.Check()
		wantError(t, c.name, err, c.want, c.field)
		if !errors.Is(err, ErrProgram) {
			t.Errorf("%s: no ErrProgram", c.name)
		}
		if err != nil && len(err.Error()) > 2000 {
			t.Errorf("%s: an error of %d bytes", c.name, len(err.Error()))
		}
	}
}

// TestCheckFindsAllAtOnce lists mistakes of several parts in one error.
func TestCheckFindsAllAtOnce(t *testing.T) {
	p := clinic()
	p.Owner, p.Start = "sue", Date{}
	p.Modules[0].Attendance[2].Post = score("101")
	p.Incidents[0].Triggers[1] = "?"
	p.Cases[0].Closed = day("2026-01-01")
	var list ProgramErrors
	if err := p.Check(); !errors.As(err, &list) || len(list) != 6 { // the case was closed before it was received, and before triage
		t.Errorf("%v", err)
	}
	if got := (ProgramError{}).Error(); got != ": <nil>" {
		t.Error(got)
	}
	if len(list.Unwrap()) != 7 || !errors.Is(list[0], ErrMissing) {
		t.Errorf("%v", list)
	}
}

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{"E/M levels": "e-m-levels", "  Copays!! ": "copays", "": "", "Ärzte": "rzte", "../../etc/passwd": "etc-passwd",
		strings.Repeat("long ", 40): strings.TrimSuffix(strings.Repeat("long-", 12), "-")} {
		if got := Slug(title); got != want || got != "" && !isSlug(got, maxTopic) {
			t.Errorf("%q gives %q", title, got)
		}
	}
}
