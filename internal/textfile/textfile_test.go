package textfile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

func TestPage(t *testing.T) {
	var p Page
	p.Row(Left(3, "ab"), Right(10, "cd"), Right(11, "efgh"), Left(30, "x"))
	p.Row(Center(10, "abcd"))
	p.Row(Center(3, "longer than that"))
	p.Row(Left(5, ""))
	p.Row(Left(1, "no\nfigures\tof\x07mine"))
	p.Line("%s   ", "trailing blanks go")
	p.Paragraph(2, 12, "one two three four averyveryverylongword")
	want := "  ab    cd efgh              x\n   abcd\nlonger than that\n\nno figures of mine\ntrailing blanks go\n  one two\n  three four\n  averyveryverylongword\n"
	if diff := cmp.Diff(want, p.String()); diff != "" {
		t.Error(diff)
	}
}

func TestTop(t *testing.T) {
	var p Page
	p.Top("A TITLE", Heading{Date: "4/5/2010", Time: "11:23"})
	p.Top("BARE", Heading{})
	lines := strings.Split(p.String(), "\n")
	// Date at column 1, the title in the middle of 78 columns, the time from column 66 on (variable printouts).
	if !strings.HasPrefix(lines[2], "Date: 4/5/2010") || strings.Index(lines[2], "A TITLE") != 35 || strings.Index(lines[2], "Time: 11:23") != 65 {
		t.Errorf("%q", lines[2])
	}
	if strings.TrimSpace(lines[0]) != Software || strings.TrimSpace(lines[1]) != Subtitle || strings.TrimSpace(lines[5]) != "BARE" {
		t.Errorf("%q", lines)
	}
	var out strings.Builder
	if n, err := p.WriteTo(&out); err != nil || n != int64(out.Len()) || n == 0 {
		t.Errorf("%d bytes, %v", n, err)
	}
}

func TestReadColumns(t *testing.T) {
	text := "\uFEFF1       300        267\n 2\t$1,900.50\t-774  \r\n\n3, 1,000, 5\n4,6,7\n"
	columns, err := ReadColumns(strings.NewReader(text), 3, []int{2, 3})
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, c := range columns {
		var s []string
		for _, d := range c {
			s = append(s, exact.String(d))
		}
		got = append(got, s)
	}
	if diff := cmp.Diff([][]string{{"300", "1900.5", "1000", "6"}, {"267", "-774", "5", "7"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadColumnsNamesEveryWrongLine(t *testing.T) {
	_, err := ReadColumns(strings.NewReader("1 5\n2\n3 19x5\n4 5 6\nx 7\n6 1.234,56\n7 8\n"), 2, []int{2})
	var rows finding.RowErrors
	if !errors.As(err, &rows) {
		t.Fatal(err)
	}
	var lines []int64
	for _, r := range rows {
		lines = append(lines, r.Line)
	}
	if diff := cmp.Diff([]int64{2, 3, 4, 5, 6}, lines); diff != "" {
		t.Errorf("%s\n%v", diff, err)
	}
}

func TestReadColumnsRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"UTF-16":    {"\xFF\xFE1\x00 \x005\x00", ErrEncoding},
		"NUL":       {"1 5\n2 \x005\n", ErrEncoding},
		"not UTF-8": {"1 \xFF5\n", ErrEncoding},
		"long line": {"1 " + strings.Repeat("5", MaxLine), ErrLine},
	} {
		if _, err := ReadColumns(strings.NewReader(c.text), 2, []int{2}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadColumnsPicks(t *testing.T) {
	columns, err := ReadColumns(strings.NewReader("5 a 7\n6 b 8\n"), 3, []int{3, 1})
	if err != nil || columns[0][1].String() != "8" || columns[1][0].String() != "5" {
		t.Errorf("%v, %v", columns, err)
	}
}

func TestReadUnits(t *testing.T) {
	text := "\uFEFF1 Region  5 1,000 10\n\n  North, East\t90\t1.5 \r\n7 8\n"
	units, err := ReadUnits(strings.NewReader(text), false, func(before []Unit) int { return 2 })
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"1", "1 Region  5", "1000", "10"}, {"3", "North, East", "90", "1.5"}, {"4", "", "7", "8"}}
	var got [][]string
	for _, u := range units {
		got = append(got, []string{fmt.Sprint(u.Line), u.Name, exact.String(u.Numbers[0]), exact.String(u.Numbers[1])})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	// Commas separate, and the first line says that the next has three numbers.
	units, err = ReadUnits(strings.NewReader("A 1,2\nB,b 3, 4,5\n"), true, func(before []Unit) int { return 2 + len(before) })
	if err != nil || units[1].Name != "B,b" || exact.String(units[1].Numbers[0]) != "3" {
		t.Errorf("%v, %v", units, err)
	}
	// A comma that may be one between thousands is refused among blanks, and taken where commas separate.
	for line, want := range map[string]string{
		"UNIV1 1,047 9 3": "1,047", "UNIV 1 47 1,009 3": "1,009", "16.90 1.99 5,600": "5,600", "1,047 9 3": "1,047", "41 8\t2,000": "2,000", "7 1,250.50 8 3": "1,250.50",
		"UNIV 1,047,9,3": "", "UNIV1, 1,047, 9, 3": "", "UNIV1 47,9,3": "", "UNIV1 1,04 9 3": "", "UNIV1 1,0470 9 3": "", "B, 047 9 3": "", "STATE,OF 1 2 3": "",
	} {
		_, err := ReadUnits(strings.NewReader(line), true, func([]Unit) int { return 3 })
		var rows finding.RowErrors
		switch refused := errors.As(err, &rows); {
		case refused != (want != "") || err != nil && !refused:
			t.Errorf("%s: %v", line, err)
		case refused && (len(rows) != 1 || !strings.Contains(rows[0].Rule, strconv.Quote(want)+" could be one number or two")):
			t.Errorf("%s: %v", line, rows)
		}
	}
	var rows finding.RowErrors
	_, err = ReadUnits(strings.NewReader("a 1 2\nb 2\n3\nc 1 19x5\n"), false, func([]Unit) int { return 2 })
	if !errors.As(err, &rows) || len(rows) != 3 || rows[0].Line != 2 || rows[2].Line != 4 {
		t.Errorf("%v", err)
	}
	if _, err = ReadUnits(strings.NewReader("a \x00 1"), false, func([]Unit) int { return 1 }); !errors.Is(err, ErrEncoding) {
		t.Errorf("%v", err)
	}
}

func FuzzReadUnits(f *testing.F) {
	for _, s := range []string{"1 Region 5 90 10\n", "A,1,2", "\t7 8", "x 1,000 2", "-1 $5", ", ,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, commas := range []bool{false, true} {
			units, err := ReadUnits(strings.NewReader(s), commas, func([]Unit) int { return 2 })
			if err != nil {
				continue
			}
			for _, u := range units {
				if len(u.Numbers) != 2 || u.Line < 1 {
					t.Fatalf("%+v", u)
				}
				for _, d := range u.Numbers {
					if err := exact.Check(d); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	})
}

func FuzzReadColumns(f *testing.F) {
	for _, s := range []string{"1 300 267\n", "1,2,3", "1 $1,000.00 -5\r\n", "\uFEFF1 2 3", "1 2", "x y z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		columns, err := ReadColumns(strings.NewReader(s), 3, []int{2, 3})
		if err != nil {
			return
		}
		if len(columns) != 2 || len(columns[0]) != len(columns[1]) {
			t.Fatalf("%d columns of unequal length", len(columns))
		}
		for _, c := range columns {
			for _, d := range c {
				if err := exact.Check(d); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}
