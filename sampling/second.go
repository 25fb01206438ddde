package sampling

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/sorting"
)

// ErrEarlier is returned for numbers drawn earlier that stand twice in the list or outside the frame.
var ErrEarlier = errors.New("sampling: numbers drawn earlier")

// Second is the plan of a draw that passes over numbers drawn before, with a seed of its own: more units are wanted of
// a frame that has been sampled already, and the first draw is not drawn on. Where it can be, [Selection.DrawOn] is the
// simpler way.
//
// Numbers are drawn from the whole frame with the plan's seed; one that was drawn earlier is thrown away like one
// that comes twice, and has no order of selection. To be exact about methods whose draw of n is not the beginning of
// a draw of more: with m numbers in Earlier, one draw of Size+Spares+m numbers is made, at most m of which were drawn
// earlier; the first Size of the others are the sample, the next Spares the spares.
//
// The sample is a simple random sample of the units not drawn before. Together with the earlier units it is a simple
// random sample of the frame, if the earlier ones were.
type Second struct {
	// Plan is the draw: method, seed, the whole frame, and how many new units are wanted. Its DrawnBefore has to be 0.
	Plan SingleStage `json:"plan"`
	// Earlier are the numbers drawn before, in any order, spares that were used included.
	Earlier []int64 `json:"earlier"`
}

// SecondSelection is a second sample together with the plan it came from.
type SecondSelection struct {
	// Second is the plan, its method stated.
	Second
	// FrameSize is the number of units in the frame, and Available that of those not drawn earlier.
	FrameSize int64 `json:"frameSize"`
	Available int64 `json:"available"`
	// Sample are the new units in sequential order; orders of selection count new units only.
	Sample []Unit `json:"sample"`
	// SpareUnits are the spares in generated order: orders of selection Size+1 to Size+Spares.
	SpareUnits []Unit `json:"spareUnits"`
	// PassedOver are the numbers drawn earlier that came up before the last unit or spare, in generated order.
	PassedOver []int64 `json:"passedOver"`
	// Summation is the sum of all new numbers, those of the spares included.
	Summation decimal.Decimal `json:"summation"`
	// Warnings are those of the one draw that is made, but for the one that it may reach the whole frame.
	Warnings []Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s SecondSelection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Draw draws new units. The errors wrap [ErrEarlier] (all wrong numbers are listed), [ErrSize], or what
// [SingleStage.Draw] returns.
func (s Second) Draw() (SecondSelection, error) {
	if err := s.Plan.checkFrame(); err != nil {
		return SecondSelection{}, err
	}
	earlier, err := s.earlier()
	if err != nil {
		return SecondSelection{}, err
	}
	frame := s.Plan.High - s.Plan.Low + 1
	if err := s.check(frame - int64(len(earlier))); err != nil {
		return SecondSelection{}, err
	}
	total := s.Plan.Size + s.Plan.Spares
	drawn, err := s.whole().Draw()
	if err != nil {
		return SecondSelection{}, finding.Under("plan", err)
	}
	s.Plan.Method = drawn.Method
	s.Earlier = append([]int64{}, s.Earlier...)
	r := SecondSelection{
		Second:     s,
		FrameSize:  frame,
		Available:  frame - int64(len(earlier)),
		Sample:     make([]Unit, 0, s.Plan.Size),
		SpareUnits: make([]Unit, 0, s.Plan.Spares),
		PassedOver: []int64{},
	}
	if r.Warnings = s.Plan.warnings(); s.Plan.Strict {
		if err := strictLimits(true, r.Warnings); err != nil {
			return SecondSelection{}, err
		}
	}
	offsets := make([]int64, 0, total)
	for _, n := range secondInOrder(drawn) {
		order := int64(len(offsets)) + 1
		if order > total {
			break
		}
		if earlier[n] {
			r.PassedOver = append(r.PassedOver, n)
			continue
		}
		if u := (Unit{Order: order, Number: n}); order <= s.Plan.Size {
			r.Sample = append(r.Sample, u)
		} else {
			r.SpareUnits = append(r.SpareUnits, u)
		}
		offsets = append(offsets, n-s.Plan.Low)
	}
	sorting.By(r.Sample, func(a, b Unit) int { return cmp.Compare(a.Number, b.Number) })
	r.Summation = summation(offsets, s.Plan.Low)
	return r, nil
}

// whole is the one draw that is made, of new units and of all that may come up again. RAT-STATS' limits are held against
// the plan, not against it.
func (s Second) whole() SingleStage {
	whole := s.Plan
	whole.Size, whole.Spares, whole.Strict = s.Plan.Size+s.Plan.Spares+int64(len(s.Earlier)), 0, false
	return whole
}

// check refuses sizes that the units not drawn earlier cannot give.
func (s Second) check(available int64) error {
	p := s.Plan
	switch {
	case p.DrawnBefore != 0:
		return fmt.Errorf("%w: a second draw has no orders of selection drawn before, but the plan says %d",
			ErrSize, p.DrawnBefore)
	case p.Size < 0 || p.Spares < 0:
		return fmt.Errorf("%w %d or %d spares are negative", ErrSize, p.Size, p.Spares)
	case p.Size == 0 && p.Spares == 0:
		return fmt.Errorf("%w 0 and no spares: nothing is to be drawn", ErrSize)
	case p.Size > available || p.Spares > available-p.Size:
		return fmt.Errorf("%w %d and %d spares exceed the %d units that were not drawn earlier",
			ErrSize, p.Size, p.Spares, available)
	case p.Size > MaxUnits || p.Spares > MaxUnits-p.Size || int64(len(s.Earlier)) > MaxUnits-p.Size-p.Spares:
		return fmt.Errorf("%w %d, %d spares and %d units drawn earlier exceed the %d units of one draw",
			ErrSize, p.Size, p.Spares, len(s.Earlier), MaxUnits)
	}
	return nil
}

// earlier returns the numbers drawn earlier as a set.
func (s Second) earlier() (map[int64]bool, error) {
	set := make(map[int64]bool, len(s.Earlier))
	var wrong []string
	for _, n := range s.Earlier {
		if n < s.Plan.Low || n > s.Plan.High {
			wrong = append(wrong, fmt.Sprintf("%d is outside the frame", n))
		} else if set[n] {
			wrong = append(wrong, fmt.Sprintf("%d stands twice", n))
		}
		set[n] = true
	}
	if len(wrong) > 0 {
		return nil, fmt.Errorf("%w: %s", ErrEarlier,
			finding.Join("number", "numbers", len(wrong), func(i int) string { return wrong[i] }))
	}
	return set, nil
}

// secondInOrder returns the numbers of a selection without spares in the order they were drawn.
func secondInOrder(s Selection) []int64 {
	list := make([]int64, len(s.Sample))
	for _, u := range s.Sample {
		list[u.Order-1] = u.Number
	}
	return list
}
