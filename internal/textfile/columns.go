package textfile

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// MaxColumns is the largest number of columns of a sample file (User's Guide 4-25).
const MaxColumns = 10

// ReadColumns reads a sample file of RAT-STATS: one sampling unit a line, with its amounts in the columns of amounts,
// counted from 1; total is the number of columns of every line (User's Guide 4-8, 4-22, Companion Manual 3-2). Where no
// amount stands in the first column it holds a line number, which has to be a number; what other columns hold does not
// matter. Fields are separated by blanks or tabs, or by commas where blanks do not give enough fields; amounts may have
// thousands commas and a dollar sign. Blank lines hold no unit.
//
// It returns one slice for each column of amounts. Every wrong line is reported, in one finding.RowErrors.
func ReadColumns(r io.Reader, total int, amounts []int) ([][]decimal.Decimal, error) {
	columns := make([][]decimal.Decimal, len(amounts))
	var wrong finding.RowErrors
	rule := fmt.Sprintf("has to hold %d columns", total)
	if total == len(amounts)+1 && !slices.Contains(amounts, 1) {
		rule = fmt.Sprintf("has to hold a line number and %d amount(s)", len(amounts))
	}
	err := Lines(r, func(number int64, line string) error {
		if err := wrong.Full(number); err != nil {
			return err
		}
		if strings.TrimSpace(line) == "" {
			return nil
		}
		fields, ok := splitFields(line, total)
		if !ok {
			wrong = append(wrong, finding.RowError{Line: number, Value: finding.Clip(line), Rule: rule})
			return nil
		}
		if !slices.Contains(amounts, 1) {
			if _, err := exact.Parse(fields[0]); err != nil {
				wrong = append(wrong, finding.RowError{Line: number, Column: "line number", Value: finding.Clip(fields[0]), Rule: "not a number"})
				return nil
			}
		}
		for i, c := range amounts {
			d, err := exact.ParseAmount(fields[c-1])
			if err != nil {
				wrong = append(wrong, finding.RowError{Line: number, Column: fmt.Sprintf("amount %d", i+1),
					Value: finding.Clip(fields[c-1]), Rule: "not an amount"})
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
