package samplesize

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

// stratum is one with a typed mean and deviation.
func stratum(name string, universe int64, mean, deviation string) Stratum {
	m, d := dec(mean), dec(deviation)
	return Stratum{Name: name, Universe: universe, MeanOverpayment: &m, OverpaymentDeviation: &d}
}

// manualStrata are those of Companion Manual 4-11.
func manualStrata() []Stratum {
	return []Stratum{stratum("High Income", 100_000, "10000", "5000"), stratum("Low Income", 500_000, "5000", "4000")}
}
