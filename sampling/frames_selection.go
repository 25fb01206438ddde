package sampling

import (
	"io"

	"github.com/iromath/iromath/internal/exact"
)

// FramesSelection is a drawn sample from several frames together with the plan it came from. Its Draw method, which is
// the plan's, draws it again.
type FramesSelection struct {
	// Frames is the plan, its method stated.
	Frames
	// FrameSize is the number of items of all frames.
	FrameSize int64 `json:"frameSize"`
	// Sample are the items of the sample in sequential order: orders of selection 1 to Size, sorted by number.
	Sample []FrameItem `json:"sample"`
	// SpareItems are the spares in generated order: orders of selection Size+1 to Size+Spares.
	SpareItems []FrameItem `json:"spareItems"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// Additional returns the items that were not drawn earlier, those with an order of selection above DrawnBefore, in
// sequential order. Spares are no part of it.
func (s FramesSelection) Additional() []FrameItem {
	return drawnAfter(s.DrawnBefore, s.Sample, FrameItem.order)
}

// DrawOn adds more items to the sample, as [Selection.DrawOn] adds units, with the same errors: [ErrSelection] if s
// is not what its inputs give, [ErrSize] if more is not positive or the enlarged sample exceeds the frames,
// [ErrDrawOn] if the method cannot.
func (s FramesSelection) DrawOn(more int64) (FramesSelection, error) {
	before, err := s.redraw()
	if err != nil {
		return FramesSelection{}, err
	}
	return drawFramesOn(before.Frames, more)
}

// redraw draws s again from its inputs and returns that selection if s holds the same, or else an error that names the
// first difference and wraps [ErrSelection].
func (s FramesSelection) redraw() (FramesSelection, error) { return drawnListsAgain(s) }

func (s FramesSelection) lists() drawnLists[FrameItem] {
	return drawnLists[FrameItem]{"item", s.FrameSize, s.Sample, s.SpareItems, same[FrameItem]}
}

// WriteText writes the text file: one item a line, right-justified in columns 1 to 6 (order of selection), 7 to 20
// (random number), 21 to 29 (frame) and 30 to 42 (item). Columns become wider where a number needs it. The error wraps
// [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-48.
func (s FramesSelection) WriteText(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writeText)
}

// WriteFlat writes the flat file: zero-padded digits without a separator, four for the order of selection, ten for the
// random number, four for the frame and ten for the item. The error wraps [ErrFlatFile] if something does not fit
// these digits, and [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-52.
func (s FramesSelection) WriteFlat(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writeFlat)
}

// WritePrinter writes the layout of the printer: one item a line; the spares on a new page (after a form feed). The
// error wraps [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-53.
func (s FramesSelection) WritePrinter(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writePrinter)
}

// Sheets returns the rows of RAT-STATS' Excel output, as [Selection.Sheets] does. The error wraps [ErrSelection] if s
// is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-51.
func (s FramesSelection) Sheets(h Heading) ([]Sheet, error) { return tableSheets(s, h) }

// printed is the list of a selection that has been drawn again.
func (s FramesSelection) printed() (*table, error) {
	s, err := s.redraw()
	if err != nil {
		return nil, err
	}
	parts, err := s.parts()
	if err != nil {
		return nil, err
	}
	t := parts.table("Frames - Single Stage", s.single(parts), func(i int) string { return rangeNote(s.Ranges[i]) },
		frameColumn("ITEM NUMBER", "Item", "ITEM", 54, s.Ranges))
	t.sample, t.spares = itemRows(s.Sample), itemRows(s.SpareItems)
	return t, nil
}

// table is a list without its rows; items describes what frame i holds.
func (p frameParts) table(title string, plan SingleStage, items func(i int) string, columns ...tableColumn) *table {
	t := &table{
		title:       title,
		seed:        plan.Method.printedSeed(plan.Seed),
		frameSize:   p.total(),
		digest:      plan.FrameDigest,
		drawnBefore: drawnBeforeLine(plan.DrawnBefore, plan.Size),
		columns:     append(frameColumns(p), columns...),
		notes:       Selection{SingleStage: plan}.methodNotes(),
		across:      1,
	}
	for i := range p {
		t.notes = append(t.notes, p.note(i, items(i)))
	}
	return t
}

func rangeNote(r Range) string {
	return exact.CommasInt(r.Low) + " THROUGH " + exact.CommasInt(r.High)
}

func itemRows(items []FrameItem) tableRows {
	var numbers [3]int64
	return tableRows{len(items), func(i int) (int64, []int64) {
		numbers = [3]int64{items[i].Number, items[i].Frame, items[i].Item}
		return items[i].Order, numbers[:]
	}}
}

// frameColumns are the random number and the frame.
func frameColumns(parts frameParts) []tableColumn {
	return []tableColumn{
		{
			legend: "RANDOM NUMBER", head: [2]string{"Random", "Number"}, printer: [2]string{"RANDOM", "NUMBER"},
			sheet: "Number", width: 14, digits: 10, end: 28, commas: true, widest: [2]int64{parts.total()},
		},
		{
			legend: "FRAME NUMBER", head: [2]string{"Frame", "Number"}, printer: [2]string{"FRAME", "NUMBER"},
			sheet: "Frame", width: 9, digits: 4, end: 38, commas: true, widest: [2]int64{int64(len(parts))},
		},
	}
}

// frameColumn is the column of an item or a sub-frame, whose numbers lie in one of the ranges.
func frameColumn(legend, word, capitals string, end int, ranges []Range) tableColumn {
	c := tableColumn{
		legend: legend, head: [2]string{word, "Number"}, printer: [2]string{capitals, "NUMBER"}, sheet: word,
		width: 13, digits: 10, end: end, commas: true,
	}
	for _, r := range ranges {
		c.widest[0], c.widest[1] = min(c.widest[0], r.Low), max(c.widest[1], r.High)
	}
	return c
}
