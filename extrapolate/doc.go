// Package extrapolate goes from a reviewed sample to the dollars owed: the overpayment of the population at the point
// estimate, and what is to be repaid, to whom and by when.
//
// # What is extrapolated
//
// Overpayments, with an underpaid claim as zero ([Sample.Estimate]). The net difference is appraised beside it under its
// own name. The limits of the interval stand beside the point estimate, never in its place: under a Corporate Integrity
// Agreement an extrapolated overpayment is repaid at the point estimate.
//
// # What is repaid
//
// It depends on the protocol of the agreement ([Repayment.Obligations]). Overpayments found in a sample are repaid gross;
// netting is allowed in the error rate only. Refunds already made are credited. The rules, with their citations and the
// dates from which and until which they are in force, are data: see [Rules].
package extrapolate
