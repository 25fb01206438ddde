package sampling

import (
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the tests as a text file: the frame, each test with its counts and what was expected, the numbers in
// the order of selection, which the tests can be worked out from again, and [RandomnessNote]. Statistics have four
// decimals, probabilities their six digits. The error wraps [ErrSelection] if d is not what its numbers give.
func (d RandomnessResult) WriteText(w io.Writer, h Heading) error {
	want, err := d.Run()
	if err != nil {
		return fmt.Errorf("%w cannot be worked out from its inputs: %w", ErrSelection, err)
	}
	if err := sameJSON(d, want); err != nil {
		return err
	}
	var p textfile.Page
	p.Top("Diagnosis of a Sample", h)
	auditLine(&p, h)
	p.Blank()
	p.Row(textfile.Left(1, "NUMBERS: "+exact.CommasInt(int64(len(d.Numbers)))), textfile.Left(54, "FRAME SIZE:"),
		textfile.Right(textfile.Width, exact.CommasInt(d.High-d.Low+1)))
	noteLines(&p, []string{"NUMBERS FROM " + exact.CommasInt(d.Low) + " THROUGH " + exact.CommasInt(d.High)})
	p.Blank()
	d.runsLines(&p)
	d.classLines(&p)
	d.pairLines(&p)
	p.Line("NUMBERS IN THE ORDER OF SELECTION:")
	numberLines(&p, d.Numbers)
	p.Blank()
	p.Paragraph(0, textfile.Width, d.Note)
	_, err = p.WriteTo(w)
	return err
}

// tooFew stands where a test is left out.
func tooFew(p *textfile.Page, rule string) {
	p.Row(textfile.Left(8, "too few numbers: "+rule))
	p.Blank()
}

func (d RandomnessResult) runsLines(p *textfile.Page) {
	p.Line("RUNS ABOVE AND BELOW THE MEDIAN (Wald and Wolfowitz 1940)")
	r := d.Runs
	if r == nil {
		tooFew(p, "the test takes 10 above the median and 10 below")
		return
	}
	p.Line("       MEDIAN %s   ABOVE %s   BELOW %s", exact.String(r.Median), exact.CommasInt(r.Above), exact.CommasInt(r.Below))
	p.Line("       RUNS %s   EXPECTED %s   VARIANCE %s", exact.CommasInt(r.Runs), exact.Fixed(r.Expected, 4),
		exact.Fixed(r.Variance, 4))
	p.Line("       Z %s   TWO-SIDED P %s", exact.Fixed(r.Z, 4), probabilityText(r.P))
	p.Blank()
}

func (d RandomnessResult) classLines(p *textfile.Page) {
	p.Line("EQUAL PARTS OF THE FRAME (chi-square, Knuth 3.3.1)")
	c := d.ChiSquare
	if c == nil {
		tooFew(p, "the test takes 10, and 5 for each part of the frame")
		return
	}
	p.Row(textfile.Right(6, "Part"), textfile.Right(24, "From"), textfile.Right(42, "Through"), textfile.Right(54, "Counted"),
		textfile.Right(70, "Expected"))
	frame := d.High - d.Low + 1
	for j, count := range c.Counts {
		first := d.Low + diagnoseStart(int64(j), c.Classes, frame)
		last := d.Low + diagnoseStart(int64(j)+1, c.Classes, frame) - 1
		p.Row(textfile.Right(6, digitsOf(int64(j+1))), textfile.Right(24, digitsOf(first)), textfile.Right(42, digitsOf(last)),
			textfile.Right(54, digitsOf(count)), textfile.Right(70, exact.Fixed(c.Expected[j], 4)))
	}
	c.resultLine(p)
}

func (d RandomnessResult) pairLines(p *textfile.Page) {
	p.Line("PAIRS OF NUMBERS DRAWN ONE AFTER THE OTHER (serial test, Knuth 3.3.2)")
	c := d.Serial
	if c == nil {
		tooFew(p, "the test takes 20 pairs, and a frame of 4 units")
		return
	}
	p.Row(textfile.Right(12, "First part"), textfile.Right(26, "Second part"), textfile.Right(54, "Counted"),
		textfile.Right(70, "Expected"))
	for i, count := range c.Counts {
		first, second := int64(i)/c.Classes, int64(i)%c.Classes
		p.Row(textfile.Right(12, digitsOf(first+1)), textfile.Right(26, digitsOf(second+1)), textfile.Right(54, digitsOf(count)),
			textfile.Right(70, exact.Fixed(c.Expected[i], 4)))
	}
	c.resultLine(p)
}

func (c ChiSquareTest) resultLine(p *textfile.Page) {
	p.Line("       CHI-SQUARE %s   DEGREES OF FREEDOM %d   P %s", exact.Fixed(c.Statistic, 4), c.Degrees, probabilityText(c.P))
	p.Blank()
}

// probabilityText writes a probability as it is stated, and what is stated as 0 as the bound that it means.
func probabilityText(p decimal.Decimal) string {
	if p.Sign() == 0 {
		return "below 1e-30"
	}
	return exact.String(p)
}
