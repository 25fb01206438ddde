package training

import (
	"fmt"

	"github.com/iromath/iromath/internal/finding"
)

// Check finds everything in a programme that cannot be right, all at once: words that are not known, ids that are there
// twice or not at all, dates before what they follow on, scores above 100, charts that the draw did not select. What was
// left undone or is not proved is no contradiction; that is for [Program.SelfAudit].
//
// The error is [ProgramErrors], or nil.
func (p Program) Check() error {
	c := checker{people: map[string]bool{}, modules: map[string]bool{}, incidents: map[string]bool{},
		competencies: map[string]bool{}, policies: map[string]bool{}}
	for _, l := range []struct {
		field string
		n     int
	}{
		{"staff", len(p.Staff)}, {"maps", len(p.Maps)}, {"changes", len(p.Changes)}, {"modules", len(p.Modules)},
		{"incidents", len(p.Incidents)}, {"checks", len(p.Checks)}, {"policies", len(p.Policies)},
		{"acknowledgments", len(p.Acknowledgments)}, {"cases", len(p.Cases)}, {"bundles", len(p.Bundles)},
		{"spotChecks", len(p.SpotChecks)},
	} {
		if !c.list(l.field, l.n) {
			return c.err()
		}
	}
	if !p.bounded(&c) {
		return c.err()
	}
	c.text("clinic", p.Clinic, true)
	c.date("start", p.Start, Date{}, "")
	for i, person := range p.Staff {
		c.person(fmt.Sprintf("staff[%d]", i), person)
	}
	c.reference(c.people, "owner", p.Owner)
	versions := map[string]bool{}
	for i, m := range p.Maps {
		field := fmt.Sprintf("maps[%d]", i)
		c.controls(field, m)
		c.unique(versions, field+".version", m.Version)
		if i > 0 {
			c.after(field+".date", m.Date, p.Maps[i-1].Date, "the version before")
		}
	}
	for i, change := range p.Changes {
		c.date(fmt.Sprintf("changes[%d].date", i), change.Date, Date{}, "")
		c.text(fmt.Sprintf("changes[%d].text", i), change.Text, true)
	}
	p.checkActivities(&c)
	return c.err()
}

// Bounds of a programme as a whole: lists that are each in bounds multiply. A module can be missing the sign-in of everybody,
// and everybody is looked for in every list.
const (
	maxGaps   = 1_000_000
	maxLookUp = 100_000_000
	maxDrawn  = 1_000_000
)

// bounded refuses a programme whose self-audit would not end in seconds or would not fit into memory.
func (p Program) bounded(c *checker) bool {
	assignments, deployments, entries, charts := 0, 0, len(p.Modules)+len(p.Checks)+len(p.Acknowledgments), int64(0)
	for _, s := range p.Staff {
		assignments += 1 + len(s.Roles)
	}
	for _, n := range p.Incidents {
		deployments += len(n.Deployments)
		entries += len(n.SignOffs)
	}
	for _, k := range p.Checks {
		entries += len(k.Incidents)
		if k.Draw != nil {
			charts += min(max(k.Draw.Charts, 0), maxList)
		}
	}
	for _, b := range p.Bundles {
		entries += 1 + len(b.Incidents)
	}
	for _, f := range []struct {
		field      string
		n, most    int64
		multiplied string
	}{
		{"staff", int64(len(p.Staff)) * int64(len(p.Modules)+deployments+len(p.Incidents)), maxGaps,
			"staff by modules, deployments and incidents"},
		{"staff, incidents", int64(assignments+len(p.Incidents)) * int64(entries+deployments), maxLookUp,
			"roles and incidents by modules, checks, sign-offs, acknowledgments, deployments and bundles"},
		{"checks", charts, maxDrawn, "charts of all draws"},
	} {
		if f.n > f.most {
			c.addf(f.field, "%w: %s come to %d, more than %d", ErrCount, f.multiplied, f.n, f.most)
		}
	}
	return len(c.wrong) == 0
}

func (c *checker) person(field string, p Person) {
	c.unique(c.people, field+".id", p.ID)
	c.text(field+".name", p.Name, false)
	if len(p.Roles) == 0 {
		c.add(field+".roles", ErrMissing)
	}
	c.list(field+".roles", len(p.Roles))
	for i, a := range p.Roles {
		at := fmt.Sprintf("%s.roles[%d]", field, i)
		word(c, at+".role", a.Role, Roles())
		c.date(at+".from", a.From, Date{}, "")
		c.after(at+".through", a.Through, a.From, "the first day")
	}
}

func (c *checker) controls(field string, m ControlsMap) {
	c.date(field+".date", m.Date, Date{}, "")
	c.after(field+".approved", m.Approved, m.Date, "the version")
	if len(m.Exposures) == 0 {
		c.add(field+".exposures", ErrMissing)
	}
	c.list(field+".exposures", len(m.Exposures))
	names, ids := map[string]bool{}, map[string]bool{}
	for i, e := range m.Exposures {
		at := fmt.Sprintf("%s.exposures[%d]", field, i)
		word(c, at+".kind", e.Kind, []ExposureKind{RevenueCode, Remuneration})
		c.unique(names, at+".name", e.Name)
		c.list(at+".competencies", len(e.Competencies))
		for j, k := range e.Competencies {
			in := fmt.Sprintf("%s.competencies[%d]", at, j)
			c.unique(ids, in+".id", k.ID)
			c.competencies[k.ID] = true
			c.text(in+".text", k.Text, true)
			words(c, in+".roles", k.Roles, Roles())
			for l, a := range k.Artifacts {
				c.text(fmt.Sprintf("%s.artifacts[%d]", in, l), a, true)
			}
		}
	}
}

// checkActivities checks what was done. References may go forward: a module names an incident and the other way round.
func (p Program) checkActivities(c *checker) {
	for i, m := range p.Modules {
		c.unique(c.modules, fmt.Sprintf("modules[%d].id", i), m.ID)
	}
	for i, n := range p.Incidents {
		c.unique(c.incidents, fmt.Sprintf("incidents[%d].id", i), n.ID)
	}
	for i, q := range p.Policies {
		c.unique(c.policies, fmt.Sprintf("policies[%d].version", i), q.Version)
	}
	modules := map[string]Module{}
	for i, m := range p.Modules {
		field := fmt.Sprintf("modules[%d]", i)
		c.module(field, m)
		p.afterIncidents(c, field+".date", m.Date, []string{m.Incident})
		modules[m.ID] = m
	}
	for i, n := range p.Incidents {
		field := fmt.Sprintf("incidents[%d]", i)
		c.incident(field, n)
		for j, d := range n.Deployments {
			m, ok := modules[d.Module]
			if ok && !contains(m.Roles, d.Role) {
				c.addf(fmt.Sprintf("%s.deployments[%d].role", field, j), "%q %w: module %q is not for that role",
					finding.Clip(string(d.Role)), ErrReference, finding.Clip(m.ID))
			}
			c.after(fmt.Sprintf("%s.deployments[%d].at", field, j), n.day(d.At), m.Date, "the module")
		}
	}
	ids := map[string]bool{}
	for i, k := range p.Checks {
		field := fmt.Sprintf("checks[%d]", i)
		c.unique(ids, field+".id", k.ID)
		c.competencyCheck(field, k)
		p.afterIncidents(c, field+".date", k.Date, k.Incidents)
	}
	p.checkReporting(c)
	for i, b := range p.Bundles {
		c.bundleRecord(fmt.Sprintf("bundles[%d]", i), b)
		p.afterIncidents(c, fmt.Sprintf("bundles[%d].date", i), b.Date, b.Incidents)
	}
	digests, made := map[string]bool{}, map[string]Date{}
	for _, b := range p.Bundles {
		if digests[b.Digest] = true; made[b.Digest].IsZero() || b.Date.Compare(made[b.Digest]) < 0 {
			made[b.Digest] = b.Date
		}
	}
	for i, s := range p.SpotChecks {
		field := fmt.Sprintf("spotChecks[%d]", i)
		c.date(field+".date", s.Date, made[s.Digest], "the bundle")
		c.reference(digests, field+".digest", s.Digest)
		c.text(field+".note", s.Note, false)
	}
}

func (c *checker) module(field string, m Module) {
	c.date(field+".date", m.Date, Date{}, "")
	c.roles(field+".roles", m.Roles)
	c.topic(field+".topic", m.Topic)
	c.text(field+".title", m.Title, true)
	if m.Minutes < 0 || m.Minutes > 24*60 {
		c.addf(field+".minutes", "%w: %d minutes", ErrCount, m.Minutes)
	}
	c.list(field+".competencies", len(m.Competencies))
	for i, id := range m.Competencies {
		c.reference(c.competencies, fmt.Sprintf("%s.competencies[%d]", field, i), id)
	}
	c.text(field+".script.vignette", m.Script.Vignette, false)
	c.text(field+".script.decision", m.Script.Decision, false)
	c.text(field+".script.artifact", m.Script.Artifact, false)
	c.list(field+".questions", len(m.Questions))
	for i, q := range m.Questions {
		c.text(fmt.Sprintf("%s.questions[%d]", field, i), q, true)
	}
	c.list(field+".attendance", len(m.Attendance))
	seen := map[string]bool{}
	for i, a := range m.Attendance {
		at := fmt.Sprintf("%s.attendance[%d]", field, i)
		c.reference(c.people, at+".person", a.Person)
		if seen[a.Person] {
			c.addf(at+".person", "%q %w", finding.Clip(a.Person), ErrRepeated)
		}
		seen[a.Person] = true
		c.date(at+".date", a.Date, m.Date, "the module")
		c.score(at+".pre", a.Pre)
		c.score(at+".post", a.Post)
	}
	if f := m.FollowUp; f != nil {
		c.date(field+".followUp.date", f.Date, m.Date, "the module")
		c.text(field+".followUp.metric", f.Metric, true)
		c.count(field+".followUp.before", f.Before)
		c.count(field+".followUp.after", f.After)
	}
	if m.Incident != "" {
		c.reference(c.incidents, field+".incident", m.Incident)
	}
}

func (c *checker) incident(field string, n Incident) {
	c.time(field+".identified", n.Identified)
	found := dayOf(n.Identified)
	const event = "the day the incident was identified"
	if len(n.Triggers) == 0 {
		c.add(field+".triggers", ErrMissing)
	}
	words(c, field+".triggers", n.Triggers, Triggers())
	words(c, field+".authorities", n.Authorities, []Authority{OIG, OCR})
	c.text(field+".what", n.What, true)
	c.topic(field+".topic", n.Topic)
	c.roles(field+".roles", n.Roles)
	c.list(field+".deployments", len(n.Deployments))
	for i, d := range n.Deployments {
		at := fmt.Sprintf("%s.deployments[%d]", field, i)
		c.reference(c.modules, at+".module", d.Module)
		word(c, at+".role", d.Role, Roles())
		c.time(at+".at", d.At)
		if !d.At.IsZero() && d.At.Before(n.Identified) {
			c.addf(at+".at", "%w %s is before the incident was identified, %s", ErrDate, stamp(d.At), stamp(n.Identified))
		}
	}
	if q := n.Procedure; q != nil {
		c.text(field+".procedure.title", q.Title, true)
		c.id(field+".procedure.version", q.Version)
		c.text(field+".procedure.change", q.Change, true)
		c.date(field+".procedure.date", q.Date, found, event)
		c.after(field+".procedure.signed", q.Signed, q.Date, "the procedure")
	} else if len(n.SignOffs) > 0 {
		c.addf(field+".signOffs", "%w: there is no procedure to sign", ErrReference)
	}
	c.list(field+".signOffs", len(n.SignOffs))
	for i, s := range n.SignOffs {
		at := fmt.Sprintf("%s.signOffs[%d]", field, i)
		c.reference(c.people, at+".person", s.Person)
		c.date(at+".date", s.Date, found, event)
		if n.Procedure != nil {
			c.after(at+".date", s.Date, n.Procedure.Date, "the procedure")
		}
	}
	if n.Before != nil {
		c.date(field+".before.date", n.Before.Date, Date{}, "")
		c.count(field+".before", n.Before.ErrorCount)
	}
	if n.After != nil {
		c.date(field+".after.date", n.After.Date, found, event)
		if n.Before != nil {
			c.after(field+".after.date", n.After.Date, n.Before.Date, "the errors before")
		}
		c.count(field+".after", n.After.ErrorCount)
	}
	if n.Learned != nil {
		c.date(field+".learned.date", n.Learned.Date, found, event)
		c.text(field+".learned.text", n.Learned.Text, true)
	}
	c.refunds(field+".refunds", n.Refunds)
	c.after(field+".disclosed", n.Disclosed, found, event)
}

func (c *checker) refunds(field string, refunds []Refund) {
	if !c.list(field, len(refunds)) {
		return
	}
	claims := map[string]bool{}
	for i, r := range refunds {
		at := fmt.Sprintf("%s[%d]", field, i)
		c.unique(claims, at+".claim", r.Claim)
		c.amount(at+".amount", r.Amount)
		c.date(at+".identified", r.Identified, Date{}, "")
		c.after(at+".refunded", r.Refunded, r.Identified, "the day the overpayment was identified")
		c.text(at+".proof", r.Proof, false)
	}
}

// checkReporting checks policies, acknowledgments and the escalation log.
func (p Program) checkReporting(c *checker) {
	policies := map[string]Policy{}
	for i, q := range p.Policies {
		field := fmt.Sprintf("policies[%d]", i)
		c.text(field+".title", q.Title, true)
		c.date(field+".date", q.Date, Date{}, "")
		c.list(field+".pathways", len(q.Pathways))
		for j, w := range q.Pathways {
			c.text(fmt.Sprintf("%s.pathways[%d]", field, j), w, true)
		}
		policies[q.Version] = q
	}
	for i, a := range p.Acknowledgments {
		field := fmt.Sprintf("acknowledgments[%d]", i)
		c.reference(c.people, field+".person", a.Person)
		c.reference(c.policies, field+".policy", a.Policy)
		c.date(field+".date", a.Date, policies[a.Policy].Date, "the policy")
	}
	ids := map[string]bool{}
	for i, k := range p.Cases {
		field := fmt.Sprintf("cases[%d]", i)
		c.unique(ids, field+".id", k.ID)
		c.date(field+".received", k.Received, Date{}, "")
		c.text(field+".what", k.What, true)
		c.after(field+".triaged", k.Triaged, k.Received, "the day the case was received")
		c.text(field+".triage", k.Triage, !k.Triaged.IsZero())
		c.after(field+".closed", k.Closed, k.Received, "the day the case was received")
		c.after(field+".closed", k.Closed, k.Triaged, "the day of triage")
		c.text(field+".memo", k.Memo, false)
		if k.Incident != "" {
			c.reference(c.incidents, field+".incident", k.Incident)
		}
	}
}

func (c *checker) bundleRecord(field string, b BundleRecord) {
	c.date(field+".date", b.Date, Date{}, "")
	if b.Digest != "" {
		c.digest(field+".digest", b.Digest)
	}
	switch {
	case (b.Month == "") == (len(b.Incidents) == 0):
		c.addf(field, "month or incidents %w: a bundle is of one of them", ErrMissing)
	case b.Month == "":
		c.references(c.incidents, field+".incidents", b.Incidents)
	default:
		first, err := parseMonth(b.Month)
		if err != nil {
			c.add(field+".month", err)
			return
		}
		c.after(field+".date", b.Date, first, "the month's first day")
	}
}

// afterIncidents checks that something is not before the incidents it belongs to.
func (p Program) afterIncidents(c *checker, field string, day Date, ids []string) {
	for _, id := range ids {
		if n, ok := p.incident(id); ok {
			c.after(field, day, dayOf(n.Identified), "the day of incident "+finding.Clip(id))
		}
	}
}

// incident finds an incident by its id.
func (p Program) incident(id string) (Incident, bool) {
	for i := range p.Incidents {
		if p.Incidents[i].ID == id && id != "" {
			return p.Incidents[i], true
		}
	}
	return Incident{}, false
}
