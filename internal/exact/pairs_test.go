package exact

import (
	"errors"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// anyDecimal generates numbers around every limit of the fast path.
func anyDecimal() *rapid.Generator[decimal.Decimal] {
	return rapid.Custom(func(t *rapid.T) decimal.Decimal {
		switch rapid.IntRange(0, 4).Draw(t, "kind") {
		case 0:
			return decimal.Decimal{}
		case 1:
			return decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-20, 20).Draw(t, "exponent"))
		case 2:
			return decimal.New(rapid.Int64Range(-1<<32, 1<<32).Draw(t, "around the word"), -2)
		case 3:
			return decimal.NewFromInt(rapid.Int64Range(-1000, 1000).Draw(t, "dollars"))
		default:
			return decimal.New(rapid.Int64Range(-100_000, 10_000_000).Draw(t, "cents"), -2)
		}
	})
}

// TestPairsAgainstRationals adds the products up as plain rationals, in one go and in two parts that are merged.
func TestPairsAgainstRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.SliceOfN(anyDecimal(), 0, 20).Draw(t, "y")
		x := rapid.SliceOfN(anyDecimal(), len(y), len(y)).Draw(t, "x")
		cut := rapid.IntRange(0, len(y)).Draw(t, "cut")
		var all, left, right Pairs
		for i := range y {
			part := &left
			if i >= cut {
				part = &right
			}
			if all.Add(y[i], x[i]) != nil || part.Add(y[i], x[i]) != nil {
				t.Fatal("refused")
			}
		}
		copied := right
		right.Merge(left)
		if !right.Equal(&all) || all.Count() != int64(len(y)) || copied.Count() != int64(len(y)-cut) {
			t.Fatal("merged sums differ, or a copy changed")
		}
		for _, k := range pairPowers {
			want := new(big.Rat)
			for i := range y {
				p := Int(1)
				for range k[0] {
					p.Mul(p, Rat(y[i]))
				}
				for range k[1] {
					p.Mul(p, Rat(x[i]))
				}
				want.Add(want, p)
			}
			if all.Sum(k[0], k[1]).Cmp(want) != 0 {
				t.Fatalf("%v: %s, want %s", k, all.Sum(k[0], k[1]), want)
			}
		}
		var stated [5]decimal.Decimal
		for k, powers := range pairPowers {
			stated[k], _ = Decimal(all.Sum(powers[0], powers[1]))
		}
		back, err := PairsOf(all.Count(), stated)
		if err != nil || !back.Equal(&all) {
			t.Fatalf("%v: %v", stated, err)
		}
	})
}

// TestPairsByHand: (1,2), (3,4), (2,6) have the means 2 and 4, variances 1 and 4 and the covariance 1.
func TestPairsByHand(t *testing.T) {
	var p Pairs
	if a, b := p.Means(); a != nil || b != nil {
		t.Error("means of nothing")
	}
	for _, v := range [][2]int64{{1, 2}, {3, 4}, {2, 6}} {
		if err := p.Add(decimal.NewFromInt(v[0]), decimal.NewFromInt(v[1])); err != nil {
			t.Fatal(err)
		}
		if yy, _, _ := p.Covariances(); p.Count() == 1 && yy != nil {
			t.Error("a variance of one pair")
		}
	}
	y, x := p.Means()
	yy, yx, xx := p.Covariances()
	for i, pair := range [][2]*big.Rat{{y, Int(2)}, {x, Int(4)}, {yy, Int(1)}, {yx, Int(1)}, {xx, Int(4)}, {p.Sum(2, 1),
		Int(0)}} {
		if pair[0].Cmp(pair[1]) != 0 {
			t.Errorf("%d: %s, want %s", i, pair[0], pair[1])
		}
	}
	for _, bad := range []decimal.Decimal{decimal.New(1, 50), decimal.New(0, 2_000_000_000), decimal.New(5, -2_000_000_000)} {
		if p.Add(bad, decimal.Decimal{}) == nil || p.Add(decimal.Decimal{}, bad) == nil || p.Count() != 3 {
			t.Errorf("%s was taken", scientific(bad))
		}
		var empty Pairs
		if empty.Add(bad, bad) == nil || empty.Count() != 0 {
			t.Errorf("%s was taken first", scientific(bad))
		}
	}
}

func TestPairsOfRefuses(t *testing.T) {
	sums := func(texts ...string) (s [5]decimal.Decimal) {
		for i, v := range texts {
			s[i] = decimal.RequireFromString(v)
		}
		return s
	}
	for name, c := range map[string]struct {
		count int64
		sums  [5]decimal.Decimal
	}{
		"negative count":         {-1, sums("0", "0", "0", "0", "0")},
		"huge count":             {1<<53 + 1, sums("0", "0", "0", "0", "0")},
		"sums of nothing":        {0, sums("0", "0", "0", "1", "0")},
		"squares below":          {2, sums("4", "0", "7", "0", "0")},
		"squares of x below":     {2, sums("0", "4", "0", "0", "7")},
		"covariance too large":   {3, sums("0", "0", "2", "3", "4")},
		"one pair":               {1, sums("2", "3", "4", "7", "9")},
		"two pairs off the line": {2, sums("3", "3", "5", "4.5", "9")}, // 1, 2 and 0, 3 have the products 6 or 3
	} {
		if _, err := PairsOf(c.count, c.sums); !errors.Is(err, ErrPairs) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := PairsOf(1, [5]decimal.Decimal{decimal.New(1, 2_000_000_000)}); !errors.Is(err, ErrDigits) {
		t.Errorf("%v", err)
	}
	if p, err := PairsOf(2, sums("3", "3", "5", "6", "9")); err != nil || p.Count() != 2 {
		t.Error(err)
	}
}
