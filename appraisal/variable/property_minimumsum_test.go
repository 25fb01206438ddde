package variable

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
)

func drawMinimumSum(t *rapid.T) MinimumSum {
	cents := func(most int64) *rapid.Generator[decimal.Decimal] {
		return rapid.Map(rapid.Int64Range(0, most), func(c int64) decimal.Decimal { return decimal.New(c, -2) })
	}
	m := MinimumSum{OneSidedLevels: decs("0.5", "0.8", "0.9", "0.95")}
	m.ErrorShare = rapid.SampledFrom(decs("0", "1", "0.5", "0.1")).Draw(t, "share")
	for range rapid.IntRange(1, 40).Draw(t, "sample") {
		paid := cents(50_000).Draw(t, "paid")
		audited := rapid.OneOf(rapid.Just(paid), rapid.Just(decimal.Decimal{}), cents(60_000)).Draw(t, "audited")
		m.Examined, m.Audited = append(m.Examined, paid), append(m.Audited, audited)
	}
	m.Unsampled = rapid.SliceOfN(cents(50_000), 0, 300).Draw(t, "unsampled")
	return m
}

func mustMinimumSum(t rapid.TB, m MinimumSum) MinimumSumResult {
	t.Helper()
	r, err := m.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestPropertyMinimumSum: the limit starts from what was found, falls with the level, depends on no order, and grows with the
// payments in proportion.
func TestPropertyMinimumSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMinimumSum(t)
		r := mustMinimumSum(t, m)
		for l, limit := range r.Limits {
			if limit.LowerLimit.Cmp(r.Overpayment) < 0 || limit.CountLimit < r.InError {
				t.Fatalf("%+v of %+v", limit, r)
			}
			if l > 0 && (limit.LowerLimit.Cmp(r.Limits[l-1].LowerLimit) > 0 || limit.CountLimit > r.Limits[l-1].CountLimit) {
				t.Fatalf("%+v, %+v", limit, r.Limits[l-1])
			}
		}

		other := m
		other.Examined, other.Audited, other.Unsampled = slices.Clone(m.Examined), slices.Clone(m.Audited), slices.Clone(m.Unsampled)
		slices.Reverse(other.Examined)
		slices.Reverse(other.Audited)
		slices.Reverse(other.Unsampled)
		if diff := cmp.Diff(r, mustMinimumSum(t, other)); diff != "" {
			t.Fatal(diff)
		}

		three := decimal.NewFromInt(3)
		for _, values := range [][]decimal.Decimal{other.Examined, other.Audited, other.Unsampled} {
			for i := range values {
				values[i] = values[i].Mul(three)
			}
		}
		for l, limit := range mustMinimumSum(t, other).Limits {
			if !limit.LowerLimit.Equal(r.Limits[l].LowerLimit.Mul(three)) || limit.CountLimit != r.Limits[l].CountLimit {
				t.Fatalf("three times as much: %+v, %+v", limit, r.Limits[l])
			}
		}
	})
}

// TestPropertyMinimumSumOfOnes: where every payment is 1 and in error or not, the limit is the lower limit of the number of claims in
// error: that of RAT-STATS' attribute appraisal, or one less in a tie.
func TestPropertyMinimumSumOfOnes(t *testing.T) {
	one := decimal.NewFromInt(1)
	rapid.Check(t, func(t *rapid.T) {
		N := rapid.IntRange(1, 300).Draw(t, "universe")
		n := rapid.IntRange(1, N).Draw(t, "sample")
		x := rapid.IntRange(0, n).Draw(t, "in error")
		m := MinimumSum{Unsampled: slices.Repeat([]decimal.Decimal{one}, N-n), OneSidedLevels: decs("0.8", "0.9")}
		m.Examined, m.Difference = slices.Repeat([]decimal.Decimal{one}, n), make([]decimal.Decimal, n)
		for i := range x {
			m.Difference[i] = one
		}
		for _, l := range mustMinimumSum(t, m).Limits {
			tail := exact.Rat(one.Sub(l.Level))
			limit, err := dist.HypergeometricLower(int64(N), int64(n), int64(x), tail)
			if err != nil {
				t.Fatal(err)
			}
			if l.CountLimit != limit {
				at := dist.Hypergeometric{Universe: int64(N), Marked: l.CountLimit, Sample: int64(n)}
				p, err := at.CDF(int64(x) - 1)
				if err != nil || l.CountLimit != limit-1 || p.Sub(exact.Int(1), p).Cmp(tail) != 0 {
					t.Fatalf("%+v, limit of the count %d", l, limit)
				}
			}
			if !l.LowerLimit.Equal(decimal.NewFromInt(l.CountLimit)) {
				t.Fatalf("%+v", l)
			}
		}
	})
}
