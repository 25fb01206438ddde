package variable

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

func unit(universe int64, values ...string) SampledUnit {
	return SampledUnit{Universe: universe, Sample: Sample{Difference: decs(values...)}}
}

func codes(list []appraisal.Warning) []string {
	var c []string
	for _, w := range list {
		c = append(c, w.Code)
	}
	return c
}

// TestTwoStageByHand: of 3 units two are drawn: one of 4 items with 1 and 3, one of 2 items with 5 and 5. T_1 = 4*2 =
// 8, T_2 = 2*5 = 10, T = 3/2*18 = 27. The items of the first vary by 2, so it has 4*2/2*2 = 8; the second none.
// Between: 3*1/2 * ((8-9)^2+(10-9)^2)/1 = 3; within 3/2*8 = 12; standard error sqrt(15) = 3.872983346207416885179...
func TestTwoStageByHand(t *testing.T) {
	r := must[TwoStage, TwoStageResult](t, TwoStage{Universe: 3, SecondaryUniverse: 9,
		Units: []SampledUnit{unit(4, "1", "3"), unit(2, "5", "5.00")}})
	for what, pair := range map[string][2]string{
		"point estimate": {exact.String(r.PointEstimate), "27"}, "standard error": {exact.String(r.StandardError),
			"3.8729833462074168852"},
		"mean": {exact.String(*r.Mean), "3"}, "units": {exact.String(r.UnitsTotal),
			"18"}, "between": {exact.String(r.StageVariances[0]), "3"},
		"within": {exact.String(r.StageVariances[1]), "12"}, "total": {exact.String(r.Total), "14"},
		"error of the first": {exact.String(r.Units[0].StandardError), "2.8284271247461900976"}, // sqrt(8)
		"variance":           {exact.String(r.Units[0].Variance), "2"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s %s, want %s", what, pair[0], pair[1])
		}
	}
	if want := []appraisal.StageSize{{Universe: 3, SampleSize: 2}, {Universe: 6, SampleSize: 4}}; !slices.Equal(r.Stages,
		want) || r.Nonzero != 4 || len(r.Warnings) != 0 {
		t.Errorf("%+v", r)
	}
	if r.Intervals[0].Distribution != appraisal.Normal {
		t.Errorf("%s", r.Intervals[0].Distribution)
	}
	roundTrip(t, r)
}

// TestThreeStageByHand: of 2 units the first has 3 secondary units, of which one was drawn, with 4 items, 1 and 3 of
// them drawn: T_11 = 8, T_1 = 24, and no variance between the secondary ones; the second has one, complete, with 10:
// T_2 = 10. T = 2/2*34 = 34; the first stage is complete; variance 3/1 * 4*2/2*2 = 24.
func TestThreeStageByHand(t *testing.T) {
	d := ThreeStage{Universe: 2, Units: []ThreeStageUnit{{Name: "Here", Universe: 3,
		Units: []SampledUnit{unit(4, "1", "3")}}, {Universe: 1, Units: []SampledUnit{unit(1, "10")}}}}
	r := must[ThreeStage, ThreeStageResult](t, d)
	if exact.String(r.PointEstimate) != "34" || exact.String(r.StandardError) != "4.8989794855663561964" { // sqrt(24)
		t.Errorf("%s, %s", r.PointEstimate, r.StandardError)
	}
	if !slices.Equal(codes(r.Warnings), []string{"single_unit"}) ||
		!strings.Contains(r.Warnings[0].Message, "unit 1 (Here)") {
		t.Errorf("%v", r.Warnings)
	}
	u := r.Units[0]
	if exact.String(u.Mean) != "8" || exact.String(u.PointEstimate) != "24" || u.Items != 4 || u.SampleSize != 2 || u.Name != "Here" ||
		r.Nonzero != 3 {
		t.Errorf("%+v", u)
	}
	roundTrip(t, d)
	roundTrip(t, r)
}

func TestStagesErrors(t *testing.T) {
	good := []SampledUnit{unit(4, "1", "3"), unit(2, "5", "7")}
	huge := unit(MaxUniverse, "1", "2")
	two := func(universe, secondary int64, units ...SampledUnit) error {
		_, err := TwoStage{Universe: universe, SecondaryUniverse: secondary, Units: units}.Appraise()
		return err
	}
	three := func(universe int64, units ...ThreeStageUnit) error {
		_, err := ThreeStage{Universe: universe, Units: units}.Appraise()
		return err
	}
	primary := ThreeStageUnit{Universe: 5, Units: good}
	for name, c := range map[string]struct {
		err, want error
		text      string
	}{
		"no units":                   {two(3, 0), ErrUnits, ""},
		"more drawn than there are":  {two(1, 0, good...), ErrUniverse, "2 were drawn"},
		"no universe":                {two(0, 0, good...), ErrUniverse, ""},
		"negative universe":          {two(-3, 0, good...), ErrUniverse, ""},
		"universe out of range":      {two(MaxUniverse+1, 0, good...), ErrUniverse, ""},
		"empty unit":                 {two(3, 0, good[0], unit(2)), ErrSample, "unit 2"},
		"no values":                  {two(3, 0, good[0], SampledUnit{Universe: 2}), ErrSample, "unit 2"},
		"unit below its sample":      {two(3, 0, unit(1, "1", "2"), good[0]), ErrUniverse, "unit 1"},
		"unit of size zero":          {two(3, 0, unit(0, "1"), good[0]), ErrUniverse, "unit 1"},
		"single item":                {two(3, 0, unit(2, "1"), good[0]), ErrSingle, "unit 1"},
		"single unit":                {two(3, 0, good[0]), ErrSingle, ""},
		"secondary units too few":    {two(3, 5, good...), ErrUniverse, "5 items"},
		"secondary units negative":   {two(3, -1, good...), ErrUniverse, ""},
		"secondary units contradict": {two(2, 7, good...), ErrUniverse, "all units"},
		"units too large together":   {two(3, 0, huge, huge), ErrUniverse, "unit 2"},
		"other kinds": {two(3, 0, good[0], SampledUnit{Universe: 9,
			Sample: Sample{Audited: decs("1", "2")}}), ErrSample, "unit 2"},
		"too many digits": {two(3, 0, SampledUnit{Universe: 9,
			Sample: Sample{Audited: []decimal.Decimal{decimal.New(1, 2_000_000_000)}}}), ErrSample, "unit 1"},
		"three: none":                {three(2), ErrUnits, ""},
		"three: no secondary":        {three(2, primary, ThreeStageUnit{Universe: 3}), ErrUnits, "unit 2"},
		"three: more than there are": {three(2, primary, ThreeStageUnit{Universe: 1, Units: good}), ErrUniverse, "unit 2"},
		"three: single unit":         {three(2, primary), ErrSingle, ""},
		"three: single item": {three(2, primary, ThreeStageUnit{Name: "B", Universe: 3,
			Units: []SampledUnit{good[0], unit(5, "1")}}), ErrSingle, "unit 2 (B), secondary unit 2"},
		"three: below its sample": {three(2, primary, ThreeStageUnit{Universe: 3,
			Units: []SampledUnit{unit(1, "1", "2")}}), ErrUniverse, "unit 2, secondary unit 1"},
		"three: empty secondary unit": {three(2, primary, ThreeStageUnit{Universe: 3, Units: []SampledUnit{unit(3)}}),
			ErrSample, "unit 2, secondary unit 1"},
		"three: sizes too large": {three(2, ThreeStageUnit{Universe: MaxUniverse, Units: good},
			ThreeStageUnit{Universe: MaxUniverse, Units: good}), ErrUniverse, "unit 2"},
		"three: too many units": {three(MaxUniverse, ThreeStageUnit{Universe: 40_000,
			Units: slices.Repeat(good, 20_000)}, ThreeStageUnit{Universe: 40_000, Units: slices.Repeat(good,
			20_000)}), ErrUnits, "80000"},
	} {
		if !errors.Is(c.err, c.want) || !strings.Contains(c.err.Error(), c.text) {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	if _, err := (TwoStage{Universe: 3, Units: good, Options: Options{Levels: decs("2")}}).Appraise(); !errors.Is(err,
		appraisal.ErrLevel) {
		t.Error(err)
	}
	_, err := ThreeStage{Universe: 3, Units: []ThreeStageUnit{primary, primary},
		Options: Options{OneSidedLevels: decs("0.4")}}.Appraise()
	if !errors.Is(err, appraisal.ErrLevel) {
		t.Error(err)
	}
}

func TestStagesWarnings(t *testing.T) {
	many := make([]SampledUnit, 501)
	primary := make([]ThreeStageUnit, 51)
	for i := range many {
		many[i] = unit(3, "1", "2")
	}
	for i := range primary {
		primary[i] = ThreeStageUnit{Universe: 1, Units: many[:1]}
	}
	for name, c := range map[string]struct {
		warnings []appraisal.Warning
		want     []string
	}{
		"single item and unit": {must[TwoStage, TwoStageResult](t,
			TwoStage{Universe: 3, Units: []SampledUnit{unit(2, "1")}, ZeroVarianceForSingle: true}).Warnings,
			[]string{"single_unit", "single_item"}},
		"equal values": {must[TwoStage, TwoStageResult](t, TwoStage{Universe: 3,
			Units: []SampledUnit{unit(5, "2", "2"), unit(5, "2", "2")}}).Warnings,
			[]string{"no_variation"}},
		"many units": {must[TwoStage, TwoStageResult](t, TwoStage{Universe: 501, Units: many}).Warnings,
			[]string{"units_limit"}},
		"primary units": {must[TwoStage, TwoStageResult](t, TwoStage{Universe: 1_000_000, Units: many[:2]}).Warnings,
			[]string{"universe_limit"}},
		"secondary units": {must[TwoStage, TwoStageResult](t, TwoStage{Universe: 9, SecondaryUniverse: 1_000_000_000,
			Units: many[:2]}).Warnings, []string{"universe_limit"}},
		"three stages": {must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 30_001, Units: primary}).Warnings,
			[]string{"units_limit", "universe_limit"}},
		"three stages, singles": {must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 3, ZeroVarianceForSingle: true,
			Units: []ThreeStageUnit{{Universe: 4, Units: []SampledUnit{unit(2,
				"1")}}}}).Warnings, []string{"single_unit", "single_item"}},
	} {
		if got := codes(c.warnings); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestStratifiedErrors(t *testing.T) {
	good := Stratum(unit(4, "1", "3"))
	for name, c := range map[string]struct {
		strata []Stratum
		want   error
		text   string
	}{
		"none":     {nil, ErrStrata, ""},
		"too many": {slices.Repeat([]Stratum{good}, maxStrata+1), ErrStrata, ""},
		"empty": {[]Stratum{good, {Name: "B", Universe: 3, Sample: Sample{Difference: decs()}}}, ErrSample,
			"stratum 2 (B)"},
		"single":        {[]Stratum{good, Stratum(unit(3, "1"))}, ErrSingle, "stratum 2"},
		"below sample":  {[]Stratum{Stratum(unit(1, "1", "2"))}, ErrUniverse, "stratum 1"},
		"too large":     {[]Stratum{Stratum(unit(MaxUniverse, "1", "2")), good}, ErrUniverse, ""},
		"several kinds": {[]Stratum{good, {Universe: 9, Sample: Sample{Examined: decs("1", "2")}}}, ErrSample, "stratum 2"},
	} {
		_, err := Stratified{Strata: c.strata}.Appraise()
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := (Stratified{Strata: []Stratum{good}, Options: Options{Levels: decs("0.9",
		"0.9")}}).Appraise(); !errors.Is(err, appraisal.ErrLevel) {
		t.Error(err)
	}
	r := must[Stratified, StratifiedResult](t, Stratified{Strata: append(slices.Repeat([]Stratum{good}, 50),
		Stratum(unit(3, "1"))), ZeroVarianceForSingle: true})
	if got := codes(r.Warnings); !slices.Equal(got, []string{"single_item", "no_variation", "strata_limit"}) ||
		!strings.HasPrefix(r.Warnings[0].Message, "Stratum 51: ") {
		t.Errorf("%v", r.Warnings)
	}
	// A single item that is the whole stratum has no variance, and needs no leave.
	r = must[Stratified, StratifiedResult](t, Stratified{Strata: []Stratum{good, Stratum(unit(1, "100"))}})
	alone := must[Stratified, StratifiedResult](t, Stratified{Strata: []Stratum{good}})
	if !r.StandardError.Equal(alone.StandardError) || !r.PointEstimate.Equal(alone.PointEstimate.Add(dec("100"))) {
		t.Errorf("%+v", r)
	}
}

// TestStagesKinds: with two kinds of values there are three sections, whose totals are additive and whose errors are not.
func TestStagesKinds(t *testing.T) {
	units := []SampledUnit{
		{Name: "A", Universe: 9, Sample: Sample{Examined: decs("10", "20", "7"), Audited: decs("10", "15", "0.5")}},
		{Name: "B", Universe: 5, Sample: Sample{Examined: decs("3", "4"), Audited: decs("3", "4.25")}},
	}
	strata := must[Stratified, StratifiedResult](t, Stratified{Strata: strataOf(units)})
	two := must[TwoStage, TwoStageResult](t, TwoStage{Universe: 7, Units: units})
	three := must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 7,
		Units: []ThreeStageUnit{{Universe: 4, Units: units}, {Universe: 3, Units: units}}})
	additive := func(what string, kinds []Kind, e []appraisal.Estimate) {
		if !slices.Equal(kinds, []Kind{Examined, Audited, Difference}) ||
			!e[0].PointEstimate.Sub(e[1].PointEstimate).Equal(e[2].PointEstimate) ||
			e[0].StandardError.Sub(e[1].StandardError).Equal(e[2].StandardError) {
			t.Errorf("%s: %v, %v", what, kinds, e)
		}
	}
	var kinds []Kind
	var estimates []appraisal.Estimate
	collect := func(k Kind, e appraisal.Estimate) { kinds, estimates = append(kinds, k), append(estimates, e) }
	for _, s := range strata.Sections() {
		collect(s.Kind, s.Estimate)
	}
	additive("strata", kinds, estimates)
	kinds, estimates = nil, nil
	for _, s := range two.Sections() {
		collect(s.Kind, s.Estimate)
	}
	additive("two stages", kinds, estimates)
	kinds, estimates = nil, nil
	for _, s := range three.Sections() {
		collect(s.Kind, s.Estimate)
	}
	additive("three stages", kinds, estimates)
	roundTrip(t, strata)
	roundTrip(t, Stratified{Strata: strataOf(units), Options: Options{Levels: decs("0.9"), OneSidedLevels: decs("0.9")},
		ZeroVarianceForSingle: true})
	roundTrip(t, two)
	roundTrip(t, TwoStage{Universe: 7, SecondaryUniverse: 99, Units: units})
	roundTrip(t, three)
	roundTrip(t, two.Units[0])
	roundTrip(t, three.Units[0])
	roundTrip(t, strata.Strata[0])
	roundTrip(t, two.TwoStageSection)
	roundTrip(t, three.ThreeStageSection)
	roundTrip(t, strata.StratifiedSection)
	roundTrip(t, units[0])
}
