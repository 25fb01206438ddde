package csvscan

import (
	"bytes"

	"github.com/iromath/iromath/internal/textfile"
)

// quotedRow is a row with quotes while it is read.
type quotedRow struct {
	text  []byte // its lines so far, without the last line end
	size  int    // their bytes, with the last line end
	lines int
	first int // fields that are complete on the first line, once there is a second
}

// quoted reads a row with quotes whose first line has the given size, together with the lines it continues on.
func (s *Scanner) quoted(size int) bool {
	s.scratch, s.ends = s.scratch[:0], s.ends[:0]
	row := quotedRow{text: trimLineEnd(s.buf[s.start : s.start+size]), size: size, lines: 1}
	for at := 0; ; at++ { // a field begins at this offset of the text
		if at < len(row.text) && row.text[at] == '"' {
			at, s.problem = s.quotedField(&row, at+1)
		} else {
			at, s.problem = s.plainField(&row, at)
		}
		if s.err != nil {
			return false
		}
		if s.problem != "" {
			break
		}
		s.ends = append(s.ends, int32(len(s.scratch)))
		if at == len(row.text) {
			break
		}
		s.scratch = append(s.scratch, s.comma)
	}
	s.row = s.scratch
	if s.problem == "" {
		s.stats.Continued += int64(row.lines - 1)
		s.take(row.size, row.lines)
		return true
	}
	if row.lines > 1 {
		s.ends = s.ends[:row.first]
	}
	s.take(size, 1)
	return true
}

// plainField reads a field without quotes and returns the offset behind it.
func (s *Scanner) plainField(row *quotedRow, at int) (int, string) {
	field := row.text[at:]
	if i := bytes.IndexByte(field, s.comma); i >= 0 {
		field = field[:i]
	}
	if bytes.IndexByte(field, '"') >= 0 {
		return at, StrayQuote
	}
	s.scratch = append(s.scratch, field...)
	return at + len(field), ""
}

// quotedField reads a field from behind its opening quote and returns the offset behind the closing one.
func (s *Scanner) quotedField(row *quotedRow, at int) (int, string) {
	for {
		i := bytes.IndexByte(row.text[at:], '"')
		if i < 0 {
			s.scratch = append(s.scratch, row.text[at:]...)
			at = len(row.text)
			if !s.continued(row) {
				return at, UnclosedQuote
			}
			continue
		}
		s.scratch = append(s.scratch, row.text[at:at+i]...)
		at += i + 1
		switch {
		case at == len(row.text) || row.text[at] == s.comma:
			return at, ""
		case row.text[at] != '"':
			return at, TextBehind
		}
		s.scratch = append(s.scratch, '"')
		at++
	}
}

// continued adds the next line to a row, if there is one and the bounds allow it.
func (s *Scanner) continued(row *quotedRow) bool {
	if row.lines == MaxRowLines {
		return false
	}
	size, ok := s.lineFrom(row.size)
	if !ok || size > textfile.MaxLine {
		return false
	}
	if row.lines == 1 {
		row.first = len(s.ends)
	}
	row.lines++
	row.size = size
	row.text = trimLineEnd(s.buf[s.start : s.start+size])
	return true
}
