package samplesize

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Discovery is the size of a discovery sample: the smallest number of units that finds at least one in error, with a
// given confidence, if a given share or number of the universe is in error. A sample that finds none then says, with
// that confidence, that fewer are. It is no RAT-STATS module.
//
// A sample of n out of N units of which D are in error misses all of them with the hypergeometric probability
//
//	C(N-D, n) / C(N, n)
//
// and the size is the smallest n for which that is at most 1 - confidence, decided in exact arithmetic.
//
// Source: discovery sampling, Arkin, Handbook of Sampling for Auditing and Accounting (1984); Cochran (1977), ch. 3, for
// the distribution.
type Discovery struct {
	// Universe is the number of units the sample is drawn from, up to [MaxAttributeUniverse].
	Universe int64 `json:"universe"`
	// Rates are shares of the universe in error, fractions above 0 and up to 1; a part of a unit counts as one more. 6
	// percent of 500 are 30.
	Rates []decimal.Decimal `json:"rates,omitempty"`
	// Counts are numbers of units in error, in addition to Rates.
	Counts []int64 `json:"counts,omitempty"`
	// Levels are the confidences, fractions; none means 0.80, 0.90, 0.95 and 0.99.
	Levels []decimal.Decimal `json:"levels,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d Discovery) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// DiscoveryTable is the result of [Discovery.Table]. Its precisions are the shares in error: a row for each rate and then
// for each count.
type DiscoveryTable struct {
	Table
	// Universe is the number of units in the universe.
	Universe int64 `json:"universe"`
	// Errors are the numbers of units in error of the rows.
	Errors []int64 `json:"errors"`
}

// MarshalJSON writes decimals as strings.
func (t DiscoveryTable) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// Table works out all sizes. Errors: [ErrUniverse], [ErrRate] (none given, a rate that is not above 0 and up to 1, a
// count that is not between 1 and the universe), appraisal.ErrLevel. Warnings: "small_size" where a size is under 30,
// "part_of_a_unit" where a rate is no whole number of units.
func (d Discovery) Table() (DiscoveryTable, error) {
	if err := checkCounts(d.Universe); err != nil {
		return DiscoveryTable{}, err
	}
	if len(d.Rates)+len(d.Counts) == 0 {
		return DiscoveryTable{}, fmt.Errorf("%w: neither a rate nor a count is given", ErrRate)
	}
	if len(d.Rates)+len(d.Counts) > maxAxis {
		return DiscoveryTable{}, fmt.Errorf("%w: %d rates and %d counts; at most %d together", ErrRate,
			len(d.Rates), len(d.Counts), maxAxis)
	}
	t := DiscoveryTable{Universe: d.Universe}
	shares := slices.Clone(d.Rates)
	var parts []Warning
	for _, r := range d.Rates {
		errors, whole, err := d.errors(r)
		if err != nil {
			return DiscoveryTable{}, err
		}
		if !whole && parts == nil {
			parts = append(parts, finding.Warn("part_of_a_unit", "A share of %s of %d units is no whole number of units: the "+
				"sizes are those of %d units in error.", exact.String(exact.Canonical(r)), d.Universe, errors))
		}
		t.Errors = append(t.Errors, errors)
	}
	for _, c := range d.Counts {
		if c < 1 || c > d.Universe {
			return DiscoveryTable{}, fmt.Errorf("%w: a count of %d is not between 1 and the universe of %d", ErrRate, c, d.Universe)
		}
		shares = append(shares, exact.Round(big.NewRat(c, d.Universe)))
		t.Errors = append(t.Errors, c)
	}
	levels := d.Levels
	if len(levels) == 0 {
		levels = DefaultLevels()
	}
	var err error
	cells := 0 // filled row by row
	t.Table, err = newTable(levels, shares, func(level, share decimal.Decimal) (Cell, error) {
		n, err := d.size(t.Errors[cells/len(levels)], level)
		cells++
		return wholeCell(level, share, n), err
	})
	if err != nil {
		return DiscoveryTable{}, err
	}
	t.Warnings = append(t.Warnings, parts...)
	return t, nil
}

// Size answers for one number of units in error and one confidence. Errors as for [Discovery.Table].
func (d Discovery) Size(errors int64, level decimal.Decimal) (int64, error) {
	d.Rates, d.Counts, d.Levels = nil, []int64{errors}, []decimal.Decimal{level}
	t, err := d.Table()
	if err != nil {
		return 0, err
	}
	return t.Rows[0][0].Size, nil
}

// errors returns how many units a share is, and whether that is a whole number without rounding up.
func (d Discovery) errors(rate decimal.Decimal) (units int64, whole bool, err error) {
	if exact.Check(rate) != nil || rate.Sign() <= 0 || rate.Cmp(decimal.NewFromInt(1)) > 0 {
		return 0, false, fmt.Errorf("%w: %s is not above 0 and up to 1", ErrRate, exact.String(rate))
	}
	r := exact.Rat(rate)
	r.Mul(r, exact.Int(d.Universe))
	return ceil(r), r.IsInt(), nil
}

// size searches between 1 and N-D+1 units, of which one is in error for certain. The probability to miss all falls with
// every unit.
func (d Discovery) size(errors int64, level decimal.Decimal) (int64, error) {
	tail, err := tailOf(level, 1)
	if err != nil {
		return 0, err
	}
	low, high := int64(1), d.Universe-errors+1
	for low < high {
		mid := low + (high-low)/2
		sign, err := dist.Hypergeometric{Universe: d.Universe, Marked: errors, Sample: mid}.Compare(0, tail)
		if err != nil {
			return 0, err
		}
		if sign <= 0 {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return high, nil
}

// Chance returns the probability that a sample of n units finds at least one of so many in error: the inverse of a
// size. Errors: [ErrSize] and those of [Discovery.Table].
func (d Discovery) Chance(n, errors int64) (decimal.Decimal, error) {
	switch err := checkCounts(d.Universe); {
	case err != nil:
		return decimal.Decimal{}, err
	case errors < 1 || errors > d.Universe:
		return decimal.Decimal{}, fmt.Errorf("%w: a count of %d is not between 1 and the universe of %d", ErrRate, errors,
			d.Universe)
	case n < 1 || n > d.Universe:
		return decimal.Decimal{}, fmt.Errorf("%w: %d is not between 1 and the universe of %d", ErrSize, n, d.Universe)
	}
	return chance(d.Universe, n, errors), nil
}

// chance is 1 - C(N-D, n)/C(N, n). With k the smaller of D and n and m the larger, the quotient is the product of
// (N-m-i)/(N-i) for i = 0 ... k-1. It is enclosed by products rounded down and up, with more bits until both ends give
// the same 20 digits, and is 0 to 20 digits of 1 once it is below 1e-30: that takes fewer than 400,000 factors, since j
// of them leave at most e^(-jm/N), and j is not above m.
func chance(universe, n, errors int64) decimal.Decimal {
	k, m := min(n, errors), max(n, errors)
	if k > universe-m {
		return exact.Round(exact.Int(1)) // the sample is larger than what is not in error
	}
	var result decimal.Decimal
	decide(func(bits uint, last bool) bool {
		miss := [2]*big.Float{
			new(big.Float).SetPrec(bits).SetMode(big.ToNegativeInf).SetInt64(1),
			new(big.Float).SetPrec(bits).SetMode(big.ToPositiveInf).SetInt64(1),
		}
		for i := range k {
			for _, f := range miss {
				f.Mul(f, new(big.Float).SetInt64(universe-m-i))
				f.Quo(f, new(big.Float).SetInt64(universe-i))
			}
			if miss[1].MantExp(nil) < -100 {
				miss[0].SetInt64(0)
				break
			}
		}
		low, _ := miss[0].Rat(nil)
		high, _ := miss[1].Rat(nil)
		one := exact.Int(1)
		var ok bool
		result, ok = span{one.Sub(one, high), new(big.Rat).Sub(exact.Int(1), low)}.rounded()
		return ok || last
	})
	return result
}
