package reportable

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func genDate(t *rapid.T, label string) Date {
	return day(1990, 1, 1).AddDays(rapid.IntRange(0, 36_500).Draw(t, label))
}

func genCalendar(t *rapid.T) Calendar {
	shift := rapid.SampledFrom([]Shift{"", Keep, Onward, Earlier})
	c := Calendar{Count: rapid.SampledFrom([]Counting{"", CalendarDays, BusinessDays}).Draw(t, "count"),
		Weekends: shift.Draw(t, "weekends"), Holidays: shift.Draw(t, "holidays")}
	if moves(c.Weekends) && moves(c.Holidays) {
		c.Holidays = c.Weekends
	}
	for range rapid.IntRange(0, 3).Draw(t, "closed") {
		c.Closed = append(c.Closed, genDate(t, "closed day"))
	}
	return c
}

// TestClocks: a due date is never before the event (or after what it is counted back from), a later event never has an
// earlier due date, and more days never an earlier one. A date that is not chosen to move stays, and one that is chosen to
// move ends on a day that is not off, or says why not.
func TestClocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, from := genCalendar(t), genDate(t, "from")
		days := rapid.IntRange(0, 200).Draw(t, "days")
		later, more := from.AddDays(rapid.IntRange(0, 12).Draw(t, "later")), days+rapid.IntRange(0, 12).Draw(t, "more")
		get := func(d Due, err error) Due {
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		after, before := get(c.After(from, days)), get(c.Before(from, days))
		if after.On.Compare(from) < 0 || before.On.Compare(from) > 0 {
			t.Fatalf("after %+v, before %+v", after, before)
		}
		if get(c.After(later, days)).On.Compare(after.On) < 0 || get(c.After(from, more)).On.Compare(after.On) < 0 {
			t.Fatalf("after: not monotone from %s and %s, %d and %d days", from, later, days, more)
		}
		if get(c.Before(later, days)).On.Compare(before.On) < 0 || get(c.Before(from, more)).On.Compare(before.On) > 0 {
			t.Fatalf("before: not monotone from %s and %s, %d and %d days", from, later, days, more)
		}
		if before.From.DaysUntil(before.On) > -days {
			t.Fatalf("less than %d days before: %+v", days, before)
		}
		for _, d := range []Due{after, before} {
			moved := slices.Contains(warningCodes(d.Warnings), "due_date_shifted")
			if moved != (d.On != d.Counted) || !moves(c.Weekends) && !moves(c.Holidays) && moved {
				t.Fatalf("%+v of %+v", d, c)
			}
			if c.Count != BusinessDays && d.Counted != from.AddDays(map[bool]int{false: days, true: -days}[d.Before]) {
				t.Fatalf("%+v", d)
			}
			_, holiday := HolidayOn(d.On)
			holiday = holiday || slices.Contains(c.Closed, d.On)
			off := moves(c.Weekends) && weekend(d.On) || moves(c.Holidays) && holiday
			if off && !slices.Contains(warningCodes(d.Warnings), "shift_impossible") {
				t.Fatalf("ends on a day off: %+v of %+v", d, c)
			}
			if weekend(d.On) != slices.Contains(warningCodes(d.Warnings), "falls_on_weekend") ||
				holiday != slices.Contains(warningCodes(d.Warnings), "falls_on_holiday") {
				t.Fatalf("does not say what day it is: %+v", d)
			}
		}
	})
}

// TestBusinessDays: n business days after a day are n days that are no weekend and no holiday.
func TestBusinessDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, days := genDate(t, "from"), rapid.IntRange(0, 60).Draw(t, "days")
		d, err := Calendar{Count: BusinessDays}.After(from, days)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for x := from.AddDays(1); x.Compare(d.On) <= 0; x = x.AddDays(1) {
			if _, holiday := HolidayOn(x); !weekend(x) && !holiday {
				n++
			}
		}
		if n != days {
			t.Fatalf("%d business days from %s to %s, want %d", n, from, d.On, days)
		}
	})
}

// TestDeterminationClock: whatever the day of the determination and the calendar, the report is due on or after it, a later
// determination never gives an earlier due date, and the repayment is never due before the overpayment was identified.
func TestDeterminationClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, happened := genCalendar(t), genDate(t, "happened")
		identified := happened.AddDays(rapid.IntRange(0, 300).Draw(t, "identified"))
		on := happened.AddDays(rapid.IntRange(0, 300).Draw(t, "determined"))
		amount := dec("10.05")
		event := func(on Date) Event {
			return Event{Kind: SubstantialOverpayment, Terms: Terms{Calendar: c, ReportDays: rapid.SampledFrom([]int{0,
				30, 1}).Draw(t, "days")},
				Occurrences: []Occurrence{{From: happened, What: "x", Overpayment: &amount, Identified: identified}},
				Analysis: &Analysis{On: on, By: "CO", Considered: []Circumstance{{CauseFact, "x"}},
					Conclusion: Reportable, Grounds: "g"}}
		}
		e := event(on)
		d, err := e.Determine()
		if err != nil {
			t.Fatal(err)
		}
		if d.ReportBy.Compare(on) < 0 || d.ReportBy.Compare(happened) < 0 || d.Determined != on {
			t.Fatalf("%+v", d)
		}
		for _, x := range d.Duties {
			if x.Kind == RepayPayor && x.By.Compare(identified) < 0 {
				t.Fatalf("%+v", x)
			}
		}
		e.Analysis.On = on.AddDays(rapid.IntRange(0, 20).Draw(t, "later"))
		if later, err := e.Determine(); err != nil || later.ReportBy.Compare(d.ReportBy) < 0 {
			t.Fatalf("%v: %s after %s", err, later.ReportBy, d.ReportBy)
		}
	})
}

// TestOrderOfFacts: the order of the occurrences changes neither conclusion, sum nor due date.
func TestOrderOfFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []Occurrence
		for range rapid.IntRange(1, 8).Draw(t, "n") {
			amount := decimal.New(rapid.Int64Range(1, 1_000_000).Draw(t, "cents"), -2)
			list = append(list, Occurrence{From: genDate(t, "from"), What: "x", Overpayment: &amount,
				Payor: rapid.SampledFrom([]string{"", "M", "T"}).Draw(t, "payor")})
		}
		other := rapid.Permutation(list).Draw(t, "permuted")
		a, err := Event{Kind: SubstantialOverpayment, Occurrences: list}.Determine()
		if err != nil {
			t.Fatal(err)
		}
		b, err := Event{Kind: SubstantialOverpayment, Occurrences: other}.Determine()
		if err != nil {
			t.Fatal(err)
		}
		if a.Conclusion != b.Conclusion || !a.Overpayment.Equal(*b.Overpayment) || a.From != b.From || a.Through != b.Through ||
			len(a.Payors) != len(b.Payors) {
			t.Fatalf("%+v\n%+v", a, b)
		}
		for i := range a.Payors {
			if a.Payors[i].Payor != b.Payors[i].Payor || !a.Payors[i].Overpayment.Equal(b.Payors[i].Overpayment) {
				t.Fatalf("%+v\n%+v", a.Payors, b.Payors)
			}
		}
	})
}

// TestOverlap: the days on which a person was both engaged and excluded lie in both periods, whichever is named first.
func TestOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		period := func(label string) Period {
			from := genDate(t, label)
			if rapid.Bool().Draw(t, label+" open") {
				return Period{From: from}
			}
			return Period{from, from.AddDays(rapid.IntRange(0, 2000).Draw(t, label+" days"))}
		}
		a, b := period("engaged"), period("excluded")
		both, ok := a.overlap(b)
		if other, ok2 := b.overlap(a); ok != ok2 || ok && both != other {
			t.Fatalf("%v %v, %v %v", both, ok, other, ok2)
		}
		within := func(x Date, p Period) bool {
			return x.Compare(p.From) >= 0 && (p.Through.IsZero() || x.Compare(p.Through) <= 0)
		}
		for range 20 {
			x := genDate(t, "day")
			if in := within(x, a) && within(x, b); in != (ok && within(x, both)) {
				t.Fatalf("%s: in both %v, overlap %v", x, in, both)
			}
		}
	})
}
