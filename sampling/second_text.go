package sampling

import (
	"io"
	"strconv"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the selection as a text file: the plan, one number a line with its order of selection, sample and
// then spares, and all numbers drawn earlier, which a second draw needs. The error wraps [ErrSelection] if s is not what
// its inputs give.
func (s SecondSelection) WriteText(w io.Writer, h Heading) error {
	s, err := drawnAgain(s, func(want SecondSelection) error {
		s.Warnings = want.Warnings // their words are not compared
		return sameJSON(s, want)
	})
	if err != nil {
		return err
	}
	var p textfile.Page
	designHeader(&p, "Second Selection", h, s.whole(), s.Plan.FrameDigest, "FRAME SIZE:", exact.CommasInt(s.FrameSize))
	p.Line("       NUMBERS FROM %s THROUGH %s", exact.CommasInt(s.Plan.Low), exact.CommasInt(s.Plan.High))
	p.Line("       %s WERE DRAWN EARLIER, %s ARE AVAILABLE", exact.CommasInt(int64(len(s.Earlier))),
		exact.CommasInt(s.Available))
	p.Line("       %d IN SEQUENTIAL ORDER, %d SPARES IN GENERATED ORDER", s.Plan.Size, s.Plan.Spares)
	p.Blank()
	p.Row(textfile.Right(7, "Order"), textfile.Right(25, "Value"))
	for _, list := range [][]Unit{s.Sample, s.SpareUnits} {
		for _, u := range list {
			p.Row(textfile.Right(7, strconv.FormatInt(u.Order, 10)), textfile.Right(25, strconv.FormatInt(u.Number, 10)))
		}
	}
	p.Blank()
	p.Line("SUMMATION OF RANDOM NUMBERS = %s", exact.Commas(s.Summation, 0))
	p.Blank()
	p.Line("NUMBERS DRAWN EARLIER:")
	numberLines(&p, s.Earlier)
	p.Line("OF THEM CAME UP AGAIN AND WERE PASSED OVER, IN GENERATED ORDER:")
	numberLines(&p, s.PassedOver)
	_, err = p.WriteTo(w)
	return err
}

// numberLines writes numbers, four a line.
func numberLines(p *textfile.Page, numbers []int64) {
	const across, column = 4, 19
	if len(numbers) == 0 {
		p.Row(textfile.Right(column, "none"))
	}
	for first := 0; first < len(numbers); first += across {
		var cells []textfile.Cell
		for i, n := range numbers[first:min(first+across, len(numbers))] {
			cells = append(cells, textfile.Right((i+1)*column, strconv.FormatInt(n, 10)))
		}
		p.Row(cells...)
	}
}
