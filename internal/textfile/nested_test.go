package textfile

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/finding"
)

func TestReadNested(t *testing.T) {
	text := "STATE  UNIVERSITIES 1,415 2\n\nUNIV 1 8 $96\nUNIV2 12 -121.50\r\nPRIVATE\t168 1\nUNIV, A 2 18\n"
	nests, err := ReadNested(strings.NewReader(text), false, 2, 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range nests {
		got = append(got, fmt.Sprint(n.Name, n.Numbers))
		for _, m := range n.Members {
			got = append(got, fmt.Sprint(m.Line, m.Name, m.Numbers))
		}
	}
	want := []string{"STATE  UNIVERSITIES[1415 2]", "3UNIV 1[8 96]", "4UNIV2[12 -121.5]", "PRIVATE[168 1]", "6UNIV, A[2 18]"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	nests, err = ReadNested(strings.NewReader("A, b,5,1,90\nc 3,2\nD 4 1 8\n\te,1,1"), true, 3, 2, 1)
	if err != nil || len(nests) != 2 || nests[0].Name != "A, b" || nests[1].Members[0].Name != "e" {
		t.Errorf("%+v, %v", nests, err)
	}
	if nests, err = ReadNested(strings.NewReader("\n \n"), false, 2, 2, 1); err != nil || len(nests) != 0 {
		t.Errorf("%+v, %v", nests, err)
	}
}

func TestReadNestedErrors(t *testing.T) {
	for text, lines := range map[string][]int64{
		"A 5 2\nb 1 1\n":                {1}, // one line of two
		"A 5 1\nb 1 1\nC 5 0\nd 1 1\n":  {3}, // what follows a head without a number of lines is not judged
		"A 5 1.5\nb x\n":                {1},
		"A 5 -1\n":                      {1},
		"A 5 19x5\nb x\nc 1 y\n":        {1},
		"A 5 2\nb 1 x\nc 19x5 2\nD 4 z": {2, 3, 4},
		"A 5 99999999999999999999\n":    {1},
	} {
		_, err := ReadNested(strings.NewReader(text), false, 2, 2, 1)
		var rows finding.RowErrors
		if !errors.As(err, &rows) {
			t.Errorf("%q: %v", text, err)
			continue
		}
		var got []int64
		for _, r := range rows {
			got = append(got, r.Line)
		}
		if diff := cmp.Diff(lines, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
	if _, err := ReadNested(strings.NewReader("\xFF\xFE"), false, 2, 2, 1); !errors.Is(err, ErrEncoding) {
		t.Error(err)
	}
}

func TestCounts(t *testing.T) {
	units, err := ReadUnits(strings.NewReader("a 5 9,007,199,254,740,992 7.0\nb -1 9007199254740993 0.5\n"), false,
		func([]Unit) int { return 3 })
	if err != nil {
		t.Fatal(err)
	}
	var wrong finding.RowErrors
	if got := units[0].Counts(&wrong, 1<<53, "x", "y", "z"); fmt.Sprint(got) != "[5 9007199254740992 7]" || wrong != nil {
		t.Errorf("%v, %v", got, wrong)
	}
	if units[1].Counts(&wrong, 1<<53, "x", "y", "z"); len(wrong) != 3 || wrong[2].Column != "z" ||
		wrong[2].Value != "0.5" || wrong[2].Line != 2 {
		t.Errorf("%v", wrong)
	}
}

func TestLevels(t *testing.T) {
	var p Page
	rows := []LevelRow{{"HEAD", func(i int) string { return fmt.Sprint(i, "%") }}, {},
		{"X", func(i int) string { return fmt.Sprint(i * i) }}}
	p.Levels(2, [3]int{10, 15, 20}, 4, rows)
	want := " HEAD   0%   1%   2%\n\n X       0    1    4\n\n HEAD   3%\n\n X       9\n"
	if diff := cmp.Diff(want, p.String()); diff != "" {
		t.Error(diff)
	}
}

// FuzzReadNested: members are as many as their head says, and every line is one of both.
func FuzzReadNested(f *testing.F) {
	for _, s := range []string{"A 5 2\nb 1 1\nc 2 2", "A,5,1\nb,1,1", "A 5 0", "A 5 9e9", "1 1 1\n1 1\n1 1", "",
		"A 1 1000000000000\n"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, commas bool) {
		nests, err := ReadNested(strings.NewReader(s), commas, 2, 2, 1)
		var rows finding.RowErrors
		if err != nil {
			if !errors.As(err, &rows) && !errors.Is(err, ErrEncoding) && !errors.Is(err, ErrLine) {
				t.Fatal(err)
			}
			return
		}
		for _, n := range nests {
			if count, ok := Whole(n.Numbers[1], 1<<53); !ok || count != int64(len(n.Members)) || count < 1 {
				t.Fatalf("%+v", n)
			}
		}
	})
}
