package sampling

import (
	"errors"
	"fmt"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// What a caller may branch on. Every error of this package wraps one of them.
var (
	// ErrMethod is returned for a method that this package does not know.
	ErrMethod = errors.New("sampling: method")
	// ErrSeed is returned for a seed that the method cannot be started with.
	ErrSeed = errors.New("sampling: seed")
	// ErrFrame is returned for a frame without units, or one that the method cannot serve.
	ErrFrame = errors.New("sampling: frame")
	// ErrSize is returned for a number of units that is negative, nothing, or more than there are.
	ErrSize = errors.New("sampling: size")
	// ErrSelection is returned where a selection is not what its inputs give.
	ErrSelection = errors.New("sampling: selection")
	// ErrFlatFile is returned for numbers that do not fit the fixed digits of the flat file.
	ErrFlatFile = errors.New("sampling: flat file")
)

// Warning is a finding of a selection that is not an error: a code for programs and a sentence for people.
type Warning = finding.Warning

// Heading is what stands at the top of a printout: audit, date, time and file. Every field is optional.
type Heading = textfile.Heading

// Method is a random number generator together with its rule for turning its output into numbers of units. The zero
// value is the default, [RATSTATS]; a result states its method explicitly.
type Method string

// RATSTATS is the method of RAT-STATS 2005 and later. Its seed is a number that is not negative, with at most two
// decimals and below 10,000,000,000,000.
const RATSTATS Method = "ratstats"

// SeedNote is what a report should say where a RAT-STATS seed number is chosen or verified.
const SeedNote = "A RAT-STATS seed number keeps 16 bits only: different seed numbers can give the same sample, " +
	"and a sampling plan has at most 65,536 different samples."

// MaxFrame is the largest number of units in a frame. The generator of [RATSTATS] repeats itself after 6.95e12 numbers,
// all different: about seven for each unit of a frame of this size, too few to be shared out evenly in a larger one.
const MaxFrame = 1_000_000_000_000

// MaxNumber is the largest number of a unit, and its negative the smallest: up to here the double precision numbers of
// RAT-STATS and the numbers of JSON in a browser are exact integers.
const MaxNumber = 1<<53 - 1

// MaxUnits is the largest number of units, spares included, that one draw gives. Drawing them all takes a few seconds
// and half a gigabyte of memory.
const MaxUnits = 10_000_000

// resolve gives the default its name and refuses what is unknown.
func (m Method) resolve() (Method, error) {
	switch m {
	case "", RATSTATS:
		return RATSTATS, nil
	}
	return m, fmt.Errorf("%w %q is unknown (%q is known)", ErrMethod, finding.Clip(string(m)), RATSTATS)
}

// offsets draws count different numbers from 0 to frame-1, in the order they are generated. The method is resolved,
// count and frame are within the limits.
func (m Method) offsets(seed string, count, frame int64) ([]int64, error) {
	number, err := parseSeed(seed)
	if err != nil {
		return nil, err
	}
	g := newWichmannHill(seedDouble(number))
	return distinct(count, frame, func() int64 { return g.below(float64(frame)) }), nil
}
