package reportable

// Rule is a rule with its source and the days it is in force.
type Rule struct {
	// ID is a short name that does not change.
	ID string `json:"id"`
	// Text says in our words what the rule demands.
	Text string `json:"text"`
	// Citation is where it stands.
	Citation string `json:"citation"`
	// Days is the number of calendar days it gives, 0 where it gives none.
	Days int `json:"days,omitempty"`
	// From and Through are the first and the last day the rule is in force in this form; no date means open.
	From    Date `json:"from,omitzero"`
	Through Date `json:"through,omitzero"`
	// AsOf is the state of a source that has no day of coming into force, such as OIG's FAQ.
	AsOf Date `json:"asOf,omitzero"`
	// Quote is a short clause of the source where its very words matter.
	Quote string `json:"quote,omitempty"`
}

// InForce reports whether the rule is in force in this form on a day. No date asks for the newest form: it is in force
// unless the form has ended.
func (r Rule) InForce(on Date) bool {
	if on.IsZero() {
		return r.Through.IsZero()
	}
	return (r.From.IsZero() || on.Compare(r.From) >= 0) && (r.Through.IsZero() || on.Compare(r.Through) <= 0)
}

// Source is where something that is said here stands: a rule of [Rules], or a clause of the agreement.
type Source struct {
	// Rule is the id of the rule; empty for a clause of the agreement.
	Rule string `json:"rule,omitempty"`
	// Citation is where it stands.
	Citation string `json:"citation"`
	// Quote is a short clause of it.
	Quote string `json:"quote,omitempty"`
	// AsOf is the state of the source, where it has one.
	AsOf Date `json:"asOf,omitzero"`
}

// Source of the rule.
func (r Rule) Source() Source {
	return Source{Rule: r.ID, Citation: r.Citation, Quote: r.Quote, AsOf: r.AsOf}
}

// Reason is one step of a reasoning, with its source.
type Reason struct {
	// Code is a short name that does not change, for programs: "threshold_alone".
	Code string `json:"code"`
	// Text is the reason in a sentence or two.
	Text string `json:"text"`
	// Source of it.
	Source Source `json:"source"`
}

// Rules returns all rules this package knows, as a list of its own.
func Rules() []Rule { return append([]Rule(nil), rules...) }

// RuleOn returns a rule in the form that is in force on a day; for no date, the newest form.
func RuleOn(id string, on Date) (Rule, bool) { return InForce(rules, id, on) }

// InForce finds a rule by its id in a list, in the form that is in force on a day; for no date, the newest form. The
// forms of one rule stand in the order of time.
func InForce(list []Rule, id string, on Date) (Rule, bool) {
	for i := len(list) - 1; i >= 0; i-- {
		if r := list[i]; r.ID == id && r.InForce(on) {
			return r, true
		}
	}
	return Rule{}, false
}

// newest returns the newest form of a rule of this package.
func newest(id string) Rule {
	r, _ := RuleOn(id, Date{})
	return r
}

// sourceOf is the source of the newest form of a rule of this package.
func sourceOf(id string) Source { return newest(id).Source() }
