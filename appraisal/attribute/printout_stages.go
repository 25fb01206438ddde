package attribute

import (
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. Names of strata stand below the first table.
//
// Source: RAT-STATS User's Guide 3-18; Companion Manual 2-7.
func (r StratifiedResult) WriteText(w io.Writer, h Heading) error {
	if err := r.whole(nil, 0); err != nil {
		return err
	}
	for i, s := range r.Strata {
		if err := sameLevels(finding.Unit("intervals of stratum", i, s.Name), s.Proportion, r.Estimate); err != nil {
			return err
		}
	}
	var p textfile.Page
	left, right := textfile.Left, textfile.Right
	printTop(&p, "STRATIFIED ATTRIBUTE APPRAISAL", "DATA FILE:", h)
	p.Row(left(52, "PROJ. ITEMS"))
	row := func(start textfile.Cell, sample, items, ratio, universe, projected string) {
		p.Row(start, right(17, sample), right(27, items), right(37, ratio), right(49, universe), right(62, projected))
	}
	row(left(1, "STRATUM"), "SAMPLE", "*ITEMS**", "**RATIO*", "*UNIVERSE*", "IN UNIVERSE")
	row(left(1, "======="), "======", "========", "========", "==========", "===========")
	p.Blank()
	names := make([]string, len(r.Strata))
	for i, s := range r.Strata {
		names[i] = s.Name
		row(right(7, fmt.Sprint(i+1)), exact.CommasInt(s.SampleSize), exact.CommasInt(s.Count),
			printedShare(s.Proportion.PointEstimate, 3), exact.CommasInt(s.Universe), exact.Commas(s.PointEstimate, 0))
	}
	p.Blank()
	row(left(1, "COMBINED"), exact.CommasInt(r.SampleSize), exact.CommasInt(r.Count),
		printedShare(r.Proportion.PointEstimate, 3), exact.CommasInt(r.Universe), exact.Commas(r.PointEstimate, 0))
	p.Blank()
	row(left(1, "STANDARD ERROR:"), "", "", printedShare(r.Proportion.StandardError, 3), exact.Commas(r.StandardError, 0), "")
	printNames(&p, 7, names)
	for _, levels := range levelColumns(len(r.Intervals)) {
		p.Blank()
		p.Blank()
		r.printPrecision(&p, levels)
	}
	ends := [3]int{36, 50, 63}
	printOneSided(&p, ends, "PROPORTION", r.Proportion.OneSided, func(d decimal.Decimal) string { return printedShare(d, 3) })
	printOneSided(&p, ends, "TOTAL", r.OneSided, func(d decimal.Decimal) string { return exact.Commas(d, 0) })
	_, err := p.WriteTo(w)
	return err
}

// printPrecision prints the precision of every stratum and the limits, for up to three confidence levels.
func (r StratifiedResult) printPrecision(p *textfile.Page, levels []int) {
	ends := []int{36, 50, 63}
	row := func(back int, start []textfile.Cell, value func(level int) string) {
		cells := start
		for i, level := range levels {
			cells = append(cells, textfile.Right(ends[i]-back, value(level)))
		}
		p.Row(cells...)
	}
	at := func(c ...textfile.Cell) []textfile.Cell { return c }
	left := textfile.Left
	row(0, at(), func(int) string { return "PRECISION" })
	row(0, at(left(1, "STRATUM")), func(l int) string { return "AT " + printedLevel(r.Intervals[l]) + "% CL" })
	row(0, at(left(1, "=======")), func(int) string { return "=========" })
	for i, s := range r.Strata {
		own := s.Proportion.Intervals
		row(0, at(textfile.Right(7, fmt.Sprint(i+1))), func(l int) string { return printedShare(own[l].PrecisionAmount, 3) })
	}
	p.Blank()
	share := r.Proportion.Intervals
	row(0, at(left(1, "COMBINED")), func(l int) string { return printedShare(share[l].PrecisionAmount, 3) })
	p.Blank()
	row(1, at(left(1, "LOWER LIMIT - QUANTITY")), func(l int) string { return exact.Commas(r.Intervals[l].LowerLimit, 0) })
	row(0, at(left(16, "PERCENT")), func(l int) string { return printedShare(share[l].LowerLimit, 3) })
	row(1, at(left(1, "UPPER LIMIT - QUANTITY")), func(l int) string { return exact.Commas(r.Intervals[l].UpperLimit, 0) })
	row(0, at(left(16, "PERCENT")), func(l int) string { return printedShare(share[l].UpperLimit, 3) })
}

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. As there, quantities are printed where the items of the universe are known. Names of units stand below the
// table.
//
// Source: RAT-STATS User's Guide 3-27; Companion Manual 2-13, 2-15.
func (r TwoStageResult) WriteText(w io.Writer, h Heading) error {
	if err := r.whole(r.Stages, 2); err != nil {
		return err
	}
	var p textfile.Page
	left, right := textfile.Left, textfile.Right
	known := r.Estimator == Unbiased
	projected := func(s string) textfile.Cell { // the last column is there only where the items of the universe are known
		if !known {
			s = ""
		}
		return right(77, s)
	}
	printTop(&p, "TWO STAGE UNRESTRICTED ATTRIBUTE APPRAISAL", "DATA FILE:", h)
	p.Row(left(1, "PRIMARY"), left(39, "SAMPLE ITEMS WITH"))
	p.Row(left(2, "UNIT"), left(14, "UNIVERSE"), left(26, "SAMPLE SIZE"), left(39, "CHARACTERISTIC(S)"), left(58, "RATIO"),
		projected("PROJECTED"))
	p.Row(left(1, "======="), left(12, "============"), left(26, "==========="), left(39, "================="), left(58, "====="),
		projected("========="))
	p.Blank()
	names := make([]string, len(r.Units))
	for i, u := range r.Units {
		names[i] = u.Name
		p.Row(right(4, fmt.Sprint(i+1)), right(23, exact.CommasInt(u.Universe)), right(36, exact.CommasInt(u.SampleSize)),
			right(51, exact.CommasInt(u.Count)), right(62, printedShare(u.Proportion, 2)), projected(exact.Commas(u.PointEstimate, 0)))
	}
	p.Blank()
	first, second := r.Stages[0], r.Stages[1]
	p.Row(left(1, "TOTALS"), right(23, exact.CommasInt(second.Universe)), right(36, exact.CommasInt(second.SampleSize)),
		right(51, exact.CommasInt(r.Count)))
	printNames(&p, 4, names)
	p.Blank()
	ratio := right(62, printedShare(r.Proportion.PointEstimate, 2))
	if known {
		p.Row(left(1, "OVERALL TOTALS"))
		p.Row(right(4, exact.CommasInt(first.Universe)), right(23, exact.CommasInt(r.SecondaryUniverse)), ratio,
			projected(exact.Commas(r.PointEstimate, 0)))
	} else {
		p.Row(left(1, "TOTAL PRIMARY UNITS IN THE UNIVERSE"), right(58, exact.CommasInt(first.Universe)))
		p.Blank()
		p.Row(left(1, "OVERALL RATIO"), ratio)
	}
	p.Blank()
	p.Row(left(1, "STANDARD ERROR"), right(62, printedShare(r.Proportion.StandardError, 2)),
		projected(exact.Commas(r.StandardError, 0)))
	p.Blank()
	printLimits(&p, r.Projection, known)
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's.
//
// Source: RAT-STATS User's Guide 3-36, 3-37; Companion Manual 2-22, 2-23.
func (r ThreeStageResult) WriteText(w io.Writer, h Heading) error {
	if err := r.whole(r.Stages, 3); err != nil {
		return err
	}
	var p textfile.Page
	left, right := textfile.Left, textfile.Right
	printTop(&p, "THREE STAGE ATTRIBUTE APPRAISAL", "NAME OF INPUT FILE:", h)
	p.Row(left(1, "FIRST STAGE"), left(33, "NEXT STAGE"), left(59, "MEETING"))
	p.Row(left(3, "SECOND STAGE"), left(34, "UNIVERSE"), left(45, "SAMPLE SIZE"), left(58, "CRITERIA"), left(70, "RATIO"))
	p.Row(left(1, strings.Repeat("=", 28)), left(31, "============"), left(45, "==========="), left(58, "========"),
		left(69, "======="))
	row := func(name textfile.Cell, universe, sampled int64, count, ratio string) {
		p.Row(name, right(42, exact.CommasInt(universe)), right(55, exact.CommasInt(sampled)), right(65, count), right(75, ratio))
	}
	for i, u := range r.Units {
		row(left(1, nameOrNumber(u.Name, i)), u.Universe, int64(len(u.Units)), "", "")
		for k, v := range u.Units {
			row(left(4, nameOrNumber(v.Name, k)), v.Universe, v.SampleSize, exact.CommasInt(v.Count), printedShare(v.Proportion, 2))
		}
		p.Blank()
		row(left(7, "TOTALS"), u.Items, u.SampleSize, exact.CommasInt(u.Count), "")
		p.Blank()
	}
	p.Blank()
	if r.ThirdUniverse > 0 {
		p.Row(left(1, "TOTAL NUMBER OF THIRD STAGE UNITS IN UNIVERSE"), right(57, exact.CommasInt(r.ThirdUniverse)))
		p.Blank()
	}
	p.Row(left(1, "OVERALL TOTALS"), left(51, "UNIVERSE"), left(64, "SAMPLED"))
	p.Row(left(1, "======= ======"), left(51, "========"), left(64, "======="))
	for i, stage := range []string{"FIRST STAGE", "SECOND STAGE", "THIRD STAGE"} {
		universe, end := exact.CommasInt(r.Stages[i].Universe), 57
		if i > 0 {
			universe, end = universe+"{}", 59
		}
		p.Row(right(14, stage), right(end, universe), right(70, exact.CommasInt(r.Stages[i].SampleSize)))
	}
	p.Row(left(4, "SAMPLED ITEMS MEETING CRITERIA"), right(70, exact.CommasInt(r.Count)))
	p.Row(left(7, "{} UNIVERSE SIZES FOR THE SECOND AND THIRD STAGES REPRESENT"))
	p.Row(left(10, "THE UNIVERSES FOR THE SAMPLED PRIOR STAGE."))
	p.Blank()
	p.Row(left(1, "OVERALL POINT ESTIMATE OF THE PROPORTION"), right(66, printedShare(r.Proportion.PointEstimate, 2)))
	p.Row(left(1, "OVERALL STANDARD ERROR (PROPORTION)"), right(66, printedShare(r.Proportion.StandardError, 2)))
	p.Blank()
	p.Row(left(1, "OVERALL POINT ESTIMATE OF UNIVERSE TOTAL"), right(65, exact.Commas(r.PointEstimate, 0)))
	p.Row(left(1, "OVERALL STANDARD ERROR (TOTAL)"), right(65, exact.Commas(r.StandardError, 0)))
	p.Blank()
	printLimits(&p, r.Projection, true)
	_, err := p.WriteTo(w)
	return err
}

// nameOrNumber is the name of a unit, or its number where it has none.
func nameOrNumber(name string, i int) string {
	if name == "" {
		return fmt.Sprintf("UNIT %d", i+1)
	}
	return name
}
