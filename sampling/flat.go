package sampling

import "io"

// WriteFlat writes the flat file: rows of the text file as zero-padded digits without a separator, four for the order
// of selection and ten for the number ("00100000000022"). The error wraps [ErrFlatFile] if something does not fit
// these digits, and [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-10, 2-11.
func (s Selection) WriteFlat(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writeFlat)
}
