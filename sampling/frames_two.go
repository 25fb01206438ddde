package sampling

import (
	"fmt"
	"slices"
)

// FramesOfTwo is the plan of a simple random sample from several frames whose items are numbered twice, such as the
// lines of the pages of several lists: RAT-STATS' "Frames - Sets of Two Numbers". One number is drawn from 1 to the
// number of all items, not one for the page and one for the line. With B items in the frames before, m items (lines)
// in each sub-frame (page), and r = number - B - 1, it stands for
//
//	sub-frame = first sub-frame + r div m, item = first item + r mod m
//
// Source: RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65. The manual's words take a fraction of the
// page times m and round it, which is the same but for the last line of a page, where that would give line 0 of
// the next.
type FramesOfTwo struct {
	// Method is the generator, [RATSTATS] if empty.
	Method Method `json:"method,omitempty"`
	// Seed is the seed as printed or typed: "35809.13". It has no default.
	Seed string `json:"seed"`
	// Frames are the frames in their order.
	Frames []FrameOfTwo `json:"frames"`
	// Items are the items (lines) of every sub-frame (page) of the frames that do not give their own. It may be left out
	// if all do.
	Items *Range `json:"items,omitempty"`
	// Size is the number of items of the sample, RAT-STATS' "quantity in sequential order".
	Size int64 `json:"size"`
	// Spares is the number of spares, RAT-STATS' "spares in random order".
	Spares int64 `json:"spares" request:"optional"`
	// DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number. See
	// [FramesOfTwoSelection.DrawOn].
	DrawnBefore int64 `json:"drawnBefore,omitempty"`
	// FrameDigest identifies the frame, as that of [SingleStage] does. Optional; it changes no number.
	FrameDigest string `json:"frameDigest,omitempty"`
	// Strict makes errors of RAT-STATS' own limits, which are warnings otherwise.
	Strict bool `json:"strict,omitempty"`
}

// FrameOfTwo is a frame of sub-frames, each of which has the same items.
type FrameOfTwo struct {
	// SubFrames are the sub-frames (pages).
	SubFrames Range `json:"subFrames"`
	// Items are the items (lines) of each sub-frame, those of the plan if left out.
	Items *Range `json:"items,omitempty"`
}

// SubFrameItem is an item of a sub-frame of one of several frames.
type SubFrameItem struct {
	// Order is the order of selection, from 1; 0 for an item that was not drawn.
	Order int64 `json:"order,omitempty"`
	// Number is the random number, from 1 to the number of all items.
	Number int64 `json:"number,omitempty"`
	// Frame is the number of the frame, from 1.
	Frame int64 `json:"frame,omitempty"`
	// SubFrame is the number of the sub-frame (page) in its frame.
	SubFrame int64 `json:"subFrame" request:"optional"`
	// Item is the number of the item (line) in its sub-frame.
	Item int64 `json:"item" request:"optional"`
}

// String shows an item as the printer output does, order of selection, number, frame, sub-frame and item:
// "2 - 7559 2 15 35".
func (f SubFrameItem) String() string {
	return fmt.Sprintf("%d - %d %d %d %d", f.Order, f.Number, f.Frame, f.SubFrame, f.Item)
}

func (f SubFrameItem) order() int64 { return f.Order }

// Draw draws the sample and its spares. The errors wrap [ErrMethod], [ErrSeed], [ErrFrame] or [ErrSize], and
// [ErrDrawOn] as for [SingleStage.Draw]. The frames together have at most [MaxFrame] items.
func (f FramesOfTwo) Draw() (FramesOfTwoSelection, error) {
	f = f.clone()
	return drawFrames(f)
}

// Locate returns the item that a random number stands for, a number from 1 to the number of all items. The error wraps
// [ErrFrame].
func (f FramesOfTwo) Locate(number int64) (SubFrameItem, error) {
	parts, err := f.parts()
	if err != nil {
		return SubFrameItem{}, err
	}
	if err := parts.check(number); err != nil {
		return SubFrameItem{}, err
	}
	return f.item(parts, Unit{Number: number}), nil
}

// item is the item of a unit of all frames together.
func (f FramesOfTwo) item(parts frameParts, u Unit) SubFrameItem {
	frame, offset := parts.locate(u.Number)
	items := f.items(frame)
	return SubFrameItem{
		Order: u.Order, Number: u.Number, Frame: int64(frame + 1),
		SubFrame: f.Frames[frame].SubFrames.Low + offset/items.size(),
		Item:     items.Low + offset%items.size(),
	}
}

// items are the items of each sub-frame of frame i, for a plan that has been checked.
func (f FramesOfTwo) items(i int) Range {
	if own := f.Frames[i].Items; own != nil {
		return *own
	}
	return *f.Items
}

// selection makes the selection of frames from that of all items.
func (f FramesOfTwo) selection(parts frameParts, drawn Selection) (FramesOfTwoSelection, error) {
	warnings := drawn.Warnings
	if drawn.Method == RATSTATS {
		warnings = slices.Concat(warnings, framesWarning(len(f.Frames)), negativeWarnings(f.ranges(), "Frame %d"),
			negativeWarnings(f.itemRanges(), "The list of items of frame %d"))
	}
	if err := strictLimits(f.Strict, warnings); err != nil {
		return FramesOfTwoSelection{}, err
	}
	f.Method, f.Size, f.DrawnBefore = drawn.Method, drawn.Size, drawn.DrawnBefore
	item := func(u Unit) SubFrameItem { return f.item(parts, u) }
	return FramesOfTwoSelection{
		FramesOfTwo: f,
		FrameSize:   drawn.FrameSize,
		Sample:      mapList(drawn.Sample, item),
		SpareItems:  mapList(drawn.SpareUnits, item),
		Warnings:    warnings,
	}, nil
}

// single is the plan of all items together.
func (f FramesOfTwo) single(parts frameParts) SingleStage {
	return SingleStage{Method: f.Method, Seed: f.Seed, Low: 1, High: parts.total(), Size: f.Size, Spares: f.Spares,
		DrawnBefore: f.DrawnBefore, FrameDigest: f.FrameDigest}
}

// ranges are the sub-frames of each frame.
func (f FramesOfTwo) ranges() []Range {
	list := make([]Range, len(f.Frames))
	for i, frame := range f.Frames {
		list[i] = frame.SubFrames
	}
	return list
}

// itemRanges are the items of each frame.
func (f FramesOfTwo) itemRanges() []Range {
	list := make([]Range, len(f.Frames))
	for i := range f.Frames {
		list[i] = f.items(i)
	}
	return list
}

// parts checks the frames and adds their sizes up.
func (f FramesOfTwo) parts() (frameParts, error) {
	sizes := make([]int64, len(f.Frames))
	for i, frame := range f.Frames {
		if err := frame.SubFrames.check(); err != nil {
			return nil, fmt.Errorf("%w (sub-frames of frame %d)", err, i+1)
		}
		if frame.Items == nil && f.Items == nil {
			return nil, fmt.Errorf("%w %d has no items: neither its own nor those of all frames are given", ErrFrame, i+1)
		}
		items := f.items(i)
		if err := items.check(); err != nil {
			return nil, fmt.Errorf("%w (items of frame %d)", err, i+1)
		}
		if frame.SubFrames.size() > MaxFrame/items.size() {
			return nil, fmt.Errorf("%w %d has more than %d items, more than the generator can serve", ErrFrame, i+1,
				int64(MaxFrame))
		}
		sizes[i] = frame.SubFrames.size() * items.size()
	}
	return addParts(sizes)
}

// clone copies what the plan points to, so that a selection never changes.
func (f FramesOfTwo) clone() FramesOfTwo {
	copied := func(r *Range) *Range {
		if r == nil {
			return nil
		}
		c := *r
		return &c
	}
	f.Items = copied(f.Items)
	f.Frames = slices.Clone(f.Frames)
	for i := range f.Frames {
		f.Frames[i].Items = copied(f.Frames[i].Items)
	}
	return f
}
