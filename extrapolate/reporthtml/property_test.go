package reporthtml

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
)

// TestScale: a scale holds its values, its ticks are round, in order and few, and places are in proportion.
func TestScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := func(name string) *big.Rat {
			return exact.Rat(decimal.New(rapid.Int64().Draw(t, name), rapid.Int32Range(-20, 20).Draw(t, name+" exponent")))
		}
		low, high := bounds(amount("a"), amount("b"))
		steps := rapid.Int64Range(1, 8).Draw(t, "steps")
		s := newScale(low, high, 60, 690, steps)
		if s.low.Cmp(low) > 0 || s.high.Cmp(high) < 0 || len(s.ticks) < 2 || int64(len(s.ticks)) > max(steps, 2)+1 {
			t.Fatalf("%v to %v: %v to %v, %d ticks for %d steps", low, high, s.low, s.high, len(s.ticks), steps)
		}
		if s.at(s.low) != "60" || s.at(s.high) != "690" || s.ticks[0].Cmp(s.low) != 0 || s.ticks[len(s.ticks)-1].Cmp(s.high) != 0 {
			t.Fatal("the ends are not at the ends")
		}
		step := new(big.Rat).Sub(s.ticks[1], s.ticks[0])
		if again := roundStep(step); again.Cmp(step) != 0 {
			t.Fatalf("a step of %v", step)
		}
		for i := 1; i < len(s.ticks); i++ {
			if new(big.Rat).Sub(s.ticks[i], s.ticks[i-1]).Cmp(step) != 0 {
				t.Fatal("ticks are not even")
			}
		}
	})
	for _, c := range []struct {
		value string
		unit  document.Unit
		want  string
	}{
		{"1234.5", document.Dollars, "$1,234.50"}, {"-20000000", document.Dollars, "-$20,000,000"}, {"12.5",
			document.Percent, "12.5%"}, {"1200", document.Count, "1,200"},
	} {
		if got := label(exact.Rat(decimaltest.Dec(c.value)), c.unit); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
