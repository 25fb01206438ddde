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

// framesGuide is the plan of the User's Guide, page 2-48.
var framesGuide = Frames{Seed: "34346.94", Ranges: []Range{{1, 1050}, {8405, 9565}}, Size: 3, Spares: 2}

func mustDrawFrames(t interface{ Fatal(...any) }, plan Frames) FramesSelection {
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// drawRange generates a range of few numbers.
func drawRange(t *rapid.T, most int64) Range {
	size := rapid.Int64Range(1, most).Draw(t, "range")
	low := rapid.SampledFrom([]int64{1, 1, 0, -3, 45, -MaxNumber, MaxNumber - size + 1}).Draw(t, "low")
	return Range{low, low + size - 1}
}

func drawFramesPlan(t *rapid.T) Frames {
	plan := Frames{Seed: drawSeed(t)}
	var frame int64
	for range rapid.IntRange(1, 60).Draw(t, "frames") {
		r := drawRange(t, 40)
		plan.Ranges = append(plan.Ranges, r)
		frame += r.High - r.Low + 1
	}
	total := rapid.Int64Range(1, frame).Draw(t, "total")
	plan.Size = rapid.Int64Range(0, total).Draw(t, "size")
	plan.Spares = total - plan.Size
	return plan
}

// framesNaive lists all items of all frames, numbered through from 1.
func framesNaive(plan Frames) []FrameItem {
	var list []FrameItem
	for k, r := range plan.Ranges {
		for item := r.Low; item <= r.High; item++ {
			list = append(list, FrameItem{Number: int64(len(list) + 1), Frame: int64(k + 1), Item: item})
		}
	}
	return list
}

func TestFramesAreNaiveFrames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawFramesPlan(t)
		ordered := func(v FrameItem, order int64) FrameItem { v.Order = order; return v }
		checkNaive(t, mustDrawFrames(t, plan).lists(), plan.Seed, framesNaive(plan), ordered, plan.Locate)
	})
}

// TestFramesWholeFrame: all items of all frames are the frames.
func TestFramesWholeFrame(t *testing.T) {
	plan := Frames{Seed: "77", Ranges: []Range{{5, 9}, {1, 1}, {-2, 20}, {5, 9}}, Size: 34}
	s := mustDrawFrames(t, plan)
	all, orders := framesNaive(plan), map[int64]bool{}
	for i, item := range s.Sample {
		orders[item.Order] = item.Order >= 1 && item.Order <= 34
		item.Order = 0
		if item != all[i] {
			t.Errorf("item %d is %v, want %v", i+1, item, all[i])
		}
	}
	if len(orders) != 34 || orders[0] {
		t.Errorf("orders %v", orders)
	}
}

// TestOneFrameIsSingleStage: one frame is a single stage sample of its numbers.
func TestOneFrameIsSingleStage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 100)
		f := Frames{Seed: plan.Seed, Ranges: []Range{{plan.Low, plan.High}}, Size: plan.Size, Spares: plan.Spares}
		a, b := mustDraw(t, plan), mustDrawFrames(t, f)
		units := func(items []FrameItem) []Unit {
			list := make([]Unit, len(items))
			for i, v := range items {
				list[i] = Unit{Order: v.Order, Number: v.Item}
			}
			return list
		}
		if !slices.Equal(a.Sample, units(b.Sample)) || !slices.Equal(a.SpareUnits, units(b.SpareItems)) {
			t.Fatalf("%v, single stage %v", b, a)
		}
	})
}

func TestFramesDrawOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawFramesPlan(t)
		if plan.Size < 2 {
			return
		}
		first := plan
		first.Size = rapid.Int64Range(1, plan.Size-1).Draw(t, "first")
		checkDrawOn(t, mustDrawFrames(t, first), mustDrawFrames(t, plan), FrameItem.order,
			func(s FramesSelection) int64 { return s.DrawnBefore })
	})
}

// manyFrames are n frames of ten items.
func manyFrames(n int) []Range {
	list := make([]Range, n)
	for i := range list {
		list[i] = Range{1, 10}
	}
	return list
}

func TestFramesRefuse(t *testing.T) {
	for _, c := range []struct {
		change  func(*Frames)
		want    error
		message string
	}{
		{func(f *Frames) { f.Method = "dice" }, ErrMethod, `method "dice" is unknown`},
		{func(f *Frames) { f.Seed = "" }, ErrSeed, `seed "" is missing`},
		{func(f *Frames) { f.Ranges = nil }, ErrFrame, "sampling: frame list is empty"},
		{func(f *Frames) { f.Ranges[1] = Range{2, 1} }, ErrFrame, "the first number exceeds the last (frame 2)"},
		{func(f *Frames) { f.Ranges[0] = Range{1, math.MaxInt64} }, ErrFrame, "numbers of units go from"},
		{func(f *Frames) { f.Ranges[0] = Range{1, MaxFrame} }, ErrFrame, "frame 2 and those before it have more than"},
		{func(f *Frames) { f.Size = 2210 }, ErrSize, "size 2210 and 2 spares exceed the frame of 2211 units"},
		{func(f *Frames) { f.Size, f.Spares = 0, 0 }, ErrSize, "nothing is to be drawn"},
		{func(f *Frames) { f.Strict, f.Ranges = true, manyFrames(51) }, ErrFrame,
			"frame is beyond RAT-STATS: 51 frames are more than the 50 that RAT-STATS takes (User's Guide A-1)."},
		{func(f *Frames) { f.Strict = true; f.Ranges[0].Low = -1 }, ErrFrame, "Frame 1 starts at -1; RAT-STATS ignores"},
		{func(f *Frames) { f.Strict, f.Size = true, 2209 }, ErrSize, "All 2,211 units of the frame are selected"},
		{func(f *Frames) { f.Strict, f.Size, f.Ranges[0].High = true, 9_999, 20_000 }, ErrSize, "10,001 random numbers"},
	} {
		plan := framesGuide
		plan.Ranges = slices.Clone(plan.Ranges)
		c.change(&plan)
		_, err := plan.Draw()
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.message) {
			t.Errorf("%v, want %q", err, c.message)
		}
		if plan.Strict {
			plan.Strict = false
			if s := mustDrawFrames(t, plan); len(s.Warnings) != 1 {
				t.Errorf("warnings %v", s.Warnings)
			}
		}
	}
	fifty := framesGuide
	fifty.Strict, fifty.Ranges = true, manyFrames(50)
	if s := mustDrawFrames(t, fifty); s.Warnings != nil {
		t.Errorf("%v", s.Warnings)
	}
	for _, number := range []int64{0, -1, 2212, math.MaxInt64} {
		if item, err := framesGuide.Locate(number); !errors.Is(err, ErrFrame) {
			t.Errorf("number %d is %v (%v)", number, item, err)
		}
	}
	if _, err := (Frames{}).Locate(1); !errors.Is(err, ErrFrame) {
		t.Error(err)
	}
}

func TestFramesRefuseWhatTheirInputsDoNotGive(t *testing.T) {
	for message, change := range map[string]func(*FramesSelection){
		"item 1 is 3 - 119 1 120, its inputs give 3 - 119 1 119": func(s *FramesSelection) { s.Sample[0].Item++ },
		"item 2 is 1 - 1308 1 8662, its inputs":                  func(s *FramesSelection) { s.Sample[1].Frame-- },
		"item 3 is 4 - 1603 2 8957, its inputs":                  func(s *FramesSelection) { s.Sample[2].Order = 4 },
		"spare 2 is 5 - 1554 2 8907":                             func(s *FramesSelection) { s.SpareItems[1].Number++ },
		"the number of items is 0, its inputs give 3":            func(s *FramesSelection) { s.Sample = nil },
		"the number of spares is 1, its": func(s *FramesSelection) {
			s.SpareItems = s.SpareItems[1:2]
		},
		"the frame size is 2212, its inputs give 2211":   func(s *FramesSelection) { s.FrameSize++ },
		"the frame size is 2211, its inputs give 2212":   func(s *FramesSelection) { s.Ranges[0].Low-- },
		"cannot be drawn from its inputs: frame list is": func(s *FramesSelection) { s.Ranges = nil },
	} {
		s := mustDrawFrames(t, framesGuide)
		change(&s)
		_, err := s.DrawOn(1)
		refusesSelection(t, s, err, message)
	}
	if framesGuide.Ranges[0].Low != 1 {
		t.Error("a selection shares its frames with its plan")
	}
	for _, more := range []int64{0, -1, MaxUnits + 1, math.MaxInt64, 2207} {
		if _, err := mustDrawFrames(t, framesGuide).DrawOn(more); !errors.Is(err, ErrSize) || errors.Is(err, ErrSelection) {
			t.Errorf("%d more: %v", more, err)
		}
	}
}

func TestFramesPrinterPages(t *testing.T) {
	const head = `             claims-review mathematics - not a government program
                            FRAMES - SINGLE STAGE

SEED NUMBER: 34346.94                                FRAME SIZE:         2,211

       FRAME 1: 1 THROUGH 1,050 = 1 THROUGH 1,050 (1,050)
       FRAME 2: 8,405 THROUGH 9,565 = 1,051 THROUGH 2,211 (1,161)

`
	const columns = `
  ORDER OF            RANDOM     FRAME            ITEM
 SELECTION            NUMBER    NUMBER          NUMBER

`
	want := head + `                     3 RANDOM NUMBERS IN SEQUENTIAL ORDER
` + columns + `        3 -              119         1             119
        1 -            1,308         2           8,662
        2 -            1,603         2           8,957
`
	first, second, _ := strings.Cut(tableLines(t, mustDrawFrames(t, framesGuide).WritePrinter, Heading{}), "\f")
	if d := cmp.Diff(want, first); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
	want = head + `                     2 RANDOM NUMBERS IN GENERATED ORDER
` + columns + `        4 -              322         1             322
        5 -            1,553         2           8,907
`
	_, second, _ = strings.Cut(second, "\n")
	if d := cmp.Diff(want, second); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
}

// TestFramesFlatFileRefuses: a frame above 9,999 has no room.
func TestFramesFlatFileRefuses(t *testing.T) {
	plan := Frames{Seed: "3", Ranges: append(manyFrames(9_999), Range{1, 1e9}), Size: 1}
	s := mustDrawFrames(t, plan)
	err := s.WriteFlat(io.Discard, Heading{})
	if !errors.Is(err, ErrFlatFile) || !strings.Contains(err.Error(), "4 digits for a number (FRAME NUMBER): 10000") {
		t.Error(err)
	}
}

// TestFramesByOtherMethods: the printout names another method, and RAT-STATS' limits are none of its.
func TestFramesByOtherMethods(t *testing.T) {
	plan := Frames{Method: R, Seed: "1", Ranges: manyFrames(51), Size: 2, Strict: true}
	s := mustDrawFrames(t, plan)
	single, err := SingleStage{Method: R, Seed: "1", Low: 1, High: 510, Size: 2}.Draw()
	if err != nil || s.Sample[0].Number != single.Sample[0].Number || s.Warnings != nil {
		t.Errorf("%v, single stage %v, %v", s, single, err)
	}
	if more, err := s.DrawOn(1); err != nil || len(more.Sample) != 3 {
		t.Errorf("%v %v", more, err)
	}
	plan.Method = Python
	if _, err := mustDrawFrames(t, plan).DrawOn(1); !errors.Is(err, ErrDrawOn) {
		t.Errorf("drawing on with Python: %v", err)
	}
	two := framesTwoGuide()
	two.Method, two.Seed, two.Spares = Python, "1", 0
	if _, err := mustDrawFramesOfTwo(t, two).DrawOn(1); !errors.Is(err, ErrDrawOn) {
		t.Errorf("drawing on with Python: %v", err)
	}
	if text := printout(t, s.WriteText); !strings.Contains(text, "METHOD: R, sample.kind") {
		t.Error(text)
	}
}

func TestFramesJSON(t *testing.T) {
	plan := framesGuide
	plan.Size, plan.Spares = 1, 1
	s := mustDrawFrames(t, plan)
	decimaltest.RoundTrip(t, s)
	raw, err := jsonform.Marshal(s)
	const want = `{"method":"ratstats","seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],` +
		`"size":1,"spares":1,"frameSize":2211,"sample":[{"order":1,"number":1308,"frame":2,"item":8662}],` +
		`"spareItems":[{"order":2,"number":1603,"frame":2,"item":8957}]}`
	if err != nil || string(raw) != want {
		t.Errorf("%s %v", raw, err)
	}
}

// FuzzFramesJSON: whatever plan is decoded is refused, or drawn with items of its frames, printed and drawn on.
func FuzzFramesJSON(f *testing.F) {
	f.Add([]byte(`{"seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],"size":3,"spares":2}`))
	f.Add([]byte(`{"seed":"1","ranges":[{"low":-9223372036854775808,"high":9223372036854775807},{}],"size":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var plan Frames
		if jsonform.Unmarshal(data, &plan) != nil || plan.Size > 300 || plan.Spares > 300 {
			return
		}
		s, err := plan.Draw()
		if err != nil {
			if !slices.ContainsFunc([]error{ErrMethod, ErrSeed, ErrFrame, ErrSize, ErrDrawOn},
				func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		for _, item := range slices.Concat(s.Sample, s.SpareItems) {
			if r := plan.Ranges[item.Frame-1]; item.Item < r.Low || item.Item > r.High {
				t.Fatalf("%v is outside of its frame", item)
			}
		}
		if _, err := s.DrawOn(1); err != nil && !errors.Is(err, ErrSize) && !errors.Is(err, ErrDrawOn) {
			t.Fatal(err)
		}
		if err := s.WritePrinter(io.Discard, Heading{}); err != nil {
			t.Fatal(err)
		}
	})
}
