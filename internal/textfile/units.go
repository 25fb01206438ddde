package textfile

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// MaxUnits bounds the lines of a unit or universe file, which are kept with all their numbers.
const MaxUnits = 1_000_000

// errEnough ends the reading of a file of which no more is wanted.
var errEnough = errors.New("enough")

// Unit is a line of a unit or universe file: what stands before its last numbers, and these numbers.
type Unit struct {
	// Line is the number of the line, from 1.
	Line int64
	// Name is what stands before the numbers, its inner blanks kept; it may be empty.
	Name string
	// Numbers are the last fields.
	Numbers []decimal.Decimal
}

// ReadUnits reads a unit file of RAT-STATS, one unit a line. Since a name may hold blanks and digits, lines are read from the
// right: the last fields are the numbers, as many as count says for what precedes them on the file, and the rest is the
// name. count is called with the units read so far, so that a line can say what follows it; below zero it ends the reading.
//
// Fields are separated by blanks or tabs, with commas inside of numbers between thousands; where commas is set they separate
// fields, too, as in the files of the attribute appraisals (User's Guide 3-14). A line is wrong then whose numbers stand between
// blanks and have a comma before three digits as well: 1,047 could be one number or two. Blank lines hold no unit. Every wrong line
// is reported, in one finding.RowErrors.
func ReadUnits(r io.Reader, commas bool, count func(before []Unit) int) ([]Unit, error) {
	var units []Unit
	var wrong finding.RowErrors
	separator := func(c rune) bool { return c == ' ' || c == '\t' || commas && c == ',' }
	err := Lines(r, func(number int64, line string) error {
		if err := wrong.Full(number); err != nil {
			return err
		}
		rest := strings.TrimFunc(line, func(c rune) bool { return separator(c) || c == '\r' })
		if rest == "" {
			return nil
		}
		if len(units) == MaxUnits {
			return fmt.Errorf("%w: line %d: a file of units has at most %d of them", ErrLine, number, MaxUnits)
		}
		n := count(units)
		if n < 0 {
			return errEnough
		}
		numbers := make([]decimal.Decimal, n)
		blanks, thousands := false, ""
		for i := len(numbers) - 1; i >= 0; i-- {
			at := strings.LastIndexFunc(rest, separator) + 1
			d, err := exact.ParseAmount(rest[at:])
			if err != nil {
				wrong = append(wrong, finding.RowError{Line: number, Value: finding.Clip(line),
					Rule: fmt.Sprintf("has to end in %d numbers, and %q is none", len(numbers), finding.Clip(rest[at:]))})
				break
			}
			before := strings.TrimRightFunc(rest[:at], separator)
			switch between := rest[len(before):at]; {
			case between == "," && likeThousands(before, rest[at:]):
				thousands = before[strings.LastIndexFunc(before, separator)+1:] + rest[len(before):]
			case between != "" && !strings.Contains(between, ","):
				blanks = true
			}
			numbers[i], rest = d, before
		}
		if blanks && thousands != "" { // the numbers can all be read, that is the danger
			wrong = append(wrong, finding.RowError{Line: number, Value: finding.Clip(line),
				Rule: fmt.Sprintf("has blanks and commas between its numbers: %q could be one number or two", finding.Clip(thousands))})
		}
		units = append(units, Unit{Line: number, Name: rest, Numbers: numbers})
		return nil
	})
	if err != nil && err != errEnough {
		return nil, err
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return units, nil
}

// likeThousands reports whether a comma between two texts may be one between thousands: after a digit, and before three digits that
// no fourth follows.
func likeThousands(before, after string) bool {
	digits := 0
	for digits < len(after) && '0' <= after[digits] && after[digits] <= '9' {
		digits++
	}
	last := len(before) - 1
	return digits == 3 && last >= 0 && '0' <= before[last] && before[last] <= '9'
}
