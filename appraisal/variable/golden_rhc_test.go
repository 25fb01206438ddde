package variable

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// goldenRHCLimits compares the intervals.
func goldenRHCLimits(c *goldentest.Case, l *goldentest.Lines) {
	for _, level := range []string{"80", "90", "95"} {
		l.Find(level + "% CONFIDENCE LEVEL")
		path := "limits/" + level + "/"
		c.Equal(path+"lower", l.Value("LOWER LIMIT"))
		c.Equal(path+"upper", l.Value("UPPER LIMIT"))
		c.Equal(path+"precision_amount", l.Value("PRECISION AMOUNT"))
		c.Equal(path+"precision_percent", l.Value("PRECISION PERCENT"))
		c.Equal(path+"z", l.Value("Z-VALUE USED"))
	}
}

// goldenRHCInput are the files of a case.
type goldenRHCInput struct {
	Format Format `json:"data_format"`
	Data   string `json:"data_file"`
	Units  string `json:"unit_file"`
}

// files opens them. In the User's Guide's three-stage example the file on page 4-105 writes "REGION 3" where its printout
// (4-116) and the other illustrations of the same data have "REGION3": the run is taken to be of a file without the
// blank.
func (in goldenRHCInput) files(c *goldentest.Case) (units, data *strings.Reader) {
	read := func(name string) string {
		text, err := goldentest.File(name)
		if err != nil {
			c.T().Fatal(err)
		}
		return string(text)
	}
	return strings.NewReader(strings.ReplaceAll(read(in.Units), "REGION ", "REGION")), strings.NewReader(read(in.Data))
}

// TestGoldenRHCTwoStage recomputes every printed figure of RAT-STATS' RHC two stage variable appraisals from the manuals'
// files, out of our own printout wherever the figure stands in one.
func TestGoldenRHCTwoStage(t *testing.T) {
	goldentest.Run(t, "variable_rhc_two_stage", func(c *goldentest.Case) {
		var in goldenRHCInput
		c.Decode(&in)
		units, data := in.files(c)
		d, err := ReadRHCTwoStage(units, data, DataFile{Format: in.Format})
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.variable.rhc_two_stage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		var out bytes.Buffer
		if err := r.WriteText(&out, Heading{Audit: "RHC 2-Stage", Date: "3/15/2010", Time: "13:26", File: "DATARHC2.TXT"}); err != nil {
			c.T().Fatal(err)
		}
		l := c.Lines(out.String())
		table := func(path, from string, keys ...string) {
			l.Find(from)
			for i := range d.Units {
				l.Equal(fmt.Sprintf("%s/%d", path, i), 0, keys...)
			}
		}
		table("sample", "=======", "unit", "sample", "total", "nonzero")
		l.Equal("sample_totals", 1, "sample", "total", "nonzero")
		table("primary_units", "====", "unit", "id", "secondary_universe", "size", "group_size", "group_units")
		l.Equal("primary_totals", 1, "secondary_universe", "size", "group_size", "group_units")
		table("estimates", "====", "unit", "sample", "mean", "secondary_universe", "sizes_ratio", "point_estimate")
		l.Equal("estimate_totals", 1, "sample", "secondary_universe", "point_estimate")
		l.Find("P.U.")
		table("variance", "NBR", "unit", "within", "between", "total")
		l.Equal("variance_totals", 1, "within", "between", "total")
		c.Equal("primary_sampled", l.Value("PRIMARY UNITS SAMPLED:"))
		c.Equal("primary_not_sampled", l.Value("PRIMARY UNITS NOT SAMPLED:"))
		c.Equal("primary_population", l.Value("PRIMARY UNITS IN POPULATION:"))
		c.Equal("point_estimate", l.Value("POINT ESTIMATE OF POPULATION TOTAL:"))
		c.Equal("standard_error", l.Value("STANDARD ERROR"))
		goldenRHCLimits(c, l)
		whole := exact.Commas
		if c.Has("text") { // Companion Manual 3-45
			last, _ := r.At(dec("0.95"))
			c.Equal("text/variance_of_total", whole(r.Variance, 0))
			c.Equal("text/standard_error", whole(r.StandardError, 0))
			c.Equal("text/ci95", []string{whole(last.LowerLimit, 0), whole(last.UpperLimit, 0)})
		}
		if c.Has("screen") { // User's Guide 4-89, 4-96, 4-97
			u := r.Units[0]
			c.Equal("screen/unit1", map[string]string{
				"id": u.Name, "secondary_universe": exact.CommasInt(u.SubUnits), "sample": exact.CommasInt(u.SampleSize),
				"total_variance": whole(u.Variance, 0), "nonzero": exact.CommasInt(u.Nonzero), "mean": whole(u.Mean, 2),
				"point_estimate": whole(u.PointEstimate, 0),
			})
			c.Equal("screen/data_summary_unit1", map[string]string{
				"unit": "1", "sample": exact.CommasInt(u.SampleSize), "nonzero": exact.CommasInt(u.Nonzero), "sum": whole(u.Total, 2),
			})
			c.Equal("screen/overall", map[string]string{
				"secondary_universe": exact.CommasInt(r.Stages[1].Universe), "sample": exact.CommasInt(r.Stages[1].SampleSize),
				"total_variance": whole(r.Variance, 0), "standard_error": whole(r.StandardError, 0),
				"primary_sampled": exact.CommasInt(r.Stages[0].SampleSize), "primary_population": exact.CommasInt(r.Stages[0].Universe),
				"point_estimate": whole(r.PointEstimate, 0),
			})
		}
	})
}

// TestGoldenRHCThreeStage does the same for three stages.
func TestGoldenRHCThreeStage(t *testing.T) {
	goldentest.Run(t, "variable_rhc_three_stage", func(c *goldentest.Case) {
		var in goldenRHCInput
		c.Decode(&in)
		units, data := in.files(c)
		d, err := ReadRHCThreeStage(units, data, DataFile{Format: in.Format})
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.variable.rhc_three_stage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		var out bytes.Buffer
		if err := r.WriteText(&out, Heading{Audit: "RHC 3-Stage", Date: "5/22/2010", Time: "16:27", File: "DATARHC3.TXT"}); err != nil {
			c.T().Fatal(err)
		}
		l := c.Lines(out.String())
		l.Find("====")
		for i, p := range d.Units {
			path := fmt.Sprintf("sample/%d", i)
			l.Equal(path, 0, "id")
			for j := range p.Units {
				l.Equal(fmt.Sprintf("%s/units/%d", path, j), 0, "id", "third_universe", "sample", "value", "nonzero")
			}
			l.Equal(path+"/total", 1, "third_universe", "sample", "nonzero")
		}
		l.Equal("sample_totals", 1, "third_universe", "sample", "value", "nonzero")
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
		c.Equal("point_estimate", l.Value("OVERALL POINT ESTIMATE"))
		c.Equal("standard_error", l.Value("OVERALL STANDARD ERROR"))
		goldenRHCLimits(c, l)
		whole := exact.Commas
		b := r.Units[0]
		u := b.Units[0]
		if c.Has("text") { // Companion Manual 3-72
			first, _ := r.At(dec("0.80"))
			c.Equal("text/sizes_ratio_unit1", whole(u.SizesRatio, 4))
			c.Equal("text/ci80", []string{whole(first.LowerLimit, 0), whole(first.UpperLimit, 0)})
		}
		if c.Has("screen") { // User's Guide 4-120, 4-121
			c.Equal("screen/unit1", map[string]string{
				"id": u.Name, "third_universe": exact.CommasInt(u.SubUnits), "sample": exact.CommasInt(u.SampleSize),
				"nonzero": exact.CommasInt(u.Nonzero), "mean": whole(u.Mean, 2), "point_estimate": whole(u.PointEstimate, 0),
				"primary_within": whole(b.WithinVariance, 0), "primary_between": whole(b.BetweenVariance, 0),
				"primary_total": whole(b.Variance, 0),
			})
			c.Equal("screen/overall", map[string]string{
				"third_universe": exact.CommasInt(r.Stages[2].Universe), "sample": exact.CommasInt(r.Stages[2].SampleSize),
				"nonzero": exact.CommasInt(r.Nonzero), "standard_error": whole(r.StandardError, 0),
				"point_estimate": whole(r.PointEstimate, 0), "stage1": whole(r.Stage1Variance, 0),
				"stages2and3": whole(r.Stages2And3Variance, 0), "total": whole(r.Variance, 0),
			})
		}
	})
}
