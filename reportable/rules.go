package reportable

import "time"

// Identifiers of the rules.
const (
	RuleStatute       = "overpayment_statute"
	RuleOverpayment   = "overpayment_rule"
	RuleSampleRepaid  = "sample_overpayments_repaid"
	RulePromptly      = "repay_promptly"
	RuleReportable    = "reportable_event"
	RuleKinds         = "kinds_of_reportable_event"
	RulePotential     = "potential_violation"
	RuleProbable      = "probable_violation"
	RuleSeries        = "series_of_occurrences"
	RuleAnalysis      = "analysis_of_facts"
	RuleNotAll        = "not_every_overpayment_to_oig"
	RuleDetermination = "clock_from_determination"
	RuleNotice        = "report_contents"
	RuleStark         = "self_referral_only"
	RuleIneligible    = "ineligible_person_as_defined"
	RuleStateMedicaid = "state_medicaid_exclusion"
	RuleRemoval       = "removal_of_ineligible_person"
	RuleResolution    = "resolution_like_self_disclosure"
	RuleRemuneration  = "multiplier_on_remuneration"
	RuleMinimums      = "minimum_settlement"
	RuleBothWays      = "disclosed_both_ways"
	RuleExtension     = "extension_request"
	RuleSuccessor     = "successor_liability"
	RuleIROObjection  = "iro_objection"
	RuleIROReplaced   = "iro_replaced_mid_term"
	RulePenalty       = "stipulated_penalty"
	RulePenaltyStart  = "stipulated_penalty_first_day"
	RuleBreach        = "material_breach"
	RuleExclusion     = "exclusion_for_breach"
	RuleTermination   = "early_termination"
	RuleModification  = "modification_request"
	RuleIROQualified  = "iro_qualifications"
	RuleSiteVisit     = "site_visit"
	RuleHolidays      = "federal_holidays"
	RuleComputation   = "computation_of_time"
)

const (
	faq        = "OIG, Corporate Integrity Agreement FAQ"
	agreements = "usual wording of OIG's corporate integrity agreements; the words of your agreement count"
)

var faqDate = Date{2022, 10, 7}

func day(year, month, day int) Date {
	d, _ := NewDate(year, time.Month(month), day)
	return d
}

// rules is every rule this package knows, in our words. A rule that changed stands once for each form. Rules that OIG's
// FAQ does not state and its agreements usually do have no date: they are a default that the agreement at hand overrides.
var rules = []Rule{
	{
		ID: RuleStatute, Days: 60,
		Text: "A Medicare or Medicaid overpayment is reported and returned by the later of 60 days after it was " +
			"identified and the day a corresponding cost report is due, if there is one.",
		Citation: "42 U.S.C. 1320a-7k(d)", From: Date{2010, 3, 23},
	},
	{
		ID: RuleOverpayment, Days: 60,
		Text: "Medicare Parts A and B: an overpayment is identified when the person has, or should have through " +
			"reasonable diligence, determined that it was received and quantified it. The deadline is suspended while OIG's " +
			"or CMS' self-disclosure protocol is under way. Overpayments of the last six years count.",
		Citation: "42 CFR 401.305(a)(2), (b), (f) as of 2016", From: Date{2016, 3, 14}, Through: Date{2024, 12, 31},
	},
	{
		ID: RuleOverpayment, Days: 60,
		Text: "Medicare Parts A and B: an overpayment is identified when the person knowingly receives or retains it, " +
			"knowingly as in 31 U.S.C. 3729(b)(1)(A). The deadline is suspended during a timely good-faith investigation of " +
			"related overpayments, until it is concluded, at most 180 days from the identification of the first one, and " +
			"while OIG's or CMS' self-disclosure protocol is under way. Overpayments of the last six years count.",
		Citation: "42 CFR 401.305(a)(2), (b), (f) as of 2025", From: Date{2025, 1, 1},
	},
	{
		ID: RuleSampleRepaid, Days: 60,
		Text: "Every overpayment the IRO identified in the claims review sample is repaid within 60 days. They are " +
			"counted from the day the determinations were complete; the source names no first day.",
		Citation: faq + ", CIA Claims Reviews", AsOf: faqDate,
	},
	{
		ID: RulePromptly,
		Text: "The payor is promptly notified of every identified overpayment, and it is promptly repaid as the payor's " +
			"policies and the overpayment rule demand. Written policies and procedures are expected for how overpayments " +
			"are found, quantified and repaid.",
		Citation: faq + ", Reporting of Overpayments", AsOf: faqDate,
	},
	{
		ID: RuleReportable, Days: 30,
		Text: "A reportable event, such as one that involves a substantial overpayment, is reported to OIG within 30 " +
			"days; the agreement says from which act they are counted. A percentage or dollar threshold is only a first " +
			"step: whether there is such an event takes an analysis of all facts and circumstances.",
		Citation: faq + ", Reporting of Overpayments; Reportable Events", AsOf: faqDate,
	},
	{
		ID: RuleKinds,
		Text: "Four kinds of matter are generally reportable events: substantial overpayments, violations of law in " +
			"the eyes of a reasonable person, ineligible persons, and bankruptcy petitions.",
		Citation: faq + ", Reporting of Overpayments; Reportable Events", AsOf: faqDate,
	},
	{
		ID: RulePotential,
		Text: "A matter counts if a reasonable person would see a potential violation of law in it: of criminal, " +
			"civil or administrative law that applies to a Federal health care program and may carry penalties or " +
			"exclusion.",
		Citation: faq + ", Reporting of Overpayments", AsOf: faqDate, Quote: "a potential violation",
	},
	{
		ID: RuleProbable,
		Text: "The same test with the word probable, as the FAQ's section on reportable events has it: the word of the " +
			"agreement counts.",
		Citation: faq + ", Reportable Events", AsOf: faqDate, Quote: "a probable violation",
	},
	{
		ID:       RuleSeries,
		Text:     "An isolated event can be a reportable event, and so can several occurrences taken together.",
		Citation: faq + ", Reporting of Overpayments; Reportable Events", AsOf: faqDate,
		Quote: "an isolated event or a series of occurrences",
	},
	{
		ID: RuleAnalysis,
		Text: "Whether a matter has to be disclosed is determined from the totality of the facts and the circumstances " +
			"around them. A percentage or numeric threshold is the first step only; to rely on it alone is inappropriate, " +
			"and it does not replace a detailed analysis.",
		Citation: faq + ", Reportable Events", AsOf: faqDate, Quote: "the initial step in determining materiality",
	},
	{
		ID:       RuleNotAll,
		Text:     "All identified overpayments go back to the payor; not all of them are reported to OIG at that time.",
		Citation: faq + ", Reporting of Overpayments", AsOf: faqDate,
	},
	{
		ID: RuleDetermination, Days: 30,
		Text: "The 30 days to report are counted from the day on which the provider, after a reasonable opportunity to " +
			"review the matter, determines that a reportable event exists. The FAQ gives the 30 days and not their first day.",
		Citation: agreements,
	},
	{
		ID:       RuleNotice,
		Text:     "What the report of a reportable event contains depends on its kind and stands in the agreement.",
		Citation: agreements,
	},
	{
		ID: RuleStark,
		Text: "A matter that is solely a violation of the physician self-referral law (42 U.S.C. 1395nn) is submitted " +
			"to CMS through its self-referral disclosure protocol, with a copy to OIG.",
		Citation: agreements,
	},
	{
		ID:       RuleIneligible,
		Text:     "Who is an ineligible person is defined by the agreement.",
		Citation: faq + ", Reportable Events", AsOf: faqDate, Quote: "(as defined in the CIA)",
	},
	{
		ID: RuleStateMedicaid,
		Text: "A person whom a State's Medicaid program excluded need not be terminated under the CIA if the person is " +
			"not excluded from Medicare too and provides no services that this State's Medicaid program pays for.",
		Citation: faq + ", Ineligible Persons", AsOf: faqDate, Quote: "does not require the termination",
	},
	{
		ID: RuleRemoval,
		Text: "An ineligible person is removed from work for the Federal health care programs that excluded the person, " +
			"and from any position they pay for, at least until reinstated.",
		Citation: agreements,
	},
	{
		ID: RuleResolution,
		Text: "A reportable event that implicates OIG's civil money penalty authorities is resolved in a manner similar " +
			"to the Self-Disclosure Protocol, through the CIA monitor, without a separate disclosure. OIG's general practice " +
			"is 1.5 times the single damages.",
		Citation: faq + ", Reportable Events", AsOf: faqDate, Quote: "a multiplier of 1.5 times the single damages amount",
	},
	{
		ID: RuleRemuneration,
		Text: "Where kickbacks are involved OIG's general practice is to apply the multiplier to the remuneration, not " +
			"to the claims it tainted. (The FAQ itself speaks of single damages only.)",
		Citation: "OIG, Health Care Fraud Self-Disclosure Protocol, November 8, 2021", AsOf: Date{2021, 11, 8},
	},
	{
		ID: RuleMinimums,
		Text: "The minimum settlement is $100,000 for a matter related to kickbacks and $20,000 for any other, as OIG's " +
			"general practice.",
		Citation: faq + ", Reportable Events", AsOf: faqDate,
	},
	{
		ID: RuleBothWays,
		Text: "Whoever discloses a matter to the Protocol, too, notes the CIA in that submission and gives the OIG " +
			"CIA monitor a copy of it.",
		Citation: faq + ", Reportable Events", AsOf: faqDate,
	},
	{
		ID: RuleExtension, Days: 5,
		Text: "An extension is asked for in writing at least 5 days before the deadline, with the reasons why it cannot " +
			"be met. OIG may grant or deny it. (Some agreements say business days, and that OIG has to have received it by " +
			"then.)",
		Citation: faq + ", Consequences for Failure to Comply", AsOf: faqDate,
	},
	{
		ID: RuleSuccessor, Days: 30,
		Text: "The agreement binds the purchaser of a business under it, by whatever kind of transaction, unless OIG " +
			"determines otherwise in writing. The request goes to OIG in writing at least 30 days before the sale.",
		Citation: faq + ", Successor Liability", AsOf: faqDate,
	},
	{
		ID: RuleIROObjection, Days: 30,
		Text: "Most CIAs give OIG 30 days from its receipt of the written notice of who the IRO is to say that this " +
			"IRO is unacceptable.",
		Citation: faq + ", Selecting an Independent Review Organization", AsOf: faqDate,
	},
	{
		ID: RuleIROReplaced,
		Text: "At any time of the term OIG may raise concerns about the IRO (the quality of its review, its " +
			"qualifications, its independence) and may ask for another one.",
		Citation: faq + ", Selecting an Independent Review Organization", AsOf: faqDate,
	},
	{
		ID: RulePenalty,
		Text: "Stipulated penalties may be imposed for each day of a failure to comply, in the amounts and by the " +
			"procedure of the agreement.",
		Citation: faq + ", Consequences for Failure to Comply", AsOf: faqDate, Quote: "on a per day basis",
	},
	{
		ID: RulePenaltyStart,
		Text: "Stipulated penalties begin to accrue on the day after the obligation became due; after a granted " +
			"extension, on the day after the revised deadline.",
		Citation: agreements,
	},
	{
		ID: RuleBreach,
		Text: "A material breach is what the agreement calls one, for example that no IRO is engaged and used, or " +
			"that obligations are violated repeatedly. Notice is given as the agreement says.",
		Citation: faq + ", Consequences for Failure to Comply", AsOf: faqDate,
	},
	{
		ID:       RuleExclusion,
		Text:     "A material breach may lead to exclusion from the Federal health care programs.",
		Citation: faq + ", Consequences for Failure to Comply", AsOf: faqDate,
	},
	{
		ID: RuleTermination,
		Text: "OIG typically ends no agreement early for performance under it: to comply is expected. It may end early " +
			"where the provider leaves the Federal health care programs or ceases operations altogether.",
		Citation: faq + ", Early Termination of a CIA", AsOf: faqDate,
	},
	{
		ID: RuleModification,
		Text: "A modification may be asked for, such as claims reviews by internal auditors who have shown that they " +
			"can do them instead of an IRO: discussed with the OIG monitor in advance, then submitted in writing.",
		Citation: faq + ", Early Termination of a CIA", AsOf: faqDate,
	},
	{
		ID: RuleIROQualified,
		Text: "An appendix of the agreement names the qualifications of an IRO; these are the general ones for a " +
			"claims review.",
		Citation: faq + ", Selecting an Independent Review Organization", AsOf: faqDate,
	},
	{
		ID: RuleSiteVisit,
		Text: "OIG visits providers under an agreement; what a visit often includes, and what OIG recommends to " +
			"prepare.",
		Citation: faq + ", OIG Site Visits", AsOf: faqDate,
	},
	{
		ID: RuleHolidays,
		Text: "The legal public holidays. One on a Saturday is observed on the Friday before it, one on a Sunday on the " +
			"Monday after it.",
		Citation: "5 U.S.C. 6103(a), (b); Executive Order 11582", From: Date{1986, 1, 20},
	},
	{
		ID: RuleComputation,
		Text: "In court a period that ends on a Saturday, Sunday or legal holiday runs on to the next day that is none, " +
			"forward when counted after an event and backward when counted before one. No source says that it holds for an " +
			"agreement.",
		Citation: "Federal Rules of Civil Procedure 6(a)(1)(C), 6(a)(5)", From: Date{2009, 12, 1},
	},
}
