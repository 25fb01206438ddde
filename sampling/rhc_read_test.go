package sampling

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/textfile"
)

func TestReadUnits(t *testing.T) {
	const file = "\xEF\xBB\xBFCOUNTY ONE                1      2,990\r\n\n" +
		"  SMITH, JONES & CO - EAST 7 \t 1,117\t  12.50  \n   \nÉCOLE  9 0 .5"
	units, err := ReadRHCUnits(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range units {
		got = append(got, u.String())
	}
	want := []string{"COUNTY ONE 1 2990", "SMITH, JONES & CO - EAST 7 1117 12.5", "ÉCOLE  9 0 0.5"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadUnitsWrongLines(t *testing.T) {
	const file = "ONE 1 2\nTWO 2\nTHREE x 3y\nFOUR 1.5 4\n\nFIVE 1 -4\nONE 3 4\n7 8\nSIX -1 2\nSEVEN 1 2\nEI\tGHT 1 2\n" +
		"NINE 99999999999999999999 1\nTEN 1 1,23\n"
	units, err := ReadRHCUnits(strings.NewReader(file))
	var wrong RowErrors
	if units != nil || !errors.Is(err, ErrRHCFile) || !errors.As(err, &wrong) {
		t.Fatal(units, err)
	}
	var got []string
	for _, e := range wrong {
		got = append(got, e.Error())
	}
	want := []string{
		`line 2 "TWO 2": has to hold a name, sub-units, size`,
		`line 3, sub-units "x": not a number`,
		`line 3, size "3y": not a number`,
		`line 4 "FOUR 1.5 4": the number of sub-units is not a whole number`,
		`line 6 "FIVE 1 -4": has a negative size`,
		`line 8 "7 8": has to hold a name, sub-units, size`,
		`line 9 "SIX -1 2": has -1 sub-units, not from 0 to 9007199254740991`,
		`line 11 "EI\tGHT 1 2": has a name that starts or ends with a blank, or with other than plain characters`,
		`line 12 "NINE 99999999999999999999 1": the number of sub-units is not a whole number`,
		`line 13, size "1,23": not a number`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadRHCSummaryWrongLines(t *testing.T) {
	const file = "A 1 2 3 4\nB 1 2 3\nC 1 2 1 4\nD 1 0 1 4\nE 1 2 3 0\nF 1 2 3 1\nG 1.5 2 3 4\nH 1 2 3 4.5\n" +
		"I 1 2 x 4\nJ 1 2 2 1\nK 1 2 -3 4\nL -1 2 3 4\n"
	rows, err := ReadRHCSummary(strings.NewReader(file))
	var wrong RowErrors
	if rows != nil || !errors.Is(err, ErrRHCFile) || !errors.As(err, &wrong) {
		t.Fatal(rows, err)
	}
	var lines []int64
	for _, e := range wrong {
		lines = append(lines, e.Line)
	}
	if !slices.Equal(lines, []int64{2, 3, 4, 5, 6, 7, 8, 9, 11, 12}) {
		t.Errorf("%v", wrong)
	}
	rows, err = ReadRHCSummary(strings.NewReader("COUNTY 7   1,117  2.50  1,003.5  4\n"))
	if err != nil || len(rows) != 1 || rows[0].String() != "COUNTY 7 1117 2.5 1003.5 4" {
		t.Error(rows, err)
	}
}

func TestReadersReportTheFile(t *testing.T) {
	for _, read := range []func(io.Reader) error{
		func(r io.Reader) error { _, err := ReadRHCUnits(r); return err },
		func(r io.Reader) error { _, err := ReadRHCSummary(r); return err },
	} {
		if err := read(strings.NewReader("A\x00 1 2")); !errors.Is(err, ErrRHCFile) || !errors.Is(err, textfile.ErrEncoding) {
			t.Error(err)
		}
		if err := read(iotest.ErrReader(io.ErrClosedPipe)); !errors.Is(err, io.ErrClosedPipe) {
			t.Error(err)
		}
	}
}

// TestReadUnitsIsWrittenUnits: what is written in columns is read again.
func TestReadUnitsIsWrittenUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := drawRHCPlan(t).Units
		var b strings.Builder
		gap := strings.Repeat(" ", rapid.IntRange(1, 9).Draw(t, "gap"))
		for _, u := range units {
			fmt.Fprintf(&b, "%s%s%d%s%s\n", u.Name, gap, u.SubUnits, gap, u.Size)
		}
		got, err := ReadRHCUnits(strings.NewReader(b.String()))
		if err != nil || len(got) != len(units) {
			t.Fatal(got, err)
		}
		for i, u := range units {
			if u.String() != got[i].String() {
				t.Fatalf("%v, want %v", got[i], u)
			}
		}
	})
}

// TestRHCReplacement: a unit that cannot be used is replaced from its group, and so is its replacement.
func TestRHCReplacement(t *testing.T) {
	s := mustDrawRHC(t, rhcRegions(t))
	plan, err := s.Replacement("REGION4", "1", "2")
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Units) != 2 || plan.Units[0].Name != "REGION5" || plan.Units[1].Name != "REGION11" ||
		plan.Size != 1 || plan.PartitionSeed != "1" || plan.SelectionSeed != "2" || plan.Level != RHCPrimary {
		t.Fatalf("%+v", plan)
	}
	run := mustDrawRHC(t, plan)
	rows, err := ReplaceRHC(s.Summary, "REGION4", run)
	if err != nil || len(rows) != 4 || !rows[1].equal(run.Summary[0]) || rows[0].Name != "REGION6" ||
		rows[1].GroupSize.String() != "2090" || rows[1].UnitsInGroup != 2 || s.Summary[1].Name != "REGION4" {
		t.Fatal(rows, err)
	}
	again, err := run.Replacement(rows[1].Name, "3", "4") // the other one of the two left
	if err != nil || len(again.Units) != 1 {
		t.Fatal(again, err)
	}
	last := mustDrawRHC(t, again)
	if rows, err = ReplaceRHC(rows, rows[1].Name, last); err != nil || rows[1].UnitsInGroup != 1 {
		t.Fatal(rows, err)
	}
	if _, err := last.Replacement(again.Units[0].Name, "1", "1"); !errors.Is(err, ErrSize) {
		t.Error(err)
	}
	if _, err := s.Replacement("REGION5", "1", "1"); !errors.Is(err, ErrFrame) {
		t.Error(err)
	}
	if _, err := ReplaceRHC(s.Summary, "REGION5", run); !errors.Is(err, ErrFrame) {
		t.Error(err)
	}
	if _, err := ReplaceRHC(s.Summary, "REGION6", run); !errors.Is(err, ErrSelection) {
		t.Errorf("a replacement from another group: %v", err)
	}
	plan.Size = 2
	if _, err := ReplaceRHC(s.Summary, "REGION4", mustDrawRHC(t, plan)); !errors.Is(err, ErrSelection) {
		t.Errorf("a replacement of two: %v", err)
	}
	wrong := slices.Clone(s.Summary)
	wrong[3].Size = decimaltest.Dec("-1")
	if _, err := ReplaceRHC(wrong, "REGION4", run); !errors.Is(err, ErrRHCFile) {
		t.Error(err)
	}
}

// FuzzReadUnits: whatever is read is drawn from, and its summary reads as it was written.
func FuzzReadUnits(f *testing.F) {
	for _, s := range []string{
		"COUNTY ONE 1 2,990\nCOUNTY TWO 1 576\n", "A 1 2\r\nB, C - D 3 4.5\n\nE\t0\t0\n", "A 1",
		"\xEF\xBB\xBFA 1 2", "é 1 2",
		"A 1 99999999999999999999999999999999999999999\n", "A 1 -2\nA 1 2\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) {
		units, err := ReadRHCUnits(strings.NewReader(file))
		if err != nil {
			if !errors.Is(err, ErrRHCFile) || units != nil {
				t.Fatal(units, err)
			}
			return
		}
		s, err := RHC{PartitionSeed: "1", SelectionSeed: "2", Units: units, Size: 1}.Draw()
		if err != nil {
			if !errors.Is(err, ErrFrame) {
				t.Fatal(err)
			}
			return
		}
		var b strings.Builder
		if err := s.WriteSummary(&b); err != nil {
			if !errors.Is(err, ErrRHCFile) { // a group whose size has too many digits
				t.Fatal(err)
			}
			return
		}
		back, err := ReadRHCSummary(strings.NewReader(b.String()))
		if err != nil || len(back) != 1 || back[0].String() != s.Summary[0].String() {
			t.Fatalf("%q is read as %v (%v), want %v", b.String(), back, err, s.Summary)
		}
	})
}

// FuzzReadRHCSummary: whatever is read is written and read as the same.
func FuzzReadRHCSummary(f *testing.F) {
	for _, s := range []string{
		"UNIV78 37 7 90 9\n", "A B 1 2 3 4\nC 1 2", "A 1 2.50 3 2\n\tB\t1\t2\t2\t1\n", "A 1 2 2e9 1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) {
		rows, err := ReadRHCSummary(strings.NewReader(file))
		if err != nil {
			if !errors.Is(err, ErrRHCFile) || rows != nil {
				t.Fatal(rows, err)
			}
			return
		}
		var b strings.Builder
		if err := WriteRHCSummary(&b, rows); err != nil {
			t.Fatal(err)
		}
		back, err := ReadRHCSummary(strings.NewReader(b.String()))
		if err != nil || !slices.EqualFunc(rows, back, RHCRow.equal) {
			t.Fatalf("%q is read as %v (%v), want %v", b.String(), back, err, rows)
		}
	})
}
