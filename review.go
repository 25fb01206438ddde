package iromath

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/spreadsheet"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
	"github.com/iromath/iromath/sampling/samplesize"
)

// Errors that a caller may want to tell apart.
var (
	// ErrDone: determinations for a review that has all it needs.
	ErrDone = errors.New("iromath: the review is complete")
	// ErrNotDone: a report of a review that still waits for determinations.
	ErrNotDone = errors.New("iromath: the review is not complete")
	// ErrNotStarted: a Review that was not made by [NewReview] or [ResumeReview].
	ErrNotStarted = errors.New("iromath: the review was not started")
	// ErrDate: an input dated before earlier ones.
	ErrDate = errors.New("iromath: date")
	// ErrPopulation: the frame holds claims that do not belong in the population of the agreement.
	ErrPopulation = errors.New("iromath: population")
	// ErrSeeds: a seed that is needed was not given, or one that is not needed was.
	ErrSeeds = errors.New("iromath: seeds")
)

// Seeds are the seed numbers of a review, as text.
type Seeds struct {
	// First is the seed of the first sample: a number, or any text where claims are drawn by tickets. A full sample that
	// continues it needs no other.
	First string `json:"first"`
	// Full is the seed of a fresh full sample, for agreements with FullSample "fresh" only.
	Full string `json:"full,omitempty"`
}

// Stage is where a review stands: what the worklist is for.
type Stage string

// The stages.
const (
	// StageDiscovery: the discovery sample is to be reviewed.
	StageDiscovery Stage = "discovery_sample"
	// StageFull: the further claims of the full sample are to be reviewed.
	StageFull Stage = "full_sample"
	// StageSample: the sample of the single or quarterly protocol is to be reviewed.
	StageSample Stage = "sample"
	// StageDone: every determination is there.
	StageDone Stage = "done"
)

// Review is a claims review in progress. It is a value that never changes: [Review.Submit], [Review.Correct] and
// [Review.SubmitSystems] return the next one. It is safe for concurrent use.
type Review struct {
	agreement Agreement
	frame     *Frame
	seeds     Seeds
	inputs    []batch // everything that was put in, in order
	batches   []batch // the determinations among it

	corrections []correction
	left        map[int64]int          // number of the correction with which a claim left, by frame number
	asked       map[int64]drawnUnit    // where a claim was drawn when it was reviewed, by frame number
	walked      map[string]WalkThrough // walk-throughs, by claim id
	fullSize    int64                  // largest full sample that was drawn
	chosen      int64                  // least full sample, where a report is verified that has a larger one than the formula gives
	base        []Warning              // of agreement and frame

	stage    Stage
	draws    []Draw
	worklist []FrameClaim
	reviewed map[int64]errorrate.Claim // by frame number
	first    *errorrate.Result         // error rate of the first sample
	size     *samplesize.ProbeTable    // sizing of the full sample
	wanted   *samplesize.Cell          // the size the agreement asks for
	last     *errorrate.Result         // error rate of the last sample drawn
	estimate *extrapolate.Extrapolation
	warnings []Warning
}

// batch is one input: a submission of determinations, a correction of the frame, or walk-throughs of systems.
type batch struct {
	Stage          Stage            `json:"stage"`
	Date           reportable.Date  `json:"date,omitzero"`
	Determinations []Determination  `json:"determinations,omitempty"`
	Correction     *FrameCorrection `json:"correction,omitempty"`
	Systems        []WalkThrough    `json:"systems,omitempty"`
}

// NewReview starts a review: it draws the first sample. Errors: [ErrAgreement], [ErrFrame] for no frame or one without claims,
// [ErrPopulation], [ErrSeeds], and those of sampling.SingleStage.Draw or, for tickets, sampling.Tickets.Draw.
func NewReview(a Agreement, f *Frame, seeds Seeds) (*Review, error) {
	a, err := a.Complete()
	if err != nil {
		return nil, finding.Under("agreement", err)
	}
	if f.none() {
		return nil, fmt.Errorf("%w: no frame given", ErrFrame)
	}
	fresh := a.Protocol == ProtocolDiscovery && a.FullSample == FullSampleFresh
	switch {
	case seeds.First == "":
		return nil, finding.At("seeds.first", fmt.Errorf("%w: the first sample has no seed", ErrSeeds))
	case fresh && seeds.Full == "":
		return nil, finding.At("seeds.full",
			fmt.Errorf("%w: a fresh full sample takes a seed of its own, stated before the first draw", ErrSeeds))
	case !fresh && seeds.Full != "":
		return nil, finding.At("seeds.full",
			fmt.Errorf("%w: a seed for the full sample, but the agreement has no fresh full sample", ErrSeeds))
	}
	r := &Review{agreement: a, frame: f, seeds: seeds, reviewed: map[int64]errorrate.Claim{}}
	r.warnings = a.warnings()
	if err := r.checkFrame(); err != nil {
		return nil, err
	}
	if fresh {
		if err := r.checkFreshSeeds(); err != nil {
			return nil, err
		}
	}
	r.base = r.warnings
	if err := r.start(); err != nil {
		return nil, seedError("first", err)
	}
	return r, nil
}

// seedError places an error that is about a seed of a review.
func seedError(seed string, err error) error {
	if errors.Is(err, sampling.ErrSeed) {
		return finding.At("seeds."+seed, err)
	}
	return err
}

// start draws the first sample and goes on as far as the determinations there are: none for a new review, those of the
// claims that still belong for a corrected one.
func (r *Review) start() error {
	r.first, r.size, r.wanted, r.last, r.estimate = nil, nil, nil, nil, nil
	r.draws, r.warnings = nil, slices.Clip(r.base)
	for _, c := range r.corrections {
		r.warnings = append(r.warnings, c.warnings...)
	}
	stage := StageSample
	if r.agreement.Protocol == ProtocolDiscovery {
		stage = StageDiscovery
	}
	if size := r.agreement.SampleSize; size > r.universe() {
		r.warn("frame_smaller_than_sample", "The sample of %d claims is more than the frame holds: every one of its "+
			"%s is reviewed.", size, counting(r.universe(), "claim", "claims"))
	}
	if err := r.draw(stage, r.seeds.First, min(r.agreement.SampleSize, r.frame.Size()), 0); err != nil {
		return err
	}
	if len(r.worklist) > 0 {
		return nil
	}
	return r.advance()
}

// checkFrame holds the frame against the agreement. A claim of a payor that the agreement does not name is an error, what
// cannot be seen from the frame is a warning.
func (r *Review) checkFrame() error {
	a, s := r.agreement, r.frame.Summary()
	if n := s.Excluded(ExcludedMalformed); n > 0 {
		r.warn("malformed_rows", "The claims file has rows that could not be read and are not in the frame (%d). A "+
			"population is complete only when they are put right or shown not to belong.", n)
	}
	if len(a.Payors) > 0 {
		for _, p := range r.frame.Payors() {
			switch {
			case p == "":
				r.warn("payor_unknown", "The frame has claims without a payor: whether one of the agreement's payors "+
					"paid them is not shown.")
			case !slices.Contains(a.Payors, p):
				return fmt.Errorf("%w: the frame has claims paid by %q, which is none of the "+
					"agreement's payors", ErrPopulation, finding.Clip(p))
			}
		}
	}
	if s.Options.From != a.From || s.Options.Through != a.Through {
		r.warn("period_not_applied", "The frame was not read for the agreement's review period: whether its claims "+
			"are of the period is not shown.")
	}
	return nil
}

func (r *Review) warn(code, format string, args ...any) {
	r.warnings = append(r.warnings, finding.Warn(code, format, args...))
}

// draw draws a sample and puts its claims that are not reviewed yet on the worklist.
func (r *Review) draw(stage Stage, seed string, size, before int64) error {
	if room := max(0, r.universe()-size); room < r.agreement.Spares {
		r.warn("spares_short", "The frame has room for %d spares beside the sample of %d, "+
			"not for %d.", room, min(size, r.universe()), r.agreement.Spares)
	}
	drawn, err := r.drawCorrected(sampling.SingleStage{
		Method: r.agreement.Method, Seed: seed, Size: size, Spares: min(r.agreement.Spares, r.frame.Size()-size), DrawnBefore: before,
	})
	if err != nil {
		return err
	}
	drawn.Stage = stage
	r.draws = append(slices.Clip(r.draws), drawn)
	r.stage, r.worklist = stage, nil
	for _, u := range drawn.Units() {
		if _, done := r.reviewed[u.Number]; done {
			continue
		}
		c, _ := r.frame.Claim(u.Number)
		r.worklist = append(r.worklist, c)
	}
	return nil
}

// Agreement returns the agreement with every parameter stated.
func (r *Review) Agreement() Agreement {
	a := r.agreement
	a.Payors, a.Clauses = slices.Clone(a.Payors), slices.Clone(a.Clauses)
	return a
}

// Frame returns the sampling frame.
func (r *Review) Frame() *Frame { return r.frame }

// Stage says what the worklist is for.
func (r *Review) Stage() Stage { return r.stage }

// Done reports whether every determination is there.
func (r *Review) Done() bool { return r.stage == StageDone }

// Draws returns the samples drawn so far.
func (r *Review) Draws() []Draw {
	list := slices.Clone(r.draws)
	for i, d := range list {
		list[i] = d.clone()
	}
	return list
}

// Worklist returns the claims to pull and review next, in sequential order; none when the review is done. Claims that have
// a determination are not on it: after a correction of a reviewed sample it holds those that stepped in.
func (r *Review) Worklist() []FrameClaim { return slices.Clone(r.worklist) }

// WriteWorklist writes the worklist as CSV: the columns of a file of determinations, those to fill in left empty. A claim id
// or payor that a spreadsheet would run as a formula (=, +, -, @) is written with an extra apostrophe in front, which
// [ReadDeterminations] takes off. Errors: [ErrNotStarted], and those of w.
func (r *Review) WriteWorklist(w io.Writer) error {
	if len(r.draws) == 0 {
		return ErrNotStarted
	}
	out := csv.NewWriter(w)
	out.Write([]string{"number", "order", "claim_id", "payor", "paid", "correct", "documentation", "reason", "category",
		"patient", "service_date", "code_submitted", "code_reimbursed", "code_correct"})
	order := map[int64]int64{}
	for _, u := range r.draws[len(r.draws)-1].Units() {
		order[u.Number] = u.Order
	}
	for _, c := range r.worklist {
		out.Write([]string{fmt.Sprint(c.Number), fmt.Sprint(order[c.Number]), spreadsheet.Escape(c.ID),
			spreadsheet.Escape(c.Payor), exact.Fixed(c.Paid, 2), "", "", "", "", "", "", "", "", ""})
	}
	out.Flush()
	return out.Error()
}

// Warnings returns the findings so far that are not errors.
func (r *Review) Warnings() []Warning { return slices.Clone(r.warnings) }

// Submit hands in the determinations of the whole worklist and returns the review as it stands then. on is the day the
// determinations were complete; it may be no date. With an error it returns no review: keep the one there is, which stays as
// it was, and submit to it again.
//
// A submission in which claims are missing, unknown, there twice or wrong is refused as a whole with a [DeterminationError]
// that lists them all. Other errors: [ErrNotStarted], [ErrDone] for a review that is done, [ErrDate] for a day before that of an
// earlier input, and what sizing the full sample, drawing on or extrapolating returns.
func (r *Review) Submit(on reportable.Date, determinations []Determination) (*Review, error) {
	switch {
	case len(r.draws) == 0:
		return nil, ErrNotStarted
	case r.Done():
		return nil, ErrDone
	}
	if err := r.checkDay(on, "determinations"); err != nil {
		return nil, err
	}
	claims, err := match(r.worklist, determinations)
	if err != nil {
		return nil, err
	}
	next := *r
	made := batch{Stage: r.stage, Date: on, Determinations: copyDeterminations(determinations)}
	next.inputs, next.batches = append(slices.Clip(r.inputs), made), append(slices.Clip(r.batches), made)
	next.warnings = slices.Clip(r.warnings)
	next.reviewed = make(map[int64]errorrate.Claim, len(r.reviewed)+len(claims))
	for n, c := range r.reviewed {
		next.reviewed[n] = c
	}
	next.asked = maps.Clone(r.asked)
	if next.asked == nil {
		next.asked = make(map[int64]drawnUnit, len(claims))
	}
	drawn := r.drawnUnits()
	for _, c := range claims {
		next.reviewed[c.Number], next.asked[c.Number] = c, drawn[c.Number]
	}
	if err := next.advance(); err != nil {
		return nil, err
	}
	return &next, nil
}
