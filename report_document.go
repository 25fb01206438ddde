package iromath

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

// Document is the content of a report in sections and blocks, apart from any form. Its methods WriteText and WriteMarkdown
// write it as plain text and as Markdown; package extrapolate/reporthtml writes it as HTML.
type Document = document.Document

// Document lays the report out: what stands where, in words, tables, printouts and charts. All forms are written from it.
func (r Report) Document() Document {
	d := Document{Title: r.Title, Subtitle: r.Agreement.Name, Rows: r.cover()}
	add := func(title string, blocks ...[]document.Block) {
		d.Sections = append(d.Sections, document.Section{Title: title, Blocks: slices.Concat(blocks...)})
	}
	add("Outcome", figures(r.keyFigures()), paragraphs(r.Summary))
	add("Warnings", r.warningBlocks())
	add("Methodology", paragraphs(r.Methodology), r.parameters())
	add("Population", r.population(), r.correctionBlocks())
	add("Sampling documentation", r.samplingBlocks())
	add("Findings in words", r.narrative())
	add("Findings in figures", r.quantities())
	add("Findings claim by claim", r.claimTables())
	add("Extrapolation", r.extrapolation())
	if r.Scrutiny != nil {
		add("Checks of the estimate", scrutinyBlocks(*r.Scrutiny))
	}
	if r.Systems != nil {
		add("Systems review", r.Systems.systemsBlocks())
	}
	add("Obligations", r.obligations())
	add("Software", rows([]document.Row{{Label: "Name", Value: r.Software.Name}, {Label: "Version", Value: r.Software.Version}}),
		paragraphs(r.Software.Description))
	add("Glossary", r.glossaryBlocks())
	add("Printouts", r.printouts())
	return d
}

// WriteText writes the report as plain text, 96 columns wide, amounts in dollars and cents. Errors are those of w.
func (r Report) WriteText(w io.Writer) error { return r.Document().WriteText(w) }

// WriteMarkdown writes the report as Markdown with tables. Errors are those of w.
func (r Report) WriteMarkdown(w io.Writer) error { return r.Document().WriteMarkdown(w) }

// Blocks.

func paragraphs(texts []string) (list []document.Block) {
	for _, s := range texts {
		list = append(list, document.Block{Paragraph: s})
	}
	return list
}

func paragraph(format string, args ...any) []document.Block {
	return paragraphs([]string{fmt.Sprintf(format, args...)})
}

func heading(title string) []document.Block { return []document.Block{{Heading: title}} }

func list(items []string) []document.Block { return []document.Block{{List: items}} }

func table(t document.Table) []document.Block { return []document.Block{{Table: &t}} }

func figures(list []document.Row) []document.Block { return []document.Block{{Figures: list}} }

// rows leaves out those without a value.
func rows(list []document.Row) []document.Block {
	list = slices.DeleteFunc(list, func(r document.Row) bool { return r.Value == "" })
	if len(list) == 0 {
		return nil
	}
	return []document.Block{{Rows: list}}
}

// column makes columns of figures: those of words are made in place.
func column(titles ...string) (list []document.Column) {
	for _, title := range titles {
		list = append(list, document.Column{Title: title, Figures: true})
	}
	return list
}

// Sections.

func (r Report) cover() []document.Row {
	a := r.Agreement
	list := []document.Row{
		{Label: "Provider", Value: a.Provider},
		{Label: "Reviewer", Value: a.Reviewer},
		{Label: "Review period", Value: period(a.From, a.Through)},
		{Label: "Protocol", Value: map[Protocol]string{
			ProtocolDiscovery: "discovery sample, at the threshold a full sample",
			ProtocolSingle:    "single sample",
			ProtocolQuarterly: "quarterly sample",
		}[a.Protocol]},
		{Label: "Date of the report", Value: r.Date.String()},
		{Label: "Determinations complete on", Value: r.Identified.String()},
	}
	if r.PatientsMasked {
		list = append(list, document.Row{Label: "Patients", Value: "identifiers are masked"})
	}
	return slices.DeleteFunc(list, func(r document.Row) bool { return r.Value == "" })
}

// period writes a review period that may be open on a side, "" for none.
func period(from, through reportable.Date) string {
	switch {
	case from.IsZero() && through.IsZero():
		return ""
	case from.IsZero():
		return "through " + through.String()
	case through.IsZero():
		return "from " + from.String()
	}
	return from.String() + " through " + through.String()
}

func (r Report) warningBlocks() []document.Block {
	if len(r.Warnings) == 0 {
		return paragraph("None.")
	}
	var items []string
	for _, w := range r.Warnings {
		items = append(items, w.Message+" ["+w.Code+"]")
	}
	return list(items)
}

// parameters are those of the agreement that the figures depend on.
func (r Report) parameters() []document.Block {
	a := r.Agreement
	days := func(n int) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprintf("%d calendar days", n)
	}
	share := func(d decimal.Decimal) string {
		if d.IsZero() {
			return ""
		}
		return percent(d)
	}
	return append(heading("Parameters of the agreement"), rows([]document.Row{
		{Label: "First sample", Value: counting(a.SampleSize, "claim", "claims")},
		{Label: "Threshold of the error rate", Value: share(a.Threshold)},
		{Label: "Underpayments in the error rate", Value: words(string(a.Netting))},
		{Label: "Confidence level, two-sided", Value: share(a.Confidence)},
		{Label: "Precision of a full sample", Value: share(a.Precision)},
		{Label: "Full sample", Value: map[FullSample]string{
			FullSampleContinue: "continues the discovery sample", FullSampleFresh: "drawn anew with its own seed"}[a.FullSample]},
		{Label: "Method of drawing", Value: string(a.Method)},
		{Label: "RAT-STATS required", Value: either(a.RATSTATSRequired, "yes", "no")},
		{Label: "Time to repay", Value: days(a.RepayDays)},
		{Label: "Time to report an event", Value: days(a.ReportDays)},
	})...)
}

func (r Report) population() []document.Block {
	s := r.Population
	o := s.Options
	list := []document.Row{{Label: "Payors taken", Value: strings.Join(o.Payors, ", ")}}
	if p := period(o.From, o.Through); p != "" {
		list = append(list, document.Row{Label: "Period taken", Value: p + " (column " + o.Date + ")"})
	}
	if o.ID != "" {
		var columns []string
		for _, c := range []struct{ what, name string }{
			{"claim id", o.ID}, {"paid", o.Paid}, {"segment", o.Segment}, {"payor", o.Payor},
		} {
			if c.name != "" {
				columns = append(columns, c.what+": "+c.name)
			}
		}
		list = append(list, document.Row{Label: "Columns", Value: strings.Join(columns, ", ")})
	}
	list = append(list,
		document.Row{Label: "Claims in the frame", Value: exact.CommasInt(s.Size)},
		document.Row{Label: "Paid for them", Value: dollarText(s.Paid)},
		document.Row{Label: "Rows of the claims file", Value: exact.CommasInt(s.Rows)})
	for _, e := range s.Exclusions {
		list = append(list,
			document.Row{Label: "left out, " + words(string(e.Reason)), Value: exact.CommasInt(e.Count), Part: true})
	}
	list = append(list, document.Row{Label: "Frame digest", Value: s.Digest})
	blocks := rows(list)
	if len(s.Malformed) > 0 {
		const most = 20
		var lines []string
		for _, m := range s.Malformed[:min(len(s.Malformed), most)] {
			lines = append(lines, m.Error())
		}
		if more := s.Excluded(ExcludedMalformed) - most; more > 0 {
			lines = append(lines, fmt.Sprintf("and %s more malformed rows", exact.CommasInt(more)))
		}
		blocks = append(blocks, document.Block{Heading: "Malformed rows"}, document.Block{List: lines})
	}
	return blocks
}

// stageNames are the stages in words.
var stageNames = map[Stage]string{StageDiscovery: "Discovery sample", StageFull: "Full sample", StageSample: "Sample"}

func (r Report) samplingBlocks() []document.Block {
	t := document.Table{
		Caption: "Samples drawn; each can be drawn again from its row",
		Columns: slices.Concat([]document.Column{{Title: "Sample"}}, column("Claims"), column("Claims in the frame"),
			[]document.Column{{Title: "Method"}, {Title: "Seed number"}}, column("Drawn before", "New", "Spares")),
	}
	var notes []string
	for _, d := range r.Draws {
		s := d.plan()
		t.Rows = append(t.Rows, []string{stageNames[d.Stage], exact.CommasInt(s.Size), exact.CommasInt(s.High),
			string(s.Method), s.Seed,
			exact.CommasInt(s.DrawnBefore), exact.CommasInt(s.Size - s.DrawnBefore), exact.CommasInt(s.Spares)})
		if s.DrawnBefore > 0 {
			notes = append(notes, fmt.Sprintf("%s: orders of selection 1 to %s were drawn before, %s are new.",
				stageNames[d.Stage], exact.CommasInt(s.DrawnBefore), exact.CommasInt(s.Size-s.DrawnBefore)))
		}
	}
	blocks := append(table(t), paragraphs(notes)...)
	for _, d := range r.Draws {
		blocks = append(blocks, replacementBlocks(d.Draw)...)
	}
	if r.Size != nil {
		blocks = append(blocks, document.Block{Paragraph: r.Size.sentence()})
	}
	return append(blocks, paragraph("The printouts of the random numbers%s stand under \"Printouts\".",
		either(r.Size != nil, " and of the sample size", ""))...)
}

// sentence says what the formula gives. Equal overpayments give no size.
func (s DocumentedSize) sentence() string {
	from := fmt.Sprintf("from the mean overpayment of %s and its standard deviation of %s in the discovery sample.",
		dollarText(s.Table.Mean), dollarText(s.Table.StandardDeviation))
	if s.Wanted.Size == 0 {
		return "Full sample size: none, " + from
	}
	return fmt.Sprintf("Full sample size: %s at %s confidence and %s precision (unrounded %s), %s",
		counting(s.Wanted.Size, "claim", "claims"), percent(s.Wanted.Level), percent(s.Wanted.Precision),
		fixed(s.Wanted.Unrounded, 4), from)
}

func (r Report) glossaryBlocks() []document.Block {
	if len(r.Glossary) == 0 {
		return paragraph("None.")
	}
	var terms []document.Row
	for _, t := range r.Glossary {
		terms = append(terms, document.Row{Label: t.Word, Value: t.Meaning})
	}
	return []document.Block{{Terms: terms}}
}

// printouts are those that support the sampling and the estimate.
func (r Report) printouts() (blocks []document.Block) {
	add := func(title, text string) {
		blocks = append(blocks, document.Block{Printout: &document.Printout{Title: title, Text: text}})
	}
	for _, d := range r.Draws {
		add(stageNames[d.Stage]+": random numbers", d.Printout)
	}
	if r.Size != nil {
		add("Full sample: size", r.Size.Printout)
	}
	if r.Appraisal != nil {
		add("Variable appraisal of the overpayments", r.Appraisal.Printout)
	}
	return blocks
}
