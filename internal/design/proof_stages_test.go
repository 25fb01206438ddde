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

var (
	of    = designtest.Of
	among = designtest.Among
)

// populations of one stage and more, with zeros, ties, negative values, units that are drawn completely and units of
// one item.
var populations = map[string]designtest.Population{
	"one stage, zeros and ties":     of(3, 0, 0, 5, 5, 12, 0, 7),
	"one stage, negatives":          of(2, -10, 25, -10, 0, 3),
	"one stage, all equal":          of(2, 5, 5, 5, 5),
	"one stage, ones and zeros":     of(4, 1, 0, 0, 1, 0, 0, 0),
	"one stage, all of it":          of(3, 1, -2, 9),
	"two stages, zeros and ties":    among(2, of(2, 0, 0, 5), of(2, 5, 5, 7, 0), of(2, 0, 0, 0)),
	"two stages, negatives":         among(3, of(2, -3, 8, 1), of(2, -3, -3), of(1, 4), of(2, 0, 10, -20)),
	"two stages, ones and zeros":    among(2, of(2, 1, 0, 0, 1), of(3, 1, 1, 1), of(2, 0, 0, 1)),
	"two stages, all primary units": among(2, of(2, 0, 6, -3), of(2, 1, 1, 40, 2)),
	"two stages, complete units":    among(2, of(2, 4, -4), of(3, 0, 0, 9), of(1, 7), of(2, 1, 2)),
	"three stages, zeros and ties": among(2, among(2, of(2, 0, 0, 5), of(1, 3), of(2, 5, 5)),
		among(2, of(2, 1, 0, 4), of(2, 0, 0)), among(2, of(2, 2, 2), of(1, 0), of(2, 7, 0, 0))),
	"three stages, negatives": among(2, among(2, of(2, -5, 2), of(2, 3, -3, 0)),
		among(2, of(2, 1, 1, -8), of(1, -6), of(2, 0, 2)), among(1, of(2, 4, 0, -4))),
	"three stages, ones and zeros": among(2, among(2, of(2, 1, 0, 0), of(2, 0, 0), of(2, 1, 1)),
		among(2, of(2, 1, 1, 0), of(2, 0, 1)), among(2, of(2, 0, 0, 0), of(1, 1))),
	"three stages, complete second stage": among(2, among(2, of(2, 0, 9, 1), of(2, 2, 2)), among(1, of(2, 5, 0, -1)),
		among(2, of(1, 3), of(2, 3, 8))),
}

// TestUnbiasedByEnumeration lists every possible sample of each population: in exact rationals the mean of the
// estimates is the true total, and the mean of the variance estimates is the true variance. Likewise for what a fixed
// ratio leaves of each item.
//
// Cochran, Sampling Techniques (1977), theorems 2.1, 2.4, 11.1, 11.2, eq. 10.52.
func TestUnbiasedByEnumeration(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	for name, p := range populations {
		for _, ratio := range []*big.Rat{new(big.Rat), big.NewRat(2, 3), big.NewRat(-5, 1)} {
			proof.Population()
			var e designtest.Expectation
			for _, s := range p.Samples() {
				proof.Sample()
				stage, err := s.Estimate(ratio)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				e.Add(s.Probability, stage.Part)
			}
			want := new(big.Rat).Mul(ratio, exact.Int(p.Size()))
			want.Sub(exact.Int(p.Total()), want)
			if !e.Complete() || e.Mean().Cmp(want) != 0 {
				t.Errorf("%s: the mean of the estimates is %s, the truth %s", name, e.Mean(), want)
			}
			if e.MeanVariance().Cmp(e.Variance()) != 0 {
				t.Errorf("%s: the mean of the variance estimates is %s, the variance %s", name, e.MeanVariance(),
					e.Variance())
			}
		}
	}
}

// TestSumUnbiasedByEnumeration: the same for strata, each sampled by a design of its own, all combinations of their samples.
func TestSumUnbiasedByEnumeration(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	for name, strata := range map[string][]designtest.Population{
		"simple samples":      {of(2, 0, 0, 5, -1), of(3, 7, 7, 7, 9), of(2, 4, -4)},
		"of several stages":   {among(2, of(2, 0, 0, 5), of(2, 5, 5, 7), of(1, -2)), of(2, 1, 0, 0)},
		"ones and zeros":      {of(2, 1, 0, 0, 0), of(2, 0, 0, 0), of(2, 1, 1, 0)},
		"one stratum":         {of(2, 3, 0, -3, 3)},
		"one complete, equal": {of(1, 12), of(2, 5, 5, 5)},
	} {
		proof.Population()
		var e designtest.Expectation
		want := new(big.Rat)
		for _, s := range strata {
			want.Add(want, exact.Int(s.Total()))
		}
		for _, samples := range designtest.Together(strata) {
			proof.Sample()
			probability, parts := exact.Int(1), []design.Part(nil)
			for _, s := range samples {
				stage, err := s.Estimate(new(big.Rat))
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				probability.Mul(probability, s.Probability)
				parts = append(parts, stage.Part)
			}
			e.Add(probability, design.Sum(parts))
		}
		if !e.Complete() || e.Mean().Cmp(want) != 0 || e.MeanVariance().Cmp(e.Variance()) != 0 {
			t.Errorf("%s: mean %s of %s, mean variance %s of %s", name, e.Mean(), want, e.MeanVariance(), e.Variance())
		}
	}
}

// ratios estimates the ratio over all samples, and what follows for its bias: with the mean of the sizes, and of sizes
// times ratios.
func ratios(t *testing.T, p designtest.Population) (e designtest.Expectation, size, product *big.Rat) {
	t.Helper()
	size, product = new(big.Rat), new(big.Rat)
	for _, s := range p.Samples() {
		total, err := s.Estimate(new(big.Rat))
		if err != nil {
			t.Fatal(err)
		}
		r, err := design.Ratio(total.Total, s.Size(), s.Estimate)
		if err != nil {
			t.Fatal(err)
		}
		e.Add(s.Probability, r)
		b := new(big.Rat).Mul(s.Probability, s.Size())
		size.Add(size, b)
		product.Add(product, b.Mul(b, r.Total))
	}
	return e, size, product
}

// TestRatioIsBiased shows the bias of a ratio of two estimates: over all possible samples it is exactly -Cov(ratio,
// size)/E(size), where E(size) is the true size. There is none where every sample has the same size.
//
// Hartley and Ross (1954); Cochran, Sampling Techniques (1977), sec. 6.8.
func TestRatioIsBiased(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	biased := 0
	for name, p := range populations {
		proof.Population()
		e, size, product := ratios(t, p)
		proof.Samples += int64(len(p.Samples()))
		if size.Cmp(exact.Int(p.Size())) != 0 {
			t.Errorf("%s: the mean of the sizes is %s, the size %d", name, size, p.Size())
		}
		truth := big.NewRat(p.Total(), p.Size())
		bias := new(big.Rat).Sub(e.Mean(), truth)
		covariance := new(big.Rat).Mul(e.Mean(), size)
		covariance.Sub(product, covariance)
		if want := covariance.Quo(covariance.Neg(covariance), size); bias.Cmp(want) != 0 {
			t.Errorf("%s: bias %s, want %s", name, bias, want)
		}
		if bias.Sign() != 0 {
			biased++
		}
	}
	if biased < 5 {
		t.Errorf("only %d populations show a bias", biased)
	}
	equal := among(2, of(2, 1, 0, 1), of(2, 0, 0, 1), of(2, 1, 1, 1))
	e, size, _ := ratios(t, equal)
	if e.Mean().Cmp(big.NewRat(6, 9)) != 0 || size.Cmp(exact.Int(9)) != 0 {
		t.Errorf("units of equal size: %s", e.Mean())
	}
	// By hand: units of 1, 2 and 3 items with 1, 0 and 3 marked. Two of them have the ratios 1/3, 1 and 3/5, whose mean
	// is 29/45; the truth is 4/6 = 30/45.
	e, _, _ = ratios(t, among(2, of(1, 1), of(2, 0, 0), of(3, 1, 1, 1)))
	if e.Mean().Cmp(big.NewRat(29, 45)) != 0 {
		t.Errorf("by hand: %s", e.Mean())
	}
}

// TestRatioBiasShrinks: the more primary units are drawn the smaller is the bias, until it is none.
func TestRatioBiasShrinks(t *testing.T) {
	units := []designtest.Population{of(1, 1), of(2, 0, 0), of(3, 1, 1, 1), of(4, 0, 1, 0, 0), of(2, 1, 1),
		of(5, 0, 0, 0, 0, 1)}
	var last *big.Rat
	for n := 2; n <= len(units); n++ {
		p := among(n, units...)
		e, _, _ := ratios(t, p)
		bias := e.Mean().Sub(e.Mean(), big.NewRat(p.Total(), p.Size()))
		if last != nil && bias.Abs(bias).Cmp(last) >= 0 {
			t.Errorf("%d units: bias %s, with one less %s", n, bias.FloatString(6), last.FloatString(6))
		}
		last = bias.Abs(bias)
	}
	if last.Sign() != 0 {
		t.Errorf("all units: bias %s", last)
	}
}

// TestSingles: one unit or item out of more has no variance: an error, or zero where the caller says so. All of a unit
// is no estimate.
func TestSingles(t *testing.T) {
	one := design.Items{Count: 1, Mean: exact.Int(7)}
	if _, err := design.Simple(3, one, false); !errors.Is(err, design.ErrSingle) {
		t.Error(err)
	}
	for _, universe := range []int64{1, 3} {
		p, err := design.Simple(universe, one, true)
		if err != nil || p.Variance.Sign() != 0 || p.Total.Cmp(exact.Int(7*universe)) != 0 {
			t.Errorf("%v, %v", p, err)
		}
	}
	part := design.Part{Total: exact.Int(7), Variance: exact.Int(2)}
	if _, err := design.Expand(3, []design.Part{part}, false); !errors.Is(err, design.ErrSingle) {
		t.Error(err)
	}
	s, err := design.Expand(3, []design.Part{part}, true)
	if err != nil || s.Between.Sign() != 0 || s.Within.Cmp(exact.Int(6)) != 0 || s.Variance.Cmp(exact.Int(6)) != 0 {
		t.Errorf("%v, %v", s, err)
	}
	if _, err := design.Expand(1, []design.Part{part, part}, false); !errors.Is(err, design.ErrUniverse) {
		t.Error(err)
	}
	if _, err := design.Expand(1, nil, false); !errors.Is(err, design.ErrEmpty) {
		t.Error(err)
	}
	if _, err := design.Ratio(exact.Int(1), exact.Int(2), func(*big.Rat) (design.Stage, error) {
		return design.Stage{},
			design.ErrEmpty
	}); !errors.Is(err, design.ErrEmpty) {
		t.Error(err)
	}
}

// TestBinary: marked items are ones among zeros.
func TestBinary(t *testing.T) {
	for _, items := range [][]int64{{1, 0, 0}, {0, 0}, {1, 1, 1, 0, 0}, {1}, {0}} {
		marked := int64(0)
		for _, x := range items {
			marked += x
		}
		want, got := designtest.Moments(items), design.Binary(int64(len(items)), marked)
		if got.Count != want.Count || got.Mean.Cmp(want.Mean) != 0 || (got.Variance == nil) != (want.Variance == nil) ||
			got.Variance != nil && got.Variance.Cmp(want.Variance) != 0 {
			t.Errorf("%v: %v, want %v", items, got, want)
		}
	}
}
