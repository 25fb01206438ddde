package variable

import (
	"io"

	"github.com/iromath/iromath/appraisal/internal/rhc"
)

// ReadRHCTwoStage reads the two files of RAT-STATS' RHC two stage appraisal.
//
// The unit file has a line for each sampled primary unit: name (blanks allowed), secondary units, how many of them
// were sampled, size, group size, units in group. It is the file that RHC sample selection writes with the sample sizes
// put in as third field. Fields are separated by blanks or tabs; numbers may have thousands commas, sizes decimals. The
// data file is read as file says: its first items belong to the first unit, and so on.
//
// Errors: those of [DataFile.Read], of the file that is named; [RowErrors] with all wrong lines of the unit file, first
// those that are not of this form; [ErrUnits] for a unit file without a unit; [ErrSample] also for a data file of another
// number of items.
//
// Source: RAT-STATS User's Guide 4-78 to 4-83.
func ReadRHCTwoStage(units, data io.Reader, file DataFile) (RHCTwoStage, error) {
	lines, err := rhc.ReadUnits(units, rhc.Dollars)
	if err != nil {
		return RHCTwoStage{}, inFile("unit file", err)
	}
	var d RHCTwoStage
	d.Units, err = rhcFill(lines, data, file)
	return d, err
}

// ReadRHCThreeStage reads the two files of RAT-STATS' RHC three stage appraisal. In the unit file the line of each
// primary unit (of the form that [ReadRHCTwoStage] describes) is followed by those of its sampled secondary units, as
// many as its third field says, of the same form with items in the place of secondary units. The data file holds the
// items of all secondary units in that order. Errors are those of ReadRHCTwoStage.
//
// Source: RAT-STATS User's Guide 4-100 to 4-106.
func ReadRHCThreeStage(units, data io.Reader, file DataFile) (RHCThreeStage, error) {
	lines, err := rhc.ReadPrimary(units, rhc.Dollars)
	if err != nil {
		return RHCThreeStage{}, inFile("unit file", err)
	}
	var all []rhc.Line
	for _, p := range lines {
		all = append(all, p.Units...)
	}
	filled, err := rhcFill(all, data, file)
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

// rhcFill deals the items of a data file out to the units of a unit file.
func rhcFill(lines []rhc.Line, data io.Reader, file DataFile) ([]RHCUnit, error) {
	if err := noUnits(len(lines)); err != nil {
		return nil, inFile("unit file", err)
	}
	all, err := file.Read(data)
	if err != nil {
		return nil, inFile("data file", err)
	}
	sizes := make([]int64, len(lines))
	for i, l := range lines {
		sizes[i] = l.Sampled
	}
	samples, err := all.divide(sizes)
	if err != nil {
		return nil, err
	}
	units := make([]RHCUnit, len(lines))
	for i, l := range lines {
		units[i] = RHCUnit{l.RHCRow, samples[i]}
	}
	return units, nil
}
