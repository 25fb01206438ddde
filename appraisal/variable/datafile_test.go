package variable

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iromath/iromath/internal/exact"
)

func TestDataFileColumns(t *testing.T) {
	s, err := DataFile{Format: FormatAuditedDifference, Columns: []int{4, 2}, Total: 5}.Read(strings.NewReader("1 5 x 7 y\n2 -6 x $1,000 y\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Sample{Audited: decs("7", "1000"), Difference: decs("5", "-6")}, s, cmp.Comparer(exactEqual)); diff != "" {
		t.Error(diff)
	}
	roundTrip(t, DataFile{Format: FormatAudited, Columns: []int{4}, Total: 5})
}

func exactEqual(a, b interface{ String() string }) bool { return a.String() == b.String() }

func TestDataFileErrors(t *testing.T) {
	for _, d := range []DataFile{
		{}, {Format: "x"}, {Format: FormatExamined, Columns: []int{2, 3}}, {Format: FormatExaminedAudited, Columns: []int{2}},
		{Format: FormatExaminedAudited, Columns: []int{2, 2}}, {Format: FormatExamined, Columns: []int{0}},
		{Format: FormatExamined, Columns: []int{11}}, {Format: FormatExamined, Total: 1}, {Format: FormatExamined, Total: 11},
	} {
		if _, err := d.Read(strings.NewReader("1 2 3\n")); !errors.Is(err, ErrFormat) {
			t.Errorf("%+v: %v", d, err)
		}
	}
}

func TestDivide(t *testing.T) {
	s := Sample{Examined: decs("1", "2", "3"), Audited: decs("4", "5", "6")}
	parts, err := s.divide([]int64{1, 0, 2})
	if err != nil || len(parts) != 3 || len(parts[1].Examined) != 0 || exact.String(parts[2].Audited[1]) != "6" || parts[2].Difference != nil {
		t.Errorf("%+v, %v", parts, err)
	}
	for _, sizes := range [][]int64{nil, {2}, {4}, {1 << 62, 1 << 62}, {-1, 4}, {3, 1}} {
		if _, err := s.divide(sizes); !errors.Is(err, ErrSample) {
			t.Errorf("%v: %v", sizes, err)
		}
	}
}
