package sampling

import (
	"fmt"
	"io"
	"strconv"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the selection as a text file: method, seed, start and interval, one unit a line with its size and
// hits, certainty units marked. The error wraps [ErrSelection] if s is not what its inputs give.
func (s PPSSelection) WriteText(w io.Writer, h Heading) error {
	want, err := s.PPS.Draw()
	if err != nil {
		return fmt.Errorf("%w cannot be drawn from its inputs: %w", ErrSelection, err)
	}
	if !stratifiedSame(s, want) {
		return fmt.Errorf("%w is not what its inputs give", ErrSelection)
	}
	var p textfile.Page
	systematicHeader(&p, "Selection Proportional to Size", h, s.Method, s.Seed, "UNITS:",
		exact.CommasInt(int64(len(s.Sizes))))
	p.Line("       TOTAL SIZE: %s   HITS: %d   INTERVAL: %s", exact.String(s.Total), s.Size, exact.String(s.Interval))
	p.Line("       RANDOM NUMBER: %s OF %s   FIRST HIT AT: %s", exact.CommasInt(s.StartNumber),
		exact.CommasInt(s.Places), exact.String(s.Start))
	p.Line("       CERTAINTY UNITS: %d WITH %d HITS", s.CertaintyUnits, s.CertaintyHits)
	p.Blank()
	p.Row(textfile.Right(6, "Order"), textfile.Right(20, "Unit"), textfile.Right(48, "Size"), textfile.Right(58, "Hits"))
	for _, u := range s.Units {
		mark := ""
		if u.Certainty {
			mark = "certainty"
		}
		p.Row(textfile.Right(6, strconv.FormatInt(u.Order, 10)), textfile.Right(20, strconv.FormatInt(u.Number, 10)),
			textfile.Right(48, exact.String(u.Size)), textfile.Right(58, strconv.FormatInt(u.Hits, 10)),
			textfile.Left(62, mark))
	}
	p.Blank()
	p.Paragraph(0, textfile.Width, "The random number r is drawn from 1 to the total in its smallest decimal place. "+
		"The first hit is at r divided by the number of hits, in that place, each further hit one interval behind it; a "+
		"hit selects the first unit up to which the sizes add up to it or more. A unit of at least the interval is certain "+
		"to be hit.")
	_, err = p.WriteTo(w)
	return err
}
