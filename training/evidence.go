package training

import (
	"slices"

	"github.com/iromath/iromath/internal/finding"
)

// MetricDays is when the follow-up metric of a module is taken.
const MetricDays = 60

// What a micro-module takes: minutes, and applied questions at its end.
const (
	MinModuleMinutes   = 10
	MaxModuleMinutes   = 12
	QuestionsPerModule = 3
)

// moduleGaps is what a delivered module lacks on a day: of its form, and of the evidence that it was taken and worked.
func (p Program) moduleGaps(m Module, on Date) []Gap {
	var gaps []Gap
	miss := func(code, format string, args ...any) { gaps = append(gaps, gap(code, m.ID, format, args...)) }
	if m.Minutes < MinModuleMinutes || m.Minutes > MaxModuleMinutes {
		miss("module_minutes", "Module %s takes %d minutes, not %d to %d.", m.ID, m.Minutes, MinModuleMinutes, MaxModuleMinutes)
	}
	if m.Script.Vignette == "" || m.Script.Decision == "" || m.Script.Artifact == "" {
		miss("module_script", "The script of module %s lacks a vignette, a decision or an artifact.", m.ID)
	}
	if len(m.Questions) != QuestionsPerModule {
		miss("module_questions", "Module %s has %d applied questions, not %d.", m.ID, len(m.Questions), QuestionsPerModule)
	}
	signed := make(map[string]Attendance, len(m.Attendance))
	for _, a := range m.Attendance {
		if a.Date.Compare(on) <= 0 {
			signed[a.Person] = a
		}
	}
	for _, person := range p.Staff {
		if !person.holds(m.Date, m.Roles...) {
			continue
		}
		a, ok := signed[person.ID]
		switch {
		case !ok:
			miss("module_attendance", "%s has not signed in to module %s.", person.ID, m.ID)
		case a.Pre == nil || a.Post == nil:
			miss("module_scores", "Module %s has no score before or after for %s.", m.ID, person.ID)
		}
	}
	due := m.Date.AddDays(MetricDays)
	switch {
	case due.IsZero() || on.Compare(due) <= 0:
	case m.FollowUp == nil:
		miss("module_metric", "The 60-day metric of module %s was due on %s.", m.ID, due)
	case m.FollowUp.Date.Compare(due) < 0:
		miss("module_metric", "The metric of module %s was taken after %s, not 60.", m.ID,
			finding.Count(int64(m.Date.DaysUntil(m.FollowUp.Date)), "day", "days"))
	}
	return gaps
}

// gaps is what the record of a check lacks.
func (k CompetencyCheck) gaps() []Gap {
	var gaps []Gap
	miss := func(code, format string, args ...any) { gaps = append(gaps, gap(code, k.ID, format, args...)) }
	if k.Draw == nil {
		miss("check_draw", "Check %s keeps no seed and no list of encounters: the draw cannot be repeated.", k.ID)
	} else if s, err := k.Draw.Draw(); err == nil {
		for _, e := range s.Selected {
			if !slices.ContainsFunc(k.Results, func(r ChartResult) bool { return r.Encounter == e }) {
				miss("check_chart", "Check %s has no result for %s, which was drawn.", k.ID, e)
			}
		}
		if s.Charts < ChartsPerProvider {
			miss("check_charts", "Check %s is of %s, not %d.", k.ID, finding.Count(s.Charts, "chart", "charts"), ChartsPerProvider)
		}
	}
	if k.Feedback == "" && len(k.Results) > 0 {
		miss("check_feedback", "Check %s has no feedback to %s.", k.ID, k.Provider)
	}
	return gaps
}

// remediationGaps is what is open after failed charts.
func (k CompetencyCheck) remediationGaps() []Gap {
	switch {
	case k.failed() == 0:
		return nil
	case k.Remediation == nil:
		return []Gap{gap("remediation_plan", k.ID, "%d of %d charts of %s failed check %s, and there is no remediation plan.",
			k.failed(), len(k.Results), k.Provider, k.ID)}
	case k.Remediation.Completed.IsZero():
		return []Gap{gap("remediation_completed", k.ID, "The remediation of %s after check %s is not attested as completed.",
			k.Provider, k.ID)}
	}
	return nil
}
