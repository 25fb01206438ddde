package variable

import (
	"io"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. RAT-STATS reads no file here: the heading's is not printed.
//
// Source: RAT-STATS Companion Manual 3-104, User's Guide 4-166.
func (r UnknownUniverseResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	p.Top("VARIABLE APPRAISAL WITH UNKNOWN UNIVERSE SIZE", h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	p.Blank()
	rule := func(signs int, text string) {
		p.Row(textfile.Left(4, strings.Repeat("= ", signs)+text+strings.Repeat(" =", signs)))
	}
	rule(16, "I N P U T")
	p.Row(textfile.Left(41, "SAMPLE TO"), textfile.Left(63, "SAMPLE FOR"))
	p.Row(textfile.Left(36, "ESTIMATE POPULATION"), textfile.Left(59, "VARIABLE ATTRIBUTE"))
	// Numbers stand by their decimal points.
	row := func(label, counts, amounts string, places int) {
		p.Row(textfile.Left(4, label), textfile.Right(51+places, counts), textfile.Right(73+places, amounts))
	}
	row("UNIVERSE", exact.CommasInt(r.Universe), "", 0)
	row("SAMPLE", exact.CommasInt(r.Counts.SampleSize), exact.CommasInt(r.Amounts.SampleSize), 0)
	row("MEAN", exact.Print(r.Counts.Mean, 2), exact.Print(r.Amounts.Mean, 2), 3)
	row("STANDARD DEVIATION", exact.Print(r.Counts.StandardDeviation, 2), exact.Print(r.Amounts.StandardDeviation, 2), 3)
	p.Blank()
	rule(13, " E S T I M A T I O N ")
	same := func(label, value string) textfile.LevelRow {
		return textfile.LevelRow{Label: label, Value: func(int) string { return value }}
	}
	levelTable(&p, 4, [3]int{36, 56, 76}, r.Estimate,
		textfile.LevelRow{Value: func(i int) string { return exact.String(exact.InPercent(r.Intervals[i].Level)) + "% CONFIDENCE" }},
		same("POINT ESTIMATE", exact.Commas(r.PointEstimate, 0)), same("STANDARD ERROR", exact.Commas(r.StandardError, 0)))
	_, err := p.WriteTo(w)
	return err
}
