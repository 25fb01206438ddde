package reportable

import (
	"fmt"
	"time"
)

// FirstHolidayYear is the first year whose federal holidays [FederalHolidays] knows: that of the first Birthday of Martin
// Luther King, Jr. Since then the law changed once, by Juneteenth in 2021.
const FirstHolidayYear = 1986

// Holiday is a legal public holiday of the United States.
type Holiday struct {
	// Name in the words of 5 U.S.C. 6103(a).
	Name string `json:"name"`
	// Date is the day of the holiday itself.
	Date Date `json:"date"`
	// Observed is the day off: Date, the Friday before a Saturday, or the Monday after a Sunday.
	Observed Date `json:"observed"`
}

// holidayRules are the holidays of 5 U.S.C. 6103(a): a fixed day of a month, or the nth Monday or Thursday (-1: the last).
var holidayRules = []struct {
	name    string
	month   time.Month
	day     int // 0 where the weekday decides
	weekday time.Weekday
	nth     int
	since   int
}{
	{name: "New Year's Day", month: time.January, day: 1},
	{name: "Birthday of Martin Luther King, Jr.", month: time.January, weekday: time.Monday, nth: 3},
	{name: "Washington's Birthday", month: time.February, weekday: time.Monday, nth: 3},
	{name: "Memorial Day", month: time.May, weekday: time.Monday, nth: -1},
	{name: "Juneteenth National Independence Day", month: time.June, day: 19, since: 2021},
	// Public Law 117-17, June 17, 2021
	{name: "Independence Day", month: time.July, day: 4},
	{name: "Labor Day", month: time.September, weekday: time.Monday, nth: 1},
	{name: "Columbus Day", month: time.October, weekday: time.Monday, nth: 2},
	{name: "Veterans Day", month: time.November, day: 11},
	{name: "Thanksgiving Day", month: time.November, weekday: time.Thursday, nth: 4},
	{name: "Christmas Day", month: time.December, day: 25},
}

// FederalHolidays returns the holidays that are observed on a day of the year, in order: ten, since 2021 eleven, one less
// or more where New Year's Day is observed on December 31 of the year before.
//
// Holidays on a Saturday are observed on the Friday before (5 U.S.C. 6103(b)(1)), on a Sunday on the Monday after
// (Executive Order 11582, sec. 3(a)). Not counted: Inauguration Day, a holiday in and around Washington only
// (5 U.S.C. 6103(c)), and days off by executive order, which no rule foresees; put those into [Calendar].Closed.
//
// Error: [ErrYear] for a year before [FirstHolidayYear] or after 9999.
func FederalHolidays(year int) ([]Holiday, error) {
	if year < FirstHolidayYear || year > 9999 {
		return nil, fmt.Errorf("%w: federal holidays are known for %d to 9999, not for %d", ErrYear, FirstHolidayYear, year)
	}
	var list []Holiday
	add := func(h Holiday) {
		if h.Observed.Year() == year {
			list = append(list, h)
		}
	}
	for _, r := range holidayRules {
		if year >= r.since {
			add(observed(r.name, onDay(year, r.month, r.day, r.weekday, r.nth)))
		}
	}
	if year < 9999 {
		add(observed(holidayRules[0].name, day(year+1, 1, 1)))
	}
	return list, nil
}

// HolidayOn returns the federal holiday that is observed on a day. There is none before [FirstHolidayYear].
func HolidayOn(d Date) (Holiday, bool) {
	list, _ := FederalHolidays(d.Year())
	for _, h := range list {
		if h.Observed == d {
			return h, true
		}
	}
	return Holiday{}, false
}

// onDay returns a fixed day of a month, or for no day the nth weekday of it.
func onDay(year int, month time.Month, fixed int, weekday time.Weekday, nth int) Date {
	if fixed > 0 {
		return day(year, int(month), fixed)
	}
	if nth < 0 {
		last := day(year, int(month)+1, 1).AddDays(-1)
		return last.AddDays(-(int(last.Weekday()-weekday) + 7) % 7)
	}
	first := day(year, int(month), 1)
	return first.AddDays((int(weekday-first.Weekday())+7)%7 + 7*(nth-1))
}

func observed(name string, d Date) Holiday {
	h := Holiday{Name: name, Date: d, Observed: d}
	switch d.Weekday() {
	case time.Saturday:
		h.Observed = d.AddDays(-1)
	case time.Sunday:
		h.Observed = d.AddDays(1)
	}
	return h
}
