package sampling

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/textfile"
)

func printout(t *testing.T, write func(io.Writer, Heading) error) string {
	t.Helper()
	return printoutWith(t, write, Heading{})
}

func printoutWith(t *testing.T, write func(io.Writer, Heading) error, h Heading) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b, h); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var guideHeading = Heading{Audit: "User Guide Example", Date: "10/12/2009", Time: "13:34", File: `C:\TEMP\OUTDISK.TXT`}

// guideFile is the file of User's Guide 2-7 and 2-11, with the rows left open.
const guideFile = textfile.Software + `
             claims-review mathematics - not a government program
Date: 10/12/2009           Random Number Generator               Time: 13:34
                          AUDIT: User Guide Example

SEED NUMBER: 48863.78                                FRAME SIZE:         1,000

       FILE OF RANDOM NUMBERS: C:\TEMP\OUTDISK.TXT

       TOTAL RANDOM NUMBERS GENERATED: 14
       10 IN SEQUENTIAL ORDER, 4 SPARES IN GENERATED ORDER
       NUMBERS FROM 1 THROUGH 1,000
       ORDERS OF SELECTION 1 THROUGH 6 WERE DRAWN EARLIER, 7 THROUGH 10 NOW

ROWS
SUMMATION OF RANDOM NUMBERS = 6,520
`

func TestFilesOfAnEnlargedSample(t *testing.T) {
	first := base
	first.Size = 6
	s, err := mustDraw(t, first).DrawOn(4)
	if err != nil {
		t.Fatal(err)
	}
	text := `THE NUMBERS ARE IN THE FOLLOWING FORMAT IN YOUR FILE:
   POSITIONS 1 THROUGH 6 - ORDER OF SELECTION
   POSITIONS 7 THROUGH 17 - RANDOM NUMBER
EACH COLUMN OF NUMBERS IS RIGHT JUSTIFIED.

Selection
  Order     Value
    10         22
     8        141
     4        236
     3        247
     7        257
     9        301
     2        643
     6        650
     1        718
     5        821
    11        980
    12        507
    13        440
    14        557
`
	flat := `00100000000022
00080000000141
00040000000236
00030000000247
00070000000257
00090000000301
00020000000643
00060000000650
00010000000718
00050000000821
00110000000980
00120000000507
00130000000440
00140000000557
`
	if d := cmp.Diff(file(text), centered(printoutWith(t, s.WriteText, guideHeading))); d != "" {
		t.Errorf("text file (want -, got +):\n%s", d)
	}
	if d := cmp.Diff(file(flat), centered(printoutWith(t, s.WriteFlat, guideHeading))); d != "" {
		t.Errorf("flat file (want -, got +):\n%s", d)
	}
}

func file(rows string) string { return strings.Replace(guideFile, "ROWS", rows, 1) }

// centered takes the blanks from the first line, whose text has the length of the version.
func centered(printed string) string { return strings.TrimLeft(printed, " ") }

func TestPrinterOfAnEnlargedSample(t *testing.T) {
	plan := base
	plan.DrawnBefore = 9
	const heading = textfile.Software + `
             claims-review mathematics - not a government program
Date: 10/12/2009           RANDOM NUMBER GENERATOR               Time: 13:34
                          AUDIT: User Guide Example

SEED NUMBER: 48863.78                                FRAME SIZE:         1,000

       NUMBERS FROM 1 THROUGH 1,000
       ORDERS OF SELECTION 1 THROUGH 9 WERE DRAWN EARLIER, 10 THROUGH 10 NOW

`
	want := []string{heading + `                    10 RANDOM NUMBERS IN SEQUENTIAL ORDER

  ORDER OF        RANDOM     ORDER OF        RANDOM     ORDER OF        RANDOM
 SELECTION        NUMBER    SELECTION        NUMBER    SELECTION        NUMBER

       10 -           22           8 -          141           4 -          236
        3 -          247           7 -          257           9 -          301
        2 -          643           6 -          650           1 -          718
        5 -          821
`, heading + `                     4 RANDOM NUMBERS IN GENERATED ORDER

  ORDER OF        RANDOM     ORDER OF        RANDOM     ORDER OF        RANDOM
 SELECTION        NUMBER    SELECTION        NUMBER    SELECTION        NUMBER

       11 -          980          12 -          507          13 -          440
       14 -          557

                      SUMMATION OF RANDOM NUMBERS 6,520
`}
	got := strings.Split(printoutWith(t, mustDraw(t, plan).WritePrinter, guideHeading), "\f")
	for i := range got {
		got[i] = centered(got[i])
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
}

func TestPrinterOfOneList(t *testing.T) {
	for _, c := range []struct {
		plan SingleStage
		want string
	}{
		{SingleStage{Seed: "1357", Low: 1, High: 90, Spares: 2}, "2 RANDOM NUMBERS IN GENERATED ORDER"},
		{SingleStage{Seed: "1357", Low: 1, High: 90, Size: 2}, "2 RANDOM NUMBERS IN SEQUENTIAL ORDER"},
	} {
		page := printout(t, mustDraw(t, c.plan).WritePrinter)
		for text, times := range map[string]int{
			c.want: 1, "RANDOM NUMBERS IN": 1, "SELECTION  ": 2, "\f": 0, "AUDIT": 0, "SUMMATION OF RANDOM NUMBERS 113\n": 1,
		} {
			if got := strings.Count(page, text); got != times {
				t.Errorf("%q stands %d times, want %d, in\n%s", text, got, times, page)
			}
		}
	}
}

// TestTextWidens: a number too wide for RAT-STATS' columns widens them, and the legend says so.
func TestTextWidens(t *testing.T) {
	text := printout(t, mustDraw(t, SingleStage{Seed: "5", Low: -MaxNumber, High: -MaxNumber + 1, Size: 2}).WriteText)
	for _, want := range []string{
		"   POSITIONS 1 THROUGH 6 - ORDER OF SELECTION\n   POSITIONS 7 THROUGH 24 - RANDOM NUMBER\n",
		"\nSelection\n  Order            Value\n",
		"\n     1 -9007199254740991\n", "\n     2 -9007199254740990\n",
		"\nSUMMATION OF RANDOM NUMBERS = -18,014,398,509,481,981\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	million := Selection{SingleStage: SingleStage{Low: 1, High: 2_000_000}}.table()
	million.sample.count = 1_000_000 // an order of seven digits, without the numbers
	if ends := million.textEnds(); !slices.Equal(ends, []int{7, 18}) {
		t.Errorf("columns end at %v", ends)
	}
}

func TestFlatFileRefuses(t *testing.T) {
	for _, plan := range []SingleStage{
		{Low: 1, High: 100_000, Size: 9_000, Spares: 1_000},
		{Low: -1, High: 1, Size: 3},
		{Low: 9_999_999_999, High: 10_000_000_000, Size: 1, Spares: 1},
	} {
		plan.Seed = "1"
		var b strings.Builder
		if err := mustDraw(t, plan).WriteFlat(&b, Heading{}); !errors.Is(err, ErrFlatFile) || b.Len() > 0 {
			t.Errorf("%+v: %v %q", plan, err, b.String())
		}
	}
	widest := SingleStage{Seed: "1", Low: 9_999_980_000, High: 9_999_999_999, Size: 9_999}
	if lines := dataLines(printout(t, mustDraw(t, widest).WriteFlat)); len(lines) != 9_999 || len(lines[0]) != 14 {
		t.Errorf("%d lines, the first %q", len(lines), lines[0])
	}
}

func TestSheetsAndCSV(t *testing.T) {
	s := mustDraw(t, SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 2, Spares: 1, DrawnBefore: 1})
	sheets, err := s.Sheets(Heading{Audit: `A "B", C`, Date: "10/12/2009", Time: "13:34"})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{textfile.Software + `
claims-review mathematics - not a government program
Random Number Generator
Date:,10/12/2009,Time:,13:34
Audit:,"A ""B"", C","ORDERS OF SELECTION 1 THROUGH 1 WERE DRAWN EARLIER, 2 THROUGH 2 NOW"
Order,Value,Seed Number,Frame Size
2,643,48863.78,"1,000"
1,718
`, "Order,Value\n3,247\n"}
	for i, name := range []string{"VALUES", "SPARES"} {
		var b strings.Builder
		if err := sheets[i].WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want[i], b.String()); d != "" || sheets[i].Name != name {
			t.Errorf("%s (want -, got +):\n%s", sheets[i].Name, d)
		}
	}
}

// Without a sample the seed still stands in the first row of data.
func TestSheetsOfSparesOnly(t *testing.T) {
	sheets, err := mustDraw(t, SingleStage{Seed: "48863.78", Low: 1, High: 1000, Spares: 1}).Sheets(Heading{})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([][]string{{"", "", "48863.78", "1,000"}}, sheets[0].Rows[6:]); d != "" {
		t.Error(d)
	}
}

// brokenWriter takes so many writes and then fails.
type brokenWriter struct{ left int }

func (w *brokenWriter) Write(p []byte) (int, error) {
	if w.left--; w.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

func TestWriteErrors(t *testing.T) {
	s := mustDraw(t, base)
	for i, c := range []struct {
		write  func(io.Writer, Heading) error
		writes int
	}{{s.WriteText, 0}, {s.WriteFlat, 0}, {s.WritePrinter, 0}, {s.WritePrinter, 1}, {s.WritePrinter, 2}} {
		if err := c.write(&brokenWriter{c.writes}, Heading{}); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%d: %v", i, err)
		}
	}
}

// A text that a spreadsheet would run as a formula has an apostrophe in front; a number is a number.
func TestSheetsRunNothing(t *testing.T) {
	var b strings.Builder
	s := Sheet{Rows: [][]string{{"=1+1", "-5", "+5.50", "-5-5", "1,000"}, {"'@A", "A;=1", "", "\t=1"}}}
	if err := s.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff("'=1+1,-5,+5.50,'-5-5,\"1,000\"\n''@A,A;'=1,,\"\t'=1\"\n", b.String()); d != "" {
		t.Error(d)
	}
}
