package iromath

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
	"github.com/iromath/iromath/sampling/samplesize"
)

// ReportOptions are what a report says beside the review itself.
type ReportOptions struct {
	// Date of the report; it is printed, nothing is computed from it.
	Date reportable.Date `json:"date,omitzero"`
	// Refunds of overpayments made before the report.
	Refunds []extrapolate.Refund `json:"refunds,omitempty"`
}

// Report is a claims review report: its content, apart from any form. [Report.WriteText] gives it the form of a text.
type Report struct {
	Title     string          `json:"title"`
	Date      reportable.Date `json:"date,omitzero"`
	Agreement Agreement       `json:"agreement"`
	// Summary is the outcome in a few sentences.
	Summary []string `json:"summary"`
	// Methodology says in paragraphs how the review was done.
	Methodology []string `json:"methodology"`
	// Population is the sampling frame.
	Population FrameSummary `json:"population"`
	// Draws document the samples.
	Draws []DrawDocument `json:"draws"`
	// Size documents the size of a full sample; none where no full sample was due.
	Size *SizeDocument `json:"size,omitempty"`
	// Findings are all reviewed claims in the order of their numbers.
	Findings []Finding `json:"findings"`
	// DiscoveryErrorRate is the error rate of the discovery sample, where there was a full sample after it.
	DiscoveryErrorRate *errorrate.Result `json:"discoveryErrorRate,omitempty"`
	// ErrorRate is the error rate of the last sample.
	ErrorRate errorrate.Result `json:"errorRate"`
	// Appraisal documents the extrapolation; none where nothing is extrapolated.
	Appraisal *AppraisalDocument `json:"appraisal,omitempty"`
	// Obligations are what follows.
	Obligations extrapolate.Obligations `json:"obligations"`
	// Identified is the day the determinations were complete.
	Identified reportable.Date `json:"identified,omitzero"`
	// Software describes what the figures were computed with.
	Software Software `json:"software"`
	// Warnings of every part.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r Report) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// DrawDocument is a draw with its printout.
type DrawDocument struct {
	Draw
	Printout string `json:"printout"`
}

// SizeDocument is the size of the full sample with the printout of the sample size table.
type SizeDocument struct {
	// Wanted is the cell of the agreement's confidence and precision.
	Wanted samplesize.Cell `json:"wanted"`
	// Drawn is the number of claims in the full sample.
	Drawn    int64                 `json:"drawn"`
	Table    samplesize.ProbeTable `json:"table"`
	Printout string                `json:"printout"`
}

// AppraisalDocument is an extrapolation with the printout of its appraisal.
type AppraisalDocument struct {
	extrapolate.Extrapolation
	Printout string `json:"printout"`
}

// MarshalJSON writes decimals as strings.
func (a AppraisalDocument) MarshalJSON() ([]byte, error) { return jsonform.Marshal(a) }

// Finding is a reviewed claim.
type Finding struct {
	errorrate.Claim
	// Order of selection in the last sample that holds the claim.
	Order int64 `json:"order"`
	// Stage of the first sample that holds the claim.
	Stage        Stage           `json:"stage"`
	Overpayment  decimal.Decimal `json:"overpayment"`
	Underpayment decimal.Decimal `json:"underpayment"`
}

// MarshalJSON writes decimals as strings.
func (f Finding) MarshalJSON() ([]byte, error) { return jsonform.Marshal(f) }

// Software describes the software, as OIG asks for where another than RAT-STATS is used.
type Software struct {
	Name        string   `json:"name"`
	Version     string   `json:"version"`
	Description []string `json:"description"`
}

// Describe returns the description of this software for a report. ratstatsRequired adds the sentence for agreements that
// demand RAT-STATS itself.
func Describe(ratstatsRequired bool) Software {
	s := Software{Name: "iromath", Version: Version, Description: []string{
		"iromath is an open-source library (Apache-2.0) for the mathematics of claims reviews. Random numbers, sample " +
			"sizes and appraisals follow RAT-STATS 2010; every figure that its manuals print for the modules used " +
			"here is recomputed by the tests of the library, as printed.",
		"Sums, means and variances are exact; percentiles and results are rounded once, half away from zero, to 20 " +
			"significant digits. The result does not depend on the order of the data or on the machine.",
		"iromath is not a product of the Office of Inspector General and not endorsed by it.",
	}}
	if ratstatsRequired {
		s.Description = append(s.Description,
			"The agreement requires RAT-STATS itself. This software reproduces RAT-STATS' figures; it does not "+
				"replace the required run of RAT-STATS, whose printouts have to be attached.")
	}
	return s
}

// Report reports on a review that is done. Errors: [ErrNotDone]; those of extrapolate.Repayment.Obligations.
func (r *Review) Report(o ReportOptions) (Report, error) {
	if !r.Done() {
		return Report{}, fmt.Errorf("%w: %d claims of the %s wait for a determination", ErrNotDone, len(r.worklist), r.stage)
	}
	out := r.Outcome()
	rep := Report{
		Title: "Claims review report", Date: o.Date, Agreement: r.Agreement(), Population: r.frame.Summary(),
		ErrorRate: *out.Last, Identified: r.identified(), Findings: r.findings(),
		Software: Describe(r.agreement.RATSTATSRequired), Methodology: r.methodology(),
	}
	rep.warn(r.warnings...)
	if r.size != nil {
		rep.DiscoveryErrorRate = out.First
	}
	h := textfile.Heading{Audit: r.agreement.Name, Date: o.Date.String()}
	for _, d := range r.Draws() {
		rep.Draws = append(rep.Draws, DrawDocument{Draw: d})
		rep.warn(d.Selection.Warnings...)
		if err := printout(&rep.Draws[len(rep.Draws)-1].Printout, d.Selection.WriteText, h); err != nil {
			return Report{}, err
		}
	}
	if r.size != nil {
		rep.Size = &SizeDocument{Wanted: *out.Size, Drawn: int64(len(out.Last.Claims)), Table: *out.Table}
		for _, w := range out.Table.Warnings {
			if w.Code != "rounded_down" { // of the agreement's own cell the review has said it, if it was
				rep.warn(w)
			}
		}
		if err := printout(&rep.Size.Printout, r.size.WriteText, h); err != nil {
			return Report{}, err
		}
	}
	repayment := extrapolate.Repayment{
		Protocol: r.agreement.Protocol, Reviewed: out.Last.Sample, Payors: r.frame.Payors(), AlsoReviewed: r.alsoReviewed(),
		Identified: r.identified(), Days: r.agreement.RepayDays, ReportDays: r.agreement.ReportDays, Refunds: o.Refunds,
	}
	if e := out.Extrapolation; e != nil {
		repayment.Extrapolated = &e.Sample
		rep.Appraisal = &AppraisalDocument{Extrapolation: *e}
		rep.warn(e.Warnings...)
		rep.warn(e.Overpayment.Warnings...)
		if err := printout(&rep.Appraisal.Printout, e.Overpayment.WriteText, h); err != nil {
			return Report{}, err
		}
	}
	var err error
	if rep.Obligations, err = repayment.Obligations(); err != nil {
		return Report{}, err
	}
	rep.warn(rep.Obligations.Warnings...)
	rep.warnEarlier(r)
	rep.Summary = rep.summarize()
	return rep, nil
}

// warn adds warnings that are not there yet.
func (r *Report) warn(list ...Warning) {
	for _, w := range list {
		if !slices.Contains(r.Warnings, w) {
			r.Warnings = append(r.Warnings, w)
		}
	}
}

// warnEarlier warns of overpayments that were identified before the day the clocks of the report start on.
func (r *Report) warnEarlier(review *Review) {
	first := review.batches[0].Date
	if first.IsZero() || first == r.Identified || !review.first.Overpaid.IsPositive() {
		return
	}
	r.warn(finding.Warn("earlier_identified",
		"The discovery sample's overpayments of %s were identified on %s. Their own %d days end on %s, unless the "+
			"deadline is suspended while the full sample is reviewed.",
		dollarText(review.first.Overpaid), first, review.agreement.RepayDays, first.AddDays(review.agreement.RepayDays)))
}

// alsoReviewed lists the reviewed claims that are not in the last sample: those of a discovery sample beside a fresh one.
func (r *Review) alsoReviewed() []errorrate.Claim {
	in := map[int64]bool{}
	for _, c := range r.last.Claims {
		in[c.Number] = true
	}
	var list []errorrate.Claim
	for _, c := range r.first.Claims {
		if !in[c.Number] {
			list = append(list, c)
		}
	}
	return copyClaims(list)
}

// printout writes one of the RAT-STATS printouts into a text.
func printout(into *string, write func(io.Writer, textfile.Heading) error, h textfile.Heading) error {
	var b bytes.Buffer
	err := write(&b, h)
	*into = b.String()
	return err
}

// findings lists the reviewed claims by number.
func (r *Review) findings() []Finding {
	stage, order := map[int64]Stage{}, map[int64]int64{}
	for _, d := range r.draws {
		for _, u := range d.Selection.Sample {
			if stage[u.Number] == "" {
				stage[u.Number] = d.Stage
			}
			order[u.Number] = u.Order
		}
	}
	list := make([]Finding, 0, len(r.reviewed))
	for n, c := range r.reviewed {
		c.Correct = copyOf(c.Correct)
		list = append(list, Finding{Claim: c, Order: order[n], Stage: stage[n], Overpayment: c.Overpayment(), Underpayment: c.Underpayment()})
	}
	slices.SortFunc(list, func(a, b Finding) int { return int(a.Number - b.Number) })
	return list
}

// percent writes a fraction of an agreement as percent: "5%", "12.5%".
func percent(d decimal.Decimal) string { return exact.String(d.Shift(2)) + "%" }

// dollarText writes dollars and cents.
func dollarText(d decimal.Decimal) string {
	if d.IsNegative() {
		return "-$" + exact.Commas(d.Neg(), 2)
	}
	return "$" + exact.Commas(d, 2)
}

func (r *Review) methodology() []string {
	a, s, drawn := r.agreement, r.frame.Summary(), r.draws[0].Selection.Size
	text := []string{
		fmt.Sprintf("The population is the %s paid claims of the sampling frame, numbered from 1 in the order of the "+
			"claims file. The first row of a claim id decides; rows that do not belong were left out and are counted "+
			"by reason. The frame is identified by its digest, %s.", exact.CommasInt(s.Size), s.Digest),
		"Claims were drawn by simple random sampling without replacement with RAT-STATS' random number generator from " +
			"the seed number stated. Any reader can draw the same sample again. " + sampling.SeedNote,
		"For each claim the reviewer determined what should have been paid. The difference is an overpayment or an " +
			"underpayment. A claim whose documentation is missing stays in the sample, and its whole paid amount is " +
			"an overpayment.",
	}
	netting := "underpayments are netted against overpayments, as OIG allows"
	if a.Netting == errorrate.NotNetted {
		netting = "underpayments are not netted against overpayments"
	}
	switch a.Protocol {
	case Discovery:
		text = append(text, fmt.Sprintf("A discovery sample of %d claims was reviewed first. Its net financial error "+
			"rate is the net overpayment divided by the dollars paid in the sample; %s. At %s or more a full sample "+
			"and a systems review are due.", drawn, netting, percent(a.Threshold)))
		if r.size != nil {
			how := "The discovery sample, as a whole, is part of the full sample, which was drawn on from it as if " +
				"all its claims had been drawn at once."
			switch {
			case len(r.draws) == 1:
				how = "The size is not above that of the discovery sample, which therefore is the full sample."
			case a.FullSample == Fresh:
				how = "The full sample was drawn anew with a seed of its own. Claims of it that had been reviewed for " +
					"the discovery sample kept their determination."
			}
			text = append(text, fmt.Sprintf("The full sample was sized from the overpayments of the discovery sample, "+
				"a claim paid correctly or underpaid counting as zero, for %s confidence and %s "+
				"precision. %s", percent(a.Confidence), percent(a.Precision), how))
		}
	case Single, Quarterly:
		text = append(text, fmt.Sprintf("One sample of %d claims was reviewed. The agreement sets no error rate "+
			"threshold, no precision was computed beforehand, and the size was not changed. The net financial error "+
			"rate is the net overpayment divided by the dollars paid in the sample; %s.", drawn, netting))
	}
	if r.estimate != nil {
		text = append(text, fmt.Sprintf("The overpayments of the sample, underpayments counting as zero, were "+
			"extrapolated to the population: the mean overpayment times the number of claims in the frame, with the "+
			"two-sided %s confidence interval from Student's t distribution and the finite population correction "+
			"(RAT-STATS, Variable Appraisals, Unrestricted).", percent(a.Confidence)))
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
		text = append(text, fmt.Sprintf("Beside this sample %s of the discovery sample; the overpayments found on all "+
			"reviewed claims add up to %s.",
			counting(more, "claim was reviewed", "claims were reviewed"), dollarText(over)))
	}
	if n := r.ErrorRate.Counts.Missing; n > 0 {
		text = append(text, fmt.Sprintf("Documentation is missing for %s: the whole paid amount is "+
			"overpaid.", counting(n, "claim", "claims")))
	}
	if r.Agreement.Protocol == Discovery {
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
		if r.Agreement.Protocol != Discovery {
			role = "is stated for the provider's evaluation"
		}
		text = append(text, fmt.Sprintf("The extrapolated overpayment of the population is %s (point estimate), which "+
			"%s; the two-sided %s confidence interval is %s to %s, the precision %s.",
			dollarText(r.Appraisal.PointEstimate), role, percent(i.Level), dollarText(i.LowerLimit), dollarText(i.UpperLimit), r.Appraisal.precision()))
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
	if n == 1 {
		return "1 " + one
	}
	return exact.CommasInt(n) + " " + more
}

// precision writes the achieved precision in percent.
func (a AppraisalDocument) precision() string {
	if !a.PointEstimate.IsPositive() {
		return "not defined"
	}
	return exact.Commas(a.Interval.PrecisionPercent, 2) + "%"
}

// ratePercent writes an error rate as percent with three places, and with as many more as it takes to show on which side
// of the threshold it is.
func ratePercent(e errorrate.Result) string {
	rate, threshold := e.ErrorRate.Shift(2), e.Threshold.Shift(2)
	for places := 3; ; places++ {
		text := exact.Commas(rate, places)
		shown, err := exact.ParseAmount(text)
		if err != nil || places >= exact.Digits || e.Threshold.IsZero() || (shown.Cmp(threshold) >= 0) == e.ThresholdMet {
			return text + "%"
		}
	}
}
