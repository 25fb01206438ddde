package sampling

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/finding"
)

// ErrStratum is returned for a list of strata that is empty, or a stratum without a name or with that of another one.
var ErrStratum = errors.New("sampling: stratum")

// MaxStrata is the largest number of strata of one plan.
const MaxStrata = 10_000

// Stratified is the plan of a stratified sample: a simple random sample from each stratum, drawn by [SingleStage]
// with a seed of its own. One seed for all strata would start every stratum with the same random numbers, so that the
// samples would not be independent of each other.
//
// A stratum's seed is given, or it is derived from the plan's seed and the stratum's name: take the SHA-256 hash of the
// text
//
//	seed of the plan, line feed, name of the stratum
//
// in UTF-8 and read its first eight bytes as a big-endian integer v. For [RATSTATS] the seed of the plan is written
// with two decimals and no commas, and the stratum's seed is v mod 8,640,000 hundredths of a second since midnight,
// "48863.78": what RAT-STATS itself would take from the clock. For other methods the plan's seed is written without
// commas, and the stratum's seed is the whole number v mod 2^31. Where that seed gives the random numbers of an earlier
// stratum, a line feed and the number 2 (then 3, and so on) are put behind the name and the text is hashed again.
// So `printf '48863.78\nInpatient' | sha256sum` is enough to check one.
//
// Source: Cochran, Sampling Techniques (1977), ch. 5, for the design; the derivation of seeds is this package's.
type Stratified struct {
	// Method is the generator of all strata, [RATSTATS] if empty.
	Method Method `json:"method,omitempty"`
	// Seed is the seed that seeds of strata are derived from. It may be empty if every stratum has a seed.
	Seed string `json:"seed,omitempty"`
	// FrameDigest identifies the frame of all strata together, as that of [SingleStage] does. Optional; it changes no number.
	FrameDigest string `json:"frameDigest,omitempty"`
	// Strata are drawn one by one. Their frames are numbered each on its own or all through; neither is checked.
	Strata []Stratum `json:"strata"`
}

// Stratum is one stratum of a plan.
type Stratum struct {
	// Name is unique in the plan, without control characters. Derived seeds depend on it.
	Name string `json:"name"`
	// Low and High are the numbers of the first and the last unit of the stratum's frame. Low left out is 0, not 1.
	Low  int64 `json:"low"`
	High int64 `json:"high"`
	// Size is the number of units of the stratum's sample, Spares that of its spares.
	Size   int64 `json:"size"`
	Spares int64 `json:"spares" request:"optional"`
	// Seed is the stratum's own seed; if empty, it is derived.
	Seed string `json:"seed,omitempty"`
}

// StratumSelection is what was drawn from one stratum.
type StratumSelection struct {
	// Name of the stratum.
	Name string `json:"name"`
	// SeedDerived says that the seed of the selection was derived from that of the plan.
	SeedDerived bool `json:"seedDerived"`
	// Selection is the draw, its seed stated: a single stage that can be drawn again, and drawn on, by itself.
	Selection Selection `json:"selection"`
}

// StratifiedSelection is a stratified sample together with the plan it came from.
type StratifiedSelection struct {
	// Stratified is the plan, its method stated.
	Stratified
	// Size, Spares and FrameSize are the sums over all strata.
	Size      int64 `json:"size"`
	Spares    int64 `json:"spares"`
	FrameSize int64 `json:"frameSize"`
	// Selections are those of the strata, in their order.
	Selections []StratumSelection `json:"selections"`
}

// Draw draws every stratum. Seeds of different strata have to be different, and for [RATSTATS] they have to start the
// generator differently: only 65,536 starts exist, and two strata that share one would have the same random numbers.
// Given seeds that clash are an error; a derived seed that would clash is derived anew.
//
// The errors name the stratum and wrap [ErrStratum], [ErrSeed] (strata of one seed too), or what [SingleStage.Draw]
// returns.
func (s Stratified) Draw() (StratifiedSelection, error) {
	if err := s.check(); err != nil {
		return StratifiedSelection{}, err
	}
	r := StratifiedSelection{Stratified: s, Selections: make([]StratumSelection, len(s.Strata))}
	r.Strata = append([]Stratum(nil), s.Strata...)
	starts := map[string]string{}
	for i, stratum := range s.Strata {
		fail := func(err error) (StratifiedSelection, error) {
			if stratum.Seed != "" {
				err = finding.Under(fmt.Sprintf("strata[%d]", i), err)
			}
			return StratifiedSelection{}, fmt.Errorf("%w (stratum %d, %q)", err, i+1, finding.Clip(stratum.Name))
		}
		seed, err := s.freeSeed(stratum, starts)
		if err != nil {
			return fail(err)
		}
		plan := SingleStage{Method: s.Method, Seed: seed, Low: stratum.Low, High: stratum.High,
			Size: stratum.Size, Spares: stratum.Spares, FrameDigest: s.FrameDigest}
		selection, err := plan.Draw()
		if err != nil {
			return fail(err)
		}
		r.Method = selection.Method
		start := stratumStart(selection.Method, seed)
		if other, ok := starts[start]; ok {
			return fail(finding.At("seed", fmt.Errorf("%w %q gives the same random numbers as that of stratum %q: give one of them "+
				"another seed", ErrSeed, finding.Clip(seed), finding.Clip(other))))
		}
		starts[start] = stratum.Name
		r.Selections[i] = StratumSelection{Name: stratum.Name, SeedDerived: stratum.Seed == "", Selection: selection}
		r.Size += stratum.Size
		r.Spares += stratum.Spares
		r.FrameSize += selection.FrameSize
	}
	return r, nil
}

// check refuses lists of strata that cannot be told apart, and more units than one draw gives.
func (s Stratified) check() error {
	if len(s.Strata) == 0 {
		return fmt.Errorf("%w: there are none", ErrStratum)
	}
	if len(s.Strata) > MaxStrata {
		return fmt.Errorf("%w: %d are more than %d", ErrStratum, len(s.Strata), MaxStrata)
	}
	names := map[string]bool{}
	var total int64
	for i, stratum := range s.Strata {
		switch name := stratum.Name; {
		case name == "":
			return fmt.Errorf("%w %d has no name", ErrStratum, i+1)
		case !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl):
			return fmt.Errorf("%w %d: the name %q is not UTF-8 or has a control character",
				ErrStratum, i+1, finding.Clip(name))
		case names[name]:
			return fmt.Errorf("%w %d: the name %q is that of another one", ErrStratum, i+1, finding.Clip(name))
		}
		names[stratum.Name] = true
		for _, n := range []int64{stratum.Size, stratum.Spares} {
			if n > MaxUnits-total {
				return fmt.Errorf("%w: all strata together exceed the %d units of one draw", ErrSize, MaxUnits)
			}
			total += max(0, n)
		}
	}
	return nil
}

// freeSeed returns the seed that a stratum is drawn with: its own, or the first derived one whose random numbers no earlier
// stratum has.
func (s Stratified) freeSeed(stratum Stratum, starts map[string]string) (string, error) {
	const mostTries = 1000
	method, err := s.Method.resolve()
	if err != nil {
		return "", err
	}
	for try := 1; ; try++ {
		seed, err := s.stratumSeed(stratum, try)
		if err != nil || stratum.Seed != "" || try == mostTries {
			return seed, err
		}
		if _, taken := starts[stratumStart(method, seed)]; !taken {
			return seed, nil
		}
	}
}

// stratumSeed returns the seed of a stratum, or the seed that a try derives for it.
func (s Stratified) stratumSeed(stratum Stratum, try int) (string, error) {
	const hundredthsOfADay = 24 * 60 * 60 * 100
	if stratum.Seed != "" {
		return stratum.Seed, nil
	}
	if s.Seed == "" {
		return "", finding.At("seed", fmt.Errorf("%w is missing: neither the stratum nor the plan has one", ErrSeed))
	}
	seed, err := s.plainSeed()
	if err != nil {
		return "", err
	}
	text := seed + "\n" + stratum.Name
	if try > 1 {
		text += "\n" + fmt.Sprint(try)
	}
	hash := sha256.Sum256([]byte(text))
	v := binary.BigEndian.Uint64(hash[:8])
	if s.isRATSTATS() {
		return printSeed(decimal.New(int64(v%hundredthsOfADay), -2)), nil
	}
	return fmt.Sprint(v % (1 << 31)), nil
}

// plainSeed is the seed of the plan in the one way of writing it that seeds of strata are derived from.
func (s Stratified) plainSeed() (string, error) {
	if s.isRATSTATS() {
		number, err := parseSeed(s.Seed)
		if err != nil {
			return "", err
		}
		return printSeed(number), nil
	}
	number, err := parseWholeSeed(s.Seed)
	if err != nil {
		return "", err
	}
	return number.String(), nil
}

func (s Stratified) isRATSTATS() bool { return s.Method == "" || s.Method == RATSTATS }

// stratumStart tells streams of random numbers apart: two seeds with one start give the same numbers. The seed has been
// drawn with. The sign of a seed counts in R only.
func stratumStart(m Method, seed string) string {
	if m == RATSTATS {
		number, _ := parseSeed(seed)
		return fmt.Sprint(uint32(newBasicRnd(seedDouble(number))))
	}
	number, err := parseWholeSeed(seed)
	if err != nil {
		return seed
	}
	if m == Python {
		number.Abs(number)
	}
	return number.String()
}

// redraw draws s again from its inputs and returns that, or an error that wraps [ErrSelection] if s holds something
// else. Warnings are not compared.
func (s StratifiedSelection) redraw() (StratifiedSelection, error) {
	return drawnAgain(s, func(want StratifiedSelection) error {
		return sameJSON(s.withoutWarnings(), want.withoutWarnings())
	})
}

func (s StratifiedSelection) withoutWarnings() StratifiedSelection {
	s.Selections = append([]StratumSelection(nil), s.Selections...)
	for i := range s.Selections {
		s.Selections[i].Selection.Warnings = nil
	}
	return s
}
