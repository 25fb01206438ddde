package iromath

import (
	"bytes"
	"errors"
	"fmt"

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
	Stage     Stage        `json:"stage"`
	Drawn     []drawnClaim `json:"drawn"`
	// Submitted is everything that was put in, in order.
	Submitted []batch `json:"submitted"`
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
// everything that was put in so far: determinations, corrections of the frame, walk-throughs. [ResumeReview] reads it.
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
	return savedReview{
		Format: savedFormat, Software: textfile.Software, Agreement: r.agreement, Seeds: r.seeds,
		Frame: r.frame.Summary(), Stage: r.stage, Drawn: r.drawn(), Submitted: append([]batch{}, r.inputs...),
	}, nil
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
	if f == nil {
		return nil, fmt.Errorf("%w: no frame given", ErrFrameChanged)
	}
	var read [2][]byte
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
	return r, nil
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
