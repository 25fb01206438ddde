package attribute

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadFiles reads lines with every separator (User's Guide 3-14, 3-31): a comma, one or more blanks, a tab.
func TestReadFiles(t *testing.T) {
	strata, err := ReadStratified(strings.NewReader("1000 100 2\n\n1500,  100\t6\r\n"))
	if diff := cmp.Diff([]Stratum{Stratum(unit(1000, 100, 2)), Stratum(unit(1500, 100, 6))}, strata.Strata); err != nil ||
		diff != "" {
		t.Errorf("%v, %s", err, diff)
	}
	two, err := ReadTwoStage(strings.NewReader("50     10     4\n45,9,2\n"))
	if diff := cmp.Diff([]SampledUnit{unit(50, 10, 4), unit(45, 9, 2)}, two.Units); err != nil || diff != "" {
		t.Errorf("%v, %s", err, diff)
	}
	three, err := ReadThreeStage(strings.NewReader("REGION   5 90, 2\nHOSPITAL 1         47  9        3\nST. MARY'S 2,51,10,2\nREGION 8\t85\t1\n9 45 9 4\n"))
	first, second, last := unit(47, 9, 3), unit(51, 10, 2), unit(45, 9, 4)
	first.Name, second.Name, last.Name = "HOSPITAL 1", "ST. MARY'S 2", "9"
	want := []ThreeStageUnit{{Name: "REGION   5", Universe: 90, Units: []SampledUnit{first, second}},
		{Name: "REGION 8", Universe: 85, Units: []SampledUnit{last}}}
	if diff := cmp.Diff(want, three.Units); err != nil || diff != "" {
		t.Errorf("%v, %s", err, diff)
	}
}

// TestReadErrors: RAT-STATS reads a field that is no number as zero, so that "19x5" became another number; here it is
// an error with the number of its line.
func TestReadErrors(t *testing.T) {
	for text, want := range map[string]string{
		"1000 100 19x5\n":         `"19x5" is none`,
		"1000 100 2\n1000 100\n":  "line 2",
		"1 1000 100 2\n":          "stands before",
		"A 1000 100 2\n":          "stands before",
		"1000 100 2.5\n":          "items with the characteristic",
		"-1000 100 2\n":           "universe size",
		"1e3 100 2\n":             "line 1",
		"1000 100 99999999999999": "items with the characteristic",
		"1000 1001 2\n":           "sample size",
		"1000 0 0\n":              "sample size",
	} {
		_, err := ReadStratified(strings.NewReader(text))
		_, err2 := ReadTwoStage(strings.NewReader(text))
		for _, err := range []error{err, err2} {
			var rows RowErrors
			if want == "" && err != nil || want != "" && (!errors.As(err, &rows) || !strings.Contains(err.Error(), want)) {
				t.Errorf("%q: %v", text, err)
			}
		}
	}
	for text, want := range map[string][2]error{"\n": {ErrStrata, ErrUnits}, "": {ErrStrata, ErrUnits},
		"\xFF\xFE1": {ErrEncoding, ErrEncoding}, strings.Repeat("1", 2<<20): {ErrLine, ErrLine}} {
		_, err := ReadStratified(strings.NewReader(text))
		_, err2 := ReadThreeStage(strings.NewReader(text))
		_, err3 := ReadTwoStage(strings.NewReader(text))
		if !errors.Is(err, want[0]) || !errors.Is(err2, want[1]) || !errors.Is(err3, want[1]) {
			t.Errorf("%.20q: %v, %v, %v", text, err, err2, err3)
		}
	}
	for text, want := range map[string]string{
		"REGION 5 90 10\nUNIV1 47 9 3\n":     "line 1, sample size \"10\": so many lines have to follow, and there are 1",
		"REGION 5 90 99999999\nUNIV 1 1 1\n": "so many lines have to follow",
		"REGION 5 90 x\nUNIV1 47 9 3\n":      `"x" is none`,
		"REGION 5 90 1.5\nUNIV1 47 9 3\n":    "line 1, sample size",
		"R 90 1\nUNIV1 47 9 3.5\n":           "line 2, items with the characteristic",
		"R 90 1\nUNIV1 47 x 3\n":             "line 2",
	} {
		if _, err := ReadThreeStage(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
