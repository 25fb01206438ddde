package goldentest

import (
	"strings"
	"testing"
)

// Page is one of our printouts, read from the top: At is the next line.
type Page struct {
	t     testing.TB
	Lines []string
	At    int
}

// NewPage starts to read a printout.
func NewPage(t testing.TB, text string) *Page { return &Page{t: t, Lines: strings.Split(text, "\n")} }

// Next goes behind the next line with a label and returns the fields behind the label.
func (p *Page) Next(label string) []string {
	p.t.Helper()
	for ; p.At < len(p.Lines); p.At++ {
		if _, rest, ok := strings.Cut(p.Lines[p.At], label); ok {
			p.At++
			return strings.Fields(rest)
		}
	}
	p.t.Fatalf("no line %q in\n%s", label, strings.Join(p.Lines, "\n"))
	return nil
}

// Row goes behind the next line that is not blank and returns its fields.
func (p *Page) Row() []string {
	p.t.Helper()
	for ; p.At < len(p.Lines); p.At++ {
		if f := strings.Fields(p.Lines[p.At]); len(f) > 0 {
			p.At++
			return f
		}
	}
	p.t.Fatal("the page ends")
	return nil
}
