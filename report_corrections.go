package iromath

import (
	"fmt"
	"strings"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
)

// What a report says about corrections of the frame, as text.

// groundNames are the grounds in words.
var groundNames = map[Ground]string{
	GroundOtherPayor:    "not paid by a payor of the agreement",
	GroundOtherProvider: "not submitted by the provider",
	GroundNotPaid:       "no reimbursement was received",
	GroundOutsidePeriod: "outside of the review period",
	GroundAgreement:     "left out by the agreement",
}

// corrections writes the corrections of the frame below the population.
func (t *textReport) corrections(list []CorrectionDocument, after *CorrectedFrame) {
	for _, c := range list {
		t.Blank()
		title := fmt.Sprintf("Correction %d of the frame", c.Number)
		if !c.Date.IsZero() {
			title += ", " + c.Date.String()
		}
		t.Paragraph(3, pageWidth, title)
		t.row("Claims that left", exact.CommasInt(c.Count))
		t.row("Paid for them", dollarText(c.Paid))
		t.Paragraph(5, pageWidth, "Never belonged, because: "+groundNames[c.Ground]+". "+c.Description)
		if c.Quote != "" {
			t.Paragraph(5, pageWidth, fmt.Sprintf("The agreement: %q", c.Quote))
		}
		t.Paragraph(5, pageWidth, "All claims like these were looked for: "+c.Search)
		monitor := "not recorded"
		if m := c.Monitor; m != nil {
			monitor = fmt.Sprintf("%s, %s: %s", m.Date, m.With, m.Said)
		}
		t.Paragraph(5, pageWidth, "Consultation of the OIG monitor: "+monitor)
		if len(c.Claims) > 0 {
			t.Paragraph(5, pageWidth, "Claim ids: "+strings.Join(c.Claims, ", "))
		}
		t.row("Digest of the list", c.Digest)
		for _, d := range c.Drawn {
			t.Paragraph(5, pageWidth, d.sentence())
		}
	}
	if after != nil {
		t.Blank()
		t.Paragraph(3, pageWidth, "Population after the corrections")
		t.row("Claims that belong", exact.CommasInt(after.Size))
		t.row("Paid for them", dollarText(after.Paid))
		t.row("Digest of the list", after.Digest)
	}
}

// sentence says what became of a drawn claim that left.
func (l LeftClaim) sentence() string {
	s := fmt.Sprintf("Drawn and left: %s (number %d, order %d of the %s, paid %s), ", l.ID, l.Number, l.Order,
		strings.ToLower(stageNames[l.Stage]), dollarText(l.Paid))
	d := l.Determination
	switch {
	case d == nil:
		return s + "not reviewed."
	case d.Documentation == errorrate.Missing:
		return s + "documentation missing; that determination no longer counts."
	}
	return fmt.Sprintf("%sreviewed, overpaid %s; that determination no longer counts.", s, dollarText(d.Overpayment()))
}

// replaced writes which claims stepped in for which in a draw.
func (t *textReport) replaced(d Draw) {
	if len(d.Replacements) == 0 {
		return
	}
	t.Blank()
	t.Paragraph(3, pageWidth, stageNames[d.Stage]+": claims that left and spares that stepped in, by order of selection")
	for _, r := range d.Replacements {
		out := fmt.Sprintf("Order %d, number %d (%s), left with correction %d", r.Left.Order, r.Left.Number, r.LeftID, r.Correction)
		switch {
		case r.In != nil:
			out += fmt.Sprintf("; order %d, number %d (%s), stepped in.", r.In.Order, r.In.Number, r.InID)
		case r.Left.Order > d.plan().Size:
			out += "; it is passed over."
		default:
			out += "; no claim was left to step in."
		}
		t.Paragraph(5, pageWidth, out)
	}
}

// correctionWords says in the methodology what was corrected and how the sample goes on.
func (r *Review) correctionWords() []string {
	if len(r.corrections) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s that never belonged in the population left the frame with %s, all claims of a kind together; %s "+
		"remain. The frame kept its numbers. The sample is made of the first claims in the order of selection that still belong: for "+
		"each claim that left the next spare in that order stepped in and kept its order of selection, and the draw went on beyond the "+
		"spares where it had to. As which claims belong does not depend on the draw, the sample is a simple random sample of the "+
		"corrected frame. Sizes and extrapolations are for the corrected frame. Missing documentation was no ground for any of them.",
		counting(int64(len(r.left)), "claim", "claims"), counting(int64(len(r.corrections)), "correction", "corrections"),
		exact.CommasInt(r.universe()))}
}
