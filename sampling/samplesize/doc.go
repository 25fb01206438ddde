// Package samplesize says how many units to draw: RAT-STATS' sample size determination.
//
// A [Table] crosses confidence levels with precisions. Sizes follow RAT-STATS' printed tables, which means the normal
// distribution and rounding to the nearest integer, so that a size can be half a unit short; such a [Cell] says so.
// Rates, levels and precisions are fractions: 0.25 for 25 percent.
package samplesize
