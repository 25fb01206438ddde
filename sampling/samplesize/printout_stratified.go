package samplesize

import (
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the tables in the layout of RAT-STATS' text output. What RAT-STATS does not do is named behind the
// totals: another allocation, costs, a minimum.
//
// Source: RAT-STATS Companion Manual 4-12, 4-13, User's Guide 5-22 to 5-24.
func (t StratifiedTable) WriteText(w io.Writer, h Heading) error {
	if err := t.TotalSize.whole(); err != nil {
		return err
	}
	var p textfile.Page
	top(&p, h)
	entries := make([]StratumEntry, len(t.Strata))
	for i, s := range t.Strata {
		if err := s.whole(); err != nil {
			return err
		}
		entries[i] = s.StratumEntry
	}
	t.print(&p, entries, true)
	beyond(&p, t.Allocation, t.Minimum, t.SizeAgain, entries)
	sides(&p, t.OneSided)
	p.Line("%s", strings.Repeat("=", textfile.Width))
	for i, s := range t.Strata {
		p.Blank()
		p.Row(textfile.Left(1, fmt.Sprintf("Stratum %d: %s", i+1, s.Name)))
		s.Table.print(&p)
	}
	p.Blank()
	p.Line("Total Sample Size")
	t.TotalSize.print(&p)
	notes(&p, t.Warnings)
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes the sizes in the layout of RAT-STATS' text output. Source: RAT-STATS Companion Manual 4-18, User's
// Guide 5-26, 5-27.
func (s StratifiedSizes) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, h)
	entries := make([]StratumEntry, len(s.Strata))
	for i, one := range s.Strata {
		entries[i] = one.StratumEntry
	}
	s.print(&p, entries, false)
	beyond(&p, s.Allocation, s.Minimum, false, entries)
	p.Blank()
	p.Row(textfile.Center(textfile.Width, "Precision Values"))
	const columns = 4
	for rest := s.Expected; len(rest) > 0; rest = rest[min(columns, len(rest)):] {
		var levels []textfile.Cell
		values := []textfile.Cell{textfile.Left(1, "Sample Precision")}
		for k, e := range rest[:min(columns, len(rest))] {
			levels = append(levels, textfile.Left(26+14*k, percent(e.Level)))
			values = append(values, textfile.Left(26+14*k, twoPlaces(e.Precision)))
		}
		p.Row(levels...)
		p.Row(values...)
	}
	p.Blank()
	p.Line("Total Sample Size: %s", exact.CommasInt(s.Requested))
	for i, one := range s.Strata {
		p.Blank()
		p.Row(textfile.Left(1, fmt.Sprintf("Stratum %d: %s", i+1, one.Name)))
		p.Line("  Sample Size: %s", Cell{Size: one.Size})
		p.Line("  Ratio: %s", twoPlaces(one.Ratio))
	}
	notes(&p, s.Warnings)
	if s.Size != s.Requested {
		p.Blank()
		p.Line("NOTE (!): The sizes of the strata add up to %s where a total of %s", exact.CommasInt(s.Size),
			exact.CommasInt(s.Requested))
		p.Line("          was asked for.")
	}
	_, err := p.WriteTo(w)
	return err
}

// print prints the entries and the totals line.
func (u StratifiedUniverse) print(p *textfile.Page, entries []StratumEntry, ratio bool) {
	row := func(number, name, mean, deviation, universe, share string) {
		if !ratio {
			share = ""
		}
		p.Row(textfile.Right(4, number), textfile.Left(7, name), textfile.Right(43, mean), textfile.Right(57, deviation),
			textfile.Right(68, universe), textfile.Right(78, share))
	}
	row("NBR", "DESCRIPTION", "MEAN", "STD.DEV.", "UNIVERSE", "RATIO")
	for i, e := range entries {
		row(fmt.Sprint(i+1), e.Name, exact.Commas(e.Mean, 2), exact.Commas(e.StandardDeviation, 2),
			exact.CommasInt(e.Universe), twoPlaces(e.Ratio))
	}
	row("", "TOTALS", exact.Commas(u.Mean, 2), exact.Commas(u.StandardDeviation, 2), exact.CommasInt(u.Universe), "")
}

// twoPlaces writes a fraction as a percentage with two places, "---" where there is none.
func twoPlaces(fraction *decimal.Decimal) string {
	if fraction == nil {
		return "---"
	}
	return places(*fraction, 2)
}

// beyond names what RAT-STATS would not have done.
func beyond(p *textfile.Page, a Allocation, minimum int64, again bool, entries []StratumEntry) {
	if a != Optimal {
		p.Line("Allocation: %s", a)
	} else if len(entries) > 0 && entries[0].Cost != nil {
		p.Line("Allocation: %s, with the cost of a unit", a)
		for i, e := range entries {
			if e.Cost != nil {
				p.Line("  Stratum %d: %s a unit", i+1, exact.String(*e.Cost))
			}
		}
	}
	if minimum > 0 {
		p.Line("Minimum size of a stratum: %s", exact.CommasInt(minimum))
	}
	if again {
		p.Line("Strata are sized anew after one was cut to its universe.")
	}
}
