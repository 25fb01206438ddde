package reportable

import (
	"fmt"
	"slices"
	"time"

	"github.com/iromath/iromath/internal/finding"
)

// Counting says which days a period counts.
type Counting string

// The ways of counting.
const (
	// CalendarDays counts every day. The default.
	CalendarDays Counting = "calendar_days"
	// BusinessDays counts the days that are no Saturday, Sunday, federal holiday or closed day.
	BusinessDays Counting = "business_days"
)

// Shift says what becomes of a due date that falls on a weekend or a holiday.
type Shift string

// The shifts.
const (
	// Keep leaves it where it is. The default: no source here moves a date of an agreement.
	Keep Shift = "keep"
	// Onward goes on in the direction of counting to the next day that is none: later when counted after an event, earlier
	// when counted before one, as courts count (Fed. R. Civ. P. 6(a)).
	Onward Shift = "onward"
	// Earlier goes back to the last day that is none, but never before the event that starts the clock: the cautious choice.
	Earlier Shift = "earlier"
)

// Calendar turns a date and a number of days into a due date. Its zero value counts calendar days and shifts nothing; what
// happens on weekends and federal holidays is chosen for each, and a result says what was done.
type Calendar struct {
	// Count: calendar_days (the default) or business_days.
	Count Counting `json:"count,omitempty"`
	// Weekends says what becomes of a due date on a Saturday or Sunday: keep (the default), onward or earlier.
	Weekends Shift `json:"weekends,omitempty"`
	// Holidays says the same of a day on which a federal holiday is observed, and of the closed days.
	Holidays Shift `json:"holidays,omitempty"`
	// Closed are further days that count as holidays, for instance those an executive order closes the government on.
	Closed []Date `json:"closed,omitempty"`
}

// maxClosed bounds the closed days of a calendar.
const maxClosed = 1000

func (c Calendar) isZero() bool {
	return c.Count == "" && c.Weekends == "" && c.Holidays == "" && len(c.Closed) == 0
}

func (c Calendar) check() error {
	if err := oneOf("calendar.count", c.Count, "", CalendarDays, BusinessDays); err != nil {
		return err
	}
	for _, s := range []struct {
		name  string
		shift Shift
	}{{"weekends", c.Weekends}, {"holidays", c.Holidays}} {
		if err := oneOf("calendar."+s.name, s.shift, "", Keep, Onward, Earlier); err != nil {
			return err
		}
	}
	if moves(c.Weekends) && moves(c.Holidays) && c.Weekends != c.Holidays {
		return fmt.Errorf("%w: weekends go %s and holidays %s: a holiday beside a weekend has nowhere to go",
			ErrCalendar, c.Weekends, c.Holidays)
	}
	if len(c.Closed) > maxClosed {
		return fmt.Errorf("%w: more than %d closed days", ErrCalendar, maxClosed)
	}
	if slices.Contains(c.Closed, Date{}) {
		return fmt.Errorf("%w: a closed day is no date", ErrCalendar)
	}
	return nil
}

func moves(s Shift) bool { return s == Onward || s == Earlier }

// Due is a due date and how it came about.
type Due struct {
	// From is the day of the event that starts the clock; for a clock that runs before something, the day of that.
	From Date `json:"from"`
	// Days counted: after From, or before it.
	Days   int      `json:"days"`
	Before bool     `json:"before,omitempty"`
	Count  Counting `json:"count"`
	// Counted is the day the counting ends on. The day of the event itself is not counted.
	Counted Date `json:"counted"`
	// On is the due date: the last day. It is Counted unless the calendar chose a shift.
	On Date `json:"on"`
	// Weekday of On.
	Weekday string `json:"weekday"`
	// Shifted is the number of calendar days from Counted to On, negative for an earlier day.
	Shifted int `json:"shifted,omitempty"`
	// Warnings: due_date_shifted, falls_on_weekend, falls_on_holiday, shift_impossible.
	Warnings []Warning `json:"warnings,omitempty"`
}

// After returns the last day of a period of days after an event, 0 to [MaxDays]. The day of the event is not counted.
//
// Errors: [ErrDate] (no date, or a due date beyond the year 9999), [ErrDays], [ErrWord], [ErrCalendar], and [ErrYear] where
// holidays before [FirstHolidayYear] would count.
func (c Calendar) After(event Date, days int) (Due, error) { return c.due(event, days, false) }

// Before returns the last day that is at least a number of days before something. Errors as of [Calendar.After].
func (c Calendar) Before(event Date, days int) (Due, error) { return c.due(event, days, true) }

func (c Calendar) due(event Date, days int, before bool) (Due, error) {
	if err := c.check(); err != nil {
		return Due{}, err
	}
	switch {
	case event.IsZero():
		return Due{}, fmt.Errorf("%w: the day that starts the clock is missing", ErrDate)
	case days < 0 || days > MaxDays:
		return Due{}, fmt.Errorf("%w: %d is not between 0 and %d", ErrDays, days, MaxDays)
	}
	d := Due{From: event, Days: days, Before: before, Count: c.Count}
	step := 1
	if before {
		step = -1
	}
	w := walk{closed: make(map[Date]bool, len(c.Closed)), holidays: map[int][]Holiday{}}
	for _, day := range c.Closed {
		w.closed[day] = true
	}
	if c.Count == BusinessDays {
		d.Counted = event
		for range days {
			d.Counted = w.move(d.Counted, step, true, true)
		}
	} else {
		d.Count = CalendarDays
		d.Counted = event.AddDays(step * days)
		w.past = d.Counted.IsZero()
	}
	d.On = d.Counted
	direction := 0
	switch {
	case c.Weekends == Earlier || c.Holidays == Earlier:
		direction = -1
	case c.Weekends == Onward || c.Holidays == Onward:
		direction = step
	}
	if weekends, holidays := moves(c.Weekends), moves(c.Holidays); direction != 0 && w.off(d.Counted, weekends, holidays) {
		d.On = w.move(d.Counted, direction, weekends, holidays)
		if !before && !d.On.IsZero() && d.On.Compare(event) < 0 {
			d.On = d.Counted
			d.Warnings = append(d.Warnings, finding.Warn("shift_impossible",
				"Between the event on %s and %s there is no day to go back to: the date stands.", event, d.Counted))
		}
	}
	switch {
	case w.err != nil:
		return Due{}, w.err
	case w.past || d.On.IsZero():
		return Due{}, fmt.Errorf("%w: %d days from %s end beyond the years 1 to 9999", ErrDate, days, event)
	}
	d.Weekday, d.Shifted = d.On.Weekday().String(), d.Counted.DaysUntil(d.On)
	d.Warnings = append(d.Warnings, c.notes(d)...)
	return d, nil
}

// notes says what the reader of a due date has to know about its day.
func (c Calendar) notes(d Due) []Warning {
	var list []Warning
	if d.Shifted != 0 {
		list = append(list, finding.Warn("due_date_shifted",
			"The days end on %s, a %s; as the calendar was chosen, the due date is %s.", d.Counted, d.Counted.Weekday(), d.On))
	}
	if weekend(d.On) {
		list = append(list, finding.Warn("falls_on_weekend",
			"The due date %s is a %s and was not moved.", d.On, d.On.Weekday()))
	}
	if h, ok := HolidayOn(d.On); ok {
		list = append(list, finding.Warn("falls_on_holiday", "On the due date %s the federal holiday %s is observed; it "+
			"was not moved.", d.On, h.Name))
	} else if slices.Contains(c.Closed, d.On) {
		list = append(list, finding.Warn("falls_on_holiday", "The due date %s is a closed day and was not moved.", d.On))
	}
	return list
}

func weekend(d Date) bool { return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday }

// walk goes through the days of a calendar, holidays worked out once a year.
type walk struct {
	closed   map[Date]bool
	holidays map[int][]Holiday
	past     bool // gone beyond the years 1 to 9999
	err      error
}

// move returns the next day in a direction that is not off.
func (w *walk) move(d Date, step int, weekends, holidays bool) Date {
	for d = d.AddDays(step); w.off(d, weekends, holidays); {
		d = d.AddDays(step)
	}
	w.past = w.past || d.IsZero()
	return d
}

// off reports whether a day is a weekend, where that counts, or a holiday, where that counts. Without a date it is not.
func (w *walk) off(d Date, weekends, holidays bool) bool {
	switch {
	case d.IsZero() || w.err != nil:
		return false
	case weekends && weekend(d):
		return true
	case !holidays:
		return false
	case w.closed[d]:
		return true
	}
	list, ok := w.holidays[d.Year()]
	if !ok {
		if list, w.err = FederalHolidays(d.Year()); w.err != nil {
			return false
		}
		w.holidays[d.Year()] = list
	}
	return slices.ContainsFunc(list, func(h Holiday) bool { return h.Observed == d })
}
