package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "A-1": "A-1", "C=1": "C=1", "'A": "'A", "O'Neill": "O'Neill", "12": "12", "a@b": "a@b", "1;2": "1;2", "A\tB": "A\tB",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x",
		"'=1": "''=1", "''-": "'''-", " =1": "' =1", "' =1": "'' =1", "\t=1": "\t'=1", "\r=1": "\r'=1", "\n@x\n": "\n'@x\n",
		"A;=1": "A;'=1", "=1;-2;'+3;x": "'=1;'-2;''+3;x", "A;": "A;", ";=": ";'=",
		`=HYPERLINK("https://example.com","x")`: `'=HYPERLINK("https://example.com","x")`,
		"=cmd|'/C calc'!A0":                     "'=cmd|'/C calc'!A0",
	} {
		if got := Escape(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if got := Unescape(want); got != text {
			t.Errorf("back from %q: %q, want %q", want, got, text)
		}
	}
	for _, cell := range []string{"=1", "'A", "-1;x", "plain"} { // written by others: as it is
		if got := Unescape(cell); got != cell {
			t.Errorf("%q: %q", cell, got)
		}
	}
}

var texts = rapid.StringOfN(rapid.SampledFrom([]rune("'=+-@＝; \t\r\n\",A1")), 0, 12, -1)

// TestRoundTrip: no two texts have the same cell, and a cell gives its text again.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text")
		if got := Unescape(Escape(text)); got != text {
			t.Fatalf("%q: %q", text, got)
		}
	})
}

// TestNoFormula: however a spreadsheet cuts the line of a CSV file into cells, none begins like a formula: at commas with
// quotes as they are meant, or at semicolons or tabs with the quotes for nothing.
func TestNoFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := []string{"1", Escape(texts.Draw(t, "text")), Escape(texts.Draw(t, "text")), "2"}
		var b bytes.Buffer
		if err := csv.NewWriter(&b).WriteAll([][]string{row}); err != nil {
			t.Fatal(err)
		}
		cells := append([]string{}, row...)
		for _, end := range []string{";", "\t"} {
			for _, line := range strings.FieldsFunc(b.String(), func(r rune) bool { return r == '\n' || r == '\r' }) {
				cells = append(cells, strings.Split(line, end)...)
			}
		}
		for _, c := range cells {
			if formula(strings.TrimLeft(c, " ")) {
				t.Fatalf("%q in %q", c, b.String())
			}
		}
	})
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"=1+1", "'=1", "''-", "A;=1", " =1", "\t@", "＝\xFF", "plain"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		cell := Escape(text)
		if formula(cell) || Unescape(cell) != text {
			t.Fatalf("%q: %q", text, cell)
		}
	})
}
