package extrapolate

import (
	"errors"
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

// ErrSuspension: a suspension of the deadline is of no known kind, has no first day, or ends before it begins.
var ErrSuspension = errors.New("extrapolate: suspension")

// ErrProgram: a word that is none of the programs.
var ErrProgram = errors.New("extrapolate: program")

// ErrIdentified: the day an overpayment was identified is missing, or before there was a rule.
var ErrIdentified = errors.New("extrapolate: day of identification")

// Program is whose overpayment rule counts.
type Program string

// The programs.
const (
	// MedicareAB: Medicare Parts A and B, 42 CFR 401.305. The default.
	MedicareAB Program = "medicare_parts_a_b"
	// Medicaid: the statute alone, 42 U.S.C. 1320a-7k(d), which knows no suspension.
	Medicaid Program = "medicaid"
)

var programs = []Program{MedicareAB, Medicaid}

// SuspensionKind is why the deadline is suspended.
type SuspensionKind string

// The suspensions of 42 CFR 401.305(b)(2) and (3).
const (
	// Investigation: a timely good-faith investigation of related overpayments, for overpayments under the rule of 2025. It
	// ends when it is concluded and the whole amount calculated, and 180 days after the identification at the latest.
	Investigation SuspensionKind = "investigation"
	// OIGDisclosure: from OIG's acknowledgement of a submission to its Self-Disclosure Protocol until settlement,
	// withdrawal or removal.
	OIGDisclosure SuspensionKind = "oig_self_disclosure"
	// CMSDisclosure: the same for CMS' Voluntary Self-Referral Disclosure Protocol.
	CMSDisclosure SuspensionKind = "cms_self_referral_disclosure"
	// RepaymentSchedule: from the request for an extended repayment schedule (42 CFR 401.603) until it is rejected or its
	// terms are broken.
	RepaymentSchedule SuspensionKind = "extended_repayment_schedule"
)

var suspensionKinds = []SuspensionKind{Investigation, OIGDisclosure, CMSDisclosure, RepaymentSchedule}

// Suspension is a time in which the deadline is suspended.
type Suspension struct {
	Kind SuspensionKind `json:"kind"`
	// From is the day it starts: the investigation began, the submission was acknowledged, the schedule was asked for.
	From reportable.Date `json:"from"`
	// Through is the day it ends: the investigation was concluded and the amount calculated, the matter was settled,
	// withdrawn, removed or rejected. No date: it has not ended.
	Through reportable.Date `json:"through,omitzero"`
}

const (
	overpaymentDays   = 60
	investigationDays = 180
	lookbackYears     = 6
	maxSuspensions    = 100
)

// OverpaymentClock asks by when an overpayment has to be reported and returned.
type OverpaymentClock struct {
	// Program of the payor: medicare_parts_a_b (the default) or medicaid.
	Program Program `json:"program,omitempty"`
	// Identified is the day the overpayment was identified, in the sense of the rule in force; the first one of related
	// overpayments.
	Identified reportable.Date `json:"identified"`
	// CostReport is the day a corresponding cost report is due, where there is one.
	CostReport reportable.Date `json:"costReport,omitzero"`
	// Suspensions of the deadline, in any order.
	Suspensions []Suspension `json:"suspensions,omitempty"`
	// On is the day whose rule counts; no date means Identified.
	On reportable.Date `json:"on,omitzero"`
	// Calendar says what becomes of a last day on a weekend or holiday. The 60 days are calendar days.
	Calendar reportable.Calendar `json:"calendar,omitzero"`
}

// CountedSuspension is a suspension as it was counted.
type CountedSuspension struct {
	Suspension
	// Ends is the last day counted: Through, or the 180th day after the identification; no date while it is open.
	Ends reportable.Date `json:"ends,omitzero"`
	// Days by which it moves the deadline: all its days where it began within the 60 days, else those after the day the cost
	// report is due.
	Days int `json:"days"`
	// Counted is false for a suspension that the rule does not know or that began too late.
	Counted bool `json:"counted"`
	// Capped says that the 180 days ended it.
	Capped bool `json:"capped,omitempty"`
	// Open says that it has not ended.
	Open bool `json:"open,omitempty"`
}

// OverpaymentDeadline is the answer to an [OverpaymentClock].
type OverpaymentDeadline struct {
	// Program whose rule was taken.
	Program Program `json:"program"`
	// By is the last day to report and return; no date while a suspension without an end of its own is open.
	By reportable.Date `json:"by,omitzero"`
	// SixtyDays is the 60th day after the identification, without suspensions and cost report.
	SixtyDays reportable.Date `json:"sixtyDays"`
	// Remaining are the days of the 60 that are left when the last suspension ends, 60 where there is none.
	Remaining int `json:"remaining"`
	// SuspendedDays are the calendar days by which the suspensions move the deadline.
	SuspendedDays int `json:"suspendedDays,omitempty"`
	// CostReportLater says that By is the day the cost report is due.
	CostReportLater bool `json:"costReportLater,omitempty"`
	// LookbackFrom is the first day on which a payment must have been received for its overpayment to fall under the rule:
	// six years before the identification. None where the rule has no lookback period.
	LookbackFrom reportable.Date `json:"lookbackFrom,omitzero"`
	// Suspensions in the order of their first days.
	Suspensions []CountedSuspension `json:"suspensions,omitempty"`
	// Due is how By came about from the end of the last suspension, or from the identification; none without By.
	Due *reportable.Due `json:"due,omitempty"`
	// Rules in the form in force on the day asked for.
	Rules    []Rule    `json:"rules"`
	Warnings []Warning `json:"warnings,omitempty"`
}

// Deadline works the last day out.
//
//	without a suspension   By = identification + 60 days
//	with suspensions       By = identification + 60 days + the days that are suspended
//	with a cost report     the later of that and the day the cost report is due
//
// The day of the identification is not counted. A suspension begins at the end of its first day and ends with its last:
// one from March 10 through March 25 moves the deadline by 15 days. Days that ran before it began stay used, and what
// remains of the 60 runs on after it; one that overlaps another counts once. The rule says that the deadline is suspended
// and does not count days by example: this is the reading that gives the fewest days after a suspension, and a warning
// says so. An investigation ends 180 days after the identification at the latest, however late it began; one that is
// still open is counted through that day.
//
// The deadline is the later of the 60 days and the day the cost report is due (401.305(b)(1)), and a suspension that begins
// by then suspends it. A suspension moves the 60 days and not the day of the cost report. So one that begins after the 60
// days have run and by the day of the cost report leaves no days when it ends: the last day is the one it ends on, or that
// of the cost report where it is later. This is the earliest day that the rule allows, and a warning says so; that the days
// which were left until the cost report run on after it can be argued. A suspension that begins after both is not counted.
//
// Errors: [ErrIdentified], [ErrProgram], [ErrSuspension]; of the calendar reportable.ErrCalendar (also for business
// days), reportable.ErrWord, reportable.ErrYear and reportable.ErrDate. Warnings: "remaining_days",
// "investigation_capped", "investigation_open", "suspension_open", "suspension_after_sixty_days", "suspension_too_late",
// "suspension_not_in_force", "cost_report_later", and those of the calendar.
//
// Source: 42 U.S.C. 1320a-7k(d)(2); 42 CFR 401.305(b), (f), in the forms of March 14, 2016 and January 1, 2025.
func (c OverpaymentClock) Deadline() (OverpaymentDeadline, error) {
	if c.Program == "" {
		c.Program = MedicareAB
	}
	if c.On.IsZero() {
		c.On = c.Identified
	}
	d := OverpaymentDeadline{Program: c.Program, Rules: []Rule{}}
	for _, id := range []string{RuleStatute, RuleOverpayment} {
		if rule, ok := RuleOn(id, c.On); ok && (id == RuleStatute || c.Program == MedicareAB) {
			d.Rules = append(d.Rules, rule)
		}
	}
	if err := c.check(); err != nil {
		return OverpaymentDeadline{}, err
	}
	if len(d.Rules) == 0 {
		return OverpaymentDeadline{}, fmt.Errorf("%w: no rule on overpayments was in force on %s", ErrIdentified, c.On)
	}
	if d.Rules[len(d.Rules)-1].ID == RuleOverpayment {
		d.LookbackFrom = yearsBefore(c.Identified, lookbackYears)
	}
	d.SixtyDays = c.Identified.AddDays(overpaymentDays)
	resumed, ranOut, open := d.suspend(c)
	if open {
		return d, nil
	}
	due, err := c.Calendar.After(resumed, d.Remaining)
	if err != nil {
		return OverpaymentDeadline{}, err
	}
	d.By, d.Due = due.On, &due
	if d.SuspendedDays > 0 && ranOut.IsZero() {
		d.warn("remaining_days", "The deadline was suspended for %s. Of the 60 days %d had run when it was, and the "+
			"other %d run from %s. The rule does not count by example; this is the reading with the fewest days left.",
			finding.Count(int64(d.SuspendedDays), "day", "days"), overpaymentDays-d.Remaining, d.Remaining, resumed)
	}
	if c.CostReport.Compare(d.By) > 0 {
		if ranOut.IsZero() {
			ranOut = due.On
		}
		d.By, d.CostReportLater, d.Due = c.CostReport, true, nil
		d.warn("cost_report_later", "The corresponding cost report is due on %s, later than the 60 days that end on %s.",
			c.CostReport, ranOut)
	} else {
		d.Warnings = append(d.Warnings, due.Warnings...)
	}
	return d, nil
}

func (d *OverpaymentDeadline) warn(code, format string, args ...any) {
	d.Warnings = append(d.Warnings, finding.Warn(code, format, args...))
}

func (c OverpaymentClock) check() error {
	switch {
	case !slices.Contains(programs, c.Program):
		return fmt.Errorf("%w: %q is none of %v", ErrProgram, finding.Clip(string(c.Program)), programs)
	case c.Identified.IsZero():
		return fmt.Errorf("%w is missing", ErrIdentified)
	case c.Identified.AddDays(investigationDays + overpaymentDays).IsZero():
		return fmt.Errorf("%w: %s leaves no time for the clock", ErrIdentified, c.Identified)
	case c.Calendar.Count == reportable.BusinessDays:
		return fmt.Errorf("%w: the 60 days are calendar days", reportable.ErrCalendar)
	case len(c.Suspensions) > maxSuspensions:
		return fmt.Errorf("%w: %d are more than %d", ErrSuspension, len(c.Suspensions), maxSuspensions)
	}
	for i, s := range c.Suspensions {
		switch {
		case !slices.Contains(suspensionKinds, s.Kind):
			return fmt.Errorf("%w %d: %q is none of %v", ErrSuspension, i+1, finding.Clip(string(s.Kind)), suspensionKinds)
		case s.From.IsZero():
			return fmt.Errorf("%w %d: its first day is missing", ErrSuspension, i+1)
		case !s.Through.IsZero() && s.Through.Compare(s.From) < 0:
			return fmt.Errorf("%w %d: it ends on %s, before %s", ErrSuspension, i+1, s.Through, s.From)
		}
	}
	return nil
}

// knows reports whether the rule in force has a kind of suspension.
func (d *OverpaymentDeadline) knows(k SuspensionKind) bool {
	rule := d.Rules[len(d.Rules)-1]
	if rule.ID != RuleOverpayment {
		return false
	}
	return k != Investigation || rule.From.Compare(day(2025, 1, 1)) >= 0
}

// suspend goes through the suspensions in the order of time. It returns the day from which what remains of the 60 days
// runs, the day the 60 days had run where a suspension began after it and by the day of the cost report, and whether a
// suspension is open that has no end of its own.
func (d *OverpaymentDeadline) suspend(c OverpaymentClock) (resumed, ranOut reportable.Date, open bool) {
	list := slices.Clone(c.Suspensions)
	slices.SortStableFunc(list, func(a, b Suspension) int { return a.From.Compare(b.From) })
	resumed, d.Remaining = c.Identified, overpaymentDays
	for _, s := range list {
		line := CountedSuspension{Suspension: s, Ends: s.Through, Open: s.Through.IsZero()}
		begins := s.From
		if begins.Compare(resumed) < 0 {
			begins = resumed
		}
		after, last := resumed.DaysUntil(begins) > d.Remaining, resumed.AddDays(d.Remaining) // of the 60 days
		if s.Kind == Investigation {
			end := c.Identified.AddDays(investigationDays)
			if line.Capped = line.Open || s.Through.Compare(end) > 0; line.Capped {
				line.Ends = end
			}
		}
		switch {
		case !d.knows(s.Kind):
			d.warn("suspension_not_in_force", "The rule in force on %s does not suspend the deadline for %s: it is not counted.",
				c.On, s.Kind)
		case open:
		case after && begins.Compare(c.CostReport) > 0:
			if c.CostReport.Compare(last) > 0 {
				last = c.CostReport
			}
			d.warn("suspension_too_late", "The deadline had passed on %s, before the suspension of %s began: it is not counted.",
				last, s.From)
		case line.Capped && s.From.Compare(line.Ends) > 0:
			d.warn("suspension_too_late", "The 180 days that an investigation can suspend had run on %s, before that of %s "+
				"began: it is not counted.", line.Ends, s.From)
		default:
			line.Counted = true
			d.Remaining -= min(resumed.DaysUntil(begins), d.Remaining)
			resumed = begins
			if after && ranOut.IsZero() {
				ranOut = last
				d.warn("suspension_after_sixty_days", "The suspension of %s began after the 60 days, which had run on %s, and "+
					"by the day the cost report is due, %s. No day is left when it ends: the overpayment is due on the day it "+
					"ends, or with the cost report if that is later. The rule does not say so; this is its earliest reading.",
					s.From, last, c.CostReport)
			}
			if line.Ends.IsZero() {
				open = true
				d.warn("suspension_open", "The deadline is suspended since %s and there is no last day yet: when it ends, %s left.",
					s.From, finding.Count(int64(d.Remaining), "day is", "days are"))
				break
			}
			if line.Ends.Compare(begins) > 0 {
				resumed = line.Ends
			}
			if !ranOut.IsZero() && begins.Compare(c.CostReport) < 0 {
				begins = c.CostReport // the deadline that it moves
			}
			line.Days = max(0, begins.DaysUntil(line.Ends))
			d.SuspendedDays += line.Days
			switch {
			case line.Open:
				d.warn("investigation_open", "The investigation is not concluded. The last day given is the latest possible: the "+
					"suspension ends when the investigation is concluded, and on %s at the latest.", line.Ends)
			case line.Capped:
				d.warn("investigation_capped", "The investigation was concluded on %s, after the 180 days from the "+
					"identification: the suspension ended on %s.", s.Through, line.Ends)
			}
		}
		d.Suspensions = append(d.Suspensions, line)
	}
	return resumed, ranOut, open
}

// yearsBefore returns the same day some years before; March 1 for a February 29 that is not there.
func yearsBefore(d reportable.Date, years int) reportable.Date {
	before, err := reportable.NewDate(d.Year()-years, d.Month(), d.Day())
	if err != nil {
		before, _ = reportable.NewDate(d.Year()-years, 3, 1)
	}
	return before
}
