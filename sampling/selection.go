package sampling

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// Unit is one selected unit.
type Unit struct {
	// Order is the order of selection, from 1: the unit was the Order-th that was drawn.
	Order int64 `json:"order"`
	// Number is the number of the unit in the frame.
	Number int64 `json:"number"`
}

// String shows a unit as the printer output does: "10 - 22".
func (u Unit) String() string { return fmt.Sprintf("%d - %d", u.Order, u.Number) }

func (u Unit) order() int64 { return u.Order }

// Selection is a drawn sample together with the plan it came from. Its Draw method, which is the plan's, draws it
// again.
type Selection struct {
	// SingleStage is the plan, its method stated.
	SingleStage
	// FrameSize is the number of units in the frame, High-Low+1.
	FrameSize int64 `json:"frameSize"`
	// Sample are the units of the sample in sequential order: orders of selection 1 to Size, sorted by number.
	Sample []Unit `json:"sample"`
	// SpareUnits are the spares in generated order: orders of selection Size+1 to Size+Spares.
	SpareUnits []Unit `json:"spareUnits"`
	// Summation is the sum of all numbers, those of the spares included (RAT-STATS' check figure).
	Summation decimal.Decimal `json:"summation"`
	// Warnings are findings that are not errors. See the limits in the package documentation.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes the inputs and the results in one object, the summation as a string.
func (s Selection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Additional returns the units that were not drawn earlier, those with an order of selection above DrawnBefore, in
// sequential order. For a first draw it is the whole sample. Spares are no part of it.
func (s Selection) Additional() []Unit { return drawnAfter(s.DrawnBefore, s.Sample, Unit.order) }

// DrawOn adds more units to the sample: 50 and then 150 more are what one draw of 200 would have given. It draws again
// from the documented inputs of s, so nothing has to be kept from the first draw but the selection itself.
//
// The result holds the whole enlarged sample, and its DrawnBefore is the size of the sample before. It has as many
// spares as s, which follow the last order of selection of the sample; the spares of s become units of the sample.
//
// The error wraps [ErrSelection] if s is not what its inputs give, so that a selection that was changed, or drawn with
// something else, is never continued; warnings are not compared. It wraps [ErrSize] if more is not positive or the
// enlarged sample exceeds the frame, and [ErrDrawOn] where a longer draw of the method does not begin with this one:
// always for [Python] and [NumPy], and for [R] where it crosses half of a frame of more than ten million units.
func (s Selection) DrawOn(more int64) (Selection, error) {
	before, err := s.redraw()
	if err != nil {
		return Selection{}, err
	}
	plan := before.SingleStage
	drawn := plan.Size + plan.Spares
	if plan.DrawnBefore, plan.Size, err = enlarge(plan.Size, more); err != nil {
		return Selection{}, err
	}
	if err := plan.Method.continues(drawn, drawn+more, before.FrameSize); err != nil {
		return Selection{}, err
	}
	return plan.Draw()
}

// redraw draws s again from its inputs and returns that selection if s holds the same, or else an error that names the
// first difference and wraps [ErrSelection].
func (s Selection) redraw() (Selection, error) {
	want, err := drawnListsAgain(s)
	if err != nil {
		return Selection{}, err
	}
	return want, sameValue("the summation", exact.String(s.Summation), exact.String(want.Summation))
}

func (s Selection) lists() drawnLists[Unit] {
	return drawnLists[Unit]{"unit", s.FrameSize, s.Sample, s.SpareUnits, same[Unit]}
}

// summation adds low and each of the offsets. The offsets alone stay below [MaxUnits] * [MaxFrame], which is above an
// int64, so they are added in big integers, a block at a time.
func summation(offsets []int64, low int64) decimal.Decimal {
	const block = 1 << 20 // 2^20 * MaxFrame < 2^63
	sum := new(big.Int).Mul(big.NewInt(low), big.NewInt(int64(len(offsets))))
	for len(offsets) > 0 {
		n := min(block, len(offsets))
		var part int64
		for _, v := range offsets[:n] {
			part += v
		}
		sum.Add(sum, big.NewInt(part))
		offsets = offsets[n:]
	}
	return decimal.NewFromBigInt(sum, 0)
}
