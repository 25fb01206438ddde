package attribute

import (
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/decimaltest"
)

func TestUnrestrictedRefuses(t *testing.T) {
	for _, c := range []struct {
		u    Unrestricted
		want error
		text string
	}{
		{Unrestricted{Universe: 10}, ErrSample, "a size of 0"},
		{Unrestricted{Universe: 10, Sample: Sample{5, 6}}, ErrSample, "6 of 5"},
		{Unrestricted{Universe: 10, Sample: Sample{5, -1}}, ErrSample, "-1 of 5"},
		{Unrestricted{Universe: 10, Sample: Sample{11, 1}}, ErrUniverse, "the sample has 11"},
		{Unrestricted{Sample: Sample{1, 1}}, ErrUniverse, "0 is not"},
		{Unrestricted{Universe: -5, Sample: Sample{1, 1}}, ErrUniverse, "-5 is not"},
		{Unrestricted{Universe: MaxExactUniverse + 1, Sample: Sample{1, 1}}, ErrUniverse, "2147483647"},
		{Unrestricted{Universe: 10, Sample: Sample{5, 2}, OneSided: true}, ErrSample, "2 of 5"},
		{Unrestricted{Universe: 10, Sample: Sample{5, 2}, Options: Options{Levels: decs("1")}}, appraisal.ErrLevel, "1"},
		{Unrestricted{Universe: 10, Sample: Sample{5, 2}, Options: Options{Levels: decs("0.9", "0.90")}}, appraisal.ErrLevel, "twice"},
		{Unrestricted{Universe: 10, Sample: Sample{5, 2}, Options: Options{OneSidedLevels: decs("0")}}, appraisal.ErrLevel, "0"},
		{Unrestricted{Universe: 10, Sample: Sample{5, 2}, Options: Options{OneSidedLevels: decs("1e-32")}}, appraisal.ErrLevel, "tail"},
		{Unrestricted{Universe: 10, Sample: Sample{5, 2}, Options: Options{Levels: decs("0." + strings.Repeat("9", 32))}}, appraisal.ErrLevel, "tail"},
	} {
		if _, err := c.u.Appraise(); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%+v: %v", c.u, err)
		}
	}
}

func TestBinomialRefuses(t *testing.T) {
	for _, c := range []struct {
		b    Binomial
		want error
		text string
	}{
		{Binomial{}, ErrSample, "a size of 0"},
		{Binomial{Sample: Sample{3, 4}}, ErrSample, "4 of 3"},
		{Binomial{Sample: Sample{MaxTrials + 1, 4}}, ErrSample, "2000000"},
		{Binomial{Sample: Sample{MaxUniverse + 1, 4}}, ErrUniverse, ""},
		{Binomial{Sample: Sample{3, 1}, Options: Options{Levels: decs("-0.5")}}, appraisal.ErrLevel, "-0.5"},
		{Binomial{Sample: Sample{3, 1}, Options: Options{Levels: decs("0." + strings.Repeat("9", 32))}}, appraisal.ErrLevel, "tail"},
		{Binomial{Sample: Sample{3, 1}, Options: Options{OneSidedLevels: decs("1e-32")}}, appraisal.ErrLevel, "tail"},
	} {
		if _, err := c.b.Appraise(); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%+v: %v", c.b, err)
		}
	}
}

func TestExactRoundTrips(t *testing.T) {
	u := Unrestricted{Universe: 120, Sample: Sample{9, 0}, Options: Options{Levels: decs("0.9"), OneSidedLevels: decs("0.25")}, OneSided: true}
	decimaltest.RoundTrip(t, u)
	decimaltest.RoundTrip(t, mustCount(t, u))
	b := Binomial{Sample: Sample{1, 1}, Options: Options{OneSidedLevels: decs("0.9")}}
	decimaltest.RoundTrip(t, b)
	r, err := b.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	decimaltest.RoundTrip(t, r)
	if len(r.Warnings) != 1 || r.Warnings[0].Code != "single_item" || r.StandardError != nil {
		t.Errorf("%+v", r)
	}
}

// TestSingleItem: one item out of more has limits, and a warning in the place of a standard error; a universe of one has both.
func TestSingleItem(t *testing.T) {
	r := mustCount(t, Unrestricted{Universe: 20, Sample: Sample{1, 1}})
	if r.StandardError != nil || r.StandardErrorProportion != nil || len(r.Warnings) != 1 || r.Warnings[0].Code != "single_item" {
		t.Errorf("%+v", r)
	}
	r = mustCount(t, Unrestricted{Universe: 1, Sample: Sample{1, 1}})
	if r.StandardError == nil || !r.StandardError.IsZero() || r.Warnings != nil || r.Intervals[0].LowerLimit != 1 {
		t.Errorf("%+v", r)
	}
}

func TestIntervalAt(t *testing.T) {
	r := mustCount(t, Unrestricted{Universe: 10_000, Sample: Sample{400, 82}})
	if i, ok := r.At(decimaltest.Dec("0.900")); !ok || i.LowerLimit != 1729 {
		t.Errorf("%+v, %v", i, ok)
	}
	b, err := Binomial{Sample: Sample{2, 0}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	// With 0 of 2 the upper limit is 1 - sqrt(0.05).
	if i, ok := b.At(decimaltest.Dec("0.900")); !ok || !i.LowerLimit.IsZero() || i.UpperLimit.StringFixed(10) != "0.7763932023" {
		t.Errorf("%+v, %v", i, ok)
	}
	for _, level := range decs("0.5", "1e9999") {
		_, count := r.At(level)
		if _, share := b.At(level); count || share {
			t.Errorf("there is an interval of level %v", level)
		}
	}
}

// TestLowerSideText: the closing statement that the manuals only quote (User's Guide 3-9).
func TestLowerSideText(t *testing.T) {
	var out strings.Builder
	r := mustCount(t, Unrestricted{Universe: 10_000, Sample: Sample{400, 400}, OneSided: true})
	if err := r.WriteText(&out, Heading{}); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	if !strings.HasSuffix(text, "SINCE ALL SAMPLE ITEMS CONTAINED THE CHARACTERISTIC(S) OF INTEREST, THE PROGRAM HAS CALCULATED ONLY THE MINIMUM NUMBER "+
		"OF ITEMS IN THE UNIVERSE HAVING THE CHARACTERISTIC(S) OF INTEREST.") || strings.Contains(text, "UPPER") {
		t.Error(out.String())
	}
}
