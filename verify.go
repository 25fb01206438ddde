package iromath

import (
	"errors"
	"fmt"

	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

// ErrReported: a reported figure cannot be read, or has no meaning under the protocol of its agreement. The error lists all
// of them.
var ErrReported = errors.New("iromath: reported figures")

// Printed is a figure as a report prints it: "13.17%", "$3,872.54", "1,635", ".32", "(26.03)". Its places are its
// tolerance: the figure matches if the computed value, rounded to as many places half away from zero, gives it.
// Empty: not reported.
type Printed string

// Reported is what an Independent Review Organization reports about a claims review, with the agreement it was made under.
// [Reported.Verify] works everything out again from the data and answers for each figure. Whatever a report does not state
// is left out.
type Reported struct {
	// Agreement is the agreement itself, not what the report says of it.
	Agreement Agreement `json:"agreement,omitzero"`
	Results
}

// Results are the reported figures of a claims review, from the population to what is owed.
type Results struct {
	Population ReportedPopulation `json:"population,omitzero"`
	// Discovery and Full are the two samples of the discovery protocol, Sample is that of the others.
	Discovery *ReportedSample `json:"discovery,omitempty"`
	Full      *ReportedSample `json:"full,omitempty"`
	Sample    *ReportedSample `json:"sample,omitempty"`
	// Size is how the full sample was sized.
	Size *ReportedSize `json:"size,omitempty"`
	// Estimate is the extrapolation.
	Estimate *ReportedEstimate `json:"estimate,omitempty"`
	// Obligations are amounts and due dates.
	Obligations []ReportedObligation `json:"obligations,omitempty"`
	// Refunds made, to be credited. They are taken as facts.
	Refunds []extrapolate.Refund `json:"refunds,omitempty"`
	// CostReport, Suspensions and Programs of the payors are what can move the deadline to repay, as in [ReportOptions]. They are
	// taken as facts, too.
	CostReport  reportable.Date            `json:"costReport,omitzero"`
	Suspensions []extrapolate.Suspension   `json:"suspensions,omitempty"`
	Programs    []extrapolate.PayorProgram `json:"programs,omitempty"`
}

// ReportedPopulation is what a report says about the sampling frame.
type ReportedPopulation struct {
	Claims Printed `json:"claims,omitempty"`
	// Paid is the total paid for all claims of the frame.
	Paid Printed `json:"paid,omitempty"`
	// Digest of the frame as documented with the draw.
	Digest string `json:"digest,omitempty"`
}

// ReportedSample is what a report says about one sample.
type ReportedSample struct {
	// Completed is the day the determinations were complete. Clocks start there; it is taken as a fact.
	Completed reportable.Date `json:"completed,omitzero"`
	// Method and Seed of the draw. That of a sample that continues another one may be left out.
	Method sampling.Method `json:"method,omitempty"`
	Seed   string          `json:"seed,omitempty"`
	// Numbers drawn, in any order, or IDs of the claims drawn, or both. Of a full sample that continues the discovery sample
	// they are all, or the added ones alone.
	Numbers []int64  `json:"numbers,omitempty"`
	IDs     []string `json:"ids,omitempty"`
	// SpareNumbers or SpareIDs are the spares, if they are to be verified.
	SpareNumbers []int64  `json:"spareNumbers,omitempty"`
	SpareIDs     []string `json:"spareIds,omitempty"`
	// Size is the number of claims drawn, Reviewed the number in the error rate.
	Size                      Printed `json:"size,omitempty"`
	Reviewed                  Printed `json:"reviewed,omitempty"`
	ClaimsInError             Printed `json:"claimsInError,omitempty"`
	ClaimsOverpaid            Printed `json:"claimsOverpaid,omitempty"`
	ClaimsUnderpaid           Printed `json:"claimsUnderpaid,omitempty"`
	MissingDocumentation      Printed `json:"missingDocumentation,omitempty"`
	InsufficientDocumentation Printed `json:"insufficientDocumentation,omitempty"`
	// Paid, Overpaid, Underpaid (as a positive amount) and NetOverpayment are dollars of the sample.
	Paid           Printed `json:"paid,omitempty"`
	Overpaid       Printed `json:"overpaid,omitempty"`
	Underpaid      Printed `json:"underpaid,omitempty"`
	NetOverpayment Printed `json:"netOverpayment,omitempty"`
	// ErrorRate is the net financial error rate: "13.17%", or ".1317" without a percent sign.
	ErrorRate Printed `json:"errorRate,omitempty"`
	// ThresholdMet is "yes" or "no"; discovery sample only.
	ThresholdMet Printed `json:"thresholdMet,omitempty"`
}

// ReportedSize is what a report says about the size of a full sample.
type ReportedSize struct {
	// Confidence and Precision the size was worked out for: "90%" or "0.90".
	Confidence Printed `json:"confidence,omitempty"`
	Precision  Printed `json:"precision,omitempty"`
	// Mean and StandardDeviation of the overpayments of the discovery sample.
	Mean              Printed `json:"mean,omitempty"`
	StandardDeviation Printed `json:"standardDeviation,omitempty"`
	// Unrounded is the size before rounding, Size the one that was drawn.
	Unrounded Printed `json:"unrounded,omitempty"`
	Size      Printed `json:"size,omitempty"`
}

// ReportedEstimate is what a report says about the extrapolation of the overpayments.
type ReportedEstimate struct {
	// Universe is the number of claims in the population, SampleSize that of the sample.
	Universe   Printed `json:"universe,omitempty"`
	SampleSize Printed `json:"sampleSize,omitempty"`
	// Nonzero is the number of claims with an overpayment, Total the sum of the overpayments of the sample in dollars.
	Nonzero Printed `json:"nonzero,omitempty"`
	Total   Printed `json:"total,omitempty"`
	// Mean, StandardDeviation (divisor n-1), Skewness and Kurtosis are those of the sample's overpayments, zeros included.
	Mean              Printed `json:"mean,omitempty"`
	StandardDeviation Printed `json:"standardDeviation,omitempty"`
	Skewness          Printed `json:"skewness,omitempty"`
	Kurtosis          Printed `json:"kurtosis,omitempty"`
	// StandardErrorMean is the standard error of the mean, StandardError that of the total.
	StandardErrorMean Printed `json:"standardErrorMean,omitempty"`
	StandardError     Printed `json:"standardError,omitempty"`
	PointEstimate     Printed `json:"pointEstimate,omitempty"`
	// NetPointEstimate is the point estimate of the net difference, where a report states it beside the other.
	NetPointEstimate Printed            `json:"netPointEstimate,omitempty"`
	Intervals        []ReportedInterval `json:"intervals,omitempty"`
}

// ReportedInterval is a two-sided confidence interval of a report.
type ReportedInterval struct {
	// Level is the confidence level: "90%" or "0.90". It has to be there.
	Level           Printed `json:"level"`
	Percentile      Printed `json:"percentile,omitempty"`
	PrecisionAmount Printed `json:"precisionAmount,omitempty"`
	// PrecisionPercent is in percent of the point estimate: "24.77%" or "24.77".
	PrecisionPercent Printed `json:"precisionPercent,omitempty"`
	LowerLimit       Printed `json:"lowerLimit,omitempty"`
	UpperLimit       Printed `json:"upperLimit,omitempty"`
}

// ReportedObligation is an amount or a date that a report says is owed.
type ReportedObligation struct {
	Kind extrapolate.ObligationKind `json:"kind"`
	// Payor, where the obligation is to one. Letter case and blanks do not count. Left out: the only payor there is, or the
	// total of all.
	Payor string `json:"payor,omitempty"`
	// Amount is what is owed before refunds in dollars, Credited what was refunded of it, Due what is left.
	Amount   Printed `json:"amount,omitempty"`
	Credited Printed `json:"credited,omitempty"`
	Due      Printed `json:"due,omitempty"`
	// By is the last day: "2027-01-21" or "1/21/2027".
	By Printed `json:"by,omitempty"`
}

// ParseReported reads reported figures from JSON. The error wraps [ErrRequest] or [ErrAgreement]. That a figure can be read
// as one is for [Reported.Verify] to say.
func ParseReported(data []byte) (Reported, error) {
	var r Reported
	if err := jsonform.Unmarshal(data, &r); err != nil {
		return Reported{}, fmt.Errorf("iromath: reported figures: %w", err)
	}
	return r, nil
}

// FigureStatus is the answer for one figure.
type FigureStatus string

// The answers.
const (
	// FigureMatches: the figure comes out as printed.
	FigureMatches FigureStatus = "matches"
	// FigureDiffers: the figure does not come out.
	FigureDiffers FigureStatus = "differs"
	// FigureCannotCheck: what the figure follows from is not there.
	FigureCannotCheck FigureStatus = "cannot_check"
)

// Figure is the answer for one reported figure.
type Figure struct {
	// Path of the figure: "discovery.errorRate".
	Path string `json:"path"`
	// Reported is the figure as printed, Computed ours in the same form, Exact ours with all its digits.
	Reported string       `json:"reported"`
	Computed string       `json:"computed,omitempty"`
	Exact    string       `json:"exact,omitempty"`
	Status   FigureStatus `json:"status"`
	// Difference is Reported less Computed, of dates in days.
	Difference string `json:"difference,omitempty"`
	// Because says why a figure cannot be checked, and what else is to be known.
	Because string `json:"because,omitempty"`
	// Formula of the figure and its Source.
	Formula string `json:"formula,omitempty"`
	Source  string `json:"source,omitempty"`
}

// Diagnosis names an error that makes reported figures what they are or, where the agreement as given leaves open what is right
// and says so, a choice other than the default.
type Diagnosis struct {
	// Code of the error: "normal_percentile".
	Code string `json:"code"`
	// Error says in a sentence what was done.
	Error string `json:"error"`
	// Rule says what is right, Source where that stands.
	Rule   string `json:"rule"`
	Source string `json:"source"`
	// Explains are the paths of all figures that do not match and that come out as printed with this error.
	Explains []string `json:"explains"`
	// Equivalent are the codes of other errors given that explain the same figures: the report does not tell them apart.
	Equivalent []string `json:"equivalent,omitempty"`
}

// Verification is the answer to [Reported.Verify].
type Verification struct {
	// OK reports whether every figure matches.
	OK bool `json:"ok"`
	// Figures are the answers in the order of a report.
	Figures []Figure `json:"figures"`
	// Diagnoses are the errors that were found, those that explain most first.
	Diagnoses []Diagnosis `json:"diagnoses,omitempty"`
	// Unexplained are the paths of figures that differ and that no diagnosis explains.
	Unexplained []string `json:"unexplained,omitempty"`
	// Warnings of the review and its verification.
	Warnings []Warning `json:"warnings,omitempty"`
	// Software that computed the figures.
	Software string `json:"software"`
}

// Count returns the number of figures with an answer.
func (v Verification) Count(s FigureStatus) (n int) {
	for _, c := range v.Figures {
		if c.Status == s {
			n++
		}
	}
	return n
}

// Figure returns the answer for the figure of a path.
func (v Verification) Figure(path string) (Figure, bool) {
	for _, c := range v.Figures {
		if c.Path == path {
			return c, true
		}
	}
	return Figure{}, false
}

// Verify works out the review again: it draws the samples from the frame with the reported seeds, takes the determinations,
// and holds every reported figure against what comes out. The tolerance of a figure is the rounding it was printed with,
// and nothing else. Where figures differ it looks for the error that makes them what they are; see [Diagnosis]. others are
// frames that may have been taken in place of the right one, see [ReadOtherFrames]; none are needed.
//
// The determinations may be of more claims than were drawn. A claim that was drawn and has no determination keeps the
// figures that follow from it from being checked.
//
// Errors: [ErrReported], [ErrAgreement], [ErrFrame] for no frame or one without claims, [ErrPopulation], [ErrDate],
// [DeterminationError], and those of extrapolate.Repayment.Obligations for refunds, suspensions and programs. That figures differ is no error.
func (r Reported) Verify(f *Frame, determinations []Determination, others ...OtherFrame) (Verification, error) {
	v, err := newVerifier(r, f, determinations, others)
	if err != nil {
		return Verification{}, err
	}
	if err := v.compute(); err != nil {
		return Verification{}, err
	}
	v.answer()
	v.diagnose()
	return v.result(), nil
}

// reportedErrors collects what is wrong with reported figures. It wraps [ErrReported].
type reportedErrors []reportedError

type reportedError struct{ path, text string }

func (e *reportedErrors) add(path, format string, args ...any) {
	*e = append(*e, reportedError{path, fmt.Sprintf(format, args...)})
}

func (e reportedErrors) err() error {
	if len(e) == 0 {
		return nil
	}
	return e
}

func (e reportedErrors) Error() string {
	return ErrReported.Error() + ": " +
		finding.Join("wrong figure", "wrong figures", len(e), func(i int) string { return e[i].path + " " + e[i].text })
}

func (e reportedErrors) Unwrap() error { return ErrReported }
