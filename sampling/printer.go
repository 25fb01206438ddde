package sampling

import "io"

// formFeed starts a new page on a printer.
const formFeed = "\f"

// WritePrinter writes the layout of the printer: three numbers a line, from left to right, each behind its order of
// selection and a dash; the spares on a new page (after a form feed) with the full heading; no page for a list without
// numbers. The error wraps [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-12.
func (s Selection) WritePrinter(w io.Writer, h Heading) error {
	return printTable(s, w, h, (*table).writePrinter)
}
