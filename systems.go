package iromath

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

// The systems review: for each overpaid claim a walk-through of the systems and processes that generated it.

// WalkAnswer is what a walk-through found out about one question.
type WalkAnswer string

// The answers.
const (
	AnswerYes WalkAnswer = "yes"
	AnswerNo  WalkAnswer = "no"
	// AnswerNotExamined: the question was not reached, or could not be looked into. The default.
	AnswerNotExamined WalkAnswer = "not_examined"
)

// ErrorPoint is where the error arose that resulted in an overpayment.
type ErrorPoint string

// The points, in the order of the walk-through.
const (
	// PointSource: the code was wrong on the source document.
	PointSource ErrorPoint = "source_coding"
	// PointEntry: the code was right on the source document and entered wrongly.
	PointEntry ErrorPoint = "data_entry"
	// PointCrossWalk: the code was entered rightly, and the charge master or other software made another one of it.
	PointCrossWalk ErrorPoint = "cross_walk"
	// PointOther: somewhere else, which is named.
	PointOther ErrorPoint = "other"
	// PointNotFound: the walk-through did not find the point; the cause says what is known.
	PointNotFound ErrorPoint = "not_found"
)

// ErrorPoints returns all points, in the order of the walk-through.
func ErrorPoints() []ErrorPoint {
	return []ErrorPoint{PointSource, PointEntry, PointCrossWalk, PointOther, PointNotFound}
}

// WalkThrough is the systems review of one overpaid claim: three questions in their order, the point where the error arose,
// why, and what is done about it.
//
// Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews": systems review.
type WalkThrough struct {
	// ID of the claim.
	ID string `json:"id"`
	// CodedAtSource: was the claim initially coded correctly, on the source document?
	CodedAtSource WalkAnswer `json:"codedAtSource,omitempty"`
	// EnteredCorrectly: was the code of the source document entered correctly into the system?
	EnteredCorrectly WalkAnswer `json:"enteredCorrectly,omitempty"`
	// CrossWalked: did the charge master or other software turn the code entered into the code that should be billed?
	CrossWalked WalkAnswer `json:"crossWalked,omitempty"`
	// Point where the error arose: the first question that is answered no. It may be left out where the answers, or Other,
	// give it, and may not contradict them.
	Point ErrorPoint `json:"point,omitempty"`
	// Other names the system or process, for [PointOther]: "medical records".
	Other string `json:"other,omitempty"`
	// Cause says why the error occurred. It has to be given.
	Cause string `json:"cause"`
	// Observation of the reviewer on the systems and processes.
	Observation string `json:"observation,omitempty"`
	// Action that the provider took, such as training.
	Action string `json:"action,omitempty"`
	// Recommendation on possible improvements.
	Recommendation string `json:"recommendation,omitempty"`
}

// ErrWalkThrough: a walk-through contradicts itself or says too little.
var ErrWalkThrough = errors.New("walk-through")

// Complete returns the walk-through with every answer and the point stated, without blanks around its words. A question is
// answered no only after those before it were answered, as the point is the first that went wrong. The error wraps
// [ErrWalkThrough] and lists all that is wrong with it.
func (w WalkThrough) Complete() (WalkThrough, error) {
	var rules []string
	refuse := func(format string, args ...any) { rules = append(rules, fmt.Sprintf(format, args...)) }
	w.ID = string(trimBlanks([]byte(w.ID)))
	if w.ID == "" {
		refuse("id is empty")
	}
	for _, s := range []struct {
		name string
		text *string
	}{{"id", &w.ID}, {"other", &w.Other}, {"cause", &w.Cause}, {"observation", &w.Observation}, {"action", &w.Action},
		{"recommendation", &w.Recommendation}} {
		if !utf8.ValidString(*s.text) {
			refuse("%s is not UTF-8 text", s.name)
		}
		if s.text != &w.ID {
			*s.text = strings.TrimSpace(*s.text)
		}
	}
	if w.Cause == "" {
		refuse("cause is empty: a systems review says why the error occurred")
	}
	answered := w.answers(refuse)
	w.place(answered, refuse)
	if rules != nil {
		return WalkThrough{}, fmt.Errorf("%w %q: %s", ErrWalkThrough, finding.Clip(w.ID), strings.Join(rules, "; "))
	}
	return w, nil
}

// answers states every answer and returns the point that they give, "" for none.
func (w *WalkThrough) answers(refuse func(string, ...any)) (point ErrorPoint) {
	before := ""
	for _, q := range []struct {
		name   string
		answer *WalkAnswer
		point  ErrorPoint
	}{
		{"codedAtSource", &w.CodedAtSource, PointSource},
		{"enteredCorrectly", &w.EnteredCorrectly, PointEntry},
		{"crossWalked", &w.CrossWalked, PointCrossWalk},
	} {
		fill(q.answer, AnswerNotExamined)
		switch *q.answer {
		case AnswerYes:
		case AnswerNo:
			if point == "" && before != "" {
				refuse("%s is answered no although %s was not examined, where the error may have arisen before", q.name, before)
			}
			fill(&point, q.point)
		case AnswerNotExamined:
			fill(&before, q.name)
		default:
			refuse("%s %q is not yes, no or not_examined", q.name, finding.Clip(string(*q.answer)))
		}
	}
	return point
}

// place holds the point against the answers, or takes it from them.
func (w *WalkThrough) place(answered ErrorPoint, refuse func(string, ...any)) {
	given := w.Point
	switch {
	case given != "":
	case answered != "":
		w.Point = answered
	case w.Other != "":
		w.Point = PointOther
	}
	switch {
	case given != "" && !slices.Contains(ErrorPoints(), given):
		refuse("point %q is none of %v", finding.Clip(string(given)), ErrorPoints())
	case w.Point == "":
		refuse("point is not given and does not follow: no question is answered no, and no other system or process is named")
	case answered != "" && w.Point != answered:
		refuse("point %s contradicts the answers, of which the first no is at %s", w.Point, answered)
	case answered == "" && w.Point != PointOther && w.Point != PointNotFound:
		refuse("point %s contradicts the answers, none of which is no", w.Point)
	case w.Point == PointOther && w.Other == "":
		refuse("other is empty: the system or process has to be named")
	case w.Point != PointOther && w.Other != "":
		refuse("other is %q, but the point is %s", finding.Clip(w.Other), w.Point)
	}
}

// Errors of submitted walk-throughs. They come inside a [SystemsError].
var (
	// ErrNotReviewed: a walk-through is of a claim without a determination that counts.
	ErrNotReviewed = errors.New("walk-throughs of claims that were not reviewed")
	// ErrNotOverpaid: a walk-through is of a claim that was not overpaid.
	ErrNotOverpaid = errors.New("walk-throughs of claims that were not overpaid")
	// ErrWalkRepeated: a claim has more than one walk-through.
	ErrWalkRepeated = errors.New("claims with more than one walk-through")
	// ErrNoWalkThrough: there are no walk-throughs at all.
	ErrNoWalkThrough = errors.New("iromath: no walk-throughs")
)

// SystemsError is everything that is wrong with submitted walk-throughs, by claim id. Nothing of a submission with errors
// is taken.
type SystemsError struct {
	// NotReviewed claims have no determination that counts, NotOverpaid ones were not overpaid, Repeated ones have more than
	// one walk-through.
	NotReviewed, NotOverpaid, Repeated []string
	// Walks are walk-throughs that contradict themselves or say too little; each wraps [ErrWalkThrough].
	Walks []error
}

// Error lists the claims.
func (e *SystemsError) Error() string {
	var parts []string
	for _, g := range e.groups() {
		if len(g.ids) > 0 {
			parts = append(parts, fmt.Sprintf("%v: %s", g.err, joinIDs(g.ids)))
		}
	}
	if len(e.Walks) > 0 {
		parts = append(parts, finding.Join("wrong walk-through", "wrong walk-throughs", len(e.Walks),
			func(i int) string { return e.Walks[i].Error() }))
	}
	return "iromath: " + strings.Join(parts, "; ")
}

func (e *SystemsError) groups() []idGroup {
	return []idGroup{{ErrNotReviewed, e.NotReviewed}, {ErrNotOverpaid, e.NotOverpaid}, {ErrWalkRepeated, e.Repeated}}
}

// Unwrap returns the kinds of error that occurred.
func (e *SystemsError) Unwrap() []error {
	var list []error
	for _, g := range e.groups() {
		if len(g.ids) > 0 {
			list = append(list, g.err)
		}
	}
	return append(list, e.Walks...)
}

// SubmitSystems hands in walk-throughs of overpaid claims, some or all of them, and returns the review as it stands then. It
// works at every stage, for claims that have their determination. on is the day they were complete; it may be no date.
//
// Walk-throughs are part of the review, not of the options of its report, so that a saved review holds them and its report
// is the same to the byte after it is resumed. Those of claims that leave the frame later are kept in the record and no longer
// count.
//
// Errors: [ErrNotStarted], [ErrDate], [ErrNoWalkThrough], and a [SystemsError] that lists everything wrong with them.
func (r *Review) SubmitSystems(on reportable.Date, walks []WalkThrough) (*Review, error) {
	if len(r.draws) == 0 {
		return nil, ErrNotStarted
	}
	if err := r.checkDay(on, "walk-throughs"); err != nil {
		return nil, err
	}
	if len(walks) == 0 {
		return nil, ErrNoWalkThrough
	}
	overpaid := make(map[string]bool, len(r.reviewed))
	for _, c := range r.reviewed {
		overpaid[c.ID] = c.Overpayment().IsPositive()
	}
	wrong := &SystemsError{}
	next := *r
	next.walked = maps.Clone(r.walked)
	if next.walked == nil {
		next.walked = make(map[string]WalkThrough, len(walks))
	}
	taken := make([]WalkThrough, 0, len(walks))
	for _, w := range walks {
		w, err := w.Complete()
		if err != nil {
			wrong.Walks = append(wrong.Walks, err)
			continue
		}
		over, reviewed := overpaid[w.ID]
		_, twice := next.walked[w.ID]
		switch {
		case !reviewed:
			wrong.NotReviewed = append(wrong.NotReviewed, w.ID)
		case !over:
			wrong.NotOverpaid = append(wrong.NotOverpaid, w.ID)
		case twice:
			wrong.Repeated = append(wrong.Repeated, w.ID)
		default:
			next.walked[w.ID] = w
			taken = append(taken, w)
		}
	}
	if len(wrong.Unwrap()) > 0 {
		return nil, wrong
	}
	next.inputs = append(slices.Clip(r.inputs), batch{Stage: r.stage, Date: on, Systems: taken})
	return &next, nil
}

// SystemsWorklist returns the overpaid claims that have no walk-through yet, in sequential order.
func (r *Review) SystemsWorklist() []FrameClaim {
	var list []FrameClaim
	for _, f := range r.findings() {
		if _, walked := r.walked[f.ID]; !walked && f.Overpayment.IsPositive() {
			list = append(list, FrameClaim{Number: f.Number, ID: f.ID, Payor: f.Payor, Paid: f.Paid})
		}
	}
	return list
}
