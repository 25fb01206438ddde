package extrapolate

import (
	"fmt"
	"sort"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// Protocol is the way an agreement has claims reviewed.
type Protocol string

// The protocols of Corporate Integrity Agreements and Integrity Agreements.
const (
	// Discovery: a discovery sample of (typically) 50 claims, at an error rate of 5 percent or more a full sample. Older CIAs.
	Discovery Protocol = "discovery"
	// Single: one sample of (typically) 100 claims each year, without a threshold. Recent CIAs.
	Single Protocol = "single"
	// Quarterly: a sample of (typically) 30 claims each quarter, without a threshold. IAs.
	Quarterly Protocol = "quarterly"
)

// Refund is an overpayment that was paid back before the review is closed.
type Refund struct {
	// Payor it went to, where claims name payors.
	Payor string `json:"payor,omitempty"`
	// Amount in dollars, above zero, in whole cents.
	Amount decimal.Decimal `json:"amount"`
	// Date of the refund.
	Date reportable.Date `json:"date,omitzero"`
	// Note says what it was for.
	Note string `json:"note,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r Refund) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Repayment asks what follows from a finished review.
type Repayment struct {
	Protocol Protocol `json:"protocol"`
	// Found is the error rate of the last sample, which holds all reviewed claims.
	Found errorrate.Result `json:"found"`
	// Extrapolation of the full sample, or of the single or quarterly sample. None where only a discovery sample was
	// drawn.
	Extrapolation *Extrapolation `json:"extrapolation,omitempty"`
	// Identified is the day the overpayments were identified and the determinations were complete: clocks start here.
	Identified reportable.Date `json:"identified,omitzero"`
	// Days to repay overpayments found in a single or quarterly sample; 0 means the 60 of the rule.
	Days int `json:"days,omitempty"`
	// ReportDays to report a reportable event; 0 means the 30 of the rule.
	ReportDays int `json:"reportDays,omitempty"`
	// Refunds made so far.
	Refunds []Refund `json:"refunds,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r Repayment) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// ObligationKind names what has to be done.
type ObligationKind string

// The kinds of obligation.
const (
	RepayFound            ObligationKind = "repay_found"
	RepayExtrapolated     ObligationKind = "repay_extrapolated"
	EvaluateExtrapolation ObligationKind = "evaluate_extrapolation"
	SystemsReview         ObligationKind = "systems_review"
	ClaimSystemsReview    ObligationKind = "claim_systems_review"
	ConsiderReportable    ObligationKind = "consider_reportable_event"
)

// Obligation is one thing the provider or its IRO has to do.
type Obligation struct {
	Kind ObligationKind `json:"kind"`
	// Payor it is owed to; empty where claims name none or the amount is not split.
	Payor string `json:"payor,omitempty"`
	// Amount owed before refunds, in dollars and cents. None where nothing is to be paid.
	Amount *decimal.Decimal `json:"amount,omitempty"`
	// Credited is what was refunded already.
	Credited *decimal.Decimal `json:"credited,omitempty"`
	// Due is Amount less Credited, never below zero.
	Due *decimal.Decimal `json:"due,omitempty"`
	// Claims it is about, by number of claims.
	Claims int64 `json:"claims,omitempty"`
	// By is the last day; no date where no day was given or the rule sets none.
	By reportable.Date `json:"by,omitzero"`
	// Rules it follows from, in the form in force on the day of identification.
	Rules []Rule `json:"rules"`
}

// MarshalJSON writes decimals as strings.
func (o Obligation) MarshalJSON() ([]byte, error) { return jsonform.Marshal(o) }

// Obligations is the answer to a [Repayment].
type Obligations struct {
	Obligations []Obligation `json:"obligations"`
	Warnings    []Warning    `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (o Obligations) MarshalJSON() ([]byte, error) { return jsonform.Marshal(o) }

// Obligations works out what is to be repaid, to whom and by when, and what else follows.
//
//   - Discovery without a full sample: the overpayments found.
//   - Discovery with a full sample: the extrapolated overpayment at the point estimate, in which those found are
//     contained; a systems review.
//   - Single and Quarterly: the overpayments found, within 60 days; the extrapolated overpayment is stated and evaluated; the
//     systems of each overpaid claim are reviewed.
//
// Overpayments found are gross and go to the payor that each claim names. An extrapolated amount is never split among
// payors. Errors: [ErrProtocol], [ErrRefund], errorrate.ClaimErrors. Warnings: "payors_not_split", "refund_exceeds", "no_identified_date",
// "refund_without_payor", "full_sample_due" where a discovery sample met the threshold and no full sample is given.
func (r Repayment) Obligations() (Obligations, error) {
	var o Obligations
	refunds, err := r.refunds()
	if err != nil {
		return o, err
	}
	l := ledger{Repayment: r, refunded: refunds, credited: map[string]bool{}}
	full := r.Protocol == Discovery && r.Extrapolation != nil
	switch r.Protocol {
	case Discovery, Single, Quarterly:
	default:
		return o, fmt.Errorf("%w: %q is not discovery, single or quarterly", ErrProtocol, finding.Clip(string(r.Protocol)))
	}
	if len(r.Found.Claims) > 0 {
		if err := errorrate.Check(r.Found.Claims); err != nil {
			return o, err
		}
	}
	switch {
	case full:
		l.extrapolated(&o)
		l.add(&o, Obligation{Kind: SystemsReview, Claims: r.Found.Counts.Overpaid}, 0, RuleSystemsReview)
	case r.Protocol == Discovery:
		l.found(&o, RulePromptly, RuleOverpayment)
		if r.Found.ThresholdMet {
			o.Warnings = append(o.Warnings, finding.Warn("full_sample_due",
				"The error rate of the discovery sample meets the threshold: a full sample and a systems review are due before the review is closed."))
		}
	default:
		l.found(&o, RuleSampleRepaid, RuleOverpayment)
		if r.Extrapolation != nil {
			amount := r.Extrapolation.PointEstimate
			l.add(&o, Obligation{Kind: EvaluateExtrapolation, Amount: &amount, Claims: r.Extrapolation.Universe}, 0, RuleEvaluate, RuleOverpayment)
		}
		if r.Found.Counts.Overpaid > 0 {
			l.add(&o, Obligation{Kind: ClaimSystemsReview, Claims: r.Found.Counts.Overpaid}, 0, RuleClaimSystems)
		}
	}
	if r.Found.Counts.Overpaid > 0 {
		l.add(&o, Obligation{Kind: ConsiderReportable, Claims: r.Found.Counts.Overpaid}, r.ReportDays, RuleReportable)
	}
	if r.Identified.IsZero() {
		o.Warnings = append(o.Warnings, finding.Warn("no_identified_date",
			"No day of identification was given: due dates are not worked out, and the newest form of every rule is cited."))
	}
	l.leftOver(&o)
	return o, nil
}

// refunds sums the refunds by payor.
func (r Repayment) refunds() (map[string]decimal.Decimal, error) {
	sums := map[string]decimal.Decimal{}
	for i, f := range r.Refunds {
		if exact.Check(f.Amount) != nil || !f.Amount.IsPositive() || exact.Canonical(f.Amount).Exponent() < -2 {
			return nil, fmt.Errorf("%w %d: %s is not an amount above zero in whole cents", ErrRefund, i+1, exact.String(f.Amount))
		}
		sums[f.Payor] = sums[f.Payor].Add(f.Amount)
	}
	return sums, nil
}

// ledger credits refunds while obligations are written down.
type ledger struct {
	Repayment
	refunded map[string]decimal.Decimal // not credited yet
	credited map[string]bool            // payors to whom something was owed
}

// add writes down an obligation under its rules. days, where it is not 0, stands for the days of the first rule.
func (l *ledger) add(o *Obligations, b Obligation, days int, ids ...string) {
	for _, id := range ids {
		if rule, ok := RuleOn(id, l.Identified); ok {
			b.Rules = append(b.Rules, rule)
			if days == 0 {
				days = rule.Days
			}
		}
	}
	if days > 0 && b.Kind != EvaluateExtrapolation {
		b.By = l.Identified.AddDays(days)
	}
	o.Obligations = append(o.Obligations, b)
}

// pay credits refunds of some payors to an amount.
func (l *ledger) pay(b *Obligation, amount decimal.Decimal, payors ...string) {
	credited := decimal.Decimal{}
	for _, p := range payors {
		l.credited[p] = true
		part := decimal.Min(l.refunded[p], amount.Sub(credited))
		credited = credited.Add(part)
		l.refunded[p] = l.refunded[p].Sub(part)
	}
	due := amount.Sub(credited)
	b.Amount, b.Credited, b.Due = &amount, &credited, &due
}

// found writes down the overpayments found, a payor at a time.
func (l *ledger) found(o *Obligations, ids ...string) {
	type total struct {
		amount decimal.Decimal
		claims int64
	}
	totals := map[string]total{}
	for _, c := range l.Found.Claims {
		if over := c.Overpayment(); over.IsPositive() {
			t := totals[c.Payor]
			totals[c.Payor] = total{t.amount.Add(over), t.claims + 1}
		}
	}
	payors := make([]string, 0, len(totals))
	for p := range totals {
		payors = append(payors, p)
	}
	sort.Strings(payors)
	for _, p := range payors {
		b := Obligation{Kind: RepayFound, Payor: p, Claims: totals[p].claims}
		l.pay(&b, totals[p].amount, p)
		l.add(o, b, l.Days, ids...)
	}
}

// extrapolated writes down the point estimate of a full sample.
func (l *ledger) extrapolated(o *Obligations) {
	payors, seen := []string{}, map[string]bool{}
	for _, c := range l.Found.Claims {
		if !seen[c.Payor] {
			seen[c.Payor] = true
			payors = append(payors, c.Payor)
		}
	}
	b := Obligation{Kind: RepayExtrapolated, Claims: l.Extrapolation.Universe}
	if len(payors) == 1 {
		b.Payor = payors[0]
	} else {
		sort.Strings(payors)
		o.Warnings = append(o.Warnings, finding.Warn("payors_not_split",
			"The sampled claims name %d payors. The extrapolated overpayment is one estimate for the whole population; it is not split among payors without an estimate for each. Agree on the shares with the OIG monitor.", len(payors)))
	}
	all := payors
	if !seen[""] {
		all = append(all, "") // refunds that name no payor
	}
	l.pay(&b, l.Extrapolation.PointEstimate, all...)
	l.add(o, b, 0, RulePointEstimate, RuleOverpayment)
}

// leftOver warns of refunds that were credited to nothing.
func (l *ledger) leftOver(o *Obligations) {
	payors := make([]string, 0, len(l.refunded))
	for p := range l.refunded {
		payors = append(payors, p)
	}
	sort.Strings(payors)
	for _, p := range payors {
		rest := l.refunded[p]
		switch {
		case !rest.IsPositive():
		case p == "" && !l.credited[p]:
			o.Warnings = append(o.Warnings, finding.Warn("refund_without_payor",
				"Refunds of $%s name no payor, and nothing is owed to one without a name: they are not credited to anything.", exact.Commas(rest, 2)))
		default:
			o.Warnings = append(o.Warnings, finding.Warn("refund_exceeds",
				"Refunds of $%s to payor %q are more than what is owed there: they are not credited to anything else.", exact.Commas(rest, 2), p))
		}
	}
}
