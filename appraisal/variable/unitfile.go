package variable

import (
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// ReadStratified reads the files of RAT-STATS' stratified appraisal: one with a line a stratum, which holds a counter,
// the size of its universe and that of its sample, and one with the values of all samples, in the order of the strata.
// In the first file the counter may be missing, a name may stand behind it, and commas may stand between thousands.
//
// Errors: [ErrStrata] for a file without a stratum; those of [DataFile.Read]; [ErrSample] where the file of values has other
// items than the sample sizes say; [RowErrors] with every wrong line of a file, first those that are not of this form.
//
// Source: RAT-STATS User's Guide 4-21 to 4-25.
func ReadStratified(strata, data io.Reader, file DataFile) (Stratified, error) {
	units, err := readUnits(strata, data, file, noStrata)
	var d Stratified
	for _, u := range units {
		d.Strata = append(d.Strata, Stratum(u))
	}
	return d, err
}

// ReadTwoStage reads the files of RAT-STATS' two-stage appraisal: one with a line a primary unit that was drawn, which
// holds a counter, the number of its secondary units and that of the sampled ones, and one with the values of all
// items, in the order of the units. The units of the universe are on no file: set Universe and, where known,
// SecondaryUniverse. All else is as for [ReadStratified], with [ErrUnits] for a file without a unit.
//
// Source: RAT-STATS User's Guide 4-39 to 4-43.
func ReadTwoStage(units, data io.Reader, file DataFile) (TwoStage, error) {
	sampled, err := readUnits(units, data, file, noUnits)
	return TwoStage{Units: sampled}, err
}

// ReadThreeStage reads the files of RAT-STATS' three-stage appraisal: one with a line a primary unit that was drawn,
// which ends in its name, the number of its secondary units and that of the sampled ones; one with a line a secondary
// unit, which ends in its name, the number of its items and that of the sampled ones, in the order of the primary
// units; and one with the values of all items, in the order of the secondary units. Integers before a name count lines
// and units and are skipped. The primary units of the universe are on no file: set Universe.
//
// Errors: those of [DataFile.Read]; [ErrUnits] where the secondary file holds none or other units than the primary one says;
// [ErrSample] where the file of values has other items than the sample sizes say; [RowErrors] with every wrong line of
// a file.
//
// Source: RAT-STATS User's Guide 4-57 to 4-63.
func ReadThreeStage(primary, secondary, data io.Reader, file DataFile) (ThreeStage, error) {
	lines, err := readSizes(primary)
	if err != nil {
		return ThreeStage{}, inFile("primary unit file", err)
	}
	units, err := readUnits(secondary, data, file, noUnits)
	if err != nil {
		return ThreeStage{}, err
	}
	var d ThreeStage
	for i, l := range lines {
		if l.sampled > int64(len(units)) {
			return ThreeStage{}, fmt.Errorf("%w: %s has %d sampled secondary units, the file of secondary units %d more", ErrUnits,
				finding.Unit("unit", i, l.name), l.sampled, len(units))
		}
		d.Units = append(d.Units, ThreeStageUnit{Name: l.name, Universe: l.universe, Units: units[:l.sampled:l.sampled]})
		units = units[l.sampled:]
	}
	if len(units) > 0 {
		return ThreeStage{}, fmt.Errorf("%w: %d secondary units more than the file of primary units says", ErrUnits, len(units))
	}
	return d, nil
}

// unitLine is a line of a unit file.
type unitLine struct {
	name              string
	universe, sampled int64
}

// readSizes reads a unit file.
func readSizes(r io.Reader) ([]unitLine, error) {
	units, err := textfile.ReadUnits(r, false, func([]textfile.Unit) int { return 2 })
	if err != nil {
		return nil, err
	}
	columns := []string{"universe size", "sample size"}
	sizes, err := textfile.Wholes(units, MaxUniverse, func(textfile.Unit) []string { return columns })
	if err != nil {
		return nil, err
	}
	lines := make([]unitLine, len(units))
	var wrong RowErrors
	for i, u := range units {
		lines[i] = unitLine{textfile.Description(u.Name), sizes[i][0], sizes[i][1]}
		u.Within(&wrong, columns[1], lines[i].sampled, 1, lines[i].universe)
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return lines, nil
}

// readUnits reads a unit file and the values of its units. none is the error of a number of units that is zero.
func readUnits(sizes, data io.Reader, file DataFile, none func(int) error) ([]SampledUnit, error) {
	lines, err := readSizes(sizes)
	if err == nil {
		err = none(len(lines))
	}
	if err != nil {
		return nil, inFile("unit file", err)
	}
	sample, err := file.Read(data)
	if err != nil {
		return nil, inFile("data file", err)
	}
	counts := make([]int64, len(lines))
	for i, l := range lines {
		counts[i] = l.sampled
	}
	samples, err := sample.divide(counts)
	if err != nil {
		return nil, err
	}
	units := make([]SampledUnit, len(lines))
	for i, l := range lines {
		units[i] = SampledUnit{Name: l.name, Universe: l.universe, Sample: samples[i]}
	}
	return units, nil
}

// inFile names the file that an error is of.
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
