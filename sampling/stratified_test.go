package sampling

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/jsonform"
)

func stratifiedPlan() Stratified {
	return Stratified{Seed: "48863.78", Strata: []Stratum{
		{Name: "Inpatient", Low: 1, High: 400, Size: 5, Spares: 2},
		{Name: "Outpatient", Low: 1, High: 2600, Size: 8},
		{Name: "Pharmacy", Low: 1, High: 90, Size: 2, Spares: 1, Seed: "1,357"},
	}}
}

// TestStratifiedSeeds: SHA-256 of "48863.78\nInpatient", its first eight bytes as an integer, modulo 8,640,000,
// computed with Python's hashlib.
func TestStratifiedSeeds(t *testing.T) {
	s, err := stratifiedPlan().Draw()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"38122.82", "30354.71", "1,357"} {
		got := s.Selections[i]
		if got.Selection.Seed != want || got.SeedDerived == (i == 2) {
			t.Errorf("%s: seed %s, want %s", got.Name, got.Selection.Seed, want)
		}
	}
	if s.Size != 15 || s.Spares != 3 || s.FrameSize != 3090 || s.Method != RATSTATS {
		t.Errorf("%+v", s)
	}
	// The seed of the plan in another way of writing gives the same.
	plan := stratifiedPlan()
	plan.Seed = "48,863.78"
	other, err := plan.Draw()
	if err != nil || !cmp.Equal(s.Selections, other.Selections, equalDecimals) {
		t.Error(cmp.Diff(s.Selections, other.Selections, equalDecimals), err)
	}
	seed, err := Stratified{Method: R, Seed: "12,345"}.stratumSeed(Stratum{Name: "Inpatient"}, 1)
	if err != nil || seed != "1094219079" {
		t.Error(seed, err)
	}
	if d := (Stratified{Method: R}).derivation(); !strings.Contains(d, "2,147,483,648") {
		t.Error(d)
	}
}

// TestStratifiedIsSingleStages: every stratum is the single stage with its seed, whatever the others are.
func TestStratifiedIsSingleStages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := Stratified{Seed: drawSeed(t), Method: rapid.SampledFrom([]Method{"", RATSTATS, R}).Draw(t, "method")}
		if plan.Method == R {
			plan.Seed = strings.Split(plan.Seed, ".")[0]
		}
		for i := range rapid.IntRange(1, 5).Draw(t, "strata") {
			n := rapid.Int64Range(1, 300).Draw(t, "frame")
			size := rapid.Int64Range(1, n).Draw(t, "size")
			plan.Strata = append(plan.Strata, Stratum{Name: fmt.Sprint("stratum ", i), Low: 10, High: n + 9, Size: size,
				Spares: rapid.Int64Range(0, n-size).Draw(t, "spares")})
		}
		s, err := plan.Draw()
		if err != nil {
			if !errors.Is(err, ErrSeed) && !errors.Is(err, ErrDrawOn) {
				t.Fatal(err)
			}
			return
		}
		for i, stratum := range plan.Strata {
			got := s.Selections[i].Selection
			want, err := SingleStage{Method: plan.Method, Seed: got.Seed, Low: stratum.Low, High: stratum.High,
				Size: stratum.Size, Spares: stratum.Spares}.Draw()
			if err != nil || !cmp.Equal(want, got, equalDecimals) {
				t.Fatal(cmp.Diff(want, got, equalDecimals), err)
			}
			if first, err := plan.stratumSeed(stratum, 1); err != nil || first != got.Seed {
				continue // derived anew, which depends on the strata before
			}
			alone := plan
			alone.Strata = plan.Strata[i : i+1]
			if one, err := alone.Draw(); err != nil || !cmp.Equal(one.Selections[0], s.Selections[i], equalDecimals) {
				t.Fatal("a stratum depends on the others", err)
			}
		}
		raw, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var back StratifiedSelection
		if err := jsonform.Unmarshal(raw, &back); err != nil || !cmp.Equal(s, back, equalDecimals) {
			t.Fatal(cmp.Diff(s, back, equalDecimals), err)
		}
		if _, err := back.redraw(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestStratifiedRefuses(t *testing.T) {
	one := Stratum{Name: "A", Low: 1, High: 9, Size: 2, Seed: "32"}
	same := Stratum{Name: "B", Low: 1, High: 9, Size: 2, Seed: "8193"} // starts the generator as 32 does
	for name, c := range map[string]struct {
		plan Stratified
		want error
	}{
		"none":         {Stratified{Seed: "1"}, ErrStratum},
		"many":         {Stratified{Seed: "1", Strata: make([]Stratum, MaxStrata+1)}, ErrStratum},
		"no name":      {Stratified{Seed: "1", Strata: []Stratum{{Low: 1, High: 9, Size: 2}}}, ErrStratum},
		"control name": {Stratified{Seed: "1", Strata: []Stratum{{Name: "A\n", Low: 1, High: 9, Size: 2}}}, ErrStratum},
		"twice":        {Stratified{Seed: "1", Strata: []Stratum{one, one}}, ErrStratum},
		"one start":    {Stratified{Strata: []Stratum{one, same}}, ErrSeed},
		"no seed":      {Stratified{Strata: []Stratum{one, {Name: "B", Low: 1, High: 9, Size: 2}}}, ErrSeed},
		"bad seed":     {Stratified{Seed: "x", Strata: []Stratum{{Name: "B", Low: 1, High: 9, Size: 2}}}, ErrSeed},
		"bad R seed": {Stratified{Method: R, Seed: "1.5", Strata: []Stratum{{Name: "B", Low: 1, High: 9, Size: 2}}},
			ErrSeed},
		"method": {Stratified{Method: "x", Seed: "1", Strata: []Stratum{one}}, ErrMethod},
		"frame":  {Stratified{Strata: []Stratum{{Name: "A", Low: 9, High: 1, Size: 2, Seed: "1"}}}, ErrFrame},
		"size":   {Stratified{Strata: []Stratum{{Name: "A", Low: 1, High: 9, Size: 10, Seed: "1"}}}, ErrSize},
		"units": {Stratified{Strata: []Stratum{{Name: "A", Low: 1, High: 1e9, Size: MaxUnits, Spares: 1,
			Seed: "1"}}}, ErrSize},
	} {
		_, err := c.plan.Draw()
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (Stratified{Method: R, Strata: []Stratum{one, same}}).Draw(); err != nil {
		t.Errorf("R starts differently: %v", err)
	}
	python := Stratified{Method: Python, Strata: []Stratum{one, same}}
	python.Strata[1].Seed = "-32"
	if _, err := python.Draw(); !errors.Is(err, ErrSeed) {
		t.Errorf("Python starts -32 and 32 alike: %v", err)
	}
}

func TestStratifiedText(t *testing.T) {
	s, err := stratifiedPlan().Draw()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := s.WriteText(&b, Heading{Audit: "Year 2"}); err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(b.String(), formFeed)
	if len(pages) != 4 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, want := range []string{"All strata", "AUDIT: Year 2 - Inpatient", "AUDIT: Year 2 - Outpatient",
		"AUDIT: Year 2 - Pharmacy"} {
		if !strings.Contains(pages[i], want) {
			t.Errorf("%q is missing in\n%s", want, pages[i])
		}
	}
	if !strings.Contains(pages[0], "* derived from the seed of the plan") {
		t.Error(pages[0])
	}
	s.Selections = slices.Clone(s.Selections)
	s.Selections[1].Name = "Other"
	if err := s.WriteText(&b, Heading{}); !errors.Is(err, ErrSelection) {
		t.Error(err)
	}
	s.Strata = nil
	if err := s.WriteText(&b, Heading{}); !errors.Is(err, ErrSelection) {
		t.Error(err)
	}
	for limit := range 2 {
		s, _ := stratifiedPlan().Draw()
		if err := s.WriteText(&failingWriter{left: limit}, Heading{}); err == nil {
			t.Error("a writer that fails is no error")
		}
	}
}

// failingWriter takes a number of writes and then fails.
type failingWriter struct{ left int }

func (w *failingWriter) Write(b []byte) (int, error) {
	if w.left--; w.left < 0 {
		return 0, errors.New("full")
	}
	return len(b), nil
}

// FuzzStratifiedJSON: whatever is decoded is refused or drawn, and what is drawn is drawn again.
func FuzzStratifiedJSON(f *testing.F) {
	f.Add([]byte(`{"seed":"1","strata":[{"name":"A","low":1,"high":9,"size":2,"spares":1}]}`))
	f.Add([]byte(`{"method":"r","strata":[{"name":"A","low":1,"high":9,"size":2,"spares":0,"seed":"3"}]}`))
	f.Add([]byte(`{"strata":[{"name":"","low":1,"high":9,"size":-2,"spares":9223372036854775807}]}`))
	known := []error{ErrStratum, ErrMethod, ErrSeed, ErrFrame, ErrSize, ErrDrawOn}
	f.Fuzz(func(t *testing.T, data []byte) {
		var plan Stratified
		if jsonform.Unmarshal(data, &plan) != nil {
			return
		}
		for _, stratum := range plan.Strata {
			if stratum.Size > 500 || stratum.Spares > 500 {
				return
			}
		}
		s, err := plan.Draw()
		if err != nil {
			if !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		if _, err := s.redraw(); err != nil {
			t.Fatal(err)
		}
	})
}

// TestManyStrata: among hundreds of strata derived seeds clash; every one gets a stream of its own all the same, and its
// seed can be worked out from the plan.
func TestManyStrata(t *testing.T) {
	plan := Stratified{Seed: "1"}
	for i := range int64(600) {
		plan.Strata = append(plan.Strata, Stratum{Name: fmt.Sprint("s", i), Low: 10*i + 1, High: 10*i + 10, Size: 2})
	}
	s, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	starts, again := map[string]bool{}, 0
	for i, one := range s.Selections {
		start := stratumStart(RATSTATS, one.Selection.Seed)
		if starts[start] {
			t.Errorf("stratum %s has the stream of another", one.Name)
		}
		starts[start] = true
		if first, err := plan.stratumSeed(plan.Strata[i], 1); err != nil || first != one.Selection.Seed {
			again++
		}
	}
	if again == 0 {
		t.Error("no two derived seeds clashed: the test shows nothing")
	}
	if same, err := plan.Draw(); err != nil || !slices.EqualFunc(same.Selections, s.Selections, func(a, b StratumSelection) bool {
		return a.Selection.Seed == b.Selection.Seed
	}) {
		t.Errorf("drawn again the seeds differ: %v", err)
	}
}

// TestStratifiedTextDerivedAnew: the printout tells how the seed of a stratum was derived whose first one clashes. Seeds by
// Python's hashlib: "12345.00\nRegion 73" and "12345.00\nRegion 207" start the generator alike.
func TestStratifiedTextDerivedAnew(t *testing.T) {
	s, err := Stratified{Seed: "12,345", Strata: []Stratum{
		{Name: "Region 73", Low: 1, High: 400, Size: 5},
		{Name: "Region 207", Low: 1, High: 400, Size: 5},
		{Name: "By hand", Low: 1, High: 400, Size: 5, Seed: "1,357"},
	}}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(printout(t, s.WriteText)), " ")
	for _, want := range []string{
		"SEED OF THE PLAN: 12345.00 ", " Region 73 73497.32 * ", " Region 207 47033.50 ** ", " By hand 1357.00 400 ",
		"** derived anew, because that seed gives the random numbers of an earlier stratum: with a line feed and the number 2 ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	first := stratifiedPlan()
	plain, err := first.Draw()
	if err != nil {
		t.Fatal(err)
	}
	if text := printout(t, plain.WriteText); strings.Contains(text, "**") {
		t.Errorf("no seed was derived anew:\n%s", text)
	}
}
