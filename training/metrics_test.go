package training

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

func claim(n int64, id, paid, correct, reason string, category errorrate.Category) errorrate.Claim {
	c := errorrate.Claim{Number: n, ID: id, Paid: decimaltest.Dec(paid), Reason: reason, Category: category, Documentation: errorrate.Missing}
	if correct != "" {
		c.Correct, c.Documentation = ptr(decimaltest.Dec(correct)), errorrate.Complete
	}
	return c
}

func TestLessons(t *testing.T) {
	l := Lessons{Reviewed: day("2026-12-15"), Claims: []errorrate.Claim{
		claim(1, "A", "100", "100", "", ""),
		claim(2, "B", "100", "60", "Level too high", errorrate.CategoryCoding),
		claim(3, "C", "100", "60", " level too HIGH ", errorrate.CategoryCoding),
		claim(4, "D", "500", "", "", ""), // missing
		claim(5, "E", "100", "180.50", "Level too low", errorrate.CategoryCoding),
		claim(6, "F", "100", "70", "Not necessary", errorrate.CategoryMedicalNecessity),
		claim(7, "G", "100", "50", "", errorrate.CategoryOther),
	}}
	p, err := l.Plan()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range p.Lessons {
		got = append(got, strings.Join([]string{string(rune('0' + f.Rank)), string(rune('0' + f.ByCount)), f.Topic, exact.String(f.Dollars), strings.Join(f.IDs, "+")}, " "))
	}
	want := []string{
		"1 2 documentation 500 D", "2 3 level-too-low 80.5 E", "3 1 level-too-high 80 B+C", "4 4 other 50 G", "5 5 not-necessary 30 F",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if p.Month != "2027-01" || p.InError != 6 || p.Reviewed != 7 || p.Warnings[0].Code != "reason_missing" {
		t.Errorf("%+v", p)
	}
	l.Most = 2
	if p, _ = l.Plan(); len(p.Lessons) != 2 {
		t.Errorf("%+v", p.Lessons)
	}
	l.Claims = l.Claims[:1]
	if p, _ = l.Plan(); len(p.Lessons) != 0 || p.Warnings[0].Code != "no_errors" {
		t.Errorf("%+v", p)
	}
	l.Claims = nil
	_, err = l.Plan()
	wantError(t, "no claims", err, errorrate.ErrNoClaims, "")
	_, err = Lessons{Reviewed: day("2026-01-01"), Claims: []errorrate.Claim{{}}}.Plan()
	wantError(t, "empty determination", err, errorrate.ErrDocumentation, "")
	_, err = Lessons{}.Plan()
	wantError(t, "no day", err, ErrDate, "review")
	_, err = Lessons{Reviewed: day("2026-01-01"), Most: -1}.Plan()
	wantError(t, "most", err, ErrCount, "-1")
}

// TestLessonsProperties: every error is in exactly one lesson, the dollars add up, and the order of the claims does not matter.
func TestLessonsProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var claims []errorrate.Claim
		sum := decimal.Decimal{}
		for i := range rapid.IntRange(1, 20).Draw(t, "claims") {
			c := errorrate.Claim{Number: int64(i + 1), ID: string(rune('A' + i)), Paid: decimal.New(rapid.Int64Range(1, 20000).Draw(t, "paid"), -2), Documentation: errorrate.Complete,
				Correct: ptr(decimal.New(rapid.Int64Range(0, 20000).Draw(t, "correct"), -2)), Reason: rapid.SampledFrom([]string{"a", "A", "b", ""}).Draw(t, "reason"),
				Category: rapid.SampledFrom([]errorrate.Category{errorrate.CategoryCoding, errorrate.CategoryOther, ""}).Draw(t, "category")}
			claims = append(claims, c)
			sum = sum.Add(c.Difference().Abs())
		}
		p, err := Lessons{Reviewed: day("2026-01-31"), Claims: claims}.Plan()
		if err != nil {
			t.Fatal(err)
		}
		dollars, count := decimal.Decimal{}, 0
		for i, f := range p.Lessons {
			dollars, count = dollars.Add(f.Dollars), count+f.Claims
			if f.Rank != i+1 || len(f.IDs) != f.Claims || i > 0 && f.Dollars.Cmp(p.Lessons[i-1].Dollars) > 0 || !isSlug(f.Topic, maxTopic) {
				t.Fatalf("%+v", p.Lessons)
			}
		}
		if !dollars.Equal(sum) || count != p.InError {
			t.Fatalf("%s of %s, %d of %d", dollars, sum, count, p.InError)
		}
		q, err := Lessons{Reviewed: day("2026-01-31"), Claims: rapid.Permutation(claims).Draw(t, "order")}.Plan()
		if err != nil {
			t.Fatal(err)
		}
		for i := range q.Lessons { // the spelling of the reason is that of the first claim
			q.Lessons[i].Reason, p.Lessons[i].Reason = "", ""
		}
		if diff := cmp.Diff(p, q); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestMetrics(t *testing.T) {
	m := Metrics{On: day("2026-05-15"), Before: ErrorCount{12, 30}, After: ErrorCount{3, 30}, Submitted: 401, QueueBefore: 41, QueueAfter: 9, Refunds: []Refund{
		{Claim: "in time", Amount: decimaltest.Dec("10"), Identified: day("2026-03-01"), Refunded: day("2026-04-30")}, // the 60th day
		{Claim: "late", Amount: decimaltest.Dec("20"), Identified: day("2026-03-01"), Refunded: day("2026-05-01")},
		{Claim: "open", Amount: decimaltest.Dec("0.40"), Identified: day("2026-03-16")}, // the 60th day is May 15
		{Claim: "overdue", Amount: decimaltest.Dec("80.10"), Identified: day("2026-03-15")},
		{Claim: "refunded later", Amount: decimaltest.Dec("5"), Identified: day("2026-05-01"), Refunded: day("2026-06-01")},
	}}
	r, err := m.Compare()
	if err != nil {
		t.Fatal(err)
	}
	f, _ := dist.Fisher(3, 27, 12, 18)
	if !r.Errors.TwoSided.Equal(exact.Round(f.TwoSided)) || !r.Errors.Significant || !r.Errors.Improved || exact.String(r.Errors.Change) != "-0.3" {
		t.Errorf("%+v", r.Errors)
	}
	if got := r.RefundTotals; got.InTime != 1 || got.Late != 1 || got.Open != 2 || got.Overdue != 1 || exact.String(got.Refunded) != "30" || exact.String(got.Outstanding) != "85.5" {
		t.Errorf("%+v", got)
	}
	if exact.String(r.Prevented) != "120.3" || r.QueueChange != -32 || exact.String(r.Significance) != "0.05" {
		t.Errorf("%s, %d", r.Prevented, r.QueueChange)
	}
	for _, c := range []struct {
		before, after ErrorCount
		warning       string
		significant   bool
	}{
		{ErrorCount{3, 30}, ErrorCount{12, 30}, "rate_up", true}, {ErrorCount{3, 10}, ErrorCount{2, 10}, "not_significant", false}, {ErrorCount{0, 5}, ErrorCount{0, 5}, "not_comparable", false},
	} {
		r, err := Metrics{On: m.On, Before: c.before, After: c.after}.Compare()
		if err != nil || r.Warnings[0].Code != c.warning || r.Errors.Significant != c.significant {
			t.Errorf("%+v, %v", r, err)
		}
	}
	// A significance exactly at the probability is not above it: significant means below.
	if r, err := (Metrics{On: m.On, Before: ErrorCount{1, 2}, After: ErrorCount{0, 2}, Significance: decimaltest.Dec("0.999")}).Compare(); err != nil || r.Errors.Significant {
		t.Errorf("%+v, %v", r, err)
	}
	for _, c := range []struct {
		name   string
		change func(*Metrics)
		want   error
	}{
		{"no day", func(m *Metrics) { m.On = Date{} }, ErrDate},
		{"nothing reviewed", func(m *Metrics) { m.Before = ErrorCount{} }, ErrMissing},
		{"too many errors", func(m *Metrics) { m.After = ErrorCount{5, 4} }, ErrCount},
		{"too many for the test", func(m *Metrics) { m.After = ErrorCount{5, 40_000} }, dist.ErrTable},
		{"negative", func(m *Metrics) { m.QueueAfter = -1 }, ErrCount},
		{"significance", func(m *Metrics) { m.Significance = decimal.NewFromInt(1) }, ErrCount},
		{"negative significance", func(m *Metrics) { m.Significance = decimaltest.Dec("-0.05") }, ErrCount},
		{"significance without end", func(m *Metrics) { m.Significance = decimal.New(1, 2_000_000_000) }, ErrCount},
		{"identified later", func(m *Metrics) { m.Refunds = []Refund{{Claim: "x", Identified: day("2026-06-01")}} }, ErrDate},
		{"claim twice", func(m *Metrics) { m.Refunds = append(m.Refunds, m.Refunds[0]) }, ErrRepeated},
	} {
		bad := m
		c.change(&bad)
		if _, err := bad.Compare(); !errors.Is(err, c.want) || !errors.Is(err, ErrProgram) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestRefundCalendar: 60 calendar days over leap years and the ends of daylight saving; never before the event.
func TestRefundCalendar(t *testing.T) {
	if rule, ok := reportable.RuleOn(reportable.RuleStatute, Date{}); !ok || rule.Days != RefundDays {
		t.Errorf("the statute gives %d days", rule.Days)
	}
	for identified, last := range map[string]string{"2028-01-01": "2028-03-01", "2026-01-01": "2026-03-02", "2026-02-01": "2026-04-02", "2026-10-15": "2026-12-14", "2027-12-31": "2028-02-29"} {
		r := []Refund{{Claim: "x", Identified: day(identified), Refunded: day(last)}}
		if totals(r, day(last)).InTime != 1 {
			t.Errorf("%s is not in time for %s", last, identified)
		}
		if r[0].Refunded = day(last).AddDays(1); totals(r, r[0].Refunded).Late != 1 {
			t.Errorf("the day after %s is not late for %s", last, identified)
		}
		if r[0].Refunded = (Date{}); totals(r, day(last)).Open != 1 || totals(r, day(last).AddDays(1)).Overdue != 1 {
			t.Errorf("open on %s for %s", last, identified)
		}
	}
}

func TestPenalty(t *testing.T) {
	p := Penalty{Violations: 40, PerViolation: decimaltest.Dec("10000.01"), Base: decimaltest.Dec("5200.35"), Multiplier: decimaltest.Dec("1.5"),
		PreventedViolations: 31, PreventedBase: decimaltest.Dec("4030.10")}
	r, err := p.Illustrate()
	if err != nil {
		t.Fatal(err)
	}
	got := []string{exact.String(r.Exposed.Penalties), exact.String(r.Exposed.Assessment), exact.String(r.Exposed.Total), exact.String(r.Remaining.Total), exact.String(r.Avoided.Total)}
	// 5200.35 * 1.5 = 7800.525; (5200.35-4030.10) * 1.5 = 1755.375, both half away from zero
	if diff := cmp.Diff([]string{"400000.4", "7800.53", "407800.93", "91755.47", "316045.46"}, got); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(r.Notice, "not legal advice") || len(r.Factors) != 5 {
		t.Errorf("%+v", r)
	}
	for _, c := range []struct {
		name   string
		change func(*Penalty)
		want   error
	}{
		{"negative", func(p *Penalty) { p.Violations = -1 }, ErrCount},
		{"prevented more than there were", func(p *Penalty) { p.PreventedViolations = 41 }, ErrCount},
		{"prevented base", func(p *Penalty) { p.PreventedBase = decimaltest.Dec("5200.36") }, ErrAmount},
		{"penalty", func(p *Penalty) { p.PerViolation = decimaltest.Dec("-1") }, ErrAmount},
		{"multiplier", func(p *Penalty) { p.Multiplier = decimaltest.Dec("1001") }, ErrAmount},
		{"multiplier without end", func(p *Penalty) { p.Multiplier = decimal.New(1, 2_000_000_000) }, ErrAmount},
		{"base without end", func(p *Penalty) { p.Base = decimal.New(1, 2_000_000_000) }, ErrAmount},
		{"base tiny", func(p *Penalty) { p.Base = decimal.New(1, -2_000_000_000) }, ErrAmount},
	} {
		bad := p
		c.change(&bad)
		if _, err := bad.Illustrate(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestPenaltyProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Penalty{Violations: rapid.Int64Range(0, 10000).Draw(t, "violations"), PerViolation: decimal.New(rapid.Int64Range(0, 1e9).Draw(t, "per"), -2),
			Base: decimal.New(rapid.Int64Range(0, 1e9).Draw(t, "base"), -2), Multiplier: decimal.New(rapid.Int64Range(0, 3000).Draw(t, "multiplier"), -3)}
		p.PreventedViolations = rapid.Int64Range(0, p.Violations).Draw(t, "prevented")
		p.PreventedBase = decimal.New(rapid.Int64Range(0, p.Base.Shift(2).IntPart()).Draw(t, "prevented base"), -2)
		r, err := p.Illustrate()
		if err != nil {
			t.Fatal(err)
		}
		if !r.Remaining.Total.Add(r.Avoided.Total).Equal(r.Exposed.Total) || r.Avoided.Total.IsNegative() || r.Remaining.Total.IsNegative() {
			t.Fatalf("%+v", r)
		}
	})
}

// TestSignificantAtTheLevel: a probability that is the level, exactly, is significant. Of the 20 ways in which three errors fall
// on six items, two are as improbable as all three before: 1/10.
func TestSignificantAtTheLevel(t *testing.T) {
	for level, want := range map[string]bool{"0.1": true, "0.09999999999999999999": false} {
		m, err := Metrics{On: day(auditDay), Before: ErrorCount{3, 3}, After: ErrorCount{0, 3}, Significance: decimaltest.Dec(level)}.Compare()
		if err != nil || m.Errors.Significant != want || m.Errors.TwoSided.String() != "0.1" {
			t.Errorf("level %s: %+v, %v", level, m.Errors, err)
		}
	}
}
