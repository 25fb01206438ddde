package reportable

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/sorting"
)

// Warning is a finding that is not an error: a Code for programs, which does not change, and a Message for people.
type Warning = finding.Warning

// Errors that a caller may want to tell apart; [ErrDate] stands beside [Date].
var (
	// ErrKind: a word that is none of the four kinds of reportable event.
	ErrKind = errors.New("reportable: kind of event")
	// ErrWord: a word that is none of the choices of its field.
	ErrWord = errors.New("reportable: word")
	// ErrFacts: a fact is missing, stands twice, or has no meaning where it stands.
	ErrFacts = errors.New("reportable: facts")
	// ErrOrder: a date is before the event that it has to follow.
	ErrOrder = errors.New("reportable: order of dates")
	// ErrAnalysis: an analysis without its day, author, circumstances, conclusion or grounds is none.
	ErrAnalysis = errors.New("reportable: analysis")
	// ErrAmount: an amount is negative or zero where it may not be, not in whole cents, or has too many digits.
	ErrAmount = errors.New("reportable: amount")
	// ErrDays: a number of days is out of range.
	ErrDays = errors.New("reportable: days")
	// ErrCalendar: the choices of a calendar contradict each other.
	ErrCalendar = errors.New("reportable: calendar")
	// ErrYear: federal holidays of a year before [FirstHolidayYear].
	ErrYear = errors.New("reportable: year")
	// ErrClock: a word that is none of the clocks.
	ErrClock = errors.New("reportable: clock")
)

// MaxDays is the longest period in days.
const MaxDays = 3660

// maxList bounds every list of a request.
const maxList = 10_000

// Answer is yes, no, or not known.
type Answer string

// The answers.
const (
	Unknown Answer = ""
	Yes     Answer = "yes"
	No      Answer = "no"
)

// Clause is a sentence of the agreement that sets a parameter otherwise than usual.
type Clause struct {
	// Parameter is the JSON name of the field it sets, such as "threshold".
	Parameter string `json:"parameter"`
	// Quote is the wording of the agreement.
	Quote string `json:"quote"`
	// Source is where it stands in the agreement.
	Source string `json:"source,omitempty"`
}

// Likelihood is how sure a reasonable person would be that a matter is a violation.
type Likelihood string

// The likelihoods, from low to high.
const (
	NoViolation Likelihood = "none"
	Potential   Likelihood = "potential"
	Probable    Likelihood = "probable"
)

// Terms are the words and numbers of the agreement at hand that a determination needs. The zero value is what OIG's FAQ
// says and agreements usually have.
type Terms struct {
	// Violation is the agreement's word: potential (the default) or probable. The FAQ uses both.
	Violation Likelihood `json:"violation,omitempty"`
	// ReportDays are the days to report a reportable event; 0 means 30.
	ReportDays int `json:"reportDays,omitempty" zero:"the usual value"`
	// RepayDays are the days to repay an overpayment; 0 means the 60 of the statute, which are calendar days whatever Calendar
	// counts. A last day of the agreement after that of the statute does not count.
	RepayDays int `json:"repayDays,omitempty" zero:"the usual value"`
	// StateExclusion says whether the agreement's definition of an ineligible person takes in someone whom only a State's
	// Medicaid program excluded. Not known: the determination asks for it where it matters.
	StateExclusion Answer `json:"stateExclusion,omitempty"`
	// Conviction says whether the definition takes in someone convicted of an offense that calls for mandatory exclusion
	// (42 U.S.C. 1320a-7(a)) and not yet excluded.
	Conviction Answer `json:"conviction,omitempty"`
	// Debarment says whether the definition takes in someone debarred or suspended from Federal procurement and
	// nonprocurement programs.
	Debarment Answer `json:"debarment,omitempty"`
	// Calendar turns dates into due dates. The zero value counts calendar days and shifts nothing.
	Calendar Calendar `json:"calendar,omitzero"`
	// Notice is the agreement's own list of what a report contains; none means the usual list of the kind.
	Notice []NoticeItem `json:"notice,omitempty"`
	// Clauses that set any of this.
	Clauses []Clause `json:"clauses,omitempty"`
}

const (
	usualReportDays = 30
	usualRepayDays  = 60
)

// complete returns the terms with every default stated, and the warnings about clauses that are not quoted.
func (t Terms) complete() (Terms, []Warning, error) {
	given := t
	if err := oneOf("terms.violation", t.Violation, "", Potential, Probable); err != nil {
		return t, nil, err
	}
	for _, a := range []struct {
		name  string
		value Answer
	}{{"stateExclusion", t.StateExclusion}, {"conviction", t.Conviction}, {"debarment", t.Debarment}} {
		if err := oneOf("terms."+a.name, a.value, Unknown, Yes, No); err != nil {
			return t, nil, err
		}
	}
	for _, d := range []struct {
		name  string
		value *int
		usual int
	}{{"reportDays", &t.ReportDays, usualReportDays}, {"repayDays", &t.RepayDays, usualRepayDays}} {
		if *d.value < 0 || *d.value > MaxDays {
			return t, nil, fmt.Errorf("%w: terms.%s %d is not between 1 and %d", ErrDays, d.name, *d.value, MaxDays)
		}
		if *d.value == 0 {
			*d.value = d.usual
		}
	}
	if t.Violation == "" {
		t.Violation = Potential
	}
	if err := t.Calendar.check(); err != nil {
		return t, nil, err
	}
	if len(t.Notice) > maxList || len(t.Clauses) > maxList {
		return t, nil, fmt.Errorf("%w: terms: more than %d notice items or clauses", ErrFacts, maxList)
	}
	for i, n := range t.Notice {
		twice := slices.ContainsFunc(t.Notice[:i], func(o NoticeItem) bool { return o.ID == n.ID })
		if twice || blank(n.ID) || blank(n.Text) {
			return t, nil, fmt.Errorf("%w: terms.notice %d needs an id of its own and a text", ErrFacts, i+1)
		}
	}
	for i, c := range t.Clauses {
		if err := oneOf("terms.clauses parameter", c.Parameter, termNames...); err != nil {
			return t, nil, err
		}
		if blank(c.Quote) {
			return t, nil, fmt.Errorf("%w: terms.clauses %d quotes nothing for %s", ErrFacts, i+1, c.Parameter)
		}
	}
	var warnings []Warning
	for name, differs := range map[string]bool{
		"reportDays": t.ReportDays != usualReportDays, "repayDays": t.RepayDays != usualRepayDays,
		"stateExclusion": t.StateExclusion != Unknown, "conviction": t.Conviction != Unknown,
		"debarment": t.Debarment != Unknown, "violation": given.Violation != "", "notice": len(t.Notice) > 0,
		"calendar": !t.Calendar.isZero(),
	} {
		if _, quoted := t.clause(name); differs && !quoted {
			warnings = append(warnings, finding.Warn("clause_not_quoted",
				"The term %s is not the usual one and no clause of the agreement is quoted for it.", name))
		}
	}
	sorting.By(warnings, func(a, b Warning) int { return strings.Compare(a.Message, b.Message) })
	return t, warnings, nil
}

// termNames are the fields of Terms that a clause can set, by JSON name.
var termNames = []string{"violation", "reportDays", "repayDays", "stateExclusion", "conviction", "debarment",
	"calendar", "notice"}

func (t Terms) clause(parameter string) (Clause, bool) {
	i := slices.IndexFunc(t.Clauses, func(c Clause) bool { return c.Parameter == parameter })
	if i < 0 {
		return Clause{}, false
	}
	return t.Clauses[i], true
}

// source of a term: the clause that sets it, or else a rule.
func (t Terms) source(parameter, rule string) Source {
	if c, ok := t.clause(parameter); ok {
		return c.source()
	}
	return sourceOf(rule)
}

func (c Clause) source() Source {
	if c.Source == "" {
		return Source{Citation: "the agreement", Quote: c.Quote}
	}
	return Source{Citation: "the agreement, " + c.Source, Quote: c.Quote}
}

func oneOf[T ~string](field string, value T, choices ...T) error {
	if slices.Contains(choices, value) {
		return nil
	}
	words := make([]string, 0, len(choices))
	for _, c := range choices {
		if c != "" {
			words = append(words, string(c))
		}
	}
	return fmt.Errorf("%w: %s %q is none of %s", ErrWord, field, finding.Clip(string(value)), strings.Join(words, ", "))
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// dollars checks an amount: not negative, in whole cents. Zero passes only where it may.
func dollars(field string, d decimal.Decimal, zero bool) error {
	if err := exact.Check(d); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrAmount, field, err)
	}
	switch {
	case d.IsNegative():
		return fmt.Errorf("%w: %s %s is negative", ErrAmount, field, exact.String(d))
	case d.IsZero() && !zero:
		return fmt.Errorf("%w: %s is zero", ErrAmount, field)
	case exact.Canonical(d).Exponent() < -2:
		return fmt.Errorf("%w: %s %s is not in whole cents", ErrAmount, field, exact.String(d))
	}
	return nil
}

// notBefore refuses a date before one that it has to follow. No date is no contradiction.
func notBefore(field string, d Date, than string, first Date) error {
	if !d.IsZero() && !first.IsZero() && d.Compare(first) < 0 {
		return fmt.Errorf("%w: %s %s is before %s %s", ErrOrder, field, d, than, first)
	}
	return nil
}
