package sampling

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// Frames is the plan of a simple random sample from a population that is numbered in several parts, such as the claims
// of several months: RAT-STATS' "Frames - Single Stage". One number is drawn from 1 to the number of all items; it
// stands for an item of one of the frames, which are taken as if they were one behind the other.
//
// Source: RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54.
type Frames struct {
	// Method is the generator, [RATSTATS] if empty.
	Method Method `json:"method,omitempty"`
	// Seed is the seed as printed or typed: "34346.94". It has no default.
	Seed string `json:"seed"`
	// Ranges are the frames in their order, each by the numbers of its first and its last item.
	Ranges []Range `json:"ranges"`
	// Size is the number of items of the sample, RAT-STATS' "quantity in sequential order".
	Size int64 `json:"size"`
	// Spares is the number of spares, RAT-STATS' "spares in random order".
	Spares int64 `json:"spares" request:"optional"`
	// DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number. See
	// [FramesSelection.DrawOn].
	DrawnBefore int64 `json:"drawnBefore,omitempty"`
	// FrameDigest identifies the frame, as that of [SingleStage] does. Optional; it changes no number.
	FrameDigest string `json:"frameDigest,omitempty"`
	// Strict makes errors of RAT-STATS' own limits, which are warnings otherwise.
	Strict bool `json:"strict,omitempty"`
}

// FrameItem is an item of one of several frames.
type FrameItem struct {
	// Order is the order of selection, from 1; 0 for an item that was not drawn.
	Order int64 `json:"order,omitempty"`
	// Number is the random number, from 1 to the number of all items.
	Number int64 `json:"number,omitempty"`
	// Frame is the number of the frame, from 1.
	Frame int64 `json:"frame,omitempty"`
	// Item is the number of the item in its frame.
	Item int64 `json:"item" request:"optional"`
}

// String shows an item as the printer output does, order of selection, number, frame and item: "1 - 1308 2 8662".
func (f FrameItem) String() string {
	return fmt.Sprintf("%d - %d %d %d", f.Order, f.Number, f.Frame, f.Item)
}

func (f FrameItem) order() int64 { return f.Order }

// Draw draws the sample and its spares. The errors wrap [ErrMethod], [ErrSeed], [ErrFrame] or [ErrSize], and
// [ErrDrawOn] as for [SingleStage.Draw]. The frames together have at most [MaxFrame] items.
func (f Frames) Draw() (FramesSelection, error) {
	f.Ranges = slices.Clone(f.Ranges)
	return drawFrames(f)
}

// Locate returns the item that a random number stands for, a number from 1 to the number of all items. The error wraps
// [ErrFrame].
//
// Source: RAT-STATS Companion Manual 1-7, User's Guide 2-2.
func (f Frames) Locate(number int64) (FrameItem, error) {
	parts, err := f.parts()
	if err != nil {
		return FrameItem{}, err
	}
	if err := parts.check(number); err != nil {
		return FrameItem{}, err
	}
	return f.item(parts, Unit{Number: number}), nil
}

// item is the item of a unit of all frames together.
func (f Frames) item(parts frameParts, u Unit) FrameItem {
	frame, offset := parts.locate(u.Number)
	return FrameItem{Order: u.Order, Number: u.Number, Frame: int64(frame + 1), Item: f.Ranges[frame].Low + offset}
}

// selection makes the selection of frames from that of all items.
func (f Frames) selection(parts frameParts, drawn Selection) (FramesSelection, error) {
	warnings := drawn.Warnings
	if drawn.Method == RATSTATS {
		warnings = slices.Concat(warnings, framesWarning(len(f.Ranges)), negativeWarnings(f.Ranges, "Frame %d"))
	}
	if err := strictLimits(f.Strict, warnings); err != nil {
		return FramesSelection{}, err
	}
	f.Method, f.Size, f.DrawnBefore = drawn.Method, drawn.Size, drawn.DrawnBefore
	item := func(u Unit) FrameItem { return f.item(parts, u) }
	return FramesSelection{
		Frames:     f,
		FrameSize:  drawn.FrameSize,
		Sample:     mapList(drawn.Sample, item),
		SpareItems: mapList(drawn.SpareUnits, item),
		Warnings:   warnings,
	}, nil
}

// single is the plan of all items together.
func (f Frames) single(parts frameParts) SingleStage {
	return SingleStage{Method: f.Method, Seed: f.Seed, Low: 1, High: parts.total(), Size: f.Size, Spares: f.Spares,
		DrawnBefore: f.DrawnBefore, FrameDigest: f.FrameDigest}
}

// parts checks the frames and adds their sizes up.
func (f Frames) parts() (frameParts, error) {
	sizes := make([]int64, len(f.Ranges))
	for i, r := range f.Ranges {
		if err := r.check(); err != nil {
			return nil, fmt.Errorf("%w (frame %d)", err, i+1)
		}
		sizes[i] = r.size()
	}
	return addParts(sizes)
}

// frameParts holds for each frame the last number of its items when all frames are numbered through from 1.
type frameParts []int64

// addParts adds up sizes of frames, each from 1 to [MaxFrame].
func addParts(sizes []int64) (frameParts, error) {
	if len(sizes) == 0 {
		return nil, fmt.Errorf("%w list is empty: nothing can be drawn", ErrFrame)
	}
	var total int64
	parts := make(frameParts, len(sizes))
	for i, size := range sizes {
		if total += size; total > MaxFrame {
			return nil, fmt.Errorf("%w %d and those before it have more than %d items, more than the generator can serve",
				ErrFrame, i+1, int64(MaxFrame))
		}
		parts[i] = total
	}
	return parts, nil
}

func (p frameParts) total() int64 { return p[len(p)-1] }

// before is the number of items in the frames before frame i, counted from 0.
func (p frameParts) before(i int) int64 {
	if i == 0 {
		return 0
	}
	return p[i-1]
}

func (p frameParts) check(number int64) error {
	if number < 1 || number > p.total() {
		return fmt.Errorf("%w has no number %d: numbers go from 1 to %d", ErrFrame, number, p.total())
	}
	return nil
}

// locate finds the first frame whose last number is not below number: its index from 0, and the items of the frame that
// come before.
func (p frameParts) locate(number int64) (frame int, offset int64) {
	frame, _ = slices.BinarySearch(p, number)
	return frame, number - p.before(frame) - 1
}

// note is the line about frame i of a printout, behind what holds its items.
func (p frameParts) note(i int, items string) string {
	return fmt.Sprintf("FRAME %d: %s = %s THROUGH %s (%s)", i+1, items, exact.CommasInt(p.before(i)+1),
		exact.CommasInt(p[i]), exact.CommasInt(p[i]-p.before(i)))
}

// framesWarning tells that RAT-STATS itself could not have taken so many frames.
func framesWarning(frames int) []Warning {
	const limit = 50
	if frames <= limit {
		return nil
	}
	return []Warning{finding.Warn("ratstats_frames", "%s frames are more than the %d that RAT-STATS takes "+
		"(User's Guide A-1).", exact.CommasInt(int64(frames)), limit)}
}

// negativeWarnings are the warnings about ranges that start below zero; name is how one is called.
func negativeWarnings(ranges []Range, name string) []Warning {
	var list []Warning
	for i, r := range ranges {
		if r.Low < 0 {
			list = append(list, finding.Warn("ratstats_negative", name+" starts at %s; RAT-STATS ignores a minus sign where "+
				"a frame is entered (User's Guide 1-2).", i+1, exact.CommasInt(r.Low)))
		}
	}
	return list
}

func mapList[U, T any](units []U, f func(U) T) []T {
	list := make([]T, len(units))
	for i, u := range units {
		list[i] = f(u)
	}
	return list
}
