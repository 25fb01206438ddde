package training

import (
	"github.com/iromath/iromath/reportable"
)

// Identifiers of the rules that this package counts by.
const (
	RuleMap        = "controls_map"
	RuleModule     = "micro_module"
	RuleMetric     = "module_metric"
	RuleSprint     = "learning_sprint"
	RuleAudit      = "follow_up_audit"
	RuleLearned    = "close_the_loop"
	RuleCharts     = "five_charts"
	RuleReporting  = "non_retaliation"
	RuleBundle     = "mitigation_bundle"
	RuleLesson     = "error_to_lesson"
	RuleRefund     = "refund_within_60_days"
	RuleFactors    = "determination_factors"
	RuleDisclosure = "corrective_action"
)

// Rules returns the rules that this package counts by, in our words with their citations, as a list of its own.
func Rules() []reportable.Rule {
	return []reportable.Rule{
		{
			ID: RuleMap, Citation: from("step 1").Citation,
			Text: "A map of two pages names the top revenue codes and the remuneration exposures, a competency for each, who has to " +
				"have it, and the artifacts; the owner approves it, with version and date, every year and when service lines change.",
		},
		{
			ID: RuleModule, Citation: from("step 2; Best Practices").Citation, Quote: "10–12 minutes",
			Text: "One module a month for each role, on one thing, as a script of three steps with three applied questions; sign-ins " +
				"and scores before and after are kept.",
		},
		{
			ID: RuleMetric, Days: MetricDays, Citation: from("step 2").Citation, Quote: "60-day follow-up metric",
			Text: "A figure 60 days after a module shows whether it worked.",
		},
		{
			ID: RuleSprint, Citation: from("step 3").Citation, Quote: "within 72 hours",
			Text: "A potential violation is answered by a module for all relevant roles within 72 hours, an updated procedure with " +
				"the owner's signature, sign-offs, and error data before and after.",
		},
		{
			ID: RuleAudit, Days: FollowUpDays, Citation: from("Case Study").Citation, Quote: "two weeks later",
			Text: "Two weeks after a sprint five charts of each provider are audited, and outliers are coached one to one.",
		},
		{
			ID: RuleLearned, Citation: from("Building a Culture of Compliance").Citation, Quote: "what we learned",
			Text: "After a sprint the clinic is told what was learned and the one change of the procedure.",
		},
		{
			ID: RuleCharts, Citation: from("step 4").Citation, Quote: "five encounters per provider",
			Text: "Every quarter five encounters of each provider, drawn at random, are checked for documentation and medical " +
				"necessity, and compared with the provider's training.",
		},
		{
			ID: RuleReporting, Citation: from("step 5; Simplified Self-Audit Checklist").Citation, Quote: "Semi-annually",
			Text: "A policy prohibits retaliation and says how concerns are reported; everybody acknowledges it every half-year; " +
				"cases are triaged and closed with a memo.",
		},
		{
			ID: RuleBundle, Citation: from("step 6; Simplified Self-Audit Checklist").Citation, Quote: "read-only folder indexed by date and topic",
			Text: "The evidence of each cycle and incident is kept, with timestamps, in a folder nobody can write to, and looked at " +
				"every quarter.",
		},
		{
			ID: RuleLesson, Citation: from("Best Practices").Citation, Quote: "Every audit finding becomes next month’s module",
			Text: "What an audit finds is taught in the month after.",
		},
		{
			ID: RuleRefund, Days: RefundDays, Citation: "42 U.S.C. 1320a-7k(d)(2); " + from("Best Practices").Citation,
			Text: "An overpayment goes back within 60 days of the day it was identified. What suspends that under 42 CFR 401.305(b) " +
				"is not counted here.",
		},
		{
			ID: RuleFactors, Citation: cfr("(a)", "").Citation,
			Text: "What OIG considers when it determines the amount of a penalty or assessment; see Factors.",
		},
		{
			ID: RuleDisclosure, Citation: cfr("(a)(2)", "").Citation, Quote: "corrective action must include disclosing the violation to the OIG",
			Text: "Corrective action that mitigates has to include a disclosure through the Self-Disclosure Protocol and full cooperation.",
		},
	}
}

// source of a rule.
func source(id string) reportable.Source {
	r, _ := reportable.InForce(Rules(), id, Date{})
	return r.Source()
}
