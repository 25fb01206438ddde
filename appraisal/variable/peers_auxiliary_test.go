package variable

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// TestSurveyMore compares every row of survey_more.csv: R's survey with known totals of x, and for units drawn with
// probability proportional to size with replacement.
func TestSurveyMore(t *testing.T) {
	golden, want := readCSV(t, "survey_more.csv"), map[string]decimal.Decimal{}
	for i, id := range golden["id"] {
		want[id+" "+golden["quantity"][i]] = decimal.RequireFromString(golden["value"][i])
	}
	if len(want) != 39 || len(golden["id"]) != 39 {
		t.Fatalf("%d rows", len(golden["id"]))
	}
	take := func(what string) decimal.Decimal {
		w, ok := want[what]
		if !ok {
			t.Fatalf("no row %s", what)
		}
		delete(want, what)
		return w
	}
	compare := func(what string, got decimal.Decimal) { near(t, what, exact.Rat(got), take(what)) }

	schools := readCSV(t, "api_strat.csv")
	names, rows := groups(schools, "stype")
	var a Auxiliary
	for _, n := range names {
		x := take("api_strat total_x_" + n)
		a.Strata = append(a.Strata, PairStratum{
			Name: n, Universe: dec(schools["fpc"][rows[n][0]]).IntPart(), TotalX: &x,
			Pairs: Pairs{Y: pick(schools["enroll"], rows[n]), X: pick(schools["api.stu"], rows[n])},
		})
	}
	whole := take("api_strat total_x")
	a.TotalX = &whole // and it has to be the sum of the strata's
	for id, appraise := range map[string]func() (AuxiliaryResult, error){
		"api_strat.ratio_combined": Ratio{Auxiliary: a, SampleX: true}.Appraise,
		"api_strat.ratio_separate": Ratio{Auxiliary: a, SampleX: true, Combination: Separate}.Appraise,
		"api_strat.difference":     DifferenceEstimator{a}.Appraise,
	} {
		r, err := appraise()
		if err != nil {
			t.Fatal(err)
		}
		compare(id+" estimate", r.PointEstimate)
		compare(id+" se", r.StandardError)
	}

	schools = readCSV(t, "api_srs.csv")
	whole = take("api_srs total_x")
	r, err := Regression{Auxiliary: Auxiliary{TotalX: &whole, Strata: []PairStratum{{
		Universe: 6194, Pairs: Pairs{Y: decs(schools["enroll"]...), X: decs(schools["api.stu"]...)}}}}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	compare("api_srs.regression estimate", r.PointEstimate)
	compare("api_srs.regression slope", *r.Coefficient)
	residual := exact.Rat(r.StandardError) // N²(1-n/N)/n times the residual variance with n-2
	residual.Mul(residual, residual).Quo(residual, big.NewRat(6194*(6194-200), 200))
	compare("api_srs.regression residual_sd", exact.Sqrt(residual))

	counties, size := readCSV(t, "election_pps.csv"), take("election_pps total_size")
	for _, who := range []string{"Bush", "Kerry", "Nader"} {
		p := PPS{TotalSize: size, Hits: 40, Selection: WithReplacement}
		for i, votes := range counties["votes"] {
			p.Units = append(p.Units, PPSUnit{Name: counties["County"][i], Size: dec(votes), Value: dec(counties[who][i])})
		}
		r, err := p.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		id := "election_pps." + who
		compare(id+" estimate", r.PointEstimate)
		compare(id+" se", r.StandardError)
		for _, i := range r.Intervals {
			percent := exact.String(i.Level.Shift(2))
			compare(fmt.Sprintf("%s lcl_%s", id, percent), i.LowerLimit)
			compare(fmt.Sprintf("%s ucl_%s", id, percent), i.UpperLimit)
		}
	}
	if len(want) > 0 {
		t.Errorf("not compared: %v", want)
	}
}

// TestCochranCities: the worked example of Cochran, Sampling Techniques (1977), sec. 6.2: inhabitants in 1930 (y) and 1920
// (x) of 49 of 196 large cities, in thousands: 6262 and 5054, and 22,919 in all cities in 1920. The ratio estimate is
// 28,397, that of the mean per city 25,048. The squares are not in the text; they are made up and have no say in the
// estimate.
func TestCochranCities(t *testing.T) {
	x := dec("22919")
	p := Pairs{PairSums: new(appraisal.PairSums)}
	if err := p.PairSums.UnmarshalJSON([]byte(`{"count":49,"sumY":"6262","sumX":"5054","sumSquaresY":"1500000",` +
		`"sumProducts":"1200000","sumSquaresX":"1000000"}`)); err != nil {
		t.Fatal(err)
	}
	r, err := Ratio{Auxiliary: Auxiliary{Strata: []PairStratum{{Universe: 196, TotalX: &x, Pairs: p}}}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if got := exact.Commas(r.PointEstimate, 0); got != "28,397" {
		t.Errorf("ratio estimate %s", got)
	}
	if got := exact.Commas(r.EstimatedY, 0); got != "25,048" {
		t.Errorf("estimate of the mean per city %s", got)
	}
}
