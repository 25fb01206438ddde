package variable

import (
	"math/big"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// TestUnbiasedByEnumeration lists every sample of size n of small populations. In exact rationals the mean of the point
// estimates is the true total, and the mean of the variance estimates is the true variance of the point estimate. The
// appraisal states both rounded to 20 digits (a square root of the second), so each of its figures is held against the
// rounding of the exact one, whose formula is written down here a second time.
//
// Cochran, Sampling Techniques (1977), theorems 2.1 and 2.4.
func TestUnbiasedByEnumeration(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/variable")
	for name, population := range map[string][]string{
		"zeros and ties":        {"0", "0", "12.50", "12.50", "100", "0", "7.25", "7.25", "3"},
		"negatives":             {"-10", "25.01", "-10", "0", "3.33", "99.99", "-0.01"},
		"all equal":             {"5", "5", "5", "5", "5"},
		"one large":             {"0", "0", "0", "0", "0", "0", "1000000"},
		"two":                   {"1", "4"},
		"not finite as a mean":  {"1", "2", "4", "8", "16", "32", "64"},
		"small beside very big": {"0.01", "9999999.99", "0.02", "0.03", "-9999999.99"},
	} {
		values := decs(population...)
		N := len(values)
		total := new(big.Rat)
		for _, v := range values {
			total.Add(total, exact.Rat(v))
		}
		for n := 2; n <= N; n++ {
			proof.Population()
			points, squares, estimates, count := new(big.Rat), new(big.Rat), new(big.Rat), int64(0)
			for set := 0; set < 1<<N; set++ {
				var sample Sample
				for i, v := range values {
					if set>>i&1 == 1 {
						sample.Difference = append(sample.Difference, v)
					}
				}
				if len(sample.Difference) != n {
					continue
				}
				proof.Sample()
				r := mustAppraise(t, Unrestricted{Universe: int64(N), Sample: sample, Options: Options{Levels: decs("0.9")}})
				var sums appraisal.Sums
				if err := sums.AddAll(sample.Difference); err != nil {
					t.Fatal(err)
				}
				point := new(big.Rat).Mul(exact.Int(int64(N)), sums.Mean())
				variance := new(big.Rat).Mul(sums.Variance(), big.NewRat(int64(N*(N-n)), int64(n))) // N^2 (N-n)/N s^2/n
				if !r.PointEstimate.Equal(exact.Round(point)) || !r.StandardError.Equal(exact.Sqrt(variance)) {
					t.Fatalf("%s: %v of %d: %s, %s are not the rounded %s and the root of %s",
						name, sample.Difference, N, r.PointEstimate, r.StandardError, point.FloatString(25), variance.FloatString(25))
				}
				count++
				points.Add(points, point)
				squares.Add(squares, new(big.Rat).Mul(point, point))
				estimates.Add(estimates, variance)
			}
			if want := new(big.Int).Binomial(int64(N), int64(n)); want.Cmp(big.NewInt(count)) != 0 {
				t.Fatalf("%d samples, want %s", count, want)
			}
			k := exact.Int(count)
			mean := points.Quo(points, k)
			if mean.Cmp(total) != 0 {
				t.Errorf("%s, n = %d: the mean of the point estimates is %s, the total %s", name, n, mean, total)
			}
			truth := squares.Quo(squares, k)
			truth.Sub(truth, mean.Mul(mean, mean))
			if estimates.Quo(estimates, k).Cmp(truth) != 0 {
				t.Errorf("%s, n = %d: the mean of the variance estimates is %s, the variance %s", name, n, estimates, truth)
			}
		}
	}
}

// TestUnbiasedByStatedFigures is the same proof by the figures of the appraisal alone, where all are finite decimals:
// three of {0, 0, 3, 3} have the variance 3, so the total has 4*(4-3)/3*3 = 4 and the standard error 2.
func TestUnbiasedByStatedFigures(t *testing.T) {
	values := decs("0", "0", "3", "3")
	points, squares, variances := exact.Int(0), exact.Int(0), exact.Int(0)
	for left := range values { // the item that is left out
		var sample Sample
		for i, v := range values {
			if i != left {
				sample.Difference = append(sample.Difference, v)
			}
		}
		r := mustAppraise(t, Unrestricted{Universe: 4, Sample: sample})
		if got := exact.String(r.StandardError); got != "2" {
			t.Errorf("standard error %s, want 2", got)
		}
		p, se := exact.Rat(r.PointEstimate), exact.Rat(r.StandardError)
		points.Add(points, p)
		squares.Add(squares, new(big.Rat).Mul(p, p))
		variances.Add(variances, se.Mul(se, se))
	}
	// The point estimates are 4*6/3 = 8, 8, 4, 4: mean 6, the total; variance (64+64+16+16)/4 - 36 = 4, the mean of 2^2.
	if points.Cmp(exact.Int(24)) != 0 || squares.Cmp(exact.Int(160)) != 0 || variances.Cmp(exact.Int(16)) != 0 {
		t.Errorf("%s, %s, %s", points, squares, variances)
	}
}
