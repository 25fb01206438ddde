package iromath

import (
	"reflect"
	"sync"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/training"
)

// CodeInvalid is the code of an error that is none of the exported ones of the packages.
const CodeInvalid = "invalid"

// MaxProblemRows is the greatest number of rows in a [Problem].
const MaxProblemRows = 1000

// Problem is an error in a form for programs in other languages: the browser build and services answer with it.
type Problem struct {
	// Code is the name of the package and of the error that was returned, in lower case: "sampling.size" is
	// sampling.ErrSize. It does not change. [CodeInvalid] is the code of any other error.
	Code string `json:"code"`
	// Field leads to the value of the request that is wrong, where that is known: "claims[3].paid", counted from 0.
	Field string `json:"field,omitempty"`
	// Message is the text of the error.
	Message string `json:"message"`
	// Rows are all the wrong rows or claims, at most [MaxProblemRows] of them. RowCount is how many there are.
	Rows     []ProblemRow `json:"rows,omitempty"`
	RowCount int          `json:"rowCount,omitempty"`
}

// ProblemRow is what is wrong with one row of a file, one claim of a list or one field of a programme. It has what is known
// of the place.
type ProblemRow struct {
	// Line of the file, from 1, the header line included.
	Line int64 `json:"line,omitempty"`
	// Position in the list, from 1.
	Position int64 `json:"position,omitempty"`
	// Number of the claim in the frame.
	Number int64 `json:"number,omitempty"`
	// ID of the claim.
	ID string `json:"id,omitempty"`
	// Field is the column of the file or the way to the value: "modules[2].title".
	Field string `json:"field,omitempty"`
	// Value that is wrong, shortened if it is long.
	Value string `json:"value,omitempty"`
	// Code of the error, where it has one: see [Problem].
	Code string `json:"code,omitempty"`
	// Message says which rule is broken.
	Message string `json:"message"`
}

// ProblemOf describes an error of this package or of one it builds on. The code is that of the first error with a code, in
// the order in which errors are wrapped. The zero Problem stands for nil.
func ProblemOf(err error) Problem {
	if err == nil {
		return Problem{}
	}
	p := Problem{Code: codeOf(err), Message: err.Error()}
	if p.Code == "" {
		p.Code = CodeInvalid
	}
	var rows []ProblemRow
	visitErrors(err, func(e error) bool {
		if p.Field == "" {
			p.Field = fieldOf(e)
		}
		list, ok := rowsOf(e)
		rows = append(rows, list...)
		return !ok
	})
	p.RowCount = len(rows)
	p.Rows = rows[:min(len(rows), MaxProblemRows)]
	if p.Field == "" && len(rows) > 0 && rows[0].Line == 0 {
		p.Field = rows[0].Field
	}
	return p
}

// visitErrors visits an error and those it wraps, in their order; visit says whether to go on into what the error wraps.
func visitErrors(err error, visit func(error) bool) {
	if err == nil || !visit(err) {
		return
	}
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		visitErrors(e.Unwrap(), visit)
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			visitErrors(inner, visit)
		}
	}
}

var codeNames = sync.OnceValue(func() map[error]string {
	names := map[error]string{}
	for _, c := range codedErrors() {
		names[c.err] = c.code
	}
	return names
})

// codeOf is the first code in an error, "" if there is none.
func codeOf(err error) string {
	code := ""
	visitErrors(err, func(e error) bool {
		if code == "" && reflect.ValueOf(e).Comparable() { // lists of errors are not
			code = codeNames()[e]
		}
		return code == ""
	})
	return code
}

func fieldOf(err error) string {
	switch e := err.(type) {
	case *jsonform.Error:
		return e.Path
	case *finding.Placed:
		return e.Field
	}
	return ""
}

// rowsOf are the rows that an error is about; false: it is not about rows.
func rowsOf(err error) ([]ProblemRow, bool) {
	var rows []ProblemRow
	switch e := err.(type) {
	case finding.RowErrors:
		for _, r := range e {
			rows = append(rows, rowOf(r))
		}
	case finding.RowError:
		rows = append(rows, rowOf(e))
	case FrameClaimErrors:
		for _, c := range e {
			rows = append(rows, ProblemRow{Position: c.Position, ID: c.ID, Message: c.Rule})
		}
	case errorrate.ClaimErrors:
		for _, c := range e {
			rows = append(rows, ProblemRow{Number: c.Number, ID: finding.Clip(c.ID), Code: codeOf(c.Err), Message: c.Err.Error()})
		}
	case training.ProgramErrors:
		for _, f := range e {
			rows = append(rows, ProblemRow{Field: f.Field, Code: codeOf(f.Err), Message: f.Err.Error()})
		}
	case *DeterminationError:
		rows, _ = rowsOf(e.Claims)
		rows = append(groupRows(e.groups()), rows...)
	case *SystemsError:
		rows = groupRows(e.groups())
		for _, w := range e.Walks {
			rows = append(rows, ProblemRow{Code: codeOf(w), Message: w.Error()})
		}
	case *CorrectionError:
		for _, g := range e.groups() {
			for _, id := range g.ids {
				rows = append(rows, ProblemRow{ID: finding.Clip(id), Message: g.what})
			}
		}
	case reportedErrors:
		for _, f := range e {
			rows = append(rows, ProblemRow{Field: f.path, Message: f.text})
		}
	default:
		return nil, false
	}
	return rows, true
}

func rowOf(r finding.RowError) ProblemRow {
	return ProblemRow{Line: r.Line, Field: r.Column, Value: r.Value, Message: r.Rule}
}

func groupRows(groups []idGroup) []ProblemRow {
	var rows []ProblemRow
	for _, g := range groups {
		for _, id := range g.ids {
			rows = append(rows, ProblemRow{ID: finding.Clip(id), Code: codeOf(g.err), Message: g.err.Error()})
		}
	}
	return rows
}
