package variable

import (
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/internal/rhc"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// rhcKinds are the headings of the kinds of value in the tables of two and of three stages.
var rhcKinds = map[Kind][2]string{
	Examined:   {"===EXAMINED====", "*****E X A M I N E D*****"},
	Audited:    {"====AUDITED====", "*****A U D I T E D*****"},
	Difference: {"==DIFFERENCE===", "*****D I F F E R E N C E*****"},
}

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. For samples with two kinds of value the manuals show no printout: what is printed of the samples, and the
// results, come once for each kind.
//
// Source: RAT-STATS User's Guide 4-93 to 4-95; Companion Manual 3-43, 3-44.
func (r RHCTwoStageResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, "RHC TWO-STAGE VARIABLE APPRAISAL", h, true)
	sections := r.Sections()
	for _, s := range sections {
		if err := stage.CheckSizes(s.Stages, 2); err != nil {
			return err
		}
		s.samples(&p)
		p.Blank()
	}
	if r.UnitFile != "" {
		p.Row(textfile.Left(18, "PRIMARY UNIT FILE USED: "+r.UnitFile))
		p.Blank()
	}
	rhc.PrimaryTable(&p, rhcUnits(r.Units), r.RHCTotals, textfile.Left(5, "TOTALS"))
	for _, s := range sections {
		p.Blank()
		s.results(&p)
	}
	_, err := p.WriteTo(w)
	return err
}

// samples prints the table that reconciles the samples.
func (s RHCTwoStageSection) samples(p *textfile.Page) {
	row := func(unit textfile.Cell, size, total, nonzero string) {
		p.Row(unit, textfile.Right(28, size), textfile.Right(44, total), textfile.Right(59, nonzero))
	}
	p.Row(textfile.Left(14, "PRIMARY"), textfile.Left(23, "SAMPLE"), textfile.Left(31, rhcKinds[s.Kind][0]),
		textfile.Left(49, "NUMBER OF"))
	row(textfile.Left(15, "UNIT"), "SIZE ", "SAMPLE TOTAL", "NONZERO ITEMS")
	row(textfile.Left(14, "======="), "======", "=============", "=============")
	for i, u := range s.Units {
		row(textfile.Right(17, fmt.Sprint(i+1)), exact.CommasInt(u.SampleSize), exact.Print(u.Total, 2), exact.CommasInt(u.Nonzero))
	}
	p.Blank()
	row(textfile.Left(13, "TOTALS"), exact.CommasInt(s.Stages[1].SampleSize), exact.Print(s.Total, 2), exact.CommasInt(s.Nonzero))
}

// results prints the point estimates, the variance and the limits.
func (s RHCTwoStageSection) results(p *textfile.Page) {
	style, units := rhc.Style{Mean: rhc.MeanPrint}, rhcUnits(s.Units)
	p.Row(textfile.Left(28, "--- POINT ESTIMATES ---"))
	p.Blank()
	p.Row(textfile.Left(31, rhcKinds[s.Kind][0]))
	style.EstimateTable(p, units, s.RHCTotals, s.PointEstimate)
	p.Blank()
	style.VarianceTable(p, units, s.RHCTotals)
	p.Blank()
	rhc.SampledPrimary(p, s.Stages[0])
	for _, f := range []struct {
		label string
		value decimal.Decimal
	}{{"POINT ESTIMATE OF POPULATION TOTAL:", s.PointEstimate}, {"STANDARD ERROR", s.StandardError}} {
		p.Blank()
		p.Row(textfile.Left(1, f.label), textfile.Right(71, exact.Commas(f.value, 0)))
	}
	confidenceBlock(p, s.Estimate)
}

// rhcUnits are the figures of units without their sums.
func rhcUnits(sections []RHCUnitSection) []rhc.Unit {
	units := make([]rhc.Unit, len(sections))
	for i, s := range sections {
		units[i] = s.RHCFigures
	}
	return units
}

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's. For samples with two kinds of value, of which the manuals show no printout, all of it is printed for each
// kind.
//
// Source: RAT-STATS User's Guide 4-116 to 4-119; Companion Manual 3-69 to 3-71.
func (r RHCThreeStageResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	rhc.Top(&p, "RHC THREE-STAGE VARIABLE APPRAISAL", h, "DATA FILE USED: ", "PRIMARY/SECONDARY UNIVERSE FILE USED: ", r.UnitFile)
	for i, s := range r.Sections() {
		if err := stage.CheckSizes(s.Stages, 3); err != nil {
			return err
		}
		if i > 0 {
			p.Blank()
		}
		s.samples(&p)
		p.Blank()
		s.results(&p)
	}
	_, err := p.WriteTo(w)
	return err
}

// samples prints the table that reconciles the samples. Primary units have a total without a value, as in RAT-STATS.
func (s RHCThreeStageSection) samples(p *textfile.Page) {
	left, right := textfile.Left, textfile.Right
	row := func(label textfile.Cell, universe, size int64, value string, nonzero int64) {
		p.Row(label, right(47, exact.CommasInt(universe)), right(55, exact.CommasInt(size)), right(69, value),
			right(79, exact.CommasInt(nonzero)))
	}
	p.Row(right(79, rhcKinds[s.Kind][1]))
	rhc.Identification(p,
		[]textfile.Cell{left(37, "THIRD STAGE"), left(50, "SAMPLE"), left(61, "SAMPLE"), left(73, "NONZERO")},
		[]textfile.Cell{left(39, "UNIVERSE"), left(51, "SIZE"), left(62, "VALUE"), left(74, "COUNT")},
		[]textfile.Cell{left(37, "==========="), left(50, "======"), left(58, "============"), left(72, "========")})
	for i, b := range s.Units {
		p.Row(left(1, rhc.Unnamed(b.Name, "PRIMARY UNIT", i)))
		for j, u := range b.Units {
			row(left(5, rhc.Unnamed(u.Name, "SECONDARY UNIT", j)), u.SubUnits, u.SampleSize, exact.Print(u.Total, 2), u.Nonzero)
		}
		row(left(3, "Total"), b.Items, b.SampleSize, "", b.Nonzero)
	}
	p.Blank()
	row(left(11, "TOTALS"), s.Stages[2].Universe, s.Stages[2].SampleSize, exact.Print(s.Total, 2), s.Nonzero)
}

// results prints the point estimates, the variance and the limits.
func (s RHCThreeStageSection) results(p *textfile.Page) {
	style := rhc.Style{Kind: textfile.Left(26, rhcKinds[s.Kind][1]), Mean: rhc.MeanPrint}
	var primary []rhc.Primary
	var units [][]rhc.Unit
	for _, b := range s.Units {
		primary, units = append(primary, b.RHCPrimaryFigures), append(units, rhcUnits(b.Units))
	}
	style.EstimateTable3(p, primary, units)
	style.VarianceTables3(p, primary, s.RHCThreeStageTotals)
	rhc.Summary3(p, s.RHCThreeStageTotals)
	for _, f := range []struct {
		label string
		value decimal.Decimal
	}{{"OVERALL POINT ESTIMATE", s.PointEstimate}, {"OVERALL STANDARD ERROR", s.StandardError}} {
		p.Row(textfile.Left(1, f.label), textfile.Right(57, exact.Commas(f.value, 0)))
	}
	confidenceBlock(p, s.Estimate)
}
