package samplesize

import (
	"errors"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
)

// TestExactRates: 6 percent of 500 are 30, not 31; a range of 6 percent of 10,000 is 600; a sample of 5 at 10 percent
// finds 0.5, so 1.
func TestExactRates(t *testing.T) {
	table, err := Discovery{Universe: 500, Rates: decs("0.06", "0.0601")}.Table()
	if err != nil || table.Errors[0] != 30 || table.Errors[1] != 31 {
		t.Errorf("%v, %v", table.Errors, err)
	}
	if !hasWarning(table.Warnings, "part_of_a_unit") {
		t.Error("0.0601 of 500 is no whole number")
	}
	table, err = Discovery{Universe: 500, Rates: decs("0.06"), Counts: []int64{30}, Levels: decs("0.95")}.Table()
	if err != nil || table.Rows[0][0].Size != table.Rows[1][0].Size || hasWarning(table.Warnings, "part_of_a_unit") ||
		table.Precisions[1].String() != "0.06" {
		t.Errorf("%+v, %v", table, err)
	}
	a := Attribute{Universe: 10_000, Rate: dec("0.1")}
	if i, err := a.Interval(5, dec("0.9")); err != nil || i.Found != 1 {
		t.Errorf("%+v, %v", i, err)
	}
	if i, err := a.Interval(4, dec("0.9")); err != nil || i.Found != 0 {
		t.Errorf("%+v, %v", i, err)
	}
	if u, err := (AttributeLimit{Universe: 500, Rate: dec("0.06")}).UpperLimit(500, dec("0.9")); err != nil ||
		u.Found != 30 || u.UpperLimit != 30 || u.UpperProportion.String() != "0.06" {
		t.Errorf("%+v, %v", u, err)
	}
}

// TestCensus: the whole universe has no width, and a universe of one is drawn.
func TestCensus(t *testing.T) {
	a := Attribute{Universe: 1, Rate: dec("0.5"), Ranges: decs("0.01")}
	table, err := a.Table()
	if err != nil || table.Rows[0][0].Size != 1 || !table.Intervals[0][3].Range.IsZero() {
		t.Errorf("%+v, %v", table, err)
	}
	n, err := Discovery{Universe: 1}.Size(1, dec("0.999"))
	if err != nil || n != 1 {
		t.Errorf("%d, %v", n, err)
	}
}

func TestCountErrors(t *testing.T) {
	level := dec("0.9")
	attribute := func(universe int64, rate, level, width string) error {
		a := Attribute{Universe: universe, Rate: dec(rate), Levels: decs(level), Ranges: decs(width)}
		_, err := a.Table()
		_, one := a.Size(dec(level), dec(width))
		if (err == nil) != (one == nil) {
			t.Errorf("table %v, cell %v", err, one)
		}
		return err
	}
	limit := func(universe int64, rate, level, limit string) error {
		a := AttributeLimit{Universe: universe, Rate: dec(rate), Levels: decs(level), Limits: decs(limit)}
		_, err := a.Table()
		_, one := a.Size(dec(level), dec(limit))
		if (err == nil) != (one == nil) {
			t.Errorf("table %v, cell %v", err, one)
		}
		return err
	}
	discovery := func(d Discovery) error { _, err := d.Table(); return err }
	interval := func(n int64, level string) error {
		_, err := Attribute{Universe: 50, Rate: dec("0.5")}.Interval(n, dec(level))
		return err
	}
	upper := func(n int64, level string) error {
		_, err := AttributeLimit{Universe: 50, Rate: dec("0.5")}.UpperLimit(n, dec(level))
		return err
	}
	chance := func(universe, n, errors int64) error {
		_, err := Discovery{Universe: universe}.Chance(n, errors)
		return err
	}
	second := func(_ any, err error) error { return err }
	many := make([]decimal.Decimal, 101)
	for i := range many {
		many[i] = dec("0.05")
	}
	for i, c := range []struct{ err, want error }{
		{attribute(0, "0.5", "0.9", "0.1"), ErrUniverse},
		{attribute(MaxAttributeUniverse+1, "0.5", "0.9", "0.1"), ErrUniverse},
		{attribute(10, "0.0049", "0.9", "0.1"), ErrRate},
		{attribute(10, "0.981", "0.9", "0.1"), ErrRate},
		{attribute(10, "1e-60", "0.9", "0.1"), ErrRate},
		{attribute(10, "0.5", "0.9", "0.0099"), ErrPrecision},
		{attribute(10, "0.5", "0.9", "0.991"), ErrPrecision},
		{attribute(10, "0.5", "0.9", "-1"), ErrPrecision},
		{attribute(10, "0.5", "0", "0.1"), appraisal.ErrLevel},
		{attribute(10, "0.5", "1", "0.1"), appraisal.ErrLevel},
		{attribute(10, "0.5", "0.9999999999", "0.1"), appraisal.ErrLevel},
		{attribute(10, "0.5", "1e-10", "0.1"), appraisal.ErrLevel},
		{second(Attribute{Universe: 9, Rate: dec("0.5")}.Table()), ErrPrecision},
		{second(Attribute{Universe: 9, Rate: dec("0.5"), Ranges: many}.Table()), ErrPrecision},
		{second(Attribute{Universe: 9, Rate: dec("0.5"), Ranges: decs("0.1"), Levels: many}.Table()), ErrPrecision},
		{second(Attribute{Universe: 9, Rate: dec("0.5")}.Curve(make([]int64, 1001))), ErrSize},
		{second(Attribute{Universe: 9, Rate: dec("0")}.Curve(nil)), ErrRate},
		{interval(0, "0.9"), ErrSize},
		{interval(51, "0.9"), ErrSize},
		{interval(5, "1.1"), appraisal.ErrLevel},
		{second(Attribute{Universe: 0}.Interval(1, level)), ErrUniverse},
		{limit(0, "0.5", "0.9", "0.6"), ErrUniverse},
		{limit(10, "-0.1", "0.9", "0.6"), ErrRate},
		{limit(10, "1", "0.9", "0.6"), ErrRate},
		{limit(10, "0.5", "0.9", "0.5"), ErrPrecision},
		{limit(10, "0.5", "0.9", "0.501"), ErrPrecision},
		{limit(10, "0.5", "0.9", "1"), ErrPrecision},
		{limit(10, "0.5", "1", "0.6"), appraisal.ErrLevel},
		{second(AttributeLimit{Universe: 9}.Table()), ErrPrecision},
		{upper(0, "0.9"), ErrSize},
		{upper(51, "0.9"), ErrSize},
		{upper(5, "0"), appraisal.ErrLevel},
		{second(AttributeLimit{Universe: 0}.UpperLimit(1, level)), ErrUniverse},
		{discovery(Discovery{Universe: 0, Counts: []int64{1}}), ErrUniverse},
		{discovery(Discovery{Universe: 10}), ErrRate},
		{discovery(Discovery{Universe: 10, Rates: many}), ErrRate},
		{discovery(Discovery{Universe: 10, Rates: decs("0")}), ErrRate},
		{discovery(Discovery{Universe: 10, Rates: decs("1.01")}), ErrRate},
		{discovery(Discovery{Universe: 10, Counts: []int64{0}}), ErrRate},
		{discovery(Discovery{Universe: 10, Counts: []int64{11}}), ErrRate},
		{discovery(Discovery{Universe: 10, Counts: []int64{1}, Levels: decs("1")}), appraisal.ErrLevel},
		{discovery(Discovery{Universe: 10, Counts: []int64{1}, Levels: many}), ErrPrecision},
		{chance(0, 1, 1), ErrUniverse},
		{chance(10, 0, 1), ErrSize},
		{chance(10, 11, 1), ErrSize},
		{chance(10, 1, 0), ErrRate},
		{chance(10, 1, 11), ErrRate},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("case %d: %v, want %v", i, c.err, c.want)
		}
	}
}

// TestCountResults: warnings, default levels, JSON and other settings of the decimal library.
func TestCountResults(t *testing.T) {
	flip := func() {
		a, err := Attribute{Universe: 10_000, Rate: dec("0.20"), Ranges: decs("0.06", "0.99")}.Table()
		if err != nil || len(a.Levels) != 4 || a.Rows[0][1].Size != 486 || !hasWarning(a.Warnings, "small_size") ||
			a.Rate.String() != "0.2" {
			t.Errorf("%+v, %v", a, err)
		}
		roundTrip(t, a)
		l, err := AttributeLimit{Universe: 10_000, Rate: dec("0.01"), Limits: decs("0.05")}.Table()
		if err != nil || hasWarning(l.Warnings, "small_size") {
			t.Errorf("%+v, %v", l, err)
		}
		roundTrip(t, l)
		d, err := Discovery{Universe: 10_000, Rates: decs("0.05")}.Table()
		if err != nil {
			t.Errorf("%+v, %v", d, err)
		}
		roundTrip(t, d)
		roundTrip(t, Attribute{Universe: 7, Rate: dec("0.5"), Ranges: decs("0.1")})
		roundTrip(t, AttributeLimit{Universe: 7, Rate: dec("0.5"), Limits: decs("0.1")})
		roundTrip(t, Discovery{Universe: 7, Rates: decs("0.5"), Counts: []int64{2}})
		u, err := AttributeLimit{Universe: 100, Rate: dec("0.02")}.UpperLimit(30, dec("0.95"))
		if err != nil {
			t.Error(err)
		}
		roundTrip(t, u)
		i, err := Attribute{Universe: 100, Rate: dec("0.02")}.Interval(30, dec("0.95"))
		if err != nil {
			t.Error(err)
		}
		roundTrip(t, i)
	}
	flip()
	flipGlobals(t, flip)
	points, err := Attribute{Universe: 700, Rate: dec("0.3"), Levels: decs("0.8", "0.9")}.Curve(nil)
	if err != nil || len(points) != 14 || points[13].Size != 700 || points[0].Size != 10 {
		t.Errorf("%+v, %v", points, err)
	}
}

// TestOutOfReach: 5 percent of 10 units round up to one, more than 9 percent allow.
func TestOutOfReach(t *testing.T) {
	table, err := AttributeLimit{Universe: 10, Rate: dec("0.05"), Limits: decs("0.09", "0.5")}.Table()
	if err != nil || table.Rows[0][0].Empty != OutOfReach || table.Rows[0][0].String() != "---" ||
		table.Rows[1][0].Empty != "" {
		t.Errorf("%+v, %v", table, err)
	}
	if got := warningCodes(table.Warnings); got != "small_size,out_of_reach" {
		t.Error(got)
	}
	// An empty cell alone is no small size.
	table, err = AttributeLimit{Universe: 10, Rate: dec("0.05"), Limits: decs("0.09")}.Table()
	if got := warningCodes(table.Warnings); err != nil || got != "out_of_reach" {
		t.Error(got, err)
	}
}
