package sampling

import (
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

func unitNumbers(units []Unit) []int64 {
	list := []int64{}
	for _, u := range units {
		list = append(list, u.Number)
	}
	return list
}

// TestSystematicPublished: 50 of 8,200 items are every 164th; from item 35 on these are 35, 199, 363 and so on
// (35 + 164 and so on, by hand). In the fractional variant item
// u has the points 50u-49 ... 50u of the line, so that any of the starts 1701 ... 1750 means item 35.
func TestSystematicPublished(t *testing.T) {
	got := unitNumbers(systematicClassic(35, 164, 8200))
	if !slices.Equal(got[:3], []int64{35, 199, 363}) || len(got) != 50 || got[49] != 35+49*164 {
		t.Error(got)
	}
	for _, start := range []int64{1701, 1750} {
		if fractional := unitNumbers(systematicFractional(start, 8200, 50)); !slices.Equal(got, fractional) {
			t.Error(fractional)
		}
	}
}

// TestSystematicByHand: 5 of 23 units. Each unit has 5 points of a line of 115; from the start 7 the points are 7,
// 30, 53, 76, 99, in the units ceil(7/5) = 2, 6, ceil(53/5) = 11, ceil(76/5) = 16, ceil(99/5) = 20. The classic
// interval is floor(23/5) = 4: starts 1, 2, 3 give six units, start 4 gives 4, 8, 12, 16, 20.
func TestSystematicByHand(t *testing.T) {
	if got := unitNumbers(systematicFractional(7, 23, 5)); !slices.Equal(got, []int64{2, 6, 11, 16, 20}) {
		t.Error(got)
	}
	for start, want := range map[int64][]int64{3: {3, 7, 11, 15, 19, 23}, 4: {4, 8, 12, 16, 20}} {
		if got := unitNumbers(systematicClassic(start, 4, 23)); !slices.Equal(got, want) {
			t.Error(got)
		}
	}
}

// TestSystematicAllStarts: over all starts every unit is selected by n of N (fractional) or one of k (classic).
func TestSystematicAllStarts(t *testing.T) {
	for frame := int64(1); frame <= 40; frame++ {
		for size := int64(1); size <= frame; size++ {
			hits := make([]int64, frame+1)
			for start := int64(1); start <= frame; start++ {
				units := systematicFractional(start, frame, size)
				for i, u := range units {
					hits[u.Number]++
					if i > 0 && u.Number <= units[i-1].Number || u.Order != int64(i+1) {
						t.Fatal(units)
					}
				}
			}
			for _, n := range hits[1:] {
				if n != size {
					t.Fatalf("%d of %d: %v", size, frame, hits[1:])
				}
			}
			hits = make([]int64, frame+1)
			for start := int64(1); start <= frame/size; start++ {
				units := systematicClassic(start, frame/size, frame)
				if int64(len(units)) < size {
					t.Fatalf("%d of %d: %v", size, frame, units)
				}
				for _, u := range units {
					hits[u.Number]++
				}
			}
			for _, n := range hits[1:] {
				if n != 1 {
					t.Fatalf("%d of %d: %v", size, frame, hits[1:])
				}
			}
		}
	}
}

func TestSystematicDraw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := Systematic{Seed: drawSeed(t), Low: rapid.SampledFrom([]int64{1, 0, -17, 500}).Draw(t, "low")}
		frame := rapid.OneOf(rapid.Int64Range(1, 2000), rapid.Just(int64(MaxFrame))).Draw(t, "frame")
		plan.High = plan.Low + frame - 1
		plan.Size = rapid.Int64Range(1, min(frame, 300)).Draw(t, "size")
		plan.Variant = rapid.SampledFrom([]Variant{"", Fractional, Classic}).Draw(t, "variant")
		s, err := plan.Draw()
		if err != nil {
			t.Fatal(err)
		}
		starts := frame
		if s.Variant == Classic {
			starts = frame / plan.Size
		}
		single := mustDraw(t, SingleStage{Seed: plan.Seed, Low: 1, High: starts, Size: 1})
		if s.Start != single.Sample[0].Number || s.FrameSize != frame || s.Method != RATSTATS {
			t.Fatalf("%+v", s)
		}
		n := int64(len(s.Sample))
		if (n != plan.Size) != (len(s.Warnings) == 1) || n < plan.Size || s.Variant == Fractional && n != plan.Size {
			t.Fatalf("%d units for %d: %v", n, plan.Size, s.Warnings)
		}
		for i, u := range s.Sample {
			// The exact place: the unit that holds the point (start + i*N)/n, or start + i*k.
			want := s.Start + int64(i)*starts
			if s.Variant == Fractional {
				point := new(big.Int).Add(big.NewInt(s.Start-1), new(big.Int).Mul(big.NewInt(int64(i)), big.NewInt(frame)))
				want = point.Quo(point, big.NewInt(plan.Size)).Int64() + 1
			}
			if u.Number != want+plan.Low-1 || u.Number > plan.High {
				t.Fatalf("unit %d is %v, want %d", i, u, want+plan.Low-1)
			}
		}
		again, err := s.Systematic.Draw()
		if err != nil || !cmp.Equal(s, again, equalDecimals) {
			t.Fatal(cmp.Diff(s, again, equalDecimals), err)
		}
	})
	s, err := Systematic{Seed: "1", Low: 1, High: 1000, Size: 7}.Draw()
	if err != nil || exact.String(s.Interval) != "142.85714285714285714" {
		t.Error(s.Interval, err)
	}
	decimaltest.RoundTrip(t, s, equalDecimals)
	if testing.Short() {
		return
	}
	// The largest line of points does not fit 63 bits.
	last := systematicFractional(MaxFrame, MaxFrame, MaxUnits)[MaxUnits-1].Number
	if last != MaxFrame {
		t.Errorf("the last unit of the last start is %d", last)
	}
}

func TestSystematicRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		plan Systematic
		want error
	}{
		"variant": {Systematic{Seed: "1", Low: 1, High: 9, Size: 2, Variant: "x"}, ErrVariant},
		"frame":   {Systematic{Seed: "1", Low: 9, High: 1, Size: 2}, ErrFrame},
		"zero":    {Systematic{Seed: "1", Low: 1, High: 9}, ErrSize},
		"size":    {Systematic{Seed: "1", Low: 1, High: 9, Size: 10}, ErrSize},
		"units":   {Systematic{Seed: "1", Low: 1, High: 1e9, Size: MaxUnits + 1}, ErrSize},
		"seed":    {Systematic{Low: 1, High: 9, Size: 2}, ErrSeed},
		"method":  {Systematic{Method: "x", Seed: "1", Low: 1, High: 9, Size: 2}, ErrMethod},
	} {
		if _, err := c.plan.Draw(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzSystematicJSON: whatever is decoded is refused or drawn inside the frame.
func FuzzSystematicJSON(f *testing.F) {
	f.Add([]byte(`{"seed":"1","low":1,"high":1000,"size":7,"variant":"classic"}`))
	f.Add([]byte(`{"method":"r","seed":"1","low":-5,"high":1000,"size":7}`))
	known := []error{ErrVariant, ErrMethod, ErrSeed, ErrFrame, ErrSize}
	f.Fuzz(func(t *testing.T, data []byte) {
		var plan Systematic
		if jsonform.Unmarshal(data, &plan) != nil || plan.Size > 500 {
			return
		}
		s, err := plan.Draw()
		if err != nil {
			if !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		for _, u := range s.Sample {
			if u.Number < plan.Low || u.Number > plan.High {
				t.Fatal(u)
			}
		}
	})
}
