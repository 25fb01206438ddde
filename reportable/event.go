package reportable

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Kind of reportable event.
type Kind string

// The four kinds. Source: OIG CIA FAQ, "Reporting of Overpayments" and "Reportable Events".
const (
	SubstantialOverpayment Kind = "substantial_overpayment"
	PotentialViolation     Kind = "potential_violation"
	IneligiblePerson       Kind = "ineligible_person"
	Bankruptcy             Kind = "bankruptcy"
)

// Kinds lists the four kinds.
func Kinds() []Kind {
	return []Kind{SubstantialOverpayment, PotentialViolation, IneligiblePerson, Bankruptcy}
}

// Conclusion is what a determination comes to.
type Conclusion string

// The conclusions.
const (
	// Reportable: it is to be reported to OIG.
	Reportable Conclusion = "reportable"
	// NotReportable: it is not, under this kind.
	NotReportable Conclusion = "not_reportable"
	// NeedsAnalysis: the recorded facts do not decide it; the reasons say what is missing.
	NeedsAnalysis Conclusion = "needs_analysis"
)

// Event is a matter that may be a reportable event, as typed facts. One occurrence is an isolated event, several are
// judged together as a series. [Event.Determine] says what follows from the facts.
type Event struct {
	// Kind it is examined as. A matter that may be of two kinds is examined twice.
	Kind Kind `json:"kind"`
	// Title in the provider's words.
	Title string `json:"title,omitempty"`
	// Occurrences of a substantial overpayment or a potential violation, at least one. The other kinds may have some too:
	// what was overpaid goes back to the payor.
	Occurrences []Occurrence `json:"occurrences,omitempty"`
	// Screen is the provider's screening threshold, an optional first step. Substantial overpayments only.
	Screen *Screen `json:"screen,omitempty"`
	// Violation is what is known of the law. Potential violations only.
	Violation *Violation `json:"violation,omitempty"`
	// Persons who may be ineligible. That kind only, at least one.
	Persons []Person `json:"persons,omitempty"`
	// Petitions of bankruptcy. That kind only, at least one.
	Petitions []Petition `json:"petitions,omitempty"`
	// Analysis of the facts and circumstances, where it was made. Its day is the day of the determination.
	Analysis *Analysis `json:"analysis,omitempty"`
	// Determined is the day on which the provider determined that an ineligible person or a petition is a reportable event,
	// where no analysis concludes so. The clock to report starts on it.
	Determined Date `json:"determined,omitzero"`
	// Corrections are the steps taken to correct the matter and to keep it from recurring, for the report.
	Corrections []string `json:"corrections,omitempty"`
	// Terms of the agreement.
	Terms Terms `json:"terms,omitzero"`
}

// Occurrence is one thing that happened.
type Occurrence struct {
	// From and Through are its first and last day; no Through means the one day.
	From    Date `json:"from"`
	Through Date `json:"through,omitzero"`
	// What happened.
	What string `json:"what"`
	// Overpayment in dollars and cents, above zero; none where there is none or it is not quantified.
	Overpayment *decimal.Decimal `json:"overpayment,omitempty"`
	// Payor of it.
	Payor string `json:"payor,omitempty"`
	// Discovered is the day the provider learned of it.
	Discovered Date `json:"discovered,omitzero"`
	// Identified is the day the overpayment was identified: the clock to repay starts on it. It may be before Discovered: one is
	// identified, too, when the provider should have found it by reasonable diligence (42 CFR 401.305(a)(2) as of 2016), or
	// ignores it deliberately or with reckless disregard (as of 2025; 31 U.S.C. 3729(b)(1)(A)).
	Identified Date `json:"identified,omitzero"`
	// CostReport is the day a corresponding cost report is due, if there is one: by the statute the overpayment is due no
	// earlier. Days of the agreement other than the 60 of the statute do not move with it.
	CostReport Date `json:"costReport,omitzero"`
}

// last day of the occurrence.
func (o Occurrence) last() Date {
	if o.Through.IsZero() {
		return o.From
	}
	return o.Through
}

// Screen is a threshold a provider screens overpayments with. It never decides.
type Screen struct {
	// Amount is a threshold in dollars; none for none.
	Amount *decimal.Decimal `json:"amount,omitempty"`
	// Rate is a threshold as a fraction of Base, "0.05"; none for none.
	Rate *decimal.Decimal `json:"rate,omitempty"`
	// Base the rate is taken of, in dollars, above zero: for instance what the payors paid in the period. With an amount and a
	// rate, either meets the screen.
	Base *decimal.Decimal `json:"base,omitempty"`
}

// Violation is what is known of the law that a matter may violate.
type Violation struct {
	// Laws that may be violated, at least one.
	Laws []string `json:"laws"`
	// FederalProgram says whether the laws are applicable to a Federal health care program.
	FederalProgram Answer `json:"federalProgram,omitempty"`
	// Sanction says whether penalties or exclusion may be authorized.
	Sanction Answer `json:"sanction,omitempty"`
	// Assessed is what a reasonable person would consider the matter: none, potential or probable violation. It belongs to
	// the analysis.
	Assessed Likelihood `json:"assessed,omitempty"`
	// CMP says whether OIG's civil money penalty authorities are implicated: then the matter can be resolved as a reportable
	// event.
	CMP Answer `json:"cmp,omitempty"`
	// Kickback says that remuneration is involved.
	Kickback bool `json:"kickback,omitempty"`
	// StarkOnly says that the matter is solely a violation of the physician self-referral law.
	StarkOnly bool `json:"starkOnly,omitempty"`
}

func (l Likelihood) words() string {
	if l == NoViolation {
		return "no violation"
	}
	return "a " + string(l) + " violation"
}

// Petition is a bankruptcy petition.
type Petition struct {
	// Debtor: the provider (with every entity under the agreement), or another.
	Debtor Debtor `json:"debtor"`
	// Filed is the day it was filed; no date while it is only considered.
	Filed Date `json:"filed,omitzero"`
	// Involuntary says that creditors filed it.
	Involuntary bool `json:"involuntary,omitempty"`
	// Court and Case number, for the report.
	Court string `json:"court,omitempty"`
	Case  string `json:"case,omitempty"`
}

// Debtor of a bankruptcy petition.
type Debtor string

// The debtors.
const (
	ProviderDebtor Debtor = "provider"
	OtherDebtor    Debtor = "other"
)

// Analysis is the recorded analysis of the facts and circumstances.
type Analysis struct {
	// On is the day it was concluded.
	On Date `json:"on"`
	// By is who made it.
	By string `json:"by"`
	// Considered are the facts and circumstances, at least one, and not the threshold alone.
	Considered []Circumstance `json:"considered"`
	// Conclusion: reportable, not_reportable, or needs_analysis where it stays open.
	Conclusion Conclusion `json:"conclusion"`
	// Grounds of the conclusion.
	Grounds string `json:"grounds"`
}

// Circumstance is a fact or circumstance that was considered.
type Circumstance struct {
	Kind CircumstanceKind `json:"kind"`
	Text string           `json:"text"`
}

// CircumstanceKind sorts what was considered. The words are ours, to sort by; OIG publishes no list.
type CircumstanceKind string

// The kinds of circumstances.
const (
	ThresholdFact  CircumstanceKind = "threshold"  // a percentage or dollar threshold
	AmountFact     CircumstanceKind = "amount"     // the amount and what it is measured against
	CauseFact      CircumstanceKind = "cause"      // how it came about
	DurationFact   CircumstanceKind = "duration"   // how long it went on
	PatternFact    CircumstanceKind = "pattern"    // how often and how widely
	KnowledgeFact  CircumstanceKind = "knowledge"  // who knew, and when
	PatientsFact   CircumstanceKind = "patients"   // what it meant for patients
	HistoryFact    CircumstanceKind = "history"    // earlier events of the kind
	CorrectionFact CircumstanceKind = "correction" // what was done about it
	OtherFact      CircumstanceKind = "other"
)

// kinds counts the kinds of circumstances that were considered, thresholds not counted.
func (a Analysis) kinds() int {
	seen := map[CircumstanceKind]bool{}
	for _, c := range a.Considered {
		if c.Kind != ThresholdFact {
			seen[c.Kind] = true
		}
	}
	return len(seen)
}

// thresholdAlone reports whether nothing but thresholds was considered.
func (a Analysis) thresholdAlone() bool { return a.kinds() == 0 }

// clone returns an event of its own, so that a determination does not change with what the caller does later.
func (e Event) clone() Event {
	e.Occurrences = slices.Clone(e.Occurrences)
	for i := range e.Occurrences {
		e.Occurrences[i].Overpayment = copyOf(e.Occurrences[i].Overpayment)
	}
	if e.Screen = copyOf(e.Screen); e.Screen != nil {
		e.Screen.Amount, e.Screen.Rate, e.Screen.Base = copyOf(e.Screen.Amount), copyOf(e.Screen.Rate), copyOf(e.Screen.Base)
	}
	if e.Violation = copyOf(e.Violation); e.Violation != nil {
		e.Violation.Laws = slices.Clone(e.Violation.Laws)
	}
	e.Persons = slices.Clone(e.Persons)
	for i := range e.Persons {
		e.Persons[i].Exclusions = slices.Clone(e.Persons[i].Exclusions)
	}
	e.Petitions = slices.Clone(e.Petitions)
	if e.Analysis = copyOf(e.Analysis); e.Analysis != nil {
		e.Analysis.Considered = slices.Clone(e.Analysis.Considered)
	}
	e.Corrections = slices.Clone(e.Corrections)
	e.Terms.Calendar.Closed = slices.Clone(e.Terms.Calendar.Closed)
	e.Terms.Notice = slices.Clone(e.Terms.Notice)
	for i := range e.Terms.Notice {
		e.Terms.Notice[i].Facts = slices.Clone(e.Terms.Notice[i].Facts)
	}
	e.Terms.Clauses = slices.Clone(e.Terms.Clauses)
	return e
}

func copyOf[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
