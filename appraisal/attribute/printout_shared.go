package attribute

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
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
	return exact.Commas(exact.InPercent(d), places) + "%"
}

// whole returns an appraisal.ErrResult for a projection whose proportion does not have the levels of the quantity, or that does
// not have the sizes of so many stages.
func (r Projection) whole(sizes []appraisal.StageSize, stages int) error {
	return cmp.Or(stage.CheckSizes(sizes, stages), sameLevels("intervals of the proportion", r.Proportion, r.Estimate))
}

// sameLevels returns an appraisal.ErrResult for an estimate that does not have as many intervals as another.
func sameLevels(list string, e, other appraisal.Estimate) error {
	return finding.Length(appraisal.ErrResult, list, len(e.Intervals), len(other.Intervals))
}

// printedLevel is a confidence level in percent: "90".
func printedLevel(i appraisal.Interval) string { return exact.String(exact.InPercent(i.Level)) }

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

// printLimitsTo prints the limits up to the given columns, and below them one-sided limits that were asked for.
func printLimitsTo(p *textfile.Page, ends [3]int, r Projection, withQuantity bool) {
	share, quantity := r.Proportion.Intervals, r.Intervals
	rows := []textfile.LevelRow{
		{Label: "CONFIDENCE LEVEL", Value: func(l int) string { return printedLevel(quantity[l]) + " PERCENT" }},
		{Label: "LOWER LIMIT FOR PROPORTION", Value: func(l int) string { return printedShare(share[l].LowerLimit, 2) }},
		{Label: "UPPER LIMIT FOR PROPORTION", Value: func(l int) string { return printedShare(share[l].UpperLimit, 2) }},
	}
	if withQuantity {
		rows = append(rows, textfile.LevelRow{},
			textfile.LevelRow{Label: "LOWER LIMIT FOR TOTAL", Value: func(l int) string { return exact.Commas(quantity[l].LowerLimit, 0) }},
			textfile.LevelRow{Label: "UPPER LIMIT FOR TOTAL", Value: func(l int) string { return exact.Commas(quantity[l].UpperLimit, 0) }})
	}
	p.Levels(1, ends, len(quantity), rows)
	printOneSided(p, ends, "PROPORTION", r.Proportion.OneSided, func(d decimal.Decimal) string { return printedShare(d, 2) })
	if withQuantity {
		printOneSided(p, ends, "TOTAL", r.OneSided, func(d decimal.Decimal) string { return exact.Commas(d, 0) })
	}
}

// printOneSided prints the one-sided limits of what is named under a heading of their own.
func printOneSided(p *textfile.Page, ends [3]int, of string, limits []appraisal.OneSided, figure func(decimal.Decimal) string) {
	if len(limits) == 0 {
		return
	}
	p.Blank()
	p.Row(textfile.Left(1, textfile.OneSidedTitle+" FOR "+of+" "+textfile.OneSidedNote))
	p.Levels(1, ends, len(limits), []textfile.LevelRow{
		{Label: "CONFIDENCE LEVEL", Value: func(l int) string { return exact.String(exact.InPercent(limits[l].Level)) + " PERCENT" }},
		{Label: "LOWER LIMIT", Value: func(l int) string { return figure(limits[l].LowerLimit) }},
		{Label: "UPPER LIMIT", Value: func(l int) string { return figure(limits[l].UpperLimit) }},
	})
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
