package design

import (
	"fmt"
	"math/big"

	"github.com/iromath/iromath/internal/exact"
)

// Hit is a unit that was drawn with probability proportional to size, perhaps more than once.
type Hit struct {
	// Value of the unit, Size of it.
	Value, Size *big.Rat
	// Times it was drawn.
	Times int64
}

// HansenHurwitz estimates the total of a population whose sizes add up to A from n draws with replacement, each of a unit
// with the probability p_i = A_i/A:
//
//	T = 1/n sum y_i/p_i    v = sum (y_i/p_i - T)² / (n(n-1))
//
// where a unit counts as often as it was drawn. Both are unbiased. One draw is an [ErrSingle], or has no variance where
// zeroForSingle is set.
//
// Source: Hansen and Hurwitz, Annals of Mathematical Statistics 14 (1943), 333-362; Cochran (1977), sec. 9A.3.
func HansenHurwitz(size *big.Rat, hits []Hit, zeroForSingle bool) (Part, error) {
	n, values, squares := int64(0), make([]*big.Rat, len(hits)), make([]*big.Rat, len(hits))
	for i, h := range hits {
		n += h.Times
		times := exact.Int(h.Times)
		z := new(big.Rat).Quo(size, h.Size) // y_i/p_i
		z.Mul(z, h.Value)
		values[i] = new(big.Rat).Mul(times, z)
		squares[i] = z.Mul(z, z).Mul(z, times)
	}
	switch {
	case n < 1:
		return Part{}, ErrEmpty
	case n == 1 && !zeroForSingle:
		return Part{}, fmt.Errorf("%w: 1 draw", ErrSingle)
	}
	all := sum(values)
	p := Known(new(big.Rat).Quo(all, exact.Int(n)))
	if n > 1 { // sum (z-T)² = sum z² - n T²
		p.Variance.Mul(all, p.Total)
		p.Variance.Sub(sum(squares), p.Variance)
		p.Variance.Quo(p.Variance, new(big.Rat).Mul(exact.Int(n), exact.Int(n-1)))
	}
	return p, nil
}

// Certain reports whether a unit is hit at every start of a systematic sample of n points on the line of all sizes: where
// it is at least as large as the interval size/n. Its hits are the whole numbers beside n*A_i/A.
func (h Hit) Certain(size *big.Rat, n int64) bool {
	return h.points(size, n).Cmp(exact.Int(1)) >= 0
}

// points is n*A_i/A: how often the unit is hit on average.
func (h Hit) points(size *big.Rat, n int64) *big.Rat {
	p := new(big.Rat).Mul(exact.Int(n), h.Size)
	return p.Quo(p, size)
}

// Possible reports whether a unit can be hit so many times by n points that stand one interval apart.
func (h Hit) Possible(size *big.Rat, n int64) bool {
	off := h.points(size, n)
	off.Sub(off, exact.Int(h.Times))
	return h.Times > 0 && off.Abs(off).Cmp(exact.Int(1)) < 0
}

// SystematicPPS estimates the total of a population whose sizes add up to A from the units hit by n points on the line of
// sizes, one interval A/n apart, from a random start. Units of at least the interval are certain: their values are known
// and counted once. Of the others, each hit with the probability π_i = n A_i/A,
//
//	T = sum y_i/π_i
//
// is the Horvitz-Thompson estimate, unbiased over all starts. A systematic sample has no unbiased estimate of its variance;
// v is that of [HansenHurwitz] from the m hits below the interval, m/(m-1) sum (y_i/π_i - T/m)², as if they had been drawn
// with replacement: on average too large where the order of the units is random or goes with y/size, and too small where
// y/size runs in a rhythm of the interval.
//
// certain and sampled are the two parts. No hit below the interval is an [ErrEmpty], unless the certain units are all there
// is.
//
// Source: Horvitz and Thompson, Journal of the American Statistical Association 47 (1952), 663-685; Madow, Annals of
// Mathematical Statistics 20 (1949), 333-354; Cochran (1977), sec. 9A.7 and 8.11.
func SystematicPPS(size *big.Rat, n int64, hits []Hit, zeroForSingle bool) (certain, sampled Part, m int64, err error) {
	certain, sampled = Known(new(big.Rat)), Known(new(big.Rat))
	rest := new(big.Rat).Set(size)
	var below []Hit
	for _, h := range hits {
		if !h.Certain(size, n) {
			below = append(below, h)
			m += h.Times
			continue
		}
		certain.Total.Add(certain.Total, h.Value)
		rest.Sub(rest, h.Size)
	}
	switch {
	case m == 0 && rest.Sign() == 0:
		return certain, sampled, 0, nil
	case m == 0:
		return certain, sampled, 0, fmt.Errorf("%w: no unit below the interval was hit", ErrEmpty)
	}
	// As draws with replacement each of them has the probability π_i/m: sizes that add up to m*A/n.
	line := new(big.Rat).Mul(size, big.NewRat(m, n))
	sampled, err = HansenHurwitz(line, below, zeroForSingle)
	return certain, sampled, m, err
}
