package samplesize

import (
	"context"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// AttributeLimit is the size for a one-sided limit of a share: how many units to draw so that the upper limit of the
// share in error stays within a limit if the sample finds the share that is expected. It answers "how many claims show, at
// 95 percent, that no more than 5 percent are in error, if 1 percent are?" It is no RAT-STATS module.
//
// A sample of n units is assumed to find Rate*n errors, rounded up. The size is the smallest n whose upper limit, the
// largest k of the universe with P(X <= found | k) > 1 - level (hypergeometric), is at most limit * universe. That no
// smaller n does is proven as for [Attribute]: for all n from a to b the upper limit is at least u(x_a, y_b).
//
// With Rate 0 it is the size of a [Discovery] sample for one unit more than limit * universe, rounded down.
//
// Source: the one-sided limit of RAT-STATS' attribute appraisal (User's Guide 3-7); attribute sampling with an expected
// and a tolerable rate as in the AICPA's Audit Guide "Audit Sampling", whose tables are binomial.
type AttributeLimit struct {
	// Universe is the number of units the sample is drawn from, up to [MaxAttributeUniverse].
	Universe int64 `json:"universe"`
	// Rate is the expected share of units in error, a fraction of 0 or more, below every limit.
	Rate decimal.Decimal `json:"rate"`
	// Levels are one-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99.
	Levels []decimal.Decimal `json:"levels,omitempty"`
	// Limits are what the upper limit of the share may be, fractions below 1 and above Rate by Rate*(1-Rate)/100 or more;
	// at least one.
	Limits []decimal.Decimal `json:"limits" request:"optional"`
}

// MarshalJSON writes decimals as strings.
func (a AttributeLimit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(a) }

// AttributeLimitTable is the result of [AttributeLimit.Table]. Its precisions are the limits.
type AttributeLimitTable struct {
	Table
	// Universe and Rate are what was given.
	Universe int64           `json:"universe"`
	Rate     decimal.Decimal `json:"rate"`
}

// MarshalJSON writes decimals as strings.
func (t AttributeLimitTable) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// UpperLimit is what a sample of a given size will say if it finds the expected share.
type UpperLimit struct {
	// Level is the one-sided confidence level.
	Level decimal.Decimal `json:"level"`
	// Size is the number of units in the sample, Found the number of errors it is assumed to find.
	Size  int64 `json:"size"`
	Found int64 `json:"found"`
	// UpperLimit is the limit of the number of units in error in the universe, UpperProportion that as a fraction of it.
	UpperLimit      int64           `json:"upperLimit"`
	UpperProportion decimal.Decimal `json:"upperProportion"`
}

// MarshalJSON writes decimals as strings.
func (u UpperLimit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

func (a AttributeLimit) resolve() (anticipated, error) {
	if err := checkCounts(a.Universe); err != nil {
		return anticipated{}, err
	}
	if exact.Check(a.Rate) != nil || a.Rate.Sign() < 0 || a.Rate.Cmp(decimal.NewFromInt(1)) >= 0 {
		return anticipated{}, fmt.Errorf("%w: %s is not between 0 and 1", ErrRate, exact.String(a.Rate))
	}
	return anticipated{a.Universe, exact.Rat(a.Rate)}, nil
}

// Table works out all sizes. Errors: [ErrUniverse], [ErrRate], [ErrPrecision] (a limit), appraisal.ErrLevel. Warnings:
// "small_size" where a size is under 30, "out_of_reach" where a cell is empty, [OutOfReach], because no sample will do, not
// even the whole universe: at the rate expected, rounded up, it has more units in error than the limit allows.
func (a AttributeLimit) Table() (AttributeLimitTable, error) {
	return a.TableContext(context.Background())
}

// TableContext is Table until ctx is done, and then ends with the error of ctx.
func (a AttributeLimit) TableContext(ctx context.Context) (AttributeLimitTable, error) {
	s, err := a.resolve()
	if err != nil {
		return AttributeLimitTable{}, err
	}
	if err := checkSearches("limit", a.Levels, a.Limits); err != nil {
		return AttributeLimitTable{}, err
	}
	t := AttributeLimitTable{Universe: a.Universe, Rate: exact.Canonical(a.Rate)}
	if t.Table, err = newTable(a.Levels, a.Limits, until(ctx, s.limitCell)); err != nil {
		return AttributeLimitTable{}, err
	}
	return t, nil
}

// Size answers for one confidence level and limit. Errors as for [AttributeLimit.Table].
func (a AttributeLimit) Size(level, limit decimal.Decimal) (Cell, error) {
	s, err := a.resolve()
	if err != nil {
		return Cell{}, err
	}
	return s.limitCell(level, limit)
}

// UpperLimit returns the limit that n units will give: the inverse of a size. Errors: [ErrSize] and those of
// [AttributeLimit.Table].
func (a AttributeLimit) UpperLimit(n int64, level decimal.Decimal) (UpperLimit, error) {
	s, err := a.resolve()
	if err != nil {
		return UpperLimit{}, err
	}
	tail, err := tailOf(level, 1)
	if err != nil {
		return UpperLimit{}, err
	}
	if n < 1 || n > a.Universe {
		return UpperLimit{}, fmt.Errorf("%w: %d is not between 1 and the universe of %d", ErrSize, n, a.Universe)
	}
	u := UpperLimit{Level: exact.Canonical(level), Size: n, Found: s.foundUp(n)}
	if u.UpperLimit, err = dist.HypergeometricUpper(a.Universe, n, u.Found, tail); err != nil {
		return UpperLimit{}, err
	}
	u.UpperProportion = exact.Round(big.NewRat(u.UpperLimit, a.Universe))
	return u, nil
}

// nearestLimit is how near a limit may be to the rate p, in p(1-p): nearer than that sizes become hundreds of thousands.
var nearestLimit = big.NewRat(1, 100)

// foundUp is the number of errors that n units are assumed to hold, a part of one counting as one.
func (s anticipated) foundUp(n int64) int64 { return ceil(new(big.Rat).Mul(s.rate, exact.Int(n))) }

// limitCell searches a size. An upper limit above most is one for which P(X <= found | most + 1) > tail.
func (s anticipated) limitCell(level, limit decimal.Decimal) (Cell, error) {
	if err := checkPrecision(limit); err != nil {
		return Cell{}, err
	}
	least := new(big.Rat).Sub(exact.Int(1), s.rate)
	least.Mul(least, s.rate).Mul(least, nearestLimit).Add(least, s.rate)
	if exact.Rat(limit).Cmp(s.rate) <= 0 || exact.Rat(limit).Cmp(least) < 0 {
		return Cell{}, fmt.Errorf("%w: limit %s is too near to the expected rate or below it: at least %s", ErrPrecision,
			exact.String(limit), least.FloatString(6))
	}
	tail, err := tailOf(level, 1)
	if err != nil {
		return Cell{}, err
	}
	most := floor(new(big.Rat).Mul(exact.Rat(limit), exact.Int(s.universe)))
	n, err := smallest(s.universe, func(a, b int64) (bool, error) {
		found := s.foundUp(a)
		h := dist.Hypergeometric{Universe: s.universe, Marked: most + 1, Sample: found + b - s.foundUp(b)}
		sign, err := h.Compare(found, tail)
		return sign > 0, err
	})
	if err != nil {
		return Cell{}, err
	}
	c := wholeCell(level, limit, n)
	if n == 0 {
		c.Empty = OutOfReach
	}
	return c, nil
}
