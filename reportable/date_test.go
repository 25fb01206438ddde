package reportable

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func date(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDateArithmetic(t *testing.T) {
	for _, c := range []struct {
		from string
		days int
		to   string
	}{
		{"2026-11-22", 60, "2027-01-21"},
		{"2024-02-28", 1, "2024-02-29"}, // leap year
		{"2023-02-28", 1, "2023-03-01"},
		{"2100-02-28", 1, "2100-03-01"}, // no leap year
		{"2025-03-08", 1, "2025-03-09"}, // a day of 23 hours in the United States counts as a day
		{"2026-01-15", -30, "2025-12-16"},
	} {
		if got := date(t, c.from).AddDays(c.days); got.String() != c.to {
			t.Errorf("%s%+d days = %s, want %s", c.from, c.days, got, c.to)
		}
		if got := date(t, c.from).DaysUntil(date(t, c.to)); got != c.days {
			t.Errorf("days from %s to %s = %d, want %d", c.from, c.to, got, c.days)
		}
	}
	day := date(t, "2026-11-22")
	if a, b, c := day.DaysUntil(Date{}), (Date{}).DaysUntil(day), (Date{}).DaysUntil(Date{}); a != 0 || b != 0 || c != 0 {
		t.Errorf("days to and from no date: %d, %d, %d", a, b, c)
	}
	if d := date(t, "9999-12-31").AddDays(1); !d.IsZero() {
		t.Errorf("a day past the last one is %s, want no date", d)
	}
	if d := (Date{}).AddDays(5); !d.IsZero() {
		t.Errorf("no date + 5 = %s", d)
	}
}

// TestEveryDay holds every date, and every day that a month does not have, against package time.
func TestEveryDay(t *testing.T) {
	before, day, last := Date{}, 0, 9999
	if testing.Short() {
		last = 401 // a whole cycle of the calendar
	}
	for year := 1; year <= last; year++ {
		for month := range 14 {
			for n := range 33 {
				d, err := NewDate(year, time.Month(month), n)
				want := time.Date(year, time.Month(month), n, 0, 0, 0, 0, time.UTC)
				if (err == nil) != (want.Month() == time.Month(month) && want.Day() == n) {
					t.Fatalf("NewDate(%d, %d, %d): %v, %v", year, month, n, d, err)
				}
				if err != nil {
					continue
				}
				if d.Weekday() != want.Weekday() || !before.IsZero() && (before.AddDays(1) != d || before.DaysUntil(d) != 1) {
					t.Fatalf("%s is a %s after %s", d, d.Weekday(), before)
				}
				before, day = d, day+1
			}
		}
	}
	first, end := Date{1, 1, 1}, Date{int16(last), 12, 31}
	if before != end || first.DaysUntil(end) != day-1 || first.AddDays(day-1) != end || end.AddDays(1-day) != first {
		t.Errorf("%d days from %s to %s", day, first, end)
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "26-01-01", "2026-1-1",
		"2026-01-01T00:00:00Z", "20260101", "２026-01-01",
		"2026/01-01", "2026-01/01", "+026-01-01", "2026-+1-01", "2026-01- 1", "2026-0a-01", "2026-01-32", "2026-01-00"} {
		if d, err := ParseDate(s); !errors.Is(err, ErrDate) {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
	}
	if _, err := NewDate(2026, 2, 29); !errors.Is(err, ErrDate) {
		t.Errorf("NewDate: %v", err)
	}
}

func TestDateParts(t *testing.T) {
	d, err := NewDate(2026, time.November, 22)
	if err != nil || d.Year() != 2026 || d.Month() != time.November || d.Day() != 22 || d.String() != "2026-11-22" {
		t.Errorf("%v, %v", d, err)
	}
	if d := d.AddDays(1 << 40); !d.IsZero() {
		t.Errorf("a day far beyond the last one is %s", d)
	}
	var e Date
	if err := e.UnmarshalText([]byte(strings.Repeat("9", 100))); !errors.Is(err, ErrDate) || len(err.Error()) > 120 {
		t.Errorf("%v", err)
	}
}

func ExampleDate_AddDays() {
	identified, err := ParseDate("2026-11-22")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(identified.AddDays(60))
	// Output:
	// 2027-01-21
}

func TestDateRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, _ := ParseDate("0001-01-01")
		d := first.AddDays(rapid.IntRange(0, 3652058).Draw(t, "days"))
		data, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back Date
		if err := json.Unmarshal(data, &back); err != nil || back != d {
			t.Fatalf("%s -> %s -> %s, %v", d, data, back, err)
		}
		e := d.AddDays(1)
		if !e.IsZero() && (d.Compare(e) != -1 || e.Compare(d) != 1 || d.Compare(d) != 0 || !d.Equal(d) || d.Equal(e) || d.DaysUntil(e) != 1) {
			t.Fatalf("order of %s and %s", d, e)
		}
	})
	var none Date
	if err := json.Unmarshal([]byte(`""`), &none); err != nil || !none.IsZero() {
		t.Fatalf("empty text: %v, %v", none, err)
	}
}
