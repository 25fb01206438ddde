package reportable

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/finding"
)

// ClockID names a clock of an agreement.
type ClockID string

// The clocks.
const (
	// ClockReport: report a reportable event, 30 days after it was determined.
	ClockReport ClockID = "report_reportable_event"
	// ClockRepay: repay an overpayment, 60 days after it was identified.
	ClockRepay ClockID = "repay_overpayment"
	// ClockRepaySample: repay what the IRO found in a claims review sample, 60 days after the determinations.
	ClockRepaySample ClockID = "repay_sample_overpayments"
	// ClockExtension: ask for an extension, 5 days before the deadline.
	ClockExtension ClockID = "request_extension"
	// ClockSuccessor: ask for a determination on successor liability, 30 days before the sale.
	ClockSuccessor ClockID = "request_successor_determination"
	// ClockIROObjection: OIG objects to an IRO, 30 days after it received the written notice.
	ClockIROObjection ClockID = "oig_objects_to_iro"
	// ClockModification: ask for a modification. No clock runs; the request has its contents.
	ClockModification ClockID = "request_modification"
	// ClockAgreement: any other clock of the agreement, with its days and the clause.
	ClockAgreement ClockID = "agreement"
)

// Party is a party of an agreement.
type Party string

// The parties.
const (
	PartyProvider Party = "provider"
	PartyOIG      Party = "oig"
)

// Clock is a clock of an agreement as data.
type Clock struct {
	ID ClockID `json:"id"`
	// Text says what has to be done, or may be done, by its end.
	Text string `json:"text"`
	// Whose clock it is.
	Whose Party `json:"whose"`
	// Starts names the act it is counted from, or the day it is counted back from.
	Starts string `json:"starts"`
	// Days it gives; 0 where the agreement has to say.
	Days int `json:"days,omitempty"`
	// Before says that the days are counted back.
	Before bool `json:"before,omitempty"`
	// Contents of the notice or request.
	Contents []NoticeItem `json:"contents,omitempty"`
	// Notes on what else holds.
	Notes []Reason `json:"notes,omitempty"`
	// Source of it.
	Source Source `json:"source,omitzero"`
}

var writing = NoticeItem{ID: ItemWriting, Text: "It is in writing."}

func note(code, rule string) Reason {
	return Reason{Code: code, Text: newest(rule).Text, Source: sourceOf(rule)}
}

// Clocks returns the clocks, as a list of its own.
func Clocks() []Clock {
	return []Clock{
		{
			ID: ClockReport, Whose: PartyProvider, Days: usualReportDays, Source: sourceOf(RuleReportable),
			Starts:   "the day it was determined that a reportable event exists",
			Text:     "Report the event to OIG.",
			Contents: from(RuleNotice, []NoticeItem{writing}),
			Notes:    []Reason{note("first_day", RuleDetermination)},
		},
		{
			ID: ClockRepay, Whose: PartyProvider, Days: usualRepayDays, Source: sourceOf(RuleStatute),
			Starts: "the day the overpayment was identified",
			Text:   "Notify the payor and repay the overpayment.",
			Notes:  []Reason{note("promptly", RulePromptly), note("overpayment_rule", RuleOverpayment)},
		},
		{
			ID: ClockRepaySample, Whose: PartyProvider, Days: 60, Source: sourceOf(RuleSampleRepaid),
			Starts: "the day the determinations were complete",
			Text:   "Repay every overpayment the IRO identified in the sample.",
		},
		{
			ID: ClockExtension, Whose: PartyProvider, Days: 5, Before: true, Source: sourceOf(RuleExtension),
			Starts:   "the deadline in the agreement",
			Text:     "Ask OIG for more time. OIG may grant or deny it.",
			Contents: from(RuleExtension, []NoticeItem{writing, grounds}),
		},
		{
			ID: ClockSuccessor, Whose: PartyProvider, Days: 30, Before: true, Source: sourceOf(RuleSuccessor),
			Starts:   "the proposed sale",
			Text:     "Ask OIG for a determination that the purchaser and the business will not be under the agreement.",
			Contents: from(RuleSuccessor, saleItems),
			Notes:    []Reason{note("binding", RuleSuccessor)},
		},
		{
			ID: ClockIROObjection, Whose: PartyOIG, Days: 30, Source: sourceOf(RuleIROObjection),
			Starts:   "the day OIG received the written notice of who the IRO is",
			Text:     "OIG may say that the IRO is unacceptable.",
			Contents: from(RuleIROObjection, []NoticeItem{writing, {ID: ItemIROIdentity, Text: "Who the IRO is."}}),
			Notes:    []Reason{note("mid_term", RuleIROReplaced)},
		},
		{
			ID: ClockModification, Whose: PartyProvider, Source: sourceOf(RuleModification),
			Starts:   "no clock runs",
			Text:     "Ask OIG for a modification of the agreement.",
			Contents: from(RuleModification, []NoticeItem{writing, discussed}),
		},
	}
}

var (
	grounds   = NoticeItem{ID: ItemReasons, Text: "The reasons why the deadline cannot be met."}
	discussed = NoticeItem{ID: ItemDiscussed, Text: "Its parameters were discussed with the OIG monitor in advance."}
)

var saleItems = []NoticeItem{
	writing,
	{ID: ItemBusiness, Text: "A description of the business to be sold."},
	{ID: ItemSaleTerms, Text: "The terms of the transaction."},
	{ID: ItemPurchaser, Text: "Who the prospective purchaser is."},
}

// StartedClock is a clock that was started.
type StartedClock struct {
	Clock ClockID `json:"clock"`
	// Label in the provider's words.
	Label string `json:"label,omitempty"`
	// On is the day of the act that starts it, or the day it is counted back from. See [Clock].Starts.
	On Date `json:"on,omitzero"`
	// Days where the agreement gives another number; 0 means that of the clock. The clock agreement needs it.
	Days int `json:"days,omitempty" zero:"that of the clock"`
	// Before says that the days are counted back; for the clock agreement only.
	Before bool `json:"before,omitempty"`
	// CostReport is the day a corresponding cost report is due; for repay_overpayment only.
	CostReport Date `json:"costReport,omitzero"`
	// Done is the day it was done: reported, repaid, asked for. No date: not yet.
	Done Date `json:"done,omitzero"`
	// Contains lists the ids of the contents that the notice or request has; none means that it is not recorded.
	Contains []string `json:"contains,omitempty"`
	// Clause of the agreement; the clock agreement needs it.
	Clause *Clause `json:"clause,omitempty"`
}

// Deadlines asks for the due dates of clocks of an agreement.
type Deadlines struct {
	// Calendar turns dates into due dates, for all of them. The zero value counts calendar days and shifts nothing. The 60 days
	// of the overpayment statute are calendar days whatever it counts.
	Calendar Calendar `json:"calendar,omitzero"`
	// Clocks that were started, at least one.
	Clocks []StartedClock `json:"clocks"`
}

// Deadline is where one clock stands.
type Deadline struct {
	Clock ClockID `json:"clock"`
	Label string  `json:"label,omitempty"`
	Text  string  `json:"text"`
	Whose Party   `json:"whose"`
	// Due is how the last day came about; none where no clock runs.
	Due *Due `json:"due,omitempty"`
	// By is the last day.
	By Date `json:"by,omitzero"`
	// Timely says whether it was done by then; not known while it is not done or no clock runs.
	Timely Answer `json:"timely,omitempty"`
	// DaysLate counts the calendar days after the last one.
	DaysLate int `json:"daysLate,omitempty"`
	// Contents of the notice or request, and which of them are missing from what was sent.
	Contents []NoticeItem `json:"contents,omitempty"`
	Missing  []string     `json:"missing,omitempty"`
	// Notes on what else holds.
	Notes []Reason `json:"notes,omitempty"`
	// Source of the clock.
	Source Source `json:"source"`
	// Warnings: other_days, beyond_overpayment_rule, clause_not_quoted, suspension_not_counted, and those of due dates.
	Warnings []Warning `json:"warnings,omitempty"`
}

// Due works out the due date of each clock, in the order given; whether what was done was done in time; and what a notice
// or request still lacks. An overpayment is never due after the last day of the statute, 42 U.S.C. 1320a-7k(d)(2).
//
// Errors: [ErrClock], [ErrFacts], [ErrOrder] (done before the act that starts the clock), [ErrDate], [ErrDays], [ErrWord],
// [ErrCalendar], [ErrYear].
func (d Deadlines) Due() ([]Deadline, error) {
	if len(d.Clocks) == 0 || len(d.Clocks) > maxList {
		return nil, fmt.Errorf("%w: %d clocks; between 1 and %d are needed", ErrFacts, len(d.Clocks), maxList)
	}
	list := make([]Deadline, 0, len(d.Clocks))
	for i, s := range d.Clocks {
		line, err := s.due(d.Calendar)
		if err != nil {
			return nil, fmt.Errorf("clock %d: %w", i+1, err)
		}
		list = append(list, line)
	}
	return list, nil
}

func (s StartedClock) due(calendar Calendar) (Deadline, error) {
	clock, err := s.clock()
	if err != nil {
		return Deadline{}, err
	}
	l := Deadline{Clock: s.Clock, Label: s.Label, Text: clock.Text, Whose: clock.Whose, Contents: clock.Contents,
		Notes: clock.Notes, Source: clock.Source}
	if s.Clause != nil {
		l.Source = s.Clause.source()
	}
	if len(s.Contains) > 0 {
		if l.Missing, err = missing(clock.Contents, s.Contains); err != nil {
			return Deadline{}, err
		}
	}
	days := clock.Days
	if s.Days > 0 && s.Days != days {
		days = s.Days
		if clock.Days > 0 {
			l.warn("other_days", "The days of this clock are usually %d and were set to %d.", clock.Days, days)
		}
		if s.Clause == nil {
			l.warn("clause_not_quoted", "No clause of the agreement is quoted for the %d days.", days)
		}
	}
	if days == 0 {
		return l, nil
	}
	due, err := Due{}, error(nil)
	switch {
	case clock.Before:
		due, err = calendar.Before(s.On, days)
	case s.Clock == ClockRepay:
		due, err = repayment(calendar, s.On, days, s.CostReport)
		l.warn("suspension_not_counted", "A suspension of the deadline (42 CFR 401.305(b)) is not counted.")
	case s.Clock == ClockRepaySample:
		due, err = repayment(calendar, s.On, days, Date{})
	default:
		due, err = calendar.After(s.On, days)
	}
	if err != nil {
		return Deadline{}, err
	}
	if rule, ok := RuleOn(RuleOverpayment, s.On); s.Clock == ClockRepay { // in the form of that day
		l.Notes = slices.DeleteFunc(l.Notes, func(n Reason) bool { return n.Source.Rule == RuleOverpayment })
		if ok {
			l.Notes = append(l.Notes, Reason{Code: "overpayment_rule", Text: rule.Text, Source: rule.Source()})
		}
	}
	l.Due, l.By = &due, due.On
	l.Warnings = append(l.Warnings, due.Warnings...)
	if s.Done.IsZero() {
		return l, nil
	}
	if !clock.Before {
		if err := notBefore("done", s.Done, "the act that starts the clock on", s.On); err != nil {
			return Deadline{}, err
		}
	}
	l.Timely = Yes
	if late := due.On.DaysUntil(s.Done); late > 0 {
		l.Timely, l.DaysLate = No, late
	}
	return l, nil
}

func (l *Deadline) warn(code, format string, args ...any) {
	l.Warnings = append(l.Warnings, finding.Warn(code, format, args...))
}

// clock finds the clock and refuses fields that have no meaning for it.
func (s StartedClock) clock() (Clock, error) {
	all := Clocks()
	i := slices.IndexFunc(all, func(c Clock) bool { return c.ID == s.Clock })
	if s.Clock == ClockAgreement {
		all, i = []Clock{{ID: ClockAgreement, Text: s.Label, Whose: PartyProvider, Before: s.Before}}, 0
	}
	if i < 0 {
		ids := []ClockID{ClockAgreement}
		for _, c := range all {
			ids = append(ids, c.ID)
		}
		return Clock{}, fmt.Errorf("%w: %q is none of %v", ErrClock, clip(string(s.Clock)), ids)
	}
	c := all[i]
	custom := s.Clock == ClockAgreement
	switch {
	case s.Days < 0 || s.Days > MaxDays:
		return c, fmt.Errorf("%w: days %d is not between 1 and %d", ErrDays, s.Days, MaxDays)
	case custom && s.Days == 0:
		return c, fmt.Errorf("%w: the clock agreement needs its days", ErrDays)
	case custom && (s.Clause == nil || blank(s.Clause.Quote) || blank(s.Label)):
		return c, fmt.Errorf("%w: the clock agreement needs a label and the clause it stands in", ErrFacts)
	case s.Clause != nil && blank(s.Clause.Quote):
		return c, fmt.Errorf("%w: the clause quotes nothing", ErrFacts)
	case !custom && s.Before:
		return c, fmt.Errorf("%w: before belongs to the clock agreement; %s has its direction", ErrFacts, s.Clock)
	case s.Clock != ClockRepay && !s.CostReport.IsZero():
		return c, fmt.Errorf("%w: costReport belongs to %s", ErrFacts, ClockRepay)
	case c.Days == 0 && !custom && (s.Days > 0 || !s.On.IsZero() || !s.Done.IsZero()):
		return c, fmt.Errorf("%w: no clock runs for %s: it has no days and dates", ErrFacts, s.Clock)
	}
	return c, nil
}

// missing lists the contents that a notice lacks, and refuses ids that are none of them.
func missing(contents []NoticeItem, has []string) ([]string, error) {
	if len(has) > maxList {
		return nil, fmt.Errorf("%w: more than %d contents", ErrFacts, maxList)
	}
	var ids, list []string
	for _, c := range contents {
		ids = append(ids, c.ID)
		if !slices.Contains(has, c.ID) {
			list = append(list, c.ID)
		}
	}
	for _, h := range has {
		if !slices.Contains(ids, h) {
			return nil, fmt.Errorf("%w: contains %q is none of %v", ErrWord, clip(h), ids)
		}
	}
	return list, nil
}
