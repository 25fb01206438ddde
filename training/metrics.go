package training

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// RefundDays is what a refund has from the day an overpayment was identified. Source: 42 U.S.C. 1320a-7k(d)(2); what
// suspends it under 42 CFR 401.305(b) is not counted here.
const RefundDays = 60

// Metrics are the figures from before and after training.
type Metrics struct {
	// On is the day they are taken.
	On Date `json:"on"`
	// Before and After are claims (or charts) in error among those reviewed.
	Before ErrorCount `json:"before"`
	After  ErrorCount `json:"after"`
	// Submitted is the number of claims submitted since, for the estimate of claims prevented.
	Submitted int64 `json:"submitted,omitempty"`
	// Stopped is the number of claims that were corrected before they were submitted, as counted.
	Stopped int64 `json:"stopped,omitempty"`
	// QueueBefore and QueueAfter are items in the exception queue.
	QueueBefore int64 `json:"queueBefore,omitempty"`
	QueueAfter  int64 `json:"queueAfter,omitempty"`
	// Refunds of what was overpaid.
	Refunds []Refund `json:"refunds,omitempty"`
	// Significance is the probability of a false alarm: a change is called significant if its own is at most that. 0 means 0.05.
	Significance decimal.Decimal `json:"significance,omitzero" zero:"the usual value"`
}

// RateChange is Fisher's exact test of the two error rates.
type RateChange struct {
	// RateBefore and RateAfter, and the change, After less Before.
	RateBefore decimal.Decimal `json:"rateBefore"`
	RateAfter  decimal.Decimal `json:"rateAfter"`
	Change     decimal.Decimal `json:"change"`
	// TwoSided is the probability, if training changed nothing, of a table no more probable than this one. Fewer is that of no
	// more errors after than these, More that of no fewer. The errors before and after together are taken as given.
	TwoSided decimal.Decimal `json:"twoSided"`
	Fewer    decimal.Decimal `json:"fewer"`
	More     decimal.Decimal `json:"more"`
	// Significant says whether TwoSided is at most Metrics.Significance; decided on the exact fractions.
	Significant bool `json:"significant"`
	// Improved says whether the rate went down.
	Improved bool `json:"improved"`
}

// RefundTotals counts refunds against their 60 days.
type RefundTotals struct {
	// InTime were refunded within 60 days, the 60th included; Late later; Open are not refunded and have time; Overdue
	// have none.
	InTime  int `json:"inTime"`
	Late    int `json:"late"`
	Open    int `json:"open"`
	Overdue int `json:"overdue"`
	// Refunded and Outstanding are dollars.
	Refunded    decimal.Decimal `json:"refunded"`
	Outstanding decimal.Decimal `json:"outstanding"`
}

// MetricsResult are the metrics that matter.
type MetricsResult struct {
	// Metrics are the inputs, the significance stated.
	Metrics
	Errors RateChange `json:"errors"`
	// Prevented is Submitted times the fall of the error rate: an estimate, negative if the rate went up.
	Prevented decimal.Decimal `json:"prevented"`
	// QueueChange is QueueAfter less QueueBefore.
	QueueChange  int64        `json:"queueChange"`
	RefundTotals RefundTotals `json:"refundTotals"`
	// Warnings: rate_up, not_significant, refunds_late, not_comparable.
	Warnings []Warning `json:"warnings,omitempty"`
}

// Compare compares before and after. Errors: [ProgramErrors].
func (m Metrics) Compare() (MetricsResult, error) {
	c := checker{}
	c.date("on", m.On, Date{}, "")
	c.count("before", m.Before)
	c.count("after", m.After)
	if m.Before.Reviewed == 0 || m.After.Reviewed == 0 {
		c.addf("before, after", "%w: items reviewed before and after %w", ErrCount, ErrMissing)
	}
	for _, n := range []struct {
		field string
		n     int64
	}{{"submitted", m.Submitted}, {"stopped", m.Stopped}, {"queueBefore", m.QueueBefore}, {"queueAfter", m.QueueAfter}} {
		if n.n < 0 || n.n > maxCount {
			c.addf(n.field, "%w: %d is not from 0 to %d", ErrCount, n.n, maxCount)
		}
	}
	if exact.Check(m.Significance) != nil || m.Significance.IsNegative() || m.Significance.Cmp(decimal.NewFromInt(1)) >= 0 {
		c.addf("significance", "%w: %s is not between 0 and 1", ErrCount, finding.Clip(exact.String(m.Significance)))
	}
	c.refunds("refunds", m.Refunds)
	for i, r := range m.Refunds {
		c.after(fmt.Sprintf("refunds[%d]: on", i), m.On, r.Identified, "the day the overpayment was identified")
	}
	if err := c.err(); err != nil {
		return MetricsResult{}, err
	}
	if m.Significance = exact.Canonical(m.Significance); m.Significance.IsZero() {
		m.Significance = decimal.New(5, -2)
	}
	test, err := dist.Fisher(m.After.Errors, m.After.Reviewed-m.After.Errors, m.Before.Errors, m.Before.Reviewed-m.Before.Errors)
	if err != nil {
		return MetricsResult{}, ProgramErrors{{Field: "before, after", Err: fmt.Errorf("%w: %w", ErrCount, err)}}
	}
	before, after := m.Before.rate(), m.After.rate()
	change := new(big.Rat).Sub(after, before)
	r := MetricsResult{Metrics: m, QueueChange: m.QueueAfter - m.QueueBefore, Errors: RateChange{
		RateBefore: exact.Round(before), RateAfter: exact.Round(after), Change: exact.Round(change),
		TwoSided: exact.Round(test.TwoSided), Fewer: exact.Round(test.Less), More: exact.Round(test.Greater),
		Significant: test.TwoSided.Cmp(exact.Rat(m.Significance)) <= 0, Improved: change.Sign() < 0,
	}}
	r.Prevented = exact.Round(new(big.Rat).Mul(exact.Int(-m.Submitted), change))
	r.RefundTotals = totals(m.Refunds, m.On)
	warn := func(code, format string, args ...any) {
		r.Warnings = append(r.Warnings, finding.Warn(code, format, args...))
	}
	switch {
	case change.Sign() > 0:
		warn("rate_up", "The error rate went up.")
	case change.Sign() < 0 && !r.Errors.Significant:
		warn("not_significant",
			"The error rate went down, but with so few items chance alone would do as much with a probability of %s.",
			exact.Fixed(exact.RoundTo(test.TwoSided, 3), 3))
	}
	warn("not_comparable",
		"The test compares like with like only if the items before and after were drawn in the same way, at random.")
	if n := r.RefundTotals.Late + r.RefundTotals.Overdue; n > 0 {
		warn("refunds_late", "Later than %d days: %s.", RefundDays, finding.Count(int64(n), "refund", "refunds"))
	}
	return r, nil
}

func (n ErrorCount) rate() *big.Rat { return big.NewRat(n.Errors, n.Reviewed) }

// totals sorts refunds by what they were on a day.
func totals(refunds []Refund, on Date) RefundTotals {
	var t RefundTotals
	for _, r := range refunds {
		due := r.Identified.AddDays(RefundDays)
		switch {
		case !r.Refunded.IsZero() && r.Refunded.Compare(on) <= 0:
			t.Refunded = t.Refunded.Add(r.Amount)
			if due.IsZero() || r.Refunded.Compare(due) <= 0 {
				t.InTime++
			} else {
				t.Late++
			}
		case due.IsZero() || on.Compare(due) <= 0:
			t.Open++
			t.Outstanding = t.Outstanding.Add(r.Amount)
		default:
			t.Overdue++
			t.Outstanding = t.Outstanding.Add(r.Amount)
		}
	}
	return t
}
