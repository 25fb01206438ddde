package pipeline

import (
	"encoding/json"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
)

// Result is what a run gives: the same JSON, to the byte, from one machine and from many.
type Result struct {
	// Frame is the summary of the frame, without the digest: that is a hash over all claims in their order, and the claims
	// are nowhere sorted.
	Frame iromath.FrameSummary `json:"frame"`
	// ClaimsDigest identifies the claims of the frame whatever their order.
	ClaimsDigest string `json:"claimsDigest"`
	// Strata are the totals of the payors, sorted by name.
	Strata []Stratum `json:"strata"`
	// Selection are the drawn claims with their tickets and their numbers in the frame.
	Selection iromath.TicketDraw `json:"selection"`
	// Worklist are the claims of the sample, in the order of the tickets.
	Worklist []iromath.FrameClaim `json:"worklist"`
	// Review is there if there are determinations.
	Review *Outcome `json:"review,omitempty"`
}

// Encode returns the result as it is written to a file.
func (r Result) Encode() ([]byte, error) {
	data, err := json.MarshalIndent(r, "", "  ")
	return append(data, '\n'), err
}

// Stratum holds the claims of one payor.
type Stratum struct {
	Payor string `json:"payor"`
	// Paid are the exact sums of the paid amounts.
	Paid appraisal.Sums `json:"paid"`
}

// Outcome is what determinations say about the sample and, from it, about the frame.
type Outcome struct {
	// OtherDeterminations were on claims outside the sample.
	OtherDeterminations int64 `json:"otherDeterminations"`
	// ErrorRate lists the claims of the sample in the order of their tickets.
	ErrorRate errorrate.Result `json:"errorRate"`
	// Appraisal estimates the overpayment of the frame from the sums of the sample's.
	Appraisal variable.UnrestrictedResult `json:"appraisal"`
}

// review works out error rate and appraisal of a sample of a frame. The overpayments come as their sums.
func review(universe int64, claims []errorrate.Claim, overpaid appraisal.Sums, others int64) (*Outcome, error) {
	rate, err := errorrate.Sample{Claims: claims}.Rate()
	if err != nil {
		return nil, err
	}
	u := variable.Unrestricted{Universe: universe, Sample: variable.Sample{DifferenceSums: &overpaid}}
	result, err := u.Appraise()
	if err != nil {
		return nil, err
	}
	return &Outcome{OtherDeterminations: others, ErrorRate: rate, Appraisal: result}, nil
}
