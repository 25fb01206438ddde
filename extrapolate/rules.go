package extrapolate

import (
	"slices"
	"time"

	"github.com/iromath/iromath/reportable"
)

// Rule is a rule on repayment with its source and the days it is in force.
type Rule = reportable.Rule

// Identifiers of the rules.
const (
	RuleStatute       = reportable.RuleStatute
	RuleOverpayment   = reportable.RuleOverpayment
	RuleSampleRepaid  = reportable.RuleSampleRepaid
	RulePromptly      = reportable.RulePromptly
	RulePointEstimate = "point_estimate"
	RuleEvaluate      = "evaluate_extrapolation"
	RuleSystemsReview = "systems_review"
	RuleClaimSystems  = "claim_systems_review"
	RuleReportable    = reportable.RuleReportable
)

const faq = "OIG, Corporate Integrity Agreement FAQ"

var faqDate = day(2022, 10, 7)

func day(year, month, day int) reportable.Date {
	d, _ := reportable.NewDate(year, time.Month(month), day)
	return d
}

// Rules returns every rule on repayment that this package knows, as a list of its own: those it shares with package reportable,
// and those of claims reviews, in our words. A rule that changed stands once for each form.
func Rules() []Rule {
	return slices.Concat(shared(RuleStatute, RuleOverpayment, RuleSampleRepaid, RulePromptly), reviewRules(), shared(RuleReportable),
		basisRules())
}

// shared are rules of package reportable, every form of each.
func shared(ids ...string) []Rule {
	return slices.DeleteFunc(reportable.Rules(), func(r Rule) bool { return !slices.Contains(ids, r.ID) })
}

// reviewRules are the rules of claims reviews.
func reviewRules() []Rule {
	return []Rule{
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
	}
}

// RuleOn returns a rule in the form that is in force on a day; for no date, the newest form.
func RuleOn(id string, on reportable.Date) (Rule, bool) { return reportable.InForce(Rules(), id, on) }
