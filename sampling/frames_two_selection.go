package sampling

import "io"

// FramesOfTwoSelection is a drawn sample from several frames of sub-frames together with the plan it came from. Its
// Draw method, which is the plan's, draws it again.
type FramesOfTwoSelection struct {
	// FramesOfTwo is the plan, its method stated.
	FramesOfTwo
	// FrameSize is the number of items of all frames.
	FrameSize int64 `json:"frameSize"`
	// Sample are the items of the sample in sequential order: orders of selection 1 to Size, sorted by number.
	Sample []SubFrameItem `json:"sample"`
	// SpareItems are the spares in generated order: orders of selection Size+1 to Size+Spares.
	SpareItems []SubFrameItem `json:"spareItems"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// Additional returns the items that were not drawn earlier, those with an order of selection above DrawnBefore, in
// sequential order. Spares are no part of it.
func (s FramesOfTwoSelection) Additional() []SubFrameItem {
	return drawnAfter(s.DrawnBefore, s.Sample, SubFrameItem.order)
}

// DrawOn adds more items to the sample, as [FramesSelection.DrawOn] does, with the same errors.
func (s FramesOfTwoSelection) DrawOn(more int64) (FramesOfTwoSelection, error) {
	before, err := s.redraw()
	if err != nil {
		return FramesOfTwoSelection{}, err
	}
	return drawFramesOn(before.FramesOfTwo, more)
}

// redraw draws s again from its inputs and returns that selection if s holds the same, or else an error that names the
// first difference and wraps [ErrSelection].
func (s FramesOfTwoSelection) redraw() (FramesOfTwoSelection, error) { return drawnListsAgain(s) }

func (s FramesOfTwoSelection) lists() drawnLists[SubFrameItem] {
	return drawnLists[SubFrameItem]{"item", s.FrameSize, s.Sample, s.SpareItems, same[SubFrameItem]}
}

// WriteText writes the text file as [FramesSelection.WriteText] does, with the sub-frame in columns 30 to 42 and the
// item in columns 43 to 55.
//
// Source: RAT-STATS User's Guide 2-59.
func (s FramesOfTwoSelection) WriteText(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writeText)
}

// WriteFlat writes the flat file as [FramesSelection.WriteFlat] does, with ten digits for the sub-frame before those of
// the item.
//
// Source: RAT-STATS User's Guide 2-55 to 2-65.
func (s FramesOfTwoSelection) WriteFlat(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writeFlat)
}

// WritePrinter writes the layout of the printer as [FramesSelection.WritePrinter] does.
//
// Source: RAT-STATS User's Guide 2-64.
func (s FramesOfTwoSelection) WritePrinter(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writePrinter)
}

// Sheets returns the rows of RAT-STATS' Excel output, as [Selection.Sheets] does. The error wraps [ErrSelection] if s
// is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-62.
func (s FramesOfTwoSelection) Sheets(h Heading) ([]Sheet, error) { return tableSheets(s, h) }

// printed is the list of a selection that has been drawn again.
func (s FramesOfTwoSelection) printed() (*table, error) {
	s, err := s.redraw()
	if err != nil {
		return nil, err
	}
	parts, err := s.parts()
	if err != nil {
		return nil, err
	}
	t := parts.table("Frames - Sets of Two", s.single(parts),
		func(i int) string { return rangeNote(s.Frames[i].SubFrames) + " BY " + rangeNote(s.items(i)) },
		frameColumn("SUB-FRAME NUMBER", "SubFrame", "SUB-FRAME", 54, s.ranges()),
		frameColumn("ITEM NUMBER", "Item", "ITEM", 70, s.itemRanges()))
	t.sample, t.spares = subFrameRows(s.Sample), subFrameRows(s.SpareItems)
	return t, nil
}

func subFrameRows(items []SubFrameItem) tableRows {
	var numbers [4]int64
	return tableRows{len(items), func(i int) (int64, []int64) {
		v := items[i]
		numbers = [4]int64{v.Number, v.Frame, v.SubFrame, v.Item}
		return v.Order, numbers[:]
	}}
}
