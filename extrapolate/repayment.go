package extrapolate

import (
	"fmt"
	"maps"
	"slices"

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
	// ProtocolDiscovery: a discovery sample of (typically) 50 claims, at an error rate of 5 percent or more a full sample. Older
	// CIAs.
	ProtocolDiscovery Protocol = "discovery"
	// ProtocolSingle: one sample of (typically) 100 claims each year, without a threshold. Recent CIAs.
	ProtocolSingle Protocol = "single"
	// ProtocolQuarterly: a sample of (typically) 30 claims each quarter, without a threshold. IAs.
	ProtocolQuarterly Protocol = "quarterly"
)

// Refund is an overpayment that was paid back before the review is closed.
type Refund struct {
	// Payor it went to, where claims name payors.
	Payor string `json:"payor,omitempty"`
	// Amount in dollars, above zero, in whole cents.
	Amount decimal.Decimal `json:"amount"`
	// Date of the refund, for the record.
	Date reportable.Date `json:"date,omitzero"`
	// Note says what it was for.
	Note string `json:"note,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r Refund) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Repayment asks what follows from a finished review.
type Repayment struct {
	Protocol Protocol `json:"protocol"`
	// Reviewed is the last sample with its determinations: the discovery sample, or the full, single or quarterly sample.
	Reviewed errorrate.Sample `json:"reviewed"`
	// Extrapolated is the same sample with its universe. None where nothing is extrapolated: after a discovery sample that
	// called for no full sample.
	Extrapolated *Sample `json:"extrapolated,omitempty"`
	// Payors are all payors of the population. None means those of the reviewed claims, which may not show every one.
	Payors []string `json:"payors,omitempty"`
	// AlsoReviewed are claims that were reviewed and are not in the sample: those of a discovery sample beside a fresh full
	// sample. What was overpaid on them is identified, too.
	AlsoReviewed []errorrate.Claim `json:"alsoReviewed,omitempty"`
	// Identified is the day the overpayments were identified and the determinations were complete: clocks start here.
	Identified reportable.Date `json:"identified,omitzero"`
	// Days are the calendar days to repay, 1 to 3,660; 0 means the 60 of the rules. No day after the last one of the statute
	// comes of them.
	Days int `json:"days,omitempty" zero:"the 60 of the rules"`
	// ReportDays are the calendar days to report a reportable event, 1 to 3,660; 0 means the 30 of the rules.
	ReportDays int `json:"reportDays,omitempty" zero:"the 30 of the rules"`
	// Refunds made so far.
	Refunds []Refund `json:"refunds,omitempty"`
	// CostReport is the day a corresponding cost report is due, and Suspensions are those of the deadline. With either, what is
	// to be repaid states the deadline of the payor's program as [OverpaymentClock] works it out.
	CostReport  reportable.Date `json:"costReport,omitzero"`
	Suspensions []Suspension    `json:"suspensions,omitempty"`
	// Programs of the payors: a name does not tell. Only Medicare Parts A and B have rules that suspend the deadline. What is owed
	// to a payor whose program is not stated gets their deadline, and a warning with that of Medicaid where they differ.
	Programs []PayorProgram `json:"programs,omitempty"`
}

// PayorProgram says whose overpayment rule counts for a payor.
type PayorProgram struct {
	// Payor as the claims spell it, blanks around it apart; empty for claims that name none.
	Payor string `json:"payor,omitempty"`
	// Program: medicare_parts_a_b or medicaid.
	Program Program `json:"program"`
}

// ObligationKind names what has to be done.
type ObligationKind string

// The kinds of obligation.
const (
	// RepayFound: repay what was overpaid on the claims of the sample.
	RepayFound ObligationKind = "repay_found"
	// RepayExtrapolated: repay the overpayment of the population at the point estimate.
	RepayExtrapolated ObligationKind = "repay_extrapolated"
	// EvaluateExtrapolation: decide, under the overpayment rule, whether the extrapolated overpayment is to be repaid.
	EvaluateExtrapolation ObligationKind = "evaluate_extrapolation"
	// SystemsReview: the systems review that goes with a full sample.
	SystemsReview ObligationKind = "systems_review"
	// ClaimSystemsReview: review the system and process behind each overpaid claim.
	ClaimSystemsReview ObligationKind = "claim_systems_review"
	// ConsiderReportable: decide whether what was found is a reportable event.
	ConsiderReportable ObligationKind = "consider_reportable_event"
)

// ObligationState says whether an obligation is met.
type ObligationState string

// The states of an obligation.
const (
	StateOpen ObligationState = "open"
	StateDone ObligationState = "done"
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
	// Days are the calendar days that the clock runs; 0 where there is none.
	Days int `json:"days,omitempty"`
	// By is the last day, counted from the day of identification. No date where that day was not given, where no clock
	// runs, or where the clock starts with an act that is still to come: the determination of a reportable event.
	By reportable.Date `json:"by,omitzero"`
	// Deadline is that of the payor's program with suspensions and cost report, where one was given. By is its last day where
	// nothing but the overpayment rule sets a deadline, or the agreement a later one; an earlier day that the agreement or OIG's
	// FAQ sets is not suspended and stays.
	Deadline *OverpaymentDeadline `json:"deadline,omitempty"`
	// State says whether it is done, and Open for how many claims it is not, where the work goes claim by claim and is part of
	// the review: systems reviews. Empty where that is not known here.
	State ObligationState `json:"state,omitempty"`
	Open  int64           `json:"open,omitempty"`
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

// Obligations works out what is to be repaid, to whom and by when, and what else follows.
//
//   - Discovery without a full sample: the overpayments found.
//   - Discovery with a full sample: the extrapolated overpayment at the point estimate, in which those found are
//     contained; a systems review.
//   - Single and quarterly: the overpayments found, within 60 days; the extrapolated overpayment is stated and evaluated; the
//     systems of each overpaid claim are reviewed.
//
// Overpayments found are gross and go to the payor that each claim names. An extrapolated amount is never split among
// payors. All amounts are worked out from the claims.
//
// More days than the statute gives are not counted: FAQ and agreement have overpayments repaid in accordance with it.
//
// What is owed to a Medicaid program follows the statute alone, without suspensions (42 U.S.C. 1320a-7k(d)(2); 42 CFR 401.305
// is of Medicare Parts A and B): see [Repayment].Programs.
//
// Errors: [ErrProtocol], [ErrRefund], [ErrDays], [ErrProgram], [ErrSample] (also where the two samples are not of the same
// claims), and those of errorrate.Sample.Rate, [Sample.Estimate] and [OverpaymentClock.Deadline]. Warnings: those of the
// estimate; "payors_not_split", "refund_exceeds", "refund_without_payor", "no_identified_date", "beyond_overpayment_rule" for
// more days than the statute gives, "agreement_not_suspended", "program_not_stated", "programs_differ", "payor_unknown",
// "full_sample_due" where a discovery sample met the threshold and no full sample is given.
func (r Repayment) Obligations() (Obligations, error) {
	l, err := r.ledger()
	if err != nil {
		return Obligations{}, err
	}
	overpaid := l.overpaid()
	switch {
	case r.Protocol == ProtocolDiscovery && l.estimate != nil:
		l.extrapolated()
		l.add(Obligation{Kind: SystemsReview, Claims: overpaid}, 0, RuleSystemsReview)
	case r.Protocol == ProtocolDiscovery:
		l.found(RulePromptly, RuleStatute, RuleOverpayment)
		if l.rate.ThresholdMet {
			l.warn("full_sample_due", "The error rate of the discovery sample meets the threshold: a full sample and a "+
				"systems review are due before the review is closed.")
		}
	default:
		l.found(RuleSampleRepaid, RuleStatute, RuleOverpayment)
		if l.estimate != nil {
			amount := l.estimate.PointEstimate
			b := Obligation{Kind: EvaluateExtrapolation, Payor: l.onlyPayor(), Amount: &amount, Claims: l.estimate.Universe}
			l.add(b, 0, RuleEvaluate, RuleStatute, RuleOverpayment)
		}
		if overpaid > 0 {
			l.add(Obligation{Kind: ClaimSystemsReview, Claims: overpaid}, 0, RuleClaimSystems)
		}
	}
	if overpaid > 0 {
		l.add(Obligation{Kind: ConsiderReportable, Claims: overpaid}, r.ReportDays, RuleReportable)
	}
	if r.Identified.IsZero() {
		l.warn("no_identified_date", "No day of identification was given: due dates are not worked out, and the newest form "+
			"of every rule is cited.")
	}
	l.leftOver()
	l.warnPrograms()
	return l.Obligations, nil
}

// ledger checks the request and works out what the sample found.
func (r Repayment) ledger() (*ledger, error) {
	switch r.Protocol {
	case ProtocolDiscovery, ProtocolSingle, ProtocolQuarterly:
	default:
		return nil, fmt.Errorf("%w: %q is not discovery, single or quarterly", ErrProtocol, finding.Clip(string(r.Protocol)))
	}
	if r.Days < 0 || r.ReportDays < 0 || r.Days > maxDays || r.ReportDays > maxDays {
		return nil, fmt.Errorf("%w: %d to repay and %d to report are not both between 0 and %d", ErrDays, r.Days, r.ReportDays, maxDays)
	}
	refunds, err := r.refunds()
	if err != nil {
		return nil, err
	}
	l := &ledger{Repayment: r, refunded: refunds, credited: map[string]bool{}, unstated: map[string]bool{}}
	l.Obligations.Obligations = []Obligation{}
	if l.rate, err = r.Reviewed.Rate(); err != nil {
		return nil, err
	}
	l.claims = append(slices.Clone(l.rate.Claims), r.AlsoReviewed...)
	if err := errorrate.Check(l.claims); err != nil {
		return nil, err
	}
	if err := l.startClock(); err != nil {
		return nil, err
	}
	if r.Extrapolated == nil {
		return l, nil
	}
	e, err := r.Extrapolated.Estimate()
	if err != nil {
		return nil, err
	}
	same := func(a, b errorrate.Claim) bool { return a.ID == b.ID && a.Difference().Equal(b.Difference()) }
	if !slices.EqualFunc(l.rate.Claims, e.Claims, same) {
		return nil, fmt.Errorf("%w: the extrapolated claims are not the reviewed ones", ErrSample)
	}
	l.estimate = &e
	return l, nil
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

// maxDays bounds a number of days that is taken: ten years.
const maxDays = 3660

// ledger writes down obligations and credits refunds to them.
type ledger struct {
	Repayment
	Obligations Obligations
	rate        errorrate.Result
	claims      []errorrate.Claim // all that were reviewed
	estimate    *Extrapolation
	programs    map[string]Program
	clocks      map[Program]OverpaymentDeadline // none where there is nothing to say about them
	unstated    map[string]bool                 // payors whose program decides and is not stated
	refunded    map[string]decimal.Decimal      // not credited yet
	credited    map[string]bool                 // payors to whom something was owed
}

// warn adds a warning, once: several obligations can have the same.
func (l *ledger) warn(code, format string, args ...any) {
	if w := finding.Warn(code, format, args...); !slices.Contains(l.Obligations.Warnings, w) {
		l.Obligations.Warnings = append(l.Obligations.Warnings, w)
	}
}

// add writes down an obligation under its rules. days, where it is not 0, stands for the days of the rules, and never for more
// than the statute gives.
func (l *ledger) add(b Obligation, days int, ids ...string) {
	statute := 0
	for _, id := range ids {
		if rule, ok := RuleOn(id, l.Identified); ok && !(id == RuleOverpayment && l.onlyMedicaid(&b)) {
			b.Rules = append(b.Rules, rule)
			if days == 0 {
				days = rule.Days
			}
			if id == RuleStatute {
				statute = rule.Days
			}
		}
	}
	if b.Kind != EvaluateExtrapolation { // its clock runs only if the provider finds that an overpayment exists
		b.Days = days
		if b.Kind != ConsiderReportable {
			b.By = l.Identified.AddDays(days)
		}
		if days == 0 {
			b.By = reportable.Date{}
		}
	}
	switch {
	case b.Kind == EvaluateExtrapolation || !slices.Contains(ids, RuleStatute):
	case l.clocks != nil:
		l.ruleClock(&b, slices.Contains(ids, RuleSampleRepaid))
	case statute > 0 && days > statute:
		b.Days, b.By = statute, l.Identified.AddDays(statute)
		l.warn("beyond_overpayment_rule", "The agreement gives %d days to repay, the statute %d, which count.", days, statute)
	}
	l.Obligations.Obligations = append(l.Obligations.Obligations, b)
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
func (l *ledger) found(ids ...string) {
	totals, claims := map[string]decimal.Decimal{}, map[string]int64{}
	for _, c := range l.claims {
		if over := c.Overpayment(); over.IsPositive() {
			totals[c.Payor] = totals[c.Payor].Add(over)
			claims[c.Payor]++
		}
	}
	for _, p := range slices.Sorted(maps.Keys(totals)) {
		b := Obligation{Kind: RepayFound, Payor: p, Claims: claims[p]}
		l.pay(&b, totals[p], p)
		l.add(b, l.Days, ids...)
	}
}

// overpaid counts the overpaid claims among all that were reviewed.
func (l *ledger) overpaid() (n int64) {
	for _, c := range l.claims {
		if c.Overpayment().IsPositive() {
			n++
		}
	}
	return n
}

// payors lists the payors of the population, as far as they are known.
func (l *ledger) payors() []string {
	named := map[string]bool{}
	for _, p := range l.Payors {
		named[p] = true
	}
	for _, c := range l.claims {
		named[c.Payor] = true
	}
	return slices.Sorted(maps.Keys(named))
}

// onlyPayor returns the payor of an extrapolated amount if the population has no other, and warns if it has.
func (l *ledger) onlyPayor() string {
	payors := l.payors()
	if len(payors) == 1 {
		return payors[0]
	}
	l.warn("payors_not_split", "The population has claims of %d payors, those without a name counting as one. The extrapolated "+
		"overpayment is one estimate for the whole population; it is not split among payors without an estimate for each. "+
		"Agree on the shares with the OIG monitor.", len(payors))
	return ""
}

// extrapolated writes down the point estimate of a full sample. What was found on the reviewed claims is part of it; where
// more was found than is estimated, as can be beside a fresh full sample, what was found is owed.
func (l *ledger) extrapolated() {
	b := Obligation{Kind: RepayExtrapolated, Payor: l.onlyPayor(), Claims: l.estimate.Universe}
	amount, found := l.estimate.PointEstimate, decimal.Decimal{}
	for _, c := range l.claims {
		found = found.Add(c.Overpayment())
	}
	if found.GreaterThan(amount) {
		l.warn("found_exceeds_estimate", "The reviewed claims were overpaid by $%s in all, more than the point estimate of $%s: "+
			"what was found is owed.", exact.Commas(found, 2), exact.Commas(amount, 2))
		amount = found
	}
	payors := l.payors()
	if !slices.Contains(payors, "") {
		payors = append(payors, "") // refunds that name no payor
	}
	l.pay(&b, amount, payors...)
	l.add(b, l.Days, RulePointEstimate, RuleStatute, RuleOverpayment)
}

// leftOver warns of refunds that were credited to nothing.
func (l *ledger) leftOver() {
	for _, p := range slices.Sorted(maps.Keys(l.refunded)) {
		rest := l.refunded[p]
		switch {
		case !rest.IsPositive():
		case p == "" && !l.credited[p]:
			l.warn("refund_without_payor", "Refunds of $%s name no payor, and nothing is owed to one without a name: they are "+
				"not credited to anything.", exact.Commas(rest, 2))
		case p == "":
			l.warn("refund_exceeds", "Refunds of $%s that name no payor are more than what is owed: they are not credited to "+
				"anything else.", exact.Commas(rest, 2))
		default:
			l.warn("refund_exceeds", "Refunds of $%s to payor %q are more than what is owed there: they are not credited to "+
				"anything else.", exact.Commas(rest, 2), p)
		}
	}
}
