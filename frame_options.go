package iromath

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/reportable"
)

// FrameOptions say how a claims file is read and which claims belong. Every field is optional.
//
// Column names are those of the header line; surrounding blanks and case are ignored.
type FrameOptions struct {
	// ID is the column of the claim id; default "claim_id".
	ID string `json:"id,omitempty"`
	// Paid is the column of the paid amount in dollars; default "paid".
	Paid string `json:"paid,omitempty"`
	// Segment is the column that tells the segments of one claim apart; default "segment" if there is such a column.
	Segment string `json:"segment,omitempty"`
	// Payor is the column of the payor; default "payor" if there is such a column.
	Payor string `json:"payor,omitempty"`
	// Date is the column of the date that has to be in the review period; default "paid_date". It is read only if there
	// is a period.
	Date string `json:"date,omitempty"`
	// Payors are the accepted payors as the file spells them, surrounding blanks ignored; none: every payor.
	Payors []string `json:"payors,omitempty"`
	// From and Through are the first and the last day of the review period; no date: open on that side.
	From    reportable.Date `json:"from,omitzero"`
	Through reportable.Date `json:"through,omitzero"`
	// Comma is what stands between two fields: ",", ";", "\t" or "|"; default ",".
	Comma string `json:"comma,omitempty"`
}

// frameColumns are the indexes of the columns in a row; -1: not read.
type frameColumns struct{ id, paid, segment, payor, date int }

// check refuses what no file can satisfy, and fills in what does not depend on the file.
func (o FrameOptions) check() (FrameOptions, error) {
	if o.Comma == "" {
		o.Comma = ","
	}
	if !o.From.IsZero() && !o.Through.IsZero() && o.From.Compare(o.Through) > 0 {
		return o, fmt.Errorf("iromath: frame options: the period from %v through %v ends before it begins", o.From, o.Through)
	}
	o.Payors = slices.Clone(o.Payors)
	for i, p := range o.Payors {
		o.Payors[i] = string(trimBlanks([]byte(p)))
		if o.Payors[i] == "" {
			return o, fmt.Errorf("iromath: frame options: accepted payor %d is empty", i+1)
		}
	}
	return o, nil
}

func (o FrameOptions) period() bool { return !o.From.IsZero() || !o.Through.IsZero() }

// columns finds the columns in a header and returns the options with the names that were found.
func (o FrameOptions) columns(header []string) (FrameOptions, frameColumns, error) {
	f := columnFinder{header: header}
	c := frameColumns{
		id:      f.find(o.ID, "claim_id", true),
		paid:    f.find(o.Paid, "paid", true),
		segment: f.find(o.Segment, "segment", false),
		payor:   f.find(o.Payor, "payor", len(o.Payors) > 0),
		date:    -1,
	}
	if o.period() || o.Date != "" {
		c.date = f.find(o.Date, "paid_date", true)
	}
	if !o.period() {
		c.date = -1
	}
	o.ID, o.Paid, o.Segment, o.Payor, o.Date = f.name(c.id), f.name(c.paid), f.name(c.segment), f.name(c.payor), f.name(c.date)
	return o, c, f.err()
}
