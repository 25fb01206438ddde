package attribute

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/sampling"
)

func rhcUnit(subUnits int64, size, groupSize string, inGroup, sampleSize, count int64) RHCUnit {
	return RHCUnit{sampling.RHCRow{SubUnits: subUnits, Size: decimaltest.Dec(size), GroupSize: decimaltest.Dec(groupSize),
		UnitsInGroup: inGroup},
		Sample{sampleSize, count}}
}

func mustRHCTwoStage(t interface{ Fatal(...any) }, d RHCTwoStage) RHCTwoStageResult {
	r, err := d.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func mustRHCThreeStage(t interface{ Fatal(...any) }, d RHCThreeStage) RHCThreeStageResult {
	r, err := d.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Two groups of two units: sizes 1 of 4 and 3 of 6. Of four items two are sampled and one has the characteristic: 2 of
// them, variance 4*2/2*(1/2) = 2; of two both are sampled and both have it. T = 4*2 + 2*2 = 12, within 4*2 = 8. N = 4,
// sum N_i^2 = 8: c = 1/2, and X = 10: between 1/2*0.4*(20-12)^2 = 12.8 and 1/2*0.6*(20/3-12)^2 = 128/15. v = 8 + 64/3 =
// 88/3.
func TestRHCTwoStageByHand(t *testing.T) {
	d := RHCTwoStage{Units: []RHCUnit{rhcUnit(4, "1", "4", 2, 2, 1), rhcUnit(2, "3", "6", 2, 2, 2)}, SecondaryUniverse: 48}
	r := mustRHCTwoStage(t, d)
	for what, c := range map[string][2]string{
		"quantity": {exact.String(r.PointEstimate), "12"}, "within": {exact.String(r.WithinVariance), "8"},
		"between":               {exact.String(r.BetweenVariance), "21.333333333333333333"},
		"between of the second": {exact.String(r.Units[1].BetweenVariance), "8.5333333333333333333"},
		"variance":              {exact.String(r.Variance), "29.333333333333333333"},
		"proportion":            {exact.String(r.Proportion.PointEstimate), "0.25"},
		"count":                 {fmt.Sprint(r.Count, r.Stages[1].SampleSize, r.Stages[1].Universe, r.Stages[0].Universe), "3 4 6 4"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s %s, want %s", what, c[0], c[1])
		}
	}
	if d.SecondaryUniverse = 0; mustRHCTwoStage(t, d).Proportion != nil {
		t.Error("a proportion of unknown items")
	}
	decimaltest.RoundTrip(t, d)
	decimaltest.RoundTrip(t, r)
	decimaltest.RoundTrip(t, r.Units[0])
	decimaltest.RoundTrip(t, d.Units[0])
}

func TestRHCErrors(t *testing.T) {
	good := func() []RHCUnit { return []RHCUnit{rhcUnit(4, "1", "4", 2, 2, 1), rhcUnit(2, "3", "6", 2, 2, 2)} }
	huge := decimal.New(1, 2_000_000_000)
	for name, c := range map[string]struct {
		change func(u []RHCUnit) []RHCUnit
		want   error
		text   string
	}{
		"no units":              {func([]RHCUnit) []RHCUnit { return nil }, ErrUnits, "0 of them"},
		"too many units":        {func(u []RHCUnit) []RHCUnit { return slices.Repeat(u, 2001) }, ErrUnits, "4002"},
		"no items":              {func(u []RHCUnit) []RHCUnit { u[1].SampleSize = 0; return u }, ErrSample, "primary unit 2"},
		"more than sampled":     {func(u []RHCUnit) []RHCUnit { u[1].Count = 3; return u }, ErrSample, "3 of 2"},
		"a negative count":      {func(u []RHCUnit) []RHCUnit { u[1].Count = -1; return u }, ErrSample, "-1 of 2"},
		"one of four":           {func(u []RHCUnit) []RHCUnit { u[0].Sample = Sample{1, 1}; return u }, ErrSingle, "primary unit 1"},
		"one group":             {func(u []RHCUnit) []RHCUnit { return u[:1] }, ErrSingle, "1 drawn of 2"},
		"fewer items":           {func(u []RHCUnit) []RHCUnit { u[0].SubUnits = 1; return u }, ErrUniverse, "1 item,"},
		"no sub-units":          {func(u []RHCUnit) []RHCUnit { u[0].SubUnits = 0; return u }, ErrUniverse, "0 is not"},
		"too many in all":       {func(u []RHCUnit) []RHCUnit { u[0].SubUnits = MaxUniverse; return u }, ErrGroups, "items"},
		"size of zero":          {func(u []RHCUnit) []RHCUnit { u[0].Size = decimal.Decimal{}; return u }, ErrGroups, "size 0 is not above"},
		"wild size":             {func(u []RHCUnit) []RHCUnit { u[0].Size = huge; return u }, ErrGroups, "digits"},
		"larger than its group": {func(u []RHCUnit) []RHCUnit { u[1].Size = decimal.New(7, 0); return u }, ErrGroups, "below the size"},
		"no units in group":     {func(u []RHCUnit) []RHCUnit { u[1].UnitsInGroup = 0; return u }, ErrGroups, "0 is not"},
	} {
		_, err := RHCTwoStage{Units: c.change(good())}.Appraise()
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.text) {
			t.Errorf("%s: %v, want …%s…", name, err, c.text)
		}
	}
	for _, items := range []int64{5, -1, MaxUniverse + 1} {
		if _, err := (RHCTwoStage{Units: good(), SecondaryUniverse: items}).Appraise(); !errors.Is(err, ErrUniverse) {
			t.Errorf("%d items: %v", items, err)
		}
	}
	if _, err := (RHCTwoStage{Units: good(), Options: Options{Levels: decs("1")}}).Appraise(); !errors.Is(err, appraisal.ErrLevel) {
		t.Errorf("%v", err)
	}
	p := RHCPrimaryUnit{rhcUnit(5, "7", "9", 2, 0, 0).RHCRow, good()}
	for _, c := range []struct {
		d    RHCThreeStage
		want error
	}{
		{RHCThreeStage{}, ErrUnits}, {RHCThreeStage{Units: []RHCPrimaryUnit{p, p}}, ErrGroups}, // 5 secondary units, 4 in groups
		{RHCThreeStage{Units: []RHCPrimaryUnit{{p.RHCRow, []RHCUnit{{p.RHCRow, Sample{9, 1}}}}}}, ErrUniverse},
	} {
		if _, err := c.d.Appraise(); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c.d, err)
		}
	}
}

// TestRHCWarnings: single items and units, and more units than RAT-STATS takes.
func TestRHCWarnings(t *testing.T) {
	codes := func(list []appraisal.Warning) string {
		var s []string
		for _, w := range list {
			s = append(s, w.Code)
		}
		return strings.Join(s, " ")
	}
	one := RHCTwoStage{ZeroVarianceForSingle: true, Units: []RHCUnit{rhcUnit(4, "1", "4", 2, 1, 1)}}
	r := mustRHCTwoStage(t, one)
	if codes(r.Warnings) != "single_unit single_item" || !r.StandardError.IsZero() {
		t.Errorf("%v", r.Warnings)
	}
	// RAT-STATS takes 3,000 primary units in two stages and 50 in three (User's Guide A-2).
	many := RHCTwoStage{Units: slices.Repeat([]RHCUnit{rhcUnit(4, "1", "4", 2, 2, 1)}, 3001)}
	if got := codes(mustRHCTwoStage(t, many).Warnings); got != "units_limit" {
		t.Error(got)
	}
	many.Units = many.Units[:3000]
	if got := codes(mustRHCTwoStage(t, many).Warnings); got != "" {
		t.Error(got)
	}
	p := RHCPrimaryUnit{rhcUnit(6, "12", "400", 3, 0, 0).RHCRow, many.Units[:3]}
	three := RHCThreeStage{Units: slices.Repeat([]RHCPrimaryUnit{p}, 51)}
	if got := codes(mustRHCThreeStage(t, three).Warnings); got != "units_limit" {
		t.Error(got)
	}
	three.Units = three.Units[:2]
	three.Units[1].Size = decimal.New(300, 0)
	if got := codes(mustRHCThreeStage(t, three).Warnings); got != "group_sizes" {
		t.Error(got)
	}
	decimaltest.RoundTrip(t, three)
	decimaltest.RoundTrip(t, mustRHCThreeStage(t, three))
	decimaltest.RoundTrip(t, mustRHCThreeStage(t, three).Units[0])
}

// TestRHCSizesOfGroups: in the Companion Manual's example the sizes of three regions are not the sums of their groups.
// With these sums in the place of the sizes the variances between universities would be 60,448, 47,095 and 50,414, a hand
// computation in rationals.
func TestRHCSizesOfGroups(t *testing.T) {
	var files [2][]byte
	for i, name := range []string{"attribute_pusurhc3_cm.txt", "attribute_rhc3data_cm.txt"} {
		var err error
		if files[i], err = goldentest.File(name); err != nil {
			t.Fatal(err)
		}
	}
	d, err := ReadRHCThreeStage(bytes.NewReader(files[0]), bytes.NewReader(files[1]))
	if err != nil {
		t.Fatal(err)
	}
	before := mustRHCThreeStage(t, d)
	d.SizesOfGroups = true
	after := mustRHCThreeStage(t, d)
	if len(before.Warnings) != 3 || len(after.Warnings) != 0 || !before.PointEstimate.Equal(after.PointEstimate) {
		t.Errorf("%v, %v", before.Warnings, after.Warnings)
	}
	for i, want := range map[int]string{0: "60,448", 1: "47,095", 2: "68,169", 3: "50,414"} {
		if got := rhcWhole(after.Units[i].BetweenVariance); got != want {
			t.Errorf("region %d: %s, want %s", i+1, got, want)
		}
	}
}

func TestReadRHCTwoStage(t *testing.T) {
	d, err := ReadRHCTwoStage(strings.NewReader("PRIMARY #1,1500,20100.5 95500\t6\n\nB 2 3 4 20 3\n"), strings.NewReader("7483 200 42\nx,2,2\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(d.Units); got != "[PRIMARY #1 1500 20100.5 95500 6 B 2 3 4 20 3]" || d.Units[0].Sample != (Sample{200, 42}) {
		t.Errorf("%s, %+v", got, d.Units[0].Sample)
	}
	good := "A 5 1 4 2\nB 5 2 4 2\n"
	for name, c := range map[string]struct {
		units, data string
		want        error
		text        string
	}{
		"no units":      {"", "", ErrUnits, "holds none"},
		"too few lines": {good, "1 2 1\n", ErrSample, "1 lines, the unit file 2"},
		"too many":      {good, "1 2 1\n2 2 1\n3 2 1\n", ErrSample, "3 lines"},
		"encoding":      {"A \x00", "", textfile.ErrEncoding, "unit file"},
		"data encoding": {good, "\xFF\xFE1", textfile.ErrEncoding, "data file"},
		"long line":     {good, strings.Repeat("1", 1<<20+1), textfile.ErrLine, "data file"},
		"wrong units":   {"A 5 1 4\nB 5 0 4 2\n", "", nil, "line 1"},
		"wrong sizes":   {"A 5 9 4 2\nB 5 0 4 2\n", "", nil, "2 wrong rows"},
		"19x5":          {good, "1 19x5 1\n2 2 1\n", nil, "19x5"},
		"thousands":     {good, "1 1,250 8\n2 2 1\n", nil, `"1,250" could be one number or two`},
		// What stands before the numbers of the first line is no key.
		"wrong rows": {good, "1 1 250 8\n2 0 0\n3 2 3\n4 2 -1\n5 2.5 1\n1 6 2\n", nil, "6 wrong rows"},
		"above unit": {good, "1 6 2\n2 2 2\n", nil, "above the 5 items"},
	} {
		_, err := ReadRHCTwoStage(strings.NewReader(c.units), strings.NewReader(c.data))
		if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReadRHCThreeStageKeys: the keys of the data file are texts, of which 1.10 is not 1.1.
func TestReadRHCThreeStageKeys(t *testing.T) {
	units, data := "North 11 11 20 2 11\n", ""
	for j := 1; j <= 11; j++ {
		units += fmt.Sprintf("U %d 9 1 1 1\n", j)
		data += fmt.Sprintf("1.%d 2 1\n", j)
	}
	read := func(data string) error {
		d, err := ReadRHCThreeStage(strings.NewReader(units), strings.NewReader(data))
		if err == nil && (len(d.Units) != 1 || len(d.Units[0].Units) != 11 || d.Units[0].Units[9].Name != "U 10") {
			t.Errorf("%+v", d)
		}
		return err
	}
	for name, c := range map[string]struct {
		data string
		ok   bool
	}{
		"as they are":                  {data, true},
		"one that became a number":     {strings.Replace(data, "1.10 ", "1.1 ", 1), true},
		"line numbers":                 {strings.ReplaceAll(data, "1.", ""), true},
		"exchanged":                    {strings.Replace(strings.Replace(data, "1.2 ", "x ", 1), "1.3 ", "1.2 ", 1), false},
		"of another primary unit":      {strings.Replace(data, "1.4 ", "2.4 ", 1), false},
		"the first in the second line": {strings.Replace(data, "1.2 ", "1.1 ", 1), false},
	} {
		if err := read(c.data); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ReadRHCThreeStage(strings.NewReader("North 2 2 20 2 2\nU 9 1 1 1\n"), strings.NewReader("")); err == nil ||
		!strings.Contains(err.Error(), "so many lines have to follow, and there are 1") {
		t.Errorf("%v", err)
	}
	if _, err := ReadRHCThreeStage(strings.NewReader(""), strings.NewReader("")); !errors.Is(err, ErrUnits) {
		t.Errorf("%v", err)
	}
}

// TestRHCLayout holds lines of the printouts against the columns of the User's Guide's pages 3-47 and 3-60 to 3-62.
func TestRHCLayout(t *testing.T) {
	stands := func(line, text string, end int) {
		t.Helper()
		if i := strings.Index(line, text) + len(text); i != end {
			t.Errorf("%q ends at column %d of %q, not %d", text, i, line, end)
		}
	}
	two := RHCTwoStage{UnitFile: "U.TXT", SecondaryUniverse: 60, Options: Options{Levels: decs("0.8", "0.9", "0.95", "0.99")},
		Units: []RHCUnit{rhcUnit(4, "1", "4", 2, 2, 1), rhcUnit(2, "3", "6", 2, 2, 2)}}
	var out bytes.Buffer
	if err := mustRHCTwoStage(t, two).WriteText(&out, Heading{Audit: "Clinic", File: "A.TXT"}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	stands(lines[2], "TWO STAGE RHC ATTRIBUTE APPRAISAL", 55)
	stands(lines[5], "NAME OF DATA FILE: A.TXT", 51)
	stands(lines[6], "NAME OF PRIMARY UNIT FILE: U.TXT", 55)
	stands(lines[8], "== ATTRIBUTE ==", 45)
	stands(lines[11], "1          2               1", 44)
	all := out.String()
	for _, want := range []string{
		"\n     1        2             .50              4     4.000           8.00\n",
		"\nTOTALS:       4                              6                    12.00\n",
		"\n   ====            ========              ========              ========\n",
		"\nPROJECTED QUANTITY IN UNIVERSE:                                      12\n",
		"\nPROJECTED PROPORTION:                                            20.00%\n",
		"\nCONFIDENCE LEVEL               80 PERCENT        90 PERCENT        95 PERCENT\n", "\nCONFIDENCE LEVEL               99 PERCENT\n",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	p := RHCPrimaryUnit{rhcUnit(4, "10", "20", 2, 0, 0).RHCRow, two.Units}
	p.Name = "REGION   7"
	out.Reset()
	three := RHCThreeStage{Units: []RHCPrimaryUnit{p, p}, UnitFile: "U.TXT"}
	if err := mustRHCThreeStage(t, three).WriteText(&out, Heading{}); err != nil {
		t.Fatal(err)
	}
	all = out.String()
	for _, want := range []string{
		"\n                                                  *** ATTRIBUTE ***\n",
		"\nREGION   7\n    SECONDARY UNIT 1                          4       2             1\n",
		"\n          TOTALS                             12       8             6\n",
		"\n    SECONDARY UNIT 1                       0.50        4.0000               8\n",
		"\n           TOTAL                                                           12\n",
		"\nPROJECTED QUANTITY IN UNIVERSE                         48\n",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}
