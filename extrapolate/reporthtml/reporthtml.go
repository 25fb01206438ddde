// Package reporthtml writes a claims review report as HTML: one file, to be read on a screen and printed on paper, with no
// script in it and nothing loaded from elsewhere.
//
//	report, err := review.Report(iromath.ReportOptions{})
//	err = reporthtml.Write(file, report.Document())
//
// It is a package of its own so that programs which need no HTML, such as the browser build of the calculator, do not carry
// its writer and its style sheet.
//
// The page is marked up for everybody: headings and landmarks in order, captions and header cells in every table, charts as
// drawings with their meaning in words above and their figures in a table below, contrast of WCAG 2 AA on light and on dark
// screens. On paper the heads of tables repeat on each page, the list of claims is set across the broad side, and pages are
// numbered.
package reporthtml

import (
	_ "embed"
	"fmt"
	"io"

	"github.com/iromath/iromath/internal/document"
)

//go:embed style.css
var style string

// policy forbids the browser to run or load anything whatever texts there are in the report.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const (
	// wideTable is the number of columns from which on a table takes the broad side of the paper.
	wideTable = 9
	// shortTable is the number of rows up to which a table is kept on one page.
	shortTable = 20
)

// Write writes an iromath.Document as HTML, such as iromath.Report.Document returns. The same document gives the same bytes.
// The errors are those of w.
func Write(w io.Writer, d document.Document) error {
	p := &page{}
	p.WriteString("<!DOCTYPE html>\n")
	p.start("html", "lang", "en")
	p.start("head")
	p.void("meta", "charset", "utf-8")
	p.void("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
	p.void("meta", "http-equiv", "Content-Security-Policy", "content", policy)
	p.void("meta", "name", "color-scheme", "content", "light dark")
	p.el("title", join(d.Title, d.Subtitle))
	p.WriteString("<style>\n" + style + "</style>\n")
	p.end()
	p.start("body")
	p.start("header")
	p.el("h1", d.Title)
	if d.Subtitle != "" {
		p.el("p", d.Subtitle, "class", "subtitle")
	}
	p.rows("rows", d.Rows)
	p.end()
	p.contents(d)
	p.start("main")
	for i, s := range d.Sections {
		p.section(i+1, s)
	}
	p.end()
	p.end()
	p.end()
	_, err := p.WriteTo(w)
	return err
}

// join writes a title with what it is about, each where it is given: a page needs a title.
func join(title, subtitle string) string {
	switch {
	case title == "" && subtitle == "":
		return "Report"
	case title == "" || subtitle == "":
		return title + subtitle
	}
	return title + " – " + subtitle
}

func (p *page) contents(d document.Document) {
	if len(d.Sections) < 2 {
		return
	}
	p.start("nav", "aria-labelledby", "contents")
	p.el("h2", "Contents", "id", "contents")
	p.start("ol")
	for i, s := range d.Sections {
		p.start("li")
		p.el("a", s.Title, "href", fmt.Sprintf("#section-%d", i+1))
		p.end()
	}
	p.end()
	p.end()
}

func (p *page) section(number int, s document.Section) {
	class := "section"
	for _, b := range s.Blocks {
		if b.Table != nil && len(b.Table.Columns) >= wideTable {
			class = "section wide"
		}
		if b.Printout != nil {
			class = "section printed"
		}
	}
	id := fmt.Sprintf("section-%d", number)
	p.start("section", "class", class, "id", id, "aria-labelledby", id+"-title")
	p.el("h2", fmt.Sprintf("%d. %s", number, s.Title), "id", id+"-title")
	for i, b := range s.Blocks {
		p.block(fmt.Sprintf("%s-%d", id, i+1), b)
	}
	p.end()
}

func (p *page) block(id string, b document.Block) {
	switch {
	case b.Heading != "":
		p.el("h3", b.Heading)
	case b.Paragraph != "":
		p.el("p", b.Paragraph)
	case len(b.List) > 0:
		p.start("ul")
		for _, item := range b.List {
			p.el("li", item)
		}
		p.end()
	case len(b.Figures) > 0:
		p.rows("figures", b.Figures)
	case len(b.Rows) > 0:
		p.rows("rows", b.Rows)
	case len(b.Terms) > 0:
		p.rows("terms", b.Terms)
	case b.Table != nil:
		p.table(*b.Table)
	case b.Printout != nil:
		p.printout(id, *b.Printout)
	case b.Chart != nil:
		p.chart(id, *b.Chart)
	}
}

// rows writes labels and values as a list of descriptions.
func (p *page) rows(class string, rows []document.Row) {
	if len(rows) == 0 {
		return
	}
	p.start("dl", "class", class)
	for _, r := range rows {
		if r.Part {
			p.start("div", "class", "part")
		} else {
			p.start("div")
		}
		p.el("dt", r.Label)
		p.el("dd", r.Value)
		if r.Note != "" {
			p.el("dd", r.Note, "class", "note")
		}
		p.end()
	}
	p.end()
}

func (p *page) table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	label := t.Caption
	if label == "" {
		label = "Table"
	}
	p.start("div", "class", "scroll", "role", "group", "aria-label", label, "tabindex", "0")
	if len(t.Rows) <= shortTable {
		p.start("table", "class", "short")
	} else {
		p.start("table")
	}
	if t.Caption != "" {
		p.el("caption", t.Caption)
	}
	p.start("thead")
	p.start("tr")
	for _, c := range t.Columns {
		p.cell("th", c.Title, append([]string{"scope", "col"}, classOf(c)...)...)
	}
	p.end()
	p.end()
	p.start("tbody")
	for _, row := range t.Rows {
		p.row(t, row)
	}
	p.end()
	if t.Total != nil {
		p.start("tfoot")
		p.row(t, t.Total)
		p.end()
	}
	p.end()
	p.end()
}

// row writes a row of a table; its first cell names it.
func (p *page) row(t document.Table, cells []string) {
	p.start("tr")
	for i, c := range t.Columns {
		if text := t.Cell(cells, i); i == 0 && text != "" {
			p.cell("th", text, append([]string{"scope", "row"}, classOf(c)...)...)
		} else {
			p.cell("td", text, classOf(c)...)
		}
	}
	p.end()
}

func classOf(c document.Column) []string {
	switch {
	case c.Figures:
		return []string{"class", "figure"}
	case c.Prose:
		return []string{"class", "prose"}
	}
	return nil
}

func (p *page) printout(id string, o document.Printout) {
	p.el("h3", o.Title, "id", id)
	p.start("pre", "role", "group", "aria-labelledby", id, "tabindex", "0")
	for _, line := range document.Lines(o.Text) {
		p.text(line)
		p.WriteByte('\n')
	}
	p.end()
}
