package sampling

import (
	"io"
	"strconv"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the selection as a text file: method, seed, start and interval, one unit a line, and how the units
// follow from the start. The error wraps [ErrSelection] if s is not what its inputs give.
func (s SystematicSelection) WriteText(w io.Writer, h Heading) error {
	s, err := drawnAgain(s, func(want SystematicSelection) error {
		s.Warnings = want.Warnings // their words are not compared
		return sameJSON(s, want)
	})
	if err != nil {
		return err
	}
	var p textfile.Page
	starts := s.FrameSize
	if s.Variant == Classic {
		starts /= s.Size
	}
	designHeader(&p, "Systematic Selection", h, startPlan(s.Method, s.Seed, starts), s.FrameDigest, "FRAME SIZE:",
		exact.CommasInt(s.FrameSize))
	p.Line("       NUMBERS FROM %s THROUGH %s", exact.CommasInt(s.Low), exact.CommasInt(s.High))
	p.Line("       UNITS WANTED: %d   SELECTED: %d", s.Size, len(s.Sample))
	p.Line("       INTERVAL: %s   RANDOM START: %s", exact.String(s.Interval), exact.CommasInt(s.Start))
	p.Blank()
	p.Row(textfile.Right(6, "Order"), textfile.Right(24, "Value"))
	for _, u := range s.Sample {
		p.Row(textfile.Right(6, strconv.FormatInt(u.Order, 10)), textfile.Right(24, strconv.FormatInt(u.Number, 10)))
	}
	p.Blank()
	how := "The start is drawn from 1 to the interval; from the unit at that place on, units are selected " +
		"at the interval to the end of the frame."
	if s.Variant == Fractional {
		how = "With N units in the frame and n wanted, the start r is drawn from 1 to N, and the units at the places " +
			"(r + i*N)/n, rounded up, are selected for i = 0 to n-1."
	}
	p.Paragraph(0, textfile.Width, how)
	for _, warning := range s.Warnings {
		p.Paragraph(0, textfile.Width, warning.Message)
	}
	_, err = p.WriteTo(w)
	return err
}

// designHeader writes title, audit, seed, method and frame, with one figure at the right. The plan is the draw that the
// design makes: of its start, or of all its numbers.
func designHeader(p *textfile.Page, title string, h Heading, plan SingleStage, digest, name, figure string) {
	p.Top(title, h)
	auditLine(p, h)
	p.Blank()
	p.Row(textfile.Left(1, "SEED NUMBER: "+plan.Method.printedSeed(plan.Seed)), textfile.Left(54, name),
		textfile.Right(textfile.Width, figure))
	p.Blank()
	if h.File != "" {
		p.Row(textfile.Left(8, "FILE: "+h.File))
		p.Blank()
	}
	notes := Selection{SingleStage: plan}.methodNotes()
	if notes == nil {
		notes = []string{"METHOD: RAT-STATS' generator"}
	}
	noteLines(p, append(notes, digestNote(digest)...))
}
