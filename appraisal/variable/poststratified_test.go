package variable

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

func postOf(universe int64, values ...string) Stratum {
	return Stratum{Universe: universe, Sample: Sample{Difference: decs(values...)}}
}

func TestPostStratifiedRefuses(t *testing.T) {
	for what, c := range map[string]struct {
		design PostStratified
		want   error
	}{
		"no strata":   {PostStratified{}, ErrStrata},
		"empty":       {PostStratified{Strata: []Stratum{postOf(5, "1", "2"), {Universe: 5}}}, ErrSample},
		"one of more": {PostStratified{Strata: []Stratum{postOf(5, "1", "2"), postOf(5, "1")}}, ErrSingle},
		"universe":    {PostStratified{Strata: []Stratum{postOf(1, "1", "2")}}, ErrUniverse},
		"negative":    {PostStratified{Strata: []Stratum{postOf(-1, "1", "2")}}, ErrUniverse},
		"universes":   {PostStratified{Strata: []Stratum{postOf(MaxUniverse, "1", "2"), postOf(2, "1", "2")}}, ErrUniverse},
		"kinds": {PostStratified{Strata: []Stratum{postOf(5, "1", "2"), {Universe: 5,
			Sample: Sample{Examined: decs("1", "2")}}}}, ErrSample},
		"value": {PostStratified{Strata: []Stratum{{Universe: 5,
			Sample: Sample{Audited: []decimal.Decimal{decimal.New(1, 99), dec("1")}}}}}, ErrSample},
		"level": {PostStratified{Strata: []Stratum{postOf(5, "1", "2")},
			Options: Options{OneSidedLevels: decs("0.4")}}, appraisal.ErrLevel},
		"names it (2)": {PostStratified{Strata: []Stratum{postOf(5, "1", "2"), {Name: "East", Universe: 1,
			Sample: Sample{Difference: decs("1", "2")}}}}, ErrUniverse},
	} {
		if r, err := c.design.Appraise(); !errors.Is(err, c.want) || r.Strata != nil {
			t.Errorf("%s: %v", what, err)
		} else if strings.HasPrefix(what, "names") && !strings.Contains(err.Error(), "stratum 2 (East)") {
			t.Error(err)
		}
	}
}

func TestPostStratifiedWarnings(t *testing.T) {
	d := PostStratified{ZeroVarianceForSingle: true, Strata: []Stratum{postOf(9, "4"), postOf(2, "1", "2"),
		postOf(30, "5", "5", "5"), {Universe: 40}}}
	for i := range int64(20) {
		d.Strata[3].Difference = append(d.Strata[3].Difference, decimal.NewFromInt(i))
	}
	r := must(t, d)
	want := "few_items few_nonzero single_item few_items few_nonzero complete_stratum few_items few_nonzero no_variation small_sample"
	if got := codesOf(r.Warnings); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if !r.Strata[0].StandardError.IsZero() || !r.Strata[1].StandardError.IsZero() ||
		!r.StandardError.Equal(r.Strata[3].StandardError) {
		t.Errorf("%+v", r.Estimate)
	}
	roundTrip(t, d)
	roundTrip(t, r)
	var enough PostStratified
	for range 5 {
		enough.Strata = append(enough.Strata, Stratum{Universe: 40, Sample: d.Strata[3].Sample})
	}
	if got := codesOf(must(t, enough).Warnings); got != "" {
		t.Error(got)
	}
}

// TestPostStratifiedKinds: every kind of value is appraised, and printed under its name.
func TestPostStratifiedKinds(t *testing.T) {
	d := PostStratified{Strata: []Stratum{
		{Name: "Inpatient", Universe: 10, Sample: Sample{Examined: decs("10", "20", "33"), Audited: decs("10", "15", "30")}},
		{Universe: 20, Sample: Sample{Examined: decs("1", "2"), Audited: decs("1", "0")}},
	}}
	r := must(t, d)
	roundTrip(t, r)
	var kinds []Kind
	for _, s := range r.Sections() {
		kinds = append(kinds, s.Kind)
	}
	if fmt.Sprint(kinds) != "[examined audited difference]" {
		t.Error(kinds)
	}
	paid := r.ExaminedSection.PointEstimate.Sub(r.AuditedSection.PointEstimate)
	if exact.String(r.PointEstimate) != "46.666666666666666667" ||
		paid.Sub(r.PointEstimate).Abs().Cmp(dec("1e-15")) > 0 { // 10*8/3 + 20*2/2
		t.Errorf("%s, %s", r.PointEstimate, paid)
	}
	var page bytes.Buffer
	if err := r.WriteText(&page, Heading{}); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"-E X A M I N E D-", "-A U D I T E D-", "-D I F F E R E N C E-",
		"           Inpatient\nStratum 1  SAMPLE SIZE / UNIVERSE SIZE"} {
		if !strings.Contains(page.String(), line) {
			t.Errorf("no %q in\n%s", line, page.String())
		}
	}
}

func TestReadPostStratified(t *testing.T) {
	file := DataFile{Format: FormatExaminedAudited}
	d, err := ReadPostStratified(strings.NewReader("1 1,373 2\n2\t1146\t1\n"),
		strings.NewReader("7 $1,000 900\n8 5 5\n9 -1 0\n"), file)
	if err != nil || len(d.Strata) != 2 || d.Strata[0].Universe != 1373 || len(d.Strata[0].Audited) != 2 ||
		d.Strata[1].Examined[0].String() != "-1" ||
		d.Strata[1].Name != "" {
		t.Errorf("%+v, %v", d, err)
	}
	var rows RowErrors
	for _, c := range []struct {
		universe, data string
		file           DataFile
		want           error
	}{
		{"1 5 2\n", "1 2 3\n", file, ErrSample}, {"1 5 1\n", "1 2 3\n2 3 4\n", file, ErrSample}, {"", "1 2 3\n", file,
			ErrStrata},
		{"1 5 1\n", "", file, ErrSample}, {"1 5 1\n", "1 2 3\n", DataFile{}, ErrFormat}, {"\xff\n", "1 2 3\n", file,
			ErrEncoding},
	} {
		if _, err := ReadPostStratified(strings.NewReader(c.universe), strings.NewReader(c.data),
			c.file); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
	for _, c := range [][2]string{{"1 5.5 1\n", "1 2 3\n"}, {"1 5\nx\n", "1 2 3\n"}, {"1 5 1\n", "1 2 x\n"}} {
		if _, err := ReadPostStratified(strings.NewReader(c[0]), strings.NewReader(c[1]), file); !errors.As(err, &rows) {
			t.Errorf("%q: %v", c, err)
		}
	}
}

func TestUnknownUniverseRefuses(t *testing.T) {
	typed := func(n int64, mean, deviation string) Measured {
		return Measured{SampleSize: n, Mean: dec(mean), StandardDeviation: dec(deviation)}
	}
	counts, amounts := typed(70, "10.33", "2.75"), typed(55, "15.65", "5.45")
	var none appraisal.Sums
	for what, c := range map[string]struct {
		design UnknownUniverse
		want   error
	}{
		"nothing":        {UnknownUniverse{}, ErrSample},
		"no amounts":     {UnknownUniverse{Universe: 575, Counts: counts}, ErrSample},
		"no frame":       {UnknownUniverse{Counts: counts, Amounts: amounts}, ErrUniverse},
		"frame":          {UnknownUniverse{Universe: 69, Counts: counts, Amounts: amounts}, ErrUniverse},
		"negative frame": {UnknownUniverse{Universe: -575, Counts: counts, Amounts: amounts}, ErrUniverse},
		"more than there is": {UnknownUniverse{Universe: 575, Counts: typed(70, "0.09", "1"), Amounts: amounts},
			ErrUniverse}, // 51.75 items
		"none there":      {UnknownUniverse{Universe: 575, Counts: typed(70, "0", "0"), Amounts: amounts}, ErrUniverse},
		"negative number": {UnknownUniverse{Universe: 575, Counts: typed(70, "-3", "1"), Amounts: amounts}, ErrUniverse},
		"negative size":   {UnknownUniverse{Universe: 575, Counts: typed(-70, "3", "1"), Amounts: amounts}, ErrSample},
		"no size":         {UnknownUniverse{Universe: 575, Counts: typed(0, "3", "1"), Amounts: amounts}, ErrSample},
		"large size": {UnknownUniverse{Universe: MaxUniverse, Counts: typed(MaxUniverse, "3", "1"),
			Amounts: amounts}, ErrSample},
		"deviation": {UnknownUniverse{Universe: 575, Counts: counts, Amounts: typed(55, "1", "-5.45")}, ErrEntry},
		"mean": {UnknownUniverse{Universe: 575, Counts: counts, Amounts: Measured{SampleSize: 5,
			Mean: decimal.New(1, 1<<30)}}, ErrEntry},
		"digits": {UnknownUniverse{Universe: 575, Counts: counts, Amounts: Measured{SampleSize: 5,
			StandardDeviation: decimal.New(1, -99)}}, ErrEntry},
		"single deviation": {UnknownUniverse{Universe: 575, Counts: typed(1, "3", "1"), Amounts: amounts}, ErrEntry},
		"single count":     {UnknownUniverse{Universe: 575, Counts: typed(1, "3", "0"), Amounts: amounts}, ErrSingle},
		"single amount":    {UnknownUniverse{Universe: 575, Counts: counts, Amounts: typed(1, "3", "0")}, ErrSingle},
		"two forms": {UnknownUniverse{Universe: 575, Counts: counts, Amounts: Measured{SampleSize: 5,
			Values: decs("1")}}, ErrSample},
		"two other forms": {UnknownUniverse{Universe: 575, Counts: counts, Amounts: Measured{Values: decs("1"),
			Sums: &none}}, ErrSample},
		"no sums":   {UnknownUniverse{Universe: 575, Counts: counts, Amounts: Measured{Sums: &none}}, ErrSample},
		"no values": {UnknownUniverse{Universe: 575, Counts: counts, Amounts: Measured{Values: decs()}}, ErrSample},
		"value": {UnknownUniverse{Universe: 575, Counts: counts,
			Amounts: Measured{Values: []decimal.Decimal{decimal.New(1, 99)}}}, ErrSample},
		"negative count": {UnknownUniverse{Universe: 575, Counts: Measured{Values: decs("300", "-1")},
			Amounts: amounts}, ErrSample},
		"no variance": {UnknownUniverse{Universe: 575, Counts: typed(70, "1", "275"),
			Amounts: typed(55, "0.01", "500")}, appraisal.ErrVariance},
		"level": {UnknownUniverse{Universe: 575, Counts: counts, Amounts: amounts,
			Options: Options{Levels: decs("2")}}, appraisal.ErrLevel},
	} {
		if r, err := c.design.Appraise(); !errors.Is(err, c.want) || r.Intervals != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestUnknownUniverseWarnings(t *testing.T) {
	u := UnknownUniverse{Universe: 5, ZeroVarianceForSingle: true, Counts: Measured{Values: decs("3")},
		Amounts: Measured{Values: decs("-7", "-7")}}
	r := must(t, u)
	if got := codesOf(r.Warnings); got != "single_item no_variation" || exact.String(r.PointEstimate) != "-105" ||
		!r.StandardError.IsZero() {
		t.Errorf("%s: %+v", got, r)
	}
	roundTrip(t, u)
	roundTrip(t, r)
	u.Universe = 1 // the only unit, and all of its items
	u.Amounts = Measured{Values: decs("1", "2", "4")}
	r = must(t, u)
	if got := codesOf(r.Warnings); got != "" || exact.String(r.PointEstimate) != "7" || !r.StandardError.IsZero() ||
		!r.MeanStandardError.IsZero() {
		t.Errorf("%s: %+v", got, r)
	}
	sums := sumsOf(t, decs("1", "2.5"))
	roundTrip(t, UnknownUniverse{Universe: 5, Counts: Measured{Sums: sums}, Amounts: Measured{SampleSize: 2,
		Mean: dec("1.5"), StandardDeviation: dec("2")}})
}
