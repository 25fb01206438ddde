package extrapolate

import (
	"slices"

	"github.com/iromath/iromath/internal/finding"
)

// How the deadline of the overpayment rule goes into the obligations of a review.

// startClock works out the deadline of the overpayment rule, where there is something to say about it.
func (l *ledger) startClock() error {
	if l.CostReport.IsZero() && len(l.Suspensions) == 0 || l.Identified.IsZero() {
		return nil
	}
	d, err := OverpaymentClock{Identified: l.Identified, CostReport: l.CostReport, Suspensions: l.Suspensions}.Deadline()
	l.clock = &d
	return err
}

// ruleClock states the deadline of the overpayment rule. The last day moves with it only where no other rule and no day
// of the agreement sets one.
func (l *ledger) ruleClock(b *Obligation, sampleRule bool) {
	clock := *l.clock // each obligation has its own
	clock.Suspensions, clock.Rules = slices.Clone(clock.Suspensions), slices.Clone(clock.Rules)
	clock.Warnings = slices.Clone(clock.Warnings)
	b.Deadline = &clock
	if l.Days == 0 && !sampleRule {
		b.By = l.clock.By
		return
	}
	if l.clock.By.IsZero() || l.clock.By.Compare(b.By) > 0 {
		w := finding.Warn("agreement_not_suspended", "Under the overpayment rule the deadline is later than %s, or "+
			"suspended. The %d days of the agreement and of OIG's FAQ are not: a later day takes OIG's consent.", b.By, b.Days)
		if !slices.Contains(l.Obligations.Warnings, w) {
			l.Obligations.Warnings = append(l.Obligations.Warnings, w)
		}
	}
}
