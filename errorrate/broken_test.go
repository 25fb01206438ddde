package errorrate

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/brokentest"
)

// TestBrokenResults: whatever is missing in a result, its page is written or refused.
func TestBrokenResults(t *testing.T) {
	correct := decimal.New(165, 0)
	r, err := Sample{Claims: []Claim{
		{ID: "A-1", Paid: decimal.New(180, 0), Correct: &correct, Documentation: Complete},
		{ID: "A-2", Paid: decimal.New(5, 0), Documentation: Missing}}}.Rate()
	if err != nil {
		t.Fatal(err)
	}
	brokentest.WriteText(t, r)
}
