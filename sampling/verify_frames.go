package sampling

import "cmp"

// Verify draws the plan again and holds the reported items against it, as [SingleStage.Verify] does. An item is named by
// frame and item, by its random number, or by both, which then have to agree. The errors are those of [Frames.Draw].
func (f Frames) Verify(r Reported[FrameItem]) (Verdict[FrameItem, FramesSelection], error) {
	drawn, err := f.Draw()
	if err != nil {
		return Verdict[FrameItem, FramesSelection]{}, err
	}
	parts, err := f.parts()
	if err != nil {
		return Verdict[FrameItem, FramesSelection]{}, err
	}
	return holdItems(r, drawn, f.single(parts), itemNames[FrameItem]{
		parts: parts,
		at:    func(u Unit) FrameItem { return f.item(parts, u) },
		unit:  func(v FrameItem) Unit { return Unit{v.Order, v.Number} },
		bare:  func(u Unit) FrameItem { return FrameItem{Order: u.Order, Number: u.Number} },
		find: func(v FrameItem) int64 {
			if !parts.has(v.Frame) || !f.Ranges[v.Frame-1].has(v.Item) {
				return 0
			}
			return parts.before(int(v.Frame-1)) + v.Item - f.Ranges[v.Frame-1].Low + 1
		},
	})
}

// Verify draws the plan again and holds the reported items against it, as [Frames.Verify] does: an item is named by
// frame, sub-frame and item, by its random number, or by both. The errors are those of [FramesOfTwo.Draw].
func (f FramesOfTwo) Verify(r Reported[SubFrameItem]) (Verdict[SubFrameItem, FramesOfTwoSelection], error) {
	drawn, err := f.Draw()
	if err != nil {
		return Verdict[SubFrameItem, FramesOfTwoSelection]{}, err
	}
	parts, err := f.parts()
	if err != nil {
		return Verdict[SubFrameItem, FramesOfTwoSelection]{}, err
	}
	return holdItems(r, drawn, f.single(parts), itemNames[SubFrameItem]{
		parts: parts,
		at:    func(u Unit) SubFrameItem { return f.item(parts, u) },
		unit:  func(v SubFrameItem) Unit { return Unit{v.Order, v.Number} },
		bare:  func(u Unit) SubFrameItem { return SubFrameItem{Order: u.Order, Number: u.Number} },
		find: func(v SubFrameItem) int64 {
			if !parts.has(v.Frame) {
				return 0
			}
			i := int(v.Frame - 1)
			pages, lines := f.Frames[i].SubFrames, f.items(i)
			if !pages.has(v.SubFrame) || !lines.has(v.Item) {
				return 0
			}
			return parts.before(i) + (v.SubFrame-pages.Low)*lines.size() + v.Item - lines.Low + 1
		},
	})
}

// has reports whether a number is one of the range.
func (r Range) has(n int64) bool { return n >= r.Low && n <= r.High }

// has reports whether a frame has the number, from 1.
func (p frameParts) has(frame int64) bool { return frame >= 1 && frame <= int64(len(p)) }

// itemNames are the ways to name an item of frames.
type itemNames[U comparable] struct {
	parts frameParts
	at    func(Unit) U  // the item of a random number in the frames
	unit  func(U) Unit  // what an item states of order and random number
	bare  func(Unit) U  // an item that states nothing else
	find  func(U) int64 // the random number of the place that an item states, 0 if no frame has it
}

// complete fills in the place of a random number, or the random number of a place.
func (n itemNames[U]) complete(v U) U {
	u := n.unit(v)
	switch number := n.find(v); {
	case u.Number == 0 && number != 0:
		return n.at(Unit{u.Order, number})
	case v == n.bare(u) && n.parts.check(u.Number) == nil:
		return n.at(u)
	}
	return v
}

// inFrame reports whether an item's number and place are those of one item of the frames.
func (n itemNames[U]) inFrame(v U) bool {
	u := n.unit(v)
	return n.parts.check(u.Number) == nil && n.at(u) == v
}

// holdItems holds reported items against a selection of items of frames, whose plan for all frames together is given.
func holdItems[S listing[S, U], U comparable](r Reported[U], drawn S, plan SingleStage, n itemNames[U]) (Verdict[U, S], error) {
	type key struct {
		unit int64
		item U
	}
	order := func(v U) int64 { return n.unit(v).Order }
	lists := drawn.lists()
	return hold(r, drawn, unitsOf[U, key]{
		sample: lists.sample, orders: mapList(lists.sample, order), spares: lists.spares, before: plan.DrawnBefore,
		key: func(v U) key {
			if n.inFrame(v) {
				return key{unit: n.unit(v).Number}
			}
			return key{item: v}
		},
		compare: func(a, b U) int { return cmp.Compare(n.unit(a).Number, n.unit(b).Number) },
		inFrame: n.inFrame, complete: n.complete, stated: order,
	}, plan.FrameDigest)
}
