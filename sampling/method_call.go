package sampling

import (
	"fmt"
	"strconv"
)

// Call returns what a user of the original program types to get the numbers in the order of selection, spares behind
// the sample: `set.seed(42); sample.int(5000, 50)`. It is empty for RAT-STATS, which is not called by a line of text,
// and for a plan whose method or seed is unknown.
func (s SingleStage) Call() string {
	r, err := s.Method.rule()
	if err != nil || r.call == nil {
		return ""
	}
	seed, err := parseWholeSeed(s.Seed)
	if err != nil {
		return ""
	}
	return r.call(s, seed.String())
}

// rCall returns the call for R with further arguments of set.seed.
func rCall(arguments string) func(s SingleStage, seed string) string {
	return func(s SingleStage, seed string) string {
		return fmt.Sprintf("set.seed(%s%s); sample.int(%d, %d)%s",
			seed, arguments, s.frameSize(), s.Size+s.Spares, plusNumber(s.Low-1))
	}
}

func pythonCall(s SingleStage, seed string) string {
	return fmt.Sprintf("random.Random(%s).sample(range(%d, %d), %d)", seed, s.Low, s.High+1, s.Size+s.Spares)
}

func numpyCall(s SingleStage, seed string) string {
	return fmt.Sprintf("numpy.random.default_rng(%s).choice(%d, %d, replace=False)%s",
		seed, s.frameSize(), s.Size+s.Spares, plusNumber(s.Low))
}

// plusNumber is " + 5", " - 5", or nothing for 0.
func plusNumber(n int64) string {
	switch {
	case n < 0:
		return " - " + strconv.FormatInt(-n, 10)
	case n > 0:
		return " + " + strconv.FormatInt(n, 10)
	}
	return ""
}

// methodNotes are the lines of a printout about the method, none for RAT-STATS.
func (s Selection) methodNotes() []string {
	r, err := s.Method.rule()
	if err != nil || r.title == "" {
		return nil
	}
	return []string{"METHOD: " + r.title, s.Call()}
}

// printedSeed is the seed of a drawn selection: two decimals for RAT-STATS, a whole number for the others.
func (m Method) printedSeed(seed string) string {
	if r, err := m.rule(); err == nil && r.call != nil {
		if number, err := parseWholeSeed(seed); err == nil {
			return number.String()
		}
	}
	return printedSeed(m, seed)
}
