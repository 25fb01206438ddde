package variable

import (
	"errors"
	"io"
	"strings"
	"testing"
)

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

// TestStratifiedColumns: the columns of User's Guide 4-33, 4-34, measured on the page. Every stratum is labelled,
// kurtosis is printed.
func TestStratifiedColumns(t *testing.T) {
	d := Stratified{Strata: []Stratum{Stratum(unit(12, "1", "2", "3")),
		{Name: "Inpatient", Universe: 1000, Sample: Sample{Difference: decs("0", "0.25", "10", "0")}}}}
	p := printedBy(t, must[Stratified, StratifiedResult](t, d).WriteText)
	stands(t, p.Lines[2], "STRATIFIED VARIABLE APPRAISAL", 25, 53)
	if p.Lines[4] != "" || p.Lines[6] != "" {
		t.Errorf("%q", p.Lines[3:7])
	}
	ends(t, p.Lines[7], map[int]string{16: "STRATUM", 27: "SAMPLE"})
	ends(t, p.Lines[8], map[int]string{16: "NUMBER", 26: "SIZE", 48: "VALUE OF SAMPLE", 64: "NONZERO ITEMS"})
	ends(t, p.Lines[9], map[int]string{14: "1", 26: "3", 48: "6.00", 64: "3"})
	ends(t, p.Lines[10], map[int]string{14: "2", 26: "4", 48: "10.25", 64: "2"})
	ends(t, p.Lines[12], map[int]string{14: "TOTALS", 26: "7", 48: "16.25", 64: "5"})
	ends(t, p.Lines[14], map[int]string{14: "2", 25: "Inpatient"})
	stands(t, p.Lines[16], strings.TrimSpace(p.Lines[16]), 12, 75)
	ends(t, p.Lines[17], map[int]string{9: "Stratum 1", 26: "MEAN / UNIVERSE", 56: "2.00", 75: "12"})
	p.At = 18
	if got := p.Next("KURTOSIS")[0]; got != "1.50" {
		t.Errorf("kurtosis %s", got)
	}
	ends(t, p.Lines[25], map[int]string{57: "CONFIDENCE LIMITS"})
	p.Next("Stratum 2")
	ends(t, p.Lines[p.At-1], map[int]string{9: "Stratum 2", 26: "MEAN / UNIVERSE", 56: "2.56", 75: "1,000"}) // 10.25/4
	p.Next("OVERALL")
	ends(t, p.Lines[p.At-1], map[int]string{7: "OVERALL", 36: "POINT ESTIMATE / UNIVERSE", 56: "2,587",
		75: "1,012"}) // 24 + 2,562.5
	if f := p.Next("STANDARD ERROR"); len(f) != 1 {
		t.Errorf("the label of the overall standard error has no (TOTAL): %v", f)
	}
}

// TestTwoStageColumns: User's Guide 4-51, 4-52. The unit's mean is 0.2, not 0.19999.
func TestTwoStageColumns(t *testing.T) {
	units := []SampledUnit{unit(50, "0.1", "0.3", "0"), {Name: "Maine", Universe: 1000,
		Sample: Sample{Difference: decs("0.2", "0.2", "-0.2")}}}
	units[0].Difference[2] = dec("0.2")
	p := printedBy(t, must[TwoStage, TwoStageResult](t, TwoStage{Universe: 90, SecondaryUniverse: 4500,
		Units: units}).WriteText)
	stands(t, p.Lines[2], "TWO-STAGE UNRESTRICTED VARIABLE APPRAISAL", 19, 59)
	stands(t, p.Lines[7], strings.TrimSpace(p.Lines[7]), 12, 75)
	ends(t, p.Lines[8], map[int]string{4: "UNIT", 19: "SAMPLE SIZE/"})
	ends(t, p.Lines[9], map[int]string{4: "NBR", 20: "NONZERO ITEMS", 34: "SAMPLE MEAN", 47: "VARIANCE",
		63: "UNIVERSE SIZE", 79: "POINT ESTIMATE"})
	ends(t, p.Lines[11], map[int]string{3: "1", 15: "3/3", 34: ".20", 47: ".01", 63: "50", 79: "10"})
	ends(t, p.Lines[12], map[int]string{3: "2", 15: "3/3", 34: ".07", 47: ".05", 63: "1,000", 79: "67"})
	ends(t, p.Lines[14], map[int]string{15: "6/6", 34: ".77", 63: "1,050", 79: "77"}) // 90/2*76.67 = 3,450 of 4,500
	ends(t, p.Lines[16], map[int]string{14: "2", 21: "Maine"})
	ends(t, p.Lines[18], map[int]string{11: "NOT SAMPLED"})
	ends(t, p.Lines[19], map[int]string{6: "88", 63: "3,450"})
	ends(t, p.Lines[20], map[int]string{14: "OVERALL TOTALS"})
	ends(t, p.Lines[21], map[int]string{6: "90", 63: "4,500", 79: "3,450"})
	if !strings.HasPrefix(p.Lines[23], "STANDARD ERROR") || len(p.Lines[23]) != 79 {
		t.Errorf("%q", p.Lines[23])
	}
	stands(t, p.Lines[25], "CONFIDENCE LIMITS", 43, 59)
	// Without the secondary units of the universe what rests on them is left out.
	p = printedBy(t, must[TwoStage, TwoStageResult](t, TwoStage{Universe: 90, Units: units[:1],
		ZeroVarianceForSingle: true}).WriteText)
	ends(t, p.Lines[13], map[int]string{15: "3/3", 63: "50", 79: "10"})
	ends(t, p.Lines[16], map[int]string{6: "89"})
	ends(t, p.Lines[18], map[int]string{6: "90", 79: "900"})
}

// TestThreeStageColumns: User's Guide 4-72.
func TestThreeStageColumns(t *testing.T) {
	long := "A university with a long name"
	second := []SampledUnit{{Name: "Maine", Universe: 100, Sample: Sample{Examined: decs("100", "102", "0")}},
		{Name: long, Universe: 125, Sample: Sample{Examined: decs("1", "3")}}}
	d := ThreeStage{Universe: 15, Units: []ThreeStageUnit{{Name: "Region 1", Universe: 10, Units: second},
		{Universe: 1, Units: []SampledUnit{{Universe: 1, Sample: Sample{Examined: decs("5")}}}}}}
	p := printedBy(t, must[ThreeStage, ThreeStageResult](t, d).WriteText)
	stands(t, p.Lines[2], "THREE-STAGE UNRESTRICTED VARIABLE APPRAISAL", 18, 60)
	stands(t, p.Lines[7], strings.TrimSpace(p.Lines[7]), 8, 71)
	ends(t, p.Lines[8], map[int]string{11: "FIRST STAGE", 23: "SAMPLE", 29: "NON-"})
	ends(t, p.Lines[9], map[int]string{14: "SECOND STAGE", 22: "SIZE", 30: "ZEROES", 42: "SAMPLE MEAN", 51: "VARIANCE",
		62: "UNIVERSE", 79: "POINT ESTIMATE"})
	ends(t, p.Lines[10], map[int]string{16: "================", 23: "======", 30: "======", 42: "===========",
		51: "========", 63: "==========", 79: "=============="})
	ends(t, p.Lines[11], map[int]string{8: "REGION 1"})
	ends(t, p.Lines[12], map[int]string{7: "MAINE", 23: "3", 30: "2", 42: "67.33", 51: "3,401.33", 63: "100", 79: "6,733"})
	ends(t, p.Lines[13], map[int]string{2 + len(long): strings.ToUpper(long)})
	ends(t, p.Lines[14], map[int]string{23: "2", 30: "2", 42: "2.00", 51: "2.00", 63: "125", 79: "250"})
	ends(t, p.Lines[16], map[int]string{12: "COMBINED", 23: "5", 42: "3,492", 63: "10", 79: "34,917"}) // (6,733.33+250)/2
	ends(t, p.Lines[18], map[int]string{6: "UNIT 2"})
	ends(t, p.Lines[19], map[int]string{8: "UNIT 1", 23: "1", 30: "1", 42: "5.00", 51: ".00", 63: "1", 79: "5"})
	ends(t, p.Lines[24], map[int]string{23: "STAGES", 47: "UNIVERSE", 63: "SAMPLED"})
	ends(t, p.Lines[25], map[int]string{24: "FIRST", 47: "15", 63: "2"})
	ends(t, p.Lines[26], map[int]string{25: "SECOND", 47: "11", 63: "3"})
	ends(t, p.Lines[27], map[int]string{24: "THIRD", 47: "226", 63: "6"})
	ends(t, p.Lines[29], map[int]string{22: "OVERALL POINT ESTIMATE", 79: "261,913"}) // 15/2*(34,916.67+5)
	if !strings.HasPrefix(p.Lines[30], "OVERALL STANDARD ERROR ") || len(p.Lines[30]) != 79 {
		t.Errorf("%q", p.Lines[30])
	}
	stands(t, p.Lines[32], "CONFIDENCE LIMITS", 41, 57)
}

// TestTwoKindsPrintThreeSections: the sections of two kinds of value follow one another under banners of their own.
func TestTwoKindsPrintThreeSections(t *testing.T) {
	s := Sample{Examined: decs("10", "20", "7"), Audited: decs("10", "15", "0.5")}
	units := []SampledUnit{{Universe: 9, Sample: s}, {Universe: 5, Sample: s}}
	for name, write := range map[string]func(io.Writer, Heading) error{
		"strata":     must[Stratified, StratifiedResult](t, Stratified{Strata: strataOf(units)}).WriteText,
		"two stages": must[TwoStage, TwoStageResult](t, TwoStage{Universe: 7, Units: units}).WriteText,
		"three stages": must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 7,
			Units: []ThreeStageUnit{{Universe: 4, Units: units}, {Universe: 3, Units: units}}}).WriteText,
	} {
		var found []string
		for _, l := range printedBy(t, write).Lines {
			if strings.HasPrefix(strings.TrimSpace(l), "---") {
				found = append(found, strings.Trim(l, " -"))
			}
		}
		if strings.Join(found, ",") != "E X A M I N E D,A U D I T E D,D I F F E R E N C E" {
			t.Errorf("%s: %v", name, found)
		}
		broken := errors.New("the disk is full")
		if err := write(failing{broken}, Heading{}); !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPrecisionPercentOfNegative: an estimate below 0 has the precision percent 0 (Companion Manual 3-15), in every design.
func TestPrecisionPercentOfNegative(t *testing.T) {
	units := []SampledUnit{unit(9, "-10", "-20"), unit(5, "-3", "-4")}
	for name, e := range map[string]func(io.Writer, Heading) error{
		"strata":     must[Stratified, StratifiedResult](t, Stratified{Strata: strataOf(units)}).WriteText,
		"two stages": must[TwoStage, TwoStageResult](t, TwoStage{Universe: 7, Units: units}).WriteText,
		"three stages": must[ThreeStage, ThreeStageResult](t, ThreeStage{Universe: 7,
			Units: []ThreeStageUnit{{Universe: 4, Units: units}, {Universe: 3, Units: units}}}).WriteText,
	} {
		p := printedBy(t, e)
		for range 3 {
			if got := p.Next("PRECISION PERCENT")[0]; got != ".00%" {
				t.Errorf("%s: %s", name, got)
			}
		}
	}
}
