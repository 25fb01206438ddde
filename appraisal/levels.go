package appraisal

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// CheckLevels returns confidence levels in canonical form, in their order. Error: [ErrLevel] for one that is not between 0 and
// 1 or stands twice.
func CheckLevels(levels []decimal.Decimal) ([]decimal.Decimal, error) {
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
