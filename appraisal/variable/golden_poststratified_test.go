package variable

import (
	"math/big"
	"testing"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// TestGoldenPostStratified recomputes every printed figure of RAT-STATS' post stratification, from our own printout wherever
// the figure stands in one.
func TestGoldenPostStratified(t *testing.T) {
	goldentest.Run(t, "variable_post_stratified", func(c *goldentest.Case) {
		var in struct {
			Format  Format `json:"data_format"`
			Column  int    `json:"value_column"`
			Columns int    `json:"data_columns"`
			File    string `json:"data_file"`
			Units   string `json:"unit_file"`
		}
		c.Decode(&in)
		d, err := ReadPostStratified(goldenFile(c, in.Units), goldenFile(c, in.File),
			DataFile{Format: in.Format, Columns: []int{in.Column}, Total: in.Columns})
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.variable.post_stratified", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		p := printedBy(c.T(), r.WriteText)
		for i := range r.Strata {
			at := "strata/" + exact.CommasInt(int64(i))
			f := p.Next("Stratum ")
			c.Equal(at+"/stratum", f[0])
			c.Equal(at+"/sample", f[len(f)-2])
			c.Equal(at+"/universe", f[len(f)-1])
			c.Equal(at+"/mean", p.Next("MEAN")[0])
			c.Equal(at+"/standard_deviation", p.Next("STANDARD DEVIATION")[0])
			c.Equal(at+"/standard_error", p.Next("STANDARD ERROR (TOTAL)")[0])
			c.Equal(at+"/point_estimate", p.Next("POINT ESTIMATE")[0])
			p.blocks(c, at+"/limits", "z")
		}
		f := p.Next("OVERALL")
		c.Equal("overall/sample", f[len(f)-2])
		c.Equal("overall/universe", f[len(f)-1])
		c.Equal("overall/point_estimate", p.Next("POINT ESTIMATE")[0])
		deviation := p.Next("STANDARD ERROR (TOTAL)")[0]
		c.Equal("overall/standard_error", deviation)
		p.blocks(c, "overall/limits", "z")
		if c.Has("text") {
			checkPostStratifiedText(c, r, deviation)
		}
		if c.Has("screen") {
			checkPostStratifiedScreen(c, r)
		}
	})
}

// checkPostStratifiedText compares the figures of the discussion, which states variances.
func checkPostStratifiedText(c *goldentest.Case, r PostStratifiedResult, deviation string) {
	var strata []any
	sum := new(big.Rat)
	var parts []design.PostStratum
	for _, s := range r.Strata {
		parts = append(parts, design.PostStratum{Items: items(s.Sums), Universe: s.Universe})
	}
	exactParts, err := design.PostStratified(parts, false)
	if err != nil {
		c.T().Fatal(err)
	}
	for i, s := range r.Strata {
		v := exactParts[i].Variance
		sum.Add(sum, v)
		strata = append(strata, map[string]string{"mean": exact.Commas(s.Mean, 2),
			"variance":           exact.Commas(exact.Round(s.Sums.Variance()), 2),
			"standard_deviation": exact.Commas(s.StandardDeviation, 5), "variance_of_total": exact.Commas(exact.Round(v), 2),
			"standard_error": exact.Commas(s.StandardError, 2)})
	}
	c.Equal("text", map[string]any{"strata": strata, "variance_of_total": exact.Commas(exact.Round(sum), 0),
		"standard_error": deviation})
}

func checkPostStratifiedScreen(c *goldentest.Case, r PostStratifiedResult) {
	s := r.Strata[0]
	c.Equal("screen", map[string]any{
		"data_summary": map[string]string{"sample": exact.CommasInt(r.SampleSize),
			"nonzero": exact.CommasInt(r.Nonzero), "sum": exact.Commas(r.Total, 2)},
		"stratum1": map[string]string{"universe": exact.CommasInt(s.Universe),
			"sample": exact.CommasInt(s.SampleSize), "mean": exact.Commas(s.Mean, 2),
			"standard_deviation": exact.Commas(s.StandardDeviation, 2), "standard_error": exact.Commas(s.StandardError, 2),
			"point_estimate": exact.Commas(s.PointEstimate, 0)},
		"overall": map[string]string{"universe": exact.CommasInt(r.Universe), "sample": exact.CommasInt(r.SampleSize),
			"standard_error": exact.Commas(r.StandardError, 2), "point_estimate": exact.Commas(r.PointEstimate, 0)},
	})
}

// TestGoldenUnknownUniverse recomputes every printed figure of RAT-STATS' appraisals with an unknown universe size, and of
// the two unrestricted appraisals that they start from.
func TestGoldenUnknownUniverse(t *testing.T) {
	goldentest.Run(t, "variable_unknown_universe", func(c *goldentest.Case) {
		var in struct {
			Kind     string `json:"data_format"`
			File     string `json:"data_file"`
			Universe int64
			Sample1  *goldenMeasured
			Sample2  *goldenMeasured
		}
		c.Decode(&in)
		if in.Sample1 == nil {
			sample, err := ReadSample(goldenFile(c, in.File), Format(in.Kind))
			if err != nil {
				c.T().Fatal(err)
			}
			checkUnrestrictedOf(c, Unrestricted{Universe: in.Universe, Sample: sample})
			return
		}
		d := UnknownUniverse{Universe: in.Universe, Counts: in.Sample1.measured(), Amounts: in.Sample2.measured()}
		c.Request("appraisal.variable.unknown_universe", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		p := printedBy(c.T(), r.WriteText)
		c.Equal("input", map[string]any{"universe": func() string { p.Next("VARIABLE ATTRIBUTE"); return p.Next("UNIVERSE")[0] }(),
			"sample": p.Next("SAMPLE"), "mean": p.Next("MEAN"), "standard_deviation": p.Next("STANDARD DEVIATION")})
		p.table(c, [2]string{"POINT ESTIMATE", "point_estimate"}, [2]string{"STANDARD ERROR", "standard_error"})
		if c.Has("screen") {
			c.Equal("screen", map[string]string{"point_estimate": exact.Commas(r.PointEstimate, 0),
				"standard_error": exact.Commas(r.StandardError, 2)})
		}
		if c.Has("text") {
			checkUnknownText(c, r)
		}
	})
}

type goldenMeasured struct {
	Sample    int64
	Mean      string
	Deviation string `json:"standard_deviation"`
}

func (g goldenMeasured) measured() Measured {
	return Measured{SampleSize: g.Sample, Mean: dec(g.Mean), StandardDeviation: dec(g.Deviation)}
}

// checkUnknownText compares the discussion. It goes on with 5,939 items, as the printout of the first sample has them from
// the sum of its values, and with the standard errors as it prints them.
func checkUnknownText(c *goldentest.Case, r UnknownUniverseResult) {
	sample, err := ReadSample(goldenFile(c, "variable_datauniv.txt"), FormatExamined)
	if err != nil {
		c.T().Fatal(err)
	}
	first, err := Unrestricted{Universe: r.Universe, Sample: sample}.Appraise()
	if err != nil {
		c.T().Fatal(err)
	}
	items := exact.RoundInt(exact.Rat(first.PointEstimate))
	amounts := design.Items{Count: r.Amounts.SampleSize, Mean: exact.Rat(r.Amounts.Mean),
		Variance: exact.Rat(r.Amounts.StandardDeviation)}
	amounts.Variance.Mul(amounts.Variance, amounts.Variance)
	mean, err := design.Mean(new(big.Rat).SetInt(items), amounts, false)
	if err != nil {
		c.T().Fatal(err)
	}
	se1, se2 := exact.Commas(r.EstimatedUniverseStandardError, 3), exact.Print(exact.Sqrt(mean.Variance), 4)
	square := func(s string) *big.Rat {
		d := exact.Rat(dec(s))
		return d.Mul(d, d)
	}
	product := design.Product(design.Part{Total: new(big.Rat).SetInt(items), Variance: square(se1)},
		design.Part{Total: mean.Total, Variance: square("0" + se2)})
	c.Equal("text", map[string]string{
		"point_estimate": exact.Commas(r.PointEstimate,
			0), "estimated_universe": exact.CommasInt(items.Int64()), "se1": se1, "se2": se2,
		"variance_of_total": exact.Commas(exact.Round(product.Variance),
			0), "standard_error": exact.Commas(r.StandardError, 0),
	})
}

// checkUnrestrictedOf compares the lines of an unrestricted appraisal's printout.
func checkUnrestrictedOf(c *goldentest.Case, u Unrestricted) {
	r, err := u.Appraise()
	if err != nil {
		c.T().Fatal(err)
	}
	p := printedBy(c.T(), r.WriteText)
	p.Next("SAMPLE SIZE")
	f := p.Row()
	for i, key := range []string{"sample", "value", "nonzero"} {
		c.Equal(key, f[i])
	}
	f = p.Next("MEAN / UNIVERSE")
	c.Equal("mean", f[0])
	c.Equal("universe", f[1])
	c.Equal("standard_deviation", p.Next("STANDARD DEVIATION")[0])
	c.Equal("skewness", p.Next("SKEWNESS")[0])
	c.Equal("kurtosis", p.Next("KURTOSIS")[0])
	c.Equal("standard_error", p.Next("STANDARD ERROR (MEAN)")[0])
	c.Equal("point_estimate", p.Next("POINT ESTIMATE")[0])
	p.blocks(c, "limits", "t")
}
