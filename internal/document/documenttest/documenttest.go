// Package documenttest has the documents that the tests of every form share.
package documenttest

import (
	"errors"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/document"
)

// Hostile are texts as nobody should be able to smuggle them into a report.
var Hostile = []string{
	`<script>alert(1)</script>`, `</title></style><img src=x onerror=alert(1)>`, `"><svg onload=alert(1)>`, `' onmouseover='alert(1)`,
	`&lt;b&gt; &amp; &#60;`, `]]> <!-- --> <![CDATA[`, `javascript:alert(1)`, `{{.}} ${x} <% %>`,
	"# title\n\n1. list\n- [x] task\n> quote\n***\n```\ncode", `[link](https://example.org "t") ![image](//example.org/x.png) <https://example.org>`,
	"https://example.org www.example.org someone@example.org", `| a | b | *em* **strong** _em_ ~~gone~~ \*`, "`code` ``x`` ````", `$$x^2$$ $a$`,
	"two\r\nlines\tand\x00\x07\x1b[31m control\u0085", "right\u202eto left\u2066 and \u2028 separators \u200f", "not UTF-8: \xff\xfe", "no character: \uFFFE\uFDD0",
	"1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890", "1. first", "+ plus", "    indented",
}

// Blocks are small blocks of every kind in JSON.
var Blocks = []string{
	`{"heading":"h"}`, `{"paragraph":"1. p"}`, `{"list":["a","- b"]}`, `{"figures":[{"label":"l","value":"v","note":"n"}]}`, `{"rows":[{"label":"l","value":"v","part":true}]}`,
	`{"terms":[{"label":"l","value":"v"}]}`, `{"printout":{"title":"t","text":"a\n` + "```" + `\nb"}}`, `{}`,
	`{"table":{"caption":"c","columns":[{"title":"a"},{"title":"b","figures":true},{"title":"c","prose":true}],"rows":[["1","2","3"],["4"]],"total":["5"]}}`,
	`{"chart":{"kind":"bars","title":"t","alternative":"a","x":{"title":"x","unit":"count"},"points":[{"label":"p","value":"3"}],"table":{"columns":[],"rows":[]}}}`,
}

// Every returns a document with every kind of block, whose texts are made by a function from a text that says where it is.
func Every(text func(place string) string) document.Document {
	rows := func(place string) []document.Row {
		return []document.Row{{Label: text(place + " label"), Value: text(place + " value")},
			{Label: text(place + " part"), Value: text(place + " 2"), Part: true}}
	}
	table := func(place string) document.Table {
		return document.Table{
			Caption: text(place + " caption"),
			Columns: []document.Column{{Title: text(place + " name")}, {Title: text(place + " amount"), Figures: true},
				{Title: text(place + " empty")},
				{Title: text(place + " words"), Prose: true}},
			Rows: [][]string{{text(place + " row 1"), "1,234.50", "", text(place + " prose")},
				{text(place + " row 2"), "-7.25"}},
			Total: []string{text(place + " total"), "1,227.25"},
		}
	}
	chart := func(kind document.ChartKind, points ...document.Point) document.Block {
		t := table(string(kind))
		return document.Block{Chart: &document.Chart{
			Kind: kind, Title: text(string(kind) + " title"), Alternative: text(string(kind) + " alternative"),
			X: document.Axis{Title: text(string(kind) + " x"),
				Unit: document.Dollars}, Y: document.Axis{Title: text(string(kind) + " y"), Unit: document.Count},
			Points: points, Target: &document.Point{Label: text("target"), Value: decimaltest.Dec("25")}, Table: t,
		}}
	}
	point := func(label, low, value, high string, marked bool) document.Point {
		return document.Point{Label: text(label), Low: decimaltest.Dec(low), Value: decimaltest.Dec(value),
			High: decimaltest.Dec(high), Marked: marked}
	}
	points := []document.Point{point("a", "0", "10", "20", false), point("b", "20", "40", "50.5", true),
		point("c", "50.5", "25", "80", false)}
	t := table("table")
	figures := rows("figure")
	figures[0].Note = text("note")
	return document.Document{
		Title: text("title"), Subtitle: text("subtitle"), Rows: rows("cover"),
		Sections: []document.Section{
			{Title: text("section one"), Blocks: []document.Block{
				{Figures: figures}, {Paragraph: text("paragraph")}, {Heading: text("heading")}, {List: []string{text("item 1"), text("item 2")}},
				{Rows: rows("row")}, {Terms: rows("term")}, {Table: &t},
			}},
			{Title: text("section two"), Blocks: []document.Block{
				chart(document.Bars, points...), chart(document.Histogram, points...), chart(document.Intervals,
					points...), chart(document.Curve, points...),
				{Printout: &document.Printout{Title: text("printout"), Text: text("line 1") + "\n" + text("line 2") + "\n"}},
			}},
		},
	}
}

// Texts returns every text of a document in the order in which all forms have them.
func Texts(d document.Document) (texts []string) {
	add := func(list ...string) { texts = append(texts, list...) }
	rows := func(list []document.Row) {
		for _, r := range list {
			add(r.Label, r.Value, r.Note)
		}
	}
	table := func(t document.Table) {
		add(t.Caption)
		for _, c := range t.Columns {
			add(c.Title)
		}
		for _, row := range append(append([][]string{}, t.Rows...), t.Total) {
			add(row[:min(len(row), len(t.Columns))]...)
		}
	}
	add(d.Title, d.Subtitle)
	rows(d.Rows)
	for _, s := range d.Sections {
		add(s.Title)
		for _, b := range s.Blocks {
			add(b.Heading, b.Paragraph)
			add(b.List...)
			rows(b.Figures)
			rows(b.Rows)
			rows(b.Terms)
			if b.Chart != nil {
				add(b.Chart.Title, b.Chart.Alternative)
				table(b.Chart.Table)
			}
			if b.Table != nil {
				table(*b.Table)
			}
			if b.Printout != nil {
				add(b.Printout.Title)
				add(document.Lines(b.Printout.Text)...)
			}
		}
	}
	return texts
}

var errFull = errors.New("no room")

// FailAfter is a writer that fails after some bytes.
type FailAfter struct{ Left int }

// Write takes bytes as long as there is room.
func (w *FailAfter) Write(p []byte) (int, error) {
	if len(p) > w.Left {
		return w.Left, errFull
	}
	w.Left -= len(p)
	return len(p), nil
}
