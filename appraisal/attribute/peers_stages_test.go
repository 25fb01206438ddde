package attribute

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// TestSurveyStrata compares with R's package survey: of 20, 9 and 11 students in grades of 1,824, 1,025 and 1,151, 3, 9
// and 5 spend ten dollars and more on ice cream (SAS/STAT User's Guide, "The SURVEYMEANS Procedure"). R's 15 digits
// come from doubles.
func TestSurveyStrata(t *testing.T) {
	r := must[Stratified, StratifiedResult](t, Stratified{Strata: []Stratum{Stratum(unit(1824, 20, 3)),
		Stratum(unit(1025, 9, 9)), Stratum(unit(1151, 11, 5))}})
	for _, c := range []struct {
		got  decimal.Decimal
		want string
	}{{r.Proportion.PointEstimate, "0.455445454545455"}, {r.Proportion.StandardError, "0.0584237519626088"}} {
		off := exact.Rat(c.got)
		off.Sub(off, exact.Rat(decimal.RequireFromString(c.want)))
		if off.Abs(off).Cmp(exact.Rat(decimal.New(1, -13))) > 0 {
			t.Errorf("%s, R has %s", c.got, c.want)
		}
	}
}
