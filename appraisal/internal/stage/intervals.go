package stage

import (
	"fmt"

	"github.com/iromath/iromath/appraisal"
)

// MaxIntervals bounds the intervals of all strata of a design together: 10,000 strata at the three levels of RAT-STATS, or
// 1,250 at all levels that there may be. Each takes a percentile.
const MaxIntervals = 50_000

// CheckIntervals holds strata and levels against it. Error: appraisal.ErrLevel.
func CheckIntervals(strata int, o appraisal.Options) error {
	levels := len(o.Levels) + len(o.OneSidedLevels)
	if levels > 0 && strata > MaxIntervals/levels {
		return fmt.Errorf("appraisal: %w: %d levels of %d strata, at most %d intervals", appraisal.ErrLevel, levels, strata, MaxIntervals)
	}
	return nil
}
