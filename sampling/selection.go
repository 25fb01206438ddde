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
func (s Selection) Additional() []Unit {
	list := make([]Unit, 0, max(0, int64(len(s.Sample))-max(0, s.DrawnBefore)))
	for _, u := range s.Sample {
		if u.Order > s.DrawnBefore {
			list = append(list, u)
		}
	}
	return list
}

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
	if more < 1 || more > MaxUnits {
		return Selection{}, fmt.Errorf("%w: %d more units are not from 1 to %d", ErrSize, more, MaxUnits)
	}
	plan := before.SingleStage
	drawn := plan.Size + plan.Spares
	if err := plan.Method.continues(drawn, drawn+more, before.FrameSize); err != nil {
		return Selection{}, err
	}
	plan.DrawnBefore = plan.Size
	plan.Size += more
	return plan.Draw()
}

// redraw draws s again from its inputs and returns that selection if s holds the same, or else an error that names the
// first difference and wraps [ErrSelection].
func (s Selection) redraw() (Selection, error) {
	want, err := s.SingleStage.Draw()
	if err != nil {
		return Selection{}, fmt.Errorf("%w cannot be drawn from its inputs: %w", ErrSelection, err)
	}
	differs := func(what string, have, drawn any) (Selection, error) {
		return Selection{}, fmt.Errorf("%w is not what its inputs give: %s is %v, its inputs give %v",
			ErrSelection, what, have, drawn)
	}
	if s.FrameSize != want.FrameSize {
		return differs("the frame size", s.FrameSize, want.FrameSize)
	}
	for _, list := range []struct {
		name        string
		have, drawn []Unit
	}{{"unit", s.Sample, want.Sample}, {"spare", s.SpareUnits, want.SpareUnits}} {
		if len(list.have) != len(list.drawn) {
			return differs("the number of "+list.name+"s", len(list.have), len(list.drawn))
		}
		for i, u := range list.have {
			if u != list.drawn[i] {
				return differs(fmt.Sprintf("%s %d", list.name, i+1), u, list.drawn[i])
			}
		}
	}
	if have, drawn := exact.String(s.Summation), exact.String(want.Summation); have != drawn {
		return differs("the summation", have, drawn)
	}
	return want, nil
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
