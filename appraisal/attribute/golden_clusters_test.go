package attribute

import (
	"io"
	"math/big"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// named returns the last fields of the next row by their names, and what precedes them as "id".
func (p *printed) named(names ...string) map[string]string {
	f := p.Row()
	m := fieldsOf(f[len(f)-len(names):], names...)
	if id := strings.Join(f[:len(f)-len(names)], " "); id != "" {
		m["id"] = id
	}
	return m
}

// bothLimits are the limits of proportion and total.
func (p *printed) bothLimits() any {
	return p.limits("lower_proportion", "upper_proportion", "lower_total", "upper_total")
}

// openGolden opens the file that a case names.
func openGolden(c *goldentest.Case) io.Reader {
	var in struct{ File string }
	c.Decode(&in)
	data, err := goldentest.File(in.File)
	if err != nil {
		c.T().Fatal(err)
	}
	return strings.NewReader(string(data))
}

// TestGoldenStratifiedCluster recomputes every printed figure of RAT-STATS' stratified cluster appraisals of counts, from
// our own printout wherever the figure stands in one.
func TestGoldenStratifiedCluster(t *testing.T) {
	goldentest.Run(t, "attribute_stratified_cluster", func(c *goldentest.Case) {
		d, err := ReadStratifiedCluster(openGolden(c))
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.attribute.stratified_cluster", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		p := printedBy(c.T(), r.WriteText)
		whole := exact.CommasInt
		switch {
		case c.Has("strata"):
			p.Next("====")
			var strata []any
			for _, s := range r.Strata {
				head := p.named("universe", "sample")
				var clusters []any
				for range s.Clusters {
					clusters = append(clusters, p.named("universe", "sample", "count"))
				}
				totals := p.named("universe", "sample", "count", "percent", "projected")
				if totals["id"] != "STRATUM TOTALS" {
					c.T().Errorf("%q", totals["id"])
				}
				delete(totals, "id")
				strata = append(strata, map[string]any{"id": head["id"], "universe": head["universe"],
					"sample":   head["sample"],
					"clusters": clusters, "totals": totals})
			}
			c.Equal("strata", strata)
			for _, line := range []struct {
				path, label string
				names       []string
			}{
				{"strata_totals", "STRATA TOTALS", []string{"universe", "sample"}},
				{"cluster_unit_totals", "CLUSTER UNIT TOTALS", []string{"universe", "sample", "count"}},
				{"overall", "OVERALL TOTALS", []string{"percent", "projected"}},
				{"standard_error", "OVERALL STANDARD ERROR", []string{"percent", "quantity"}},
			} {
				f, m := p.Next(line.label), map[string]string{}
				for i, n := range line.names {
					m[n] = f[i]
				}
				c.Equal(line.path, m)
			}
			c.Equal("limits", p.bothLimits())
		case c.Has("screen"):
			c.Equal("screen", map[string]string{"number_of_strata": whole(int64(len(r.Strata))),
				"primary_universe": whole(r.Universe),
				"primary_sample":   whole(r.SampleSize), "secondary_universe": whole(r.Items), "secondary_sample": whole(r.Reviewed),
				"count": whole(r.Count), "projected": exact.Commas(r.PointEstimate,
					0), "percent": printedShare(r.Proportion.PointEstimate, 2)})
			c.Equal("limits", p.bothLimits())
		default:
			checkClusterText(c, r)
		}
	})
}

// checkClusterText compares the discussion and its table of clusters.
func checkClusterText(c *goldentest.Case, r StratifiedClusterResult) {
	s1, s2, text := r.Strata[0], r.Strata[1], map[string]string{}
	for i, s := range []ClusterStratumSection{s1, s2} {
		n := exact.CommasInt(int64(i + 1))
		text["sum_a"+n], text["sum_m"+n] = exact.CommasInt(s.Count), exact.CommasInt(s.Reviewed)
		text["p"+n], text["t"+n] = exact.Print(s.Proportion.PointEstimate, 4), exact.Fixed(s.PointEstimate, 0)
	}
	text["total"], text["p"] = exact.Fixed(r.PointEstimate, 0), exact.Print(r.Proportion.PointEstimate, 4)
	text["se_total"], text["se_p"] = exact.Fixed(r.StandardError, 0), exact.Print(r.Proportion.StandardError, 4)
	c.Equal("text", text)
	var table []any
	for _, s := range r.Strata {
		var rows []any
		for _, k := range s.Clusters {
			share := exact.Print(exact.Round(big.NewRat(k.Count, k.Items)), 2)
			rows = append(rows, map[string]string{"size": exact.CommasInt(k.Items), "count": exact.CommasInt(k.Count),
				"p": share})
		}
		table = append(table, rows)
	}
	c.Equal("table", table)
}

// TestGoldenStratifiedMultistage recomputes every printed figure of RAT-STATS' stratified multistage appraisals of counts.
func TestGoldenStratifiedMultistage(t *testing.T) {
	goldentest.Run(t, "attribute_stratified_multistage", func(c *goldentest.Case) {
		d, err := ReadStratifiedMultistage(openGolden(c))
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.attribute.stratified_multistage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		p := printedBy(c.T(), r.WriteText)
		figures := map[string]string{}
		p.Next("UNIVERSE SIZE")
		var strata []any
		for range r.Strata {
			strata = append(strata, p.named("stratum", "estimate", "standard_error", "universe"))
		}
		for _, line := range [][2]string{{"ESTIMATED PERCENTAGE:", "percent"}, {"ESTIMATED TOTAL:", "total"},
			{"STANDARD ERROR (PERCENTAGE):", "percent_se"}, {"STANDARD ERROR (TOTAL):", "total_se"}} {
			figures[line[1]] = p.Next(line[0])[0]
		}
		if c.Has("text") {
			squared := exact.Rat(r.Proportion.StandardError)
			ninety := r.Intervals[1]
			c.Equal("text", map[string]string{"p": exact.Print(r.Proportion.PointEstimate, 3),
				"universe": exact.CommasInt(r.Universe),
				"variance": exact.Print(exact.Round(squared.Mul(squared, squared)),
					6), "se": exact.Print(r.Proportion.StandardError, 4),
				"lower_90": printedShare(r.Proportion.Intervals[1].LowerLimit,
					2), "upper_90": printedShare(r.Proportion.Intervals[1].UpperLimit, 2),
				"total_lower_90": exact.Commas(ninety.LowerLimit, 0), "total_upper_90": exact.Commas(ninety.UpperLimit, 0)})
			return
		}
		c.Equal("limits", p.bothLimits())
		if c.Has("screen") {
			figures["projected"] = figures["total"]
			delete(figures, "total")
			c.Equal("screen", figures)
			var entries []any
			for i, s := range r.Strata {
				entries = append(entries, map[string]string{"stratum": exact.CommasInt(int64(i + 1)),
					"estimate":       exact.String(s.Proportion.Shift(2)),
					"standard_error": exact.String(s.StandardError.Shift(2)), "universe": exact.CommasInt(s.Universe)})
			}
			c.Equal("screen_strata", entries)
			return
		}
		c.Equal("strata", strata)
		for path, figure := range figures {
			c.Equal(path, figure)
		}
	})
}
