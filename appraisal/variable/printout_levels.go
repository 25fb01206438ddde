package variable

import (
	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// levelTable prints the intervals side by side, a column each, as RAT-STATS does for strata of clusters and of several
// stages, and where the universe is not known, and below them one-sided limits that were asked for. first are rows before
// those of the intervals.
func levelTable(p *textfile.Page, labels int, ends [3]int, e appraisal.Estimate, first ...textfile.LevelRow) {
	intervals := e.Intervals
	whole := func(label string, value func(appraisal.Interval) string) textfile.LevelRow {
		return textfile.LevelRow{Label: label, Value: func(i int) string { return value(intervals[i]) }}
	}
	p.Levels(labels, ends, len(intervals), append(first,
		whole("LOWER LIMIT", func(i appraisal.Interval) string { return exact.Commas(i.LowerLimit, 0) }),
		whole("UPPER LIMIT", func(i appraisal.Interval) string { return exact.Commas(i.UpperLimit, 0) }),
		whole("PRECISION AMOUNT", func(i appraisal.Interval) string { return exact.Commas(i.PrecisionAmount, 0) }),
		whole("PRECISION PERCENT", func(i appraisal.Interval) string { return exact.Percent(i.PrecisionPercent) }),
		whole("Z-VALUE USED", func(i appraisal.Interval) string { return exact.Fixed(i.Percentile, 12) }),
	))
	oneSidedBlock(p, e.OneSided, 41)
}

// confidenceTable is the table of intervals under the heads that name the levels.
func confidenceTable(p *textfile.Page, e appraisal.Estimate) {
	levelTable(p, 1, [3]int{37, 58, 79}, e, textfile.LevelRow{Label: "CONFIDENCE LEVEL", Value: func(i int) string {
		return "---" + exact.String(exact.InPercent(e.Intervals[i].Level)) + " PERCENT--"
	}})
}
