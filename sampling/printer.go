package sampling

import (
	"io"
	"strconv"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// formFeed starts a new page on a printer.
const formFeed = "\f"

// WritePrinter writes the layout of the printer: three numbers a line, from left to right, each behind its order of
// selection and a dash; the spares on a new page (after a form feed) with the full heading; no page for a list without
// numbers. The error wraps [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-12.
func (s Selection) WritePrinter(w io.Writer, h Heading) error {
	s, err := s.redraw()
	if err != nil {
		return err
	}
	var pages []*textfile.Page
	if s.Size > 0 {
		pages = append(pages, s.printerPage(h, "SEQUENTIAL", s.Sample))
	}
	if s.Spares > 0 {
		pages = append(pages, s.printerPage(h, "GENERATED", s.SpareUnits))
	}
	last := pages[len(pages)-1]
	last.Blank()
	last.Row(textfile.Center(textfile.Width, "SUMMATION OF RANDOM NUMBERS "+exact.Commas(s.Summation, 0)))
	for i, p := range pages {
		if i > 0 {
			if _, err := io.WriteString(w, formFeed); err != nil {
				return err
			}
		}
		if _, err := p.WriteTo(w); err != nil {
			return err
		}
	}
	return nil
}

// printerPage prints one list of units. A third of the line is 27 columns: the order ends in column 9 of it, the
// number in column 24.
func (s Selection) printerPage(h Heading, how string, units []Unit) *textfile.Page {
	const across, third = 3, 27
	p := new(textfile.Page)
	p.Top(strings.ToUpper(title), h)
	s.seedLines(p, h)
	s.planLines(p)
	p.Blank()
	p.Row(textfile.Center(textfile.Width, strconv.Itoa(len(units))+" RANDOM NUMBERS IN "+how+" ORDER"))
	p.Blank()
	for _, words := range [][2]string{{"ORDER OF", "RANDOM"}, {"SELECTION", "NUMBER"}} {
		var cells []textfile.Cell
		for i := range min(across, len(units)) {
			cells = append(cells, textfile.Right(i*third+10, words[0]), textfile.Right(i*third+24, words[1]))
		}
		p.Row(cells...)
	}
	p.Blank()
	for first := 0; first < len(units); first += across {
		var cells []textfile.Cell
		for i, u := range units[first:min(first+across, len(units))] {
			cells = append(cells, textfile.Right(i*third+9, strconv.FormatInt(u.Order, 10)), textfile.Left(i*third+11, "-"),
				textfile.Right(i*third+24, strconv.FormatInt(u.Number, 10)))
		}
		p.Row(cells...)
	}
	return p
}
