// Package iromath reviews health-care claims as an Independent Review Organization does under a Corporate Integrity
// Agreement: it reads the population, draws the sample, works out the net financial error rate, decides whether a full
// sample is due and sizes it, extrapolates the overpayment and says what follows from it.
//
//	frame, err := iromath.ReadFrame(file, iromath.FrameOptions{}, nil)
//	review, err := iromath.NewReview(iromath.Agreement{Protocol: iromath.ProtocolDiscovery}, frame, iromath.Seeds{First: "12345"})
//	for !review.Done() {
//		worklist := review.Worklist()      // the claims to pull
//		...                                // people review them
//		next, err := review.Submit(today, determinations)
//		if err != nil {
//			...                            // nothing was taken: put the list right, and again
//			continue
//		}
//		review = next
//	}
//	report, err := review.Report(iromath.ReportOptions{})
//
// # Corrections and systems
//
// Claims that never belonged in the population leave with [Review.Correct], all of a kind together, and the next spares step
// in; missing documentation is no ground for that. The systems behind overpaid claims are walked through with
// [Review.SubmitSystems]. Both are inputs of a review like determinations: a saved review holds them in their order.
//
// # Parts
//
// This package puts a review together. What it is made of stands in packages of their own, each of which can be used without
// this one, and whose first page says where to begin:
//
//   - sampling: which units to draw, and whether reported units are what a documented draw gives
//   - sampling/samplesize: how many to draw
//   - errorrate: reviewed claims and the net financial error rate
//   - appraisal/variable and appraisal/attribute: estimates of dollars and of counts; appraisal holds what both share
//   - extrapolate: from an estimate to the dollars owed, to whom and by when; extrapolate/reporthtml writes reports as HTML
//   - reportable: reportable events, clocks and notices; civil dates
//   - training: a clinic's staff training programme and its evidence
//
// # Verify an IRO
//
// [Reported] is what an Independent Review Organization reports: the seed and the numbers drawn, sizes, the parts of the error
// rate, mean, deviation, point estimate, limits, amounts owed and due dates, each figure as it is printed. [Reported.Verify]
// draws the samples again, takes the determinations, works everything out and answers for each figure: it matches as printed,
// it differs by so much, or it cannot be checked because something is not there. The only tolerance is the rounding of
// the reported figure.
//
// Where figures differ, errors that happen are tried one by one on the data: a wrong seed, a claim without documentation
// dropped or replaced by a spare, paid amounts behind a sample size, the normal percentile in place of Student's t, a limit
// repaid in place of the point estimate, another frame, and some sixty more. One is named as a [Diagnosis] only if every
// reported figure that it touches comes out as printed; those that the report does not tell apart are listed with each other.
// Errors that touch different figures are named each; two that are mixed in one figure are not.
//
//	answer, err := reported.Verify(frame, determinations)
//	for _, d := range answer.Diagnoses {
//		fmt.Println(d.Error, d.Explains)
//	}
//
// A finished review saves its results with its inputs ([Review.Save]); [Replay] runs such a file again and verifies every
// figure in it, so that anyone can.
//
// # JSON
//
// Every request and result has a JSON form in which amounts, rates and levels are strings; a [Frame] has none. [Calculate]
// answers one JSON request with one JSON result for every calculation of the module; [Calculations] lists them. Programs in
// other languages and the browser use that door.
//
// Requests are read strictly. A number that takes its usual value when it is 0 is left out for that: given as 0 or null it is
// refused, so that a clause about any error at all does not turn into 5 percent.
//
// # What it never does
//
// The library does not read the clock, the environment or the network, and draws no randomness of its own: days and
// seeds come in as arguments. Nothing is logged, and no input makes it panic.
package iromath
