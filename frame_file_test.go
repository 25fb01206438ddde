package iromath

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/reportable"
)

func TestFrameFileErrors(t *testing.T) {
	broken := errors.New("broken")
	gz := packed(t, "claim_id,paid\n"+strings.Repeat("A,1\nB,1\n", 1000))
	corrupt := bytes.Clone(gz)
	corrupt[len(corrupt)-5] ^= 1
	row := finding.RowError{}
	for _, c := range []struct {
		name string
		r    io.Reader
		o    FrameOptions
		want error
		text string
	}{
		{"empty file", strings.NewReader(""), FrameOptions{}, ErrFile, "the file is empty"},
		{"blank file", strings.NewReader("\n\n"), FrameOptions{}, ErrFile, "the file is empty"},
		{"no column", strings.NewReader("id,Amount\n1,2\n"), FrameOptions{}, ErrFile,
			`there is no column "claim_id", there is no column "paid"; the header has "id", "Amount"`},
		{"named column", strings.NewReader("claim_id,paid\n1,2\n"), FrameOptions{Segment: "part", Date: "day"}, ErrFile,
			`there is no column "part", there is no column "day"; the header has "claim_id", "paid"`},
		{"column twice", strings.NewReader("claim_id,paid, PAID\n1,2,3\n"), FrameOptions{}, ErrFile,
			`column "paid" stands twice`},
		{"segment twice", strings.NewReader("claim_id,paid,segment,segment\n1,2,3,4\n"), FrameOptions{}, ErrFile,
			`column "segment" stands twice`},
		{"no payor column", strings.NewReader("claim_id,paid\n1,2\n"), FrameOptions{Payors: []string{"X"}}, ErrFile,
			`no column "payor"`},
		{"no date column", strings.NewReader("claim_id,paid\n1,2\n"), FrameOptions{Through: mustDate("2026-01-01")},
			ErrFile,
			`no column "paid_date"`},
		{"wide header", strings.NewReader(strings.Repeat("x,", 150) + "x\n"), FrameOptions{}, ErrFile,
			`"x" and 51 more`},
		{"broken header", strings.NewReader("claim_id,\"paid\n1,2\n"), FrameOptions{}, ErrFile,
			"line 1, the header: a quoted field"},
		{"old Macintosh", strings.NewReader("claim_id,paid\r1,2\r"), FrameOptions{}, ErrFile, "carriage return"},
		{"UTF-16", strings.NewReader("\xFF\xFEc\x00"), FrameOptions{}, textfile.ErrEncoding, "UTF-16 (little endian)"},
		{"NUL", strings.NewReader("claim_id,paid\nA,1\nB\x00,1\n"), FrameOptions{}, ErrFile, "line 3: not plain UTF-8 text: a NUL byte"},
		{"long line", strings.NewReader("claim_id,paid\n" + strings.Repeat("x", 1<<20+1)), FrameOptions{}, textfile.ErrLine,
			"line 2 "},
		{"reader", io.MultiReader(strings.NewReader("claim_id,paid\nA,1\n"), iotest.ErrReader(broken)), FrameOptions{},
			broken, "broken"},
		{"reader at once", iotest.ErrReader(broken), FrameOptions{}, ErrFile, "broken"},
		{"gzip header", bytes.NewReader(gz[:5]), FrameOptions{}, io.ErrUnexpectedEOF, ""},
		{"truncated gzip", bytes.NewReader(gz[:len(gz)-1]), FrameOptions{}, io.ErrUnexpectedEOF, "line 2002: "},
		{"half a gzip", bytes.NewReader(gz[:len(gz)/2]), FrameOptions{}, ErrFile, "unexpected EOF"},
		{"corrupt gzip", bytes.NewReader(corrupt), FrameOptions{}, gzip.ErrChecksum, ""},
		{"garbage behind gzip", io.MultiReader(bytes.NewReader(gz), strings.NewReader("x")), FrameOptions{}, ErrFile,
			""},
		{"no row", strings.NewReader("claim_id,paid\n"), FrameOptions{}, ErrFrame, "0 rows, none left out"},
		{"no claim", strings.NewReader("claim_id,paid\nA,0\nA,1\nB,-1\nC,-2\n"), FrameOptions{}, ErrFrame,
			"4 rows, 1 repeated id, 1 zero paid, 2 negative"},
		{"no readable claim", strings.NewReader("claim_id,paid\nA,1.234\n"), FrameOptions{}, ErrFrame,
			`1 malformed; the first malformed row is line 2, paid "1.234": is not in whole cents`},
		{"comma", strings.NewReader("claim_id,paid\nA,1\n"), FrameOptions{Comma: "::"}, nil, `comma "::"`},
		{"comma", strings.NewReader("claim_id,paid\nA,1\n"), FrameOptions{Comma: "a"}, nil, `comma "a"`},
		{"period", strings.NewReader("claim_id,paid\nA,1\n"),
			FrameOptions{From: mustDate("2026-01-02"), Through: mustDate("2026-01-01")}, nil,
			"from 2026-01-02 through 2026-01-01"},
		{"payor", strings.NewReader("claim_id,paid\nA,1\n"), FrameOptions{Payors: []string{"X", " "}}, nil,
			"payor 2 is empty"},
	} {
		f, err := ReadFrame(c.r, c.o, nil)
		if f != nil || err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: %v; want %v, %q", c.name, err, c.want, c.text)
		}
		if c.name == "no readable claim" && (!errors.As(err, &row) || row.Line != 2) {
			t.Errorf("%s: %#v", c.name, row)
		}
	}
}

func TestFrameLimit(t *testing.T) {
	b := frameBuilder{ids: newIDSet(), limit: 2}
	for i, id := range []string{"A", "B", "A", "C"} {
		row := frameRow{line: int64(i) + 2, payor: 1, next: 1, cents: 1, hash: b.ids.hash([]byte(id))}
		b.batch, b.text, b.counts = []frameRow{row}, []byte(id), map[ExclusionReason]int64{}
		if err := b.decide(); (id == "C") != errors.Is(err, ErrFile) {
			t.Errorf("id %s: %v", id, err)
		} else if err != nil && !strings.Contains(err.Error(), "line 5: more than 2 ") {
			t.Error(err)
		}
	}
}

func packed(t testing.TB, parts ...string) []byte {
	var b bytes.Buffer
	for _, p := range parts { // each part is a member of its own
		w := gzip.NewWriter(&b)
		if _, err := io.WriteString(w, p); err != nil || w.Close() != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestFrameGzip(t *testing.T) {
	text := string(benchFile(20_000))
	want := readFrame(t, text, FrameOptions{}).Summary()
	for _, file := range [][]byte{packed(t, text), packed(t, text[:100_001], "", text[100_001:])} {
		f, err := ReadFrame(iotest.HalfReader(bytes.NewReader(file)), FrameOptions{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, f.Summary(), cmp.Comparer(func(a, b reportable.Date) bool { return a == b })); d != "" {
			t.Error(d)
		}
	}
}

func TestFrameProgress(t *testing.T) {
	var calls []int64
	const rows = 2*progressRows + 5
	f, err := ReadFrame(bytes.NewReader(benchFile(rows)), FrameOptions{}, func(n int64) { calls = append(calls, n) })
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]int64{progressRows, 2 * progressRows, rows}, calls); d != "" {
		t.Error(d)
	}
	checkSums(t, f)
}

// TestFrameSynPUF reads the CMS synthetic claims of 2008-2010. Of the 3,243 rows paid zero, two are second segments.
// The first row of each of the 92 claims with two rows is the one labelled 2, and it has no dates.
func TestFrameSynPUF(t *testing.T) {
	file, err := os.ReadFile("../shared/data/synpuf/claims.csv")
	if err != nil {
		t.Skip("the CMS synthetic claims are not on this machine:", err)
	}
	for _, c := range []struct {
		o    FrameOptions
		left string
		size int64
		paid string
	}{
		{FrameOptions{}, "second_segment 92, zero_paid 3241, negative 102", 99_498, "980268280.00"},
		{FrameOptions{Date: "through_date", Through: mustDate("2010-12-31")},
			"malformed 92, second_segment 92, zero_paid 3239, negative 102", 99_408, "978432280.00"},
	} {
		f, err := ReadFrame(bytes.NewReader(file), c.o, nil)
		if err != nil {
			t.Fatal(err)
		}
		checkSums(t, f)
		s := f.Summary()
		if got := exclusions(s); got != c.left || s.Rows != 102_933 || s.Size != c.size || exact.Fixed(s.Paid, 2) != c.paid {
			t.Errorf("%d rows, %d claims, $%s, left out: %s; want %+v", s.Rows, s.Size, exact.Fixed(s.Paid, 2), got, c)
		}
		if c, _ := f.Claim(2); c.ID != "196661177015632" || exact.Fixed(c.Paid, 2) != "5000.00" {
			t.Errorf("claim 2 is %+v", c)
		}
	}
}
