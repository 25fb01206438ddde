package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

// width of a line of text.
const width = 100

// page is a text that is written line by line.
type page struct{ strings.Builder }

// par writes a paragraph behind a mark, wrapped and indented.
func (p *page) par(indent int, mark, format string, args ...any) {
	lead := strings.Repeat(" ", indent) + mark
	line := lead
	for i, word := range strings.Fields(fmt.Sprintf(format, args...)) {
		if i > 0 && len(line)+1+len(word) > width {
			p.WriteString(line + "\n")
			line = strings.Repeat(" ", len(lead))
		} else if i > 0 {
			line += " "
		}
		line += word
	}
	p.WriteString(line + "\n")
}

func (p *page) head(title string) {
	p.WriteString("\n" + title + "\n" + strings.Repeat("-", len(title)) + "\n")
}

// reasons writes reasons with their sources.
func (p *page) reasons(list []reportable.Reason) {
	for _, r := range list {
		p.par(2, "- ", "%s [%s]", r.Text, cite(r.Source))
	}
}

func (p *page) warnings(list []reportable.Warning) {
	for _, w := range list {
		p.par(2, "! ", "%s", w.Message)
	}
}

func cite(s reportable.Source) string {
	if s.Quote == "" {
		return s.Citation
	}
	return fmt.Sprintf("%s: %q", s.Citation, s.Quote)
}

var statusWords = map[reportable.Conclusion]string{
	reportable.Reportable: "REPORTABLE", reportable.NotReportable: "NOT REPORTABLE",
	reportable.NeedsAnalysis: "NEEDS ANALYSIS",
}

// tell writes the case from facts to clocks.
func tell(in facts, out answers) string {
	var p page
	if in.Provider != "" {
		p.par(0, "", "%s", in.Provider)
	}
	for _, s := range in.Story {
		p.WriteString("\n")
		p.par(0, "", "%s", s)
	}
	for i, d := range out.Determinations {
		p.event(i+1, d, out.before[i])
	}
	for i, s := range out.Settlements {
		p.settlement(in.Resolutions[i].Title, s)
	}
	if len(out.Deadlines) > 0 {
		p.head("Clocks")
		for _, d := range out.Deadlines {
			p.deadline(d)
		}
	}
	p.WriteString("\n")
	p.par(0, "", "This is no legal advice and no product of OIG. The words of the agreement count.")
	return strings.TrimLeft(p.String(), "\n")
}

func (p *page) event(n int, d, before reportable.Determination) {
	title := d.Event.Title
	if title == "" {
		title = strings.ReplaceAll(string(d.Kind), "_", " ")
	}
	p.head(fmt.Sprintf("Event %d: %s", n, title))
	for _, o := range d.Event.Occurrences {
		amount := ""
		if o.Overpayment != nil {
			amount = fmt.Sprintf(": $%s overpaid", exact.Commas(*o.Overpayment, 2))
		}
		through := ""
		if !o.Through.IsZero() {
			through = " to " + o.Through.String()
		}
		p.par(2, "", "%s%s %s%s", o.From, through, o.What, amount)
	}
	if d.Event.Analysis != nil {
		p.WriteString("\n")
		p.par(0, "", "First look, without an analysis: %s", statusWords[before.Conclusion])
		p.reasons(slices.DeleteFunc(slices.Clone(before.Reasons), func(r reportable.Reason) bool {
			return r.Code != "screened" && slices.Contains(d.Reasons, r)
		}))
	}
	p.WriteString("\n")
	if a := d.Event.Analysis; a != nil {
		p.par(0, "", "Analysis of %s by %s", a.On, a.By)
		for _, c := range a.Considered {
			p.par(2, "- ", "%s: %s", c.Kind, c.Text)
		}
		p.WriteString("\n")
	}
	p.par(0, "", "Determination: %s", statusWords[d.Conclusion])
	p.reasons(d.Reasons)
	p.warnings(d.Warnings)
	if len(d.Duties) > 0 {
		p.WriteString("\nWhat is to be done\n")
	}
	for _, x := range d.Duties {
		by := ""
		if !x.By.IsZero() {
			by = fmt.Sprintf(" By %s, %s.", x.Due.Weekday, x.By)
		}
		p.par(2, "- ", "%s%s [%s]", x.Text, by, cite(x.Source))
	}
	if len(d.Notice) > 0 {
		p.WriteString("\nThe report contains\n")
	}
	for _, item := range d.Notice {
		p.par(2, "- ", "%s", item.Text)
		for _, f := range item.Facts {
			p.par(6, "", "%s", f)
		}
		if len(item.Facts) == 0 {
			p.par(6, "", "(to be written)")
		}
	}
}

func (p *page) settlement(title string, s reportable.Settlement) {
	p.head("Resolution: " + title)
	if s.Applies == reportable.No {
		p.reasons(s.Reasons)
		return
	}
	p.par(2, "", "$%s x %s = $%s; minimum $%s", exact.Commas(s.Base, 2), exact.String(s.Multiplier),
		exact.Commas(s.Multiplied, 2), exact.Commas(s.Minimum, 2))
	why := ""
	if s.MinimumDecides {
		why = " (the minimum decides)"
	}
	p.par(2, "", "OIG's general practice: $%s%s", exact.Commas(s.Amount, 2), why)
	p.reasons(s.Reasons)
	p.reasons(s.Steps)
	p.warnings(s.Warnings)
}

func (p *page) deadline(d reportable.Deadline) {
	title := d.Label
	if title == "" {
		title = strings.ReplaceAll(string(d.Clock), "_", " ")
	}
	state := ""
	switch {
	case d.Timely == reportable.Yes:
		state = ", done in time"
	case d.DaysLate > 0:
		state = fmt.Sprintf(", done late, days: %d", d.DaysLate)
	}
	if d.Due != nil {
		p.par(0, "", "%s: by %s, %s%s", title, d.Due.Weekday, d.By, state)
	} else {
		p.par(0, "", "%s: no clock runs", title)
	}
	text := d.Text
	if text == title {
		text = "A clock of the agreement."
	}
	p.par(2, "", "%s [%s]", text, cite(d.Source))
	for _, c := range d.Contents {
		for _, id := range d.Missing {
			if id == c.ID {
				p.par(2, "! ", "Missing: %s", c.Text)
			}
		}
	}
	p.reasons(d.Notes)
	p.warnings(d.Warnings)
}
