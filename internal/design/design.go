package design

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/iromath/iromath/internal/exact"
)

// Errors of a stage of a design.
var (
	// ErrSingle: one unit was drawn out of more, so that there is no estimate of a variance.
	ErrSingle = errors.New("one unit drawn out of more has no variance")
	// ErrUniverse: there are fewer units than were drawn from them.
	ErrUniverse = errors.New("universe is smaller than its sample")
	// ErrEmpty: nothing was drawn.
	ErrEmpty = errors.New("sample is empty")
)

// Part is what a sample says of a part of the population: the estimate of its total and of the variance of that estimate.
type Part struct{ Total, Variance *big.Rat }

// Known is a part that was examined completely.
func Known(total *big.Rat) Part { return Part{total, new(big.Rat)} }

// Sum adds parts that were sampled independently of each other.
//
//	T = sum T_i    v = sum v_i
func Sum(parts []Part) Part {
	totals, variances := make([]*big.Rat, len(parts)), make([]*big.Rat, len(parts))
	for i, p := range parts {
		totals[i], variances[i] = p.Total, p.Variance
	}
	return Part{sum(totals), sum(variances)}
}

// sum adds rationals by halves. One after the other, each step would work with the digits of all denominators before it:
// here that is so in the last few additions only, and thousands of sizes without a common factor take seconds, not hours.
func sum(list []*big.Rat) *big.Rat {
	switch n := len(list); n {
	case 0:
		return new(big.Rat)
	case 1:
		return new(big.Rat).Set(list[0])
	default:
		left := sum(list[:n/2])
		return left.Add(left, sum(list[n/2:]))
	}
}

// Items is what a stage needs to know of the items that were drawn from a unit.
type Items struct {
	Count int64
	Mean  *big.Rat
	// Variance of the items, divisor Count-1; nil for a single item.
	Variance *big.Rat
}

// Binary are count items of which some are marked: ones among zeros.
//
//	mean = p    variance = n/(n-1) * p(1-p)
func Binary(count, marked int64) Items {
	i := Items{Count: count, Mean: big.NewRat(marked, max(count, 1))}
	if count > 1 {
		i.Variance = exact.Int(marked)
		i.Variance.Mul(i.Variance, exact.Int(count-marked))
		i.Variance.Quo(i.Variance, exact.Int(count))
		i.Variance.Quo(i.Variance, exact.Int(count-1))
	}
	return i
}

// Simple estimates the total of a unit of M items from a simple random sample of m of them.
//
//	T = M * mean    v = M(M-m)/m * s^2
//
// The variance is zero where all items were drawn. A single item drawn out of more is an [ErrSingle], or has no variance
// where zeroForSingle is set.
//
// Source: Cochran (1977), theorems 2.1 and 2.4; RAT-STATS Companion Manual 3-6.
func Simple(universe int64, items Items, zeroForSingle bool) (Part, error) {
	factor, err := spread(universe, items.Count, zeroForSingle)
	if err != nil {
		return Part{}, err
	}
	part := Known(new(big.Rat).Mul(exact.Int(universe), items.Mean))
	if factor.Sign() != 0 {
		part.Variance.Mul(factor, items.Variance)
	}
	return part, nil
}

// spread returns M(M-m)/m, the factor of the variance among the units that were drawn, or 0 where that variance does not
// count.
func spread(universe, drawn int64, zeroForSingle bool) (*big.Rat, error) {
	switch {
	case drawn < 1:
		return nil, ErrEmpty
	case universe < drawn:
		return nil, fmt.Errorf("%w: %d drawn of %d", ErrUniverse, drawn, universe)
	case drawn == 1 && universe > 1 && !zeroForSingle:
		return nil, fmt.Errorf("%w: 1 drawn of %d", ErrSingle, universe)
	case drawn == 1:
		return new(big.Rat), nil
	}
	f := new(big.Rat).Mul(exact.Int(universe), exact.Int(universe-drawn))
	return f.Quo(f, exact.Int(drawn)), nil
}

// Stage is an estimate from units that were drawn, with the two sources of its variance.
type Stage struct {
	Part
	// Between is the variance from drawing units, Within that from drawing inside of them. They add up to Variance.
	Between, Within *big.Rat
}

// Expand estimates the total of N units from a simple random sample of n of them, each with an estimate of its own.
//
//	T = N/n * sum T_i
//	v = N(N-n)/n * s^2 + N/n * sum v_i,    s^2 = sum (T_i - mean T)^2 / (n-1)
//
// The first term is zero where all units were drawn; a single unit is treated as in [Simple].
//
// Source: Cochran (1977), theorem 11.2 and eq. 10.52; RAT-STATS Companion Manual 3-23, 3-34.
func Expand(universe int64, units []Part, zeroForSingle bool) (Stage, error) {
	n := int64(len(units))
	factor, err := spread(universe, n, zeroForSingle)
	if err != nil {
		return Stage{}, err
	}
	all := Sum(units)
	raise := big.NewRat(universe, n)
	s := Stage{Between: new(big.Rat), Within: new(big.Rat).Mul(raise, all.Variance)}
	if factor.Sign() != 0 {
		s.Between.Mul(factor, variance(units, all.Total))
	}
	s.Part = Part{raise.Mul(raise, all.Total), new(big.Rat).Add(s.Between, s.Within)}
	return s, nil
}

// variance is that of the totals of units, which add up to total, divisor n-1: (sum T_i^2 - total^2/n) / (n-1). The mean
// has the digits of all units together, and is not taken from each of them.
func variance(units []Part, total *big.Rat) *big.Rat {
	squares := make([]*big.Rat, len(units))
	for i, u := range units {
		squares[i] = new(big.Rat).Mul(u.Total, u.Total)
	}
	n := int64(len(units))
	v := new(big.Rat).Mul(total, total)
	v.Sub(sum(squares), v.Quo(v, exact.Int(n)))
	return v.Quo(v, exact.Int(n-1))
}

// Residuals are units with what a ratio explains taken out of their totals, so that the variance of a ratio estimate is that of
// a total of residuals: T_i - ratio * size_i, with the variance inside of each unit as it is. (Taking the same amount from
// each item of a unit changes no variance among its items.)
//
// Source: Cochran (1977), sec. 6.4 and eq. 11.30; RAT-STATS Companion Manual 2-17, 2-26.
func Residuals(units []Part, sizes []*big.Rat, ratio *big.Rat) []Part {
	residuals := make([]Part, len(units))
	for i, u := range units {
		explained := new(big.Rat).Mul(ratio, sizes[i])
		residuals[i] = Part{explained.Sub(u.Total, explained), u.Variance}
	}
	return residuals
}
