package reportable

import (
	"fmt"

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

// Status is what a determination comes to.
type Status string

// The statuses.
const (
	// Reportable: it is to be reported to OIG.
	Reportable Status = "reportable"
	// NotReportable: it is not, under this kind.
	NotReportable Status = "not_reportable"
	// NeedsAnalysis: the recorded facts do not decide it; the reasons say what is missing.
	NeedsAnalysis Status = "needs_analysis"
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
	// where no analysis is recorded. The clock to report starts on it.
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
	// Identified is the day the overpayment was identified: the clock to repay starts on it.
	Identified Date `json:"identified,omitzero"`
	// CostReport is the day a corresponding cost report is due, if there is one: the overpayment is due no earlier.
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
	Conclusion Status `json:"conclusion"`
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
	Threshold   CircumstanceKind = "threshold"  // a percentage or dollar threshold
	AmountFact  CircumstanceKind = "amount"     // the amount and what it is measured against
	Cause       CircumstanceKind = "cause"      // how it came about
	Duration    CircumstanceKind = "duration"   // how long it went on
	Pattern     CircumstanceKind = "pattern"    // how often and how widely
	Knowledge   CircumstanceKind = "knowledge"  // who knew, and when
	PatientCare CircumstanceKind = "patients"   // what it meant for patients
	History     CircumstanceKind = "history"    // earlier events of the kind
	Correction  CircumstanceKind = "correction" // what was done about it
	OtherFact   CircumstanceKind = "other"
)

// thresholdAlone reports whether nothing but thresholds was considered.
func (a Analysis) thresholdAlone() bool {
	for _, c := range a.Considered {
		if c.Kind != Threshold {
			return false
		}
	}
	return true
}

func (a Analysis) check() error {
	switch {
	case a.On.IsZero():
		return fmt.Errorf("%w: the day is missing", ErrAnalysis)
	case blank(a.By):
		return fmt.Errorf("%w: by whom is missing", ErrAnalysis)
	case len(a.Considered) == 0:
		return fmt.Errorf("%w: no fact or circumstance was considered", ErrAnalysis)
	case len(a.Considered) > maxList:
		return fmt.Errorf("%w: more than %d circumstances", ErrAnalysis, maxList)
	case a.Conclusion == "":
		return fmt.Errorf("%w: the conclusion is missing", ErrAnalysis)
	case blank(a.Grounds):
		return fmt.Errorf("%w: a conclusion without grounds", ErrAnalysis)
	}
	if err := oneOf("analysis.conclusion", a.Conclusion, Reportable, NotReportable, NeedsAnalysis); err != nil {
		return err
	}
	for i, c := range a.Considered {
		if err := oneOf("analysis.considered kind", c.Kind, Threshold, AmountFact, Cause, Duration, Pattern, Knowledge,
			PatientCare, History, Correction, OtherFact); err != nil {
			return err
		}
		if blank(c.Text) {
			return fmt.Errorf("%w: circumstance %d says nothing", ErrAnalysis, i+1)
		}
	}
	return nil
}

// check refuses facts that are missing, misplaced, impossible or out of order.
func (e Event) check() error {
	switch e.Kind {
	case SubstantialOverpayment, PotentialViolation, IneligiblePerson, Bankruptcy:
	default:
		return fmt.Errorf("%w: %q is none of %v", ErrKind, clip(string(e.Kind)), Kinds())
	}
	judged := e.Kind == SubstantialOverpayment || e.Kind == PotentialViolation
	for _, f := range []struct {
		field            string
		given, of, needs bool
	}{
		{"occurrences", len(e.Occurrences) > 0, true, judged},
		{"screen", e.Screen != nil, e.Kind == SubstantialOverpayment, false},
		{"violation", e.Violation != nil, e.Kind == PotentialViolation, true},
		{"persons", len(e.Persons) > 0, e.Kind == IneligiblePerson, true},
		{"petitions", len(e.Petitions) > 0, e.Kind == Bankruptcy, true},
		{"determined", !e.Determined.IsZero(), !judged, false},
	} {
		switch {
		case f.given && !f.of && f.field == "determined":
			return fmt.Errorf("%w: determined has no meaning for kind %s: the day of the analysis counts", ErrFacts, e.Kind)
		case f.given && !f.of:
			return fmt.Errorf("%w: %s have no meaning for kind %s", ErrFacts, f.field, e.Kind)
		case f.of && f.needs && !f.given:
			return fmt.Errorf("%w: kind %s needs %s", ErrFacts, e.Kind, f.field)
		}
	}
	if len(e.Occurrences) > maxList || len(e.Persons) > maxList || len(e.Petitions) > maxList {
		return fmt.Errorf("%w: more than %d occurrences, persons or petitions", ErrFacts, maxList)
	}
	for i, o := range e.Occurrences {
		if err := o.check(fmt.Sprintf("occurrence %d", i+1)); err != nil {
			return err
		}
	}
	if e.Screen != nil {
		if err := e.Screen.check(); err != nil {
			return err
		}
	}
	if e.Violation != nil {
		if err := e.Violation.check(); err != nil {
			return err
		}
	}
	for i, p := range e.Petitions {
		if err := oneOf(fmt.Sprintf("petition %d debtor", i+1), p.Debtor, ProviderDebtor, OtherDebtor); err != nil {
			return err
		}
	}
	if e.Analysis != nil {
		if err := e.Analysis.check(); err != nil {
			return err
		}
	}
	return e.checkOrder()
}

// checkOrder refuses a determination before the facts it is about.
func (e Event) checkOrder() error {
	type dated struct {
		name string
		on   Date
	}
	var facts []dated
	for i, o := range e.Occurrences {
		name := fmt.Sprintf("occurrence %d of", i+1)
		facts = append(facts, dated{name, o.last()}, dated{fmt.Sprintf("the discovery of occurrence %d on", i+1), o.Discovered})
	}
	for i, p := range e.Petitions {
		facts = append(facts, dated{fmt.Sprintf("the filing of petition %d on", i+1), p.Filed})
	}
	for i, p := range e.Persons {
		facts = append(facts, dated{fmt.Sprintf("the engagement of person %d from", i+1), p.From})
	}
	for _, f := range facts {
		if e.Analysis != nil {
			if err := notBefore("analysis of", e.Analysis.On, f.name, f.on); err != nil {
				return err
			}
		}
		if err := notBefore("determined on", e.Determined, f.name, f.on); err != nil {
			return err
		}
	}
	return nil
}

func (o Occurrence) check(name string) error {
	if o.From.IsZero() {
		return fmt.Errorf("%w: %s has no day (from)", ErrFacts, name)
	}
	if blank(o.What) {
		return fmt.Errorf("%w: %s does not say what happened", ErrFacts, name)
	}
	for _, d := range []struct {
		field string
		on    Date
	}{{"through", o.Through}, {"discovered", o.Discovered}, {"identified", o.Identified}} {
		if err := notBefore(name+" "+d.field, d.on, "from", o.From); err != nil {
			return err
		}
	}
	if o.Overpayment == nil {
		for _, f := range []struct {
			field string
			on    Date
		}{{"identified", o.Identified}, {"costReport", o.CostReport}} {
			if !f.on.IsZero() {
				return fmt.Errorf("%w: %s has %s without an overpayment", ErrFacts, name, f.field)
			}
		}
		return nil
	}
	return dollars(name+" overpayment", *o.Overpayment, false)
}

func (v Violation) check() error {
	if len(v.Laws) == 0 || len(v.Laws) > maxList {
		return fmt.Errorf("%w: violation names no law, or more than %d", ErrFacts, maxList)
	}
	for i, l := range v.Laws {
		if blank(l) {
			return fmt.Errorf("%w: violation law %d is blank", ErrFacts, i+1)
		}
	}
	for _, a := range []struct {
		field string
		value Answer
	}{{"federalProgram", v.FederalProgram}, {"sanction", v.Sanction}, {"cmp", v.CMP}} {
		if err := oneOf("violation."+a.field, a.value, Unknown, Yes, No); err != nil {
			return err
		}
	}
	return oneOf("violation.assessed", v.Assessed, "", NoViolation, Potential, Probable)
}

func (s Screen) check() error {
	if s.Amount == nil && s.Rate == nil {
		return fmt.Errorf("%w: a screen without amount and rate", ErrFacts)
	}
	if s.Amount != nil {
		if err := dollars("screen amount", *s.Amount, false); err != nil {
			return err
		}
	}
	if (s.Rate == nil) != (s.Base == nil) {
		return fmt.Errorf("%w: screen rate and base go together", ErrFacts)
	}
	if s.Rate == nil {
		return nil
	}
	if err := fraction("screen rate", *s.Rate); err != nil {
		return err
	}
	return dollars("screen base", *s.Base, false)
}
