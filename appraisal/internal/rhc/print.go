package rhc

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// The tables below stand where RAT-STATS' printouts have them: Companion Manual 2-32, 2-56 to 2-58, 3-43, 3-44, 3-69 to
// 3-71; User's Guide 3-47, 3-60 to 3-62, 4-93 to 4-95, 4-116 to 4-119.

var left, right = textfile.Left, textfile.Right

// Style is how the tables of a module print its figures.
type Style struct {
	// Kind names what is estimated, above its figures: "***** A T T R I B U T E *****".
	Kind textfile.Cell
	// Mean prints the mean of a sample.
	Mean func(decimal.Decimal) string
	// Places of estimates and variances.
	Places int
	// Ruler is whether a line stands under the heading of the variances of two stages, Shift how far the estimates of
	// three stand left.
	Ruler bool
	Shift int
}

// MeanPrint and MeanCommas print means without and with the zero before the point.
func MeanPrint(d decimal.Decimal) string  { return exact.Print(d, 2) }
func MeanCommas(d decimal.Decimal) string { return exact.Commas(d, 2) }

func (s Style) figure(d decimal.Decimal) string { return exact.Commas(d, s.Places) }

// Top prints the heading of an appraisal that reads two files.
func Top(p *textfile.Page, title string, h textfile.Heading, dataLabel, unitLabel, unitFile string) {
	p.Top(title, h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	p.Blank()
	for _, f := range [][2]string{{dataLabel, h.File}, {unitLabel, unitFile}} {
		if f[1] != "" {
			p.Row(textfile.Center(textfile.Width, f[0]+f[1]))
		}
	}
	p.Blank()
}

// PrimaryTable prints the primary units as they were drawn.
func PrimaryTable(p *textfile.Page, units []Unit, t TwoStage, label textfile.Cell) {
	row := func(number, name textfile.Cell, m, a, b, n string) {
		p.Row(number, name, right(44, m), right(58, a), right(72, b), right(78, n))
	}
	none := left(1, "")
	row(none, none, "", "", "", "UNITS")
	row(left(1, "P.U."), none, "SECONDARY  ", "PRIMARY   ", "", "IN ")
	row(left(1, "NBR"), left(6, "PRIMARY UNIT ID"), "UNIVERSE  ", "UNIT SIZE  ", "GROUP SIZE ", "GROUP")
	p.Row(left(1, "==== ========================= ============= ============= ============= ====="))
	places := 0
	for _, u := range units {
		places = max(places, exact.Places(u.Size), exact.Places(u.GroupSize))
	}
	for i, u := range units {
		row(right(3, fmt.Sprint(i+1)), left(6, u.Name), exact.CommasInt(u.SubUnits), exact.Commas(u.Size, places),
			exact.Commas(u.GroupSize, places), exact.CommasInt(u.UnitsInGroup))
	}
	p.Blank()
	row(label, none, exact.CommasInt(t.Stages[1].Universe), exact.Commas(t.Size, places), exact.Commas(t.GroupSize, places),
		exact.CommasInt(t.Stages[0].Universe))
}

// EstimateTable prints the point estimates of two stages.
func (s Style) EstimateTable(p *textfile.Page, units []Unit, t TwoStage, total decimal.Decimal) {
	row := func(number, size, mean, universe, ratio, estimate string) {
		p.Row(right(6, number), right(15, size), right(31, mean), right(46, universe), right(56, ratio), right(71, estimate))
	}
	p.Row(left(4, "P.U."), left(10, "SAMPLE"), left(36, "SECONDARY"), left(51, "SIZES"), left(63, "POINT"))
	p.Row(left(4, "NBR"), left(11, "SIZE"), left(20, "SAMPLE MEAN"), left(37, "UNIVERSE"), left(51, "RATIO"),
		left(61, "ESTIMATE"))
	p.Row(left(4, "===="), left(10, "======"), left(18, "=============="), left(34, "============="), left(49, "========"),
		left(59, "============="))
	for i, u := range units {
		row(fmt.Sprint(i+1), exact.CommasInt(u.SampleSize), s.Mean(u.Mean), exact.CommasInt(u.SubUnits),
			exact.Commas(u.SizesRatio, 3), s.figure(u.PointEstimate))
	}
	p.Blank()
	p.Row(left(1, "TOTALS:"), right(15, exact.CommasInt(t.Stages[1].SampleSize)), right(46, exact.CommasInt(t.Stages[1].Universe)),
		right(71, s.figure(total)))
}

// VarianceTable prints the variance components of two stages.
func (s Style) VarianceTable(p *textfile.Page, units []Unit, t TwoStage) {
	row := func(label textfile.Cell, within, between, total string) {
		p.Row(label, right(27, within), right(49, between), right(71, total))
	}
	components := func(label textfile.Cell, c Components) {
		row(label, s.figure(c.WithinVariance), s.figure(c.BetweenVariance), s.figure(c.Variance))
	}
	p.Row(left(26, "--- VARIANCE COMPONENTS ---"))
	p.Blank()
	row(left(4, "P.U."), "WITHIN ", "BETWEEN", "TOTAL  ")
	row(left(4, "NBR"), "VARIANCE", "VARIANCE", "VARIANCE")
	if s.Ruler {
		row(left(4, "===="), "========", "========", "========")
	}
	for i, u := range units {
		components(right(6, fmt.Sprint(i+1)), u.Components)
	}
	p.Blank()
	components(left(1, "TOTALS:"), t.Components)
}

// SampledPrimary prints how many primary units were sampled and how many were not.
func SampledPrimary(p *textfile.Page, s appraisal.StageSize) {
	row := func(label string, n int64) { p.Row(left(1, label), right(71, exact.CommasInt(n))) }
	row("PRIMARY UNITS SAMPLED:", s.SampleSize)
	row("PRIMARY UNITS NOT SAMPLED:", s.Universe-s.SampleSize)
	row("PRIMARY UNITS IN POPULATION:", s.Universe)
}

// Identification heads a table of three stages.
func Identification(p *textfile.Page, first, second, ruler []textfile.Cell) {
	p.Row(append([]textfile.Cell{left(6, "**** SAMPLED UNITS ****")}, first...)...)
	p.Row(append([]textfile.Cell{left(1, "PRIMARY / SECONDARY IDENTIFICATION")}, second...)...)
	p.Row(append([]textfile.Cell{left(1, "==================================")}, ruler...)...)
}

// Unnamed is what is printed for a unit without a name.
func Unnamed(description, kind string, i int) string {
	if description != "" {
		return description
	}
	return fmt.Sprintf("%s %d", kind, i+1)
}

// EstimateTable3 prints the point estimates of three stages. Those of secondary units are of their groups, that of a
// primary unit is its own.
func (s Style) EstimateTable3(p *textfile.Page, primary []Primary, units [][]Unit) {
	end := 79 - s.Shift
	p.Row(left(28, "--- POINT ESTIMATES ---"))
	p.Row(s.Kind)
	Identification(p,
		[]textfile.Cell{left(54, "SIZES"), right(end-4, "POINT")},
		[]textfile.Cell{left(37, "SAMPLE MEAN"), left(54, "RATIO"), right(end-2, "ESTIMATE")},
		[]textfile.Cell{left(37, "==========="), left(51, "==========="), right(end, "=============")})
	for i, b := range primary {
		p.Row(left(1, Unnamed(b.Name, "PRIMARY UNIT", i)))
		for j, u := range units[i] {
			p.Row(left(5, Unnamed(u.Name, "SECONDARY UNIT", j)), right(47, s.Mean(u.Mean)),
				right(61, exact.Commas(u.SizesRatio, 4)), right(end, s.figure(u.PointEstimate)))
		}
		p.Blank()
		p.Row(left(13-s.Shift/2, "TOTAL"), right(end, s.figure(b.PointEstimate)))
		p.Blank()
	}
}

// VarianceTables3 prints the variance components of three stages.
func (s Style) VarianceTables3(p *textfile.Page, primary []Primary, t ThreeStage) {
	p.Row(left(17, "--- VARIANCE COMPONENTS FOR PRIMARY UNITS ---"))
	p.Blank()
	p.Row(left(3, "**** SAMPLED UNITS ****"), left(37, "WITHIN"), left(52, "BETWEEN"), left(69, "TOTAL"))
	p.Row(left(1, "PRIMARY UNIT IDENTIFICATION"), left(36, "VARIANCE"), left(52, "VARIANCE"), left(68, "VARIANCE"))
	ruler := "=============="
	p.Row(left(1, "=============================="), left(33, ruler), left(49, ruler), left(65, ruler))
	for i, b := range primary {
		p.Row(left(1, Unnamed(b.Name, "PRIMARY UNIT", i)), right(46, s.figure(b.WithinVariance)),
			right(62, s.figure(b.BetweenVariance)), right(78, s.figure(b.Variance)))
	}
	p.Blank()
	p.Row(left(22, "--- COMBINED VARIANCE COMPONENTS ---"))
	p.Blank()
	p.Row(left(9, "STAGE 1"), left(31, "STAGES 2 AND 3"), left(54, "TOTAL VARIANCE"))
	ruler = "======================="
	p.Row(left(1, ruler), left(26, ruler), left(51, ruler))
	p.Row(right(23, s.figure(t.Stage1Variance)), right(48, s.figure(t.Stages2And3Variance)), right(73, s.figure(t.Variance)))
	p.Blank()
}

// Summary3 heads the results of three stages.
func Summary3(p *textfile.Page, t ThreeStage) {
	p.Row(left(22, "--- SUMMARY OF APPRAISAL RESULTS ---"))
	row := func(label string, n int64) { p.Row(left(1, label), right(57, exact.CommasInt(n))) }
	row("PRIMARY UNITS SAMPLED", t.Stages[0].SampleSize)
	row("PRIMARY UNITS NOT SAMPLED", t.Stages[0].Universe-t.Stages[0].SampleSize)
	row("TOTAL PRIMARY UNITS", t.Stages[0].Universe)
}
