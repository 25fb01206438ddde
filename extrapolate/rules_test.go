package extrapolate

import (
	"strings"
	"testing"

	"github.com/iromath/iromath/reportable"
)

// TestRuleOn: the statute is of March 23, 2010 (Public Law 111-148, sec. 6402); 42 CFR 401.305 is in force since
// March 14, 2016 (81 FR 7654) and in its present form since January 1, 2025 (89 FR 97710).
func TestRuleOn(t *testing.T) {
	for on, want := range map[string]string{
		"2010-03-23": "none", "2016-03-13": "none", "2016-03-14": "2016-03-14",
		"2024-12-31": "2016-03-14", "2025-01-01": "2025-01-01", "2099-12-31": "2025-01-01", "": "2025-01-01",
	} {
		var day reportable.Date
		if on != "" {
			day = date(t, on)
		}
		rule, ok := RuleOn(RuleOverpayment, day)
		got := "none"
		if ok {
			got = rule.From.String()
		}
		if got != want || ok && rule.Days != 60 {
			t.Errorf("%s: the form of %s (%d days), want that of %s", on, got, rule.Days, want)
		}
	}
	if _, ok := RuleOn(RuleStatute, date(t, "2010-03-22")); ok {
		t.Error("the statute before it was law")
	}
	if rule, ok := RuleOn(RuleStatute, date(t, "2010-03-23")); !ok || rule.Days != 60 {
		t.Errorf("the statute on its first day: %+v", rule)
	}
	if _, ok := RuleOn("no_such_rule", reportable.Date{}); ok {
		t.Error("a rule that is not there")
	}
	suspension, _ := RuleOn(RuleOverpayment, date(t, "2025-01-01"))
	before, _ := RuleOn(RuleOverpayment, date(t, "2024-12-31"))
	if !strings.Contains(suspension.Text, "180 days") || strings.Contains(before.Text, "180 days") {
		t.Error("the suspension of up to 180 days is of 2025")
	}
}

// TestRules: every rule says what it demands and where it stands, and the forms of one rule follow each other day by
// day.
func TestRules(t *testing.T) {
	last := map[string]Rule{}
	for _, r := range Rules() {
		if r.ID == "" || len(r.Text) < 20 || !strings.HasSuffix(r.Text, ".") || len(r.Citation) < 10 || r.Days < 0 {
			t.Errorf("%+v", r)
		}
		practice := strings.HasPrefix(r.Citation, "practice of ") // of which no day is known
		if practice != (r.From.IsZero() && r.AsOf.IsZero()) || !r.From.IsZero() && !r.AsOf.IsZero() {
			t.Errorf("%s has to be in force from a day, or as of a day: %+v", r.ID, r)
		}
		if before, again := last[r.ID]; again && before.Through.AddDays(1) != r.From {
			t.Errorf("%s: a form ends on %s and the next begins on %s", r.ID, before.Through, r.From)
		}
		if !r.Through.IsZero() && r.Through.Compare(r.From) < 0 {
			t.Errorf("%s ends before it begins", r.ID)
		}
		last[r.ID] = r
	}
	for _, id := range []string{RuleStatute, RuleOverpayment, RuleSampleRepaid, RulePromptly, RulePointEstimate, RuleEvaluate,
		RuleSystemsReview,
		RuleClaimSystems, RuleReportable, RuleAuditServices, RuleSelfDisclosure, RuleProgramIntegrity, RulePayorNetting} {
		r, ok := last[id]
		if !ok || !r.Through.IsZero() {
			t.Errorf("%s is not in force: %+v", id, r)
		}
		delete(last, id)
	}
	if len(last) > 0 {
		t.Errorf("rules without a name: %v", last)
	}
	if r, _ := RuleOn(RuleSampleRepaid, reportable.Date{}); r.Days != 60 {
		t.Errorf("%+v", r)
	}
	if r, _ := RuleOn(RuleReportable, reportable.Date{}); r.Days != 30 {
		t.Errorf("%+v", r)
	}
}

func TestRulesAreACopy(t *testing.T) {
	mine := Rules()
	mine[0].Text = "changed"
	if Rules()[0].Text == "changed" {
		t.Error("a caller can change the rules")
	}
}
