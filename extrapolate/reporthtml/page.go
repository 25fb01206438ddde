package reporthtml

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/document"
)

// page collects elements. What was started is ended in its order, so that the page is well-formed as XML, too; texts and
// values of attributes are escaped here and nowhere else.
type page struct {
	bytes.Buffer
	open []string
}

// inText are elements within a line; all others end theirs. lines are elements whose content has lines of its own.
var (
	inText = []string{"a", "td", "th"} // a row of a table is a line
	lines  = []string{"html", "head", "body", "header", "nav", "main", "section", "ol", "ul", "dl", "figure", "div", "svg",
		"table", "thead", "tbody", "tfoot"}
)

// start begins an element with attributes as names and values in turn.
func (p *page) start(tag string, attributes ...string) {
	p.begin(tag, attributes)
	p.WriteByte('>')
	if slices.Contains(lines, tag) {
		p.WriteByte('\n')
	}
	p.open = append(p.open, tag)
}

func (p *page) begin(tag string, attributes []string) {
	p.WriteString("<" + tag)
	for i := 0; i+1 < len(attributes); i += 2 {
		p.WriteString(" " + attributes[i] + `="`)
		p.text(attributes[i+1])
		p.WriteByte('"')
	}
}

// end ends the element that was started last.
func (p *page) end() {
	tag := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	p.WriteString("</" + tag + ">")
	if !slices.Contains(inText, tag) {
		p.WriteByte('\n')
	}
}

// el writes an element with a text.
func (p *page) el(tag, text string, attributes ...string) {
	p.start(tag, attributes...)
	p.text(text)
	p.end()
}

// void writes an element without content.
func (p *page) void(tag string, attributes ...string) {
	p.begin(tag, attributes)
	p.WriteString(" />\n")
}

// cell writes the text of a cell. A long word gets places where it may be broken, so that it cannot push a table off the
// page; they are no part of the text and are not copied with it.
func (p *page) cell(tag, text string, attributes ...string) {
	const long, piece = 24, 12 // characters
	p.start(tag, attributes...)
	for i, word := range strings.Split(document.Clean(text), " ") {
		if i > 0 {
			p.WriteByte(' ')
		}
		letters := []rune(word)
		for len(letters) > long {
			p.text(string(letters[:piece]))
			p.WriteString("<wbr />")
			letters = letters[piece:]
		}
		p.text(string(letters))
	}
	p.end()
}

func (p *page) text(s string) { p.WriteString(html.EscapeString(document.Clean(s))) }
