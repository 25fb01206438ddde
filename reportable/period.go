package reportable

import "github.com/iromath/iromath/internal/sorting"

// Period of days.
type Period struct {
	// From is the first day, Through the last one. No Through: it goes on.
	From    Date `json:"from"`
	Through Date `json:"through,omitzero"`
}

// overlap of two periods whose end may be open.
func overlap(a, b, c, d Date) (from, through Date, ok bool) {
	from, through = a, b
	if c.Compare(a) > 0 {
		from = c
	}
	if through.IsZero() || !d.IsZero() && d.Compare(through) < 0 {
		through = d
	}
	return from, through, through.IsZero() || through.Compare(from) >= 0
}

// laterEnd of two periods.
func laterEnd(a, b Date) Date {
	if a.IsZero() || !b.IsZero() && b.Compare(a) < 0 {
		return a
	}
	return b
}

// merge puts periods in order; those that overlap or follow one another become one.
func merge(list []Period) (merged []Period) {
	sorting.By(list, func(a, b Period) int { return a.From.Compare(b.From) })
	for _, p := range list {
		if n := len(merged); n > 0 {
			if last := &merged[n-1]; last.Through.IsZero() || last.Through.DaysUntil(p.From) <= 1 {
				last.Through = laterEnd(last.Through, p.Through)
				continue
			}
		}
		merged = append(merged, p)
	}
	return merged
}

// split takes the days of a period that lie in one of others, which are merged, apart from its other days.
func (p Period) split(others []Period) (in, out []Period) {
	next := p.From
	for _, o := range others {
		from, through, ok := overlap(p.From, p.Through, o.From, o.Through)
		if !ok {
			continue
		}
		in = append(in, Period{from, through})
		if next.Compare(from) < 0 {
			out = append(out, Period{next, from.AddDays(-1)})
		}
		if through == p.Through {
			return in, out
		}
		next = through.AddDays(1)
	}
	if !next.IsZero() { // no day is after December 31, 9999
		out = append(out, Period{next, p.Through})
	}
	return in, out
}
