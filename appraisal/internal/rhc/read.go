package rhc

import (
	"fmt"
	"io"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/sampling"
)

// Line is a line of a unit file: a unit, and how many of its sub-units were sampled where the file says it.
type Line struct {
	sampling.RHCRow
	Sampled int64
	// Number of the line in the file.
	Number int64
}

// PrimaryLine is the line of a primary unit with those of its secondary units.
type PrimaryLine struct {
	Line
	Units []Line
}

// column is a number of a unit file.
type column string

const (
	subUnits  column = "sub-units"
	sampled   column = "sub-units sampled"
	size      column = "size"
	groupSize column = "group size"
	inGroup   column = "units in group"
)

// Layout is what stands on the lines of a unit file behind the name of the unit.
type Layout struct {
	commas           bool // whether commas separate fields
	primary, sampled []column
}

var (
	withSampled = []column{subUnits, sampled, size, groupSize, inGroup}
	summary     = []column{subUnits, size, groupSize, inGroup} // of RHC sample selection

	// Dollars is the layout of the variable appraisals (User's Guide 4-79, 4-101), Counts that of the attribute appraisal
	// of two stages (3-41), Counts3 that of three (3-52).
	Dollars = Layout{false, withSampled, withSampled}
	Counts  = Layout{true, summary, nil}
	Counts3 = Layout{true, append(slices.Clone(summary), sampled), summary}
)

// ReadUnits reads the unit file of two stages: a line for each sampled primary unit. Errors: textfile's, finding.RowErrors.
func ReadUnits(r io.Reader, l Layout) ([]Line, error) {
	units, err := textfile.ReadUnits(r, l.commas, func([]textfile.Unit) int { return len(l.primary) })
	if err != nil {
		return nil, err
	}
	var wrong finding.RowErrors
	lines := make([]Line, len(units))
	for i, u := range units {
		lines[i] = parse(u, l.primary, &wrong)
	}
	return lines, orNil(wrong)
}

// ReadPrimary reads the unit file of three stages: a line for each sampled primary unit, and behind it those of its sampled
// secondary units. Errors: textfile's, finding.RowErrors.
func ReadPrimary(r io.Reader, l Layout) ([]PrimaryLine, error) {
	nests, err := textfile.ReadNested(r, l.commas, len(l.primary), len(l.sampled), slices.Index(l.primary, sampled))
	if err != nil {
		return nil, err
	}
	var wrong finding.RowErrors
	lines := make([]PrimaryLine, len(nests))
	for i, n := range nests {
		lines[i].Line = parse(n.Unit, l.primary, &wrong)
		for _, u := range n.Members {
			lines[i].Units = append(lines[i].Units, parse(u, l.sampled, &wrong))
		}
	}
	return lines, orNil(wrong)
}

// orNil keeps an empty list from becoming an error.
func orNil(wrong finding.RowErrors) error {
	if len(wrong) == 0 {
		return nil
	}
	return wrong
}

// parse makes a unit of a line and adds what is wrong with it.
func parse(u textfile.Unit, columns []column, wrong *finding.RowErrors) Line {
	line := Line{RHCRow: sampling.RHCRow{Name: u.Name}, Number: u.Line}
	bad := func(column, value, rule string) {
		*wrong = append(*wrong, finding.RowError{Line: u.Line, Column: column, Value: value, Rule: rule})
	}
	before := len(*wrong)
	for i, c := range columns {
		d := exact.Canonical(u.Numbers[i])
		var to *int64
		switch c {
		case size:
			line.Size = d
			continue
		case groupSize:
			line.GroupSize = d
			continue
		case subUnits:
			to = &line.SubUnits
		case sampled:
			to = &line.Sampled
		default:
			to = &line.UnitsInGroup
		}
		n, ok := whole(d)
		if !ok {
			bad(string(c), exact.String(d), fmt.Sprintf("not a whole number from 1 to %d", int64(maxCount)))
		}
		*to = n
	}
	if len(*wrong) > before {
		return line
	}
	if line.Sampled > line.SubUnits {
		bad(string(sampled), fmt.Sprint(line.Sampled), fmt.Sprintf("above the %d sub-units", line.SubUnits))
	}
	if c, rule := Check(line.RHCRow); rule != "" {
		bad(c, "", rule)
	}
	return line
}

// whole is a number of units.
func whole(d decimal.Decimal) (int64, bool) {
	if !d.IsInteger() || d.Sign() < 1 || d.Cmp(decimal.NewFromInt(maxCount)) > 0 {
		return 0, false
	}
	return d.IntPart(), true
}
