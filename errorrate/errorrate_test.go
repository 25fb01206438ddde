package errorrate

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

func mustRate(t interface{ Fatal(...any) }, s Sample) Result {
	r, err := s.Rate()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// clinic is a sample with everything in it: 4 claims in error of 6, one of them underpaid, one without documentation.
func clinic() Sample {
	a, b, c, d := claim(11, "100.00", "100"), claim(12, "250.50", "200.25"), claim(13, "80", "95.10"), missing(14, "40.40")
	b.Category, c.Category = CategoryCoding, CategoryOther
	e := claim(15, "29.10", "0")
	e.Documentation, e.Category = Insufficient, CategoryDocumentation
	f := claim(16, "500", "500.00")
	f.Category = CategoryMedicalNecessity // not in error: counts nowhere
	return Sample{Claims: []Claim{a, b, c, d, e, f}}
}

// By hand: paid 100 + 250.50 + 80 + 40.40 + 29.10 + 500 = 1000.00; overpaid 50.25 + 40.40 (the whole amount, as
// documentation is missing) + 29.10 = 119.75; underpaid 15.10; net 104.65. Underpayments "may be netted" (OIG CIA FAQ,
// October 7, 2022): the rate is 10.465 percent with and 11.975 percent without netting.
func TestRateByHand(t *testing.T) {
	for netting, want := range map[Netting][2]string{"": {"104.65", "0.10465"}, Netted: {"104.65", "0.10465"},
		NotNetted: {"119.75", "0.11975"}} {
		s := clinic()
		s.Netting = netting
		r := mustRate(t, s)
		got := map[string]string{"paid": exact.String(r.Paid), "overpaid": exact.String(r.Overpaid),
			"underpaid": exact.String(r.Underpaid),
			"net":       exact.String(r.NetOverpayment), "rate": exact.String(r.ErrorRate), "exact": r.Exact().FloatString(5),
			"threshold": exact.String(r.Threshold)}
		if diff := cmp.Diff(map[string]string{"paid": "1000", "overpaid": "119.75", "underpaid": "15.1", "net": want[0],
			"rate": want[1], "exact": want[1], "threshold": "0.05"}, got); diff != "" {
			t.Errorf("%q: %s", netting, diff)
		}
		if !r.ThresholdMet || r.Netting == "" {
			t.Errorf("%q: %+v", netting, r)
		}
		if diff := cmp.Diff(Counts{Reviewed: 6, InError: 4, Overpaid: 3, Underpaid: 1, MissingDocumentation: 1, InsufficientDocumentation: 1},
			r.Counts); diff != "" {
			t.Error(diff)
		}
		categories := []CategoryTotal{
			{Category: CategoryCoding, Claims: 1, ClaimsOverpaid: 1, Overpaid: dec("50.25")},
			{Category: CategoryDocumentation, Claims: 2, ClaimsOverpaid: 2, Overpaid: dec("69.5")},
			{Category: CategoryOther, Claims: 1, ClaimsUnderpaid: 1, Underpaid: dec("15.1")},
		}
		if diff := cmp.Diff(categories, r.Categories); diff != "" {
			t.Error(diff)
		}
	}
}

func TestCategoriesOfMissingDocumentation(t *testing.T) {
	m, n := missing(1, "5"), missing(2, "6")
	m.Category = CategoryMedicalNecessity // the reviewer's own word stands
	r := mustRate(t, Sample{Claims: []Claim{m, n, claim(3, "7", "1")}})
	want := []CategoryTotal{
		{Category: CategoryDocumentation, Claims: 1, ClaimsOverpaid: 1, Overpaid: dec("6")},
		{Category: CategoryMedicalNecessity, Claims: 1, ClaimsOverpaid: 1, Overpaid: dec("5")},
		{Category: Unclassified, Claims: 1, ClaimsOverpaid: 1, Overpaid: dec("6")},
	}
	if diff := cmp.Diff(want, r.Categories); diff != "" {
		t.Error(diff)
	}
}

// TestThresholdIsExact: at or above meets. Of 1,000,000,000 dollars paid 5 percent are 50,000,000; a dollar less is
// 4.9999999 percent, a cent less 4.999999999 percent. Of 100,000,000.01 dollars 5 percent are 5,000,000.0005, so
// 5,000,000.00 is below though the rate is 0.05/(1 + 1e-10).
func TestThresholdIsExact(t *testing.T) {
	for _, c := range []struct {
		paid, correct, rate string
		met                 bool
	}{
		{"1000000000", "950000000", "0.05", true}, {"1000000000", "950000001", "0.049999999", false},
		{"1000000000", "950000000.01", "0.04999999999", false}, {"1000000000", "949999999.99", "0.05000000001", true},
		{"100000000.01", "95000000.01", "0.049999999995", false},
		{"0.20", "0.19", "0.05", true}, {"0.21", "0.20", "0.047619047619047619048", false},
	} {
		r := mustRate(t, Sample{Claims: []Claim{claim(1, c.paid, c.correct)}})
		want := exact.String(exact.Round(exact.Rat(dec(c.rate))))
		if r.ThresholdMet != c.met || exact.String(r.ErrorRate) != want {
			t.Errorf("%+v: %s, %t", c, r.ErrorRate, r.ThresholdMet)
		}
	}
	// A third cannot be stated in digits; the claims decide: 1/3 is above 0.33333333333333333333.
	s := Sample{Claims: []Claim{claim(1, "3", "2")}, Threshold: dec("0.33333333333333333333")}
	if r := mustRate(t, s); !r.ThresholdMet || !r.ErrorRate.Equal(s.Threshold) {
		t.Errorf("%+v", r)
	}
	s.Threshold = dec("0.33333333333333333334")
	if r := mustRate(t, s); r.ThresholdMet {
		t.Errorf("%+v", r)
	}
	// Two thirds round up to 0.66666666666666666667 and are below that.
	s = Sample{Claims: []Claim{claim(1, "3", "1")}, Threshold: dec("0.66666666666666666667")}
	if r := mustRate(t, s); r.ThresholdMet || !r.ErrorRate.Equal(s.Threshold) {
		t.Errorf("%+v", r)
	}
	// Netting decides: 6 overpaid, 1.01 underpaid of 100 is 4.99 percent.
	s = Sample{Claims: []Claim{claim(1, "50", "44"), claim(2, "50", "51.01")}}
	if r := mustRate(t, s); r.ThresholdMet {
		t.Errorf("%+v", r)
	}
	s.Netting = NotNetted
	if r := mustRate(t, s); !r.ThresholdMet {
		t.Errorf("%+v", r)
	}
	// More underpaid than overpaid is a negative rate and meets nothing.
	if r := mustRate(t, Sample{Claims: []Claim{claim(1, "10", "12")}}); r.ThresholdMet ||
		exact.String(r.ErrorRate) != "-0.2" {
		t.Errorf("%+v", r)
	}
}

func TestRequestErrors(t *testing.T) {
	for _, bad := range []decimal.Decimal{dec("-0.05"), dec("1.01"), dec("5"), decimal.New(1, 2_000_000_000),
		decimal.New(1, -2_000_000_000)} {
		s := clinic()
		s.Threshold = bad
		if _, err := s.Rate(); !errors.Is(err, ErrThreshold) {
			t.Errorf("%v", err)
		}
	}
	s := clinic()
	for _, good := range []string{"1", "0.000", "0.0000001"} {
		s.Threshold = dec(good)
		mustRate(t, s)
	}
	s.Netting = Netting("gross" + strings.Repeat("!", 1000))
	if _, err := s.Rate(); !errors.Is(err, ErrNetting) || len(err.Error()) > 200 || !strings.Contains(err.Error(),
		"gross") {
		t.Errorf("%v", err)
	}
	if _, err := (Sample{}).Rate(); !errors.Is(err, ErrNoClaims) {
		t.Errorf("%v", err)
	}
	if (Result{}).Exact().Sign() != 0 {
		t.Error("a rate of nothing")
	}
}

// TestWriteOverpayments: number, a blank, the overpayment; zero for a correct and for an underpaid claim (OIG CIA
// FAQ). The file is read back as difference values with the appraisal of the overpayments themselves.
func TestWriteOverpayments(t *testing.T) {
	var file bytes.Buffer
	s := clinic()
	if err := s.WriteOverpayments(&file); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("11 0.00\n12 50.25\n13 0.00\n14 40.40\n15 29.10\n16 0.00\n", file.String()); diff != "" {
		t.Error(diff)
	}
	read, err := variable.ReadSample(&file, variable.FormatDifference)
	if err != nil {
		t.Fatal(err)
	}
	got, err := variable.Unrestricted{Universe: 1000, Sample: read}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	want, err := variable.Unrestricted{Universe: 1000, Sample: variable.Sample{Difference: s.Overpayments()}}.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if exact.String(got.Total) != "119.75" || got.Nonzero != 3 {
		t.Errorf("%+v", got)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWriteOverpaymentsErrors(t *testing.T) {
	broken := errors.New("the disk is full")
	if err := clinic().WriteOverpayments(failing{broken}); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	wrong := claim(1, "5", "0")
	wrong.Paid = decimal.New(5, 2_000_000_000)
	var file bytes.Buffer
	if err := (Sample{Claims: []Claim{claim(2, "5", "1"), wrong}}).WriteOverpayments(&file); !errors.Is(err, ErrAmount) ||
		file.Len() > 0 {
		t.Errorf("%v, %q", err, &file)
	}
}

func TestJSON(t *testing.T) {
	s := clinic()
	s.Threshold, s.Netting = dec("0.10"), NotNetted
	s.Claims[0].Payor, s.Claims[0].Reason = "Medicare", "a \"reason\" <1>"
	r := mustRate(t, s)
	roundTrip(t, s)
	roundTrip(t, r)
	roundTrip(t, r.Counts)
	for _, c := range s.Claims {
		roundTrip(t, c)
	}
	for _, c := range r.Categories {
		roundTrip(t, c)
	}
	flipGlobals(t, func() {
		if diff := cmp.Diff(r, mustRate(t, s)); diff != "" {
			t.Error(diff)
		}
	})
	for name, in := range map[string]string{
		"unknown field": `{"claims":[{"number":1,"id":"a","paid":"1","documentation":"missing","spare":true}]}`,
		"wrong type":    `{"claims":[{"number":"1","id":"a","paid":"1","documentation":"missing"}]}`,
	} {
		var s Sample
		if err := jsonform.Unmarshal([]byte(in), &s); !errors.Is(err, jsonform.ErrJSON) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
