package reportable

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/finding"
)

// DutyKind names what has to be done.
type DutyKind string

// The kinds of duty.
const (
	// ReportToOIG: report the event.
	ReportToOIG DutyKind = "report_to_oig"
	// RepayPayor: notify the payor and repay what was overpaid, whatever the conclusion on the event.
	RepayPayor DutyKind = "notify_and_repay_payor"
	// MakeAnalysis: analyse the facts and circumstances, and record it.
	MakeAnalysis DutyKind = "make_analysis"
	// RemovePerson: remove an ineligible person from work for the programs.
	RemovePerson DutyKind = "remove_person"
	// SubmitToCMS: disclose a matter of the physician self-referral law alone to CMS.
	SubmitToCMS DutyKind = "submit_to_cms"
	// OfferToResolve: the matter may be resolved with OIG as a reportable event. A choice, no duty.
	OfferToResolve DutyKind = "may_be_resolved_with_oig"
)

// Duty is one thing the provider has to do, or may do.
type Duty struct {
	Kind DutyKind `json:"kind"`
	Text string   `json:"text"`
	// Payor and Amount of an overpayment, in dollars and cents.
	Payor  string           `json:"payor,omitempty"`
	Amount *decimal.Decimal `json:"amount,omitempty"`
	// Due is how the last day came about; none where no clock runs yet.
	Due *Due `json:"due,omitempty"`
	// By is the last day.
	By Date `json:"by,omitzero"`
	// Source of the duty.
	Source Source `json:"source"`
}

// PayorTotal is what was overpaid by one payor.
type PayorTotal struct {
	Payor       string          `json:"payor,omitempty"`
	Overpayment decimal.Decimal `json:"overpayment"`
	Occurrences int             `json:"occurrences"`
}

// Determination is what follows from the facts of an [Event].
type Determination struct {
	Kind       Kind       `json:"kind"`
	Conclusion Conclusion `json:"conclusion"`
	// Series says that several occurrences, persons or petitions were judged together.
	Series bool `json:"series,omitempty"`
	// From and Through are the first and the last day of what happened. No Through: it goes on.
	From    Date `json:"from,omitzero"`
	Through Date `json:"through,omitzero"`
	// Overpayment is the sum of what was quantified, in dollars; none where nothing was.
	Overpayment *decimal.Decimal `json:"overpayment,omitempty"`
	// Payors have their part of it, by name.
	Payors []PayorTotal `json:"payors,omitempty"`
	// ScreenMet says whether the screening threshold was met; unknown without one, or while amounts are missing. It
	// decides nothing.
	ScreenMet Answer `json:"screenMet,omitempty"`
	// Reasons in order, each with its source.
	Reasons []Reason `json:"reasons"`
	// Determined is the day of the determination that it is reportable.
	Determined Date `json:"determined,omitzero"`
	// ReportBy is the last day to report it to OIG. No date unless it is reportable and Determined is known.
	ReportBy Date `json:"reportBy,omitzero"`
	// Notice is what the report to OIG has to contain, with what the facts say already.
	Notice []NoticeItem `json:"notice,omitempty"`
	// Duties of the provider.
	Duties []Duty `json:"duties,omitempty"`
	// Persons, a finding each.
	Persons []PersonFinding `json:"persons,omitempty"`
	// Event is what was examined, as it was given.
	Event Event `json:"event"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// Determine says whether the matter is a reportable event, not, or still needs an analysis; why; by when it is to be
// reported; what the report contains; and what else is to be done.
//
// A substantial overpayment or a potential violation is never found reportable without a recorded analysis of the facts and
// circumstances, nor dismissed without one, and never from a threshold alone; only a violation that lacks an element of the
// test (a law of a Federal health care program, penalties or exclusion) is dismissed on that fact. An ineligible person or a bankruptcy petition
// follows from its facts; where they leave it open, or contradict an analysis, the conclusion is needs_analysis. Overpayments
// go back to the payor whatever the conclusion.
//
// The report is due 30 days (or [Terms].ReportDays) after the day of the determination that the event is reportable.
//
// Errors: [ErrKind], [ErrFacts], [ErrOrder], [ErrAnalysis], [ErrAmount], [ErrWord], [ErrDays], [ErrDate], [ErrCalendar],
// [ErrYear]. Warnings: clause_not_quoted, beyond_overpayment_rule, determination_not_dated, agreement_word,
// element_not_recorded, thin_analysis, not_identified, not_quantified, agreement_wording, cost_report_later, and those of
// due dates and persons.
func (e Event) Determine() (Determination, error) {
	terms, warnings, err := e.Terms.complete()
	if err != nil {
		return Determination{}, err
	}
	if err := e.check(); err != nil {
		return Determination{}, err
	}
	d := Determination{Kind: e.Kind, Event: e.clone(), Warnings: warnings}
	d.Series = max(len(e.Occurrences), len(e.Persons), len(e.Petitions)) > 1
	d.reason("kind", RuleKinds, "%s", kindText[e.Kind])
	if d.Series {
		d.reason("series", RuleSeries, "The occurrences are judged together.")
	}
	for _, o := range e.Occurrences {
		d.extend(o.From, o.last())
	}
	d.total(e)
	switch e.Kind {
	case SubstantialOverpayment:
		d.screen(e)
		d.judged(e)
	case PotentialViolation:
		d.violation(e, terms)
	case IneligiblePerson:
		err = d.people(e, terms)
	case Bankruptcy:
		d.petitions(e)
	}
	if err != nil {
		return Determination{}, err
	}
	if d.Conclusion == Reportable {
		if err := d.report(e, terms); err != nil {
			return Determination{}, err
		}
	}
	if err := d.repay(e, terms); err != nil {
		return Determination{}, err
	}
	return d, nil
}

var kindText = map[Kind]string{
	SubstantialOverpayment: "The matter is examined as a substantial overpayment.",
	PotentialViolation:     "The matter is examined as a violation of law in the eyes of a reasonable person.",
	IneligiblePerson:       "The matter is examined as the employment of or contracting with an ineligible person.",
	Bankruptcy:             "The matter is examined as the filing of a bankruptcy petition.",
}

func (d *Determination) reason(code, rule, format string, args ...any) {
	d.Reasons = append(d.Reasons, Reason{Code: code, Text: fmt.Sprintf(format, args...), Source: sourceOf(rule)})
}

func (d *Determination) warn(code, format string, args ...any) {
	d.Warnings = append(d.Warnings, finding.Warn(code, format, args...))
}

// extend takes a period into that of the event.
func (d *Determination) extend(from, through Date) {
	if d.From.IsZero() {
		d.From, d.Through = from, through
		return
	}
	if from.Compare(d.From) < 0 {
		d.From = from
	}
	if through.IsZero() || !d.Through.IsZero() && through.Compare(d.Through) > 0 {
		d.Through = through
	}
}

// determined is the day of the determination that it is reportable. An analysis that came to no conclusion is none.
func (e Event) determined() Date {
	if e.Determined.IsZero() && e.Analysis != nil && e.Analysis.Conclusion == Reportable {
		return e.Analysis.On
	}
	return e.Determined
}

// report starts the clock and lists the contents of the report.
func (d *Determination) report(e Event, terms Terms) error {
	d.Determined = e.determined()
	d.Notice = d.notice(e, terms)
	duty := Duty{Kind: ReportToOIG, Text: "Report it to OIG in writing.", Source: terms.source("reportDays", RuleReportable)}
	if d.Determined.IsZero() {
		d.warn("determination_not_dated",
			"The %d days to report start with the determination, and its day is not given.", terms.ReportDays)
	} else {
		due, err := terms.Calendar.After(d.Determined, terms.ReportDays)
		if err != nil {
			return fmt.Errorf("report: %w", err)
		}
		duty.Due, duty.By, d.ReportBy = &due, due.On, due.On
		d.Warnings = append(d.Warnings, due.Warnings...)
		d.reason("clock", RuleDetermination, "It was determined on %s and is to be reported within %d days.",
			d.Determined, terms.ReportDays)
	}
	d.Duties = append([]Duty{duty}, d.Duties...)
	return nil
}
