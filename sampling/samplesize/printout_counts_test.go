package samplesize

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// pageOf is the printout without its heading.
func pageOf(t *testing.T, write func(io.Writer, Heading) error) string {
	t.Helper()
	text := strings.Join(printed(t, write), "\n")
	if !strings.Contains(text, "Sample Size Determination") || !strings.Contains(text, "Date: 5/11/2010") {
		t.Errorf("heading of\n%s", text)
	}
	if err := write(failing{io.ErrShortWrite}, Heading{}); !errors.Is(err, io.ErrShortWrite) {
		t.Error(err)
	}
	_, body, _ := strings.Cut(text, "\n\n")
	return strings.Trim(body, "\n")
}

func comparePage(t *testing.T, got, want string) {
	t.Helper()
	if want = strings.Trim(want, "\n"); got != want {
		t.Errorf("printed\n%s\nwant\n%s", got, want)
	}
}

// TestAttributePage: the block of Companion Manual 4-25 with the sizes of the documented rule, found by a scan in exact
// integers with another program.
func TestAttributePage(t *testing.T) {
	a := Attribute{Universe: 10_000, Rate: dec("0.20"), Ranges: decs("0.06", "0.40"), Levels: decs("0.95", "0.99")}
	table, err := a.Table()
	if err != nil {
		t.Fatal(err)
	}
	comparePage(t, pageOf(t, table.WriteText), `
                                       Confidence Level
                         95%           99%
Sample Size              666           1,077

Anticipated Rate of Occurrence: 20%
Desired Precision Range: 6%
Universe Size: 10,000

                                       Confidence Level
                         95%           99%
Sample Size              17 (*)        27 (*)

Anticipated Rate of Occurrence: 20%
Desired Precision Range: 40%
Universe Size: 10,000

NOTE (*): At least one size is under 30. It is the result of a formula
          and takes no account of the purpose of the sample or of a
          minimum that an agreement or a policy may set.

Intervals to be expected of these sizes
   Level   Sample Size  Items Found    Lower Limit   Upper Limit       Range
     95%           666          133          1,710         2,310      6.000%
     99%         1,077          215          1,709         2,309      6.000%
     95%            17            3            381         4,341     39.600%
     99%            27            5            425         4,407     39.820%
`)
}

// TestDiscoveryPage: 59 of a large universe find one of 5 percent with 95 percent confidence; of 500 units 47 find one of
// 6 percent.
func TestDiscoveryPage(t *testing.T) {
	table, err := Discovery{Universe: 500, Rates: decs("0.06"), Counts: []int64{1}, Levels: decs("0.80", "0.95")}.Table()
	if err != nil {
		t.Fatal(err)
	}
	comparePage(t, pageOf(t, table.WriteText), `
                               Discovery Sample

   Errors in                           Confidence Level
    Universe      Share  80%           95%
          30    6.0000%  26 (*)        47
           1    0.2000%  400           475

Universe Size: 500
Each size is the smallest sample that finds at least one error with the
confidence if so many units of the universe are in error.

NOTE (*): At least one size is under 30. It is the result of a formula
          and takes no account of the purpose of the sample or of a
          minimum that an agreement or a policy may set.
`)
}

func TestAttributeLimitPage(t *testing.T) {
	table, err := AttributeLimit{Universe: 10, Rate: dec("0.05"), Limits: decs("0.5", "0.09"), Levels: decs("0.95")}.Table()
	if err != nil {
		t.Fatal(err)
	}
	comparePage(t, pageOf(t, table.WriteText), `
                    One-Sided Upper Limit of an Attribute

        Upper                          Confidence Level
        Limit            95%
          50%            5 (*)
           9%            ---

Expected Rate of Occurrence: 5%
Universe Size: 10
Confidence levels are those of a one-sided limit.
Where there is no size, not even the whole universe keeps the limit.

NOTE (*): At least one size is under 30. It is the result of a formula
          and takes no account of the purpose of the sample or of a
          minimum that an agreement or a policy may set.
`)
}

// TestPrecisionPage: what 100 and 30 claims give, at a one-sided level, and a universe of one, which needs no percentile.
func TestPrecisionPage(t *testing.T) {
	p := Probe{Universe: 10_000, Overpayments: manualProbe(), Levels: decs("0.90")}
	curve, err := p.Curve("", []int64{30, 100})
	if err != nil {
		t.Fatal(err)
	}
	comparePage(t, pageOf(t, curve.WriteText), `
                           Precision to Be Expected

   Sample Size  Confidence      Percentile    Precision Amount     Precision
            30         90%      t 1.699127          154,885.85         3.87%
           100         90%      t 1.660391           82,608.92         2.07%

Mean and standard deviation are taken to stay as they are in the probe sample.
`)
	p.OneSided = true
	e, err := p.Precision(30, dec("0.95"))
	if err != nil {
		t.Fatal(err)
	}
	text := pageOf(t, e.WriteText)
	if !strings.Contains(text, "30         95%      t 1.699127          154,885.85         3.87%") ||
		!strings.Contains(text, "one-sided") {
		t.Error(text)
	}
	e, err = typed(1, "0", "2").Precision(1, dec("0.95"))
	if err != nil {
		t.Fatal(err)
	}
	text = pageOf(t, e.WriteText)
	if !strings.Contains(text, "1         95%             ---                0.00           ---") {
		t.Error(text)
	}
	none := Curve{{Size: 4}} // a stratum without a unit has no precision
	if text := pageOf(t, none.WriteText); !strings.Contains(text, "---") {
		t.Error(text)
	}
}

// TestBoundariesPage: classes of 100 dollars with 16, 9, 4 and 1 units have the roots 40, 30, 20 and 10 (times the root of
// the width, 10): half of 100 is nearest to 40.
func TestBoundariesPage(t *testing.T) {
	b, err := RootFrequency{Lower: dec("0"), Strata: 2, Classes: []FrequencyClass{
		{dec("100"), 16}, {dec("200"), 9}, {dec("300"), 4}, {dec("400"), 1},
	}}.Boundaries()
	if err != nil {
		t.Fatal(err)
	}
	comparePage(t, pageOf(t, b.WriteText), `
                             Boundaries of Strata

 STRATUM            FROM                TO        UNIVERSE    ROOT FREQUENCY
       1            0.00            100.00              16           40.0000
       2          100.00            400.00              14           60.0000
  TOTALS                                                30          100.0000

Cumulative root frequency rule (Dalenius and Hodges 1959; Cochran 1977, 5A.7).
`)
}

// TestOneSidedPages: the pages of RAT-STATS' modules say where the levels are not two-sided.
func TestOneSidedPages(t *testing.T) {
	const sentence = "Confidence levels are those of a one-sided limit."
	p := Probe{Universe: 100, Overpayments: manualProbe()}
	e := ErrorRate{Universe: 100, Rate: dec("0.1"), ReportedTotal: dec("1000"), ReportedDeviation: dec("3")}
	s := Stratified{Strata: manualStrata()}
	for _, oneSided := range []bool{false, true} {
		p.OneSided, e.OneSided, s.OneSided = oneSided, oneSided, oneSided
		probe := mustTable(t, p)
		rate, err := e.Table()
		if err != nil {
			t.Fatal(err)
		}
		strata, err := s.Table()
		if err != nil {
			t.Fatal(err)
		}
		if probe.OneSided != oneSided || rate.OneSided != oneSided || strata.OneSided != oneSided {
			t.Error(oneSided)
		}
		for _, write := range []func(io.Writer, Heading) error{probe.WriteText, rate.WriteText, strata.WriteText} {
			if text := strings.Join(printed(t, write), "\n"); strings.Contains(text, sentence) != oneSided {
				t.Error(text)
			}
		}
	}
}
