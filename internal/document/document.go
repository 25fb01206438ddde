// Package document is the content of a report apart from any form: one list of sections and blocks that the writers of
// text, Markdown and HTML all render, so that the forms cannot drift apart.
package document

import (
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/jsonform"
)

// Document is a report without a form. Texts in it may come from anywhere: every writer escapes them and takes control
// characters out. [Document.WriteText] and [Document.WriteMarkdown] are here; HTML is written by package
// extrapolate/reporthtml.
type Document struct {
	Title string `json:"title"`
	// Subtitle says what the document is about.
	Subtitle string `json:"subtitle,omitempty"`
	// Rows stand below the title: who, what, when.
	Rows     []Row     `json:"rows,omitempty"`
	Sections []Section `json:"sections"`
}

// MarshalJSON writes decimals as strings.
func (d Document) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// Section is a part with a title. Writers number the sections from 1.
type Section struct {
	Title  string  `json:"title"`
	Blocks []Block `json:"blocks"`
}

// Block is one of its fields; the others are empty.
type Block struct {
	// Heading is the title of what follows within a section.
	Heading   string   `json:"heading,omitempty"`
	Paragraph string   `json:"paragraph,omitempty"`
	List      []string `json:"list,omitempty"`
	// Figures are the few values that a reader looks for first.
	Figures []Row `json:"figures,omitempty"`
	Rows    []Row `json:"rows,omitempty"`
	// Terms are words with their meaning.
	Terms    []Row     `json:"terms,omitempty"`
	Table    *Table    `json:"table,omitempty"`
	Printout *Printout `json:"printout,omitempty"`
	Chart    *Chart    `json:"chart,omitempty"`
}

// Row is a label and its value.
type Row struct {
	Label string `json:"label"`
	Value string `json:"value"`
	// Note says more about the value, in figures only.
	Note string `json:"note,omitempty"`
	// Part marks a row that is a part of what stands above it.
	Part bool `json:"part,omitempty"`
}

// Table has a row of titles, rows and perhaps a line of totals. The first column names the row.
type Table struct {
	Caption string     `json:"caption,omitempty"`
	Columns []Column   `json:"columns"`
	Rows    [][]string `json:"rows"`
	Total   []string   `json:"total,omitempty"`
}

// cell is the text of a column in a row, "" where the row ends before it.
func cell(row []string, column int) string {
	if column >= len(row) {
		return ""
	}
	return row[column]
}

// Cell is the text of a column in a row of a table, "" where the row has none.
func (t Table) Cell(row []string, column int) string { return cell(row, column) }

// Column is a column of a table.
type Column struct {
	Title string `json:"title"`
	// Figures are set flush right.
	Figures bool `json:"figures,omitempty"`
	// Prose is a text of any length, which the text form puts below its row.
	Prose bool `json:"prose,omitempty"`
}

// Printout is a text with a layout of its own.
type Printout struct {
	Title string `json:"title"`
	Text  string `json:"text"`
}

// ChartKind names a kind of chart.
type ChartKind string

// The kinds of chart.
const (
	// Bars: a bar for each point, one below the other, with the point's label.
	Bars ChartKind = "bars"
	// Histogram: classes of a value beside each other, a column for each point from Low to High with the height Value. A
	// marked point is the open class at the end, all values above its Low.
	Histogram ChartKind = "histogram"
	// Intervals: for each point, one below the other, a line from Low to High with a mark at Value.
	Intervals ChartKind = "intervals"
	// Curve: a line through the points, Low being the place on the X axis and Value the height.
	Curve ChartKind = "curve"
)

// Unit says how the figures on an axis are written.
type Unit string

// The units.
const (
	Dollars Unit = "dollars"
	Percent Unit = "percent" // of figures that are in percent already
	Count   Unit = "count"
)

// Chart is a picture as data, with what it shows in words and in figures.
type Chart struct {
	Kind  ChartKind `json:"kind"`
	Title string    `json:"title"`
	// Alternative says in words what there is to see.
	Alternative string `json:"alternative"`
	// X is the horizontal axis, Y the vertical one of histograms and curves.
	X      Axis    `json:"x"`
	Y      Axis    `json:"y,omitzero"`
	Points []Point `json:"points"`
	// Target is a value of the Y axis to hold the curve against.
	Target *Point `json:"target,omitempty"`
	// Table has the same figures.
	Table Table `json:"table"`
}

// MarshalJSON writes decimals as strings.
func (c Chart) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// Axis is the title of an axis and the unit of its figures.
type Axis struct {
	Title string `json:"title"`
	Unit  Unit   `json:"unit"`
}

// Point is a value of a chart; the kinds of chart say what Low and High are.
type Point struct {
	Label string          `json:"label,omitempty"`
	Value decimal.Decimal `json:"value"`
	Low   decimal.Decimal `json:"low,omitzero"`
	High  decimal.Decimal `json:"high,omitzero"`
	// Marked points stand out.
	Marked bool `json:"marked,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (p Point) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }
