// Package variable holds the appraisals of dollars: what a sample of amounts says about the total of the universe. One
// type a design, each with one method Appraise.
//
// Figures follow RAT-STATS' "Variable Appraisals". Examined, audited and difference values are its words: what was paid,
// what should have been paid, and examined minus audited, so that an overpayment is a positive difference.
//
// # Beyond RAT-STATS
//
// Some things that RAT-STATS does not have are there by name, never by default: one-sided limits ([Options]), Student's t for
// totals over strata ([DegreesOfFreedom]), estimates with a known total such as that of all payments ([Ratio],
// [DifferenceEstimator], [Regression]), and samples drawn with probability proportional to size ([PPS], [Stringer]). Their pages
// say that RAT-STATS has no such estimator.
package variable
