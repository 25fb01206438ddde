package iromath

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/spreadsheet"
)

// WalkThroughOptions name the columns of a file of walk-throughs. Every field is optional; names are those of the header
// line; surrounding blanks and case are ignored.
type WalkThroughOptions struct {
	// ID is the column of the claim id; default "claim_id".
	ID string `json:"id,omitempty"`
	// CodedAtSource, EnteredCorrectly and CrossWalked are the columns with yes, no or not_examined, which may be empty;
	// default "coded_at_source", "entered_correctly" and "cross_walked".
	CodedAtSource    string `json:"codedAtSource,omitempty"`
	EnteredCorrectly string `json:"enteredCorrectly,omitempty"`
	CrossWalked      string `json:"crossWalked,omitempty"`
	// Point is the column of the point where the error arose; default "point" if there is one.
	Point string `json:"point,omitempty"`
	// Other is the column that names another system or process; default "other" if there is one.
	Other string `json:"other,omitempty"`
	// Cause is the column that says why; default "cause".
	Cause string `json:"cause,omitempty"`
	// Observation, Action and Recommendation are columns of words; default "observation", "action" and "recommendation" if
	// there are such.
	Observation    string `json:"observation,omitempty"`
	Action         string `json:"action,omitempty"`
	Recommendation string `json:"recommendation,omitempty"`
	// Comma is what stands between two fields: ",", ";", "\t" or "|"; default ",".
	Comma string `json:"comma,omitempty"`
}

// ReadWalkThroughs reads walk-throughs from a CSV file with a header line, plain or compressed with gzip. It takes the rows
// of claims on the worklist (see [Review.SystemsWorklist]) and counts the others; a nil worklist takes every row. Formulas
// and the bound of what is taken are those of [ReadDeterminations].
//
// The error is one [RowErrors] with every row that cannot be read or breaks a rule of [WalkThrough.Complete], or wraps
// [ErrFile].
func ReadWalkThroughs(r io.Reader, o WalkThroughOptions, worklist []FrameClaim) (taken []WalkThrough, others int64, err error) {
	in, header, err := openTable(r, o.Comma)
	if err != nil {
		return nil, 0, err
	}
	f := columnFinder{header: header}
	id := f.find(o.ID, "claim_id", true)
	columns := []struct {
		at   int
		text func(w *WalkThrough, text string)
	}{
		{id, func(w *WalkThrough, s string) { w.ID = spreadsheet.Unescape(s) }},
		{f.find(o.CodedAtSource, "coded_at_source", true), func(w *WalkThrough, s string) { w.CodedAtSource = WalkAnswer(word(s)) }},
		{f.find(o.EnteredCorrectly, "entered_correctly", true), func(w *WalkThrough, s string) { w.EnteredCorrectly = WalkAnswer(word(s)) }},
		{f.find(o.CrossWalked, "cross_walked", true), func(w *WalkThrough, s string) { w.CrossWalked = WalkAnswer(word(s)) }},
		{f.find(o.Point, "point", false), func(w *WalkThrough, s string) { w.Point = ErrorPoint(word(s)) }},
		{f.find(o.Other, "other", false), func(w *WalkThrough, s string) { w.Other = s }},
		{f.find(o.Cause, "cause", true), func(w *WalkThrough, s string) { w.Cause = s }},
		{f.find(o.Observation, "observation", false), func(w *WalkThrough, s string) { w.Observation = s }},
		{f.find(o.Action, "action", false), func(w *WalkThrough, s string) { w.Action = s }},
		{f.find(o.Recommendation, "recommendation", false), func(w *WalkThrough, s string) { w.Recommendation = s }},
	}
	if err := f.err(); err != nil {
		return nil, 0, err
	}
	wanted := make(map[string]bool, len(worklist))
	for _, c := range worklist {
		wanted[c.ID] = true
	}
	err = eachRow(in, header, determinationColumns{}, func(row *determinationRow) (keep bool) {
		if worklist != nil && !wanted[row.id(id)] {
			others++
			return false
		}
		var w WalkThrough
		for _, c := range columns {
			c.text(&w, row.text(c.at))
		}
		w, err := w.Complete()
		if err != nil {
			row.refuse("", "", err.Error())
			return false
		}
		taken = append(taken, w)
		return true
	})
	if err != nil {
		return nil, 0, err
	}
	return taken, others, nil
}

// word is a word of a closed list as people write it: "Not examined".
func word(s string) string { return strings.ReplaceAll(strings.ToLower(s), " ", "_") }

// WriteSystemsWorklist writes the overpaid claims without a walk-through as CSV: the columns of a file of walk-throughs,
// those to fill in left empty. Formulas are written as [Review.WriteWorklist] does. Errors: [ErrNotStarted], and those of w.
func (r *Review) WriteSystemsWorklist(w io.Writer) error {
	if len(r.draws) == 0 {
		return ErrNotStarted
	}
	out := csv.NewWriter(w)
	out.Write([]string{"number", "claim_id", "payor", "paid", "overpaid", "coded_at_source", "entered_correctly", "cross_walked",
		"point", "other", "cause", "observation", "action", "recommendation"})
	for _, c := range r.SystemsWorklist() {
		out.Write([]string{fmt.Sprint(c.Number), spreadsheet.Escape(c.ID), spreadsheet.Escape(c.Payor), exact.Fixed(c.Paid, 2),
			exact.Fixed(r.reviewed[c.Number].Overpayment(), 2), "", "", "", "", "", "", "", "", ""})
	}
	out.Flush()
	return out.Error()
}
