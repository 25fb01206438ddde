package sampling

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// ErrRHCFile is returned for a file of units, or of a summary, that cannot be read.
var ErrRHCFile = errors.New("sampling: RHC file")

// RowError is one wrong row of a file: its Line from 1, Column, Value and the Rule that it breaks.
type RowError = finding.RowError

// RowErrors are all the wrong rows of a file, each with its Line from 1, Column, Value and the Rule that it breaks.
type RowErrors = finding.RowErrors

// ReadRHCUnits reads the text file of all units for [RHC]: a line for each unit with its name, which may hold
// blanks and commas, the number of sub-units and the size. The last two fields, behind blanks, are the numbers; they
// may have thousands commas, and the size decimals. Columns need not be aligned. Blank lines hold no unit. The error
// wraps [ErrRHCFile] and, with all wrong lines, [RowErrors].
//
// Source: RAT-STATS User's Guide 2-70.
func ReadRHCUnits(r io.Reader) ([]RHCUnit, error) {
	var units []RHCUnit
	names := []string{"sub-units", "size"}
	err := readRHC(r, names, func(_ int64, name string, numbers []decimal.Decimal) string {
		subUnits, ok := wholeNumber(numbers[0])
		if !ok {
			return "the number of sub-units is not a whole number"
		}
		u := RHCUnit{Name: name, SubUnits: subUnits, Size: exact.Canonical(numbers[1])}
		units = append(units, u)
		return u.rule()
	})
	if err != nil {
		return nil, err
	}
	return units, nil
}

// ReadRHCSummary reads the rows of a summary as [RHCSelection.WriteSummary] and RAT-STATS write them: name,
// sub-units, size, size of the group and number of units in it. The last four fields, behind blanks, are the numbers.
// A file to which the numbers of sub-units sampled have been added has five and is not such a summary. The error
// wraps [ErrRHCFile] and, with all wrong lines, [RowErrors].
//
// Source: RAT-STATS User's Guide 2-76, 2-79; Companion Manual 1-17.
func ReadRHCSummary(r io.Reader) ([]RHCRow, error) {
	var rows []RHCRow
	names := []string{"sub-units", "size", "group size", "units in group"}
	err := readRHC(r, names, func(_ int64, name string, numbers []decimal.Decimal) string {
		subUnits, ok := wholeNumber(numbers[0])
		if !ok {
			return "the number of sub-units is not a whole number"
		}
		inGroup, ok := wholeNumber(numbers[3])
		if !ok {
			return "the number of units in the group is not a whole number"
		}
		row := RHCRow{Name: name, SubUnits: subUnits, Size: exact.Canonical(numbers[1]),
			GroupSize: exact.Canonical(numbers[2]), UnitsInGroup: inGroup}
		rows = append(rows, row)
		return row.rule()
	})
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// rule says what is wrong with a row, if anything is.
func (r RHCRow) rule() string {
	if rule := (RHCUnit{r.Name, r.SubUnits, r.Size}).rule(); rule != "" {
		return rule
	}
	if err := exact.Check(r.GroupSize); err != nil {
		return "has the group size " + err.Error()
	}
	switch {
	case r.Size.Sign() == 0:
		return "has size 0, which cannot be selected"
	case r.GroupSize.Cmp(r.Size) < 0:
		return "has a size above that of its group"
	case r.UnitsInGroup < 1 || r.UnitsInGroup > MaxNumber:
		return fmt.Sprintf("has %d units in its group, not from 1 to %d", r.UnitsInGroup, int64(MaxNumber))
	case r.UnitsInGroup == 1 && r.GroupSize.Cmp(r.Size) != 0:
		return "is alone in its group and has not its size"
	}
	return ""
}

// readRHC calls take for every line that has a name and numbers; take returns what is wrong with them.
func readRHC(
	r io.Reader, names []string, take func(line int64, name string, numbers []decimal.Decimal) string,
) error {
	var wrong RowErrors
	err := textfile.Lines(r, func(number int64, line string) error {
		if err := wrong.Full(number); err != nil {
			return err
		}
		if strings.TrimSpace(line) == "" {
			return nil
		}
		name, fields, ok := splitFromRight(line, len(names))
		if !ok {
			wrong = append(wrong, RowError{Line: number, Value: finding.Clip(line),
				Rule: "has to hold a name, " + strings.Join(names, ", ")})
			return nil
		}
		numbers := make([]decimal.Decimal, len(fields))
		bad := len(wrong)
		for i, f := range fields {
			d, err := exact.ParseAmount(f)
			if err != nil {
				wrong = append(wrong, RowError{Line: number, Column: names[i], Value: finding.Clip(f), Rule: "not a number"})
			}
			numbers[i] = d
		}
		if len(wrong) > bad {
			return nil
		}
		if rule := take(number, name, numbers); rule != "" {
			wrong = append(wrong, RowError{Line: number, Value: finding.Clip(line), Rule: rule})
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrRHCFile, err)
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%w: %w", ErrRHCFile, wrong)
	}
	return nil
}

// splitFromRight takes so many fields from the end of a line; what is left, without blanks at its ends, is the
// name.
func splitFromRight(line string, fields int) (name string, list []string, ok bool) {
	list = make([]string, fields)
	rest := strings.TrimSpace(line)
	for i := fields - 1; i >= 0; i-- {
		at := strings.LastIndexAny(rest, " \t")
		if at < 0 {
			return "", nil, false
		}
		rest, list[i] = strings.TrimSpace(rest[:at]), rest[at+1:]
	}
	return rest, list, true
}

// wholeNumber is a number within [MaxNumber] without decimals.
func wholeNumber(d decimal.Decimal) (int64, bool) {
	if !d.IsInteger() || d.Abs().Cmp(decimal.NewFromInt(MaxNumber)) > 0 {
		return 0, false
	}
	return d.IntPart(), true
}

func rowError(i int, rule string) error {
	return fmt.Errorf("%w: row %d %s", ErrRHCFile, i+1, rule)
}
