package samplesize

import (
	"cmp"
	"io"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the sizes in the layout of RAT-STATS' text output, a block for each range. Behind them stands what
// RAT-STATS does not print: the interval that each size is expected to give.
//
// Source: RAT-STATS Companion Manual 4-25, User's Guide 5-32.
func (t AttributeTable) WriteText(w io.Writer, h Heading) error {
	if err := t.whole(); err != nil {
		return err
	}
	var p textfile.Page
	top(&p, h)
	for i, row := range t.Rows {
		if i > 0 {
			p.Blank()
		}
		t.printSizes(&p, row)
		p.Blank()
		p.Line("Anticipated Rate of Occurrence: %s", percent(t.Rate))
		p.Line("Desired Precision Range: %s", percent(t.Precisions[i]))
		p.Line("Universe Size: %s", exact.CommasInt(t.Universe))
	}
	notes(&p, t.Warnings)
	p.Blank()
	p.Line("Intervals to be expected of these sizes")
	right := func(columns ...string) {
		var cells []textfile.Cell
		for i, c := range columns {
			cells = append(cells, textfile.Right([...]int{8, 22, 35, 50, 64, 76}[i], c))
		}
		p.Row(cells...)
	}
	right("Level", "Sample Size", "Items Found", "Lower Limit", "Upper Limit", "Range")
	for _, row := range t.Intervals {
		for _, i := range row {
			right(percent(i.Level), exact.CommasInt(i.Size), exact.CommasInt(i.Found), exact.CommasInt(i.LowerLimit),
				exact.CommasInt(i.UpperLimit), places(i.Range, 3))
		}
	}
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes the sizes in the layout of the attribute sizes, a row for each share or number of units in error.
func (t DiscoveryTable) WriteText(w io.Writer, h Heading) error {
	if err := cmp.Or(t.whole(), finding.Length(ErrResult, "errors", len(t.Errors), len(t.Rows))); err != nil {
		return err
	}
	var p textfile.Page
	top(&p, h)
	p.Row(textfile.Center(textfile.Width, "Discovery Sample"))
	p.Blank()
	p.Row(textfile.Right(12, "Errors in"), textfile.Left(firstColumn+columnStep, "Confidence Level"))
	p.Row(append([]textfile.Cell{textfile.Right(12, "Universe"), textfile.Right(23, "Share")}, t.heads()...)...)
	for i, row := range t.Rows {
		line := []textfile.Cell{
			textfile.Right(12, exact.CommasInt(t.Errors[i])), textfile.Right(23, places(t.Precisions[i], 4)),
		}
		p.Row(append(line, sizes(row)...)...)
	}
	p.Blank()
	p.Line("Universe Size: %s", exact.CommasInt(t.Universe))
	p.Line("Each size is the smallest sample that finds at least one error with the")
	p.Line("confidence if so many units of the universe are in error.")
	notes(&p, t.Warnings)
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes the sizes in the layout of the attribute sizes, a row for each limit.
func (t AttributeLimitTable) WriteText(w io.Writer, h Heading) error {
	if err := t.whole(); err != nil {
		return err
	}
	var p textfile.Page
	top(&p, h)
	p.Row(textfile.Center(textfile.Width, "One-Sided Upper Limit of an Attribute"))
	p.Blank()
	p.Row(textfile.Right(13, "Upper"), textfile.Left(firstColumn+columnStep, "Confidence Level"))
	p.Row(append([]textfile.Cell{textfile.Right(13, "Limit")}, t.heads()...)...)
	for i, row := range t.Rows {
		p.Row(append([]textfile.Cell{textfile.Right(13, percent(t.Precisions[i]))}, sizes(row)...)...)
	}
	p.Blank()
	p.Line("Expected Rate of Occurrence: %s", percent(t.Rate))
	p.Line("Universe Size: %s", exact.CommasInt(t.Universe))
	sides(&p, true)
	if t.has(func(c Cell) bool { return c.Empty == OutOfReach }) {
		p.Line("Where there is no size, not even the whole universe keeps the limit.")
	}
	notes(&p, t.Warnings)
	_, err := p.WriteTo(w)
	return err
}

// printSizes prints levels across and one row of sizes below.
func (t Table) printSizes(p *textfile.Page, row []Cell) {
	p.Row(textfile.Left(firstColumn+columnStep, "Confidence Level"))
	p.Row(t.heads()...)
	p.Row(append([]textfile.Cell{textfile.Left(1, "Sample Size")}, sizes(row)...)...)
}

// heads are the levels of the columns.
func (t Table) heads() []textfile.Cell {
	var head []textfile.Cell
	for i, l := range t.Levels {
		head = append(head, textfile.Left(firstColumn+columnStep*i, percent(l)))
	}
	return head
}

// sizes are the cells of a row with commas, as RAT-STATS prints attribute sizes.
func sizes(row []Cell) []textfile.Cell {
	var cells []textfile.Cell
	for i, c := range row {
		text := c.String()
		if c.Size >= minimum {
			text = exact.CommasInt(c.Size)
		}
		cells = append(cells, textfile.Left(firstColumn+columnStep*i, text))
	}
	return cells
}

// places writes a fraction as a percentage with so many places.
func places(fraction decimal.Decimal, n int) string {
	return exact.Commas(exact.InPercent(fraction), n) + "%"
}
