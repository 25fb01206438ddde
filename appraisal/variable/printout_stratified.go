package variable

import (
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. The manuals do not show the summary of a sample with two kinds of value: it is printed for each kind, at the
// head of its section. Names of strata stand below the summary.
//
// Source: RAT-STATS User's Guide 4-33, 4-34.
func (r StratifiedResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, "STRATIFIED VARIABLE APPRAISAL", h, true)
	sections := r.Sections()
	for i, s := range sections {
		if i > 0 {
			p.Blank()
		}
		if len(sections) > 1 {
			banner(&p, s.Kind)
		}
		s.summary(&p)
		p.Blank()
		if len(sections) == 1 {
			banner(&p, s.Kind)
		}
		for k, stratum := range s.Strata {
			stratum.print(&p, fmt.Sprintf("Stratum %d", k+1))
			p.Blank()
		}
		overall(&p, exact.Commas(s.PointEstimate, 0), exact.CommasInt(s.Universe), s.StandardError)
		confidenceBlock(&p, s.Estimate)
	}
	_, err := p.WriteTo(w)
	return err
}

// summary prints the table that reconciles the samples.
func (s StratifiedSection) summary(p *textfile.Page) {
	row := func(number, size, value, nonzero string) {
		p.Row(textfile.Right(14, number), textfile.Right(26, size), textfile.Right(48, value), textfile.Right(64, nonzero))
	}
	p.Row(textfile.Right(16, "STRATUM"), textfile.Right(27, "SAMPLE"))
	p.Row(textfile.Right(16, "NUMBER"), textfile.Right(26, "SIZE"), textfile.Right(48, "VALUE OF SAMPLE"),
		textfile.Right(64, "NONZERO ITEMS"))
	for i, t := range s.Strata {
		row(fmt.Sprint(i+1), exact.CommasInt(t.SampleSize), exact.Print(t.Total, 2), exact.CommasInt(t.Nonzero))
	}
	p.Blank()
	row("TOTALS", exact.CommasInt(s.SampleSize), exact.Print(s.Total, 2), exact.CommasInt(s.Nonzero))
	names := make([]string, len(s.Strata))
	for i, t := range s.Strata {
		names[i] = t.Name
	}
	printNames(p, names)
}
