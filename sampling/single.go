package sampling

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// SingleStage is the plan of a simple random sample from one frame of consecutively numbered units, RAT-STATS' "Single
// Stage Random Numbers". Its fields are all that is needed to draw the sample again.
//
// Source: RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13.
type SingleStage struct {
	// Method is the generator, [RATSTATS] if empty.
	Method Method `json:"method,omitempty"`
	// Seed is the seed as printed or typed: "1357.00", "48863.78", "12345", "12,345", and a whole number for the methods
	// beside RAT-STATS. It has no default.
	Seed string `json:"seed"`
	// Low and High are the numbers of the first and the last unit of the frame. Low may be negative; left out it is 0, not 1.
	Low  int64 `json:"low"`
	High int64 `json:"high"`
	// Size is the number of units of the sample, RAT-STATS' "quantity in sequential order".
	Size int64 `json:"size"`
	// Spares is the number of spares, RAT-STATS' "spares in random order".
	Spares int64 `json:"spares" request:"optional"`
	// DrawnBefore says that so many orders of selection, the first ones, were drawn earlier: 50 when 150 units were added
	// to 50, and 0 for a first draw. It changes no number. See [Selection.DrawOn].
	DrawnBefore int64 `json:"drawnBefore,omitempty"`
	// FrameDigest identifies the frame whose units the numbers are, "sha256:" and 64 hexadecimal digits: documented with
	// the draw, it keeps the frame from being exchanged afterwards. Optional; it changes no number.
	FrameDigest string `json:"frameDigest,omitempty"`
	// Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. Other methods have none of them.
	Strict bool `json:"strict,omitempty"`
}

// Draw draws the sample and its spares. The errors wrap [ErrMethod], [ErrSeed], [ErrFrame] or [ErrSize]; sizes
// together may be all units of the frame, and may not be zero. They wrap [ErrDrawOn] if the method cannot continue the
// sample by the spares, or the units drawn before by the others.
func (s SingleStage) Draw() (Selection, error) {
	var err error
	if s.Method, err = s.Method.resolve(); err != nil {
		return Selection{}, err
	}
	if err := s.check(); err != nil {
		return Selection{}, err
	}
	if err := checkDigest(s.FrameDigest); err != nil {
		return Selection{}, err
	}
	warnings := s.warnings()
	if err := strictLimits(s.Strict, warnings); err != nil {
		return Selection{}, err
	}
	frame := s.frameSize()
	for _, part := range []int64{s.DrawnBefore, s.Size} {
		if err := s.Method.continues(part, s.Size+s.Spares, frame); err != nil {
			return Selection{}, err
		}
	}
	offsets, err := s.Method.offsets(s.Seed, s.Size+s.Spares, frame)
	if err != nil {
		return Selection{}, err
	}
	r := Selection{
		SingleStage: s,
		FrameSize:   frame,
		Sample:      make([]Unit, s.Size),
		SpareUnits:  make([]Unit, s.Spares),
		Summation:   summation(offsets, s.Low),
		Warnings:    warnings,
	}
	for i, k := range sequential(offsets[:s.Size], frame) {
		r.Sample[i] = Unit{Order: k.order(), Number: s.Low + k.offset()}
	}
	for i, v := range offsets[s.Size:] {
		r.SpareUnits[i] = Unit{Order: s.Size + 1 + int64(i), Number: s.Low + v}
	}
	return r, nil
}

// checkDigest refuses a frame digest that is none.
func checkDigest(digest string) error {
	if digest == "" {
		return nil
	}
	sum, ok := strings.CutPrefix(digest, "sha256:")
	if b, err := hex.DecodeString(sum); !ok || err != nil || len(b) != sha256.Size || sum != strings.ToLower(sum) {
		return fmt.Errorf("%w digest %q is not \"sha256:\" and 64 hexadecimal digits", ErrFrame, finding.Clip(digest))
	}
	return nil
}

// frameSize is High-Low+1, for numbers within [MaxNumber].
func (s SingleStage) frameSize() int64 { return s.High - s.Low + 1 }

// check refuses frames and sizes that cannot be drawn.
func (s SingleStage) check() error {
	if err := s.checkFrame(); err != nil {
		return err
	}
	frame := s.frameSize()
	switch {
	case s.Size < 0:
		return fmt.Errorf("%w %d is negative", ErrSize, s.Size)
	case s.Spares < 0:
		return fmt.Errorf("%w: %d spares are a negative number", ErrSize, s.Spares)
	case s.Size == 0 && s.Spares == 0:
		return fmt.Errorf("%w 0 and no spares: nothing is to be drawn", ErrSize)
	case s.Size > frame:
		return fmt.Errorf("%w %d exceeds the frame of %s", ErrSize, s.Size, finding.Count(frame, "unit", "units"))
	case s.Spares > frame-s.Size:
		return fmt.Errorf("%w %d and %d spares exceed the frame of %d units", ErrSize, s.Size, s.Spares, frame)
	case s.Size > MaxUnits || s.Spares > MaxUnits-s.Size:
		return fmt.Errorf("%w %d and %d spares exceed the %d units of one draw", ErrSize, s.Size, s.Spares, MaxUnits)
	case s.DrawnBefore < 0:
		return fmt.Errorf("%w: %d units drawn before are a negative number", ErrSize, s.DrawnBefore)
	case s.DrawnBefore > 0 && s.DrawnBefore >= s.Size:
		return fmt.Errorf("%w %d adds nothing to the %d units drawn before", ErrSize, s.Size, s.DrawnBefore)
	}
	return nil
}

func (s SingleStage) checkFrame() error {
	for _, n := range []int64{s.Low, s.High} {
		if n > MaxNumber || n < -MaxNumber {
			return fmt.Errorf("%w %d to %d: numbers of units go from %d to %d", ErrFrame, s.Low, s.High,
				int64(-MaxNumber), int64(MaxNumber))
		}
	}
	if s.Low > s.High {
		return fmt.Errorf("%w %d to %d: the first number exceeds the last", ErrFrame, s.Low, s.High)
	}
	if frame := s.frameSize(); frame > MaxFrame {
		return fmt.Errorf("%w of %d units exceeds the %d that the generator can serve",
			ErrFrame, frame, int64(MaxFrame))
	}
	return nil
}

// warnings tells where RAT-STATS itself could not have made this selection.
func (s SingleStage) warnings() []Warning {
	const limit = 10_000
	if s.Method != "" && s.Method != RATSTATS {
		return nil
	}
	var list []Warning
	warn := func(code, format string, args ...any) { list = append(list, finding.Warn(code, format, args...)) }
	total, frame := s.Size+s.Spares, s.frameSize()
	if total > limit {
		warn("ratstats_limit", "%s random numbers are more than the %s that RAT-STATS gives in one run (User's Guide A-1).",
			exact.CommasInt(total), exact.CommasInt(limit))
	}
	if total == frame {
		warn("whole_frame", "All %s units of the frame are selected; RAT-STATS gives fewer random numbers than the frame "+
			"has units (User's Guide 2-4).", exact.CommasInt(frame))
	}
	if s.Low < 0 {
		warn("ratstats_negative", "The frame starts at %s; RAT-STATS ignores a minus sign where a frame is entered "+
			"(User's Guide 1-2).", exact.CommasInt(s.Low))
	}
	return list
}
