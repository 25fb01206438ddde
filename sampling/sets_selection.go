package sampling

import (
	"fmt"
	"io"
	"strings"

	"github.com/iromath/iromath/internal/exact"
)

// SetsSelection is a drawn sample of sets together with the plan it came from. Its Draw method, which is the plan's,
// draws it again.
type SetsSelection struct {
	// Sets is the plan, its method stated.
	Sets
	// FrameSize is the number of all sets, the product of the sizes of the ranges.
	FrameSize int64 `json:"frameSize"`
	// Sample are the sets of the sample in sequential order: by the first number, then the second, and so on.
	Sample []Set `json:"sample"`
	// SpareSets are the spares in generated order: orders of selection Size+1 to Size+Spares.
	SpareSets []Set `json:"spareSets"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// Additional returns the sets that were not drawn earlier, those with an order of selection above DrawnBefore, in
// sequential order. Spares are no part of it.
func (s SetsSelection) Additional() []Set {
	return drawnAfter(s.DrawnBefore, s.Sample, Set.order)
}

// DrawOn adds more sets to the sample, as [Selection.DrawOn] adds units: the first and the added ones are what one draw
// of all would have given. The error wraps [ErrSelection] if s is not what its inputs give, and [ErrSize] if more is
// not positive or there are not so many sets.
func (s SetsSelection) DrawOn(more int64) (SetsSelection, error) {
	before, err := s.redraw()
	if err != nil {
		return SetsSelection{}, err
	}
	plan := before.Sets
	if plan.DrawnBefore, plan.Size, err = enlarge(plan.Size, more); err != nil {
		return SetsSelection{}, err
	}
	return plan.Draw()
}

// redraw draws s again from its inputs and returns that selection if s holds the same, or else an error that names the
// first difference and wraps [ErrSelection].
func (s SetsSelection) redraw() (SetsSelection, error) { return drawnListsAgain(s) }

func (s SetsSelection) lists() drawnLists[Set] {
	return drawnLists[Set]{"set", s.FrameSize, s.Sample, s.SpareSets, Set.equal}
}

// WriteText writes the text file: one set a line, right-justified in columns 1 to 6 (order of selection), 7 to 17, 18
// to 30, 31 to 43 and 44 to 56 (numbers). Columns become wider where a number needs it. The error wraps
// [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-17, 2-28, 2-38.
func (s SetsSelection) WriteText(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writeText)
}

// WriteFlat writes the flat file: zero-padded digits without a separator, four for the order of selection and ten for
// each number. The error wraps [ErrFlatFile] if something does not fit these digits, and [ErrSelection] if s is not
// what its inputs give.
//
// Source: RAT-STATS User's Guide 2-14 to 2-44.
func (s SetsSelection) WriteFlat(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writeFlat)
}

// WritePrinter writes the layout of the printer: two sets of two on a line, one set of three or four; the spares on a
// new page (after a form feed). The error wraps [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-23, 2-33, 2-43.
func (s SetsSelection) WritePrinter(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writePrinter)
}

// Sheets returns the rows of RAT-STATS' Excel output, as [Selection.Sheets] does. The error wraps [ErrSelection] if s
// is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-20, 2-31, 2-41.
func (s SetsSelection) Sheets(h Heading) ([]Sheet, error) { return tableSheets(s, h) }

// setWords name the numbers of a set.
var setWords = []string{"First", "Second", "Third", "Fourth"}

// printed is the list of a selection that has been drawn again.
func (s SetsSelection) printed() (*table, error) {
	s, err := s.redraw()
	if err != nil {
		return nil, err
	}
	t := &table{
		title:       "Sets of " + []string{"Two", "Three", "Four"}[len(s.Ranges)-2] + " Random Numbers",
		seed:        s.Method.printedSeed(s.Seed),
		frameSize:   s.FrameSize,
		digest:      s.FrameDigest,
		drawnBefore: drawnBeforeLine(s.DrawnBefore, s.Size),
		across:      1,
		stride:      39,
		sample:      setRows(s.Sample),
		spares:      setRows(s.SpareSets),
	}
	if len(s.Ranges) == 2 {
		t.across = 2
	}
	for i, r := range s.Ranges {
		word, width := setWords[i], 13
		if i == 0 {
			width = 11
		}
		t.columns = append(t.columns, tableColumn{
			legend: strings.ToUpper(word) + " VALUE", head: [2]string{word, "Value"},
			printer: [2]string{strings.ToUpper(word), "NUMBER"}, sheet: word + " Value",
			width: width, digits: 10, end: 24 + 13*i, widest: [2]int64{r.Low, r.High},
		})
		t.notes = append(t.notes, fmt.Sprintf("%s NUMBERS FROM %s THROUGH %s", strings.ToUpper(word),
			exact.CommasInt(r.Low), exact.CommasInt(r.High)))
	}
	return t, nil
}

func setRows(sets []Set) tableRows {
	return tableRows{len(sets), func(i int) (int64, []int64) { return sets[i].Order, sets[i].Numbers }}
}
