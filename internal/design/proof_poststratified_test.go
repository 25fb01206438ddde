package design_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/design/designtest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// postPopulations are strata of items.
var postPopulations = map[string][][]*big.Rat{
	"zeros and ties":  {rats("0", "0", "12.5", "12.5", "100"), rats("7", "0", "7", "3", "0")},
	"negative values": {rats("-10", "25.01", "-10", "0"), rats("-1", "-2", "3.5", "8", "0", "1/3")},
	"three strata":    {rats("1", "2", "4"), rats("8", "8", "-16"), rats("100", "0", "50", "50")},
	"no variation":    {rats("5", "5", "5", "5"), rats("7", "7", "7", "7", "7")},
}

// sampled splits a sample of the whole population by strata.
func sampled(strata [][]*big.Rat, sample []int) [][]*big.Rat {
	parts := make([][]*big.Rat, len(strata))
	for _, at := range sample {
		h := 0
		for at >= len(strata[h]) {
			at -= len(strata[h])
			h++
		}
		parts[h] = append(parts[h], strata[h][at])
	}
	return parts
}

// TestPostStratification lists every sample of a population, of every size.
//
// Given that no stratum is empty, the mean of the estimates is the true total: exactly, for each way in which the sizes of
// the strata's samples may come about, and so on the whole.
//
// Given these sizes, the variance of the estimate is that of a stratified sample, of which design.Simple has the unbiased
// estimate; over all samples with two items of each stratum at least it is unbiased, too. The formula of post-stratification
// is something else: its mean is exactly the same formula with the variances of the population for those of the samples,
// which is an approximation to the true variance (see the next test), and differs from it in small samples.
func TestPostStratification(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	for name, strata := range postPopulations {
		N, truth := 0, new(big.Rat)
		for _, s := range strata {
			N += len(s)
			truth.Add(truth, total(s))
		}
		differs := false
		for n := len(strata); n < N; n++ {
			proof.Population()
			var notEmpty, formula, stratified tally
			bySizes := map[string]*tally{}
			for _, s := range designtest.Subsets(N, n) {
				proof.Sample()
				parts, sizes := sampled(strata, s), ""
				least, complete := N, false
				point := new(big.Rat)
				var post []design.PostStratum
				var own []design.Part
				for h, values := range parts {
					least = min(least, len(values))
					complete = complete || len(values) == len(strata[h])
					sizes += fmt.Sprintf("%d ", len(values))
					if len(values) == 0 {
						break
					}
					post = append(post, design.PostStratum{Items: itemsOf(values), Universe: int64(len(strata[h]))})
					own = append(own, must[design.Part](t)(design.Simple(int64(len(strata[h])), itemsOf(values), true)))
				}
				if least == 0 {
					continue
				}
				got := design.Sum(must[[]design.Part](t)(design.PostStratified(post, true)))
				for h, values := range parts { // N_h * mean, once more
					point.Add(point, new(big.Rat).Mul(total(values), big.NewRat(int64(len(strata[h])), int64(len(values)))))
				}
				if got.Total.Cmp(point) != 0 {
					t.Fatalf("%s: %s, want %s", name, got.Total, point)
				}
				notEmpty.add(got)
				if least >= 2 {
					stratified.add(design.Sum(own))
					if bySizes[sizes] == nil {
						bySizes[sizes] = new(tally)
					}
					bySizes[sizes].add(design.Sum(own))
					if !complete {
						formula.add(got)
					}
				}
			}
			if notEmpty.count > 0 && notEmpty.mean().Cmp(truth) != 0 {
				t.Errorf("%s, n = %d: the mean of the estimates is %s, the total %s", name, n, notEmpty.mean(), truth)
			}
			for sizes, b := range bySizes {
				if b.mean().Cmp(truth) != 0 || b.meanVariance().Cmp(b.variance()) != 0 {
					t.Errorf("%s, sizes %s: mean %s of the total %s, mean of the variance estimates %s, variance %s",
						name, sizes, b.mean(), truth,
						b.meanVariance(), b.variance())
				}
			}
			if stratified.count > 0 && stratified.meanVariance().Cmp(stratified.variance()) != 0 {
				t.Errorf("%s, n = %d: stratified variance %s, want %s", name, n, stratified.meanVariance(),
					stratified.variance())
			}
			if formula.count == 0 {
				continue
			}
			if want := postFormula(strata, n); formula.meanVariance().Cmp(want) != 0 {
				t.Errorf("%s, n = %d: the mean of the variance estimates is %s, the formula with the population's variances %s", name, n,
					formula.meanVariance(), want)
			}
			differs = differs || formula.meanVariance().Cmp(formula.variance()) != 0
			t.Logf("%s, n = %d: variance %s, mean of its estimates %s", name, n, formula.variance().FloatString(3),
				formula.meanVariance().FloatString(3))
		}
		if differs == (name == "no variation") {
			t.Errorf("%s: the formula and the true variance differ: %v", name, differs)
		}
	}
}

// postFormula is the formula of Companion Manual 3-97 with the variances of the population.
func postFormula(strata [][]*big.Rat, n int) *big.Rat {
	N, sum := 0, new(big.Rat)
	for _, s := range strata {
		N += len(s)
	}
	for _, s := range strata {
		weight := big.NewRat(int64((N-n)*len(s)), int64(n))
		weight.Add(weight, big.NewRat(int64(N*(N-len(s))), int64(n*n)))
		sum.Add(sum, weight.Mul(weight, itemsOf(s).Variance))
	}
	return sum
}

// TestPostStratificationApproximates: the true variance of the estimate, given that no stratum is empty, is sum N_i^2 S_i^2
// (E[1/n_i] - 1/N_i), in exact rationals of the hypergeometric distribution of n_i. The formula's error is of the order
// 1/n^2 beside it (1/n^3 beside 1/n): doubling the sample brings it down to less than a third, towards a quarter.
func TestPostStratificationApproximates(t *testing.T) {
	const N1, N2 = 25_000, 75_000
	binomial := func(n, k int64) *big.Int { return new(big.Int).Binomial(n, k) }
	S1, S2 := exact.Int(9), exact.Int(4)
	var last *big.Rat
	for _, n := range []int64{20, 40, 80, 160, 320} {
		e1, e2, all := new(big.Rat), new(big.Rat), new(big.Rat)
		for k := int64(1); k < n; k++ { // n_1; neither is 0
			p := new(big.Rat).SetInt(new(big.Int).Mul(binomial(N1, k), binomial(N2, n-k)))
			all.Add(all, p)
			e1.Add(e1, new(big.Rat).Quo(p, exact.Int(k)))
			e2.Add(e2, new(big.Rat).Quo(p, exact.Int(n-k)))
		}
		truth := new(big.Rat)
		for _, s := range []struct {
			universe int64
			inverse  *big.Rat
			variance *big.Rat
		}{{N1, e1.Quo(e1, all), S1}, {N2, e2.Quo(e2, all), S2}} {
			term := new(big.Rat).Sub(s.inverse, big.NewRat(1, s.universe))
			term.Mul(term, s.variance).Mul(term, exact.Int(s.universe*s.universe))
			truth.Add(truth, term)
		}
		items := func(count int64, variance *big.Rat) design.Items {
			return design.Items{Count: count, Mean: new(big.Rat), Variance: variance}
		}
		parts := must[[]design.Part](t)(design.PostStratified([]design.PostStratum{{items(n/4, S1), N1},
			{items(n-n/4, S2), N2}}, false))
		off := new(big.Rat).Sub(truth, design.Sum(parts).Variance)
		off.Quo(off, truth).Abs(off)
		t.Logf("n = %d: relative error of the formula %s", n, off.FloatString(6))
		if last != nil && new(big.Rat).Mul(off, exact.Int(3)).Cmp(last) >= 0 {
			t.Errorf("n = %d: %s after %s", n, off.FloatString(8), last.FloatString(8))
		}
		last = off
	}
}
