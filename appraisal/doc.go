// Package appraisal holds the result types that every appraisal design shares: an [Estimate] with an [Interval] for
// each [Confidence], and [Sums] and [PairSums], the exact sums that can stand in for the data of a design.
//
// To appraise a sample begin in one of the two packages below this one, each of which lists its designs on its first page:
// appraisal/variable has those of dollars, appraisal/attribute those of counts. Both take the variance of a design from one
// place, so that a design is the same whatever is summed. A design works out the point estimate of a total and its variance
// as exact rationals and hands them to [NewEstimate], which does what RAT-STATS does from there on for every design:
// precision amount, precision percent and limits at each confidence level. The same door is open to a design of your own.
//
// # Digits
//
// Every figure is rounded once, half away from zero, to 20 significant digits. Percentiles of t and of the normal
// distribution are rounded to 20 significant digits before they are used. Money is rounded to cents only when printed.
package appraisal
