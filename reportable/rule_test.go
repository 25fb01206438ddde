package reportable

import (
	"strings"
	"testing"
)

// TestRules: every rule says what it demands and where it stands, forms of one rule follow each other day by day, and only the
// usual wording of agreements has no date.
func TestRules(t *testing.T) {
	last := map[string]Rule{}
	for _, r := range Rules() {
		if r.ID == "" || len(r.Text) < 20 || !strings.HasSuffix(strings.TrimSuffix(r.Text, ")"), ".") ||
			len(r.Citation) < 10 || r.Days < 0 {
			t.Errorf("%+v", r)
		}
		dated := !r.From.IsZero() || !r.AsOf.IsZero()
		if dated == (r.Citation == agreements) || !r.From.IsZero() && !r.AsOf.IsZero() {
			t.Errorf("%s has to be in force from a day, or as of one: %+v", r.ID, r)
		}
		if strings.HasPrefix(r.Citation, faq) != (r.AsOf == faqDate) {
			t.Errorf("%s is not of the FAQ's date: %+v", r.ID, r)
		}
		if before, again := last[r.ID]; again && before.Through.AddDays(1) != r.From {
			t.Errorf("%s: a form ends on %s and the next begins on %s", r.ID, before.Through, r.From)
		}
		if words := len(strings.Fields(r.Quote)); words > 12 {
			t.Errorf("%s quotes %d words", r.ID, words)
		}
		last[r.ID] = r
		roundTrip(t, r)
	}
	mine := Rules()
	mine[0].Text = "changed"
	if Rules()[0].Text == "changed" {
		t.Error("a caller can change the rules")
	}
}

func TestRuleOn(t *testing.T) {
	for on, want := range map[string]string{"2016-03-13": "", "2016-03-14": "2016-03-14", "2024-12-31": "2016-03-14",
		"2025-01-01": "2025-01-01", "": "2025-01-01"} {
		var d Date
		if on != "" {
			d = date(t, on)
		}
		r, ok := RuleOn(RuleOverpayment, d)
		if ok != (want != "") || r.From.String() != want {
			t.Errorf("%s: %v, %s", on, ok, r.From)
		}
	}
	if _, ok := RuleOn("none", Date{}); ok {
		t.Error("a rule that is not there")
	}
}
