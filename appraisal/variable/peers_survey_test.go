package variable

import (
	"encoding/json"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
)

// surveyed is an estimate as R's survey states it: with degrees of freedom, with z, and times a scale where R states a
// mean.
type surveyed struct {
	t, z  appraisal.Estimate
	df    int64
	scale *big.Rat
	extra map[string]decimal.Decimal
}

var surveyLevels = Options{Levels: decs("0.8", "0.9", "0.95", "0.99")}

// figure returns the quantity of a row of golden_survey.csv.
func (s surveyed) figure(quantity string) (*big.Rat, bool) {
	scaled := func(d decimal.Decimal) (*big.Rat, bool) { return new(big.Rat).Mul(exact.Rat(d), s.scale), true }
	switch quantity {
	case "estimate":
		return scaled(s.t.PointEstimate)
	case "se":
		return scaled(s.t.StandardError)
	case "degf":
		i := s.t.Intervals[0]
		return exact.Rat(i.DegreesOfFreedom), i.Distribution == appraisal.StudentT &&
			i.DegreesOfFreedom.Equal(decimal.NewFromInt(s.df))
	}
	if d, ok := s.extra[quantity]; ok {
		return exact.Rat(d), true
	}
	name, level, _ := strings.Cut(quantity, "_")
	if name == "t" {
		i, ok := s.t.At(dec(level))
		return exact.Rat(i.Percentile), ok
	}
	distribution, percent, _ := strings.Cut(level, "_")
	e := map[string]appraisal.Estimate{"t": s.t, "z": s.z}[distribution]
	i, ok := e.At(decimal.RequireFromString(percent).Shift(-2))
	switch {
	case ok && name == "lcl":
		return scaled(i.LowerLimit)
	case ok && name == "ucl":
		return scaled(i.UpperLimit)
	}
	return nil, false
}

// near fails where a figure is more than 1e-12 of it away from what R has, whose digits come from doubles.
func near(t *testing.T, what string, got *big.Rat, r decimal.Decimal) {
	t.Helper()
	off := new(big.Rat).Sub(got, exact.Rat(r))
	off.Quo(off.Abs(off), new(big.Rat).Abs(exact.Rat(r)))
	if off.Cmp(big.NewRat(1, 1_000_000_000_000)) > 0 {
		t.Errorf("%s: %s, R has %s", what, got.FloatString(12), r)
	}
}

// ofParts states an estimate that was put together of designs.
func ofParts(t *testing.T, p design.Part, df int64, scale *big.Rat) surveyed {
	t.Helper()
	s := surveyed{df: df, scale: scale}
	var err error
	if s.t, err = appraisal.NewEstimate(p.Total, p.Variance, surveyLevels, exact.Int(df)); err != nil {
		t.Fatal(err)
	}
	if s.z, err = appraisal.NewEstimate(p.Total, p.Variance, surveyLevels, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// ofStrata appraises a stratified sample of one kind of value, or the difference of two.
func ofStrata(t *testing.T, strata []Stratum, df, divisor int64) surveyed {
	t.Helper()
	s := surveyed{df: df, scale: big.NewRat(1, divisor)}
	for to, choice := range map[*appraisal.Estimate]DegreesOfFreedom{&s.t: StrataDegrees, &s.z: NormalDegrees} {
		r, err := Stratified{Strata: strata, Options: surveyLevels, DegreesOfFreedom: choice}.Appraise()
		if err != nil {
			t.Fatal(err)
		}
		*to = r.Estimate
	}
	return s
}

// groups deals rows out by the value of a column, in the order of first appearance.
func groups(columns map[string][]string, by string) (names []string, rows map[string][]int) {
	rows = map[string][]int{}
	for i, v := range columns[by] {
		if rows[v] == nil {
			names = append(names, v)
		}
		rows[v] = append(rows[v], i)
	}
	return names, rows
}

// pick returns the values of some rows; a missing one (NA) counts as zero.
func pick(column []string, rows []int) []decimal.Decimal {
	var list []decimal.Decimal
	for _, i := range rows {
		v := column[i]
		if v == "NA" {
			v = "0"
		}
		list = append(list, dec(v))
	}
	return list
}

// units are primary units with all or some of their items: each is estimated by itself. sizes are their numbers of items,
// drawn is the same for a public design.
func units(t *testing.T, columns map[string][]string, by, value, size string) (parts []design.Part, sizes []*big.Rat,
	drawn []SampledUnit) {
	t.Helper()
	names, rows := groups(columns, by)
	for _, n := range names {
		values := sumsOf(t, pick(columns[value], rows[n]))
		universe := values.Count()
		if size != "" {
			universe = dec(columns[size][rows[n][0]]).IntPart()
		}
		p, err := design.Simple(universe, items(*values), false)
		if err != nil {
			t.Fatal(err)
		}
		parts, sizes = append(parts, p), append(sizes, exact.Int(universe))
		drawn = append(drawn, SampledUnit{Name: n, Universe: universe, Sample: Sample{Examined: pick(columns[value], rows[n])}})
	}
	return parts, sizes, drawn
}

// expand is design.Expand.
func expand(t *testing.T, universe int64, parts []design.Part) design.Part {
	t.Helper()
	s, err := design.Expand(universe, parts, false)
	if err != nil {
		t.Fatal(err)
	}
	return s.Part
}

// ofUnits appraises a two-stage sample with z by TwoStage, with t from the design, whose figures have to be the same; where
// all items of the units were examined StratifiedCluster has to state the same estimate.
func ofUnits(t *testing.T, universe int64, parts []design.Part, drawn []SampledUnit, df int64) surveyed {
	t.Helper()
	s := ofParts(t, expand(t, universe, parts), df, exact.Int(1))
	r, err := TwoStage{Universe: universe, Units: drawn, Options: surveyLevels}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if !r.PointEstimate.Equal(s.z.PointEstimate) || !r.StandardError.Equal(s.z.StandardError) {
		t.Errorf("%s, %s of two stages, %s, %s of the design", r.PointEstimate, r.StandardError, s.z.PointEstimate,
			s.z.StandardError)
	}
	s.z = r.Estimate
	stratum := ClusterStratum{Universe: universe}
	for _, u := range drawn {
		values := sumsOf(t, u.Examined)
		if values.Count() < u.Universe {
			return s
		}
		total, _ := exact.Decimal(values.Power(1))
		stratum.Clusters = append(stratum.Clusters, Cluster{Name: u.Name, Items: u.Universe, Value: total})
	}
	c := must(t, StratifiedCluster{Strata: []ClusterStratum{stratum}, Options: surveyLevels})
	if encode(t, c.Estimate) != encode(t, r.Estimate) {
		t.Errorf("clusters: %s, two stages: %s", encode(t, c.Estimate), encode(t, r.Estimate))
	}
	return s
}

// ratioOf is a mean or ratio of the totals of primary units: the ratio of the sums, with the variance of the residuals over
// the estimated denominator.
func ratioOf(t *testing.T, universe int64, parts []design.Part, sizes []*big.Rat, df int64) surveyed {
	t.Helper()
	all := new(big.Rat)
	for _, s := range sizes {
		all.Add(all, s)
	}
	raise := big.NewRat(universe, int64(len(parts)))
	p, err := design.Ratio(expand(t, universe, parts).Total, all.Mul(all, raise), func(ratio *big.Rat) (design.Stage, error) {
		return design.Expand(universe, design.Residuals(parts, sizes, ratio), false)
	})
	if err != nil {
		t.Fatal(err)
	}
	return ofParts(t, p, df, exact.Int(1))
}

// TestSurveyGolden compares every row of golden_survey.csv: R's package survey on published samples.
func TestSurveyGolden(t *testing.T) {
	one, whole := exact.Int(1), func(universe int64, s Sample) []Stratum { return []Stratum{{Universe: universe, Sample: s}} }
	estimates := map[string]surveyed{}

	schools := readCSV(t, "api_srs.csv")
	api00, api99 := decs(schools["api00"]...), decs(schools["api99"]...)
	estimates["api_srs.total_enroll"] = ofStrata(t, whole(6194, Sample{Examined: decs(schools["enroll"]...)}), 199, 1)
	estimates["api_srs.mean_api00"] = ofStrata(t, whole(6194, Sample{Examined: api00}), 199, 6194)
	estimates["api_srs.mean_diff_api00_api99"] = ofStrata(t, whole(6194, Sample{Examined: api00, Audited: api99}), 199, 6194)

	// The file has its weights N/n in single precision, and R took them as they are: each stratum's total is scaled.
	schools = readCSV(t, "api_strat.csv")
	names, rows := groups(schools, "stype")
	for _, value := range []string{"enroll", "api00"} {
		var parts []design.Part
		weights := new(big.Rat)
		for _, n := range names {
			values := sumsOf(t, pick(schools[value], rows[n]))
			p, err := design.Simple(dec(schools["fpc"][rows[n][0]]).IntPart(), items(*values), false)
			if err != nil {
				t.Fatal(err)
			}
			weight := exact.Rat(dec(schools["pw"][rows[n][0]]))
			weight.Mul(weight, exact.Int(values.Count()))
			weights.Add(weights, weight)
			f := new(big.Rat).Quo(weight, exact.Rat(dec(schools["fpc"][rows[n][0]])))
			p.Total.Mul(p.Total, f)
			p.Variance.Mul(p.Variance, f.Mul(f, f))
			parts = append(parts, p)
		}
		if value == "enroll" {
			estimates["api_strat.total_enroll"] = ofParts(t, design.Sum(parts), 197, one)
		}
		estimates["api_strat.mean_"+value] = ofParts(t, design.Sum(parts), 197, weights.Inv(weights))
	}

	schools = readCSV(t, "api_clus1.csv")
	parts, sizes, drawn := units(t, schools, "dnum", "enroll", "")
	shipped := exact.Rat(dec(schools["pw"][0]))
	estimates["api_clus1.total_enroll(weights=757/15 from fpc)"] = ofUnits(t, 757, parts, drawn, 14)
	estimates["api_clus1.total_enroll(pw weights as shipped)"] = ofParts(t, expand(t, 757, parts), 14, shipped.Quo(shipped,
		big.NewRat(757, 15)))
	students, _, _ := units(t, schools, "dnum", "api.stu", "")
	var enrolled []*big.Rat
	for _, p := range parts {
		enrolled = append(enrolled, p.Total)
	}
	estimates["api_clus1.ratio_api.stu/enroll"] = ratioOf(t, 757, students, enrolled, 14)
	parts, _, _ = units(t, schools, "dnum", "api00", "")
	estimates["api_clus1.mean_api00"] = ratioOf(t, 757, parts, sizes, 14)

	// Enrollment is missing in two districts; with na.rm = TRUE they stay in the sample and count as zero.
	schools = readCSV(t, "api_clus2.csv")
	parts, _, drawn = units(t, schools, "dnum", "enroll", "fpc2")
	estimates["api_clus2.total_enroll(na.rm)"] = ofUnits(t, 757, parts, drawn, 39)
	parts, sizes, _ = units(t, schools, "dnum", "api00", "fpc2")
	estimates["api_clus2.mean_api00"] = ratioOf(t, 757, parts, sizes, 39)

	counties := readCSV(t, "lohr_agstrat.csv")
	var strata []Stratum
	names, rows = groups(counties, "region")
	for _, n := range names {
		strata = append(strata, Stratum{Name: n, Universe: dec(counties["N"][rows[n][0]]).IntPart(),
			Sample: Sample{Examined: pick(counties["acres92"], rows[n])}})
	}
	estimates["lohr_agstrat.total_acres92"] = ofStrata(t, strata, 296, 1)
	estimates["lohr_agstrat.mean_acres92"] = ofStrata(t, strata, 296, 3078)
	r, err := Stratified{Strata: strata}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Strata {
		variance := exact.Rat(s.StandardDeviation)
		estimates["lohr_agstrat.stratum_"+s.Name] = surveyed{extra: map[string]decimal.Decimal{
			"n": decimal.NewFromInt(s.SampleSize), "mean": s.Mean, "var": exact.Round(variance.Mul(variance, variance)),
		}}
	}

	pupils := readCSV(t, "sas_icecream.csv")
	var more []string // spends 10 dollars or more
	for _, v := range pupils["spending"] {
		more = append(more, map[bool]string{true: "1", false: "0"}[dec(v).Cmp(dec("10")) >= 0])
	}
	pupils["more"] = more
	names, rows = groups(pupils, "grade")
	for _, c := range []struct {
		id, column string
		divisor    int64
	}{{"mean", "spending", 4000}, {"total", "spending", 1}, {"prop_more", "more", 4000}} {
		estimates["sas_icecream.srs."+c.id] = ofStrata(t, whole(4000, Sample{Examined: decs(pupils[c.column]...)}), 39,
			c.divisor)
		strata = nil
		for _, n := range names {
			universe := map[string]int64{"7": 1824, "8": 1025, "9": 1151}[n]
			strata = append(strata, Stratum{Name: n, Universe: universe, Sample: Sample{Examined: pick(pupils[c.column],
				rows[n])}})
		}
		estimates["sas_icecream.strat."+c.id] = ofStrata(t, strata, 37, c.divisor)
	}

	golden := readCSV(t, "golden_survey.csv")
	for i, id := range golden["id"] {
		what := id + " " + golden["quantity"][i]
		s, ok := estimates[id]
		if !ok {
			t.Fatalf("%s: not appraised", what)
		}
		got, ok := s.figure(golden["quantity"][i])
		if !ok {
			t.Errorf("%s: no such figure", what)
			continue
		}
		near(t, what, got, dec(golden["value"][i]))
	}
	if len(golden["id"]) != 318 {
		t.Errorf("%d rows", len(golden["id"]))
	}
}

// TestSurveyTotals compares every figure of survey.json, stated with 17 digits.
func TestSurveyTotals(t *testing.T) {
	raw, err := os.ReadFile("testdata/survey.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		ID       string                        `json:"id"`
		Universe int64                         `json:"N"`
		Clusters int64                         `json:"N_clusters"`
		Primary  int64                         `json:"N_primary"`
		TotalX   *decimal.Decimal              `json:"X_total"`
		Y        []decimal.Decimal             `json:"y"`
		X        []decimal.Decimal             `json:"x"`
		Stratum  []string                      `json:"stratum"`
		Sizes    []int64                       `json:"N_h"`
		Cluster  []string                      `json:"cluster"`
		Unit     []string                      `json:"primary"`
		Items    []int64                       `json:"M_i"`
		Total    decimal.Decimal               `json:"total"`
		SE       decimal.Decimal               `json:"se"`
		DF       int64                         `json:"df"`
		Ratio    *decimal.Decimal              `json:"ratio"`
		RatioSE  *decimal.Decimal              `json:"ratio_se"`
		Limits   map[string][2]decimal.Decimal `json:"t_limits"`
		ZLimits  map[string][2]decimal.Decimal `json:"z_limits"`
		Note     string                        `json:"note"`
	}
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	texts := func(values []decimal.Decimal) (list []string) {
		for _, v := range values {
			list = append(list, v.String())
		}
		return list
	}
	seen := map[string]bool{}
	for _, c := range cases {
		seen[c.ID] = true
		var s surveyed
		switch c.ID {
		case "srs_total":
			s = ofStrata(t, []Stratum{{Universe: c.Universe, Sample: Sample{Examined: c.Y}}}, c.DF, 1)
		case "stratified_total":
			var strata []Stratum
			names, rows := groups(map[string][]string{"s": c.Stratum}, "s")
			for _, n := range names {
				strata = append(strata, Stratum{Universe: c.Sizes[rows[n][0]], Sample: Sample{Examined: pick(texts(c.Y),
					rows[n])}})
			}
			s = ofStrata(t, strata, c.DF, 1)
		case "cluster_total":
			parts, _, drawn := units(t, map[string][]string{"c": c.Cluster, "y": texts(c.Y)}, "c", "y", "")
			s = ofUnits(t, c.Clusters, parts, drawn, c.DF)
		case "two_stage_total":
			var sizes []string
			for _, m := range c.Items {
				sizes = append(sizes, decimal.NewFromInt(m).String())
			}
			parts, _, drawn := units(t, map[string][]string{"p": c.Unit, "y": texts(c.Y), "m": sizes}, "p", "y", "m")
			s = ofUnits(t, c.Primary, parts, drawn, c.DF)
		case "srs_ratio_total":
			r, err := Ratio{Auxiliary: Auxiliary{Strata: []PairStratum{{Universe: c.Universe, Pairs: Pairs{Y: c.Y,
				X: c.X}}}, TotalX: c.TotalX}, SampleX: true}.Appraise()
			if err != nil {
				t.Fatal(err)
			}
			near(t, "ratio", exact.Rat(*r.Coefficient), *c.Ratio)
			near(t, "its standard error", new(big.Rat).Quo(exact.Rat(r.StandardError), exact.Rat(*c.TotalX)), *c.RatioSE)
			s = surveyed{t: r.Estimate, scale: exact.Int(1)}
		default:
			t.Fatalf("%s: not appraised", c.ID)
		}
		near(t, c.ID+" total", exact.Rat(s.t.PointEstimate), c.Total)
		near(t, c.ID+" se", exact.Rat(s.t.StandardError), c.SE)
		for e, limits := range map[*appraisal.Estimate]map[string][2]decimal.Decimal{&s.t: c.Limits, &s.z: c.ZLimits} {
			for level, pair := range limits {
				i, ok := e.At(dec(level))
				if !ok {
					t.Fatalf("%s: no level %s", c.ID, level)
				}
				near(t, c.ID+" lower limit "+level, exact.Rat(i.LowerLimit), pair[0])
				near(t, c.ID+" upper limit "+level, exact.Rat(i.UpperLimit), pair[1])
			}
		}
	}
	if len(seen) != 5 || len(cases) != 5 {
		t.Errorf("%d cases", len(cases))
	}
}
