package samplesize

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func printout(t *testing.T, p Probe, h Heading) []string {
	t.Helper()
	var out bytes.Buffer
	if err := mustTable(t, p).WriteText(&out, h); err != nil {
		t.Fatal(err)
	}
	return strings.Split(out.String(), "\n")
}

// TestPrintoutRows: Companion Manual 4-4: the words "Precision Level" stand at the left of the middle rows, the sizes
// below their confidence levels, no commas in the table, and mean, deviation, universe and note after it.
func TestPrintoutRows(t *testing.T) {
	for rows, words := range map[int][]string{1: {"Level"}, 2: {"Precision", "Level"}, 6: {"", "", "Precision",
		"Level", "", ""}} {
		p := Probe{Universe: 100_000, Overpayments: manualProbe(), Precisions: decs("0.01", "0.02", "0.05", "0.10", "0.15",
			"0.25")[:rows]}
		lines := printout(t, p, Heading{Audit: "Clinic", Date: "5/11/2010", Time: "21:52", File: "PROBE.TXT"})
		text := strings.Join(lines, "\n")
		for _, want := range []string{"Sample Size Determination", "AUDIT/REVIEW: Clinic", "DATA FILE USED: PROBE.TXT",
			"Date: 5/11/2010",
			"Estimated Mean: 400.00\nEstimated Std. Deviation: 50.00\nUniverse Size: 100,000\n"} {
			if !strings.Contains(text, want) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
		at := 0
		for !strings.Contains(lines[at], "80%") {
			at++
		}
		label := map[bool]string{true: "Precision "}[rows == 1]
		if !strings.Contains(lines[at-1], "Confidence Level") || strings.Join(strings.Fields(lines[at]),
			" ") != label+"80% 90% 95% 99%" {
			t.Errorf("%q, %q", lines[at-1], lines[at])
		}
		first := strings.Index(lines[at], "80%")
		last := strings.Index(lines[at], "99%")
		for i := range rows {
			line := lines[at+1+i]
			if got := strings.TrimSpace(line[:10]); got != words[i] {
				t.Errorf("%d rows, row %d: %q, want %q", rows, i+1, got, words[i])
			}
			if line[first-1] != ' ' || line[first] == ' ' || line[last-1] != ' ' || line[last] == ' ' {
				t.Errorf("sizes are not below their levels: %q", line)
			}
		}
		if lines[at+1+rows] != "" {
			t.Errorf("%q after the table of %d rows", lines[at+1+rows], rows)
		}
		if note := strings.Contains(text, "NOTE (*)"); note != (rows > 2) { // 5 % is the first row with a size under 30
			t.Errorf("%d rows: note %t\n%s", rows, note, text)
		}
	}
}

func TestPrintoutWithoutHeading(t *testing.T) {
	text := strings.Join(printout(t, typed(1_234_567, "1234.5", "2"), Heading{}), "\n")
	if strings.Contains(text, "AUDIT") || strings.Contains(text, "DATA FILE") || strings.Contains(text, "Date:") {
		t.Error(text)
	}
	if !strings.Contains(text, "Estimated Mean: 1,234.50\nEstimated Std. Deviation: 2.00\nUniverse Size: 1,234,567\n") {
		t.Error(text)
	}
}

// TestPrintoutOfFractions: a level or precision that is no whole percent is printed in full.
func TestPrintoutOfFractions(t *testing.T) {
	p := typed(1000, "10", "20")
	p.Levels, p.Precisions = decs("0.9999", "0.925"), decs("0.125")
	text := strings.Join(printout(t, p, Heading{}), "\n")
	for _, want := range []string{"99.99%", "92.5%", "12.5%"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in\n%s", want, text)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWriteTextError(t *testing.T) {
	broken := errors.New("the disk is full")
	if err := mustTable(t, typed(9, "1", "2")).WriteText(failing{broken}, Heading{}); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}
