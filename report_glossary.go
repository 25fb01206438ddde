package iromath

// GlossaryTerm is a word of a report and what it means there.
type GlossaryTerm struct {
	Word    string `json:"word"`
	Meaning string `json:"meaning"`
}

// glossary lists the words that this report uses, by the alphabet.
func (r Report) glossary() []GlossaryTerm {
	full, estimated := r.Agreement.Protocol == ProtocolDiscovery, r.Appraisal != nil
	var list []GlossaryTerm
	for _, t := range []struct {
		GlossaryTerm
		when bool
	}{
		{GlossaryTerm{"Claims review", "An examination of paid claims, drawn at random, for whether they were coded, documented, submitted and " +
			"paid correctly."}, true},
		{GlossaryTerm{"Confidence interval", "The range between lower and upper limit. If samples were drawn again and again, intervals worked out " +
			"like this would hold the true total about as often as the confidence level says."}, estimated},
		{GlossaryTerm{"Corporate Integrity Agreement (CIA)",
			"A contract between a provider and OIG, with obligations such as claims reviews. An " +
				"Integrity Agreement (IA) is the same for a single practitioner or a small provider."}, true},
		{GlossaryTerm{"Difference", "Amount reimbursed less correct amount: above zero for an overpayment, below zero for an underpayment."}, true},
		{GlossaryTerm{"Discovery sample", "A first sample, usually of 50 paid claims. Its net financial error rate decides whether a full sample " +
			"is due."}, full},
		{GlossaryTerm{"Extrapolated overpayment",
			"The overpayment of the whole population as the sample has it: the mean overpayment of a claim " +
				"of the sample times the number of claims in the population."}, estimated},
		{GlossaryTerm{"Finite population correction",
			"What the standard error loses because the sample is a part of a population of known size " +
				"and no claim is drawn twice."}, estimated},
		{GlossaryTerm{"Frame digest", "The SHA-256 of the sampling frame. A frame with any other claim, amount or order has another digest."}, true},
		{GlossaryTerm{"Full sample", "A sample of as many claims as the agreement's confidence level and precision take, going by the " +
			"overpayments of the discovery sample."}, full},
		{GlossaryTerm{"Gross overpayment", "The sum of the overpayments, with nothing set off against it. Underpaid claims count as zero."}, true},
		{GlossaryTerm{"Independent Review Organization (IRO)", "The firm that does the review, independent of the provider."}, true},
		{GlossaryTerm{"Insufficient documentation",
			"Records were found but do not support what was billed. The reviewer states what should have " +
				"been paid."}, true},
		{GlossaryTerm{"Missing documentation", "Records could not be found. The whole amount paid for the claim is an overpayment, and the claim " +
			"stays in the sample."}, true},
		{GlossaryTerm{"Net financial error rate", "Net overpayment of the sample divided by the dollars paid for its claims."}, true},
		{GlossaryTerm{"Net overpayment", "Overpayments less underpayments of the sample, where netting is done. It serves the error rate; what is " +
			"repaid is never net."}, true},
		{GlossaryTerm{"OIG", "The Office of Inspector General of the U.S. Department of Health and Human Services."}, true},
		{GlossaryTerm{"Order of selection", "The place of a claim in the random order in which the sample was drawn, from 1."}, true},
		{GlossaryTerm{"Overpayment", "What was paid for a claim beyond its correct amount."}, true},
		{GlossaryTerm{"Paid claim", "A claim that the provider submitted and was paid for, in full or in part."}, true},
		{GlossaryTerm{"Point estimate", "The single best estimate of the population's overpayment, the middle of the confidence interval."}, estimated},
		{GlossaryTerm{"Population", "All paid claims of the review period that the review speaks for."}, true},
		{GlossaryTerm{"Precision", "Half the width of the confidence interval, as an amount or in percent of the point estimate. The smaller, the " +
			"better."}, estimated},
		{GlossaryTerm{"RAT-STATS", "The statistical software of OIG's Office of Audit Services."}, true},
		{GlossaryTerm{"Reportable event", "A matter that has to be reported to OIG, such as a substantial overpayment."}, true},
		{GlossaryTerm{"Sampling frame", "The numbered list of the population's claims from which the sample is drawn."}, true},
		{GlossaryTerm{"Seed number", "The number that a random number generator starts from. With it anyone can draw the same sample again."}, true},
		{GlossaryTerm{"Simple random sample", "A sample in which every set of as many claims had the same chance to be drawn."}, true},
		{GlossaryTerm{"Spare", "A further claim of the random order. It may stand in only for a claim that never belonged in the population, " +
			"and never for one whose documentation is missing."}, true},
		{GlossaryTerm{"Standard error", "How far point estimates of samples like this one typically lie from the true total."},
			estimated},
		{GlossaryTerm{"Systems review", "A walk-through of the systems and processes that generated the claims in error."}, full},
		{GlossaryTerm{"Underpayment", "What was paid for a claim short of its correct amount."}, true},
	} {
		if t.when {
			list = append(list, t.GlossaryTerm)
		}
	}
	return list
}
