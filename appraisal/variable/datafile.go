package variable

import (
	"errors"
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// Errors of data files.
var (
	// ErrEncoding: a data file is not plain UTF-8 text.
	ErrEncoding = textfile.ErrEncoding
	// ErrLine: a line of a file is longer than a mebibyte or has a carriage return in it, or the file has more than
	// 10,000,000 lines (of units: 1,000,000).
	ErrLine = textfile.ErrLine
	// ErrFormat: a name that is none of the data file formats, or columns that do not fit it.
	ErrFormat = errors.New("variable: data file format")
)

// RowErrors are all the wrong rows of a file, each with its Line from 1, Column, Value and the Rule that it breaks.
type RowErrors = finding.RowErrors

// Format is a data file format of RAT-STATS: which values stand behind the line number.
type Format string

// The six data file formats: one kind of value ([Kind]) or two of them, in the order of the columns.
const (
	FormatExamined           Format = "examined"
	FormatAudited            Format = "audited"
	FormatDifference         Format = "difference"
	FormatExaminedAudited    Format = "examined_audited"
	FormatExaminedDifference Format = "examined_difference"
	FormatAuditedDifference  Format = "audited_difference"
)

// DataFile says where the values stand in a data file of RAT-STATS: one sampled item a line, in the order of the strata or
// units of the design. The file holds no key of a unit; its line numbers are not used.
//
// Source: RAT-STATS User's Guide 4-7, 4-8, 4-22, 4-25.
type DataFile struct {
	Format Format `json:"format"`
	// Columns of the format's values, counted from 1, in the order of its name. None means those behind a line number in
	// the first column.
	Columns []int `json:"columns,omitempty"`
	// Total is the number of columns of every line, at most 10; 0 means that the last value stands in the last column.
	Total int `json:"total,omitempty"`
}

// Read reads the values. Fields are separated by blanks or tabs (or commas), amounts come with or without thousands commas
// and dollar signs; blank lines hold no item. Errors: [ErrFormat]; [ErrEncoding]; [ErrLine]; [ErrSample] for a file without an
// item; [RowErrors] with every wrong line.
func (d DataFile) Read(r io.Reader) (Sample, error) {
	var s Sample
	targets := map[Format][]*[]decimal.Decimal{
		FormatExamined:           {&s.Examined},
		FormatAudited:            {&s.Audited},
		FormatDifference:         {&s.Difference},
		FormatExaminedAudited:    {&s.Examined, &s.Audited},
		FormatExaminedDifference: {&s.Examined, &s.Difference},
		FormatAuditedDifference:  {&s.Audited, &s.Difference},
	}[d.Format]
	if targets == nil {
		return Sample{}, fmt.Errorf("%w: %q", ErrFormat, finding.Clip(string(d.Format)))
	}
	at := d.Columns
	if at == nil {
		at = []int{2, 3}[:len(targets)]
	}
	if len(at) != len(targets) || len(at) == 2 && at[0] == at[1] {
		return Sample{}, fmt.Errorf("%w: %s has %d value(s), in columns %v", ErrFormat, d.Format, len(targets), at)
	}
	total, last := d.Total, 0
	for _, c := range at {
		last = max(last, c)
		if c < 1 {
			return Sample{}, fmt.Errorf("%w: columns are counted from 1, not %d", ErrFormat, c)
		}
	}
	if total == 0 {
		total = last
	}
	if total < last || total > textfile.MaxColumns {
		return Sample{}, fmt.Errorf("%w: %d columns, the last value in column %d; at most %d", ErrFormat, total, last, textfile.MaxColumns)
	}
	columns, err := textfile.ReadColumns(r, total, at)
	if err != nil {
		return Sample{}, err
	}
	if len(columns[0]) == 0 {
		return Sample{}, fmt.Errorf("%w: the file holds no item", ErrSample)
	}
	for i, t := range targets {
		*t = columns[i]
	}
	return s, nil
}

// ReadSample reads a data file of RAT-STATS' unrestricted appraisal: on each line a line number and one or two amounts. It is
// [DataFile.Read] with nothing but a format.
func ReadSample(r io.Reader, format Format) (Sample, error) { return DataFile{Format: format}.Read(r) }

// divide deals the values of a data file out: the first sizes[0] items to the first unit, the next to the second, and so on.
func (s Sample) divide(sizes []int64) ([]Sample, error) {
	var have, want int64
	for _, values := range [][]decimal.Decimal{s.Examined, s.Audited, s.Difference} {
		have = max(have, int64(len(values)))
	}
	for i, n := range sizes {
		if n < 0 || n > have {
			return nil, fmt.Errorf("%w: unit %d of the design has %d items, the data file %d in all", ErrSample, i+1, n, have)
		}
		want += n
	}
	if have != want {
		return nil, fmt.Errorf("%w: the data file has %d items, the units of the design have %d", ErrSample, have, want)
	}
	parts := make([]Sample, len(sizes))
	next := int64(0)
	for i, n := range sizes {
		cut := func(values []decimal.Decimal) []decimal.Decimal {
			if values == nil {
				return nil
			}
			return values[next : next+n : next+n]
		}
		parts[i] = Sample{Examined: cut(s.Examined), Audited: cut(s.Audited), Difference: cut(s.Difference)}
		next += n
	}
	return parts, nil
}
