// Package hostiletest makes the input that an attacker, an accident or a spreadsheet could give: files of any size without
// a disk, compressed bombs, other encodings, numbers in the forms of other countries.
package hostiletest

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"
	"runtime"
	"testing"
	"unicode/utf16"
)

// Sizes of hostile input.
const (
	MB = 1 << 20
	GB = 1 << 30
)

// Thin is a count for tests that run with -short, or with the race detector, which has nothing to find here and takes ten
// times as long; otherwise it is the whole count.
func Thin(whole, thin int) int {
	if Race || testing.Short() {
		return thin
	}
	return whole
}

// Repeat is a head and behind it as many whole copies of a unit as total bytes hold.
func Repeat(head, unit string, total int64) io.Reader {
	many := bytes.Repeat([]byte(unit), max(1, 64<<10/len(unit)))
	left := total / int64(len(unit)) * int64(len(unit))
	return io.MultiReader(bytes.NewReader([]byte(head)), io.LimitReader(&circle{text: many}, left))
}

// circle is a text without end.
type circle struct {
	text []byte
	at   int
}

func (c *circle) Read(p []byte) (int, error) {
	n := copy(p, c.text[c.at:])
	c.at = (c.at + n) % len(c.text)
	return n, nil
}

// Rows is a head and behind it rows that are made one by one, from 0, until they have total bytes.
func Rows(head string, total int64, row func(buf []byte, i int64) []byte) io.Reader {
	return &rows{buf: []byte(head), left: total, row: row}
}

type rows struct {
	buf     []byte
	at      int
	i, left int64
	row     func([]byte, int64) []byte
}

func (r *rows) Read(p []byte) (int, error) {
	if r.at == len(r.buf) {
		if r.left <= 0 {
			return 0, io.EOF
		}
		r.buf, r.at = r.buf[:0], 0
		for len(r.buf) < 64<<10 {
			r.buf = r.row(r.buf, r.i)
			r.i++
		}
		r.left -= int64(len(r.buf))
	}
	n := copy(p, r.buf[r.at:])
	r.at += n
	return n, nil
}

// Gzip compresses what each reader has as a member of its own.
func Gzip(t testing.TB, members ...io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, r := range members {
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if _, err := io.Copy(w, r); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// UTF16 is a text in UTF-16, with a byte order mark if wanted.
func UTF16(text string, order binary.AppendByteOrder, mark bool) []byte {
	if mark {
		text = "\uFEFF" + text
	}
	var b []byte
	for _, c := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, c)
	}
	return b
}

// Number is a way to write a number, and whether it is one that people and programs here write.
type Number struct {
	Text string
	OK   bool
}

// Numbers are numbers that are none, and numbers that only look strange.
func Numbers() []Number {
	var list []Number
	for _, s := range []string{"1e400", "1E5", "1e-400", "1e999999999999", "1.234,56", "1.234.567,89", "1'234.56", "1 234.56",
		"1,23,456.78", "1,2345", ",123", "1,,000", "0x10", "0b1", "0o7", "1_000", "NaN", "nan", "Inf", "-Inf", "+inf", "Infinity",
		"٣", "１２", "½", "²", "−5", "–5", "(5.00)", "5-", "--5", "+-5", "$$5", "5$", "€5", "5 EUR", "5%", "#REF!", "#N/A", "TRUE",
		"=1+1", "'5", ".", "-", "$", "1.2.3", "5\u00A05", "1\u200B2"} {
		list = append(list, Number{s, false})
	}
	for _, s := range []string{"00012", "1,234.56", "$1,234.56", "1234.50", "0012.10", "+5", "$5", "5.", "12.00"} {
		list = append(list, Number{s, true})
	}
	return list
}

// Meter passes a reader on and collects, now and then, how much memory is in use that cannot be freed.
type Meter struct {
	R      io.Reader
	start  uint64
	peak   uint64
	passed int64
	next   int64
}

// NewMeter starts at the memory in use now.
func NewMeter(r io.Reader) *Meter { return &Meter{R: r, start: live(), next: 4 * MB} }

// Read reads from R.
func (m *Meter) Read(p []byte) (int, error) {
	n, err := m.R.Read(p)
	if m.passed += int64(n); m.passed >= m.next || err == io.EOF {
		m.look()
		m.next = m.passed + max(4*MB, m.passed/4) // seldom where much is in use: four fifths of the peak are seen
	}
	return n, err
}

func (m *Meter) look() { m.peak = max(m.peak, live()) }

// Peak is the greatest memory that was in use above that at the start, now included.
func (m *Meter) Peak() int64 {
	m.look()
	return max(0, int64(m.peak)-int64(m.start))
}

// live is the memory in use after a collection.
func live() uint64 {
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return s.HeapAlloc
}
