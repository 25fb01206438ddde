package variable

import (
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the complete result in the layout of RAT-STATS' text output, every cluster on a line, with this
// software's name in the place of the agency's.
//
// Source: RAT-STATS Companion Manual 3-79, 3-80; User's Guide 4-131 to 4-134.
func (r StratifiedClusterResult) WriteText(w io.Writer, h Heading) error { return r.write(w, h, true) }

// WriteSummary writes the result without the clusters, the value and point estimate of a stratum on its own line (User's
// Guide 4-131; the manuals show no such page).
func (r StratifiedClusterResult) WriteSummary(w io.Writer, h Heading) error {
	return r.write(w, h, false)
}

func (r StratifiedClusterResult) write(w io.Writer, h Heading, complete bool) error {
	var p textfile.Page
	top(&p, "STRATIFIED CLUSTER VARIABLE APPRAISAL", h, true)
	clusterHeads(&p)
	for i, s := range r.Strata {
		name := s.Name
		if name == "" {
			name = "STRATUM " + exact.CommasInt(int64(i)+1)
		}
		universe, size := exact.CommasInt(s.Universe), exact.CommasInt(s.SampleSize)
		value, point := exact.Print(s.Total, 2), exact.Commas(s.PointEstimate, 0)
		if !complete {
			clusterRow(&p, 1, name, universe, size, value, point)
			continue
		}
		clusterRow(&p, 1, name, universe, size, "", "")
		for k, c := range s.Clusters {
			if c.Name == "" {
				c.Name = "CLUSTER " + exact.CommasInt(int64(k)+1)
			}
			items := exact.CommasInt(c.Items)
			clusterRow(&p, 3, c.Name, items, items, exact.Print(c.Value, 2), "")
		}
		items := exact.CommasInt(s.Reviewed)
		clusterRow(&p, 7, "STRATUM TOTALS", items, items, value, point)
		p.Blank()
	}
	p.Blank()
	clusterHeads(&p)
	p.Blank()
	items := exact.CommasInt(r.Reviewed)
	clusterRow(&p, 1, "STRATA TOTALS", exact.CommasInt(r.Universe), exact.CommasInt(r.SampleSize), "", "")
	clusterRow(&p, 1, "CLUSTER UNIT TOTALS", items, items, exact.Print(r.Total, 2), "")
	clusterRow(&p, 1, "OVERALL POINT ESTIMATE", "", "", "", exact.Commas(r.PointEstimate, 0))
	clusterRow(&p, 1, "OVERALL STANDARD ERROR", "", "", "", exact.Commas(r.StandardError, 0))
	p.Blank()
	confidenceTable(&p, r.Estimate)
	_, err := p.WriteTo(w)
	return err
}

// clusterRow prints a line of the table of strata and clusters.
func clusterRow(p *textfile.Page, indent int, name, universe, size, value, point string) {
	p.Row(textfile.Left(indent, name), textfile.Right(40, universe), textfile.Right(48, size), textfile.Right(63, value),
		textfile.Right(79, point))
}

// clusterHeads prints the heads of that table.
func clusterHeads(p *textfile.Page) {
	p.Row(textfile.Left(1, "STRATUM IDENTIFICATION"), textfile.Right(38, "SAMPLE"), textfile.Right(48, "SAMPLE"))
	p.Row(textfile.Left(3, "CLUSTER IDENTIFICATION"), textfile.Right(39, "UNIVERSE"), textfile.Right(47, "SIZE"),
		textfile.Right(63, "SAMPLED VALUE"), textfile.Right(79, "POINT ESTIMATE"))
	clusterRow(p, 1, "===========================", "===========", "======", "=============", "==============")
}
