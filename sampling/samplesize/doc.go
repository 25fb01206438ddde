// Package samplesize says how many units to draw: RAT-STATS' sample size determination for amounts of money.
//
//   - [Probe]: from a probe sample, or its mean and standard deviation
//   - [ErrorRate]: from an expected error rate and the reported amounts
//   - [Stratified]: the size of each stratum that gives a precision
//   - [StratifiedKnown]: a given size divided among strata, and the precision that it gives
//
// Beyond RAT-STATS: the precision of a given size ([Probe.Precision], [Probe.Curve]), the size that meets a precision
// with t ([Probe.Reaching]), allocation in proportion or by cost ([Allocation], [Stratum]), and boundaries of strata
// ([RootFrequency]).
//
// A [Table] crosses confidence levels with precisions. Sizes follow RAT-STATS' printed tables, which means the normal
// distribution. Unrestricted sizes are rounded to the nearest integer, so that one can be half a unit short; such a
// [Cell] says so. Sizes of strata are rounded up where the total is unknown, and to nearest where it is known.
//
// Rates, levels and precisions are fractions: 0.25 for 25 percent. Sizes are decided exactly: what is an integer is not
// rounded up by noise.
package samplesize
