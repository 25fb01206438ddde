package document

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// markdownWriter writes the Markdown form.
type markdownWriter struct{ bytes.Buffer }

// WriteMarkdown writes the document as Markdown: CommonMark with GitHub's tables, a paragraph a line. A chart is its words
// and figures. The errors are those of w.
func (d Document) WriteMarkdown(w io.Writer) error {
	m := &markdownWriter{}
	fmt.Fprintf(m, "# %s\n", inline(d.Title))
	if d.Subtitle != "" {
		fmt.Fprintf(m, "\n**%s**\n", inline(d.Subtitle))
	}
	if len(d.Rows) > 0 {
		m.WriteByte('\n')
		m.rows(d.Rows)
	}
	for i, s := range d.Sections {
		fmt.Fprintf(m, "\n## %d. %s\n", i+1, inline(s.Title))
		for _, b := range s.Blocks {
			m.WriteByte('\n')
			m.block(b)
		}
	}
	_, err := m.WriteTo(w)
	return err
}

func (m *markdownWriter) block(b Block) {
	switch {
	case b.Heading != "":
		fmt.Fprintf(m, "### %s\n", inline(b.Heading))
	case b.Paragraph != "":
		fmt.Fprintf(m, "%s\n", line(b.Paragraph))
	case len(b.List) > 0:
		for _, item := range b.List {
			fmt.Fprintf(m, "- %s\n", line(item))
		}
	case len(b.Figures) > 0:
		m.rows(b.Figures)
	case len(b.Rows) > 0:
		m.rows(b.Rows)
	case len(b.Terms) > 0:
		for _, r := range b.Terms {
			fmt.Fprintf(m, "- **%s**: %s\n", inline(r.Label), inline(r.Value))
		}
	case b.Table != nil:
		m.table(*b.Table)
	case b.Printout != nil:
		m.printout(*b.Printout)
	case b.Chart != nil:
		fmt.Fprintf(m, "### %s\n\n%s\n\n", inline(b.Chart.Title), line(b.Chart.Alternative))
		m.table(b.Chart.Table)
	}
}

// rows writes labels and values as a table of two columns without titles.
func (m *markdownWriter) rows(rows []Row) {
	m.WriteString("|  |  |\n|---|---|\n")
	for _, r := range rows {
		label, value := inline(r.Label), inline(r.Value)
		if r.Note != "" {
			value += " (" + inline(r.Note) + ")"
		}
		if r.Part {
			label = "– " + label
		}
		fmt.Fprintf(m, "| %s | %s |\n", label, value)
	}
}

func (m *markdownWriter) table(t Table) {
	if t.Caption != "" {
		fmt.Fprintf(m, "*%s*\n\n", inline(t.Caption))
	}
	if len(t.Columns) == 0 {
		return
	}
	row := func(text func(i int) string) {
		for i := range t.Columns {
			fmt.Fprintf(m, "| %s ", text(i))
		}
		m.WriteString("|\n")
	}
	row(func(i int) string { return inline(t.Columns[i].Title) })
	for _, c := range t.Columns {
		m.WriteString(map[bool]string{true: "|---:", false: "|---"}[c.Figures])
	}
	m.WriteString("|\n")
	for _, cells := range t.Rows {
		row(func(i int) string { return inline(cell(cells, i)) })
	}
	if t.Total != nil {
		row(func(i int) string {
			if text := inline(cell(t.Total, i)); text != "" {
				return "**" + text + "**"
			}
			return ""
		})
	}
}

// printout writes a block of code; its fence is longer than any row of backticks in it.
func (m *markdownWriter) printout(p Printout) {
	lines := Lines(p.Text)
	fence := "```"
	for strings.Contains(strings.Join(lines, "\n"), fence) {
		fence += "`"
	}
	fmt.Fprintf(m, "**%s**\n\n%stext\n%s\n%s\n", inline(p.Title), fence, strings.Join(lines, "\n"), fence)
}

// line writes a text at the start of a line: what would begin a list, a heading or a rule there is escaped.
func line(s string) string {
	s = inline(s)
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	switch {
	case s == "":
	case strings.ContainsRune("#-+=:", rune(s[0])):
		return `\` + s
	case digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') && (digits+1 == len(s) || s[digits+1] == ' '):
		return s[:digits] + `\` + s[digits:]
	}
	return s
}

// inline writes a text so that it is shown as it is: no emphasis, link, image, code, formula, HTML or table cell begins in
// it, and addresses do not turn into links. Blanks run together to one, as in every form of running text.
func inline(s string) string {
	s = strings.Join(strings.FieldsFunc(Clean(s), unicode.IsSpace), " ")
	var b strings.Builder
	for i, r := range s {
		rest := s[i:]
		switch {
		case r == '<':
			b.WriteString("&lt;")
			continue
		case r == '>':
			b.WriteString("&gt;")
			continue
		case r == '&':
			b.WriteString("&amp;")
			continue
		case strings.ContainsRune("\\`*_[]|~@{}", r), r == ':' && strings.HasPrefix(rest, "://"),
			r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"),
			r == '$' && (len(rest) == 1 || rest[1] < '0' || rest[1] > '9'):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
