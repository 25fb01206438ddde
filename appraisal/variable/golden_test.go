package variable

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// TestGoldenUnrestricted recomputes every printed figure of RAT-STATS' unrestricted variable appraisals, from our own
// printout wherever the figure stands in one.
func TestGoldenUnrestricted(t *testing.T) {
	goldentest.Run(t, "variable_unrestricted", func(c *goldentest.Case) {
		var in struct {
			Format     Format `json:"format"`
			Universe   int64  `json:"universe_size"`
			Data       string `json:"data_csv"`
			Correction *struct {
				Line         int
				Listed, Used string
			} `json:"correction"`
		}
		c.Decode(&in)
		columns := map[Format][]string{FormatExaminedAudited: {"examined", "audited"}, FormatExamined: {"examined"}, FormatDifference: {"difference"}}[in.Format]
		var file strings.Builder // the data as a RAT-STATS data file
		values := make([][]string, len(columns))
		for k, name := range columns {
			values[k] = c.Column(in.Data, name)
		}
		for i := range values[0] {
			fmt.Fprintf(&file, "%d", i+1)
			for k := range columns {
				v := values[k][i]
				if in.Correction != nil && in.Correction.Line == i+1 {
					if v != in.Correction.Listed {
						c.T().Fatalf("line %d is %s, not %s", i+1, v, in.Correction.Listed)
					}
					v = in.Correction.Used
				}
				fmt.Fprintf(&file, "\t%s", v)
			}
			file.WriteByte('\n')
		}
		sample, err := ReadSample(strings.NewReader(file.String()), in.Format)
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.variable.unrestricted", Unrestricted{Universe: in.Universe, Sample: sample})
		r, err := Unrestricted{Universe: in.Universe, Sample: sample}.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		checkPrintout(c, r)
		if c.Has("screen") {
			checkScreen(c, r)
		}
		if c.Has("discussion") {
			c.Equal("discussion/difference_standard_deviation_4dp", exact.Commas(r.StandardDeviation, 4))
			c.Equal("discussion/difference_standard_error_mean_5dp", exact.Commas(r.StandardErrorMean, 5))
			c.Equal("discussion/difference_standard_error_total_1dp", exact.Commas(r.StandardError, 1))
		}
	})
}

// checkPrintout compares the lines of WriteText.
func checkPrintout(c *goldentest.Case, r UnrestrictedResult) {
	var out bytes.Buffer
	if err := r.WriteText(&out, Heading{Audit: "golden", Date: "4/5/2010", Time: "11:23", File: "DATA.TXT"}); err != nil {
		c.T().Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	at := 0
	next := func(label string) []string { // the values behind a label, from here on
		for ; at < len(lines); at++ {
			if rest, ok := strings.CutPrefix(strings.TrimSpace(lines[at]), label); ok {
				at++
				return strings.Fields(rest)
			}
		}
		c.T().Fatalf("no line %q in\n%s", label, out.String())
		return nil
	}
	if len(r.Sections()) == 3 {
		next("SIZE")
		f := strings.Fields(lines[at])
		for i, key := range []string{"sample_size", "examined_value", "nonzero_diffs", "total_of_diff_values", "total_of_aud_values"} {
			c.Equal("summary/"+key, f[i])
		}
	} else {
		next("SAMPLE SIZE")
		f := strings.Fields(lines[at])
		for i, key := range []string{"sample_size", "value_of_sample", "nonzero_items"} {
			c.Equal("summary/"+key, f[i])
		}
	}
	for _, s := range r.Sections() {
		path := string(s.Kind) + "/"
		f := next("MEAN / UNIVERSE")
		c.Equal(path+"mean", f[0])
		c.Equal(path+"universe", f[1])
		c.Equal(path+"standard_deviation", next("STANDARD DEVIATION")[0])
		c.Equal(path+"skewness", next("SKEWNESS")[0])
		c.Equal(path+"kurtosis", next("KURTOSIS")[0])
		c.Equal(path+"standard_error_mean", next("STANDARD ERROR (MEAN)")[0])
		total := next("STANDARD ERROR (TOTAL)")[0]
		if c.Has(path + "standard_error_total") { // the older layout has no such line
			c.Equal(path+"standard_error_total", total)
		}
		c.Equal(path+"point_estimate", next("POINT ESTIMATE")[0])
		for _, level := range []string{"80", "90", "95"} {
			next(level + "% CONFIDENCE LEVEL")
			conf := path + "confidence/" + level + "/"
			c.Equal(conf+"lower_limit", next("LOWER LIMIT")[0])
			c.Equal(conf+"upper_limit", next("UPPER LIMIT")[0])
			c.Equal(conf+"precision_amount", next("PRECISION AMOUNT")[0])
			c.Equal(conf+"precision_percent", next("PRECISION PERCENT")[0])
			c.Equal(conf+"t_value", next("T-VALUE USED")[0])
		}
	}
}

// checkScreen compares the figures as RAT-STATS' screens show them, with the zero before the point.
func checkScreen(c *goldentest.Case, r UnrestrictedResult) {
	money := func(d decimal.Decimal) string { return exact.Commas(d, 2) }
	whole := func(d decimal.Decimal) string { return exact.Commas(d, 0) }
	c.Equal("screen/data_file_summary", map[string]string{
		"sample_size": exact.CommasInt(r.SampleSize), "nonzero_differences": exact.CommasInt(r.Nonzero),
		"sum_of_examined_values": money(r.ExaminedSection.Total), "sum_of_audited_values": money(r.AuditedSection.Total),
		"sum_of_difference_values": money(r.Total),
	})
	s := r.ExaminedSection
	levels := map[string]any{}
	for _, i := range s.Intervals {
		levels[exact.String(i.Level.Shift(2))] = map[string]string{
			"lower_limit": whole(i.LowerLimit), "upper_limit": whole(i.UpperLimit), "precision_amount": whole(i.PrecisionAmount),
			"precision_percent": exact.Percent(i.PrecisionPercent), "t_value": exact.Fixed(i.Percentile, 12),
		}
	}
	c.Equal("screen/examined", map[string]any{
		"universe_size": exact.CommasInt(s.Universe), "sample_size": exact.CommasInt(s.SampleSize), "mean": money(s.Mean),
		"standard_deviation": money(s.StandardDeviation), "skewness": money(*s.Skewness), "kurtosis": money(*s.Kurtosis),
		"standard_error_mean": money(s.StandardErrorMean), "standard_error_total": whole(s.StandardError),
		"point_estimate": whole(s.PointEstimate), "confidence": levels,
	})
}
