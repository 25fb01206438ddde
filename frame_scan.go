package iromath

import (
	"fmt"
	"io"
	"slices"

	"github.com/iromath/iromath/internal/csvscan"
	"github.com/iromath/iromath/internal/finding"
)

// FrameRows reads the rows of a claims file one after the other by the rules of [ReadFrame], and leaves one rule to the
// caller, that of the first row of a claim id. It is for programs that read a population in parts, on several machines,
// where the first row of an id may be in another part. Make one with [OpenFrameRows], the zero value has no rows; it is not
// safe for concurrent use.
//
// To decide: each row that is Broken or has no ID is malformed. Of the others, and of the broken ones with an ID, the
// first row of an id decides about the claim by its Reason. Each later row that is not broken is a second segment if the
// first is not broken and has another Segment, or else a repeated id.
type FrameRows struct {
	in            *csvscan.Scanner
	header        []string
	options       FrameOptions
	columns       frameColumns
	accepted      map[string]bool
	from, through int32 // in the form of parseDay

	row FrameRow
	// what is malformed: the column, or -1 for the row as such
	column int
	value  []byte
	rule   string
}

// FrameRow is one row of a claims file. Its texts are without blanks around them and valid until the next row is read.
type FrameRow struct {
	// Line of the file on which the row begins, from 1.
	Line int64
	// ID is the claim id, empty if it cannot be read.
	ID []byte
	// Segment is the text of the segment column, empty if there is none or it is too long.
	Segment []byte
	// Payor is the text of the payor column, empty if there is none.
	Payor []byte
	// Cents is the paid amount where Reason is empty.
	Cents int64
	// Broken: the row cannot be split into as many fields as the header has.
	Broken bool
	// Reason leaves the claim out of the frame if this is the first row of its id; empty: it belongs in the frame.
	Reason ExclusionReason
}

// OpenFrameRows reads the header line of a claims file, plain or compressed with gzip. The errors are those of
// [ReadFrame].
func OpenFrameRows(r io.Reader, o FrameOptions) (*FrameRows, error) {
	o, err := o.check()
	if err != nil {
		return nil, err
	}
	rows := &FrameRows{through: 9999_12_31}
	if rows.in, rows.header, err = openTable(r, o.Comma); err != nil {
		return nil, err
	}
	if rows.options, rows.columns, err = o.columns(rows.header); err != nil {
		return nil, err
	}
	if !o.From.IsZero() {
		rows.from = dayOf(o.From)
	}
	if !o.Through.IsZero() {
		rows.through = dayOf(o.Through)
	}
	if len(o.Payors) > 0 {
		rows.accepted = map[string]bool{}
		for _, p := range rows.options.Payors {
			rows.accepted[p] = true
		}
	}
	return rows, nil
}

// Next moves to the next row. It returns false at the end and on an error.
func (r *FrameRows) Next() bool {
	if r.in == nil || !r.in.Next() {
		r.row = FrameRow{}
		return false
	}
	r.read()
	return true
}

// Err returns what ended the reading, or nil at the end of the file. It wraps [ErrFile].
func (r *FrameRows) Err() error {
	if r.in == nil {
		return nil
	}
	if err := r.in.Err(); err != nil {
		return fmt.Errorf("%w: %w", ErrFile, err)
	}
	return nil
}

// Row returns the current row, the zero value before the first one and after the last.
func (r *FrameRows) Row() FrameRow { return r.row }

// Malformed says what is wrong with the current row, nil if its Reason is not [ExcludedMalformed].
func (r *FrameRows) Malformed() *RowError {
	if r.row.Reason != ExcludedMalformed {
		return nil
	}
	wrong := &RowError{Line: r.row.Line, Value: show(r.value), Rule: r.rule}
	if r.column >= 0 {
		wrong.Column = show([]byte(r.header[r.column]))
	}
	return wrong
}

// Header returns the column names. The caller may not change them.
func (r *FrameRows) Header() []string { return r.header }

// Field returns the text of a column of the current row, by its place in the header from 0, and false if a broken row
// does not reach so far or there is no current row. It is valid until the next row is read.
func (r *FrameRows) Field(column int) ([]byte, bool) {
	if r.row.Line == 0 || column < 0 || column >= r.in.Len() {
		return nil, false
	}
	return r.in.Field(column), true
}

// Summary returns the counts of rows and lines so far and the options with the names of the columns that are used. What
// the claims tell is not in it.
func (r *FrameRows) Summary() FrameSummary {
	if r.in == nil {
		return FrameSummary{}
	}
	stats := r.in.Stats()
	o := r.options
	o.Payors = slices.Clone(o.Payors)
	return FrameSummary{
		Rows: stats.Rows - 1, Lines: stats.Lines, BlankLines: stats.Blank, ContinuedLines: stats.Continued, Options: o,
	}
}

// read reads the values of the current row.
func (r *FrameRows) read() {
	r.row = FrameRow{Line: r.in.Line()}
	if rule := r.shapeRule(); rule != "" {
		r.row.Broken = true
		r.reject(-1, nil, rule)
	}
	if r.columns.id < r.in.Len() {
		id := trimBlanks(r.in.Field(r.columns.id))
		if rule := idRule(id); rule == "" {
			r.row.ID = id
		} else if !r.row.Broken {
			r.reject(r.columns.id, id, rule)
		}
	}
	if r.row.Reason == "" {
		r.readValues()
	}
}

// shapeRule returns what is wrong with the fields of the current row as such, or "".
func (r *FrameRows) shapeRule() string {
	if p := r.in.Problem(); p != "" {
		return p
	}
	if n := r.in.Len(); n != len(r.header) {
		return fmt.Sprintf("has %s, the header has %d", finding.Count(int64(n), "field", "fields"), len(r.header))
	}
	return ""
}

// readValues reads the values of a row with a good id. They decide about the claim if the row is its first.
func (r *FrameRows) readValues() {
	if r.columns.segment >= 0 {
		segment := trimBlanks(r.in.Field(r.columns.segment))
		if len(segment) > maxFrameText {
			r.reject(r.columns.segment, segment, ruleLong)
			return
		}
		r.row.Segment = segment
	}
	text := trimBlanks(r.in.Field(r.columns.paid))
	cents, rule := parseCents(text)
	if rule != "" {
		r.reject(r.columns.paid, text, rule)
		return
	}
	if r.columns.payor >= 0 {
		payor := trimBlanks(r.in.Field(r.columns.payor))
		if rule := textRule(payor); rule != "" {
			r.reject(r.columns.payor, payor, rule)
			return
		}
		r.row.Payor = payor
	}
	outside := false
	if r.columns.date >= 0 {
		text := trimBlanks(r.in.Field(r.columns.date))
		day, rule := parseDay(text)
		if rule != "" {
			r.reject(r.columns.date, text, rule)
			return
		}
		outside = day < r.from || day > r.through
	}
	switch {
	case cents == 0:
		r.row.Reason = ExcludedZeroPaid
	case cents < 0:
		r.row.Reason = ExcludedNegative
	case r.accepted != nil && !r.accepted[string(r.row.Payor)]:
		r.row.Reason = ExcludedOtherPayor
	case outside:
		r.row.Reason = ExcludedOutsidePeriod
	default:
		r.row.Cents = cents
	}
}

// reject makes the row malformed because of the value of a column, or as such for the column -1.
func (r *FrameRows) reject(column int, value []byte, rule string) {
	r.row.Reason = ExcludedMalformed
	r.column, r.value, r.rule = column, value, rule
}
