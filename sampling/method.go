package sampling

import (
	"errors"
	"fmt"
	"strings"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// What a caller may branch on. Beside them stand the errors of a design, a file or a verification of its own: [ErrEarlier],
// [ErrReported], [ErrRHCFile], [ErrSizes], [ErrSizesFile], [ErrStratum], [ErrTicketID], [ErrTicketRepeated] and [ErrVariant].
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
	// ErrDrawOn is returned where a longer draw of a method does not begin with a shorter one, so that neither spares nor
	// drawing on can continue a sample.
	ErrDrawOn = errors.New("sampling: drawing on")
	// ErrFlatFile is returned for numbers that do not fit the fixed digits of the flat file.
	ErrFlatFile = errors.New("sampling: flat file")
)

// Warning is a finding that is not an error: a Code for programs, which does not change, and a Message for people.
type Warning = finding.Warning

// Heading is what stands at the top of a printout beside its title: Audit, Date, Time and File, texts that may each be left
// out.
type Heading = textfile.Heading

// Method is a random number generator together with its rule for turning its output into numbers of units. The zero
// value is the default, [RATSTATS]; a result states its method explicitly.
//
// The methods beside RATSTATS give the list of another program, number by number and in its order. That program draws
// from 1 to the size of the frame (NumPy from 0); the numbers are shifted so that the first unit is Low.
type Method string

const (
	// RATSTATS is the method of RAT-STATS 2005 and later. Its seed is a number that is not negative, with at most two
	// decimals and below 10,000,000,000,000.
	RATSTATS Method = "ratstats"
	// R is set.seed(seed); sample.int(N, n) of R 3.6.0 and later in its default setting: Mersenne Twister, inversion,
	// sample.kind "Rejection". Its seed is a whole number from -2147483647 to 2147483647.
	R Method = "r"
	// RRounding is [R] with sample.kind "Rounding", which is what R did before 3.6.0.
	RRounding Method = "r_rounding"
	// Python is random.Random(seed).sample(range(1, N+1), n) of CPython, as of 3.11. Its seed is a whole number of any
	// size; a negative one gives the sample of the positive one. A seed that was a text in Python is something else.
	Python Method = "python"
	// NumPy is numpy.random.default_rng(seed).choice(N, n, replace=False) + 1, as of NumPy 1.24. Its seed is a whole
	// number from 0, of any size.
	NumPy Method = "numpy"
)

// SeedNote is what a report should say where a RAT-STATS seed number is chosen or verified.
const SeedNote = "A RAT-STATS seed number keeps 16 bits only: different seed numbers can give the same sample, " +
	"and a sampling plan has at most 65,536 different samples."

// MaxFrame is the largest number of units in a frame, for every method. The generator of [RATSTATS] repeats itself
// after 6.95e12 numbers, all different: about seven for each unit of a frame of this size, too few to be shared out
// evenly in a larger one.
const MaxFrame = 1_000_000_000_000

// MaxNumber is the largest number of a unit, and its negative the smallest: up to here the double precision numbers of
// RAT-STATS and the numbers of JSON in a browser are exact integers.
const MaxNumber = 1<<53 - 1

// MaxUnits is the largest number of units, spares included, that one draw gives. Drawing them all takes a few seconds
// and half a gigabyte of memory.
const MaxUnits = 10_000_000

// methodRule is what a method does.
type methodRule struct {
	name Method
	// offsets draws count different numbers from 0 to frame-1, in the order of the original.
	offsets func(seed string, count, frame int64) ([]int64, error)
	// continues returns an error if the draw of from units does not begin the draw of to units; nil if it always does.
	continues func(from, to, frame int64) error
	// alone is why the method's draws can never be continued, empty if they can.
	alone string
	// title is the method on printouts, call what its user types for a plan; none for RAT-STATS, whose printouts they are.
	title string
	call  func(s SingleStage, seed string) string
}

// secondDraw is what to do where a draw cannot be continued.
const secondDraw = "draw the additional units apart, with a seed of their own, from the units not drawn yet"

func methodRules() []methodRule {
	return []methodRule{
		{name: RATSTATS, offsets: ratstatsOffsets},
		{
			name: R, title: `R, sample.kind "Rejection" (R 3.6.0 and later)`, call: rCall(""), continues: rContinues,
			offsets: func(seed string, count, frame int64) ([]int64, error) {
				return rOffsets(seed, count, frame, rRandom.rejection)
			},
		},
		{
			name: RRounding, title: `R, sample.kind "Rounding" (before R 3.6.0)`, call: rCall(`, sample.kind = "Rounding"`),
			continues: rContinues,
			offsets: func(seed string, count, frame int64) ([]int64, error) {
				return rOffsets(seed, count, frame, rRandom.rounding)
			},
		},
		{
			name: Python, title: "Python, random.sample", call: pythonCall, offsets: pythonOffsets,
			alone: "random.sample of Python chooses its algorithm by the size of the sample, so that a longer list need not " +
				"begin with a shorter one",
		},
		{
			name: NumPy, title: "NumPy, Generator.choice", call: numpyCall, offsets: numpyOffsets,
			alone: "choice of NumPy shuffles the sample at its end, so that a longer list does not begin with a shorter one",
		},
	}
}

// Methods returns the methods of [SingleStage], the default first.
func Methods() []Method {
	var list []Method
	for _, r := range methodRules() {
		list = append(list, r.name)
	}
	return list
}

// Continues reports whether a sample of the method can be drawn on at all: whether 50 units and then 150 more can be what
// one draw of 200 gives. See [Selection.DrawOn]. [MethodTickets] can.
func (m Method) Continues() bool {
	if m == MethodTickets {
		return true
	}
	r, err := m.rule()
	return err == nil && r.alone == ""
}

// rule finds the rule of a method.
func (m Method) rule() (methodRule, error) {
	if m == "" {
		m = RATSTATS
	}
	var known []string
	for _, r := range methodRules() {
		if r.name == m {
			return r, nil
		}
		known = append(known, string(r.name))
	}
	return methodRule{}, fmt.Errorf("%w %q is unknown (known are %s)", ErrMethod, finding.Clip(string(m)),
		strings.Join(known, ", "))
}

// resolve gives the default its name and refuses what is unknown.
func (m Method) resolve() (Method, error) {
	r, err := m.rule()
	if err != nil {
		return m, err
	}
	return r.name, nil
}

// offsets draws count different numbers from 0 to frame-1, in the order they are generated. Count and frame are
// within the limits.
func (m Method) offsets(seed string, count, frame int64) ([]int64, error) {
	r, err := m.rule()
	if err != nil {
		return nil, err
	}
	return r.offsets(seed, count, frame)
}

// continues returns an error that wraps [ErrDrawOn] if the first from units of a draw of to units are not what a draw
// of from units gives, or are not for every frame.
func (m Method) continues(from, to, frame int64) error {
	r, err := m.rule()
	switch {
	case err != nil:
		return err
	case from == 0 || from >= to:
		return nil
	case r.alone != "":
		return fmt.Errorf("%w: %s; %s", ErrDrawOn, r.alone, secondDraw)
	case r.continues != nil:
		return r.continues(from, to, frame)
	}
	return nil
}

// ratstatsOffsets draws as RAT-STATS does.
func ratstatsOffsets(seed string, count, frame int64) ([]int64, error) {
	number, err := parseSeed(seed)
	if err != nil {
		return nil, err
	}
	g := newWichmannHill(seedDouble(number))
	return distinct(count, frame, func() int64 { return g.below(float64(frame)) }), nil
}
