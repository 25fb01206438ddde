package iromath

import (
	"fmt"
	"io"
	"slices"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

const (
	oigFAQ       = "OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022"
	claimsSample = `[{"number":1,"id":"A-1","paid":"100.00","correct":"100.00","documentation":"complete"},` +
		`{"number":2,"id":"A-2","paid":"250.00","correct":"180.00","documentation":"complete","reason":"coded too high","category":"coding"},` +
		`{"number":3,"id":"A-3","paid":"80.00","documentation":"missing"},` +
		`{"number":4,"id":"A-4","paid":"120.00","correct":"125.50","documentation":"complete"}]`
)

// ruleRequest asks for the rules in force on a day; no day means all rules in all forms.
type ruleRequest struct {
	On reportable.Date `json:"on,omitzero"`
}

// reviewRequest is a whole review: what was submitted so far in its order, each entry determinations for a stage, a
// correction of the frame, or walk-throughs of systems. Claims are those of the frame.
type reviewRequest struct {
	Agreement Agreement     `json:"agreement"`
	Claims    []FrameClaim  `json:"claims,omitempty"`
	Seeds     Seeds         `json:"seeds"`
	Submitted []submission  `json:"submitted,omitempty"`
	Report    ReportOptions `json:"report,omitzero"`
}

// submission is one thing that was submitted: determinations, a correction or walk-throughs.
type submission struct {
	// Date it was submitted.
	Date           reportable.Date  `json:"date,omitzero"`
	Determinations []Determination  `json:"determinations,omitempty"`
	Correction     *FrameCorrection `json:"correction,omitempty"`
	Systems        []WalkThrough    `json:"systems,omitempty"`
}

// reviewResult is where a review stands.
type reviewResult struct {
	Stage    Stage        `json:"stage"`
	Worklist []FrameClaim `json:"worklist"`
	Draws    []Draw       `json:"draws"`
	Outcome  Outcome      `json:"outcome"`
	// Corrections of the frame, and the overpaid claims that have no walk-through yet.
	Corrections     []DocumentedCorrection `json:"corrections,omitempty"`
	SystemsWorklist []FrameClaim           `json:"systemsWorklist,omitempty"`
	Report          *Report                `json:"report,omitempty"`
	Saved           savedReview            `json:"saved"`
	Warnings        []Warning              `json:"warnings,omitempty"`
}

// WriteText writes the documentation of each draw so far as a page.
func (r reviewResult) WriteText(w io.Writer, h Heading) error {
	for i, d := range r.Draws {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		if err := d.WriteText(w, h); err != nil {
			return err
		}
	}
	return nil
}

// run goes through a review; frame is nil where the request has the claims.
func (q reviewRequest) run(frame *Frame) (*Review, error) {
	frame, err := requestFrame(frame, q.Claims)
	if err != nil {
		return nil, err
	}
	r, err := NewReview(q.Agreement, frame, q.Seeds)
	if err != nil {
		return nil, err
	}
	for i, s := range q.Submitted {
		b := batch{Date: s.Date, Determinations: s.Determinations, Correction: s.Correction, Systems: s.Systems}
		if r, err = r.take(b); err != nil {
			place := fmt.Sprintf("submitted[%d]", i)
			return nil, finding.At(place, fmt.Errorf("%s: %w", place, err))
		}
	}
	return r, nil
}

func reportReview(q reviewRequest, frame *Frame) (Report, error) {
	r, err := q.run(frame)
	if err != nil {
		return Report{}, err
	}
	return r.Report(q.Report)
}

func runReview(q reviewRequest, frame *Frame) (reviewResult, error) {
	r, err := q.run(frame)
	if err != nil {
		return reviewResult{}, err
	}
	saved, err := r.saved()
	if err != nil {
		return reviewResult{}, err
	}
	result := reviewResult{Stage: r.Stage(), Worklist: append([]FrameClaim{}, r.Worklist()...), Draws: r.Draws(), Outcome: r.Outcome(),
		Corrections: r.Corrections(), SystemsWorklist: r.SystemsWorklist(), Saved: saved, Warnings: r.Warnings()}
	if r.Done() {
		report, err := r.Report(q.Report)
		if err != nil {
			return reviewResult{}, err
		}
		result.Report = &report
	}
	return result, nil
}

// extrapolateCalculations go from reviewed claims to what is owed.
func extrapolateCalculations() []Calculation {
	return []Calculation{
		calculation("errorrate",
			"The net financial error rate of reviewed claims and whether it meets the threshold.",
			oigFAQ,
			`{"claims":`+claimsSample+`}`,
			errorrate.Sample.Rate),
		calculation("errorrate.read",
			"The reviewed claims in a CSV file.",
			oigFAQ,
			`{"text":"id,paid,correct,documentation,reason,category\nA-1,100.00,100.00,complete,,\nA-2,250.00,180.00,complete,coded too high,coding\nA-3,80.00,,missing,,\n"}`,
			readReviewedFile),
		calculation("extrapolate",
			"The overpayment of a population from a reviewed sample, at the point estimate with limits beside it.",
			oigFAQ+"; "+manualUnrestricted,
			`{"universe":500,"precision":"0.25","claims":`+claimsSample+`}`,
			extrapolate.Sample.Estimate),
		calculation("extrapolate.obligations",
			"What is to be repaid after a review, to whom and by when.",
			oigFAQ+"; 42 U.S.C. 1320a-7k(d); 42 CFR 401.305",
			`{"protocol":"single","identified":"2026-11-22","reviewed":{"claims":`+claimsSample+`}}`,
			extrapolate.Repayment.Obligations),
		calculation("extrapolate.rules",
			"The rules on repayment with citations, all of them or those in force on a day.",
			oigFAQ+"; 42 U.S.C. 1320a-7k(d); 42 CFR 401.301-305",
			`{"on":"2026-11-22"}`,
			func(q ruleRequest) ([]extrapolate.Rule, error) {
				all := extrapolate.Rules()
				if q.On.IsZero() {
					return all, nil
				}
				return slices.DeleteFunc(all, func(r extrapolate.Rule) bool {
					now, ok := extrapolate.RuleOn(r.ID, q.On)
					return !ok || now != r
				}), nil
			}),
	}
}

// reviewCalculations go through a review.
func reviewCalculations() []Calculation {
	return []Calculation{
		calculation("agreement",
			"An agreement with every parameter stated.",
			oigFAQ,
			`{"protocol":"discovery","name":"CIA of an example clinic"}`,
			Agreement.Complete),
		frameCalculation("review",
			"A whole claims review: the next claims to pull, or the report.",
			oigFAQ,
			`{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1234"},"claims":[`+
				`{"id":"A-1","paid":"100.00"},{"id":"A-2","paid":"250.00"},`+
				`{"id":"A-3","paid":"80.00"},{"id":"A-4","paid":"120.00"}]}`,
			runReview),
		frameCalculation("review.report",
			"The report of a finished claims review, which can be printed.",
			oigFAQ,
			`{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1234"},"claims":[`+
				`{"id":"A-1","paid":"100.00"},{"id":"A-2","paid":"250.00"},`+
				`{"id":"A-3","paid":"80.00"},{"id":"A-4","paid":"120.00"}],"submitted":[{"date":"2026-11-22","determinations":[`+
				`{"id":"A-2","correct":"255.50","documentation":"complete"},{"id":"A-3","documentation":"missing"}]}]}`,
			reportReview),
		calculation("review.walkthrough",
			"A walk-through of an overpaid claim held against its rules: the point where the error arose.",
			oigFAQ,
			`{"id":"A-2","codedAtSource":"yes","enteredCorrectly":"no","cause":"a digit was mistyped",`+
				`"action":"training","recommendation":"edits at entry"}`,
			WalkThrough.Complete),
	}
}
