package samplesize

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// RootFrequency finds the boundaries of strata by the cumulative root frequency rule: with the units counted in classes
// by an amount that is known for all of them (the paid amount), add up sqrt(count*width) class by class, divide the sum
// by the number of strata, and set the boundaries at the class limits nearest to these marks. With equal shares of the
// sample such strata come near the least variance. RAT-STATS has no procedure for boundaries.
//
// Sources: Dalenius & Hodges, Minimum variance stratification, JASA 54 (1959); Cochran (1977), sec. 5A.7.
type RootFrequency struct {
	// Lower is the lower limit of the first class.
	Lower decimal.Decimal `json:"lower"`
	// Classes in ascending order, 2 to 10,000. Their widths may differ.
	Classes []FrequencyClass `json:"classes"`
	// Strata is the number of strata wanted, at least 2.
	Strata int `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (f RootFrequency) MarshalJSON() ([]byte, error) { return jsonform.Marshal(f) }

// FrequencyClass counts the units between the upper limit of the class before and its own. To which class a unit on a
// limit belongs is the caller's rule, and that of the strata.
type FrequencyClass struct {
	// Upper is the upper limit.
	Upper decimal.Decimal `json:"upper"`
	// Count is the number of units in the class.
	Count int64 `json:"count"`
}

// MarshalJSON writes decimals as strings.
func (c FrequencyClass) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// BoundedStratum is a stratum between two limits.
type BoundedStratum struct {
	// Lower and Upper are class limits.
	Lower decimal.Decimal `json:"lower"`
	Upper decimal.Decimal `json:"upper"`
	// Universe is the number of units in the stratum.
	Universe int64 `json:"universe"`
	// RootSum is the sum of sqrt(count*width) of its classes; the nearer these are to each other, the better.
	RootSum decimal.Decimal `json:"rootSum"`
}

// MarshalJSON writes decimals as strings.
func (s BoundedStratum) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Boundaries is the result of [RootFrequency.Boundaries].
type Boundaries struct {
	// Strata in ascending order.
	Strata []BoundedStratum `json:"strata"`
	// Universe is the number of units in all classes.
	Universe int64 `json:"universe"`
	// RootSum is the sum over all classes.
	RootSum decimal.Decimal `json:"rootSum"`
}

// MarshalJSON writes decimals as strings.
func (b Boundaries) MarshalJSON() ([]byte, error) { return jsonform.Marshal(b) }

// Boundaries works the boundaries out. Halfway between two limits the lower one is taken. Errors: [ErrFrequencies]: the
// classes do not ascend, a count is negative, or the classes are too coarse for so many strata; [ErrUniverse].
func (f RootFrequency) Boundaries() (Boundaries, error) {
	squares, err := f.squares()
	if err != nil {
		return Boundaries{}, err
	}
	ends, err := f.ends(squares)
	if err != nil {
		return Boundaries{}, err
	}
	var b Boundaries
	start, lower := 0, f.Lower
	for h, end := range ends {
		s := BoundedStratum{Lower: exact.Canonical(lower), Upper: exact.Canonical(f.Classes[end-1].Upper)}
		for _, c := range f.Classes[start:end] {
			s.Universe += c.Count
		}
		if s.Universe == 0 {
			return Boundaries{}, f.tooCoarse(h)
		}
		s.RootSum = rootSum(squares[start:end])
		b.Universe += s.Universe
		b.Strata = append(b.Strata, s)
		start, lower = end, s.Upper
	}
	b.RootSum = rootSum(squares)
	return b, nil
}

// squares checks the classes and returns count*width of each.
func (f RootFrequency) squares() ([]*big.Rat, error) {
	if len(f.Classes) < 2 || len(f.Classes) > 10_000 {
		return nil, fmt.Errorf("%w: %d classes; from 2 to 10,000 are possible", ErrFrequencies, len(f.Classes))
	}
	if f.Strata < 2 || f.Strata > len(f.Classes) {
		return nil, fmt.Errorf("%w: %d strata of %d classes", ErrFrequencies, f.Strata, len(f.Classes))
	}
	if err := exact.Check(f.Lower); err != nil {
		return nil, fmt.Errorf("%w: lower limit: %w", ErrFrequencies, err)
	}
	lower, units := exact.Rat(f.Lower), int64(0)
	var squares []*big.Rat
	for i, c := range f.Classes {
		if err := exact.Check(c.Upper); err != nil {
			return nil, fmt.Errorf("%w: class %d: %w", ErrFrequencies, i+1, err)
		}
		upper := exact.Rat(c.Upper)
		width := new(big.Rat).Sub(upper, lower)
		if width.Sign() <= 0 || c.Count < 0 {
			return nil, fmt.Errorf("%w: class %d up to %s with %d units: limits have to ascend, counts are not negative",
				ErrFrequencies, i+1, exact.String(c.Upper), c.Count)
		}
		if c.Count > MaxUniverse-units {
			return nil, fmt.Errorf("%w: the classes up to %d have more than %d units", ErrUniverse, i+1, int64(MaxUniverse))
		}
		units += c.Count
		squares = append(squares, width.Mul(width, exact.Int(c.Count)))
		lower = upper
	}
	if units == 0 {
		return nil, fmt.Errorf("%w: no units", ErrFrequencies)
	}
	return squares, nil
}

// ends returns, for each stratum, the number of classes up to its upper boundary: the smallest j at which mark h, h/L
// of the sum, is no farther from the sum up to j than from the next: L*(sum(j) + sum(j+1)) >= 2*h*sum.
func (f RootFrequency) ends(squares []*big.Rat) ([]int, error) {
	var ends []int
	all := roots(squares)
	decide(func(bits uint, last bool) bool {
		ends = nil
		sums := []span{exactly(new(big.Rat))}
		for i, r := range all.at(bits) {
			sums = append(sums, sums[i].plus(r))
		}
		total, j := sums[len(sums)-1], 0
		strata := exactly(exact.Int(int64(f.Strata)))
		for h := 1; h < f.Strata; h++ {
			mark := total.times(exactly(exact.Int(2 * int64(h))))
			for ; j < len(squares); j++ {
				both := sums[j].plus(sums[j+1]).times(strata)
				if both.lo.Cmp(mark.hi) >= 0 {
					break
				}
				if both.hi.Cmp(mark.lo) >= 0 {
					if !last {
						return false
					}
					break
				}
			}
			ends = append(ends, j)
		}
		ends = append(ends, len(squares))
		return true
	})
	for h, end := range ends {
		if end == 0 || h > 0 && end <= ends[h-1] {
			return nil, f.tooCoarse(h)
		}
	}
	return ends, nil
}

func (f RootFrequency) tooCoarse(h int) error {
	return fmt.Errorf("%w: the classes are too coarse for %d strata: none is left for stratum %d",
		ErrFrequencies, f.Strata, h+1)
}
