package sampling

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/jsonform"
)

// otherMethods are the methods beside RAT-STATS.
var otherMethods = []Method{R, RRounding, Python, NumPy}

func drawOtherMethod(t *rapid.T) Method { return rapid.SampledFrom(otherMethods).Draw(t, "method") }

func drawWholeSeed(t *rapid.T, m Method) string {
	low, high := int64(-2147483647), int64(2147483647)
	if m == NumPy {
		low = 0
	}
	seed := big.NewInt(rapid.Int64Range(low, high).Draw(t, "seed"))
	if m == Python || m == NumPy {
		seed.Mul(seed, big.NewInt(rapid.Int64Range(1, 1<<62).Draw(t, "factor")))
	}
	return seed.String()
}

// TestEveryMethodSamples: no unit twice, all inside the frame, the order a permutation, the frame drawn whole is the
// frame, a frame elsewhere is a shift; and the result survives JSON.
func TestEveryMethodSamples(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 300)
		plan.Method = drawOtherMethod(t)
		plan.Seed = drawWholeSeed(t, plan.Method)
		plan.Size, plan.Spares = plan.Size+plan.Spares, 0
		s := mustDraw(t, plan)
		units := make(map[int64]bool)
		orders := make([]bool, plan.Size)
		for i, u := range s.Sample {
			if u.Number < plan.Low || u.Number > plan.High || units[u.Number] || orders[u.Order-1] {
				t.Fatalf("unit %v of %+v", u, plan)
			}
			if i > 0 && s.Sample[i-1].Number > u.Number {
				t.Fatalf("unit %v is not in sequential order", u)
			}
			units[u.Number], orders[u.Order-1] = true, true
		}
		if int64(len(units)) != plan.Size || s.Warnings != nil {
			t.Fatalf("%d units of %d, warnings %v", len(units), plan.Size, s.Warnings)
		}
		shifted := plan
		shifted.Low, shifted.High = 1, s.FrameSize
		list := inOrder(mustDraw(t, shifted))
		for i := range list {
			list[i] += plan.Low - 1
		}
		if !slices.Equal(list, inOrder(s)) {
			t.Fatalf("%v, shifted %v", inOrder(s), list)
		}
		raw, err := jsonform.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back Selection
		if err := jsonform.Unmarshal(raw, &back); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(s, back); d != "" {
			t.Fatal(d)
		}
	})
}

// TestShuffles holds the ways to remember a shuffled row, and the sets, against each other.
func TestShuffles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.Int64Range(1, 200).Draw(t, "count")
		frame := rapid.Int64Range(count, 40*count).Draw(t, "frame")
		seed := rapid.Int32Range(-2147483647, 2147483647).Draw(t, "seed")
		below := func() func(int64) int64 { return newRRandom(seed).rejection }
		dense, sparse := partialShuffleDense(count, frame, below()), partialShuffleSparse(count, frame, below())
		if !slices.Equal(dense, sparse) {
			t.Fatalf("dense %v, sparse %v", dense, sparse)
		}
		random := func() *pcg64 { return newPCG64(numpySeedSequence([]uint32{uint32(seed)})) }
		taken, drawn, g := map[int64]bool{}, []int64(nil), random()
		for j := frame - count; j < frame; j++ {
			v := g.below(j + 1)
			if taken[v] {
				v = j
			}
			taken[v] = true
			drawn = append(drawn, v)
		}
		if got := numpyFloyd(count, frame, random()); !slices.Equal(got, drawn) {
			t.Fatalf("Floyd %v, want %v", got, drawn)
		}
	})
}

// TestRContinues: in R, drawing on is one longer draw, spares included.
func TestRContinues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawPlan(t, 200)
		plan.Method = rapid.SampledFrom([]Method{R, RRounding}).Draw(t, "method")
		plan.Seed = drawWholeSeed(t, plan.Method)
		whole := mustDraw(t, plan)
		if plan.Size == 0 {
			return
		}
		first := plan
		first.Size = rapid.Int64Range(1, plan.Size).Draw(t, "first")
		s := mustDraw(t, first)
		if got, want := inOrder(s), inOrder(whole); !slices.Equal(got, want[:len(got)]) {
			t.Fatalf("%v does not begin %v", got, want)
		}
		if first.Size < plan.Size {
			more, err := s.DrawOn(plan.Size - first.Size)
			if err != nil || !slices.Equal(inOrder(more), inOrder(whole)) {
				t.Fatalf("%v (%v), want %v", more, err, whole)
			}
		}
	})
}

// TestRChangesItsAlgorithm at half of a frame of more than ten million units, so that longer lists begin otherwise.
func TestRChangesItsAlgorithm(t *testing.T) {
	for _, c := range []struct {
		from, to, frame int64
		refused         bool
	}{
		{1, 10_000_000, 10_000_000, false},
		{1, 5_000_000, 10_000_001, false},
		{1, 5_000_001, 10_000_001, true},
		{5_000_000, 5_000_001, 10_000_001, true},
		{5_000_001, 5_000_002, 10_000_001, false},
		{5_000_000, 5_000_001, 10_000_002, false},
		{5_000_001, 5_000_002, 10_000_002, true},
		{1, 10_000_000, 1_000_000_000_000, false},
	} {
		for _, m := range []Method{R, RRounding} {
			err := m.continues(c.from, c.to, c.frame)
			if errors.Is(err, ErrDrawOn) != c.refused || (err != nil) != c.refused {
				t.Errorf("%s from %d to %d of %d: %v", m, c.from, c.to, c.frame, err)
			}
		}
	}
	// The two agree until a number comes again; see the lists of R for both.
	low, high := methodOffsets(t, R, 10_000, 10_000_001), methodOffsets(t, R, 5_000_001, 10_000_001)
	if slices.Equal(low, high[:10_000]) {
		t.Error("the two algorithms of R agree")
	}
	plan := SingleStage{Method: R, Seed: "1", Low: 1, High: 10_000_001, Size: 5, Spares: 5_000_000}
	if _, err := plan.Draw(); !errors.Is(err, ErrDrawOn) {
		t.Errorf("spares beyond half: %v", err)
	}
	plan.DrawnBefore, plan.Size, plan.Spares = 5, 5_000_001, 0
	if _, err := plan.Draw(); !errors.Is(err, ErrDrawOn) {
		t.Errorf("drawn on beyond half: %v", err)
	}
	plan.DrawnBefore, plan.Size, plan.Spares = 0, 0, 5
	if _, err := mustDraw(t, plan).DrawOn(5_000_000); !errors.Is(err, ErrDrawOn) {
		t.Errorf("spares drawn on beyond half: %v", err)
	}
}

func methodOffsets(t testing.TB, m Method, count, frame int64) []int64 {
	t.Helper()
	list, err := m.offsets("1", count, frame)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestAloneMethods: Python and NumPy give lists that a longer one need not begin with, so that they are not drawn on.
func TestAloneMethods(t *testing.T) {
	if slices.Equal(methodOffsets(t, Python, 21, 200), methodOffsets(t, Python, 22, 200)[:21]) {
		t.Error("Python continues")
	}
	if slices.Equal(methodOffsets(t, NumPy, 5, 1000), methodOffsets(t, NumPy, 6, 1000)[:5]) {
		t.Error("NumPy continues")
	}
	for _, m := range []Method{Python, NumPy} {
		plan := SingleStage{Method: m, Seed: "1", Low: 1, High: 1000, Size: 10}
		_, err := mustDraw(t, plan).DrawOn(5)
		refused := map[string]error{"drawing on": err}
		plan.Spares = 1
		_, refused["spares"] = plan.Draw()
		plan.Spares, plan.DrawnBefore = 0, 5
		_, refused["drawn before"] = plan.Draw()
		for what, err := range refused {
			if !errors.Is(err, ErrDrawOn) || !strings.Contains(err.Error(), secondDraw) {
				t.Errorf("%s, %s: %v", m, what, err)
			}
		}
		plan.Size, plan.Spares, plan.DrawnBefore = 0, 10, 0 // a list of its own
		if s := mustDraw(t, plan); !slices.Equal(inOrder(s), oneBased(methodOffsets(t, m, 10, 1000))) {
			t.Errorf("%s, spares alone: %v", m, s)
		}
	}
}

func oneBased(offsets []int64) []int64 {
	for i := range offsets {
		offsets[i]++
	}
	return offsets
}

// TestStrict: RAT-STATS' limits are errors for RAT-STATS if it is asked for, and nothing for other methods.
func TestStrict(t *testing.T) {
	for _, c := range []struct {
		plan SingleStage
		want error
	}{
		{SingleStage{Low: 1, High: 20_000, Size: 9_000, Spares: 1_001}, ErrSize},
		{SingleStage{Low: 1, High: 10, Size: 10}, ErrSize},
		{SingleStage{Low: -1, High: 10, Size: 3}, ErrFrame},
		{SingleStage{Low: 0, High: 10, Size: 3}, nil},
	} {
		c.plan.Seed, c.plan.Strict = "1", true
		if _, err := c.plan.Draw(); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c.plan, err)
		}
		c.plan.Method = R
		if s := mustDraw(t, c.plan); s.Warnings != nil {
			t.Errorf("%+v: %v", c.plan, s.Warnings)
		}
	}
}

// TestMethodOnPrintouts: a printout names the method, its seed as a whole number and the call that repeats it.
func TestMethodOnPrintouts(t *testing.T) {
	for _, c := range []struct {
		method         Method
		seed, as, call string
		low            int64
	}{
		{R, "-12,345", "-12345", "set.seed(-12345); sample.int(100, 3)", 1},
		{R, "007", "7", "set.seed(7); sample.int(100, 3) + 99", 100},
		{RRounding, "1", "1", `set.seed(1, sample.kind = "Rounding"); sample.int(100, 3) - 1`, 0},
		{Python, "99999999999999999999999999999999999999999999", "99999999999999999999999999999999999999999999",
			"random.Random(99999999999999999999999999999999999999999999).sample(range(-5, 95), 3)", -5},
		{NumPy, "42", "42", "numpy.random.default_rng(42).choice(100, 3, replace=False) + 1", 1},
		{NumPy, "42", "42", "numpy.random.default_rng(42).choice(100, 3, replace=False)", 0},
	} {
		s := mustDraw(t, SingleStage{Method: c.method, Seed: c.seed, Low: c.low, High: c.low + 99, Size: 3})
		text := printout(t, s.WriteText)
		for _, want := range []string{
			"SEED NUMBER: " + c.as + " ", "\n       " + c.call + "\n", "\n       METHOD: ",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", c.method, want, text)
			}
		}
		if s.Seed != c.seed {
			t.Errorf("seed %s became %s", c.seed, s.Seed)
		}
	}
	if text := printout(t, mustDraw(t, base).WriteText); strings.Contains(text, "METHOD") {
		t.Errorf("RAT-STATS' own printout:\n%s", text)
	}
	for _, s := range []SingleStage{base, {Method: "dice", Seed: "1"}, {Method: R, Seed: "x"}} {
		if got := s.Call(); got != "" {
			t.Errorf("%+v is called by %s", s, got)
		}
	}
	if got := (Selection{SingleStage: SingleStage{Method: "dice"}}).methodNotes(); got != nil {
		t.Errorf("%v", got)
	}
}

// TestUnknownMethod: what is unknown is refused at every door.
func TestUnknownMethod(t *testing.T) {
	_, offsets := Method("dice").offsets("1", 1, 1)
	_, digits := SeedFromDigits("dice", "1")
	for _, err := range []error{offsets, digits, Method("dice").continues(1, 2, 3)} {
		if !errors.Is(err, ErrMethod) {
			t.Error(err)
		}
	}
}
