package samplesize

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Stratified is RAT-STATS' "Variable Sample Size Determination > Stratified", total sample size unknown: how many units
// of each stratum to draw so that the total of all strata is estimated within a precision.
//
// Each stratum's part is rounded up and the total is the sum of the parts (Companion Manual 4-20, 4-21).
//
// Source: RAT-STATS Companion Manual 4-11 to 4-15, 4-20, 4-21, User's Guide 5-19 to 5-25.
type Stratified struct {
	// Strata of the universe. RAT-STATS takes up to 500; more are a warning.
	Strata []Stratum `json:"strata"`
	// Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99.
	Levels []decimal.Decimal `json:"levels,omitempty"`
	// Precisions are fractions of the total overpayment; none means 0.01, 0.02, 0.05, 0.10 and 0.15.
	Precisions []decimal.Decimal `json:"precisions,omitempty"`
	// OneSided makes the levels those of a one-sided limit, as in [Probe].
	OneSided bool `json:"oneSided,omitempty"`
	// Allocation is [Optimal], which is the default and RAT-STATS' way, or [Proportional].
	Allocation Allocation `json:"allocation,omitempty"`
	// Minimum is the least number of units of a stratum, or all it has; 0, as in RAT-STATS, for none.
	Minimum int64 `json:"minimum,omitempty"`
	// SizeAgain sizes the remaining strata anew after a stratum was cut to its universe, so that the precision is met.
	// RAT-STATS does not. Source: Cochran (1977), sec. 5.8.
	SizeAgain bool `json:"sizeAgain,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s Stratified) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratumTable is the part of one stratum.
type StratumTable struct {
	StratumEntry
	Table
}

// MarshalJSON writes decimals as strings.
func (t StratumTable) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// StratifiedTable is the result of [Stratified.Table].
type StratifiedTable struct {
	StratifiedUniverse
	// OneSided, Allocation, Minimum and SizeAgain are the rules that were used.
	OneSided   bool       `json:"oneSided,omitempty"`
	Allocation Allocation `json:"allocation"`
	Minimum    int64      `json:"minimum,omitempty"`
	SizeAgain  bool       `json:"sizeAgain,omitempty"`
	// Strata hold a table each, in the order given.
	Strata []StratumTable `json:"strata"`
	// TotalSize is the table of the sums over the strata.
	TotalSize Table `json:"totalSize"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (t StratifiedTable) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// Table works out all sizes. Errors: [ErrStrata], [ErrUniverse], [ErrProbe], [ErrPrecision], [ErrAllocation],
// [ErrUndefined] (all means and deviations are 0), appraisal.ErrLevel.
//
// Warnings: "small_size" where a size is under 30 (the note (*)), "reallocated" where a stratum was cut to its universe
// (the note (#)), "no_variation" where a standard deviation is 0 (no size), "mean_zero" where the total is 0,
// "minimum_raised" where a size was raised to the minimum, "many_strata" above RAT-STATS' limit.
func (s Stratified) Table() (StratifiedTable, error) {
	l, err := newLayers(s.Strata)
	if err != nil {
		return StratifiedTable{}, err
	}
	share, err := l.shares(s.Allocation)
	if err != nil {
		return StratifiedTable{}, err
	}
	if s.Minimum < 0 {
		return StratifiedTable{}, fmt.Errorf("%w: minimum %d is negative", ErrAllocation, s.Minimum)
	}
	rows, columns := len(s.Precisions), len(s.Levels)
	if rows == 0 {
		rows = len(DefaultPrecisions())
	}
	if columns == 0 {
		columns = len(DefaultLevels())
	}
	if len(s.Strata) > maxCells/rows/columns {
		return StratifiedTable{}, fmt.Errorf("%w: %d strata in a table of %d levels and %d precisions; at most %d cells",
			ErrStrata, len(s.Strata), columns, rows, maxCells)
	}
	cells := make([][]Cell, len(l.list)) // of each stratum, row by row
	t := StratifiedTable{
		StratifiedUniverse: l.whole(), OneSided: s.OneSided, Allocation: s.Allocation, Minimum: s.Minimum,
		SizeAgain: s.SizeAgain,
	}
	if t.Allocation == "" {
		t.Allocation = Optimal
	}
	t.TotalSize, err = newTable(s.Levels, s.Precisions, func(level, precision decimal.Decimal) (Cell, error) {
		variance, err := wantedError(l.total, level, precision, s.OneSided)
		if err != nil {
			return Cell{}, err
		}
		parts, total := l.sizes(share, want{variance: variance, again: s.SizeAgain}, span.up)
		for i, c := range parts {
			l.list[i].raise(&c, &total, s.Minimum)
			c.Level, c.Precision = exact.Canonical(level), exact.Canonical(precision)
			c.explain()
			cells[i] = append(cells[i], c)
		}
		total.Level, total.Precision = exact.Canonical(level), exact.Canonical(precision)
		total.explain()
		return total, nil
	})
	if err != nil {
		return StratifiedTable{}, err
	}
	for i, e := range l.entries(s.Strata, share) {
		next := -1
		table, err := newTable(s.Levels, s.Precisions, func(_, _ decimal.Decimal) (Cell, error) {
			next++
			return cells[i][next], nil
		})
		if err != nil {
			return StratifiedTable{}, err
		}
		t.Strata = append(t.Strata, StratumTable{StratumEntry: e, Table: table})
	}
	t.Warnings = append(noteWarnings(t.tables()), l.warnings()...)
	return t, nil
}

// Size answers for one confidence level and precision: the parts of the strata, in their order, and the total. Errors as
// for [Stratified.Table].
func (s Stratified) Size(level, precision decimal.Decimal) (parts []Cell, total Cell, err error) {
	s.Levels, s.Precisions = []decimal.Decimal{level}, []decimal.Decimal{precision}
	t, err := s.Table()
	if err != nil {
		return nil, Cell{}, err
	}
	for _, one := range t.Strata {
		parts = append(parts, one.Rows[0][0])
	}
	return parts, t.TotalSize.Rows[0][0], nil
}

// Precision returns what samples of these sizes, one a stratum, will give with z, as in RAT-STATS: the inverse of a
// size. Where a stratum that varies has no unit, no precision is defined. Errors: [ErrSize] (a size below 0 or above
// the stratum's universe, or no size for a stratum) and those of [Stratified.Table].
//
// Source: RAT-STATS Companion Manual 4-19, 4-21.
func (s Stratified) Precision(sizes []int64, level decimal.Decimal) (Expected, error) {
	l, err := newLayers(s.Strata)
	if err != nil {
		return Expected{}, err
	}
	if len(sizes) != len(l.list) {
		return Expected{}, fmt.Errorf("%w: %d sizes for %d strata", ErrSize, len(sizes), len(l.list))
	}
	total := int64(0)
	for i, n := range sizes {
		if n < 0 || n > l.list[i].universe {
			return Expected{}, fmt.Errorf("%w: stratum %d: %d is not between 0 and the universe of %d", ErrSize, i+1, n,
				l.list[i].universe)
		}
		total += n
	}
	list, err := l.expected(total, l.errorOf(sizes), []decimal.Decimal{level}, s.OneSided)
	if err != nil {
		return Expected{}, err
	}
	return list[0], nil
}

// tables are those of the strata and of the total.
func (t StratifiedTable) tables() []Table {
	list := []Table{t.TotalSize}
	for _, s := range t.Strata {
		list = append(list, s.Table)
	}
	return list
}

// sizes allocates and rounds: a cell of each stratum, and their sum.
func (l layers) sizes(s shares, w want, round func(span) (int64, bool)) (parts []Cell, total Cell) {
	decide(func(bits uint, last bool) bool {
		sizes, full, ok := l.allot(s.at(bits), w, bits, last)
		if !ok {
			return false
		}
		parts, total = nil, Cell{}
		sum := exactly(new(big.Rat))
		for i, size := range sizes {
			c, ok := roundedCell(size, round, last)
			if !ok {
				return false
			}
			c.Full = full[i]
			parts = append(parts, c)
			total.Size += c.Size
			sum = sum.plus(size)
		}
		if w.size != nil && sum.hi.Cmp(w.size) >= 0 && sum.lo.Cmp(w.size) <= 0 {
			sum = exactly(w.size) // the parts of a known total make that total, unless nothing varies
		}
		total.Unrounded, ok = sum.rounded()
		total.RoundedDown = exact.Int(total.Size).Cmp(sum.lo) < 0
		return ok || last
	})
	return parts, total
}

func roundedCell(size span, round func(span) (int64, bool), last bool) (Cell, bool) {
	var c Cell
	var decided, digits bool
	c.Size, decided = round(size)
	c.Unrounded, digits = size.rounded()
	c.RoundedDown = exact.Int(c.Size).Cmp(size.lo) < 0
	return c, decided && digits || last
}

// raise brings a stratum's size to the minimum, or to the stratum's universe if that is smaller.
func (s layer) raise(c, total *Cell, minimum int64) {
	if least := min(minimum, s.universe); c.Size < least {
		total.Size += least - c.Size
		total.Raised = true
		c.Size, c.Raised, c.RoundedDown = least, true, false
	}
}

// noteWarnings are those that RAT-STATS prints as NOTE (*) and NOTE (#), and that of a minimum.
func noteWarnings(tables []Table) []Warning {
	has := func(like func(Cell) bool) bool {
		for _, t := range tables {
			if t.has(like) {
				return true
			}
		}
		return false
	}
	var list []Warning
	if has(func(c Cell) bool { return c.Size < minimum }) {
		list = append(list, smallSize)
	}
	if has(func(c Cell) bool { return c.Full }) {
		list = append(list, finding.Warn("reallocated", "The part of at least one stratum exceeded its universe: the "+
			"stratum is drawn in full and the rest was allocated to the other strata. Unless they were sized anew, the "+
			"precision may not be met."))
	}
	if has(func(c Cell) bool { return c.Raised }) {
		list = append(list, finding.Warn("minimum_raised",
			"At least one stratum was raised to the minimum, and the total with it."))
	}
	return list
}
