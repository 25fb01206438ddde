package appraisal

import (
	"errors"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
)

// TestOneSidedByHand: with two degrees of freedom t of p is (2p-1)/sqrt(2p(1-p)): 1.88561808316412673173… = sqrt(32)/3 for
// p = 0.9, 0 for 0.5 and 0.81649658092772603273 for 0.75. z of 0.9 is the 1.281551565545 that RAT-STATS prints at 80
// percent.
func TestOneSidedByHand(t *testing.T) {
	e, err := NewEstimate(rat("100"), rat("9"), Options{Levels: decs("0.95"), OneSidedLevels: decs("0.90", "0.5", "0.75")},
		big.NewRat(2, 1))
	if err != nil {
		t.Fatal(err)
	}
	if len(e.OneSided) != 3 || len(e.Intervals) != 1 {
		t.Fatalf("%+v", e)
	}
	for i, want := range []struct{ level, percentile, lower, upper string }{
		{"0.9", "1.8856180831641267317", "94.343145750507619805", "105.65685424949238020"},
		{"0.5", "0", "100", "100"},
		{"0.75", "0.81649658092772603273", "97.550510257216821902", "102.44948974278317810"},
	} {
		o := e.OneSided[i]
		if o.Distribution != StudentT {
			t.Errorf("%+v", o)
		}
		equal(t, "degrees of freedom", o.DegreesOfFreedom, "2")
		equal(t, "level", o.Level, want.level)
		equal(t, "percentile", o.Percentile, want.percentile)
		equal(t, "lower limit", o.LowerLimit, want.lower)
		equal(t, "upper limit", o.UpperLimit, want.upper)
	}
	c, err := OneSidedPercentile(dec("0.9"), nil)
	if err != nil || c.Distribution != Normal || c.Percentile.StringFixed(12) != "1.281551565545" {
		t.Errorf("%+v, %v", c, err)
	}
	roundTrip(t, e)
	roundTrip(t, e.OneSided[0])
	roundTrip(t, Options{OneSidedLevels: decs("0.9")})
}

func TestOneSidedErrors(t *testing.T) {
	for name, levels := range map[string][]decimal.Decimal{
		"below one half": decs("0.4999"), "zero": decs("0"), "one": decs("1"), "twice": decs("0.9", "0.90"),
		"percent":                decs("90"),
		"beyond the percentiles": decs("0.99999999999"), "huge exponent": {decimal.New(9, 2_000_000_000)},
	} {
		if e, err := NewEstimate(rat("1"), rat("1"), Options{OneSidedLevels: levels}, nil); !errors.Is(err, ErrLevel) ||
			len(e.OneSided) != 0 {
			t.Errorf("%s: %+v, %v", name, e, err)
		}
		if name == "twice" {
			continue
		}
		if _, err := OneSidedPercentile(levels[0], nil); !errors.Is(err, ErrLevel) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOneSidedCensus: where everything was examined, the limits are the total, and there is no percentile. A level is still
// checked.
func TestOneSidedCensus(t *testing.T) {
	e, err := NewEstimate(rat("12.34"), rat("0"), Options{OneSidedLevels: decs("0.9")}, new(big.Rat))
	if err != nil {
		t.Fatal(err)
	}
	o := e.OneSided[0]
	if o.Distribution != NoDistribution || !o.Percentile.IsZero() || !o.DegreesOfFreedom.IsZero() {
		t.Errorf("%+v", o)
	}
	equal(t, "lower limit", o.LowerLimit, "12.34")
	equal(t, "upper limit", o.UpperLimit, "12.34")
	equal(t, "level", o.Level, "0.9")
	roundTrip(t, e)
	if _, err := NewEstimate(rat("1"), rat("0"), Options{OneSidedLevels: decs("1.5")}, new(big.Rat)); !errors.Is(err, ErrLevel) {
		t.Errorf("%v", err)
	}
}

// TestOneSidedIsTwoSided: a one-sided limit of level L is that of the two-sided interval of 2L-1, digit for digit.
func TestOneSidedIsTwoSided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		point := big.NewRat(rapid.Int64().Draw(t, "point"), rapid.Int64Range(1, 1<<40).Draw(t, "denominator"))
		variance := big.NewRat(rapid.Int64Range(0, 1<<60).Draw(t, "variance"), rapid.Int64Range(1, 1<<40).Draw(t, "vd"))
		var degrees *big.Rat
		if rapid.Bool().Draw(t, "student") {
			degrees = big.NewRat(rapid.Int64Range(7, 700).Draw(t, "df"), 7)
		}
		one := decimal.New(rapid.Int64Range(501, 999).Draw(t, "level"), -3)
		two := one.Add(one).Sub(decimal.NewFromInt(1))
		e, err := NewEstimate(point, variance, Options{Levels: []decimal.Decimal{two}, OneSidedLevels: []decimal.Decimal{one}}, degrees)
		if err != nil {
			t.Fatal(err)
		}
		o, i := e.OneSided[0], e.Intervals[0]
		if !o.Percentile.Equal(i.Percentile) || !o.LowerLimit.Equal(i.LowerLimit) || !o.UpperLimit.Equal(i.UpperLimit) ||
			o.Distribution != i.Distribution || !o.DegreesOfFreedom.Equal(i.DegreesOfFreedom) {
			t.Fatalf("%+v, %+v", o, i)
		}
		if exact.Rat(o.LowerLimit).Cmp(exact.Rat(o.UpperLimit)) > 0 {
			t.Fatalf("%+v", o)
		}
	})
}
