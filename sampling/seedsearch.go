package sampling

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// SeedSearch looks for the seed of a sample that RAT-STATS is said to have drawn, where the seed is missing or does not
// give the sample. RAT-STATS' generator has only 65,536 start states ([SeedNote]): all of them are tried.
//
// A sample of [Frames] or [FramesOfTwo] is searched by its random numbers, from 1 to the number of all items.
//
// That a sample has a seed proves that it could have been drawn with it. It does not prove when the seed was chosen, nor
// that no other seed was tried first: whoever wants certain units in a sample of a few can look for a seed that has them.
type SeedSearch struct {
	// Low and High are the numbers of the first and the last unit of the frame. Low left out is 0, not 1.
	Low  int64 `json:"low"`
	High int64 `json:"high"`
	// Numbers are the reported numbers: in the order of selection if Ordered, in any order otherwise.
	Numbers []int64 `json:"numbers"`
	// Ordered says that Numbers are in the order of selection.
	Ordered bool `json:"ordered,omitempty"`
	// Mistyped is a seed as documented that does not give the sample; seeds that differ from it by one slip of the hand are
	// looked for among those that do. Optional.
	Mistyped string `json:"mistyped,omitempty"`
}

// SeedMatch is one start state of the generator that gives the reported numbers, and the seeds that lead to it.
type SeedMatch struct {
	// State is the number of the start state, 0 to 65,535.
	State int `json:"state"`
	// TimesOfDay are seeds that RAT-STATS can have taken from the clock, in seconds after midnight with two decimals: all
	// TimesOfDayCount of them, or the first twenty where more than fifty states give the numbers.
	TimesOfDay      []string `json:"timesOfDay"`
	TimesOfDayCount int      `json:"timesOfDayCount"`
	// WholeNumbers are seeds that can have been typed, from 0 to 9,999,999, listed likewise.
	WholeNumbers      []string `json:"wholeNumbers"`
	WholeNumbersCount int      `json:"wholeNumbersCount"`
	// Slips are seeds of this state that differ from the mistyped one by one wrong, missing or extra character, or by two
	// neighbours transposed.
	Slips []string `json:"slips,omitempty"`
}

// FoundSeeds is what a [SeedSearch] found, together with the numbers it was about.
type FoundSeeds struct {
	// SeedSearch are the inputs.
	SeedSearch
	// Matches are the start states that give the numbers, none if no seed does.
	Matches []SeedMatch `json:"matches"`
	// Note is [SeedSearchNote].
	Note string `json:"note"`
}

// SeedSearchNote is what stands beside the seeds that a search has found.
const SeedSearchNote = "A seed that gives a sample shows that the sample could have been drawn with it. It does not show " +
	"when the seed was chosen, nor that no other seed was tried before."

// The seeds that are listed.
const (
	mostTries     = 100 // numbers that a start state draws on the average before one is not reported
	fewSeeds      = 20  // of each state, where there are
	manyStates    = 50  // or more
	centiseconds  = 24 * 60 * 60 * 100
	wholeNumbers  = 10_000_000
	searchedSlips = 64 // characters of a mistyped seed that are worked on
)

// Search tries every start state and returns those that give the numbers, in the order of their states; none if no seed
// does. Errors wrap [ErrFrame], [ErrSize] and [ErrReported].
//
// Of few numbers from a small frame many states give the same; of a hundred from a frame of thousands at most one does. A
// sample of more than 99 of 100 units of its frame is refused: it says little about the seed.
func (s SeedSearch) Search() (FoundSeeds, error) {
	plan := SingleStage{Seed: "0", Low: s.Low, High: s.High, Size: int64(len(s.Numbers))}
	if err := plan.check(); err != nil {
		return FoundSeeds{}, err
	}
	if p := problems(s.Numbers, plan.Size, plan.Size, itself[int64], plan.holds); p.any() {
		return FoundSeeds{}, fmt.Errorf("%w: %s", ErrReported, p)
	}
	if plan.frameSize() > mostTries*(plan.frameSize()-plan.Size) {
		return FoundSeeds{}, fmt.Errorf("%w %d is nearly the frame of %d units, so that the numbers tell little about the seed",
			ErrSize, plan.Size, plan.frameSize())
	}
	place := make(map[int64]int, len(s.Numbers)) // offset in the frame -> place in the list
	for i, n := range s.Numbers {
		place[n-s.Low] = i
	}
	frame := float64(plan.frameSize())
	seen := make([]int, len(s.Numbers)) // the last state, from 1, that drew the number
	matches := []SeedMatch{}
	for state := range 1 << 16 {
		if s.gives(state, frame, place, seen) {
			matches = append(matches, SeedMatch{State: state, TimesOfDay: []string{}, WholeNumbers: []string{}})
		}
	}
	listSeeds(matches, s.Mistyped)
	s.Numbers = slices.Clone(s.Numbers)
	return FoundSeeds{SeedSearch: s, Matches: matches, Note: SeedSearchNote}, nil
}

// gives reports whether a start state draws exactly the numbers.
func (s SeedSearch) gives(state int, frame float64, place map[int64]int, seen []int) bool {
	r := basicRnd(state<<8 | 0x86)
	g := wichmannHill{start(&r, modulusX), start(&r, modulusY), start(&r, modulusZ)}
	for drawn := 0; drawn < len(seen); {
		i, reported := place[g.below(frame)]
		switch {
		case !reported:
			return false
		case seen[i] == state+1: // drawn before: thrown away
			continue
		case s.Ordered && i != drawn:
			return false
		}
		seen[i] = state + 1
		drawn++
	}
	return true
}

// listSeeds fills in the seeds that lead to the states, in one pass over all of them.
func listSeeds(matches []SeedMatch, mistyped string) {
	if len(matches) == 0 {
		return
	}
	most := wholeNumbers
	if len(matches) > manyStates {
		most = fewSeeds
	}
	var of [1 << 16]*SeedMatch
	for i := range matches {
		of[matches[i].State] = &matches[i]
	}
	for c := range centiseconds {
		seed := float64(c) / 100
		if m := of[stateOf(seed)]; m != nil {
			if m.TimesOfDayCount++; m.TimesOfDayCount <= most {
				m.TimesOfDay = append(m.TimesOfDay, strconv.FormatFloat(seed, 'f', 2, 64))
			}
		}
	}
	for n := range wholeNumbers {
		if m := of[stateOf(float64(n))]; m != nil {
			if m.WholeNumbersCount++; m.WholeNumbersCount <= most {
				m.WholeNumbers = append(m.WholeNumbers, strconv.Itoa(n))
			}
		}
	}
	for _, text := range slips(mistyped) {
		if number, err := parseSeed(text); err == nil {
			if m := of[stateOf(seedDouble(number))]; m != nil {
				m.Slips = append(m.Slips, text)
			}
		}
	}
}

// stateOf returns the start state of a seed: the upper 32 bits of the double, folded to 16.
func stateOf(seed float64) int {
	high := uint32(math.Float64bits(seed) >> 32)
	return int(high&0xFFFF ^ high>>16)
}

// slips returns the texts that one slip of the hand makes of a seed, without repetition: a digit for another, a character
// left out or one too many, two neighbours transposed.
func slips(text string) []string {
	if text == "" || len(text) > searchedSlips {
		return nil
	}
	const typed = "0123456789."
	var list []string
	add := func(s string) {
		if s != text && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	for i := range len(text) + 1 {
		for _, c := range typed {
			add(text[:i] + string(c) + text[i:])
			if i < len(text) {
				add(text[:i] + string(c) + text[i+1:])
			}
		}
		if i < len(text) {
			add(text[:i] + text[i+1:])
		}
		if i+1 < len(text) {
			add(text[:i] + text[i+1:i+2] + text[i:i+1] + text[i+2:])
		}
	}
	return list
}
