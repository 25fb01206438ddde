package appraisal

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// amounts generates decimals: cents, zeros, whole dollars, large ones and those with many places.
func amounts() *rapid.Generator[[]decimal.Decimal] {
	one := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			return decimal.Decimal{}
		case 1:
			return decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-20, 20).Draw(t, "exponent"))
		case 2:
			return decimal.New(rapid.Int64Range(-1<<33, 1<<33).Draw(t, "around the word"), -2)
		case 3:
			return decimal.NewFromInt(rapid.Int64Range(-1000, 1000).Draw(t, "dollars"))
		default:
			return decimal.New(rapid.Int64Range(-100_000, 10_000_000).Draw(t, "cents"), -2)
		}
	})
	return rapid.SliceOfN(one, 0, 30)
}

func TestSumsPermutationAndMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := amounts().Draw(t, "values")
		whole := sumsOf(t, values...)
		want, _ := json.Marshal(whole)
		check := func(what string, s Sums) {
			if got, err := json.Marshal(s); err != nil || string(got) != string(want) || !s.Equal(whole) {
				t.Fatalf("%s: %s (%v), want %s", what, got, err, want)
			}
		}
		check("permuted", sumsOf(t, rapid.Permutation(values).Draw(t, "order")...))
		cut := rapid.IntRange(0, len(values)).Draw(t, "cut")
		left, right := sumsOf(t, values[:cut]...), sumsOf(t, values[cut:]...)
		ab, ba := left, right
		ab.Merge(right)
		ba.Merge(left)
		check("merged", ab)
		check("merged the other way", ba)
		var decoded Sums // what went through JSON merges to the same bytes, too
		raw, _ := json.Marshal(left)
		if err := json.Unmarshal(raw, &decoded); err != nil {
			t.Fatal(err)
		}
		decoded.Merge(right)
		check("merged after JSON", decoded)
		var scaled Sums
		for _, v := range values {
			if !v.Coefficient().IsInt64() {
				t.Fatal(v)
			}
			if err := scaled.AddScaled(v.CoefficientInt64(), v.Exponent()); err != nil {
				t.Fatal(err)
			}
		}
		check("added scaled", scaled)
	})
}

// TestSumsAgainstRationals adds the powers up as plain rationals.
func TestSumsAgainstRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := amounts().Draw(t, "values")
		s := sumsOf(t, values...)
		for k := 1; k <= 4; k++ {
			want := new(big.Rat)
			for _, v := range values {
				p := v.Rat()
				for range k - 1 {
					p.Mul(p, v.Rat())
				}
				want.Add(want, p)
			}
			if s.Power(k).Cmp(want) != 0 {
				t.Fatalf("power %d: %s, want %s", k, s.Power(k), want)
			}
		}
		if s.Count() != int64(len(values)) {
			t.Fatal(s.Count())
		}
	})
}

// TestLimitsAreNested: a higher level has a wider interval, which holds the point estimate in its middle.
func TestLimitsAreNested(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		point := big.NewRat(rapid.Int64().Draw(t, "point"), rapid.Int64Range(1, 1<<40).Draw(t, "denominator"))
		variance := big.NewRat(rapid.Int64Range(0, 1<<60).Draw(t, "variance"), rapid.Int64Range(1, 1<<40).Draw(t, "vd"))
		var degrees *big.Rat
		if rapid.Bool().Draw(t, "student") {
			degrees = big.NewRat(rapid.Int64Range(1, 100).Draw(t, "df"), 1)
		}
		levels := decs("0.5", "0.8", "0.90", "0.95", "0.99", "0.9999")
		e, err := NewEstimate(point, variance, Options{Levels: levels}, degrees)
		if err != nil {
			t.Fatal(err)
		}
		for k, i := range e.Intervals {
			if i.LowerLimit.Cmp(e.PointEstimate) > 0 || i.UpperLimit.Cmp(e.PointEstimate) < 0 {
				t.Fatalf("%+v does not hold %s", i, e.PointEstimate)
			}
			if k == 0 {
				continue
			}
			inner := e.Intervals[k-1]
			if variance.Sign() == 0 {
				if !i.LowerLimit.Equal(e.PointEstimate) || !i.UpperLimit.Equal(e.PointEstimate) {
					t.Fatalf("width without variance: %+v", i)
				}
				continue
			}
			if i.PrecisionAmount.Cmp(inner.PrecisionAmount) <= 0 || i.LowerLimit.Cmp(inner.LowerLimit) > 0 ||
				i.UpperLimit.Cmp(inner.UpperLimit) < 0 {
				t.Fatalf("%+v inside %+v", i, inner)
			}
		}
	})
}

// TestLimitsMirror: the estimate of the opposite total has the opposite limits, digit for digit.
func TestLimitsMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		point := big.NewRat(rapid.Int64Range(-1<<50, 1<<50).Draw(t, "point"), rapid.Int64Range(1, 1000).Draw(t, "d"))
		variance := big.NewRat(rapid.Int64Range(0, 1<<50).Draw(t, "variance"), 7)
		a, err := NewEstimate(point, variance, Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		b, err := NewEstimate(new(big.Rat).Neg(point), variance, Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for k := range a.Intervals {
			if !a.Intervals[k].LowerLimit.Equal(b.Intervals[k].UpperLimit.Neg()) ||
				!a.Intervals[k].UpperLimit.Equal(b.Intervals[k].LowerLimit.Neg()) {
				t.Fatalf("%+v, %+v", a.Intervals[k], b.Intervals[k])
			}
		}
	})
}
