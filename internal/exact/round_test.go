package exact

import (
	"math/big"
	"testing"
)

func rat(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return r
}

func TestRound(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"0", "0"},
		{"1/3", "0.33333333333333333333"},
		{"-2/3", "-0.66666666666666666667"},
		{"1/7", "0.14285714285714285714"},
		{"12345678901234567890.5", "12345678901234567891"},
		{"-12345678901234567890.5", "-12345678901234567891"},
		{"99999999999999999999.5", "100000000000000000000"},
		{"0.999999999999999999996", "1"},
		{"0.99999999999999999996", "0.99999999999999999996"},
		{"1200", "1200"},
		{"1e30", "1000000000000000000000000000000"},
		{"1e-30", "0.000000000000000000000000000001"},
		{"123456789012345678901234567890", "123456789012345678900000000000"},
		{"2.50", "2.5"},
	} {
		if got := String(Round(rat(c.in))); got != c.want {
			t.Errorf("Round(%s) = %s, want %s", c.in, got, c.want)
		}
	}
}

func TestSqrt(t *testing.T) {
	// Digits of the roots from the On-Line Encyclopedia of Integer Sequences (A002193, A002194, A010467).
	for _, c := range []struct{ in, want string }{
		{"0", "0"},
		{"2", "1.4142135623730950488"},
		{"3", "1.7320508075688772935"},
		{"10", "3.1622776601683793320"},
		{"2e40", "141421356237309504880"},
		{"2e-40", "0.000000000000000000014142135623730950488"},
		{"9/16", "0.75"},
		{"1/9", "0.33333333333333333333"},
	} {
		if got, want := Sqrt(rat(c.in)), rat(c.want); Rat(got).Cmp(want) != 0 {
			t.Errorf("Sqrt(%s) = %s, want %s", c.in, String(got), c.want)
		}
	}
}

func TestAddSqrt(t *testing.T) {
	for _, c := range []struct {
		a    string
		sign int
		r    string
		want string
	}{
		{"3", -1, "9", "0"}, // no noise where the exact result is zero
		{"1", -1, "2", "-0.41421356237309504880"},
		{"1.4142135623730950488", -1, "2", "-0.0000000000000000000016887242096980785697"}, // sqrt 2 = 1.41421356237309504880168872420969807856967187…
		{"5", 1, "1/4", "5.5"},
	} {
		got := AddSqrt(rat(c.a), c.sign, rat(c.r))
		if want := rat(c.want); Rat(got).Cmp(want) != 0 {
			t.Errorf("%s%+d*sqrt(%s) = %s, want %s", c.a, c.sign, c.r, String(got), c.want)
		}
	}
}

// TestRationalSqrtOfSmall: all fractions up to 200/30, and what is near them.
func TestRationalSqrtOfSmall(t *testing.T) {
	squares := map[string]bool{}
	for p := range int64(201) {
		for q := int64(1); q <= 30; q++ {
			r := big.NewRat(p, q)
			squares[new(big.Rat).Mul(r, r).String()] = true
			if root, ok := RationalSqrt(new(big.Rat).Mul(r, r)); !ok || root.Cmp(r) != 0 {
				t.Fatalf("the square of %s has the root %v", r, root)
			}
		}
	}
	for p := range int64(2000) {
		for q := int64(1); q <= 30; q++ {
			r := big.NewRat(p, q)
			if _, ok := RationalSqrt(r); ok != squares[r.String()] {
				t.Fatalf("%s has a rational root: %t", r, ok)
			}
		}
	}
}
