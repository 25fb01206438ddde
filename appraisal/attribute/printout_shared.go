package attribute

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// printTop prints the heading of an appraisal. fileLabel is what the design calls its data file.
func printTop(p *textfile.Page, title, fileLabel string, h Heading) {
	p.Top(title, h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	if h.File != "" {
		p.Row(textfile.Center(textfile.Width, fileLabel+" "+h.File))
	}
	p.Blank()
}

// printedShare is a proportion in percent, with a zero before the point: "0.00%".
func printedShare(d decimal.Decimal, places int) string {
	return exact.Commas(d.Shift(2), places) + "%"
}

// printedLevel is a confidence level in percent: "90".
func printedLevel(i appraisal.Interval) string { return exact.String(i.Level.Shift(2)) }

// levelColumns deals confidence levels out to printouts that have room for three side by side.
func levelColumns(levels int) [][]int {
	all := make([]int, levels)
	for i := range all {
		all[i] = i
	}
	return slices.Collect(slices.Chunk(all, 3))
}

// printLimits prints the limits as the designs with stages and clusters have them: for the proportion, and for the
// quantity where withQuantity is set.
func printLimits(p *textfile.Page, r Projection, withQuantity bool) {
	printLimitsTo(p, [3]int{41, 59, 77}, r, withQuantity)
}

// printLimitsTo prints the limits up to the given columns.
func printLimitsTo(p *textfile.Page, ends [3]int, r Projection, withQuantity bool) {
	for k, levels := range levelColumns(len(r.Intervals)) {
		if k > 0 {
			p.Blank()
		}
		row := func(label string, value func(level int) string) {
			cells := []textfile.Cell{textfile.Left(1, label)}
			for i, level := range levels {
				cells = append(cells, textfile.Right(ends[i], value(level)))
			}
			p.Row(cells...)
		}
		share, quantity := r.Proportion.Intervals, r.Intervals
		row("CONFIDENCE LEVEL", func(l int) string { return printedLevel(quantity[l]) + " PERCENT" })
		row("LOWER LIMIT FOR PROPORTION", func(l int) string { return printedShare(share[l].LowerLimit, 2) })
		row("UPPER LIMIT FOR PROPORTION", func(l int) string { return printedShare(share[l].UpperLimit, 2) })
		if withQuantity {
			p.Blank()
			row("LOWER LIMIT FOR TOTAL", func(l int) string { return exact.Commas(quantity[l].LowerLimit, 0) })
			row("UPPER LIMIT FOR TOTAL", func(l int) string { return exact.Commas(quantity[l].UpperLimit, 0) })
		}
	}
}

// printNames lists the units or strata that have a name, behind their numbers in a column, below a table of RAT-STATS
// that has no room for them.
func printNames(p *textfile.Page, column int, names []string) {
	if strings.Join(names, "") == "" {
		return
	}
	p.Blank()
	for i, name := range names {
		if name != "" {
			p.Row(textfile.Right(column, exact.CommasInt(int64(i)+1)), textfile.Left(12, name))
		}
	}
}
