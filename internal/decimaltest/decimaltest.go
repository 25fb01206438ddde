// Package decimaltest holds what tests of several packages need of decimals: short constructors, and the decimal library
// with every setting otherwise than usual.
package decimaltest

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/jsonform"
)

// Dec returns the decimal of a text, which has to be one.
func Dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// Decs returns decimals of texts.
func Decs(texts ...string) []decimal.Decimal {
	list := make([]decimal.Decimal, len(texts))
	for i, s := range texts {
		list[i] = Dec(s)
	}
	return list
}

// Rat returns the rational of a text such as "1/3" or "0.25", which has to be one.
func Rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("no rational: " + s)
	}
	return r
}

// FlipSettings sets every setting of the decimal library that could change a figure or a byte to something else until
// the test ends. Such a test must not run beside others.
func FlipSettings(t testing.TB) {
	t.Helper()
	quotes, trim, scientific := decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation
	places, power, iterations, zero := decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent, decimal.ExpMaxIterations, decimal.Zero
	t.Cleanup(func() {
		decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = quotes, trim, scientific
		decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent, decimal.ExpMaxIterations, decimal.Zero = places, power, iterations, zero
	})
	decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros, decimal.UseScientificNotation = !quotes, !trim, !scientific
	decimal.DivisionPrecision, decimal.PowPrecisionNegativeExponent, decimal.ExpMaxIterations, decimal.Zero = 1, 1, 1, decimal.New(7, 3)
}

// RoundTrip encodes v with the settings as they are and as nobody should set them, wants the same bytes, decodes them
// strictly and wants the same value.
func RoundTrip[T any](t *testing.T, v T, options ...cmp.Option) {
	t.Helper()
	plain, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("flipped", func(t *testing.T) {
		FlipSettings(t)
		flipped, err := json.Marshal(v)
		if err != nil || string(flipped) != string(plain) {
			t.Errorf("with other settings %s, %v; want %s", flipped, err, plain)
		}
		var back T
		if err := jsonform.Unmarshal(plain, &back); err != nil {
			t.Errorf("%s: %v", plain, err)
		}
		if diff := cmp.Diff(v, back, options...); diff != "" {
			t.Errorf("%s: %s", plain, diff)
		}
	})
}
