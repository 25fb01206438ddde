package design_test

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/prooftest"
)

// pairPopulation is a stratum whose items are all known, and the number of them that are drawn.
type pairPopulation struct {
	y, x []string
	n    int
}

// pairPopulations have zeros, ties and negative amounts; x is what was paid and y an overpayment.
var pairPopulations = map[string][]pairPopulation{
	"one stratum": {{[]string{"0", "0", "12.50", "-7.25", "100", "3"}, []string{"40", "40", "25", "50", "100", "3"}, 3}},
	"two strata": {
		{[]string{"0", "0", "10", "4", "0"}, []string{"20", "30", "10", "8", "20"}, 3},
		{[]string{"5", "-5", "60", "1"}, []string{"90", "70", "60", "1.5"}, 2},
	},
	"three strata, one examined completely": {
		{[]string{"1", "0", "7", "0"}, []string{"7", "9", "7", "2"}, 3},
		{[]string{"1000", "0"}, []string{"1000", "2000"}, 2},
		{[]string{"0.01", "2", "-3", "0"}, []string{"1", "4", "6", "4"}, 3},
	},
	"all equal": {{[]string{"5", "5", "5", "5", "5"}, []string{"10", "10.5", "11", "10", "12"}, 4}},
}

// subsets calls f with every choice of n of the places 0 ... size-1.
func subsets(size, n int, f func([]int)) {
	var choose func(from int, chosen []int)
	choose = func(from int, chosen []int) {
		if len(chosen) == n {
			f(chosen)
			return
		}
		for i := from; i < size; i++ {
			choose(i+1, append(chosen[:len(chosen):len(chosen)], i))
		}
	}
	choose(0, nil)
}

// eachSample calls f with every sample of a stratified population.
func eachSample(populations []pairPopulation, f func([]variable.PairStratum)) {
	var walk func(h int, strata []variable.PairStratum)
	walk = func(h int, strata []variable.PairStratum) {
		if h == len(populations) {
			f(strata)
			return
		}
		p := populations[h]
		total := sum(decimaltest.Decs(p.x...))
		known, _ := exact.Decimal(total)
		subsets(len(p.y), p.n, func(chosen []int) {
			s := variable.PairStratum{Universe: int64(len(p.y)), TotalX: &known}
			for _, i := range chosen {
				s.Y, s.X = append(s.Y, decimaltest.Dec(p.y[i])), append(s.X, decimaltest.Dec(p.x[i]))
			}
			walk(h+1, append(strata[:len(strata):len(strata)], s))
		})
	}
	walk(0, nil)
}

func sum(values []decimal.Decimal) *big.Rat {
	s := new(big.Rat)
	for _, v := range values {
		s.Add(s, exact.Rat(v))
	}
	return s
}

// direct is the sum of N_h(N_h-n_h)/n_h * sum (d - mean d)²/(n_h-lost) with d = y - b_h x, written down from the textbook,
// and the expanded total of d.
func direct(strata []variable.PairStratum, b []*big.Rat, lost int64) (expanded, variance *big.Rat) {
	expanded, variance = new(big.Rat), new(big.Rat)
	for h, s := range strata {
		n := int64(len(s.Y))
		var d []*big.Rat
		mean := new(big.Rat)
		for i := range s.Y {
			bx := new(big.Rat).Mul(b[h], exact.Rat(s.X[i]))
			d = append(d, bx.Sub(exact.Rat(s.Y[i]), bx))
			mean.Add(mean, d[i])
		}
		expanded.Add(expanded, new(big.Rat).Mul(mean, big.NewRat(s.Universe, n)))
		if n == s.Universe {
			continue
		}
		mean.Quo(mean, exact.Int(n))
		squares := new(big.Rat)
		for _, v := range d {
			v.Sub(v, mean)
			squares.Add(squares, v.Mul(v, v))
		}
		variance.Add(variance, squares.Mul(squares, big.NewRat(s.Universe*(s.Universe-n), n*(n-lost))))
	}
	return expanded, variance
}

// moments are means over all samples, which are equally likely.
type moments struct {
	count                    int64
	point, squares, variance *big.Rat
}

func newMoments() *moments { return &moments{0, new(big.Rat), new(big.Rat), new(big.Rat)} }

func (m *moments) add(point, variance *big.Rat) {
	m.count++
	m.point.Add(m.point, point)
	m.squares.Add(m.squares, new(big.Rat).Mul(point, point))
	m.variance.Add(m.variance, variance)
}

// of returns mean and variance of the estimates, and the mean of their estimated variances.
func (m *moments) of() (mean, variance, estimated *big.Rat) {
	n := exact.Int(m.count)
	mean = new(big.Rat).Quo(m.point, n)
	variance = new(big.Rat).Quo(m.squares, n)
	variance.Sub(variance, new(big.Rat).Mul(mean, mean))
	return mean, variance, new(big.Rat).Quo(m.variance, n)
}

func totals(populations []pairPopulation) (y, x *big.Rat) {
	y, x = new(big.Rat), new(big.Rat)
	for _, p := range populations {
		y.Add(y, sum(decimaltest.Decs(p.y...)))
		x.Add(x, sum(decimaltest.Decs(p.x...)))
	}
	return y, x
}

// states fails where a result is not the rounding of the exact figures.
func states(t *testing.T, what string, e appraisal.Estimate, err error, point, variance *big.Rat) {
	t.Helper()
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if !e.PointEstimate.Equal(exact.Round(point)) || !e.StandardError.Equal(exact.Sqrt(variance)) {
		t.Fatalf("%s: %s, %s are not the rounded %s and the root of %s", what, e.PointEstimate, e.StandardError,
			point.FloatString(25),
			variance.FloatString(25))
	}
}

// TestFixedSlopeIsUnbiased: over all samples the difference estimator and a regression with a slope that was fixed
// beforehand have the true total as their mean and the mean of their variance estimates is their true variance, in exact
// rationals. Cochran (1977), sec. 7.2, 7.9.
func TestFixedSlopeIsUnbiased(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	for name, populations := range pairPopulations {
		y, x := totals(populations)
		for _, slope := range []string{"1", "0", "0.25", "-2"} {
			b := decimaltest.Rat(slope)
			proof.Population()
			m := newMoments()
			eachSample(populations, func(strata []variable.PairStratum) {
				proof.Sample()
				same := make([]*big.Rat, len(strata))
				for h := range same {
					same[h] = b
				}
				point, variance := direct(strata, same, 1)
				point.Add(point, new(big.Rat).Mul(b, x))
				m.add(point, variance)
				fixed := decimaltest.Dec(slope)
				a := variable.Auxiliary{Strata: strata}
				for _, c := range []variable.Combination{variable.Combined, variable.Separate} {
					r, err := variable.Regression{Auxiliary: a, Slope: &fixed, Combination: c}.Appraise()
					states(t, name+", slope "+slope, r.Estimate, err, point, variance)
				}
				if slope == "1" {
					r, err := variable.DifferenceEstimator{Auxiliary: a}.Appraise()
					states(t, name+", difference", r.Estimate, err, point, variance)
				}
			})
			mean, variance, estimated := m.of()
			if mean.Cmp(y) != 0 || variance.Cmp(estimated) != 0 {
				t.Errorf("%s, slope %s: mean %s of the total %s, variance %s estimated as %s on average", name, slope,
					mean.RatString(), y.RatString(), variance.RatString(), estimated.RatString())
			}
		}
	}
}

// TestRatioBias: the ratio estimators are the textbook's sample by sample, and they are biased. The bias of a ratio is
// exactly -cov(R, X')/X with X' the sample's estimate of the total of x (Hartley and Ross; Cochran (1977), sec. 6.8), here
// over all samples: so it is of T = R X exactly -cov(R, X'). Where y is proportional to x there is neither bias nor
// variance.
func TestRatioBias(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	biases := map[string]string{}
	for name, populations := range pairPopulations {
		proof.Population()
		y, x := totals(populations)
		combined, separate, products := newMoments(), newMoments(), new(big.Rat)
		eachSample(populations, func(strata []variable.PairStratum) {
			proof.Sample()
			sums, weighted := new(big.Rat), new(big.Rat)
			var own, same []*big.Rat
			point := new(big.Rat)
			for _, s := range strata {
				raise := big.NewRat(s.Universe, int64(len(s.Y)))
				sums.Add(sums, new(big.Rat).Mul(raise, sum(s.Y)))
				weighted.Add(weighted, raise.Mul(raise, sum(s.X)))
				r := new(big.Rat).Quo(sum(s.Y), sum(s.X))
				own = append(own, r)
				point.Add(point, new(big.Rat).Mul(r, exact.Rat(*s.TotalX)))
			}
			ratio := new(big.Rat).Quo(sums, weighted)
			for range strata {
				same = append(same, ratio)
			}
			_, variance := direct(strata, own, 1)
			separate.add(point, variance)
			r, err := variable.Ratio{Auxiliary: variable.Auxiliary{Strata: strata}, Combination: variable.Separate}.Appraise()
			states(t, name+", separate", r.Estimate, err, point, variance)

			total := new(big.Rat).Mul(ratio, x)
			_, variance = direct(strata, same, 1)
			combined.add(total, variance)
			r, err = variable.Ratio{Auxiliary: variable.Auxiliary{Strata: strata}}.Appraise()
			states(t, name+", combined", r.Estimate, err, total, variance)
			adjusted := new(big.Rat).Quo(x, weighted)
			r, err = variable.Ratio{Auxiliary: variable.Auxiliary{Strata: strata}, SampleX: true}.Appraise()
			states(t, name+", with the sample's x", r.Estimate, err, total, variance.Mul(variance, adjusted.Mul(adjusted,
				adjusted)))
			products.Add(products, ratio.Mul(ratio, weighted))
		})
		mean, variance, estimated := combined.of()
		bias := new(big.Rat).Sub(mean, y)
		// cov(R, X') = E(R X') - E(R) E(X'), and X' is unbiased: E(R) X = mean.
		covariance := products.Quo(products, exact.Int(combined.count))
		covariance.Sub(covariance, mean)
		if bias.Cmp(new(big.Rat).Neg(covariance)) != 0 {
			t.Errorf("%s: bias %s, -cov(R, X') = %s", name, bias.RatString(), covariance.Neg(covariance).RatString())
		}
		ofSeparate, _, _ := separate.of()
		biases[name] = bias.FloatString(4) + " combined, " + new(big.Rat).Sub(ofSeparate, y).FloatString(4) + " separate"
		if estimated.Sign() < 0 || variance.Sign() < 0 {
			t.Error(name)
		}
		t.Logf("%s: total %s, bias of the ratio estimate %s; variance %s, estimated as %s on average", name,
			y.FloatString(2), biases[name],
			variance.FloatString(2), estimated.FloatString(2))
		if bias.Sign() == 0 {
			t.Errorf("%s: no bias: the population shows nothing", name)
		}
	}
}

// TestProportionalIsExact: with y = x/4 every sample gives the total, with no variance; a regression gives it for any line.
func TestProportionalIsExact(t *testing.T) {
	populations := []pairPopulation{
		{[]string{"1", "2", "3", "0", "1"}, []string{"4", "8", "12", "0", "4"}, 4},
		{[]string{"25", "30", "-5", "40"}, []string{"100", "120", "-20", "160"}, 3},
	}
	y, _ := totals(populations)
	eachSample(populations, func(strata []variable.PairStratum) {
		a := variable.Auxiliary{Strata: strata}
		for _, c := range []variable.Combination{variable.Combined, variable.Separate} {
			r, err := variable.Ratio{Auxiliary: a, Combination: c}.Appraise()
			states(t, "ratio", r.Estimate, err, y, new(big.Rat))
			r, err = variable.Regression{Auxiliary: a, Combination: c}.Appraise()
			states(t, "regression", r.Estimate, err, y, new(big.Rat))
		}
	})
}

// TestSlopeOfTheSampleIsBiased: with the slope of the sample a regression is the textbook's sample by sample: separate
// slopes with the divisor n_h-2, a combined one with n_h-1, and n_h-2 where all else was examined completely. Its bias is
// -N cov(b, x̄) in a single stratum (Cochran (1977), sec. 7.7), exactly.
func TestSlopeOfTheSampleIsBiased(t *testing.T) {
	proof := prooftest.Count(t, "internal/design")
	for name, populations := range map[string][]pairPopulation{
		"one stratum": {{[]string{"0", "0", "12.50", "-7.25", "100", "3"}, []string{"40", "40", "25", "50", "100", "3"}, 4}},
		"two strata": {
			{[]string{"0", "0", "10", "4", "0"}, []string{"20", "30", "10", "8", "20"}, 3},
			{[]string{"5", "-5", "60", "1"}, []string{"90", "70", "60", "1.5"}, 3},
		},
		"one drawn, one examined completely": {
			{[]string{"1", "0", "7", "0", "2"}, []string{"7", "9", "7", "2", "3"}, 3},
			{[]string{"1000", "0"}, []string{"1000", "2000"}, 2},
		},
	} {
		proof.Population()
		y, x := totals(populations)
		combined, products, slopes := newMoments(), new(big.Rat), new(big.Rat)
		eachSample(populations, func(strata []variable.PairStratum) {
			proof.Sample()
			var own []*big.Rat
			over, under, point, drawn := new(big.Rat), new(big.Rat), new(big.Rat), 0
			for _, s := range strata {
				n := int64(len(s.Y))
				my, mx := new(big.Rat).Quo(sum(s.Y), exact.Int(n)), new(big.Rat).Quo(sum(s.X), exact.Int(n))
				yx, xx := new(big.Rat), new(big.Rat)
				for i := range s.Y {
					dx := new(big.Rat).Sub(exact.Rat(s.X[i]), mx)
					yx.Add(yx, new(big.Rat).Mul(dx, new(big.Rat).Sub(exact.Rat(s.Y[i]), my)))
					xx.Add(xx, dx.Mul(dx, dx))
				}
				b := new(big.Rat)
				if n < s.Universe {
					drawn++
					b.Quo(yx, xx)
				}
				own = append(own, b)
				f := big.NewRat(s.Universe*(s.Universe-n), n*(n-1))
				over.Add(over, new(big.Rat).Mul(f, yx))
				under.Add(under, f.Mul(f, xx))
				point.Add(point, new(big.Rat).Mul(b, exact.Rat(*s.TotalX)))
			}
			expanded, variance := direct(strata, own, 2)
			a := variable.Auxiliary{Strata: strata}
			r, err := variable.Regression{Auxiliary: a, Combination: variable.Separate}.Appraise()
			states(t, name+", separate", r.Estimate, err, point.Add(point, expanded), variance)

			slope := new(big.Rat).Quo(over, under)
			same := make([]*big.Rat, len(strata))
			for h := range same {
				same[h] = slope
			}
			lost := int64(1)
			if drawn == 1 {
				lost = 2
			}
			point, variance = direct(strata, same, lost)
			point.Add(point, new(big.Rat).Mul(slope, x))
			r, err = variable.Regression{Auxiliary: a}.Appraise()
			states(t, name+", combined", r.Estimate, err, point, variance)
			combined.add(point, variance)
			weighted := new(big.Rat)
			for _, s := range strata {
				weighted.Add(weighted, new(big.Rat).Mul(big.NewRat(s.Universe, int64(len(s.Y))), sum(s.X)))
			}
			products.Add(products, new(big.Rat).Mul(slope, weighted))
			slopes.Add(slopes, slope)
		})
		mean, variance, estimated := combined.of()
		n := exact.Int(combined.count)
		covariance := new(big.Rat).Quo(products, n)
		covariance.Sub(covariance, new(big.Rat).Quo(slopes.Mul(slopes, x), n))
		bias := new(big.Rat).Sub(mean, y)
		if bias.Cmp(covariance.Neg(covariance)) != 0 || bias.Sign() == 0 {
			t.Errorf("%s: bias %s, -cov(b, X') = %s", name, bias.RatString(), covariance.RatString())
		}
		t.Logf("%s: total %s, bias %s; variance %s, estimated as %s on average", name, y.FloatString(2), bias.FloatString(4),
			variance.FloatString(2), estimated.FloatString(2))
	}
}

// TestSatterthwaiteBounds: the degrees of freedom lie between the smallest of a part and their sum, and are the sum where
// variances go with the degrees of freedom.
func TestSatterthwaiteBounds(t *testing.T) {
	part := func(v string) design.Part { return design.Part{Total: new(big.Rat), Variance: decimaltest.Rat(v)} }
	for _, c := range []struct {
		parts []design.Part
		own   []int64
		want  string
	}{
		{[]design.Part{part("6"), part("8")}, []int64{2, 1}, "98/41"}, // 14²/(36/2 + 64/1)
		{[]design.Part{part("6"), part("0")}, []int64{2, 0}, "2"},     // examined completely
		{[]design.Part{part("6"), part("9")}, []int64{2, 3}, "5"},     // in proportion
		{[]design.Part{part("1"), part("1000000")}, []int64{50, 1}, "50000100000050/50000000000001"},
		{[]design.Part{part("0"), part("0")}, []int64{4, 5}, "9"}, // no variation anywhere
		{[]design.Part{part("0")}, []int64{0}, "0"},
	} {
		want := decimaltest.Rat(c.want)
		if got := design.Satterthwaite(c.parts, c.own); got.Cmp(want) != 0 {
			t.Errorf("%v: %s, want %s", c.own, got.RatString(), want.RatString())
		}
	}
}
