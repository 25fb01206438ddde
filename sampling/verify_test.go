package sampling

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The example of the RAT-STATS User's Guide 2-7: seed 48863.78, ten of 1 to 1,000 and four spares.
var (
	guidePlan       = SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 10, Spares: 4}
	guideSequential = []int64{22, 141, 236, 247, 257, 301, 643, 650, 718, 821}
	guideSelected   = []int64{718, 643, 247, 236, 821, 650, 257, 141, 301, 22}
	guideSpares     = []int64{980, 507, 440, 557}
)

func verify(t *testing.T, plan SingleStage, r Reported[int64]) Verdict[int64, Selection] {
	t.Helper()
	verdict, err := plan.Verify(r)
	if err != nil {
		t.Fatal(err)
	}
	return verdict
}

func TestVerify(t *testing.T) {
	replaced := slices.Clone(guideSequential)
	replaced[3] = 980 // the first spare for 247
	mistyped := guidePlan
	mistyped.Seed = "48836.78"
	for name, c := range map[string]struct {
		reported       []int64
		want           Comparison
		missing, extra []int64
	}{
		"sequential order":   {guideSequential, Reproduced, nil, nil},
		"order of selection": {guideSelected, Reproduced, nil, nil},
		"another order": {[]int64{821, 22, 141, 236, 247, 257, 301, 643, 650, 718},
			OtherOrder, nil, nil},
		"a spare in it": {replaced, Differs, []int64{247}, []int64{980}},
		"one short":     {guideSequential[1:], Impossible, []int64{22}, nil},
		"repeated": {append([]int64{141}, guideSequential[1:]...), Impossible,
			[]int64{22}, nil},
		"outside": {append([]int64{1001}, guideSequential[1:]...), Impossible,
			[]int64{22}, []int64{1001}},
	} {
		got := verify(t, guidePlan, Reported[int64]{Units: c.reported})
		if got.Comparison != c.want || !slices.Equal(got.Missing, c.missing) || !slices.Equal(got.Extra, c.extra) {
			t.Errorf("%s: %s, missing %v, extra %v", name, got.Comparison, got.Missing, got.Extra)
		}
		if (got.Problems != nil) != (c.want == Impossible) {
			t.Errorf("%s: problems %v", name, got.Problems)
		}
		data, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		var back Verdict[int64, Selection]
		if err := json.Unmarshal(data, &back); err != nil || cmp.Diff(got.Selection.Sample, back.Selection.Sample) != "" || back.Comparison != got.Comparison {
			t.Errorf("%s: %v, %s", name, err, data)
		}
	}
	if got := verify(t, guidePlan, Reported[int64]{Units: replaced}); cmp.Diff([]FromSpare[int64]{{11, 980}}, got.FromSpares) != "" {
		t.Errorf("from the spares: %v", got.FromSpares)
	}
	if got := verify(t, mistyped, Reported[int64]{Units: guideSequential}); got.Comparison != Differs {
		t.Errorf("another seed: %s", got.Comparison)
	}
	for name, c := range map[string]struct {
		spares []int64
		want   Comparison
	}{
		"as generated": {guideSpares, Reproduced}, "sorted": {[]int64{440, 507, 557, 980}, OtherOrder},
		"other": {[]int64{980, 507, 440, 558}, Differs}, "fewer": {guideSpares[:3], Impossible},
	} {
		if got := verify(t, guidePlan, Reported[int64]{Units: guideSequential, Spares: c.spares}); got.SparesComparison != c.want || got.Comparison != Reproduced {
			t.Errorf("spares %s: %s", name, got.SparesComparison)
		}
	}
	documented := guidePlan
	documented.FrameDigest = "sha256:" + strings.Repeat("ab", 32)
	for digest, want := range map[string]FrameComparison{
		"": FrameNotChecked, documented.FrameDigest: FrameSame, "sha256:" + strings.Repeat("00", 32): FrameOther,
	} {
		got := verify(t, documented, Reported[int64]{Units: guideSequential, FrameDigest: digest})
		if got.Frame != want || got.Comparison != Reproduced {
			t.Errorf("digest %q: frame %s", digest, got.Frame)
		}
	}
	if got := verify(t, guidePlan, Reported[int64]{Units: guideSequential, FrameDigest: documented.FrameDigest}); got.Frame != FrameNotChecked {
		t.Errorf("a plan without a digest: frame %s", got.Frame)
	}
	if text := printout(t, verify(t, documented, Reported[int64]{Units: guideSequential}).Selection.WriteText); !strings.Contains(text, documented.FrameDigest) {
		t.Error("the printout does not name the frame")
	}
	for _, bad := range []string{"sha256:00", "00", "sha256:" + strings.Repeat("AB", 32), "md5:" + strings.Repeat("00", 32)} {
		plan := guidePlan
		plan.FrameDigest = bad
		if _, err := plan.Draw(); !errors.Is(err, ErrFrame) {
			t.Errorf("digest %q: %v", bad, err)
		}
		if _, err := guidePlan.Verify(Reported[int64]{Units: guideSequential, FrameDigest: bad}); !errors.Is(err, ErrFrame) {
			t.Errorf("digest %q: %v", bad, err)
		}
	}
	for _, m := range Methods() {
		plan := SingleStage{Method: m, Seed: "12345", Low: 5, High: 500, Size: 20}
		s, err := plan.Draw()
		if err != nil {
			t.Fatal(err)
		}
		if got := verify(t, plan, Reported[int64]{Units: inOrder(s)}); got.Comparison != Reproduced {
			t.Errorf("%s: %s", m, got.Comparison)
		}
		if m.Continues() != (m != Python && m != NumPy) {
			t.Errorf("%s continues: %v", m, m.Continues())
		}
	}
	if _, err := (SingleStage{Seed: "x", Low: 1, High: 5, Size: 1}).Verify(Reported[int64]{}); !errors.Is(err, ErrSeed) {
		t.Errorf("a plan that cannot be drawn: %v", err)
	}
}

// TestSeedSearch finds the seed of the guide's example from its numbers alone, whatever their order.
func TestSeedSearch(t *testing.T) {
	for _, numbers := range [][]int64{guideSequential, guideSelected} {
		for _, ordered := range []bool{false, true} {
			search := SeedSearch{Low: 1, High: 1000, Numbers: numbers, Ordered: ordered, Mistyped: "48836.78"}
			found, err := search.Search()
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(search, found.SeedSearch); d != "" || found.Note != SeedSearchNote {
				t.Errorf("the result does not hold what was searched for: %s", d)
			}
			matches := found.Matches
			if ordered && numbers[0] == guideSequential[0] { // the sequential order is not the order of selection
				if len(matches) != 0 {
					t.Errorf("%v", matches)
				}
				continue
			}
			if len(matches) != 1 || matches[0].State != 39711 { // random-numbers.md 1.3
				t.Fatalf("%+v", matches)
			}
			m := matches[0]
			if !slices.Contains(m.TimesOfDay, "48863.78") || !slices.Contains(m.Slips, "48863.78") {
				t.Errorf("%+v", m)
			}
			// Seeds between 32768 and 65536 within one 1/32 give the same sample (random-numbers.md 1.4).
			for _, same := range []string{"48863.75", "48863.76", "48863.77"} {
				if !slices.Contains(m.TimesOfDay, same) {
					t.Errorf("%s is not listed", same)
				}
			}
			if slices.Contains(m.TimesOfDay, "48863.79") || m.TimesOfDayCount != len(m.TimesOfDay) || m.WholeNumbersCount != len(m.WholeNumbers) {
				t.Errorf("%+v", m)
			}
			for _, seed := range append(m.TimesOfDay[:20:20], m.WholeNumbers[:20:20]...) {
				plan := guidePlan
				plan.Seed = seed
				if got := verify(t, plan, Reported[int64]{Units: guideSequential}); got.Comparison != Reproduced {
					t.Errorf("seed %s: %s", seed, got.Comparison)
				}
			}
		}
	}
}

// TestSeedSearchProperty: the search finds the seed of whatever was drawn, and nothing that does not give the numbers.
func TestSeedSearchProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := SingleStage{Seed: rapid.StringMatching(`[1-9][0-9]{0,4}\.[0-9]{2}`).Draw(t, "seed"), Low: rapid.Int64Range(-50, 50).Draw(t, "low")}
		plan.High = plan.Low + rapid.Int64Range(20, 3000).Draw(t, "frame")
		plan.Size = rapid.Int64Range(8, 20).Draw(t, "size")
		s, err := plan.Draw()
		if err != nil {
			t.Fatal(err)
		}
		number, err := parseSeed(plan.Seed)
		if err != nil {
			t.Fatal(err)
		}
		search := SeedSearch{Low: plan.Low, High: plan.High, Numbers: numbersOf(s.Sample)}
		var place = map[int64]int{}
		for i, n := range search.Numbers {
			place[n-plan.Low] = i
		}
		frame := float64(s.FrameSize)
		found := false
		seen := make([]int, len(search.Numbers))
		for state := range 1 << 16 {
			found = found || search.gives(state, frame, place, seen) && state == stateOf(seedDouble(number))
		}
		if !found {
			t.Fatalf("the state of seed %s was not found", plan.Seed)
		}
	})
}

// TestSeedSearchOfMany: one number of two is drawn by half of all states; of each the first twenty seeds are listed.
func TestSeedSearchOfMany(t *testing.T) {
	if testing.Short() {
		t.Skip("tries all seeds")
	}
	both := 0
	for n := range int64(2) {
		found, err := SeedSearch{Low: 0, High: 1, Numbers: []int64{n}}.Search()
		if err != nil {
			t.Fatal(err)
		}
		both += len(found.Matches)
		for _, m := range found.Matches {
			if len(m.TimesOfDay) > 20 || len(m.WholeNumbers) > 20 || m.TimesOfDayCount < len(m.TimesOfDay) {
				t.Fatalf("%+v", m)
			}
		}
	}
	if both != 1<<16 {
		t.Errorf("%d states draw 0 or 1", both)
	}
}

func TestSeedSearchRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		s    SeedSearch
		want error
	}{
		"no numbers":       {SeedSearch{Low: 1, High: 9}, ErrSize},
		"repeated":         {SeedSearch{Low: 1, High: 9, Numbers: []int64{3, 3}}, ErrReported},
		"outside":          {SeedSearch{Low: 1, High: 9, Numbers: []int64{3, 10}}, ErrReported},
		"more than frame":  {SeedSearch{Low: 1, High: 2, Numbers: []int64{1, 2, 3}}, ErrSize},
		"low beyond high":  {SeedSearch{Low: 9, High: 1, Numbers: []int64{1}}, ErrFrame},
		"the whole frame":  {SeedSearch{Low: 1, High: 2, Numbers: []int64{1, 2}}, ErrSize},
		"nearly the frame": {SeedSearch{Low: 1, High: 5000, Numbers: firstNumbers(4951)}, ErrSize},
		"99 of 100":        {SeedSearch{Low: 1, High: 5000, Numbers: firstNumbers(4950)}, nil},
		"nobody has these": {SeedSearch{Low: 1, High: 100000, Numbers: []int64{1, 2, 3, 4, 5, 6, 7, 8}}, nil},
	} {
		found, err := c.s.Search()
		if !errors.Is(err, c.want) || len(found.Matches) != 0 {
			t.Errorf("%s: %v, %v", name, found, err)
		}
	}
	if list := slips("12"); !slices.Contains(list, "21") || !slices.Contains(list, "1") || !slices.Contains(list, "112") || !slices.Contains(list, "13") || slices.Contains(list, "12") {
		t.Errorf("%v", list)
	}
}

// TestVerifyListsInJSON: lists that nothing stands in are empty, not null.
func TestVerifyListsInJSON(t *testing.T) {
	plan := Stratified{Seed: "1", Strata: []Stratum{{Name: "A", Low: 1, High: 9, Size: 2}}}
	nothing, err := plan.Verify(StratifiedReported{})
	if err != nil {
		t.Fatal(err)
	}
	empty, err := plan.Verify(StratifiedReported{Strata: []StratumReported{{Name: "A"}}})
	if err != nil {
		t.Fatal(err)
	}
	found, err := SeedSearch{Low: 1, High: 2, Numbers: []int64{1}}.Search()
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]any{
		"no strata": nothing, "no numbers of a stratum": empty, "no numbers": verify(t, guidePlan, Reported[int64]{}), "seeds": found,
	} {
		if raw, err := json.Marshal(v); err != nil || strings.Contains(string(raw), ":null") {
			t.Errorf("%s: %.300s %v", name, raw, err)
		}
	}
}

func firstNumbers(n int64) []int64 {
	list := make([]int64, n)
	for i := range list {
		list[i] = int64(i) + 1
	}
	return list
}

// TestVerifyManySpares: the time grows with the numbers, not with their product.
func TestVerifyManySpares(t *testing.T) {
	plan := SingleStage{Seed: "1", Low: 1, High: 10_000_000, Size: 1, Spares: 300_000}
	got := verify(t, plan, Reported[int64]{Units: firstNumbers(300_000)})
	if got.Comparison != Impossible || len(got.FromSpares) == 0 {
		t.Errorf("%s, %d from the spares", got.Comparison, len(got.FromSpares))
	}
}

// TestVerifyDrawnOn: of a sample that was drawn on either all units or the added ones are reported.
func TestVerifyDrawnOn(t *testing.T) {
	plan := guidePlan
	plan.DrawnBefore = 4
	added := []int64{22, 141, 257, 301, 650, 821} // all but the first four of the order of selection
	if got := verify(t, plan, Reported[int64]{Units: added}); got.Comparison != Reproduced {
		t.Errorf("the added units: %s, missing %v, extra %v", got.Comparison, got.Missing, got.Extra)
	}
	if got := verify(t, plan, Reported[int64]{Units: guideSequential}); got.Comparison != Reproduced {
		t.Errorf("all units: %s", got.Comparison)
	}
	added[0] = 23
	if got := verify(t, plan, Reported[int64]{Units: added}); got.Comparison != Differs || !slices.Equal(got.Missing, []int64{22}) {
		t.Errorf("another unit: %s, missing %v", got.Comparison, got.Missing)
	}
}

func BenchmarkSeedSearch100(b *testing.B) {
	s, err := SingleStage{Seed: "48863.78", Low: 1, High: 10000, Size: 100}.Draw()
	if err != nil {
		b.Fatal(err)
	}
	search := SeedSearch{Low: 1, High: 10000, Numbers: numbersOf(s.Sample)}
	for b.Loop() {
		if m, err := search.Search(); err != nil || len(m.Matches) != 1 {
			b.Fatal(m, err)
		}
	}
}
