package attribute

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/decimaltest"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
	"github.com/iromath/iromath/sampling"
)

// goldenRHCUnit is a unit of the golden data, of any level.
type goldenRHCUnit struct {
	ID         string          `json:"id"`
	Secondary  int64           `json:"secondary_universe"`
	Third      int64           `json:"third_universe"`
	Size       decimal.Decimal `json:"size"`
	GroupSize  decimal.Decimal `json:"group_size"`
	GroupUnits int64           `json:"group_units"`
	Units      []goldenRHCUnit `json:"units"`
	Sample     int64           `json:"sample"`
	Count      int64           `json:"count"`
}

func (u goldenRHCUnit) row() sampling.RHCRow {
	return sampling.RHCRow{Name: u.ID, SubUnits: max(u.Secondary, u.Third), Size: u.Size,
		GroupSize: u.GroupSize, UnitsInGroup: u.GroupUnits}
}

type goldenRHCInput struct {
	Units    []goldenRHCUnit `json:"primary_units"`
	Data     [][]int64       `json:"data"`
	DataFile string          `json:"data_file"`
	UnitFile string          `json:"unit_file"`
	Assumed  int64           `json:"third_stage_universe_assumed"`
}

// rhcSameAsFiles reads the files of a case, if it has any, and wants the design that the case lists.
func rhcSameAsFiles[Design any](c *goldentest.Case, in goldenRHCInput, listed Design,
	read func(units, data string) (Design, error),
) {
	if in.DataFile == "" {
		return
	}
	file := func(name string) string {
		text, err := goldentest.File(name)
		if err != nil {
			c.T().Fatal(err)
		}
		return string(text)
	}
	got, err := read(file(in.UnitFile), file(in.DataFile))
	if err != nil {
		c.T().Fatal(err)
	}
	if diff := cmp.Diff(listed, got); diff != "" {
		c.T().Error(diff)
	}
}

// goldenRHCLimits compares the intervals, which stand side by side.
func goldenRHCLimits(c *goldentest.Case, l *goldentest.Lines) {
	l.Find("CONFIDENCE LEVEL")
	for _, row := range [][2]string{{"LOWER LIMIT", "lower"}, {"UPPER LIMIT", "upper"}, {"PRECISION AMOUNT", "precision_amount"},
		{"PRECISION PERCENT", "precision_percent"}, {"Z-VALUE USED", "z"}} {
		f := l.Find(row[0])
		for k, level := range []string{"80", "90", "95"} {
			if path := "limits/" + level + "/" + row[1]; c.Has(path) { // a screen has fewer
				c.Equal(path, f[len(f)-3+k])
			}
		}
	}
}

// rhcFraction prints a proportion as the manual's text does: ".032".
func rhcFraction(d decimal.Decimal) string { return exact.Print(d, 3) }

func rhcWhole(d decimal.Decimal) string { return exact.Commas(d, 0) }

// TestGoldenRHCTwoStage recomputes every printed figure of RAT-STATS' RHC two stage attribute appraisals, from our own
// printout wherever the figure stands in one.
func TestGoldenRHCTwoStage(t *testing.T) {
	goldentest.Run(t, "attribute_rhc_two_stage", func(c *goldentest.Case) {
		var in goldenRHCInput
		c.Decode(&in)
		var d RHCTwoStage
		for i, u := range in.Units {
			d.Units = append(d.Units, RHCUnit{u.row(), Sample{in.Data[i][1], in.Data[i][2]}})
		}
		rhcSameAsFiles(c, in, d, func(units, data string) (RHCTwoStage, error) {
			return ReadRHCTwoStage(strings.NewReader(units), strings.NewReader(data))
		})
		c.Request("appraisal.attribute.rhc_two_stage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		var out bytes.Buffer
		if err := r.WriteText(&out, Heading{Audit: "Example", Date: "4/21/2010", Time: "14:40", File: "RHC2DATA.TXT"}); err != nil {
			c.T().Fatal(err)
		}
		l := c.Lines(out.String())
		if c.Has("sample") {
			table := func(path, from string, keys ...string) {
				l.Find(from)
				for i := range d.Units {
					l.Equal(fmt.Sprintf("%s/%d", path, i), 0, keys...)
				}
			}
			table("sample", "=======", "unit", "sample", "count")
			l.Equal("sample_totals", 1, "sample", "count")
			table("primary_units", "====", "unit", "id", "secondary_universe", "size", "group_size", "group_units")
			l.Equal("primary_totals", 1, "secondary_universe", "size", "group_size", "group_units")
			table("estimates", "====", "unit", "sample", "mean", "secondary_universe", "sizes_ratio", "point_estimate")
			l.Equal("estimate_totals", 1, "sample", "secondary_universe", "point_estimate")
			table("variance", "====", "unit", "within", "between", "total")
			l.Equal("variance_totals", 1, "within", "between", "total")
			c.Equal("primary_sampled", l.Value("PRIMARY UNITS SAMPLED:"))
			c.Equal("primary_not_sampled", l.Value("PRIMARY UNITS NOT SAMPLED:"))
			c.Equal("primary_population", l.Value("PRIMARY UNITS IN POPULATION:"))
			c.Equal("projected", l.Value("PROJECTED QUANTITY IN UNIVERSE:"))
			c.Equal("standard_error", l.Value("STANDARD ERROR:"))
		}
		if c.Has("limits") {
			goldenRHCLimits(c, l)
		}
		if c.Has("screen") { // User's Guide 3-49
			c.Equal("screen", map[string]string{
				"primary_universe": exact.CommasInt(r.Stages[0].Universe), "primary_sample": exact.CommasInt(r.Stages[0].SampleSize),
				"secondary_universe": exact.CommasInt(r.Stages[1].Universe), "secondary_sample": exact.CommasInt(r.Stages[1].SampleSize),
				"projected": rhcWhole(r.PointEstimate), "standard_error": rhcWhole(r.StandardError),
			})
		}
		if c.Has("text") { // Companion Manual 2-33, 2-34
			cents := func(d decimal.Decimal) string { return exact.Commas(d, 2) }
			text := map[string]string{
				"total": rhcWhole(r.PointEstimate), "v2": cents(r.WithinVariance), "v1": cents(r.BetweenVariance), "v": cents(r.Variance),
				"se": rhcWhole(r.StandardError),
			}
			for i, u := range r.Units {
				text[fmt.Sprintf("p%d", i+1)], text[fmt.Sprintf("t%d", i+1)] = rhcFraction(u.Mean), cents(u.PointEstimate)
			}
			for _, level := range []string{"90", "95"} {
				in, _ := r.At(decimaltest.Dec("0." + level))
				text["lower_"+level], text["upper_"+level] = rhcWhole(in.LowerLimit), rhcWhole(in.UpperLimit)
				if level == "90" {
					text["precision_percent_90"] = exact.Percent(in.PrecisionPercent)
				}
			}
			c.Equal("text", text)
		}
	})
}

// TestGoldenRHCThreeStage does the same for three stages.
func TestGoldenRHCThreeStage(t *testing.T) {
	goldentest.Run(t, "attribute_rhc_three_stage", func(c *goldentest.Case) {
		var in goldenRHCInput
		c.Decode(&in)
		var d RHCThreeStage
		for _, p := range in.Units {
			primary := RHCPrimaryUnit{RHCRow: p.row()}
			for _, u := range p.Units {
				primary.Units = append(primary.Units, RHCUnit{u.row(), Sample{u.Sample, u.Count}})
			}
			d.Units = append(d.Units, primary)
		}
		rhcSameAsFiles(c, in, d, func(units, data string) (RHCThreeStage, error) {
			return ReadRHCThreeStage(strings.NewReader(units), strings.NewReader(data))
		})
		d.ThirdUniverse = in.Assumed
		c.Request("appraisal.attribute.rhc_three_stage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		var out bytes.Buffer
		if err := r.WriteText(&out, Heading{Audit: "RHC 3-Stage", Date: "5/3/2010", Time: "10:04", File: "RHC3DATA.TXT"}); err != nil {
			c.T().Fatal(err)
		}
		l := c.Lines(out.String())
		if c.Has("sample") {
			goldenRHCTables(c, l, d)
		}
		if c.Has("limits") {
			goldenRHCLimits(c, l)
		}
		if c.Has("screen") { // User's Guide 3-63
			c.Equal("screen", map[string]string{
				"primary_universe": exact.CommasInt(r.Stages[0].Universe), "primary_sample": exact.CommasInt(r.Stages[0].SampleSize),
				"secondary_universe": exact.CommasInt(r.Stages[1].Universe), "secondary_sample": exact.CommasInt(r.Stages[1].SampleSize),
				"projected": rhcWhole(r.PointEstimate), "standard_error": rhcWhole(r.StandardError),
			})
		}
		if c.Has("text") { // Companion Manual 2-53, 2-55
			last, _ := r.At(decimaltest.Dec("0.95"))
			share, _ := r.Proportion.At(decimaltest.Dec("0.95"))
			u := r.Units[0].Units[0]
			text := map[string]string{
				"p": rhcFraction(r.Proportion.PointEstimate), "p_se": rhcFraction(r.Proportion.StandardError),
				"lower_95": rhcFraction(share.LowerLimit), "upper_95": rhcFraction(share.UpperLimit),
				"region4": rhcWhole(r.Units[0].PointEstimate), "univ85_group": rhcWhole(u.PointEstimate),
				"univ85_ratio": exact.Commas(u.SizesRatio, 4), "total": rhcWhole(r.PointEstimate), "se": rhcWhole(r.StandardError),
				"precision_95": rhcWhole(last.PrecisionAmount), "total_lower_95": rhcWhole(last.LowerLimit),
				"total_upper_95": rhcWhole(last.UpperLimit),
			}
			for i, p := range r.Units {
				text[fmt.Sprintf("audited_%d", i+1)] = exact.CommasInt(p.SampleSize)
			}
			c.Equal("text", text)
		}
	})
}

// goldenRHCTables compares the tables of three stages.
func goldenRHCTables(c *goldentest.Case, l *goldentest.Lines, d RHCThreeStage) {
	l.Find("====")
	for i, p := range d.Units {
		path := fmt.Sprintf("sample/%d", i)
		l.Equal(path, 0, "id")
		for j := range p.Units {
			l.Equal(fmt.Sprintf("%s/units/%d", path, j), 0, "id", "third_universe", "sample", "count")
		}
	}
	l.Equal("sample_totals", 1, "third_universe", "sample", "count")
	l.Find("====")
	for i, p := range d.Units {
		path := fmt.Sprintf("estimates/%d", i)
		l.Equal(path, 0, "id")
		for j := range p.Units {
			l.Equal(fmt.Sprintf("%s/units/%d", path, j), 0, "id", "mean", "sizes_ratio", "point_estimate")
		}
		l.Equal(path, 1, "total")
	}
	l.Find("====")
	for i := range d.Units {
		l.Equal(fmt.Sprintf("variance/%d", i), 0, "id", "within", "between", "total")
	}
	l.Find("====")
	l.Equal("combined", 0, "stage1", "stages2and3", "total")
	c.Equal("primary_sampled", l.Value("PRIMARY UNITS SAMPLED"))
	c.Equal("primary_not_sampled", l.Value("PRIMARY UNITS NOT SAMPLED"))
	c.Equal("primary_population", l.Value("TOTAL PRIMARY UNITS"))
	c.Equal("projected", l.Value("PROJECTED QUANTITY IN UNIVERSE"))
	c.Equal("standard_error", l.Value("STANDARD ERROR"))
}
