package reportable

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// StipulatedPenalty asks what the stipulated penalty for one obligation that was not met in time can come to. The amount
// per day stands in the agreement; OIG decides whether to demand it.
type StipulatedPenalty struct {
	// Obligation in the words of the agreement.
	Obligation string `json:"obligation,omitempty"`
	// PerDay is the penalty for each day in dollars and cents, above zero.
	PerDay decimal.Decimal `json:"perDay"`
	// Due is the day the obligation became due; Extended the revised deadline, where OIG granted an extension.
	Due      Date `json:"due"`
	Extended Date `json:"extended,omitzero"`
	// Performed is the day it was met. No date: not yet, and AsOf says until when to count.
	Performed Date `json:"performed,omitzero"`
	AsOf      Date `json:"asOf,omitzero"`
	// Clause that sets the penalty.
	Clause *Clause `json:"clause,omitempty"`
}

// Accrual is what has accrued.
type Accrual struct {
	// Days late: from the day after the deadline to the day it was met, or to AsOf, that day included.
	Days int `json:"days"`
	// First and Last of these days; none where it is not late.
	First Date `json:"first,omitzero"`
	Last  Date `json:"last,omitzero"`
	// Amount is Days times PerDay.
	Amount decimal.Decimal `json:"amount"`
	// Open says that it goes on.
	Open bool `json:"open,omitempty"`
	// Reasons: how it accrues, and what a failure can lead to beyond it.
	Reasons []Reason `json:"reasons"`
	// Penalty that was asked for.
	Penalty StipulatedPenalty `json:"penalty"`
}

// Accrue counts the days of the failure and multiplies. It accrues by calendar days, from the day after the deadline.
//
// Errors: [ErrAmount], [ErrFacts], [ErrOrder].
func (p StipulatedPenalty) Accrue() (Accrual, error) {
	if err := dollars("perDay", p.PerDay, false); err != nil {
		return Accrual{}, err
	}
	switch {
	case p.Due.IsZero():
		return Accrual{}, fmt.Errorf("%w: due is missing", ErrFacts)
	case p.Performed.IsZero() == p.AsOf.IsZero():
		return Accrual{}, fmt.Errorf("%w: either performed or asOf is needed", ErrFacts)
	case p.Clause != nil && blank(p.Clause.Quote):
		return Accrual{}, fmt.Errorf("%w: the clause quotes nothing", ErrFacts)
	}
	if err := notBefore("extended", p.Extended, "due", p.Due); err != nil {
		return Accrual{}, err
	}
	deadline, end := p.Due, p.Performed
	if !p.Extended.IsZero() {
		deadline = p.Extended
	}
	if end.IsZero() {
		end = p.AsOf
	}
	p.Clause = copyOf(p.Clause)
	a := Accrual{Days: max(0, deadline.DaysUntil(end)), Open: p.Performed.IsZero(), Penalty: p}
	if a.Days > 0 {
		a.First, a.Last = deadline.AddDays(1), end
	}
	amount := exact.Rat(p.PerDay)
	a.Amount, _ = exact.Decimal(amount.Mul(amount, exact.Int(int64(a.Days)))) // a product of decimals is one
	source := sourceOf(RulePenalty)
	if p.Clause != nil {
		source = p.Clause.source()
	}
	a.Reasons = append(a.Reasons, Reason{Code: "per_day", Text: newest(RulePenalty).Text, Source: source})
	a.Reasons = append(a.Reasons, Consequences()[1:]...)
	return a, nil
}

// Consequences returns what a failure to comply can lead to, from stipulated penalties to exclusion.
func Consequences() []Reason {
	return []Reason{
		note("stipulated_penalty", RulePenalty), note("first_day", RulePenaltyStart), note("material_breach",
			RuleBreach), note("exclusion", RuleExclusion),
	}
}
