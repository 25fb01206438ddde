package errorrate

import (
	"io"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// Heading is what stands at the top of a printout beside its title: Audit, Date, Time and File, texts that may each be left
// out.
type Heading = textfile.Heading

// WriteText writes the rate as a page of a workpaper, 79 columns wide: every claim with what was paid, what should have been
// and the difference, their sums, and the rate held against the threshold. RAT-STATS has no such page. Errors of [Check], before
// anything is written, and those of w.
func (r Result) WriteText(w io.Writer, h Heading) error {
	if err := Check(r.Claims); err != nil {
		return err
	}
	var p textfile.Page
	p.Top("Net Financial Error Rate", h)
	if h.Audit != "" {
		p.Row(textfile.Center(textfile.Width, "AUDIT/REVIEW: "+h.Audit))
	}
	p.Blank()
	row := func(id, paid, correct, difference string) {
		p.Row(textfile.Left(2, id), textfile.Right(46, paid), textfile.Right(61, correct), textfile.Right(76, difference))
	}
	row("CLAIM", "PAID", "CORRECT", "OVERPAID")
	for _, c := range r.Claims {
		correct := "MISSING"
		if c.Correct != nil {
			correct = exact.Commas(*c.Correct, 2)
		}
		row(finding.Clip(c.ID), exact.Commas(c.Paid, 2), correct, exact.Commas(c.Difference(), 2))
	}
	p.Blank()
	labelled := func(label, value string) { p.Row(textfile.Left(12, label), textfile.Right(60, value)) }
	labelled("CLAIMS REVIEWED", exact.CommasInt(r.Counts.Reviewed))
	labelled("CLAIMS IN ERROR", exact.CommasInt(r.Counts.InError))
	labelled("DOCUMENTATION MISSING", exact.CommasInt(r.Counts.MissingDocumentation))
	labelled("DOCUMENTATION INSUFFICIENT", exact.CommasInt(r.Counts.InsufficientDocumentation))
	p.Blank()
	labelled("PAID", exact.Commas(r.Paid, 2))
	labelled("OVERPAID", exact.Commas(r.Overpaid, 2))
	labelled("UNDERPAID", exact.Commas(r.Underpaid, 2))
	net := "NET OVERPAYMENT"
	if r.Netting != Netted {
		net = "OVERPAYMENT, NOT NETTED"
	}
	labelled(net, exact.Commas(r.NetOverpayment, 2))
	labelled("ERROR RATE", exact.Fixed(exact.InPercent(r.ErrorRate), 4)+"%")
	met := "NOT MET"
	if r.ThresholdMet {
		met = "MET"
	}
	labelled("THRESHOLD OF "+exact.String(exact.InPercent(r.Threshold))+"%", met)
	_, err := p.WriteTo(w)
	return err
}
