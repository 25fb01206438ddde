// Package csvscan reads the rows of a delimited text file of any size in bounded memory. It follows RFC 4180: a field
// that starts with a double quote ends with one, and a doubled quote inside stands for one. Lines end in LF or CR LF;
// the last one need not end.
//
// It differs from encoding/csv where a file is damaged. A row with a wrong quote is reported and reading goes on with
// the very next line, however far the quote would reach: an unclosed quote costs one line and not the rest of the file.
// So a row in quotes may reach over [MaxRowLines] lines and [textfile.MaxLine] bytes, not more.
package csvscan

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math/bits"

	"github.com/iromath/iromath/internal/textfile"
)

// MaxRowLines bounds the lines of one row, which has more than one line if there are line ends within quotes.
const MaxRowLines = 64

// What can be wrong with a row.
const (
	UnclosedQuote = "a quoted field is not closed"
	TextBehind    = "text follows a closing quote"
	StrayQuote    = "a quote within a field that is not quoted"
)

// Scanner reads row after row.
type Scanner struct {
	in    io.Reader
	comma byte

	buf        []byte
	start, end int  // what has been read and not handed out is buf[start:end]
	begun, eof bool // the front of the file has been looked at; the reader has no more
	err        error
	stats      Stats

	line    int64  // of the row
	problem string // of the row
	row     []byte // text of the row: field i ends before ends[i]; one byte stands between two fields
	ends    []int32
	scratch []byte // text of rows with quotes
}

// Stats counts the lines read so far: Lines = Rows + Blank + Continued.
type Stats struct {
	Lines     int64 // all lines
	Rows      int64 // rows handed out, wrong ones included
	Blank     int64 // lines with nothing but blanks, which hold no row
	Continued int64 // lines that continue a row, after a line end within quotes
}

// New returns a scanner of r with the given separator, an ASCII character other than quote and line end.
func New(r io.Reader, comma byte) *Scanner {
	return &Scanner{in: r, comma: comma, buf: make([]byte, 256<<10)}
}

// Next moves to the next row. It returns false at the end and on an error.
func (s *Scanner) Next() bool {
	if !s.begun {
		s.begin()
	}
	for {
		size, ok := s.lineFrom(0)
		if !ok {
			return false
		}
		line := s.buf[s.start : s.start+size]
		text := trimLineEnd(line)
		if s.blank(text) {
			s.take(size, 1)
			s.stats.Blank++
			continue
		}
		s.line, s.problem = s.stats.Lines+1, ""
		s.stats.Rows++
		if bytes.IndexByte(text, '"') >= 0 {
			return s.quoted(size)
		}
		s.row, s.ends = text, split(text, s.comma, s.ends[:0])
		s.take(size, 1)
		return true
	}
}

// Err returns what ended the scan, or nil at the end of the file: an error of the reader, textfile.ErrEncoding or
// textfile.ErrLine.
func (s *Scanner) Err() error { return s.err }

// Stats returns the counts so far.
func (s *Scanner) Stats() Stats { return s.stats }

// Line returns the number of the row's first line, from 1.
func (s *Scanner) Line() int64 { return s.line }

// Problem says what is wrong with the row, or "". A wrong row has only the fields before the wrong one.
func (s *Scanner) Problem() string { return s.problem }

// Len returns the number of fields of the row.
func (s *Scanner) Len() int { return len(s.ends) }

// Size returns the bytes of the row's text.
func (s *Scanner) Size() int { return len(s.row) }

// Field returns field i of the row, from 0, without its quotes. It is valid until the next call of [Scanner.Next].
func (s *Scanner) Field(i int) []byte {
	from := int32(0)
	if i > 0 {
		from = s.ends[i-1] + 1
	}
	return s.row[from:s.ends[i]]
}

// take hands out the next size bytes.
func (s *Scanner) take(size int, lines int) {
	s.start += size
	s.stats.Lines += int64(lines)
}

// lineFrom returns the offset behind the end of the line that begins at an offset, both counted from s.start. It reads
// more where needed, and returns false at the end of the file and on an error.
func (s *Scanner) lineFrom(offset int) (int, bool) {
	if s.err != nil {
		return 0, false
	}
	seen := offset
	for {
		if i := bytes.IndexByte(s.buf[s.start+seen:s.end], '\n'); i >= 0 {
			return s.checkLine(offset, seen+i+1)
		}
		seen = s.end - s.start
		if s.eof {
			if seen == offset {
				return 0, false
			}
			return s.checkLine(offset, seen)
		}
		if seen-offset > textfile.MaxLine+1 { // one more than a line with its CR
			return s.checkLine(offset, seen)
		}
		if s.fill(); s.err != nil {
			return 0, false
		}
	}
}

func (s *Scanner) checkLine(from, to int) (int, bool) {
	line := s.buf[s.start+from : s.start+to]
	if to-from <= textfile.MaxLine || len(trimLineEnd(line)) <= textfile.MaxLine {
		return to, true
	}
	if from == 0 { // else the line is looked at again when its turn comes
		s.err = fmt.Errorf("%w: line %d has more than %d bytes", textfile.ErrLine, s.stats.Lines+1, textfile.MaxLine)
	}
	return 0, false
}

// fill reads more bytes into the buffer, which grows to a little over two lines of the greatest length.
func (s *Scanner) fill() {
	if s.start > 0 {
		copy(s.buf, s.buf[s.start:s.end])
		s.start, s.end = 0, s.end-s.start
	}
	if s.end == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for range 100 {
		n, err := s.in.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.err = fmt.Errorf("reader returned %d bytes for %d", n, len(s.buf)-s.end)
			return
		}
		s.end += n
		s.refuseNUL(s.end - n)
		switch {
		case s.err != nil:
			return
		case err == io.EOF:
			s.eof = true
			return
		case err != nil:
			s.err = fmt.Errorf("line %d: %w", s.lineAt(s.end), err)
			return
		case n > 0:
			return
		}
	}
	s.err = fmt.Errorf("line %d: %w", s.lineAt(s.end), io.ErrNoProgress)
}

// refuseNUL sets the error if one of the bytes from an offset of the buffer is NUL.
func (s *Scanner) refuseNUL(from int) {
	i := bytes.IndexByte(s.buf[from:s.end], 0)
	if i < 0 {
		return
	}
	_, err := textfile.CheckEncoding(s.buf[:from+i+1])
	s.err = fmt.Errorf("line %d: %w", s.lineAt(from+i), err)
}

// lineAt is the number of the line in which an offset of the buffer is.
func (s *Scanner) lineAt(at int) int64 {
	return s.stats.Lines + 1 + int64(bytes.Count(s.buf[s.start:at], []byte{'\n'}))
}

// begin reads the front of the file, takes a byte order mark off and refuses one of UTF-16.
func (s *Scanner) begin() {
	s.begun = true
	for s.end < 3 && !s.eof && s.err == nil {
		s.fill()
	}
	head := s.buf[:s.end]
	s.start = len(head) - len(textfile.TrimBOM(head))
	if err := textfile.CheckMark(head); err != nil {
		s.err = fmt.Errorf("line 1: %w", err)
	}
}

func (s *Scanner) blank(text []byte) bool {
	for _, c := range text {
		if c != ' ' && (c != '\t' || s.comma == '\t') {
			return false
		}
	}
	return true
}

func trimLineEnd(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte{'\n'}), []byte{'\r'})
}

// split appends the ends of the fields of a line without quotes. It looks at eight bytes at a time: in x, the bytes of
// a word that equal the separator are zero, and zero is the only byte whose low seven bits do not carry into its
// highest bit when 0x7F is added to them, unless that bit is set already.
func split(text []byte, comma byte, ends []int32) []int32 {
	const low7, high = 0x7F7F7F7F7F7F7F7F, 0x8080808080808080
	pattern := uint64(comma) * 0x0101010101010101
	i := 0
	for ; i+8 <= len(text); i += 8 {
		x := binary.LittleEndian.Uint64(text[i:]) ^ pattern
		for m := ^((x&low7 + low7) | x) & high; m != 0; m &= m - 1 {
			ends = append(ends, int32(i+bits.TrailingZeros64(m)>>3))
		}
	}
	for ; i < len(text); i++ {
		if text[i] == comma {
			ends = append(ends, int32(i))
		}
	}
	return append(ends, int32(len(text)))
}
