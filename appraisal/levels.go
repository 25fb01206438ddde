package appraisal

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// MaxLevels is the largest number of confidence levels of one kind in one appraisal. RAT-STATS has three. Limits that are found
// by search take up to a second each, so that without a bound a small request could take hours.
const MaxLevels = 20

func checkNumber(levels []decimal.Decimal) error {
	if len(levels) > MaxLevels {
		return fmt.Errorf("appraisal: %w: %d levels, at most %d", ErrLevel, len(levels), MaxLevels)
	}
	return nil
}

// CheckLevels returns confidence levels in canonical form, in their order. Error: [ErrLevel] for one that is not between 0 and
// 1 or stands twice, and for more than [MaxLevels].
func CheckLevels(levels []decimal.Decimal) ([]decimal.Decimal, error) {
	if err := checkNumber(levels); err != nil {
		return nil, err
	}
	var list []decimal.Decimal
	seen := map[string]bool{}
	for i, level := range levels {
		if err := CheckLevel(level); err != nil {
			return nil, err
		}
		text := exact.String(level)
		if seen[text] {
			return nil, fmt.Errorf("appraisal: %w %s stands twice (level %d)", ErrLevel, text, i+1)
		}
		seen[text] = true
		list = append(list, exact.Canonical(level))
	}
	return list, nil
}
