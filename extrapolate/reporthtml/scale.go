package reporthtml

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
)

// scale maps values to places of a drawing. It computes with rationals, so that a drawing is the same on every machine.
type scale struct {
	low, high *big.Rat // values at the ends
	from, to  int64    // places of the ends
	ticks     []*big.Rat
}

// newScale makes a scale from a low to a high value, both widened to round numbers, with at most that many steps between
// ticks.
func newScale(low, high *big.Rat, from, to, steps int64) scale {
	if low.Cmp(high) >= 0 {
		high = new(big.Rat).Add(low, exact.Int(1))
	}
	step := new(big.Rat).Quo(new(big.Rat).Sub(high, low), exact.Int(max(steps, 1)))
	for most := exact.Int(max(steps, 1)); ; {
		step = roundStep(step)
		s := scale{low: multiple(low, step, false), high: multiple(high, step, true), from: from, to: to}
		if length := new(big.Rat).Sub(s.high, s.low); length.Quo(length, step).Cmp(most) > 0 && most.Cmp(exact.Int(1)) > 0 {
			step.Mul(step, big.NewRat(3, 2)) // widened to round numbers it takes a step too many
			continue
		}
		for tick := s.low; tick.Cmp(s.high) <= 0; tick = new(big.Rat).Add(tick, step) {
			s.ticks = append(s.ticks, tick)
		}
		return s
	}
}

// roundStep is the smallest of 1, 2 and 5 times a power of ten that is not below a number above zero.
func roundStep(least *big.Rat) *big.Rat {
	ten := exact.Int(10)
	power := exact.Int(1)
	for power.Cmp(least) > 0 {
		power = new(big.Rat).Quo(power, ten)
	}
	for {
		for _, times := range []int64{1, 2, 5} {
			if step := new(big.Rat).Mul(power, exact.Int(times)); step.Cmp(least) >= 0 {
				return step
			}
		}
		power = new(big.Rat).Mul(power, ten)
	}
}

// multiple is the next multiple of a step below or above a value, or the value itself.
func multiple(value, step *big.Rat, above bool) *big.Rat {
	q := new(big.Rat).Quo(value, step)
	n, rest := new(big.Int).DivMod(q.Num(), q.Denom(), new(big.Int))
	if above && rest.Sign() != 0 {
		n.Add(n, big.NewInt(1))
	}
	return new(big.Rat).Mul(new(big.Rat).SetInt(n), step)
}

// at is the place of a value, to a tenth.
func (s scale) at(value *big.Rat) string {
	part := new(big.Rat).Quo(new(big.Rat).Sub(value, s.low), new(big.Rat).Sub(s.high, s.low))
	part.Mul(part, exact.Int(s.to-s.from)).Add(part, exact.Int(s.from))
	return tenth(part)
}

// span is the distance of two places, to a tenth.
func (s scale) span(low, high *big.Rat) string {
	part := new(big.Rat).Quo(new(big.Rat).Sub(high, low), new(big.Rat).Sub(s.high, s.low))
	part.Mul(part, exact.Int(s.to-s.from))
	return tenth(part.Abs(part))
}

func tenth(r *big.Rat) string { return exact.String(exact.RoundPlaces(r, 1)) }

// label writes a value of an axis, with cents only where it has any.
func label(value *big.Rat, unit document.Unit) string {
	d := exact.Round(value)
	places := min(int(max(-d.Exponent(), 0)), 6)
	switch unit {
	case document.Dollars:
		if places > 0 {
			places = 2
		}
		if d.IsNegative() {
			return "-$" + exact.Commas(d.Neg(), places)
		}
		return "$" + exact.Commas(d, places)
	case document.Percent:
		return exact.Commas(d, places) + "%"
	}
	return exact.Commas(d, places)
}

// bounds are the least and the greatest of some values.
func bounds(values ...*big.Rat) (low, high *big.Rat) {
	low, high = values[0], values[0]
	for _, v := range values[1:] {
		if v.Cmp(low) < 0 {
			low = v
		}
		if v.Cmp(high) > 0 {
			high = v
		}
	}
	return low, high
}

// drawable reports whether every value of a chart can be placed.
func drawable(c document.Chart) bool {
	points := c.Points
	if c.Target != nil {
		points = append([]document.Point{*c.Target}, points...)
	}
	for _, p := range points {
		for _, d := range []decimal.Decimal{p.Value, p.Low, p.High} {
			if exact.Check(d) != nil {
				return false
			}
		}
	}
	return len(c.Points) > 0 && len(c.Points) <= maxPoints
}

// maxPoints bounds the points that are drawn.
const maxPoints = 1000
