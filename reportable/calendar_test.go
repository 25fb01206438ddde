package reportable

import (
	"errors"
	"slices"
	"testing"
	"time"
)

func TestDueDates(t *testing.T) {
	keep, onward, earlier := Calendar{}, Calendar{Weekends: Onward, Holidays: Onward}, Calendar{Weekends: Earlier,
		Holidays: Earlier}
	business := Calendar{Count: BusinessDays}
	for _, c := range []struct {
		calendar Calendar
		from     string
		days     int
		before   bool
		on       string
		warnings []string
	}{
		{keep, "2026-10-05", 30, false, "2026-11-04", nil},
		{keep, "2026-10-09", 30, false, "2026-11-08", []string{"falls_on_weekend"}},
		{onward, "2026-10-09", 30, false, "2026-11-09", []string{"due_date_shifted"}},
		{earlier, "2026-10-09", 30, false, "2026-11-06", []string{"due_date_shifted"}},
		{keep, "2026-10-12", 30, false, "2026-11-11", []string{"falls_on_holiday"}},
		{onward, "2026-10-12", 30, false, "2026-11-12", []string{"due_date_shifted"}},
		{Calendar{Weekends: Onward}, "2026-10-12", 30, false, "2026-11-11", []string{"falls_on_holiday"}},
		{Calendar{Holidays: Onward}, "2026-10-09", 30, false, "2026-11-08", []string{"falls_on_weekend"}},
		// July 4, 2026 is a Saturday, observed on Friday the 3rd.
		{keep, "2026-06-04", 30, false, "2026-07-04", []string{"falls_on_weekend"}},
		{onward, "2026-06-03", 30, false, "2026-07-06", []string{"due_date_shifted"}},
		{earlier, "2026-06-04", 30, false, "2026-07-02", []string{"due_date_shifted"}},
		{Calendar{Holidays: Onward}, "2026-06-03", 30, false, "2026-07-04", []string{"due_date_shifted",
			"falls_on_weekend"}},
		// Labor Day 2026 is Monday, September 7: a Saturday goes on to Tuesday only if holidays move, too.
		{onward, "2026-08-06", 30, false, "2026-09-08", []string{"due_date_shifted"}},
		{Calendar{Weekends: Onward}, "2026-08-06", 30, false, "2026-09-07", []string{"due_date_shifted",
			"falls_on_holiday"}},
		// Counted back, both shifts go back: at least 5 days before.
		{keep, "2026-11-30", 5, true, "2026-11-25", nil},
		{onward, "2026-11-27", 5, true, "2026-11-20", []string{"due_date_shifted"}},
		{earlier, "2026-11-27", 5, true, "2026-11-20", []string{"due_date_shifted"}},
		// Business days skip weekends and holidays: Thanksgiving is November 26.
		{business, "2026-11-25", 5, false, "2026-12-03", nil},
		{business, "2026-12-03", 5, true, "2026-11-25", nil},
		{business, "2026-11-28", 0, false, "2026-11-28", []string{"falls_on_weekend"}},
		{Calendar{Count: BusinessDays, Closed: []Date{day(2026, 11, 27)}}, "2026-11-25", 5, false, "2026-12-04", nil},
		{Calendar{Holidays: Onward, Closed: []Date{day(2024, 12, 24)}}, "2024-11-24", 30, false, "2024-12-26",
			[]string{"due_date_shifted"}},
		{Calendar{Closed: []Date{day(2024, 12, 24)}}, "2024-11-24", 30, false, "2024-12-24", []string{"falls_on_holiday"}},
		// Never before the event: from a Saturday to the Sunday there is nothing to go back to.
		{earlier, "2026-10-31", 1, false, "2026-11-01", []string{"shift_impossible", "falls_on_weekend"}},
		{earlier, "2026-10-30", 1, false, "2026-10-30", []string{"due_date_shifted"}},
		// Leap years, and the end of February.
		{keep, "2024-01-30", 30, false, "2024-02-29", nil},
		{keep, "2023-01-30", 30, false, "2023-03-01", nil},
		{keep, "2100-01-30", 30, false, "2100-03-01", nil},
		{keep, "2000-01-30", 30, false, "2000-02-29", nil},
		{keep, "2024-02-29", 366, false, "2025-03-01", []string{"falls_on_weekend"}},
		{keep, "2024-03-05", 5, true, "2024-02-29", nil},
		// Periods that span the change to and from daylight saving: every civil date is one day.
		{keep, "2026-03-07", 1, false, "2026-03-08", []string{"falls_on_weekend"}},
		{keep, "2026-03-08", 1, false, "2026-03-09", nil},
		{keep, "2026-02-20", 30, false, "2026-03-22", []string{"falls_on_weekend"}},
		{keep, "2026-10-20", 30, false, "2026-11-19", nil},
		{keep, "2026-11-01", 1, false, "2026-11-02", nil},
		// No holidays are known before 1986, and none are claimed.
		{keep, "1984-11-25", 30, false, "1984-12-25", nil},
	} {
		due := c.calendar.After
		if c.before {
			due = c.calendar.Before
		}
		d, err := due(date(t, c.from), c.days)
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if d.On.String() != c.on || !slices.Equal(warningCodes(d.Warnings), c.warnings) {
			t.Errorf("%+v from %s, %d days: %s %v; want %s %v", c.calendar, c.from, c.days, d.On,
				warningCodes(d.Warnings), c.on, c.warnings)
		}
		if d.Weekday != d.On.Weekday().String() || d.Counted.AddDays(d.Shifted) != d.On {
			t.Errorf("%+v", d)
		}
		roundTrip(t, d)
	}
}

// TestNoDaylightSaving: in every zone with daylight saving that this machine knows, 30 days of 24 hours from local midnight
// can end on another date than 30 civil days. Civil dates have no hours to lose.
func TestNoDaylightSaving(t *testing.T) {
	zone := time.FixedZone("EST", -5*3600)
	if new, err := time.LoadLocation("America/New_York"); err == nil {
		zone = new
	}
	from := day(2026, 10, 20)
	due, err := Calendar{}.After(from, 30)
	if err != nil {
		t.Fatal(err)
	}
	local := time.Date(2026, time.October, 20, 0, 0, 0, 0, zone)
	if byDate := local.AddDate(0, 0, 30); byDate.Format(time.DateOnly) != due.On.String() {
		t.Errorf("%s by the date of the zone, %s here", byDate.Format(time.DateOnly), due.On)
	}
	if byHours := local.Add(30 * 24 * time.Hour); zone.String() == "America/New_York" &&
		byHours.Format(time.DateOnly) != "2026-11-18" {
		t.Errorf("720 hours end on %s; the test shows nothing", byHours.Format(time.DateOnly))
	}
}

func TestCalendarRefuses(t *testing.T) {
	for _, c := range []struct {
		calendar Calendar
		from     Date
		days     int
		want     error
	}{
		{Calendar{}, Date{}, 30, ErrDate},
		{Calendar{}, day(2026, 1, 1), -1, ErrDays},
		{Calendar{}, day(2026, 1, 1), MaxDays + 1, ErrDays},
		{Calendar{}, day(9999, 12, 30), 2, ErrDate},
		{Calendar{Count: BusinessDays}, day(9999, 12, 30), 20, ErrDate},
		{Calendar{Weekends: Onward}, day(9999, 12, 1), 30, nil}, // a Friday
		{Calendar{Count: "hours"}, day(2026, 1, 1), 1, ErrWord},
		{Calendar{Weekends: "next"}, day(2026, 1, 1), 1, ErrWord},
		{Calendar{Holidays: "next"}, day(2026, 1, 1), 1, ErrWord},
		{Calendar{Weekends: Onward, Holidays: Earlier}, day(2026, 1, 1), 1, ErrCalendar},
		{Calendar{Closed: []Date{{}}}, day(2026, 1, 1), 1, ErrCalendar},
		{Calendar{Holidays: Onward}, day(1985, 1, 2), 1, ErrYear},
		{Calendar{Count: BusinessDays}, day(1985, 1, 2), 1, ErrYear},
	} {
		if d, err := c.calendar.After(c.from, c.days); !errors.Is(err, c.want) || err != nil && !d.On.IsZero() {
			t.Errorf("%+v %s %d: %v, %v; want %v", c.calendar, c.from, c.days, d.On, err, c.want)
		}
	}
	if _, err := (Calendar{}).Before(day(1, 1, 3), 5); !errors.Is(err, ErrDate) {
		t.Error(err)
	}
	if _, err := (Calendar{Count: BusinessDays}).Before(day(1986, 1, 3), 5); !errors.Is(err, ErrYear) {
		t.Error(err)
	}
	if (Date{}).Weekday() != time.Sunday {
		t.Error("no date has a weekday")
	}
}
