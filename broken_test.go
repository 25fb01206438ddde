package iromath

import (
	"io"
	"testing"

	"github.com/iromath/iromath/internal/brokentest"
	"github.com/iromath/iromath/sampling"
)

// TestBrokenResults: whatever is missing in a draw, its page is written or refused, and its claims are listed.
func TestBrokenResults(t *testing.T) {
	a := Agreement{Protocol: ProtocolDiscovery, Spares: 4}
	for _, method := range []sampling.Method{sampling.RATSTATS, sampling.MethodTickets} {
		a.Method = method
		d := newReview(t, a, frameOf(t, 5000, hundred), Seeds{First: "48863.78"}).Draws()[0]
		brokentest.WriteText(t, d)
		brokentest.Print(t, d, func(d Draw, _ io.Writer) error {
			d.Units()
			return nil
		})
	}
}
