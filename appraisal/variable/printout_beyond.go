package variable

import (
	"fmt"
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the manner of RAT-STATS' text output of a stratified appraisal; RAT-STATS itself has no
// such estimator, and the page says so.
func (r AuxiliaryResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	title := strings.ToUpper(string(r.Estimator)) + " ESTIMATE"
	if len(r.Strata) > 1 && r.Combination != "" {
		title = strings.ToUpper(string(r.Combination)) + " " + title
	}
	top(&p, title, h, true)
	noRATSTATS(&p)
	row := func(number, size, universe, x, y, coefficient string) {
		p.Row(textfile.Right(8, number), textfile.Right(17, size), textfile.Right(31, universe), textfile.Right(45, x),
			textfile.Right(59, y), textfile.Right(75, coefficient))
	}
	row("STRATUM", "SAMPLE", "", "MEAN", "MEAN", "")
	coefficient := "SLOPE"
	if r.Estimator == RatioEstimate {
		coefficient = "RATIO"
	}
	row("NUMBER", "SIZE", "UNIVERSE", "OF X", "OF Y", coefficient)
	names := make([]string, len(r.Strata))
	for i, s := range r.Strata {
		names[i] = s.Name
		row(fmt.Sprint(i+1), exact.CommasInt(s.SampleSize), exact.CommasInt(s.Universe), exact.Print(s.MeanX, 2),
			exact.Print(s.MeanY, 2),
			exact.Fixed(s.Coefficient, 8))
	}
	printNames(&p, names)
	p.Blank()
	labelled(&p, "KNOWN TOTAL OF X", exact.Print(r.TotalX, 2))
	labelled(&p, "TOTAL OF X FROM THE SAMPLE", exact.Print(r.EstimatedX, 2))
	labelled(&p, "TOTAL OF Y FROM THE SAMPLE", exact.Commas(r.EstimatedY, 0))
	overall(&p, exact.Commas(r.PointEstimate, 0), exact.CommasInt(r.Universe), r.StandardError)
	confidenceBlock(&p, r.Estimate)
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes the result in the manner of RAT-STATS' text output; RAT-STATS itself has no such estimator, and the page
// says so.
func (r PPSResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, "PROBABILITY PROPORTIONAL TO SIZE", h, true)
	noRATSTATS(&p)
	row := func(number, size, value, tainting, hits, projection string) {
		p.Row(textfile.Right(8, number), textfile.Right(22, size), textfile.Right(36, value), textfile.Right(47, tainting),
			textfile.Right(57, hits), textfile.Right(75, projection))
	}
	row("UNIT", "", "", "", "", "")
	row("NUMBER", "SIZE", "VALUE", "TAINTING", "HITS", "PROJECTION")
	names := make([]string, len(r.Units))
	for i, u := range r.Units {
		names[i] = u.Name
		hits := exact.CommasInt(u.Hits)
		if u.Certain {
			hits = "CERTAIN"
		}
		row(fmt.Sprint(i+1), exact.Print(u.Size, 2), exact.Print(u.Value, 2), exact.Fixed(u.Tainting, 4), hits,
			exact.Print(u.Projection, 2))
	}
	printNames(&p, names)
	p.Blank()
	labelled(&p, "SELECTION", strings.ToUpper(strings.ReplaceAll(string(r.Selection), "_", " ")))
	labelled(&p, "INTERVAL", exact.Print(r.Interval, 2))
	labelled(&p, "CERTAIN UNITS", exact.CommasInt(r.CertainUnits))
	labelled(&p, "TOTAL OF THE CERTAIN UNITS", exact.Print(r.CertainTotal, 2))
	labelled(&p, "SAMPLED HITS", exact.CommasInt(r.SampledHits))
	labelled(&p, "MEAN TAINTING", exact.Fixed(r.MeanTainting, 8))
	overall(&p, exact.Commas(r.PointEstimate, 0), "", r.StandardError)
	confidenceBlock(&p, r.Estimate)
	_, err := p.WriteTo(w)
	return err
}

// noRATSTATS keeps a page from being taken for one of RAT-STATS.
func noRATSTATS(p *textfile.Page) {
	p.Row(textfile.Center(textfile.Width, "(an estimator that RAT-STATS does not have)"))
	p.Blank()
}

// overall prints the total of a design.
func overall(p *textfile.Page, point, universe string, standardError decimal.Decimal) {
	label := "POINT ESTIMATE"
	if universe != "" {
		label += " / UNIVERSE"
	}
	p.Row(textfile.Left(1, "OVERALL"), textfile.Left(12, label), textfile.Right(56, point), textfile.Right(75, universe))
	labelled(p, "STANDARD ERROR", exact.Commas(standardError, 0))
}

// WriteText writes the limits in the manner of RAT-STATS' text output; RAT-STATS itself does not have the minimum sum method,
// and the page says so.
func (r MinimumSumResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, "MINIMUM SUM METHOD", h, true)
	noRATSTATS(&p)
	labelled(&p, "UNIVERSE", exact.CommasInt(r.Universe))
	labelled(&p, "SAMPLE SIZE", exact.CommasInt(r.SampleSize))
	labelled(&p, "SHARE THAT MAKES A CLAIM IN ERROR", exact.String(r.ErrorShare))
	labelled(&p, "CLAIMS IN ERROR IN THE SAMPLE", exact.CommasInt(r.InError))
	labelled(&p, "OVERPAYMENT OF THOSE CLAIMS", exact.Print(r.OverpaymentInError, 2))
	labelled(&p, "OVERPAYMENT OF THE SAMPLE", exact.Print(r.Overpayment, 2))
	boundTitle(&p, "LOWER LIMITS")
	for _, l := range r.Limits {
		boundLevel(&p, l.Level)
		labelled(&p, "CLAIMS IN ERROR IN THE UNIVERSE", exact.CommasInt(l.CountLimit))
		labelled(&p, "SMALLEST PAYMENTS NOT DRAWN", exact.Print(l.SmallestPayments, 2))
		labelled(&p, "LOWER LIMIT", exact.Print(l.LowerLimit, 2))
	}
	_, err := p.WriteTo(w)
	return err
}

// WriteText writes the bounds in the manner of RAT-STATS' text output; RAT-STATS itself does not have the Stringer bound, and
// the page says so.
func (r StringerResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	top(&p, "STRINGER BOUND", h, true)
	noRATSTATS(&p)
	labelled(&p, "SELECTION", strings.ToUpper(strings.ReplaceAll(string(r.Selection), "_", " ")))
	labelled(&p, "SAMPLED HITS", exact.CommasInt(r.SampledHits))
	labelled(&p, "TAINTED HITS", exact.CommasInt(r.Nonzero))
	labelled(&p, "SIZE THAT THE HITS STAND FOR", exact.Print(r.SampledSize, 2))
	labelled(&p, "TOTAL OF THE CERTAIN UNITS", exact.Print(r.CertainTotal, 2))
	boundTitle(&p, "UPPER LIMITS")
	for _, b := range r.Bounds {
		boundLevel(&p, b.Level)
		labelled(&p, "BASIC PRECISION", exact.Print(b.BasicPrecision, 2))
		labelled(&p, "UPPER LIMIT", exact.Print(b.UpperLimit, 2))
	}
	_, err := p.WriteTo(w)
	return err
}

func boundTitle(p *textfile.Page, title string) {
	p.Blank()
	p.Row(textfile.Left(41, title))
}

func boundLevel(p *textfile.Page, level decimal.Decimal) {
	p.Blank()
	p.Row(textfile.Right(59, exact.String(exact.InPercent(level))+"% ONE-SIDED"))
}
