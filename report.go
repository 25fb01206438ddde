package iromath

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
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
		"iromath is an open-source library (Apache-2.0) for the mathematics of claims reviews. Random numbers, sample sizes and appraisals follow RAT-STATS 2010; every figure that its manuals print for the modules used here is recomputed by the tests of the library, as printed.",
		"Sums, means and variances are exact; percentiles and results are rounded once, half away from zero, to 20 significant digits. The result does not depend on the order of the data or on the machine.",
		"iromath is not a product of the Office of Inspector General and not endorsed by it.",
	}}
	if ratstatsRequired {
		s.Description = append(s.Description,
			"The agreement requires RAT-STATS itself. This software reproduces RAT-STATS' figures; it does not replace the required run of RAT-STATS, whose printouts have to be attached.")
	}
	return s
}

// Report reports on a review that is done. Errors: [ErrNotDone]; those of extrapolate.Repayment.Obligations.
func (r *Review) Report(o ReportOptions) (Report, error) {
	if !r.Done() {
		return Report{}, fmt.Errorf("%w: %d claims of the %s wait for a determination", ErrNotDone, len(r.worklist), r.stage)
	}
	rep := Report{
		Title: "Claims review report", Date: o.Date, Agreement: r.agreement, Population: r.frame.Summary(),
		ErrorRate: *r.last, Identified: r.identified(), Findings: r.findings(),
		Software: Describe(r.agreement.RATSTATSRequired), Methodology: r.methodology(), Warnings: r.Warnings(),
	}
	if r.size != nil {
		rep.DiscoveryErrorRate = r.first
	}
	h := textfile.Heading{Audit: r.agreement.Name, Date: o.Date.String()}
	for _, d := range r.draws {
		rep.Draws = append(rep.Draws, DrawDocument{Draw: d})
		rep.Warnings = append(rep.Warnings, d.Selection.Warnings...)
		if err := printout(&rep.Draws[len(rep.Draws)-1].Printout, d.Selection.WriteText, h); err != nil {
			return Report{}, err
		}
	}
	if r.size != nil {
		rep.Size = &SizeDocument{Wanted: *r.wanted, Drawn: int64(len(r.last.Claims)), Table: *r.size}
		if err := printout(&rep.Size.Printout, r.size.WriteText, h); err != nil {
			return Report{}, err
		}
	}
	if r.estimate != nil {
		rep.Appraisal = &AppraisalDocument{Extrapolation: *r.estimate}
		rep.Warnings = append(rep.Warnings, r.estimate.Warnings...)
		if err := printout(&rep.Appraisal.Printout, r.estimate.Overpayment.WriteText, h); err != nil {
			return Report{}, err
		}
	}
	var err error
	rep.Obligations, err = extrapolate.Repayment{
		Protocol: r.agreement.Protocol, Found: *r.last, Extrapolation: r.estimate, Identified: r.identified(),
		Days: r.agreement.RepayDays, ReportDays: r.agreement.ReportDays, Refunds: o.Refunds,
	}.Obligations()
	if err != nil {
		return Report{}, err
	}
	rep.Warnings = append(rep.Warnings, rep.Obligations.Warnings...)
	rep.Summary = rep.summarize()
	return rep, nil
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
	a, s := r.agreement, r.frame.Summary()
	text := []string{
		fmt.Sprintf("The population is the %s paid claims of the sampling frame, numbered from 1 in the order of the claims file. The first row of a claim id decides; rows that do not belong were left out and are counted by reason. The frame is identified by its digest, %s.", exact.CommasInt(s.Size), s.Digest),
		"Claims were drawn by simple random sampling without replacement with RAT-STATS' random number generator from the seed number stated. Any reader can draw the same sample again. " + sampling.SeedNote,
		"For each claim the reviewer determined what should have been paid. The difference is an overpayment or an underpayment. A claim whose documentation is missing stays in the sample, and its whole paid amount is an overpayment.",
	}
	netting := "underpayments are netted against overpayments, as OIG allows"
	if a.Netting == errorrate.NotNetted {
		netting = "underpayments are not netted against overpayments"
	}
	switch a.Protocol {
	case Discovery:
		text = append(text, fmt.Sprintf("A discovery sample of %d claims was reviewed first. Its net financial error rate is the net overpayment divided by the dollars paid in the sample; %s. At %s or more a full sample and a systems review are due.", a.SampleSize, netting, percent(a.Threshold)))
		if r.size != nil {
			how := "The discovery sample, as a whole, is part of the full sample, which was drawn on from it as if all its claims had been drawn at once."
			switch {
			case len(r.draws) == 1:
				how = "The size is not above that of the discovery sample, which therefore is the full sample."
			case a.FullSample == Fresh:
				how = "The full sample was drawn anew with a seed of its own."
			}
			text = append(text, fmt.Sprintf("The full sample was sized from the overpayments of the discovery sample, a claim paid correctly or underpaid counting as zero, for %s confidence and %s precision. %s", percent(a.Confidence), percent(a.Precision), how))
		}
	case Single, Quarterly:
		text = append(text, fmt.Sprintf("One sample of %d claims was reviewed. The agreement sets no error rate threshold, no precision was computed beforehand, and the size was not changed. The net financial error rate is the net overpayment divided by the dollars paid in the sample; %s.", a.SampleSize, netting))
	}
	if r.estimate != nil {
		text = append(text, fmt.Sprintf("The overpayments of the sample, underpayments counting as zero, were extrapolated to the population: the mean overpayment times the number of claims in the frame, with the two-sided %s confidence interval from Student's t distribution and the finite population correction (RAT-STATS, Variable Appraisals, Unrestricted).", percent(a.Confidence)))
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
	text := []string{fmt.Sprintf("%d claims were reviewed for which %s was paid; %d were overpaid by %s and %d underpaid by %s.",
		r.ErrorRate.Counts.Reviewed, dollarText(r.ErrorRate.Paid), r.ErrorRate.Counts.Overpaid, dollarText(r.ErrorRate.Overpaid),
		r.ErrorRate.Counts.Underpaid, dollarText(r.ErrorRate.Underpaid))}
	if n := r.ErrorRate.Counts.Missing; n > 0 {
		text = append(text, fmt.Sprintf("For %d claims the documentation is missing; they count as overpaid in full.", n))
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
		text = append(text, fmt.Sprintf("The extrapolated overpayment of the population is %s (point estimate), which %s; the two-sided %s confidence interval is %s to %s, the precision %s.",
			dollarText(r.Appraisal.PointEstimate), role, percent(i.Level), dollarText(i.LowerLimit), dollarText(i.UpperLimit), exact.Commas(i.PrecisionPercent, 2)+"%"))
	}
	return text
}

// ratePercent writes an error rate as percent with three places, and with as many more as it takes to show on which side
// of the threshold it is.
func ratePercent(e errorrate.Result) string {
	rate, threshold := e.ErrorRate.Shift(2), e.Threshold.Shift(2)
	for places := 3; ; places++ {
		text := exact.Commas(rate, places)
		shown, err := exact.ParseAmount(text)
		if err != nil || places >= exact.Digits || (shown.Cmp(threshold) >= 0) == e.ThresholdMet {
			return text + "%"
		}
	}
}
