package variable

import (
	"io"
	"strings"
	"testing"
)

func pageOf(t *testing.T, r interface {
	WriteText(io.Writer, Heading) error
}) string {
	t.Helper()
	var page strings.Builder
	if err := r.WriteText(&page, Heading{Audit: "Clinic", Date: "4/5/2010", File: "A.TXT"}); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// TestOneSidedPage: limits that were asked for stand below RAT-STATS' blocks, which do not change, under a heading of their
// own. Of 1, 2, 3 out of 12 the total is 24 with a standard error of 6; t of 0.9 and 2 degrees of freedom is sqrt(32)/3,
// and 11.31 off.
func TestOneSidedPage(t *testing.T) {
	u := Unrestricted{Universe: 12, Sample: Sample{Difference: decs("1", "2", "3")}}
	without := pageOf(t, mustAppraise(t, u))
	u.OneSidedLevels = decs("0.90", "0.975")
	with := pageOf(t, mustAppraise(t, u))
	block, ok := strings.CutPrefix(with, without)
	if !ok {
		t.Fatalf("%s\n%s", without, with)
	}
	want := strings.Join([]string{
		"",
		strings.Repeat(" ", 40) + "ONE-SIDED LIMITS",
		strings.Repeat(" ", 11) + "(each holds alone; RAT-STATS prints none)",
		strings.Repeat(" ", 46) + "90% ONE-SIDED",
		"           LOWER LIMIT                                   13",
		"           UPPER LIMIT                                   35",
		"           T-VALUE USED                      1.885618083164",
		"",
		strings.Repeat(" ", 44) + "97.5% ONE-SIDED",
		"           LOWER LIMIT                                   -2",
		"           UPPER LIMIT                                   50",
		"           T-VALUE USED                      4.302652729749", // RAT-STATS' t at 95 percent
		"",
	}, "\n")
	if block != want {
		t.Errorf("%s\nwant\n%s", block, want)
	}
	// A census has no percentile; a two-stage page has its titles two columns to the right.
	census := pageOf(t, mustStratified(t, Stratified{DegreesOfFreedom: StrataDegrees,
		Options: Options{OneSidedLevels: decs("0.9")},
		Strata:  []Stratum{{Universe: 2, Sample: Sample{Difference: decs("1", "2")}}}}))
	if _, overall, _ := strings.Cut(census, "OVERALL"); strings.Contains(overall, "VALUE USED") ||
		!strings.Contains(overall, "90% ONE-SIDED") {
		t.Errorf("%s", census)
	}
	r, err := TwoStage{Universe: 5, Options: Options{OneSidedLevels: decs("0.9")}, Units: []SampledUnit{
		{Universe: 3, Sample: Sample{Difference: decs("1", "2")}}, {Universe: 4, Sample: Sample{Difference: decs("0",
			"7")}}}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if page := pageOf(t, r); !strings.Contains(page, "\n"+strings.Repeat(" ", 42)+"ONE-SIDED LIMITS\n") ||
		strings.Count(page, "Z-VALUE USED") != 4 {
		t.Errorf("%s", page)
	}
}

// TestBeyondPages: the titles say which estimator it is, and every page that RAT-STATS has none like it. Named strata are
// listed.
func TestBeyondPages(t *testing.T) {
	a := Auxiliary{Strata: []PairStratum{
		{Name: "visits", Universe: 9, TotalX: pointer("40"), Pairs: Pairs{Y: decs("1", "3", "2"), X: decs("2", "4", "6")}},
		{Universe: 20, TotalX: pointer("90"), Pairs: Pairs{Y: decs("0", "3", "2", "5"), X: decs("3", "4", "6", "9")}},
	}}
	one := byHand()
	for _, c := range []struct {
		title, coefficient string
		appraise           func() (AuxiliaryResult, error)
	}{
		{" COMBINED RATIO ESTIMATE\n", "RATIO", Ratio{Auxiliary: a}.Appraise}, {" SEPARATE RATIO ESTIMATE\n", "RATIO",
			Ratio{Auxiliary: a, Combination: Separate}.Appraise},
		{" COMBINED REGRESSION ESTIMATE\n", "SLOPE", Regression{Auxiliary: a}.Appraise}, {" DIFFERENCE ESTIMATE\n", "SLOPE",
			DifferenceEstimator{a}.Appraise},
		{"  RATIO ESTIMATE\n", "RATIO", Ratio{Auxiliary: one, Combination: Separate}.Appraise}, {"  REGRESSION ESTIMATE\n",
			"SLOPE", Regression{Auxiliary: one}.Appraise},
	} {
		r, err := c.appraise()
		if err != nil {
			t.Fatal(err)
		}
		page := pageOf(t, r)
		for _, want := range []string{c.title, "(an estimator that RAT-STATS does not have)\n", "DATA FILE USED: A.TXT\n",
			" " + c.coefficient + "\n"} {
			if !strings.Contains(page, want) {
				t.Errorf("no %q in\n%s", want, page)
			}
		}
		if strings.Contains(page, "visits") != (len(r.Strata) == 2) {
			t.Errorf("%s", page)
		}
	}
	r, err := ppsByHand().Appraise()
	if err != nil {
		t.Fatal(err)
	}
	page := pageOf(t, r)
	for _, want := range []string{"PROBABILITY PROPORTIONAL TO SIZE\n", "CERTAIN             30.00\n", "SYSTEMATIC\n",
		"1  A\n", "POINT ESTIMATE                            180\n"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}
