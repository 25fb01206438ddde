package iromath

import (
	"fmt"
	"strings"

	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
)

// What a report says about corrections of the frame.

// groundNames are the grounds in words.
var groundNames = map[Ground]string{
	GroundOtherPayor:    "not paid by a payor of the agreement",
	GroundOtherProvider: "not submitted by the provider",
	GroundNotPaid:       "no reimbursement was received",
	GroundOutsidePeriod: "outside of the review period",
	GroundAgreement:     "left out by the agreement",
}

// correctionBlocks are the corrections of the frame, for the section on the population.
func (r Report) correctionBlocks() (blocks []document.Block) {
	for _, c := range r.Corrections {
		title := fmt.Sprintf("Correction %d of the frame", c.Number)
		if !c.Date.IsZero() {
			title += ", " + c.Date.String()
		}
		monitor := "not recorded"
		if m := c.Monitor; m != nil {
			monitor = fmt.Sprintf("%s, %s: %s", m.Date, m.With, m.Said)
		}
		blocks = append(blocks, heading(title)...)
		blocks = append(blocks, rows([]document.Row{
			{Label: "Claims that left", Value: exact.CommasInt(c.Count)},
			{Label: "Paid for them", Value: dollarText(c.Paid)},
			{Label: "Never belonged, because", Value: groundNames[c.Ground] + ". " + c.Description},
			{Label: "The agreement", Value: quoted(c.Quote)},
			{Label: "Looked for all like these", Value: c.Search},
			{Label: "Consultation of the OIG monitor", Value: monitor},
			{Label: "Claim ids", Value: strings.Join(c.Claims, ", ")},
			{Label: "Digest of the list", Value: c.Digest},
		})...)
		var drawn []string
		for _, d := range c.Drawn {
			drawn = append(drawn, d.sentence())
		}
		if len(drawn) > 0 {
			blocks = append(blocks, list(drawn)...)
		}
	}
	if after := r.Corrected; after != nil {
		blocks = append(blocks, heading("Population after the corrections")...)
		blocks = append(blocks, rows([]document.Row{
			{Label: "Claims that belong", Value: exact.CommasInt(after.Size)},
			{Label: "Paid for them", Value: dollarText(after.Paid)},
			{Label: "Digest of the list", Value: after.Digest},
		})...)
	}
	return blocks
}

// quoted puts words of the agreement in quotation marks, none around nothing.
func quoted(words string) string {
	if words == "" {
		return ""
	}
	return fmt.Sprintf("%q", words)
}

// sentence says what became of a drawn claim that left.
func (l LeftClaim) sentence() string {
	s := fmt.Sprintf("Drawn and left: %s (number %d, order %d of the %s, paid %s), ", l.ID, l.Number, l.Order,
		strings.ToLower(stageNames[l.Stage]), dollarText(l.Paid))
	d := l.Determination
	if d == nil {
		return s + "not reviewed."
	}
	return fmt.Sprintf("%sreviewed, overpaid %s; that determination no longer counts.", s, dollarText(d.Overpayment()))
}

// replacementBlocks say which claims stepped in for which in a draw.
func replacementBlocks(d Draw) []document.Block {
	if len(d.Replacements) == 0 {
		return nil
	}
	var items []string
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
		items = append(items, out)
	}
	return append(heading(stageNames[d.Stage]+": claims that left and spares that stepped in, by order of selection"), list(items)...)
}

// correctionWords says in the methodology what was corrected and how the sample goes on.
func (r *Review) correctionWords() []string {
	if len(r.corrections) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s that never belonged in the population left the frame with %s, all claims of a kind together; %s. "+
		"The frame kept its numbers. The sample is made of the first claims in the order of selection that still belong: for "+
		"each claim that left the next spare in that order stepped in and kept its order of selection, and the draw went on beyond the "+
		"spares where it had to. As which claims belong does not depend on the draw, the sample is a simple random sample of the "+
		"corrected frame. Sizes and extrapolations are for the corrected frame. Missing documentation was no ground for any of them.",
		counting(int64(len(r.left)), "claim", "claims"), counting(int64(len(r.corrections)), "correction", "corrections"),
		counting(r.universe(), "remains", "remain"))}
}
