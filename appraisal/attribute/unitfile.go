package attribute

import (
	"errors"
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// Errors of data files.
var (
	// ErrEncoding: a data file is not plain UTF-8 text.
	ErrEncoding = textfile.ErrEncoding
	// ErrLine: a line of a data file is longer than a mebibyte.
	ErrLine = textfile.ErrLine
	// ErrFile: a data file ends too early, or holds no unit.
	ErrFile = errors.New("attribute: data file")
)

var sizesAndCount = []string{"universe size", "sample size", "items with the characteristic"}

// ReadStratified reads the data file of RAT-STATS' stratified appraisal: on each line, for a stratum, the items of its
// universe, those that were drawn, and those of them with the characteristic. Blanks, tabs and commas separate numbers,
// so that there are none between thousands. RAT-STATS takes a field that is no number as zero; here it is an error.
//
// Errors: [ErrFile] for a file without a stratum, [ErrEncoding], [ErrLine], [RowErrors] with every wrong line.
//
// Source: RAT-STATS User's Guide 3-14.
func ReadStratified(r io.Reader) (Stratified, error) {
	units, err := readUnits(r)
	d := Stratified{}
	for _, u := range units {
		d.Strata = append(d.Strata, Stratum(u))
	}
	return d, err
}

// ReadTwoStage reads the data file of RAT-STATS' two-stage appraisal: a line a primary unit, as [ReadStratified] has it
// for a stratum. What is known of the universe is on no file: set Universe and, where known, SecondaryUniverse.
//
// Source: RAT-STATS User's Guide 3-23.
func ReadTwoStage(r io.Reader) (TwoStage, error) {
	units, err := readUnits(r)
	return TwoStage{Units: units}, err
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
	if len(lines) == 0 {
		return nil, fmt.Errorf("%w: it holds no line", ErrFile)
	}
	numbers, err := textfile.Wholes(lines, MaxUniverse, func(textfile.Unit) []string { return sizesAndCount })
	if err != nil {
		return nil, err
	}
	units := make([]SampledUnit, len(lines))
	for i, n := range numbers {
		units[i] = SampledUnit{Universe: n[0], Sample: Sample{SampleSize: n[1], Count: n[2]}}
	}
	return units, nil
}

// ReadThreeStage reads the data file of RAT-STATS' three-stage appraisal. A line a primary unit has its name, the
// number of its secondary units and that of those drawn; as many lines follow it, each with the name of a secondary
// unit, the number of its items, of those drawn, and of those of them with the characteristic. Lines are read from the
// right, so that names may hold blanks and digits. What is known of the universe is on no file: set Universe and, where
// known, ThirdUniverse. All else is as for [ReadStratified]; [ErrFile] also for a file that ends before all secondary
// units of a primary one have come.
//
// Source: RAT-STATS User's Guide 3-31.
func ReadThreeStage(r io.Reader) (ThreeStage, error) {
	coming := int64(0) // secondary units of the last primary one that are still to come
	lines, err := textfile.ReadUnits(r, true, func(before []textfile.Unit) int {
		if n := len(before); n > 0 && len(before[n-1].Numbers) == 2 {
			var ok bool
			if coming, ok = textfile.Whole(before[n-1].Numbers[1], MaxUniverse); !ok { // reported below
				coming = 0
			}
		}
		if coming > 0 {
			coming--
			return 3
		}
		return 2
	})
	if err != nil {
		return ThreeStage{}, err
	}
	numbers, err := textfile.Wholes(lines, MaxUniverse, func(textfile.Unit) []string { return sizesAndCount })
	if err != nil {
		return ThreeStage{}, err
	}
	var d ThreeStage
	for i, n := range numbers {
		if len(n) == 2 {
			d.Units = append(d.Units, ThreeStageUnit{Name: lines[i].Name, Universe: n[0]})
			coming = n[1]
			continue
		}
		last := &d.Units[len(d.Units)-1]
		last.Units = append(last.Units, SampledUnit{Name: lines[i].Name, Universe: n[0], Sample: Sample{n[1], n[2]}})
		coming--
	}
	switch {
	case len(lines) == 0:
		return ThreeStage{}, fmt.Errorf("%w: it holds no line", ErrFile)
	case coming > 0:
		return ThreeStage{}, fmt.Errorf("%w: it ends %d secondary units of %s too early", ErrFile, coming,
			finding.Unit("unit", len(d.Units)-1, d.Units[len(d.Units)-1].Name))
	}
	return d, nil
}
