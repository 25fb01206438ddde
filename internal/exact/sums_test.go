package exact

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// drawDecimal draws decimals of many scales and sizes, around the limits of the fast path above all.
func drawDecimal(t *rapid.T) decimal.Decimal {
	coef := rapid.OneOf(
		rapid.Int64Range(-1000, 1000),
		rapid.Int64Range(fastLimit-2, fastLimit+2),
		rapid.Int64Range(-fastLimit-2, -fastLimit+2),
		rapid.Int64(),
	).Draw(t, "coefficient")
	exp := rapid.SampledFrom([]int32{-2, -2, -2, 0, 0, -1, -5, 3, -12, 9}).Draw(t, "exponent")
	d := decimal.New(coef, exp)
	if rapid.IntRange(0, 9).Draw(t, "wide") == 0 {
		wide, _ := new(big.Int).SetString(rapid.StringMatching(`-?[1-9][0-9]{18,25}`).Draw(t, "digits"), 10)
		d = decimal.NewFromBigInt(wide, -4)
	}
	return d
}

func drawDecimals(t *rapid.T) []decimal.Decimal {
	return rapid.SliceOfN(rapid.Custom(drawDecimal), 0, 40).Draw(t, "values")
}

// naive adds powers as rationals, the plain way.
func naive(values []decimal.Decimal, k int) *big.Rat {
	sum := new(big.Rat)
	for _, d := range values {
		p := Int(1)
		for range k {
			p.Mul(p, d.Rat())
		}
		sum.Add(sum, p)
	}
	return sum
}

func TestSumsAgainstRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := drawDecimals(t)
		var s Sums
		if err := s.AddAll(values); err != nil {
			t.Fatal(err)
		}
		nonzero := int64(0)
		for _, d := range values {
			if !d.IsZero() {
				nonzero++
			}
		}
		if s.Count() != int64(len(values)) || s.Nonzero() != nonzero {
			t.Fatalf("count %d, nonzero %d; want %d, %d", s.Count(), s.Nonzero(), len(values), nonzero)
		}
		for k := 1; k <= 4; k++ {
			if got, want := s.Power(k), naive(values, k); got.Cmp(want) != 0 {
				t.Fatalf("sum of powers %d = %s, want %s", k, got, want)
			}
		}
	})
}

func TestSumsMergeInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := drawDecimals(t)
		var whole Sums
		if err := whole.AddAll(values); err != nil {
			t.Fatal(err)
		}
		shuffled := append([]decimal.Decimal(nil), values...)
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1)).Shuffle(len(shuffled), func(i, j int) {
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		})
		cut := 0
		if len(values) > 0 {
			cut = rapid.IntRange(0, len(values)).Draw(t, "cut")
		}
		var a, b Sums
		if a.AddAll(shuffled[:cut]) != nil || b.AddAll(shuffled[cut:]) != nil {
			t.Fatal("refused")
		}
		before := b // a copy has to stay what it is
		ab, ba := a, b
		ab.Merge(b)
		ba.Merge(a)
		if !ab.Equal(&whole) || !ba.Equal(&whole) {
			t.Fatal("merged sums differ from those of the whole")
		}
		if !before.Equal(&b) {
			t.Fatal("merging changed its argument")
		}
		if v, w := ab.Variance(), whole.Variance(); (v == nil) != (w == nil) || v != nil && v.Cmp(w) != 0 {
			t.Fatalf("variance %s, want %s", v, w)
		}
	})
}

func TestSumsCopyIsIndependent(t *testing.T) {
	for _, v := range []decimal.Decimal{decimal.New(5, -2), decimal.New(1<<40, -2), decimal.New(7, -9)} {
		var a Sums
		if err := a.AddAll([]decimal.Decimal{v, decimal.New(1<<50, -2)}); err != nil {
			t.Fatal(err)
		}
		b := a
		want := a.Power(4)
		if err := b.Add(v); err != nil {
			t.Fatal(err)
		}
		if a.Power(4).Cmp(want) != 0 || a.Count() != 2 {
			t.Errorf("adding to a copy changed the original")
		}
	}
}

// TestCentralMoments holds the moments from power sums against the moments worked out from the deviations.
func TestCentralMoments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := append(drawDecimals(t), decimal.New(1, 0), decimal.New(-3, -1))
		var s Sums
		if err := s.AddAll(values); err != nil {
			t.Fatal(err)
		}
		n := Int(int64(len(values)))
		mean := new(big.Rat).Quo(naive(values, 1), n)
		for k := 2; k <= 4; k++ {
			sum := new(big.Rat)
			for _, d := range values {
				dev, p := new(big.Rat).Sub(d.Rat(), mean), Int(1)
				for range k {
					p.Mul(p, dev)
				}
				sum.Add(sum, p)
			}
			if got := s.Central(k); got.Cmp(new(big.Rat).Quo(sum, n)) != 0 {
				t.Fatalf("central moment %d = %s", k, got)
			}
			if k == 2 && s.Variance().Cmp(sum.Quo(sum, Int(int64(len(values)-1)))) != 0 {
				t.Fatalf("variance = %s", s.Variance())
			}
		}
	})
}

func TestSumsOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := drawDecimals(t)
		var s Sums
		if err := s.AddAll(values); err != nil {
			t.Fatal(err)
		}
		var p [4]decimal.Decimal
		for k := range p {
			p[k], _ = Decimal(s.Power(k + 1))
		}
		back, err := SumsOf(s.Count(), s.Nonzero(), p)
		if err != nil || !back.Equal(&s) {
			t.Fatalf("%v", err)
		}
		// Adding to restored sums goes on as if the values were still there.
		d := drawDecimal(t)
		if s.Add(d) != nil || back.Add(d) != nil || !back.Equal(&s) {
			t.Fatalf("adding %s to restored sums", d)
		}
	})
	dec := decimal.RequireFromString
	for _, c := range []struct {
		name           string
		count, nonzero int64
		p              [4]string
		want           error
	}{
		{"negative count", -1, 0, [4]string{"0", "0", "0", "0"}, ErrSums},
		{"more nonzero than count", 1, 2, [4]string{"2", "2", "2", "2"}, ErrSums},
		{"sums of nothing", 3, 0, [4]string{"1", "1", "1", "1"}, ErrSums},
		{"no square", 2, 2, [4]string{"2", "0", "2", "2"}, ErrSums},
		{"variance below zero", 2, 2, [4]string{"10", "10", "10", "100"}, ErrSums},
		{"fourth powers too small", 2, 2, [4]string{"0", "10", "0", "10"}, ErrSums},
		{"cubes too large", 2, 2, [4]string{"0", "2", "100", "2"}, ErrSums},
		{"skewness no set has", 2, 2, [4]string{"0", "2", "1.5", "2"}, ErrSums},
		{"one number with other squares", 1, 1, [4]string{"1", "4", "1", "100"}, ErrSums},
		{"one number with other fourths", 5, 1, [4]string{"2", "4", "8", "17"}, ErrSums},
		{"two numbers with three values", 2, 2, [4]string{"0", "2", "0", "3"}, ErrSums},
		{"count beyond reason", 1 << 60, 0, [4]string{"0", "0", "0", "0"}, ErrSums},
		{"too many digits", 1, 1, [4]string{"1e300", "1", "1", "1"}, ErrDigits},
	} {
		_, err := SumsOf(c.count, c.nonzero, [4]decimal.Decimal{dec(c.p[0]), dec(c.p[1]), dec(c.p[2]), dec(c.p[3])})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestSumsRefuse(t *testing.T) {
	var s Sums
	err := s.AddAll([]decimal.Decimal{decimal.New(1, 0), decimal.New(1, 2_000_000_000)})
	if !errors.Is(err, ErrDigits) || !strings.Contains(err.Error(), "value 2") {
		t.Errorf("an exponent of two thousand million: %v", err)
	}
	if err := s.Add(decimal.New(1, -41)); !errors.Is(err, ErrDigits) {
		t.Errorf("41 places: %v", err)
	}
	if s.Count() != 1 {
		t.Errorf("refused values were counted: %d", s.Count())
	}
	if s.Power(0).Sign() != 0 || s.Power(5).Sign() != 0 {
		t.Error("powers that are not kept")
	}
	var none Sums
	if none.Mean() != nil || none.Variance() != nil || none.Central(2) != nil || s.Variance() != nil {
		t.Error("moments of too few numbers")
	}
}

func TestAddScaled(t *testing.T) {
	var a, b Sums
	for _, v := range []int64{1250, 0, -333, 1 << 62} {
		if a.AddScaled(v, -2) != nil || b.Add(decimal.New(v, -2)) != nil {
			t.Fatal("refused")
		}
	}
	if !a.Equal(&b) || a.Nonzero() != 3 {
		t.Error("cents as integers and as decimals differ")
	}
}

func BenchmarkSums(b *testing.B) {
	values := make([]decimal.Decimal, 1_000_000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range values {
		values[i] = decimal.New(r.Int64N(1_000_000), -2)
	}
	b.ResetTimer()
	for b.Loop() {
		var s Sums
		if err := s.AddAll(values); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(values)), "ns/value")
}
