package training

import (
	"fmt"
	"time"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

// period is a month, a quarter or a half-year of the calendar: 1, 3 or 6 months.
type period struct {
	first  Date
	months int
}

// periodOf is the period of the calendar that a day is in.
func periodOf(day Date, months int) period {
	m := (int(day.Month())-1)/months*months + 1
	first, _ := reportable.NewDate(day.Year(), time.Month(m), 1)
	return period{first, months}
}

// move goes n periods on, or back for a negative n. Beyond the years 1 to 9999 there is no date.
func (p period) move(n int) period {
	m := p.first.Year()*12 + int(p.first.Month()) - 1 + n*p.months
	if m < 12 || m >= 12*10_000 {
		return period{Date{}, p.months}
	}
	first, _ := reportable.NewDate(m/12, time.Month(m%12+1), 1)
	return period{first, p.months}
}

// last is the last day of the period.
func (p period) last() Date {
	next := p.move(1)
	if next.first.IsZero() { // the last period of the year 9999
		d, _ := reportable.NewDate(9999, 12, 31)
		return d
	}
	return next.first.AddDays(-1)
}

func (p period) has(day Date) bool {
	return !day.IsZero() && p.first.Compare(day) <= 0 && day.Compare(p.last()) <= 0
}

// String names the period: "2026-03", "2026-Q1", "2026-H1".
func (p period) String() string {
	switch p.months {
	case 1:
		return fmt.Sprintf("%04d-%02d", p.first.Year(), p.first.Month())
	case 3:
		return fmt.Sprintf("%04d-Q%d", p.first.Year(), (p.first.Month()-1)/3+1)
	}
	return fmt.Sprintf("%04d-H%d", p.first.Year(), (p.first.Month()-1)/6+1)
}

// parseMonth reads "2026-03" and returns the month's first day.
func parseMonth(s string) (Date, error) {
	d, err := reportable.ParseDate(s + "-01")
	if err != nil || len(s) != len("2006-01") {
		return Date{}, fmt.Errorf("%w: %q is not a month such as 2026-03", ErrDate, finding.Clip(s))
	}
	return d, nil
}

// yearLater is the same day a year later, February 28 for a leap day: never more than a year.
func yearLater(d Date) Date {
	next, err := reportable.NewDate(d.Year()+1, d.Month(), d.Day())
	if err != nil { // a leap day, or beyond the year 9999
		next, _ = reportable.NewDate(d.Year()+1, time.February, 28)
		if d.Month() != time.February {
			return Date{}
		}
	}
	return next
}
