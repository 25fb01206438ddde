package attribute

import (
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/internal/rhc"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// ReadRHCTwoStage reads the two files of RAT-STATS' RHC two stage appraisal.
//
// The unit file is what RHC sample selection writes, a line for each sampled primary unit: name (blanks allowed),
// secondary units, size, group size, units in group. The data file has as many lines in the same order: a key, which is
// not used, the number of items sampled, and the number of them with the characteristic. Fields are separated by blanks,
// tabs or commas, so that numbers cannot have thousands commas (a line of blanks with such a comma is refused); sizes may have decimals. (RAT-STATS reads what is not a
// number as zero; here it is an error.)
//
// Errors: [RowErrors] with all wrong lines of the file that is named, first those that are not of this form; [ErrUnits] for
// a unit file without a unit; [ErrSample] for files of different numbers of lines; [ErrEncoding], [ErrLine].
//
// Source: RAT-STATS User's Guide 3-40 to 3-42.
func ReadRHCTwoStage(units, data io.Reader) (RHCTwoStage, error) {
	lines, err := rhc.ReadUnits(units, rhc.Counts)
	if err != nil {
		return RHCTwoStage{}, inFile("unit file", err)
	}
	var d RHCTwoStage
	d.Units, err = rhcFill(lines, nil, data)
	return d, err
}

// ReadRHCThreeStage reads the two files of RAT-STATS' RHC three stage appraisal. In the unit file the line of each
// primary unit, of the form that [ReadRHCTwoStage] describes with the number of sampled secondary units as a sixth field,
// is followed by those of its sampled secondary units, with items in the place of secondary units. The data file has a
// line for each secondary unit in that order, with the key i.j for secondary unit j of primary unit i. The key is a text
// (1.10 is not 1.1); one of that form that belongs to another line is a wrong line. Other keys are not used. Errors are
// those of ReadRHCTwoStage.
//
// Source: RAT-STATS User's Guide 3-51 to 3-53.
func ReadRHCThreeStage(units, data io.Reader) (RHCThreeStage, error) {
	lines, err := rhc.ReadPrimary(units, rhc.Counts3)
	if err != nil {
		return RHCThreeStage{}, inFile("unit file", err)
	}
	var all []rhc.Line
	var keys []string
	for i, p := range lines {
		all = append(all, p.Units...)
		for j := range p.Units {
			keys = append(keys, fmt.Sprintf("%d.%d", i+1, j+1))
		}
	}
	filled, err := rhcFill(all, keys, data)
	if err != nil {
		return RHCThreeStage{}, err
	}
	var d RHCThreeStage
	for _, p := range lines {
		n := len(p.Units)
		d.Units = append(d.Units, RHCPrimaryUnit{RHCRow: p.RHCRow, Units: filled[:n:n]})
		filled = filled[n:]
	}
	return d, nil
}

// rhcFill puts the lines of a data file to the units of a unit file. keys are what the lines start with, nil where it may
// be anything.
func rhcFill(lines []rhc.Line, keys []string, data io.Reader) ([]RHCUnit, error) {
	if err := noUnits(len(lines)); err != nil {
		return nil, inFile("unit file", err)
	}
	rows, err := textfile.ReadUnits(data, true, func([]textfile.Unit) int { return 2 })
	if err != nil {
		return nil, inFile("data file", err)
	}
	var wrong RowErrors
	units := make([]RHCUnit, len(lines))
	for i, row := range rows {
		bad := func(value, rule string) {
			wrong = append(wrong, finding.RowError{Line: row.Line, Value: finding.Clip(value), Rule: rule})
		}
		key := row.Name
		switch {
		case strings.ContainsAny(key, " \t,"):
			bad(key, "stands before two numbers and is no single key")
		case i < len(keys) && foreignKey(key, keys[i]):
			bad(key, "is the key of another line; here belongs "+keys[i])
		}
		size, count := row.Numbers[0], row.Numbers[1]
		switch {
		case !size.IsInteger() || size.Sign() < 1 || size.Cmp(decimal.NewFromInt(MaxUniverse)) > 0:
			bad(exact.String(size), fmt.Sprintf("not a sample size from 1 to %d", int64(MaxUniverse)))
		case !count.IsInteger() || count.Sign() < 0 || count.Cmp(size) > 0:
			bad(exact.String(count), "not a number of items from 0 to the sample size")
		case i < len(lines) && size.IntPart() > lines[i].SubUnits:
			bad(exact.String(size), fmt.Sprintf("above the %d items of the unit", lines[i].SubUnits))
		case i < len(lines):
			units[i] = RHCUnit{lines[i].RHCRow, Sample{size.IntPart(), count.IntPart()}}
		}
	}
	if len(wrong) > 0 {
		return nil, inFile("data file", wrong)
	}
	if len(rows) != len(lines) {
		return nil, fmt.Errorf("%w: the data file has %d lines, the unit file %d sampled units", ErrSample, len(rows), len(lines))
	}
	return units, nil
}

// foreignKey reports whether a key of the form i.j is that of another line. A spreadsheet that took 1.10 for a number has
// made 1.1 of it, which is let pass.
func foreignKey(key, want string) bool {
	i, j, ok := strings.Cut(key, ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return ok && digits(i) && digits(j) && key != want && key != strings.TrimRight(want, "0")
}
