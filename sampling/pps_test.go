package sampling

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

func mustPPSLine(t interface{ Fatal(...any) }, sizes ...string) ppsLine {
	l, err := newPPSLine(decimaltest.Decs(sizes...))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestPPSPublished: units A to F with the inclusion probabilities 1/3, 1, 1/6, 2/3, 1/3, 1/2, three to be drawn, and
// u = 0.05 give A, B and D (stats.stackexchange.com/questions/139279). Sizes in the same proportions are 200, 600, 100,
// 400, 200 and 300; their total is 1800, and the start at 0.05 of the interval is r = 0.05*1800 = 90.
func TestPPSPublished(t *testing.T) {
	line := mustPPSLine(t, "200", "600", "100", "400", "200", "300")
	var got []int64
	for _, u := range line.hit(90, 3) {
		got = append(got, u.Number)
		if u.Certainty != (u.Number == 2) {
			t.Errorf("%+v", u)
		}
	}
	if !slices.Equal(got, []int64{1, 2, 4}) {
		t.Error(got)
	}
}

// TestPPSByHand: 4 hits on 3, 1, 11, 6, 4, 2, 3 dollars. The total is 30, the interval 7.5, the cumulated sizes 3, 4,
// 15, 21, 25, 27, 30. From the start 2.25 (place 9 of the first 30 of 120) the hits are 2.25, 9.75, 17.25, 24.75:
// units 1, 3, 4, 5. From the start 7.5 they are 7.5, 15, 22.5, 30: units 3 (twice), 5 and 7. Unit 3 is above the
// interval, at every start.
func TestPPSByHand(t *testing.T) {
	line := mustPPSLine(t, "3", "1", "11", "6", "4", "2", "3")
	want := []PPSUnit{{Number: 1, Order: 1, Hits: 1}, {Number: 3, Order: 2, Hits: 1, Certainty: true},
		{Number: 4, Order: 3, Hits: 1}, {Number: 5, Order: 4, Hits: 1}}
	if got := line.hit(9, 4); !cmp.Equal(got, want, equalDecimals) {
		t.Error(got)
	}
	want = []PPSUnit{{Number: 3, Order: 1, Hits: 2, Certainty: true}, {Number: 5, Order: 3, Hits: 1},
		{Number: 7, Order: 4, Hits: 1}}
	if got := line.hit(30, 4); !cmp.Equal(got, want, equalDecimals) {
		t.Error(got)
	}
}

// TestPPSAllStarts: over all T starts, a unit of size a is hit exactly n*a/T times on average, and a certainty unit at
// every start, others at most once.
func TestPPSAllStarts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sizes := rapid.SliceOfN(rapid.OneOf(rapid.Just(int64(0)), rapid.Int64Range(0, 40)), 1, 12).Draw(t, "sizes")
		sizes[0]++
		texts := make([]string, len(sizes))
		for i, a := range sizes {
			texts[i] = exact.String(decimal.New(a, -1))
		}
		line := mustPPSLine(t, texts...)
		n := rapid.Int64Range(1, 15).Draw(t, "n")
		hits := make([]int64, len(sizes))
		for start := int64(1); start <= line.total; start++ {
			var all int64
			certain := map[int64]bool{}
			for _, u := range line.hit(start, n) {
				hits[u.Number-1] += u.Hits
				if u.Order != all+1 || u.Hits > 1 && !u.Certainty {
					t.Fatalf("%+v", u)
				}
				all += u.Hits
				certain[u.Number] = u.Certainty
			}
			if all != n {
				t.Fatalf("start %d: %d hits, want %d", start, all, n)
			}
			for i := range sizes {
				if n*line.sizes[i] >= line.total && !certain[int64(i+1)] {
					t.Fatalf("start %d misses unit %d", start, i+1)
				}
			}
		}
		total := new(big.Rat)
		for _, s := range texts {
			total.Add(total, decimaltest.Rat(s))
		}
		for i, s := range texts {
			want := new(big.Rat).Mul(decimaltest.Rat(s), exact.Int(n))
			want.Quo(want, total)
			if got := big.NewRat(hits[i], line.total); got.Cmp(want) != 0 {
				t.Fatalf("unit %d of size %s: %v hits a start, want %v", i+1, s, got, want)
			}
		}
	})
}

func TestPPSDraw(t *testing.T) {
	plan := PPS{Seed: "1357", Sizes: decimaltest.Decs("120.50", "0", "3000", "1E2", "79.5", "0.00"), Size: 5}
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	// The total is 3300, or 33,000 tenths; RAT-STATS' first number of seed 1357 out of 33,000 is int(33000u)+1 with
	// u = 0.743972946426: 24,552. The start is 24552/5 tenths.
	if exact.String(s.Total) != "3300" || exact.String(s.Interval) != "660" || s.Places != 33000 ||
		s.StartNumber != 24552 || exact.String(s.Start) != "491.04" {
		t.Errorf("%+v", s)
	}
	// Hits at 491.04, 1151.04, 1811.04, 2471.04 and 3131.04: unit 3 from 120.5 to 3120.5, then unit 4 to 3220.5.
	want := []PPSUnit{
		{Number: 3, Size: decimaltest.Dec("3000"), Cumulated: decimaltest.Dec("3120.5"), Order: 1, Hits: 4, Certainty: true},
		{Number: 4, Size: decimaltest.Dec("100"), Cumulated: decimaltest.Dec("3220.5"), Order: 5, Hits: 1},
	}
	if !cmp.Equal(s.Units, want, equalDecimals) || s.CertaintyUnits != 1 || s.CertaintyHits != 4 {
		t.Error(cmp.Diff(s.Units, want, equalDecimals))
	}
	decimaltest.RoundTrip(t, s, equalDecimals)
	again, err := s.PPS.Draw()
	if err != nil || !cmp.Equal(s, again, equalDecimals) {
		t.Error(cmp.Diff(s, again, equalDecimals), err)
	}
}

// TestPPSOfOnes: units of one size are a systematic sample.
func TestPPSOfOnes(t *testing.T) {
	sizes := make([]decimal.Decimal, 97)
	for i := range sizes {
		sizes[i] = decimal.New(1, 0)
	}
	for size := range int64(97) {
		p, err := PPS{Seed: "7533", Sizes: sizes, Size: size + 1}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		s, err := Systematic{Seed: "7533", Low: 1, High: 97, Size: size + 1}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		var got []int64
		for _, u := range p.Units {
			got = append(got, u.Number)
		}
		if !slices.Equal(got, unitNumbers(s.Sample)) {
			t.Fatalf("%v, systematic %v", got, s.Sample)
		}
	}
}

func TestPPSRefuses(t *testing.T) {
	d := decimaltest.Decs
	for name, c := range map[string]struct {
		plan PPS
		want error
		says string
	}{
		"no hits":  {PPS{Seed: "1", Sizes: d("1")}, ErrSize, "0 hits"},
		"none":     {PPS{Seed: "1", Size: 1}, ErrSizes, "none"},
		"zero":     {PPS{Seed: "1", Sizes: d("0", "0.00"), Size: 1}, ErrSizes, "all are zero"},
		"negative": {PPS{Seed: "1", Sizes: d("1", "-2.50", "3", "-4"), Size: 1}, ErrSizes, "unit 2 has -2.5; unit 4 has -4"},
		"huge":     {PPS{Seed: "1", Sizes: []decimal.Decimal{decimal.New(1, 2e9)}, Size: 1}, ErrSizes, "unit 1"},
		"places":   {PPS{Seed: "1", Sizes: d("1000000", "0.0000001"), Size: 1}, ErrSizes, "round them"},
		"sum":      {PPS{Seed: "1", Sizes: d("600000000000", "600000000000"), Size: 1}, ErrSizes, "round them"},
		"seed":     {PPS{Seed: "x", Sizes: d("1"), Size: 1}, ErrSeed, "x"},
		"method":   {PPS{Method: "x", Seed: "1", Sizes: d("1"), Size: 1}, ErrMethod, "x"},
	} {
		if _, err := c.plan.Draw(); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// The largest line there is.
	s, err := PPS{Seed: "1", Sizes: d("500000000000", "0", "500000000000"), Size: MaxUnits}.Draw()
	if err != nil || len(s.Units) != 2 || s.Units[0].Hits+s.Units[1].Hits != MaxUnits || s.CertaintyUnits != 2 {
		t.Error(s, err)
	}
}

// FuzzPPSJSON: whatever is decoded is refused or drawn with as many hits as asked.
func FuzzPPSJSON(f *testing.F) {
	f.Add([]byte(`{"seed":"1","sizes":["1.50","0","3000"],"size":7}`))
	f.Add([]byte(`{"seed":"1","sizes":["1e-40","1e30"],"size":1}`))
	known := []error{ErrSizes, ErrMethod, ErrSeed, ErrFrame, ErrSize}
	f.Fuzz(func(t *testing.T, data []byte) {
		var plan PPS
		if jsonform.Unmarshal(data, &plan) != nil {
			return
		}
		s, err := plan.Draw()
		if err != nil {
			if !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		var hits int64
		for _, u := range s.Units {
			hits += u.Hits
		}
		if hits != plan.Size {
			t.Fatal(s)
		}
	})
}
