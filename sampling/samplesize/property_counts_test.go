package samplesize

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
)

func drawUniverse(t *rapid.T) int64 {
	return rapid.OneOf(rapid.Int64Range(1, 60), rapid.Int64Range(1, 20_000), rapid.Int64Range(1, MaxAttributeUniverse)).
		Draw(t, "universe")
}

// TestAttributeProperties: sizes grow as the range tightens and the level rises, never exceed the universe, and the
// interval of a size meets the range while those of the sizes just below do not.
func TestAttributeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Attribute{Universe: drawUniverse(t), Rate: drawFraction(t, "rate", 50, 9800)}
		level, width := drawFraction(t, "level", 5000, 9990), drawFraction(t, "range", 200, 9900)
		size := func(level, width decimal.Decimal) int64 {
			c, err := a.Size(level, width)
			if err != nil || c.Size < 1 || c.Size > a.Universe || !c.Unrounded.Equal(decimal.NewFromInt(c.Size)) {
				t.Fatalf("%+v, %v", c, err)
			}
			return c.Size
		}
		n := size(level, width)
		if m := size(level, width.Sub(dec("0.005"))); m < n {
			t.Errorf("%d, with a tighter range %d", n, m)
		}
		if m := size(level.Add(dec("0.0009")), width); m < n {
			t.Errorf("%d, with a higher level %d", n, m)
		}
		most := new(big.Rat).Mul(exact.Rat(width), exact.Int(a.Universe))
		for m := n; m > max(0, n-20); m-- {
			i, err := a.Interval(m, level)
			if err != nil {
				t.Fatal(err)
			}
			if meets := exact.Int(i.UpperLimit-i.LowerLimit).Cmp(most) <= 0; meets != (m == n) || (m == n) && i.Range.Cmp(width) > 0 {
				t.Errorf("the size is %d; %+v for a range of %s", n, i, width)
			}
		}
	})
}

// TestAttributeLimitProperties: the same of one-sided limits; with no error expected the size is that of a discovery
// sample for one unit more than the limit allows.
func TestAttributeLimitProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := drawFraction(t, "rate", 0, 5000)
		a := AttributeLimit{Universe: drawUniverse(t), Rate: rate}
		level := drawFraction(t, "level", 5001, 9990)
		limit := rate.Add(drawFraction(t, "above", 100, 4000))
		size := func(level, limit decimal.Decimal) int64 {
			c, err := a.Size(level, limit)
			if err != nil || c.Size < 0 || c.Size > a.Universe || (c.Size == 0) != (c.Empty == OutOfReach) {
				t.Fatalf("%+v, %v", c, err)
			}
			if c.Size == 0 {
				return a.Universe + 1
			}
			return c.Size
		}
		n := size(level, limit)
		if m := size(level, limit.Sub(dec("0.005"))); m < n {
			t.Errorf("%d, with a lower limit %d", n, m)
		}
		if m := size(level.Add(dec("0.0009")), limit); m < n {
			t.Errorf("%d, with a higher level %d", n, m)
		}
		most := new(big.Rat).Mul(exact.Rat(limit), exact.Int(a.Universe))
		for m := min(n, a.Universe); m > max(0, n-20); m-- {
			u, err := a.UpperLimit(m, level)
			if err != nil {
				t.Fatal(err)
			}
			if meets := exact.Int(u.UpperLimit).Cmp(most) <= 0; meets != (m == n) {
				t.Errorf("the size is %d; %+v for a limit of %s", n, u, limit)
			}
		}
		if rate.IsZero() {
			m, err := Discovery{Universe: a.Universe}.Size(floor(most)+1, level)
			if err != nil || m != n {
				t.Errorf("%d, as a discovery sample %d, %v", n, m, err)
			}
		}
	})
}

// TestDiscoveryProperties: sizes grow with the level and fall with the number of errors; the chance to find one reaches
// the level at the size and not before.
func TestDiscoveryProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Discovery{Universe: drawUniverse(t)}
		errors := rapid.Int64Range(1, d.Universe).Draw(t, "errors")
		level := drawFraction(t, "level", 1, 9990)
		size := func(errors int64, level decimal.Decimal) int64 {
			n, err := d.Size(errors, level)
			if err != nil || n < 1 || n > d.Universe-errors+1 {
				t.Fatal(n, err)
			}
			return n
		}
		n := size(errors, level)
		if m := size(errors, level.Add(dec("0.0009"))); m < n {
			t.Errorf("%d, with a higher level %d", n, m)
		}
		if errors < d.Universe {
			if m := size(errors+1, level); m > n {
				t.Errorf("%d, with one more error %d", n, m)
			}
		}
		for m := n; m > max(0, n-2); m-- {
			c, err := d.Chance(m, errors)
			if err != nil || c.Sign() <= 0 || c.Cmp(decimal.NewFromInt(1)) > 0 || (c.Cmp(level) >= 0) != (m == n) {
				t.Errorf("the size is %d for %s; %d find one with %s, %v", n, level, m, c, err)
			}
		}
	})
}

// TestOneSidedIsTwoSided: a one-sided level L gives what the two-sided level 2L-1 gives.
func TestOneSidedIsTwoSided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProbe(t, 100_000)
		level, precision := drawFraction(t, "level", 5001, 9990), drawFraction(t, "precision", 50, 9990)
		both := level.Add(level).Sub(decimal.NewFromInt(1))
		one := p
		one.OneSided = true
		a, err := one.Size(level, precision)
		if err != nil {
			t.Fatal(err)
		}
		b, err := p.Size(both, precision)
		if err != nil || a.Size != b.Size || !a.Unrounded.Equal(b.Unrounded) || !a.Level.Equal(level) {
			t.Errorf("%+v, %+v, %v", a, b, err)
		}
		m, err := one.SizeStudentT(level, precision)
		if err != nil {
			t.Fatal(err)
		}
		n, err := p.SizeStudentT(both, precision)
		if err != nil || m != n {
			t.Errorf("%d, %d, %v", m, n, err)
		}
		e, err := one.Precision(n, level)
		if err != nil {
			t.Fatal(err)
		}
		f, err := p.Precision(n, both)
		if err != nil || !e.OneSided || f.OneSided || !e.Precision.Equal(*f.Precision) || !e.Level.Equal(level) {
			t.Errorf("%+v, %+v, %v", e, f, err)
		}
	})
}
