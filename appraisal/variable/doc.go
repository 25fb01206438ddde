// Package variable holds the appraisals of dollars: what a sample of amounts says about the total of the universe.
//
//	sample := variable.Sample{Difference: overpayments} // of every claim drawn, zeros included
//	result, err := variable.Unrestricted{Universe: 10_000, Sample: sample}.Appraise()
//	interval, ok := result.At(decimal.RequireFromString("0.90")) // result.PointEstimate, interval.LowerLimit
//
// Every design is a struct that says how the sample was drawn and what was found in it. Its method Appraise works out the
// point estimate of the total, its standard error, and for each confidence level the precision and the limits; designs whose
// samples can be so many that it takes long have AppraiseContext, too, which can be stopped. The result of a design that
// RAT-STATS has can be printed as it does (WriteText), and design and result go through JSON and back. One that lacks parts
// that its page needs, as another program's JSON may, is refused with an [appraisal.ErrResult].
//
// # Designs of RAT-STATS
//
//   - [Unrestricted]: a simple random sample of items
//   - [Stratified]: a simple random sample of each stratum of the universe
//   - [TwoStage]: a simple random sample of primary units, and one of the items of each of them
//   - [ThreeStage]: primary units, secondary units of them, and items of these
//   - [RHCTwoStage]: one primary unit of each of several random groups, drawn by size, and items of each
//   - [RHCThreeStage]: secondary units drawn in the same way inside of them, and items of these
//   - [StratifiedCluster]: clusters of each stratum, with all items of a cluster reviewed
//   - [StratifiedMultistage]: strata that were appraised one by one, put together
//   - [PostStratified]: one sample whose items were told apart by strata afterwards
//   - [UnknownUniverse]: a number of items that is estimated itself, times their mean
//
// How the variance of each follows from its sample stands in the comment of Appraise, with its source. Percentiles are
// RAT-STATS': Student's t for an unrestricted sample and for each stratum of [Stratified], the normal distribution for the
// rest.
//
// # Values
//
// Examined, audited and difference values are RAT-STATS' words: what was paid, what should have been paid, and examined
// minus audited, so that an overpayment is a positive difference. A [Sample] has one kind of value or two; a result is that
// of the difference, with the sections of the other kinds beside it. Instead of the values themselves a sample may have their
// [appraisal.Sums], which services can add up part by part.
//
// Amounts, their totals, means, standard errors and limits are in dollars, variances in squared dollars; levels are
// fractions (0.90), and only PrecisionPercent is in percent.
//
// The files that RAT-STATS takes are read by functions named after the design, such as [ReadTwoStage]: first the file of
// units, then that of the values, which a [DataFile] describes.
//
// # Where the t interval is not to be trusted
//
// In simulations (examples/coverage) the two-sided 90 percent interval of a simple random sample reaches 85 of 100 only with
// some 40 overpaid claims in the sample where payments are moderately skewed, and nowhere with a heavy tail or rare big
// claims. It misses because the truth lies above the upper limit; the lower limit is conservative, except for claims of
// about one fee most of which are wrong: take [MinimumSum] there. Where large claims carry the dollars, use [Stratified]
// with as many claims from the stratum of the large payments as from the others, or [PPS]; a ratio estimate and strata in
// proportion do not mend it.
//
// # Single items and complete units
//
// A stratum or unit of which every item was examined has no variance, also where it has but one. One item drawn out of more
// has no estimate of a variance: that is an [ErrSingle], unless ZeroVarianceForSingle says that it is to be taken as zero,
// and then a warning. (A single secondary unit of three stages never has one, as in RAT-STATS.)
//
// # Beyond RAT-STATS
//
// What RAT-STATS does not have is there by name, never by default, and its pages say so:
//
//   - [Options].OneSidedLevels: one-sided limits, such as the lower one of 90 percent that Medicare contractors take
//   - [DegreesOfFreedom]: Student's t for totals over strata
//   - [Ratio], [DifferenceEstimator], [Regression]: with the help of a second value whose total is known, such as all payments
//   - [PPS]: units drawn with probability proportional to size, such as a monetary unit sample; [StringerBound]: an upper bound
//     where few of them are wrong
//   - [MinimumSum]: a lower limit that holds whatever the distribution of the amounts
package variable
