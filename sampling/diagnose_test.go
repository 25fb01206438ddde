package sampling

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

var equalDecimals = cmp.Comparer(func(a, b decimal.Decimal) bool { return exact.String(a) == exact.String(b) })

// powersOf11 are 11^i mod 1009 for i = 1 ... 60, all different: the numbers of the comparison with R.
func powersOf11() []int64 {
	list, v := []int64{}, int64(1)
	for range 60 {
		v = v * 11 % 1009
		list = append(list, v)
	}
	return list
}

// TestDiagnoseAgainstR: R 4.2.2 gives for the powers of 11 in a frame from 1 to 1008, with the formula of the runs test
// and chisq.test(counts, p = shares), the figures below with 15 digits.
func TestDiagnoseAgainstR(t *testing.T) {
	d, err := RandomnessTests{Numbers: powersOf11(), Low: 1, High: 1008}.Run()
	if err != nil {
		t.Fatal(err)
	}
	close15 := func(name string, got decimal.Decimal, want float64) {
		if f, _ := exact.Rat(got).Float64(); math.Abs(f-want) > 1e-14*math.Abs(want) {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	r := d.Runs
	if r.Above != 30 || r.Below != 30 || r.Runs != 32 || exact.String(r.Median) != "658.5" ||
		exact.String(r.P) != "0.794543" {
		t.Errorf("%+v", r)
	}
	close15("expected runs", r.Expected, 31)
	close15("variance", r.Variance, 14.745762711864407)
	close15("z", r.Z, 0.260415229881094)
	c := d.ChiSquare
	if !slices.Equal(c.Counts, []int64{5, 7, 2, 7, 4, 2, 8, 9, 10, 6}) || c.Degrees != 9 ||
		exact.String(c.P) != "0.259596" {
		t.Errorf("%+v", c)
	}
	close15("chi-square", c.Statistic, 11.240316831683169)
	s := d.Serial
	if !slices.Equal(s.Counts, []int64{5, 10, 5, 10}) || s.Degrees != 3 || exact.String(s.P) != "0.343026" {
		t.Errorf("%+v", s)
	}
	close15("serial", s.Statistic, 3.333366204887080)
	if d.Note != RandomnessNote {
		t.Error(d.Note)
	}
	decimaltest.RoundTrip(t, d, equalDecimals)
}

// TestDiagnoseByHand: the numbers 1 to 20 in rising order out of 1 to 20. The median is 10.5, 10 numbers lie on either
// side in 2 runs; 11 are expected with the variance 10*9/19 = 90/19, so z = -9/sqrt(90/19) = -sqrt(17.1). Four classes
// of 5 hold 5 each: chi-square 0. There are too few pairs.
func TestDiagnoseByHand(t *testing.T) {
	numbers := make([]int64, 20)
	for i := range numbers {
		numbers[i] = int64(i + 1)
	}
	d, err := RandomnessTests{Numbers: numbers, Low: 1, High: 20}.Run()
	if err != nil {
		t.Fatal(err)
	}
	r := d.Runs
	if r.Runs != 2 || exact.String(r.Z) != "-4.1352146256270665304" ||
		exact.String(r.Variance) != "4.7368421052631578947" {
		t.Errorf("%+v", r)
	}
	if exact.String(r.P) != "0.0000354623" { // 2*pnorm(-sqrt(17.1)) in R
		t.Error(r.P)
	}
	if c := d.ChiSquare; c.Classes != 4 || exact.String(c.Statistic) != "0" || exact.String(c.P) != "1" {
		t.Errorf("%+v", c)
	}
	if d.Serial != nil {
		t.Errorf("%+v", d.Serial)
	}
	// With the number 21 the median is 11 itself and is left out: nothing changes.
	if d, err := (RandomnessTests{Numbers: append(slices.Clone(numbers), 21), Low: 1, High: 21}).Run(); err != nil ||
		d.Runs.Above != 10 || d.Runs.Below != 10 || d.Runs.Runs != 2 {
		t.Error(d.Runs, err)
	}
	// Without the number 20 the median is 10 itself and is left out: 9 on either side, too few.
	if d, err := (RandomnessTests{Numbers: numbers[:19], Low: 1, High: 20}).Run(); err != nil || d.Runs != nil {
		t.Error(d.Runs, err)
	}
	d, err = RandomnessTests{Numbers: []int64{7}, Low: 7, High: 7}.Run()
	if err != nil || d.Runs != nil || d.ChiSquare != nil {
		t.Error(d, err)
	}
}

// TestPValuesAgainstR compares with pchisq(x, df, lower = FALSE) and 2*pnorm(-z) of R 4.2.2, 15 digits.
func TestPValuesAgainstR(t *testing.T) {
	for _, c := range []struct {
		degrees int64
		x, want float64
	}{
		{1, 3.84, 5.00435212487052e-02}, {2, 10.5, 5.24751839918138e-03}, {3, 0.1, 9.91837423731876e-01},
		{4, 25, 5.03098178230621e-05}, {9, 60.25, 1.19988041727134e-09}, {99, 300, 4.22665346441963e-22},
		{999, 950.5, 8.61731742544994e-01}, {7, 1e-5, 1}, {1, 40, 2.53962858947086e-10},
		{10, 9.5, 4.85397557778597e-01}, {5, 0, 1}, {999, 3000, 0},
	} {
		if got := chiSquareTail(c.degrees, c.x); math.Abs(got-c.want) > 1e-12*c.want {
			t.Errorf("%d degrees, %v: %v, want %v", c.degrees, c.x, got, c.want)
		}
	}
	for z, want := range map[float64]float64{
		0.5: 6.17075077451974e-01, -1.959963984540054: 0.05, 3.3: 9.66848284767555e-04, 6: 1.97317529007540e-09,
		10: 1.52397060483211e-23, 0: 1,
	} {
		if got := normalTwoSided(z); math.Abs(got-want) > 1e-12*want {
			t.Errorf("%v: %v, want %v", z, got, want)
		}
	}
	if p := diagnoseProbability(9.9e-31); !p.IsZero() {
		t.Error(p)
	}
}

func TestDiagnoseClasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frame := rapid.OneOf(rapid.Int64Range(2, 2000), rapid.Int64Range(MaxFrame-5, MaxFrame)).Draw(t, "frame")
		k := rapid.Int64Range(2, min(frame, maxClasses)).Draw(t, "k")
		j := rapid.Int64Range(0, k-1).Draw(t, "j")
		first := diagnoseStart(j, k, frame)
		if got := diagnoseClass(first, k, frame); got != j {
			t.Fatalf("the first offset of class %d is in %d", j, got)
		}
		if got := diagnoseClass(diagnoseStart(j+1, k, frame)-1, k, frame); got != j {
			t.Fatalf("the last offset of class %d is in %d", j, got)
		}
		if w := diagnoseWidth(j, k, frame); w != frame/k && w != (frame+k-1)/k {
			t.Fatalf("width %d", w)
		}
	})
}

// TestDiagnoseOfDraws: over 400 draws each test fails at 5 % about 20 times (standard deviation 4.4, allowed 4 of
// them).
func TestDiagnoseOfDraws(t *testing.T) {
	if testing.Short() {
		t.Skip("400 draws")
	}
	fails := [3]int{}
	limit := decimal.New(5, -2)
	for seed := range int64(400) {
		s := mustDraw(t, SingleStage{Seed: exact.String(decimal.NewFromInt(1000 + 37*seed)), Low: 1, High: 1e6, Size: 200})
		d, err := RandomnessTests{Numbers: inOrder(s), Low: 1, High: 1e6}.Run()
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range []decimal.Decimal{d.Runs.P, d.ChiSquare.P, d.Serial.P} {
			if p.LessThanOrEqual(limit) {
				fails[i]++
			}
		}
	}
	for i, n := range fails {
		if n < 3 || n > 38 {
			t.Errorf("test %d fails %d times in 400", i, n)
		}
	}
}

func TestDiagnoseRefuses(t *testing.T) {
	if !testing.Short() {
		many := RandomnessTests{Numbers: make([]int64, MaxUnits+1), Low: 0, High: 1009}
		if _, err := many.Run(); !errors.Is(err, ErrSize) {
			t.Error(err)
		}
	}
	for name, c := range map[string]struct {
		d    RandomnessTests
		want error
	}{
		"frame":   {RandomnessTests{Numbers: []int64{1}, Low: 2, High: 1}, ErrFrame},
		"none":    {RandomnessTests{Low: 1, High: 9}, ErrSize},
		"outside": {RandomnessTests{Numbers: []int64{1, 10}, Low: 1, High: 9}, ErrSelection},
		"twice":   {RandomnessTests{Numbers: []int64{1, 2, 1}, Low: 1, High: 9}, ErrSelection},
		"one":     {RandomnessTests{Numbers: powersOf11(), Low: 1, High: 1009, Classes: 1}, ErrSize},
		"classes": {RandomnessTests{Numbers: powersOf11(), Low: 1, High: 1009, Classes: 13}, ErrSize},
		"most":    {RandomnessTests{Numbers: powersOf11(), Low: 1, High: 1009, Classes: maxClasses + 1}, ErrSize},
	} {
		if _, err := c.d.Run(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzDiagnoseJSON: whatever is decoded is refused or tested, with p-values from 0 to 1.
func FuzzDiagnoseJSON(f *testing.F) {
	f.Add([]byte(`{"numbers":[1,2,3,4,5,6,7,8,9,10,11,12],"low":1,"high":20,"classes":2}`))
	f.Add([]byte(`{"numbers":[-9007199254740991],"low":-9007199254740991,"high":9007199254740991}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d RandomnessTests
		if jsonform.Unmarshal(data, &d) != nil {
			return
		}
		r, err := d.Run()
		if err != nil {
			if !errors.Is(err, ErrFrame) && !errors.Is(err, ErrSize) && !errors.Is(err, ErrSelection) {
				t.Fatal(err)
			}
			return
		}
		for _, c := range []*ChiSquareTest{r.ChiSquare, r.Serial} {
			if c != nil && (c.P.IsNegative() || c.P.GreaterThan(decimal.New(1, 0)) || c.Statistic.IsNegative()) {
				t.Fatalf("%+v", c)
			}
		}
	})
}
