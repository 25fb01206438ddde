package iromath

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// What a report says about corrections of the frame.

// maxListedIDs is the largest number of ids that a report lists; longer lists are known by their digest.
const maxListedIDs = 100

// CorrectedFrame is the frame without the claims that left.
type CorrectedFrame struct {
	// Size is the number of claims that belong: the universe of sizes and extrapolations.
	Size int64 `json:"size"`
	// Paid is the total of their paid amounts in dollars.
	Paid decimal.Decimal `json:"paid"`
	// Digest is "sha256:" and the SHA-256 of their lines in the canonical form of the frame (see [Frame.WriteTo]), with the
	// numbers they have in it.
	Digest string `json:"digest"`
}

// MarshalJSON writes decimals as strings.
func (c CorrectedFrame) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// CorrectionDocument is a correction as a report documents it.
type CorrectionDocument struct {
	// Number of the correction, from 1.
	Number int             `json:"number"`
	Date   reportable.Date `json:"date,omitzero"`
	// Stage at which the review was.
	Stage       Stage         `json:"stage"`
	Ground      Ground        `json:"ground"`
	Description string        `json:"description"`
	Search      string        `json:"search"`
	Quote       string        `json:"quote,omitempty"`
	Monitor     *Consultation `json:"monitor,omitempty"`
	// Count is the number of claims that left, Paid the total of their paid amounts in dollars.
	Count int64           `json:"count"`
	Paid  decimal.Decimal `json:"paid"`
	// Claims are their ids by frame number; left out where they are more than 100.
	Claims []string `json:"claims,omitempty"`
	// Digest is "sha256:" and the SHA-256 of their lines in the canonical form of the frame.
	Digest string `json:"digest"`
	// Drawn are those among them that had been drawn or reviewed, with the determination that no longer counts.
	Drawn []LeftClaim `json:"drawn,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (c CorrectionDocument) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// LeftClaim is a drawn claim that left.
type LeftClaim struct {
	FrameClaim
	// Order of selection and Stage of the sample.
	Order int64 `json:"order"`
	Stage Stage `json:"stage"`
	// Determination, where the claim had been reviewed.
	Determination *errorrate.Claim `json:"determination,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (l LeftClaim) MarshalJSON() ([]byte, error) { return jsonform.Marshal(l) }

// digestWriter hashes lines of claims and adds up what was paid for them.
type digestWriter struct {
	hash io.Writer
	sum  func([]byte) []byte
	line []byte
	size int64
	paid centSum
}

func newDigestWriter() *digestWriter {
	h := sha256.New()
	return &digestWriter{hash: h, sum: h.Sum}
}

// add takes claim i of a frame, from 0.
func (d *digestWriter) add(f *Frame, i int64) {
	id, payor, cents := f.claims.get(i)
	d.line = appendClaim(d.line[:0], i+1, id, payor, cents)
	d.hash.Write(d.line) // a hash never fails
	d.paid.add(cents)
	d.size++
}

func (d *digestWriter) digest() string { return "sha256:" + hex.EncodeToString(d.sum(nil)) }

// correctedFrame works out what belongs. Without corrections there is none.
func (r *Review) correctedFrame() *CorrectedFrame {
	if len(r.left) == 0 {
		return nil
	}
	d := newDigestWriter()
	for i := range r.frame.claims.size {
		if r.left[i+1] == 0 {
			d.add(r.frame, i)
		}
	}
	return &CorrectedFrame{Size: d.size, Paid: d.paid.dollars(), Digest: d.digest()}
}

// payors are the payors of the claims that belong, sorted.
func (r *Review) payors() []string {
	if len(r.left) == 0 {
		return r.frame.Payors()
	}
	var list []string
	for i := range r.frame.claims.size {
		if r.left[i+1] != 0 {
			continue
		}
		if _, payor, _ := r.frame.claims.get(i); !slices.Contains(list, payor) {
			list = append(list, payor)
		}
	}
	slices.Sort(list)
	return list
}

// Corrections returns the corrections of the frame so far, in their order.
func (r *Review) Corrections() []CorrectionDocument {
	var list []CorrectionDocument
	for i, c := range r.corrections {
		d := newDigestWriter()
		var ids []string
		for _, n := range c.numbers {
			d.add(r.frame, n-1)
			if len(c.numbers) <= maxListedIDs {
				ids = append(ids, string(r.frame.claims.id(n-1)))
			}
		}
		drawn := slices.Clone(c.drawn)
		for k := range drawn {
			if drawn[k].Determination != nil {
				drawn[k].Determination = &copyClaims([]errorrate.Claim{*drawn[k].Determination})[0]
			}
		}
		list = append(list, CorrectionDocument{
			Number: i + 1, Date: c.date, Stage: c.stage, Ground: c.Ground, Description: c.Description, Search: c.Search, Quote: c.Quote,
			Monitor: copyOf(c.Monitor), Count: d.size, Paid: d.paid.dollars(), Claims: ids, Digest: d.digest(), Drawn: drawn,
		})
	}
	return list
}

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
