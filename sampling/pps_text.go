package sampling

import (
	"io"
	"strconv"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the selection as a text file: method, seed, start and interval, one unit a line with its size, the
// cumulated size and its hits, certainty units marked. The sizes of the other units stand in the file of sizes
// ([PPS.WriteSizes]), which the printout names by its digest: with it, the printout is all that is needed to draw
// again, and without it the hits can be checked against the cumulated sizes. The error wraps [ErrSelection] if s is not
// what its inputs give.
func (s PPSSelection) WriteText(w io.Writer, h Heading) error {
	s, err := drawnAgain(s, func(want PPSSelection) error { return sameJSON(s, want) })
	if err != nil {
		return err
	}
	var p textfile.Page
	designHeader(&p, "Selection Proportional to Size", h, startPlan(s.Method, s.Seed, s.Places), s.FrameDigest, "UNITS:",
		exact.CommasInt(int64(len(s.Sizes))))
	if s.File != "" {
		p.Row(textfile.Left(8, "FILE OF SIZES: "+s.File))
	}
	p.Row(textfile.Left(8, "DIGEST OF SIZES "+s.SizesDigest))
	p.Line("       TOTAL SIZE: %s   HITS: %d   INTERVAL: %s", exact.String(s.Total), s.Size, exact.String(s.Interval))
	p.Line("       RANDOM NUMBER: %s OF %s   FIRST HIT AT: %s", exact.CommasInt(s.StartNumber),
		exact.CommasInt(s.Places), exact.String(s.Start))
	p.Line("       CERTAINTY UNITS: %d WITH %d HITS", s.CertaintyUnits, s.CertaintyHits)
	p.Blank()
	p.Row(textfile.Right(6, "Order"), textfile.Right(20, "Unit"), textfile.Right(38, "Size"), textfile.Right(56, "Cumulated"),
		textfile.Right(66, "Hits"))
	for _, u := range s.Units {
		mark := ""
		if u.Certainty {
			mark = "certainty"
		}
		p.Row(textfile.Right(6, strconv.FormatInt(u.Order, 10)), textfile.Right(20, strconv.FormatInt(u.Number, 10)),
			textfile.Right(38, exact.String(u.Size)), textfile.Right(56, exact.String(u.Cumulated)),
			textfile.Right(66, strconv.FormatInt(u.Hits, 10)), textfile.Left(69, mark))
	}
	p.Blank()
	p.Paragraph(0, textfile.Width, "The random number r is drawn from 1 to the total in its smallest decimal place. "+
		"The first hit is at r divided by the number of hits, in that place, each further hit one interval behind it; a "+
		"hit selects the first unit up to which the sizes add up to it or more. A unit of at least the interval is certain "+
		"to be hit. The digest is the SHA-256 hash of the file of sizes: one a line in the order of the units, without "+
		"commas and without zeros behind the last decimal, each line ended by a line feed.")
	_, err = p.WriteTo(w)
	return err
}
