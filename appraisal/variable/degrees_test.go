package variable

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

func mustStratified(t interface{ Fatal(...any) }, d Stratified) StratifiedResult {
	r, err := d.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestDegreesByHand: 1, 2, 3 out of 6 have s² = 1 and a variance of 6*3/3*1 = 6 with 2 degrees of freedom, 0 and 2 out of 4
// s² = 2 and 4*2/2*2 = 8 with 1. n-H is 3, Satterthwaite's 14²/(36/2 + 64/1) = 98/41 = 2.3902439024390243902. A stratum
// that was examined completely changes neither.
func TestDegreesByHand(t *testing.T) {
	strata := []Stratum{
		{Universe: 6, Sample: Sample{Difference: decs("1", "2", "3")}},
		{Universe: 4, Sample: Sample{Difference: decs("0", "2")}},
	}
	census := Stratum{Universe: 3, Sample: Sample{Difference: decs("100", "0", "-7")}}
	for _, c := range []struct {
		choice       DegreesOfFreedom
		distribution appraisal.Distribution
		df           *big.Rat
	}{{NormalDegrees, appraisal.Normal, new(big.Rat)}, {StrataDegrees, appraisal.StudentT, exact.Int(3)},
		{SatterthwaiteDegrees, appraisal.StudentT, big.NewRat(98, 41)}} {
		for _, list := range [][]Stratum{strata, append([]Stratum{census}, strata...)} {
			r := mustStratified(t, Stratified{Strata: list, DegreesOfFreedom: c.choice,
				Options: Options{OneSidedLevels: decs("0.9")}})
			if got := exact.String(r.StandardError); got != "3.7416573867739413856" { // the root of 14
				t.Errorf("standard error %s", got)
			}
			var exactly *big.Rat // the exact degrees of freedom, not those with 20 digits
			if c.choice != NormalDegrees {
				exactly = c.df
			}
			for _, i := range r.Intervals {
				want, err := appraisal.Percentile(i.Level, exactly)
				if err != nil || i.Distribution != c.distribution || !i.DegreesOfFreedom.Equal(exact.Round(c.df)) ||
					!i.Percentile.Equal(want.Percentile) {
					t.Errorf("%q: %+v, want %+v, %v", c.choice, i.Confidence, want, err)
				}
			}
			if r.OneSided[0].Distribution != c.distribution {
				t.Errorf("%+v", r.OneSided)
			}
			roundTrip(t, r)
		}
	}
	// Where every stratum was examined completely no percentile is needed; z is printed as RAT-STATS does.
	for choice, want := range map[DegreesOfFreedom]appraisal.Distribution{StrataDegrees: appraisal.NoDistribution,
		SatterthwaiteDegrees: appraisal.NoDistribution, NormalDegrees: appraisal.Normal} {
		r := mustStratified(t, Stratified{Strata: []Stratum{census, census}, DegreesOfFreedom: choice})
		if i := r.Intervals[0]; i.Distribution != want || !i.LowerLimit.Equal(dec("186")) || !r.StandardError.IsZero() {
			t.Errorf("%q: %+v", choice, r.Intervals[0])
		}
	}
	roundTrip(t, Stratified{Strata: strata, DegreesOfFreedom: SatterthwaiteDegrees})
	var page strings.Builder
	if err := mustStratified(t, Stratified{Strata: strata, DegreesOfFreedom: StrataDegrees}).WriteText(&page,
		Heading{}); err != nil {
		t.Fatal(err)
	}
	if _, total, ok := strings.Cut(page.String(), "OVERALL"); !ok || strings.Count(total, "T-VALUE USED") != 3 ||
		strings.Contains(total, "Z-VALUE") {
		t.Errorf("%s", page.String())
	}
}

func TestDegreesErrors(t *testing.T) {
	two := Sample{Difference: decs("1", "2")}
	if _, err := (Stratified{Strata: []Stratum{{Universe: 9, Sample: two}},
		DegreesOfFreedom: "welch"}).Appraise(); !errors.Is(err, ErrDegrees) {
		t.Errorf("%v", err)
	}
	// Two strata of 600,000,000 items each have more degrees of freedom than Student's t is known for; z needs none.
	var half appraisal.Sums
	if err := half.UnmarshalJSON([]byte(`{"count":600000000,"nonzero":300000000,"sum":"300000000","sumSquares":"300000000",` +
		`"sumCubes":"300000000","sumFourths":"300000000"}`)); err != nil {
		t.Fatal(err)
	}
	d := Stratified{Strata: []Stratum{{Universe: 1 << 40, Sample: Sample{DifferenceSums: &half}}, {Universe: 1 << 40,
		Sample: Sample{DifferenceSums: &half}}}}
	for _, choice := range []DegreesOfFreedom{StrataDegrees, SatterthwaiteDegrees} {
		d.DegreesOfFreedom = choice
		if _, err := d.Appraise(); !errors.Is(err, ErrDegrees) {
			t.Errorf("%s: %v", choice, err)
		}
	}
	d.DegreesOfFreedom = NormalDegrees
	mustStratified(t, d)
}

// TestDegreesOfOneStratum: with either choice one stratum is RAT-STATS' unrestricted appraisal, limits included; with more,
// Satterthwaite's degrees of freedom lie between the smallest stratum's and n-H.
func TestDegreesOfOneStratum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var strata []Stratum
		one := Options{Levels: decs("0.9")}
		least := int64(1 << 62)
		for range rapid.IntRange(1, 4).Draw(t, "strata") {
			values := cents(2).Draw(t, "values")
			s := Stratum{Universe: drawUniverse(t, len(values)), Sample: Sample{Difference: values}}
			if n := ownDegrees(s.Universe, int64(len(values))); n > 0 {
				least = min(least, n)
			}
			strata = append(strata, s)
		}
		whole := mustStratified(t, Stratified{Strata: strata, DegreesOfFreedom: StrataDegrees, Options: one})
		weighed := mustStratified(t, Stratified{Strata: strata, DegreesOfFreedom: SatterthwaiteDegrees, Options: one})
		a, b := whole.Intervals[0].DegreesOfFreedom, weighed.Intervals[0].DegreesOfFreedom
		if b.Cmp(a) > 0 || !b.IsZero() && exact.Rat(b).Cmp(exact.Int(least)) < 0 {
			t.Fatalf("%s of n-H = %s, at least %d", b, a, least)
		}
		if len(strata) > 1 || least == 1<<62 { // RAT-STATS prints a t for a census, too, if it is called an unrestricted sample
			return
		}
		alone := mustAppraise(t, Unrestricted{Universe: strata[0].Universe, Sample: strata[0].Sample, Options: one})
		alone.Warnings, whole.Warnings, weighed.Warnings = nil, nil, nil
		if want := encode(t, alone.Estimate); encode(t, whole.Estimate) != want || encode(t, weighed.Estimate) != want {
			t.Fatalf("%s\n%s\n%s", encode(t, whole.Estimate), encode(t, weighed.Estimate), want)
		}
	})
}
