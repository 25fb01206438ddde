package samplesize

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/goldentest"
)

// goldenAxes are levels and precisions as the manuals have them, in percent.
type goldenAxes struct {
	Precisions []json.Number `json:"precision_percent"`
	Levels     []json.Number `json:"confidence_percent"`
}

func (a goldenAxes) fractions() (levels, precisions []decimal.Decimal) {
	list := func(percents []json.Number) []decimal.Decimal {
		var list []decimal.Decimal
		for _, v := range percents {
			list = append(list, decimal.RequireFromString(v.String()).Shift(-2))
		}
		return list
	}
	return list(a.Levels), list(a.Precisions)
}

// page is a printout of ours, line by line.
type page []string

func printed(t testing.TB, write func(io.Writer, Heading) error) page {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, Heading{Date: "5/11/2010", Time: "21:52"}); err != nil {
		t.Fatal(err)
	}
	return strings.Split(out.String(), "\n")
}

// values returns what stands behind a label, in every line that has it.
func (p page) values(label string) []string {
	var list []string
	for _, line := range p {
		if v, ok := strings.CutPrefix(strings.TrimSpace(line), label+": "); ok {
			list = append(list, v)
		}
	}
	return list
}

func (p page) value(t testing.TB, label string) string {
	t.Helper()
	list := p.values(label)
	if len(list) != 1 {
		t.Fatalf("%d lines %q", len(list), label)
	}
	return list[0]
}

func (p page) note(mark string) string {
	if strings.Contains(strings.Join(p, "\n"), "NOTE ("+mark+")") {
		return "yes"
	}
	return "no"
}

var blanks = regexp.MustCompile(`\s{2,}`)

// columns splits a line where two blanks or more stand.
func columns(line string) []string { return blanks.Split(strings.TrimSpace(line), -1) }

// goldenTable is a table as the golden data has it.
type goldenTable struct {
	Columns []string   `json:"columns"`
	Rows    []string   `json:"rows"`
	Cells   [][]string `json:"cells"`
}

// tables finds the tables: a line of percentages below "Confidence Level", and lines of a percentage and sizes.
func (p page) tables() []goldenTable {
	var list []goldenTable
	for i, line := range p {
		if strings.TrimSpace(line) != "Confidence Level" {
			continue
		}
		t := goldenTable{Columns: columns(p[i+1])}
		for _, row := range p[i+2:] {
			f := columns(strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(row), "Precision "), "Level "))
			if len(f) != len(t.Columns)+1 {
				break
			}
			t.Rows, t.Cells = append(t.Rows, f[0]), append(t.Cells, f[1:])
		}
		list = append(list, t)
	}
	return list
}

// TestGoldenProbe compares every cell, mark and figure of RAT-STATS' probe sample tables with our printout.
func TestGoldenProbe(t *testing.T) {
	goldentest.Run(t, "size_variable_probe", func(c *goldentest.Case) {
		var in struct {
			Values   []decimal.Decimal `json:"probe_values"`
			Universe int64             `json:"universe_size"`
			goldenAxes
		}
		c.Decode(&in)
		p := Probe{Universe: in.Universe, Overpayments: in.Values}
		p.Levels, p.Precisions = in.fractions()
		c.Request("samplesize.probe", p)
		table, err := p.Table()
		if err != nil {
			c.T().Fatal(err)
		}
		page := printed(c.T(), table.WriteText)
		c.Equal("estimated_mean", page.value(c.T(), "Estimated Mean"))
		c.Equal("estimated_std_deviation", page.value(c.T(), "Estimated Std. Deviation"))
		c.Equal("universe_size", page.value(c.T(), "Universe Size"))
		c.Equal("table", page.tables()[0])
		c.Equal("note_asterisk", page.note("*"))
	})
}
