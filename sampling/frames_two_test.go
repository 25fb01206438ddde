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

// framesTwoGuide is the plan of the User's Guide, page 2-59, with lines of its own for the last frame.
func framesTwoGuide() FramesOfTwo {
	return FramesOfTwo{
		Seed: "35809.13", Size: 3, Spares: 2, Items: &Range{1, 66},
		Frames: []FrameOfTwo{{SubFrames: Range{1, 100}}, {SubFrames: Range{1, 456}}, {Range{45, 832}, &Range{1, 66}}},
	}
}

func mustDrawFramesOfTwo(t interface{ Fatal(...any) }, plan FramesOfTwo) FramesOfTwoSelection {
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// framesTwoNaive lists all items of all sub-frames, numbered through from 1.
func framesTwoNaive(plan FramesOfTwo) []SubFrameItem {
	var list []SubFrameItem
	for k, f := range plan.Frames {
		items := plan.Items
		if f.Items != nil {
			items = f.Items
		}
		for sub := f.SubFrames.Low; sub <= f.SubFrames.High; sub++ {
			for item := items.Low; item <= items.High; item++ {
				list = append(list, SubFrameItem{Number: int64(len(list) + 1), Frame: int64(k + 1), SubFrame: sub, Item: item})
			}
		}
	}
	return list
}

func drawFramesOfTwoPlan(t *rapid.T) FramesOfTwo {
	plan := FramesOfTwo{Seed: drawSeed(t)}
	if rapid.Bool().Draw(t, "common") {
		common := drawRange(t, 9)
		plan.Items = &common
	}
	for range rapid.IntRange(1, 6).Draw(t, "frames") {
		f := FrameOfTwo{SubFrames: drawRange(t, 9)}
		if plan.Items == nil || rapid.Bool().Draw(t, "own") {
			own := drawRange(t, 9)
			f.Items = &own
		}
		plan.Frames = append(plan.Frames, f)
	}
	total := rapid.Int64Range(1, int64(len(framesTwoNaive(plan)))).Draw(t, "total")
	plan.Size = rapid.Int64Range(0, total).Draw(t, "size")
	plan.Spares = total - plan.Size
	return plan
}

func TestFramesOfTwoAreNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawFramesOfTwoPlan(t)
		ordered := func(v SubFrameItem, order int64) SubFrameItem { v.Order = order; return v }
		checkNaive(t, mustDrawFramesOfTwo(t, plan).lists(), plan.Seed, framesTwoNaive(plan), ordered, plan.Locate)
	})
}

// TestFramesOfTwoLastLine: the last line of a page is not line 0 of the next, as the manual's words would have it.
func TestFramesOfTwoLastLine(t *testing.T) {
	for number, want := range map[int64]string{
		66: "0 - 66 1 1 66", 67: "0 - 67 1 2 1", 6600: "0 - 6600 1 100 66", 6601: "0 - 6601 2 1 1",
		36_696: "0 - 36696 2 456 66", 36_697: "0 - 36697 3 45 1", 88_704: "0 - 88704 3 832 66",
	} {
		if got, err := framesTwoGuide().Locate(number); err != nil || got.String() != want {
			t.Errorf("%d is %v (%v), want %s", number, got, err, want)
		}
	}
}

func TestFramesOfTwoDrawOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawFramesOfTwoPlan(t)
		if plan.Size < 2 {
			return
		}
		first := plan
		first.Size = rapid.Int64Range(1, plan.Size-1).Draw(t, "first")
		checkDrawOn(t, mustDrawFramesOfTwo(t, first), mustDrawFramesOfTwo(t, plan), SubFrameItem.order,
			func(s FramesOfTwoSelection) int64 { return s.DrawnBefore })
	})
}

func TestFramesOfTwoRefuse(t *testing.T) {
	wide := Range{1, MaxFrame / 2}
	for _, c := range []struct {
		change  func(*FramesOfTwo)
		want    error
		message string
	}{
		{func(f *FramesOfTwo) { f.Method = "dice" }, ErrMethod, `method "dice" is unknown`},
		{func(f *FramesOfTwo) { f.Seed = "-1" }, ErrSeed, `seed "-1" is negative`},
		{func(f *FramesOfTwo) { f.Frames = nil }, ErrFrame, "frame list is empty"},
		{func(f *FramesOfTwo) { f.Items = nil }, ErrFrame, "frame 1 has no items: neither its own nor those of all"},
		{func(f *FramesOfTwo) { f.Items.High = 0 }, ErrFrame, "the first number exceeds the last (items of frame 1)"},
		{func(f *FramesOfTwo) { f.Frames[1].SubFrames.Low = 457 }, ErrFrame, "exceeds the last (sub-frames of frame 2)"},
		{func(f *FramesOfTwo) { f.Frames[2].Items = &Range{5, 4} }, ErrFrame, "exceeds the last (items of frame 3)"},
		{func(f *FramesOfTwo) { f.Frames[0].SubFrames = wide }, ErrFrame, "frame 1 has more than 1000000000000 items"},
		{func(f *FramesOfTwo) { f.Frames[0] = FrameOfTwo{wide, &Range{1, 2}} }, ErrFrame, "frame 2 and those before it"},
		{func(f *FramesOfTwo) { f.Size = 88_703 }, ErrSize, "size 88703 and 2 spares exceed the frame of 88704 units"},
		{func(f *FramesOfTwo) { f.Strict, f.Items.Low = true, -1 }, ErrFrame, "The list of items of frame 1 starts at -1"},
		{func(f *FramesOfTwo) { f.Strict, f.Frames[1].SubFrames.Low = true, -9 }, ErrFrame, "Frame 2 starts at -9"},
		{func(f *FramesOfTwo) { f.Strict, f.Frames = true, make([]FrameOfTwo, 51) }, ErrFrame, "51 frames are more than"},
		{func(f *FramesOfTwo) { f.Strict, f.Size = true, 9_999 }, ErrSize, "10,001 random numbers are more than"},
	} {
		plan := framesTwoGuide()
		c.change(&plan)
		_, err := plan.Draw()
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.message) {
			t.Errorf("%v, want %q", err, c.message)
		}
		if plan.Strict {
			plan.Strict = false
			if s := mustDrawFramesOfTwo(t, plan); len(s.Warnings) == 0 {
				t.Errorf("no warning for %q", c.message)
			}
		}
	}
	for _, number := range []int64{0, -1, 88_705} {
		if item, err := framesTwoGuide().Locate(number); !errors.Is(err, ErrFrame) {
			t.Errorf("number %d is %v (%v)", number, item, err)
		}
	}
	if _, err := (FramesOfTwo{}).Locate(1); !errors.Is(err, ErrFrame) {
		t.Error(err)
	}
}

func TestFramesOfTwoRefuseWhatTheirInputsDoNotGive(t *testing.T) {
	for message, change := range map[string]func(*FramesOfTwoSelection){
		"item 1 is 2 - 7559 2 16 35, its inputs":   func(s *FramesOfTwoSelection) { s.Sample[0].SubFrame++ },
		"item 2 is 3 - 30214 2 358 51, its inputs": func(s *FramesOfTwoSelection) { s.Sample[1].Item-- },
		"item 3 is 0 - 48495 3 223 51, its inputs": func(s *FramesOfTwoSelection) { s.Sample[2].Order = 0 },
		"spare 1 is 4 - 33903 1 414 45": func(s *FramesOfTwoSelection) {
			s.SpareItems[0].Frame = 1
		},
		"the frame size is 0, its inputs give 88704":     func(s *FramesOfTwoSelection) { s.FrameSize = 0 },
		"the frame size is 88704, its inputs give 88148": func(s *FramesOfTwoSelection) { s.Items.High-- },
		"the frame size is 88704, its inputs give 87916": func(s *FramesOfTwoSelection) {
			s.Frames[2].Items.High--
		},
		"cannot be drawn from its inputs: frame 1 has no": func(s *FramesOfTwoSelection) { s.Items = nil },
	} {
		s := mustDrawFramesOfTwo(t, framesTwoGuide())
		change(&s)
		_, err := s.DrawOn(1)
		refusesSelection(t, s, err, message)
	}
	if _, err := mustDrawFramesOfTwo(t, framesTwoGuide()).DrawOn(0); !errors.Is(err, ErrSize) {
		t.Error(err)
	}
	plan := framesTwoGuide()
	s := mustDrawFramesOfTwo(t, plan)
	plan.Items.High, plan.Frames[2].Items.High, plan.Frames[0].SubFrames.High = 1, 1, 1
	if _, err := s.redraw(); err != nil {
		t.Errorf("a selection shares memory with its plan: %v", err)
	}
}

func TestFramesOfTwoPrinterPage(t *testing.T) {
	plan := framesTwoGuide()
	plan.Spares = 0
	const want = `             claims-review mathematics - not a government program
                             FRAMES - SETS OF TWO

SEED NUMBER: 35809.13                                FRAME SIZE:        88,704

       FRAME 1: 1 THROUGH 100 BY 1 THROUGH 66 = 1 THROUGH 6,600 (6,600)
       FRAME 2: 1 THROUGH 456 BY 1 THROUGH 66 = 6,601 THROUGH 36,696 (30,096)
       FRAME 3: 45 THROUGH 832 BY 1 THROUGH 66 = 36,697 THROUGH 88,704 (52,008)

                     3 RANDOM NUMBERS IN SEQUENTIAL ORDER

  ORDER OF            RANDOM     FRAME       SUB-FRAME            ITEM
 SELECTION            NUMBER    NUMBER          NUMBER          NUMBER

        2 -            7,559         2              15              35
        3 -           30,214         2             358              52
        1 -           48,495         3             223              51
`
	got := tableLines(t, mustDrawFramesOfTwo(t, plan).WritePrinter, Heading{})
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
}

func TestFramesOfTwoJSON(t *testing.T) {
	plan := framesTwoGuide()
	plan.Size, plan.Spares = 1, 1
	s := mustDrawFramesOfTwo(t, plan)
	decimaltest.RoundTrip(t, s)
	raw, err := jsonform.Marshal(s)
	const want = `{"method":"ratstats","seed":"35809.13","frames":[{"subFrames":{"low":1,"high":100}},` +
		`{"subFrames":{"low":1,"high":456}},{"subFrames":{"low":45,"high":832},"items":{"low":1,"high":66}}],` +
		`"items":{"low":1,"high":66},"size":1,"spares":1,"frameSize":88704,` +
		`"sample":[{"order":1,"number":48495,"frame":3,"subFrame":223,"item":51}],` +
		`"spareItems":[{"order":2,"number":7559,"frame":2,"subFrame":15,"item":35}]}`
	if err != nil || string(raw) != want {
		t.Errorf("%s %v", raw, err)
	}
}

// FuzzFramesOfTwoJSON: whatever plan is decoded is refused, or drawn with items of its frames, printed and drawn on.
func FuzzFramesOfTwoJSON(f *testing.F) {
	f.Add([]byte(`{"seed":"35809.13","frames":[{"subFrames":{"low":1,"high":100}}],"items":{"low":1,"high":66},"size":3}`))
	f.Add([]byte(`{"seed":"1","frames":[{"subFrames":{"low":1,"high":1000000}}],"size":1,` +
		`"items":{"low":1,"high":1000001}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var plan FramesOfTwo
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
			sub, items := plan.Frames[item.Frame-1].SubFrames, plan.items(int(item.Frame-1))
			if item.SubFrame < sub.Low || item.SubFrame > sub.High || item.Item < items.Low || item.Item > items.High {
				t.Fatalf("%v is outside of its frame", item)
			}
		}
		if _, err := s.DrawOn(math.MaxInt64); !errors.Is(err, ErrSize) {
			t.Fatal(err)
		}
		if err := s.WritePrinter(io.Discard, Heading{}); err != nil {
			t.Fatal(err)
		}
	})
}
