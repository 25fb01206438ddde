package training

import (
	"fmt"
	"slices"
	"time"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

func clip(s string) string { return finding.Clip(s) }

// EvidenceRequest asks for the evidence of incidents or of a month's training cycle.
type EvidenceRequest struct {
	// Incidents, one or those that belong together, or Month ("2026-03").
	Incidents []string `json:"incidents,omitempty"`
	Month     string   `json:"month,omitempty"`
	// Made is the timestamp of the bundle. What was recorded for later days stays out.
	Made time.Time `json:"made"`
	// Attach are further artifacts: slides, scanned sign-in sheets, receipts of refunds.
	Attach []Artifact `json:"attach,omitempty"`
}

// Evidence gathers everything a programme holds on incidents or a month, as artifacts with standard names, each of them
// JSON as this package reads it, and puts the attached ones beside them.
//
// For each incident: its record, its modules with attendance, scores and metrics, the procedure and sign-offs, the
// follow-up audits with their draws and the coaching, error data, what was learned, refunds, disclosure, and escalation
// cases; for a month the modules and competency checks of the month. Both hold the controls map and the policy with its
// acknowledgments as they were.
//
// Errors: those of [Program.Check], [ErrReference] for an incident that is not there, [ErrMissing] for neither or both or
// for a month without anything, [ErrDate].
func (p Program) Evidence(q EvidenceRequest) (Bundle, error) {
	if err := p.Check(); err != nil {
		return Bundle{}, err
	}
	c := checker{}
	c.time("made", q.Made)
	if (len(q.Incidents) == 0) == (q.Month == "") {
		c.addf("incidents or month", "%w: the evidence is of one of them", ErrMissing)
	}
	c.references(nil, "incidents", q.Incidents)
	if err := c.err(); err != nil {
		return Bundle{}, err
	}
	on := dayOf(q.Made)
	g := gatherer{Program: p.asOf(on), bundle: Bundle{Clinic: p.Clinic, Made: q.Made}, seen: map[string]bool{}}
	if q.Month != "" {
		if err := g.ofMonth(q.Month); err != nil {
			return Bundle{}, err
		}
	}
	for _, id := range q.Incidents {
		if err := g.ofIncident(id); err != nil {
			return Bundle{}, err
		}
	}
	g.standing(on)
	g.bundle.Artifacts = append(g.bundle.Artifacts, q.Attach...)
	return g.bundle, g.err
}

// gatherer collects artifacts of a programme as of a day.
type gatherer struct {
	Program
	bundle Bundle
	seen   map[string]bool // modules and checks that are there, for incidents that share one
	err    error
}

func (g *gatherer) add(date Date, topic string, kind ArtifactKind, title string, v any) {
	text, err := jsonform.Indent(v)
	if err != nil && g.err == nil {
		g.err = fmt.Errorf("%w: %w", ErrWrite, err)
	}
	g.bundle.Artifacts = append(g.bundle.Artifacts, Artifact{
		Date: date, Topic: topic, Kind: kind, Ext: "json", Title: title, Text: string(text),
	})
}

func (g *gatherer) ofIncident(id string) error {
	n, ok := g.incident(id)
	if !ok {
		return fmt.Errorf("training: incident %q %w on the day of the bundle", clip(id), ErrReference)
	}
	if g.bundle.Made.Before(n.Identified) {
		return fmt.Errorf("training: %w: the bundle was made on %s, before incident %q was identified, %s", ErrDate,
			stamp(g.bundle.Made), clip(id), stamp(n.Identified))
	}
	found := dayOf(n.Identified)
	if g.bundle.Title != "" {
		g.bundle.Title += "; "
	}
	g.bundle.Title += "Incident " + n.ID + ": " + n.Topic
	g.add(found, n.Topic, KindIncident, "Incident and its sprint: "+n.What, n)
	for _, m := range g.Modules {
		if m.Incident == n.ID || slices.ContainsFunc(n.Deployments, func(d Deployment) bool { return d.Module == m.ID }) {
			g.module(m)
		}
	}
	if n.Procedure != nil {
		g.add(n.Procedure.Date, n.Topic, KindProcedure, "Updated procedure: "+n.Procedure.Title, n.Procedure)
	}
	if len(n.SignOffs) > 0 {
		g.add(n.SignOffs[0].Date, n.Topic, KindSignOff, "Sign-offs of the procedure", n.SignOffs)
	}
	for _, k := range g.Checks {
		if contains(k.Incidents, n.ID) {
			g.check(k, n.Topic)
		}
	}
	if n.Before != nil || n.After != nil {
		taken := found
		if n.After != nil {
			taken = n.After.Date
		}
		g.add(taken, n.Topic, KindMetric, "Error data before and after", struct {
			Before *Measurement `json:"before,omitempty"`
			After  *Measurement `json:"after,omitempty"`
		}{n.Before, n.After})
	}
	if n.Learned != nil {
		g.add(n.Learned.Date, n.Topic, KindLearned, "What was learned, as made known", n.Learned)
	}
	if refunded := filter(n.Refunds, func(r Refund) bool { return !r.Refunded.IsZero() }); len(refunded) > 0 {
		last := slices.MaxFunc(refunded, func(a, b Refund) int { return a.Refunded.Compare(b.Refunded) })
		g.add(last.Refunded, n.Topic, KindRefund, "Refunds with the references of their proofs", refunded)
	}
	if !n.Disclosed.IsZero() {
		g.add(n.Disclosed, n.Topic, KindDisclosure, "Disclosure through OIG's Self-Disclosure Protocol", struct {
			Incident  string `json:"incident"`
			Disclosed Date   `json:"disclosed"`
		}{n.ID, n.Disclosed})
	}
	for _, k := range g.Cases {
		if k.Incident == n.ID {
			g.add(k.Received, n.Topic, KindEscalation, "Escalation case "+k.ID, k)
		}
	}
	return nil
}

func (g *gatherer) ofMonth(month string) error {
	first, err := parseMonth(month)
	if err != nil {
		return fmt.Errorf("training: %w", err)
	}
	m := periodOf(first, 1)
	g.bundle.Title = "Training of " + m.String()
	for _, q := range g.Modules {
		if m.has(q.Date) {
			g.module(q)
		}
	}
	for _, k := range g.Checks {
		if m.has(k.Date) && len(k.Incidents) == 0 {
			g.check(k, "competency-check")
		}
	}
	if len(g.bundle.Artifacts) == 0 {
		return fmt.Errorf("training: evidence of %s %w: no module and no check is of that month", m, ErrMissing)
	}
	return nil
}

func (g *gatherer) module(m Module) {
	if g.seen["module "+m.ID] {
		return
	}
	g.seen["module "+m.ID] = true
	form := m
	form.Attendance, form.FollowUp = nil, nil
	g.add(m.Date, m.Topic, KindModule, "Module: "+m.Title, form)
	if len(m.Attendance) > 0 {
		type signIn struct {
			Person string `json:"person"`
			Date   Date   `json:"date"`
		}
		sheet := make([]signIn, len(m.Attendance))
		for i, a := range m.Attendance {
			sheet[i] = signIn{a.Person, a.Date}
		}
		g.add(m.Date, m.Topic, KindAttendance, "Sign-ins to module "+m.ID, sheet)
	}
	scored := filter(m.Attendance, func(a Attendance) bool { return a.Pre != nil || a.Post != nil })
	if len(scored) > 0 {
		g.add(m.Date, m.Topic, KindScores, "Scores before and after module "+m.ID, scored)
	}
	if m.FollowUp != nil {
		g.add(m.FollowUp.Date, m.Topic, KindMetric, "60-day metric of module "+m.ID, m.FollowUp)
	}
}

func (g *gatherer) check(k CompetencyCheck, topic string) {
	if g.seen["check "+k.ID] {
		return
	}
	g.seen["check "+k.ID] = true
	if k.Draw != nil {
		if s, err := k.Draw.Draw(); err == nil {
			g.add(k.Date, topic, KindSelection, "Charts of "+k.Provider+" with the seed of their draw", s)
		}
	}
	form := k
	form.Draw, form.Remediation = nil, nil
	g.add(k.Date, topic, KindAudit, "Check "+k.ID+" of charts of "+k.Provider, form)
	if k.Remediation != nil {
		g.add(k.Remediation.Date, topic, KindRemediation, "Remediation of "+k.Provider+" after check "+k.ID, k.Remediation)
	}
}

// standing is what stands behind every bundle: the map and the policy in force, and who acknowledged it.
func (g *gatherer) standing(on Date) {
	if m := g.latest(); m.Version != "" {
		g.add(m.Date, "controls-map", KindMap, "Training Controls Map, version "+m.Version, m)
	}
	if len(g.Policies) == 0 {
		return
	}
	y := g.Policies[len(g.Policies)-1]
	g.add(y.Date, "non-retaliation", KindPolicy, y.Title+", version "+y.Version, y)
	if acks := filter(g.Acknowledgments, func(a Acknowledgment) bool { return recent(a.Date, on) }); len(acks) > 0 {
		last := slices.MaxFunc(acks, func(a, b Acknowledgment) int { return a.Date.Compare(b.Date) })
		g.add(last.Date, "non-retaliation", KindAcknowledgment, "Acknowledgments within a year", acks)
	}
}
