package sampling

import (
	"io"

	"github.com/iromath/iromath/internal/exact"
)

// title is what RAT-STATS calls this module on its printouts.
const title = "Random Number Generator"

// WriteText writes the text file: one number a line, the sample in sequential order and then the spares in generated
// order, right-justified in columns 1 to 6 (order of selection) and 7 to 17 (number). Columns become wider where a
// number needs it, and the legend of the file says which they are. The error wraps [ErrSelection] if s is not what
// its inputs give.
//
// Source: RAT-STATS User's Guide 2-7, Companion Manual 3-19.
func (s Selection) WriteText(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writeText)
}

// printed is the list of a selection that has been drawn again.
func (s Selection) printed() (*table, error) {
	s, err := s.redraw()
	if err != nil {
		return nil, err
	}
	return s.table(), nil
}

// table has three numbers a line on the printer, each in a third of it, and a summation.
func (s Selection) table() *table {
	return &table{
		title:       title,
		seed:        s.Method.printedSeed(s.Seed),
		frameSize:   s.FrameSize,
		notes:       s.notes(),
		digest:      s.FrameDigest,
		drawnBefore: drawnBeforeLine(s.DrawnBefore, s.Size),
		columns: []tableColumn{{
			legend: "RANDOM NUMBER", head: [2]string{"", "Value"}, printer: [2]string{"RANDOM", "NUMBER"}, sheet: "Value",
			width: 11, digits: 10, end: 24, widest: [2]int64{s.Low, s.High},
		}},
		across:    3,
		stride:    27,
		sample:    unitRows(s.Sample),
		spares:    unitRows(s.SpareUnits),
		summation: exact.Commas(s.Summation, 0),
	}
}

// notes are the lines that RAT-STATS leaves out and a second draw needs.
func (s Selection) notes() []string {
	return append(s.methodNotes(), "NUMBERS FROM "+exact.CommasInt(s.Low)+" THROUGH "+exact.CommasInt(s.High))
}

// digestNote is the line of a printout that identifies the frame, none without a digest.
func digestNote(digest string) []string {
	if digest == "" {
		return nil
	}
	return []string{"FRAME DIGEST " + digest}
}

func unitRows(units []Unit) tableRows {
	var number [1]int64
	return tableRows{len(units), func(i int) (int64, []int64) {
		number[0] = units[i].Number
		return units[i].Order, number[:]
	}}
}
