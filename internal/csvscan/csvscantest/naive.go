// Package csvscantest is a second, slow reader of delimited text for tests: encoding/csv applied to one line, then to
// two, and so on.
package csvscantest

import (
	"encoding/csv"
	"strings"
)

// Row is one row of a text.
type Row struct {
	Line   int64 // of its first line, from 1
	Lines  int
	Fields []string // of a wrong row: those before the wrong one, as far as they are on the first line
	Wrong  bool
}

// Rows splits a text into rows of at most maxLines lines and returns how many blank lines there are beside them.
func Rows(text string, comma byte, maxLines int) (rows []Row, blank int64) {
	var lines []string
	if text = strings.TrimPrefix(text, "\uFEFF"); text != "" {
		lines = strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	}
	for i := 0; i < len(lines); {
		row := Row{Line: int64(i) + 1, Lines: 1, Wrong: true}
		first := trim(lines[i])
		if strings.Trim(first, " ") == "" || comma != '\t' && strings.Trim(first, " \t") == "" {
			blank++
			i++
			continue
		}
		for n := 1; n <= maxLines && i+n <= len(lines) && row.Wrong; n++ {
			if fields, ok := parse(trim(strings.Join(lines[i:i+n], "")), comma); ok {
				row.Fields, row.Lines, row.Wrong = fields, n, false
			}
		}
		if row.Wrong { // the longest part before a separator that is right
			for part := first; strings.IndexByte(part, comma) >= 0 && row.Fields == nil; {
				part = part[:strings.LastIndexByte(part, comma)]
				row.Fields, _ = parse(part, comma)
			}
		}
		rows = append(rows, row)
		i += row.Lines
	}
	return rows, blank
}

func trim(line string) string { return strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r") }

func parse(text string, comma byte) ([]string, bool) {
	if text == "" || text == "\r" { // which encoding/csv takes for no row at all
		return []string{text}, true
	}
	r := csv.NewReader(strings.NewReader(text + "\r\n")) // it takes one of each off, no more
	r.Comma, r.FieldsPerRecord = rune(comma), -1
	fields, err := r.Read()
	return fields, err == nil
}
