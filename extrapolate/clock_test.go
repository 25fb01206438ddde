package extrapolate

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/reportable"
)

func suspensions(t *testing.T, texts ...string) []Suspension {
	t.Helper()
	var list []Suspension
	for _, s := range texts {
		parts := strings.Split(s, " ")
		x := Suspension{Kind: SuspensionKind(parts[0]), From: date(t, parts[1])}
		if len(parts) > 2 {
			x.Through = date(t, parts[2])
		}
		list = append(list, x)
	}
	return list
}

// TestOverpaymentClock: the dates are those of Python's datetime.
func TestOverpaymentClock(t *testing.T) {
	for _, c := range []struct {
		name       string
		identified string
		cost, on   string
		program    Program
		suspended  []string
		by         string
		remaining  int
		days       int
		lookback   string
		warnings   string
	}{
		{name: "sixty days", identified: "2026-01-10", by: "2026-03-11", remaining: 60, lookback: "2020-01-10"},
		{name: "cost report later", identified: "2026-01-10", cost: "2026-05-31", by: "2026-05-31", remaining: 60,
			lookback: "2020-01-10", warnings: "cost_report_later"},
		{name: "cost report earlier", identified: "2026-01-10", cost: "2026-03-11", by: "2026-03-11", remaining: 60,
			lookback: "2020-01-10"},
		{name: "investigated", identified: "2026-01-10", suspended: []string{"investigation 2026-01-20 2026-05-10"}, by: "2026-06-29",
			remaining: 50, days: 110, lookback: "2020-01-10", warnings: "remaining_days"},
		{name: "investigated from the start, too long", identified: "2026-01-10",
			suspended: []string{"investigation 2026-01-10 2026-12-01"}, by: "2026-09-07", remaining: 60, days: 180,
			lookback: "2020-01-10", warnings: "investigation_capped,remaining_days,falls_on_holiday"},
		{name: "investigated later, too long", identified: "2026-01-10", suspended: []string{"investigation 2026-02-01 2026-12-01"},
			by: "2026-08-16", remaining: 38, days: 158, lookback: "2020-01-10",
			warnings: "investigation_capped,remaining_days,falls_on_weekend"},
		{name: "still investigated", identified: "2026-01-10", suspended: []string{"investigation 2026-01-10"}, by: "2026-09-07",
			remaining: 60, days: 180, lookback: "2020-01-10", warnings: "investigation_open,remaining_days,falls_on_holiday"},
		{name: "investigated before", identified: "2026-01-10", suspended: []string{"investigation 2025-12-01 2026-02-28"},
			by: "2026-04-29", remaining: 60, days: 49, lookback: "2020-01-10", warnings: "remaining_days"},
		{name: "two that overlap", identified: "2026-01-10", by: "2026-10-20", remaining: 50, days: 223, lookback: "2020-01-10",
			suspended: []string{"oig_self_disclosure 2026-03-10 2026-08-31", "investigation 2026-01-20 2026-03-20"},
			warnings:  "remaining_days"},
		{name: "on the last day", identified: "2026-01-10", suspended: []string{"investigation 2026-03-11 2026-03-20"},
			by: "2026-03-20", remaining: 0, days: 9, lookback: "2020-01-10", warnings: "remaining_days"},
		{name: "after the last day", identified: "2026-01-10", suspended: []string{"investigation 2026-03-12 2026-05-20"},
			by: "2026-03-11", remaining: 60, lookback: "2020-01-10", warnings: "suspension_too_late"},
		{name: "after the last day and before the cost report, open", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"oig_self_disclosure 2025-04-01"}, lookback: "2019-01-10",
			warnings: "suspension_after_sixty_days,suspension_open"},
		{name: "the same, a repayment schedule", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"investigation 2025-03-20 2025-04-15", "extended_repayment_schedule 2025-05-15"}, lookback: "2019-01-10",
			warnings: "suspension_after_sixty_days,suspension_open"},
		{name: "still investigated before the cost report", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"investigation 2025-03-20"}, by: "2025-07-09", days: 39, lookback: "2019-01-10",
			warnings: "suspension_after_sixty_days,investigation_open"},
		{name: "disclosed and settled before the cost report", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"oig_self_disclosure 2025-04-01 2025-05-30"}, by: "2025-05-31", lookback: "2019-01-10",
			warnings: "suspension_after_sixty_days,cost_report_later"},
		{name: "disclosed before the cost report and settled after it", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"oig_self_disclosure 2025-04-01 2025-08-29"}, by: "2025-08-29", days: 90, lookback: "2019-01-10",
			warnings: "suspension_after_sixty_days"},
		{name: "disclosed on the day of the cost report", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"oig_self_disclosure 2025-05-31 2025-06-10"}, by: "2025-06-10", days: 10, lookback: "2019-01-10",
			warnings: "suspension_after_sixty_days"},
		{name: "disclosed the day after the cost report", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"oig_self_disclosure 2025-06-01"}, by: "2025-05-31", remaining: 60, lookback: "2019-01-10",
			warnings: "suspension_too_late,cost_report_later"},
		{name: "two before the cost report, the second from the end of the first", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"investigation 2025-03-20 2025-06-10", "oig_self_disclosure 2025-06-10 2025-06-20"}, by: "2025-06-20",
			days: 20, lookback: "2019-01-10", warnings: "suspension_after_sixty_days"},
		{name: "two before the cost report with a gap after it", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"investigation 2025-03-20 2025-06-10", "oig_self_disclosure 2025-06-11"}, by: "2025-06-10",
			days: 10, lookback: "2019-01-10", warnings: "suspension_after_sixty_days,suspension_too_late"},
		{name: "the first within the 60 days, the second before the cost report", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"investigation 2025-01-20 2025-01-30", "oig_self_disclosure 2025-04-01 2025-06-10"}, by: "2025-06-10",
			days: 20, lookback: "2019-01-10", warnings: "suspension_after_sixty_days"},
		{name: "suspended within the 60 days, cost report later", identified: "2025-01-10", cost: "2025-05-31",
			suspended: []string{"investigation 2025-01-20 2025-01-30"}, by: "2025-05-31", remaining: 50, days: 10,
			lookback: "2019-01-10", warnings: "remaining_days,cost_report_later"},
		{name: "investigated after the 180 days and before the cost report", identified: "2025-01-10", cost: "2025-08-31",
			suspended: []string{"investigation 2025-07-10"}, by: "2025-08-31", remaining: 60, lookback: "2019-01-10",
			warnings: "suspension_too_late,cost_report_later"},
		{name: "medicaid, after the last day and before the cost report", identified: "2025-01-10", cost: "2025-05-31",
			program: Medicaid, suspended: []string{"oig_self_disclosure 2025-04-01"}, by: "2025-05-31", remaining: 60,
			warnings: "suspension_not_in_force,cost_report_later"},
		{name: "disclosed and open", identified: "2026-01-10", suspended: []string{"cms_self_referral_disclosure 2026-02-09"}, by: "",
			remaining: 30, lookback: "2020-01-10", warnings: "suspension_open"},
		{name: "schedule asked for and rejected", identified: "2026-01-10",
			suspended: []string{"extended_repayment_schedule 2026-02-09 2026-03-11"}, by: "2026-04-10", remaining: 30, days: 30,
			lookback: "2020-01-10", warnings: "remaining_days"},
		{name: "the day before 2025", identified: "2024-12-31", suspended: []string{"investigation 2025-01-10 2025-03-10"},
			by: "2025-03-01", remaining: 60, lookback: "2018-12-31", warnings: "suspension_not_in_force,falls_on_weekend"},
		{name: "the same under the rule of 2025", identified: "2024-12-31", on: "2025-01-01",
			suspended: []string{"investigation 2025-01-10 2025-03-10"}, by: "2025-04-29", remaining: 50, days: 59,
			lookback: "2018-12-31", warnings: "remaining_days"},
		{name: "self-disclosure under the rule of 2016", identified: "2016-03-14",
			suspended: []string{"oig_self_disclosure 2016-03-14 2016-04-13"}, by: "2016-06-12", remaining: 60, days: 30,
			lookback: "2010-03-14", warnings: "remaining_days,falls_on_weekend"},
		{name: "the statute alone", identified: "2012-02-29", suspended: []string{"oig_self_disclosure 2012-03-01 2012-03-02"},
			by: "2012-04-29", remaining: 60, warnings: "suspension_not_in_force,falls_on_weekend"},
		{name: "medicaid", identified: "2026-01-10", program: Medicaid, suspended: []string{"investigation 2026-01-20 2026-05-10"},
			by: "2026-03-11", remaining: 60, warnings: "suspension_not_in_force"},
		{name: "leap day", identified: "2028-02-29", by: "2028-04-29", remaining: 60, lookback: "2022-03-01",
			warnings: "falls_on_weekend"},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := OverpaymentClock{Program: c.program, Identified: date(t, c.identified), Suspensions: suspensions(t, c.suspended...)}
			if c.cost != "" {
				clock.CostReport = date(t, c.cost)
			}
			if c.on != "" {
				clock.On = date(t, c.on)
			}
			d, err := clock.Deadline()
			if err != nil {
				t.Fatal(err)
			}
			if d.By.String() != c.by || d.Remaining != c.remaining || d.SuspendedDays != c.days || d.LookbackFrom.String() != c.lookback ||
				warned(d.Warnings) != c.warnings {
				t.Errorf("by %s, %d left, %d suspended, from %s, %s", d.By, d.Remaining, d.SuspendedDays, d.LookbackFrom, warned(d.Warnings))
			}
			roundTrip(t, clock)
			roundTrip(t, d)
		})
	}
}

func TestOverpaymentClockRefuses(t *testing.T) {
	id := date(t, "2026-01-10")
	for _, c := range []struct {
		clock OverpaymentClock
		want  error
	}{
		{OverpaymentClock{}, ErrIdentified},
		{OverpaymentClock{Identified: date(t, "2010-03-22")}, ErrIdentified},
		{OverpaymentClock{Identified: date(t, "9999-12-01")}, ErrIdentified},
		{OverpaymentClock{Identified: id, Program: "part_c"}, ErrProgram},
		{OverpaymentClock{Identified: id, Suspensions: []Suspension{{Kind: "holiday", From: id}}}, ErrSuspension},
		{OverpaymentClock{Identified: id, Suspensions: []Suspension{{Kind: Investigation}}}, ErrSuspension},
		{OverpaymentClock{Identified: id, Suspensions: suspensions(t, "investigation 2026-02-02 2026-02-01")}, ErrSuspension},
		{OverpaymentClock{Identified: id, Suspensions: make([]Suspension, maxSuspensions+1)}, ErrSuspension},
		{OverpaymentClock{Identified: id, Calendar: reportable.Calendar{Count: reportable.BusinessDays}}, reportable.ErrCalendar},
		{OverpaymentClock{Identified: id, Calendar: reportable.Calendar{Weekends: "x"}}, reportable.ErrWord},
	} {
		if d, err := c.clock.Deadline(); !errors.Is(err, c.want) || !d.By.IsZero() {
			t.Errorf("%+v: %v", c.clock, err)
		}
	}
}

// TestOverpaymentClockProperties: a deadline is never before the 60th day and never more than 240 days after the
// identification by an investigation alone; one day more of investigation moves it by a day or not at all. With a cost
// report it is the later of the two, or the end of an investigation that began after the 60 days and by the day of the cost
// report.
func TestOverpaymentClockProperties(t *testing.T) {
	first, _ := reportable.NewDate(2025, 1, 1)
	rapid.Check(t, func(t *rapid.T) {
		id := first.AddDays(rapid.IntRange(0, 2000).Draw(t, "identified"))
		begins := id.AddDays(rapid.IntRange(-30, 200).Draw(t, "begins"))
		ends := begins.AddDays(rapid.IntRange(0, 300).Draw(t, "days"))
		by := func(ends, cost reportable.Date) reportable.Date {
			d, err := OverpaymentClock{Identified: id, CostReport: cost,
				Suspensions: []Suspension{{Investigation, begins, ends}}}.Deadline()
			if err != nil {
				t.Fatal(err)
			}
			total, from := 0, id.AddDays(60)
			for _, s := range d.Suspensions {
				total += s.Days
				if s.Counted && begins.Compare(from) > 0 {
					from = cost
				}
			}
			if total != d.SuspendedDays || !d.CostReportLater && from.DaysUntil(d.By) != total {
				t.Fatalf("%+v", d)
			}
			return d.By
		}
		one := by(ends, reportable.Date{})
		if days := id.DaysUntil(one); days < 60 || days > 240 {
			t.Fatalf("%d days", days)
		}
		if step := one.DaysUntil(by(ends.AddDays(1), reportable.Date{})); step < 0 || step > 1 {
			t.Fatalf("a day of investigation moves the deadline by %d", step)
		}
		later := func(a, b reportable.Date) reportable.Date {
			if a.Compare(b) > 0 {
				return a
			}
			return b
		}
		cost := id.AddDays(rapid.IntRange(0, 400).Draw(t, "cost report"))
		want := later(one, cost)
		if days := id.DaysUntil(begins); days > 60 && days <= 180 && begins.Compare(cost) <= 0 {
			want = later(want, id.AddDays(min(180, id.DaysUntil(ends))))
		}
		if both := by(ends, cost); both != want {
			t.Fatalf("%s of %s and %s, want %s", both, one, cost, want)
		}
		open, err := OverpaymentClock{Identified: id, Suspensions: []Suspension{{Kind: Investigation, From: begins}}}.Deadline()
		if err != nil || open.By.Compare(one) < 0 {
			t.Fatalf("open %s, concluded %s", open.By, one)
		}
	})
}
