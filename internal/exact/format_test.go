package exact

import (
	"math"
	"testing"

	"github.com/shopspring/decimal"
)

// TestFormatsNeverExpand: what JSON lets an exponent be is written with that exponent.
func TestFormatsNeverExpand(t *testing.T) {
	large, small := decimal.New(-12, math.MaxInt32), decimal.New(7, math.MinInt32)
	for got, want := range map[string]string{
		Commas(large, 2): "-12E2147483647", Print(small, 2): "7E-2147483648", Fixed(small, 0): "7E-2147483648",
		Fixed(decimal.New(0, math.MaxInt32), 2): "0E2147483647", Percent(large): "-12E2147483647%",
		String(InPercent(large)): "-1200E2147483647", String(InPercent(decimal.New(905, -3))): "90.5",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for d, want := range map[decimal.Decimal]int{large: 0, small: 0, decimal.New(125, -2): 2, decimal.New(5, 3): 0} {
		if got := Places(d); got != want {
			t.Errorf("%s has %d places, want %d", String(d), got, want)
		}
	}
}
