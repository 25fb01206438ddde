package training

import (
	"fmt"
	"slices"
)

// TaskFinding is where a task stands on a day.
type TaskFinding struct {
	Task
	State TaskState `json:"state"`
	// Due is the last day of what is due or overdue; none where the task is done.
	Due Date `json:"due,omitzero"`
	// Missing is what has to be done or found to make it done.
	Missing []Gap `json:"missing,omitempty"`
	// Lapses are what was missed or late within the last year and cannot be made good any more.
	Lapses []Gap `json:"lapses,omitempty"`
}

// PitfallFinding says whether a programme is in a pitfall.
type PitfallFinding struct {
	Pitfall
	Found bool `json:"found"`
	// Details say where.
	Details []Gap `json:"details,omitempty"`
}

// SelfAudit is the self-audit of a programme on a day.
type SelfAudit struct {
	Clinic   string           `json:"clinic"`
	On       Date             `json:"on"`
	Tasks    []TaskFinding    `json:"tasks"`
	Pitfalls []PitfallFinding `json:"pitfalls"`
}

// SelfAudit says where each of the six tasks stands at the end of a day and whether the programme is in one of the five
// pitfalls. What was recorded for later days is left aside, so that the self-audit of an earlier day gives what it would
// have given then.
//
// A task that comes back every month, quarter or half-year of the calendar is done if it is done for the current one, due
// until that ends, and overdue if the one before passed without it and it has not been done since. A period that was
// missed stays a lapse, and what was done after its last day leaves one for 365 days. In the period in which the programme
// started the task is due, but nothing is missed if that ended without it. Evidence is asked for within the last 365 days.
// Errors: those of [Program.Check], and [ErrDate] for no day, one before the programme started or beyond the year 9000.
func (p Program) SelfAudit(on Date) (SelfAudit, error) {
	if err := p.Check(); err != nil {
		return SelfAudit{}, err
	}
	if on.Compare(p.Start) < 0 || on.Year() > 9000 {
		return SelfAudit{}, fmt.Errorf("training: %w %q is not from the start of the programme, %s, to the year 9000", ErrDate,
			on, p.Start)
	}
	q := p.asOf(on)
	r := SelfAudit{Clinic: p.Clinic, On: on, Tasks: []TaskFinding{
		q.mapTask(on), q.modulesTask(on), q.sprintTask(on), q.checksTask(on), q.bundleTask(on), q.reportingTask(on),
	}}
	for i, task := range Tasks() {
		r.Tasks[i].Task = task
	}
	r.Pitfalls = q.pitfalls(on, r)
	return r, nil
}

// settle takes a state into account: the worst one counts, with its earliest last day.
func (s *TaskFinding) settle(state TaskState, due Date) {
	switch {
	case s.State != state && worse(s.State, state) == state:
		s.State, s.Due = state, due
	case s.State == state && !due.IsZero() && (s.Due.IsZero() || due.Compare(s.Due) < 0):
		s.Due = due
	}
}

// late makes a lapse of what was done within the last year and after its last day. Nothing was due before the programme
// started.
func (p Program) late(s *TaskFinding, on, day, due Date, code, of, what string) {
	if due.Compare(p.Start) >= 0 && recent(day, on) {
		s.Lapses = append(s.Lapses, lateness(day, due, code, of, what)...)
	}
}

// recent reports whether a day is within the 365 days up to another one.
func recent(day, on Date) bool { return day.Compare(on.AddDays(-365)) > 0 }

// mapTask: the newest approved map is good for a year, and until a service line changes.
func (p Program) mapTask(on Date) TaskFinding {
	s := TaskFinding{State: Done}
	var current *ControlsMap
	for i := range p.Maps {
		if !p.Maps[i].Approved.IsZero() {
			current = &p.Maps[i]
		}
	}
	if current == nil {
		s.settle(pending(p.Start, on), p.Start)
		if len(p.Maps) > 0 {
			m := p.Maps[len(p.Maps)-1]
			s.Missing = append(s.Missing, gap("map_approval", m.Version, "The owner has not approved version %s of the map.", m.Version))
		} else {
			s.Missing = append(s.Missing, gap("map", "", "There is no Training Controls Map."))
		}
		return s
	}
	p.lateApprovals(&s, on)
	if due := yearLater(current.Approved); !due.IsZero() && on.Compare(due) >= 0 {
		s.settle(pending(due, on), due)
		s.Missing = append(s.Missing, gap("map_renewal", current.Version, "Version %s was approved on %s, a year ago or more.",
			current.Version, current.Approved))
	}
	for _, c := range p.Changes {
		if c.Date.Compare(current.Approved) > 0 {
			s.settle(pending(c.Date, on), c.Date)
			s.Missing = append(s.Missing, gap("map_service_line", c.Date.String(),
				"The service lines changed on %s (%s) after the map was approved.", c.Date, c.Text))
		}
	}
	if m := p.latest(); m.Approved.IsZero() {
		s.Missing = append(s.Missing, gap("map_approval", m.Version, "The owner has not approved version %s of the map.", m.Version))
		s.settle(EvidenceMissing, Date{})
	}
	for _, e := range current.Exposures {
		if len(e.Competencies) == 0 {
			s.Missing = append(s.Missing, gap("map_competency", e.Name, "The map names no competency for %s.", e.Name))
			s.settle(EvidenceMissing, Date{})
		}
		for _, k := range e.Competencies {
			if len(k.Roles) == 0 || len(k.Artifacts) == 0 {
				s.Missing = append(s.Missing, gap("map_roles_artifacts", k.ID,
					"The map names no role or no artifact for competency %s.", k.ID))
				s.settle(EvidenceMissing, Date{})
			}
		}
	}
	return s
}

// lateApprovals are the lapses of the map: approved after the programme's first day, a year, or a change of service lines.
func (p Program) lateApprovals(s *TaskFinding, on Date) {
	approved := filter(p.Maps, func(m ControlsMap) bool { return !m.Approved.IsZero() })
	slices.SortStableFunc(approved, func(a, b ControlsMap) int { return a.Approved.Compare(b.Approved) })
	for i, m := range approved {
		code, due := "map_late", p.Start
		if i > 0 {
			code, due = "map_renewal_late", yearLater(approved[i-1].Approved)
		}
		p.late(s, on, m.Approved, due, code, m.Version, "Version "+m.Version+" of the map was approved")
	}
	for _, c := range p.Changes {
		i := slices.IndexFunc(approved, func(m ControlsMap) bool { return m.Approved.Compare(c.Date) >= 0 })
		if i >= 0 {
			p.late(s, on, approved[i].Approved, c.Date, "map_service_line_late", c.Date.String(),
				"For the changed service lines ("+c.Text+") the map was approved")
		}
	}
}

// recurring goes over the periods of a task within the last year up to a day: done tells whether a period has the task
// done, wanted whether anybody wants it at the end of the period (or today, for the current one).
func (p Program) recurring(s *TaskFinding, months int, on Date, code, of, what string,
	wanted func(Date) bool, done func(period) bool,
) {
	now := periodOf(on, months)
	current := done(now)
	if wanted(on) && !current {
		s.settle(DueNow, now.last())
		s.Missing = append(s.Missing, gap(code, of, "%s: %s is to be done by %s.", now, what, now.last()))
	}
	for back := 1; back <= 12/months; back++ {
		q := now.move(-back)
		if q.first.Compare(p.Start) < 0 { // no date is before every date
			break
		}
		if !wanted(q.last()) || done(q) {
			continue
		}
		if back == 1 && !current && wanted(on) {
			s.settle(Overdue, q.last())
			s.Missing = append(s.Missing, gap(code, of, "%s: %s was due by %s.", q, what, q.last()))
			continue
		}
		s.Lapses = append(s.Lapses, gap(code, of, "%s: %s was not done.", q, what))
	}
}

func (p Program) modulesTask(on Date) TaskFinding {
	s := TaskFinding{State: Done}
	for _, role := range Roles() {
		p.recurring(&s, 1, on, "module", string(role), "a module for "+string(role),
			func(day Date) bool {
				return slices.ContainsFunc(p.Staff, func(q Person) bool { return q.holds(day, role) })
			},
			func(month period) bool {
				return slices.ContainsFunc(p.Modules, func(m Module) bool { return month.has(m.Date) && contains(m.Roles, role) })
			})
	}
	for _, m := range p.Modules {
		if m.FollowUp != nil {
			p.late(&s, on, m.FollowUp.Date, m.Date.AddDays(MetricDays), "module_metric_late", m.ID,
				"The 60-day metric of module "+m.ID+" was taken")
		}
		if !recent(m.Date, on) {
			continue
		}
		if gaps := p.moduleGaps(m, on); len(gaps) > 0 {
			s.Missing = append(s.Missing, gaps...)
			s.settle(EvidenceMissing, Date{})
		}
	}
	return s
}

func (p Program) sprintTask(on Date) TaskFinding {
	s := TaskFinding{State: Done}
	yearAgo := on.AddDays(-365)
	old := p.asOf(yearAgo)
	for _, n := range p.Incidents {
		sprint := p.sprint(n, on)
		if sprint.State != Done {
			due := Date{}
			for _, step := range sprint.Steps {
				if step.State == sprint.State {
					due = step.Due
					break
				}
			}
			s.settle(sprint.State, due)
			for _, step := range sprint.Steps {
				s.Missing = append(s.Missing, prefixed(step.Missing, "Incident "+n.ID+": ")...)
			}
		}
		known := map[Gap]bool{} // what was late by then is more than a year old
		if n, ok := old.incident(n.ID); ok {
			for _, step := range old.sprint(n, yearAgo).Steps {
				for _, g := range step.Late {
					known[g] = true
				}
			}
		}
		for _, step := range sprint.Steps {
			late := filter(step.Late, func(g Gap) bool { return !known[g] })
			s.Lapses = append(s.Lapses, prefixed(late, "Incident "+n.ID+": ")...)
		}
	}
	return s
}

func prefixed(gaps []Gap, prefix string) []Gap {
	list := slices.Clone(gaps)
	for i := range list {
		list[i].Text = prefix + list[i].Text
	}
	return list
}

func (p Program) checksTask(on Date) TaskFinding {
	s := TaskFinding{State: Done}
	for _, person := range p.Staff {
		if !person.Provider {
			continue
		}
		p.recurring(&s, 3, on, "check", person.ID, "the check of "+person.ID,
			func(day Date) bool { return person.holds(day) },
			func(quarter period) bool {
				return slices.ContainsFunc(p.Checks, func(k CompetencyCheck) bool {
					return k.Provider == person.ID && len(k.Incidents) == 0 && quarter.has(k.Date)
				})
			})
	}
	for _, k := range p.Checks {
		if !recent(k.Date, on) || len(k.Incidents) > 0 {
			continue
		}
		gaps := append(k.gaps(), k.remediationGaps()...)
		if len(gaps) > 0 {
			s.Missing = append(s.Missing, gaps...)
			s.settle(EvidenceMissing, Date{})
		}
	}
	return s
}

// bundleTask: a month with modules, and an incident whose sprint was deployed, are bundled at once; at the latest the
// quarterly spot check would find that they are not. So what a quarter should have bundled is overdue when it has ended.
func (p Program) bundleTask(on Date) TaskFinding {
	s := TaskFinding{State: Done}
	want := func(since, from Date, code, of, what string, found func(BundleRecord) bool) {
		made, kept, early := Date{}, false, ""
		for _, b := range p.Bundles {
			switch {
			case !found(b):
			case b.Date.Compare(from) < 0: // it cannot hold all of it
				early = fmt.Sprintf(" made on %s or later", from)
			default:
				if kept = kept || b.Digest != ""; made.IsZero() || b.Date.Compare(made) < 0 {
					made = b.Date
				}
			}
		}
		due := periodOf(since, 3).last()
		switch {
		case made.IsZero():
			s.settle(pending(due, on), due)
			s.Missing = append(s.Missing, gap(code, of, "There is no bundle of %s%s.", what, early))
		case !kept:
			s.settle(EvidenceMissing, Date{})
			s.Missing = append(s.Missing, gap("bundle_digest", of, "The digest of the bundle of %s is not kept.", what))
		}
		p.late(&s, on, made, due, code+"_late", of, "The bundle of "+what+" was made")
	}
	now := periodOf(on, 1)
	for back := 12; back >= 1; back-- {
		m := now.move(-back)
		delivered := Date{}
		for _, q := range p.Modules {
			if !m.first.IsZero() && m.has(q.Date) && q.Date.Compare(delivered) > 0 {
				delivered = q.Date
			}
		}
		if !delivered.IsZero() {
			want(m.last(), delivered, "bundle_month", m.String(), "the modules of "+m.String(),
				func(b BundleRecord) bool { return b.Month == m.String() })
		}
	}
	for _, n := range p.Incidents {
		c := n.clock(endOf(on, n.zone()))
		if c.Deployed != nil {
			deployed := n.day(*c.Deployed)
			want(deployed, deployed, "bundle_incident", n.ID, "incident "+n.ID,
				func(b BundleRecord) bool { return contains(b.Incidents, n.ID) })
		}
	}
	first := Date{}
	for _, b := range p.Bundles {
		if first.IsZero() || b.Date.Compare(first) < 0 {
			first = b.Date
		}
	}
	p.recurring(&s, 3, on, "spot_check", "", "the spot check of the bundles",
		func(day Date) bool { return !first.IsZero() && first.Compare(day) <= 0 },
		func(quarter period) bool {
			return slices.ContainsFunc(p.SpotChecks, func(k SpotCheck) bool { return quarter.has(k.Date) })
		})
	for _, k := range p.SpotChecks {
		if !k.Unchanged && recent(k.Date, on) {
			s.settle(EvidenceMissing, Date{})
			s.Missing = append(s.Missing, gap("bundle_changed", k.Digest, "On %s a bundle was found changed.", k.Date))
		}
	}
	return s
}

func (p Program) reportingTask(on Date) TaskFinding {
	s := TaskFinding{State: Done}
	if len(p.Policies) == 0 {
		s.settle(pending(p.Start, on), p.Start)
		s.Missing = append(s.Missing, gap("policy", "", "There is no policy that prohibits retaliation."))
	} else if y := p.Policies[len(p.Policies)-1]; y.Signed.IsZero() || len(y.Pathways) == 0 {
		s.settle(EvidenceMissing, Date{})
		s.Missing = append(s.Missing, gap("policy_form", y.Version,
			"Version %s of the policy is not signed by the owner or names no way to report.", y.Version))
	}
	if len(p.Policies) > 0 {
		first := slices.MinFunc(p.Policies, func(a, b Policy) int { return a.Date.Compare(b.Date) })
		p.late(&s, on, first.Date, p.Start, "policy_late", first.Version, "The policy that prohibits retaliation came into force")
	}
	for _, person := range p.Staff {
		p.recurring(&s, 6, on, "acknowledgment", person.ID, "the acknowledgment of "+person.ID,
			func(day Date) bool { return person.holds(day) },
			func(half period) bool {
				return slices.ContainsFunc(p.Acknowledgments, func(a Acknowledgment) bool {
					return a.Person == person.ID && half.has(a.Date)
				})
			})
	}
	for _, k := range p.Cases {
		switch {
		case k.Triaged.IsZero() && k.Closed.IsZero():
			s.settle(DueNow, Date{})
			s.Missing = append(s.Missing, gap("case_triage", k.ID, "Case %s of %s waits for triage.", k.ID, k.Received))
		case k.Triaged.IsZero():
			s.settle(EvidenceMissing, Date{})
			s.Missing = append(s.Missing, gap("case_triage", k.ID, "Case %s was closed without triage.", k.ID))
		}
		if !k.Closed.IsZero() && k.Memo == "" {
			s.settle(EvidenceMissing, Date{})
			s.Missing = append(s.Missing, gap("case_memo", k.ID, "Case %s was closed without a memo.", k.ID))
		}
	}
	return s
}
