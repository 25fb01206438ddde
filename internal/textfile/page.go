// Package textfile writes printouts in columns and reads the text files of RAT-STATS.
package textfile

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Version is the version of this module, printed on every page and in every report.
const Version = "0.1.0"

// Software is how printouts and reports name this software.
const Software = "iromath " + Version

// Subtitle is the second line of every printout: it stands where RAT-STATS has the name of the agency's office, and says
// that this is none.
const Subtitle = "claims-review mathematics - not a government program"

// Heading is what stands at the top of a printout beside its title. Every field is optional and printed as given.
type Heading struct {
	// Audit is the name of the audit or review. RAT-STATS takes up to 40 characters.
	Audit string `json:"audit,omitempty"`
	// Date and Time of the run, as they are to be printed.
	Date string `json:"date,omitempty"`
	Time string `json:"time,omitempty"`
	// File is the data file read or written.
	File string `json:"file,omitempty"`
}

// Page collects the lines of a printout.
type Page struct{ buf bytes.Buffer }

// Cell is a text at its place in a line.
type Cell struct {
	start, end int // 1-based; one of them is 0
	text       string
}

// Left is a text that starts at a column, counted from 1.
func Left(start int, text string) Cell { return Cell{start: start, text: text} }

// Right is a text that ends at a column, counted from 1.
func Right(end int, text string) Cell { return Cell{end: end, text: text} }

// Center is a text in the middle of a line of the given width, half a column to the left where it cannot be exact.
func Center(width int, text string) Cell {
	return Cell{start: max(0, (width-utf8.RuneCountInString(text))/2) + 1, text: text}
}

// Row writes one line. Cells come from left to right; one that finds its place taken moves right and keeps a blank before
// it, so that nothing is ever cut off or run together.
func (p *Page) Row(cells ...Cell) {
	var line strings.Builder
	width := 0
	for _, c := range cells {
		if c.text == "" {
			continue
		}
		text := strings.Map(blankControl, c.text)
		n := utf8.RuneCountInString(text)
		start := c.start
		if start == 0 {
			start = c.end - n + 1
		}
		gap := max(start-1-width, 0)
		if width > 0 {
			gap = max(gap, 1)
		}
		line.WriteString(strings.Repeat(" ", gap))
		line.WriteString(text)
		width += gap + n
	}
	p.buf.WriteString(strings.TrimRight(line.String(), " "))
	p.buf.WriteByte('\n')
}

// blankControl makes a blank of a control character, so that a name with a line break in it cannot imitate a line of
// figures.
func blankControl(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// Line writes a formatted line.
func (p *Page) Line(format string, args ...any) {
	p.buf.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " "))
	p.buf.WriteByte('\n')
}

// Blank writes an empty line.
func (p *Page) Blank() { p.buf.WriteByte('\n') }

// String returns what was written.
func (p *Page) String() string { return p.buf.String() }

// WriteTo writes the page to w.
func (p *Page) WriteTo(w io.Writer) (int64, error) { return p.buf.WriteTo(w) }

// Width is the width of a printout in RAT-STATS' text files.
const Width = 78

// Top writes the lines that every printout starts with: software (in the place of RAT-STATS' agency lines), date,
// title and time.
func (p *Page) Top(title string, h Heading) {
	p.Row(Center(Width, Software))
	p.Row(Center(Width, Subtitle))
	date, clock := "", ""
	if h.Date != "" {
		date = "Date: " + h.Date
	}
	if h.Time != "" {
		clock = "Time: " + h.Time
	}
	p.Row(Left(1, date), Center(Width, title), Left(66, clock))
}

// Paragraph writes a text in lines of at most width columns, each behind indent blanks.
func (p *Page) Paragraph(indent, width int, text string) {
	var line strings.Builder
	flush := func() {
		if line.Len() > 0 {
			p.buf.WriteString(strings.Repeat(" ", indent) + line.String() + "\n")
			line.Reset()
		}
	}
	for _, word := range strings.Fields(strings.Map(blankControl, text)) {
		if n := utf8.RuneCountInString(line.String()); n > 0 && indent+n+1+utf8.RuneCountInString(word) > width {
			flush()
		}
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(word)
	}
	flush()
}
