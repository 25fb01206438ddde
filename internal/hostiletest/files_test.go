package hostiletest_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/hostiletest"
	"github.com/iromath/iromath/internal/textfile"
)

// mustRead reads a file that has to be good.
func mustRead(t *testing.T, r reader, file string) any {
	t.Helper()
	v, err := r.read(strings.NewReader(file))
	if err != nil {
		t.Fatalf("%q: %v", file, err)
	}
	return v
}

// mustRefuse reads a file that has to be refused, with all these texts in the error and within 4 KiB of it.
func mustRefuse(t *testing.T, r reader, file io.Reader, kind error, texts ...string) {
	t.Helper()
	v, err := r.read(file)
	if err == nil {
		t.Errorf("accepted as %.300v; want %q", v, texts)
		return
	}
	if kind != nil && !errors.Is(err, kind) {
		t.Errorf("%.300v; want one of %v", err, kind)
	}
	for _, s := range texts {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("%.300v; want …%s…", err, s)
		}
	}
	if n := len(err.Error()); n > 4<<10 {
		t.Errorf("an error of %d bytes: %.300v", n, err)
	}
}

// TestEncodings: what is not plain UTF-8 is named with its line, and what Windows adds to UTF-8 changes nothing.
func TestEncodings(t *testing.T) {
	for _, r := range readers() {
		t.Run(r.name, func(t *testing.T) {
			good := r.file("12.50")
			want := mustRead(t, r, good)
			windows := strings.ReplaceAll(good, "\n", "\r\n")
			for name, file := range map[string]string{
				"byte order mark": "\uFEFF" + good, "CR LF": windows, "both": "\uFEFF" + windows, "no last line end": good[:len(good)-1],
				"blank lines": good + "\n  \n\n", "blank lines of Windows": windows + "\r\n \r\n",
			} {
				if name == "blank lines" && r.name == "sampling.ReadSizes" || name == "blank lines of Windows" && r.name == "sampling.ReadSizes" {
					continue // a line is a unit there
				}
				if got := mustRead(t, r, file); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: %v, want %v", name, got, want)
				}
			}
			for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
				name := map[bool]string{true: "(little endian)", false: "(big endian)"}[order == binary.AppendByteOrder(binary.LittleEndian)]
				for _, mark := range []bool{true, false} {
					mustRefuse(t, r, bytes.NewReader(hostiletest.UTF16(good, order, mark)), textfile.ErrEncoding, "line 1", "UTF-16", name)
				}
			}
			lines := strings.Count(good, "\n")
			last := strings.LastIndex(good[:len(good)-1], "\n") + 1
			line := fmt.Sprintf("line %d", lines)
			mustRefuse(t, r, strings.NewReader(good[:last]+"\x00"+good[last:]), textfile.ErrEncoding, line, "NUL")
			mustRefuse(t, r, strings.NewReader(good[:last]+"Ren\xE9"+good[last:]), nil, line, "UTF-8")
			mustRefuse(t, r, strings.NewReader(strings.ReplaceAll(good, "\n", "\r")), nil, "carriage return")
		})
	}
}

// TestNumbers: every way to write a number is read as this number or refused with its line.
func TestNumbers(t *testing.T) {
	for _, r := range readers() {
		if !strings.Contains(r.good, "{}") {
			continue
		}
		t.Run(r.name, func(t *testing.T) {
			line := fmt.Sprintf("line %d", 1+strings.Count(r.good[:strings.Index(r.good, "{}")], "\n"))
			for _, n := range hostiletest.Numbers() {
				text := n.Text
				if r.csv {
					text = `"` + text + `"`
				}
				if file := r.file(text); n.OK {
					mustRead(t, r, file)
				} else if strings.Contains(n.Text, " ") && !r.csv {
					continue // a blank ends a field
				} else {
					mustRefuse(t, r, strings.NewReader(file), nil, line)
				}
			}
			for _, long := range []string{strings.Repeat("9", 900_000), "0." + strings.Repeat("0", 900_000) + "1", strings.Repeat("1,", 300_000) + "000"} {
				if r.csv {
					long = `"` + long + `"`
				}
				mustRefuse(t, r, strings.NewReader(r.file(long)), nil, line)
			}
		})
	}
}

// TestLongLines: a line of 100 MB, or a quoted field that never ends, is refused by its number, in little memory.
func TestLongLines(t *testing.T) {
	const bound = 16 * hostiletest.MB
	for _, r := range readers() {
		t.Run(r.name, func(t *testing.T) {
			good := r.file("12.50")
			line := fmt.Sprintf("line %d", 1+strings.Count(good, "\n"))
			check := func(name string, file io.Reader, kind error, texts ...string) {
				t.Helper()
				m := hostiletest.NewMeter(file)
				mustRefuse(t, r, m, kind, texts...)
				if p := m.Peak(); p > bound {
					t.Errorf("%s: %d bytes in use", name, p)
				}
			}
			check("blanks", hostiletest.Repeat(good, " ", 100*hostiletest.MB), textfile.ErrLine, line)
			check("letters", hostiletest.Repeat(good, "x", 100*hostiletest.MB), textfile.ErrLine, line)
			check("carriage returns", hostiletest.Repeat(good, "\r", 100*hostiletest.MB), textfile.ErrLine, line)
			if r.csv {
				check("commas", hostiletest.Repeat(good, ",", 100*hostiletest.MB), textfile.ErrLine, line)
				check("quotes", hostiletest.Repeat(good, `""`, 100*hostiletest.MB), textfile.ErrLine, line)
				check("header", hostiletest.Repeat("", "x,", 100*hostiletest.MB), textfile.ErrLine, "line 1")
				check("header in quotes", hostiletest.Repeat("claim_id,\"", "paid\n", 100*hostiletest.MB), nil, "line 1", "not closed")
			}
		})
	}
}

// TestWrongRows: a file of a gigabyte in which every row is wrong is given up after some of them, and what was found is
// listed by line. ReadFrame counts them, and shows one.
func TestWrongRows(t *testing.T) {
	for _, r := range readers() {
		t.Run(r.name, func(t *testing.T) {
			total := int64(hostiletest.GB)
			frame := strings.Contains(r.name, "Frame")
			if frame { // all is read
				total = 4 * hostiletest.MB
			}
			m := hostiletest.NewMeter(hostiletest.Repeat(r.file("12.50"), r.wrong, total))
			_, err := r.read(m)
			if frame {
				if err != nil {
					t.Error(err)
				}
			} else {
				var rows finding.RowErrors
				if !errors.As(err, &rows) || len(rows) > finding.MaxRowErrors+100 || len(rows) < 1 {
					t.Errorf("%d rows, %.300v", len(rows), err)
				}
			}
			if p := m.Peak(); p > 32*hostiletest.MB {
				t.Errorf("%d bytes in use", p)
			}
		})
	}
}
