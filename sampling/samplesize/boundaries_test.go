package samplesize

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// loans are the 13,435 banks by the percentage of loans devoted to industrial loans, of Cochran (1977), sec. 5A.7.
func loans() RootFrequency {
	f := RootFrequency{Strata: 5}
	for i, n := range []int64{
		3464, 2516, 2157, 1581, 1142, 746, 512, 376, 265, 207, 126, 107, 82, 50, 39, 25, 16, 19, 2, 3,
	} {
		f.Classes = append(f.Classes, FrequencyClass{Upper: decimal.New(int64(i+1)*5, 0), Count: n})
	}
	return f
}

func bounds(t *testing.T, f RootFrequency) string {
	t.Helper()
	b, err := f.Boundaries()
	if err != nil {
		return err.Error()
	}
	var list []string
	units := int64(0)
	for i, s := range b.Strata {
		list = append(list, fmt.Sprintf("%s-%s", s.Lower, s.Upper))
		units += s.Universe
		if i > 0 && !s.Lower.Equal(b.Strata[i-1].Upper) {
			t.Errorf("a gap: %+v", b.Strata)
		}
	}
	if units != b.Universe {
		t.Errorf("%d of %d units", units, b.Universe)
	}
	return strings.Join(list, " ")
}

// TestCochran: the strata and, with the classes of width 5 counted as one, the sums of roots that Cochran gives.
func TestCochran(t *testing.T) {
	if got := bounds(t, loans()); got != "0-5 5-15 15-25 25-45 45-100" {
		t.Error(got)
	}
	f := loans()
	for i := range f.Classes {
		f.Classes[i].Upper = decimal.New(int64(i+1), 0)
	}
	b, err := f.Boundaries()
	if err != nil {
		t.Fatal(err)
	}
	var sums []string
	for _, s := range b.Strata {
		sums = append(sums, exact.Fixed(s.RootSum, 1))
	}
	if got := strings.Join(sums, " "); got != "58.9 96.6 73.6 85.6 74.8" || exact.Fixed(b.RootSum, 1) != "389.5" {
		t.Errorf("%s of %s", got, b.RootSum)
	}
	if b.Universe != 13_435 {
		t.Error(b.Universe)
	}
}

// TestMarks: counts 4, 9, 25 of width 1 have the roots 2, 3, 5 and the marks at halves. Of 10 the half is 5: behind the
// second class, exactly. Of 2, 2, 2, 2 a third is 2.67: nearer to 2, and two thirds is 5.33, nearer to 6.
func TestMarks(t *testing.T) {
	classes := func(counts ...int64) (list []FrequencyClass) {
		for i, n := range counts {
			list = append(list, FrequencyClass{Upper: decimal.New(int64(i+1), 0), Count: n})
		}
		return list
	}
	for _, c := range []struct {
		f    RootFrequency
		want string
	}{
		{RootFrequency{Classes: classes(4, 9, 25), Strata: 2}, "0-2 2-3"},
		{RootFrequency{Classes: classes(4, 4, 4, 4), Strata: 3}, "0-1 1-3 3-4"},
		{RootFrequency{Classes: classes(2, 2, 2, 2), Strata: 3}, "0-1 1-3 3-4"},
		{RootFrequency{Classes: classes(4, 4, 4), Strata: 2}, "0-1 1-3"}, // 3 is halfway between 2 and 4
		{RootFrequency{Classes: classes(3, 3, 3), Strata: 2}, "0-1 1-3"},
		// sqrt(2) + sqrt(3) is the half of all, exactly, by roots of two kinds
		{RootFrequency{Classes: classes(2, 3, 3, 2), Strata: 2}, "0-2 2-4"},
		// halfway between class 1 and 2: roots sqrt(2), sqrt(3), sqrt(2)
		{RootFrequency{Classes: classes(2, 3, 2), Strata: 2}, "0-1 1-3"},
		// a wider class counts more: sqrt(1*9) = 3 after three of width 1
		{RootFrequency{Classes: []FrequencyClass{{dec("1"), 1}, {dec("2"), 1}, {dec("3"), 1}, {dec("12"), 1}}, Strata: 2},
			"0-3 3-12"},
		{RootFrequency{Lower: dec("-1.0"), Classes: classes(4, 4)[:2], Strata: 2}, "-1-1 1-2"},
	} {
		if got := bounds(t, c.f); got != c.want {
			t.Errorf("%+v: %s, want %s", c.f, got, c.want)
		}
	}
	for name, c := range map[string]struct {
		f    RootFrequency
		want error
	}{
		"no classes":   {RootFrequency{Strata: 2}, ErrFrequencies},
		"one stratum":  {RootFrequency{Strata: 1, Classes: classes(1, 1)}, ErrFrequencies},
		"three of two": {RootFrequency{Strata: 3, Classes: classes(1, 1)}, ErrFrequencies},
		"too coarse":   {RootFrequency{Strata: 3, Classes: classes(1, 1, 10000)}, ErrFrequencies},
		"first":        {RootFrequency{Strata: 2, Classes: classes(10000, 1)}, nil},
		"first of all": {RootFrequency{Strata: 3, Classes: classes(1000000, 1, 1)}, ErrFrequencies},
		"negative":     {RootFrequency{Strata: 2, Classes: classes(1, -1)}, ErrFrequencies},
		"no units":     {RootFrequency{Strata: 2, Classes: classes(0, 0)}, ErrFrequencies},
		"descending":   {RootFrequency{Strata: 2, Lower: dec("1"), Classes: classes(1, 1)}, ErrFrequencies},
		"too many":     {RootFrequency{Strata: 2, Classes: classes(MaxUniverse, 1)}, ErrUniverse},
		"huge": {RootFrequency{Strata: 2, Lower: decimal.New(1, 2_000_000_000), Classes: classes(1, 1)},
			ErrFrequencies},
		"huge class": {RootFrequency{Strata: 2, Classes: []FrequencyClass{{dec("1"), 1},
			{decimal.New(1, 2_000_000_000), 1}}}, ErrFrequencies},
	} {
		if _, err := c.f.Boundaries(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBoundariesJSON(t *testing.T) {
	f := loans()
	roundTrip(t, f)
	b, err := f.Boundaries()
	if err != nil {
		t.Fatal(err)
	}
	roundTrip(t, b)
	roundTrip(t, b.Strata[0])
	roundTrip(t, f.Classes[0])
}
