package iromath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
)

// The section of a report on the systems behind the overpayments.

// pointNames are the points in words.
var pointNames = map[ErrorPoint]string{
	PointSource:    "Coding on the source document",
	PointEntry:     "Entry into the system",
	PointCrossWalk: "Charge master or software cross-walk",
	PointOther:     "Other",
	PointNotFound:  "Not found",
}

// name is a point in words, with what was named.
func (p ErrorPointTotal) name() string {
	if p.Other != "" {
		return pointNames[p.Point] + ": " + p.Other
	}
	return pointNames[p.Point]
}

// systemsBlocks are the section on the systems review.
func (s SystemsReview) systemsBlocks() []document.Block {
	were := "were walked through"
	if len(s.Open) > 0 {
		were = "are to be walked through"
	}
	blocks := paragraph("For each overpaid claim the systems and processes that generated it %s: was the claim coded correctly "+
		"at the source, was the code entered correctly, did the charge master or other software cross-walk it correctly. The "+
		"error arose at the first question that is answered no, or elsewhere as named.", were)
	blocks = append(blocks, rows([]document.Row{
		{Label: "Overpaid claims", Value: exact.CommasInt(s.ClaimsOverpaid)},
		{Label: "walked through", Value: exact.CommasInt(int64(len(s.Claims))), Part: true},
		{Label: "still open", Value: exact.CommasInt(int64(len(s.Open))), Part: true},
		{Label: "Open", Value: strings.Join(s.Open, ", ")},
	})...)
	if len(s.Claims) == 0 {
		return blocks
	}
	points := document.Table{Caption: "Points where the errors arose",
		Columns: append([]document.Column{{Title: "Point"}}, column("Claims", "Overpaid")...)}
	for _, p := range s.Points {
		points.Rows = append(points.Rows, []string{p.name(), exact.CommasInt(p.Claims), dollarText(p.Overpaid)})
	}
	blocks = append(blocks, table(points)...)
	for _, g := range []struct {
		title string
		texts []SharedText
	}{{"Causes", s.Causes}, {"Observations", s.Observations}, {"Actions taken", s.Actions}, {"Recommendations", s.Recommendations}} {
		if len(g.texts) == 0 {
			continue
		}
		var items []string
		for _, x := range g.texts {
			items = append(items, fmt.Sprintf("%s (%s)", x.Text, strings.Join(x.Claims, ", ")))
		}
		blocks = append(append(blocks, heading(g.title)...), list(items)...)
	}
	say := func(a WalkAnswer) string {
		if a == AnswerNotExamined {
			return "not examined"
		}
		return string(a)
	}
	walks := document.Table{
		Caption: "Walk-throughs: was the claim coded correctly at the source, entered correctly, cross-walked correctly?",
		Columns: slices.Concat([]document.Column{{Title: "Claim"}}, column("Number", "Overpaid"),
			[]document.Column{{Title: "Coded"}, {Title: "Entered"}, {Title: "Cross-walked"}, {Title: "Error at"}}),
	}
	for _, c := range s.Claims {
		at := ErrorPointTotal{Point: c.Point, Other: c.Other}
		walks.Rows = append(walks.Rows, []string{c.ID, exact.CommasInt(c.Number), dollarText(c.Overpayment), say(c.CodedAtSource),
			say(c.EnteredCorrectly), say(c.CrossWalked), at.name()})
	}
	return append(blocks, table(walks)...)
}
