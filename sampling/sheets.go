package sampling

import (
	"encoding/csv"
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/spreadsheet"
)

// Sheet is one sheet of a workbook: its name and the texts of its cells. A row ends with its last cell in use.
type Sheet struct {
	Name string     `json:"name"`
	Rows [][]string `json:"rows"`
}

// Sheets returns the rows of RAT-STATS' Excel output. VALUES has five rows of heading, a row of column names and the
// sample in sequential order, with seed number and frame size in the first row of data; SPARES has a row of column
// names and the spares in generated order. Row 5 of VALUES says behind the audit that a sample was drawn on, and the
// digest of the frame if there is one. The error wraps [ErrSelection] if s is not what its inputs give.
//
// Source: RAT-STATS User's Guide 2-9, 2-10.
func (s Selection) Sheets(h Heading) ([]Sheet, error) { return tableSheets(s, h) }

// WriteCSV writes the rows of the sheet as comma-separated values (RFC 4180, lines end with LF). A text that a spreadsheet
// would run as a formula (=, +, -, @) is written with an extra apostrophe in front; numbers stand as they are. Errors are
// those of w.
func (s Sheet) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	var cells []string
	for _, row := range s.Rows {
		cells = cells[:0]
		for _, cell := range row {
			if _, err := exact.Parse(cell); err != nil {
				cell = spreadsheet.Escape(cell)
			}
			cells = append(cells, cell)
		}
		out.Write(cells)
	}
	out.Flush()
	return out.Error()
}
