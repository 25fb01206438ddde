// Package iromath reviews health-care claims as an Independent Review Organization does under a Corporate Integrity
// Agreement: it reads the population, draws the sample, works out the net financial error rate, decides whether a full
// sample is due and sizes it, extrapolates the overpayment and says what follows from it.
//
//	frame, err := iromath.ReadFrame(file, iromath.FrameOptions{}, nil)
//	review, err := iromath.NewReview(iromath.Agreement{Protocol: iromath.Discovery}, frame, iromath.Seeds{First: "12345"})
//	for !review.Done() {
//		worklist := review.Worklist()          // the claims to pull
//		...                                    // people review them
//		review, err = review.Submit(today, determinations)
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
// The statistics stand in packages of their own: sampling and sampling/samplesize, errorrate, appraisal and
// appraisal/variable, extrapolate. Each can be used without this one.
//
// # JSON
//
// Every type here has a JSON form in which amounts, rates and levels are strings. [Calculate] answers one JSON request
// with one JSON result for every calculation of the module; [Calculations] lists them. Programs in other languages and
// the browser use that door.
//
// # What it never does
//
// The library does not read the clock, the environment or the network, and draws no randomness of its own: days and
// seeds come in as arguments. Nothing is logged, and no input makes it panic.
package iromath
