package sampling

import (
	"fmt"
	"io"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// comparisonWords say what a comparison means of a list.
var comparisonWords = map[Comparison]string{
	Reproduced: "the plan gives exactly what was reported",
	OtherOrder: "the plan gives the same units in another order",
	Differs:    "the plan gives other units",
	Impossible: "no draw of this plan gives what was reported",
}

// frameWords say what a comparison of frames means.
var frameWords = map[FrameComparison]string{
	FrameSame:       "the documented one",
	FrameOther:      "another than the documented one",
	FrameNotChecked: "a digest is missing",
}

// WriteText writes the verdict as a text file: what was compared and how it stands, unit by unit where it does not agree,
// and below it the page of the selection that the plan gives. RAT-STATS has no such page. The errors are those of the
// selection's own WriteText, and those of w.
func (v Verdict[U, S]) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	verdictTop(&p, h)
	v.lines(&p, 1)
	verdictFrame(&p, v.Frame)
	if _, err := p.WriteTo(w); err != nil {
		return err
	}
	s, ok := any(v.Selection).(interface {
		WriteText(io.Writer, Heading) error
	})
	if !ok {
		return nil
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	return s.WriteText(w, h)
}

// WriteText writes the verdict of each stratum and of the whole as a text file. Errors are those of w.
func (v StratifiedVerdict) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	verdictTop(&p, h)
	verdictLine(&p, 1, "SAMPLE", v.Comparison)
	if v.SparesComparison != "" {
		verdictLine(&p, 1, "SPARES", v.SparesComparison)
	}
	for _, name := range v.NotReported {
		p.Row(textfile.Left(3, "NOT REPORTED: "+finding.Clip(name)))
	}
	verdictFrame(&p, v.Frame)
	for _, s := range v.Verdicts {
		p.Blank()
		p.Row(textfile.Left(1, "STRATUM "+finding.Clip(s.Name)))
		s.lines(&p, 3)
	}
	_, err := p.WriteTo(w)
	return err
}

func verdictTop(p *textfile.Page, h Heading) {
	p.Top("Verification of a Reported Sample", h)
	auditLine(p, h)
	p.Blank()
}

// shout writes a constant as a word of a page: "OTHER ORDER".
func shout(constant string) string { return strings.ToUpper(strings.ReplaceAll(constant, "_", " ")) }

func verdictLine(p *textfile.Page, column int, what string, c Comparison) {
	p.Row(textfile.Left(column, what+":"), textfile.Left(column+11, shout(string(c))+" - "+comparisonWords[c]))
}

func verdictFrame(p *textfile.Page, f FrameComparison) {
	p.Row(textfile.Left(1, "FRAME:"), textfile.Left(12, shout(string(f))+" - "+frameWords[f]))
}

// lines writes how the reported units stand to the plan, from a column on.
func (v Verdict[U, S]) lines(p *textfile.Page, column int) {
	p.Row(textfile.Left(column, "REPORTED:"), textfile.Left(column+11, exact.CommasInt(int64(len(v.Units)))),
		textfile.Left(column+25, "SPARES: "+exact.CommasInt(int64(len(v.Spares)))))
	verdictLine(p, column, "SAMPLE", v.Comparison)
	if v.SparesComparison != "" {
		verdictLine(p, column, "SPARES", v.SparesComparison)
	}
	if v.Problems != nil {
		p.Paragraph(column+1, textfile.Width, "IMPOSSIBLE: "+v.Problems.String())
	}
	unitLines(p, column, "MISSING, THE PLAN GIVES THEM:", v.Missing)
	unitLines(p, column, "EXTRA, THE PLAN DOES NOT GIVE THEM:", v.Extra)
	unitLines(p, column, "SPARES OF THE PLAN REPORTED IN THE SAMPLE:", v.FromSpares)
}

func unitLines[U any](p *textfile.Page, column int, title string, units []U) {
	if len(units) == 0 {
		return
	}
	p.Row(textfile.Left(column, title))
	for _, u := range units {
		p.Row(textfile.Left(column+11, fmt.Sprint(u)))
	}
}
