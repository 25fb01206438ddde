package errorrate

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
)

// drawClaims generates valid claims: correct ones, overpaid, underpaid, without documentation.
func drawClaims(t *rapid.T) []Claim {
	claims := make([]Claim, rapid.IntRange(1, 30).Draw(t, "claims"))
	for i := range claims {
		paid := decimal.New(rapid.Int64Range(1, 1_000_000).Draw(t, "paid"), -2)
		c := Claim{Number: int64(i + 1), ID: fmt.Sprintf("C%d", i+1), Paid: paid, Documentation: Complete,
			Category: rapid.SampledFrom([]Category{CategoryCoding, CategoryDocumentation, CategoryMedicalNecessity, CategoryOther, Unclassified}).Draw(t,
				"category")}
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			c.Correct = &paid
		case 1:
			c.Documentation = Missing
		default:
			correct := decimal.New(rapid.Int64Range(0, 1_000_000).Draw(t, "correct"), -2)
			c.Correct = &correct
			c.Documentation = rapid.SampledFrom([]Documentation{Complete, Insufficient}).Draw(t, "documentation")
		}
		claims[i] = c
	}
	return claims
}

func TestRateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		r := mustRate(t, Sample{Claims: claims})
		gross := mustRate(t, Sample{Claims: claims, Netting: NotNetted})
		shuffled := mustRate(t, Sample{Claims: rapid.Permutation(claims).Draw(t, "order")})
		shuffled.Claims = r.Claims
		if diff := cmp.Diff(r, shuffled); diff != "" {
			t.Fatalf("the order changes the result: %s", diff)
		}
		// overpaid - underpaid = sum(paid - correct), no correct amount being zero.
		sum, paid := decimal.Decimal{}, decimal.Decimal{}
		for _, c := range claims {
			paid = paid.Add(c.Paid)
			sum = sum.Add(c.Paid)
			if c.Correct != nil {
				sum = sum.Sub(*c.Correct)
			}
		}
		if !r.Overpaid.Sub(r.Underpaid).Equal(sum) || !r.NetOverpayment.Equal(sum) || !r.Paid.Equal(paid) {
			t.Fatalf("%+v, want the net %s of %s", r, sum, paid)
		}
		if !gross.NetOverpayment.Equal(r.Overpaid) || gross.Exact().Cmp(r.Exact()) < 0 {
			t.Fatalf("%+v", gross)
		}
		// paid * rate >= 0.05 * paid, in exact rationals and by cross-multiplying.
		met := r.NetOverpayment.Mul(dec("20")).Cmp(r.Paid) >= 0
		if r.ThresholdMet != met {
			t.Fatalf("threshold met %t: %s of %s", r.ThresholdMet, r.NetOverpayment, r.Paid)
		}
		n := r.Counts
		if n.Overpaid+n.Underpaid != n.InError || n.InError > n.Reviewed || n.Reviewed != int64(len(claims)) ||
			n.MissingDocumentation+n.InsufficientDocumentation > n.Reviewed {
			t.Fatalf("%+v", n)
		}
		var inError int64
		over, under := decimal.Decimal{}, decimal.Decimal{}
		for _, c := range r.Categories {
			inError, over, under = inError+c.Claims, over.Add(c.Overpaid), under.Add(c.Underpaid)
		}
		if inError != n.InError || !over.Equal(r.Overpaid) || !under.Equal(r.Underpaid) {
			t.Fatalf("the categories do not add up: %+v", r.Categories)
		}
		values := r.Overpayments()
		for i, c := range claims {
			if values[i].IsNegative() || c.Documentation == Missing && !values[i].Equal(c.Paid) {
				t.Fatalf("%+v: %s", c, values[i])
			}
			over = over.Sub(values[i])
		}
		if !over.IsZero() {
			t.Fatalf("the overpayments do not add up: %s", over)
		}
	})
}

// TestRateScale: amounts a hundred times as large have the same rate and the same answer.
func TestRateScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		large := make([]Claim, len(claims))
		for i, c := range claims {
			c.Paid = c.Paid.Shift(2)
			if c.Correct != nil {
				d := c.Correct.Shift(2)
				c.Correct = &d
			}
			large[i] = c
		}
		a, b := mustRate(t, Sample{Claims: claims}), mustRate(t, Sample{Claims: large})
		if !a.ErrorRate.Equal(b.ErrorRate) || a.ThresholdMet != b.ThresholdMet || a.Counts != b.Counts ||
			!b.NetOverpayment.Equal(exact.Canonical(a.NetOverpayment.Shift(2))) {
			t.Fatalf("%+v, %+v", a, b)
		}
	})
}
