package extrapolate

import (
	"bytes"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
)

func mustExamine(t interface{ Fatal(...any) }, s Scrutiny) ScrutinyResult {
	r, err := s.Examine()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// states writes the checks as "code:status".
func states(r ScrutinyResult) string {
	var list []string
	for _, c := range r.Checks {
		list = append(list, c.Code+":"+string(c.Status))
	}
	return strings.Join(list, " ")
}

// TestScrutinyByHand: the twelve claims of 480 that the bases are tested with. By Python's fractions: skewness 2.2188365,
// 25 G1^2 = 123.0809; without the claim of $300 (58.3 % of $514.50) the estimate is 480*214.50/11 = 9360, 11220 less than
// 20580.
func TestScrutinyByHand(t *testing.T) {
	s := Scrutiny{Sample: Sample{Universe: 480, Claims: claims(twelve...), Precision: dec("0.25")}}
	r := mustExamine(t, s)
	if got := states(r); got != "precision:failed nonzero_items:noted skewness:noted single_claim:noted" {
		t.Error(got)
	}
	if r.Checks[2].Figure != "2.22" || !strings.Contains(r.Checks[2].Text, "more than 123.1 claims") {
		t.Errorf("%+v", r.Checks[2])
	}
	if i := r.Influence; i.ID != "C11" || i.Without.String() != "9360" || i.Change.String() != "-11220" || i.Share.StringFixed(6) != "0.583090" {
		t.Errorf("%+v", i)
	}
	if r.Checks[3].Figure != "-$11,220.00" || r.Checks[1].Figure != "4" || r.Coverage != nil || r.MinimumSum != nil {
		t.Errorf("%+v", r.Checks)
	}
	s.Precision = decimal.Decimal{}
	if got := states(mustExamine(t, s)); !strings.HasPrefix(got, "precision:noted") {
		t.Error(got)
	}
	roundTrip(t, s)
	roundTrip(t, r)
}

// TestCoverageAgainstPython: counts of the simulation as Python's hashlib and fractions have them, by the description of
// Coverage. 480 is 40 times 12; 485 leaves five claims over.
func TestCoverageAgainstPython(t *testing.T) {
	for _, c := range []struct {
		universe                    int64
		seed, total                 string
		covered, high, low, uniform int64
	}{
		{480, "2026-11-26 dice 3 1 6 6 2", "20580", 780, 12, 208, 11},
		{485, "another seed", "20719.25", 817, 6, 177, 4},
	} {
		r := mustExamine(t, Scrutiny{Sample: Sample{Universe: c.universe, Claims: claims(twelve...)}, Seed: c.seed})
		v := r.Coverage
		if v.Covered != c.covered || v.TooHigh != c.high || v.TooLow != c.low || v.NoVariation != c.uniform || v.Total.String() != c.total ||
			!v.BelowLevel || v.Replicates != 1000 || !v.Rate.Equal(decimal.New(c.covered, -3)) {
			t.Errorf("%d: %+v", c.universe, v)
		}
		if !strings.HasSuffix(states(r), "coverage:noted") {
			t.Error(states(r))
		}
		roundTrip(t, r)
	}
}

// TestCoverageOfTameData: many claims overpaid by amounts that are nearly alike are covered as often as the level says.
func TestCoverageOfTameData(t *testing.T) {
	var list []string
	for i := range 60 {
		list = append(list, decimal.New(int64(90+i%21), 0).String())
	}
	r := mustExamine(t, Scrutiny{Sample: Sample{Universe: 5000, Claims: claims(list...), Precision: dec("0.25")}, Seed: "tame", Replicates: 2000})
	if got := states(r); got != "precision:passed nonzero_items:passed skewness:passed single_claim:passed coverage:passed" {
		t.Error(got)
	}
	if v := r.Coverage; v.Covered+v.TooHigh+v.TooLow != 2000 || v.Covered < 1750 || v.Covered > 1850 {
		t.Errorf("%+v", v)
	}
}

// TestFarBelow: of 100 at 0.9 the bound is 90 - 3*3 = 81 exactly, which is not below it.
func TestFarBelow(t *testing.T) {
	for count, want := range map[int64]bool{80: true, 81: false, 90: false, 100: false} {
		if farBelow(count, 100, big.NewRat(9, 10)) != want {
			t.Errorf("%d of 100", count)
		}
	}
}

// TestSingleClaimDrives: with one large overpayment the estimate without it is zero, outside every interval that is narrow.
func TestSingleClaimDrives(t *testing.T) {
	list := make([]string, 30)
	for i := range list {
		list[i] = "10"
	}
	list[4] = "900"
	r := mustExamine(t, Scrutiny{Sample: Sample{Universe: 31, Claims: claims(list...)}})
	if got := states(r); !strings.Contains(got, "single_claim:noted") || r.Influence.ID != "C5" {
		t.Errorf("%s %+v", got, r.Influence)
	}
}

// TestMinimumSumCheck: the limit is that of variable.MinimumSum on payments and overpayments.
func TestMinimumSumCheck(t *testing.T) {
	sample := claims("1000", "1000", "0", "250")
	s := Scrutiny{Sample: Sample{Universe: 10, Claims: sample}, Unsampled: decs("10", "20", "30", "40", "50", "60")}
	r := mustExamine(t, s)
	want, err := variable.MinimumSum{Sample: variable.Sample{Examined: decs("1000", "1000", "1000", "1000"),
		Difference: decs("1000", "1000", "0", "250")}, Unsampled: s.Unsampled}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if !r.MinimumSum.Limits[0].LowerLimit.Equal(want.Limits[0].LowerLimit) || !strings.HasSuffix(states(r), "minimum_sum:noted") {
		t.Errorf("%s, want %s; %s", r.MinimumSum.Limits[0].LowerLimit, want.Limits[0].LowerLimit, states(r))
	}
	s.Enlarged = true
	if c := mustExamine(t, s).Checks; !strings.Contains(c[len(c)-1].Text, "enlarged") {
		t.Errorf("%+v", c)
	}
	s.Claims, s.Universe = claims("-1000", "0", "0", "50"), 10 // the appraisal's limit is below zero
	if got := states(mustExamine(t, s)); !strings.HasSuffix(got, "minimum_sum:passed") {
		t.Error(got)
	}
	roundTrip(t, r)
}

func TestScrutinyOfExtremes(t *testing.T) {
	census := mustExamine(t, Scrutiny{Sample: Sample{Universe: 2, Claims: claims("5", "0")}, Seed: "s"})
	if states(census) != "precision:passed" || census.Coverage != nil || census.Influence != nil {
		t.Errorf("%+v", census)
	}
	none := mustExamine(t, Scrutiny{Sample: Sample{Universe: 20, Claims: claims("0", "-5", "0")}, Seed: "s"})
	if states(none) != "precision:noted nonzero_items:noted skewness:noted coverage:noted" {
		t.Error(states(none))
	}
	alike := mustExamine(t, Scrutiny{Sample: Sample{Universe: 20, Claims: claims("5", "5", "5")}, Seed: "s"})
	if v := alike.Coverage; v.Covered != 1000 || v.NoVariation != 1000 || v.Total.String() != "100" {
		t.Errorf("%+v", v)
	}
	wide := mustExamine(t, Scrutiny{Sample: Sample{Universe: variable.MaxUniverse, Claims: claims("5", "0", "7")}, Seed: "s"})
	if v := wide.Coverage; v.Covered+v.TooHigh+v.TooLow != 1000 {
		t.Errorf("%+v", v)
	}
}

func TestScrutinyRefuses(t *testing.T) {
	good := Scrutiny{Sample: Sample{Universe: 480, Claims: claims(twelve...)}, Seed: "s"}
	for name, c := range map[string]struct {
		change func(*Scrutiny)
		want   error
	}{
		"few replicates":  {func(s *Scrutiny) { s.Replicates = 999 }, ErrReplicates},
		"many replicates": {func(s *Scrutiny) { s.Replicates = 100_001 }, ErrReplicates},
		"seed":            {func(s *Scrutiny) { s.Seed = strings.Repeat("x", 1001) }, ErrSeed},
		"payments":        {func(s *Scrutiny) { s.Unsampled = decs("5") }, ErrSample},
		"share":           {func(s *Scrutiny) { s.Universe, s.Unsampled, s.ErrorShare = 13, decs("5"), dec("2") }, variable.ErrShare},
		"negative":        {func(s *Scrutiny) { s.Universe, s.Unsampled = 13, decs("-5") }, variable.ErrUniverse},
		"universe":        {func(s *Scrutiny) { s.Universe = 5 }, ErrSample},
		"precision":       {func(s *Scrutiny) { s.Precision = dec("1") }, ErrPrecision},
		"level":           {func(s *Scrutiny) { s.Confidence = dec("1") }, appraisal.ErrLevel},
		"no claims":       {func(s *Scrutiny) { s.Claims = nil }, errorrate.ErrNoClaims},
		"work": {func(s *Scrutiny) {
			var list []string
			for range 201 {
				list = append(list, "1")
			}
			s.Claims, s.Replicates = claims(list...), 100_000
		}, ErrReplicates},
	} {
		s := good
		c.change(&s)
		if r, err := s.Examine(); !errors.Is(err, c.want) || r.Checks != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestScrutinyProperties: the estimates without a claim have the point estimate as their mean, exactly; the population
// like the sample has every value floor(N/n) times at least and its total is the sum over its units; the order of the
// claims changes nothing but which of several alike is named.
func TestScrutinyProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t)
		values := make([]decimal.Decimal, len(s.Claims))
		sum := new(big.Rat)
		for i, c := range s.Claims {
			values[i] = c.Overpayment()
			sum.Add(sum, exact.Rat(values[i]))
		}
		n := int64(len(values))
		all := new(big.Rat)
		for _, without := range leaveOneOut(s.Universe, values) {
			all.Add(all, without)
		}
		if all.Cmp(sum.Mul(sum, exact.Int(s.Universe))) != 0 { // n times the point estimate N sum/n
			t.Fatalf("%s, want %s", all, sum)
		}
		p := newLikeSample(s.Universe, values)
		times, total := make([]int64, n), new(big.Rat)
		for u := range s.Universe {
			times[p.at(u)]++
			total.Add(total, exact.Rat(p.values[p.at(u)]))
		}
		for _, m := range times {
			if m != s.Universe/n && m != s.Universe/n+1 {
				t.Fatalf("%v times for %d of %d", times, n, s.Universe)
			}
		}
		if total.Cmp(p.total()) != 0 {
			t.Fatalf("%s, stated %s", total, p.total())
		}
		r := mustExamine(t, Scrutiny{Sample: s, Seed: "order"})
		s.Claims = rapid.Permutation(s.Claims).Draw(t, "order")
		again := mustExamine(t, Scrutiny{Sample: s, Seed: "order"})
		if states(r) != states(again) || (r.Coverage == nil) != (again.Coverage == nil) || r.Coverage != nil && r.Coverage.Covered != again.Coverage.Covered {
			t.Fatalf("%+v, %+v", r.Coverage, again.Coverage)
		}
	})
}

func TestScrutinyText(t *testing.T) {
	s := Scrutiny{Sample: Sample{Universe: 480, Claims: claims(twelve...)}, Seed: "2026-11-26 dice 3 1 6 6 2"}
	var b bytes.Buffer
	if err := mustExamine(t, s).WriteText(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Skewness: noted", "2.22", "Cochran", "780 of them", "12 of 480"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if len(line) > 96 {
			t.Errorf("%d columns: %s", len(line), line)
		}
	}
	if (ScrutinyCheck{Code: "other_check"}).Title() != "other check" {
		t.Error("a title of words")
	}
	t.Log(b.String())
}
