package attribute

import (
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the manner of RAT-STATS' text output; RAT-STATS itself has no appraisal of a universe of
// unknown size, and the page says so. A standard error that is not known is printed as "---".
func (r BinomialResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	p.Top("Attribute Appraisal, Universe of Unknown Size", h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	p.Row(textfile.Center(textfile.Width, "(an appraisal that RAT-STATS does not have)"))
	p.Blank()
	row := func(label, value string) { p.Row(textfile.Left(10, label), textfile.Right(60, value)) }
	standardError := "---"
	if r.StandardError != nil {
		standardError = percent3(*r.StandardError)
	}
	row("SAMPLE SIZE", exact.CommasInt(r.SampleSize))
	row("CHARACTERISTIC(S) OF INTEREST", exact.CommasInt(r.Count))
	row("PERCENT", percent3(r.PointEstimate))
	row("STANDARD ERROR", standardError)
	limits := func(title string, list []ProportionInterval) {
		for _, i := range list {
			p.Blank()
			p.Row(textfile.Right(59, exact.String(exact.InPercent(i.Level))+title))
			row("LOWER LIMIT", percent3(i.LowerLimit))
			row("UPPER LIMIT", percent3(i.UpperLimit))
		}
	}
	p.Blank()
	p.Row(textfile.Left(41, "CONFIDENCE LIMITS"))
	limits("% CONFIDENCE LEVEL", r.Intervals)
	if len(r.OneSided) > 0 {
		p.Blank()
		p.Row(textfile.Left(41, textfile.OneSidedTitle))
		p.Row(textfile.Left(10, textfile.OneSidedNote))
		limits("% ONE-SIDED", r.OneSided)
	}
	_, err := p.WriteTo(w)
	return err
}
