package reportable

import "github.com/iromath/iromath/internal/sorting"

// Period of days.
type Period struct {
	// From is the first day, Through the last one. No Through: it goes on.
	From    Date `json:"from"`
	Through Date `json:"through,omitzero"`
}

// overlap is what two periods have in common, and whether they have.
func (p Period) overlap(o Period) (Period, bool) {
	if o.From.Compare(p.From) > 0 {
		p.From = o.From
	}
	if p.Through.IsZero() || !o.Through.IsZero() && o.Through.Compare(p.Through) < 0 {
		p.Through = o.Through
	}
	return p, p.Through.IsZero() || p.Through.Compare(p.From) >= 0
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
		both, ok := p.overlap(o)
		if !ok {
			continue
		}
		in = append(in, both)
		if next.Compare(both.From) < 0 {
			out = append(out, Period{next, both.From.AddDays(-1)})
		}
		if both.Through == p.Through {
			return in, out
		}
		next = both.Through.AddDays(1)
	}
	if !next.IsZero() { // no day is after December 31, 9999
		out = append(out, Period{next, p.Through})
	}
	return in, out
}
