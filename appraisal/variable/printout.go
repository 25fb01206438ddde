package variable

import (
	"io"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// Heading is what stands at the top of a printout beside its title: Audit, Date, Time and File, texts that may each be left
// out.
type Heading = textfile.Heading

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's.
//
// Source: RAT-STATS User's Guide 4-16, 4-17; Companion Manual 3-4, 3-5, 3-101.
func (r UnrestrictedResult) WriteText(w io.Writer, h Heading) error {
	var p textfile.Page
	sections := r.Sections()
	top(&p, "VARIABLE UNRESTRICTED APPRAISAL", h, len(sections) == 1)
	summary(&p, r)
	for _, s := range sections {
		p.Blank()
		banner(&p, s.Kind)
		s.print(&p, "")
	}
	_, err := p.WriteTo(w)
	return err
}

// top prints the heading of an appraisal: whether a blank line stands before the data file is a matter of the design.
func top(p *textfile.Page, title string, h Heading, blankBeforeFile bool) {
	p.Top(title, h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	if blankBeforeFile {
		p.Blank()
	}
	if h.File != "" {
		p.Row(textfile.Center(textfile.Width, "DATA FILE USED: "+h.File))
	}
	p.Blank()
}

// summary prints the lines that reconcile the sample.
func summary(p *textfile.Page, r UnrestrictedResult) {
	right := textfile.Right
	money := func(d decimal.Decimal) string { return exact.Print(d, 2) }
	size, nonzero := exact.CommasInt(r.SampleSize), exact.CommasInt(r.Nonzero)
	if r.ExaminedSection == nil || r.AuditedSection == nil {
		p.Row(right(25, "SAMPLE SIZE"), right(47, "VALUE OF SAMPLE"), right(62, "NONZERO ITEMS"))
		p.Row(right(25, size), right(47, money(r.Total)), right(62, nonzero))
		return
	}
	p.Row(right(11, "SAMPLE"), right(28, "EXAMINED"), right(39, "NONZERO"), right(57, "TOTAL OF"), right(75, "TOTAL OF"))
	p.Row(right(11, "SIZE"), right(28, "VALUE"), right(39, "DIFFS"), right(57, "DIFF VALUES"), right(75, "AUD VALUES"))
	p.Row(right(11, size), right(28, money(r.ExaminedSection.Total)), right(39, nonzero), right(57, money(r.Total)),
		right(75, money(r.AuditedSection.Total)))
}

// banner prints the line that heads the appraisal of a kind of value.
func banner(p *textfile.Page, k Kind) { bannerAt(p, k, 12) }

// bannerAt prints the banner from a column on: three-stage appraisals have it further to the left.
func bannerAt(p *textfile.Page, k Kind, column int) {
	switch k {
	case Examined:
		p.Row(textfile.Left(column, dashed(23, " E X A M I N E D ", 24)))
	case Audited:
		p.Row(textfile.Left(column, dashed(23, " A U D I T E D ", 26)))
	case Difference:
		p.Row(textfile.Left(column, dashed(21, " D I F F E R E N C E ", 22)))
	}
}

// dashed is a title between dashes.
func dashed(before int, title string, behind int) string {
	return strings.Repeat("-", before) + title + strings.Repeat("-", behind)
}

// labelled prints a label at column 12 and its value up to column 56.
func labelled(p *textfile.Page, label, value string) {
	p.Row(textfile.Left(12, label), textfile.Right(56, value))
}

// print prints the statistics and the confidence block of a section. tag stands at the start of its first line.
func (s Section) print(p *textfile.Page, tag string) {
	shape := func(d *decimal.Decimal) string {
		if d == nil {
			return "---"
		}
		return exact.Print(*d, 2)
	}
	p.Row(textfile.Left(1, tag), textfile.Left(12, "MEAN / UNIVERSE"), textfile.Right(56, exact.Print(s.Mean, 2)),
		textfile.Right(75, exact.CommasInt(s.Universe)))
	labelled(p, "STANDARD DEVIATION", exact.Print(s.StandardDeviation, 2))
	labelled(p, "SKEWNESS", shape(s.Skewness))
	labelled(p, "KURTOSIS", shape(s.Kurtosis))
	labelled(p, "STANDARD ERROR (MEAN)", exact.Print(s.StandardErrorMean, 2))
	labelled(p, "STANDARD ERROR (TOTAL)", exact.Commas(s.StandardError, 0))
	labelled(p, "POINT ESTIMATE", exact.Commas(s.PointEstimate, 0))
	confidenceBlock(p, s.Estimate)
}

// confidenceBlock prints the intervals as every variable appraisal does, and below them one-sided limits that were asked for.
func confidenceBlock(p *textfile.Page, e appraisal.Estimate) { confidenceBlockAt(p, e, 41) }

// confidenceBlockAt prints them with their title from a column on: two-stage appraisals have it at 43.
func confidenceBlockAt(p *textfile.Page, e appraisal.Estimate, title int) {
	row := func(label, value string) { p.Row(textfile.Left(12, label), textfile.Right(59, value)) }
	p.Blank()
	p.Row(textfile.Left(title, "CONFIDENCE LIMITS"))
	for i, in := range e.Intervals {
		if i > 0 {
			p.Blank()
		}
		level := exact.String(exact.InPercent(in.Level))
		p.Row(textfile.Right(59, level+"% CONFIDENCE LEVEL"))
		row("LOWER LIMIT", exact.Commas(in.LowerLimit, 0))
		row("UPPER LIMIT", exact.Commas(in.UpperLimit, 0))
		row("PRECISION AMOUNT", exact.Commas(in.PrecisionAmount, 0))
		p.Row(textfile.Left(12, "PRECISION PERCENT"), textfile.Right(60, exact.Percent(in.PrecisionPercent)))
		percentileUsed(p, in.Confidence)
	}
	oneSidedBlock(p, e.OneSided, title)
}

// percentileUsed prints the last line of an interval.
func percentileUsed(p *textfile.Page, c appraisal.Confidence) {
	label := map[appraisal.Distribution]string{appraisal.StudentT: "T-VALUE USED", appraisal.Normal: "Z-VALUE USED"}[c.Distribution]
	if label != "" {
		p.Row(textfile.Left(12, label), textfile.Right(59, exact.Fixed(c.Percentile, 12)))
	}
}

// oneSidedBlock prints one-sided limits under a heading of their own: RAT-STATS has none.
func oneSidedBlock(p *textfile.Page, limits []appraisal.OneSided, title int) {
	if len(limits) == 0 {
		return
	}
	row := func(label, value string) { p.Row(textfile.Left(12, label), textfile.Right(59, value)) }
	p.Blank()
	p.Row(textfile.Left(title, textfile.OneSidedTitle))
	p.Row(textfile.Left(12, textfile.OneSidedNote))
	for i, l := range limits {
		if i > 0 {
			p.Blank()
		}
		p.Row(textfile.Right(59, exact.String(exact.InPercent(l.Level))+"% ONE-SIDED"))
		row("LOWER LIMIT", exact.Commas(l.LowerLimit, 0))
		row("UPPER LIMIT", exact.Commas(l.UpperLimit, 0))
		percentileUsed(p, l.Confidence)
	}
}
