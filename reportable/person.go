package reportable

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/finding"
)

// ExclusionProgram is a program that a person was excluded from.
type ExclusionProgram string

// The programs.
const (
	// FederalPrograms: excluded by OIG from all Federal health care programs.
	FederalPrograms ExclusionProgram = "federal_health_care_programs"
	// Medicare: excluded from Medicare.
	Medicare ExclusionProgram = "medicare"
	// StateMedicaid: excluded by a State from its Medicaid program.
	StateMedicaid ExclusionProgram = "state_medicaid"
	// Procurement: debarred or suspended from Federal procurement and nonprocurement programs.
	Procurement ExclusionProgram = "procurement"
)

// Exclusion of a person from a program.
type Exclusion struct {
	Program ExclusionProgram `json:"program"`
	// State whose Medicaid program it is, as "TX"; for that program only.
	State string `json:"state,omitempty"`
	// From is the first day, Through the last one: the day before reinstatement. No Through: it goes on.
	From    Date `json:"from"`
	Through Date `json:"through,omitzero"`
	// PaidServices says whether the person provides services that this State's Medicaid program pays for.
	PaidServices Answer `json:"paidServices,omitempty"`
}

// Person is an employee or contractor who may be ineligible.
type Person struct {
	Name string `json:"name"`
	// Duties the person performs.
	Duties string `json:"duties,omitempty"`
	// From and Through are the days of the employment or contract; no Through: it goes on.
	From    Date `json:"from"`
	Through Date `json:"through,omitzero"`
	// Exclusions of the person.
	Exclusions []Exclusion `json:"exclusions,omitempty"`
	// FederalScreened is the day the federal exclusion lists were last searched for the person.
	FederalScreened Date `json:"federalScreened,omitzero"`
	// Convicted is the day of a conviction of an offense that calls for mandatory exclusion (42 U.S.C. 1320a-7(a)), where no
	// exclusion followed yet.
	Convicted Date `json:"convicted,omitzero"`
	// Screening and Found describe, for the report, the screening that was made and how the person was found.
	Screening string `json:"screening,omitempty"`
	Found     string `json:"found,omitempty"`
}

// PersonFinding is what follows for one person.
type PersonFinding struct {
	Name string `json:"name"`
	// Conclusion: whether the employment or contract is a reportable event.
	Conclusion Conclusion `json:"conclusion"`
	// Removal: whether the person has to be removed, at least from work for the programs that excluded the person. No where
	// the engagement or the exclusion has ended, not known where the reasons ask for a fact.
	Removal Answer `json:"removal,omitempty"`
	// From and Through are the first and the last of the days on which the person was both engaged and excluded (or
	// convicted), as far as they decide the conclusion. No Through: it goes on.
	From    Date `json:"from,omitzero"`
	Through Date `json:"through,omitzero"`
	// Periods are these days where they are not all from From through Through: in order, with days between them.
	Periods []Period `json:"periods,omitempty"`
	// Reasons in order.
	Reasons []Reason `json:"reasons"`
	// Warnings: clause_not_quoted, not_screened (also where the last federal exclusion ended during the engagement).
	Warnings []Warning `json:"warnings,omitempty"`
}

func (p Person) check(name string) error {
	if blank(p.Name) {
		return fmt.Errorf("%w: %s has no name", ErrFacts, name)
	}
	if p.From.IsZero() {
		return fmt.Errorf("%w: %s has no first day of employment or contract (from)", ErrFacts, name)
	}
	if err := notBefore(name+" through", p.Through, "from", p.From); err != nil {
		return err
	}
	if len(p.Exclusions) > maxList {
		return fmt.Errorf("%w: %s has more than %d exclusions", ErrFacts, name, maxList)
	}
	for i, x := range p.Exclusions {
		field := fmt.Sprintf("%s exclusion %d", name, i+1)
		if err := oneOf(field+" program", x.Program, FederalPrograms, Medicare, StateMedicaid, Procurement); err != nil {
			return err
		}
		if err := oneOf(field+" paidServices", x.PaidServices, Unknown, Yes, No); err != nil {
			return err
		}
		switch state := x.Program == StateMedicaid; {
		case x.From.IsZero():
			return fmt.Errorf("%w: %s has no first day (from)", ErrFacts, field)
		case state && blank(x.State):
			return fmt.Errorf("%w: %s does not name the State", ErrFacts, field)
		case !state && (x.State != "" || x.PaidServices != Unknown):
			return fmt.Errorf("%w: %s: state and paidServices belong to a State's Medicaid program", ErrFacts, field)
		}
		if err := notBefore(field+" through", x.Through, "from", x.From); err != nil {
			return err
		}
	}
	return nil
}

// Examine says whether the person is ineligible under the terms of the agreement, and whether the person has to be removed.
//
// An exclusion from the Federal health care programs or Medicare during the employment or contract decides. An exclusion
// from a State's Medicaid program only is treated as OIG's FAQ distinguishes: no termination is required if the person is
// not excluded from Medicare and provides no services that this State's Medicaid program pays for. The FAQ says "is not also
// excluded": a federal exclusion counts on the days that it has in common with the State's, and the other days of the
// State's are by the State only. The FAQ says nothing of a report in that case; it is the agreement's definition of an
// ineligible person that decides ([Terms].StateExclusion).
//
// Source: OIG CIA FAQ, "Ineligible Persons".
//
// Errors: [ErrFacts], [ErrOrder], [ErrWord], and those of the terms.
func (p Person) Examine(terms Terms) (PersonFinding, error) {
	terms, warnings, err := terms.complete()
	if err != nil {
		return PersonFinding{}, err
	}
	f, err := p.find(terms, "person")
	f.Warnings = append(warnings, f.Warnings...)
	if err != nil {
		return PersonFinding{}, err
	}
	return f, nil
}

func (p Person) find(terms Terms, name string) (PersonFinding, error) {
	if err := p.check(name); err != nil {
		return PersonFinding{}, err
	}
	f := PersonFinding{Name: p.Name, Conclusion: NotReportable, Removal: No}
	federal := p.federalExclusions()
	for _, x := range p.Exclusions {
		days, ok := p.engaged().overlap(x.period())
		if !ok {
			f.reason("not_at_the_time", RuleIneligible, fmt.Sprintf("The exclusion from %s (%s) and the engagement (%s) "+
				"have no day in common.", x.where(), span(x.From, x.Through), span(p.From, p.Through)))
			continue
		}
		text := span(days.From, days.Through)
		switch x.Program {
		case FederalPrograms, Medicare:
			f.settle(Reportable, Yes, days)
			f.reason("excluded_federally", RuleIneligible, fmt.Sprintf("%s was engaged while excluded from %s: %s.",
				p.Name, x.where(), text))
		case StateMedicaid:
			f.state(p, x, federal, terms, days)
		case Procurement:
			f.defined(terms, "debarment", terms.Debarment, "debarred",
				fmt.Sprintf("%s was engaged while debarred or suspended: %s.", p.Name, text), days)
		}
	}
	if !p.Convicted.IsZero() {
		if days, ok := p.engaged().overlap(Period{From: p.Convicted}); ok {
			f.defined(terms, "conviction", terms.Conviction, "convicted",
				fmt.Sprintf("%s was engaged after a conviction that calls for mandatory exclusion: %s.", p.Name,
					span(days.From, days.Through)), days)
		}
	}
	if f.Removal == Yes {
		f.reason("removal", RuleRemoval, "The person is removed from work for the programs that excluded the person, at "+
			"least until reinstated.")
	}
	if len(f.Reasons) == 0 {
		f.reason("no_exclusion", RuleIneligible, "No exclusion, debarment or conviction is recorded.")
	}
	if f.Periods = merge(f.Periods); len(f.Periods) == 1 {
		f.Periods = nil
	}
	ended := len(federal) > 0 && federal[len(federal)-1].Through != p.Through // before the engagement
	said := slices.ContainsFunc(f.Reasons, func(r Reason) bool { return r.Code == "medicare_not_checked" })
	if (f.Conclusion == NotReportable || ended) && p.FederalScreened.IsZero() && !said {
		f.Warnings = append(f.Warnings, finding.Warn("not_screened", "No search of the federal exclusion lists is "+
			"recorded for %s.", p.Name))
	}
	return f, nil
}

// state weighs the exclusion from a State's Medicaid program as the FAQ does.
func (f *PersonFinding) state(p Person, x Exclusion, federal []Period, terms Terms, days Period) {
	who := x.who(p, days)
	switch {
	case x.PaidServices == Yes && terms.StateExclusion == No:
		f.settle(NeedsAnalysis, Unknown, days)
		f.Reasons = append(f.Reasons, Reason{Code: "definition_contradicts", Source: terms.source("stateExclusion", RuleIneligible),
			Text: who + " and provides services that this program pays for: the FAQ's exception does not apply, and the " +
				"agreement's definition does not take it in. Which of the two counts has to be settled."})
		return
	case x.PaidServices == Yes:
		f.settle(Reportable, Yes, days)
		f.reason("paid_by_excluding_state", RuleStateMedicaid, who+" and provides services that this program pays for: "+
			"the FAQ's exception does not apply.")
		return
	case x.PaidServices == Unknown:
		f.settle(NeedsAnalysis, Unknown, days)
		f.reason("paid_services_unknown", RuleStateMedicaid, who+"; whether the person provides services that this "+
			"program pays for is not recorded.")
		f.reportedAnyway(terms, days)
		return
	}
	too, only := days.split(federal)
	for _, d := range too {
		f.reason("federally_too", RuleStateMedicaid, x.who(p, d)+"; the FAQ's exception is for persons who are not excluded "+
			"from Medicare too.")
	}
	for _, d := range only {
		switch earlier := len(too) > 0 && d.From.Compare(too[len(too)-1].From) < 0; {
		case !earlier:
			f.stateOnly(p, x, terms, d, len(federal) > 0)
		case terms.StateExclusion == Yes:
			f.defined(terms, "stateExclusion", Yes, "state_only_definition", x.who(p, d)+", by the State only.", d)
		}
	}
}

// stateOnly weighs days on which a State's Medicaid program excluded the person and no federal exclusion is recorded: neither
// on them nor, of the same exclusion, on later ones. Of other days there may be one.
func (f *PersonFinding) stateOnly(p Person, x Exclusion, terms Terms, days Period, other bool) {
	who, not := x.who(p, days), "is not excluded from Medicare"
	if other && !days.Through.IsZero() {
		not = "was not excluded from Medicare then"
	}
	if p.FederalScreened.Compare(days.From) < 0 {
		f.settle(NeedsAnalysis, Unknown, days)
		f.reason("medicare_not_checked", RuleStateMedicaid, who+"; that the person is not excluded from Medicare too is "+
			"not shown: no search of the federal lists since then is recorded.")
		f.reportedAnyway(terms, days)
		return
	}
	f.reason("state_only", RuleStateMedicaid, who+", "+not+" and provides no services that this "+
		"program pays for: the CIA does not require termination.")
	f.defined(terms, "stateExclusion", terms.StateExclusion, "state_only_definition",
		"The FAQ's exception is about termination. Whether the employment or contract is reported depends on the "+
			"agreement's definition.", days)
}

// who says who was excluded from what while engaged.
func (x Exclusion) who(p Person, days Period) string {
	return fmt.Sprintf("%s was engaged while excluded from %s (%s)", p.Name, x.where(), span(days.From, days.Through))
}

// reportedAnyway: where the agreement's definition takes in every exclusion by a State, the fact that is missing decides the
// removal only.
func (f *PersonFinding) reportedAnyway(terms Terms, days Period) {
	if terms.StateExclusion == Yes {
		f.settle(Reportable, Unknown, days)
		f.Reasons = append(f.Reasons, Reason{Code: "state_only_definition", Source: terms.source("stateExclusion", RuleIneligible),
			Text: "The agreement's definition takes it in, whatever that fact is: it decides the removal only."})
	}
}

// engaged are the days of the employment or contract.
func (p Person) engaged() Period { return Period{p.From, p.Through} }

func (x Exclusion) period() Period { return Period{x.From, x.Through} }

// federalExclusions lists the days of the engagement on which the person was excluded from Medicare, merged.
func (p Person) federalExclusions() []Period {
	var list []Period
	for _, x := range p.Exclusions {
		federal := x.Program == FederalPrograms || x.Program == Medicare
		if days, ok := p.engaged().overlap(x.period()); ok && federal {
			list = append(list, days)
		}
	}
	return merge(list)
}

// defined settles what the agreement's definition of an ineligible person decides.
func (f *PersonFinding) defined(terms Terms, term string, covers Answer, code, text string, days Period) {
	conclusion, removal := NeedsAnalysis, Unknown
	switch covers {
	case Yes:
		conclusion, removal = Reportable, Yes
		text += " The agreement's definition takes it in."
	case No:
		conclusion, removal = NotReportable, No
		text += " The agreement's definition does not take it in."
	default:
		text += " Whether the agreement's definition takes it in is not recorded (terms." + term + ")."
	}
	if term == "stateExclusion" {
		removal = No // as the FAQ says, whatever the definition
	}
	f.settle(conclusion, removal, days)
	f.Reasons = append(f.Reasons, Reason{Code: code, Text: text, Source: terms.source(term, RuleIneligible)})
}

var weight = map[Conclusion]int{NotReportable: 0, NeedsAnalysis: 1, Reportable: 2}

// settle keeps the gravest conclusion, with its days. There is nobody to remove where these have ended.
func (f *PersonFinding) settle(s Conclusion, removal Answer, days Period) {
	switch {
	case weight[s] > weight[f.Conclusion]:
		f.Conclusion, f.From, f.Through, f.Periods = s, days.From, days.Through, []Period{days}
	case s == f.Conclusion && s != NotReportable:
		if days.From.Compare(f.From) < 0 {
			f.From = days.From
		}
		f.Through, f.Periods = laterEnd(f.Through, days.Through), append(f.Periods, days)
	}
	if !days.Through.IsZero() {
		return
	}
	if removal == Yes || removal == Unknown && f.Removal == No {
		f.Removal = removal
	}
}

func (f *PersonFinding) reason(code, rule, text string) {
	f.Reasons = append(f.Reasons, Reason{Code: code, Text: text, Source: sourceOf(rule)})
}

// where says in words what the exclusion is from.
func (x Exclusion) where() string {
	switch x.Program {
	case FederalPrograms:
		return "the Federal health care programs"
	case Medicare:
		return "Medicare"
	case StateMedicaid:
		return "the Medicaid program of " + x.State
	}
	return "Federal procurement and nonprocurement programs"
}
