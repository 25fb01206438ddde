package stage

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
)

// TestCheckIntervals: the last number of strata that the levels allow is taken, the next one is not.
func TestCheckIntervals(t *testing.T) {
	level := []decimal.Decimal{decimal.RequireFromString("0.9")}
	for _, c := range []struct {
		strata int
		o      appraisal.Options
		refuse bool
	}{
		{MaxIntervals, appraisal.Options{Levels: level}, false},
		{MaxIntervals + 1, appraisal.Options{Levels: level}, true},
		{MaxIntervals / 2, appraisal.Options{Levels: level, OneSidedLevels: level}, false},
		{MaxIntervals/2 + 1, appraisal.Options{Levels: level, OneSidedLevels: level}, true},
		{MaxIntervals * 9, appraisal.Options{}, false},
	} {
		if err := CheckIntervals(c.strata, c.o); errors.Is(err, appraisal.ErrLevel) != c.refuse {
			t.Errorf("%d strata of %d and %d levels: %v", c.strata, len(c.o.Levels), len(c.o.OneSidedLevels), err)
		}
	}
}
