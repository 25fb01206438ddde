package sampling

import (
	"io"
	"strconv"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes a page with the strata, their seeds and sizes, and then the text file of each stratum's selection
// (see [Selection.WriteText]), each on a new page after a form feed with the stratum's name behind that of the audit.
// The error wraps [ErrSelection] if s is not what its inputs give.
func (s StratifiedSelection) WriteText(w io.Writer, h Heading) error {
	s, err := s.redraw()
	if err != nil {
		return err
	}
	var p textfile.Page
	p.Top("Stratified Selection", h)
	auditLine(&p, h)
	p.Blank()
	derived, anew := false, false
	if s.Seed != "" {
		p.Row(textfile.Left(1, "SEED OF THE PLAN: "+s.Method.printedSeed(s.Seed)), textfile.Left(54, "FRAME SIZE:"),
			textfile.Right(textfile.Width, exact.CommasInt(s.FrameSize)))
		p.Blank()
	}
	if notes := digestNote(s.FrameDigest); notes != nil {
		noteLines(&p, notes)
		p.Blank()
	}
	p.Row(textfile.Left(1, "Stratum"), textfile.Right(43, "Seed"), textfile.Right(59, "Frame"),
		textfile.Right(69, "Sample"), textfile.Right(textfile.Width, "Spares"))
	for i, stratum := range s.Selections {
		mark := ""
		if stratum.SeedDerived {
			mark, derived = "*", true
		}
		selection := stratum.Selection
		if first, err := s.stratumSeed(s.Strata[i], 1); err == nil && stratum.SeedDerived && first != selection.Seed {
			mark, anew = "**", true
		}
		p.Row(textfile.Left(1, stratum.Name), textfile.Right(43, selection.Method.printedSeed(selection.Seed)),
			textfile.Left(44, mark),
			textfile.Right(59, exact.CommasInt(selection.FrameSize)),
			textfile.Right(69, strconv.FormatInt(selection.Size, 10)),
			textfile.Right(textfile.Width, strconv.FormatInt(selection.Spares, 10)))
	}
	p.Row(textfile.Left(1, "All strata"), textfile.Right(59, exact.CommasInt(s.FrameSize)),
		textfile.Right(69, strconv.FormatInt(s.Size, 10)), textfile.Right(textfile.Width, strconv.FormatInt(s.Spares, 10)))
	if derived {
		p.Blank()
		p.Paragraph(0, textfile.Width, "* derived from the seed of the plan and the name of the stratum: the SHA-256 hash "+
			"of seed, line feed and name; its first eight bytes as an integer; "+s.derivation())
	}
	if anew {
		p.Paragraph(0, textfile.Width, "** derived anew, because that seed gives the random numbers of an earlier stratum: "+
			"with a line feed and the number 2 behind the name, or 3, and so on.")
	}
	if _, err := p.WriteTo(w); err != nil {
		return err
	}
	for _, stratum := range s.Selections {
		if _, err := io.WriteString(w, formFeed); err != nil {
			return err
		}
		page := h
		page.Audit = stratum.Name
		if h.Audit != "" {
			page.Audit = h.Audit + " - " + stratum.Name
		}
		if err := stratum.Selection.WriteText(w, page); err != nil {
			return err
		}
	}
	return nil
}

// derivation is the last step from the hash to a stratum's seed.
func (s Stratified) derivation() string {
	if s.isRATSTATS() {
		return "that modulo 8,640,000 as hundredths. The seed of the plan is written as above, with two decimals."
	}
	return "that modulo 2,147,483,648."
}
