// Package samplesize says how many units to draw: RAT-STATS' sample size determination for amounts of money and for
// counts.
//
//	probe := samplesize.Probe{Universe: 10_000, Overpayments: overpayments} // of every claim of the discovery sample
//	table, err := probe.Table()
//	cell, err := probe.Size(decimal.RequireFromString("0.90"), decimal.RequireFromString("0.25"))
//
// The designs:
//
//   - [Probe]: from a probe sample, or its mean and standard deviation
//   - [ErrorRate]: from an expected error rate and the reported amounts
//   - [Stratified]: the size of each stratum that gives a precision
//   - [StratifiedKnown]: a given size divided among strata, and the precision that it gives
//   - [Attribute]: from an expected share of units in error, by the exact limits of that share
//
// Beyond RAT-STATS: the precision of a given size ([Probe.Precision], [Probe.Curve], [Attribute.Interval]), the size that
// meets a precision with t ([Probe.SizeStudentT]), allocation in proportion or by cost and a minimum for a stratum
// ([Allocation], [Stratum], [Stratified]), boundaries of strata ([RootFrequency]), discovery samples ([Discovery]), and
// sizes for a one-sided limit (OneSided of [Probe], [ErrorRate] and [Stratified]; [AttributeLimit]).
//
// A [Table] crosses confidence levels with precisions. Sizes follow RAT-STATS' printed tables, which means the normal
// distribution. Unrestricted sizes are rounded to the nearest integer, so that one can be half a unit short; such a
// [Cell] says so. Sizes of strata are rounded up where the total is unknown, and to nearest where it is known. Sizes of
// counts are searched: the smallest that will do. A cell without a size says why.
//
// Rates, levels and precisions are fractions: 0.25 for 25 percent. Sizes are decided exactly: what is an integer is not
// rounded up by noise.
package samplesize
