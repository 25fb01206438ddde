package document

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iromath/iromath/internal/textfile"
)

// Width is the width of the text form. Only a line of a printout and a long word go beyond it.
const Width = 96

// indent is where text begins below the heading of a section.
const indent = 3

// textWriter writes the text form.
type textWriter struct{ textfile.Page }

// WriteText writes the document as plain text, 96 columns wide. The errors are those of w.
func (d Document) WriteText(w io.Writer) error {
	t := &textWriter{}
	t.Row(textfile.Center(Width, strings.ToUpper(Clean(d.Title))))
	t.Row(textfile.Center(Width, Clean(d.Subtitle)))
	t.Blank()
	t.rows(d.Rows)
	for i, s := range d.Sections {
		t.Blank()
		t.underlined(fmt.Sprintf("%d. %s", i+1, strings.ToUpper(Clean(s.Title))))
		for n, b := range s.Blocks {
			if n > 0 {
				t.Blank()
			}
			t.block(b)
		}
	}
	_, err := t.WriteTo(w)
	return err
}

func (t *textWriter) underlined(line string) {
	t.Line("%s", line)
	t.Line("%s", strings.Repeat("-", utf8.RuneCountInString(line)))
}

func (t *textWriter) block(b Block) {
	switch {
	case b.Heading != "":
		t.paragraph(indent, b.Heading+":")
	case b.Paragraph != "":
		t.paragraph(indent, b.Paragraph)
	case len(b.List) > 0:
		for _, item := range b.List {
			t.paragraph(indent+2, "- "+item)
		}
	case len(b.Figures) > 0:
		t.rows(b.Figures)
	case len(b.Rows) > 0:
		t.rows(b.Rows)
	case len(b.Terms) > 0:
		for _, r := range b.Terms {
			t.paragraph(indent, r.Label)
			t.paragraph(indent+4, r.Value)
		}
	case b.Table != nil:
		t.table(*b.Table)
	case b.Printout != nil:
		t.printout(*b.Printout)
	case b.Chart != nil:
		t.paragraph(indent, b.Chart.Title+":")
		t.Blank()
		t.paragraph(indent, b.Chart.Alternative)
		t.Blank()
		t.table(b.Chart.Table)
	}
}

func (t *textWriter) paragraph(indent int, text string) { t.Paragraph(indent, Width, Clean(text)) }

// rows writes labels and values, a value that is too long for its line below its first words.
func (t *textWriter) rows(rows []Row) {
	value := 34 // column of the values
	for _, r := range rows {
		value = max(value, min(indent+4+utf8.RuneCountInString(Clean(r.Label)), Width/2))
	}
	for _, r := range rows {
		label, text := Clean(r.Label), Clean(r.Value)
		if r.Note != "" {
			text += " (" + Clean(r.Note) + ")"
		}
		if r.Part {
			label = "  " + label
		}
		for i, line := range wrap(text, Width-value+1) {
			if i > 0 {
				label = ""
			}
			t.Row(textfile.Left(indent+1, label), textfile.Left(value, line))
		}
	}
}

// wrap breaks a text into lines of at most width columns; a longer word has a line of its own.
func wrap(text string, width int) []string {
	var p textfile.Page
	p.Paragraph(0, width, text)
	return strings.Split(strings.TrimSuffix(p.String(), "\n"), "\n")
}

// printout sets a printout off from the text.
func (t *textWriter) printout(p Printout) {
	title := Clean(p.Title)
	t.Line("--- %s %s", title, strings.Repeat("-", max(3, Width-5-utf8.RuneCountInString(title))))
	for _, line := range Lines(p.Text) {
		t.Line("%s", line)
	}
	t.Line("%s", strings.Repeat("-", Width))
}

// textColumn is a column of a table as it is laid out in text.
type textColumn struct {
	Column
	index int
	title []string // lines
	width int
	from  int // first column of the page
	line  int // of a row
}

// table writes a table. Columns without an entry are left out and named; prose stands below its row; where the rest is
// wider than the page a row takes several lines.
func (t *textWriter) table(table Table) {
	if table.Caption != "" {
		t.paragraph(indent, table.Caption)
	}
	columns, prose, empty := layOut(table)
	lines := 0
	for _, c := range columns {
		lines = max(lines, c.line+1)
	}
	for line := range lines {
		deep := 0
		for _, c := range columns {
			if c.line == line {
				deep = max(deep, len(c.title))
			}
		}
		for i := range deep {
			t.line(columns, line, func(c textColumn) string {
				if at := i - deep + len(c.title); at >= 0 {
					return c.title[at]
				}
				return ""
			})
		}
	}
	for _, c := range prose {
		t.paragraph(indent+6, c.Column.Title)
	}
	write := func(row []string) {
		for line := range lines {
			t.line(columns, line, func(c textColumn) string { return Clean(cell(row, c.index)) })
		}
		for _, c := range prose {
			if text := Clean(cell(row, c.index)); text != "" {
				t.paragraph(indent+6, text)
			}
		}
	}
	rule := func() { t.Line("%s%s", strings.Repeat(" ", indent), strings.Repeat("-", Width-indent)) }
	rule()
	for _, row := range table.Rows {
		write(row)
	}
	if table.Total != nil {
		rule()
		write(table.Total)
	}
	if len(empty) > 0 {
		t.paragraph(indent, "Without entries: "+strings.Join(empty, ", ")+".")
	}
}

// line writes one line of a row.
func (t *textWriter) line(columns []textColumn, line int, text func(textColumn) string) {
	var cells []textfile.Cell
	for _, c := range columns {
		if c.line != line {
			continue
		}
		if c.Figures {
			cells = append(cells, textfile.Right(c.from+c.width-1, text(c)))
		} else {
			cells = append(cells, textfile.Left(c.from, text(c)))
		}
	}
	t.Row(cells...)
}

// layOut places the columns of a table side by side, and below each other where the page ends.
func layOut(table Table) (columns, prose []textColumn, empty []string) {
	line, next := 0, indent+1
	for i, column := range table.Columns {
		c := textColumn{Column: column, index: i}
		filled := false
		for _, row := range append(slices.Clip(table.Rows), table.Total) {
			n := utf8.RuneCountInString(Clean(cell(row, i)))
			c.width, filled = max(c.width, n), filled || n > 0
		}
		switch {
		case !filled && len(table.Rows) > 0:
			empty = append(empty, Clean(c.Title))
			continue
		case c.Prose:
			prose = append(prose, c)
			continue
		}
		for _, word := range strings.Fields(Clean(c.Title)) {
			c.width = max(c.width, utf8.RuneCountInString(word))
		}
		c.title = wrap(Clean(c.Title), c.width)
		if next > indent+1 && next+c.width-1 > Width {
			line, next = line+1, indent+7
		}
		c.from, c.line = next, line
		next += c.width + 2
		columns = append(columns, c)
	}
	return columns, prose, empty
}
