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
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 || !civil(year, int(month), day).exists() {
		return Date{}, fmt.Errorf("%w: year %d, month %d, day %d", ErrDate, year, month, day)
	}
	return civil(year, int(month), day), nil
}

// ParseDate reads "2026-11-22" and nothing else.
func ParseDate(s string) (Date, error) {
	if len(s) != len(time.DateOnly) {
		return Date{}, fmt.Errorf("%w: %q (the form is 2006-01-02)", ErrDate, clip(s))
	}
	var numbers [3]int
	part := 0
	for i := range len(s) {
		switch dash := i == 4 || i == 7; {
		case dash && s[i] == '-':
			part++
		case !dash && '0' <= s[i] && s[i] <= '9':
			numbers[part] = 10*numbers[part] + int(s[i]-'0')
		default:
			return Date{}, fmt.Errorf("%w: %q (the form is 2006-01-02)", ErrDate, s)
		}
	}
	d, err := NewDate(numbers[0], time.Month(numbers[1]), numbers[2])
	if err != nil {
		return Date{}, fmt.Errorf("%w: %q (the form is 2006-01-02)", ErrDate, s)
	}
	return d, nil
}

func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}

func civil(year, month, day int) Date { return Date{int16(year), uint8(month), uint8(day)} }

// past is a count of years, whole cycles of the calendar, that makes all numbers of days positive, also that of no date.
const past = 400

// Days are counted in years that begin on March 1, so that a leap day is the last day of its year, and the months before month
// m of a year, counted from 0, have (153m+2)/5 days.

// marchFirst is the number of the day on which such a year begins.
func marchFirst(year int) int { return 365*year + year/4 - year/100 + year/400 }

// days is the number of the date's day: it grows by 1 from each day to the next.
func (d Date) days() int {
	year, month := int(d.year)+past, int(d.month)-3
	if month < 0 {
		year, month = year-1, month+12
	}
	return marchFirst(year) + (153*month+2)/5 + int(d.day) - 1
}

// dateOn is the date of the day with a number.
func dateOn(days int) Date {
	year := days * 400 / marchFirst(400) // within a year of it
	for marchFirst(year) > days {
		year--
	}
	for marchFirst(year+1) <= days {
		year++
	}
	days -= marchFirst(year)
	month := (5*days + 2) / 153
	day := days - (153*month+2)/5 + 1
	if month >= 10 {
		return civil(year-past+1, month-9, day)
	}
	return civil(year-past, month+3, day)
}

// exists reports whether the calendar has the date: the number of a day that it has not is that of another.
func (d Date) exists() bool { return dateOn(d.days()) == d }

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
	const wednesday = 3 // day 0 is the March 1 of a year that 400 divides
	return time.Weekday((d.days() + wednesday) % 7)
}

// AddDays returns the date n calendar days later (earlier for a negative n). No date, and a date beyond the years 1 to
// 9999, stay no date.
func (d Date) AddDays(n int) Date {
	const most = 10000 * 366
	if d.IsZero() || n > most || n < -most {
		return Date{}
	}
	n += d.days()
	if n < (Date{1, 1, 1}).days() || n > (Date{9999, 12, 31}).days() {
		return Date{}
	}
	return dateOn(n)
}

// DaysUntil returns the number of calendar days from d to e, negative if e is earlier, and 0 where either is no date.
func (d Date) DaysUntil(e Date) int {
	if d.IsZero() || e.IsZero() {
		return 0
	}
	return e.days() - d.days()
}

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
