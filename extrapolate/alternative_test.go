package extrapolate

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/reportable"
)

// twelve are the differences of twelve claims, one of them underpaid, out of 480.
var twelve = []string{"0", "0", "0", "0", "120.50", "0", "75.25", "0", "-40", "0", "300", "18.75"}

var quoted = &reportable.Clause{Parameter: "basis", Quote: "at the lower limit of the two-sided 90 percent interval", Source: "appendix B"}

func mustAppraise(t interface{ Fatal(...any) }, a Alternative) AlternativeResult {
	r, err := a.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestAlternativesByHand: sums are 514.50 gross and 474.50 net, so the point estimates are 40 times that. Means,
// variances and limits are those of Python's fractions with R's qt(0.95, 11) = 1.7958848187040435 and qt(0.90, 11) =
// 1.3634303180205407:
//
//	gross  standard error 12270.643126, two-sided lower limit -1456.66, one-sided 3849.83
//	net    standard error 12605.630452, two-sided lower limit -3658.26, one-sided 1793.10
func TestAlternativesByHand(t *testing.T) {
	for _, c := range []struct {
		a                          Alternative
		amount, value, other, rule string
		warnings                   string
	}{
		{Alternative{Basis: ByAgreement, UnderAgreement: true}, "20580.00", "20580.00", "18980.00", RulePointEstimate,
			"underpayments_not_netted"},
		{Alternative{Basis: ByAuditServices}, "0.00", "-1456.66", "-3658.26", RuleAuditServices,
			"nothing_to_repay,underpayments_not_netted"},
		{Alternative{Basis: ByAuditServices, UnderAgreement: true, Clause: quoted}, "0.00", "-1456.66", "-3658.26", RuleAuditServices,
			"not_the_agreement,nothing_to_repay,underpayments_not_netted"},
		{Alternative{Basis: ByProgramIntegrity}, "3849.83", "3849.83", "1793.10", RuleProgramIntegrity, "underpayments_not_netted"},
		{Alternative{Basis: ByProgramIntegrity, Net: true, Clause: quoted}, "1793.10", "1793.10", "3849.83", RuleProgramIntegrity,
			"underpayments_netted"},
		{Alternative{Basis: ByProgramIntegrity, UnderAgreement: true}, "3849.83", "3849.83", "1793.10", RuleProgramIntegrity,
			"not_the_agreement,underpayments_not_netted"},
		{Alternative{Basis: ByPayorNet, Clause: quoted}, "18980.00", "18980.00", "20580.00", RulePayorNetting, "underpayments_netted"},
	} {
		c.a.Universe, c.a.Claims = 480, claims(twelve...)
		r := mustAppraise(t, c.a)
		if got := r.Amount.StringFixed(2); got != c.amount || r.Value.StringFixed(2) != c.value || r.OtherValues.StringFixed(2) != c.other ||
			r.Rule.ID != c.rule || warned(r.Warnings) != c.warnings {
			t.Errorf("%s: %s, %s, %s, %s, %s", c.a.Basis, got, r.Value, r.OtherValues, r.Rule.ID, warned(r.Warnings))
		}
		if r.AgreementAmount.StringFixed(2) != "20580.00" || r.Found.StringFixed(2) != "514.50" {
			t.Errorf("%s: agreement %s, found %s", c.a.Basis, r.AgreementAmount, r.Found)
		}
		if (r.Figure == FigurePointEstimate) != r.Level.IsZero() {
			t.Errorf("%s: level %s", c.a.Basis, r.Level)
		}
		roundTrip(t, c.a)
		roundTrip(t, r)
	}
}

func hundred() []errorrate.Claim {
	texts := make([]string, 100)
	for i := range texts {
		texts[i] = "0"
	}
	texts[7], texts[70], texts[99] = "10", "30.25", "-5"
	return claims(texts...)
}

func TestSelfDisclosure(t *testing.T) {
	a := Alternative{Basis: BySelfDisclosure, Universe: 2000, Claims: hundred()}
	r := mustAppraise(t, a)
	if r.Amount.String() != "805" || r.OtherValues.StringFixed(2) != "705.00" || r.Rule.From.String() != "2021-11-08" {
		t.Errorf("%s %s %+v", r.Amount, r.OtherValues, r.Rule)
	}
	a.On = date(t, "2021-11-07")
	if r := mustAppraise(t, a); !strings.Contains(r.Rule.Citation, "April 17, 2013") {
		t.Error(r.Rule)
	}
	a.On, a.Universe, a.Claims = reportable.Date{}, 99, a.Claims[:99]
	mustAppraise(t, a) // all of them, so no sample
	a.Universe = 100
	if _, err := a.Appraise(); !errors.Is(err, ErrTooFew) {
		t.Error(err)
	}
}

// TestFoundExceedsFigure: a census of a half of a small population finds more than the limit says.
func TestFoundExceedsFigure(t *testing.T) {
	r := mustAppraise(t, Alternative{Basis: ByAuditServices, Universe: 6, Claims: claims("0", "50", "60", "70")})
	if warned(r.Warnings) != "found_exceeds_figure" || !r.Found.GreaterThan(r.Amount) || r.Amount.IsZero() {
		t.Errorf("%s of %s: %s", r.Amount, r.Found, warned(r.Warnings))
	}
}

func TestAlternativeRefuses(t *testing.T) {
	good := Alternative{Basis: ByAgreement, Universe: 480, Claims: claims(twelve...)}
	for name, c := range map[string]struct {
		change func(*Alternative)
		want   error
	}{
		"no basis":         {func(a *Alternative) { a.Basis = "" }, ErrBasis},
		"another word":     {func(a *Alternative) { a.Basis = "upper_limit" }, ErrBasis},
		"before its day":   {func(a *Alternative) { a.Basis, a.On = BySelfDisclosure, date(t, "2013-04-16") }, ErrBasis},
		"net disclosure":   {func(a *Alternative) { a.Basis, a.Net, a.Clause = BySelfDisclosure, true, quoted }, ErrBasis},
		"net, no clause":   {func(a *Alternative) { a.Net = true }, ErrAuthority},
		"payor, no clause": {func(a *Alternative) { a.Basis = ByPayorNet }, ErrAuthority},
		"empty clause":     {func(a *Alternative) { a.Clause = &reportable.Clause{Quote: " "} }, ErrAuthority},
		"agreement":        {func(a *Alternative) { a.Basis, a.UnderAgreement = ByAuditServices, true }, ErrAuthority},
		"few":              {func(a *Alternative) { a.Basis = BySelfDisclosure }, ErrTooFew},
		"small universe":   {func(a *Alternative) { a.Universe = 11 }, ErrSample},
		"one claim":        {func(a *Alternative) { a.Claims = a.Claims[:1] }, ErrSample},
		"foreign number":   {func(a *Alternative) { a.Claims[0].Number = 481 }, ErrSample},
		"no claims":        {func(a *Alternative) { a.Claims = nil }, errorrate.ErrNoClaims},
		"no id":            {func(a *Alternative) { a.Claims[0].ID = "" }, errorrate.ErrID},
	} {
		a := good
		a.Claims = claims(twelve...)
		c.change(&a)
		if r, err := a.Appraise(); !errors.Is(err, c.want) || !r.Amount.IsZero() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAlternativeProperties: no amount is negative, limits are in their order, and a census gives the same everywhere.
func TestAlternativeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t)
		amount := func(b RepaymentBasis, universe int64) AlternativeResult {
			return mustAppraise(t, Alternative{Basis: b, Universe: universe, Claims: s.Claims, Clause: quoted})
		}
		two, one, point := amount(ByAuditServices, s.Universe), amount(ByProgramIntegrity, s.Universe), amount(ByAgreement, s.Universe)
		if two.Amount.IsNegative() || two.Value.Cmp(one.Value) > 0 || one.Value.Cmp(point.Value) > 0 {
			t.Fatalf("%s, %s, %s", two.Value, one.Value, point.Value)
		}
		if !point.Amount.Equal(mustEstimate(t, s).PointEstimate) || !two.AgreementAmount.Equal(point.Amount) {
			t.Fatalf("%s", point.Amount)
		}
		n := int64(len(s.Claims))
		for i := range s.Claims {
			s.Claims[i].Number = int64(i + 1)
		}
		if two, one := amount(ByAuditServices, n), amount(ByProgramIntegrity, n); !two.Amount.Equal(two.Found) || !one.Amount.Equal(two.Found) {
			t.Fatalf("of a census %s and %s of %s", two.Amount, one.Amount, two.Found)
		}
	})
}
