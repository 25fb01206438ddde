package attribute

import (
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// Errors of data files.
var (
	// ErrEncoding: a data file is not plain UTF-8 text.
	ErrEncoding = textfile.ErrEncoding
	// ErrLine: a line of a file is longer than a mebibyte or has a carriage return in it, or the file has more than
	// 1,000,000 units.
	ErrLine = textfile.ErrLine
)

var sizesAndCount = []string{"universe size", "sample size", "items with the characteristic"}

// ReadStratified reads the data file of RAT-STATS' stratified appraisal: on each line, for a stratum, the items of its
// universe, those that were drawn, and those of them with the characteristic. Blanks, tabs and commas separate numbers,
// so that there are none between thousands; a line of blanks with a comma that could be one is refused. RAT-STATS takes a field that is no number as zero; here it is an error.
//
// Errors: [ErrStrata] for a file without a stratum, [ErrEncoding], [ErrLine], [RowErrors] with every wrong line, first those
// that are not of this form.
//
// Source: RAT-STATS User's Guide 3-14.
func ReadStratified(r io.Reader) (Stratified, error) {
	units, err := readUnits(r)
	if err != nil {
		return Stratified{}, err
	}
	var d Stratified
	for _, u := range units {
		d.Strata = append(d.Strata, Stratum(u))
	}
	return d, noStrata(len(d.Strata))
}

// ReadTwoStage reads the data file of RAT-STATS' two-stage appraisal: a line a primary unit, as [ReadStratified] has it
// for a stratum. What is known of the universe is on no file: set Universe and, where known, SecondaryUniverse.
// Errors are those of ReadStratified, with [ErrUnits] for a file without a unit.
//
// Source: RAT-STATS User's Guide 3-23.
func ReadTwoStage(r io.Reader) (TwoStage, error) {
	units, err := readUnits(r)
	if err != nil {
		return TwoStage{}, err
	}
	return TwoStage{Units: units}, noUnits(len(units))
}

// readUnits reads lines of three numbers.
func readUnits(r io.Reader) ([]SampledUnit, error) {
	lines, err := textfile.ReadUnits(r, true, func([]textfile.Unit) int { return 3 })
	if err != nil {
		return nil, err
	}
	var wrong finding.RowErrors
	for _, l := range lines {
		if l.Name != "" {
			wrong = append(wrong, finding.RowError{Line: l.Line, Value: finding.Clip(l.Name),
				Rule: "stands before the three numbers that a line has"})
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	numbers, err := textfile.Wholes(lines, MaxUniverse, func(textfile.Unit) []string { return sizesAndCount })
	if err != nil {
		return nil, err
	}
	units := make([]SampledUnit, len(lines))
	for i, n := range numbers {
		units[i] = sampledUnit(lines[i], n, &wrong)
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return units, nil
}

// sampledUnit is the unit of a line, whose name may be empty.
func sampledUnit(line textfile.Unit, n []int64, wrong *RowErrors) SampledUnit {
	line.Within(wrong, sizesAndCount[1], n[1], 1, n[0])
	line.Within(wrong, sizesAndCount[2], n[2], 0, n[1])
	return SampledUnit{Name: line.Name, Universe: n[0], Sample: Sample{SampleSize: n[1], Count: n[2]}}
}

// ReadThreeStage reads the data file of RAT-STATS' three-stage appraisal. A line a primary unit has its name, the
// number of its secondary units and that of those drawn; as many lines follow it, each with the name of a secondary
// unit, the number of its items, of those drawn, and of those of them with the characteristic. Lines are read from the
// right, so that names may hold blanks and digits. What is known of the universe is on no file: set Universe and, where
// known, ThirdUniverse. All else is as for [ReadTwoStage]; a line that does not say how many follow is the last one that
// is looked at.
//
// Source: RAT-STATS User's Guide 3-31.
func ReadThreeStage(r io.Reader) (ThreeStage, error) {
	nests, err := textfile.ReadNested(r, true, 2, 3, 1)
	if err != nil {
		return ThreeStage{}, err
	}
	var d ThreeStage
	var wrong RowErrors
	for _, n := range nests {
		u := ThreeStageUnit{Name: n.Name, Universe: n.Counts(&wrong, MaxUniverse, sizesAndCount[:2]...)[0]}
		for _, m := range n.Members {
			before := len(wrong)
			c := m.Counts(&wrong, MaxUniverse, sizesAndCount...)
			if len(wrong) == before {
				u.Units = append(u.Units, sampledUnit(m, c, &wrong))
			}
		}
		d.Units = append(d.Units, u)
	}
	if len(wrong) > 0 {
		return ThreeStage{}, wrong
	}
	return d, noUnits(len(d.Units))
}

// inFile names the file that an error is of, where there are two.
func inFile(file string, err error) error { return fmt.Errorf("%s: %w", file, err) }

// noUnits and noStrata are the errors of files that hold none.
func noUnits(n int) error {
	if n > 0 {
		return nil
	}
	return fmt.Errorf("%w: the file holds none", ErrUnits)
}

func noStrata(n int) error {
	if n > 0 {
		return nil
	}
	return fmt.Errorf("%w: the file holds none", ErrStrata)
}
