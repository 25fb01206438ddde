package attribute

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// bounds are the limits of a parameter, such as the number of items in a universe that have the characteristic, whatever the
// probability: each tail is what stays outside of its limit.
type bounds[T any] struct {
	lower, upper func(tail *big.Rat) (T, error)
}

// twoSided finds both limits of a level.
//
//	tail = (1 - level)/2 for either
func (b bounds[T]) twoSided(level decimal.Decimal) (lower, upper T, err error) {
	tail := outside(level)
	return b.at(level, tail.Quo(tail, exact.Int(2)))
}

// oneSided finds both limits of a one-sided level, of which each alone has the confidence of the level.
//
//	tail = 1 - level for either
func (b bounds[T]) oneSided(level decimal.Decimal) (lower, upper T, err error) {
	return b.at(level, outside(level))
}

func (b bounds[T]) at(level decimal.Decimal, tail *big.Rat) (lower, upper T, err error) {
	if lower, err = b.lower(tail); err == nil {
		upper, err = b.upper(tail)
	}
	if err != nil { // the sample was checked before, so it is the tail
		err = fmt.Errorf("attribute: %w %s: %w", appraisal.ErrLevel, exact.String(level), err)
	}
	return lower, upper, err
}

// outside is 1 - level.
func outside(level decimal.Decimal) *big.Rat {
	r := exact.Rat(level)
	return r.Sub(exact.Int(1), r)
}

// exactLevels are the two-sided levels of a design, RAT-STATS' own where it has none, and the one-sided ones.
func exactLevels(o Options) (twoSided, oneSided []decimal.Decimal, err error) {
	if twoSided, err = appraisal.CheckLevels(o.Levels); err != nil {
		return nil, nil, err
	}
	if len(twoSided) == 0 {
		twoSided = appraisal.DefaultLevels()
	}
	oneSided, err = appraisal.CheckLevels(o.OneSidedLevels)
	return twoSided, oneSided, err
}

// at returns the interval of a level.
func at[I any](intervals []I, level decimal.Decimal, levelOf func(I) decimal.Decimal) (I, bool) {
	if appraisal.CheckLevel(level) == nil { // comparing any other would expand its exponent
		for _, i := range intervals {
			if levelOf(i).Equal(level) {
				return i, true
			}
		}
	}
	var none I
	return none, false
}
