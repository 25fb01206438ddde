package variable

import (
	"io"
	"math/big"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// goldenFile opens a data file of the golden data.
func goldenFile(c *goldentest.Case, name string) io.Reader {
	c.T().Helper()
	data, err := goldentest.File(name)
	if err != nil {
		c.T().Fatal(err)
	}
	return strings.NewReader(string(data))
}

// nameAnd splits the name off the last n fields of a row.
func nameAnd(row []string, n int) (string, []string) {
	return strings.Join(row[:len(row)-n], " "), row[len(row)-n:]
}

// table compares the intervals of a table whose columns are the levels.
func (p *printed) table(c *goldentest.Case, rows ...[2]string) {
	p.t.Helper()
	rows = append(rows, [][2]string{
		{"LOWER LIMIT", "lower"}, {"UPPER LIMIT", "upper"}, {"PRECISION AMOUNT", "precision_amount"},
		{"PRECISION PERCENT", "precision_percent"}, {"Z-VALUE USED", "z"},
	}...)
	limits := map[string]map[string]string{"80": {}, "90": {}, "95": {}}
	for _, r := range rows {
		f := p.Next(r[0])
		for i, level := range []string{"80", "90", "95"} {
			limits[level][r[1]] = f[i]
		}
	}
	c.Equal("limits", limits)
}

// TestGoldenStratifiedCluster recomputes every printed figure of RAT-STATS' stratified cluster appraisals of dollars, from
// our own printout wherever the figure stands in one.
func TestGoldenStratifiedCluster(t *testing.T) {
	goldentest.Run(t, "variable_stratified_cluster", func(c *goldentest.Case) {
		var in struct {
			File string `json:"data_file"`
		}
		c.Decode(&in)
		d, err := ReadStratifiedCluster(goldenFile(c, in.File))
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.variable.stratified_cluster", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		p := printedBy(c.T(), r.WriteText)
		p.Next("====")
		var strata []any
		for _, s := range r.Strata {
			name, f := nameAnd(p.Row(), 2)
			one := map[string]any{"id": name, "universe": f[0], "sample": f[1]}
			var clusters []any
			for range s.Clusters {
				name, f := nameAnd(p.Row(), 3)
				m := fieldsOf(f, "universe", "sample", "value")
				m["id"] = name
				clusters = append(clusters, m)
			}
			one["clusters"] = clusters
			one["totals"] = fieldsOf(p.Next("STRATUM TOTALS"), "universe", "sample", "value", "point_estimate")
			strata = append(strata, one)
		}
		c.Equal("strata", strata)
		c.Equal("strata_totals", fieldsOf(p.Next("STRATA TOTALS"), "universe", "sample"))
		c.Equal("cluster_unit_totals", fieldsOf(p.Next("CLUSTER UNIT TOTALS"), "universe", "sample", "value"))
		point, deviation := p.Next("OVERALL POINT ESTIMATE")[0], p.Next("OVERALL STANDARD ERROR")[0]
		c.Equal("point_estimate", point)
		c.Equal("standard_error", deviation)
		p.table(c)
		if c.Has("text") { // squares the standard errors of the strata as a printout would have them
			rounded := new(big.Int)
			for _, s := range r.Strata {
				se := exact.RoundInt(exact.Rat(s.StandardError))
				rounded.Add(rounded, se.Mul(se, se))
			}
			c.Equal("text/variance_of_total", exact.CommasInt(rounded.Int64()))
			c.Equal("text/standard_error", deviation)
		}
		if c.Has("screen") {
			s := r.Strata[0]
			c.Equal("screen/stratum1", map[string]string{"id": s.Name, "universe": exact.CommasInt(s.Universe),
				"sample": exact.CommasInt(s.SampleSize), "value": exact.Commas(s.Total, 0), "units": exact.CommasInt(s.Reviewed),
				"point_estimate": exact.Commas(s.PointEstimate, 0)})
			c.Equal("screen/overall", map[string]string{"universe": exact.CommasInt(r.Universe),
				"sample": exact.CommasInt(r.SampleSize),
				"value":  exact.Commas(r.Total, 0), "units": exact.CommasInt(r.Reviewed), "point_estimate": point, "standard_error": deviation})
		}
	})
}

// TestGoldenStratifiedMultistage recomputes every printed figure of RAT-STATS' stratified multistage appraisals of dollars,
// and of the two-stage appraisals that they start from.
func TestGoldenStratifiedMultistage(t *testing.T) {
	byFile := map[string][2]string{} // what the two-stage appraisals print
	goldentest.Run(t, "variable_stratified_multistage", func(c *goldentest.Case) {
		var in struct {
			File string `json:"data_file"`
		}
		c.Decode(&in)
		if strings.HasPrefix(c.ID, "cm-3-86") {
			byFile[c.ID] = checkTwoStageOfStratum(c)
			return
		}
		d, err := ReadStratifiedMultistage(goldenFile(c, in.File))
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.variable.stratified_multistage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		p := printedBy(c.T(), r.WriteText)
		p.Next("STRATUM")
		var strata []any
		for range r.Strata {
			m := fieldsOf(p.Row(), "stratum", "point_estimate", "standard_error")
			strata = append(strata, m)
			entry, ok := byFile["cm-3-86-stratum"+m["stratum"]] // not there when this case runs by itself
			if want := [2]string{m["point_estimate"], m["standard_error"]}; ok && entry != want {
				c.T().Errorf("the two-stage appraisal of stratum %s gives %v, not %v", m["stratum"], entry, want)
			}
		}
		c.Equal("strata", strata)
		p.Next("POINT ESTIMATE")
		f := p.Row()
		c.Equal("point_estimate", f[0])
		c.Equal("standard_error", f[1])
		p.table(c)
		if c.Has("text") {
			squares := exact.Int(0)
			for _, s := range r.Strata {
				se := exact.Rat(s.StandardError)
				squares.Add(squares, se.Mul(se, se))
			}
			c.Equal("text/variance_of_total", exact.Commas(exact.Round(squares), 0))
			c.Equal("text/standard_error", f[1])
		}
		if c.Has("screen") {
			var entries [][]string
			for i, s := range r.Strata {
				entries = append(entries, []string{exact.CommasInt(int64(i + 1)), exact.String(s.PointEstimate),
					exact.String(s.StandardError)})
			}
			c.Equal("screen", map[string]any{"point_estimate": f[0], "standard_error": f[1], "strata": entries})
		}
	})
}

// checkTwoStageOfStratum recomputes the two-stage appraisal of one stratum and returns its point estimate and standard error
// as printed.
func checkTwoStageOfStratum(c *goldentest.Case) [2]string {
	var in struct {
		Universe  int64  `json:"primary_universe"`
		Secondary int64  `json:"secondary_universe"`
		File      string `json:"data_file"`
		Units     string `json:"unit_file"`
	}
	c.Decode(&in)
	d, err := ReadTwoStage(goldenFile(c, in.Units), goldenFile(c, in.File), DataFile{Format: FormatDifference})
	if err != nil {
		c.T().Fatal(err)
	}
	d.Universe, d.SecondaryUniverse = in.Universe, in.Secondary
	r, err := d.Appraise()
	if err != nil {
		c.T().Fatal(err)
	}
	p := printedBy(c.T(), r.WriteText)
	p.Next("NBR")
	row := func(f []string, names ...string) map[string]string { // two fields stand together as size/nonzero
		return fieldsOf(strings.Fields(strings.Replace(strings.Join(f, " "), "/", " ", 1)), names...)
	}
	var units, text []any
	for range r.Units {
		u := row(p.Row(), "unit", "sample", "nonzero", "mean", "variance", "universe", "point_estimate")
		units = append(units, u)
		text = append(text, map[string]string{"unit": u["unit"], "mean": u["mean"], "variance": u["variance"]})
	}
	c.Equal("units", units)
	c.Equal("text", text)
	f := p.Row()
	totals := row(f, "sample", "nonzero", "mean", "universe", "point_estimate")
	c.Equal("totals", totals)
	p.Next("NOT SAMPLED")
	c.Equal("not_sampled", fieldsOf(p.Row(), "units", "universe"))
	p.Next("OVERALL TOTALS")
	overall := fieldsOf(p.Row(), "units", "universe", "point_estimate")
	c.Equal("overall", overall)
	deviation := p.Next("STANDARD ERROR")[0]
	c.Equal("standard_error", deviation)
	p.blocks(c, "limits", "z")
	return [2]string{overall["point_estimate"], deviation}
}

// blocks compares intervals that stand one below the other; which is "t" or "z".
func (p *printed) blocks(c *goldentest.Case, path, which string) {
	p.t.Helper()
	limits := map[string]map[string]string{}
	for _, level := range []string{"80", "90", "95"} {
		p.Next(level + "% CONFIDENCE LEVEL")
		limits[level] = map[string]string{
			"lower": p.Next("LOWER LIMIT")[0], "upper": p.Next("UPPER LIMIT")[0], "precision_amount": p.Next("PRECISION AMOUNT")[0],
			"precision_percent": p.Next("PRECISION PERCENT")[0], which: p.Next(strings.ToUpper(which) + "-VALUE USED")[0],
		}
	}
	c.Equal(path, limits)
}
