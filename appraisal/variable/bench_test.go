package variable

import (
	"fmt"
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

// BenchmarkAppraise appraises samples of usual sizes, whose cost is that of the estimate and not that of adding up.
func BenchmarkAppraise(b *testing.B) {
	values := make([]decimal.Decimal, 100)
	for i := range values {
		if i%3 == 0 {
			values[i] = decimal.New(int64(i)*7919%1_000_003, -2)
		}
	}
	b.Run("unrestricted", func(b *testing.B) {
		u := Unrestricted{Universe: 1_000_000_000, Sample: Sample{Difference: values}}
		for b.Loop() {
			mustAppraise(b, u)
		}
	})
	for _, strata := range []int{1, 10, 100} {
		b.Run(fmt.Sprint(strata, " strata"), func(b *testing.B) {
			d := Stratified{DegreesOfFreedom: StrataDegrees}
			for h := range strata {
				d.Strata = append(d.Strata, Stratum{Universe: int64(1000 + h), Sample: Sample{Difference: values}})
			}
			for b.Loop() {
				if _, err := d.Appraise(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
