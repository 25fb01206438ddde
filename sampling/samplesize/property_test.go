package samplesize

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// manualProbe is the probe sample of Companion Manual 4-3: 25 values with the mean 400.
func manualProbe() []decimal.Decimal {
	return decs("321", "382", "453", "459", "343", "388", "313", "420", "407", "395", "441", "448", "447", "333", "357",
		"395", "477", "391", "356", "368", "376", "350", "461", "472", "447")
}

// drawProbe generates probes with a mean above 0: overpayments of which most are zero, as in a claims review.
func drawProbe(t *rapid.T, most int64) Probe {
	values := rapid.SliceOfN(rapid.Map(rapid.OneOf(rapid.Just(int64(0)), rapid.Int64Range(0, 50_000)),
		func(cents int64) decimal.Decimal { return decimal.New(cents, -2) }), 2, 20).Draw(t, "overpayments")
	values = append(values, decimal.New(rapid.Int64Range(1, 50_000).Draw(t, "one overpaid"), -2))
	universe := rapid.Int64Range(int64(len(values)), most).Draw(t, "universe")
	return Probe{Universe: universe, Overpayments: values}
}

func drawFraction(t *rapid.T, name string, low, high int64) decimal.Decimal {
	return decimal.New(rapid.Int64Range(low, high).Draw(t, name), -4)
}

// TestSizeGrows: with a tighter precision and with a higher level, and never above the universe.
func TestSizeGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProbe(t, 1_000_000)
		level, precision := drawFraction(t, "level", 5000, 9990), drawFraction(t, "precision", 2, 9990)
		size := func(l, e decimal.Decimal) Cell {
			c, err := p.Size(l, e)
			if err != nil {
				t.Fatal(err)
			}
			if c.Size < 0 || c.Size > p.Universe || c.Unrounded.IsNegative() {
				t.Fatalf("%+v", c)
			}
			return c
		}
		a := size(level, precision)
		tighter, surer := size(level, precision.Sub(dec("0.0001"))), size(level.Add(dec("0.0009")), precision)
		spread := mustTable(t, p).StandardDeviation.IsPositive()
		for _, b := range []Cell{tighter, surer} {
			if b.Unrounded.Cmp(a.Unrounded) < 0 || b.Size < a.Size || spread && b.Unrounded.Equal(a.Unrounded) {
				t.Fatalf("%+v, %+v", a, b)
			}
		}
		if back := exact.RoundInt(exact.Rat(a.Unrounded)).Int64(); back != a.Size {
			t.Fatalf("%+v rounds to %d", a, back)
		}
	})
}

// TestScaleAndOrder: dollars or cents, in any order, the sizes are the same.
func TestScaleAndOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProbe(t, 1_000_000)
		level, precision := drawFraction(t, "level", 5000, 9999), drawFraction(t, "precision", 1, 9999)
		a, err := p.Size(level, precision)
		if err != nil {
			t.Fatal(err)
		}
		moved := rapid.Permutation(p.Overpayments).Draw(t, "order")
		for i := range moved {
			moved[i] = moved[i].Shift(3)
		}
		p.Overpayments = moved
		b, err := p.Size(level, precision)
		if err != nil || !a.Unrounded.Equal(b.Unrounded) || a.Size != b.Size {
			t.Fatalf("%+v, %+v, %v", a, b, err)
		}
	})
}

// TestReachingIsTheSmallest works the interval out at n and at n-1 by appraisal.NewEstimate: within the precision at n, not
// at n-1.
func TestReachingIsTheSmallest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProbe(t, 100_000)
		level, precision := drawFraction(t, "level", 5000, 9990), drawFraction(t, "precision", 50, 9990)
		n, err := p.SizeStudentT(level, precision)
		if err != nil {
			t.Fatal(err)
		}
		if n < 2 || n > p.Universe {
			t.Fatal(n)
		}
		var sums appraisal.Sums
		if err := sums.AddAll(p.Overpayments); err != nil {
			t.Fatal(err)
		}
		achieved := func(n int64) *big.Rat { // precision amount / point estimate for a sample of n
			point := new(big.Rat).Mul(exact.Int(p.Universe), sums.Mean())
			variance := new(big.Rat).Mul(sums.Variance(), exact.Int(p.Universe))
			variance.Mul(variance, big.NewRat(p.Universe-n, n)) // N^2 s^2/n (N-n)/N
			e, err := appraisal.NewEstimate(point, variance, appraisal.Options{Levels: []decimal.Decimal{level}}, exact.Int(n-1))
			if err != nil {
				t.Fatal(err)
			}
			return new(big.Rat).Quo(exact.Rat(e.Intervals[0].PrecisionPercent), exact.Int(100))
		}
		if got := achieved(n); got.Cmp(exact.Rat(precision)) > 0 {
			t.Fatalf("with %d the precision is %s, wanted %s", n, got.FloatString(9), precision)
		}
		if n > 2 {
			if got := achieved(n - 1); got.Cmp(exact.Rat(precision)) <= 0 {
				t.Fatalf("with %d the precision is %s already, wanted %s", n-1, got.FloatString(9), precision)
			}
		}
	})
}
