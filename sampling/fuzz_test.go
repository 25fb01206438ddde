package sampling

import (
	"errors"
	"slices"
	"testing"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// FuzzSeedAgainstPrint: what is read as a seed is printed in the one form, and that reads as the same seed.
func FuzzSeedAgainstPrint(f *testing.F) {
	for _, s := range []string{
		"1357.00", "48863.78", "12,345", "0", ".5", "-1", "1e5", "NaN", "9999999999999.99", "1.234", "", "$5",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := parseSeed(s)
		if err != nil {
			if !errors.Is(err, ErrSeed) {
				t.Fatal(err)
			}
			return
		}
		printed := printSeed(d)
		again, err := parseSeed(printed)
		if err != nil || printSeed(again) != printed || exact.String(again) != exact.String(d) {
			t.Fatalf("%q is printed %q and reads as %v (%v)", s, printed, again, err)
		}
		if double := seedDouble(d); double < 0 || double >= 1e13 {
			t.Fatalf("%q is %v", s, double)
		}
	})
}

// FuzzPlanJSON: whatever plan is decoded is refused, or drawn like the naive draw.
func FuzzPlanJSON(f *testing.F) {
	for _, s := range []string{
		`{"seed":"48863.78","low":1,"high":1000,"size":10,"spares":4}`,
		`{"method":"ratstats","seed":"7533","low":-5,"high":5,"size":11,"spares":0}`,
		`{"seed":"1","low":1,"high":1000000000000,"size":20,"spares":5,"drawnBefore":19}`,
		`{"seed":"1","low":9223372036854775807,"high":-9223372036854775808,"size":-1}`,
		`{"seed":1}`, `{}`, `null`, `[]`, `{"Seed":"1","seed":"2"}`,
	} {
		f.Add([]byte(s))
	}
	known := []error{ErrMethod, ErrSeed, ErrFrame, ErrSize}
	f.Fuzz(func(t *testing.T, data []byte) {
		var plan SingleStage
		if jsonform.Unmarshal(data, &plan) != nil || plan.Method != "" && plan.Method != RATSTATS || plan.Size > 500 || plan.Spares > 500 {
			return
		}
		s, err := plan.Draw()
		if err != nil {
			if !slices.ContainsFunc(known, func(e error) bool { return errors.Is(err, e) }) {
				t.Fatal(err)
			}
			return
		}
		d, _ := parseSeed(plan.Seed)
		want := naiveDraw(printSeed(d), plan.Low, plan.High, plan.Size+plan.Spares)
		if got := inOrder(s); !slices.Equal(got, want) {
			t.Fatalf("%+v: %v, want %v", plan, got, want)
		}
	})
}

// FuzzSelectionJSON: whatever selection is decoded is drawn on and printed, or refused; nothing panics or hangs.
func FuzzSelectionJSON(f *testing.F) {
	f.Add([]byte(guideJSON))
	f.Add([]byte(`{"seed":"1","low":1,"high":9,"size":1,"frameSize":9,"sample":null,"summation":"1e2000000000"}`))
	f.Add([]byte(`{"seed":"1","low":1,"high":9,"size":1,"drawnBefore":-9223372036854775808}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Selection
		if jsonform.Unmarshal(data, &s) != nil || s.Size > 500 || s.Spares > 500 {
			return
		}
		s.Additional()
		if _, err := s.DrawOn(1); err != nil && !errors.Is(err, ErrSelection) && !errors.Is(err, ErrSize) && !errors.Is(err, ErrDrawOn) {
			t.Fatal(err)
		}
		if _, err := s.Sheets(Heading{}); err != nil && !errors.Is(err, ErrSelection) {
			t.Fatal(err)
		}
	})
}
