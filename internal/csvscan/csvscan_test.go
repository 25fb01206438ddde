package csvscan

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/csvscan/csvscantest"
	"github.com/iromath/iromath/internal/textfile"
)

type row struct {
	line    int64
	problem string
	fields  []string
}

func scan(r io.Reader, comma byte) ([]row, Stats, error) {
	in := New(r, comma)
	var rows []row
	for in.Next() {
		x := row{line: in.Line(), problem: in.Problem()}
		for i := range in.Len() {
			x.fields = append(x.fields, string(in.Field(i)))
		}
		rows = append(rows, x)
	}
	if in.Next() {
		return nil, Stats{}, errors.New("a row follows the end")
	}
	return rows, in.Stats(), in.Err()
}

func TestRows(t *testing.T) {
	long := strings.Repeat("x", 30)
	for _, c := range []struct {
		name, text string
		want       []row
		stats      Stats
	}{
		{"nothing", "", nil, Stats{}},
		{"only a byte order mark", "\uFEFF", nil, Stats{}},
		{"byte order mark", "\uFEFFa,b\n", []row{{1, "", []string{"a", "b"}}}, Stats{Lines: 1, Rows: 1}},
		{"no last line end", "a,b\nc,d", []row{{1, "", []string{"a", "b"}}, {2, "", []string{"c", "d"}}}, Stats{Lines: 2,
			Rows: 2}},
		{"CR LF and blank lines", "a,b\r\n\r\n \t\nc\r\n", []row{{1, "", []string{"a", "b"}}, {4, "", []string{"c"}}},
			Stats{Lines: 4, Rows: 2, Blank: 2}},
		{"empty fields", ",,\n", []row{{1, "", []string{"", "", ""}}}, Stats{Lines: 1, Rows: 1}},
		{"long fields", long + "," + long + ",", []row{{1, "", []string{long, long, ""}}}, Stats{Lines: 1, Rows: 1}},
		{"neighbours of the separator", "+-\xAC\x2B,\x2D\xAC", []row{{1, "", []string{"+-\xAC\x2B", "\x2D\xAC"}}},
			Stats{Lines: 1, Rows: 1}},
		{"quotes", `"a,b","c""d",e,""` + "\n", []row{{1, "", []string{"a,b", `c"d`, "e", ""}}}, Stats{Lines: 1, Rows: 1}},
		{"line end in quotes", "a,\"b\r\nc\n\",d\ne", []row{{1, "", []string{"a", "b\r\nc\n", "d"}}, {4, "", []string{"e"}}},
			Stats{Lines: 4, Rows: 2, Continued: 2}},
		{"stray quote", "a,b\"c,d\ne,f", []row{{1, StrayQuote, []string{"a"}}, {2, "", []string{"e", "f"}}}, Stats{Lines: 2,
			Rows: 2}},
		{"text behind a quote", "a,\"b\"c,d\ne,f", []row{{1, TextBehind, []string{"a"}}, {2, "", []string{"e", "f"}}},
			Stats{Lines: 2, Rows: 2}},
		{"unclosed quote", "a,\"b\nc,d\ne,f", []row{{1, UnclosedQuote, []string{"a"}}, {2, "", []string{"c", "d"}},
			{3, "", []string{"e", "f"}}}, Stats{Lines: 3, Rows: 3}},
		{"a quote that a later line closes wrongly", "a,\"b\nc,\"d\"\ne,f", []row{{1, TextBehind, []string{"a"}},
			{2, "", []string{"c", "d"}}, {3, "", []string{"e", "f"}}}, Stats{Lines: 3, Rows: 3}},
		{"fields of the second line do not count", "\"a\nb\",c,\"d\"e\nf", []row{{1, TextBehind, nil}, {2, StrayQuote, nil},
			{3, "", []string{"f"}}}, Stats{Lines: 3, Rows: 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, r := range []io.Reader{strings.NewReader(c.text), iotest.OneByteReader(strings.NewReader(c.text))} {
				rows, stats, err := scan(r, ',')
				if err != nil || stats != c.stats {
					t.Errorf("stats %+v, error %v; want %+v", stats, err, c.stats)
				}
				if d := cmp.Diff(c.want, rows, cmp.AllowUnexported(row{})); d != "" {
					t.Error(d)
				}
			}
		})
	}
}

func TestUnclosedQuoteIsBounded(t *testing.T) {
	// The quote of line 2 would be closed by a line far below. It may reach over MaxRowLines lines and not over more.
	for _, lines := range []int{MaxRowLines, MaxRowLines + 1} {
		text := "h\n\"open\n" + strings.Repeat("row\n", lines-2) + "closed\"\nlast"
		rows, stats, err := scan(strings.NewReader(text), ',')
		want := 3
		if lines > MaxRowLines {
			want = lines + 2
		}
		if err != nil || len(rows) != want || stats.Lines != int64(lines)+2 {
			t.Errorf("%d lines: %d rows, %+v, error %v; want %d rows", lines, len(rows), stats, err, want)
		}
	}
	half := strings.Repeat("x", textfile.MaxLine/2)
	for _, c := range []struct {
		text string
		rows int
	}{{"\"" + half + "\n" + half[:len(half)-3] + "\"", 1}, {"\"" + half + "\n" + half + "\"", 2}} {
		if rows, _, err := scan(strings.NewReader(c.text), ','); err != nil || len(rows) != c.rows {
			t.Errorf("%d bytes in quotes: %d rows, error %v; want %d", len(c.text), len(rows), err, c.rows)
		}
	}
}

func TestLineBound(t *testing.T) {
	most := strings.Repeat("x", textfile.MaxLine)
	for _, end := range []string{"", "\n", "\r\n", "\ny"} {
		if rows, _, err := scan(strings.NewReader("a\n"+most+end), ','); err != nil || len(rows[1].fields[0]) != len(most) {
			t.Errorf("longest line with end %q: %v", end, err)
		}
		for _, text := range []string{"a\n" + most + "x" + end, "\"a\n" + most + "x" + end, "a\n\"" + most + "\"" + end} {
			_, _, err := scan(strings.NewReader(text), ',')
			if !errors.Is(err, textfile.ErrLine) || !strings.Contains(err.Error(), "line 2 ") {
				t.Errorf("too long a line with end %q: %v", end, err)
			}
		}
	}
	in := New(endless{}, ',')
	if in.Next() || !errors.Is(in.Err(), textfile.ErrLine) || len(in.buf) > 4*textfile.MaxLine {
		t.Errorf("endless line: %v with a buffer of %d bytes", in.Err(), len(in.buf))
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestErrors(t *testing.T) {
	broken := errors.New("broken")
	for _, c := range []struct {
		name string
		r    io.Reader
		want error
		text string
	}{
		{"UTF-16 little endian", strings.NewReader("\xFF\xFEa\x00"), textfile.ErrEncoding,
			"line 1: not plain UTF-8 text: a byte order mark of UTF-16 (little endian)"},
		{"UTF-16 big endian", iotest.OneByteReader(strings.NewReader("\xFE\xFF\x00a")), textfile.ErrEncoding,
			"a byte order mark of UTF-16 (big endian)"},
		{"UTF-16 without a mark", strings.NewReader("a\x00\n\x00"), textfile.ErrEncoding, "as text in UTF-16 has (little endian)"},
		{"the same, big endian", strings.NewReader("\x00a\x00\n"), textfile.ErrEncoding, "as text in UTF-16 has (big endian)"},
		{"NUL", strings.NewReader("a\nb\nc\x00"), textfile.ErrEncoding, "line 3: not plain UTF-8 text: a NUL byte"},
		{"NUL later", iotest.OneByteReader(strings.NewReader("a\nb\n\"\nc\x00")), textfile.ErrEncoding,
			"line 4: not plain UTF-8 text: a NUL byte"},
		{"reader", io.MultiReader(strings.NewReader("a\nb\n\"c"), iotest.ErrReader(broken)), broken, "line 3: broken"},
		{"reader at once", iotest.ErrReader(broken), broken, "broken"},
		{"no progress", stuck(0), io.ErrNoProgress, ""},
		{"negative count", stuck(-1), nil, "-1 bytes"},
	} {
		if _, _, err := scan(c.r, ','); err == nil || c.want != nil && !errors.Is(err, c.want) ||
			!strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

type stuck int

func (s stuck) Read([]byte) (int, error) { return int(s), nil }

// TestNaive holds the scanner against encoding/csv applied line by line.
func TestNaive(t *testing.T) {
	pieces := []string{"a", "bc", " ", ",", ",", ";", "\t", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", "éäö", "\uFEFF"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 200).Draw(t, "text"), "")
		comma := rapid.SampledFrom([]byte(",;\t|")).Draw(t, "comma")
		r := io.Reader(strings.NewReader(text))
		if rapid.Bool().Draw(t, "one byte at a time") {
			r = iotest.OneByteReader(r)
		}
		compareNaive(t, text, comma, r)
	})
}

func compareNaive(t interface{ Fatalf(string, ...any) }, text string, comma byte, r io.Reader) {
	rows, stats, err := scan(r, comma)
	want, blank := csvscantest.Rows(text, comma, MaxRowLines)
	if err != nil || len(rows) != len(want) || stats.Blank != blank {
		t.Fatalf("%q: %d rows, %+v, error %v; want %d rows and %d blank lines", text, len(rows), stats, err, len(want), blank)
	}
	if stats.Lines != stats.Rows+stats.Blank+stats.Continued {
		t.Fatalf("%q: %+v does not add up", text, stats)
	}
	for i, w := range want {
		got := rows[i]
		for k, f := range got.fields { // encoding/csv turns CR LF in quotes into LF
			got.fields[k] = strings.ReplaceAll(f, "\r\n", "\n")
		}
		if got.line != w.Line || (got.problem != "") != w.Wrong || !slices.Equal(got.fields, w.Fields) {
			t.Fatalf("%q: row %d is %+v, want %+v", text, i, got, w)
		}
	}
}

func FuzzScanner(f *testing.F) {
	for _, s := range []string{"", "a,b\nc,d\n", "\"a,\"\"b\n\",c\r\n", "a\"b\n\"", "\"a\"b\n\"c", "\uFEFF\"x\"\n\n",
		",,,,,,,,,,\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsRune(text, 0) || strings.HasPrefix(text, "\xFF\xFE") || strings.HasPrefix(text, "\xFE\xFF") {
			if _, _, err := scan(strings.NewReader(text), ','); !errors.Is(err, textfile.ErrEncoding) {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		compareNaive(t, text, ',', strings.NewReader(text))
	})
}
