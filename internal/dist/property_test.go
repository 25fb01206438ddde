package dist

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
)

// probability draws p from (1/2, 1-1e-9], often from the upper tail.
func probability(t *rapid.T, name string) *big.Rat {
	tail := rapid.OneOf(rapid.Int64Range(1, 1000), rapid.Int64Range(1, 5e7), rapid.Int64Range(1, 5e8-1)).Draw(t, name)
	return big.NewRat(1e9-tail, 1e9)
}

// degrees draws degrees of freedom from 1 to 1e9, small ones often.
func degrees(t *rapid.T, name string) *big.Rat {
	thousandths := rapid.OneOf(rapid.Int64Range(1000, 5000), rapid.Int64Range(1000, 1e6), rapid.Int64Range(1000, 1e12))
	return big.NewRat(thousandths.Draw(t, name), 1000)
}

func must(t *rapid.T, d decimal.Decimal, err error) decimal.Decimal {
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestMonotone: percentiles rise with the probability, fall with the degrees of freedom and stay above the normal one.
func TestMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p1, p2 := probability(t, "tail 1"), probability(t, "tail 2")
		df1, df2 := degrees(t, "df 1"), degrees(t, "df 2")
		d, err := StudentT(p1, df1)
		q11 := must(t, d, err)
		d, err = StudentT(p2, df1)
		q21 := must(t, d, err)
		d, err = StudentT(p1, df2)
		q12 := must(t, d, err)
		d, err = Normal(p1)
		z := must(t, d, err)
		if q11.Cmp(q21) != p1.Cmp(p2) {
			t.Errorf("t(%s) = %s, t(%s) = %s", p1, q11, p2, q21)
		}
		if order := df2.Cmp(df1); q11.Cmp(q12) != order && !q11.Equal(q12) {
			t.Errorf("df %s: %s, df %s: %s", df1, q11, df2, q12)
		}
		if q11.Cmp(z) <= 0 {
			t.Errorf("t = %s <= z = %s", q11, z)
		}
	})
}

// TestNormalLimit: t - z is (z^3+z)/(4 df) + (5z^5+16z^3+3z)/(96 df^2) and less than twice the next term more or less
// (Abramowitz & Stegun 26.7.5).
func TestNormalLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := probability(t, "tail")
		df := big.NewRat(rapid.Int64Range(1e4, 1e9).Draw(t, "df"), 1)
		d, err := StudentT(p, df)
		q := exact.Rat(must(t, d, err))
		d, err = Normal(p)
		z := exact.Rat(must(t, d, err))

		rest := new(big.Rat).Sub(q, z)
		power := new(big.Rat).Set(df)
		for _, g := range []*big.Rat{poly(z, 4, 1, 1), poly(z, 96, 3, 16, 5)} {
			rest.Sub(rest, g.Quo(g, power))
			power.Mul(power, df)
		}
		bound := poly(z, 384/2, 15, 17, 19, 3)
		bound.Quo(bound, power)
		bound.Add(bound, rat("2e-19")) // both percentiles are rounded
		if rest.Abs(rest).Cmp(bound) > 0 {
			t.Errorf("t - z has %s left, want at most %s", rest.FloatString(25), bound.FloatString(25))
		}
	})
}

// poly returns (c0 z + c1 z^3 + c2 z^5 + ...) / den.
func poly(z *big.Rat, den int64, c ...int64) *big.Rat {
	sum, power, zz := new(big.Rat), new(big.Rat).Set(z), new(big.Rat).Mul(z, z)
	for _, ci := range c {
		term := big.NewRat(ci, den)
		sum.Add(sum, term.Mul(term, power))
		power.Mul(power, zz)
	}
	return sum
}

// TestReflection: for one degree of freedom the percentiles of p and of 3/2-p multiply to 1, by tan(x) tan(pi/2-x) = 1.
func TestReflection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := probability(t, "tail")
		mirror := new(big.Rat).Sub(rat("3/2"), p)
		d, err := StudentT(p, rat("1"))
		product := exact.Rat(must(t, d, err))
		d, err = StudentT(mirror, rat("1"))
		product.Mul(product, exact.Rat(must(t, d, err)))
		product.Sub(product, rat("1"))
		if product.Abs(product).Cmp(rat("1.01e-19")) > 0 { // each factor is off by up to 5e-20, relatively
			t.Errorf("p %s: the product is off by %s", p, product.FloatString(25))
		}
	})
}

// TestColdAndCached: the second answer, from the cache, is the first one.
func TestColdAndCached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, df := probability(t, "tail"), degrees(t, "df")
		want := round(studentPercentile(p, df))
		for range 2 {
			d, err := StudentT(p, df)
			if got := must(t, d, err); !got.Equal(want) {
				t.Fatalf("%s, want %s", got, want)
			}
		}
	})
}

// TestLimitProperties: k1(N, n, x) = N - k2(N, n, n-x); the limits enclose what is possible and the share found; they
// widen when the tail shrinks; one more found does not lower them.
func TestLimitProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		universe := rapid.Int64Range(1, MaxUniverse).Draw(t, "universe")
		if rapid.Bool().Draw(t, "small") {
			universe = 1 + universe%1000
		}
		sample := rapid.Int64Range(1, min(universe, 20_000)).Draw(t, "sample")
		found := rapid.Int64Range(0, sample).Draw(t, "found")
		tail := big.NewRat(rapid.Int64Range(1, 499).Draw(t, "tail"), 1000)
		limits := func(found int64, tail *big.Rat) (lower, upper int64) {
			lower, err := HypergeometricLower(universe, sample, found, tail)
			if err != nil {
				t.Fatal(err)
			}
			upper, err = HypergeometricUpper(universe, sample, found, tail)
			if err != nil {
				t.Fatal(err)
			}
			return lower, upper
		}
		lower, upper := limits(found, tail)
		mirrorLower, mirrorUpper := limits(sample-found, tail)
		if lower != universe-mirrorUpper || upper != universe-mirrorLower {
			t.Errorf("limits %d, %d, of the complement %d, %d", lower, upper, mirrorLower, mirrorUpper)
		}
		if lower < found || upper > universe-(sample-found) || lower > upper {
			t.Errorf("limits %d, %d", lower, upper)
		}
		if l, u := limits(found, new(big.Rat).Mul(tail, big.NewRat(1, 3))); l > lower || u < upper {
			t.Errorf("limits %d, %d, with a third of the tail %d, %d", lower, upper, l, u)
		}
		if found < sample {
			if l, u := limits(found+1, tail); l < lower || u < upper {
				t.Errorf("limits %d, %d, with one more found %d, %d", lower, upper, l, u)
			}
		}
	})
}

// TestBinomialProperties: the limits of what was found and of what was not add up to 1 to 19 digits; they enclose the
// share found if the tail is below 1/2.
func TestBinomialProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		trials := rapid.Int64Range(1, 3000).Draw(t, "trials")
		found := rapid.Int64Range(0, trials).Draw(t, "found")
		tail := big.NewRat(rapid.Int64Range(1, 499).Draw(t, "tail"), 1000)
		limit := func(d decimal.Decimal, err error) *big.Rat {
			if err != nil {
				t.Fatal(err)
			}
			return exact.Rat(d)
		}
		upper, lower := limit(BinomialUpper(trials, found, tail)), limit(BinomialLower(trials, found, tail))
		sum := new(big.Rat).Add(upper, limit(BinomialLower(trials, trials-found, tail)))
		if diff := sum.Sub(sum, oneRat); diff.Abs(diff).Cmp(rat("1e-19")) > 0 {
			t.Errorf("the sum of upper limit and mirrored lower limit is off by %s", diff.FloatString(30))
		}
		share := big.NewRat(found, trials)
		if lower.Cmp(share) > 0 || upper.Cmp(share) < 0 || found > 0 && lower.Cmp(share) == 0 {
			t.Errorf("%s to %s", lower.FloatString(20), upper.FloatString(20))
		}
	})
}
