package sampling

import (
	"io"
	"strconv"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// writePrinter writes the layout of the printer: a page for the sample and a page for the spares, none for a list
// without numbers.
func (t *table) writePrinter(w io.Writer, h Heading) error {
	var pages []*textfile.Page
	if t.sample.count > 0 {
		pages = append(pages, t.printerPage(h, "SEQUENTIAL", t.sample))
	}
	if t.spares.count > 0 {
		pages = append(pages, t.printerPage(h, "GENERATED", t.spares))
	}
	if t.summation != "" {
		last := pages[len(pages)-1]
		last.Blank()
		last.Row(textfile.Center(textfile.Width, "SUMMATION OF RANDOM NUMBERS "+t.summation))
	}
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

// printerPage prints one list. The order of selection ends in column 9 of its part of the line and has a dash behind
// it.
func (t *table) printerPage(h Heading, how string, list tableRows) *textfile.Page {
	p := new(textfile.Page)
	p.Top(strings.ToUpper(t.title), h)
	t.seedLines(p, h)
	t.planLines(p)
	p.Blank()
	p.Row(textfile.Center(textfile.Width, strconv.Itoa(list.count)+" RANDOM NUMBERS IN "+how+" ORDER"))
	p.Blank()
	for k, order := range []string{"ORDER OF", "SELECTION"} {
		var cells []textfile.Cell
		for i := range min(t.across, list.count) {
			cells = append(cells, textfile.Right(i*t.stride+10, order))
			for _, c := range t.columns {
				cells = append(cells, textfile.Right(i*t.stride+c.end, c.printer[k]))
			}
		}
		p.Row(cells...)
	}
	p.Blank()
	for first := 0; first < list.count; first += t.across {
		var cells []textfile.Cell
		for i := range min(t.across, list.count-first) {
			order, numbers := list.at(first + i)
			cells = append(cells, textfile.Right(i*t.stride+9, digitsOf(order)), textfile.Left(i*t.stride+11, "-"))
			for k, n := range numbers {
				text := digitsOf(n)
				if t.columns[k].commas {
					text = exact.CommasInt(n)
				}
				cells = append(cells, textfile.Right(i*t.stride+t.columns[k].end, text))
			}
		}
		p.Row(cells...)
	}
	return p
}
