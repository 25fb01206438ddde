package appraisal

import (
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

func mustNew(t *testing.T, point, variance string, degrees *big.Rat, levels ...string) Estimate {
	t.Helper()
	e, err := NewEstimate(rat(point), rat(variance), Options{Levels: decs(levels...)}, degrees)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func equal(t *testing.T, what string, got decimal.Decimal, want string) {
	t.Helper()
	if !got.Equal(dec(want)) {
		t.Errorf("%s = %s, want %s", what, got, want)
	}
}

// Two degrees of freedom have a closed form, t = (2p-1)/sqrt(2p(1-p)): with p = 9/10 it is sqrt(32)/3 =
// 1.88561808316412673173…, with p = 3/4 sqrt(2/3) = 0.816496580927726032732… (the square root of 2 by hand is
// 1.414213562373095048801…, of 6 2.449489742783178098197…). z of 0.975 is RAT-STATS' 1.959963984540.
func TestNewByHand(t *testing.T) {
	e := mustNew(t, "100", "9", big.NewRat(2, 1), "0.80", "0.5")
	equal(t, "point estimate", e.PointEstimate, "100")
	equal(t, "standard error", e.StandardError, "3")
	i, ok := e.At(dec("0.8000"))
	if !ok || i.Distribution != StudentT {
		t.Fatalf("%v %v", i, ok)
	}
	equal(t, "degrees of freedom", i.DegreesOfFreedom, "2")
	equal(t, "percentile", i.Percentile, "1.8856180831641267317")
	equal(t, "precision amount", i.PrecisionAmount, "5.6568542494923801951") // 3 times the rounded percentile
	equal(t, "precision percent", i.PrecisionPercent, "5.6568542494923801951")
	equal(t, "lower limit", i.LowerLimit, "94.343145750507619805")
	equal(t, "upper limit", i.UpperLimit, "105.65685424949238020")
	i, _ = e.At(dec("0.5"))
	equal(t, "percentile", i.Percentile, "0.81649658092772603273")
	if _, ok := e.At(dec("0.9")); ok {
		t.Error("a level that was not asked for")
	}
}

func TestNewLevels(t *testing.T) {
	byDefault := mustNew(t, "1", "1", nil)
	if len(byDefault.Intervals) != 3 {
		t.Fatalf("%v", byDefault.Intervals)
	}
	// Companion Manual 3-7: the normal percentiles with 12 decimals.
	for k, want := range []struct{ level, z string }{
		{"0.80", "1.281551565545"}, {"0.90", "1.644853626951"}, {"0.95", "1.959963984540"},
	} {
		i := byDefault.Intervals[k]
		if !i.Level.Equal(dec(want.level)) || i.Distribution != Normal || i.Percentile.StringFixed(12) != want.z ||
			!i.DegreesOfFreedom.IsZero() {
			t.Errorf("%+v, want %v", i, want)
		}
	}
	// Levels stay in the order asked for. z of 0.9999 two-sided is 3.890591886 in every table of tails.
	e := mustNew(t, "1", "1", nil, "0.9999", "0.5")
	if !e.Intervals[0].Level.Equal(dec("0.9999")) || e.Intervals[0].Percentile.StringFixed(9) != "3.890591886" {
		t.Errorf("%+v", e.Intervals[0])
	}
	if e.Intervals[1].Percentile.StringFixed(12) != "0.674489750196" {
		t.Errorf("%+v", e.Intervals[1])
	}
}

func TestNewErrors(t *testing.T) {
	huge := decimal.New(9, 2_000_000_000)
	tiny := decimal.New(9, -2_000_000_000)
	for name, levels := range map[string][]decimal.Decimal{
		"zero": decs("0"), "one": decs("1"), "negative": decs("-1"), "1.5": decs("1.5"), "twice": decs("0.8", "0.9", "0.90"),
		"huge exponent": {huge}, "tiny exponent": {tiny}, "zero with a huge exponent": {decimal.New(0, 2_000_000_000)},
		"beyond the percentiles": decs("0.9999999999"), "90": decs("90"),
	} {
		if e, err := NewEstimate(rat("1"), rat("1"), Options{Levels: levels}, nil); !errors.Is(err, ErrLevel) || len(e.Intervals) != 0 {
			t.Errorf("%s: %v, %v", name, e, err)
		}
	}
	if _, err := NewEstimate(rat("1"), rat("1"), Options{Levels: decs("0.9")}, big.NewRat(1, 2)); !errors.Is(err, ErrLevel) {
		t.Errorf("half a degree of freedom: %v", err)
	}
	for name, in := range map[string][2]*big.Rat{
		"negative": {rat("1"), rat("-1/1000000000000")}, "no variance": {rat("1"), nil}, "no point": {nil, rat("1")},
	} {
		if _, err := NewEstimate(in[0], in[1], Options{}, nil); !errors.Is(err, ErrVariance) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := NewEstimate(rat("1"), rat("1"), Options{Levels: decs("0.9", "0.90")}, nil)
	if err == nil || !strings.Contains(err.Error(), "0.9 stands twice (level 2)") {
		t.Errorf("%v", err)
	}
	_, err = NewEstimate(rat("1"), rat("1"), Options{Levels: decs("1.5")}, nil)
	if err == nil || !strings.Contains(err.Error(), "1.5") {
		t.Errorf("the error does not name the value: %v", err)
	}
}

func TestAtDoesNotExpandExponents(t *testing.T) {
	e := mustNew(t, "1", "1", nil)
	within(t, func() {
		for _, d := range []decimal.Decimal{decimal.New(9, 2_000_000_000), decimal.New(9, -2_000_000_000)} {
			if i, ok := e.At(d); ok {
				t.Errorf("%+v", i)
			}
		}
	})
}

// within fails instead of hanging.
func within(t *testing.T, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("no answer in ten seconds")
	}
}

func TestPrecisionPercentNeedsAPositivePoint(t *testing.T) {
	for point, want := range map[string]string{"0": "0", "-5": "0", "4": "75"} { // Companion Manual 3-6: 0 below 0
		e := mustNew(t, point, "9", nil)
		q := e.Intervals[0].Percentile
		got := e.Intervals[0].PrecisionPercent
		if point == "4" {
			equal(t, "percent/percentile", got.DivRound(q, 15), want)
		} else {
			equal(t, "percent of "+point, got, want)
		}
	}
	e := mustNew(t, "-5", "9", nil)
	if lower := e.Intervals[0].LowerLimit; lower.Cmp(dec("-8")) >= 0 {
		t.Errorf("limits of a negative point estimate are not clipped: %s", lower)
	}
}

// TestLimitIsExactlyZero: one degree of freedom at level 0.5 has the percentile tan(pi/4) = 1. A point estimate whose
// square is the squared precision gives 0 and nothing near 0.
func TestLimitIsExactlyZero(t *testing.T) {
	for _, x := range []string{"2", "1/3", "7/10", "123456789.01", "1/97"} {
		point := rat(x)
		variance := new(big.Rat).Mul(point, point)
		e, err := NewEstimate(point, variance, Options{Levels: decs("0.5")}, big.NewRat(1, 1))
		if err != nil {
			t.Fatal(err)
		}
		i := e.Intervals[0]
		equal(t, "percentile", i.Percentile, "1")
		equal(t, "precision percent", i.PrecisionPercent, "100")
		if i.LowerLimit.String() != "0" || i.LowerLimit.Sign() != 0 {
			t.Errorf("%s: lower limit %s", x, i.LowerLimit)
		}
		if !i.UpperLimit.Equal(mustNew(t, new(big.Rat).Add(point, point).RatString(), "0", nil).PointEstimate) {
			t.Errorf("%s: upper limit %s", x, i.UpperLimit)
		}
	}
}

// TestCancellation: the lower limit is a difference that loses all digits of a double. With variance 10^40+1 at a
// percentile of 1 and point 10^20, lower = -1/(2*10^20) to first order, so -5.0000000000000000000E-21.
func TestCancellation(t *testing.T) {
	variance := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(40), nil))
	variance.Add(variance, big.NewRat(1, 1))
	e, err := NewEstimate(rat("100000000000000000000"), variance, Options{Levels: decs("0.5")}, big.NewRat(1, 1))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "lower limit", e.Intervals[0].LowerLimit, "-0.000000000000000000005")
}

func TestCertainty(t *testing.T) {
	e := mustNew(t, "5", "0", new(big.Rat))
	for _, i := range e.Intervals {
		if i.Distribution != NoDistribution || !i.Percentile.IsZero() || !i.LowerLimit.Equal(i.UpperLimit) ||
			!i.LowerLimit.Equal(dec("5")) {
			t.Errorf("%+v", i)
		}
	}
	if e = mustNew(t, "5", "0", new(big.Rat), "0.900"); e.Intervals[0].Level.Exponent() != -1 {
		t.Errorf("the level is not in canonical form: %+v", e.Intervals[0].Level)
	}
	e = mustNew(t, "5", "0", big.NewRat(3, 1)) // a census of four: t is stated, the limits are the total
	if i := e.Intervals[0]; i.Distribution != StudentT || !i.LowerLimit.Equal(dec("5")) || !i.PrecisionPercent.IsZero() {
		t.Errorf("%+v", i)
	}
}

func TestNewLeavesItsArgumentsAlone(t *testing.T) {
	point, variance, degrees := rat("22/7"), rat("355/113"), rat("5/2")
	levels := decs("0.90")
	if _, err := NewEstimate(point, variance, Options{Levels: levels}, degrees); err != nil {
		t.Fatal(err)
	}
	if point.Cmp(rat("22/7")) != 0 || variance.Cmp(rat("355/113")) != 0 || degrees.Cmp(rat("5/2")) != 0 ||
		levels[0].String() != "0.9" {
		t.Error("an argument was changed")
	}
}

func TestPercentile(t *testing.T) {
	// The manuals' t with 49 degrees of freedom (Companion Manual 3-5).
	c, err := Percentile(dec("0.95"), big.NewRat(49, 1))
	if err != nil || c.Percentile.StringFixed(12) != "2.009575237129" || c.Distribution != StudentT {
		t.Errorf("%+v, %v", c, err)
	}
	for _, bad := range []string{"0", "1", "-0.5", "1.5"} {
		if _, err := Percentile(dec(bad), nil); !errors.Is(err, ErrLevel) {
			t.Errorf("%s: %v", bad, err)
		}
	}
	if _, err := Percentile(dec("0.9"), big.NewRat(2_000_000_000, 1)); !errors.Is(err, ErrLevel) {
		t.Errorf("too many degrees of freedom: %v", err)
	}
}

func TestEstimateJSON(t *testing.T) {
	e := mustNew(t, "1000/3", "2", big.NewRat(24, 1), "0.9", "0.99")
	roundTrip(t, e)
	roundTrip(t, e.Intervals[0])
	roundTrip(t, e.Intervals[0].Confidence)
	e.Warnings = []Warning{{Code: "code", Message: "A sentence."}}
	roundTrip(t, e)
	roundTrip(t, Estimate{})
	roundTrip(t, Interval{})
	roundTrip(t, Confidence{})
	roundTrip(t, e.Warnings[0])
}
