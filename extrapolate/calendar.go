package extrapolate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

// ErrCalendar: a review calendar without a first day, without periods, or with reports that cannot be.
var ErrCalendar = errors.New("extrapolate: review calendar")

// ReportKind names a report to OIG.
type ReportKind string

// The reports.
const (
	// ImplementationReport is due once, some days after the agreement took effect.
	ImplementationReport ReportKind = "implementation_report"
	// ClaimsReviewReport is due after each review period: each year, or each quarter.
	ClaimsReviewReport ReportKind = "claims_review_report"
	// SystemsReviewReport is due with the claims review report of a period with a full sample.
	SystemsReviewReport ReportKind = "systems_review_report"
	// AnnualReport is due after each reporting year.
	AnnualReport ReportKind = "annual_report"
)

// ReportDue says when a kind of report is due. The source of it is the agreement: OIG's FAQ has no such days.
type ReportDue struct {
	Report ReportKind `json:"report"`
	// Days after the end of the period, or for the implementation report after the first day; 1 to 3,660.
	Days int `json:"days"`
	// Clause of the agreement that says so.
	Clause *reportable.Clause `json:"clause,omitempty"`
}

const (
	maxPeriods    = 400
	extensionDays = 5
)

// ReviewCalendar asks for the review periods of an agreement and the days on which its reports are due.
type ReviewCalendar struct {
	Protocol Protocol `json:"protocol"`
	// First is the first day of the first review period: the day the agreement took effect, where it says no other.
	First reportable.Date `json:"first"`
	// Periods is their number, 1 to 400: quarters under the quarterly protocol, years under the others.
	Periods int `json:"periods"`
	// Reports with the days of the agreement, each kind once. No days are assumed for a report that is not listed.
	Reports []ReportDue `json:"reports,omitempty"`
	// Calendar turns days into due dates.
	Calendar reportable.Calendar `json:"calendar,omitzero"`
	// ExtensionDays before a due date an extension has to be asked for; 0 means the 5 of OIG's FAQ.
	ExtensionDays int `json:"extensionDays,omitempty" zero:"the usual value"`
}

// ReviewPeriod is one period of claims.
type ReviewPeriod struct {
	// Number of the period from 1, Year of the agreement from 1, Quarter of that year from 1 (0 for years).
	Number  int `json:"number"`
	Year    int `json:"year"`
	Quarter int `json:"quarter,omitempty"`
	// From and Through are its first and last day.
	From    reportable.Date `json:"from"`
	Through reportable.Date `json:"through"`
}

// ScheduledReport is a report with its due date.
type ScheduledReport struct {
	Report ReportKind `json:"report"`
	// Period it is about, for reports on a review period; Year it is about, for the annual report.
	Period int `json:"period,omitempty"`
	Year   int `json:"year,omitempty"`
	// Condition under which it is due; empty: always.
	Condition string `json:"condition,omitempty"`
	// By is the last day, Due how it came about.
	By  reportable.Date `json:"by"`
	Due reportable.Due  `json:"due"`
	// ExtensionBy is the last day to ask for an extension, in writing and with reasons; no date where that day is before
	// the period even begins.
	ExtensionBy reportable.Date `json:"extensionBy,omitzero"`
	// Source of the due date: the clause of the agreement.
	Source reportable.Source `json:"source"`
}

// ReviewSchedule is the answer to a [ReviewCalendar].
type ReviewSchedule struct {
	Periods []ReviewPeriod `json:"periods"`
	// Reports in the order of their due dates.
	Reports []ScheduledReport `json:"reports,omitempty"`
	// Rules on extensions and systems reviews.
	Rules    []Rule    `json:"rules"`
	Warnings []Warning `json:"warnings,omitempty"`
}

// Schedule works out the periods and due dates. Periods follow each other without a gap: each begins on the same day of the
// month as the first, or on the last day of a month that has no such day.
//
// Errors: [ErrProtocol], [ErrCalendar], and those of reportable.Calendar. Warnings: "clause_not_quoted" for days without a
// clause, "report_days_not_given" where no days for the claims review report are given.
//
// Source: OIG CIA FAQ, October 7, 2022: annual reviews, quarterly reviews of 30 claims under integrity agreements,
// extension requests at least 5 days before the deadline, a systems review with a full sample. The days of reports are
// the agreement's.
func (c ReviewCalendar) Schedule() (ReviewSchedule, error) {
	if err := c.check(); err != nil {
		return ReviewSchedule{}, err
	}
	if c.ExtensionDays == 0 {
		c.ExtensionDays = extensionDays
	}
	months, perYear := 12, 1
	if c.Protocol == ProtocolQuarterly {
		months, perYear = 3, 4
	}
	s := ReviewSchedule{Rules: []Rule{}}
	for i := range c.Periods {
		p := ReviewPeriod{Number: i + 1, Year: i/perYear + 1, From: addMonths(c.First, i*months)}
		if c.Protocol == ProtocolQuarterly {
			p.Quarter = i%perYear + 1
		}
		next := addMonths(c.First, (i+1)*months)
		if p.From.IsZero() || next.IsZero() {
			return ReviewSchedule{}, fmt.Errorf("%w: period %d ends beyond the year 9999", ErrCalendar, i+1)
		}
		p.Through = next.AddDays(-1)
		s.Periods = append(s.Periods, p)
	}
	for _, r := range c.Reports {
		if err := s.report(c, r, perYear); err != nil {
			return ReviewSchedule{}, err
		}
		if r.Clause == nil {
			s.Warnings = append(s.Warnings, finding.Warn("clause_not_quoted", "No clause of the agreement is quoted for the %d "+
				"days of the %s.", r.Days, words(r.Report)))
		}
	}
	if !slices.ContainsFunc(c.Reports, func(r ReportDue) bool { return r.Report == ClaimsReviewReport }) {
		s.Warnings = append(s.Warnings, finding.Warn("report_days_not_given", "The days of the agreement for the claims review "+
			"report are not given: its due dates are not worked out."))
	}
	slices.SortStableFunc(s.Reports, func(a, b ScheduledReport) int { return a.By.Compare(b.By) })
	systems := RuleClaimSystems
	if c.Protocol == ProtocolDiscovery {
		systems = RuleSystemsReview
	}
	extension, _ := reportable.RuleOn(reportable.RuleExtension, reportable.Date{})
	review, _ := RuleOn(systems, reportable.Date{})
	s.Rules = append(s.Rules, extension, review)
	return s, nil
}

func (c ReviewCalendar) check() error {
	switch {
	case c.Protocol != ProtocolDiscovery && c.Protocol != ProtocolSingle && c.Protocol != ProtocolQuarterly:
		return fmt.Errorf("%w: %q is not discovery, single or quarterly", ErrProtocol, finding.Clip(string(c.Protocol)))
	case c.First.IsZero():
		return fmt.Errorf("%w: first is missing", ErrCalendar)
	case c.Periods < 1 || c.Periods > maxPeriods:
		return fmt.Errorf("%w: %d periods are not between 1 and %d", ErrCalendar, c.Periods, maxPeriods)
	case c.ExtensionDays < 0 || c.ExtensionDays > maxDays:
		return fmt.Errorf("%w: extensionDays %d is not between 1 and %d", ErrCalendar, c.ExtensionDays, maxDays)
	}
	if _, err := c.Calendar.After(c.First, 0); err != nil {
		return err
	}
	kinds := []ReportKind{ImplementationReport, ClaimsReviewReport, AnnualReport}
	seen := map[ReportKind]bool{}
	for i, r := range c.Reports {
		switch {
		case r.Report == SystemsReviewReport:
			return fmt.Errorf("%w: report %d: the systems review report is due with the claims review report", ErrCalendar, i+1)
		case !slices.Contains(kinds, r.Report):
			return fmt.Errorf("%w: report %d: %q is none of %v", ErrCalendar, i+1, finding.Clip(string(r.Report)), kinds)
		case seen[r.Report]:
			return fmt.Errorf("%w: report %d: %s stands twice", ErrCalendar, i+1, r.Report)
		case r.Days < 1 || r.Days > maxDays:
			return fmt.Errorf("%w: report %d: days %d is not between 1 and %d", ErrCalendar, i+1, r.Days, maxDays)
		case r.Clause != nil && strings.TrimSpace(r.Clause.Quote) == "":
			return fmt.Errorf("%w: report %d: the clause quotes nothing", ErrCalendar, i+1)
		}
		seen[r.Report] = true
	}
	return nil
}

// report adds the due dates of one kind of report.
func (s *ReviewSchedule) report(c ReviewCalendar, r ReportDue, perYear int) error {
	source := reportable.Source{Citation: "the agreement"}
	if r.Clause != nil {
		source.Quote = r.Clause.Quote
		if r.Clause.Source != "" {
			source.Citation += ", " + r.Clause.Source
		}
	}
	add := func(line ScheduledReport, start, after reportable.Date) error {
		due, err := c.Calendar.After(after, r.Days)
		if err != nil {
			return fmt.Errorf("%s: %w", r.Report, err)
		}
		ask, err := reportable.Calendar{}.Before(due.On, c.ExtensionDays)
		if err != nil {
			return fmt.Errorf("%s: %w", r.Report, err)
		}
		line.Report, line.By, line.Due, line.Source = r.Report, due.On, due, source
		if ask.On.Compare(start) >= 0 {
			line.ExtensionBy = ask.On
		}
		s.Reports = append(s.Reports, line)
		if r.Report == ClaimsReviewReport && c.Protocol == ProtocolDiscovery {
			line.Report, line.Condition = SystemsReviewReport, "a full sample was reviewed"
			s.Reports = append(s.Reports, line)
		}
		return nil
	}
	if r.Report == ImplementationReport {
		return add(ScheduledReport{}, c.First, c.First)
	}
	for i, p := range s.Periods {
		var err error
		switch {
		case r.Report == ClaimsReviewReport:
			err = add(ScheduledReport{Period: p.Number}, p.From, p.Through)
		case (i+1)%perYear == 0:
			err = add(ScheduledReport{Year: p.Year}, s.Periods[i-perYear+1].From, p.Through)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// addMonths returns the same day some months later, the last day of a month that has no such day; no date beyond 9999.
func addMonths(d reportable.Date, months int) reportable.Date {
	n := int(d.Month()) - 1 + months
	year, month := d.Year()+n/12, n%12+1
	if year > 9999 {
		return reportable.Date{}
	}
	for last := d.Day(); last > 28; last-- {
		if later := day(year, month, last); !later.IsZero() {
			return later
		}
	}
	return day(year, month, min(d.Day(), 28))
}

// words writes a code in words.
func words[T ~string](code T) string { return strings.ReplaceAll(string(code), "_", " ") }
