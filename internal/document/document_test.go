package document_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/document/documenttest"
)

func plain(place string) string { return "the " + place }

func written(t testing.TB, write func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func text(t testing.TB, d document.Document) string {
	return written(t, func(b *bytes.Buffer) error { return d.WriteText(b) })
}

func markdown(t testing.TB, d document.Document) string {
	return written(t, func(b *bytes.Buffer) error { return d.WriteMarkdown(b) })
}

// TestTextHasEverything: every text stands in the text form, titles of sections in capitals. Columns without entries come
// last, by name; prose comes below its row.
func TestTextHasEverything(t *testing.T) {
	d := documenttest.Every(func(place string) string {
		return "the·" + strings.ReplaceAll(place, " ",
			"·")
	}) // words that are not wrapped
	got := strings.ToLower(strings.Join(strings.Fields(text(t, d)), " "))
	for _, want := range documenttest.Texts(d) {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
	for _, want := range []string{
		"1. the·section·one -----", "2. the·section·two -----", "without entries: the·table·empty.",
		"the·table·name the·table·amount the·table·words -----", "the·table·row·1 1,234.50 the·table·prose the·table·row·2 -7.25 -----",
		"the·figure·value (the·note)", "----- the·line·1 the·line·2 -----",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestMarkdownHasEverything: every text stands in the Markdown in the document's order, every table with its delimiter row.
func TestMarkdownHasEverything(t *testing.T) {
	d := documenttest.Every(plain)
	rest := markdown(t, d)
	for _, want := range documenttest.Texts(d) {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Fatalf("no %q where it belongs", want)
		}
		rest = after
	}
	for _, want := range []string{
		"# the title\n", "\n## 1. the section one\n", "\n### the heading\n", "\n- the item 1\n- the item 2\n",
		"\n| the table name | the table amount | the table empty | the table words |\n|---|---:|---|---|\n| the table row 1 | 1,234.50 |  | the table prose |\n",
		"\n| **the table total** | **1,227.25** |  |  |\n", "\n```text\nthe line 1\nthe line 2\n```\n", "\n### the curve title\n\nthe curve alternative\n",
		"\n- **the term label**: the term value\n", "| the figure label | the figure value (the note) |\n",
	} {
		if !strings.Contains(markdown(t, d), want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestTextIsAPageWide: only words longer than a line go beyond it, whatever the columns of a table.
func TestTextIsAPageWide(t *testing.T) {
	for columns := 1; columns < 30; columns++ {
		table := &document.Table{Caption: "wide", Rows: make([][]string, 3), Total: []string{"total"}}
		for c := range columns {
			table.Columns = append(table.Columns, document.Column{Title: fmt.Sprintf("a long title %d", c),
				Figures: c%2 == 1, Prose: c%7 == 6})
			for r := range table.Rows {
				table.Rows[r] = append(table.Rows[r], fmt.Sprintf("cell-%d-%d", r, c))
			}
		}
		got := text(t, document.Document{Title: "t", Sections: []document.Section{{Title: "s",
			Blocks: []document.Block{{Table: table}}}}})
		for _, line := range strings.Split(got, "\n") {
			if utf8.RuneCountInString(line) > document.Width {
				t.Errorf("%d columns: %s", columns, line)
			}
		}
		for _, row := range table.Rows {
			for _, cell := range row {
				if strings.Count(got, cell+" ")+strings.Count(got, cell+"\n") != 1 {
					t.Errorf("%d columns: %s is not there once", columns, cell)
				}
			}
		}
	}
}

// escaped is a character that Markdown takes as it is.
var escaped = regexp.MustCompile(`\\.`)

// checkText: nothing but line ends controls how the text is shown.
func checkText(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Errorf("not UTF-8: %q", s)
	}
	for _, r := range s {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) || r == '\u2028' {
			t.Errorf("%q stands in the text", r)
		}
	}
}

// checkMarkdown: headings, items, table rows and fences stand where the document has them, and no text makes others.
func checkMarkdown(t *testing.T, d document.Document, s string) {
	t.Helper()
	checkText(t, s)
	headings, items := 1, 0
	for _, section := range d.Sections {
		headings++
		for _, b := range section.Blocks {
			switch {
			case b.Heading != "":
				headings++
			case b.Paragraph != "":
			case len(b.List) > 0:
				items += len(b.List)
			case len(b.Figures) > 0 || len(b.Rows) > 0:
			case len(b.Terms) > 0:
				items += len(b.Terms)
			case b.Table != nil || b.Printout != nil:
			case b.Chart != nil:
				headings++
			}
		}
	}
	fence := ""
	for _, line := range strings.Split(s, "\n") {
		switch {
		case fence != "":
			if strings.HasPrefix(line, fence) {
				if line != fence {
					t.Errorf("a fence is not closed by %q", line)
				}
				fence = ""
			}
			continue
		case strings.HasPrefix(line, "```"):
			fence = strings.TrimSuffix(line, "text")
			continue
		case strings.HasPrefix(line, "#"):
			headings--
		case strings.HasPrefix(line, "- "):
			items--
		}
		for _, bad := range []string{"<", ">", "://", "www.", "]("} {
			if strings.Contains(strings.ToLower(escaped.ReplaceAllString(line, "·")), bad) {
				t.Errorf("%q stands in %q", bad, line)
			}
		}
	}
	if headings != 0 || items != 0 || fence != "" {
		t.Errorf("%d headings and %d items are missing (below zero: too many), open fence %q in\n%s", headings, items, fence, s)
	}
}

func TestHostileTexts(t *testing.T) {
	for _, hostile := range documenttest.Hostile {
		d := documenttest.Every(func(place string) string { return hostile })
		checkText(t, text(t, d))
		checkMarkdown(t, d, markdown(t, d))
	}
}

// TestMarkdownEscapes holds single texts against their source, which CommonMark 0.31 and GitHub's extensions show as the text.
func TestMarkdownEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"plain text, 1,234.50 at 5%; (a) x - y #7 1. and so!": "plain text, 1,234.50 at 5%; (a) x - y #7 1. and so!",
		"-$3.10 to $4":                 `\-$3.10 to $4`,
		"$x$":                          `\$x\$`,
		"a_b*c`d[e]f|g~h\\i":           "a\\_b\\*c\\`d\\[e\\]f\\|g\\~h\\\\i",
		"<b>&amp;":                     "&lt;b&gt;&amp;amp;",
		"1. one":                       `1\. one`,
		"12) twelve":                   `12\) twelve`,
		"1.5 is a number":              "1.5 is a number",
		"# no heading":                 `\# no heading`,
		"+ no item":                    `\+ no item`,
		"  blanks \t run\n together  ": "blanks run together",
		"http://a WWW.b c@d":           `http\://a WWW\.b c\@d`,
	} {
		got := markdown(t, document.Document{Sections: []document.Section{{Blocks: []document.Block{{Paragraph: in}}}}})
		if _, paragraph, _ := strings.Cut(got, "## 1. \n\n"); paragraph != want+"\n" {
			t.Errorf("%q: %q, want %q", in, paragraph, want)
		}
	}
}

func TestJSON(t *testing.T) {
	decimaltest.RoundTrip(t, documenttest.Every(plain))
	d := documenttest.Every(plain)
	if d.WriteText(&documenttest.FailAfter{Left: 10}) == nil || d.WriteMarkdown(&documenttest.FailAfter{Left: 10}) == nil {
		t.Error("the error of the writer is lost")
	}
	empty := document.Document{Sections: []document.Section{{Blocks: []document.Block{
		{}, {Table: &document.Table{}}, {Chart: &document.Chart{}}, {Printout: &document.Printout{}},
	}}}}
	checkText(t, text(t, empty))
	checkMarkdown(t, empty, markdown(t, empty))
}
