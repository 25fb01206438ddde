package extrapolate

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/hashstream"
)

const permutationPurpose = "iromath permutation test"

// permute tests the difference of the dollar error rates of two reviews. It returns the exact p-value beside the test.
func (c ReviewComparison) permute(ctx context.Context, a, b comparedReview, number, pairs int) (PermutationTest, *big.Rat, error) {
	pool := regroup{paid: slices.Concat(a.paid, b.paid), net: slices.Concat(a.net, b.net)}
	for i := range pool.paid {
		pool.allPaid += pool.paid[i]
		pool.allNet += pool.net[i]
	}
	var paid, net int64
	for i := range a.paid {
		paid += a.paid[i]
		net += a.net[i]
	}
	pool.observe(paid, net)
	difference := new(big.Rat).Sub(b.rate.Exact(), a.rate.Exact())
	t := PermutationTest{Difference: exact.Round(difference)}
	size, total := min(len(a.paid), len(b.paid)), len(pool.paid)
	if ways := binomialUpTo(total, size, c.Permutations); ways > 0 {
		t.Complete, t.Total = true, ways
		pool.all(size, func(paid, net int64) {
			if pool.extreme(paid, net) {
				t.Extreme++
			}
		})
		p := big.NewRat(t.Extreme, t.Total)
		t.P = exact.Round(p)
		return t, p, nil
	}
	if c.Seed == "" {
		return t, nil, fmt.Errorf("%w: there are too many regroupings of %d claims to go through all; drawing them takes a seed",
			ErrSeed, total)
	}
	if c.Permutations*int64(size)*int64(pairs) > maxPermutationWork {
		return t, nil, fmt.Errorf("%w: %d permutations of %d claims for %d comparisons are too many", ErrReplicates,
			c.Permutations, size, pairs)
	}
	stream, err := hashstream.New(permutationPurpose, fmt.Sprintf("%s %d", c.Seed, number))
	if err != nil {
		return t, nil, fmt.Errorf("%w: %w", ErrSeed, err)
	}
	t.Total, t.Seed, t.Generator = c.Permutations, c.Seed, hashstream.Generator
	drawn, taken := make([]int64, size), make(map[int64]struct{}, size)
	for range t.Total {
		if err := ctx.Err(); err != nil {
			return t, nil, err
		}
		clear(taken)
		stream.Floyd(drawn, int64(total), taken)
		paid, net = 0, 0
		for _, i := range drawn {
			paid += pool.paid[i]
			net += pool.net[i]
		}
		if pool.extreme(paid, net) {
			t.Extreme++
		}
	}
	p := big.NewRat(t.Extreme+1, t.Total+1)
	t.P = exact.Round(p)
	return t, p, nil
}

// regroup holds the claims of two reviews together, in cents.
type regroup struct {
	paid, net         []int64
	allPaid, allNet   int64
	numerator         *big.Int // of the observed difference
	denominator       *big.Int
	roughly, tolerate float64
}

// The difference of the rates of a group with net a and paid p and of the rest of net T and paid P is
//
//	a/p - (T-a)/(P-p) = (aP - Tp) / (p (P-p))
//
// Both groups have a claim at least, and every claim a payment, so that no rate divides by zero.
func (g *regroup) difference(paid, net int64) (numerator, denominator *big.Int) {
	numerator = new(big.Int).Mul(big.NewInt(net), big.NewInt(g.allPaid))
	numerator.Sub(numerator, new(big.Int).Mul(big.NewInt(g.allNet), big.NewInt(paid)))
	denominator = new(big.Int).Mul(big.NewInt(paid), big.NewInt(g.allPaid-paid))
	return numerator.Abs(numerator), denominator
}

// observe sets the difference that the others are held against.
func (g *regroup) observe(paid, net int64) {
	g.numerator, g.denominator = g.difference(paid, net)
	g.roughly, _ = new(big.Rat).SetFrac(g.numerator, g.denominator).Float64()
	g.tolerate = 1e-9
}

// extreme reports whether a group differs from the rest by at least the observed difference. Floating point decides where
// it is far from a tie: rates are of numbers below 2^53, so the error of the difference is below 1e-15 of the rates
// themselves. What is nearer than that is decided in integers.
func (g *regroup) extreme(paid, net int64) bool {
	x, y := float64(net)/float64(paid), float64(g.allNet-net)/float64(g.allPaid-paid)
	d := x - y
	if d < 0 {
		d = -d
	}
	size := 1.0
	for _, v := range []float64{x, -x, y, -y} {
		size = max(size, v)
	}
	if gap := d - g.roughly; gap > g.tolerate*size || gap < -g.tolerate*size {
		return gap > 0
	}
	numerator, denominator := g.difference(paid, net)
	return numerator.Mul(numerator, g.denominator).Cmp(denominator.Mul(denominator, g.numerator)) >= 0
}

// all goes through every group of a size, in the order of the places of its claims.
func (g *regroup) all(size int, visit func(paid, net int64)) {
	var choose func(from, left int, paid, net int64)
	choose = func(from, left int, paid, net int64) {
		if left == 0 {
			visit(paid, net)
			return
		}
		for i := from; i <= len(g.paid)-left; i++ {
			choose(i+1, left-1, paid+g.paid[i], net+g.net[i])
		}
	}
	choose(0, size, 0, 0)
}

// binomialUpTo returns C(n, k) if it is not above limit, 0 otherwise.
func binomialUpTo(n, k int, limit int64) int64 {
	ways := int64(1)
	for i := 1; i <= min(k, n-k); i++ {
		ways = ways * int64(n-i+1) / int64(i)
		if ways > limit {
			return 0
		}
	}
	return ways
}
