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
	// AsOf is the state of a source that has no day of coming into force, such as OIG's FAQ.
	AsOf reportable.Date `json:"asOf,omitzero"`
}

// Identifiers of the rules.
const (
	RuleStatute       = "overpayment_statute"
	RuleOverpayment   = "overpayment_rule"
	RuleSampleRepaid  = "sample_overpayments_repaid"
	RulePromptly      = "repay_promptly"
	RulePointEstimate = "point_estimate"
	RuleEvaluate      = "evaluate_extrapolation"
	RuleSystemsReview = "systems_review"
	RuleClaimSystems  = "claim_systems_review"
	RuleReportable    = "reportable_event"
)

const faq = "OIG, Corporate Integrity Agreement FAQ"

var faqDate = day(2022, 10, 7)

func day(year, month, day int) reportable.Date {
	d, _ := reportable.NewDate(year, time.Month(month), day)
	return d
}

// rules is every rule on repayment that this package knows, in our words. A rule that changed stands once for each form.
var rules = []Rule{
	{
		ID: RuleStatute, Days: 60,
		Text: "A Medicare or Medicaid overpayment is reported and returned by the later of 60 days after it was identified " +
			"and the day a corresponding cost report is due, if there is one.",
		Citation: "42 U.S.C. 1320a-7k(d)", From: day(2010, 3, 23),
	},
	{
		ID: RuleOverpayment, Days: 60,
		Text: "Medicare Parts A and B: an overpayment is identified when the person has, or should have through reasonable " +
			"diligence, determined that it was received and quantified it. The deadline is suspended while OIG's or CMS' " +
			"self-disclosure protocol is under way. Overpayments of the last six years count.",
		Citation: "42 CFR 401.305(a)(2), (b), (f) as of 2016", From: day(2016, 3, 14), Through: day(2024, 12, 31),
	},
	{
		ID: RuleOverpayment, Days: 60,
		Text: "Medicare Parts A and B: an overpayment is identified when the person knowingly receives or retains it, " +
			"knowingly as in 31 U.S.C. 3729(b)(1)(A). The deadline is suspended during a timely good-faith investigation of " +
			"related overpayments, until it is concluded, at most 180 days from the identification of the first one, and " +
			"while OIG's or CMS' self-disclosure protocol is under way. Overpayments of the last six years count.",
		Citation: "42 CFR 401.305(a)(2), (b), (f) as of 2025", From: day(2025, 1, 1),
	},
	{
		ID: RuleSampleRepaid, Days: 60,
		Text: "Every overpayment the IRO identified in the claims review sample is repaid within 60 days. They are counted " +
			"from the day the determinations were complete; the source names no first day.",
		Citation: faq + ", CIA Claims Reviews", AsOf: faqDate,
	},
	{
		ID: RulePromptly,
		Text: "The payor is promptly notified of every identified overpayment, and it is promptly repaid as the payor's " +
			"policies and the overpayment rule demand.",
		Citation: faq + ", Reporting of Overpayments", AsOf: faqDate,
	},
	{
		ID:       RulePointEstimate,
		Text:     "The extrapolated overpayment of the full sample is repaid at the point estimate to the appropriate payors.",
		Citation: faq + ", CIA Claims Reviews", AsOf: faqDate,
	},
	{
		ID: RuleEvaluate,
		Text: "The potential extrapolated overpayment is stated in the report. Whether it has to be repaid, or more sampling " +
			"is due, is for the provider to decide under the overpayment rule; what is repaid is repaid at the point estimate.",
		Citation: faq + ", CIA Claims Reviews", AsOf: faqDate,
	},
	{
		ID: RuleSystemsReview,
		Text: "With a full sample a systems review is due: a walk-through of the systems and processes that generated the " +
			"claims in error.",
		Citation: faq + ", CIA Claims Reviews", AsOf: faqDate,
	},
	{
		ID: RuleClaimSystems,
		Text: "For each overpaid claim the systems and processes that generated it are reviewed, with observations and " +
			"recommendations in the claims review report.",
		Citation: faq + ", CIA Claims Reviews", AsOf: faqDate,
	},
	{
		ID: RuleReportable, Days: 30,
		Text: "A reportable event, such as one that involves a substantial overpayment, is reported to OIG within 30 days; the " +
			"agreement says from which act they are counted. A percentage or dollar threshold is only a first step: whether " +
			"there is such an event takes an analysis of all facts and circumstances.",
		Citation: faq + ", Reporting of Overpayments; Reportable Events", AsOf: faqDate,
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
