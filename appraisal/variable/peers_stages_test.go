package variable

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// near wants a figure to be within 1e-12 of what R has from doubles.
func near(t *testing.T, what string, got decimal.Decimal, want string) {
	t.Helper()
	w := exact.Rat(dec(want))
	off := exact.Rat(got)
	off.Sub(off, w)
	if off.Quo(off.Abs(off), w).Cmp(exact.Rat(decimal.New(1, -12))) > 0 {
		t.Errorf("%s: %s, R has %s", what, got, want)
	}
}

// TestSurveyStages compares with R's package survey (svydesign with the sizes of both stages, svytotal, confint):
// strata, primary units of which some items were drawn, and clusters of which all were.
func TestSurveyStages(t *testing.T) {
	raw, err := os.ReadFile("testdata/survey_stages.json")
	if err != nil {
		t.Fatal(err)
	}
	var records []struct {
		ID        string
		Universe  int64
		Units     []SampledUnit
		Total, SE string
		Limits    map[string][2]string `json:"z_limits"`
	}
	if err := json.Unmarshal(raw, &records); err != nil {
		t.Fatal(err)
	}
	levels := Options{Levels: decs("0.8", "0.9", "0.95", "0.99")}
	for _, r := range records {
		var e appraisal.Estimate
		if r.Universe == 0 {
			e = must[Stratified, StratifiedResult](t, Stratified{Strata: strataOf(r.Units), Options: levels}).Estimate
		} else {
			e = must[TwoStage, TwoStageResult](t, TwoStage{Universe: r.Universe, Units: r.Units, Options: levels}).Estimate
		}
		near(t, r.ID+" total", e.PointEstimate, r.Total)
		near(t, r.ID+" standard error", e.StandardError, r.SE)
		for _, i := range e.Intervals {
			want := r.Limits[exact.String(i.Level)]
			near(t, r.ID+" lower limit", i.LowerLimit, want[0])
			near(t, r.ID+" upper limit", i.UpperLimit, want[1])
		}
	}
	if len(records) != 3 {
		t.Errorf("%d samples", len(records))
	}
}

// TestSurveyStrata compares with R's figures of Lohr's agricultural census and of the ice-cream study of the SAS/STAT
// User's Guide, whose grades have 1,824, 1,025 and 1,151 students.
func TestSurveyStrata(t *testing.T) {
	golden := readCSV(t, "golden_survey_strata.csv")
	want := map[string]string{}
	for i, id := range golden["id"] {
		want[id+" "+golden["quantity"][i]] = golden["value"][i]
	}
	check := func(what string, got decimal.Decimal) {
		t.Helper()
		near(t, what, got, want[what])
		delete(want, what)
	}
	var agriculture Stratified
	lohr := readCSV(t, "lohr_agstrat.csv")
	at := map[string]int{}
	for i, region := range lohr["region"] {
		if _, ok := at[region]; !ok {
			at[region] = len(agriculture.Strata)
			agriculture.Strata = append(agriculture.Strata, Stratum{Name: region,
				Universe: dec(lohr["universe"][i]).IntPart()})
		}
		s := &agriculture.Strata[at[region]]
		s.Examined = append(s.Examined, dec(lohr["acres92"][i]))
	}
	r := must[Stratified, StratifiedResult](t, agriculture)
	for _, s := range r.Strata {
		id := "lohr_agstrat.stratum_" + s.Name
		check(id+" n", decimal.NewFromInt(s.SampleSize))
		check(id+" mean", s.Mean)
		check(id+" var", exact.Round(s.Sums.Variance()))
	}
	check("lohr_agstrat.total_acres92 estimate", r.PointEstimate)
	check("lohr_agstrat.total_acres92 se", r.StandardError)
	for _, i := range r.Intervals {
		percent := exact.String(i.Level.Shift(2))
		check("lohr_agstrat.total_acres92 lcl_z_"+percent, i.LowerLimit)
		check("lohr_agstrat.total_acres92 ucl_z_"+percent, i.UpperLimit)
	}
	students := readCSV(t, "sas_icecream_grades.csv")
	spending, more := map[string][]decimal.Decimal{}, map[string][]decimal.Decimal{}
	for i, grade := range students["grade"] {
		spent := dec(students["spending"][i])
		spending[grade] = append(spending[grade], spent)
		more[grade] = append(more[grade], decimal.NewFromInt(min(spent.IntPart()/10, 1))) // ten dollars and more
	}
	for id, values := range map[string]map[string][]decimal.Decimal{"total": spending, "prop_more": more} {
		var d Stratified
		for grade, universe := range map[string]int64{"7": 1824, "8": 1025, "9": 1151} {
			d.Strata = append(d.Strata, Stratum{Universe: universe, Sample: Sample{Examined: values[grade]}})
		}
		r := must[Stratified, StratifiedResult](t, d)
		point, se := r.PointEstimate, r.StandardError
		if id == "prop_more" {
			students := decimal.NewFromInt(4000)
			point, se = point.DivRound(students, 20), se.DivRound(students, 20)
		}
		check("sas_icecream.strat."+id+" estimate", point)
		check("sas_icecream.strat."+id+" se", se)
	}
	if len(want) > 0 {
		t.Errorf("not compared: %v", want)
	}
}
