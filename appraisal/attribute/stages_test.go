package attribute

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
)

func unit(universe, size, count int64) SampledUnit {
	return SampledUnit{Universe: universe, Sample: Sample{size, count}}
}

func codes(list []appraisal.Warning) []string {
	var c []string
	for _, w := range list {
		c = append(c, w.Code)
	}
	return c
}

// TestTwoStageByHand: of 3 units two are drawn, with 1 of 2 items out of 4 and with both items out of 2: T_1 = 2, T_2 =
// 2, T = 3/2*4 = 6. Between: none. Within: 4*2 * (1/4)/1 = 2 for the first, so W(0) = 3/2*2 = 3. The ratio is 4/6 with
// B = 9: residuals 2-4*2/3 = -2/3 and 2-2*2/3 = 2/3, W(2/3) = 3*1/2*(8/9) + 3 = 13/3, variance (13/3)/81. Of 8 items in
// all p is 6/8 with the variance 3/64.
func TestTwoStageByHand(t *testing.T) {
	d := TwoStage{Universe: 3, Units: []SampledUnit{unit(4, 2, 1), unit(2, 2, 2)}}
	ratio := must[TwoStage, TwoStageResult](t, d)
	d.SecondaryUniverse = 8
	known := must[TwoStage, TwoStageResult](t, d)
	for what, pair := range map[string][2]string{
		"quantity": {exact.String(ratio.PointEstimate), "6"}, "its error": {exact.String(ratio.StandardError),
			"1.7320508075688772935"}, // sqrt(3)
		"ratio": {exact.String(ratio.Proportion.PointEstimate), "0.66666666666666666667"},
		"error of ratio": {exact.String(ratio.Proportion.StandardError),
			"0.23129622216290363725"}, // sqrt(13/243) = sqrt(39)/27
		"share":           {exact.String(known.Proportion.PointEstimate), "0.75"},
		"error of share":  {exact.String(known.Proportion.StandardError), "0.21650635094610966169"}, // sqrt(3)/8
		"between":         {exact.String(ratio.StageVariances[0]), "0"},
		"within":          {exact.String(ratio.StageVariances[1]), "3"},
		"error of unit 1": {exact.String(ratio.Units[0].StandardError), "1.4142135623730950488"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s %s, want %s", what, pair[0], pair[1])
		}
	}
	if ratio.Estimator != Ratio || known.Estimator != Unbiased || known.Count != 3 || len(known.Warnings) != 0 {
		t.Errorf("%+v", known)
	}
	if want := []appraisal.StageSize{{Universe: 3, SampleSize: 2}, {Universe: 6, SampleSize: 4}}; !slices.Equal(known.Stages,
		want) {
		t.Errorf("%v", known.Stages)
	}
	decimaltest.RoundTrip(t, d)
	decimaltest.RoundTrip(t, known)
	decimaltest.RoundTrip(t, known.Units[0])
}

func TestStagesErrors(t *testing.T) {
	good := []SampledUnit{unit(4, 2, 1), unit(9, 3, 0)}
	huge := unit(MaxUniverse, 2, 1)
	two := func(universe, secondary int64, units ...SampledUnit) error {
		_, err := TwoStage{Universe: universe, SecondaryUniverse: secondary, Units: units}.Appraise()
		return err
	}
	three := func(universe, third int64, units ...ThreeStageUnit) error {
		_, err := ThreeStage{Universe: universe, ThirdUniverse: third, Units: units}.Appraise()
		return err
	}
	strata := func(units ...SampledUnit) error {
		var d Stratified
		for _, u := range units {
			d.Strata = append(d.Strata, Stratum(u))
		}
		_, err := d.Appraise()
		return err
	}
	primary := ThreeStageUnit{Universe: 5, Units: good}
	whole := ThreeStageUnit{Universe: 2, Units: good}
	for name, c := range map[string]struct {
		err, want error
		text      string
	}{
		"no strata":                 {strata(), ErrStrata, ""},
		"too many strata":           {strata(slices.Repeat(good[:1], maxStrata+1)...), ErrStrata, ""},
		"stratum: single":           {strata(good[0], unit(3, 1, 1)), ErrSingle, "stratum 2"},
		"stratum: empty":            {strata(good[0], unit(3, 0, 0)), ErrSample, "stratum 2"},
		"stratum: too large":        {strata(huge, huge), ErrUniverse, "stratum 2"},
		"no units":                  {two(3, 0), ErrUnits, ""},
		"more drawn than there are": {two(1, 0, good...), ErrUniverse, ""},
		"no universe":               {two(0, 0, good...), ErrUniverse, ""},
		"universe out of range":     {two(MaxUniverse+1, 0, good...), ErrUniverse, ""},
		"empty sample":              {two(3, 0, good[0], unit(3, 0, 0)), ErrSample, "unit 2"},
		"more than all":             {two(3, 0, good[0], unit(3, 2, 3)), ErrSample, "unit 2"},
		"negative":                  {two(3, 0, good[0], unit(3, 2, -1)), ErrSample, "unit 2"},
		"unit below its sample":     {two(3, 0, unit(1, 2, 1)), ErrUniverse, "unit 1"},
		"unit of size zero":         {two(3, 0, unit(0, 1, 1)), ErrUniverse, "unit 1"},
		"single item":               {two(3, 0, unit(2, 1, 1), good[0]), ErrSingle, "unit 1"},
		"single unit":               {two(3, 0, good[0]), ErrSingle, ""},
		"items too few":             {two(3, 5, good...), ErrUniverse, ""},
		"items negative":            {two(3, -5, good...), ErrUniverse, ""},
		"items contradict":          {two(2, 14, good...), ErrUniverse, "all units"},
		"units too large together":  {two(3, 0, huge, huge), ErrUniverse, "unit 2"},
		"three: none":               {three(3, 0), ErrUnits, ""},
		"three: no secondary":       {three(3, 0, primary, ThreeStageUnit{Universe: 3}), ErrUnits, "unit 2"},
		"three: more than there are": {three(3, 0, primary, ThreeStageUnit{Universe: 1, Units: good}), ErrUniverse,
			"unit 2"},
		"three: single unit": {three(3, 0, primary), ErrSingle, ""},
		"three: single item": {three(3, 0, primary, ThreeStageUnit{Universe: 3, Name: "B",
			Units: []SampledUnit{good[0], unit(5, 1, 0)}}), ErrSingle, "unit 2 (B), secondary unit 2"},
		"three: sizes too large": {three(3, 0, ThreeStageUnit{Universe: MaxUniverse, Units: good}, primary),
			ErrUniverse, ""},
		"three: items too large": {three(3, 0, ThreeStageUnit{Universe: 3, Units: []SampledUnit{huge, good[0]}},
			primary), ErrUniverse, ""},
		"three: together too large": {three(3, 0, ThreeStageUnit{Universe: 3, Units: []SampledUnit{huge}}, primary),
			ErrUniverse, ""},
		"three: too many units": {three(3, 0, ThreeStageUnit{Universe: 40_000, Units: slices.Repeat(good, 20_000)},
			ThreeStageUnit{Universe: 40_000, Units: slices.Repeat(good, 20_000)}), ErrUnits, ""},
		"three: items too few":    {three(3, 25, primary, primary), ErrUniverse, ""},
		"three: items contradict": {three(2, 27, whole, whole), ErrUniverse, "all units"},
	} {
		if !errors.Is(c.err, c.want) || !strings.Contains(c.err.Error(), c.text) {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	bad := Options{Levels: decs("1")}
	_, err := TwoStage{Universe: 3, Units: good, Options: bad}.Appraise()
	_, err2 := ThreeStage{Universe: 3, Units: []ThreeStageUnit{primary, primary}, Options: bad}.Appraise()
	_, err3 := Stratified{Strata: []Stratum{Stratum(good[0])}, Options: bad}.Appraise()
	for _, err := range []error{err, err2, err3} {
		if !errors.Is(err, appraisal.ErrLevel) {
			t.Error(err)
		}
	}
}

func TestStagesWarnings(t *testing.T) {
	many := slices.Repeat([]SampledUnit{unit(9, 3, 1)}, 251)
	primary := slices.Repeat([]ThreeStageUnit{{Universe: 1, Units: many[:1]}}, 51)
	strata := slices.Repeat([]Stratum{Stratum(many[0])}, 126)
	all := []SampledUnit{unit(4, 2, 2), unit(9, 3, 3)}
	for name, c := range map[string]struct {
		warnings []appraisal.Warning
		want     []string
	}{
		"many units": {must[TwoStage, TwoStageResult](t, TwoStage{Universe: 300, Units: many}).Warnings,
			[]string{"units_limit"}},
		"many strata": {must[Stratified, StratifiedResult](t, Stratified{Strata: strata}).Warnings,
			[]string{"strata_limit"}},
		"many primary": {must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 300, Units: primary}).Warnings,
			[]string{"units_limit"}},
		"all of them marked": {must[TwoStage, TwoStageResult](t, TwoStage{Universe: 3, Units: all}).Warnings,
			[]string{"no_variation"}},
		"single stratum item": {must[Stratified, StratifiedResult](t,
			Stratified{Strata: []Stratum{Stratum(unit(3, 1, 1))}, ZeroVarianceForSingle: true}).Warnings,
			[]string{"single_item", "no_variation"}},
		"singles": {must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 3, ZeroVarianceForSingle: true,
			Units: []ThreeStageUnit{{Universe: 4, Units: []SampledUnit{unit(2, 1,
				1)}}}}).Warnings, []string{"single_unit", "single_item"}},
		"single secondary units": {must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 3,
			Units: []ThreeStageUnit{{Universe: 4, Units: many[:1]},
				{Universe: 4, Units: all}}}).Warnings, []string{"single_unit"}},
	} {
		if got := codes(c.warnings); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestSingleResponse: a stratum with one item that has the characteristic, or one that does not, has the right
// precision: with p = 1/100 or 99/100, v = 900/1000 * p(1-p)/99 = 0.9*0.0099/99 = 0.00009; none or all have none.
func TestSingleResponse(t *testing.T) {
	r := must[Stratified, StratifiedResult](t, Stratified{Strata: []Stratum{
		Stratum(unit(1000, 100, 1)), Stratum(unit(1000, 100, 99)), Stratum(unit(1000, 100, 0)), Stratum(unit(1000, 100,
			100))}})
	for i, want := range []string{"0.00948683298050513800", "0.00948683298050513800", "0",
		"0"} { // sqrt(0.00009) = 0.0094868329805051379960
		s := r.Strata[i].Proportion
		if got := exact.RoundPlaces(exact.Rat(s.StandardError), 20); !got.Equal(decimaltest.Dec(want)) {
			t.Errorf("stratum %d: %s, want %s", i+1, got, want)
		}
	}
	p := printedBy(t, r.WriteText)
	p.Next("AT 80% CL")
	p.Next("===")
	for i, want := range []string{"1.216%", "1.216%", "0.000%", "0.000%"} { // 1.2816 * 0.9487 %
		if f := p.Row(); f[1] != want {
			t.Errorf("stratum %d: precision %s, want %s", i+1, f[1], want)
		}
	}
	decimaltest.RoundTrip(t, r)
	decimaltest.RoundTrip(t, r.Strata[0])
}

// ends checks that words end at columns of a line, with a blank before them, and that nothing follows the last.
func ends(t *testing.T, line string, places map[int]string) {
	t.Helper()
	last := 0
	for end, word := range places {
		last = max(last, end)
		start := end - len(word)
		if len(line) < end || line[start:end] != word || start > 0 && line[start-1] != ' ' {
			t.Errorf("%q does not end at column %d of %q", word, end, line)
		}
	}
	if len(line) != last {
		t.Errorf("%q is longer than %d columns", line, last)
	}
}

// TestStratifiedColumns: the columns of User's Guide 3-18, measured on the page; levels beyond three follow below.
func TestStratifiedColumns(t *testing.T) {
	d := Stratified{Strata: []Stratum{Stratum(unit(1000, 100, 2)),
		{Name: "Outpatient", Universe: 1500, Sample: Sample{100, 6}}},
		Options: Options{Levels: decs("0.8", "0.9", "0.95", "0.99")}}
	p := printedBy(t, must[Stratified, StratifiedResult](t, d).WriteText)
	for i, want := range map[int]map[int]string{
		6: {62: "PROJ. ITEMS"}, 7: {7: "STRATUM", 17: "SAMPLE", 27: "*ITEMS**", 37: "**RATIO*", 49: "*UNIVERSE*",
			62: "IN UNIVERSE"},
		8:  {7: "=======", 17: "======", 27: "========", 37: "========", 49: "==========", 62: "==========="},
		10: {7: "1", 17: "100", 27: "2", 37: "2.000%", 49: "1,000", 62: "20"}, 11: {7: "2", 17: "100", 27: "6",
			37: "6.000%", 49: "1,500", 62: "90"},
		13: {8: "COMBINED", 17: "200", 27: "8", 37: "4.400%", 49: "2,500", 62: "110"}, 15: {15: "STANDARD ERROR:",
			37: "1.483%", 49: "37"},
		17: {7: "2", 21: "Outpatient"}, 20: {36: "PRECISION", 50: "PRECISION", 63: "PRECISION"},
		21: {7: "STRATUM", 36: "AT 80% CL", 50: "AT 90% CL", 63: "AT 95% CL"}, 22: {7: "=======", 36: "=========",
			50: "=========", 63: "========="},
		23: {7: "1", 36: "1.711%", 50: "2.196%", 63: "2.616%"}, 26: {8: "COMBINED", 36: "1.901%", 50: "2.439%",
			63: "2.907%"},
		28: {22: "LOWER LIMIT - QUANTITY", 35: "62", 49: "49", 62: "37"}, 29: {22: "PERCENT", 36: "2.499%", 50: "1.961%",
			63: "1.493%"},
		30: {22: "UPPER LIMIT - QUANTITY", 35: "158", 49: "171", 62: "183"}, 31: {22: "PERCENT", 36: "6.301%",
			50: "6.839%", 63: "7.307%"},
		35: {7: "STRATUM", 36: "AT 99% CL"},
	} {
		ends(t, p.Lines[i], want)
	}
	if !strings.Contains(p.Lines[2], "STRATIFIED ATTRIBUTE APPRAISAL") ||
		!strings.Contains(p.Lines[4], "DATA FILE: DATA.TXT") {
		t.Errorf("%q", p.Lines[:5])
	}
}

// TestTwoStageColumns: User's Guide 3-27, Companion Manual 2-13.
func TestTwoStageColumns(t *testing.T) {
	d := TwoStage{Universe: 90, SecondaryUniverse: 4500, Units: []SampledUnit{unit(50, 10, 4),
		{Name: "Maine", Universe: 1045, Sample: Sample{9, 0}}}}
	p := printedBy(t, must[TwoStage, TwoStageResult](t, d).WriteText)
	for i, want := range map[int]map[int]string{
		6: {7: "PRIMARY", 55: "SAMPLE ITEMS WITH"}, 7: {5: "UNIT", 21: "UNIVERSE", 36: "SAMPLE SIZE",
			55: "CHARACTERISTIC(S)", 62: "RATIO", 77: "PROJECTED"},
		8:  {7: "=======", 23: "============", 36: "===========", 55: "=================", 62: "=====", 77: "========="},
		10: {4: "1", 23: "50", 36: "10", 51: "4", 62: "40.00%", 77: "20"}, 11: {4: "2", 23: "1,045", 36: "9", 51: "0",
			62: "0.00%", 77: "0"},
		13: {6: "TOTALS", 23: "1,095", 36: "19", 51: "4"}, 15: {4: "2", 16: "Maine"}, 17: {14: "OVERALL TOTALS"},
		18: {4: "90", 23: "4,500", 62: "20.00%", 77: "900"}, // 45 * 20
		22: {16: "CONFIDENCE LEVEL", 41: "80 PERCENT", 59: "90 PERCENT", 77: "95 PERCENT"},
	} {
		ends(t, p.Lines[i], want)
	}
	d.SecondaryUniverse = 0
	d.Levels = decs("0.9", "0.8", "0.95", "0.99")
	p = printedBy(t, must[TwoStage, TwoStageResult](t, d).WriteText)
	ends(t, p.Lines[7], map[int]string{5: "UNIT", 21: "UNIVERSE", 36: "SAMPLE SIZE", 55: "CHARACTERISTIC(S)", 62: "RATIO"})
	ends(t, p.Lines[10], map[int]string{4: "1", 23: "50", 36: "10", 51: "4", 62: "40.00%"})
	ends(t, p.Lines[17], map[int]string{35: "TOTAL PRIMARY UNITS IN THE UNIVERSE", 58: "90"})
	ends(t, p.Lines[19], map[int]string{13: "OVERALL RATIO", 62: "1.83%"}) // 20/1095
	p.Next("99 PERCENT")
	text := strings.Join(p.Lines, "\n")
	if strings.Contains(text, "TOTAL PRIMARY UNITS") && strings.Contains(text, "LIMIT FOR TOTAL") {
		t.Error("limits of a total that is not printed")
	}
}

// TestThreeStageColumns: User's Guide 3-36, 3-37.
func TestThreeStageColumns(t *testing.T) {
	units := []SampledUnit{{Name: "HOSPITAL 1", Universe: 47, Sample: Sample{9, 3}}, unit(1051, 10, 2)}
	d := ThreeStage{Universe: 12, ThirdUniverse: 72500, Units: []ThreeStageUnit{{Name: "REGION   7", Universe: 90,
		Units: units}, {Universe: 5, Units: units}}}
	p := printedBy(t, must[ThreeStage, ThreeStageResult](t, d).WriteText)
	for i, want := range map[int]map[int]string{
		6: {11: "FIRST STAGE", 42: "NEXT STAGE", 65: "MEETING"}, 7: {14: "SECOND STAGE", 41: "UNIVERSE", 55: "SAMPLE SIZE",
			65: "CRITERIA", 74: "RATIO"},
		8: {28: strings.Repeat("=", 28), 42: "============", 55: "===========", 65: "========", 75: "======="},
		9: {10: "REGION   7", 42: "90", 55: "2"}, 10: {13: "HOSPITAL 1", 42: "47", 55: "9", 65: "3", 75: "33.33%"},
		11: {9: "UNIT 2", 42: "1,051", 55: "10", 65: "2", 75: "20.00%"}, 13: {12: "TOTALS", 42: "1,098", 55: "19",
			65: "5"}, 15: {6: "UNIT 2", 42: "5", 55: "2"},
		22: {45: "TOTAL NUMBER OF THIRD STAGE UNITS IN UNIVERSE", 57: "72,500"}, 24: {14: "OVERALL TOTALS", 58: "UNIVERSE",
			70: "SAMPLED"},
		25: {14: "======= ======", 58: "========", 70: "======="}, 26: {14: "FIRST STAGE", 57: "12",
			70: "2"}, 27: {14: "SECOND STAGE", 59: "95{}", 70: "4"},
		28: {14: "THIRD STAGE", 59: "2,196{}", 70: "38"}, 29: {33: "SAMPLED ITEMS MEETING CRITERIA", 70: "10"},
		39: {16: "CONFIDENCE LEVEL", 41: "80 PERCENT", 59: "90 PERCENT", 77: "95 PERCENT"},
	} {
		ends(t, p.Lines[i], want)
	}
	decimaltest.RoundTrip(t, d)
	decimaltest.RoundTrip(t, must[ThreeStage, ThreeStageResult](t, d))
	decimaltest.RoundTrip(t, d.Units[0])
	decimaltest.RoundTrip(t, must[ThreeStage, ThreeStageResult](t, d).Units[0])
	decimaltest.RoundTrip(t, Stratified{Strata: []Stratum{Stratum(units[0])}, Options: Options{Levels: decs("0.9")}})
	decimaltest.RoundTrip(t, Stratum(units[0]))
	decimaltest.RoundTrip(t, units[0])
}
