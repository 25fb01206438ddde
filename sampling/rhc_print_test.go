package sampling

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/decimaltest"
)

// rhcComplete is the complete output of two regions of four, with the lines of the software left open.
const rhcComplete = `SOFTWARE
             claims-review mathematics - not a government program
                             RHC Sample Selection
                              AUDIT: Test Audit
                           INPUT FILE: REGIONS.TXT

                                   GROUP 1

          PRIMARY                               PRIMARY      SECONDARY
          UNIT                                UNIT SIZE       UNIVERSE

          REGION2                                 610.5             63
          REGION1                               1,250.0          1,117

               GROUP TOTALS:  2                 1,860.5          1,180

                                   GROUP 2

          PRIMARY                               PRIMARY      SECONDARY
          UNIT                                UNIT SIZE       UNIVERSE

          REGION4                               1,320.0            123
          REGION3                                 720.0             91

               GROUP TOTALS:  2                 2,040.0            214

SOFTWARE
             claims-review mathematics - not a government program
                             RHC Sample Selection
                              AUDIT: Test Audit
                           OUTPUT FILE: SUMMARY.TXT

SEED NUMBER #1: 100.00
SEED NUMBER #2: 200.00
NUMBER OF PRIMARY UNITS IN THE POPULATION:            4
NUMBER OF PRIMARY UNITS SAMPLED:                      2

                               SECONDARY        PRIMARY          GROUP  UNITS
PRIMARY UNIT                    UNIVERSE      UNIT SIZE           SIZE IN GRP

REGION1                            1,117        1,250.0        1,860.5      2
REGION4                              123        1,320.0        2,040.0      2
`

func rhcFour(t *testing.T) RHC {
	plan := rhcRegions(t)
	plan.Units, plan.Size, plan.File = plan.Units[:4], 2, "REGIONS.TXT"
	plan.Units[0].SubUnits = 1117
	plan.Units[1].Size = decimaltest.Dec("610.50")
	return plan
}

func TestRHCCompleteOutput(t *testing.T) {
	s := mustDrawRHC(t, rhcFour(t))
	got := printoutWith(t, s.WriteText, Heading{Audit: "Test Audit", File: "SUMMARY.TXT"})
	first, _, _ := strings.Cut(got, "\n")
	got = strings.ReplaceAll(got, first, "SOFTWARE")
	if d := cmp.Diff(rhcComplete, got); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
}

// TestRHCHeadings: for secondary units only the headings are others.
func TestRHCHeadings(t *testing.T) {
	plan := rhcFour(t)
	primary := printout(t, mustDrawRHC(t, plan).WriteText)
	plan.Level = RHCSecondary
	s := mustDrawRHC(t, plan)
	secondary := printout(t, s.WriteText)
	for text, times := range map[string]int{"SECONDARY": 8, "3RD STAGE": 3, "PRIMARY": 0} {
		if got := strings.Count(secondary, text); got != times {
			t.Errorf("%q stands %d times, want %d, in\n%s", text, got, times, secondary)
		}
	}
	rename := strings.NewReplacer("SECONDARY", "3RD STAGE", "PRIMARY", "SECONDARY")
	want := strings.Join(strings.Fields(rename.Replace(primary)), " ")
	if d := cmp.Diff(want, strings.Join(strings.Fields(secondary), " ")); d != "" {
		t.Error(d)
	}
	sheet, err := s.SummarySheet()
	names := rows{
		{"Secondary Unit ID", "3rd Stage Universe", "Secondary Unit Size", "Group Size", "Units in Group"},
		{"REGION1", "1117", "1250", "1860.5", "2"}, {"REGION4", "123", "1320", "2040", "2"},
	}
	if d := cmp.Diff(names, sheet.Rows); d != "" || err != nil || sheet.Name != "SUMMARY" {
		t.Errorf("%v %s", err, d)
	}
	plan.Level = RHCPrimary
	if sheet, _ = mustDrawRHC(t, plan).SummarySheet(); strings.Join(sheet.Rows[0][:3], ",") !=
		"Primary Unit ID,Secondary Universe,Primary Unit Size" {
		t.Errorf("%v", sheet.Rows[0])
	}
}

// TestRHCSummaryFile: the columns of the User's Guide, page 2-79; a long name moves them.
func TestRHCSummaryFile(t *testing.T) {
	plan := rhcFour(t)
	plan.Units[3].Name = "THE COUNTY OF THREE, EAST 1776"
	s := mustDrawRHC(t, plan)
	var b strings.Builder
	if err := s.WriteSummary(&b); err != nil {
		t.Fatal(err)
	}
	const want = "REGION1                 1117         1250       1860.5        2\n" +
		"THE COUNTY OF THREE, EAST 1776 123   1320         2040        2\n"
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
	back, err := ReadRHCSummary(strings.NewReader(b.String()))
	if err != nil || len(back) != 2 || !back[0].equal(s.Summary[0]) || !back[1].equal(s.Summary[1]) {
		t.Errorf("%v %v", back, err)
	}
	for _, write := range []func(*brokenWriter) error{
		func(w *brokenWriter) error { return s.WriteSummary(w) },
		func(w *brokenWriter) error { return s.WriteText(w, Heading{}) },
	} {
		if err := write(new(brokenWriter)); err == nil {
			t.Error("a writer that fails is no error")
		}
	}
	s.Summary[0].Name = "A\nB"
	err = WriteRHCSummary(&b, s.Summary)
	if !errors.Is(err, ErrRHCFile) || !strings.Contains(err.Error(), "row 1 has a") {
		t.Error(err)
	}
}
