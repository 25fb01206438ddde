package attribute

import (
	"math/big"
	"math/bits"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// universes calls f with every universe of up to largest items and every sample size, and the appraisals of all numbers found, in
// their order.
func universes(t *testing.T, largest int64, o Options, oneSided bool, f func(N, n int64, found []UnrestrictedResult)) {
	t.Helper()
	for N := int64(1); N <= largest; N++ {
		for n := int64(1); n <= N; n++ {
			var found []UnrestrictedResult
			for x := range n + 1 {
				r, err := Unrestricted{N, Sample{n, x}, o, oneSided && (x == 0 || x == n)}.Appraise()
				if err != nil {
					t.Fatal(err)
				}
				found = append(found, r)
			}
			f(N, n, found)
		}
	}
}

// coverageOf is the share of all samples of n from N, K of them marked, whose number found satisfies a condition.
func coverageOf(N, K, n int64, condition func(x int64) bool) *big.Rat {
	samples := new(big.Int)
	for x := max(0, n-(N-K)); x <= min(n, K); x++ {
		if condition(x) {
			ways := new(big.Int).Binomial(K, x)
			samples.Add(samples, ways.Mul(ways, new(big.Int).Binomial(N-K, n-x)))
		}
	}
	return new(big.Rat).SetFrac(samples, new(big.Int).Binomial(N, n))
}

// TestCoverageByEnumeration proves for every universe up to 16 items, every number K of them that has the characteristic and every
// sample size: the intervals of at least the share Level of all samples hold K, and so does each one-sided limit for itself.
func TestCoverageByEnumeration(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/attribute")
	levels := decs("0.05", "0.5", "0.8", "0.9", "0.95", "0.99")
	holds := func(what string, N, K, n int64, level decimal.Decimal, condition func(x int64) bool) {
		if p := coverageOf(N, K, n, condition); p.Cmp(exact.Rat(level)) < 0 {
			t.Errorf("N=%d K=%d n=%d: %s of level %s covers with probability %s only", N, K, n, what, level, p)
		}
	}
	universes(t, 16, Options{Levels: levels, OneSidedLevels: levels}, false, func(N, n int64, found []UnrestrictedResult) {
		for K := range N + 1 {
			proof.Population()
			proof.Samples += new(big.Int).Binomial(N, n).Int64()
			for l, level := range levels {
				holds("the interval", N, K, n, level, func(x int64) bool {
					return found[x].Intervals[l].LowerLimit <= K && K <= found[x].Intervals[l].UpperLimit
				})
				holds("the lower limit", N, K, n, level, func(x int64) bool { return found[x].OneSided[l].LowerLimit <= K })
				holds("the upper limit", N, K, n, level, func(x int64) bool { return found[x].OneSided[l].UpperLimit >= K })
			}
		}
	})
}

// TestOneSidedAnswerLosesLevel: whoever answers RAT-STATS' question with yes whenever it comes up does not hold the level. Of 6
// items of which 3 have the characteristic 2 are drawn; in 2 of 5 samples none or both have it, and each time the one-sided limit
// of level 0.8 excludes the 3, by 1/5, a tie. The two-sided intervals hold it always.
func TestOneSidedAnswerLosesLevel(t *testing.T) {
	level := decs("0.8")
	worst := exact.Int(1)
	var at [3]int64
	universes(t, 12, Options{Levels: level}, true, func(N, n int64, found []UnrestrictedResult) {
		for K := range N + 1 {
			p := coverageOf(N, K, n, func(x int64) bool {
				return found[x].Intervals[0].LowerLimit <= K && K <= found[x].Intervals[0].UpperLimit
			})
			if p.Cmp(worst) < 0 {
				worst, at = p, [3]int64{N, K, n}
			}
		}
	})
	if worst.Cmp(big.NewRat(3, 5)) != 0 || at != [3]int64{6, 3, 2} {
		t.Errorf("the least coverage is %s, for N, K, n = %v", worst, at)
	}
}

// TestUnbiasedByEnumeration lists every sample of every universe up to 9 items. The mean of the projected quantities is the true
// one, the mean of their estimated variances is the true variance, and Appraise states these figures.
func TestUnbiasedByEnumeration(t *testing.T) {
	proof := prooftest.Count(t, "appraisal/attribute")
	for N := int64(1); N <= 9; N++ {
		for K := range N + 1 {
			for n := min(N, 2); n <= N; n++ {
				proof.Population()
				total, squares, variances, samples := new(big.Rat), new(big.Rat), new(big.Rat), int64(0)
				for set := range uint(1) << N {
					if int64(bits.OnesCount(set)) != n {
						continue
					}
					s := Sample{n, int64(bits.OnesCount(set & (1<<K - 1)))}
					part, err := design.Simple(N, s.items(), false)
					if err != nil {
						t.Fatal(err)
					}
					samples++
					proof.Sample()
					total.Add(total, part.Total)
					squares.Add(squares, new(big.Rat).Mul(part.Total, part.Total))
					variances.Add(variances, part.Variance)
					r, err := Unrestricted{Universe: N, Sample: s}.Appraise()
					if err != nil {
						t.Fatal(err)
					}
					if !r.PointEstimate.Equal(exact.Round(part.Total)) || !r.StandardError.Equal(exact.Sqrt(part.Variance)) {
						t.Errorf("N=%d %+v: %s with standard error %s", N, s, r.PointEstimate, r.StandardError)
					}
				}
				for _, sum := range []*big.Rat{total, squares, variances} {
					sum.Quo(sum, exact.Int(samples))
				}
				truth := exact.Int(K)
				variance := squares.Sub(squares, new(big.Rat).Mul(truth, truth))
				if total.Cmp(truth) != 0 || variances.Cmp(variance) != 0 {
					t.Errorf("N=%d K=%d n=%d: mean %s, mean variance %s, variance %s", N, K, n, total, variances, variance)
				}
			}
		}
	}
}

// TestClopperPearsonCoverage sums, for samples up to 12 and every p that is a multiple of 1/60, the probabilities of the numbers
// found whose limits hold p: they are at least the level, in exact rationals.
func TestClopperPearsonCoverage(t *testing.T) {
	levels := decs("0.5", "0.8", "0.9", "0.95")
	for n := int64(1); n <= 12; n++ {
		var found []BinomialResult
		for x := range n + 1 {
			r, err := Binomial{Sample{n, x}, Options{Levels: levels, OneSidedLevels: levels}}.Appraise()
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, r)
		}
		for j := range int64(61) {
			p := big.NewRat(j, 60)
			for l, level := range levels {
				var both, lower, upper big.Rat
				for x := range n + 1 {
					probability := binomialProbability(n, x, p)
					i, o := found[x].Intervals[l], found[x].OneSided[l]
					if exact.Rat(i.LowerLimit).Cmp(p) <= 0 && exact.Rat(i.UpperLimit).Cmp(p) >= 0 {
						both.Add(&both, probability)
					}
					if exact.Rat(o.LowerLimit).Cmp(p) <= 0 {
						lower.Add(&lower, probability)
					}
					if exact.Rat(o.UpperLimit).Cmp(p) >= 0 {
						upper.Add(&upper, probability)
					}
				}
				for what, covered := range map[string]*big.Rat{"interval": &both, "lower limit": &lower, "upper limit": &upper} {
					if covered.Cmp(exact.Rat(level)) < 0 {
						t.Errorf("n=%d p=%s: the %s of level %s covers with probability %s only", n, p, what, level, covered)
					}
				}
			}
		}
	}
}

// binomialProbability is C(n,x) p^x (1-p)^(n-x).
func binomialProbability(n, x int64, p *big.Rat) *big.Rat {
	r := new(big.Rat).SetInt(new(big.Int).Binomial(n, x))
	q := new(big.Rat).Sub(exact.Int(1), p)
	for i := range n {
		if i < x {
			r.Mul(r, p)
		} else {
			r.Mul(r, q)
		}
	}
	return r
}
