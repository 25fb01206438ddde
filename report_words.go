package iromath

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/sampling"
)

// What a report says in sentences.

// percent writes a fraction of an agreement as percent: "5%", "12.5%".
func percent(d decimal.Decimal) string { return exact.String(exact.InPercent(d)) + "%" }

// dollarText writes dollars and cents.
func dollarText(d decimal.Decimal) string {
	if d.IsNegative() {
		return "-$" + fixed(d.Neg(), 2)
	}
	return "$" + fixed(d, 2)
}

// fixed writes a number with commas and a number of places. One from a report that was read, with an exponent that nobody
// could write out, keeps it.
func fixed(d decimal.Decimal, places int) string {
	const most = 10 * exact.MaxDigits
	if d.Exponent() > most || d.Exponent() < -most {
		return exact.String(d)
	}
	return exact.Commas(d, places)
}

// shareText writes a number of claims and its percentage of all: "80 (21.39%)".
func shareText(n, of int64) string {
	if of <= 0 {
		return exact.CommasInt(n)
	}
	return exact.CommasInt(n) + " (" + shareOf(n, of) + ")"
}

// shareOf writes a part of a whole above zero in percent with two places.
func shareOf(n, of int64) string {
	share := new(big.Rat).SetFrac64(n, of)
	return exact.Commas(exact.RoundPlaces(share.Mul(share, exact.Int(100)), 2), 2) + "%"
}

// words turns a name with underscores into words.
func words(name string) string { return strings.ReplaceAll(name, "_", " ") }

// generators say with what claims were drawn.
var generators = map[sampling.Method]string{
	sampling.RATSTATS:      "with RAT-STATS' random number generator",
	sampling.R:             "as R's sample.int does (R 3.6.0 and later)",
	sampling.RRounding:     "as R's sample.int does with sample.kind \"Rounding\" (R before 3.6.0)",
	sampling.Python:        "as Python's random.sample does",
	sampling.NumPy:         "as NumPy's Generator.choice does",
	sampling.MethodTickets: "by SHA-256 tickets of their ids (Rivest's consistent_sampler)",
}

func (r *Review) methodology() []string {
	a, s, drawn := r.agreement, r.frame.Summary(), int64(len(r.draws[0].Units()))
	seedNote := map[sampling.Method]string{
		sampling.RATSTATS: " " + sampling.SeedNote, sampling.MethodTickets: " " + sampling.TicketsRecommendation,
	}[a.Method]
	text := []string{
		fmt.Sprintf("The population is the %s of the sampling frame, numbered from 1 in the order of the "+
			"claims file. The first row of a claim id decides; rows that do not belong were left out and are counted "+
			"by reason. The frame is identified by its digest, %s.", counting(s.Size, "paid claim", "paid claims"), s.Digest),
		"Claims were drawn by simple random sampling without replacement " + generators[a.Method] + " from the seed " +
			"stated. Any reader can draw the same sample again." + seedNote,
		"For each claim the reviewer determined what should have been paid. The difference is an overpayment or an " +
			"underpayment. A claim whose documentation is missing stays in the sample, and its whole paid amount is " +
			"an overpayment.",
	}
	text = append(text, r.correctionWords()...)
	netting := "underpayments are netted against overpayments, as OIG allows"
	if a.Netting == errorrate.NotNetted {
		netting = "underpayments are not netted against overpayments"
	}
	switch a.Protocol {
	case ProtocolDiscovery:
		text = append(text, fmt.Sprintf("A discovery sample of %s was reviewed first. Its net financial error "+
			"rate is the net overpayment divided by the dollars paid in the sample; %s. At %s or more a full sample "+
			"and a systems review are due.", counting(drawn, "claim", "claims"), netting, percent(a.Threshold)))
		if r.size != nil {
			how := "The discovery sample, as a whole, is part of the full sample, which was drawn on from it as if " +
				"all its claims had been drawn at once."
			switch {
			case len(r.draws) == 1:
				how = "The size is not above that of the discovery sample, which therefore is the full sample."
			case a.FullSample == FullSampleFresh:
				how = "The full sample was drawn anew with a seed of its own. Claims of it that had been reviewed for " +
					"the discovery sample kept their determination."
			}
			text = append(text, fmt.Sprintf("The full sample was sized from the overpayments of the discovery sample, "+
				"a claim paid correctly or underpaid counting as zero, for %s confidence and %s "+
				"precision. %s", percent(a.Confidence), percent(a.Precision), how))
		}
	case ProtocolSingle, ProtocolQuarterly:
		text = append(text, fmt.Sprintf("One sample of %s was reviewed. The agreement sets no error rate "+
			"threshold, no precision was computed beforehand, and the size was not changed. The net financial error "+
			"rate is the net overpayment divided by the dollars paid in the sample; %s.", counting(drawn, "claim", "claims"), netting))
	}
	if r.estimate != nil {
		text = append(text, fmt.Sprintf("The overpayments of the sample, underpayments counting as zero, were "+
			"extrapolated to the population: the mean overpayment times the number of claims in the frame, with the "+
			"two-sided %s confidence interval from Student's t distribution and the finite population correction "+
			"(RAT-STATS, Variable Appraisals, Unrestricted).", percent(a.Confidence)))
		if r.estimate.Overpayment.SampleSize == r.estimate.Universe {
			text = append(text, "The sample holds every claim that belongs in the population. There is no larger sample, and the "+
				"estimate is what was found, without sampling error.")
		}
	}
	for _, c := range a.Clauses {
		text = append(text, fmt.Sprintf("The agreement sets %s: %q %s", c.Parameter, c.Quote, c.Source))
	}
	return text
}

// summarize says the outcome in sentences.
func (r Report) summarize() []string {
	e := r.ErrorRate
	if r.DiscoveryErrorRate != nil {
		e = *r.DiscoveryErrorRate
	}
	text := []string{r.counted(r.ErrorRate)}
	if more := int64(len(r.Findings)) - r.ErrorRate.Counts.Reviewed; more > 0 {
		var over decimal.Decimal
		for _, f := range r.Findings {
			over = over.Add(f.Overpayment)
		}
		where := "in the discovery sample"
		if r.lastStage() != StageFull {
			where = "for a sample that was drawn before the frame was corrected"
		}
		text = append(text, fmt.Sprintf("Beside this sample %s reviewed %s; the overpayments found on all "+
			"reviewed claims add up to %s.", counting(more, "claim was", "claims were"), where, dollarText(over)))
	}
	if c := r.Corrected; c != nil {
		left := r.Population.Size - c.Size
		text = append(text, fmt.Sprintf("%s left the frame because %s never belonged in the population; %s.",
			counting(left, "claim", "claims"), verb(left, "it", "they"), counting(c.Size, "remains", "remain")))
	}
	if n := r.ErrorRate.Counts.MissingDocumentation; n > 0 {
		text = append(text, fmt.Sprintf("Documentation is missing for %s: the whole paid amount is "+
			"overpaid.", counting(n, "claim", "claims")))
	}
	if r.Agreement.Protocol == ProtocolDiscovery {
		verdict := fmt.Sprintf("That is below the threshold of %s: no full sample is due.", percent(e.Threshold))
		if e.ThresholdMet {
			verdict = fmt.Sprintf("That meets the threshold of %s: a full sample and a systems review are due.", percent(e.Threshold))
		}
		text = append(text, fmt.Sprintf("The net financial error rate of the discovery sample is %s. %s", ratePercent(e), verdict))
	} else {
		text = append(text, fmt.Sprintf("The net financial error rate of the sample is %s.", ratePercent(e)))
	}
	if r.Appraisal != nil {
		i := r.Appraisal.Interval
		role := "is repaid at the point estimate"
		if r.Agreement.Protocol != ProtocolDiscovery {
			role = "is stated for the provider's evaluation"
		}
		text = append(text, fmt.Sprintf("The extrapolated overpayment of the population is %s (point estimate), which "+
			"%s; the two-sided %s confidence interval is %s to %s, the precision %s.",
			dollarText(r.Appraisal.PointEstimate), role, percent(i.Level), dollarText(i.LowerLimit), dollarText(i.UpperLimit),
			strings.ReplaceAll(r.Appraisal.precision(), "not defined", "is not defined")))
	}
	if s := r.Systems; s != nil && s.Required {
		text = append(text, fmt.Sprintf("The systems behind %d of the %s were walked through.", len(s.Claims),
			counting(s.ClaimsOverpaid, "overpaid claim", "overpaid claims")))
	}
	return text
}

// counted says how many claims of a sample were paid wrongly, and by how much.
func (r Report) counted(e errorrate.Result) string {
	text := fmt.Sprintf("The %s has %s for which %s was paid; %s overpaid, by %s in all", strings.ToLower(stageNames[r.lastStage()]),
		counting(e.Counts.Reviewed, "claim", "claims"), dollarText(e.Paid), counting(e.Counts.Overpaid, "was", "were"), dollarText(e.Overpaid))
	if e.Counts.Underpaid > 0 {
		text += fmt.Sprintf(", %s underpaid, by %s in all", counting(e.Counts.Underpaid, "was", "were"), dollarText(e.Underpaid))
	}
	return text + "."
}

// lastStage is the stage of the last sample.
func (r Report) lastStage() Stage {
	if len(r.Draws) == 0 {
		return StageSample
	}
	return r.Draws[len(r.Draws)-1].Stage
}

// counting writes a number and the noun or verb that goes with it.
func counting(n int64, one, more string) string {
	return exact.CommasInt(n) + " " + verb(n, one, more)
}

// either is one of two words.
func either(condition bool, yes, no string) string {
	if condition {
		return yes
	}
	return no
}

// verb is the form of a verb that goes with a number.
func verb(n int64, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// precision writes the achieved precision in percent.
func (a DocumentedAppraisal) precision() string {
	if !a.PointEstimate.IsPositive() {
		return "not defined"
	}
	return fixed(a.Interval.PrecisionPercent, 2) + "%"
}

// ratePercent writes an error rate as percent with three places, and with as many more as it takes to show on which side
// of the threshold it is.
func ratePercent(e errorrate.Result) string {
	rate, threshold := exact.InPercent(e.ErrorRate), exact.InPercent(e.Threshold)
	if exact.Check(rate) != nil || exact.Check(threshold) != nil {
		return fixed(rate, 3) + "%"
	}
	for places := 3; ; places++ {
		text := exact.Commas(rate, places)
		shown, err := exact.ParseAmount(text)
		if err != nil || places >= exact.Digits || e.Threshold.IsZero() || (shown.Cmp(threshold) >= 0) == e.ThresholdMet {
			return text + "%"
		}
	}
}
