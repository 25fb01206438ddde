package extrapolate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
)

// drawSample generates samples with correct, overpaid, underpaid and undocumented claims.
func drawSample(t *rapid.T) Sample {
	kinds := rapid.SliceOfN(rapid.OneOf(rapid.Just(int64(0)), rapid.Int64Range(-10_000, 100_000)), 2, 20).Draw(t,
		"differences in cents")
	texts := make([]string, len(kinds))
	for i, cents := range kinds {
		texts[i] = exact.Fixed(decimal.New(cents, -2), 2)
	}
	list := claims(texts...)
	for i := range list {
		if rapid.IntRange(0, 9).Draw(t, "missing") == 0 {
			list[i].Documentation, list[i].Correct = errorrate.Missing, nil
		}
	}
	return Sample{Universe: int64(len(list)) + rapid.Int64Range(0, 10_000).Draw(t, "not sampled"), Claims: list,
		Precision: decimal.New(rapid.Int64Range(0, 99).Draw(t, "precision"), -2)}
}

func TestEstimateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t)
		e := mustEstimate(t, s)
		if e.PointEstimate.IsNegative() || e.PointEstimate.Exponent() < -2 ||
			!e.PointEstimate.Equal(e.Overpayment.PointEstimate.Round(2)) {
			t.Fatalf("%s, %s", e.PointEstimate, e.Overpayment.PointEstimate)
		}
		if e.Net.PointEstimate.Cmp(e.Overpayment.PointEstimate) > 0 {
			t.Fatalf("net %s above gross %s", e.Net.PointEstimate, e.Overpayment.PointEstimate)
		}
		// The exact decision agrees with the stated percentage wherever that is not the boundary itself.
		percent := e.Interval.PrecisionPercent
		none := e.PointEstimate.IsZero() // no precision to speak of
		if wanted := s.Precision.Shift(2); wanted.IsPositive() && !none && !percent.Equal(wanted) &&
			e.PrecisionMet != (percent.Cmp(wanted) < 0) {
			t.Fatalf("precision %s, wanted %s, met %t", percent, wanted, e.PrecisionMet)
		}
		n := int64(len(s.Claims))
		if !none && !e.PrecisionMet && (e.ClaimsNeeded <= n || e.ClaimsNeeded > s.Universe) || e.PrecisionMet && e.ClaimsNeeded != 0 {
			t.Fatalf("%d claims needed of %d, %d done, met %t", e.ClaimsNeeded, s.Universe, n, e.PrecisionMet)
		}
		order := rapid.Permutation(s.Claims).Draw(t, "order")
		s.Claims = order
		again := mustEstimate(t, s)
		again.Claims = e.Claims
		if diff := cmp.Diff(e, again); diff != "" {
			t.Fatalf("the order changes the estimate: %s", diff)
		}
	})
}

// TestMoneyIsNeitherLostNorMade: over all payors the amounts are the overpayments found; amount = credited + due, and
// what is credited is never more than what was refunded.
func TestMoneyIsNeitherLostNorMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t)
		payors := []string{"", "A", "B"}
		for i := range s.Claims {
			s.Claims[i].Payor = rapid.SampledFrom(payors).Draw(t, "payor")
		}
		rate, err := errorrate.Sample{Claims: s.Claims}.Rate()
		if err != nil {
			t.Fatal(err)
		}
		r := Repayment{Protocol: rapid.SampledFrom([]Protocol{ProtocolDiscovery, ProtocolSingle, ProtocolQuarterly}).Draw(t, "protocol"), Reviewed: rate.Sample}
		want := rate.Overpaid
		if rapid.Bool().Draw(t, "extrapolated") {
			e := mustEstimate(t, s)
			r.Extrapolated = &e.Sample
			if r.Protocol == ProtocolDiscovery {
				want = e.PointEstimate
			}
		}
		refunded := decimal.Decimal{}
		for range rapid.IntRange(0, 4).Draw(t, "refunds") {
			f := Refund{Payor: rapid.SampledFrom(payors).Draw(t, "to"), Amount: decimal.New(rapid.Int64Range(1, 50_000).Draw(t,
				"cents"), -2)}
			refunded = refunded.Add(f.Amount)
			r.Refunds = append(r.Refunds, f)
		}
		o, err := r.Obligations()
		if err != nil {
			t.Fatal(err)
		}
		amount, credited := decimal.Decimal{}, decimal.Decimal{}
		for _, b := range o.Obligations {
			if b.Kind != RepayFound && b.Kind != RepayExtrapolated {
				continue
			}
			if b.Due.IsNegative() || b.Credited.IsNegative() || !b.Due.Add(*b.Credited).Equal(*b.Amount) {
				t.Fatalf("%+v", b)
			}
			amount, credited = amount.Add(*b.Amount), credited.Add(*b.Credited)
		}
		leftOver := false
		for _, w := range o.Warnings {
			leftOver = leftOver || w.Code == "refund_exceeds" || w.Code == "refund_without_payor"
		}
		if !amount.Equal(want) || credited.Cmp(refunded) > 0 || leftOver != (credited.Cmp(refunded) < 0) {
			t.Fatalf("owed %s, want %s; credited %s of %s, warned %t", amount, want, credited, refunded, leftOver)
		}
	})
}
