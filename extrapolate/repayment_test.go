package extrapolate

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

func date(t *testing.T, s string) reportable.Date {
	t.Helper()
	d, err := reportable.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func found(t *testing.T, list []errorrate.Claim) errorrate.Result {
	t.Helper()
	r, err := errorrate.Sample{Claims: list}.Rate()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func mustOblige(t *testing.T, r Repayment) Obligations {
	t.Helper()
	o, err := r.Obligations()
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range o.Obligations {
		if len(b.Rules) == 0 {
			t.Errorf("%s follows from no rule", b.Kind)
		}
		if b.Amount != nil && b.Credited != nil && !b.Due.Equal(b.Amount.Sub(*b.Credited)) {
			t.Errorf("%+v", b)
		}
	}
	return o
}

// show writes obligations as lines: kind, payor, amount, credited, due, claims, last day, rules.
func show(o Obligations) string {
	var s strings.Builder
	amount := func(d *decimal.Decimal) string {
		if d == nil {
			return "-"
		}
		return exact.Fixed(*d, 2)
	}
	for _, b := range o.Obligations {
		var rules []string
		for _, r := range b.Rules {
			rules = append(rules, r.ID)
		}
		fmt.Fprintf(&s, "%s [%s] %s-%s=%s claims %d by %s: %s\n", b.Kind, b.Payor, amount(b.Amount), amount(b.Credited),
			amount(b.Due), b.Claims, b.By, strings.Join(rules, " "))
	}
	return s.String() + warned(o.Warnings)
}

// twoPayors are overpaid by 10 and 5.50 dollars (Medicare) and 20 (Medicaid), and underpaid by 100 (Medicaid): repaid
// is what was overpaid, gross.
func twoPayors() []errorrate.Claim {
	list := claims("10", "20", "-100", "5.50", "0")
	for i, p := range []string{"Medicare", "Medicaid", "Medicaid", "Medicare", "Medicare"} {
		list[i].Payor = p
	}
	return list
}

func check(t *testing.T, what string, o Obligations, want string) {
	t.Helper()
	if diff := cmp.Diff(strings.TrimLeft(want, "\n"), show(o)); diff != "" {
		t.Errorf("%s: %s", what, diff)
	}
}

// January 15, 2026 and 60 days are March 16 (16 left in January, 28 in February, 16), and 30 days February 14.
func TestSingleSample(t *testing.T) {
	list := twoPayors()
	e := mustEstimate(t, Sample{Universe: 1000, Claims: list})
	for _, protocol := range []Protocol{ProtocolSingle, ProtocolQuarterly} {
		r := Repayment{Protocol: protocol, Reviewed: errorrate.Sample{Claims: list}, Extrapolated: &e.Sample, Identified: date(t, "2026-01-15")}
		check(t, string(protocol), mustOblige(t, r), `
repay_found [Medicaid] 20.00-0.00=20.00 claims 1 by 2026-03-16: sample_overpayments_repaid overpayment_statute overpayment_rule
repay_found [Medicare] 15.50-0.00=15.50 claims 2 by 2026-03-16: sample_overpayments_repaid overpayment_statute overpayment_rule
evaluate_extrapolation [] 7100.00--=- claims 1000 by : evaluate_extrapolation overpayment_statute overpayment_rule
claim_systems_review [] ---=- claims 3 by : claim_systems_review
consider_reportable_event [] ---=- claims 3 by : reportable_event
payors_not_split`)
		r.Extrapolated, r.Days, r.ReportDays = nil, 45, 10 // an agreement of its own
		check(t, string(protocol), mustOblige(t, r), `
repay_found [Medicaid] 20.00-0.00=20.00 claims 1 by 2026-03-01: sample_overpayments_repaid overpayment_statute overpayment_rule
repay_found [Medicare] 15.50-0.00=15.50 claims 2 by 2026-03-01: sample_overpayments_repaid overpayment_statute overpayment_rule
claim_systems_review [] ---=- claims 3 by : claim_systems_review
consider_reportable_event [] ---=- claims 3 by : reportable_event
`)
	}
	nothing := Repayment{Protocol: ProtocolSingle, Reviewed: errorrate.Sample{Claims: claims("0", "-5")}, Identified: date(t, "2026-01-15")}
	check(t, "nothing overpaid", mustOblige(t, nothing), "")
}

// TestDiscovery: below the threshold the overpayments found are repaid all the same; at or above it a full sample is
// due.
func TestDiscovery(t *testing.T) {
	below := found(t, claims("30", "0", "-1"))
	if below.ThresholdMet {
		t.Fatal("1 percent meets 5 percent")
	}
	r := Repayment{Protocol: ProtocolDiscovery, Reviewed: below.Sample, Identified: date(t, "2026-01-15")}
	check(t, "below", mustOblige(t, r), `
repay_found [] 30.00-0.00=30.00 claims 1 by 2026-03-16: repay_promptly overpayment_statute overpayment_rule
consider_reportable_event [] ---=- claims 1 by : reportable_event
`)
	r.Reviewed = errorrate.Sample{Claims: claims("150", "0", "0")} // 150 of 3,000 is 5 percent
	check(t, "at the threshold", mustOblige(t, r), `
repay_found [] 150.00-0.00=150.00 claims 1 by 2026-03-16: repay_promptly overpayment_statute overpayment_rule
consider_reportable_event [] ---=- claims 1 by : reportable_event
full_sample_due`)
}

// TestFullSample: the overpayment of the population at the point estimate, once; what was found is contained in it.
func TestFullSample(t *testing.T) {
	list := claims("100", "250.25", "0", "-50")
	e := mustEstimate(t, Sample{Universe: 1000, Claims: list})
	r := Repayment{Protocol: ProtocolDiscovery, Reviewed: errorrate.Sample{Claims: list}, Extrapolated: &e.Sample, Identified: date(t, "2026-01-15")}
	check(t, "full sample", mustOblige(t, r), `
repay_extrapolated [] 87562.50-0.00=87562.50 claims 1000 by 2026-03-16: point_estimate overpayment_statute overpayment_rule
systems_review [] ---=- claims 2 by : systems_review
consider_reportable_event [] ---=- claims 2 by : reportable_event
`)
	list = twoPayors()
	e = mustEstimate(t, Sample{Universe: 1000, Claims: list})
	r = Repayment{Protocol: ProtocolDiscovery, Reviewed: errorrate.Sample{Claims: list}, Extrapolated: &e.Sample, Identified: date(t, "2026-01-15"),
		Refunds: []Refund{
			{Payor: "Medicare", Amount: dec("15.50")}, {Payor: "Medicaid", Amount: dec("20")}, {Amount: dec("64.50")},
		}}
	check(t, "two payors", mustOblige(t, r), `
repay_extrapolated [] 7100.00-100.00=7000.00 claims 1000 by 2026-03-16: point_estimate overpayment_statute overpayment_rule
systems_review [] ---=- claims 3 by : systems_review
consider_reportable_event [] ---=- claims 3 by : reportable_event
payors_not_split`)
	r.Refunds = append(r.Refunds, Refund{Payor: "Medicare", Amount: dec("8000")})
	o := mustOblige(t, r)
	if got := exact.Fixed(*o.Obligations[0].Due, 2); got != "0.00" ||
		warned(o.Warnings) != "payors_not_split,refund_exceeds,refund_exceeds" {
		t.Errorf("%s, %s", got, warned(o.Warnings))
	}
	one := claims("10", "20")
	one[0].Payor, one[1].Payor = "Medicare", "Medicare"
	e = mustEstimate(t, Sample{Universe: 10, Claims: one})
	o = mustOblige(t, Repayment{Protocol: ProtocolDiscovery, Reviewed: errorrate.Sample{Claims: one}, Extrapolated: &e.Sample})
	if o.Obligations[0].Payor != "Medicare" || warned(o.Warnings) != "no_identified_date" {
		t.Errorf("%+v", o)
	}
}

func TestRefunds(t *testing.T) {
	r := Repayment{Protocol: ProtocolSingle, Reviewed: errorrate.Sample{Claims: twoPayors()}, Identified: date(t, "2026-01-15"), Refunds: []Refund{
		{Payor: "Medicare", Amount: dec("5")}, {Payor: "Medicare", Amount: dec("1.25"), Note: "second"}, {Payor: "Medicaid",
			Amount: dec("21")},
		{Payor: "Other", Amount: dec("3")}, {Amount: dec("2")},
	}}
	o := mustOblige(t, r)
	check(t, "refunds", o, `
repay_found [Medicaid] 20.00-20.00=0.00 claims 1 by 2026-03-16: sample_overpayments_repaid overpayment_statute overpayment_rule
repay_found [Medicare] 15.50-6.25=9.25 claims 2 by 2026-03-16: sample_overpayments_repaid overpayment_statute overpayment_rule
claim_systems_review [] ---=- claims 3 by : claim_systems_review
consider_reportable_event [] ---=- claims 3 by : reportable_event
refund_without_payor,refund_exceeds,refund_exceeds`)
	for i, text := range []string{"$2.00", `$1.00 to payor "Medicaid"`, `$3.00 to payor "Other"`} {
		if !strings.Contains(o.Warnings[i].Message, text) {
			t.Errorf("no %q in %q", text, o.Warnings[i].Message)
		}
	}
	unnamed := Repayment{Protocol: ProtocolSingle, Reviewed: errorrate.Sample{Claims: claims("10")}, Identified: date(t, "2026-01-15"),
		Refunds: []Refund{{Amount: dec("12")}}}
	if o := mustOblige(t, unnamed); warned(o.Warnings) != "refund_exceeds" || !o.Obligations[0].Due.IsZero() {
		t.Errorf("%+v", o)
	}
	for _, bad := range []decimal.Decimal{dec("0"), dec("-5"), dec("1.005"), decimal.New(1, 2_000_000_000), decimal.New(0,
		2_000_000_000)} {
		r.Refunds = []Refund{{Amount: dec("1")}, {Amount: bad}}
		if _, err := r.Obligations(); !errors.Is(err, ErrRefund) || !strings.Contains(err.Error(), "refund 2") {
			t.Errorf("%v", err)
		}
	}
}

func TestObligationsErrors(t *testing.T) {
	for _, p := range []Protocol{"", "annual", Protocol(strings.Repeat("x", 1000))} {
		_, err := Repayment{Protocol: p, Reviewed: errorrate.Sample{Claims: claims("10")}}.Obligations()
		if !errors.Is(err, ErrProtocol) || len(err.Error()) > 200 {
			t.Errorf("%v", err)
		}
	}
	for _, days := range [][2]int{{-1, 0}, {0, -1}, {3661, 0}, {0, 1 << 40}} {
		_, err := Repayment{Protocol: ProtocolSingle, Reviewed: errorrate.Sample{Claims: claims("10")}, Days: days[0], ReportDays: days[1]}.Obligations()
		if !errors.Is(err, ErrDays) {
			t.Errorf("%v: %v", days, err)
		}
	}
	other := Repayment{Protocol: ProtocolSingle, Reviewed: errorrate.Sample{Claims: claims("10", "20")},
		Extrapolated: &Sample{Universe: 9, Claims: claims("10", "30")}}
	if _, err := other.Obligations(); !errors.Is(err, ErrSample) {
		t.Errorf("an extrapolation of other claims: %v", err)
	}
	other.Extrapolated.Universe = 1
	if _, err := other.Obligations(); !errors.Is(err, ErrSample) {
		t.Errorf("an impossible extrapolation: %v", err)
	}
	other.Extrapolated, other.AlsoReviewed = nil, claims("5")
	if _, err := other.Obligations(); !errors.Is(err, errorrate.ErrRepeated) {
		t.Errorf("a claim reviewed in the sample and beside it: %v", err)
	}
	r := Repayment{Protocol: ProtocolSingle, Reviewed: errorrate.Sample{Claims: claims("10", "20")}}
	r.Reviewed.Claims[1].Paid = decimal.New(1, 2_000_000_000)
	if _, err := r.Obligations(); !errors.Is(err, errorrate.ErrAmount) {
		t.Errorf("%v", err)
	}
}

// TestNoIdentifiedDate: nothing is due by a day, the newest form of every rule is cited, and a warning says so.
func TestNoIdentifiedDate(t *testing.T) {
	o := mustOblige(t, Repayment{Protocol: ProtocolQuarterly, Reviewed: errorrate.Sample{Claims: twoPayors()}})
	for _, b := range o.Obligations {
		if !b.By.IsZero() {
			t.Errorf("%+v", b)
		}
	}
	if warned(o.Warnings) != "no_identified_date" {
		t.Error(warned(o.Warnings))
	}
	if rule := o.Obligations[0].Rules[2]; rule.From.String() != "2025-01-01" {
		t.Errorf("%+v", rule)
	}
}

// TestOldIdentification: before March 23, 2010 there was no overpayment rule; the agreement's own rules stand alone.
func TestOldIdentification(t *testing.T) {
	r := Repayment{Protocol: ProtocolDiscovery, Reviewed: errorrate.Sample{Claims: claims("10", "0", "0")}, Identified: date(t, "2010-03-22")}
	if o := mustOblige(t, r); len(o.Obligations[0].Rules) != 1 || !o.Obligations[0].By.IsZero() {
		t.Errorf("%+v", o.Obligations[0])
	}
	r.Identified = date(t, "2010-03-23") // and 60 days: 8 left in March, 30, 22
	if o := mustOblige(t, r); len(o.Obligations[0].Rules) != 2 || o.Obligations[0].By.String() != "2010-05-22" {
		t.Errorf("%+v", o.Obligations[0])
	}
}

func TestRepaymentJSON(t *testing.T) {
	list := twoPayors()
	e := mustEstimate(t, Sample{Universe: 1000, Claims: list})
	refund := Refund{Payor: "Medicare", Amount: dec("5.50"), Date: date(t, "2026-01-20"), Note: "check 17"}
	r := Repayment{Protocol: ProtocolSingle, Reviewed: errorrate.Sample{Claims: list}, Extrapolated: &e.Sample, Identified: date(t, "2026-01-15"),
		Days: 45, ReportDays: 20,
		Refunds: []Refund{refund}}
	o := mustOblige(t, r)
	roundTrip(t, refund)
	roundTrip(t, r)
	roundTrip(t, Repayment{Protocol: ProtocolDiscovery, Reviewed: errorrate.Sample{Claims: list}})
	roundTrip(t, o)
	for _, b := range o.Obligations {
		roundTrip(t, b)
		for _, rule := range b.Rules {
			roundTrip(t, rule)
		}
	}
	flipGlobals(t, func() {
		if diff := cmp.Diff(o, mustOblige(t, r), dates); diff != "" {
			t.Error(diff)
		}
	})
}

// TestFreshFullSample: what a discovery sample found beside a fresh full sample is not lost. 30 and 500 dollars were
// found; the full sample estimates 10 * 30 / 3 = 100.
func TestFreshFullSample(t *testing.T) {
	list := claims("30", "0", "0")
	beside := claims("500", "0")
	for i := range beside {
		beside[i].Number, beside[i].ID = int64(i+8), fmt.Sprint("D", i)
	}
	r := Repayment{Protocol: ProtocolDiscovery, Reviewed: errorrate.Sample{Claims: list}, Extrapolated: &Sample{Universe: 10, Claims: list},
		AlsoReviewed: beside, Identified: date(t, "2026-01-15"), Days: 30}
	check(t, "more found than estimated", mustOblige(t, r), `
repay_extrapolated [] 530.00-0.00=530.00 claims 10 by 2026-02-14: point_estimate overpayment_statute overpayment_rule
systems_review [] ---=- claims 2 by : systems_review
consider_reportable_event [] ---=- claims 2 by : reportable_event
found_exceeds_estimate`)
}

// TestPayorsOfThePopulation: a sample that happens to show one payor only is of a population that has two.
func TestPayorsOfThePopulation(t *testing.T) {
	list := claims("30", "0", "0")
	for i := range list {
		list[i].Payor = "Medicare"
	}
	r := Repayment{Protocol: ProtocolDiscovery, Reviewed: errorrate.Sample{Claims: list}, Extrapolated: &Sample{Universe: 10, Claims: list},
		Payors: []string{"Medicaid", "Medicare"}, Identified: date(t, "2026-01-15")}
	if o := mustOblige(t, r); o.Obligations[0].Payor != "" || warned(o.Warnings) != "payors_not_split" {
		t.Errorf("to %q, %s", o.Obligations[0].Payor, warned(o.Warnings))
	}
	r.Payors = []string{"Medicare"}
	if o := mustOblige(t, r); o.Obligations[0].Payor != "Medicare" || len(o.Warnings) != 0 {
		t.Errorf("to %q, %s", o.Obligations[0].Payor, warned(o.Warnings))
	}
}

// TestMoreDaysThanTheStatute: the days of an agreement end on the last day of the statute, which a cost report moves, and
// suspensions for Medicare Parts A and B. 60 days after January 10, 2026 are March 11.
func TestMoreDaysThanTheStatute(t *testing.T) {
	mixed := claims("30", "20", "0")
	mixed[0].Payor, mixed[1].Payor, mixed[2].Payor = "Texas", "Medicare", "Medicare"
	programs := []PayorProgram{{"Texas", Medicaid}, {"Medicare", MedicareAB}}
	const beyond, suspended = "beyond_overpayment_rule", "agreement_not_suspended"
	for _, c := range []struct {
		name       string
		days       int
		identified string
		suspension string
		cost       string
		want       string // days and last day of what is owed to Medicare, then to Texas
		warnings   string
	}{
		{"fewer", 59, "2026-01-10", "", "", "59 2026-03-10, 59 2026-03-10", ""},
		{"the same", 60, "2026-01-10", "", "", "60 2026-03-11, 60 2026-03-11", ""},
		{"more", 61, "2026-01-10", "", "", "60 2026-03-11, 60 2026-03-11", beyond},
		{"more, no day", 61, "", "", "", "60 , 60 ", beyond + ",no_identified_date"},
		{"before the statute", 90, "2009-01-10", "", "", "90 2009-04-10, 90 2009-04-10", ""},
		{"within the cost report", 90, "2026-01-10", "", "2026-05-31", "90 2026-04-10, 90 2026-04-10", suspended},
		{"on the cost report", 141, "2026-01-10", "", "2026-05-31", "141 2026-05-31, 141 2026-05-31", ""},
		{"beyond the cost report", 142, "2026-01-10", "", "2026-05-31", "60 2026-05-31, 60 2026-05-31", beyond},
		{"within the suspension", 90, "2026-01-10", "investigation 2026-01-20 2026-05-10", "", "90 2026-04-10, 60 2026-03-11",
			suspended + "," + beyond},
		{"beyond the suspension", 200, "2026-01-10", "investigation 2026-01-20 2026-05-10", "", "60 2026-06-29, 60 2026-03-11",
			beyond + "," + beyond},
		{"open suspension", 200, "2026-01-10", "oig_self_disclosure 2026-01-20", "", "200 2026-07-29, 60 2026-03-11",
			suspended + "," + beyond},
	} {
		for _, protocol := range []Protocol{ProtocolDiscovery, ProtocolSingle, ProtocolQuarterly} {
			r := Repayment{Protocol: protocol, Reviewed: errorrate.Sample{Claims: mixed, Threshold: decimal.NewFromInt(1)}, Days: c.days,
				Programs: programs}
			if c.identified != "" {
				r.Identified = date(t, c.identified)
			}
			if c.suspension != "" {
				r.Suspensions = suspensions(t, c.suspension)
			}
			if c.cost != "" {
				r.CostReport = date(t, c.cost)
			}
			o := mustOblige(t, r)
			medicare, texas := o.Obligations[0], o.Obligations[1]
			got := fmt.Sprintf("%d %s, %d %s", medicare.Days, medicare.By, texas.Days, texas.By)
			if got != c.want || warned(o.Warnings) != c.warnings {
				t.Errorf("%s, %s: %s (%s), want %s (%s)", c.name, protocol, got, warned(o.Warnings), c.want, c.warnings)
			}
		}
	}
}
