package variable

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// printed is one of our printouts, read from the top.
type printed struct {
	*goldentest.Page
	t testing.TB
}

func printedBy(t testing.TB, write func(io.Writer, Heading) error) *printed {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, Heading{Audit: "golden", Date: "4/5/2010", Time: "11:23", File: "DATA.TXT"}); err != nil {
		t.Fatal(err)
	}
	return &printed{goldentest.NewPage(t, out.String()), t}
}

// confidence compares the lines of a confidence block; which is "t" or "z".
func (p *printed) confidence(c *goldentest.Case, path, which string) {
	p.t.Helper()
	for _, level := range []string{"80", "90", "95"} {
		p.Next(level + "% CONFIDENCE LEVEL")
		at := path + "/" + level + "/"
		c.Equal(at+"lower_limit", p.Next("LOWER LIMIT")[0])
		c.Equal(at+"upper_limit", p.Next("UPPER LIMIT")[0])
		c.Equal(at+"precision_amount", p.Next("PRECISION AMOUNT")[0])
		c.Equal(at+"precision_percent", p.Next("PRECISION PERCENT")[0])
		c.Equal(at+which+"_value", p.Next(strings.ToUpper(which) + "-VALUE USED")[0])
	}
}

// fieldsOf names the fields of a row.
func fieldsOf(row []string, names ...string) map[string]string {
	m := map[string]string{}
	for i, n := range names {
		m[n] = row[i]
	}
	return m
}

// screenLevels are the intervals as RAT-STATS' screens have them; which is "t" or "z".
func screenLevels(e appraisal.Estimate, which string) map[string]any {
	levels := map[string]any{}
	for _, i := range e.Intervals {
		levels[exact.String(i.Level.Shift(2))] = map[string]string{
			"lower_limit": exact.Commas(i.LowerLimit, 0), "upper_limit": exact.Commas(i.UpperLimit, 0),
			"precision_amount": exact.Commas(i.PrecisionAmount, 0), "precision_percent": exact.Percent(i.PrecisionPercent),
			which + "_value": exact.Fixed(i.Percentile, 12),
		}
	}
	return levels
}

// dataColumns writes CSV columns of the golden data as a data file of RAT-STATS.
func dataColumns(c *goldentest.Case, file string, names ...string) string {
	var text strings.Builder
	var columns [][]string
	for _, n := range names {
		columns = append(columns, c.Column(file, n))
	}
	for i := range columns[0] {
		for k := range columns {
			text.WriteString(" " + columns[k][i])
		}
		text.WriteString("\n")
	}
	return text.String()
}
