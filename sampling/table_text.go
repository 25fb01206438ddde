package sampling

import (
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/textfile"
)

// writeText writes the text file: a header, a legend of the columns, and a row of right-justified numbers each line.
func (t *table) writeText(w io.Writer, h Heading) error {
	ends := t.textEnds()
	var p textfile.Page
	t.fileHeader(&p, h)
	p.Line("THE NUMBERS ARE IN THE FOLLOWING FORMAT IN YOUR FILE:")
	p.Line("   POSITIONS 1 THROUGH %d - ORDER OF SELECTION", ends[0])
	heads := [2][]textfile.Cell{{textfile.Left(1, "Selection")}, {textfile.Right(ends[0]+1, "Order")}}
	for i, c := range t.columns {
		p.Line("   POSITIONS %d THROUGH %d - %s", ends[i]+1, ends[i+1], c.legend)
		for k := range heads {
			heads[k] = append(heads[k], textfile.Right(ends[i+1], c.head[k]))
		}
	}
	p.Line("EACH COLUMN OF NUMBERS IS RIGHT JUSTIFIED.")
	p.Blank()
	p.Row(heads[0]...)
	p.Row(heads[1]...)
	cells := make([]textfile.Cell, len(ends))
	err := t.each(func(order int64, numbers []int64) error {
		cells[0] = textfile.Right(ends[0], digitsOf(order))
		for i, n := range numbers {
			cells[i+1] = textfile.Right(ends[i+1], digitsOf(n))
		}
		p.Row(cells...)
		return nil
	})
	if err != nil {
		return err
	}
	t.summationLine(&p)
	_, err = p.WriteTo(w)
	return err
}

// textEnds returns the last columns of order and numbers in the text file: RAT-STATS' own unless something is too wide
// for them.
func (t *table) textEnds() []int {
	ends := []int{max(6, len(digitsOf(int64(t.total()))))}
	for i, c := range t.columns {
		ends = append(ends, ends[i]+max(c.width, 1+len(digitsOf(c.widest[0])), 1+len(digitsOf(c.widest[1]))))
	}
	return ends
}

// flatOrderDigits are the digits of the order of selection in the flat file.
const flatOrderDigits = 4

// writeFlat writes the flat file: the header of the text file, and rows of zero-padded digits.
func (t *table) writeFlat(w io.Writer, h Heading) error {
	if total := t.total(); total > flatMost(flatOrderDigits) {
		return fmt.Errorf("%w has four digits for the order of selection: %d does not fit", ErrFlatFile, total)
	}
	var p textfile.Page
	t.fileHeader(&p, h)
	var line []byte
	err := t.each(func(order int64, numbers []int64) error {
		line = fmt.Appendf(line[:0], "%0*d", flatOrderDigits, order)
		for i, n := range numbers {
			c := t.columns[i]
			if n < 0 || n > int64(flatMost(c.digits)) {
				return fmt.Errorf("%w has %d digits for a number (%s): %d (order of selection %d) does not fit",
					ErrFlatFile, c.digits, c.legend, n, order)
			}
			line = fmt.Appendf(line, "%0*d", c.digits, n)
		}
		p.Line("%s", line)
		return nil
	})
	if err != nil {
		return err
	}
	t.summationLine(&p)
	_, err = p.WriteTo(w)
	return err
}

// flatMost is the largest number of so many digits.
func flatMost(digits int) int {
	most := 1
	for range digits {
		most *= 10
	}
	return most - 1
}
