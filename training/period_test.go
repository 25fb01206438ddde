package training

import (
	"testing"

	"pgregory.net/rapid"
)

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		day                   string
		months                int
		name, first, last, to string
	}{
		{"2028-02-29", 1, "2028-02", "2028-02-01", "2028-02-29", "2028-03"},
		{"2026-02-28", 1, "2026-02", "2026-02-01", "2026-02-28", "2026-03"},
		{"2100-02-28", 1, "2100-02", "2100-02-01", "2100-02-28", "2100-03"},
		{"2026-12-31", 1, "2026-12", "2026-12-01", "2026-12-31", "2027-01"},
		{"2026-03-31", 3, "2026-Q1", "2026-01-01", "2026-03-31", "2026-Q2"},
		{"2026-10-01", 3, "2026-Q4", "2026-10-01", "2026-12-31", "2027-Q1"},
		{"2026-06-30", 6, "2026-H1", "2026-01-01", "2026-06-30", "2026-H2"},
		{"2026-07-01", 6, "2026-H2", "2026-07-01", "2026-12-31", "2027-H1"},
	} {
		p := periodOf(day(c.day), c.months)
		if p.String() != c.name || p.first.String() != c.first || p.last().String() != c.last || p.move(1).String() != c.to || p.move(1).move(-1) != p {
			t.Errorf("%s: %s from %s through %s, then %s", c.day, p, p.first, p.last(), p.move(1))
		}
	}
	if p := periodOf(day("9999-12-31"), 6); p.last().String() != "9999-12-31" || !p.move(1).first.IsZero() {
		t.Error("the last period")
	}
	if p := periodOf(day("0001-01-01"), 1); !p.move(-1).first.IsZero() {
		t.Error("before the first period")
	}
	for d, want := range map[string]string{"2028-02-29": "2029-02-28", "2027-02-28": "2028-02-28", "2026-03-31": "2027-03-31", "9999-03-01": "", "9999-02-28": ""} {
		if got := yearLater(day(d)); got.String() != want {
			t.Errorf("a year after %s is %q", d, got)
		}
	}
	for _, s := range []string{"", "2026", "2026-00", "2026-1", "2026-01-01", "26-01", "2026-01-"} {
		if d, err := parseMonth(s); err == nil {
			t.Errorf("%q is the month of %s", s, d)
		}
	}
}

func TestPeriodProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := day("1000-01-01").AddDays(rapid.IntRange(0, 2_900_000).Draw(t, "day"))
		months := rapid.SampledFrom([]int{1, 3, 6}).Draw(t, "months")
		p := periodOf(d, months)
		if !p.has(d) || p.first.Compare(d) > 0 || p.last().Compare(d) < 0 || p.move(1).first != p.last().AddDays(1) {
			t.Fatalf("%s is not in %s", d, p)
		}
		if next := yearLater(d); d.DaysUntil(next) < 365 || d.DaysUntil(next) > 366 {
			t.Fatalf("a year from %s ends %s", d, next)
		}
	})
}
