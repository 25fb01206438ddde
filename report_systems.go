package iromath

import (
	"fmt"
	"strings"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/textfile"
)

// The section of a report on the systems behind the overpayments, as text.

// pointNames are the points in words.
var pointNames = map[Point]string{
	PointSource:    "Coding on the source document",
	PointEntry:     "Entry into the system",
	PointCrossWalk: "Charge master or software cross-walk",
	PointOther:     "Other",
	PointNotFound:  "Not found",
}

// name is a point in words, with what was named.
func (p PointTotal) name() string {
	if p.Other != "" {
		return pointNames[p.Point] + ": " + p.Other
	}
	return pointNames[p.Point]
}

// systems writes the section on the systems review.
func (t *textReport) systems(s *SystemsReview) {
	if s == nil {
		return
	}
	t.head("Systems review")
	t.Paragraph(3, pageWidth, "For each overpaid claim the systems and processes that generated it were walked through: was the claim "+
		"coded correctly at the source, was the code entered correctly, did the charge master or other software cross-walk it "+
		"correctly. The error arose at the first question that is answered no, or elsewhere as named.")
	t.Blank()
	t.row("Overpaid claims", exact.CommasInt(s.Overpaid))
	t.row("  walked through", exact.CommasInt(int64(len(s.Claims))))
	t.row("  still open", exact.CommasInt(int64(len(s.Open))))
	if len(s.Open) > 0 {
		t.Paragraph(5, pageWidth, "Open: "+strings.Join(s.Open, ", "))
	}
	if len(s.Claims) == 0 {
		return
	}
	t.Blank()
	t.Paragraph(3, pageWidth, "Points where the errors arose")
	for _, p := range s.Points {
		t.Paragraph(5, pageWidth, fmt.Sprintf("%s: %s, overpaid %s", p.name(), counting(p.Claims, "claim", "claims"), dollarText(p.Overpaid)))
	}
	for _, g := range []struct {
		title string
		texts []SharedText
	}{{"Causes", s.Causes}, {"Observations", s.Observations}, {"Actions taken", s.Actions}, {"Recommendations", s.Recommendations}} {
		if len(g.texts) == 0 {
			continue
		}
		t.Blank()
		t.Paragraph(3, pageWidth, g.title)
		for _, x := range g.texts {
			t.Paragraph(5, pageWidth, fmt.Sprintf("- %s (%s)", x.Text, strings.Join(x.Claims, ", ")))
		}
	}
	t.Blank()
	t.Paragraph(3, pageWidth, "Walk-throughs: was the claim coded at the source, entered and cross-walked correctly? A dash: not "+
		"examined.")
	t.Blank()
	left, right := textfile.Left, textfile.Right
	t.Row(right(7, "NUMBER"), left(10, "CLAIM"), right(46, "OVERPAID"), left(49, "CODED"), left(57, "ENTERED"), left(67, "CROSS-WALKED"),
		left(82, "ERROR AT"))
	say := func(a Answer) string {
		if a == NotExamined {
			return "-"
		}
		return string(a)
	}
	for _, c := range s.Claims {
		t.Row(right(7, fmt.Sprint(c.Number)), left(10, c.ID), right(46, exact.Commas(c.Overpayment, 2)), left(49, say(c.CodedAtSource)),
			left(57, say(c.EnteredCorrectly)), left(67, say(c.CrossWalked)), left(82, strings.ReplaceAll(string(c.Point), "_", " ")))
		if c.Other != "" {
			t.Paragraph(10, pageWidth, "error at: "+c.Other)
		}
	}
}
