package sampling

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/jsonform"
)

// drawPlan generates plans of up to most units: frames that are sampled whole, crowded, thin, and as large as they
// get.
func drawPlan(t *rapid.T, most int64) SingleStage {
	total := rapid.Int64Range(1, most).Draw(t, "total")
	frame := total
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 1:
		frame = rapid.Int64Range(total, 15*total).Draw(t, "frame")
	case 2:
		frame = rapid.Int64Range(16*total, 1000*total).Draw(t, "frame")
	case 3:
		frame = rapid.Int64Range(MaxFrame/2, MaxFrame).Draw(t, "frame")
	}
	low := rapid.SampledFrom([]int64{1, 1, 0, -17, 1346, -MaxNumber, MaxNumber - frame + 1}).Draw(t, "low")
	size := rapid.Int64Range(0, total).Draw(t, "size")
	return SingleStage{Seed: drawSeed(t), Low: low, High: low + frame - 1, Size: size, Spares: total - size}
}

func drawSeed(t *rapid.T) string {
	cents := rapid.OneOf(rapid.Int64Range(0, 8640000), rapid.Int64Range(0, 999_999_999_999_999)).Draw(t, "cents")
	return fmt.Sprintf("%d.%02d", cents/100, cents%100)
}

func mustDraw(t interface{ Fatal(...any) }, s SingleStage) Selection {
	r, err := s.Draw()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// inOrder returns the numbers of a selection in the order they were drawn.
func inOrder(s Selection) []int64 {
	list := make([]int64, len(s.Sample)+len(s.SpareUnits))
	for _, u := range slices.Concat(s.Sample, s.SpareUnits) {
		list[u.Order-1] = u.Number
	}
	return list
}

func TestDrawIsNaiveDraw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 150)
		want := naiveDraw(plan.Seed, plan.Low, plan.High, plan.Size+plan.Spares)
		if got := inOrder(mustDraw(t, plan)); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

// TestDrawIsNaiveDrawLarge reaches the sort of many keys, and numbers that come again after the first round of a thin
// frame.
func TestDrawIsNaiveDrawLarge(t *testing.T) {
	for _, plan := range []SingleStage{
		{Seed: "1357", Low: 1, High: 90_000, Size: 5000},
		{Seed: "7533", Low: -3, High: 1_000_000_000, Size: 1500, Spares: 700},
		{Seed: "0", Low: 1, High: 1500, Size: 1500},
	} {
		want := naiveDraw(plan.Seed, plan.Low, plan.High, plan.Size+plan.Spares)
		if got := inOrder(mustDraw(t, plan)); !slices.Equal(got, want) {
			t.Errorf("%+v: differs from the naive draw", plan)
		}
	}
}

func TestSelectionIsASample(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 3000)
		s := mustDraw(t, plan)
		if int64(len(s.Sample)) != plan.Size || int64(len(s.SpareUnits)) != plan.Spares {
			t.Fatalf("%d units and %d spares", len(s.Sample), len(s.SpareUnits))
		}
		if !slices.IsSortedFunc(s.Sample, func(a, b Unit) int { return order(a.Number, b.Number) }) {
			t.Error("the sample is not in sequential order")
		}
		orders, numbers, sum := map[int64]bool{}, map[int64]bool{}, int64(0)
		for i, u := range slices.Concat(s.Sample, s.SpareUnits) {
			spare := i >= len(s.Sample)
			if u.Number < plan.Low || u.Number > plan.High {
				t.Errorf("%v is outside the frame", u)
			}
			if u.Order < 1 || u.Order > plan.Size && !spare || spare && u.Order != int64(i+1) {
				t.Errorf("%v has a wrong order", u)
			}
			orders[u.Order], numbers[u.Number] = true, true
			sum += u.Number - plan.Low
		}
		total := plan.Size + plan.Spares
		if int64(len(orders)) != total || int64(len(numbers)) != total {
			t.Errorf("%d different orders and %d different numbers for %d units", len(orders), len(numbers), total)
		}
		if total == s.FrameSize && int64(len(numbers)) != plan.High-plan.Low+1 {
			t.Error("all units of the frame are not the frame")
		}
		if got := s.Summation.BigInt().String(); got != bigSum(sum, plan.Low, total) {
			t.Errorf("summation %s, want %s", got, bigSum(sum, plan.Low, total))
		}
	})
}

func TestWholeFrame(t *testing.T) {
	s := mustDraw(t, SingleStage{Seed: "1", Low: 1, High: 100_000, Size: 100_000})
	for i, u := range s.Sample {
		if u.Number != int64(i+1) {
			t.Fatalf("unit %d has the number %d", i+1, u.Number)
		}
	}
}

func TestMoreSparesNeverChangeTheSample(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 400)
		want := mustDraw(t, plan)
		fewer := plan
		fewer.Spares = rapid.Int64Range(0, plan.Spares).Draw(t, "fewer")
		if fewer.Size+fewer.Spares == 0 {
			return
		}
		got := mustDraw(t, fewer)
		if !slices.Equal(got.Sample, want.Sample) || !slices.Equal(got.SpareUnits, want.SpareUnits[:fewer.Spares]) {
			t.Fatalf("%v %v\nwith more spares %v %v", got.Sample, got.SpareUnits, want.Sample, want.SpareUnits)
		}
	})
}

func TestDrawOnIsOneDraw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 400)
		if plan.Size == 0 {
			return
		}
		want := mustDraw(t, plan)
		first := plan
		first.Size = rapid.Int64Range(0, plan.Size).Draw(t, "first")
		if first.Size+first.Spares == 0 {
			return
		}
		s := mustDraw(t, first)
		for s.Size < plan.Size {
			before := s
			more := rapid.Int64Range(1, plan.Size-s.Size).Draw(t, "more")
			var err error
			if s, err = s.DrawOn(more); err != nil {
				t.Fatal(err)
			}
			if s.DrawnBefore != before.Size || int64(len(s.Additional())) != more {
				t.Fatalf("%d drawn before, %d additional", s.DrawnBefore, len(s.Additional()))
			}
			both := slices.Concat(before.Sample, s.Additional())
			slices.SortFunc(both, func(a, b Unit) int { return order(a.Number, b.Number) })
			if !slices.Equal(both, s.Sample) {
				t.Fatalf("the first %v and the additional %v are not %v", before.Sample, s.Additional(), s.Sample)
			}
		}
		s.DrawnBefore = 0
		if d := cmp.Diff(want, s); d != "" {
			t.Fatal(d)
		}
		if !slices.Equal(want.Additional(), want.Sample) {
			t.Error("a first draw is not all additional")
		}
	})
}

func TestNegativeLowIsAShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 400)
		shifted := plan
		shifted.High += 1 - plan.Low
		shifted.Low = 1
		got, want := mustDraw(t, plan), mustDraw(t, shifted)
		for _, list := range [][]Unit{want.Sample, want.SpareUnits} {
			for i := range list {
				list[i].Number += plan.Low - 1
			}
		}
		if !slices.Equal(got.Sample, want.Sample) || !slices.Equal(got.SpareUnits, want.SpareUnits) {
			t.Fatalf("%v, shifted %v", got, want)
		}
	})
}

func TestJSONRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 60)
		plan.DrawnBefore = rapid.Int64Range(0, max(0, plan.Size-1)).Draw(t, "before")
		want := mustDraw(t, plan)
		raw, err := jsonform.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got Selection
		if err := jsonform.Unmarshal(raw, &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
		if _, err := got.redraw(); err != nil {
			t.Fatal(err)
		}
	})
}

// order compares two numbers for a sort, also where an int has 32 bits.
func order(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
