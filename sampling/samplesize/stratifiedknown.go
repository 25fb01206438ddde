package samplesize

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// StratifiedKnown is RAT-STATS' "Variable Sample Size Determination > Stratified", total sample size known: how a
// sample of a given size is divided among strata, and the precision that it will give.
//
// Source: RAT-STATS Companion Manual 4-16 to 4-21, User's Guide 5-26 to 5-28.
type StratifiedKnown struct {
	// Size is the total sample size.
	Size int64 `json:"size"`
	// Strata of the universe. RAT-STATS takes up to 500; more are a warning.
	Strata []Stratum `json:"strata"`
	// Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99.
	Levels []decimal.Decimal `json:"levels,omitempty"`
	// Allocation is [Optimal], which is the default and RAT-STATS' way, or [Proportional].
	Allocation Allocation `json:"allocation,omitempty"`
	// Minimum is the least number of units of a stratum, or all it has; 0, as in RAT-STATS, for none. The other strata are
	// not reduced for it.
	Minimum int64 `json:"minimum,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s StratifiedKnown) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratumSize is the part of one stratum in a known total.
type StratumSize struct {
	StratumEntry
	// Size is the number of units to draw, rounded to nearest.
	Size int64 `json:"size"`
	// Unrounded is the stratum's part before rounding.
	Unrounded decimal.Decimal `json:"unrounded"`
	// Empty is the reason for a size of 0: [NothingVaries] or [RoundsToZero].
	Empty EmptyReason `json:"empty,omitempty"`
	// Full reports a stratum whose part exceeded its universe (#).
	Full bool `json:"full,omitempty"`
	// Raised reports a stratum raised to the minimum.
	Raised bool `json:"raised,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s StratumSize) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratifiedSizes is the result of [StratifiedKnown.Sizes].
type StratifiedSizes struct {
	StratifiedUniverse
	// Allocation and Minimum are the rules that were used.
	Allocation Allocation `json:"allocation"`
	Minimum    int64      `json:"minimum,omitempty"`
	// Requested is the total sample size asked for.
	Requested int64 `json:"requested"`
	// Size is the sum of the strata's sizes; it differs from Requested by rounding, by the minimum, or where strata that
	// do not vary get nothing (!).
	Size int64 `json:"size"`
	// Strata hold their parts, in the order given.
	Strata []StratumSize `json:"strata"`
	// Expected are the precisions of the rounded sizes at each level, with z, which RAT-STATS' stratified appraisal uses
	// for the total as well.
	Expected []Expected `json:"expected"`
	// Cost of the sample, where the strata have a cost.
	Cost *decimal.Decimal `json:"cost,omitempty"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s StratifiedSizes) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Sizes divides the sample. Errors: [ErrSize] (a total below 1 or above the universe), [ErrStrata], [ErrUniverse],
// [ErrProbe], [ErrAllocation], [ErrUndefined] (nothing varies, so that an optimal allocation has nothing to go by),
// appraisal.ErrLevel.
//
// Warnings: those of [Stratified.Table]; "total_differs" where the sum of the sizes is not the total asked for (the
// note (!)), "empty_stratum" where a stratum that varies has no unit, so that no precision can be stated. RAT-STATS'
// manuals leave that case open.
func (s StratifiedKnown) Sizes() (StratifiedSizes, error) {
	l, err := newLayers(s.Strata)
	if err != nil {
		return StratifiedSizes{}, err
	}
	share, err := l.shares(s.Allocation)
	switch {
	case err != nil:
		return StratifiedSizes{}, err
	case s.Size < 1 || s.Size > l.universe:
		return StratifiedSizes{}, fmt.Errorf("%w: %d is not between 1 and the universe of %d", ErrSize, s.Size, l.universe)
	case s.Minimum < 0:
		return StratifiedSizes{}, fmt.Errorf("%w: minimum %d is negative", ErrAllocation, s.Minimum)
	case l.spread.Sign() == 0 && s.Allocation != Proportional:
		return StratifiedSizes{}, fmt.Errorf("%w: all standard deviations are 0, there is nothing to allocate by",
			ErrUndefined)
	}
	t := StratifiedSizes{StratifiedUniverse: l.whole(), Allocation: s.Allocation, Minimum: s.Minimum, Requested: s.Size}
	if t.Allocation == "" {
		t.Allocation = Optimal
	}
	parts, total := l.sizes(share, want{size: exact.Int(s.Size)}, span.nearest)
	entries := l.entries(s.Strata, share)
	sizes := make([]int64, len(parts))
	cost := new(big.Rat)
	for i := range parts {
		c := &parts[i]
		l.list[i].raise(c, &total, s.Minimum)
		c.explain()
		sizes[i] = c.Size
		cost.Add(cost, new(big.Rat).Mul(exact.Int(c.Size), l.list[i].cost))
		t.Strata = append(t.Strata, StratumSize{entries[i], c.Size, c.Unrounded, c.Empty, c.Full, c.Raised})
	}
	t.Size = total.Size
	if s.Strata[0].Cost != nil {
		d := exact.Round(cost)
		t.Cost = &d
	}
	variance := l.errorOf(sizes)
	if t.Expected, err = l.expected(t.Size, variance, s.Levels, false); err != nil {
		return StratifiedSizes{}, err
	}
	t.Warnings = append(noteWarnings([]Table{{Rows: [][]Cell{parts}}}), l.warnings()...)
	if t.Size != t.Requested {
		t.Warnings = append(t.Warnings, finding.Warn("total_differs", "The sizes of the strata add up to %d where %d was "+
			"asked for.", t.Size, t.Requested))
	}
	if variance == nil {
		t.Warnings = append(t.Warnings, finding.Warn("empty_stratum", "A stratum that varies has no unit in the sample, so "+
			"that no precision can be stated."))
	}
	return t, nil
}

// errorOf is the variance of the total that a sample of these sizes estimates,
//
//	sum N_i^2 * (N_i-n_i)/N_i * s_i^2 / n_i
//
// (Companion Manual 4-19). A stratum in full and one that does not vary add nothing. It is nil where one that varies
// has no unit.
func (l layers) errorOf(sizes []int64) *big.Rat {
	variance := new(big.Rat)
	for i, s := range l.list {
		switch {
		case s.variance.Sign() == 0:
		case sizes[i] == 0:
			return nil
		default:
			variance.Add(variance, s.unrestricted.errorOf(sizes[i]))
		}
	}
	return variance
}

func (l layers) expected(size int64, variance *big.Rat, levels []decimal.Decimal, oneSided bool) ([]Expected, error) {
	if len(levels) == 0 {
		levels = DefaultLevels()
	}
	if len(levels) > 100 {
		return nil, fmt.Errorf("samplesize: %w: %d levels; at most 100", appraisal.ErrLevel, len(levels))
	}
	var list []Expected
	for _, level := range levels {
		c, err := confidence(level, 0, oneSided)
		if err != nil {
			return nil, err
		}
		e := expected(size, c, l.total, variance)
		e.OneSided = oneSided
		list = append(list, e)
	}
	return list, nil
}
