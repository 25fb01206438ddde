package samplesize

import (
	"errors"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// TestPrecisionByHand: 1, 2, 3 in a universe of 12 have s^2 = 1 and the total 24; three of 12 have the variance
// 12*1*9/3 = 36: the standard error 6, so t*6 and t/4, with t = sqrt(2/3) at level 0.5 and two degrees of freedom.
func TestPrecisionByHand(t *testing.T) {
	p := Probe{Universe: 12, Overpayments: decs("1", "2", "3")}
	e, err := p.Precision(3, dec("0.50"))
	if err != nil || exact.String(*e.PrecisionAmount) != "4.8989794855663561964" ||
		exact.String(*e.Precision) != "0.20412414523193150818" || e.Distribution != appraisal.StudentT ||
		!e.DegreesOfFreedom.Equal(dec("2")) || e.Size != 3 || e.Level.Exponent() != -1 {
		t.Errorf("%+v, %v", e, err)
	}
	e, err = p.PrecisionNormal(3, dec("0.5"))
	if want := dec(z50).Mul(dec("6")); err != nil || e.Distribution != appraisal.Normal || !e.PrecisionAmount.Equal(want) {
		t.Errorf("%+v, %v", e, err)
	}
	for _, f := range []func(int64, decimal.Decimal) (Expected, error){p.Precision, p.PrecisionNormal} {
		if e, err = f(12, dec("0.9")); err != nil || !e.Precision.IsZero() || !e.PrecisionAmount.IsZero() {
			t.Errorf("the whole universe: %+v, %v", e, err)
		}
		for _, n := range []int64{0, -1, 13} {
			if _, err := f(n, dec("0.9")); !errors.Is(err, ErrSize) {
				t.Errorf("%d: %v", n, err)
			}
		}
		if _, err := f(5, dec("1")); !errors.Is(err, appraisal.ErrLevel) {
			t.Errorf("level 1: %v", err)
		}
	}
	if _, err := p.Precision(1, dec("0.9")); !errors.Is(err, ErrSize) {
		t.Errorf("one unit: %v", err)
	}
	if _, err := p.PrecisionNormal(1, dec("0.9")); err != nil {
		t.Errorf("one unit with z: %v", err)
	}
	single := typed(1, "1", "2")
	if e, err := single.Precision(1, dec("0.9")); err != nil || e.Distribution != appraisal.NoDistribution || !e.Precision.IsZero() {
		t.Errorf("a universe of one: %+v, %v", e, err)
	}
	e, err = typed(9, "0", "2").Precision(3, dec("0.9"))
	if err != nil || e.Precision != nil || e.PrecisionAmount == nil {
		t.Errorf("mean 0: %+v, %v", e, err)
	}
	none := typed(9, "0", "0")
	_, one := none.Precision(3, dec("0.9"))
	_, two := none.PrecisionNormal(3, dec("0.9"))
	_, curve := none.Curve("", nil)
	for _, err := range []error{one, two, curve} {
		if !errors.Is(err, ErrUndefined) {
			t.Errorf("%v", err)
		}
	}
}

// TestPrecisionIsTheAppraisals: a sample of n with the probe's mean and deviation has this interval.
func TestPrecisionIsTheAppraisals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProbe(t, 100_000)
		n := rapid.Int64Range(2, p.Universe).Draw(t, "n")
		level := drawFraction(t, "level", 5000, 9990)
		got, err := p.Precision(n, level)
		if err != nil {
			t.Fatal(err)
		}
		var s appraisal.Sums
		if err := s.AddAll(p.Overpayments); err != nil {
			t.Fatal(err)
		}
		all := exact.Int(p.Universe)
		variance := new(big.Rat).Mul(s.Variance(), new(big.Rat).Mul(all, all))
		variance.Mul(variance, big.NewRat(p.Universe-n, p.Universe)).Quo(variance, exact.Int(n))
		want, err := appraisal.NewEstimate(all.Mul(all, s.Mean()), variance, appraisal.Options{Levels: []decimal.Decimal{level}}, exact.Int(n-1))
		if err != nil {
			t.Fatal(err)
		}
		i := want.Intervals[0]
		if !got.PrecisionAmount.Equal(i.PrecisionAmount) || !got.Percentile.Equal(i.Percentile) ||
			!got.Precision.Equal(i.PrecisionPercent.Shift(-2)) {
			t.Fatalf("%+v, want %+v", got, i)
		}
	})
}

// TestInverse: a size that was not rounded down gives the precision, one unit less does not.
func TestInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProbe(t, 100_000)
		level, precision := drawFraction(t, "level", 5000, 9990), drawFraction(t, "precision", 50, 9990)
		c, err := p.Size(level, precision)
		if err != nil {
			t.Fatal(err)
		}
		n := c.Size
		if c.RoundedDown {
			n++
		}
		within := func(n int64) bool {
			e, err := p.PrecisionNormal(n, level)
			if err != nil {
				t.Fatal(err)
			}
			return e.Precision.Cmp(precision) <= 0
		}
		if n > 0 && !within(n) || n > 1 && within(n-1) {
			t.Fatalf("%d of %+v", n, c)
		}
	})
}

func TestCurve(t *testing.T) {
	p := typed(300, "10", "20")
	p.Levels = decs("0.8", "0.9")
	points, err := p.Curve("", nil)
	if err != nil {
		t.Fatal(err)
	}
	var sizes []int64
	for i, e := range points {
		if i%2 == 0 {
			sizes = append(sizes, e.Size)
		}
		if want, err := p.Precision(e.Size, p.Levels[i%2]); err != nil || cmp.Diff(want, e) != "" {
			t.Errorf("%+v, %v", e, err)
		}
		if i >= 2 && e.Precision.Cmp(*points[i-2].Precision) >= 0 {
			t.Errorf("more units, no better: %+v", e)
		}
	}
	if diff := cmp.Diff([]int64{10, 20, 50, 100, 200, 300}, sizes); diff != "" {
		t.Error(diff)
	}
	points, err = p.Curve(appraisal.Normal, []int64{30, 7})
	if err != nil || len(points) != 4 || points[2].Size != 7 || points[2].Distribution != appraisal.Normal {
		t.Errorf("%+v, %v", points, err)
	}
	for name, c := range map[string]struct {
		d     appraisal.Distribution
		sizes []int64
		want  error
	}{
		"distribution": {"normal", nil, ErrDistribution}, "size": {"", []int64{301}, ErrSize},
		"too many": {"", make([]int64, 5001), ErrSize},
	} {
		if _, err := p.Curve(c.d, c.sizes); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if points, err := manualRate().Curve("", []int64{100}); err != nil || len(points) != 4 {
		t.Errorf("%+v, %v", points, err)
	}
	one, err := manualRate().PrecisionNormal(287, dec("0.9"))
	two, err2 := manualRate().Precision(287, dec("0.9"))
	if err != nil || err2 != nil || two.Precision.Cmp(*one.Precision) <= 0 ||
		one.Precision.Sub(dec("0.25")).Abs().Cmp(dec("0.0005")) > 0 { // 287 is the size for 25 % (Companion Manual 4-9)
		t.Errorf("%v, %v", one.Precision, two.Precision)
	}
}
