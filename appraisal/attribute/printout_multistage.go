package attribute

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
// Source: RAT-STATS Companion Manual 2-72, User's Guide 3-79.
func (r StratifiedMultistageResult) WriteText(w io.Writer, h Heading) error {
	if err := r.whole(nil, 0); err != nil {
		return err
	}
	var p textfile.Page
	printTop(&p, "STRATIFIED MULTISTAGE ATTRIBUTE APPRAISAL", "DATA FILE:", h)
	p.Row(textfile.Left(14, "THE ESTIMATORS ARE BASED ON THE FOLLOWING ENTRIES:"))
	p.Row(textfile.Left(3, "STRATUM"), textfile.Right(26, "ESTIMATE"), textfile.Right(46, "STANDARD ERROR"),
		textfile.Right(67, "UNIVERSE SIZE"))
	for i, s := range r.Strata {
		p.Row(textfile.Right(7, fmt.Sprint(i+1)), textfile.Right(26, printedShare(s.Proportion, 2)),
			textfile.Right(46, printedShare(s.StandardError, 2)),
			textfile.Right(67, exact.CommasInt(s.Universe)), textfile.Left(70, s.Name))
	}
	p.Blank()
	p.Blank()
	p.Row(textfile.Left(1, strings.Repeat("= ", 17)+"RESULTS"+strings.Repeat(" =", 18)))
	p.Blank()
	row := func(label, value string) { p.Row(textfile.Left(1, label), textfile.Right(41, value)) }
	row("ESTIMATED PERCENTAGE:", printedShare(r.Proportion.PointEstimate, 2))
	row("ESTIMATED TOTAL:", exact.Commas(r.PointEstimate, 0))
	p.Blank()
	row("STANDARD ERROR (PERCENTAGE):", printedShare(r.Proportion.StandardError, 2))
	row("STANDARD ERROR (TOTAL):", exact.Commas(r.StandardError, 0))
	p.Blank()
	printLimitsTo(&p, [3]int{42, 60, 78}, r.Projection, true)
	_, err := p.WriteTo(w)
	return err
}
