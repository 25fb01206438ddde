package extrapolate

// Identifiers of the rules of other bases.
const (
	RuleAuditServices    = "audit_services_lower_limit"
	RuleSelfDisclosure   = "self_disclosure_point_estimate"
	RuleProgramIntegrity = "program_integrity_lower_limit"
	RulePayorNetting     = "payor_allows_netting"
)

const (
	protocol2013 = "OIG, Provider Self-Disclosure Protocol, April 17, 2013"
	protocol2021 = "OIG, Health Care Fraud Self-Disclosure Protocol, November 8, 2021"
)

// basisRules are the rules of other bases than that of the agreement, in our words. Two of them are practice that no day
// of coming into force is known for.
func basisRules() []Rule {
	return []Rule{
		{
			ID: RuleAuditServices,
			Text: "OIG's Office of Audit Services estimates an overpayment at the lower limit of the two-sided 90 percent " +
				"confidence interval, which gives the provider the benefit of the doubt for the uncertainty of the sample.",
			Citation: "practice of OIG's Office of Audit Services as the methodology of its audit reports states it",
		},
		{
			ID: RuleSelfDisclosure,
			Text: "The damages of a self-disclosure are estimated from all claims or from a random sample of at least 100 items, " +
				"at the point estimate of the mean. Underpayments that the review found do not reduce them.",
			Citation: protocol2013 + ", requirements for conduct involving false billing", From: day(2013, 4, 17),
			Through: day(2021, 11, 7),
		},
		{
			ID: RuleSelfDisclosure,
			Text: "The damages of a self-disclosure are estimated from all claims or from a random sample of at least 100 items, " +
				"at the point estimate of the mean. Underpayments that the review found do not reduce them.",
			Citation: protocol2021 + ", requirements for conduct involving false billing", From: day(2021, 11, 8),
		},
		{
			ID: RuleProgramIntegrity,
			Text: "In most situations a Medicare contractor demands the lower limit of a one-sided 90 percent confidence " +
				"interval.",
			Citation: "CMS, Medicare Program Integrity Manual (Pub. 100-08), ch. 8, sec. 8.4.5.1", AsOf: day(2020, 10, 9),
		},
		{
			ID: RulePayorNetting,
			Text: "Where a payor allows it, the net difference is extrapolated and repaid at the point estimate: underpayments " +
				"are set off. The authority for it is the payor's and has to be quoted.",
			Citation: "practice of the payor at hand, as quoted",
		},
	}
}
