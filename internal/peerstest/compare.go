package peerstest

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// Near fails where a figure is more than a share of the scale away from what a program in floating point has. The scale is
// the size of the numbers that the figure is a sum of, or the figure's own where it is 0.
func Near(t *testing.T, what string, got decimal.Decimal, want string, scale, share float64) {
	t.Helper()
	w, err := strconv.ParseFloat(want, 64)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if scale == 0 {
		scale = math.Abs(w)
	}
	if g := got.InexactFloat64(); !(math.Abs(g-w) <= share*scale) {
		t.Errorf("%s: %s, want %s: off by %.1e", what, got, want, math.Abs(g-w)/scale)
	}
}

// List writes numbers as the arguments of a call, with commas in between.
func List[N interface{ String() string }](numbers []N) string { return list(numbers, "") }

// Quoted writes numbers as texts, for a program that would read them in floating point.
func Quoted[N interface{ String() string }](numbers []N) string { return list(numbers, `"`) }

func list[N interface{ String() string }](numbers []N, quote string) string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = quote + n.String() + quote
	}
	return strings.Join(texts, ", ")
}

// Level returns a confidence level: one that is usual, or one of two to six digits between low and 0.9999.
func Level(r *rand.Rand, low float64) decimal.Decimal {
	if r.IntN(3) == 0 {
		usual := []string{"0.8", "0.9", "0.95", "0.99"}
		return decimal.RequireFromString(usual[r.IntN(len(usual))])
	}
	return decimal.NewFromFloat(low + (0.9999-low)*r.Float64()).Truncate(int32(2 + r.IntN(5)))
}
