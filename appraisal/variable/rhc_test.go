package variable

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/sampling"
)

// rhcUnit is a unit with a sample of differences.
func rhcUnit(subUnits int64, size, groupSize string, inGroup int64, differences ...string) RHCUnit {
	return RHCUnit{sampling.RHCRow{SubUnits: subUnits, Size: dec(size), GroupSize: dec(groupSize), UnitsInGroup: inGroup},
		Sample{Difference: decs(differences...)}}
}

// Two groups of two units: sizes 1 of 4 and 3 of 6. The first unit has four items, of which 1 and 3 are sampled: total 8,
// variance 4*2/2*2 = 8; the second has two, 5 and 7: total 12, no variance. T = 4*8 + 2*12 = 56; within 4*8 = 32. N = 4,
// sum N_i^2 = 8, so c = 4/8; X = 10: between 1/2*0.4*(80-56)^2 = 115.2 and 1/2*0.6*(40-56)^2 = 76.8. v = 224.
func TestRHCTwoStageByHand(t *testing.T) {
	d := RHCTwoStage{Units: []RHCUnit{rhcUnit(4, "1", "4", 2, "1", "3"), rhcUnit(2, "3", "6", 2, "5", "7")}}
	r := mustRHCTwoStage(t, d)
	for what, c := range map[string][2]string{
		"point estimate": {exact.String(r.PointEstimate), "56"}, "within": {exact.String(r.WithinVariance), "32"},
		"between": {exact.String(r.BetweenVariance), "192"}, "variance": {exact.String(r.Variance), "224"},
		"between of the first":  {exact.String(r.Units[0].BetweenVariance), "115.2"},
		"variance of the first": {exact.String(r.Units[0].Variance), "147.2"},
		"between of the second": {exact.String(r.Units[1].BetweenVariance), "76.8"},
		"group":                 {exact.String(r.Units[1].PointEstimate), "24"}, "ratio": {exact.String(r.Units[1].SizesRatio), "2"},
		"mean":           {exact.String(r.Units[0].Mean), "2"},
		"standard error": {exact.String(r.StandardError), "14.966629547095765542"}, // sqrt(224)
		"total":          {exact.String(r.Total), "16"}, "size": {exact.String(r.Size), "4"}, "population": {exact.String(r.GroupSize), "10"},
		"numbers": {fmt.Sprint(r.Stages[0].Universe, r.Stages[0].SampleSize, r.Stages[1].Universe, r.Stages[1].SampleSize, r.Nonzero), "4 2 6 4 4"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s %s, want %s", what, c[0], c[1])
		}
	}
	// As the only primary unit of the population, of the size 5 instead of 10: T is the same 56, and the weights are 4/5
	// and 6/5: between 1/2*(0.8*(40-56)^2 + 1.2*(20-56)^2) = 880. By the documented excess: 192 + 1/2*(5-10)*(4*8^2 +
	// 6*4^2 - 56^2/5).
	p := RHCPrimaryUnit{rhcUnit(4, "5", "5", 1).RHCRow, d.Units}
	q := mustRHCThreeStage(t, RHCThreeStage{Units: []RHCPrimaryUnit{p}})
	if exact.String(q.Variance) != "912" || exact.String(q.PointEstimate) != "56" || len(q.Warnings) != 1 ||
		q.Warnings[0].Code != "group_sizes" || !strings.Contains(q.Warnings[0].Message, "add up to 10,") {
		t.Errorf("%s, %v", q.Variance, q.Warnings)
	}
}

func TestRHCErrors(t *testing.T) {
	good := func() []RHCUnit {
		return []RHCUnit{rhcUnit(4, "1", "4", 2, "1", "3"), rhcUnit(2, "3", "6", 2, "5", "7")}
	}
	huge := decimal.New(1, 2_000_000_000)
	for name, c := range map[string]struct {
		change func(u []RHCUnit) []RHCUnit
		want   error
		text   string
	}{
		"no units":               {func([]RHCUnit) []RHCUnit { return nil }, ErrUnits, "0 of them"},
		"too many units":         {func(u []RHCUnit) []RHCUnit { return slices.Repeat(u, 2001) }, ErrUnits, "4002"},
		"no items":               {func(u []RHCUnit) []RHCUnit { u[1].Difference = nil; return u }, ErrSample, "primary unit 2"},
		"an empty list":          {func(u []RHCUnit) []RHCUnit { u[1].Difference = decs(); return u }, ErrSample, "no items"},
		"other kinds":            {func(u []RHCUnit) []RHCUnit { u[1].Examined = decs("1", "2"); return u }, ErrSample, "other kinds"},
		"one of four":            {func(u []RHCUnit) []RHCUnit { u[0].Difference = decs("1"); return u }, ErrSingle, "primary unit 1"},
		"one group":              {func(u []RHCUnit) []RHCUnit { return u[:1] }, ErrSingle, "1 drawn of 2"},
		"fewer items":            {func(u []RHCUnit) []RHCUnit { u[0].SubUnits = 1; return u }, ErrUniverse, "1 unit,"},
		"no sub-units":           {func(u []RHCUnit) []RHCUnit { u[0].SubUnits = 0; return u }, ErrUniverse, "0 is not"},
		"negative sub-units":     {func(u []RHCUnit) []RHCUnit { u[0].SubUnits = -4; return u }, ErrUniverse, "-4"},
		"too many sub-units":     {func(u []RHCUnit) []RHCUnit { u[0].SubUnits = MaxUniverse + 1; return u }, ErrUniverse, "between"},
		"too many in all":        {func(u []RHCUnit) []RHCUnit { u[0].SubUnits = MaxUniverse; return u }, ErrGroups, "items"},
		"size of zero":           {func(u []RHCUnit) []RHCUnit { u[0].Size = dec("0"); return u }, ErrGroups, "size 0 is not above"},
		"negative size":          {func(u []RHCUnit) []RHCUnit { u[0].Size = dec("-1"); return u }, ErrGroups, "size -1"},
		"wild size":              {func(u []RHCUnit) []RHCUnit { u[0].Size = huge; return u }, ErrGroups, "digits"},
		"wild group":             {func(u []RHCUnit) []RHCUnit { u[0].GroupSize = huge; return u }, ErrGroups, "digits"},
		"larger than its group":  {func(u []RHCUnit) []RHCUnit { u[0].Size = dec("4.01"); return u }, ErrGroups, "below the size"},
		"no units in group":      {func(u []RHCUnit) []RHCUnit { u[1].UnitsInGroup = 0; return u }, ErrGroups, "0 is not"},
		"alone, but not of size": {func(u []RHCUnit) []RHCUnit { u[1].UnitsInGroup = 1; return u }, ErrGroups, "only unit"},
		"too many in groups":     {func(u []RHCUnit) []RHCUnit { u[0].UnitsInGroup = 1 << 53; return u }, ErrGroups, "more than"},
		"wild value":             {func(u []RHCUnit) []RHCUnit { u[0].Difference[1] = huge; return u }, ErrSample, "value 2"},
	} {
		_, err := RHCTwoStage{Units: c.change(good())}.Appraise()
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.text) {
			t.Errorf("%s: %v, want …%s…", name, err, c.text)
		}
	}
	if _, err := (RHCTwoStage{Units: good(), Options: Options{Levels: decs("1")}}).Appraise(); !errors.Is(err, appraisal.ErrLevel) {
		t.Errorf("%v", err)
	}
}

func TestRHCThreeStageErrors(t *testing.T) {
	good := func() []RHCPrimaryUnit {
		units := func() []RHCUnit {
			return []RHCUnit{rhcUnit(4, "1", "4", 2, "1", "3"), rhcUnit(2, "3", "6", 2, "5", "7")}
		}
		return []RHCPrimaryUnit{{rhcUnit(4, "10", "25", 3).RHCRow, units()}, {rhcUnit(4, "7", "9", 2).RHCRow, units()}}
	}
	for name, c := range map[string]struct {
		change func(p []RHCPrimaryUnit) []RHCPrimaryUnit
		want   error
		text   string
	}{
		"no primary units":   {func([]RHCPrimaryUnit) []RHCPrimaryUnit { return nil }, ErrUnits, "0 of them"},
		"no secondary units": {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { p[1].Units = nil; return p }, ErrGroups, "primary unit 2: random"},
		"many primary units": {func(p []RHCPrimaryUnit) []RHCPrimaryUnit {
			return append(p, make([]RHCPrimaryUnit, 4_001)...)
		}, ErrGroups, "sampled units"},
		"another number":     {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { p[0].SubUnits = 5; return p }, ErrGroups, "5 secondary units, but"},
		"one primary unit":   {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { return p[:1] }, ErrSingle, "1 drawn of 3"},
		"one secondary unit": {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { p[0].Units = p[0].Units[:1]; return p }, ErrSingle, "primary unit 1"},
		"one item": {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { p[0].Units[0].Difference = decs("1"); return p }, ErrSingle,
			"primary unit 1, secondary unit 1"},
		"primary size":   {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { p[1].Size = dec("0"); return p }, ErrGroups, "primary unit 2"},
		"secondary size": {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { p[1].Units[1].Size = dec("-2"); return p }, ErrGroups, "secondary unit 2"},
		"fewer items":    {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { p[1].Units[1].SubUnits = 1; return p }, ErrUniverse, "secondary unit 2"},
		"items in all": {func(p []RHCPrimaryUnit) []RHCPrimaryUnit { p[1].Units[1].SubUnits = MaxUniverse; return p }, ErrGroups,
			"items"},
		"items of two": {func(p []RHCPrimaryUnit) []RHCPrimaryUnit {
			p[0].Units[1].SubUnits, p[1].Units[1].SubUnits = MaxUniverse-4, MaxUniverse-4
			return p
		}, ErrGroups, "more than"},
	} {
		_, err := RHCThreeStage{Units: c.change(good())}.Appraise()
		if !errors.Is(err, c.want) || !strings.Contains(fmt.Sprint(err), c.text) {
			t.Errorf("%s: %v, want …%s…", name, err, c.text)
		}
	}
	if r := mustRHCThreeStage(t, RHCThreeStage{Units: good()}); r.Stages[1].Universe != 8 || r.Stages[2].Universe != 12 {
		t.Errorf("%+v", r.RHCThreeStageTotals)
	}
}

// TestRHCZeroVarianceForSingle: what is an error of a single item, secondary or primary unit becomes a warning each.
func TestRHCZeroVarianceForSingle(t *testing.T) {
	d := RHCThreeStage{ZeroVarianceForSingle: true, Units: []RHCPrimaryUnit{
		{rhcUnit(2, "4", "25", 3).RHCRow, []RHCUnit{rhcUnit(4, "1", "4", 2, "3")}}}}
	r := mustRHCThreeStage(t, d)
	var codes []string
	for _, w := range r.Warnings {
		codes = append(codes, w.Code)
	}
	if !slices.Equal(codes, []string{"single_unit", "single_item"}) || !r.StandardError.IsZero() ||
		exact.String(r.PointEstimate) != "300" { // 25/4 * 4/1 * 4*3
		t.Errorf("%v, %s, %s", r.Warnings, r.StandardError, r.PointEstimate)
	}
	two := mustRHCTwoStage(t, RHCTwoStage{ZeroVarianceForSingle: true, Units: d.Units[0].Units})
	if len(two.Warnings) != 2 || two.Warnings[0].Code != "single_unit" || two.Warnings[1].Code != "single_item" {
		t.Errorf("%v", two.Warnings)
	}
	// A single item that is all of its unit, and a single unit that is all of the population, need no warning and no
	// option.
	whole := mustRHCTwoStage(t, RHCTwoStage{Units: []RHCUnit{rhcUnit(1, "4", "4", 1, "3")}})
	if len(whole.Warnings) != 0 || !whole.StandardError.IsZero() {
		t.Errorf("%+v", whole)
	}
}

// TestRHCSums: sums of the samples are as good as the samples.
func TestRHCSums(t *testing.T) {
	values := []RHCUnit{rhcUnit(4, "1", "4", 2, "1", "3"), rhcUnit(9, "3", "6", 2, "5", "7.25")}
	sums := slices.Clone(values)
	for i := range sums {
		sums[i].DifferenceSums, sums[i].Difference = sumsOf(t, sums[i].Difference), nil
	}
	a, b := mustRHCTwoStage(t, RHCTwoStage{Units: values}), mustRHCTwoStage(t, RHCTwoStage{Units: sums})
	if encode(t, a) != encode(t, b) {
		t.Errorf("%s, %s", encode(t, a), encode(t, b))
	}
}

// TestRHCManyUnits: thousands of units with sizes in cents, whose common denominator has tens of thousands of digits.
func TestRHCManyUnits(t *testing.T) {
	var d RHCTwoStage
	for i := int64(0); i < 1000; i++ {
		size := decimal.New(100_000_007+7919*i*i%1_000_003, -2)
		d.Units = append(d.Units, RHCUnit{sampling.RHCRow{SubUnits: 50 + i, Size: size,
			GroupSize: size.Add(size).Add(dec("17.03")), UnitsInGroup: 3},
			Sample{Difference: decs("0", "1.25", fmt.Sprint(i))}})
	}
	r := mustRHCTwoStage(t, d)
	sum := exact.Int(0)
	for _, u := range r.Units {
		sum.Add(sum, exact.Rat(u.Variance))
	}
	if !exact.RoundTo(sum, 15).Equal(exact.RoundTo(exact.Rat(r.Variance), 15)) {
		t.Errorf("the units add up to %s, not %s", exact.Round(sum), r.Variance)
	}
}

// TestRHCTwoStageLayout holds lines of the printout against the columns of the User's Guide's pages 4-93 and 4-94.
func TestRHCTwoStageLayout(t *testing.T) {
	d := RHCTwoStage{UnitFile: "U.TXT", Units: []RHCUnit{rhcUnit(4, "1.5", "4", 2, "1", "3"), rhcUnit(2, "3", "6", 2, "5", "-0.5")}}
	d.Units[0].Name = "UNIV1"
	var out bytes.Buffer
	if err := mustRHCTwoStage(t, d).WriteText(&out, Heading{Audit: "Clinic", File: "A.TXT"}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	stands(t, lines[2], "RHC TWO-STAGE VARIABLE APPRAISAL", 24, 55)
	stands(t, lines[7], "PRIMARY", 14, 20)
	stands(t, lines[7], "==DIFFERENCE===", 31, 45)
	stands(t, lines[9], "=======  ======   =============  =============", 14, 59)
	stands(t, lines[10], "1", 17, 17)
	stands(t, lines[10], "4.00", 41, 44)
	right(t, lines[10], "2", 59)
	stands(t, lines[13], "TOTALS", 13, 18)
	stands(t, lines[13], "8.50", 41, 44)
	stands(t, lines[15], "PRIMARY UNIT FILE USED: U.TXT", 18, 46)
	stands(t, lines[20], "==== ========================= ============= ============= ============= =====", 1, 78)
	for i, c := range [][2]string{{"UNIV1", "1.5"}, {"", "3.0"}} { // as many decimals as a size has
		if c[0] != "" {
			stands(t, lines[21+i][:20], c[0], 6, 10)
		}
		stands(t, lines[20+i+1][44:58], c[1], 12, 14)
		right(t, lines[21+i], "2", 78)
	}
	stands(t, lines[24], "TOTALS", 5, 10)
	stands(t, lines[31], "====  ======  ==============  =============  ========  =============", 4, 71)
	stands(t, lines[32], "2.00", 28, 31)
	stands(t, lines[32], "2.667", 52, 56)
	right(t, lines[32], "21", 71)
	for _, want := range []string{"\n   P.U.             WITHIN                BETWEEN               TOTAL\n",
		"\nPRIMARY UNITS NOT SAMPLED:                                            2\n", "Z-VALUE USED                      1.281551565545"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// TestRHCPrintsEveryKind: two kinds of value are printed as three, in both designs.
func TestRHCPrintsEveryKind(t *testing.T) {
	units := []RHCUnit{rhcUnit(4, "1", "4", 2), rhcUnit(5, "3", "6", 2)}
	for i := range units {
		units[i].Sample = Sample{Examined: decs("10", "20"), Audited: decs("9", "20.5")}
	}
	two := mustRHCTwoStage(t, RHCTwoStage{Units: units})
	p := RHCPrimaryUnit{rhcUnit(4, "10", "10", 1).RHCRow, units}
	three := mustRHCThreeStage(t, RHCThreeStage{Units: []RHCPrimaryUnit{p}, UnitFile: "U.TXT"})
	for i, c := range []struct {
		write func(*bytes.Buffer) error
		words []string
	}{
		{func(b *bytes.Buffer) error { return two.WriteText(b, Heading{}) },
			[]string{"===EXAMINED====", "====AUDITED====", "==DIFFERENCE==="}},
		{func(b *bytes.Buffer) error { return three.WriteText(b, Heading{}) },
			[]string{"E X A M I N E D", "A U D I T E D", "D I F F E R E N C E", "SECONDARY UNIT 2", "UNIVERSE FILE USED: U.TXT"}},
	} {
		var out bytes.Buffer
		if err := c.write(&out); err != nil {
			t.Fatal(err)
		}
		for _, w := range c.words {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%d: no %q in\n%s", i, w, out.String())
			}
		}
		if n := strings.Count(out.String(), "Z-VALUE USED"); n != 9 {
			t.Errorf("%d: %d intervals", i, n)
		}
	}
	broken := errors.New("the disk is full")
	if err := errors.Join(two.WriteText(failing{broken}, Heading{}), three.WriteText(failing{broken}, Heading{})); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

func TestReadRHCTwoStage(t *testing.T) {
	units := "\uFEFF  St. Mary, North 2  1,200 2\t$1,100.50 12,500 8\r\n\nB 3 1 2 7 3\n"
	d, err := ReadRHCTwoStage(strings.NewReader(units), strings.NewReader("1 5 6\n2 $1,000 -3\n3 0 0\n"),
		DataFile{Format: FormatExaminedAudited})
	if err != nil {
		t.Fatal(err)
	}
	u := d.Units[0]
	if u.RHCRow.String() != "St. Mary, North 2 1200 1100.5 12500 8" || exact.String(u.Examined[1]) != "1000" || len(d.Units) != 2 ||
		len(d.Units[1].Audited) != 1 {
		t.Errorf("%+v", d)
	}
	difference := DataFile{Format: FormatDifference}
	for name, c := range map[string]struct {
		units, data string
		want        error
		text        string
	}{
		"no units":       {"\n", "1 2\n", ErrUnits, "holds none"},
		"no items":       {"A 3 2 1 4 2\n", "\n", ErrSample, "data file"},
		"other number":   {"A 3 2 1 4 2\n", "1 2\n", ErrSample, "2 items"},
		"format":         {"A 3 2 1 4 2\n", "1 2\n", ErrFormat, "data file"},
		"encoding":       {"A 3 2 1 \x00\n", "1 2\n", ErrEncoding, "unit file"},
		"long line":      {strings.Repeat("A", 1<<20+1), "1 2\n", ErrLine, "unit file"},
		"data encoding":  {"A 3 2 1 4 2\n", "1 \x00\n", ErrEncoding, "data file"},
		"below the size": {"A 3 2 5 4 2\n", "1 2\n2 3\n", nil, "line 1, group size: 4 is below the size of the unit, 5"},
	} {
		format := difference
		if name == "format" {
			format.Format = "paid"
		}
		_, err := ReadRHCTwoStage(strings.NewReader(c.units), strings.NewReader(c.data), format)
		if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// Every wrong line at once, by its number: 19x5 is not 19.
	units = "A 3 2 1 4 2\nB 3 4 1 4 2\nC 2.5 0 1 4 -1\nD 3 2 0 4 2\nE 3 2 4 4 1\nF 3 2 4 5 1\n"
	_, err = ReadRHCTwoStage(strings.NewReader(units), nil, difference)
	var rows RowErrors
	if !errors.As(err, &rows) || len(rows) != 6 {
		t.Errorf("%v", err)
	}
	_, err = ReadRHCTwoStage(strings.NewReader("A 3 2 1 4 19x5\nB 3 2\nC 2 1 1 4 2\n"), nil, difference)
	if !errors.As(err, &rows) || len(rows) != 2 || rows[1].Line != 2 {
		t.Errorf("%v", err)
	}
}

func TestReadRHCThreeStage(t *testing.T) {
	units := "North 1 3 2 10 25 3\n a 4 2 1 4 2\n b 2 1 6 6 1\nSouth 1 1 7 7 1\n c 2 2 3 3 1\n"
	read := func(units string) (RHCThreeStage, error) {
		return ReadRHCThreeStage(strings.NewReader(units), strings.NewReader("1 5\n2 6\n3 7\n4 8\n5 9\n"),
			DataFile{Format: FormatDifference})
	}
	d, err := read(units)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Units) != 2 || d.Units[0].Name != "North 1" || d.Units[1].Name != "South" ||
		len(d.Units[0].Units) != 2 || exact.String(d.Units[1].Units[0].Difference[1]) != "9" {
		t.Errorf("%+v", d)
	}
	for name, c := range map[string][2]string{
		"a line too few":   {strings.TrimSuffix(units, " c 2 2 3 3 1\n"), `line 4, sample size "1": so many lines have to follow, and there are 0`},
		"a wrong number":   {strings.Replace(units, "3 2 10", "3 0 10", 1), `line 1, sample size "0"`},
		"too many sampled": {strings.Replace(units, "a 4 2", "a 4 5", 1), `line 2, sub-units sampled "5": above the 4`},
		"another file":     {"North 1 3 2 10 25\n", "line 1"},
		"words":            {"North\n", "line 1"},
		"none":             {"", "holds none"},
	} {
		if _, err := read(c[0]); err == nil || !strings.Contains(err.Error(), c[1]) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
