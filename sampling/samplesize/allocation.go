package samplesize

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// Allocation says how a sample is divided among strata.
type Allocation string

const (
	// Optimal allocates by N*s, as RAT-STATS does, and by N*s/sqrt(cost) where strata have a cost: the least cost for a
	// precision. Sources: RAT-STATS Companion Manual 4-20; Neyman (1934); Cochran (1977), sec. 5.5.
	Optimal Allocation = "optimal"
	// Proportional allocates by N. Source: Cochran (1977), sec. 5.3, 5.9.
	Proportional Allocation = "proportional"
)

// shares are the numbers that a sample is allocated by, up to a common factor, which cancels in every size.
//
// N*s/sqrt(cost) is a root. Where the roots have rational ratios (all deviations typed, or one stratum, or equal
// deviations) the shares are rationals and all that follows is exact. Otherwise they are known as intervals that are
// made narrower until they decide: see [decide].
type shares struct {
	rational []*big.Rat
	squares  []*big.Rat // used where rational is nil
}

func (l layers) shares(a Allocation) (shares, error) {
	var s shares
	switch a {
	case Proportional:
		for _, one := range l.list {
			s.rational = append(s.rational, exact.Int(one.universe))
		}
		return s, nil
	case Optimal, "":
	default:
		return s, fmt.Errorf("%w: %q is neither %q nor %q", ErrAllocation, a, Optimal, Proportional)
	}
	squares := make([]*big.Rat, len(l.list))
	for i, one := range l.list {
		square := new(big.Rat).Mul(one.spread(), exact.Int(one.universe))
		squares[i] = square.Quo(square, one.cost)
	}
	return roots(squares), nil
}

// roots returns the square roots of numbers, up to a common factor where that makes all of them rational.
func roots(squares []*big.Rat) shares {
	s := shares{squares: squares}
	var unit *big.Rat // the first that is not 0
	for _, square := range squares {
		if unit == nil && square.Sign() > 0 {
			unit = square
		}
		ratio := new(big.Rat)
		if unit != nil {
			var ok bool
			if ratio, ok = exact.RationalSqrt(ratio.Quo(square, unit)); !ok {
				return shares{squares: squares}
			}
		}
		s.rational = append(s.rational, ratio)
	}
	return s
}

// at returns the shares as intervals, their ends not 0 and equal in their first bits where they are roots.
func (s shares) at(bits uint) []span {
	list := make([]span, 0, len(s.squares))
	for _, r := range s.rational {
		list = append(list, exactly(r))
	}
	if s.rational != nil {
		return list
	}
	for _, r := range s.squares {
		if r.Sign() == 0 {
			list = append(list, exactly(r))
			continue
		}
		places := bits + uint(max(0, r.Denom().BitLen()-r.Num().BitLen()))
		below := new(big.Int).Lsh(r.Num(), 2*places)
		below.Sqrt(below.Quo(below, r.Denom()))
		above := new(big.Int).Add(below, big.NewInt(1))
		unit := new(big.Int).Lsh(big.NewInt(1), places)
		list = append(list, span{new(big.Rat).SetFrac(below, unit), new(big.Rat).SetFrac(above, unit)})
	}
	return list
}

// rootSum returns the sum of the square roots.
func rootSum(squares []*big.Rat) decimal.Decimal {
	var result decimal.Decimal
	decide(func(bits uint, last bool) bool {
		sum := exactly(new(big.Rat))
		for _, r := range (shares{squares: squares}).at(bits) {
			sum = sum.plus(r)
		}
		var ok bool
		result, ok = sum.rounded()
		return ok || last
	})
	return result
}

// ratios returns the shares as fractions of their sum, nil for a sum of 0.
func (s shares) ratios() []decimal.Decimal {
	var ratios []decimal.Decimal
	decide(func(bits uint, last bool) bool {
		list := s.at(bits)
		sum := exactly(new(big.Rat))
		for _, b := range list {
			sum = sum.plus(b)
		}
		ratios = nil
		if sum.hi.Sign() == 0 {
			return true
		}
		for _, b := range list {
			r, ok := b.over(sum).rounded()
			if !ok && !last {
				return false
			}
			ratios = append(ratios, r)
		}
		return true
	})
	return ratios
}

// want is what is allocated: a known total, or whatever keeps the variance of the total at the one wanted.
type want struct {
	size     *big.Rat // nil: from variance
	variance *big.Rat
	again    bool // after a stratum was cut to its universe, size the rest anew
}

// allot allocates a sample to the shares b:
//
//	n   = sum(b) * sum((N*s)^2/b) / (variance + sum(N*s^2))
//	n_i = n * b_i / sum(b)
//
// which for b = N*s is RAT-STATS' n = SUM1^2/((E/z)^2 + SUM2) (Companion Manual 4-20), and for b = N*s/sqrt(cost) and
// b = N the n of Cochran (1977), sec. 5.5 and 5.9. A stratum whose part exceeds its universe is taken in full and n is
// reduced by it; the remainder is allocated to the others (Companion Manual 4-21, comment 2) until none exceeds its
// universe. RAT-STATS does not size the remainder anew; with again it is, by the formula for n over the others
// (Cochran sec. 5.8).
//
// It reports false where the intervals are too wide to tell whether a stratum exceeds its universe; at the last width
// there is, that counts as "just reaches it".
func (l layers) allot(b []span, w want, bits uint, last bool) (sizes []span, full []bool, ok bool) {
	full = make([]bool, len(b))
	var n span
	if w.size != nil {
		n = exactly(w.size)
	}
	taken := new(big.Rat) // by strata in full
	for first := true; ; first = false {
		if w.size == nil && (first || w.again) {
			n = l.need(b, full, w.variance, bits).plus(exactly(taken))
		}
		left := span{new(big.Rat).Sub(n.lo, taken), new(big.Rat).Sub(n.hi, taken)}
		sum := exactly(new(big.Rat))
		for i := range b {
			if !full[i] {
				sum = sum.plus(b[i])
			}
		}
		sizes = make([]span, len(b))
		cut := false
		for i, s := range l.list {
			most := exact.Int(s.universe)
			switch {
			case full[i]:
				sizes[i] = exactly(most)
				continue
			case b[i].hi.Sign() == 0:
				sizes[i] = exactly(new(big.Rat))
				continue
			}
			sizes[i] = left.times(b[i]).over(sum).short(bits)
			if sizes[i].lo.Cmp(most) > 0 {
				full[i], cut = true, true
				taken.Add(taken, most)
			} else if sizes[i].hi.Cmp(most) > 0 {
				if !last {
					return nil, nil, false
				}
				sizes[i] = exactly(most)
			}
		}
		if !cut {
			return sizes, full, true
		}
	}
}

// need is the n of [layers.allot] over the strata that are not full.
func (l layers) need(b []span, full []bool, variance *big.Rat, bits uint) span {
	sum, errors, spread := exactly(new(big.Rat)), exactly(new(big.Rat)), new(big.Rat)
	for i, s := range l.list {
		if full[i] {
			continue
		}
		sum = sum.plus(b[i])
		if s.variance.Sign() > 0 {
			one := s.spread()
			spread.Add(spread, one)
			errors = errors.plus(exactly(one.Mul(one, exact.Int(s.universe))).over(b[i]).short(bits))
		}
	}
	if spread.Sign() == 0 {
		return exactly(spread)
	}
	return sum.times(errors).over(exactly(spread.Add(spread, variance))).short(bits)
}
