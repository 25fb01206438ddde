package extrapolate

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/hashstream"
)

// centsReview makes a review of claims in cents: what was paid and what was overpaid, negative for an underpayment.
func centsReview(label string, paid, net []int64) ReviewedSample {
	r := ReviewedSample{Label: label}
	for i := range paid {
		correct := decimal.New(paid[i]-net[i], -2)
		r.Claims = append(r.Claims, errorrate.Claim{Number: int64(i + 1), ID: fmt.Sprintf("%s-%d", label, i+1), Paid: decimal.New(paid[i], -2),
			Correct: &correct, Documentation: errorrate.Complete})
	}
	return r
}

var (
	paidOne = []int64{10000, 25000, 8000, 12000, 9900, 15000}
	netOne  = []int64{0, 7000, 8000, -550, 0, 3000}
	paidTwo = []int64{11000, 20000, 9500, 30000, 7000, 12500}
	netTwo  = []int64{0, 0, 0, 1500, 0, -200}
)

func mustCompare(t interface{ Fatal(...any) }, c ReviewComparison) ReviewComparisonResult {
	r, err := c.Compare()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestCompareByHand: six claims against six. Rates 17450/79900 = 349/1598 and 1300/90000 = 13/900; claims in error 4 of 6
// and 2 of 6. Of the C(12,6) = 924 regroupings 78 are at least as far apart, counted by Python's itertools and fractions.
// Fisher's test of 4 2 / 2 4: tables have 1, 36, 225, 400, 225, 36, 1 of 924 ways, so p = (924-400)/924 = 131/231.
func TestCompareByHand(t *testing.T) {
	r := mustCompare(t, ReviewComparison{Reviews: []ReviewedSample{centsReview("2025", paidOne, netOne), centsReview("2026", paidTwo, netTwo)}})
	p := r.Pairs[0]
	if !p.Dollars.Complete || p.Dollars.Total != 924 || p.Dollars.Extreme != 78 || p.Dollars.P.StringFixed(6) != "0.084416" ||
		p.Dollars.Seed != "" {
		t.Errorf("%+v", p.Dollars)
	}
	if p.ErrorsP.StringFixed(6) != "0.567100" || p.ErrorsDiffer || p.DollarsDiffer || len(r.Pairs) != 1 || r.Tests != 2 ||
		r.PerTest.String() != "0.025" {
		t.Errorf("%+v", r)
	}
	if r.Rates[0].DollarErrorRate.StringFixed(8) != "0.21839800" || r.Rates[1].DollarErrorRate.StringFixed(8) != "0.01444444" ||
		p.Dollars.Difference.StringFixed(8) != "-0.20395355" || r.Rates[0].InError != 4 {
		t.Errorf("%+v %s", r.Rates, p.Dollars.Difference)
	}
	if !strings.Contains(p.Findings[1], "A fall of that size can well be chance") || warned(r.Warnings) != "few_claims_in_error" {
		t.Errorf("%q %s", p.Findings, warned(r.Warnings))
	}
	roundTrip(t, r)
	roundTrip(t, ReviewComparison{Reviews: []ReviewedSample{centsReview("2025", paidOne, netOne)}, Significance: dec("0.1"), Seed: "s"})
}

// TestCompareAgainstPython: eighteen claims against eighteen are too many to go through, so 999 regroupings are drawn.
// Python's hashlib and fractions, by the description of the generator, find one at least as far apart.
func TestCompareAgainstPython(t *testing.T) {
	c := ReviewComparison{Seed: "public seed 42", Permutations: 999}
	for k, label := range []string{"2025", "2026"} {
		var paid, net []int64
		for i := range 18 {
			if k == 0 {
				paid, net = append(paid, paidOne[i%6]+7*int64(i)), append(net, netOne[i%6])
			} else {
				paid, net = append(paid, paidTwo[i%6]+11*int64(i)), append(net, netTwo[i%6])
			}
		}
		c.Reviews = append(c.Reviews, centsReview(label, paid, net))
	}
	r := mustCompare(t, c)
	p := r.Pairs[0]
	if p.Dollars.Complete || p.Dollars.Extreme != 1 || p.Dollars.Total != 999 || p.Dollars.P.String() != "0.002" || !p.DollarsDiffer ||
		p.Dollars.Difference.StringFixed(12) != "-0.203071552152" || p.Dollars.Seed != c.Seed || p.Dollars.Generator != hashstream.Generator {
		t.Errorf("%+v", p.Dollars)
	}
	if !strings.Contains(p.Findings[1], "The fall is larger than chance alone would easily make it; what caused it is not shown.") ||
		!strings.Contains(strings.Join(r.Method, " "), `seed "public seed 42"`) {
		t.Errorf("%q", p.Findings)
	}
	c.Seed = ""
	if _, err := c.Compare(); !errors.Is(err, ErrSeed) {
		t.Error(err)
	}
}

// TestComparePairs: each review with the next and the first with the last; two that are alike have no change and p = 1.
func TestComparePairs(t *testing.T) {
	c := ReviewComparison{Significance: dec("0.06"), Reviews: []ReviewedSample{centsReview("Q1", paidOne, netOne), centsReview("Q2", paidOne, netOne),
		centsReview("Q3", paidTwo, netTwo)}}
	r := mustCompare(t, c)
	var pairs []string
	for _, p := range r.Pairs {
		pairs = append(pairs, p.Earlier+"-"+p.Later)
	}
	if strings.Join(pairs, " ") != "Q1-Q2 Q2-Q3 Q1-Q3" || r.Tests != 6 || r.PerTest.String() != "0.01" {
		t.Errorf("%v %d %s", pairs, r.Tests, r.PerTest)
	}
	if p := r.Pairs[0]; !p.Dollars.P.Equal(dec("1")) || !p.ErrorsP.Equal(dec("1")) || !strings.Contains(p.Findings[0], "There is no change.") {
		t.Errorf("%+v", p)
	}
	if !r.Pairs[1].Dollars.P.Equal(r.Pairs[2].Dollars.P) {
		t.Error("the same claims, another p")
	}
	c.Reviews[1].Claims[0].ID = c.Reviews[0].Claims[0].ID
	if r := mustCompare(t, c); !strings.Contains(warned(r.Warnings), "claim_in_two_reviews") {
		t.Errorf("%+v", r.Warnings)
	}
	c.Netting = errorrate.NotNetted
	if r := mustCompare(t, c); !r.Rates[2].NetOverpayment.Equal(dec("15")) {
		t.Errorf("%+v", r.Rates[2])
	}
}

// TestCompareAtTheLevel: a probability that is a test's share of the level, exactly, differs. Of the 20 ways in which three errors
// fall on six claims, two are as improbable as these: 1/10.
func TestCompareAtTheLevel(t *testing.T) {
	paid := []int64{10000, 10000, 10000}
	for level, want := range map[string]bool{"0.2": true, "0.19999999999999999999": false} {
		p := mustCompare(t, ReviewComparison{Significance: dec(level), Reviews: []ReviewedSample{
			centsReview("before", paid, paid), centsReview("after", paid, []int64{0, 0, 0})}}).Pairs[0]
		if !p.ErrorsP.Equal(dec("0.1")) || !p.Dollars.P.Equal(dec("0.1")) || p.ErrorsDiffer != want || p.DollarsDiffer != want {
			t.Errorf("level %s: %+v", level, p)
		}
	}
}

func TestCompareRefuses(t *testing.T) {
	one, two := centsReview("a", paidOne, netOne), centsReview("b", paidTwo, netTwo)
	rich := centsReview("rich", []int64{1<<51 + 1}, []int64{0})
	large := ReviewedSample{Label: "large", Claims: make([]errorrate.Claim, maxReviewClaims+1)}
	for name, c := range map[string]struct {
		c    ReviewComparison
		want error
	}{
		"one":          {ReviewComparison{Reviews: []ReviewedSample{one}}, ErrReviews},
		"too many":     {ReviewComparison{Reviews: make([]ReviewedSample, maxReviews+1)}, ErrReviews},
		"no label":     {ReviewComparison{Reviews: []ReviewedSample{one, {Claims: two.Claims}}}, ErrReviews},
		"label twice":  {ReviewComparison{Reviews: []ReviewedSample{one, {Label: "a", Claims: two.Claims}}}, ErrReviews},
		"large":        {ReviewComparison{Reviews: []ReviewedSample{one, large}}, ErrReviews},
		"rich":         {ReviewComparison{Reviews: []ReviewedSample{one, rich}}, ErrReviews},
		"no claims":    {ReviewComparison{Reviews: []ReviewedSample{one, {Label: "b"}}}, errorrate.ErrNoClaims},
		"netting":      {ReviewComparison{Reviews: []ReviewedSample{one, two}, Netting: "x"}, errorrate.ErrNetting},
		"few permuted": {ReviewComparison{Reviews: []ReviewedSample{one, two}, Permutations: 998}, ErrReplicates},
		"many":         {ReviewComparison{Reviews: []ReviewedSample{one, two}, Permutations: 100_000}, ErrReplicates},
		"significance": {ReviewComparison{Reviews: []ReviewedSample{one, two}, Significance: dec("1")}, ErrSignificance},
		"negative":     {ReviewComparison{Reviews: []ReviewedSample{one, two}, Significance: dec("-0.1")}, ErrSignificance},
		"digits":       {ReviewComparison{Reviews: []ReviewedSample{one, two}, Significance: decimal.New(1, -2_000_000_000)}, ErrSignificance},
		"seed":         {ReviewComparison{Reviews: []ReviewedSample{one, two}, Seed: "a\tb"}, ErrSeed},
	} {
		if r, err := c.c.Compare(); !errors.Is(err, c.want) || r.Rates != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, seed := range []string{"a\nb", "\xFF", strings.Repeat("s", 1001)} {
		const want = "extrapolate: seed: not UTF-8 text of 1 to 1000 bytes without control characters"
		if _, err := (ReviewComparison{Reviews: []ReviewedSample{one, two}, Seed: seed}).Compare(); err == nil || err.Error() != want {
			t.Errorf("%.10q: %v", seed, err)
		}
	}
	var paid, net []int64
	for range 900 {
		paid, net = append(paid, 100), append(net, 1)
	}
	work := ReviewComparison{Seed: "s", Permutations: maxPermutations, Reviews: []ReviewedSample{centsReview("a", paid, net), centsReview("b", paid, net)}}
	if _, err := work.Compare(); !errors.Is(err, ErrReplicates) {
		t.Error(err)
	}
}

// TestPermutationIsEnumeration: on small reviews with ties the count is that of a naive enumeration in rationals, and it
// does not depend on which review comes first.
func TestPermutationIsEnumeration(t *testing.T) {
	cents := rapid.OneOf(rapid.Just(int64(0)), rapid.SampledFrom([]int64{-500, 100, 500, 1000}), rapid.Int64Range(-2000, 1000))
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) ReviewedSample {
			n := rapid.IntRange(1, 5).Draw(t, label)
			var paid, net []int64
			for range n {
				paid = append(paid, rapid.SampledFrom([]int64{1000, 2000, 2500}).Draw(t, "paid"))
				net = append(net, cents.Draw(t, "net"))
			}
			return centsReview(label, paid, net)
		}
		a, b := draw("a"), draw("b")
		got := mustCompare(t, ReviewComparison{Reviews: []ReviewedSample{a, b}}).Pairs[0].Dollars
		swapped := mustCompare(t, ReviewComparison{Reviews: []ReviewedSample{b, a}}).Pairs[0].Dollars
		all := append(append([]errorrate.Claim{}, a.Claims...), b.Claims...)
		difference := func(first func(i int) bool) *big.Rat {
			var sums [4]*big.Rat // net and paid of the first group, net and paid of the second
			for i := range sums {
				sums[i] = new(big.Rat)
			}
			for i, c := range all {
				g := 2
				if first(i) {
					g = 0
				}
				sums[g].Add(sums[g], c.Difference().Rat())
				sums[g+1].Add(sums[g+1], c.Paid.Rat())
			}
			d := new(big.Rat).Quo(sums[0], sums[1])
			return d.Abs(d.Sub(d, new(big.Rat).Quo(sums[2], sums[3])))
		}
		observed := difference(func(i int) bool { return i < len(a.Claims) })
		var total, extreme int64
		for set := range 1 << len(all) {
			n := 0
			for i := range all {
				n += set >> i & 1
			}
			if n != len(a.Claims) {
				continue
			}
			total++
			if difference(func(i int) bool { return set>>i&1 == 1 }).Cmp(observed) >= 0 {
				extreme++
			}
		}
		if !got.Complete || got.Total != total || got.Extreme != extreme {
			t.Fatalf("%d of %d, want %d of %d", got.Extreme, got.Total, extreme, total)
		}
		if swapped.Extreme != extreme || !swapped.P.Equal(got.P) || !swapped.Difference.Equal(got.Difference.Neg()) {
			t.Fatalf("in the other order %d of %d", swapped.Extreme, swapped.Total)
		}
	})
}

// TestExtremeDecidesTies: numbers beyond the digits of a float64, where the two groups are apart by one part in 10^20.
func TestExtremeDecidesTies(t *testing.T) {
	g := regroup{paid: []int64{1 << 40, 1 << 40}, net: []int64{3, 3 + 1<<12}}
	g.allPaid, g.allNet = g.paid[0]+g.paid[1], g.net[0]+g.net[1]
	g.observe(g.paid[0], g.net[0])
	if !g.extreme(g.paid[1], g.net[1]) || !g.extreme(g.paid[0], g.net[0]) {
		t.Error("the two halves are as far apart as themselves")
	}
	if g.extreme(g.paid[0], g.net[0]+1) || !g.extreme(g.paid[0], g.net[0]-1) {
		t.Error("a cent of a billion dollars decides")
	}
}

func TestPText(t *testing.T) {
	for p, want := range map[string]string{"0.0001": "0.0001", "0.00009999": "below 0.0001", "1": "1.0000", "0.05": "0.0500"} {
		if got := pText(dec(p)); got != want {
			t.Errorf("%s: %s", p, got)
		}
	}
}
