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
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
)

// A quarterly review of an Integrity Agreement, from the frame to what has to be repaid.
func Example() {
	var file strings.Builder
	file.WriteString("claim_id,payor,paid\n")
	for i := range 400 {
		fmt.Fprintf(&file, "IA-%03d,Medicare,%d.00\n", i, 80+i%5)
	}
	frame, err := iromath.ReadFrame(strings.NewReader(file.String()), iromath.FrameOptions{}, nil)
	if err != nil {
		log.Fatal(err)
	}
	review, err := iromath.NewReview(iromath.Agreement{Protocol: iromath.ProtocolQuarterly}, frame, iromath.Seeds{First: "48863.78"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(review.Worklist()), "claims to pull, the first is", review.Worklist()[0].ID)

	// The reviewer finds one claim without documentation; the others were paid correctly.
	var determinations []iromath.Determination
	for i, claim := range review.Worklist() {
		d := iromath.Determination{ID: claim.ID, Correct: &claim.Paid, Documentation: errorrate.Complete}
		if i == 4 {
			d.Correct, d.Documentation = nil, errorrate.Missing
		}
		determinations = append(determinations, d)
	}
	day, _ := reportable.ParseDate("2026-11-22")
	done, err := review.Submit(day, determinations)
	if err != nil {
		log.Fatal(err)
	}
	report, err := done.Report(iromath.ReportOptions{})
	if err != nil {
		log.Fatal(err)
	}
	for _, o := range report.Obligations.Obligations {
		if o.Kind == extrapolate.RepayFound {
			fmt.Printf("repay $%s to %s by %s\n", o.Due, o.Payor, o.By)
		}
	}
	// Output:
	// 30 claims to pull, the first is IA-008
	// repay $82 to Medicare by 2027-01-21
}

func ExampleCalculate() {
	result, err := iromath.Calculate("sampling.single_stage", []byte(`{"seed":"1357.00","low":1,"high":90,"size":3,"spares":1}`))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(result))
	// Output:
	// {"method":"ratstats","seed":"1357.00","low":1,"high":90,"size":3,"spares":1,"frameSize":90,"sample":[{"order":2,"number":46},{"order":1,"number":67},{"order":3,"number":76}],"spareUnits":[{"order":4,"number":2}],"summation":"191"}
}

func ExampleCalculations() {
	for _, c := range iromath.Calculations() {
		if strings.HasPrefix(c.Name, "samplesize.probe") {
			fmt.Println(c.Name)
		}
	}
	// Output:
	// samplesize.probe
	// samplesize.probe.reaching
	// samplesize.probe.read
}

func ExampleAgreement_Complete() {
	agreement, err := iromath.Agreement{Protocol: iromath.ProtocolDiscovery}.Complete()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(agreement.SampleSize, agreement.Threshold, agreement.Confidence, agreement.Precision)
	// Output:
	// 50 0.05 0.9 0.25
}

func ExampleParseAgreement() {
	_, err := iromath.ParseAgreement([]byte(`{"protocol": "discovery", "treshold": "0.05"}`))
	fmt.Println(err)
	// Output:
	// iromath: agreement: invalid JSON request: unknown field "treshold"
}

// threeClaims is a frame of three claims.
func threeClaims() *iromath.Frame {
	frame, err := iromath.NewFrame([]iromath.FrameClaim{
		{ID: "A", Payor: "Medicare", Paid: decimal.New(100, 0)},
		{ID: "B", Payor: "Medicare", Paid: decimal.New(50, 0)},
		{ID: "C", Payor: "Medicare", Paid: decimal.New(75, 0)},
	})
	if err != nil {
		log.Fatal(err)
	}
	return frame
}

// startedReview is a review of two of the three claims.
func startedReview() *iromath.Review {
	review, err := iromath.NewReview(iromath.Agreement{Protocol: iromath.ProtocolSingle, SampleSize: 2}, threeClaims(), iromath.Seeds{First: "1"})
	if err != nil {
		log.Fatal(err)
	}
	return review
}

func ExampleNewReview() {
	agreement := iromath.Agreement{
		Protocol: iromath.ProtocolSingle, SampleSize: 2,
		Clauses: []iromath.Clause{{Parameter: "sampleSize", Quote: "a random sample of two paid claims", Source: "Appendix B"}},
	}
	review, err := iromath.NewReview(agreement, threeClaims(), iromath.Seeds{First: "48863.78"})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range review.Worklist() {
		fmt.Println(c.Number, c.ID, c.Paid)
	}
	fmt.Println(len(review.Warnings()), "warnings")
	// Output:
	// 2 B 50
	// 3 C 75
	// 0 warnings
}

// A submission is taken as a whole or refused as a whole, with everything that is wrong with it. A review that refuses one
// stays as it was: put the list right and submit it again.
func ExampleReview_Submit() {
	review := startedReview()
	list := []iromath.Determination{{ID: "Z", Documentation: errorrate.Missing}}
	next, err := review.Submit(reportable.Date{}, list)
	fmt.Println(errors.Is(err, iromath.ErrMissing), errors.Is(err, iromath.ErrUnknown))

	var wrong *iromath.DeterminationError
	if errors.As(err, &wrong) {
		fmt.Println("missing:", wrong.Missing, "unknown:", wrong.Unknown)
		list = []iromath.Determination{{ID: "B", Documentation: errorrate.Missing}, {ID: "C", Documentation: errorrate.Missing}}
		next, err = review.Submit(reportable.Date{}, list)
	}
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(review.Stage(), next.Stage())
	// Output:
	// true true
	// missing: [B C] unknown: [Z]
	// sample done
}

func ExampleResumeReview() {
	saved, err := startedReview().Save()
	if err != nil {
		log.Fatal(err)
	}
	resumed, err := iromath.ResumeReview(saved, threeClaims())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(resumed.Stage(), len(resumed.Worklist()))

	other, err := iromath.NewFrame([]iromath.FrameClaim{{ID: "A", Paid: decimal.New(100, 0)}})
	if err != nil {
		log.Fatal(err)
	}
	_, err = iromath.ResumeReview(saved, other)
	fmt.Println(errors.Is(err, iromath.ErrFrameChanged))
	// Output:
	// sample 2
	// true
}

func ExampleReport_WriteText() {
	review := startedReview()
	var determinations []iromath.Determination
	for _, c := range review.Worklist() {
		determinations = append(determinations, iromath.Determination{ID: c.ID, Correct: &c.Paid, Documentation: errorrate.Complete})
	}
	review, err := review.Submit(reportable.Date{}, determinations)
	if err != nil {
		log.Fatal(err)
	}
	report, err := review.Report(iromath.ReportOptions{})
	if err != nil {
		log.Fatal(err)
	}
	var text strings.Builder
	if err := report.WriteText(&text); err != nil {
		log.Fatal(err)
	}
	for _, line := range strings.Split(text.String(), "\n") {
		if strings.Contains(line, "Net financial error rate  ") {
			fmt.Println(strings.Join(strings.Fields(line), " "))
		}
	}
	// Output:
	// Net financial error rate 0.000% (no threshold)
	// Net financial error rate 0.000%
}

func ExampleAgreement_FrameOptions() {
	agreement := iromath.Agreement{Protocol: iromath.ProtocolQuarterly, Payors: []string{"Medicare", "State Medicaid"}}
	file := "claim_id,payor,paid\nA,Medicare,10.00\nB,Harbor Mutual,20.00\nC,State Medicaid,30.00\nC,State Medicaid,30.00\n"
	frame, err := iromath.ReadFrame(strings.NewReader(file), agreement.FrameOptions(), nil)
	if err != nil {
		log.Fatal(err)
	}
	s := frame.Summary()
	fmt.Println(s.Size, s.Excluded(iromath.ExcludedOtherPayor), s.Excluded(iromath.ExcludedRepeatedID))
	// Output:
	// 2 1 1
}

func ExampleReview_WriteWorklist() {
	frame, err := iromath.NewFrame([]iromath.FrameClaim{{ID: "A", Payor: "Medicare", Paid: decimal.New(100, 0)}})
	if err != nil {
		log.Fatal(err)
	}
	review, err := iromath.NewReview(iromath.Agreement{Protocol: iromath.ProtocolSingle}, frame, iromath.Seeds{First: "1"})
	if err != nil {
		log.Fatal(err)
	}
	if err := review.WriteWorklist(os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// number,order,claim_id,payor,paid,correct,documentation,reason,category,patient,service_date,code_submitted,code_reimbursed,code_correct
	// 1,1,A,Medicare,100.00,,,,,,,,,
}

func ExampleReadDeterminations() {
	file := strings.NewReader("claim_id,correct,documentation\nA,40.00,complete\nB,,missing\nX,1.00,complete\n")
	determinations, others, err := iromath.ReadDeterminations(file, iromath.DeterminationOptions{}, []iromath.FrameClaim{{ID: "A"}, {ID: "B"}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(determinations), "taken,", others, "of other claims")
	// Output:
	// 2 taken, 1 of other claims
}

// Two claims in error of two, and then none of two: 2 of the 6 ways to put two errors among four claims are as far apart.
func ExampleCompareReviews() {
	reviewed := func(documentation errorrate.Documentation) *iromath.Review {
		review := startedReview()
		var determinations []iromath.Determination
		for _, c := range review.Worklist() {
			d := iromath.Determination{ID: c.ID, Documentation: documentation}
			if documentation == errorrate.Complete {
				d.Correct = &c.Paid
			}
			determinations = append(determinations, d)
		}
		review, err := review.Submit(reportable.Date{}, determinations)
		if err != nil {
			log.Fatal(err)
		}
		return review
	}
	result, err := iromath.CompareReviews("2026-11-22", reviewed(errorrate.Missing), reviewed(errorrate.Complete))
	if err != nil {
		log.Fatal(err)
	}
	pair := result.Pairs[0]
	fmt.Println(pair.Earlier, "and", pair.Later, "p", pair.ErrorsP.StringFixed(4), pair.ErrorsDiffer)
	// Output:
	// review 1 and review 2 p 0.3333 false
}

// What a court asks about an extrapolation: 12 of 100 claims were overpaid by $50 each. The estimate rests on enough values,
// and no claim drives it alone, but its precision is above 25 percent.
func ExampleReview_Scrutiny() {
	var claims []iromath.FrameClaim
	for i := range 2_000 {
		claims = append(claims, iromath.FrameClaim{ID: fmt.Sprint("C-", i), Paid: decimal.NewFromInt(90)})
	}
	frame, err := iromath.NewFrame(claims)
	if err != nil {
		log.Fatal(err)
	}
	review, err := iromath.NewReview(iromath.Agreement{Protocol: iromath.ProtocolSingle}, frame, iromath.Seeds{First: "48863.78"})
	if err != nil {
		log.Fatal(err)
	}
	var determinations []iromath.Determination
	for i, claim := range review.Worklist() {
		correct := claim.Paid
		if i < 12 {
			correct = decimal.NewFromInt(40)
		}
		determinations = append(determinations, iromath.Determination{ID: claim.ID, Correct: &correct, Documentation: errorrate.Complete})
	}
	if review, err = review.Submit(reportable.Date{}, determinations); err != nil {
		log.Fatal(err)
	}
	s, err := review.Scrutiny(iromath.ScrutinyOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("point estimate", s.PointEstimate)
	for _, c := range s.Checks {
		fmt.Println(c.Code, c.Status)
	}
	// Output:
	// point estimate 12000
	// precision noted
	// nonzero_items passed
	// skewness noted
	// single_claim passed
	// coverage passed
}

// A worklist that was filled in, read without its review; its error rate is 60 of 150 dollars.
func ExampleReadReviewedClaims() {
	claims, err := iromath.ReadReviewedClaims(strings.NewReader(
		"number,claim_id,paid,correct,documentation\n17,A,100.00,40.00,complete\n23,B,50.00,50.00,complete\n"),
		iromath.DeterminationOptions{})
	if err != nil {
		log.Fatal(err)
	}
	rate, err := errorrate.Sample{Claims: claims}.Rate()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("overpaid", rate.Overpaid, "of", rate.Paid, "- error rate", rate.ErrorRate)
	// Output:
	// overpaid 60 of 150 - error rate 0.4
}
