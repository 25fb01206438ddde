package sampling

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// TestSecondByHand: seed 48863.78 out of 1 to 1000 gives 718, 643, 247, 236, 821, 650, 257, 141, 301, 22, 980, 507,
// 440, 557 (User's Guide 2-7). Without 643, 236 and 22, five numbers and two spares are 718, 247, 821, 650, 257 and
// 141, 301.
func TestSecondByHand(t *testing.T) {
	plan := Second{Plan: SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 5, Spares: 2},
		Earlier: []int64{22, 643, 236}}
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	want := []Unit{{2, 247}, {5, 257}, {4, 650}, {1, 718}, {3, 821}}
	if !slices.Equal(s.Sample, want) || !slices.Equal(s.SpareUnits, []Unit{{6, 141}, {7, 301}}) ||
		!slices.Equal(s.PassedOver, []int64{643, 236}) {
		t.Errorf("%+v", s)
	}
	if s.FrameSize != 1000 || s.Available != 997 || exact.String(s.Summation) != "3135" || s.Plan.Method != RATSTATS {
		t.Errorf("%+v", s)
	}
	decimaltest.RoundTrip(t, s, equalDecimals)
}

// TestSecondIsNaive: numbers are thrown away one by one, for a method whose draws are continued.
func TestSecondIsNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 120)
		frame := plan.High - plan.Low + 1
		earlier := rapid.SliceOfNDistinct(rapid.Int64Range(plan.Low, min(plan.High, plan.Low+200)), 0,
			int(min(frame-plan.Size-plan.Spares, 60)), rapid.ID).Draw(t, "earlier")
		s, err := Second{Plan: plan, Earlier: earlier}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		var want, passed []int64
		total := plan.Size + plan.Spares
		for _, n := range naiveDraw(plan.Seed, plan.Low, plan.High, total+int64(len(earlier))) {
			if int64(len(want)) == total {
				break
			}
			if slices.Contains(earlier, n) {
				passed = append(passed, n)
			} else {
				want = append(want, n)
			}
		}
		got := inOrder(Selection{Sample: s.Sample, SpareUnits: s.SpareUnits})
		if !slices.Equal(got, want) || !slices.Equal(s.PassedOver, passed) || int64(len(s.Sample)) != plan.Size {
			t.Fatalf("%v, want %v; passed over %v, want %v", got, want, s.PassedOver, passed)
		}
		again, err := s.Second.Draw()
		if err != nil || !cmp.Equal(s, again, equalDecimals) {
			t.Fatal(cmp.Diff(s, again, equalDecimals), err)
		}
		if len(earlier) == 0 {
			one := mustDraw(t, plan)
			if !cmp.Equal(one.Sample, s.Sample) || !cmp.Equal(one.Summation, s.Summation, equalDecimals) {
				t.Fatal("nothing drawn earlier is not a first draw")
			}
		}
	})
}

// TestSecondOfEveryMethod: the rest of the frame is drawn whatever the method is, spares included.
func TestSecondOfEveryMethod(t *testing.T) {
	for _, m := range []Method{"", RATSTATS, R, RRounding, Python, NumPy} {
		s, err := Second{Plan: SingleStage{Method: m, Seed: "42", Low: 11, High: 20, Size: 5, Spares: 2},
			Earlier: []int64{12, 19, 20}}.Draw()
		if err != nil {
			t.Errorf("%s: %v", m, err)
			continue
		}
		got := unitNumbers(append(s.Sample, s.SpareUnits...))
		slices.Sort(got)
		if !slices.Equal(got, []int64{11, 13, 14, 15, 16, 17, 18}) || len(s.SpareUnits) != 2 || len(s.Warnings) != 0 {
			t.Errorf("%s: %+v", m, s)
		}
	}
}

func TestSecondRefuses(t *testing.T) {
	plan := SingleStage{Seed: "1", Low: 1, High: 9, Size: 2}
	with := func(change func(*SingleStage)) SingleStage {
		p := plan
		change(&p)
		return p
	}
	for name, c := range map[string]struct {
		s    Second
		want error
		says string
	}{
		"earlier": {Second{plan, []int64{1, 10, 1, 0}}, ErrEarlier,
			"3 numbers: 10 is outside the frame; 1 stands twice; 0 is"},
		"frame":    {Second{Plan: with(func(p *SingleStage) { p.High = 0 })}, ErrFrame, ""},
		"negative": {Second{Plan: with(func(p *SingleStage) { p.Size = -1 })}, ErrSize, "negative"},
		"nothing":  {Second{Plan: with(func(p *SingleStage) { p.Size = 0 })}, ErrSize, "nothing"},
		"before":   {Second{Plan: with(func(p *SingleStage) { p.DrawnBefore = 1 })}, ErrSize, "drawn before"},
		"left":     {Second{plan, []int64{1, 2, 3, 4, 5, 6, 7, 8}}, ErrSize, "the 1 units that were not drawn earlier"},
		"spares":   {Second{with(func(p *SingleStage) { p.Spares = 7 }), []int64{1}}, ErrSize, "8 units"},
		"units":    {Second{Plan: SingleStage{Seed: "1", Low: 1, High: 1e9, Size: MaxUnits, Spares: 1}}, ErrSize, "one draw"},
		"seed":     {Second{Plan: with(func(p *SingleStage) { p.Seed = "" })}, ErrSeed, ""},
		"method":   {Second{Plan: with(func(p *SingleStage) { p.Method = "x" })}, ErrMethod, ""},
	} {
		if _, err := c.s.Draw(); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzSecondJSON: whatever is decoded is refused or gives new numbers only.
func FuzzSecondJSON(f *testing.F) {
	f.Add([]byte(`{"plan":{"seed":"1","low":1,"high":9,"size":2,"spares":1},"earlier":[3,4]}`))
	f.Add([]byte(`{"plan":{"method":"numpy","seed":"1","low":-9,"high":9,"size":2,"spares":1},"earlier":[3,3]}`))
	known := []error{ErrEarlier, ErrMethod, ErrSeed, ErrFrame, ErrSize}
	f.Fuzz(func(t *testing.T, data []byte) {
		var plan Second
		if jsonform.Unmarshal(data, &plan) != nil || plan.Plan.Size > 500 || plan.Plan.Spares > 500 {
			return
		}
		s, err := plan.Draw()
		if err != nil {
			if !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		for _, u := range append(s.Sample, s.SpareUnits...) {
			if slices.Contains(plan.Earlier, u.Number) {
				t.Fatal(u)
			}
		}
	})
}
