package reportable

import (
	"errors"
	"fmt"
	"time"
)

// ErrDate is returned for a text or numbers that are no calendar date of the years 1 to 9999.
var ErrDate = errors.New("reportable: not a calendar date")

// Date is a civil date without a time of day or a zone: the one form of dates in this module. The zero value is "no
// date". Dates are compared with == and [Date.Compare]. In JSON a date is "2026-11-22", no date is "".
type Date struct {
	year       int16
	month, day uint8
}

// NewDate returns the date of a year (1 to 9999), month and day, or [ErrDate].
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || t.Month() != month || t.Day() != day {
		return Date{}, fmt.Errorf("%w: year %d, month %d, day %d", ErrDate, year, month, day)
	}
	return Date{int16(year), uint8(month), uint8(day)}, nil
}

// ParseDate reads "2026-11-22" and nothing else.
func ParseDate(s string) (Date, error) {
	if len(s) != len(time.DateOnly) {
		return Date{}, fmt.Errorf("%w: %q (the form is 2006-01-02)", ErrDate, clip(s))
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("%w: %q (the form is 2006-01-02)", ErrDate, s)
	}
	return dateOf(t), nil
}

func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}

func dateOf(t time.Time) Date { return Date{int16(t.Year()), uint8(t.Month()), uint8(t.Day())} }

func (d Date) time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Year of the date; 0 for no date.
func (d Date) Year() int { return int(d.year) }

// Month of the date; 0 for no date.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day of the month; 0 for no date.
func (d Date) Day() int { return int(d.day) }

// Weekday of the date; Sunday for no date.
func (d Date) Weekday() time.Weekday {
	if d.IsZero() {
		return time.Sunday
	}
	return d.time().Weekday()
}

// AddDays returns the date n calendar days later (earlier for a negative n). No date, and a date beyond the years 1 to
// 9999, stay no date.
func (d Date) AddDays(n int) Date {
	const most = 10000 * 366
	if d.IsZero() || n > most || n < -most {
		return Date{}
	}
	t := d.time().AddDate(0, 0, n)
	if t.Year() < 1 || t.Year() > 9999 {
		return Date{}
	}
	return dateOf(t)
}

// DaysUntil returns the number of calendar days from d to e, negative if e is earlier. Both have to be dates.
func (d Date) DaysUntil(e Date) int { return int(e.time().Sub(d.time()) / (24 * time.Hour)) }

// Compare returns -1, 0 or +1 as d is before, equal to or after e. No date is before every date.
func (d Date) Compare(e Date) int {
	switch {
	case d == e:
		return 0
	case d.year < e.year, d.year == e.year && (d.month < e.month || d.month == e.month && d.day < e.day):
		return -1
	}
	return 1
}

// Equal reports whether both are the same date, or both no date: d == e, as a method for programs that compare values.
func (d Date) Equal(e Date) bool { return d == e }

// String returns "2026-11-22", or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// MarshalText returns [Date.String].
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads [ParseDate]'s form; an empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	p, err := ParseDate(string(text))
	if err == nil {
		*d = p
	}
	return err
}
