// Package stage is what the appraisals of samples with stages have in common, those of dollars and those of counts: the
// checks of numbers of units, and the warnings.
package stage

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/finding"
)

const (
	// MaxUniverse is the largest universe of any stage.
	MaxUniverse = 1 << 53
	// MaxUnits bounds the sampled units of a design, those of all its stages together. RAT-STATS takes 50,000 (User's Guide
	//
	MaxUnits = 50_000
)

// Errors are those of a package, for units and for universes.
type Errors struct{ Units, Universe error }

// Check holds the number of units of a stage against those drawn from them.
func (e Errors) Check(universe, drawn int64) error {
	switch {
	case drawn < 1 || drawn > MaxUnits:
		return fmt.Errorf("%w: %d of them were drawn, not 1 to %d", e.Units, drawn, MaxUnits)
	case universe < 1 || universe > MaxUniverse:
		return fmt.Errorf("%w: %d is not between 1 and %d", e.Universe, universe, int64(MaxUniverse))
	case universe < drawn:
		return fmt.Errorf("%w: %s, but %d were drawn", e.Universe, finding.Count(universe, "unit", "units"), drawn)
	}
	return nil
}

// Add adds up universes within [MaxUniverse].
func (e Errors) Add(sum *int64, universe int64) error {
	if *sum += universe; *sum > MaxUniverse {
		return fmt.Errorf("%w: the units have more than %d items", e.Universe, int64(MaxUniverse))
	}
	return nil
}

// Known holds the items of the universe, where their number is known and not 0, against those of the units that were drawn;
// census says that these are all.
func (e Errors) Known(known, drawn int64, census bool) error {
	switch {
	case known == 0:
		return nil
	case known < drawn || known > MaxUniverse:
		return fmt.Errorf("%w: %s, but the drawn units have %d", e.Universe, finding.Count(known, "item", "items"), drawn)
	case known > drawn && census:
		return fmt.Errorf("%w: %d items, but all units were drawn and have %d", e.Universe, known, drawn)
	}
	return nil
}

// Warnings are those of single units and items ("single_unit", "single_item"), and "no_variation" where certain says that a
// standard error is zero, unless every unit of every stage was drawn or zero stands in for a variance. values are what does
// not vary.
func Warnings(stages []appraisal.StageSize, certain bool, values string, units, items finding.Places) []finding.Warning {
	if stages[0].SampleSize == 1 && stages[0].Universe > 1 {
		units = append(units, "the universe")
	}
	list := finding.Singles(units, items)
	drawn := func(s appraisal.StageSize) bool { return s.SampleSize < s.Universe }
	if certain && len(list) == 0 && slices.ContainsFunc(stages, drawn) {
		list = append(list, finding.NoVariation(values))
	}
	return list
}

// CheckSizes returns an appraisal.ErrResult for a result that does not have the sizes of so many stages.
func CheckSizes(sizes []appraisal.StageSize, stages int) error {
	return finding.Length(appraisal.ErrResult, "sizes of stages", len(sizes), stages)
}
