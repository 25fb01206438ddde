package attribute

import (
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// WriteText writes the result in the layout of RAT-STATS' text output, with this software's name in the place of the
// agency's.
//
// Source: RAT-STATS Companion Manual 2-65, 2-66; User's Guide 3-71, 3-72.
func (r StratifiedClusterResult) WriteText(w io.Writer, h Heading) error {
	if err := r.whole(nil, 0); err != nil {
		return err
	}
	var p textfile.Page
	printTop(&p, "STRATIFIED CLUSTER ATTRIBUTE APPRAISAL", "NAME OF INPUT FILE:", h)
	row := func(indent int, name, universe, size, count, percent, quantity string) {
		p.Row(textfile.Left(indent, name), textfile.Right(40, universe), textfile.Right(48, size), textfile.Right(58, count),
			textfile.Right(67, percent), textfile.Right(78, quantity))
	}
	p.Row(textfile.Left(1, "STRATUM IDENTIFICATION"), textfile.Right(38, "SAMPLE"), textfile.Right(48, "SAMPLE"),
		textfile.Right(58, "MEETING"), textfile.Right(78, "PROJECTED"))
	p.Row(textfile.Left(3, "CLUSTER IDENTIFICATION"), textfile.Right(39, "UNIVERSE"), textfile.Right(47, "SIZE"),
		textfile.Right(58, "CRITERIA"), textfile.Right(67, "PERCENT"), textfile.Right(78, "QUANTITY"))
	row(1, "===========================", "===========", "======", "========", "=======", "=========")
	whole := exact.CommasInt
	for i, s := range r.Strata {
		name := s.Name
		if name == "" {
			name = "STRATUM " + exact.CommasInt(int64(i)+1)
		}
		row(1, name, whole(s.Universe), whole(s.SampleSize), "", "", "")
		for k, c := range s.Clusters {
			if c.Name == "" {
				c.Name = "CLUSTER " + exact.CommasInt(int64(k)+1)
			}
			row(3, c.Name, whole(c.Items), whole(c.Items), whole(c.Count), "", "")
		}
		p.Blank()
		row(7, "STRATUM TOTALS", whole(s.Items), whole(s.Reviewed), whole(s.Count),
			printedShare(s.Proportion.PointEstimate, 2),
			exact.Commas(s.PointEstimate, 0))
		p.Blank()
	}
	row(1, "STRATA TOTALS", whole(r.Universe), whole(r.SampleSize), "", "", "")
	row(1, "CLUSTER UNIT TOTALS", whole(r.Items), whole(r.Reviewed), whole(r.Count), "", "")
	row(1, "OVERALL TOTALS", "", "", "", printedShare(r.Proportion.PointEstimate, 2), exact.Commas(r.PointEstimate, 0))
	row(1, "OVERALL STANDARD ERROR", "", "", "", printedShare(r.Proportion.StandardError, 2),
		exact.Commas(r.StandardError, 0))
	p.Blank()
	printLimitsTo(&p, [3]int{42, 60, 78}, r.Projection, true)
	_, err := p.WriteTo(w)
	return err
}
