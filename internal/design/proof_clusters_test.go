package design_test

import (
	"math/big"
	"testing"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/design/designtest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// tally sums up equally likely outcomes, of which it is not known beforehand how many there will be.
type tally struct {
	count              int64
	sum, squares, vars big.Rat
}

func (t *tally) add(p design.Part) {
	t.count++
	t.sum.Add(&t.sum, p.Total)
	t.squares.Add(&t.squares, new(big.Rat).Mul(p.Total, p.Total))
	t.vars.Add(&t.vars, p.Variance)
}

// mean is that of the estimates.
func (t *tally) mean() *big.Rat { return new(big.Rat).Quo(&t.sum, exact.Int(t.count)) }

// meanVariance is the mean of the estimates of their variance.
func (t *tally) meanVariance() *big.Rat { return new(big.Rat).Quo(&t.vars, exact.Int(t.count)) }

// variance is the true one of the estimates.
func (t *tally) variance() *big.Rat {
	v := new(big.Rat).Quo(&t.squares, exact.Int(t.count))
	m := t.mean()
	return v.Sub(v, m.Mul(m, m))
}

// rats are rationals of texts such as "12.5" or "1/3".
func rats(texts ...string) []*big.Rat {
	list := make([]*big.Rat, len(texts))
	for i, s := range texts {
		list[i], _ = new(big.Rat).SetString(s)
	}
	return list
}

// pick are the values at places.
func pick[T any](values []T, places []int) []T {
	list := make([]T, len(places))
	for i, at := range places {
		list[i] = values[at]
	}
	return list
}

func known(values []*big.Rat) []design.Part {
	parts := make([]design.Part, len(values))
	for i, v := range values {
		parts[i] = design.Known(v)
	}
	return parts
}

// clustersOf are clusters drawn from so many; their covariance follows from the variance of the sums of both values.
func clustersOf(universe int64, totals, sizes []*big.Rat) design.PairStratum {
	both := make([]*big.Rat, len(totals))
	for i := range both {
		both[i] = new(big.Rat).Add(totals[i], sizes[i])
	}
	y, x, sum := itemsOf(totals), itemsOf(sizes), itemsOf(both)
	s := design.PairStratum{Universe: universe, Pairs: design.Pairs{Count: y.Count, Y: y.Mean, X: x.Mean, YY: y.Variance,
		XX: x.Variance}}
	if y.Variance != nil {
		s.YX = sum.Variance.Sub(sum.Variance, y.Variance)
		s.YX.Sub(s.YX, x.Variance).Quo(s.YX, exact.Int(2))
	}
	return s
}

// itemsOf is what a design needs to know of values, worked out afresh.
func itemsOf(values []*big.Rat) design.Items {
	n := exact.Int(int64(len(values)))
	items := design.Items{Count: int64(len(values)), Mean: total(values)}
	items.Mean.Quo(items.Mean, n)
	if len(values) > 1 {
		items.Variance = new(big.Rat)
		for _, v := range values {
			d := new(big.Rat).Sub(v, items.Mean)
			items.Variance.Add(items.Variance, d.Mul(d, d))
		}
		items.Variance.Quo(items.Variance, n.Sub(n, exact.Int(1)))
	}
	return items
}

func total(values []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, v)
	}
	return sum
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// TestStratifiedClustersUnbiased lists every sample of clusters of two strata. The mean of the estimates is the true total
// and the mean of the variance estimates is the true variance: Cochran (1977), ch. 5, with clusters for units.
// It is the same whether the clusters are taken as known units or their totals as items.
func TestStratifiedClustersUnbiased(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	for name, c := range map[string]struct {
		first, second []*big.Rat
		n1, n2        int
	}{
		"zeros and ties":            {rats("0", "0", "12.5", "12.5", "100"), rats("7", "7", "0", "3"), 3, 2},
		"negative values":           {rats("-10", "25.01", "-10", "0"), rats("-1", "-2", "3.5", "8", "0"), 2, 2},
		"one stratum complete":      {rats("1", "2", "4", "8", "16", "32"), rats("5", "9", "-3"), 4, 3},
		"no variation in a stratum": {rats("4", "4", "4", "4"), rats("0", "0", "0", "1000000", "1/3"), 2, 4},
	} {
		proof.Population()
		var all tally
		for _, a := range designtest.Subsets(len(c.first), c.n1) {
			for _, b := range designtest.Subsets(len(c.second), c.n2) {
				proof.Sample()
				x := must[design.Stage](t)(design.Expand(int64(len(c.first)), known(pick(c.first, a)), false))
				y := must[design.Stage](t)(design.Expand(int64(len(c.second)), known(pick(c.second, b)), false))
				simple := must[design.Part](t)(design.Simple(int64(len(c.first)), itemsOf(pick(c.first, a)), false))
				if simple.Total.Cmp(x.Total) != 0 || simple.Variance.Cmp(x.Variance) != 0 {
					t.Fatalf("%s: Expand and Simple differ", name)
				}
				all.add(design.Sum([]design.Part{x.Part, y.Part}))
			}
		}
		truth := total(append(append([]*big.Rat(nil), c.first...), c.second...))
		if all.mean().Cmp(truth) != 0 {
			t.Errorf("%s: the mean of the estimates is %s, the total %s", name, all.mean(), truth)
		}
		if all.meanVariance().Cmp(all.variance()) != 0 {
			t.Errorf("%s: the mean of the variance estimates is %s, the variance %s", name, all.meanVariance(),
				all.variance())
		}
	}
}

// clusters of counts: sizes and how many of their items have the characteristic.
var clusterPopulations = map[string]struct{ sizes, counts []*big.Rat }{
	"unequal sizes":     {rats("8", "2", "12", "4", "5", "1"), rats("2", "2", "3", "0", "1", "1")},
	"an empty cluster":  {rats("3", "0", "3", "7", "1"), rats("1", "0", "3", "7", "0")},
	"large are bad":     {rats("10", "1", "1", "1", "2", "1", "1"), rats("10", "0", "0", "0", "1", "0", "0")},
	"none has it":       {rats("4", "5", "6", "2"), rats("0", "0", "0", "0")},
	"all of one size":   {rats("4", "4", "4", "4", "4", "4"), rats("0", "4", "1", "1", "2", "0")},
	"all of one rate":   {rats("2", "4", "6", "10", "2"), rats("1", "2", "3", "5", "1")},
	"negative balances": {rats("3", "2", "5", "4"), rats("-1", "2", "-4", "0")}, // a ratio of dollars to items
}

// TestClusterRatioBias lists every sample of clusters. The ratio is biased, by exactly -Cov(p, mean size) / (mean size of
// the population) (Hartley and Ross 1954), and the bias is at most the standard error times the coefficient of variation of
// the mean size. There is none in a census, with clusters of one size or of one rate. With clusters of one size the variance
// estimate is unbiased as well.
func TestClusterRatioBias(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	for name, c := range clusterPopulations {
		N := len(c.sizes)
		size, truth := total(c.sizes), total(c.counts)
		share := new(big.Rat).Quo(truth, size)
		biased := false
		for n := 2; n <= N; n++ {
			proof.Population()
			var estimates, means tally
			cross := new(big.Rat)
			for _, s := range designtest.Subsets(N, n) {
				proof.Sample()
				sizes := pick(c.sizes, s)
				stage, ratio, err := design.ClusterRatio(clustersOf(int64(N), pick(c.counts, s), sizes), size, false)
				if err != nil {
					t.Fatal(err)
				}
				// The same once more, written as on Companion Manual 2-66.
				p := new(big.Rat).Quo(total(pick(c.counts, s)), total(sizes))
				v := new(big.Rat)
				for _, j := range s {
					d := new(big.Rat).Mul(p, c.sizes[j])
					d.Sub(c.counts[j], d)
					v.Add(v, d.Mul(d, d))
				}
				v.Mul(v, big.NewRat(int64(N*(N-n)), int64(n*(n-1))))
				if ratio.Cmp(p) != 0 || stage.Variance.Cmp(v) != 0 || stage.Total.Cmp(p.Mul(p, size)) != 0 {
					t.Fatalf("%s: %s, %s", name, stage.Total, stage.Variance)
				}
				mean := total(sizes)
				mean.Quo(mean, exact.Int(int64(n)))
				estimates.add(design.Part{Total: ratio, Variance: new(big.Rat).Quo(stage.Variance,
					new(big.Rat).Mul(size, size))})
				means.add(design.Known(mean))
				cross.Add(cross, new(big.Rat).Mul(ratio, mean))
			}
			bias := new(big.Rat).Sub(estimates.mean(), share)
			covariance := cross.Quo(cross, exact.Int(estimates.count))
			covariance.Sub(covariance, new(big.Rat).Mul(estimates.mean(), means.mean()))
			if want := covariance.Quo(covariance.Neg(covariance), means.mean()); bias.Cmp(want) != 0 {
				t.Errorf("%s, n = %d: bias %s, want %s", name, n, bias, want)
			}
			bound := new(big.Rat).Mul(estimates.variance(), means.variance())
			bound.Quo(bound, means.mean()).Quo(bound, means.mean())
			if new(big.Rat).Mul(bias, bias).Cmp(bound) > 0 {
				t.Errorf("%s, n = %d: bias %s is above its bound", name, n, bias)
			}
			if n == N && (bias.Sign() != 0 || estimates.vars.Sign() != 0) {
				t.Errorf("%s: a census has the bias %s and the variance %s", name, bias, &estimates.vars)
			}
			if name == "all of one size" && estimates.meanVariance().Cmp(estimates.variance()) != 0 {
				t.Errorf("%s, n = %d: the mean of the variance estimates is %s, the variance %s", name, n,
					estimates.meanVariance(), estimates.variance())
			}
			biased = biased || bias.Sign() != 0
			t.Logf("%s, n = %d: proportion %s, bias %s, mean of variance estimates %s, variance %s", name, n,
				share.FloatString(4),
				bias.FloatString(5), estimates.meanVariance().FloatString(6), estimates.variance().FloatString(6))
		}
		without := name == "all of one size" || name == "all of one rate" || name == "none has it"
		if biased == without {
			t.Errorf("%s: biased is %v", name, biased)
		}
	}
}
