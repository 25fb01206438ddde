package samplesize

import (
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// RowErrors are all the wrong rows of a file, each with its Line from 1, Column, Value and the Rule that it breaks.
type RowErrors = finding.RowErrors

// ErrEncoding: a file is not plain UTF-8 or ASCII text.
var ErrEncoding = textfile.ErrEncoding

// ErrLine: a line of a file is longer than a mebibyte or has a carriage return in it, or the file has more than 10,000,000 lines.
var ErrLine = textfile.ErrLine

// ReadProbe reads the values of a probe sample from a text file of RAT-STATS: one value a line, in one column, without
// heading and line numbers; amounts with or without thousands commas and dollar signs. Blank lines hold no value. RAT-STATS
// takes at most 500,000 values, which is no limit here; a file may have 10,000,000 lines.
//
// Errors: [ErrEncoding]; [ErrLine]; [ErrProbe] for a file without a value; [RowErrors] with every wrong line.
//
// Source: RAT-STATS User's Guide 5-3, A-3.
func ReadProbe(r io.Reader) ([]decimal.Decimal, error) {
	var values []decimal.Decimal
	var wrong RowErrors
	err := textfile.Lines(r, func(number int64, line string) error {
		if err := wrong.Full(number); err != nil {
			return err
		}
		text := strings.TrimSpace(line)
		if text == "" {
			return nil
		}
		d, err := exact.ParseAmount(text)
		if err != nil {
			wrong = append(wrong, finding.RowError{
				Line: number, Value: finding.Clip(text), Rule: "has to hold one amount and nothing else",
			})
			return nil
		}
		values = append(values, d)
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case len(wrong) > 0:
		return nil, wrong
	case len(values) == 0:
		return nil, fmt.Errorf("%w: the file holds no value", ErrProbe)
	}
	return values, nil
}
