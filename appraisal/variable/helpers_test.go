package variable

import (
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"
)

var (
	dec  = decimaltest.Dec
	decs = decimaltest.Decs
)

func roundTrip[T any](t *testing.T, v T) {
	t.Helper()
	decimaltest.RoundTrip(t, v)
}

// flipGlobals runs f with every setting of the decimal library otherwise than usual.
func flipGlobals(t *testing.T, f func()) {
	t.Helper()
	t.Run("flipped", func(t *testing.T) {
		decimaltest.FlipSettings(t)
		f()
	})
}
