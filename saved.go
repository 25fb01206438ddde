package iromath

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/textfile"
)

// savedFormat names the form of a saved review. A reader refuses any other.
const savedFormat = "iromath review 1"

var (
	// ErrSaved: a text that is no saved review, or one that does not follow from its own inputs.
	ErrSaved = errors.New("iromath: saved review")
	// ErrFrameChanged: a saved review is resumed against another frame than it was drawn from.
	ErrFrameChanged = errors.New("iromath: the frame has changed")
)

// savedReview is a review as JSON: what was put in, and the claims drawn, so that a reader without the frame knows what
// was asked of whom. Everything else is worked out again.
type savedReview struct {
	Format    string       `json:"format"`
	Software  string       `json:"software"`
	Agreement Agreement    `json:"agreement"`
	Seeds     Seeds        `json:"seeds"`
	Frame     FrameSummary `json:"frame"`
	Payors    []string     `json:"payors,omitempty"` // of the frame, where its claims name any
	Stage     Stage        `json:"stage"`
	Drawn     []drawnClaim `json:"drawn"`
	// Submitted is everything that was put in, in order.
	Submitted []batch `json:"submitted"`
	// Results are what a finished review came to. They are verified when they are read, never trusted.
	Results *Results `json:"results,omitempty"`
}

// drawnClaim is a claim of the last sample with its order of selection.
type drawnClaim struct {
	Order int64 `json:"order"`
	FrameClaim
}

// MarshalJSON writes decimals as strings.
func (d drawnClaim) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// drawn lists the claims of the last sample in sequential order.
func (r *Review) drawn() []drawnClaim {
	var list []drawnClaim
	for _, u := range r.draws[len(r.draws)-1].Units() {
		c, _ := r.frame.Claim(u.Number)
		list = append(list, drawnClaim{u.Order, c})
	}
	return list
}

// MarshalJSON saves the review: agreement, seeds, the frame's digest and counts (not its claims), the claims drawn and
// everything that was put in so far: determinations, corrections of the frame, walk-throughs; of a finished review also its
// results. [ResumeReview] and [Replay] read it.
func (r *Review) MarshalJSON() ([]byte, error) {
	s, err := r.saved()
	if err != nil {
		return nil, err
	}
	return jsonform.Marshal(s)
}

// UnmarshalJSON refuses: a saved review takes its frame, so read it with [ResumeReview].
func (*Review) UnmarshalJSON([]byte) error {
	return fmt.Errorf("%w: a review is read with ResumeReview, against its frame", ErrSaved)
}

// Save returns the saved review as an indented JSON file. Error: [ErrNotStarted] for a Review that was not made by
// [NewReview] or [ResumeReview].
func (r *Review) Save() ([]byte, error) {
	s, err := r.saved()
	if err != nil {
		return nil, err
	}
	return jsonform.Indent(s)
}

func (r *Review) saved() (savedReview, error) {
	if len(r.draws) == 0 {
		return savedReview{}, ErrNotStarted
	}
	results, err := r.results()
	if err != nil {
		return savedReview{}, err
	}
	return savedReview{
		Format: savedFormat, Software: textfile.Software, Agreement: r.agreement, Seeds: r.seeds,
		Frame: r.frame.Summary(), Payors: r.frame.namedPayors(), Stage: r.stage, Drawn: r.drawn(),
		Submitted: append([]batch{}, r.inputs...), Results: results,
	}, nil
}

// namedPayors lists the payors of the frame; none where its claims name none.
func (f *Frame) namedPayors() []string {
	if list := f.Payors(); len(list) > 1 || len(list) == 1 && list[0] != "" {
		return list
	}
	return nil
}

// results are what a finished review came to, without refunds, which are no part of a review; none of one that goes on.
func (r *Review) results() (*Results, error) {
	if !r.Done() {
		return nil, nil
	}
	report, err := r.figures(ReportOptions{})
	if err != nil {
		return nil, err
	}
	results := report.Results()
	if len(r.batches) > 1 && results.Discovery != nil {
		results.Discovery.Completed = r.batches[0].Date
	}
	return &results, nil
}

// ResumeReview reads a saved review and goes on with it on the same frame. Everything is worked out again from the
// agreement, the frame, the seeds and the determinations, and compared with what was saved.
//
// Errors: [ErrSaved]; [ErrFrameChanged] for another frame, or the same claims read in another way (other exclusions, other
// columns). A sample cannot be carried over to another frame, which takes a new review.
func ResumeReview(saved []byte, f *Frame) (*Review, error) {
	s, err := readSaved(saved)
	if err != nil {
		return nil, err
	}
	r, err := s.run(f)
	if err != nil {
		return nil, err
	}
	if err := s.checkResults(r); err != nil {
		return nil, err
	}
	return r, nil
}

// run puts the inputs of a saved review in again and compares what was drawn.
func (s savedReview) run(f *Frame) (*Review, error) {
	if f == nil {
		return nil, fmt.Errorf("%w: no frame given", ErrFrameChanged)
	}
	var read [2][]byte
	var err error
	if f.Digest() != s.Frame.Digest {
		return nil, fmt.Errorf("%w: %d claims with digest %s, saved were %d with %s. Its sample is no sample of this "+
			"frame; start a new review",
			ErrFrameChanged, f.Size(), f.Digest(), s.Frame.Size, finding.Clip(s.Frame.Digest))
	}
	for i, sum := range []FrameSummary{s.Frame, f.Summary()} {
		if read[i], err = jsonform.Marshal(sum); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrSaved, err)
		}
	}
	if !bytes.Equal(read[0], read[1]) {
		return nil, fmt.Errorf("%w: it holds the same claims but was read otherwise: %s, "+
			"saved was %s", ErrFrameChanged, read[1], read[0])
	}
	r, err := NewReview(s.Agreement, f, s.Seeds)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSaved, err)
	}
	for i, b := range s.Submitted {
		if b.Stage != r.stage {
			return nil, fmt.Errorf("%w: submission %d is for %q, but the review "+
				"is at %q", ErrSaved, i+1, finding.Clip(string(b.Stage)), r.stage)
		}
		if r, err = r.take(b); err != nil {
			return nil, fmt.Errorf("%w: submission %d: %w", ErrSaved, i+1, err)
		}
	}
	if r.stage != s.Stage {
		return nil, fmt.Errorf("%w: stage %q, but its inputs lead to %q", ErrSaved, finding.Clip(string(s.Stage)), r.stage)
	}
	drawn := r.drawn()
	if len(drawn) != len(s.Drawn) {
		return nil, fmt.Errorf("%w: %d claims drawn, but its inputs give %d", ErrSaved, len(s.Drawn), len(drawn))
	}
	for i, d := range drawn {
		e := s.Drawn[i]
		if d.Order != e.Order || d.Number != e.Number || d.ID != e.ID || d.Payor != e.Payor || !d.Paid.Equal(e.Paid) {
			return nil, fmt.Errorf("%w: claim %d (%s) is not the one its inputs "+
				"give, %d (%s)", ErrSaved, e.Number, finding.Clip(e.ID), d.Number, d.ID)
		}
	}
	if s.Payors != nil && !slices.Equal(s.Payors, f.namedPayors()) {
		return nil, fmt.Errorf("%w: payors %q are not those of the frame, %q", ErrSaved, s.Payors, f.namedPayors())
	}
	return r, nil
}

// checkResults holds saved results against those of the review.
func (s savedReview) checkResults(r *Review) error {
	if s.Results == nil {
		return nil
	}
	results, err := r.results()
	if err != nil {
		return err
	}
	var forms [2][]byte
	for i, x := range []*Results{s.Results, results} {
		if forms[i], err = jsonform.Marshal(x); err != nil {
			return fmt.Errorf("%w: %w", ErrSaved, err)
		}
	}
	if !bytes.Equal(forms[0], forms[1]) {
		return fmt.Errorf("%w: its results are not those that its inputs give; Replay says which", ErrSaved)
	}
	return nil
}

// errInput: an input that holds several things, or nothing that can be taken.
var errInput = errors.New("an input is either determinations, a correction or systems")

// take hands in one input.
func (r *Review) take(b batch) (*Review, error) {
	switch {
	case b.Correction != nil && b.Determinations == nil && b.Systems == nil:
		return r.Correct(b.Date, *b.Correction)
	case b.Systems != nil && b.Determinations == nil && b.Correction == nil:
		return r.SubmitSystems(b.Date, b.Systems)
	case b.Correction == nil && b.Systems == nil:
		return r.Submit(b.Date, b.Determinations)
	}
	return nil, errInput
}

// SavedFrameOptions returns the options that the frame of a saved review was read with, for reading it again.
// Error: [ErrSaved].
func SavedFrameOptions(saved []byte) (FrameOptions, error) {
	s, err := readSaved(saved)
	return s.Frame.Options, err
}

// readSaved decodes a saved review.
func readSaved(saved []byte) (savedReview, error) {
	var s savedReview
	if err := jsonform.Unmarshal(saved, &s); err != nil {
		return s, fmt.Errorf("%w: %w", ErrSaved, err)
	}
	if s.Format != savedFormat {
		return s, fmt.Errorf("%w: format %q is not %q", ErrSaved, finding.Clip(s.Format), savedFormat)
	}
	return s, nil
}
