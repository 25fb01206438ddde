package iromath

import (
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/csvscan"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/spreadsheet"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/reportable"
)

// RowError is one wrong row of a file: its Line from 1, Column, Value and the Rule that it breaks.
type RowError = finding.RowError

// RowErrors are all the wrong rows of a file, each with its Line from 1, Column, Value and the Rule that it breaks.
type RowErrors = finding.RowErrors

// DeterminationOptions name the columns of a file of determinations. Every field is optional; names are those of the
// header line; surrounding blanks and case are ignored.
type DeterminationOptions struct {
	// ID is the column of the claim id; default "claim_id".
	ID string `json:"id,omitempty"`
	// Paid is the column of the paid amount, which then has to be that of the frame; default "paid" if there is one.
	Paid string `json:"paid,omitempty"`
	// Correct is the column of the amount that should have been paid, empty where documentation is missing; default
	// "correct".
	Correct string `json:"correct,omitempty"`
	// Documentation is the column with complete, insufficient or missing; default "documentation".
	Documentation string `json:"documentation,omitempty"`
	// Reason is the column of the reviewer's words; default "reason" if there is one.
	Reason string `json:"reason,omitempty"`
	// Category is the column with coding, documentation, medical_necessity or other; default "category" if there is one.
	Category string `json:"category,omitempty"`
	// Patient, ServiceDate (as 2026-11-22), CodeSubmitted, CodeReimbursed and CodeCorrect are columns of what the claim was
	// for; default "patient", "service_date", "code_submitted", "code_reimbursed" and "code_correct" if there are such.
	Patient        string `json:"patient,omitempty"`
	ServiceDate    string `json:"serviceDate,omitempty"`
	CodeSubmitted  string `json:"codeSubmitted,omitempty"`
	CodeReimbursed string `json:"codeReimbursed,omitempty"`
	CodeCorrect    string `json:"codeCorrect,omitempty"`
	// Comma is what stands between two fields: ",", ";", "\t" or "|"; default ",".
	Comma string `json:"comma,omitempty"`
}

// ReadDeterminations reads the reviewer's determinations from a CSV file with a header line, plain or compressed with
// gzip. It takes the rows of claims on the worklist and counts the others, so that a file may hold more claims than are
// asked for; a nil worklist takes every row. Whether each claim has exactly one determination is for [Review.Submit] to
// say.
//
// An apostrophe in front of a claim id that would be a formula in a spreadsheet (=A-1) is not part of the id: the worklist is
// written so. The rows taken may need 256 MiB of memory at most, about half a million determinations.
//
// The error is one [RowErrors] with every row that cannot be read, or wraps [ErrFile].
func ReadDeterminations(r io.Reader, o DeterminationOptions, worklist []FrameClaim) (taken []Determination, others int64, err error) {
	in, header, err := openTable(r, o.Comma)
	if err != nil {
		return nil, 0, err
	}
	f := columnFinder{header: header}
	columns := o.columns(&f)
	if err := f.err(); err != nil {
		return nil, 0, err
	}
	wanted := make(map[string]bool, len(worklist))
	for _, c := range worklist {
		wanted[c.ID] = true
	}
	err = eachRow(in, header, columns, func(row *determinationRow) (keep bool) {
		if worklist != nil && !wanted[row.id(columns.id)] {
			others++
			return false
		}
		d := row.read(header)
		if keep = row.wrong == nil; keep {
			taken = append(taken, d)
		}
		return keep
	})
	if err != nil {
		return nil, 0, err
	}
	return taken, others, nil
}

// columns finds the columns in a header.
func (o DeterminationOptions) columns(f *columnFinder) determinationColumns {
	return determinationColumns{
		id: f.find(o.ID, "claim_id", true), paid: f.find(o.Paid, "paid", false), correct: f.find(o.Correct, "correct", true),
		documentation: f.find(o.Documentation, "documentation", true), reason: f.find(o.Reason, "reason", false),
		category: f.find(o.Category, "category", false), patient: f.find(o.Patient, "patient", false),
		serviceDate: f.find(o.ServiceDate, "service_date", false), codeSubmitted: f.find(o.CodeSubmitted, "code_submitted", false),
		codeReimbursed: f.find(o.CodeReimbursed, "code_reimbursed", false), codeCorrect: f.find(o.CodeCorrect, "code_correct", false),
	}
}

// eachRow hands every row that can be split into fields to take, which reports whether it keeps the row. The error has all
// rows that are wrong.
func eachRow(in *csvscan.Scanner, header []string, columns determinationColumns, take func(*determinationRow) (keep bool)) error {
	var wrong RowErrors
	var kept keptRows
	for in.Next() {
		if err := wrong.Full(in.Line()); err != nil {
			return err
		}
		row := determinationRow{in: in, columns: columns}
		switch {
		case in.Problem() != "":
			row.refuse("", "", in.Problem())
		case in.Len() != len(header):
			row.refuse("", "", fmt.Sprintf("has %s, the header has %d", finding.Count(int64(in.Len()), "field", "fields"), len(header)))
		case row.isText(header) && take(&row):
			if err := kept.add(in); err != nil {
				return err
			}
		}
		wrong = append(wrong, row.wrong...)
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("%w: %w", ErrFile, err)
	}
	if wrong != nil {
		return wrong
	}
	return nil
}

// determinationColumns are the indexes of the columns; -1: none.
type determinationColumns struct {
	id, paid, correct, documentation, reason, category               int
	patient, serviceDate, codeSubmitted, codeReimbursed, codeCorrect int
}

// determinationRow reads one row and collects what is wrong with it.
type determinationRow struct {
	in      *csvscan.Scanner
	columns determinationColumns
	wrong   RowErrors
}

func (r *determinationRow) refuse(column, value, rule string) {
	r.wrong = append(r.wrong, RowError{Line: r.in.Line(), Column: column, Value: finding.Clip(value), Rule: rule})
}

func (r *determinationRow) text(column int) string {
	if column < 0 {
		return ""
	}
	return string(trimBlanks(r.in.Field(column)))
}

// id is a claim id as [Review.WriteWorklist] writes it.
func (r *determinationRow) id(column int) string { return spreadsheet.Unescape(r.text(column)) }

// isText refuses a row with a field that is not UTF-8, and reports whether there is none.
func (r *determinationRow) isText(header []string) bool {
	for i, name := range header {
		if at, err := textfile.CheckEncoding(r.in.Field(i)); err != nil {
			r.refuse(show([]byte(name)), show(r.in.Field(i)[at:]), err.Error())
			return false
		}
	}
	return true
}

func (r *determinationRow) amount(header []string, column int) *decimal.Decimal {
	text := r.text(column)
	if text == "" {
		return nil
	}
	d, err := exact.ParseAmount(text)
	if err != nil {
		r.refuse(header[column], text, "not an amount")
		return nil
	}
	return &d
}

func (r *determinationRow) date(header []string, column int) reportable.Date {
	text := r.text(column)
	if text == "" {
		return reportable.Date{}
	}
	d, err := reportable.ParseDate(text)
	if err != nil {
		r.refuse(header[column], text, "not a date such as 2026-11-22")
	}
	return d
}

func (r *determinationRow) read(header []string) Determination {
	c := r.columns
	d := Determination{
		ID: r.id(c.id), Paid: r.amount(header, c.paid), Correct: r.amount(header, c.correct), Reason: r.text(c.reason),
		Documentation: errorrate.Documentation(strings.ToLower(r.text(c.documentation))),
		Category:      errorrate.Category(strings.ReplaceAll(strings.ToLower(r.text(c.category)), " ", "_")),
	}
	d.Service = errorrate.Service{
		Patient: r.text(c.patient), ServiceDate: r.date(header, c.serviceDate), CodeSubmitted: r.text(c.codeSubmitted),
		CodeReimbursed: r.text(c.codeReimbursed), CodeCorrect: r.text(c.codeCorrect),
	}
	if d.ID == "" {
		r.refuse(header[c.id], "", "has no claim id")
	}
	return d
}
