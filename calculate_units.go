package iromath

import (
	"fmt"

	"github.com/iromath/iromath/sampling"
)

// MaxUnits is the largest number of units, spares included, that a calculation of the JSON contract draws: its result lists
// each of them, 36 MB of JSON. In Go a draw has up to [sampling.MaxUnits], which would make more than a gigabyte out of a
// request of a few bytes.
const MaxUnits = 1_000_000

// wanted is how many units a plan asks for; 0 where the request itself lists them all.
func wanted(plan any) int64 {
	switch p := plan.(type) {
	case sampling.SingleStage:
		return sum(p.Size, p.Spares)
	case sampling.Second:
		return wanted(p.Plan)
	case sampling.Sets:
		return sum(p.Size, p.Spares)
	case sampling.Frames:
		return sum(p.Size, p.Spares)
	case sampling.FramesOfTwo:
		return sum(p.Size, p.Spares)
	case sampling.Systematic:
		return p.Size
	case sampling.Stratified:
		var all int64
		for _, s := range p.Strata {
			all = sum(all, s.Size, s.Spares)
		}
		return all
	}
	return 0
}

// sum adds numbers of units, as far as it takes to see that they are too many. Negative ones are for the draw to refuse.
func sum(numbers ...int64) int64 {
	var all int64
	for _, n := range numbers {
		all += min(max(n, 0), MaxUnits+1)
	}
	return all
}

// checkUnits refuses draws of too many units.
func checkUnits(n int64) error {
	if n > MaxUnits {
		return fmt.Errorf("%w: more than %d units, spares included", sampling.ErrSize, MaxUnits)
	}
	return nil
}

// drawing makes a Calculation of the Draw method of a plan.
func drawing[P, S any](name, summary, source, example string, draw func(P) (S, error)) Calculation {
	return calculation(name, summary, source, example, func(plan P) (S, error) {
		if err := checkUnits(wanted(plan)); err != nil {
			var none S
			return none, err
		}
		return draw(plan)
	})
}
