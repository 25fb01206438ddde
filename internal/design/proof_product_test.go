package design_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/design/designtest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// productPopulations are units with the numbers of their items, and the amounts of all these items.
var productPopulations = map[string]struct {
	counts, amounts []*big.Rat
	n1, n2          int
}{
	"zeros and ties":   {rats("1", "2", "2", "0", "3"), rats("0", "0", "5", "5", "12.5", "0", "100", "1"), 3, 3},
	"negative amounts": {rats("2", "1", "1", "3"), rats("-10", "4", "0", "-2.5", "7", "7", "1/3"), 2, 2},
	"mean near zero":   {rats("4", "1", "1"), rats("-3", "3", "1", "-1", "0", "1"), 2, 3},
	"one count":        {rats("2", "2", "2", "2"), rats("9", "1", "1", "1", "0", "4", "4", "2"), 2, 4},
}

// TestProduct lists every pair of independent samples: one of units, whose counts estimate the number of items, and one of
// items.
//
// The product of both estimates is unbiased. So is the estimate of its variance, exactly, where the second sample knows how
// many items there are (Goodman 1960); without the subtracted term it is too large by the product of both variances.
//
// With the estimated number of items in the finite population correction, as RAT-STATS has it, the product is unbiased all
// the same, and the estimate of its variance is not, but where the number is known for certain.
func TestProduct(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	for name, c := range productPopulations {
		proof.Population()
		items := total(c.counts) // as many as amounts
		truth := total(c.amounts)
		var number, mean, product, estimated tally
		for _, a := range designtest.Subsets(len(c.counts), c.n1) {
			x := must[design.Part](t)(design.Simple(int64(len(c.counts)), itemsOf(pick(c.counts, a)), false))
			number.add(x)
			for _, b := range designtest.Subsets(len(c.amounts), c.n2) {
				proof.Sample()
				sample := itemsOf(pick(c.amounts, b))
				product.add(design.Product(x, must[design.Part](t)(design.Mean(items, sample, false))))
				estimated.add(design.Product(x, must[design.Part](t)(design.Mean(x.Total, sample, false))))
			}
		}
		for _, b := range designtest.Subsets(len(c.amounts), c.n2) {
			mean.add(must[design.Part](t)(design.Mean(items, itemsOf(pick(c.amounts, b)), false)))
		}
		for what, p := range map[string]*tally{"product": &product, "product with an estimated correction": &estimated} {
			if p.mean().Cmp(truth) != 0 {
				t.Errorf("%s: the mean of the %s is %s, the total %s", name, what, p.mean(), truth)
			}
		}
		if product.meanVariance().Cmp(product.variance()) != 0 {
			t.Errorf("%s: the mean of the variance estimates is %s, the variance %s", name, product.meanVariance(),
				product.variance())
		}
		// x2^2 v1 + N^2 v2 alone, without the subtracted term.
		alone := new(big.Rat).Mul(number.meanVariance(), mean.meanVariance())
		alone.Add(alone, product.meanVariance())
		want := new(big.Rat).Mul(number.variance(), mean.variance())
		if want.Add(want, product.variance()); alone.Cmp(want) != 0 {
			t.Errorf("%s: without the subtracted term %s, want %s", name, alone, want)
		}
		certain := number.variance().Sign() == 0
		if got := estimated.meanVariance().Cmp(estimated.variance()) == 0; got != certain {
			t.Errorf("%s: with an estimated correction the variance estimate is unbiased: %v", name, got)
		}
		t.Logf("%s: variance %s; mean of its estimates with an estimated correction %s", name,
			estimated.variance().FloatString(3),
			estimated.meanVariance().FloatString(3))
	}
}

// TestMean: the conditions of a mean, and a universe that is no whole number.
func TestMean(t *testing.T) {
	two := design.Items{Count: 2, Mean: exact.Int(3), Variance: exact.Int(8)}
	one := design.Items{Count: 1, Mean: exact.Int(3)}
	for _, c := range []struct {
		universe string
		items    design.Items
		zero     bool
		want     string
		err      error
	}{
		{"5/2", two, false, "4/5", nil}, {"2", two, false, "0", nil}, {"19/10", two, false, "", design.ErrUniverse},
		{"1", one, false, "0", nil}, {"3/2", one, false, "", design.ErrSingle}, {"3/2", one, true, "0", nil},
		{"-1", one, true, "", design.ErrUniverse}, {"4", design.Items{}, false, "", design.ErrEmpty},
	} {
		p, err := design.Mean(rats(c.universe)[0], c.items, c.zero)
		if !errors.Is(err, c.err) || err == nil && (p.Variance.RatString() != c.want || p.Total.Cmp(c.items.Mean) != 0) {
			t.Errorf("%+v: %+v, %v", c, p, err)
		}
	}
}

// TestDesignErrors: what the ratio and post-stratification refuse.
func TestDesignErrors(t *testing.T) {
	two := rats("1", "2")
	if _, _, err := design.ClusterRatio(clustersOf(5, two, rats("0", "0")), exact.Int(9), false); !errors.Is(err, design.ErrEmpty) {
		t.Error(err)
	}
	if _, _, err := design.ClusterRatio(clustersOf(1, two, rats("3", "3")), exact.Int(9), false); !errors.Is(err, design.ErrUniverse) {
		t.Error(err)
	}
	if _, _, err := design.ClusterRatio(clustersOf(5, two[:1], rats("3")), exact.Int(9), false); !errors.Is(err, design.ErrSingle) {
		t.Error(err)
	}
	s, ratio, err := design.ClusterRatio(clustersOf(5, two[:1], rats("4")), exact.Int(8), true)
	if err != nil || s.Variance.Sign() != 0 || s.Total.RatString() != "2" || ratio.RatString() != "1/4" {
		t.Errorf("%+v, %v", s, err)
	}
	if _, _, err := design.ClusterRatio(design.PairStratum{Universe: 5}, exact.Int(8), true); !errors.Is(err, design.ErrEmpty) {
		t.Error(err)
	}
	single := []design.PostStratum{{itemsOf(rats("1", "2")), 2}, {itemsOf(rats("5")), 9}}
	if _, err := design.PostStratified(single, false); !errors.Is(err, design.ErrSingle) {
		t.Error(err)
	}
	parts, err := design.PostStratified(single, true)
	if err != nil || parts[0].Variance.Sign() != 0 || parts[1].Variance.Sign() != 0 || parts[1].Total.RatString() != "45" {
		t.Errorf("%+v, %v", parts, err)
	}
}
