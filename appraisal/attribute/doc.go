// Package attribute holds the appraisals of counts: how many items of the universe have a characteristic, such as an error,
// and what share of it they are.
//
//	sample := attribute.Sample{SampleSize: 100, Count: 7}
//	result, err := attribute.Unrestricted{Universe: 10_000, Sample: sample}.Appraise()
//	interval, ok := result.At(decimal.RequireFromString("0.90")) // result.Proportion, interval.UpperLimit
//
// Every design is a struct that says how the sample was drawn and what was found in it. Its method Appraise works out the
// quantity of items with the characteristic and their proportion, both with a standard error and limits (a [Projection]);
// designs whose samples can be so many that it takes long have AppraiseContext, too, which can be stopped. The result of a design
// that RAT-STATS has can be printed as it does (WriteText), and design and result go through JSON and back. One
// that lacks parts that its page needs, as another program's JSON may, is refused with an [appraisal.ErrResult].
//
// # Designs of RAT-STATS
//
//   - [Unrestricted]: a simple random sample of items, with exact limits from the hypergeometric distribution
//   - [Stratified]: a simple random sample of each stratum of the universe
//   - [TwoStage]: a simple random sample of primary units, and one of the items of each of them
//   - [ThreeStage]: primary units, secondary units of them, and items of these
//   - [RHCTwoStage]: one primary unit of each of several random groups, drawn by size, and items of each
//   - [RHCThreeStage]: secondary units drawn in the same way inside of them, and items of these
//   - [StratifiedCluster]: clusters of each stratum, with all items of a cluster reviewed
//   - [StratifiedMultistage]: strata that were appraised one by one, put together
//
// All but the first take limits from the normal distribution, as RAT-STATS does. A count is the total of ones and zeros, so
// that designs share their mathematics with those of dollars in appraisal/variable; only where the number of items in the
// universe is not known (stages), or is made use of (clusters), the proportion is a ratio, with a bias that the design names.
//
// Proportions are fractions everywhere: 0.044 for 4.4 percent, which pages print as 4.40%. Files of RAT-STATS are read by
// functions named after the design, such as [ReadTwoStage]. Single items and complete units are treated as in
// appraisal/variable: [ErrSingle], unless ZeroVarianceForSingle is set.
//
// # Beyond RAT-STATS
//
// [Binomial] has the limits of Clopper and Pearson for a universe of unknown size, and [Options].OneSidedLevels are one-sided
// limits of every design. Neither is ever the default.
package attribute
