package iromath

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/document"
)

// statusWords are the answers on a page.
var statusWords = map[FigureStatus]string{FigureMatches: "matches", FigureDiffers: "DIFFERS", FigureCannotCheck: "not checked"}

// Document lays the answer out: what was found, what explains the figures that differ, what cannot be checked and why, and the
// answer figure by figure. All forms are written from it.
func (v Verification) Document() Document {
	d := Document{Title: "Verification of a claims review"}
	add := func(title string, blocks ...[]document.Block) {
		d.Sections = append(d.Sections, document.Section{Title: title, Blocks: slices.Concat(blocks...)})
	}
	add("Answer", paragraph("%s", v.verdict()))
	add("What explains the differences", v.explanations())
	if open := v.unchecked(); open != nil {
		add("What cannot be checked", open)
	}
	add("Figure by figure", v.figureTables())
	add("Warnings", Report{Warnings: v.Warnings}.warningBlocks())
	add("Software", paragraph("%s", v.Software))
	return d
}

// WriteText writes the answer as plain text, 96 columns wide. Errors are those of w.
func (v Verification) WriteText(w io.Writer) error { return v.Document().WriteText(w) }

// WriteMarkdown writes the answer as Markdown with tables. Errors are those of w.
func (v Verification) WriteMarkdown(w io.Writer) error { return v.Document().WriteMarkdown(w) }

// verdict says the answer in a sentence.
func (v Verification) verdict() string {
	if v.OK {
		return fmt.Sprintf("Every figure matches as printed: %d of %d.", v.Count(FigureMatches), len(v.Figures))
	}
	return fmt.Sprintf("Of %d figures %d match as printed, %d differ, %d cannot be checked.", len(v.Figures), v.Count(FigureMatches),
		v.Count(FigureDiffers), v.Count(FigureCannotCheck))
}

// explanations are the diagnoses and what none of them explains.
func (v Verification) explanations() (blocks []document.Block) {
	if v.Count(FigureDiffers) == 0 && len(v.Diagnoses) == 0 {
		return paragraph("There are none.")
	}
	for _, d := range v.Diagnoses {
		blocks = append(blocks, heading(d.Error+" ["+d.Code+"]")...)
		blocks = append(blocks, paragraph("Rule: %s (%s)", d.Rule, d.Source)...)
		blocks = append(blocks, paragraph("With this error %s out as printed: %s.",
			counting(int64(len(d.Explains)), "figure comes", "figures come"), joined(d.Explains))...)
		if len(d.Equivalent) > 0 {
			blocks = append(blocks, paragraph("The report does not tell it from: %s.", strings.Join(d.Equivalent, ", "))...)
		}
	}
	if len(v.Unexplained) > 0 {
		blocks = append(blocks, heading("Not explained")...)
		blocks = append(blocks, paragraph("Not explained by any single error that was tried: %s.", joined(v.Unexplained))...)
	}
	return blocks
}

// unchecked are the figures that cannot be checked, those of one reason together.
func (v Verification) unchecked() (blocks []document.Block) {
	paths := map[string][]string{}
	var reasons []string
	for _, c := range v.Figures {
		if c.Status != FigureCannotCheck {
			continue
		}
		if paths[c.Because] == nil {
			reasons = append(reasons, c.Because)
		}
		paths[c.Because] = append(paths[c.Because], c.Path)
	}
	for _, why := range reasons {
		blocks = append(blocks, paragraph("%s: %s.", joined(paths[why]), why)...)
	}
	return blocks
}

// figureTables have the answer for each figure, for one that does not match with the reason.
func (v Verification) figureTables() []document.Block {
	short := func(s string) string {
		const most = 16
		if r := []rune(s); len(r) > most {
			return string(r[:most-1]) + "…"
		}
		return s
	}
	var blocks []document.Block
	var t *document.Table
	part := ""
	for _, c := range v.Figures {
		if p := partOf(c.Path); t == nil || p != part { // a table a part, which leaves wide names to where they stand
			part = p
			t = &document.Table{
				Caption: partTitles[p],
				Columns: slices.Concat([]document.Column{{Title: "Figure"}}, column("Reported", "Computed"), []document.Column{{Title: "Answer"}}),
			}
			blocks = append(blocks, document.Block{Table: t})
		}
		var remarks []string
		add := func(label, text, after string) {
			if text != "" {
				remarks = append(remarks, label+text+after)
			}
		}
		if c.Status != FigureMatches {
			add("reported less computed: ", c.Difference, "")
		}
		add("", c.Because, "")
		if c.Status != FigureMatches {
			add("exact: ", c.Exact, "")
			source := ""
			if c.Source != "" {
				source = " (" + c.Source + ")"
			}
			add("formula: ", c.Formula, source)
		}
		name := strings.TrimPrefix(strings.TrimPrefix(c.Path, part), ".")
		row := []string{name, short(c.Reported), short(c.Computed), statusWords[c.Status]}
		if remarks != nil {
			if len(t.Columns) == len(row) {
				t.Columns = append(t.Columns, document.Column{Title: "Remarks", Prose: true})
			}
			row = append(row, strings.Join(remarks, "; "))
		}
		t.Rows = append(t.Rows, row)
	}
	return blocks
}

// partTitles are the parts of a report in words, which are the first words of the paths of figures.
var partTitles = map[string]string{
	partPopulation: "Population (population)", partDiscovery: "Discovery sample (discovery)", partSample: "Sample (sample)",
	partSize: "Size of the full sample (size)", partFull: "Full sample (full)", partEstimate: "Estimate (estimate)",
	partOwed: "Obligations (obligations)",
}
