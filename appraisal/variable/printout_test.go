package variable

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/exact"
)

func printout(t *testing.T, u Unrestricted, h Heading) []string {
	t.Helper()
	var out bytes.Buffer
	if err := mustAppraise(t, u).WriteText(&out, h); err != nil {
		t.Fatal(err)
	}
	return strings.Split(out.String(), "\n")
}

// stands checks that a line holds a text in the columns from start to end, counted from 1, with blanks around it.
func stands(t *testing.T, line, text string, start, end int) {
	t.Helper()
	i := strings.Index(line, text)
	if i+1 != start || i+len(text) != end {
		t.Errorf("%q stands at %d-%d, want %d-%d, in %q", text, i+1, i+len(text), start, end, line)
	}
}

// right checks that a line ends with a text at a column.
func right(t *testing.T, line, text string, end int) {
	t.Helper()
	line = strings.TrimSuffix(line, "%")
	if len(line) != end || !strings.HasSuffix(line, " "+text) {
		t.Errorf("%q is not the last in %q, ending at column %d", text, line, end)
	}
}

// TestOneValueLayout holds every line of a one-value printout against the columns of the manual's printouts (User's
// Guide 4-16, 4-17; Companion Manual 3-101). The figures are those of TestUnrestrictedByHand; with t =
// 0.9/sqrt(0.095) and 0.95/sqrt(0.04875) the other two precision amounts are 17.5199… and 25.8159….
func TestOneValueLayout(t *testing.T) {
	u := Unrestricted{Universe: 12, Sample: Sample{Difference: decs("1", "2", "3")}}
	lines := printout(t, u, Heading{Audit: "Clinic", Date: "4/5/2010", Time: "11:23", File: "A.TXT"})
	stands(t, lines[2], "VARIABLE UNRESTRICTED APPRAISAL", 24, 54) // (78-31)/2 = 23 blanks
	if !strings.HasPrefix(lines[2], "Date: 4/5/2010") {
		t.Errorf("%q", lines[2])
	}
	right(t, lines[2], "Time: 11:23", 76)
	stands(t, lines[3], "AUDIT/REVIEW: Clinic", 30, 49)
	if lines[4] != "" {
		t.Errorf("no blank line before the data file in the one-value layout: %q", lines[4])
	}
	stands(t, lines[5], "DATA FILE USED: A.TXT", 29, 49)
	stands(t, lines[7], "SAMPLE SIZE", 15, 25)
	stands(t, lines[7], "VALUE OF SAMPLE", 33, 47)
	stands(t, lines[7], "NONZERO ITEMS", 50, 62)
	stands(t, lines[8], "3", 25, 25)
	stands(t, lines[8], "6.00", 44, 47)
	right(t, lines[8], "3", 62)
	banner := lines[10]
	stands(t, banner, strings.TrimSpace(banner), 12, 75) // 64 wide
	if strings.TrimSpace(banner) != strings.Repeat("-", 21)+" D I F F E R E N C E "+strings.Repeat("-", 22) {
		t.Errorf("%q", banner)
	}
	for i, want := range [][2]string{
		{"MEAN / UNIVERSE", "2.00"}, {"STANDARD DEVIATION", "1.00"}, {"SKEWNESS", ".00"}, {"KURTOSIS", "1.50"},
		{"STANDARD ERROR (MEAN)", ".50"}, {"STANDARD ERROR (TOTAL)", "6"}, {"POINT ESTIMATE", "24"},
	} {
		line := lines[11+i]
		stands(t, line, want[0], 12, 11+len(want[0]))
		if i == 0 {
			stands(t, line, want[1], 53, 56)
			right(t, line, "12", 75)
			continue
		}
		right(t, line, want[1], 56)
	}
	if lines[18] != "" {
		t.Errorf("no blank line before the limits: %q", lines[18])
	}
	stands(t, lines[19], "CONFIDENCE LIMITS", 41, 57)
	for k, block := range [][6]string{
		{"80", "13", "35", "11", "47.14", "1.885618083164"},
		{"90", "6", "42", "18", "73.00", "2.919985580354"},
		{"95", "-2", "50", "26", "107.57", "4.302652729749"},
	} {
		at := lines[20+7*k:]
		stands(t, at[0], block[0]+"% CONFIDENCE LEVEL", 40, 59)
		for i, label := range []string{"LOWER LIMIT", "UPPER LIMIT", "PRECISION AMOUNT", "PRECISION PERCENT",
			"T-VALUE USED"} {
			stands(t, at[1+i], label, 12, 11+len(label))
			right(t, at[1+i], block[1+i], 59)
		}
		if at[4][59:] != "%" {
			t.Errorf("no percent sign at column 60: %q", at[4])
		}
		if k < 2 && at[6] != "" {
			t.Errorf("no blank line between levels: %q", at[6])
		}
	}
	if len(lines) != 41 || lines[40] != "" {
		t.Errorf("%d lines: %q", len(lines), lines[40:])
	}
}

// TestTwoValueLayout: User's Guide 4-16, Companion Manual 3-4; there is no blank line before the data file.
func TestTwoValueLayout(t *testing.T) {
	u := Unrestricted{Universe: 10_000, Sample: Sample{Examined: decs("300", "900", "1000.5"), Audited: decs("300", "774",
		"-5")}}
	lines := printout(t, u, Heading{Audit: "Clinic", File: "A.TXT"})
	stands(t, lines[4], "DATA FILE USED: A.TXT", 29, 49)
	ends := [5]int{11, 28, 39, 57, 75}
	for i, words := range [3][5]string{
		{"SAMPLE", "EXAMINED", "NONZERO", "TOTAL OF", "TOTAL OF"}, {"SIZE", "VALUE", "DIFFS", "DIFF VALUES", "AUD VALUES"},
		{"3", "2,200.50", "2", "1,131.50", "1,069.00"}, // differences 0, 126, 1005.50
	} {
		for k, w := range words {
			line := lines[6+i]
			if len(line) != 75 || line[ends[k]-len(w):ends[k]] != w || line[ends[k]-len(w)-1] != ' ' {
				t.Errorf("%q does not end at column %d of %q", w, ends[k], line)
			}
		}
	}
	var banners []string
	for _, l := range lines {
		if strings.Contains(l, "-- ") {
			stands(t, l, strings.TrimSpace(l), 12, 75)
			banners = append(banners, strings.Trim(l, " -"))
		}
	}
	if strings.Join(banners, ",") != "E X A M I N E D,A U D I T E D,D I F F E R E N C E" {
		t.Errorf("%v", banners)
	}
}

func TestPrintoutOfEqualValuesAndOfOneUnit(t *testing.T) {
	equal := strings.Join(printout(t, Unrestricted{Universe: 9, Sample: Sample{Examined: decs("5", "5")}}, Heading{}),
		"\n")
	for _, label := range []string{"SKEWNESS", "KURTOSIS"} {
		want := "           " + label + strings.Repeat(" ", 56-11-len(label)-3) + "---\n" // to column 56
		if !strings.Contains(equal, want) {
			t.Errorf("no %q in\n%s", want, equal)
		}
	}
	one := strings.Join(printout(t, Unrestricted{Universe: 1, Sample: Sample{Examined: decs("5")}}, Heading{}), "\n")
	if strings.Contains(one, "VALUE USED") || strings.Contains(one, "AUDIT/REVIEW") || strings.Contains(one, "DATA FILE") {
		t.Errorf("%s", one)
	}
}

func TestNormalPercentileIsZ(t *testing.T) {
	r := mustAppraise(t, Unrestricted{Universe: 12, Sample: Sample{Examined: decs("1", "2")}})
	r.Intervals[0].Distribution = "z" // as the designs without degrees of freedom have it
	var out bytes.Buffer
	if err := r.WriteText(&out, Heading{}); err != nil || strings.Count(out.String(), "Z-VALUE USED") != 1 {
		t.Errorf("%v\n%s", err, &out)
	}
}

// TestLongFiguresKeepABlank: figures too long for their column move right and never run into each other.
func TestLongFiguresKeepABlank(t *testing.T) {
	big := decs("1234567890123456781.5", "1", "2")
	u := Unrestricted{Universe: MaxUniverse, Sample: Sample{Examined: big, Audited: big}}
	lines := printout(t, u, Heading{})
	value := exact.Commas(dec("1234567890123456784.5"), 2)
	if got := strings.Fields(lines[6]); len(got) != 5 || got[1] != value || got[4] != value {
		t.Errorf("%q", lines[6])
	}
}

func TestWriteTextError(t *testing.T) {
	broken := errors.New("the disk is full")
	r := mustAppraise(t, Unrestricted{Universe: 12, Sample: Sample{Examined: decs("1", "2")}})
	if err := r.WriteText(failing{broken}, Heading{}); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}
