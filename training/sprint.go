package training

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

// TaskState says how a task or a step stands on a day.
type TaskState string

// The states.
const (
	// Done: what was due is done and proved.
	Done TaskState = "done"
	// DueNow: it is to be done, and there is time.
	DueNow TaskState = "due"
	// Overdue: the time is over and it is not done.
	Overdue TaskState = "overdue"
	// EvidenceMissing: it was done, but what would prove it is not there.
	EvidenceMissing TaskState = "evidence_missing"
)

// worse is the state that a list of states has as a whole: overdue, then evidence missing, then due, then done.
func worse(a, b TaskState) TaskState {
	order := []TaskState{Done, DueNow, EvidenceMissing, Overdue}
	if slices.Index(order, b) > slices.Index(order, a) {
		return b
	}
	return a
}

// Gap is something that is missing or was late.
type Gap struct {
	// Code is a short name that does not change, for programs: "module_attendance".
	Code string `json:"code"`
	// Of names what it belongs to: the id of a module, an incident, a person; a month, a quarter.
	Of string `json:"of,omitempty"`
	// Text says it in a sentence.
	Text string `json:"text"`
}

func gap(code, of, format string, args ...any) Gap {
	return Gap{Code: code, Of: of, Text: fmt.Sprintf(format, args...)}
}

// StepID names a step of a sprint.
type StepID string

// The steps, in their order.
const (
	// StepDeploy: a module reaches every relevant role.
	StepDeploy StepID = "deploy"
	// StepProcedure: the procedure is changed and signed.
	StepProcedure StepID = "procedure"
	// StepSignOff: everybody in a relevant role signs off.
	StepSignOff StepID = "sign_off"
	// StepAudit: charts of each provider are audited.
	StepAudit StepID = "audit"
	// StepCoaching: who failed the audit is coached.
	StepCoaching StepID = "coaching"
	// StepData: errors before and after are recorded.
	StepData StepID = "data"
	// StepLearned: what was learned is made known.
	StepLearned StepID = "learned"
	// StepRefund: what was overpaid is refunded.
	StepRefund StepID = "refund"
)

// Step is a step of a sprint.
type Step struct {
	ID StepID `json:"id"`
	// Text says what it demands, Source where that stands.
	Text   string            `json:"text"`
	Source reportable.Source `json:"source"`
	State  TaskState         `json:"state"`
	// Due is its last day; none where the step has to wait for another one.
	Due     Date  `json:"due,omitzero"`
	Missing []Gap `json:"missing,omitempty"`
	// Late is what was done after its last day: done, and late for good.
	Late []Gap `json:"late,omitempty"`
}

// late notes what was done after the step's last day.
func (s *Step) late(day Date, of, what string) {
	s.Late = append(s.Late, lateness(day, s.Due, string(s.ID)+"_late", of, what)...)
}

// lateness is the gap that what was done after its last day leaves.
func lateness(day, due Date, code, of, what string) []Gap {
	if due.IsZero() || day.Compare(due) <= 0 {
		return nil
	}
	return []Gap{gap(code, of, "%s on %s; the last day was %s.", what, day, due)}
}

// SprintFinding is where the sprint of an incident stands on a day.
type SprintFinding struct {
	Incident string `json:"incident"`
	Topic    string `json:"topic"`
	On       Date   `json:"on"`
	// Authorities whose matters it touches, and what that means for the sprint.
	Authorities []Authority `json:"authorities,omitempty"`
	Notes       []string    `json:"notes,omitempty"`
	Clock       SprintClock `json:"clock"`
	State       TaskState   `json:"state"`
	Steps       []Step      `json:"steps"`
}

// Sprint says where the sprint of an incident stands at the end of a day, in the zone of the incident's own time. Errors:
// those of [Program.Check], [ErrReference] for an incident that is not there, [ErrDate] for a day before it.
func (p Program) Sprint(incident string, on Date) (SprintFinding, error) {
	if err := p.Check(); err != nil {
		return SprintFinding{}, err
	}
	n, ok := p.incident(incident)
	switch {
	case !ok:
		return SprintFinding{}, fmt.Errorf("training: incident %q %w", finding.Clip(incident), ErrReference)
	case on.Compare(dayOf(n.Identified)) < 0:
		return SprintFinding{}, fmt.Errorf("training: %w %q is before the incident was identified, %s", ErrDate, on,
			dayOf(n.Identified))
	case on.Year() > 9000:
		return SprintFinding{}, fmt.Errorf("training: %w of the year %d is not from 1000 to 9000", ErrDate, on.Year())
	}
	return p.asOf(on).sprint(n.asOf(on), on), nil
}

// sprint works out the steps for a programme as of a day.
func (p Program) sprint(n Incident, on Date) SprintFinding {
	end := endOf(on, n.zone())
	s := SprintFinding{Incident: n.ID, Topic: n.Topic, On: on, Authorities: n.Authorities, Clock: n.clock(end), State: Done}
	for _, a := range n.Authorities {
		switch a {
		case OIG:
			s.Notes = append(s.Notes, "Matters of OIG, 42 CFR part 1003: take counsel on whether to disclose, and whether a "+
				"reportable event is to be determined.")
		case OCR:
			s.Notes = append(s.Notes, "Matters of OCR, HIPAA's privacy, security and breach notification rules: these have "+
				"clocks of their own, which are not counted here.")
		}
	}
	deadline, deployed := dayOf(s.Clock.Deadline), Date{}
	if s.Clock.Deployed != nil {
		deployed = n.day(*s.Clock.Deployed)
	}
	s.Steps = []Step{
		p.deployStep(n, s.Clock, on),
		procedureStep(n, deadline, on),
		p.signOffStep(n, deadline, deployed, on),
		p.auditStep(n, deployed, on),
		p.coachingStep(n, deployed),
		dataStep(n, deployed, on),
		learnedStep(n, deployed, on),
		refundStep(n, on),
	}
	for i, step := range s.Steps {
		s.Steps[i].Source = source(stepRules[step.ID])
		s.State = worse(s.State, step.State)
	}
	return s
}

// stepRules are the rules that the steps come from.
var stepRules = map[StepID]string{
	StepDeploy: RuleSprint, StepProcedure: RuleSprint, StepSignOff: RuleSprint, StepData: RuleSprint,
	StepAudit: RuleAudit, StepCoaching: RuleAudit, StepLearned: RuleLearned, StepRefund: RuleRefund,
}

// pending is the state of what is not done: overdue after its last day. Without a day it waits and is due.
func pending(due, on Date) TaskState {
	if !due.IsZero() && on.Compare(due) > 0 {
		return Overdue
	}
	return DueNow
}

// uncounted is the state of what was done and does not count: due while there is time to do it again, or while it waits.
func uncounted(due, on Date) TaskState {
	if pending(due, on) == Overdue {
		return EvidenceMissing
	}
	return DueNow
}

func (p Program) deployStep(n Incident, c SprintClock, on Date) Step {
	s := Step{
		ID: StepDeploy, Text: "Deploy a targeted module to all relevant roles within 72 hours.", State: Done,
		Due: dayOf(c.Deadline),
	}
	switch c.State {
	case Running:
		s.State = DueNow
	case Expired:
		s.State = Overdue
	}
	if c.Deployed != nil && c.State == Late {
		s.Late = []Gap{gap("deploy_late", n.ID, "Deployed after %s hours, %s beyond 72.", short(c.Hours), short(c.HoursLate))}
	}
	for _, r := range c.Missing {
		s.Missing = append(s.Missing, gap("role_not_reached", string(r), "No module has reached the role %s.", r))
	}
	for _, m := range p.Modules {
		if m.Incident == n.ID || slices.ContainsFunc(n.Deployments, func(d Deployment) bool { return d.Module == m.ID }) {
			if m.Date.Compare(dayOf(n.Identified)) < 0 {
				s.Missing = append(s.Missing, gap("module_early", m.ID,
					"Module %s is of %s, before the incident: its sign-ins and scores are not of the sprint.", m.ID, m.Date))
			}
			s.Missing = append(s.Missing, p.moduleGaps(m, on)...)
		}
	}
	if s.State == Done && len(s.Missing) > 0 {
		s.State = EvidenceMissing
	}
	return s
}

func procedureStep(n Incident, deadline, on Date) Step {
	s := Step{ID: StepProcedure, Text: "Update the procedure, with the owner's signature.", State: Done, Due: deadline}
	switch {
	case n.Procedure == nil:
		s.State = pending(deadline, on)
		s.Missing = []Gap{gap("procedure", n.ID, "The procedure has not been updated.")}
	case n.Procedure.Signed.IsZero():
		s.State = uncounted(deadline, on)
		s.Missing = []Gap{gap("procedure_signature", n.ID, "The owner has not signed %s, version %s.",
			n.Procedure.Title, n.Procedure.Version)}
	default:
		s.late(n.Procedure.Signed, n.ID, "The procedure was signed")
	}
	return s
}

// signOffStep wants the signature of everybody who held a relevant role on the day of deployment (until then, today).
func (p Program) signOffStep(n Incident, deadline, deployed, on Date) Step {
	s := Step{ID: StepSignOff, Text: "Everybody in a relevant role signs off on the procedure.", State: Done, Due: deadline}
	if deployed.IsZero() {
		deployed = on
	}
	for _, person := range p.Staff {
		if !person.holds(deployed, n.Roles...) {
			continue
		}
		if i := slices.IndexFunc(n.SignOffs, func(o SignOff) bool { return o.Person == person.ID }); i < 0 {
			s.Missing = append(s.Missing, gap("sign_off", person.ID, "%s has not signed off.", person.ID))
		} else {
			s.late(n.SignOffs[i].Date, person.ID, person.ID+" signed off")
		}
	}
	if len(s.Missing) > 0 {
		s.State = pending(deadline, on)
	}
	return s
}

func (p Program) auditStep(n Incident, deployed, on Date) Step {
	s := Step{ID: StepAudit, Text: "Audit five charts of each provider two weeks after deployment.", State: Done}
	if deployed.IsZero() {
		s.State = DueNow
		return s
	}
	s.Due = deployed.AddDays(FollowUpDays)
	absent, followed := false, p.followUps(n.ID, deployed)
	for _, person := range p.Staff {
		if !person.Provider || !person.holds(s.Due) {
			continue
		}
		k, ok := followed[person.ID]
		if !ok {
			absent = true
			s.Missing = append(s.Missing, gap("follow_up_audit", person.ID, "The charts of %s have not been audited.", person.ID))
			continue
		}
		if k.Date.Compare(deployed) < 0 {
			s.Missing = append(s.Missing, gap("audit_early", k.ID,
				"Check %s was made before the module was deployed: it follows up on nothing.", k.ID))
		}
		s.late(k.Date, k.ID, "The charts of "+k.Provider+" were audited")
		s.Missing = append(s.Missing, k.gaps()...)
	}
	switch {
	case absent:
		s.State = pending(s.Due, on)
	case len(s.Missing) > 0:
		s.State = EvidenceMissing
	}
	return s
}

// followUps are the checks that follow up on an incident, by provider: of several the first that was not made before
// deployment, if there is one.
func (p Program) followUps(incident string, deployed Date) map[string]CompetencyCheck {
	found := map[string]CompetencyCheck{}
	for _, k := range p.Checks {
		first, there := found[k.Provider]
		better := !there || first.Date.Compare(deployed) < 0 && k.Date.Compare(deployed) >= 0
		if better && contains(k.Incidents, incident) {
			found[k.Provider] = k
		}
	}
	return found
}

// coachingStep wants a completed coaching of every outlier: a provider with a failed chart. Five charts are too few for a
// finer measure. Who is one is known when an audit after deployment is done.
func (p Program) coachingStep(n Incident, deployed Date) Step {
	s := Step{ID: StepCoaching, Text: "Coach outliers one to one: providers with a failed chart.", State: Done}
	for _, k := range p.Checks {
		if contains(k.Incidents, n.ID) {
			s.Missing = append(s.Missing, k.remediationGaps()...)
		}
	}
	waits, followed := deployed.IsZero(), p.followUps(n.ID, deployed)
	for _, person := range p.Staff {
		if k, ok := followed[person.ID]; person.Provider && person.holds(deployed.AddDays(FollowUpDays)) &&
			(!ok || k.Date.Compare(deployed) < 0) {
			waits = true
		}
	}
	if waits || len(s.Missing) > 0 {
		s.State = DueNow
	}
	return s
}

// dataStep wants errors counted up to the day of deployment, and again from that day on.
func dataStep(n Incident, deployed, on Date) Step {
	s := Step{ID: StepData, Text: "Record error data before and after.", State: Done}
	if !deployed.IsZero() {
		s.Due = deployed.AddDays(FollowUpDays)
	}
	switch {
	case n.Before == nil:
		s.Missing = append(s.Missing, gap("data_before", n.ID, "There are no error data from before."))
	case !deployed.IsZero() && n.Before.Date.Compare(deployed) > 0:
		s.Missing = append(s.Missing, gap("data_before_late", n.ID,
			"The error data from before are of %s, after the module was deployed: they do not count.", n.Before.Date))
	}
	switch {
	case n.After == nil:
		s.Missing = append(s.Missing, gap("data_after", n.ID, "There are no error data from after."))
	case deployed.IsZero() || n.After.Date.Compare(deployed) < 0:
		s.Missing = append(s.Missing, gap("data_after_early", n.ID,
			"The error data from after are of %s, before the module had reached every relevant role: they do not count.",
			n.After.Date))
	default:
		s.late(n.After.Date, n.ID, "The error data from after were taken")
	}
	switch {
	case n.Before == nil || n.After == nil:
		s.State = pending(s.Due, on)
	case len(s.Missing) > 0:
		s.State = uncounted(s.Due, on)
	}
	return s
}

// learnedStep wants it made known what was learned, after the sprint that taught it: the module has reached every relevant
// role, and the procedure is changed.
func learnedStep(n Incident, deployed, on Date) Step {
	s := Step{ID: StepLearned, Text: "Make known what was learned and the one change that resulted.", State: Done}
	if !deployed.IsZero() {
		s.Due = deployed.AddDays(FollowUpDays)
	}
	early := func(than string) {
		s.State = uncounted(s.Due, on)
		s.Missing = []Gap{gap("learned_early", n.ID, "What was learned was made known on %s, before %s: it does not count.",
			n.Learned.Date, than)}
	}
	switch {
	case n.Learned == nil:
		s.State = pending(s.Due, on)
		s.Missing = []Gap{gap("learned", n.ID, "What was learned has not been made known.")}
	case deployed.IsZero() || n.Learned.Date.Compare(deployed) < 0:
		early("the module had reached every relevant role")
	case n.Procedure == nil || n.Learned.Date.Compare(n.Procedure.Date) < 0:
		early("the procedure was changed")
	default:
		s.late(n.Learned.Date, n.ID, "What was learned was made known")
	}
	return s
}

// refundStep wants every refund within 60 days of the day its overpayment was identified, with its proof.
func refundStep(n Incident, on Date) Step {
	s := Step{ID: StepRefund, Text: "Refund what was overpaid within 60 days, and keep the proofs.", State: Done}
	for _, r := range n.Refunds {
		due := r.Identified.AddDays(RefundDays)
		switch {
		case r.Refunded.IsZero():
			if s.Due.IsZero() || due.Compare(s.Due) < 0 {
				s.Due = due
			}
			s.State = worse(s.State, pending(due, on))
			s.Missing = append(s.Missing, gap("refund", r.Claim, "Claim %s has not been refunded; the last day is %s.", r.Claim, due))
		case r.Proof == "":
			s.State = worse(s.State, EvidenceMissing)
			s.Missing = append(s.Missing, gap("refund_proof", r.Claim, "There is no proof of the refund of claim %s.", r.Claim))
		}
		s.Late = append(s.Late, lateness(r.Refunded, due, "refund_late", r.Claim, "Claim "+r.Claim+" was refunded")...)
	}
	return s
}
