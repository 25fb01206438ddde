package samplesize

import (
	"io"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// Heading is what stands at the top of a printout beside its title: Audit, Date, Time and File, texts that may each be left
// out.
type Heading = textfile.Heading

// WriteText writes the table in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's.
//
// Source: RAT-STATS Companion Manual 4-4, 4-5.
func (t ProbeTable) WriteText(w io.Writer, h Heading) error {
	if err := t.whole(); err != nil {
		return err
	}
	var p textfile.Page
	top(&p, h)
	t.Table.print(&p)
	p.Blank()
	p.Line("Estimated Mean: %s", exact.Commas(t.Mean, 2))
	p.Line("Estimated Std. Deviation: %s", exact.Commas(t.StandardDeviation, 2))
	p.Line("Universe Size: %s", exact.CommasInt(t.Universe))
	sides(&p, t.OneSided)
	notes(&p, t.Warnings)
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes the table in the layout of RAT-STATS' text output. Source: RAT-STATS Companion Manual 4-9.
func (t ErrorRateTable) WriteText(w io.Writer, h Heading) error {
	if err := t.whole(); err != nil {
		return err
	}
	var p textfile.Page
	top(&p, h)
	t.Table.print(&p)
	p.Blank()
	p.Line("Universe Size: %s", exact.CommasInt(t.Universe))
	p.Line("Anticipated Error Rate: %s", percent(t.Rate))
	p.Blank()
	p.Line("Reported Amounts")
	p.Line("  Total Amount: %s", exact.Commas(t.ReportedTotal, 2))
	p.Line("  Standard Deviation: %s", exact.Commas(t.ReportedDeviation, 2))
	p.Line("Difference Values")
	p.Line("  Estimated Mean: %s", exact.Commas(t.Mean, 2))
	p.Line("  Estimated Standard Deviation: %s", exact.Commas(t.StandardDeviation, 2))
	sides(&p, t.OneSided)
	notes(&p, t.Warnings)
	_, err := p.WriteTo(w)
	return err
}

// top writes the heading.
func top(p *textfile.Page, h Heading) {
	p.Top("Sample Size Determination", h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	if h.File != "" {
		p.Row(textfile.Center(textfile.Width, "DATA FILE USED: "+h.File))
	}
	p.Blank()
}

// sides says where levels are not RAT-STATS' two-sided ones.
func sides(p *textfile.Page, oneSided bool) {
	if oneSided {
		p.Line("Confidence levels are those of a one-sided limit.")
	}
}

// notes writes NOTE (*) and NOTE (#) where they are due.
func notes(p *textfile.Page, list []Warning) {
	if hasWarning(list, "small_size") {
		p.Blank()
		p.Line("NOTE (*): At least one size is under 30. It is the result of a formula")
		p.Line("          and takes no account of the purpose of the sample or of a")
		p.Line("          minimum that an agreement or a policy may set.")
	}
	if hasWarning(list, "reallocated") {
		p.Blank()
		p.Line("NOTE (#): The part of at least one stratum exceeded its universe. The")
		p.Line("          stratum is drawn in full; the rest of the sample was allocated")
		p.Line("          to the other strata.")
	}
}

// percent writes a fraction as a percentage in full: "15%", "12.5%".
func percent(fraction decimal.Decimal) string { return exact.String(exact.InPercent(fraction)) + "%" }

// Columns of a table: that of the first level, and from one level to the next.
const firstColumn, columnStep = 26, 14

// whole returns an [ErrResult] for a table that does not have a precision for each row and a level for each cell of it.
func (t Table) whole() error {
	if err := finding.Length(ErrResult, "precisions", len(t.Precisions), len(t.Rows)); err != nil {
		return err
	}
	for i, row := range t.Rows {
		if err := finding.Length(ErrResult, finding.Unit("row", i, ""), len(row), len(t.Levels)); err != nil {
			return err
		}
	}
	return nil
}

// print prints levels across and precisions down.
func (t Table) print(p *textfile.Page) {
	p.Row(textfile.Left(firstColumn+columnStep, "Confidence Level"))
	head := t.heads()
	middle := max(0, (len(t.Rows)-1)/2)
	if len(t.Rows) == 1 { // the label takes two lines
		head = append([]textfile.Cell{textfile.Left(1, "Precision")}, head...)
		middle = -1
	}
	p.Row(head...)
	for i, row := range t.Rows {
		label := ""
		switch i {
		case middle:
			label = "Precision"
		case middle + 1:
			label = "Level"
		}
		line := []textfile.Cell{textfile.Left(1, label), textfile.Left(11, percent(t.Precisions[i]))}
		for k, c := range row {
			line = append(line, textfile.Left(firstColumn+columnStep*k, c.String()))
		}
		p.Row(line...)
	}
}
