package reporthtml

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/document/documenttest"
)

func plain(place string) string { return "the " + place }

func written(t testing.TB, d document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// element is a start tag with its attributes.
type element struct {
	tag        string
	attributes map[string]string
	within     []string
}

// parsed is a page as a strict parser of XML sees it.
type parsed struct {
	elements []element
	texts    []string // in order, that of an element in one piece
}

func parse(t testing.TB, page string) (p parsed) {
	t.Helper()
	in := xml.NewDecoder(strings.NewReader(page))
	var open []string
	for {
		token, err := in.Token()
		if err == io.EOF {
			return p
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, page)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{tag: token.Name.Local, attributes: map[string]string{}, within: slices.Clone(open)}
			for _, a := range token.Attr {
				if _, twice := e.attributes[a.Name.Local]; twice {
					t.Fatalf("%s has %s twice", e.tag, a.Name.Local)
				}
				e.attributes[a.Name.Local] = a.Value
			}
			p.elements, open = append(p.elements, e), append(open, e.tag)
			if e.tag != "wbr" {
				p.texts = append(p.texts, "")
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(p.texts) > 0 && open != nil && !slices.Contains(open, "style") {
				p.texts[len(p.texts)-1] += string(token)
			}
		case xml.Comment:
			t.Fatalf("a comment: %s", token)
		}
	}
}

// allowed are the elements of a page, and the attributes that an element may have.
var allowed = map[string][]string{
	"html": {"lang"}, "head": {}, "meta": {"charset", "name", "content", "http-equiv"}, "title": {}, "style": {}, "body": {},
	"header": {}, "nav": {"aria-labelledby"}, "main": {}, "section": {"class", "id", "aria-labelledby"},
	"h1": {}, "h2": {"id"}, "h3": {"id"}, "p": {"class", "id"}, "ol": {}, "ul": {}, "li": {}, "a": {"href"},
	"dl": {"class"}, "dt": {}, "dd": {"class"}, "div": {"class", "role", "aria-label", "tabindex"},
	"table": {"class"}, "caption": {}, "thead": {}, "tbody": {}, "tfoot": {}, "tr": {}, "th": {"scope",
		"class"}, "td": {"class"}, "wbr": {},
	"pre": {"role", "aria-labelledby", "tabindex"}, "figure": {},
	"svg":  {"viewBox", "role", "aria-labelledby", "aria-describedby"},
	"text": {"x", "y", "dx", "dy", "class"}, "line": {"x1", "y1", "x2", "y2", "class"}, "rect": {"x", "y", "width", "height",
		"class"},
	"circle": {"cx", "cy", "r", "class"}, "polyline": {"points", "class"},
}

// numbers are the values of attributes that place something.
var numbers = regexp.MustCompile(`^-?\d+(\.\d)?(em)?$|^0\.35em$`)

// check holds a page against what every page keeps: no elements or attributes beside the known ones, so nothing that runs
// or loads; links within the page; names of what is drawn, boxed or listed; headings without gaps.
func check(t testing.TB, page string) parsed {
	t.Helper()
	p := parse(t, page)
	ids := map[string]bool{}
	for _, e := range p.elements {
		if id := e.attributes["id"]; id != "" {
			if ids[id] {
				t.Errorf("id %s stands twice", id)
			}
			ids[id] = true
		}
	}
	level, tables := 0, 0
	for _, e := range p.elements {
		attributes, known := allowed[e.tag]
		if !known {
			t.Errorf("element %s", e.tag)
		}
		for name, value := range e.attributes {
			if !slices.Contains(attributes, name) {
				t.Errorf("%s has an attribute %s", e.tag, name)
			}
			switch name {
			case "href":
				if !strings.HasPrefix(value, "#") || !ids[value[1:]] {
					t.Errorf("a link to %q", value)
				}
			case "aria-labelledby", "aria-describedby":
				if !ids[value] {
					t.Errorf("%s of %s is %q, which is not there", name, e.tag, value)
				}
			case "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "dx", "dy":
				if !numbers.MatchString(value) {
					t.Errorf("%s %s is %q", e.tag, name, value)
				}
			}
		}
		switch e.tag {
		case "h1", "h2", "h3":
			n := int(e.tag[1] - '0')
			if n > level+1 {
				t.Errorf("%s follows a heading of level %d", e.tag, level)
			}
			level = n
		case "th":
			if s := e.attributes["scope"]; s != "col" && s != "row" {
				t.Errorf("a header cell with scope %q", s)
			}
		case "table":
			tables++
		case "svg":
			if e.attributes["role"] != "img" || e.attributes["aria-labelledby"] == "" || e.attributes["aria-describedby"] == "" {
				t.Error("a drawing without a name or a description")
			}
		}
	}
	if n := strings.Count(page, "<thead>"); n != tables {
		t.Errorf("%d heads of %d tables", n, tables)
	}
	return p
}

// TestNothingFromElsewhere: neither page nor style sheet names a place outside, and nothing runs.
func TestNothingFromElsewhere(t *testing.T) {
	page := strings.ToLower(written(t, documenttest.Every(plain)))
	for _, bad := range []string{"http:", "https:", "//", "url(", "@import", "<script", "<link", "<img", "<iframe",
		"javascript", "expression(", "src="} {
		if i := strings.Index(page, bad); i >= 0 {
			t.Errorf("%q: %s", bad, page[max(0, i-40):i+40])
		}
	}
	if !strings.Contains(page, policyInPage) {
		t.Error("the policy is not in the page")
	}
}

const policyInPage = `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`

// TestEverythingIsThere: every text of the document stands in the page, in the document's order.
func TestEverythingIsThere(t *testing.T) {
	d := documenttest.Every(plain)
	page := check(t, written(t, d))
	rest := strings.Join(page.texts, "\n")
	for i, want := range documenttest.Texts(d) {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Fatalf("no %q where it belongs", want)
		}
		if i > 0 { // the title stands in the head, too
			rest = after
		}
	}
	for kind, want := range map[string]int{"svg": 4, "figure": 4, "table": 5, "tfoot": 5, "pre": 1, "section": 2, "h1": 1,
		"main": 1, "nav": 1, "header": 1} {
		if got := count(page, kind); got != want {
			t.Errorf("%d %s, want %d", got, kind, want)
		}
	}
}

func count(p parsed, tag string) (n int) {
	for _, e := range p.elements {
		if e.tag == tag {
			n++
		}
	}
	return n
}

// TestHostileTexts: whatever the texts are, the page has the elements that it has with plain ones, and the texts can be
// read, without what controls the display.
func TestHostileTexts(t *testing.T) {
	want := check(t, written(t, documenttest.Every(plain)))
	for _, hostile := range documenttest.Hostile {
		d := documenttest.Every(func(string) string { return hostile })
		got := check(t, written(t, d))
		tags := func(p parsed) (list []string) {
			for _, e := range p.elements {
				if e.tag != "wbr" {
					list = append(list, e.tag)
				}
			}
			return list
		}
		if !slices.Equal(tags(want), tags(got)) {
			t.Errorf("%q makes other elements", hostile)
		}
		if text := document.Clean(hostile); !slices.ContainsFunc(got.texts,
			func(s string) bool { return strings.TrimRight(s, "\n") == text }) {
			t.Errorf("%q is not there", hostile)
		}
	}
}

func TestSides(t *testing.T) {
	wide := document.Table{Columns: make([]document.Column, wideTable), Rows: make([][]string, shortTable+1)}
	d := document.Document{Sections: []document.Section{
		{Title: "narrow", Blocks: []document.Block{{Paragraph: "p"}}},
		{Title: "wide", Blocks: []document.Block{{Table: &wide}}},
		{Title: "printed", Blocks: []document.Block{{Printout: &document.Printout{Title: "t", Text: "x"}}}},
	}}
	page := written(t, d)
	check(t, page)
	for _, want := range []string{`<section class="section" id="section-1"`, `<section class="section wide" id="section-2"`,
		`<section class="section printed" id="section-3"`, "<table>", "<title>Report</title>"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	empty := document.Document{Title: "Alone", Sections: []document.Section{{Blocks: []document.Block{{},
		{Table: &document.Table{}}, {Chart: &document.Chart{}}}}}}
	if page := written(t, empty); strings.Contains(page, "<nav") || !strings.Contains(page, "<title>Alone</title>") {
		t.Error("contents of a single section, or no title")
	}
	if Write(&documenttest.FailAfter{Left: 10}, d) == nil {
		t.Error("the error of the writer is lost")
	}
}
