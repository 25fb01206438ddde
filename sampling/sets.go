package sampling

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/iromath/iromath/internal/finding"
)

// Range is a range of consecutive numbers, both ends included. A Low that is left out is 0, not 1.
type Range struct {
	Low  int64 `json:"low"`
	High int64 `json:"high"`
}

// size is High-Low+1, for numbers within [MaxNumber].
func (r Range) size() int64 { return SingleStage{Low: r.Low, High: r.High}.frameSize() }

// check refuses a range without numbers, or with more than the generator can serve.
func (r Range) check() error { return SingleStage{Low: r.Low, High: r.High}.checkFrame() }

// Sets is the plan of a sample of pairs, triples or quadruples of numbers, each number from a range of its own:
// RAT-STATS' "Sets of Two", "Three" and "Four Numbers". Pages and lines of a printed list are an example, or volumes,
// pages and lines. Whole sets are all different; the numbers in them may come again.
//
// Every set takes one random number for each of its ranges, the first range first, also when the set has come before
// and is thrown away.
//
// Source: RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44.
type Sets struct {
	// Method is the generator. Sets are drawn by [RATSTATS] only, which is the default.
	Method Method `json:"method,omitempty"`
	// Seed is the seed as printed or typed: "61061.36". It has no default.
	Seed string `json:"seed"`
	// Ranges are the two to four ranges.
	Ranges []Range `json:"ranges"`
	// Size is the number of sets of the sample, RAT-STATS' "quantity in sequential order".
	Size int64 `json:"size"`
	// Spares is the number of spare sets, RAT-STATS' "spares in random order".
	Spares int64 `json:"spares" request:"optional"`
	// DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number. See
	// [SetsSelection.DrawOn].
	DrawnBefore int64 `json:"drawnBefore,omitempty"`
	// FrameDigest identifies the frame, as that of [SingleStage] does. Optional; it changes no number.
	FrameDigest string `json:"frameDigest,omitempty"`
	// Strict makes errors of RAT-STATS' own limits, which are warnings otherwise.
	Strict bool `json:"strict,omitempty"`
}

// Set is one selected set of numbers.
type Set struct {
	// Order is the order of selection, from 1; 0 for a set that was not drawn.
	Order int64 `json:"order,omitempty"`
	// Numbers are the numbers of the set, one for each range.
	Numbers []int64 `json:"numbers"`
}

// String shows a set as the printer output does: "9 - 147 47". Without an order of selection it is "147 47".
func (s Set) String() string {
	text := ""
	if s.Order != 0 {
		text = fmt.Sprintf("%d - ", s.Order)
	}
	for i, n := range s.Numbers {
		if i > 0 {
			text += " "
		}
		text += strconv.FormatInt(n, 10)
	}
	return text
}

func (s Set) order() int64 { return s.Order }

func (s Set) equal(o Set) bool { return s.Order == o.Order && slices.Equal(s.Numbers, o.Numbers) }

// Draw draws the sample and its spares. The errors wrap [ErrMethod], [ErrSeed], [ErrFrame] or [ErrSize]. All sets
// together are at most [MaxNumber], which is more than RAT-STATS can number.
func (s Sets) Draw() (SetsSelection, error) {
	var err error
	if s.Method, err = ratstatsOnly(s.Method, "sets of numbers"); err != nil {
		return SetsSelection{}, err
	}
	s.Ranges = slices.Clone(s.Ranges)
	frame, err := s.check()
	if err != nil {
		return SetsSelection{}, err
	}
	if err := checkDigest(s.FrameDigest); err != nil {
		return SetsSelection{}, err
	}
	seed, err := parseSeed(s.Seed)
	if err != nil {
		return SetsSelection{}, err
	}
	warnings := s.warnings(frame)
	if err := strictLimits(s.Strict, warnings); err != nil {
		return SetsSelection{}, err
	}
	g := newWichmannHill(seedDouble(seed))
	drawn := distinctSets(s.Size+s.Spares, frame, func() int64 {
		var index int64
		for _, r := range s.Ranges {
			size := r.size()
			index = index*size + g.below(float64(size))
		}
		return index
	})
	all := s.list(drawn, sequentialSets(drawn[:s.Size], frame))
	return SetsSelection{Sets: s, FrameSize: frame, Sample: all[:s.Size:s.Size], SpareSets: all[s.Size:],
		Warnings: warnings}, nil
}

// list returns the sets with the given orders of selection, and behind them all later ones. A set is drawn as its index,
// counted from 0 in sequential order: the last number changes first. The numbers of all sets share one array.
func (s Sets) list(drawn, orders []int64) []Set {
	list, width := make([]Set, len(drawn)), len(s.Ranges)
	numbers := make([]int64, len(drawn)*width)
	for i := range list {
		order := int64(i + 1)
		if i < len(orders) {
			order = orders[i]
		}
		own := numbers[i*width : (i+1)*width : (i+1)*width]
		index := drawn[order-1]
		for k, r := range slices.Backward(s.Ranges) {
			own[k] = r.Low + index%r.size()
			index /= r.size()
		}
		list[i] = Set{Order: order, Numbers: own}
	}
	return list
}

// sequentialSets returns the orders of selection of sets in sequential order, also for frames larger than [MaxFrame].
func sequentialSets(drawn []int64, frame int64) []int64 {
	orders := make([]int64, len(drawn))
	if frame <= MaxFrame {
		for i, k := range sequential(drawn, frame) {
			orders[i] = k.order()
		}
		return orders
	}
	for i := range orders {
		orders[i] = int64(i + 1)
	}
	slices.SortFunc(orders, func(a, b int64) int { return cmp.Compare(drawn[a-1], drawn[b-1]) })
	return orders
}

// check refuses ranges and sizes that cannot be drawn, and returns how many sets there are.
func (s Sets) check() (int64, error) {
	if n := len(s.Ranges); n < 2 || n > 4 {
		return 0, fmt.Errorf("%w of sets of %d numbers: sets have two to four numbers", ErrFrame, n)
	}
	frame := int64(1)
	for i, r := range s.Ranges {
		if err := r.check(); err != nil {
			return 0, fmt.Errorf("%w (range %d)", err, i+1)
		}
		if frame > MaxNumber/r.size() {
			return 0, fmt.Errorf("%w of all sets exceeds %d", ErrFrame, int64(MaxNumber))
		}
		frame *= r.size()
	}
	return frame, s.single(frame).check()
}

// single is the single stage plan with the same sizes. No sizes reach the end of a frame as large as MaxFrame, so that
// larger ones are no different.
func (s Sets) single(frame int64) SingleStage {
	return SingleStage{Low: 1, High: min(frame, MaxFrame), Size: s.Size, Spares: s.Spares, DrawnBefore: s.DrawnBefore}
}

// warnings tells where RAT-STATS itself could not have made this selection.
func (s Sets) warnings(frame int64) []Warning {
	return append(s.single(frame).warnings(), negativeWarnings(s.Ranges, "Range %d")...)
}

// distinctSets is distinct for frames that may be larger than [MaxFrame].
func distinctSets(count, frame int64, next func() int64) []int64 {
	if frame <= MaxFrame {
		return distinct(count, frame, next)
	}
	seen := make(map[int64]struct{}, count)
	drawn := make([]int64, 0, count)
	for int64(len(drawn)) < count {
		v := next()
		if _, found := seen[v]; !found {
			seen[v] = struct{}{}
			drawn = append(drawn, v)
		}
	}
	return drawn
}

// ratstatsOnly resolves the method of a design that no other software has.
func ratstatsOnly(m Method, design string) (Method, error) {
	if m != "" && m != RATSTATS {
		return m, fmt.Errorf("%w %q does not draw %s (%q does)", ErrMethod, finding.Clip(string(m)), design, RATSTATS)
	}
	return RATSTATS, nil
}

// strictLimits makes an error of the first warning about a limit of RAT-STATS if strict is set.
func strictLimits(strict bool, warnings []Warning) error {
	if !strict {
		return nil
	}
	for _, w := range warnings {
		switch w.Code {
		case "ratstats_limit", "whole_frame":
			return fmt.Errorf("%w is beyond RAT-STATS: %s", ErrSize, w.Message)
		case "ratstats_negative", "ratstats_frames", "ratstats_name":
			return fmt.Errorf("%w is beyond RAT-STATS: %s", ErrFrame, w.Message)
		}
	}
	return nil
}
