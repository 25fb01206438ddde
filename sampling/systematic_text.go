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
	systematicHeader(&p, "Systematic Selection", h, s.Method, s.Seed, s.FrameDigest, "FRAME SIZE:",
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

// systematicHeader writes title, audit, method, seed and frame, with one figure at the right.
func systematicHeader(p *textfile.Page, title string, h Heading, m Method, seed, digest, name, figure string) {
	p.Top(title, h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT: "+h.Audit))
	}
	p.Blank()
	p.Row(textfile.Left(1, "METHOD: "+string(m)))
	p.Row(textfile.Left(1, "SEED NUMBER: "+seed), textfile.Left(54, name), textfile.Right(textfile.Width, figure))
	p.Blank()
	if h.File != "" {
		p.Row(textfile.Left(8, "FILE: "+h.File))
		p.Blank()
	}
	noteLines(p, digestNote(digest))
}
