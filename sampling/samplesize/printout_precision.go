package samplesize

import (
	"fmt"
	"io"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes one line for each size and level: the distance of the limits from the point estimate, in dollars and
// in percent of it. RAT-STATS has no such page.
func (c Curve) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, h)
	p.Row(textfile.Center(textfile.Width, "Precision to Be Expected"))
	p.Blank()
	oneSided := false
	row := func(size, level, percentile, amount, precision string) {
		p.Row(textfile.Right(14, size), textfile.Right(26, level), textfile.Right(42, percentile), textfile.Right(62, amount),
			textfile.Right(76, precision))
	}
	row("Sample Size", "Confidence", "Percentile", "Precision Amount", "Precision")
	for _, e := range c {
		percentile, amount := "---", "---"
		if e.Distribution != appraisal.NoDistribution {
			percentile = fmt.Sprintf("%s %s", e.Distribution, exact.Fixed(e.Percentile, 6))
		}
		if e.PrecisionAmount != nil {
			amount = exact.Commas(*e.PrecisionAmount, 2)
		}
		row(exact.CommasInt(e.Size), percent(e.Level), percentile, amount, twoPlaces(e.Precision))
		oneSided = oneSided || e.OneSided
	}
	p.Blank()
	p.Line("Mean and standard deviation are taken to stay as they are in the probe sample.")
	sides(&p, oneSided)
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes one precision: see [Curve.WriteText].
func (e Expected) WriteText(w io.Writer, h Heading) error { return Curve{e}.WriteText(w, h) }

// WriteText writes a line for each stratum, its boundaries and what is between them. RAT-STATS has no such page.
func (b Boundaries) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, h)
	p.Row(textfile.Center(textfile.Width, "Boundaries of Strata"))
	p.Blank()
	row := func(number, from, to, universe, root string) {
		p.Row(textfile.Right(8, number), textfile.Right(24, from), textfile.Right(42, to), textfile.Right(58, universe),
			textfile.Right(76, root))
	}
	row("STRATUM", "FROM", "TO", "UNIVERSE", "ROOT FREQUENCY")
	for i, s := range b.Strata {
		row(fmt.Sprint(i+1), exact.Commas(s.Lower, 2), exact.Commas(s.Upper, 2), exact.CommasInt(s.Universe),
			exact.Commas(s.RootSum, 4))
	}
	row("TOTALS", "", "", exact.CommasInt(b.Universe), exact.Commas(b.RootSum, 4))
	p.Blank()
	p.Line("Cumulative root frequency rule (Dalenius and Hodges 1959; Cochran 1977, 5A.7).")
	_, err := p.WriteTo(w)
	return err
}
