package sampling

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/jsonform"
)

// setsGuide is the plan of the User's Guide, page 2-17.
var setsGuide = Sets{Seed: "61061.36", Ranges: []Range{{1, 658}, {1, 66}}, Size: 10, Spares: 4}

func mustDrawSets(t interface{ Fatal(...any) }, plan Sets) SetsSelection {
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// drawSetsPlan generates plans of few and of many sets.
func drawSetsPlan(t *rapid.T) Sets {
	plan := Sets{Seed: drawSeed(t)}
	frame := int64(1)
	for range rapid.IntRange(2, 4).Draw(t, "numbers") {
		size := rapid.OneOf(rapid.Int64Range(1, 6), rapid.Int64Range(1, 7000)).Draw(t, "range")
		low := rapid.SampledFrom([]int64{1, 1, 0, -3, 45, -MaxNumber, MaxNumber - size + 1}).Draw(t, "low")
		plan.Ranges = append(plan.Ranges, Range{low, low + size - 1})
		frame *= size
	}
	total := rapid.Int64Range(1, min(frame, 120)).Draw(t, "total")
	plan.Size = rapid.Int64Range(0, total).Draw(t, "size")
	plan.Spares = total - plan.Size
	return plan
}

// setsNaive draws sets the way the specification tells it.
func setsNaive(plan Sets) (sample, spares []Set) {
	g, seen := newNaive(plan.Seed), map[string]bool{}
	var drawn []Set
	for int64(len(drawn)) < plan.Size+plan.Spares {
		set := Set{Order: int64(len(drawn) + 1)}
		for _, r := range plan.Ranges {
			set.Numbers = append(set.Numbers, g.below(r.High-r.Low+1)+r.Low)
		}
		if key := fmt.Sprint(set.Numbers); !seen[key] {
			seen[key] = true
			drawn = append(drawn, set)
		}
	}
	sample, spares = drawn[:plan.Size], drawn[plan.Size:]
	slices.SortFunc(sample, func(a, b Set) int { return slices.Compare(a.Numbers, b.Numbers) })
	return sample, spares
}

func TestSetsAreNaiveSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawSetsPlan(t)
		s := mustDrawSets(t, plan)
		sample, spares := setsNaive(plan)
		if !slices.EqualFunc(s.Sample, sample, Set.equal) || !slices.EqualFunc(s.SpareSets, spares, Set.equal) {
			t.Fatalf("%v %v\nnaive %v %v", s.Sample, s.SpareSets, sample, spares)
		}
	})
}

// TestSetsOfManySets: more sets than a single frame may have units.
func TestSetsOfManySets(t *testing.T) {
	plan := Sets{Seed: "7533", Ranges: []Range{{1, 90_000}, {-5, 90_000_000}, {7, 700}}, Size: 400, Spares: 30}
	s := mustDrawSets(t, plan)
	if want := int64(90_000 * 90_000_006 * 694); s.FrameSize != want || want <= MaxFrame {
		t.Errorf("%d sets, want %d", s.FrameSize, want)
	}
	sample, spares := setsNaive(plan)
	if !slices.EqualFunc(s.Sample, sample, Set.equal) || !slices.EqualFunc(s.SpareSets, spares, Set.equal) {
		t.Error("differs from the naive draw")
	}
	stream, next := []int64{5, 5, 0, 5, 7}, -1
	got := distinctSets(3, MaxFrame+1, func() int64 { next++; return stream[next] })
	if !slices.Equal(got, []int64{5, 0, 7}) {
		t.Errorf("%v", got)
	}
}

func TestSetsAreASample(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawSetsPlan(t)
		s := mustDrawSets(t, plan)
		orders, sets := map[int64]bool{}, map[string]bool{}
		for _, v := range slices.Concat(s.Sample, s.SpareSets) {
			for i, n := range v.Numbers {
				if n < plan.Ranges[i].Low || n > plan.Ranges[i].High {
					t.Errorf("%v is outside of range %d", v, i+1)
				}
			}
			if v.Order < 1 || v.Order > plan.Size+plan.Spares {
				t.Errorf("%v has a wrong order", v)
			}
			orders[v.Order], sets[fmt.Sprint(v.Numbers)] = true, true
		}
		if n := int(plan.Size + plan.Spares); len(orders) != n || len(sets) != n {
			t.Errorf("%d orders, %d sets, want %d", len(orders), len(sets), n)
		}
	})
}

// TestSetsWholeFrame: all sets of all are the sets in their order.
func TestSetsWholeFrame(t *testing.T) {
	s := mustDrawSets(t, Sets{Seed: "5", Ranges: []Range{{-1, 1}, {4, 5}, {0, 6}, {2, 2}}, Size: 42})
	i := 0
	for a := int64(-1); a <= 1; a++ {
		for b := int64(4); b <= 5; b++ {
			for c := range int64(7) {
				if want := []int64{a, b, c, 2}; !slices.Equal(s.Sample[i].Numbers, want) {
					t.Fatalf("set %d is %v, want %v", i+1, s.Sample[i], want)
				}
				i++
			}
		}
	}
}

func TestSetsDrawOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawSetsPlan(t)
		if plan.Size < 2 {
			return
		}
		first := plan
		first.Size = rapid.Int64Range(1, plan.Size-1).Draw(t, "first")
		checkDrawOn(t, mustDrawSets(t, first), mustDrawSets(t, plan), Set.order,
			func(s SetsSelection) int64 { return s.DrawnBefore })
	})
}

func TestSetsRefuse(t *testing.T) {
	big := Range{1, MaxFrame}
	for _, c := range []struct {
		change  func(*Sets)
		want    error
		message string
	}{
		{func(s *Sets) { s.Method = "dice" }, ErrMethod, `sampling: method "dice" does not draw sets of numbers ("ratstats"`},
		{func(s *Sets) { s.Seed = "x" }, ErrSeed, `seed "x" is not a number`},
		{func(s *Sets) { s.Ranges = nil }, ErrFrame, "sampling: frame of sets of 0 numbers: sets have two to four numbers"},
		{func(s *Sets) { s.Ranges = s.Ranges[:1] }, ErrFrame, "sets of 1 numbers"},
		{func(s *Sets) { s.Ranges = make([]Range, 5) }, ErrFrame, "sets of 5 numbers"},
		{func(s *Sets) { s.Ranges[1] = Range{2, 1} }, ErrFrame, "frame 2 to 1: the first number exceeds the last (range 2)"},
		{func(s *Sets) { s.Ranges[0] = Range{1, math.MaxInt64} }, ErrFrame, "numbers of units go from"},
		{func(s *Sets) { s.Ranges = []Range{big, {1, 9008}} }, ErrFrame, "frame of all sets exceeds 9007199254740991"},
		{func(s *Sets) { s.Size = 0; s.Spares = 0 }, ErrSize, "nothing is to be drawn"},
		{func(s *Sets) { s.Size = 43_425 }, ErrSize, "size 43425 and 4 spares exceed the frame of 43428 units"},
		{func(s *Sets) { s.DrawnBefore = 10 }, ErrSize, "adds nothing"},
		{func(s *Sets) { s.Ranges = []Range{big, {1, 9}}; s.Size = MaxUnits }, ErrSize, "10000000 units of one draw"},
		{func(s *Sets) { s.Strict = true; s.Size = 9_997 }, ErrSize, "is beyond RAT-STATS: 10,001 random numbers are more"},
		{func(s *Sets) { s.Strict = true; s.Ranges[1] = Range{-3, 3} }, ErrFrame, "Range 2 starts at -3; RAT-STATS ignores"},
		{func(s *Sets) { s.Strict = true; s.Ranges = []Range{{1, 7}, {1, 2}} }, ErrSize, "All 14 units of the frame"},
	} {
		plan := setsGuide
		plan.Ranges = slices.Clone(plan.Ranges)
		c.change(&plan)
		_, err := plan.Draw()
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.message) {
			t.Errorf("%v, want %q", err, c.message)
		}
		if plan.Strict {
			plan.Strict = false
			if s := mustDrawSets(t, plan); len(s.Warnings) != 1 {
				t.Errorf("warnings %v", s.Warnings)
			}
		}
	}
}

// refuses wants every way to print or draw on to fail with ErrSelection and the message, and to print nothing.
func refusesSelection(t *testing.T, s goldenPrintable, drawOn error, message string) {
	t.Helper()
	var out strings.Builder
	_, sheets := s.Sheets(Heading{})
	for what, err := range map[string]error{
		"DrawOn": drawOn, "Sheets": sheets, "WriteText": s.WriteText(&out, Heading{}),
		"WriteFlat": s.WriteFlat(&out, Heading{}), "WritePrinter": s.WritePrinter(&out, Heading{}),
	} {
		if !errors.Is(err, ErrSelection) || !strings.Contains(err.Error(), message) {
			t.Errorf("%s: %v, want %q", what, err, message)
		}
	}
	if out.Len() > 0 {
		t.Errorf("%s: printed %q", message, out.String())
	}
}

func TestSetsRefuseWhatTheirInputsDoNotGive(t *testing.T) {
	for message, change := range map[string]func(*SetsSelection){
		"set 1 is 9 - 147 46, its inputs give 9 - 147 47": func(s *SetsSelection) { s.Sample[0].Numbers[1]-- },
		"set 2 is 3 - 165 26, its inputs give 2 - 165 26": func(s *SetsSelection) { s.Sample[1].Order++ },
		"set 1 is 9 - 147, its inputs give":               func(s *SetsSelection) { s.Sample[0].Numbers = []int64{147} },
		"spare 4 is 14 - 288 31":                          func(s *SetsSelection) { s.SpareSets[3].Numbers[1]++ },
		"the number of sets is 9, its inputs give 10":     func(s *SetsSelection) { s.Sample = s.Sample[1:] },
		"the number of spares is 0, its inputs give 4":    func(s *SetsSelection) { s.SpareSets = nil },
		"the frame size is 43427, its inputs give 43428":  func(s *SetsSelection) { s.FrameSize-- },
		"the frame size is 43428, its inputs give 42770":  func(s *SetsSelection) { s.Ranges[1].High-- },
		`cannot be drawn from its inputs: method `:        func(s *SetsSelection) { s.Method = "r" },
	} {
		s := mustDrawSets(t, setsGuide)
		change(&s)
		_, err := s.DrawOn(1)
		refusesSelection(t, s, err, message)
	}
	if s := mustDrawSets(t, setsGuide); !slices.Equal(setsGuide.Ranges, []Range{{1, 658}, {1, 66}}) {
		t.Errorf("a selection shares its ranges with its plan: %v", s.Ranges)
	}
	for _, more := range []int64{0, -1, MaxUnits + 1, math.MaxInt64, 43_415} {
		if _, err := mustDrawSets(t, setsGuide).DrawOn(more); !errors.Is(err, ErrSize) {
			t.Errorf("%d more: %v", more, err)
		}
	}
}

// tableLines are the lines of a printout without the first, which names the version of this software.
func tableLines(t *testing.T, write func(io.Writer, Heading) error, h Heading) string {
	t.Helper()
	_, text, _ := strings.Cut(printoutWith(t, write, h), "\n")
	return text
}

const setsPage = `             claims-review mathematics - not a government program
Date: 10/12/2009          SETS OF TWO RANDOM NUMBERS             Time: 16:57
                                 AUDIT: Pages

SEED NUMBER: 61061.36                                FRAME SIZE:        43,428

       FIRST NUMBERS FROM 1 THROUGH 658
       SECOND NUMBERS FROM 1 THROUGH 66
       ORDERS OF SELECTION 1 THROUGH 2 WERE DRAWN EARLIER, 3 THROUGH 3 NOW

                     3 RANDOM NUMBERS IN SEQUENTIAL ORDER

  ORDER OF         FIRST       SECOND    ORDER OF         FIRST       SECOND
 SELECTION        NUMBER       NUMBER   SELECTION        NUMBER       NUMBER

        2 -          165           26          1 -          309           41
        3 -          510           29
`

func TestSetsPrinterPage(t *testing.T) {
	plan := setsGuide
	plan.Size, plan.Spares, plan.DrawnBefore = 3, 0, 2
	s := mustDrawSets(t, plan)
	got := tableLines(t, s.WritePrinter, Heading{Audit: "Pages", Date: "10/12/2009", Time: "16:57"})
	if d := cmp.Diff(setsPage, got); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
}

// TestSetsFitTheirPage: the longest line of a printout of four numbers, and a wide number that moves the columns.
func TestSetsFitTheirPage(t *testing.T) {
	plan := Sets{Seed: "1", Size: 9}
	plan.Ranges = []Range{{9_999_999_999, 9_999_999_999}, {9_999_999_990, 9_999_999_999}, {1, 2}, {3, 4}}
	s := mustDrawSets(t, plan)
	for _, write := range []func(io.Writer, Heading) error{s.WriteText, s.WritePrinter, s.WriteFlat} {
		for line := range strings.Lines(printout(t, write)) {
			if len(line) > 79 {
				t.Errorf("too wide: %q", line)
			}
		}
	}
	plan.Ranges[0].Low, plan.Ranges[1].High = -MaxNumber, plan.Ranges[1].Low
	plan.Ranges[0].High = -MaxNumber
	text := printout(t, mustDrawSets(t, Sets{Seed: "1", Ranges: plan.Ranges[:3], Size: 1}).WriteText)
	if !strings.Contains(text, "POSITIONS 7 THROUGH 24 - FIRST VALUE\n   POSITIONS 25 THROUGH 37 - SECOND VALUE\n") {
		t.Error(text)
	}
	err := mustDrawSets(t, Sets{Seed: "1", Ranges: plan.Ranges[:2], Size: 1}).WriteFlat(io.Discard, Heading{})
	if !errors.Is(err, ErrFlatFile) || !strings.Contains(err.Error(), "digits for a number (FIRST VALUE): -90071") {
		t.Error(err)
	}
}

func TestSetsJSON(t *testing.T) {
	plan := setsGuide
	plan.Size, plan.Spares, plan.Strict, plan.DrawnBefore = 2, 1, true, 1
	s := mustDrawSets(t, plan)
	decimaltest.RoundTrip(t, s)
	raw, err := jsonform.Marshal(s)
	const want = `{"method":"ratstats","seed":"61061.36","ranges":[{"low":1,"high":658},{"low":1,"high":66}],"size":2,` +
		`"spares":1,"drawnBefore":1,"strict":true,"frameSize":43428,"sample":[{"order":2,"numbers":[165,26]},` +
		`{"order":1,"numbers":[309,41]}],"spareSets":[{"order":3,"numbers":[510,29]}]}`
	if err != nil || string(raw) != want {
		t.Errorf("%s %v", raw, err)
	}
}

// FuzzSetsJSON: whatever plan is decoded is refused, or drawn like the naive draw, printed and drawn on.
func FuzzSetsJSON(f *testing.F) {
	f.Add([]byte(`{"seed":"61061.36","ranges":[{"low":1,"high":658},{"low":1,"high":66}],"size":10,"spares":4}`))
	f.Add([]byte(`{"seed":"1","ranges":[{"low":-1,"high":1},{"low":1,"high":1},{"low":0,"high":1}],"size":6,"spares":0}`))
	f.Add([]byte(`{"seed":"1","ranges":[{"low":-9223372036854775808,"high":9223372036854775807},{}],"size":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var plan Sets
		if jsonform.Unmarshal(data, &plan) != nil || plan.Size > 300 || plan.Spares > 300 {
			return
		}
		s, err := plan.Draw()
		if err != nil {
			if !slices.ContainsFunc([]error{ErrMethod, ErrSeed, ErrFrame, ErrSize},
				func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		plan.Seed = RATSTATS.printedSeed(plan.Seed)
		sample, spares := setsNaive(plan)
		if !slices.EqualFunc(s.Sample, sample, Set.equal) || !slices.EqualFunc(s.SpareSets, spares, Set.equal) {
			t.Fatalf("%v %v\nnaive %v %v", s.Sample, s.SpareSets, sample, spares)
		}
		if _, err := s.DrawOn(1); err != nil && !errors.Is(err, ErrSize) {
			t.Fatal(err)
		}
		if err := s.WriteText(io.Discard, Heading{}); err != nil {
			t.Fatal(err)
		}
	})
}
