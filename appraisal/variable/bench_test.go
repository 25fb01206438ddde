package variable

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
)

// BenchmarkAppraise10M appraises 10,000,000 amounts exactly: as decimals with two places, and as integers of cents
// added up by appraisal.Sums.AddScaled. The amounts are built outside the timer.
func BenchmarkAppraise10M(b *testing.B) {
	const n = 10_000_000
	amount := func(i int64) int64 { return i * 7_919 % 1_000_003 } // 0.00 to 10,000.02 dollars in cents
	perAmount := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/amount")
	}
	b.Run("decimals", func(b *testing.B) {
		values := make([]decimal.Decimal, n)
		for i := range values {
			values[i] = decimal.New(amount(int64(i)), -2)
		}
		u := Unrestricted{Universe: 2 * n, Sample: Sample{Difference: values}}
		for b.Loop() {
			mustAppraise(b, u)
		}
		perAmount(b)
	})
	b.Run("cents", func(b *testing.B) {
		values := make([]int64, n)
		for i := range values {
			values[i] = amount(int64(i))
		}
		for b.Loop() {
			var sums appraisal.Sums
			for _, v := range values {
				if err := sums.AddScaled(v, -2); err != nil {
					b.Fatal(err)
				}
			}
			mustAppraise(b, Unrestricted{Universe: 2 * n, Sample: Sample{DifferenceSums: &sums}})
		}
		perAmount(b)
	})
}
