package sampling

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrVariant is returned for a variant of systematic selection that this package does not know.
var ErrVariant = errors.New("sampling: variant")

// Variant is a way of taking units at an interval.
type Variant string

const (
	// Fractional takes exactly n units at the interval N/n, which need not be a whole number. It is the default.
	Fractional Variant = "fractional"
	// Classic takes every k-th unit, k = floor(N/n), from a random start in 1 ... k to the end of the frame: n units
	// where n divides N, otherwise n or more, depending on the start.
	Classic Variant = "classic"
)

// Systematic is the plan of a systematic sample with a random start. Its sample depends on the order of the frame: a
// period in it that goes with the interval does harm, and one sample gives no unbiased estimate of its variance.
//
// Fractional: the frame is taken as a line of n*N points, n for each unit. The start r is drawn from 1 ... N, and the
// points r, r+N, r+2N, ... r+(n-1)N select the units they lie in, u = ceil(point/n). Everything is an integer; each
// unit is selected by exactly n of the N starts.
//
// Classic: the start r is drawn from 1 ... k, and r, r+k, r+2k, ... are selected as far as the frame goes. Each unit is
// selected by exactly one of the k starts.
//
// The start is the number that [SingleStage] draws as the only unit of a frame from 1 to N or k.
//
// Source: Cochran, Sampling Techniques (1977), sec. 8.1 and 8.2; fractional intervals: Murthy, Sampling Theory and
// Methods (1967), ch. 5.
type Systematic struct {
	// Method is the generator of the start, [RATSTATS] if empty.
	Method Method `json:"method,omitempty"`
	// Seed is the seed as printed or typed. It has no default.
	Seed string `json:"seed"`
	// Low and High are the numbers of the first and the last unit of the frame. Low left out is 0, not 1.
	Low  int64 `json:"low"`
	High int64 `json:"high"`
	// Size is the number of units wanted.
	Size int64 `json:"size"`
	// Variant is [Fractional] if empty.
	Variant Variant `json:"variant,omitempty"`
	// FrameDigest identifies the frame, as that of [SingleStage] does. Optional; it changes no number.
	FrameDigest string `json:"frameDigest,omitempty"`
}

// SystematicSelection is a systematic sample together with the plan it came from. It cannot be drawn on: another size has
// another interval. See [Second] for more units.
type SystematicSelection struct {
	// Systematic is the plan, method and variant stated.
	Systematic
	// FrameSize is the number of units in the frame.
	FrameSize int64 `json:"frameSize"`
	// Interval is N/n, rounded to 20 significant digits, or k.
	Interval decimal.Decimal `json:"interval"`
	// Start is the number drawn: the first point (of n to a unit) of the fractional variant, the place of the first unit
	// in the frame of the classic one.
	Start int64 `json:"start"`
	// Sample are the units in the order of the frame. Their number is Size for the fractional variant.
	Sample []Unit `json:"sample"`
	// Warnings are findings that are not errors: "systematic_size" where the classic variant gave more units than asked.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s SystematicSelection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Draw draws the start and takes the units. The errors wrap [ErrVariant], [ErrMethod], [ErrSeed], [ErrFrame] or
// [ErrSize].
func (s Systematic) Draw() (SystematicSelection, error) {
	switch s.Variant {
	case "":
		s.Variant = Fractional
	case Fractional, Classic:
	default:
		return SystematicSelection{}, fmt.Errorf("%w %q is unknown (%q and %q are known)",
			ErrVariant, finding.Clip(string(s.Variant)), Fractional, Classic)
	}
	frame, err := systematicFrame(s.Low, s.High, s.Size)
	if err != nil {
		return SystematicSelection{}, err
	}
	if err := checkDigest(s.FrameDigest); err != nil {
		return SystematicSelection{}, err
	}
	starts := frame
	if s.Variant == Classic {
		starts = frame / s.Size
		if most := (frame-1)/starts + 1; most > MaxUnits {
			return SystematicSelection{}, fmt.Errorf("%w: every %d. unit of %d is up to %d units, more than the %d of one draw",
				ErrSize, starts, frame, most, MaxUnits)
		}
	}
	start, method, err := systematicStart(s.Method, s.Seed, starts)
	if err != nil {
		return SystematicSelection{}, err
	}
	s.Method = method
	r := SystematicSelection{Systematic: s, FrameSize: frame, Start: start}
	if s.Variant == Classic {
		r.Interval = decimal.NewFromInt(starts)
		r.Sample = systematicClassic(start, starts, frame)
	} else {
		r.Interval = exact.Round(big.NewRat(frame, s.Size))
		r.Sample = systematicFractional(start, frame, s.Size)
	}
	for i := range r.Sample {
		r.Sample[i].Number += s.Low - 1
	}
	if n := int64(len(r.Sample)); n != s.Size {
		r.Warnings = append(r.Warnings, finding.Warn("systematic_size",
			"Every %s. unit from the start gives %s units, not %s: the interval is rounded down.",
			exact.CommasInt(starts), exact.CommasInt(n), exact.CommasInt(s.Size)))
	}
	return r, nil
}

// systematicFractional returns the units, numbered from 1, of a start in 1 ... frame. Points are at most size*frame,
// 10^19, which fits 64 bits without a sign.
func systematicFractional(start, frame, size int64) []Unit {
	units := make([]Unit, size)
	for i := range size {
		point := uint64(start-1) + uint64(i)*uint64(frame)
		units[i] = Unit{Order: i + 1, Number: int64(point/uint64(size)) + 1}
	}
	return units
}

// systematicClassic returns the units, numbered from 1, of a start in 1 ... k.
func systematicClassic(start, k, frame int64) []Unit {
	units := make([]Unit, 0, (frame-start)/k+1)
	for n := start; n <= frame; n += k {
		units = append(units, Unit{Order: int64(len(units) + 1), Number: n})
	}
	return units
}

// systematicFrame returns the number of units of a frame that size units can be taken from.
func systematicFrame(low, high, size int64) (int64, error) {
	if err := (SingleStage{Low: low, High: high}).checkFrame(); err != nil {
		return 0, err
	}
	frame := high - low + 1
	switch {
	case size < 1:
		return 0, fmt.Errorf("%w %d is not positive", ErrSize, size)
	case size > frame:
		return 0, fmt.Errorf("%w %d exceeds the frame of %s", ErrSize, size, finding.Count(frame, "unit", "units"))
	case size > MaxUnits:
		return 0, fmt.Errorf("%w %d exceeds the %d units of one draw", ErrSize, size, MaxUnits)
	}
	return frame, nil
}

// startPlan is the draw of one number from 1 to starts.
func startPlan(m Method, seed string, starts int64) SingleStage {
	return SingleStage{Method: m, Seed: seed, Low: 1, High: starts, Size: 1}
}

// systematicStart draws one number from 1 to starts, and states the method.
func systematicStart(m Method, seed string, starts int64) (int64, Method, error) {
	s, err := startPlan(m, seed, starts).Draw()
	if err != nil {
		return 0, m, err
	}
	return s.Sample[0].Number, s.Method, nil
}
