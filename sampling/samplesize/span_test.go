package samplesize

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// TestUndecided: a span around an integer is that integer, not one more; around a half it is rounded away from zero.
func TestUndecided(t *testing.T) {
	around := func(s string) span {
		tiny := exact.Rat(decimal.New(1, -40))
		return span{new(big.Rat).Sub(exact.Rat(dec(s)), tiny), new(big.Rat).Add(exact.Rat(dec(s)), tiny)}
	}
	if n, ok := around("2").up(); n != 2 || ok {
		t.Errorf("up: %d, %t", n, ok)
	}
	if n, ok := around("2.1").up(); n != 3 || !ok {
		t.Errorf("up: %d, %t", n, ok)
	}
	if n, ok := around("2.5").nearest(); n != 3 || ok {
		t.Errorf("nearest: %d, %t", n, ok)
	}
	if n, ok := around("2.4").nearest(); n != 2 || !ok {
		t.Errorf("nearest: %d, %t", n, ok)
	}
}

// TestShort: a short span still holds the number, and what is known exactly stays as it is.
func TestShort(t *testing.T) {
	for _, scale := range []int32{-60, 0, 60} {
		unit := big.NewRat(1, 1)
		if scale < 0 {
			unit.Quo(unit, exact.Rat(decimal.New(1, -scale)))
		} else {
			unit.Mul(unit, exact.Rat(decimal.New(1, scale)))
		}
		third, more := big.NewRat(1, 3), big.NewRat(1000, 2999)
		a := span{third.Mul(third, unit), more.Mul(more, unit)}
		b := a.short(64)
		width := new(big.Rat).Sub(b.hi, b.lo)
		width.Sub(width, new(big.Rat).Sub(a.hi, a.lo)).Quo(width, a.hi)
		if b.lo.Cmp(a.lo) > 0 || b.hi.Cmp(a.hi) < 0 || width.Cmp(exact.Rat(decimal.New(1, -17))) > 0 {
			t.Errorf("%v, %v", a, b)
		}
	}
	if a := exactly(big.NewRat(1, 3)); a.short(64) != a {
		t.Errorf("%v", a.short(64))
	}
}
