package variable

import (
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. Names of strata stand beside their numbers' lines, which RAT-STATS does not have. The overall line is that of
// the User's Guide, STANDARD ERROR (TOTAL), where the Companion Manual has STANDARD ERROR.
//
// Source: RAT-STATS Companion Manual 3-94, 3-95; User's Guide 4-156 to 4-158.
func (r PostStratifiedResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, "POSTSTRATIFIED VARIABLE APPRAISAL", h, true)
	for i, s := range r.Sections() {
		if i > 0 {
			p.Blank()
		}
		postBanner(&p, s.Kind)
		for k, t := range s.Strata {
			if t.Name != "" {
				p.Row(textfile.Left(12, t.Name))
			}
			sizeLine(&p, fmt.Sprintf("Stratum %d", k+1), t.SampleSize, t.Universe)
			labelled(&p, "MEAN", exact.Print(t.Mean, 2))
			labelled(&p, "STANDARD DEVIATION", exact.Print(t.StandardDeviation, 2))
			labelled(&p, "STANDARD ERROR (TOTAL)", exact.Print(t.StandardError, 2))
			labelled(&p, "POINT ESTIMATE", exact.Commas(t.PointEstimate, 0))
			confidenceBlock(&p, t.Estimate)
			p.Blank()
		}
		sizeLine(&p, "OVERALL", s.SampleSize, s.Universe)
		labelled(&p, "POINT ESTIMATE", exact.Commas(s.PointEstimate, 0))
		labelled(&p, "STANDARD ERROR (TOTAL)", exact.Commas(s.StandardError, 0))
		confidenceBlock(&p, s.Estimate)
	}
	_, err := p.WriteTo(w)
	return err
}

// postBanner heads a kind of value; those of examined and audited values are not shown in the manuals.
func postBanner(p *textfile.Page, k Kind) {
	switch k {
	case Examined:
		p.Row(textfile.Left(12, dashed(24, "E X A M I N E D", 25)))
	case Audited:
		p.Row(textfile.Left(12, dashed(25, "A U D I T E D", 26)))
	case Difference:
		p.Row(textfile.Left(12, dashed(22, "D I F F E R E N C E", 23)))
	}
}

// sizeLine prints the line that heads a stratum, or all of them.
func sizeLine(p *textfile.Page, tag string, sample, universe int64) {
	p.Row(textfile.Left(1, tag), textfile.Left(12, "SAMPLE SIZE / UNIVERSE SIZE"),
		textfile.Right(56, exact.CommasInt(sample)),
		textfile.Right(75, exact.CommasInt(universe)))
}
