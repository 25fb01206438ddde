package samplesize

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

func typed(universe int64, mean, deviation string) Probe {
	m, d := dec(mean), dec(deviation)
	return Probe{Universe: universe, MeanOverpayment: &m, OverpaymentDeviation: &d}
}

func mustTable(t interface{ Fatal(...any) }, p Probe) ProbeTable {
	table, err := p.Table()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func mustSize(t interface{ Fatal(...any) }, p Probe, level, precision string) Cell {
	c, err := p.Size(dec(level), dec(precision))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func codes(table ProbeTable) string {
	var list []string
	for _, w := range table.Warnings {
		list = append(list, w.Code)
	}
	return strings.Join(list, ",")
}

// TestRounding takes the printed proof of Companion Manual 4-4 to 4-6: sizes of 6.003, 1.14 and 0.41 print as 6, 1
// and "---": down. 99 %/1 % prints 1026, and (2.5758*50.0033/4)^2 = 1036.8, which is 1036.8/(1+1036.8/100000) =
// 1026.2: down. 90 %/1 % prints 421: (1.64485*50.0033/4)^2 = 422.8, so 421.01; 80 %/1 % prints 256: 256.65/1.0026 =
// 255.99: up.
func TestRounding(t *testing.T) {
	p := Probe{Universe: 100_000, Overpayments: manualProbe()}
	for _, c := range []struct {
		level, precision, unrounded, text string
		size                              int64
		down                              bool
	}{
		{"0.95", "0.10", "6.003", "6 (*)", 6, true}, {"0.80", "0.15", "1.14", "1 (*)", 1, true},
		{"0.80", "0.25", "0.41", "---", 0, true}, {"0.99", "0.01", "1026.2", "1026", 1026, true},
		{"0.80", "0.01", "256.0", "256", 256, false},
	} {
		cell := mustSize(t, p, c.level, c.precision)
		places := len(c.unrounded) - strings.Index(c.unrounded, ".") - 1
		if cell.Size != c.size || cell.RoundedDown != c.down || cell.String() != c.text ||
			exact.Fixed(cell.Unrounded, places) != c.unrounded {
			t.Errorf("%s at %s: %+v (%s), want %+v", c.precision, c.level, cell, cell, c)
		}
	}
}

// TestRoundedDownIsExact: with mean 1 and a precision equal to z (0.6744897501960817432 at level 0.5) the formula is
// n = s^2 N/(N + s^2): 4*6/10 = 2.4, 9*9/18 = 4.5, 9*6/15 = 3.6 and 4*4/8 = 2, exactly.
func TestRoundedDownIsExact(t *testing.T) {
	const z = "0.6744897501960817432"
	for _, c := range []struct {
		universe        int64
		deviation, want string
		size            int64
		down            bool
	}{
		{6, "2", "2.4", 2, true}, {9, "3", "4.5", 5, false}, {6, "3", "3.6", 4, false}, {4, "2", "2", 2, false},
	} {
		cell := mustSize(t, typed(c.universe, "1", c.deviation), "0.5", z)
		if exact.String(cell.Unrounded) != c.want || cell.Size != c.size || cell.RoundedDown != c.down {
			t.Errorf("%+v, want %+v", cell, c)
		}
	}
	// Just below one half the size is rounded down, though its 20 digits are 4.5.
	if cell := mustSize(t, typed(9, "1", "2.999999999999999999999999"), "0.5", z); cell.Size != 4 || !cell.RoundedDown {
		t.Errorf("%+v", cell)
	}
}

// TestReachingAtTheBoundary: 1, 2, 3 in a universe of 12 have standard error 6 and the total 24, so the precision is
// t/4, with t = sqrt(2/3) = 0.81649658092772603273 at level 0.5: exactly within it with three claims, not within less.
func TestReachingAtTheBoundary(t *testing.T) {
	p := Probe{Universe: 12, Overpayments: decs("1", "2", "3")}
	at := dec("0.2041241452319315081825")
	for precision, want := range map[string]int64{at.String(): 3, at.Sub(decimal.New(1, -40)).String(): 4} {
		if n, err := p.SizeStudentT(dec("0.5"), dec(precision)); err != nil || n != want {
			t.Errorf("%s: %d, %v, want %d", precision, n, err, want)
		}
	}
}

// TestMark: Companion Manual 4-12: 30 itself carries no mark.
func TestMark(t *testing.T) {
	for size, want := range map[int64]string{0: "---", 1: "1 (*)", 29: "29 (*)", 30: "30", 32030: "32030"} {
		if got := (Cell{Size: size}).String(); got != want {
			t.Errorf("%d: %q, want %q", size, got, want)
		}
	}
}

func TestEdges(t *testing.T) {
	meanZero := mustTable(t, typed(1000, "0", "5")) // the formula with E = 0 gives N
	for _, row := range meanZero.Rows {
		for _, c := range row {
			if c.Size != 1000 || c.RoundedDown || c.String() != "1000" {
				t.Errorf("%+v", c)
			}
		}
	}
	if got := codes(meanZero); got != "mean_zero" {
		t.Errorf("mean 0: %s", got)
	}
	same := mustTable(t, Probe{Universe: 1000, Overpayments: decs("5", "5.00", "5")})
	for _, row := range same.Rows {
		for _, c := range row {
			if c.Size != 0 || c.String() != "---" || !c.Unrounded.IsZero() {
				t.Errorf("%+v", c)
			}
		}
	}
	if got := codes(same); got != "small_size,no_variation" {
		t.Errorf("deviation 0: %s", got)
	}
	for name, p := range map[string]Probe{"zeros": {Universe: 9, Overpayments: decs("0", "0.00")}, "typed": typed(9, "0",
		"0")} {
		if _, err := p.Table(); !errors.Is(err, ErrUndefined) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := p.Size(dec("0.9"), dec("0.1")); !errors.Is(err, ErrUndefined) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := p.SizeStudentT(dec("0.9"), dec("0.1")); !errors.Is(err, ErrUndefined) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := codes(mustTable(t, Probe{Universe: 100_000,
		Overpayments: manualProbe()})); got != "small_size,rounded_down" {
		t.Errorf("the manual's probe: %s", got)
	}
}

func TestProbeErrors(t *testing.T) {
	values := decs("1", "2", "3")
	sums := func(texts ...string) *appraisal.Sums {
		var s appraisal.Sums
		if err := s.AddAll(decs(texts...)); err != nil {
			t.Fatal(err)
		}
		return &s
	}
	m, bad := dec("1"), dec("-1")
	huge := decimal.New(1, 2_000_000_000)
	for name, c := range map[string]struct {
		p    Probe
		want error
		text string
	}{
		"nothing": {Probe{Universe: 9}, ErrProbe, "give the overpayments"},
		"two ways": {Probe{Universe: 9, Overpayments: values, OverpaymentSums: sums("1", "2")}, ErrProbe,
			"give the overpayments"},
		"mean only":       {Probe{Universe: 9, MeanOverpayment: &m}, ErrProbe, "standard deviation"},
		"deviation only":  {Probe{Universe: 9, OverpaymentDeviation: &m}, ErrProbe, "standard deviation"},
		"values and mean": {Probe{Universe: 9, Overpayments: values, MeanOverpayment: &m}, ErrProbe, "give the overpayments"},
		"underpaid": {Probe{Universe: 9, Overpayments: decs("1", "-0.01")}, ErrProbe,
			"value 2 is -0.01; an underpaid claim counts as zero"},
		"negative sums": {Probe{Universe: 9, OverpaymentSums: sums("1", "-3")}, ErrProbe, "an underpaid claim counts as zero"},
		"negative mean": {Probe{Universe: 9, MeanOverpayment: &bad, OverpaymentDeviation: &m}, ErrProbe, "mean -1 is negative"},
		"negative deviation": {Probe{Universe: 9, MeanOverpayment: &m, OverpaymentDeviation: &bad}, ErrProbe,
			"standard deviation -1 is negative"},
		"huge mean":           {Probe{Universe: 9, MeanOverpayment: &huge, OverpaymentDeviation: &m}, ErrProbe, "mean"},
		"huge value":          {Probe{Universe: 9, Overpayments: []decimal.Decimal{m, huge}}, ErrProbe, "value 2"},
		"one value":           {Probe{Universe: 9, Overpayments: decs("5")}, ErrProbe, "takes two"},
		"no values":           {Probe{Universe: 9, Overpayments: decs()}, ErrProbe, "takes two"},
		"larger than its own": {Probe{Universe: 2, Overpayments: values}, ErrUniverse, "the probe sample has 3"},
		"no universe":         {Probe{Overpayments: values}, ErrUniverse, "between 1 and"},
		"negative universe":   {Probe{Universe: -1, Overpayments: values}, ErrUniverse, "between 1 and"},
		"universe too large":  {Probe{Universe: 1<<53 + 1, Overpayments: values}, ErrUniverse, "between 1 and"},
	} {
		_, fromTable := c.p.Table()
		_, fromSize := c.p.Size(dec("0.9"), dec("0.25"))
		_, fromReaching := c.p.SizeStudentT(dec("0.9"), dec("0.25"))
		for _, err := range []error{fromTable, fromSize, fromReaching} {
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
				t.Errorf("%s: %v, want %v …%s…", name, err, c.want, c.text)
			}
		}
	}
}

func TestLevelAndPrecisionErrors(t *testing.T) {
	for _, universe := range []int64{2, 9, 100_000} { // in the smallest there is nothing to search
		p := typed(universe, "1", "2")
		for _, level := range []string{"0", "1", "-0.5", "1.5", "0.9999999999"} {
			_, fromSize := p.Size(dec(level), dec("0.25"))
			_, fromReaching := p.SizeStudentT(dec(level), dec("0.25"))
			p.Levels = decs("0.9", level)
			_, fromTable := p.Table()
			for _, err := range []error{fromSize, fromReaching, fromTable} {
				if !errors.Is(err, appraisal.ErrLevel) {
					t.Errorf("level %s in %d: %v", level, universe, err)
				}
			}
		}
		p.Levels = nil
		for _, precision := range append(decs("0", "1", "1.5", "-0.25"), decimal.New(1, 2_000_000_000), decimal.New(1,
			-2_000_000_000)) {
			_, fromSize := p.Size(dec("0.9"), precision)
			_, fromReaching := p.SizeStudentT(dec("0.9"), precision)
			p.Precisions = []decimal.Decimal{dec("0.1"), precision}
			_, fromTable := p.Table()
			for _, err := range []error{fromSize, fromReaching, fromTable} {
				if !errors.Is(err, ErrPrecision) {
					t.Errorf("precision in %d: %v", universe, err)
				}
			}
		}
	}
	p := typed(9, "1", "2")
	p.Precisions = make([]decimal.Decimal, 101)
	for i := range p.Precisions {
		p.Precisions[i] = decimal.New(int64(i)+1, -3)
	}
	if _, err := p.Table(); !errors.Is(err, ErrPrecision) {
		t.Errorf("101 rows: %v", err)
	}
}

// TestPaidAmountsHaveNoPlace: OIG CIA FAQ, October 7, 2022: a size from paid amounts would be that for a total that is
// known already.
func TestPaidAmountsHaveNoPlace(t *testing.T) {
	for _, in := range []string{`{"universe":9,"paid":["1","2"]}`,
		`{"universe":9,"overpayments":["1","2"],"paid":["1","2"]}`} {
		var p Probe
		if err := jsonform.Unmarshal([]byte(in), &p); !errors.Is(err, jsonform.ErrJSON) || !strings.Contains(err.Error(),
			`"paid"`) {
			t.Errorf("%s: %v", in, err)
		}
	}
}

// TestTypedIsRounded: a mean and a standard deviation that are typed in stand for the values' own. Where both are
// finite decimals the tables are equal. The manual's probe has the mean 400 and s = 50.0033332…, of which only 20
// digits can be typed: the unrounded sizes then agree to about 19 digits, since n goes with s^2, and no printed size
// differs.
func TestTypedIsRounded(t *testing.T) {
	// 0, 0, 0, 4: mean 1, s^2 = (1+1+1+9)/3 = 4.
	own := mustTable(t, Probe{Universe: 5000, Overpayments: decs("0", "0", "0", "4")})
	if diff := cmp.Diff(own.Table, mustTable(t, typed(5000, "1", "2")).Table); diff != "" {
		t.Error(diff)
	}
	own = mustTable(t, Probe{Universe: 100_000, Overpayments: manualProbe()})
	byHand := typed(100_000, own.Mean.String(), own.StandardDeviation.String())
	for i, row := range mustTable(t, byHand).Rows {
		for k, c := range row {
			want := own.Rows[i][k]
			off := exact.Rat(c.Unrounded)
			off.Sub(off, exact.Rat(want.Unrounded)).Quo(off, exact.Rat(want.Unrounded))
			if c.Size != want.Size || off.Abs(off).Cmp(exact.Rat(decimal.New(1, -18))) > 0 {
				t.Errorf("%+v, want %+v", c, want)
			}
		}
	}
	if own.ProbeSize != 25 || mustTable(t, byHand).ProbeSize != 0 {
		t.Errorf("probe size %d", own.ProbeSize)
	}
}

// TestReachingInTheLargestUniverse: percentiles of t end at 1e9 degrees of freedom; the search does not.
func TestReachingInTheLargestUniverse(t *testing.T) {
	started := time.Now()
	n, err := typed(MaxUniverse, "1", "10").SizeStudentT(dec("0.9"), dec("0.1"))
	// t is z to five digits here: (1.644854*10/0.1)^2 = 27055.4, and (z^3+z)/4/df more in t: 27057.3 (Cochran, sec. 4.6).
	if err != nil || n < 27056 || n > 27059 {
		t.Errorf("%d, %v", n, err)
	}
	if n, err := typed(MaxUniverse, "0", "10").SizeStudentT(dec("0.9"), dec("0.1")); err != nil || n != MaxUniverse {
		t.Errorf("mean 0: %d, %v", n, err)
	}
	if took := time.Since(started); took > 10*time.Second {
		t.Errorf("took %s", took)
	}
}

func TestProbeJSON(t *testing.T) {
	p := Probe{Universe: 1000, Overpayments: decs("1.50", "0", "7"), Levels: decs("0.90"), Precisions: decs("0.25")}
	roundTrip(t, p)
	roundTrip(t, typed(9, "1.50", "2"))
	var s appraisal.Sums
	if err := s.AddAll(p.Overpayments); err != nil {
		t.Fatal(err)
	}
	withSums := Probe{Universe: 1000, OverpaymentSums: &s, Levels: p.Levels, Precisions: p.Precisions}
	roundTrip(t, withSums)
	table := mustTable(t, p)
	roundTrip(t, table)
	roundTrip(t, table.Table)
	roundTrip(t, table.Rows[0][0])
	if diff := cmp.Diff(table, mustTable(t, withSums)); diff != "" {
		t.Errorf("sums in the place of values: %s", diff)
	}
	flipGlobals(t, func() {
		if diff := cmp.Diff(table, mustTable(t, p)); diff != "" {
			t.Errorf("other settings of the decimal library: %s", diff)
		}
	})
}

// TestTableIsACopy: a later change of the request does not change the result.
func TestTableIsACopy(t *testing.T) {
	p := Probe{Universe: 1000, Overpayments: decs("1", "2"), Levels: decs("0.9"), Precisions: decs("0.25")}
	table := mustTable(t, p)
	p.Levels[0], p.Precisions[0] = dec("0.5"), dec("0.01")
	if !table.Levels[0].Equal(dec("0.9")) || !table.Precisions[0].Equal(dec("0.25")) {
		t.Errorf("%v, %v", table.Levels, table.Precisions)
	}
}
