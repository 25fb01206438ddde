package iromath

import (
	"bytes"
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

// OtherFrame is a frame that an IRO may have drawn from in place of the right one, with the error that makes it. It
// has no JSON form, as a frame has none.
type OtherFrame struct {
	// Code of the error: [OtherFramePayors], [OtherFramePeriod], [OtherFrameSegments], [OtherFrameSegmentsAdded], or a word
	// of the caller's own.
	Code string
	// Error says in a sentence what was done; for the codes above it may be left out.
	Error string
	// Frame is the frame.
	Frame *Frame
}

// The errors of a frame that [ReadOtherFrames] tries.
const (
	// OtherFramePayors: claims of other payors than those of the agreement are in the frame.
	OtherFramePayors = "other_payors"
	// OtherFramePeriod: claims outside of the review period are in the frame.
	OtherFramePeriod = "outside_period"
	// OtherFrameSegments: later rows of a claim are claims of their own.
	OtherFrameSegments = "segments_as_claims"
	// OtherFrameSegmentsAdded: the amounts of later rows are added to that of the first.
	OtherFrameSegmentsAdded = "segments_added"
)

// frameErrors say what was done to a frame, and what is right.
var frameErrors = map[string][2]string{
	OtherFramePayors:        {"Claims of payors that the agreement does not name are in the frame.", rulePopulation},
	OtherFramePeriod:        {"Claims outside of the review period are in the frame.", rulePopulation},
	OtherFrameSegments:      {"Later rows of a claim, its second segments, are claims of their own in the frame.", ruleSegments},
	OtherFrameSegmentsAdded: {"The amounts of later rows of a claim, its second segments, are added to the first.", ruleSegments},
}

const (
	rulePopulation = "Only claims that were paid by the programs of the agreement in the review period belong in the population."
	ruleSegments   = "The first row of a claim id decides; later rows are counted and left out, never added."
)

// ReadOtherFrames reads a claims file in the ways that are wrong and happen: with the claims of every payor, of every
// period, with later rows of a claim as claims of their own, and with their amounts added. Only frames that differ from the
// right one, which the options give, are returned. It reads the whole file into memory. The errors are those of
// [ReadFrame]; a way of reading that gives no frame is left out.
func ReadOtherFrames(r io.Reader, o FrameOptions) ([]OtherFrame, error) {
	var whole bytes.Buffer
	right, err := ReadFrame(io.TeeReader(r, &whole), o, nil) // so that no more is kept of a file that is none
	if err != nil {
		return nil, err
	}
	data := whole.Bytes()
	var list []OtherFrame
	add := func(code string, f *Frame, err error) {
		if err == nil && f.Digest() != right.Digest() {
			list = append(list, OtherFrame{Code: code, Frame: f})
		}
	}
	payors, period := o, o
	payors.Payors = nil
	period.From, period.Through = reportable.Date{}, reportable.Date{}
	for _, way := range []struct {
		code string
		o    FrameOptions
	}{{OtherFramePayors, payors}, {OtherFramePeriod, period}} {
		f, err := ReadFrame(bytes.NewReader(data), way.o, nil)
		add(way.code, f, err)
	}
	if right.summary.Excluded(ExcludedSecondSegment)+right.summary.Excluded(ExcludedRepeatedID) > 0 {
		for _, code := range []string{OtherFrameSegments, OtherFrameSegmentsAdded} {
			f, err := readRows(bytes.NewReader(data), o, code == OtherFrameSegmentsAdded)
			add(code, f, err)
		}
	}
	return list, nil
}

// readRows reads every row as a claim, or adds the later rows of a claim to its first. Later rows that are claims have the
// id of the first with "#2" behind it, "#3" and so on.
func readRows(r io.Reader, o FrameOptions, added bool) (*Frame, error) {
	o, err := o.check()
	if err != nil {
		return nil, err
	}
	in, header, err := openTable(r, o.Comma)
	if err != nil {
		return nil, err
	}
	o, c, err := o.columns(header)
	if err != nil {
		return nil, err
	}
	accepted := map[string]bool{}
	for _, p := range o.Payors {
		accepted[p] = true
	}
	at, times := map[string]int{}, map[string]int{}
	var claims []FrameClaim
	for in.Next() {
		if in.Problem() != "" || in.Len() != len(header) {
			continue
		}
		text := func(column int) []byte { return trimBlanks(in.Field(column)) }
		id := string(text(c.id))
		cents, rule := parseCents(text(c.paid))
		if idRule([]byte(id)) != "" || rule != "" || cents <= 0 {
			continue
		}
		claim := FrameClaim{ID: id, Paid: dollars(cents)}
		if c.payor >= 0 {
			claim.Payor = string(text(c.payor))
		}
		if len(accepted) > 0 && !accepted[claim.Payor] || textRule([]byte(claim.Payor)) != "" {
			continue
		}
		if c.date >= 0 {
			day, rule := parseDay(text(c.date))
			if rule != "" || !o.From.IsZero() && day < dayOf(o.From) || !o.Through.IsZero() && day > dayOf(o.Through) {
				continue
			}
		}
		times[id]++
		switch n := times[id]; {
		case n == 1:
			at[id] = len(claims)
			claims = append(claims, claim)
		case added:
			first := &claims[at[id]]
			first.Paid = exact.Canonical(first.Paid.Add(claim.Paid))
		default:
			claim.ID = fmt.Sprintf("%s#%d", id, n)
			claims = append(claims, claim)
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFile, err)
	}
	return NewFrame(claims)
}
