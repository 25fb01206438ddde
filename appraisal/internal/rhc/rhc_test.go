package rhc

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/sampling"
)

// leaf is a unit of which all items were examined: their total is its own.
func leaf(total *big.Rat, size, groupSize, inGroup int64) Leaf {
	return Leaf{
		RHCRow: sampling.RHCRow{SubUnits: 2, Size: decimal.NewFromInt(size),
			GroupSize: decimal.NewFromInt(groupSize), UnitsInGroup: inGroup},
		Items: design.Items{Count: 2, Mean: new(big.Rat).Quo(total, exact.Int(2)), Variance: new(big.Rat)},
		Part:  design.Known(total),
	}
}

// TestTies: two groups of two units of size 1 have the shares ((T_1 - T_2)^2, the same) in the variance. With T_1 - T_2 =
// 1.0000000005 that is 1.00000000100000000025, a tie of 20 digits, which bounds cannot decide where the totals themselves
// have hundreds of digits.
func TestTies(t *testing.T) {
	tiny := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 300))
	large := new(big.Rat).Add(tiny, decimaltest.Rat("1.0000000005"))
	r, err := Appraise([]Leaf{leaf(large, 1, 2, 2), leaf(tiny, 1, 2, 2)}, false)
	if err != nil {
		t.Fatal(err)
	}
	if got := exact.String(r.Units[0].BetweenVariance); got != "1.0000000010000000003" {
		t.Errorf("%s", got)
	}
	if exact.String(r.BetweenVariance) != "2.0000000020000000005" || r.Units[1].BetweenVariance.Cmp(r.Units[0].BetweenVariance) != 0 {
		t.Errorf("%s of which %s", r.BetweenVariance, r.Units[1].BetweenVariance)
	}
}

func TestAppraise3(t *testing.T) {
	row := leaf(new(big.Rat), 10, 30, 3).RHCRow
	row.SubUnits = 4
	units := []Leaf{leaf(exact.Int(3), 1, 4, 2), leaf(exact.Int(5), 2, 6, 2)}
	r, err := Appraise3([]Branch{{row, units}, {row, units}}, false, false)
	if err != nil {
		t.Fatal(err)
	}
	// Each primary unit: 4*3 + 3*5 = 27; between 1/2*(0.4*(30-27)^2 + 0.6*(25-27)^2) = 3. Both raise it by 3: T = 162,
	// stages 2 and 3 have 3*3 + 3*3, and stage 1 nothing.
	c := r.ThreeStage
	if got := fmt.Sprint(r.Part.Total.RatString(), " ", c.Stage1Variance, c.Stages2And3Variance, c.Variance,
		r.Primary[1].BetweenVariance); got != "162 0 18 18 3" {
		t.Error(got)
	}
	want := ThreeStage{Stages: []appraisal.StageSize{{Universe: 6, SampleSize: 2}, {Universe: 8, SampleSize: 4},
		{Universe: 8, SampleSize: 8}}}
	got := r.ThreeStage
	got.Stage1Variance, got.Stages2And3Variance, got.Variance = decimal.Decimal{}, decimal.Decimal{}, decimal.Decimal{}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	decimaltest.RoundTrip(t, r.ThreeStage)
	decimaltest.RoundTrip(t, r.Primary[0])
	decimaltest.RoundTrip(t, r.Units[0])
	decimaltest.RoundTrip(t, r.Units[0].Components)
	two, err := Appraise(units, false)
	if err != nil {
		t.Fatal(err)
	}
	decimaltest.RoundTrip(t, two.TwoStage)
	for name, branches := range map[string][]Branch{
		"none": nil, "no units": {{row, nil}, {row, units}}, "another number": {{row, units[:1]}, {row, units}},
		"one": {{row, units}}, "a wrong row": {{sampling.RHCRow{}, units}, {row, units}},
	} {
		if _, err := Appraise3(branches, false, name == "another number"); !errors.Is(err, design.ErrGroups) &&
			!errors.Is(err, design.ErrSingle) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Appraise(nil, false); !errors.Is(err, design.ErrGroups) {
		t.Errorf("%v", err)
	}
}

func TestRead(t *testing.T) {
	lines, err := ReadUnits(strings.NewReader("North 1  9 2 1.50 4 3\n"), Dollars)
	if err != nil || len(lines) != 1 || lines[0].RHCRow.String() != "North 1 9 1.5 4 3" || lines[0].Sampled != 2 || lines[0].Number != 1 {
		t.Errorf("%+v, %v", lines, err)
	}
	if lines, err = ReadUnits(strings.NewReader("North 1,9,1.5,4,3\n"), Counts); err != nil || lines[0].Sampled != 0 || lines[0].SubUnits != 9 {
		t.Errorf("%+v, %v", lines, err)
	}
	primary, err := ReadPrimary(strings.NewReader("N 2 10 10 1 2\na 9 1 1 1\nb 8 1 1 1\nS 1 3 9 4 1\nc 7 2 2 1\n"), Counts3)
	if err != nil || len(primary) != 2 || len(primary[0].Units) != 2 || primary[1].Units[0].Name != "c" || primary[1].Sampled != 1 {
		t.Errorf("%+v, %v", primary, err)
	}
	for text, want := range map[string]string{
		"N 2 10 10 1 2\na 9 1 1 1\n":                       `line 1, sample size "2": so many lines have to follow, and there are 1`,
		"N 2 10 10 1 3\na 9 1 1 1\nb 9 1 1 1\nc 9 1 1 1\n": `line 1, sub-units sampled "3": above the 2 sub-units`,
		"N 2 10 10 1 2\na 9 1 1 1\nb 0.5 1 1 1":            `line 3, sub-units "0.5": not a whole number`,
		"N 2 10 x 1 2\na 9 1 1 1\nb 9 1 -1 1x\n":           "2 wrong rows: line 1",
		"N 2 0 10 1 1\na 9 1 1 1":                          "line 1, size: 0 is not above zero",
		"N 2\n":                                            "line 1",
	} {
		var rows finding.RowErrors
		if _, err := ReadPrimary(strings.NewReader(text), Counts3); !errors.As(err, &rows) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := ReadUnits(strings.NewReader("A \x00"), Counts); !errors.Is(err, textfile.ErrEncoding) {
		t.Errorf("%v", err)
	}
}

// TestTables: what the modules' printouts share, with names and without.
func TestTables(t *testing.T) {
	r, err := Appraise([]Leaf{leaf(exact.Int(3), 1, 4, 2), leaf(exact.Int(5), 2, 6, 2)}, false)
	if err != nil {
		t.Fatal(err)
	}
	r.Units[1].Name = "UNIV7"
	var p textfile.Page
	Top(&p, "A TITLE", textfile.Heading{Audit: "Clinic", File: "D.TXT"}, "DATA: ", "UNITS: ", "U.TXT")
	PrimaryTable(&p, r.Units, r.TwoStage, textfile.Left(1, "TOTALS:"))
	s := Style{Mean: MeanPrint, Places: 1, Ruler: true}
	s.EstimateTable(&p, r.Units, r.TwoStage, exact.Round(r.Part.Total))
	s.VarianceTable(&p, r.Units, r.TwoStage)
	SampledPrimary(&p, appraisal.StageSize{Universe: 4, SampleSize: 2})
	primary := []Primary{{}}
	Style{Mean: MeanCommas, Shift: 2}.EstimateTable3(&p, primary, [][]Unit{r.Units})
	s.VarianceTables3(&p, primary, ThreeStage{})
	Summary3(&p, ThreeStage{Stages: []appraisal.StageSize{{Universe: 1200, SampleSize: 1}}})
	var out bytes.Buffer
	if _, err := p.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\n" + strings.Repeat(" ", 33) + "DATA: D.TXT\n" + strings.Repeat(" ", 33) + "UNITS: U.TXT\n",
		"\n  2  UNIV7                                 2             2             6     2\n",
		"\nTOTALS:                                    4             3            10     4\n",
		"\n     1        2            1.50              2     4.000           12.0\n",
		"\nTOTALS:                 0.0                   3.0                   3.0\n",
		"\nPRIMARY UNITS NOT SAMPLED:                                            2\n",
		"\nPRIMARY UNIT 1\n    SECONDARY UNIT 1                       1.50        4.0000              12\n    UNIV7 ",
		"\n           TOTAL                                                            0\n",
		"\nTOTAL PRIMARY UNITS                                 1,200\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
