package sampling

import (
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// sheets are the rows of the Excel output, VALUES and SPARES.
func (t *table) sheets(h Heading) []Sheet {
	audit := []string{"Audit:", h.Audit}
	if t.drawnBefore != "" {
		audit = append(audit, t.drawnBefore)
	}
	audit = append(audit, digestNote(t.digest)...)
	names := []string{"Order"}
	for _, c := range t.columns {
		names = append(names, c.sheet)
	}
	values := [][]string{
		{textfile.Software},
		{textfile.Subtitle},
		{t.title},
		{"Date:", h.Date, "Time:", h.Time},
		audit,
		append(names[:len(names):len(names)], "Seed Number", "Frame Size"),
	}
	first := len(values)
	values = t.sample.sheetRows(values)
	if t.sample.count == 0 {
		values = append(values, make([]string, len(names)))
	}
	values[first] = append(values[first], t.seed, exact.CommasInt(t.frameSize))
	return []Sheet{{"VALUES", values}, {"SPARES", t.spares.sheetRows([][]string{names})}}
}

// sheetRows appends the rows of a list.
func (l tableRows) sheetRows(rows [][]string) [][]string {
	for i := range l.count {
		order, numbers := l.at(i)
		row := []string{digitsOf(order)}
		for _, n := range numbers {
			row = append(row, digitsOf(n))
		}
		rows = append(rows, row)
	}
	return rows
}
