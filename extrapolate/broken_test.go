package extrapolate

import (
	"io"
	"testing"

	"github.com/iromath/iromath/internal/brokentest"
)

// TestBrokenResults: whatever is missing in a result, its page is written or refused.
func TestBrokenResults(t *testing.T) {
	s := Scrutiny{Sample: Sample{Universe: 480, Claims: claims(twelve...), Precision: dec("0.25")}}
	brokentest.Print(t, mustExamine(t, s), func(r ScrutinyResult, w io.Writer) error { return r.WriteText(w) })
}
