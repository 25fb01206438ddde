// Package design is the mathematics of sampling designs, shared by appraisals of dollars and of counts: how the estimate of
// a total and its variance follow from the estimates of the units that were sampled. A reader finds the variance of every
// design here, once.
//
//   - [Simple]: a simple random sample of the items of a unit
//   - [Expand]: a simple random sample of units, each of them estimated, or known, itself
//   - [RHC]: one unit of each of several random groups, drawn by size
//   - [HansenHurwitz], [SystematicPPS]: units drawn by size, with replacement or at points one interval apart
//   - [Adjust]: strata with the help of a second value whose total is known
//   - [Sum]: parts of a population that were sampled independently, such as strata
//   - [Ratio], [ClusterRatio]: totals per unit of a size, with the variance of their residuals
//   - [PostStratified]: strata that are formed after the sample was drawn
//   - [Product]: a total as the product of two independent estimates, with [Mean] for a mean of items
//
// Designs nest: a two-stage sample is Expand over Simple, a three-stage one Expand over Expand over Simple, and strata of
// either are Sum over them. A count is the total of zeros and ones ([Binary]), so that it needs no formulas of its own. An
// estimator of the ratio type ([Ratio]) has the variance of its residuals ([Residuals]).
//
// Everything is an exact rational. Nothing is rounded here.
//
// Sources: Cochran, Sampling Techniques (1977), ch. 2, 5, 6, 9A, 10, 11; Rao, Hartley and Cochran, "On a Simple Procedure of
// Unequal Probability Sampling without Replacement", Journal of the Royal Statistical Society B 24 (1962), 482-491; the
// RAT-STATS Companion Manual, whose pages the designs name.
package design
