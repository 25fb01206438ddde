package extrapolate

import (
	"testing"

	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/reportable"
)

var (
	dec  = decimaltest.Dec
	decs = decimaltest.Decs
)

// dates lets cmp compare dates by ==.
var dates = cmpopts.EquateComparable(reportable.Date{})

func roundTrip[T any](t *testing.T, v T) {
	t.Helper()
	decimaltest.RoundTrip(t, v, dates)
}

// flipGlobals runs f with every setting of the decimal library otherwise than usual.
func flipGlobals(t *testing.T, f func()) {
	t.Helper()
	t.Run("flipped", func(t *testing.T) {
		decimaltest.FlipSettings(t)
		f()
	})
}
