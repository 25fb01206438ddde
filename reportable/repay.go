package reportable

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// total adds up what was overpaid.
func (d *Determination) total(e Event) {
	totals := map[string]PayorTotal{}
	for _, o := range e.Occurrences {
		if o.Overpayment != nil {
			p := totals[o.Payor]
			totals[o.Payor] = PayorTotal{Payor: o.Payor, Overpayment: p.Overpayment.Add(*o.Overpayment),
				Occurrences: p.Occurrences + 1}
		}
	}
	if len(totals) == 0 {
		return
	}
	var sum decimal.Decimal
	for _, name := range slices.Sorted(maps.Keys(totals)) {
		p := totals[name]
		sum = sum.Add(p.Overpayment)
		p.Overpayment = exact.Canonical(p.Overpayment)
		d.Payors = append(d.Payors, p)
	}
	sum = exact.Canonical(sum)
	d.Overpayment = &sum
}

// repay adds the duty to notify and repay the payor, one for each payor and day of identification.
func (d *Determination) repay(e Event, terms Terms) error {
	if d.Overpayment == nil {
		return nil
	}
	if d.Conclusion != Reportable && e.Kind == SubstantialOverpayment {
		d.reason("repaid_anyway", RuleNotAll, "Reported to OIG or not, what was overpaid goes back to the payor.")
	}
	type account struct {
		payor            string
		identified, cost Date
	}
	sums := map[account]decimal.Decimal{}
	var order []account
	for _, o := range e.Occurrences {
		if o.Overpayment == nil {
			continue
		}
		k := account{o.Payor, o.Identified, o.CostReport}
		if _, ok := sums[k]; !ok {
			order = append(order, k)
		}
		sums[k] = sums[k].Add(*o.Overpayment)
	}
	for _, k := range order {
		amount := exact.Canonical(sums[k])
		duty := Duty{Kind: RepayPayor, Payor: k.payor, Amount: &amount, Source: terms.source("repayDays", RulePromptly),
			Text: fmt.Sprintf("Notify %s promptly and repay $%s.", named(k.payor), exact.Commas(amount, 2))}
		if k.identified.IsZero() {
			d.warn("not_identified", "The %d days to repay $%s to %s start on the day the overpayment is identified, "+
				"which is not given.", terms.RepayDays, exact.Commas(amount, 2), named(k.payor))
		} else {
			due, err := repayment(terms.Calendar, k.identified, terms.RepayDays, k.cost)
			if err != nil {
				return fmt.Errorf("repayment: %w", err)
			}
			duty.Due, duty.By = &due, due.On
			d.Warnings = append(d.Warnings, due.Warnings...)
		}
		d.Duties = append(d.Duties, duty)
	}
	return nil
}

// repayment is the last day of the agreement's own days, and never after that of the statute: the later of 60 days after
// identification and the day a corresponding cost report is due. The days of the statute are calendar days whatever the
// agreement counts in; of its calendar they take what becomes of a weekend or holiday. The cost report moves the 60 days
// and not other days of the agreement.
// Source: 42 U.S.C. 1320a-7k(d)(2).
func repayment(c Calendar, identified Date, days int, costReport Date) (Due, error) {
	own, err := c.After(identified, days)
	if err != nil {
		return own, err
	}
	c.Count = CalendarDays
	due, err := c.After(identified, usualRepayDays)
	if err != nil {
		return due, err
	}
	statute := due.Counted
	if costReport.Compare(statute) > 0 {
		statute = costReport
	}
	if costReport.Compare(due.On) > 0 {
		due.On, due.Weekday, due.Shifted = costReport, costReport.Weekday().String(), 0
		due.Warnings = []Warning{finding.Warn("cost_report_later", "The corresponding cost report is due on %s, later than "+
			"the %d days that end on %s.", costReport, usualRepayDays, due.Counted)}
		due.Warnings = append(due.Warnings, c.notes(due)...)
	}
	switch {
	case own.On.Compare(due.On) > 0:
		due.Warnings = append(due.Warnings, finding.Warn("beyond_overpayment_rule", "The %d %s of the agreement end on %s, "+
			"after the last day of the statute, %s, which counts.", days, own.Count.words(), own.On, due.On))
		return due, nil
	case days != usualRepayDays:
		due = own
		if costReport.Compare(own.On) > 0 {
			due.Warnings = append(due.Warnings, finding.Warn("cost_report_later", "The corresponding cost report is due on %s; "+
				"the %d days of the agreement end earlier and count.", costReport, days))
		}
	}
	if due.On.Compare(statute) > 0 {
		due.Warnings = append(due.Warnings, finding.Warn("beyond_overpayment_rule", "The due date %s is later than the "+
			"last day of the statute, %s.", due.On, statute))
	}
	return due, nil
}

func (c Counting) words() string { return strings.ReplaceAll(string(c), "_", " ") }
