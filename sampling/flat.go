package sampling

import (
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/textfile"
)

// The digits of the flat file.
const (
	flatOrderMost  = 9999          // four digits
	flatNumberMost = 9_999_999_999 // ten digits
)

// WriteFlat writes the flat file: rows of the text file as zero-padded digits without a separator, four for the order
// of selection and ten for the number ("00100000000022"). The error wraps [ErrFlatFile] if something does not fit
// these digits, and [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-10, 2-11.
func (s Selection) WriteFlat(w io.Writer, h Heading) error {
	s, err := s.redraw()
	if err != nil {
		return err
	}
	if total := s.Size + s.Spares; total > flatOrderMost {
		return fmt.Errorf("%w has four digits for the order of selection: %d does not fit", ErrFlatFile, total)
	}
	var p textfile.Page
	s.fileHeader(&p, h)
	for _, list := range [][]Unit{s.Sample, s.SpareUnits} {
		for _, u := range list {
			if u.Number < 0 || u.Number > flatNumberMost {
				return fmt.Errorf("%w has ten digits for a number: %d (order of selection %d) does not fit",
					ErrFlatFile, u.Number, u.Order)
			}
			p.Line("%04d%010d", u.Order, u.Number)
		}
	}
	s.summationLine(&p)
	_, err = p.WriteTo(w)
	return err
}
