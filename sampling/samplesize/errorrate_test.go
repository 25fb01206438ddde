package samplesize

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
)

// manualRate is the example of Companion Manual 4-7.
func manualRate() ErrorRate {
	return ErrorRate{
		Universe: 10_000, Rate: dec("0.15"), ReportedTotal: dec("3000000"), ReportedDeviation: dec("125"),
	}
}

// TestErrorRateIsAProbe: with the same mean and deviation the sizes are those of a probe. Half of all units in error by
// their reported 80 dollars: mean 40, variance 0.5*0.5*80^2 = 40^2.
func TestErrorRateIsAProbe(t *testing.T) {
	e := ErrorRate{Universe: 1000, Rate: dec("0.5"), ReportedTotal: dec("80000"), ReportedDeviation: dec("0")}
	table, err := e.Table()
	if err != nil {
		t.Fatal(err)
	}
	if !table.Mean.Equal(dec("40")) || !table.StandardDeviation.Equal(dec("40")) {
		t.Errorf("%+v", table)
	}
	probe := mustTable(t, typed(1000, "40", "40"))
	if diff := cmp.Diff(probe.Table.Rows, table.Rows); diff != "" {
		t.Error(diff)
	}
	cell, err := e.Size(dec("0.95"), dec("0.10"))
	if err != nil || cell.Size != mustSize(t, typed(1000, "40", "40"), "0.95", "0.10").Size {
		t.Errorf("%+v, %v", cell, err)
	}
}

// TestErrorRateIsExact: 6 percent of 500 is 30, not 31: the mean has no noise of binary fractions.
func TestErrorRateIsExact(t *testing.T) {
	e := ErrorRate{Universe: 1, Rate: dec("0.06"), ReportedTotal: dec("500"), ReportedDeviation: dec("1")}
	table, err := e.Table()
	if err != nil || table.Mean.String() != "30" {
		t.Errorf("%v, %v", table.Mean, err)
	}
}

func TestErrorRateErrors(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*ErrorRate)
		want   error
		text   string
	}{
		"universe 0":         {func(e *ErrorRate) { e.Universe = 0 }, ErrUniverse, "0 is not between"},
		"universe too large": {func(e *ErrorRate) { e.Universe = MaxUniverse + 1 }, ErrUniverse, "not between"},
		"rate 0":             {func(e *ErrorRate) { e.Rate = dec("0") }, ErrRate, "0 is not between 0 and 1"},
		"rate 1":             {func(e *ErrorRate) { e.Rate = dec("1.0") }, ErrRate, "1 is not between 0 and 1"},
		"rate in percent":    {func(e *ErrorRate) { e.Rate = dec("15") }, ErrRate, "15"},
		"rate below 0":       {func(e *ErrorRate) { e.Rate = dec("-0.1") }, ErrRate, "-0.1"},
		"huge rate":          {func(e *ErrorRate) { e.Rate = decimal.New(1, -2_000_000_000) }, ErrRate, ""},
		"total":              {func(e *ErrorRate) { e.ReportedTotal = dec("-1") }, ErrReported, "total -1 is negative"},
		"deviation":          {func(e *ErrorRate) { e.ReportedDeviation = dec("-1") }, ErrReported, "standard deviation -1"},
		"huge total":         {func(e *ErrorRate) { e.ReportedTotal = decimal.New(1, 2_000_000_000) }, ErrReported, "total"},
		"nothing": {func(e *ErrorRate) { e.ReportedTotal, e.ReportedDeviation = dec("0"), dec("0") }, ErrUndefined,
			""},
	} {
		e := manualRate()
		c.change(&e)
		_, fromTable := e.Table()
		_, fromSize := e.Size(dec("0.9"), dec("0.25"))
		_, fromPrecision := e.Precision(5, dec("0.9"))
		_, fromTablePrecision := e.PrecisionNormal(5, dec("0.9"))
		_, fromCurve := e.Curve("", nil)
		for _, err := range []error{fromTable, fromSize, fromPrecision, fromTablePrecision, fromCurve} {
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	e := manualRate()
	e.Levels = decs("1")
	if _, err := e.Table(); !errors.Is(err, appraisal.ErrLevel) {
		t.Errorf("level: %v", err)
	}
	e = manualRate()
	e.Precisions = decs("1")
	if _, err := e.Table(); !errors.Is(err, ErrPrecision) {
		t.Errorf("precision: %v", err)
	}
}

func TestErrorRateWarnings(t *testing.T) {
	e := manualRate()
	e.ReportedTotal = dec("0")
	table, err := e.Table()
	if err != nil || warningCodes(table.Warnings) != "mean_zero" || table.Rows[0][0].Size != 10_000 {
		t.Errorf("%+v, %v", table, err)
	}
	e = manualRate()
	e.Precisions = decs("0.9")
	if table, err = e.Table(); err != nil || warningCodes(table.Warnings) != "small_size,rounded_down" {
		t.Errorf("%+v, %v", table.Warnings, err)
	}
	broken := errors.New("the disk is full")
	if err := table.WriteText(failing{broken}, Heading{}); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	var out bytes.Buffer
	if err := table.WriteText(&out, Heading{Audit: "Clinic"}); err != nil || !strings.Contains(out.String(),
		"AUDIT/REVIEW: Clinic") || !strings.Contains(out.String(), "NOTE (*)") {
		t.Errorf("%v\n%s", err, &out)
	}
}

func TestErrorRateJSON(t *testing.T) {
	e := manualRate()
	e.Levels, e.Precisions = decs("0.90"), decs("0.25")
	roundTrip(t, e)
	table, err := e.Table()
	if err != nil {
		t.Fatal(err)
	}
	roundTrip(t, table)
	flipGlobals(t, func() {
		if again, err := e.Table(); err != nil || cmp.Diff(table, again) != "" {
			t.Errorf("other settings of the decimal library: %s", cmp.Diff(table, again))
		}
	})
}
