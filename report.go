package iromath

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/sorting"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling/samplesize"
)

// ReportOptions are what a report says beside the review itself.
type ReportOptions struct {
	// Date of the report; it is printed, nothing is computed from it.
	Date reportable.Date `json:"date,omitzero"`
	// Refunds of overpayments made before the report.
	Refunds []extrapolate.Refund `json:"refunds,omitempty"`
	// MaskPatients leaves of each patient's identifier no more than its last four characters, in every form of the report,
	// JSON too, and where a reason, a walk-through, a correction or a warning repeats the identifier. Identifiers of less than
	// four characters are found in the reason of their own claim only, and one that a text writes otherwise than the claim does
	// is not found. The review itself, its worklist and its saved form keep them.
	MaskPatients bool `json:"maskPatients,omitempty"`
	// CostReport is the day a corresponding cost report is due, Suspensions those of the deadline to repay: see
	// [extrapolate.OverpaymentClock].
	CostReport  reportable.Date          `json:"costReport,omitzero"`
	Suspensions []extrapolate.Suspension `json:"suspensions,omitempty"`
	// Programs of the payors, of which Medicare Parts A and B alone have suspensions: see [extrapolate.Repayment].
	Programs []extrapolate.PayorProgram `json:"programs,omitempty"`
	// Scrutiny adds the checks of the estimate that a court asks for; none leaves them out.
	Scrutiny *ScrutinyOptions `json:"scrutiny,omitempty"`
}

// Report is a claims review report: its content, apart from any form. [Report.Document] lays it out in sections, which
// [Report.WriteText], [Report.WriteMarkdown] and package extrapolate/reporthtml write.
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
	// Corrections of the frame, and what belongs after them; none where the frame was right.
	Corrections []DocumentedCorrection `json:"corrections,omitempty"`
	Corrected   *CorrectedFrame        `json:"corrected,omitempty"`
	// Draws document the samples.
	Draws []DocumentedDraw `json:"draws"`
	// Size documents the size of a full sample; none where no full sample was due.
	Size *DocumentedSize `json:"size,omitempty"`
	// Findings are all reviewed claims in the order of their numbers.
	Findings []Finding `json:"findings"`
	// PatientsMasked says that patients are shown by the last characters of their identifiers only.
	PatientsMasked bool `json:"patientsMasked,omitempty"`
	// DiscoveryErrorRate is the error rate of the discovery sample, where there was a full sample after it.
	DiscoveryErrorRate *errorrate.Result `json:"discoveryErrorRate,omitempty"`
	// ErrorRate is the error rate of the last sample.
	ErrorRate errorrate.Result `json:"errorRate"`
	// Appraisal documents the extrapolation; none where nothing is extrapolated.
	Appraisal *DocumentedAppraisal `json:"appraisal,omitempty"`
	// Scrutiny are the checks of the estimate, where they were asked for and something is extrapolated.
	Scrutiny *extrapolate.ScrutinyResult `json:"scrutiny,omitempty"`
	// Systems is the systems review; none where none is due and none was made.
	Systems *SystemsReview `json:"systems,omitempty"`
	// Obligations are what follows.
	Obligations extrapolate.Obligations `json:"obligations"`
	// Identified is the day the determinations were complete.
	Identified reportable.Date `json:"identified,omitzero"`
	// Software describes what the figures were computed with.
	Software Software `json:"software"`
	// Warnings of every part.
	Warnings []Warning `json:"warnings,omitempty"`
	// Glossary explains the words of the report.
	Glossary []GlossaryTerm `json:"glossary,omitempty"`
}

// DocumentedDraw is a draw with its printout.
type DocumentedDraw struct {
	Draw
	Printout string `json:"printout"`
}

// DocumentedSize is the size of the full sample with the printout of the sample size table.
type DocumentedSize struct {
	// Wanted is the cell of the agreement's confidence and precision.
	Wanted samplesize.Cell `json:"wanted"`
	// Drawn is the number of claims in the full sample.
	Drawn    int64                 `json:"drawn"`
	Table    samplesize.ProbeTable `json:"table"`
	Printout string                `json:"printout"`
}

// DocumentedAppraisal is an extrapolation with the printout of its appraisal.
type DocumentedAppraisal struct {
	extrapolate.Extrapolation
	Printout string `json:"printout"`
	// Curve is the precision that samples of other sizes would have had with these claims' mean and standard deviation, at
	// the agreement's confidence level. The sample's own size is among them. None where nothing was overpaid.
	Curve samplesize.Curve `json:"curve,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (a DocumentedAppraisal) MarshalJSON() ([]byte, error) { return jsonform.Marshal(a) }

// Finding is a reviewed claim.
type Finding struct {
	errorrate.Claim
	// Order of selection in the last sample that holds the claim.
	Order int64 `json:"order"`
	// Stage of the first sample that holds the claim.
	Stage Stage `json:"stage"`
	// Overpayment and Underpayment are dollars, both as positive amounts.
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

// software returns the description of this software for a report. ratstatsRequired adds the sentence for agreements that
// demand RAT-STATS itself.
func software(ratstatsRequired bool) Software {
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

// Report reports on a review that is done. Errors: [ErrNotStarted]; [ErrNotDone]; those of
// extrapolate.Repayment.Obligations and [Review.Scrutiny].
func (r *Review) Report(o ReportOptions) (Report, error) {
	rep, err := r.figures(o)
	if err != nil {
		return Report{}, err
	}
	rep.Title, rep.Date, rep.Agreement = "Claims review report", o.Date, r.Agreement()
	rep.Corrections, rep.Corrected = r.Corrections(), r.correctedFrame()
	rep.Software, rep.Methodology = software(r.agreement.RATSTATSRequired), r.methodology()
	h := textfile.Heading{Audit: r.agreement.Name, Date: o.Date.String()}
	for i := range rep.Draws {
		if err := printout(&rep.Draws[i].Printout, rep.Draws[i].Draw.WriteText, h); err != nil {
			return Report{}, err
		}
	}
	if s := rep.Size; s != nil {
		if err := printout(&s.Printout, r.size.WriteText, h); err != nil {
			return Report{}, err
		}
	}
	if a := rep.Appraisal; a != nil {
		if err := printout(&a.Printout, a.Overpayment.WriteText, h); err != nil {
			return Report{}, err
		}
		if a.Curve, err = precisionCurve(a.Extrapolation); err != nil {
			return Report{}, err
		}
	}
	if err := rep.scrutinize(r, o.Scrutiny); err != nil {
		return Report{}, err
	}
	rep.Summary = rep.summarize()
	rep.Glossary = rep.glossary()
	if o.MaskPatients {
		rep.maskPatients()
	}
	return rep, nil
}

// figures are the figures of the report on a review that is done and the warnings on them: the report without its words and
// printouts.
func (r *Review) figures(o ReportOptions) (Report, error) {
	switch {
	case len(r.draws) == 0:
		return Report{}, ErrNotStarted
	case !r.Done():
		return Report{}, fmt.Errorf("%w: %s of the %s without a determination", ErrNotDone,
			finding.Count(int64(len(r.worklist)), "claim", "claims"), r.stage)
	}
	out := r.Outcome()
	rep := Report{Population: r.frame.Summary(), ErrorRate: *out.Last, Identified: r.identified(), Findings: r.findings()}
	rep.warn(r.warnings...)
	for _, d := range r.Draws() {
		rep.Draws = append(rep.Draws, DocumentedDraw{Draw: d})
		rep.warn(d.Selection.Warnings...)
	}
	if r.size != nil {
		rep.DiscoveryErrorRate = out.First
		rep.Size = &DocumentedSize{Wanted: *out.Size, Drawn: int64(len(out.Last.Claims)), Table: *out.Table}
		for _, w := range out.Table.Warnings {
			if w.Code != "rounded_down" { // of the agreement's own cell the review has said it, if it was
				rep.warn(w)
			}
		}
	}
	repayment := extrapolate.Repayment{
		Protocol: r.agreement.Protocol, Reviewed: out.Last.Sample, Payors: r.payors(), AlsoReviewed: r.alsoReviewed(),
		Identified: r.identified(), Days: r.agreement.daysToRepay(o), ReportDays: r.agreement.ReportDays, Refunds: o.Refunds,
		CostReport: o.CostReport, Suspensions: o.Suspensions, Programs: o.Programs,
	}
	if e := out.Extrapolation; e != nil {
		repayment.Extrapolated = &e.Sample
		rep.Appraisal = &DocumentedAppraisal{Extrapolation: *e}
		rep.warn(e.Warnings...)
		rep.warn(e.Overpayment.Warnings...)
	}
	var err error
	if rep.Obligations, err = repayment.Obligations(); err != nil {
		return Report{}, err
	}
	rep.warn(rep.Obligations.Warnings...)
	rep.reviewSystems(r.walked)
	rep.warnEarlier(r)
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
	for _, b := range review.batches {
		overpaid := review.overpaid(b)
		if b.Date.IsZero() || b.Date == r.Identified || !overpaid.IsPositive() {
			continue
		}
		days := review.agreement.RepayDays
		if statute, ok := extrapolate.RuleOn(extrapolate.RuleStatute, b.Date); ok {
			days = min(days, statute.Days)
		}
		r.warn(finding.Warn("earlier_identified",
			"Overpayments of %s (%s) were identified on %s, before the last determinations. Their own %d days end on %s, unless "+
				"the deadline is suspended while the other claims are reviewed.",
			dollarText(overpaid), strings.ToLower(stageNames[b.Stage]), b.Date, days, b.Date.AddDays(days)))
	}
}

// overpaid adds up the overpayments that a submission found on claims that still belong.
func (r *Review) overpaid(b batch) (sum decimal.Decimal) {
	in := make(map[string]bool, len(b.Determinations))
	for _, d := range b.Determinations {
		in[d.ID] = true
	}
	for _, c := range r.reviewed {
		if in[c.ID] {
			sum = sum.Add(c.Overpayment())
		}
	}
	return sum
}

// alsoReviewed lists the reviewed claims that are not in the last sample, by number: those of a discovery sample beside a
// fresh one, and those of a sample that a correction has undone.
func (r *Review) alsoReviewed() []errorrate.Claim {
	in := map[int64]bool{}
	for _, c := range r.last.Claims {
		in[c.Number] = true
	}
	var list []errorrate.Claim
	for n, c := range r.reviewed {
		if !in[n] {
			list = append(list, c)
		}
	}
	sorting.By(list, func(a, b errorrate.Claim) int { return cmp.Compare(a.Number, b.Number) })
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
	drawn := r.drawnUnits()
	list := make([]Finding, 0, len(r.reviewed))
	for n, c := range r.reviewed {
		c.Correct = copyOf(c.Correct)
		list = append(list, Finding{Claim: c, Order: drawn[n].order, Stage: drawn[n].stage, Overpayment: c.Overpayment(), Underpayment: c.Underpayment()})
	}
	sorting.By(list, func(a, b Finding) int { return cmp.Compare(a.Number, b.Number) })
	return list
}
