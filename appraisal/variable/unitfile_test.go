package variable

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func read(s string) *strings.Reader { return strings.NewReader(s) }

// TestReadStagesFiles reads the files of the manuals as far as they are shown (User's Guide 4-23, 4-24, 4-60 to 4-62),
// with tabs, runs of blanks, thousands commas, lines without a counter and names with blanks, digits and commas.
func TestReadStagesFiles(t *testing.T) {
	strata, err := ReadStratified(read("1    5,200     2\n2    3500     1  \n\n"), read("1   80\n2   43\n3 133\n"),
		DataFile{Format: FormatDifference})
	want := []Stratum{Stratum(unit(5200, "80", "43")), Stratum(unit(3500, "133"))}
	if err != nil || cmp.Diff(want, strata.Strata) != "" {
		t.Errorf("%v, %s", err, cmp.Diff(want, strata.Strata))
	}
	two, err := ReadTwoStage(read("50\t1\r\n2   Cook County, No. 5\t 65 2\n"), read("1 $5 x\n2 -7 x\n3 0.2 x\n"),
		DataFile{Format: FormatDifference, Columns: []int{2}, Total: 3})
	units := []SampledUnit{unit(50, "5"), unit(65, "-7", "0.2")}
	units[1].Name = "Cook County, No. 5"
	if err != nil || cmp.Diff(units, two.Units) != "" {
		t.Errorf("%v, %s", err, cmp.Diff(units, two.Units))
	}
	three, err := ReadThreeStage(read("1 Region 1 10 2\n2 Region  2 8 1\n"),
		read("1 1 1 Maine            100     1\n2 1 2 Vermont          125     2\n3 2 1 New York          80     1\n"),
		read("1 1 1 1 103\n2 1 2 1 97\n3 1 2 2 94\n4 2 1 1 -1\n"), DataFile{Format: FormatExamined, Columns: []int{5},
			Total: 5})
	examined := func(name string, universe int64, values ...string) SampledUnit {
		return SampledUnit{Name: name, Universe: universe, Sample: Sample{Examined: decs(values...)}}
	}
	primary := []ThreeStageUnit{
		{Name: "Region 1", Universe: 10, Units: []SampledUnit{examined("Maine", 100, "103"),
			examined("Vermont", 125, "97", "94")}},
		{Name: "Region  2", Universe: 8, Units: []SampledUnit{examined("New York", 80, "-1")}},
	}
	if err != nil || cmp.Diff(primary, three.Units) != "" {
		t.Errorf("%v, %s", err, cmp.Diff(primary, three.Units))
	}
}

func TestReadStagesErrors(t *testing.T) {
	file := DataFile{Format: FormatDifference}
	for name, c := range map[string]struct {
		units, data string
		file        DataFile
		want        error
		text        string
	}{
		"no number":        {"1 50 x\n", "1 5\n", file, nil, "line 1"},
		"19x5 is not 19":   {"1 50 19x5\n", "1 5\n", file, nil, `"19x5" is none`},
		"a part of a unit": {"1 50 1.5\n", "1 5\n", file, nil, "sample size"},
		"negative":         {"1 -50 1\n2 50 -1\n", "1 5\n", file, nil, "line 2, sample size"},
		"more than all":    {"1 50 51\n", "1 5\n", file, nil, "line 1, sample size \"51\": not from 1 to 50"},
		"none of it":       {"1 50 0\n", "1 5\n", file, nil, "line 1, sample size"},
		"huge":             {"1 99999999999999999999 1\n", "1 5\n", file, nil, "universe size"},
		"one field":        {"50\n", "1 5\n", file, nil, "line 1"},
		"bad amount":       {"1 50 1\n", "1 19x5\n", file, nil, "data file"},
		"more items":       {"1 50 1\n", "1 5\n2 6\n", file, ErrSample, "2 items"},
		"fewer items":      {"1 50 3\n", "1 5\n2 6\n", file, ErrSample, ""},
		"no item":          {"1 50 3\n", "\n", file, ErrSample, ""},
		"no format":        {"1 50 1\n", "1 5\n", DataFile{}, ErrFormat, ""},
		"not text":         {"\xFF\xFE1", "1 5\n", file, ErrEncoding, "unit file"},
		"data not text":    {"1 50 1\n", "\x00", file, ErrEncoding, "data file"},
		"long line":        {"1 50 1\n", strings.Repeat("9", 2<<20), file, ErrLine, ""},
	} {
		_, err := ReadStratified(read(c.units), read(c.data), c.file)
		_, err2 := ReadTwoStage(read(c.units), read(c.data), c.file)
		_, err3 := ReadThreeStage(read("A 5 1\n"), read(c.units), read(c.data), c.file)
		for _, err := range []error{err, err2, err3} {
			var rows RowErrors
			if err == nil || c.want == nil && !errors.As(err, &rows) || c.want != nil && !errors.Is(err, c.want) ||
				!strings.Contains(err.Error(), c.text) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	none := func(read func(units, data io.Reader) error, want error) {
		if err := read(strings.NewReader("\n"), strings.NewReader("1 5\n")); !errors.Is(err, want) {
			t.Errorf("no unit: %v", err)
		}
	}
	none(func(u, d io.Reader) error { _, err := ReadStratified(u, d, file); return err }, ErrStrata)
	none(func(u, d io.Reader) error { _, err := ReadTwoStage(u, d, file); return err }, ErrUnits)
	none(func(u, d io.Reader) error { _, err := ReadThreeStage(read("A 5 1\n"), u, d, file); return err }, ErrUnits)
	for name, c := range map[string][2]string{
		"fewer secondary units": {"A 5 2\n", "1 50 1\n"}, "more secondary units": {"A 5 1\n",
			"1 50 1\n2 50 1\n"}, "no primary unit": {"", "1 50 1\n"},
	} {
		data := strings.Repeat("1 5\n", strings.Count(c[1], "\n"))
		if _, err := ReadThreeStage(read(c[0]), read(c[1]), read(data), file); !errors.Is(err, ErrUnits) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var rows RowErrors
	if _, err := ReadThreeStage(read("A 5 x\nB y 1\n"), read("1 50 1\n"), read("1 5\n"), file); !errors.As(err, &rows) ||
		len(rows) != 2 {
		t.Errorf("%v", err)
	}
}
