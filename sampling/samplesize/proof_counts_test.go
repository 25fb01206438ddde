package samplesize

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
)

// TestDiscoveryByEnumeration holds discovery sizes against a search in exact integers, size by size from 1 up: every
// universe up to 2,000 with chosen numbers of errors, and every number of errors for universes up to 60 and for 2,000.
func TestDiscoveryByEnumeration(t *testing.T) {
	step := int64(1)
	if testing.Short() {
		step = 97
	}
	cells := 0
	for universe := int64(1); universe <= 2000; universe += step {
		counts := map[int64]bool{1: true, 2: true, 3: true, universe: true, universe / 2: true, universe - 1: true}
		for _, percent := range []int64{1, 2, 5, 10, 20} {
			counts[(percent*universe+99)/100] = true
		}
		if universe <= 60 || universe == 2000 {
			for d := range universe {
				counts[d+1] = true
			}
		}
		for d := range counts {
			if d < 1 || d > universe {
				continue
			}
			for i, want := range enumerateDiscovery(universe, d) {
				level := DefaultLevels()[i]
				got, err := Discovery{Universe: universe}.Size(d, level)
				if err != nil || got != want {
					t.Fatalf("%d of %d, %s: %d, %v, want %d", d, universe, level, got, err, want)
				}
				cells++
			}
		}
	}
	t.Logf("%d sizes", cells)
}

// enumerateDiscovery returns the smallest n with C(N-D, n)/C(N, n) <= 0.20, 0.10, 0.05 and 0.01: the quotient is the
// product of (N-D-i)/(N-i) over i = 0 ... n-1, or of (N-n-i)/(N-i) over i = 0 ... D-1, which is shorter for few errors.
func enumerateDiscovery(universe, errors int64) []int64 {
	var sizes []int64
	num, den := big.NewInt(1), big.NewInt(1)
	left, right := new(big.Int), new(big.Int)
	const few = 4
	if errors <= few {
		for i := range errors {
			den.Mul(den, right.SetInt64(universe-i))
		}
	}
	for n := int64(1); n <= universe; n++ {
		if errors <= few {
			num.SetInt64(1)
			for i := range errors {
				num.Mul(num, left.SetInt64(max(0, universe-n-i)))
			}
		} else {
			num.Mul(num, left.SetInt64(max(0, universe-errors-n+1)))
			den.Mul(den, right.SetInt64(universe-n+1))
		}
		for len(sizes) < 4 {
			percent := []int64{20, 10, 5, 1}[len(sizes)]
			if left.Mul(num, left.SetInt64(100)).Cmp(right.Mul(den, right.SetInt64(percent))) > 0 {
				break
			}
			sizes = append(sizes, n)
		}
		if len(sizes) == 4 {
			break
		}
	}
	return sizes
}

// TestAttributeByEnumeration holds attribute sizes against a scan of all sizes from 1 up, for every universe up to 50 and
// some larger ones.
func TestAttributeByEnumeration(t *testing.T) {
	universes := []int64{317, 1000, 2003}
	most := int64(50)
	if testing.Short() {
		universes, most = universes[:1], 12
	}
	for n := range most {
		universes = append(universes, n+1)
	}
	ranges := decs("0.01", "0.02", "0.06", "0.1", "0.333", "0.5", "0.77", "0.99")
	cells := 0
	for _, universe := range universes {
		for _, rate := range decs("0.005", "0.02", "0.2", "0.25", "0.5", "0.73", "0.98") {
			for _, level := range decs("0.8", "0.95") {
				a := Attribute{Universe: universe, Rate: rate}
				sizes := make([]int64, len(ranges))
				for n, left := int64(1), len(ranges); left > 0; n++ {
					i, err := a.Interval(n, level)
					if err != nil {
						t.Fatal(err)
					}
					for k, r := range ranges {
						if sizes[k] == 0 && exact.Int(i.UpperLimit-i.LowerLimit).Cmp(new(big.Rat).Mul(exact.Rat(r), exact.Int(universe))) <= 0 {
							sizes[k] = n
							left--
						}
					}
				}
				for k, r := range ranges {
					c, err := a.Size(level, r)
					if err != nil || c.Size != sizes[k] {
						t.Fatalf("N = %d, rate %s, level %s, range %s: %d, %v, want %d", universe, rate, level, r, c.Size, err,
							sizes[k])
					}
					cells++
				}
			}
		}
	}
	t.Logf("%d sizes", cells)
}

// TestAttributeLimitByEnumeration does the same for one-sided limits.
func TestAttributeLimitByEnumeration(t *testing.T) {
	most := int64(60)
	if testing.Short() {
		most = 20
	}
	universes := []int64{400, 1500}
	for n := range most {
		universes = append(universes, n+1)
	}
	cells := 0
	for _, universe := range universes {
		for _, rate := range decs("0", "0.01", "0.05", "0.3") {
			for _, limit := range decs("0.04", "0.06", "0.1", "0.35", "0.9") {
				if limit.Cmp(rate) <= 0 {
					continue
				}
				for _, level := range decs("0.3", "0.5", "0.9", "0.95") {
					a := AttributeLimit{Universe: universe, Rate: rate}
					want := int64(0)
					for n := int64(1); n <= universe && want == 0; n++ {
						u, err := a.UpperLimit(n, level)
						if err != nil {
							t.Fatal(err)
						}
						if exact.Int(u.UpperLimit).Cmp(new(big.Rat).Mul(exact.Rat(limit), exact.Int(universe))) <= 0 {
							want = n
						}
					}
					c, err := a.Size(level, limit)
					if err != nil || c.Size != want || (c.Empty == OutOfReach) != (want == 0) {
						t.Fatalf("N = %d, rate %s, level %s, limit %s: %+v, %v, want %d", universe, rate, level, limit, c, err, want)
					}
					cells++
				}
			}
		}
	}
	t.Logf("%d sizes", cells)
}

// TestCertificate: what the search of attribute sizes rests on, for every universe up to 24: neither limit falls when one
// unit more is found in error, and neither rises when one more is found not to be.
func TestCertificate(t *testing.T) {
	largest := int64(24)
	if testing.Short() {
		largest = 12
	}
	for universe := int64(1); universe <= largest; universe++ {
		for _, tail := range []*big.Rat{big.NewRat(1, 10), big.NewRat(1, 40), big.NewRat(1, 2), big.NewRat(9, 10)} {
			limits := map[[2]int64][2]int64{}
			for n := int64(1); n <= universe; n++ {
				for x := int64(0); x <= n; x++ {
					lower, err := dist.HypergeometricLower(universe, n, x, tail)
					if err != nil {
						t.Fatal(err)
					}
					upper, err := dist.HypergeometricUpper(universe, n, x, tail)
					if err != nil {
						t.Fatal(err)
					}
					limits[[2]int64{x, n - x}] = [2]int64{lower, upper}
				}
			}
			for at, one := range limits {
				if more, ok := limits[[2]int64{at[0] + 1, at[1]}]; ok && (more[0] < one[0] || more[1] < one[1]) {
					t.Errorf("N = %d, %v: %v, one more in error: %v", universe, at, one, more)
				}
				if more, ok := limits[[2]int64{at[0], at[1] + 1}]; ok && (more[0] > one[0] || more[1] > one[1]) {
					t.Errorf("N = %d, %v: %v, one more not in error: %v", universe, at, one, more)
				}
			}
		}
	}
}

// TestChanceByEnumeration holds the chance to find an error against exact rationals.
func TestChanceByEnumeration(t *testing.T) {
	largest := int64(30)
	if testing.Short() {
		largest = 12
	}
	for universe := int64(1); universe <= largest; universe++ {
		for n := int64(1); n <= universe; n++ {
			for errors := int64(1); errors <= universe; errors++ {
				miss, err := dist.Hypergeometric{Universe: universe, Marked: errors, Sample: n}.CDF(0)
				if err != nil {
					t.Fatal(err)
				}
				got, err := Discovery{Universe: universe}.Chance(n, errors)
				if want := exact.Round(miss.Sub(exact.Int(1), miss)); err != nil || !got.Equal(want) {
					t.Errorf("%d of %d, %d drawn: %s, %v, want %s", errors, universe, n, got, err, want)
				}
			}
		}
	}
}

// TestPublishedAttributeLimits compares with sizes of the AICPA's Audit Guide "Audit Sampling", table A-1 (5 percent risk
// of overreliance, large populations): size and, in parentheses there, the number of deviations expected.
func TestPublishedAttributeLimits(t *testing.T) {
	limits := decs("0.02", "0.03", "0.04", "0.05", "0.06", "0.07", "0.08", "0.09", "0.10", "0.15", "0.20")
	row := func(rate string, cells ...string) {
		t.Helper()
		a := AttributeLimit{Universe: MaxAttributeUniverse, Rate: dec(rate)}
		for i, want := range cells {
			if want == "" {
				continue
			}
			c, err := a.Size(dec("0.95"), limits[i])
			if err != nil {
				t.Fatal(err)
			}
			u, err := a.UpperLimit(c.Size, dec("0.95"))
			if got := fmt.Sprintf("%d(%d)", c.Size, u.Found); err != nil || got != want {
				t.Errorf("expected %s, tolerable %s: %s, %v, want %s", rate, limits[i], got, err, want)
			}
		}
	}
	row("0", "149(0)", "99(0)", "74(0)", "59(0)", "49(0)", "42(0)", "36(0)", "32(0)", "29(0)", "19(0)", "14(0)")
	row("0.0025", "236(1)", "157(1)", "117(1)", "93(1)", "78(1)", "66(1)", "58(1)", "51(1)", "46(1)", "30(1)", "22(1)")
	row("0.0125", "", "", "", "124(2)")
	row("0.02", "", "", "", "181(4)")
}
