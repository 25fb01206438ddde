package sampling

import (
	"fmt"
	"io"
	"strconv"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
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
	s, err := s.redraw()
	if err != nil {
		return err
	}
	order, number := s.textColumns()
	var p textfile.Page
	s.fileHeader(&p, h)
	p.Line("THE NUMBERS ARE IN THE FOLLOWING FORMAT IN YOUR FILE:")
	p.Line("   POSITIONS 1 THROUGH %d - ORDER OF SELECTION", order)
	p.Line("   POSITIONS %d THROUGH %d - RANDOM NUMBER", order+1, number)
	p.Line("EACH COLUMN OF NUMBERS IS RIGHT JUSTIFIED.")
	p.Blank()
	p.Line("Selection")
	p.Row(textfile.Right(order+1, "Order"), textfile.Right(number, "Value"))
	for _, list := range [][]Unit{s.Sample, s.SpareUnits} {
		for _, u := range list {
			p.Row(textfile.Right(order, strconv.FormatInt(u.Order, 10)), textfile.Right(number, strconv.FormatInt(u.Number, 10)))
		}
	}
	s.summationLine(&p)
	_, err = p.WriteTo(w)
	return err
}

// textColumns returns the last columns of order and number: 6 and 17 unless something is too wide for them.
func (s Selection) textColumns() (order, number int) {
	width := func(n int64) int { return len(strconv.FormatInt(n, 10)) }
	order = max(6, width(s.Size+s.Spares))
	return order, order + max(11, 1+width(s.Low), 1+width(s.High))
}

// fileHeader writes what text file and flat file start with, a blank line at its end.
func (s Selection) fileHeader(p *textfile.Page, h Heading) {
	p.Top(title, h)
	s.seedLines(p, h)
	if h.File != "" {
		p.Line("       FILE OF RANDOM NUMBERS: %s", h.File)
		p.Blank()
	}
	p.Line("       TOTAL RANDOM NUMBERS GENERATED: %d", s.Size+s.Spares)
	p.Line("       %d IN SEQUENTIAL ORDER, %d SPARES IN GENERATED ORDER", s.Size, s.Spares)
	s.planLines(p)
	p.Blank()
}

// seedLines writes the audit, the seed number and the size of the frame.
func (s Selection) seedLines(p *textfile.Page, h Heading) {
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT: "+h.Audit))
	}
	p.Blank()
	p.Row(textfile.Left(1, "SEED NUMBER: "+s.printedSeed()), textfile.Left(54, "FRAME SIZE:"),
		textfile.Right(textfile.Width, exact.CommasInt(s.FrameSize)))
	p.Blank()
}

// planLines writes what RAT-STATS leaves out and a second draw needs: the numbers of the frame, and what was drawn
// earlier.
func (s Selection) planLines(p *textfile.Page) {
	p.Line("       NUMBERS FROM %s THROUGH %s", exact.CommasInt(s.Low), exact.CommasInt(s.High))
	if note := s.drawnBeforeNote(); note != "" {
		p.Line("       %s", note)
	}
}

// drawnBeforeNote is the line about drawing on, empty for a first draw.
func (s Selection) drawnBeforeNote() string {
	if s.DrawnBefore == 0 {
		return ""
	}
	return fmt.Sprintf("ORDERS OF SELECTION 1 THROUGH %d WERE DRAWN EARLIER, %d THROUGH %d NOW",
		s.DrawnBefore, s.DrawnBefore+1, s.Size)
}

// summationLine ends text file and flat file.
func (s Selection) summationLine(p *textfile.Page) {
	p.Blank()
	p.Line("SUMMATION OF RANDOM NUMBERS = %s", exact.Commas(s.Summation, 0))
}

// printedSeed is the seed of a drawn selection with two decimals.
func (s Selection) printedSeed() string {
	d, _ := parseSeed(s.Seed) // it has been drawn with
	return printSeed(d)
}
