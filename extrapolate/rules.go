package extrapolate

import (
	"time"

	"github.com/iromath/iromath/reportable"
)

// Rule is a rule on repayment with its source and the days it is in force.
type Rule struct {
	// ID is a short name that does not change.
	ID string `json:"id"`
	// Text says in our words what the rule demands.
	Text string `json:"text"`
	// Citation is where it stands.
	Citation string `json:"citation"`
	// Days is the number of calendar days it gives, 0 where it gives none.
	Days int `json:"days,omitempty"`
	// From and Through are the first and the last day the rule is in force in this form; no date means open.
	From    reportable.Date `json:"from,omitzero"`
	Through reportable.Date `json:"through,omitzero"`
}

// Identifiers of the rules.
const (
	RuleOverpayment   = "overpayment_rule"
	RuleSampleRepaid  = "sample_overpayments_repaid"
	RulePromptly      = "repay_promptly"
	RulePointEstimate = "point_estimate"
	RuleEvaluate      = "evaluate_extrapolation"
	RuleSystemsReview = "systems_review"
	RuleClaimSystems  = "claim_systems_review"
	RuleReportable    = "reportable_event"
)

const faq = "OIG, Corporate Integrity Agreement FAQ, last updated October 7, 2022"

func day(year, month, day int) reportable.Date {
	d, _ := reportable.NewDate(year, time.Month(month), day)
	return d
}

// rules is every rule on repayment that this package knows. A rule that changed stands once for each form.
var rules = []Rule{
	{
		ID: RuleOverpayment, Days: 60,
		Text:     "An overpayment is reported and returned within 60 days after it was identified, or by the date a corresponding cost report is due, if that applies and is later.",
		Citation: "42 U.S.C. 1320a-7k(d)(2)", From: day(2010, 3, 23), Through: day(2016, 3, 13),
	},
	{
		ID: RuleOverpayment, Days: 60,
		Text:     "An overpayment is reported and returned within 60 days after it was identified (determined and quantified with reasonable diligence), or by the date a corresponding cost report is due, if that applies and is later.",
		Citation: "42 U.S.C. 1320a-7k(d); 42 CFR 401.305(a)(2), (b)(1) (2016)", From: day(2016, 3, 14), Through: day(2024, 12, 31),
	},
	{
		ID: RuleOverpayment, Days: 60,
		Text:     "An overpayment is reported and returned within 60 days after it was identified, or by the date a corresponding cost report is due, if that applies and is later. A timely good-faith investigation of related overpayments can suspend the deadline for up to 180 days.",
		Citation: "42 U.S.C. 1320a-7k(d); 42 CFR 401.305(a)(2), (b)(1), (b)(3) (2025)", From: day(2025, 1, 1),
	},
	{
		ID: RuleSampleRepaid, Days: 60,
		Text:     "Every overpayment the IRO identified in the claims review sample is repaid within 60 days.",
		Citation: faq + ", CIA Claims Reviews",
	},
	{
		ID:       RulePromptly,
		Text:     "Every identified overpayment is promptly notified and repaid to the payor, as the payor's policies and the overpayment rule demand.",
		Citation: faq + ", Reporting of Overpayments",
	},
	{
		ID:       RulePointEstimate,
		Text:     "The extrapolated overpayment of the full sample is repaid at the point estimate to the appropriate payors.",
		Citation: faq + ", CIA Claims Reviews",
	},
	{
		ID:       RuleEvaluate,
		Text:     "The potential extrapolated overpayment is stated in the report. Whether it has to be repaid, or more sampling is due, is for the provider to decide under the overpayment rule; what is repaid is repaid at the point estimate.",
		Citation: faq + ", CIA Claims Reviews; 42 U.S.C. 1320a-7k(d); 42 CFR 401.301-305",
	},
	{
		ID:       RuleSystemsReview,
		Text:     "With a full sample a systems review is due: a walk-through of the systems and processes that generated the claims in error.",
		Citation: faq + ", CIA Claims Reviews",
	},
	{
		ID:       RuleClaimSystems,
		Text:     "For each overpaid claim the systems and processes that generated it are reviewed, with observations and recommendations in the claims review report.",
		Citation: faq + ", CIA Claims Reviews",
	},
	{
		ID: RuleReportable, Days: 30,
		Text:     "A reportable event, a substantial overpayment among others, is reported to OIG within 30 days after it was determined. A percentage or dollar threshold is only a first step: the determination takes an analysis of all facts and circumstances.",
		Citation: faq + ", Reporting of Overpayments; Reportable Events",
	},
}

// Rules returns all rules on repayment, as a list of its own.
func Rules() []Rule { return append([]Rule(nil), rules...) }

// RuleOn returns a rule in the form that is in force on a day; for no date, the newest form.
func RuleOn(id string, on reportable.Date) (Rule, bool) {
	for i := len(rules) - 1; i >= 0; i-- {
		r := rules[i]
		if r.ID != id {
			continue
		}
		started := r.From.IsZero() || on.IsZero() || on.Compare(r.From) >= 0
		ended := !r.Through.IsZero() && !on.IsZero() && on.Compare(r.Through) > 0
		if started && !ended {
			return r, true
		}
	}
	return Rule{}, false
}
