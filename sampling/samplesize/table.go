package samplesize

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Warning is a finding that is not an error: a Code for programs, which does not change, and a Message for people.
type Warning = finding.Warning

// Errors that a caller may want to tell apart.
var (
	// ErrUniverse: the universe is out of range or smaller than the probe sample.
	ErrUniverse = errors.New("samplesize: universe")
	// ErrProbe: the probe sample is missing, given twice or not made of overpayments.
	ErrProbe = errors.New("samplesize: probe sample")
	// ErrPrecision: a precision, range or limit is missing or out of range, or a table has too many levels or rows.
	ErrPrecision = errors.New("samplesize: precision")
	// ErrDistribution: the distribution of a curve is neither t nor z.
	ErrDistribution = errors.New("samplesize: distribution")
	// ErrRate: an error rate is not between 0 and 1.
	ErrRate = errors.New("samplesize: error rate")
	// ErrReported: the total or the standard deviation of the reported amounts is negative or too long.
	ErrReported = errors.New("samplesize: reported amounts")
	// ErrSize: a sample size is not between 1 and the universe, or too small for the question.
	ErrSize = errors.New("samplesize: sample size")
	// ErrStrata: strata are missing, too many, without a name or named twice.
	ErrStrata = errors.New("samplesize: strata")
	// ErrAllocation: an unknown allocation, a cost that is not above 0, or a negative minimum.
	ErrAllocation = errors.New("samplesize: allocation")
	// ErrFrequencies: the classes of a frequency table are missing, not ascending, or give fewer strata than asked for.
	ErrFrequencies = errors.New("samplesize: frequencies")
	// ErrUndefined: mean and standard deviation are both zero, or there is nothing to allocate by.
	ErrUndefined = errors.New("samplesize: size not defined")
	// ErrResult: parts of a table are missing or do not belong together, as in one that was read from JSON, so that it
	// cannot be printed.
	ErrResult = errors.New("samplesize: incomplete result")
)

// minimum is the size below which RAT-STATS marks a cell with (*). It is no minimum sample size.
const minimum = 30

// Cell is the sample size at one confidence level and precision.
type Cell struct {
	// Level is the confidence level of its column as a fraction: of a two-sided interval or, in a one-sided table, of a limit.
	Level decimal.Decimal `json:"level"`
	// Precision is what its row asks for, as a fraction: a precision amount of the total, the range or the limit of a share, or
	// the share in error that is to be discovered.
	Precision decimal.Decimal `json:"precision"`
	// Size is the number of units to draw, rounded as RAT-STATS does: to nearest, and up in a [Stratified] table. Sizes of
	// counts are searched, not rounded. 0 prints as "---".
	Size int64 `json:"size"`
	// Unrounded is the size before rounding, Size again where it was searched.
	Unrounded decimal.Decimal `json:"unrounded"`
	// RoundedDown reports that rounding to nearest was down, so that Size is up to half a unit short.
	RoundedDown bool `json:"roundedDown,omitempty"`
	// Empty is the reason for a size of 0: [NothingVaries], [RoundsToZero] or [OutOfReach].
	Empty EmptyReason `json:"empty,omitempty"`
	// Full reports a stratum whose part exceeded its universe: all of it is drawn, the rest went to other strata (#).
	Full bool `json:"full,omitempty"`
	// Raised reports a stratum raised to the minimum that was asked for.
	Raised bool `json:"raised,omitempty"`
}

// EmptyReason is why a cell has no size.
type EmptyReason string

// The reasons.
const (
	// NothingVaries: the standard deviation is 0, so that the formula gives no size.
	NothingVaries EmptyReason = "nothing_varies"
	// RoundsToZero: the formula gives less than half a unit.
	RoundsToZero EmptyReason = "rounds_to_zero"
	// OutOfReach: not even the whole universe would do.
	OutOfReach EmptyReason = "out_of_reach"
)

// explain gives the reason of an empty cell.
func (c *Cell) explain() {
	switch {
	case c.Size > 0 || c.Empty != "":
	case c.Unrounded.IsZero():
		c.Empty = NothingVaries
	default:
		c.Empty = RoundsToZero
	}
}

// MarshalJSON writes decimals as strings.
func (c Cell) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// String writes the cell as RAT-STATS prints it: "---", "24 (*)" below 30, "421".
func (c Cell) String() string {
	switch {
	case c.Size == 0:
		return "---"
	case c.Size < minimum:
		return fmt.Sprintf("%d (*)", c.Size)
	}
	return fmt.Sprint(c.Size)
}

// Table crosses confidence levels (columns) with precisions (rows), or with what stands in their place: see [Cell].
type Table struct {
	// Levels are the confidence levels of the columns.
	Levels []decimal.Decimal `json:"levels"`
	// Precisions are the precisions of the rows.
	Precisions []decimal.Decimal `json:"precisions"`
	// Rows holds a row of cells for each precision.
	Rows [][]Cell `json:"rows"`
	// Warnings are findings that are not errors.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (t Table) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// fractions returns percents as fractions.
func fractions(percents ...int64) []decimal.Decimal {
	var list []decimal.Decimal
	for _, p := range percents {
		list = append(list, exact.Canonical(decimal.New(p, -2)))
	}
	return list
}

// DefaultLevels returns RAT-STATS' confidence levels: 0.80, 0.90, 0.95 and 0.99.
func DefaultLevels() []decimal.Decimal { return fractions(80, 90, 95, 99) }

// DefaultPrecisions returns RAT-STATS' precisions: 0.01, 0.02, 0.05, 0.10 and 0.15.
func DefaultPrecisions() []decimal.Decimal { return fractions(1, 2, 5, 10, 15) }

// maxAxis bounds the levels and the precisions of a table.
const maxAxis = 100

// newTable fills a table cell by cell.
func newTable(
	levels, precisions []decimal.Decimal, cell func(level, precision decimal.Decimal) (Cell, error),
) (Table, error) {
	if len(levels) == 0 {
		levels = DefaultLevels()
	}
	if len(precisions) == 0 {
		precisions = DefaultPrecisions()
	}
	if len(levels) > maxAxis || len(precisions) > maxAxis {
		return Table{}, fmt.Errorf("%w: a table of %d levels and %d precisions; at most %d of each",
			ErrPrecision, len(levels), len(precisions), maxAxis)
	}
	t := Table{Levels: slices.Clone(levels), Precisions: slices.Clone(precisions)}
	for _, p := range precisions {
		var row []Cell
		for _, l := range levels {
			c, err := cell(l, p)
			if err != nil {
				return Table{}, err
			}
			row = append(row, c)
		}
		t.Rows = append(t.Rows, row)
	}
	if t.has(func(c Cell) bool { return c.Size < minimum && c.Empty != OutOfReach }) {
		t.Warnings = append(t.Warnings, smallSize)
	}
	if t.has(func(c Cell) bool { return c.Empty == OutOfReach }) {
		t.Warnings = append(t.Warnings, outOfReach)
	}
	return t, nil
}

// until works out cells until ctx is done.
func until(
	ctx context.Context, cell func(level, precision decimal.Decimal) (Cell, error),
) func(level, precision decimal.Decimal) (Cell, error) {
	return func(level, precision decimal.Decimal) (Cell, error) {
		if err := ctx.Err(); err != nil {
			return Cell{}, err
		}
		return cell(level, precision)
	}
}

// outOfReach tells why some cells have no size.
var outOfReach = finding.Warn("out_of_reach", "At least one cell is empty, because not even the whole universe would do.")

var smallSize = finding.Warn("small_size",
	"At least one size is under 30: it is what the formula gives, not a recommended minimum.")

// has reports whether any cell is like that.
func (t Table) has(like func(Cell) bool) bool {
	return slices.ContainsFunc(t.Rows, func(row []Cell) bool { return slices.ContainsFunc(row, like) })
}

func hasWarning(list []Warning, code string) bool {
	return slices.ContainsFunc(list, func(w Warning) bool { return w.Code == code })
}

// checkPrecision returns an ErrPrecision for what is not between 0 and 1.
func checkPrecision(p decimal.Decimal) error {
	if exact.Check(p) != nil || p.Sign() <= 0 || p.Cmp(decimal.NewFromInt(1)) >= 0 {
		return fmt.Errorf("%w: %s is not between 0 and 1", ErrPrecision, exact.String(p))
	}
	return nil
}

// wholeCell is a size that was searched, not rounded.
func wholeCell(level, precision decimal.Decimal, size int64) Cell {
	return Cell{
		Level: exact.Canonical(level), Precision: exact.Canonical(precision), Size: size, Unrounded: exact.Round(exact.Int(size)),
	}
}

// newCell rounds a size to nearest.
func newCell(level, precision decimal.Decimal, size *big.Rat) Cell {
	rounded := exact.RoundInt(size)
	c := Cell{
		Level: level, Precision: precision, Size: rounded.Int64(), Unrounded: exact.Round(size),
		RoundedDown: new(big.Rat).SetInt(rounded).Cmp(size) < 0,
	}
	c.explain()
	return c
}
