package attribute

import (
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/rhc"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's.
//
// Source: RAT-STATS User's Guide 3-47, 3-48; Companion Manual 2-32, 2-33.
func (r RHCTwoStageResult) WriteText(w io.Writer, h Heading) error {
	if err := stage.CheckSizes(r.Stages, 2); err != nil {
		return err
	}
	var p textfile.Page
	rhc.Top(&p, "TWO STAGE RHC ATTRIBUTE APPRAISAL", h, "NAME OF DATA FILE: ", "NAME OF PRIMARY UNIT FILE: ", r.UnitFile)
	row := func(unit textfile.Cell, size, count string) {
		p.Row(unit, textfile.Right(28, size), textfile.Right(44, count))
	}
	p.Row(textfile.Left(14, "PRIMARY"), textfile.Left(23, "SAMPLE"), textfile.Left(31, "== ATTRIBUTE =="))
	row(textfile.Left(15, "UNIT"), "SIZE ", "SAMPLE TOTAL")
	row(textfile.Left(14, "======="), "======", "=============")
	units := make([]rhc.Unit, len(r.Units))
	for i, u := range r.Units {
		units[i] = u.RHCFigures
		row(textfile.Right(17, fmt.Sprint(i+1)), exact.CommasInt(u.SampleSize), exact.CommasInt(u.Count))
	}
	p.Blank()
	row(textfile.Left(13, "TOTALS"), exact.CommasInt(r.Stages[1].SampleSize), exact.CommasInt(r.Count))
	p.Blank()
	totals := textfile.Left(1, "TOTALS:")
	rhc.PrimaryTable(&p, units, r.RHCTotals, totals)
	p.Blank()
	style := rhc.Style{Mean: rhc.MeanPrint, Places: 2, Ruler: true}
	style.EstimateTable(&p, units, r.RHCTotals, r.PointEstimate)
	p.Blank()
	style.VarianceTable(&p, units, r.RHCTotals)
	p.Blank()
	rhc.SampledPrimary(&p, r.Stages[0])
	p.Blank()
	rhcQuantity(&p, r.Estimate, r.Proportion, ":", 71)
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. The total of the third stage's universe is the sum of its column; RAT-STATS prints another figure there,
// which no other follows from: the sum over the primary units of their sampled secondary units times the universe of the
// i-th line of the whole list.
//
// Source: RAT-STATS User's Guide 3-60 to 3-62; Companion Manual 2-56 to 2-58.
func (r RHCThreeStageResult) WriteText(w io.Writer, h Heading) error {
	if err := stage.CheckSizes(r.Stages, 3); err != nil {
		return err
	}
	var p textfile.Page
	rhc.Top(&p, "THREE STAGE RHC ATTRIBUTE APPRAISAL", h, "DATA FILE USED: ", "PRIMARY/SECONDARY UNIVERSE FILE USED: ",
		r.UnitFile)
	left, right := textfile.Left, textfile.Right
	row := func(label textfile.Cell, universe, size, count int64) {
		p.Row(label, right(47, exact.CommasInt(universe)), right(55, exact.CommasInt(size)), right(69, exact.CommasInt(count)))
	}
	p.Row(left(51, "*** ATTRIBUTE ***"))
	rhc.Identification(&p,
		[]textfile.Cell{left(37, "THIRD STAGE"), left(50, "SAMPLE"), left(60, "NO. WITH")},
		[]textfile.Cell{left(39, "UNIVERSE"), left(51, "SIZE"), left(59, "ATTRIBUTE")},
		[]textfile.Cell{left(37, "==========="), left(50, "======"), left(58, "============")})
	var primary []rhc.Primary
	var units [][]rhc.Unit
	for i, b := range r.Units {
		p.Row(left(1, rhc.Unnamed(b.Name, "PRIMARY UNIT", i)))
		var own []rhc.Unit
		for j, u := range b.Units {
			row(left(5, rhc.Unnamed(u.Name, "SECONDARY UNIT", j)), u.SubUnits, u.SampleSize, u.Count)
			own = append(own, u.RHCFigures)
		}
		primary, units = append(primary, b.RHCPrimaryFigures), append(units, own)
	}
	row(left(11, "TOTALS"), r.Stages[2].Universe, r.Stages[2].SampleSize, r.Count)
	p.Blank()
	attribute := left(31, "*** ATTRIBUTE ***")
	style := rhc.Style{Kind: attribute, Mean: rhc.MeanCommas, Shift: 2}
	style.EstimateTable3(&p, primary, units)
	style.VarianceTables3(&p, primary, r.RHCThreeStageTotals)
	p.Row(attribute)
	rhc.Summary3(&p, r.RHCThreeStageTotals)
	p.Blank()
	rhcQuantity(&p, r.Estimate, r.Proportion, "", 57)
	_, err := p.WriteTo(w)
	return err
}

// rhcQuantity prints an estimate and its limits, and the same of the proportion where it is known. colon stands behind
// labels, end is where the estimates end.
func rhcQuantity(p *textfile.Page, e appraisal.Estimate, proportion *appraisal.Estimate, colon string, end int) {
	print := func(label, of string, e appraisal.Estimate, figure func(decimal.Decimal) string) {
		p.Row(textfile.Left(1, label+colon), textfile.Right(end, figure(e.PointEstimate)))
		p.Row(textfile.Left(1, "STANDARD ERROR"+colon), textfile.Right(end, figure(e.StandardError)))
		p.Blank()
		rhcIntervals(p, e.Intervals, figure)
		printOneSided(p, rhcEnds, of, e.OneSided, figure)
	}
	print("PROJECTED QUANTITY IN UNIVERSE", "TOTAL", e, func(d decimal.Decimal) string { return exact.Commas(d, 0) })
	if proportion == nil {
		return
	}
	p.Blank()
	print("PROJECTED PROPORTION", "PROPORTION", *proportion, func(d decimal.Decimal) string { return exact.Commas(exact.InPercent(d), 2) + "%" })
}

// rhcEnds are the columns that the figures of the levels end at.
var rhcEnds = [3]int{41, 59, 77}

// rhcIntervals prints intervals side by side.
func rhcIntervals(p *textfile.Page, intervals []appraisal.Interval, figure func(decimal.Decimal) string) {
	row := func(label string, value func(appraisal.Interval) string) textfile.LevelRow {
		return textfile.LevelRow{Label: label, Value: func(l int) string { return value(intervals[l]) }}
	}
	p.Levels(1, rhcEnds, len(intervals), []textfile.LevelRow{
		row("CONFIDENCE LEVEL", func(in appraisal.Interval) string { return printedLevel(in) + " PERCENT" }),
		row("LOWER LIMIT", func(in appraisal.Interval) string { return figure(in.LowerLimit) }),
		row("UPPER LIMIT", func(in appraisal.Interval) string { return figure(in.UpperLimit) }),
		row("PRECISION AMOUNT", func(in appraisal.Interval) string { return figure(in.PrecisionAmount) }),
		row("PRECISION PERCENT", func(in appraisal.Interval) string { return exact.Percent(in.PrecisionPercent) }),
		row("Z-VALUE USED", func(in appraisal.Interval) string { return exact.Fixed(in.Percentile, 12) }),
	})
}
