package samplesize

import (
	"context"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// MaxAttributeUniverse is the largest universe of a size that rests on counts: RAT-STATS' limit of the unrestricted
// attribute appraisal (User's Guide A-1).
const MaxAttributeUniverse = dist.MaxUniverse

// Attribute is RAT-STATS' "Attribute Sample Size Determination": how many units to draw so that the interval of the share
// of units in error is not wider than a precision range.
//
// A sample of n units is assumed to find Rate*n errors, rounded to the nearest integer, half up. Its limits are the exact
// hypergeometric ones of the unrestricted attribute appraisal, k1 and k2 units of the universe. The size is the smallest
// n with
//
//	k2 - k1 <= range * universe,
//
// the rule that the manuals state (User's Guide 5-29, Companion Manual 4-22). range * universe is used as it is, not
// rounded. RAT-STATS prints sizes that are 0 to 6 larger in the worked examples, by a search it does not describe; two of
// them miss the range by one unit.
//
// # Certificate
//
// The width is no monotone function of n, because the number found is rounded. That no smaller n meets the range is
// proven all the same. Let u(x, y) be the upper limit when x units found are in error and y are not; it does not fall
// with x and does not rise with y, and neither does the lower limit l(x, y): one unit more in the sample raises the
// number found by 0 or 1. From n = a to n = b both x and y only grow, as 0 <= Rate <= 1, say from x_a to x_b and y_a to
// y_b. So
//
//	k2 - k1 >= u(x_a, y_b) - l(x_b, y_a)   for every n from a to b,
//
// and where the right side exceeds the range no such n meets it. The search covers all sizes below its result with such
// blocks, from 1 on; near the result they are single sizes, for which both sides are equal.
//
// Source: RAT-STATS Companion Manual 4-22 to 4-31, User's Guide 5-29 to 5-33.
type Attribute struct {
	// Universe is the number of units the sample is drawn from, up to [MaxAttributeUniverse].
	Universe int64 `json:"universe"`
	// Rate is the anticipated share of units in error, a fraction from 0.005 to 0.98 as in RAT-STATS. 0.5 gives the largest
	// sizes.
	Rate decimal.Decimal `json:"rate"`
	// Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99.
	Levels []decimal.Decimal `json:"levels,omitempty"`
	// Ranges are the wanted full widths of the interval, upper limit less lower limit, fractions of the universe from 0.01
	// to 0.99; at least one. RAT-STATS takes one.
	Ranges []decimal.Decimal `json:"ranges" request:"optional"`
}

// MarshalJSON writes decimals as strings.
func (a Attribute) MarshalJSON() ([]byte, error) { return jsonform.Marshal(a) }

// AttributeInterval is the interval that a sample of a given size will have if it finds the anticipated share: the
// inverse of a size.
type AttributeInterval struct {
	// Level is the two-sided confidence level.
	Level decimal.Decimal `json:"level"`
	// Size is the number of units in the sample.
	Size int64 `json:"size"`
	// Found is the number of errors it is assumed to find.
	Found int64 `json:"found"`
	// LowerLimit and UpperLimit are the limits of the number of units in error in the universe.
	LowerLimit int64 `json:"lowerLimit"`
	UpperLimit int64 `json:"upperLimit"`
	// Range is the width as a fraction of the universe: (Upper - Lower) / universe.
	Range decimal.Decimal `json:"range"`
}

// MarshalJSON writes decimals as strings.
func (i AttributeInterval) MarshalJSON() ([]byte, error) { return jsonform.Marshal(i) }

// AttributeTable is the result of [Attribute.Table]. Its precisions are the ranges.
type AttributeTable struct {
	Table
	// Universe and Rate are what was given.
	Universe int64           `json:"universe"`
	Rate     decimal.Decimal `json:"rate"`
	// Intervals are those of the sizes, in rows as the cells.
	Intervals [][]AttributeInterval `json:"intervals"`
}

// MarshalJSON writes decimals as strings.
func (t AttributeTable) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// Table works out all sizes. Errors: [ErrUniverse], [ErrRate], [ErrPrecision] (a range), appraisal.ErrLevel. Warning:
// "small_size" where a size is under 30.
func (a Attribute) Table() (AttributeTable, error) { return a.TableContext(context.Background()) }

// TableContext is Table until ctx is done, and then ends with the error of ctx.
func (a Attribute) TableContext(ctx context.Context) (AttributeTable, error) {
	s, err := a.resolve()
	if err != nil {
		return AttributeTable{}, err
	}
	if err := checkSearches("range", a.Levels, a.Ranges); err != nil {
		return AttributeTable{}, err
	}
	t := AttributeTable{Universe: a.Universe, Rate: exact.Canonical(a.Rate)}
	if t.Table, err = newTable(a.Levels, a.Ranges, until(ctx, s.cell)); err != nil {
		return AttributeTable{}, err
	}
	for _, row := range t.Rows {
		var intervals []AttributeInterval
		for _, c := range row {
			i, err := s.interval(c.Size, c.Level)
			if err != nil {
				return AttributeTable{}, err
			}
			intervals = append(intervals, i)
		}
		t.Intervals = append(t.Intervals, intervals)
	}
	return t, nil
}

// Size answers for one confidence level and range. Errors as for [Attribute.Table].
func (a Attribute) Size(level, width decimal.Decimal) (Cell, error) {
	s, err := a.resolve()
	if err != nil {
		return Cell{}, err
	}
	return s.cell(level, width)
}

// Interval returns the interval that n units will give. Errors: [ErrSize] and those of [Attribute.Table].
func (a Attribute) Interval(n int64, level decimal.Decimal) (AttributeInterval, error) {
	s, err := a.resolve()
	if err != nil {
		return AttributeInterval{}, err
	}
	return s.interval(n, level)
}

// Curve returns the intervals of sizes at every level, sizes outermost: data for a plot. No sizes means 10, 20, 50, 100
// and so on up to the universe. At most 1,000 points. Errors as for [Attribute.Interval].
func (a Attribute) Curve(sizes []int64) ([]AttributeInterval, error) {
	s, err := a.resolve()
	if err != nil {
		return nil, err
	}
	return curve(s.universe, sizes, a.Levels, maxIntervals, s.interval)
}

// anticipated is a universe with an anticipated share of units in error.
type anticipated struct {
	universe int64
	rate     *big.Rat
}

// RAT-STATS' limits of rate and range (User's Guide A-3).
var (
	leastRate, mostRate   = big.NewRat(5, 1000), big.NewRat(98, 100)
	leastRange, mostRange = big.NewRat(1, 100), big.NewRat(99, 100)
)

func (a Attribute) resolve() (anticipated, error) {
	if err := checkCounts(a.Universe); err != nil {
		return anticipated{}, err
	}
	if exact.Check(a.Rate) != nil || outside(a.Rate, leastRate, mostRate) {
		return anticipated{}, fmt.Errorf("%w: %s is not between 0.005 and 0.98", ErrRate, exact.String(a.Rate))
	}
	return anticipated{a.Universe, exact.Rat(a.Rate)}, nil
}

func outside(d decimal.Decimal, least, most *big.Rat) bool {
	r := exact.Rat(d)
	return r.Cmp(least) < 0 || r.Cmp(most) > 0
}

// checkCounts checks the universe of a size that rests on counts.
func checkCounts(universe int64) error {
	if universe < 1 || universe > MaxAttributeUniverse {
		return fmt.Errorf("%w: %d is not between 1 and %d", ErrUniverse, universe, int64(MaxAttributeUniverse))
	}
	return nil
}

// Bounds of what takes a search for each cell, and of the points of a curve of exact intervals.
const (
	maxSearches  = 100
	maxIntervals = 1000
)

// checkSearches checks the axes of a table whose cells are searched.
func checkSearches(name string, levels, wanted []decimal.Decimal) error {
	if len(wanted) == 0 {
		return fmt.Errorf("%w: no %s is given", ErrPrecision, name)
	}
	columns := len(levels)
	if columns == 0 {
		columns = len(DefaultLevels())
	}
	if columns > maxSearches || len(wanted) > maxSearches/columns {
		return fmt.Errorf("%w: a table of %d levels and %d %ss; at most %d cells", ErrPrecision, columns, len(wanted), name,
			maxSearches)
	}
	return nil
}

// tailOf returns the probability that a confidence level leaves on each of so many sides.
func tailOf(level decimal.Decimal, sides int64) (*big.Rat, error) {
	if err := appraisal.CheckLevel(level); err != nil {
		return nil, err
	}
	tail := new(big.Rat).Sub(exact.Int(1), exact.Rat(level))
	tail.Quo(tail, exact.Int(sides))
	if tail.Cmp(leastTail) < 0 || exact.Rat(level).Cmp(leastTail) < 0 {
		return nil, fmt.Errorf("samplesize: %w %s leaves less than 1e-9 on a side", appraisal.ErrLevel, exact.String(level))
	}
	return tail, nil
}

// leastTail is the least that a level may leave on a side, the same as for the percentiles of t and the normal
// distribution.
var leastTail = big.NewRat(1, 1_000_000_000)

// found is the number of errors that n units are assumed to hold.
func (s anticipated) found(n int64) int64 {
	return exact.RoundInt(new(big.Rat).Mul(s.rate, exact.Int(n))).Int64()
}

func (s anticipated) interval(n int64, level decimal.Decimal) (AttributeInterval, error) {
	tail, err := tailOf(level, 2)
	if err != nil {
		return AttributeInterval{}, err
	}
	if n < 1 || n > s.universe {
		return AttributeInterval{}, fmt.Errorf("%w: %d is not between 1 and the universe of %d", ErrSize, n, s.universe)
	}
	i := AttributeInterval{Level: exact.Canonical(level), Size: n, Found: s.found(n)}
	if i.LowerLimit, err = dist.HypergeometricLower(s.universe, n, i.Found, tail); err != nil {
		return AttributeInterval{}, err
	}
	if i.UpperLimit, err = dist.HypergeometricUpper(s.universe, n, i.Found, tail); err != nil {
		return AttributeInterval{}, err
	}
	i.Range = exact.Round(big.NewRat(i.UpperLimit-i.LowerLimit, s.universe))
	return i, nil
}

// cell searches a size.
func (s anticipated) cell(level, width decimal.Decimal) (Cell, error) {
	if exact.Check(width) != nil || outside(width, leastRange, mostRange) {
		return Cell{}, fmt.Errorf("%w: range %s is not between 0.01 and 0.99", ErrPrecision, exact.String(width))
	}
	tail, err := tailOf(level, 2)
	if err != nil {
		return Cell{}, err
	}
	most := floor(new(big.Rat).Mul(exact.Rat(width), exact.Int(s.universe)))
	n, err := smallest(s.universe, (&widths{anticipated: s, tail: tail, most: most}).exceed)
	if err != nil {
		return Cell{}, err
	}
	return wholeCell(level, width, n), nil
}
