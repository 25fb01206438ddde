package appraisal

import (
	"errors"
	"testing"

	"github.com/iromath/iromath/internal/exact"
)

func TestCheckLevels(t *testing.T) {
	got, err := CheckLevels(decs("0.900", "0.5", "0.000001"))
	if err != nil || len(got) != 3 || exact.String(got[0]) != "0.9" || got[0].Exponent() != -1 || exact.String(got[2]) != "0.000001" {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := CheckLevels(nil); err != nil || got != nil {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range [][]string{{"0"}, {"0.9", "1"}, {"-0.9"}, {"0.9", "0.8", "0.90"}, {"1e-9000"}} {
		if _, err := CheckLevels(decs(bad...)); !errors.Is(err, ErrLevel) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}
