package training

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// short writes hours with two places.
func short(d decimal.Decimal) string { return exact.Fixed(d, 2) }

// pitfalls looks for the five pitfalls in a programme as of a day.
func (p Program) pitfalls(on Date, audit SelfAudit) []PitfallFinding {
	details := [][]Gap{p.oneAndDone(on), p.noLink(on), nil, p.silence(on), p.slow(on)}
	for _, g := range audit.Tasks[1].Missing {
		switch g.Code {
		case "module_attendance", "module_scores", "module_metric":
			details[2] = append(details[2], g)
		}
	}
	list := make([]PitfallFinding, len(details))
	for i, f := range Pitfalls() {
		list[i] = PitfallFinding{Pitfall: f, Found: len(details[i]) > 0, Details: details[i]}
	}
	return list
}

// oneAndDone: at least three months of the last twelve have ended, a role was there in all of them, and had a module in no
// more than one.
func (p Program) oneAndDone(on Date) []Gap {
	var gaps []Gap
	now := periodOf(on, 1)
	for _, role := range Roles() {
		months, trained := 0, 0
		for back := 1; back <= 12; back++ {
			m := now.move(-back)
			if m.first.Compare(p.Start) < 0 ||
				!slices.ContainsFunc(p.Staff, func(q Person) bool { return q.holds(m.last(), role) }) {
				continue
			}
			months++
			if slices.ContainsFunc(p.Modules, func(q Module) bool { return m.has(q.Date) && contains(q.Roles, role) }) {
				trained++
			}
		}
		if months >= 3 && trained <= 1 {
			gaps = append(gaps, gap("role_untrained", string(role), "%s had a module in %d of %d months.", role, trained, months))
		}
	}
	return gaps
}

// trained is the set of competencies that modules of the last year train.
func (p Program) trained(on Date) map[string]bool {
	set := map[string]bool{}
	for _, m := range p.Modules {
		if recent(m.Date, on) {
			for _, id := range m.Competencies {
				set[id] = true
			}
		}
	}
	return set
}

// latest is the newest version of the map.
func (p Program) latest() ControlsMap {
	if len(p.Maps) == 0 {
		return ControlsMap{}
	}
	return p.Maps[len(p.Maps)-1]
}

// noLink: a revenue code of the map without a module within a year, or a module that trains nothing of the map. Nothing is
// said within the first three months: a module a month does not get everywhere at once.
func (p Program) noLink(on Date) []Gap {
	var gaps []Gap
	if len(p.Maps) == 0 {
		gaps = append(gaps, gap("map", "", "Without a Training Controls Map no module is tied to a code."))
	}
	trained := p.trained(on)
	if p.Start.AddDays(90).Compare(on) <= 0 {
		for _, e := range p.latest().Exposures {
			if e.Kind == RevenueCode && !slices.ContainsFunc(e.Competencies, func(k Competency) bool { return trained[k.ID] }) {
				gaps = append(gaps, gap("code_untrained", e.Name, "No module within a year trains a competency for %s.", e.Name))
			}
		}
	}
	for _, m := range p.Modules {
		if recent(m.Date, on) && len(m.Competencies) == 0 {
			gaps = append(gaps, gap("module_unlinked", m.ID, "Module %s names no competency of the map.", m.ID))
		}
	}
	return gaps
}

// silence: the map has no remuneration exposure, or no module within a year trains one.
func (p Program) silence(on Date) []Gap {
	trained, exposed, covered := p.trained(on), false, false
	for _, e := range p.latest().Exposures {
		if e.Kind == Remuneration {
			exposed = true
			covered = covered || slices.ContainsFunc(e.Competencies, func(k Competency) bool { return trained[k.ID] })
		}
	}
	switch {
	case !exposed:
		return []Gap{gap("remuneration_unmapped", "", "The map names no remuneration exposure.")}
	case !covered:
		return []Gap{gap("remuneration_untrained", "", "No module within a year trains a competency for a remuneration exposure.")}
	}
	return nil
}

// slow: a sprint of the last year was late, or is not deployed after 72 hours.
func (p Program) slow(on Date) []Gap {
	var gaps []Gap
	for _, n := range p.Incidents {
		c := n.clock(endOf(on, n.zone()))
		if (c.State == Late && recent(dayOf(n.Identified), on)) || c.State == Expired {
			gaps = append(gaps, gap("sprint_"+string(c.State), n.ID, "Incident %s: %s hours, %s beyond 72.", n.ID,
				short(c.Hours), short(c.HoursLate)))
		}
	}
	return gaps
}
