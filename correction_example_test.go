package iromath_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/reportable"
)

// fiftyClaims is a frame of fifty claims, of which two were paid by a private payor.
func fiftyClaims() *iromath.Frame {
	var claims []iromath.FrameClaim
	for i := range 50 {
		claims = append(claims, iromath.FrameClaim{ID: fmt.Sprintf("N-%02d", i+1), Paid: decimal.New(100, 0)})
	}
	frame, err := iromath.NewFrame(claims)
	if err != nil {
		log.Fatal(err)
	}
	return frame
}

// decided determines that every claim of a worklist was paid correctly, but for one of which half was due.
func decided(worklist []iromath.FrameClaim, overpaid string) []iromath.Determination {
	var list []iromath.Determination
	for _, c := range worklist {
		should := c.Paid
		if c.ID == overpaid {
			should = c.Paid.Mul(decimal.New(5, -1))
		}
		list = append(list, iromath.Determination{ID: c.ID, Correct: &should, Documentation: errorrate.Complete})
	}
	return list
}

// Two claims turn out to be a private payor's: both leave the frame, and the next spare steps in for the one that was drawn.
func ExampleReview_Correct() {
	agreement := iromath.Agreement{Protocol: iromath.ProtocolSingle, SampleSize: 5, Spares: 2}
	review, err := iromath.NewReview(agreement, fiftyClaims(), iromath.Seeds{First: "48863.78"})
	if err != nil {
		log.Fatal(err)
	}
	drawn := review.Worklist()[1].ID
	today, _ := reportable.ParseDate("2026-11-22")
	review, err = review.Submit(today, decided(review.Worklist(), review.Worklist()[0].ID))
	if err != nil {
		log.Fatal(err)
	}
	review, err = review.Correct(today, iromath.FrameCorrection{
		Ground:      iromath.GroundOtherPayor,
		Description: "claims paid by Example Mutual, a private payor",
		Search:      "the remittance advice of every claim in the frame was looked at",
		Claims:      []string{drawn, "N-50"},
		Monitor:     &iromath.Consultation{Date: today, With: "OIG monitor", Said: "remove both, use the next spare"},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range review.Draws()[0].Replacements {
		fmt.Printf("order %d (%s) left, order %d (%s) stepped in\n", r.Left.Order, r.LeftID, r.In.Order, r.InID)
	}
	fmt.Println("to be reviewed:", review.Worklist()[0].ID)
	review, err = review.Submit(today, decided(review.Worklist(), ""))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("universe:", review.Outcome().Extrapolation.Universe)
	// Output:
	// order 3 (N-13) left, order 6 (N-08) stepped in
	// to be reviewed: N-08
	// universe: 48
}

// A claim whose documentation is missing stays in the sample.
func ExampleReview_Correct_missingDocumentation() {
	review := startedReview()
	lost := review.Worklist()[0].ID
	determinations := decided(review.Worklist(), "")
	determinations[0].Correct, determinations[0].Documentation = nil, errorrate.Missing
	review, err := review.Submit(reportable.Date{}, determinations)
	if err != nil {
		log.Fatal(err)
	}
	_, err = review.Correct(reportable.Date{}, iromath.FrameCorrection{
		Ground: iromath.GroundNotPaid, Description: "claims without a record", Search: "none has one", Claims: []string{lost},
	})
	fmt.Println(errors.Is(err, iromath.ErrMissingDocumentation))
	// Output:
	// true
}

func ExampleParseCorrections() {
	_, err := iromath.ParseCorrections([]byte(`[{"ground": "other_payor", "claim": "A-1"}]`))
	fmt.Println(err)
	// Output:
	// iromath: corrections: invalid JSON request: [0]: unknown field "claim"
}

func ExampleWalkThrough_Complete() {
	walk, err := iromath.WalkThrough{
		ID: "A-1", CodedAtSource: iromath.AnswerYes, EnteredCorrectly: iromath.AnswerNo, Cause: "a digit was mistyped",
	}.Complete()
	fmt.Println(walk.Point, walk.CrossWalked, err)

	walk.Point = iromath.PointCrossWalk
	_, err = walk.Complete()
	fmt.Println(err)
	// Output:
	// data_entry not_examined <nil>
	// walk-through "A-1": point cross_walk contradicts the answers, of which the first no is at data_entry
}

// The systems behind each overpaid claim are walked through; the report shows the points where errors arose.
func ExampleReview_SubmitSystems() {
	review := startedReview()
	review, err := review.Submit(reportable.Date{}, decided(review.Worklist(), review.Worklist()[0].ID))
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range review.SystemsWorklist() {
		fmt.Println("to walk through:", c.ID)
	}
	file := "claim_id,coded_at_source,entered_correctly,cross_walked,cause,recommendation\n" +
		review.SystemsWorklist()[0].ID + ",yes,yes,no,the charge master is out of date,a yearly update\n"
	walks, _, err := iromath.ReadWalkThroughs(strings.NewReader(file), iromath.WalkThroughOptions{}, review.SystemsWorklist())
	if err != nil {
		log.Fatal(err)
	}
	if review, err = review.SubmitSystems(reportable.Date{}, walks); err != nil {
		log.Fatal(err)
	}
	report, err := review.Report(iromath.ReportOptions{})
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range report.Systems.Points {
		fmt.Println(p.Point, p.Claims, p.Overpaid)
	}
	fmt.Println(report.Systems.State)
	// Output:
	// to walk through: B
	// cross_walk 1 25
	// done
}

// The columns to fill in for each overpaid claim.
func ExampleReview_WriteSystemsWorklist() {
	review := startedReview()
	review, err := review.Submit(reportable.Date{}, decided(review.Worklist(), review.Worklist()[0].ID))
	if err != nil {
		log.Fatal(err)
	}
	if err := review.WriteSystemsWorklist(os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// number,claim_id,payor,paid,overpaid,coded_at_source,entered_correctly,cross_walked,point,other,cause,observation,action,recommendation
	// 2,B,Medicare,50.00,25.00,,,,,,,,,
}
