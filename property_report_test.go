package iromath

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/sampling/samplesize"
)

// TestClassesOfOverpayments: the classes of the histogram meet each other, and each overpaid claim is in one.
func TestClassesOfOverpayments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r Report
		cents := rapid.SliceOfN(rapid.Int64Range(0, 1<<rapid.IntRange(1, 50).Draw(t, "bits")), 1, 60).Draw(t, "cents")
		var over int64
		for i, c := range cents {
			f := Finding{Claim: errorrate.Claim{Number: int64(i + 1), Paid: decimal.New(c+1, -2)},
				Overpayment: decimal.New(c, -2)}
			r.Findings, r.ErrorRate.Claims = append(r.Findings, f), append(r.ErrorRate.Claims, f.Claim)
			if c > 0 {
				over++
			}
		}
		r.ErrorRate.Counts.Reviewed = int64(len(cents))
		c := r.overpaymentChart()
		if c == nil {
			if over > 0 {
				t.Fatal("no chart")
			}
			return
		}
		var sum int64
		low := decimal.Decimal{}
		for i, p := range c.Points {
			n := p.Value.IntPart()
			var in int64
			for _, cents := range cents {
				if d := decimal.New(cents, -2); d.Cmp(p.Low) > 0 && d.Cmp(p.High) <= 0 {
					in++
				}
			}
			if !p.Low.Equal(low) || n != in || p.Marked && i != len(c.Points)-1 || p.Marked && p.Value.IntPart() > int64(len(cents))/20+1 {
				t.Fatalf("class %d: %+v holds %d", i, p, in)
			}
			sum, low = sum+n, p.High
		}
		if sum != over || len(c.Points) > 12 || len(c.Points) != len(c.Table.Rows) {
			t.Fatalf("%d of %d claims in %d classes", sum, over, len(c.Points))
		}
	})
}

// TestPrecisionCurve: the curve goes through the precision of the appraisal and falls with the size.
func TestPrecisionCurve(t *testing.T) {
	a := detailed(t, Agreement{}, ReportOptions{}).Appraisal
	own := false
	for i, e := range a.Curve {
		if e.Size == a.Overpayment.SampleSize {
			own = e.Precision.Shift(2).Equal(a.Interval.PrecisionPercent) && e.PrecisionAmount.Equal(a.Interval.PrecisionAmount)
		}
		if i > 0 && (e.Size <= a.Curve[i-1].Size || e.Precision.Cmp(*a.Curve[i-1].Precision) >= 0) {
			t.Errorf("precision %s of %d claims", e.Precision, e.Size)
		}
	}
	if !own || len(a.Curve) < 6 {
		t.Errorf("%d points, that of the sample among them: %t", len(a.Curve), own)
	}
	if a.ClaimsNeeded > 0 && !slices.ContainsFunc(a.Curve, func(e samplesize.Expected) bool { return e.Size == a.ClaimsNeeded }) {
		t.Error("the size that would have met the precision is not among them")
	}
}
