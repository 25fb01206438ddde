package textfile

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// MaxLine bounds the bytes of one line of a text file.
const MaxLine = 1 << 20

// ErrEncoding is returned for a file that is not plain UTF-8 or ASCII text.
var ErrEncoding = errors.New("textfile: not plain UTF-8 text")

// ErrLine is returned for a line longer than [MaxLine].
var ErrLine = errors.New("textfile: line too long")

// Lines calls f for every line of r, with its number from 1 and without its line end. A byte order mark is taken off.
// Text in UTF-16, NUL bytes and bytes that are not UTF-8 are errors.
func Lines(r io.Reader, f func(number int64, line string) error) error {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 64<<10), MaxLine)
	var number int64
	for in.Scan() {
		number++
		line := in.Bytes()
		if number == 1 {
			if bytes.HasPrefix(line, []byte{0xFF, 0xFE}) || bytes.HasPrefix(line, []byte{0xFE, 0xFF}) {
				return fmt.Errorf("%w: line 1 starts with a UTF-16 byte order mark; save the file as UTF-8", ErrEncoding)
			}
			line = bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF"))
		}
		if bytes.IndexByte(line, 0) >= 0 || !utf8.Valid(line) {
			return fmt.Errorf("%w: line %d has a NUL byte or is not UTF-8", ErrEncoding, number)
		}
		if err := f(number, string(line)); err != nil {
			return err
		}
	}
	if errors.Is(in.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("%w: line %d has more than %d bytes", ErrLine, number+1, MaxLine)
	}
	return in.Err()
}

// ReadValues reads a sample file of RAT-STATS: a line number and then as many amounts as there are values, one sampling
// unit a line (User's Guide 4-8, Companion Manual 3-2). Fields are separated by blanks or tabs, or by commas where
// blanks do not give enough fields; amounts may have thousands commas and a dollar sign. Blank lines hold no unit.
// It returns one slice for each value. Every wrong line is reported, in one finding.RowErrors.
func ReadValues(r io.Reader, values int) ([][]decimal.Decimal, error) {
	columns := make([][]decimal.Decimal, values)
	var wrong finding.RowErrors
	err := Lines(r, func(number int64, line string) error {
		if strings.TrimSpace(line) == "" {
			return nil
		}
		fields, ok := splitFields(line, values+1)
		if !ok {
			wrong = append(wrong, finding.RowError{Line: number, Value: finding.Clip(line),
				Rule: fmt.Sprintf("has to hold a line number and %d amount(s)", values)})
			return nil
		}
		if _, err := exact.Parse(fields[0]); err != nil {
			wrong = append(wrong, finding.RowError{Line: number, Column: "line number", Value: finding.Clip(fields[0]), Rule: "not a number"})
			return nil
		}
		for i, f := range fields[1:] {
			d, err := exact.ParseAmount(f)
			if err != nil {
				wrong = append(wrong, finding.RowError{Line: number, Column: fmt.Sprintf("amount %d", i+1), Value: finding.Clip(f), Rule: "not an amount"})
				d = decimal.Decimal{}
			}
			columns[i] = append(columns[i], d)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return columns, nil
}

// splitFields splits a line into exactly want fields.
func splitFields(line string, want int) ([]string, bool) {
	fields := strings.Fields(line)
	if len(fields) < want && strings.Contains(line, ",") {
		fields = strings.Split(line, ",")
	}
	for i, f := range fields {
		fields[i] = strings.TrimSuffix(strings.TrimSpace(f), ",")
	}
	return fields, len(fields) == want
}
