package training

import (
	"fmt"
	"slices"
	"strings"
)

// Planned is something that a programme has to do.
type Planned struct {
	// Due is its last day.
	Due  Date   `json:"due"`
	Task TaskID `json:"task"`
	// Of names whom or what it is for: a role, a provider, an incident, a module.
	Of   string `json:"of,omitempty"`
	Text string `json:"text"`
	// Done says that the programme has a record of it.
	Done bool `json:"done"`
}

// PlanRequest asks for the plan of a time.
type PlanRequest struct {
	From    Date `json:"from"`
	Through Date `json:"through"`
}

// maxPlanDays bounds a plan: five years.
const maxPlanDays = 5 * 366

// Plan lists everything whose last day is from one day through another, by day: the renewal of the map, each role's
// modules and their 60-day metrics, the checks of each provider, acknowledgments, spot checks, and what the sprints of
// recorded incidents have open on the first day. The staff are taken as they are known. Errors: those of [Program.Check],
// [ErrDate] for days in the wrong order, before the start, beyond the year 9000, or more than five years.
func (p Program) Plan(q PlanRequest) ([]Planned, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	if q.From.Compare(p.Start) < 0 || q.Through.Compare(q.From) < 0 || q.Through.Year() > 9000 ||
		q.From.DaysUntil(q.Through) > maxPlanDays {
		return nil, fmt.Errorf("training: %w: a plan from %q through %q is not in order, begins before the start %s, goes beyond "+
			"the year 9000, or is of more than five years", ErrDate, q.From, q.Through, p.Start)
	}
	list := []Planned{}
	add := func(done bool, due Date, task TaskID, of, format string, args ...any) {
		if !due.IsZero() && due.Compare(q.From) >= 0 && due.Compare(q.Through) <= 0 {
			list = append(list, Planned{Due: due, Task: task, Of: of, Text: fmt.Sprintf(format, args...), Done: done})
		}
	}
	if m := p.latest(); !m.Approved.IsZero() {
		for due := yearLater(m.Approved); !due.IsZero() && due.Compare(q.Through) <= 0; due = yearLater(due) {
			add(false, due, TaskMap, "", "Approve the Training Controls Map again.")
		}
	} else {
		add(false, p.Start, TaskMap, "", "Approve the Training Controls Map.")
	}
	for _, c := range p.Changes {
		add(p.latest().Approved.Compare(c.Date) >= 0, c.Date, TaskMap, "",
			"Approve the Training Controls Map for the changed service lines: %s.", c.Text)
	}
	each(q, 1, func(month period) {
		for _, role := range Roles() {
			if slices.ContainsFunc(p.Staff, func(s Person) bool { return s.holds(month.last(), role) }) {
				done := slices.ContainsFunc(p.Modules, func(m Module) bool { return month.has(m.Date) && contains(m.Roles, role) })
				add(done, month.last(), TaskModules, string(role), "Deliver the module of %s for %s.", month, role)
			}
		}
	})
	for _, m := range p.Modules {
		due := m.Date.AddDays(MetricDays)
		done := m.FollowUp != nil && m.FollowUp.Date.Compare(due) >= 0
		add(done, due, TaskModules, m.ID, "Take the 60-day metric of module %s.", m.ID)
	}
	each(q, 3, func(quarter period) {
		for _, s := range p.Staff {
			if s.Provider && s.holds(quarter.last()) {
				done := slices.ContainsFunc(p.Checks, func(k CompetencyCheck) bool {
					return k.Provider == s.ID && len(k.Incidents) == 0 && quarter.has(k.Date)
				})
				add(done, quarter.last(), TaskChecks, s.ID, "Check five charts of %s for %s.", s.ID, quarter)
			}
		}
		done := slices.ContainsFunc(p.SpotChecks, func(k SpotCheck) bool { return quarter.has(k.Date) })
		add(done, quarter.last(), TaskBundle, "", "Look at a bundle for %s: is it unchanged?", quarter)
	})
	each(q, 6, func(half period) {
		for _, s := range p.Staff {
			if s.holds(half.last()) {
				done := slices.ContainsFunc(p.Acknowledgments, func(a Acknowledgment) bool { return a.Person == s.ID && half.has(a.Date) })
				add(done, half.last(), TaskReporting, s.ID, "Train %s on non-retaliation for %s, with an acknowledgment.", s.ID, half)
			}
		}
	})
	now := p.asOf(q.From)
	for _, n := range now.Incidents {
		for _, step := range now.sprint(n, q.From).Steps {
			if step.State != Done {
				add(false, step.Due, TaskSprint, n.ID, "%s", step.Text)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Planned) int {
		if c := a.Due.Compare(b.Due); c != 0 {
			return c
		}
		return strings.Compare(string(a.Task), string(b.Task))
	})
	return list, nil
}

// each goes over the periods that end within a plan.
func each(q PlanRequest, months int, f func(period)) {
	for k := periodOf(q.From, months); !k.first.IsZero() && k.first.Compare(q.Through) <= 0; k = k.move(1) {
		f(k)
	}
}
