package variable

import (
	"fmt"
	"io"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. The line of the data file is there where the heading names one, as RAT-STATS prints it only for figures that
// were read from a file. RAT-STATS has no names of strata: they stand behind the entries.
//
// Source: RAT-STATS Companion Manual 3-89, User's Guide 4-141.
func (r StratifiedMultistageResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	p.Top("STRATIFIED MULTISTAGE VARIABLE APPRAISAL", h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	if h.File != "" {
		p.Row(textfile.Center(textfile.Width, "DATA FILE: "+h.File))
	}
	p.Blank()
	p.Row(textfile.Left(14, "THE ESTIMATORS ARE BASED ON THE FOLLOWING ENTRIES:"))
	row := func(stratum, point, deviation, name string) {
		p.Row(textfile.Right(7, stratum), textfile.Right(31, point), textfile.Right(50, deviation), textfile.Left(54, name))
	}
	p.Row(textfile.Left(3, "STRATUM"), textfile.Right(31, "POINT ESTIMATE"), textfile.Right(50, "STANDARD ERROR"))
	for i, s := range r.Strata {
		row(fmt.Sprint(i+1), exact.Commas(s.PointEstimate, 0), exact.Commas(s.StandardError, 0), s.Name)
	}
	p.Blank()
	p.Blank()
	p.Row(textfile.Left(1, strings.Repeat("= ", 18)+"RESULTS"+strings.Repeat(" =", 18)))
	p.Blank()
	p.Row(textfile.Right(31, "POINT ESTIMATE"), textfile.Right(59, "STANDARD ERROR"))
	p.Blank()
	p.Row(textfile.Right(31, exact.Commas(r.PointEstimate, 0)), textfile.Right(59, exact.Commas(r.StandardError, 0)))
	p.Blank()
	confidenceTable(&p, r.Estimate)
	_, err := p.WriteTo(w)
	return err
}
