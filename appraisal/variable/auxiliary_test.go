package variable

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
)

func pointer(s string) *decimal.Decimal { d := dec(s); return &d }

// byHand are the pairs (y, x) = (1,2), (3,4), (2,6) out of 10 with the known total of x 50: means 2 and 4, s_yy = 1, s_yx =
// 1, s_xx = 4, and N(N-n)/n = 70/3.
func byHand() Auxiliary {
	return Auxiliary{
		Strata:  []PairStratum{{Universe: 10, Pairs: Pairs{Y: decs("1", "3", "2"), X: decs("2", "4", "6")}}},
		TotalX:  pointer("50"),
		Options: Options{Levels: decs("0.80")},
	}
}

// TestAuxiliaryByHand: R = 2/4, T = 25, y-x/2 = 0, 1, -1 with the variance 1, v = 70/3, with the sample's x times (50/40)²
// = 25/16; b = 1/4, T = 20 + 10/4 = 22.5, sum of squares 2 - 1/4*2 = 3/2 over 1, v = 35; y-x = -1, -1, -4, T = 50 - 20 =
// 30, s² = 3, v = 70.
func TestAuxiliaryByHand(t *testing.T) {
	a := byHand()
	for name, c := range map[string]struct {
		appraise                     func() (AuxiliaryResult, error)
		estimator                    Estimator
		point, variance, coefficient string
	}{
		"ratio": {appraise: Ratio{Auxiliary: a}.Appraise, estimator: RatioEstimate, point: "25",
			variance: "70/3", coefficient: "0.5"},
		"ratio, sample's x": {appraise: Ratio{Auxiliary: a, SampleX: true}.Appraise, estimator: RatioEstimate,
			point: "25", variance: "1750/48", coefficient: "0.5"},
		"regression": {appraise: Regression{Auxiliary: a}.Appraise, estimator: RegressionEstimate,
			point: "22.5", variance: "35", coefficient: "0.25"},
		"regression, fixed": {appraise: Regression{Auxiliary: a, Slope: pointer("0.5")}.Appraise,
			estimator: RegressionEstimate, point: "25", variance: "70/3", coefficient: "0.5"},
		"difference": {appraise: DifferenceEstimator{a}.Appraise, estimator: DifferenceEstimate, point: "30",
			variance: "70", coefficient: "1"},
		"regression, fixed at 0": {appraise: Regression{Auxiliary: a, Slope: pointer("0")}.Appraise,
			estimator: RegressionEstimate, point: "20", variance: "70/3", coefficient: "0"},
	} {
		r, err := c.appraise()
		if err != nil {
			t.Fatal(err)
		}
		variance := decimaltest.Rat(c.variance)
		if exact.String(r.PointEstimate) != c.point || !r.StandardError.Equal(exact.Sqrt(variance)) ||
			exact.String(*r.Coefficient) != c.coefficient || r.Estimator != c.estimator {
			t.Errorf("%s: %s, %s, %s, %s", name, r.PointEstimate, r.StandardError, r.Coefficient, r.Estimator)
		}
		s := r.Strata[0]
		if exact.String(r.EstimatedX) != "40" || exact.String(r.EstimatedY) != "20" || exact.String(s.MeanY) != "2" ||
			exact.String(s.MeanX) != "4" ||
			!s.PointEstimate.Equal(r.PointEstimate) || !s.StandardError.Equal(r.StandardError) || s.Sums.Count() != 3 ||
			r.SampleSize != 3 || r.Universe != 10 {
			t.Errorf("%s: %+v", name, r)
		}
		if i := r.Intervals[0]; i.Distribution != appraisal.Normal {
			t.Errorf("%s: %+v", name, i)
		}
		roundTrip(t, r)
		roundTrip(t, s)
	}
	// Student's t: 2 degrees of freedom have the percentile sqrt(32)/3, one has tan(0.4 pi) = 3.0776835371752534026.
	a.DegreesOfFreedom = StrataDegrees
	for _, c := range []struct {
		appraise   func() (AuxiliaryResult, error)
		df, expect string
	}{
		{Ratio{Auxiliary: a}.Appraise, "2", "1.8856180831641267317"}, {DifferenceEstimator{a}.Appraise, "2",
			"1.8856180831641267317"},
		{Regression{Auxiliary: a}.Appraise, "1", "3.0776835371752534026"}, {Regression{Auxiliary: a,
			Slope: pointer("2")}.Appraise, "2", "1.8856180831641267317"},
	} {
		r, err := c.appraise()
		if err != nil {
			t.Fatal(err)
		}
		if i := r.Intervals[0]; exact.String(i.DegreesOfFreedom) != c.df || exact.String(i.Percentile) != c.expect {
			t.Errorf("%s: %+v", r.Estimator, i)
		}
	}
	roundTrip(t, Ratio{Auxiliary: a, SampleX: true, Combination: Separate})
	roundTrip(t, Regression{Auxiliary: a, Slope: pointer("1")})
	roundTrip(t, DifferenceEstimator{a})
	roundTrip(t, a)
	roundTrip(t, a.Strata[0])
	roundTrip(t, a.Strata[0].Pairs)
}

// TestAuxiliaryDegrees: three strata with 3, 4 and 2 items, the last one all there are. A slope costs one degree of freedom
// of all or of each.
func TestAuxiliaryDegrees(t *testing.T) {
	a := Auxiliary{DegreesOfFreedom: StrataDegrees, Strata: []PairStratum{
		{Universe: 9, TotalX: pointer("40"), Pairs: Pairs{Y: decs("1", "3", "2"), X: decs("2", "4", "6")}},
		{Universe: 20, TotalX: pointer("90"), Pairs: Pairs{Y: decs("0", "3", "2", "5"), X: decs("3", "4", "6", "9")}},
		{Universe: 2, TotalX: pointer("15"), Pairs: Pairs{Y: decs("8", "3"), X: decs("10", "5")}},
	}}
	for name, c := range map[string]struct {
		appraise func() (AuxiliaryResult, error)
		want     string
	}{
		"ratio, combined":      {Ratio{Auxiliary: a}.Appraise, "5"},
		"ratio, separate":      {Ratio{Auxiliary: a, Combination: Separate}.Appraise, "5"},
		"difference":           {DifferenceEstimator{a}.Appraise, "5"},
		"regression, combined": {Regression{Auxiliary: a}.Appraise, "4"},
		"regression, separate": {Regression{Auxiliary: a, Combination: Separate}.Appraise, "3"},
		"regression, fixed":    {Regression{Auxiliary: a, Slope: pointer("1")}.Appraise, "5"},
	} {
		r, err := c.appraise()
		if err != nil {
			t.Fatal(err)
		}
		if got := exact.String(r.Intervals[0].DegreesOfFreedom); got != c.want {
			t.Errorf("%s: %s degrees of freedom, want %s", name, got, c.want)
		}
		if (r.Coefficient == nil) != (r.Combination == Separate) || exact.String(r.TotalX) != "145" {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestAuxiliaryErrors(t *testing.T) {
	pairs := Pairs{Y: decs("1", "2", "4"), X: decs("2", "3", "4")}
	sums := func(p Pairs) *appraisal.PairSums {
		s, err := p.sums()
		if err != nil {
			t.Fatal(err)
		}
		return &s
	}
	one := func(s PairStratum) Auxiliary { return Auxiliary{Strata: []PairStratum{s}, TotalX: pointer("20")} }
	huge := decimal.New(1, 2_000_000_000)
	for name, c := range map[string]struct {
		a    Auxiliary
		want error
	}{
		"no strata":   {Auxiliary{TotalX: pointer("1")}, ErrStrata},
		"no pairs":    {one(PairStratum{Universe: 5}), ErrSample},
		"empty":       {one(PairStratum{Universe: 5, Pairs: Pairs{Y: decs(), X: decs()}}), ErrSample},
		"not as many": {one(PairStratum{Universe: 5, Pairs: Pairs{Y: decs("1", "2"), X: decs("1")}}), ErrSample},
		"both":        {one(PairStratum{Universe: 5, Pairs: Pairs{Y: decs("1"), PairSums: sums(pairs)}}), ErrSample},
		"too many digits": {one(PairStratum{Universe: 5, Pairs: Pairs{Y: []decimal.Decimal{huge, huge}, X: decs("1",
			"2")}}), ErrSample},
		"universe":          {one(PairStratum{Universe: 2, Pairs: pairs}), ErrUniverse},
		"negative universe": {one(PairStratum{Universe: -2, Pairs: pairs}), ErrUniverse},
		"universe in all": {Auxiliary{TotalX: pointer("1"), Strata: []PairStratum{{Universe: MaxUniverse,
			Pairs: pairs}, {Universe: 5, Pairs: pairs}}}, ErrUniverse},
		"single":                {one(PairStratum{Universe: 5, Pairs: Pairs{Y: decs("1"), X: decs("2")}}), ErrSingle},
		"no total":              {Auxiliary{Strata: []PairStratum{{Universe: 5, Pairs: pairs}}}, ErrTotalX},
		"huge total":            {Auxiliary{Strata: []PairStratum{{Universe: 5, Pairs: pairs}}, TotalX: &huge}, ErrTotalX},
		"huge total of stratum": {Auxiliary{Strata: []PairStratum{{Universe: 5, TotalX: &huge, Pairs: pairs}}}, ErrTotalX},
		"some totals": {Auxiliary{TotalX: pointer("30"), Strata: []PairStratum{{Universe: 5, Pairs: pairs},
			{Universe: 5, TotalX: pointer("15"), Pairs: pairs}}}, ErrTotalX},
		"totals that differ": {Auxiliary{TotalX: pointer("31"), Strata: []PairStratum{{Universe: 5,
			TotalX: pointer("15"), Pairs: pairs}, {Universe: 5, TotalX: pointer("15"), Pairs: pairs}}}, ErrTotalX},
		"total of all": {Auxiliary{TotalX: pointer("10"), Strata: []PairStratum{{Universe: 3, Pairs: pairs}}},
			ErrTotalX},
		"total of a census": {Auxiliary{Strata: []PairStratum{{Universe: 3, TotalX: pointer("10"), Pairs: pairs},
			{Universe: 5, TotalX: pointer("15"), Pairs: pairs}}}, ErrTotalX},
		"degrees of freedom": {Auxiliary{TotalX: pointer("20"), DegreesOfFreedom: "n",
			Strata: []PairStratum{{Universe: 5, Pairs: pairs}}}, ErrDegrees},
		"level": {Auxiliary{TotalX: pointer("20"), Options: Options{Levels: decs("2")},
			Strata: []PairStratum{{Universe: 5, Pairs: pairs}}}, appraisal.ErrLevel},
		"names the stratum":      {one(PairStratum{Name: "wheelchairs", Universe: 2, Pairs: pairs}), ErrUniverse},
		"names it by its number": {one(PairStratum{Universe: 2, Pairs: pairs}), ErrUniverse},
	} {
		for _, appraise := range []func() (AuxiliaryResult, error){Ratio{Auxiliary: c.a}.Appraise,
			Regression{Auxiliary: c.a}.Appraise,
			DifferenceEstimator{c.a}.Appraise, Ratio{Auxiliary: c.a, Combination: Separate}.Appraise} {
			_, err := appraise()
			if !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", name, err, c.want)
			}
			if strings.Contains(name, "names") && !strings.Contains(err.Error(), "stratum 1") {
				t.Errorf("%v", err)
			}
		}
	}
	good := Auxiliary{TotalX: pointer("40"), Strata: []PairStratum{{Universe: 5, Pairs: pairs}, {Universe: 6, Pairs: pairs}}}
	if _, err := (Ratio{Auxiliary: good, Combination: Separate}).Appraise(); !errors.Is(err, ErrTotalX) {
		t.Errorf("separate without the totals of the strata: %v", err)
	}
	if _, err := (Ratio{Auxiliary: good, Combination: "both"}).Appraise(); !errors.Is(err, ErrCombination) {
		t.Errorf("%v", err)
	}
	if _, err := (Regression{Auxiliary: good, Slope: &huge}).Appraise(); !errors.Is(err, ErrCoefficient) {
		t.Errorf("%v", err)
	}
	for name, p := range map[string]Pairs{
		"x of zero": {Y: decs("1", "2", "3"), X: decs("0", "0", "0")}, "x that cancel": {Y: decs("1", "2", "3"),
			X: decs("5", "-2", "-3")},
	} {
		if _, err := (Ratio{Auxiliary: one(PairStratum{Universe: 5, Pairs: p})}).Appraise(); !errors.Is(err, ErrCoefficient) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, p := range map[string]Pairs{
		"equal x": {Y: decs("1", "2", "3"), X: decs("4", "4", "4.00")}, "two items": {Y: decs("1", "2"), X: decs("4", "5")},
	} {
		if _, err := (Regression{Auxiliary: one(PairStratum{Universe: 5, Pairs: p})}).Appraise(); !errors.Is(err,
			ErrCoefficient) {
			t.Errorf("%s: %v", name, err)
		}
	}
	single := one(PairStratum{Universe: 5, Pairs: Pairs{Y: decs("1"), X: decs("4")}})
	single.ZeroVarianceForSingle = true
	if _, err := (Regression{Auxiliary: single}).Appraise(); !errors.Is(err, ErrCoefficient) {
		t.Errorf("a slope from one item: %v", err)
	}
	r, err := Ratio{Auxiliary: single}.Appraise()
	if err != nil || !r.StandardError.IsZero() || !r.PointEstimate.Equal(dec("5")) || !hasWarning(r.Warnings, "single_item") {
		t.Errorf("%+v, %v", r, err)
	}
}

func hasWarning(list []appraisal.Warning, code string) bool {
	for _, w := range list {
		if w.Code == code {
			return true
		}
	}
	return false
}

// TestAuxiliaryCensus: where all was examined the total is known, even where there is no ratio or slope.
func TestAuxiliaryCensus(t *testing.T) {
	a := Auxiliary{DegreesOfFreedom: SatterthwaiteDegrees, Strata: []PairStratum{
		{Universe: 2, TotalX: pointer("0"), Pairs: Pairs{Y: decs("7", "-2"), X: decs("0", "0")}},
		{Universe: 1, TotalX: pointer("3"), Pairs: Pairs{Y: decs("1"), X: decs("3")}},
	}}
	for _, appraise := range []func() (AuxiliaryResult, error){
		Ratio{Auxiliary: a}.Appraise, Ratio{Auxiliary: a, Combination: Separate, SampleX: true}.Appraise,
		Regression{Auxiliary: a}.Appraise,
		Regression{Auxiliary: a, Combination: Separate}.Appraise, DifferenceEstimator{a}.Appraise,
	} {
		r, err := appraise()
		if err != nil || !r.PointEstimate.Equal(dec("6")) || !r.StandardError.IsZero() ||
			r.Intervals[0].Distribution != appraisal.NoDistribution || len(r.Warnings) > 0 {
			t.Errorf("%+v, %v", r, err)
		}
	}
}

// TestAuxiliaryWarnings: the sample of 200 schools is large enough for a ratio; three pairs are not, nor is an x that is
// nearly always zero.
func TestAuxiliaryWarnings(t *testing.T) {
	schools := readCSV(t, "api_srs.csv")
	large := Auxiliary{TotalX: pointer("3196602"), Strata: []PairStratum{{Universe: 6194,
		Pairs: Pairs{Y: decs(schools["enroll"]...), X: decs(schools["api.stu"]...)}}}}
	rare := make([]decimal.Decimal, 200)
	rare[7], rare[9] = dec("1000"), dec("5")
	sparse := Auxiliary{TotalX: pointer("30000"), Strata: []PairStratum{{Universe: 6194,
		Pairs: Pairs{Y: decs(schools["enroll"]...), X: rare}}}}
	flat := Auxiliary{TotalX: pointer("50"), Strata: []PairStratum{{Universe: 10, Pairs: Pairs{Y: decs("1", "2", "3"),
		X: decs("2", "4", "6")}}}}
	for name, c := range map[string]struct {
		appraise       func() (AuxiliaryResult, error)
		sample, spread bool
	}{
		"large":      {Ratio{Auxiliary: large}.Appraise, false, false},
		"regression": {Regression{Auxiliary: large}.Appraise, false, false},
		"sparse":     {Ratio{Auxiliary: sparse}.Appraise, true, false},
		"small":      {Ratio{Auxiliary: byHand(), Combination: Separate}.Appraise, true, false},
		"fixed":      {Regression{Auxiliary: byHand(), Slope: pointer("0.5")}.Appraise, false, false},
		"difference": {DifferenceEstimator{byHand()}.Appraise, false, false},
		"flat":       {Ratio{Auxiliary: flat}.Appraise, true, true},
	} {
		r, err := c.appraise()
		if err != nil || hasWarning(r.Warnings, "large_sample") != c.sample || hasWarning(r.Warnings,
			"no_variation") != c.spread {
			t.Errorf("%s: %v, %v", name, r.Warnings, err)
		}
	}
}
