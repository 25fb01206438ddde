package variable

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
)

// dataFile writes a data file of RAT-STATS with one or two values a line, in the ways people write amounts.
func dataFile(t *rapid.T, a, b []decimal.Decimal) io.Reader {
	var s strings.Builder
	amount := func(d decimal.Decimal) string {
		switch rapid.IntRange(0, 3).Draw(t, "form") {
		case 0:
			return exact.Commas(d, 2)
		case 1:
			return strings.Replace("$"+exact.Commas(d, 2), "$-", "-$", 1)
		case 2:
			return exact.Print(d, 2)
		default:
			return exact.String(d)
		}
	}
	blank := rapid.SampledFrom([]string{" ", "\t", "   ", " \t "}).Draw(t, "blank")
	for i := range a {
		fmt.Fprintf(&s, "%d%s%s", i+1, blank, amount(a[i]))
		if b != nil {
			s.WriteString(blank + amount(b[i]))
		}
		s.WriteString(rapid.SampledFrom([]string{"\n", "\r\n", " \n", "\n\n"}).Draw(t, "end"))
	}
	return strings.NewReader(s.String())
}

// TestReadSampleFormats reads the first lines of the manual's DATASRS file (User's Guide 4-9) in every format.
func TestReadSampleFormats(t *testing.T) {
	one, two := "1       300\n2       900\n", "1       300        267\n2       900        774\n"
	first, second := decs("300", "900"), decs("267", "774")
	for _, c := range []struct {
		format Format
		file   string
		want   Sample
	}{
		{FormatExamined, one, Sample{Examined: first}},
		{FormatAudited, one, Sample{Audited: first}},
		{FormatDifference, one, Sample{Difference: first}},
		{FormatExaminedAudited, two, Sample{Examined: first, Audited: second}},
		{FormatExaminedDifference, two, Sample{Examined: first, Difference: second}},
		{FormatAuditedDifference, two, Sample{Audited: first, Difference: second}},
	} {
		got, err := ReadSample(strings.NewReader(c.file), c.format)
		if err != nil {
			t.Errorf("%s: %v", c.format, err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.format, diff)
		}
		other := map[string]string{one: two, two: one}[c.file]
		var rows RowErrors
		if _, err := ReadSample(strings.NewReader(other), c.format); !errors.As(err, &rows) || len(rows) != 2 {
			t.Errorf("%s: a file with another number of values: %v", c.format, err)
		}
	}
	for _, bad := range []Format{"", "paid", "EXAMINED", "examined_audited_difference"} {
		if _, err := ReadSample(strings.NewReader(one), bad); !errors.Is(err, ErrFormat) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestReadSampleNamesEveryWrongLine(t *testing.T) {
	file := "1 10\n2 ten\n\n4 1,23\n5\nsix 6\n7 7 7\n8 $1,234.50\n9 1e5\n"
	_, err := ReadSample(strings.NewReader(file), FormatDifference)
	var rows RowErrors
	if !errors.As(err, &rows) {
		t.Fatal(err)
	}
	var lines []int64
	for _, r := range rows {
		lines = append(lines, r.Line)
	}
	if diff := cmp.Diff([]int64{2, 4, 5, 6, 7, 9}, lines); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(err.Error(), `line 2, amount 1 "ten"`) {
		t.Errorf("%v", err)
	}
}

func TestReadSampleText(t *testing.T) {
	// A byte order mark, Windows line ends, tabs, no final line end, commas as separators (Companion Manual 3-2).
	s, err := ReadSample(strings.NewReader("\uFEFF1\t$1,000.50\r\n2\t-$7\r\n\r\n3, -.25"), FormatExamined)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(decs("1000.50", "-7", "-0.25"), s.Examined); diff != "" {
		t.Error(diff)
	}
	for name, in := range map[string]string{"UTF-16": "\xFF\xFE1\x00", "NUL": "1 2\n3 \x004\n", "not UTF-8": "1 \xFF\n"} {
		if _, err := ReadSample(strings.NewReader(in), FormatExamined); err == nil {
			t.Errorf("%s was read", name)
		}
	}
	broken := errors.New("the disk is gone")
	if _, err := ReadSample(io.MultiReader(strings.NewReader("1 2\n"), failing{broken}), FormatExamined); !errors.Is(err,
		broken) {
		t.Errorf("%v", err)
	}
	if s, err := ReadSample(strings.NewReader("\n\n"), FormatExamined); !errors.Is(err, ErrSample) {
		t.Errorf("an empty file: %v, %v", s, err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error)  { return 0, f.err }
func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestSampleErrors(t *testing.T) {
	two, three := decs("1", "2"), decs("1", "2", "3")
	huge := []decimal.Decimal{dec("1"), decimal.New(1, 2_000_000_000)}
	for name, c := range map[string]struct {
		s    Sample
		want string
	}{
		"nothing":            {Sample{}, "no examined, audited or difference values"},
		"an empty list":      {Sample{Difference: []decimal.Decimal{}}, "no items"},
		"empty sums":         {Sample{DifferenceSums: sumsOf(t, nil)}, "no items"},
		"unequal":            {Sample{Examined: two, Audited: three}, "lists of 2 and 3 values"},
		"unequal difference": {Sample{Audited: three, Difference: two}, "lists of 3 and 2 values"},
		"three":              {Sample{Examined: two, Audited: two, Difference: two}, "two of them imply the third"},
		"values and sums":    {Sample{Examined: two, ExaminedSums: sumsOf(t, two)}, "both as values and as sums"},
		"unequal sums": {Sample{Examined: two, DifferenceSums: sumsOf(t, three)},
			"2 examined values and 3 difference values"},
		"no difference sums": {Sample{Examined: two, AuditedSums: sumsOf(t, two)}, "cannot be derived from sums"},
		"huge":               {Sample{Difference: huge}, "value 2"},
		"huge in two":        {Sample{Examined: two, Audited: huge}, "item 2"},
		"contradiction": {Sample{ExaminedSums: sumsOf(t, three), AuditedSums: sumsOf(t, three), DifferenceSums: sumsOf(t,
			three)},
			"do not add up"},
		"contradiction of values and sums": {Sample{Examined: two, Audited: two, DifferenceSums: sumsOf(t, two)},
			"do not add up"},
	} {
		_, err := Unrestricted{Universe: 100, Sample: c.s}.Appraise()
		if !errors.Is(err, ErrSample) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want …%s…", name, err, c.want)
		}
	}
}

// TestZeroOfWildExponent: a zero with an exponent that would fill the memory if it were written out is refused at once.
func TestZeroOfWildExponent(t *testing.T) {
	for _, exponent := range []int32{2_000_000_000, -2_000_000_000} {
		zeros := []decimal.Decimal{decimal.New(0, exponent), dec("5")}
		u := Unrestricted{Universe: 3, Sample: Sample{Examined: decs("1", "2"), Audited: zeros}}
		if _, err := u.Appraise(); !errors.Is(err, ErrSample) {
			t.Errorf("exponent %d: %v", exponent, err)
		}
	}
}
