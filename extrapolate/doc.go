// Package extrapolate goes from a reviewed sample to the dollars owed: the overpayment of the population at the point
// estimate, and what is to be repaid, to whom and by when.
//
//	sample := extrapolate.Sample{Universe: 10_000, Claims: claims}
//	estimate, err := sample.Estimate()
//	repayment := extrapolate.Repayment{Protocol: extrapolate.ProtocolSingle, Reviewed: errorrate.Sample{Claims: claims}, Extrapolated: &sample}
//	owed, err := repayment.Obligations()
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
//
// # Other bases
//
// [Alternative.Appraise] works out what the same sample comes to for OIG's auditors, in a self-disclosure, for Medicare's
// contractors, or where a payor allows netting. Each basis has a name and a source, and says so where it is not the one
// of the agreement.
//
// # By when
//
// [OverpaymentClock.Deadline] is the deadline of 42 CFR 401.305 as in force on a day: 60 days, the cost report,
// suspensions, the six-year lookback; for Medicaid that of the statute, which has no suspensions ([Repayment].Programs says
// which payor is whose). [ReviewCalendar.Schedule] lists the review periods of an agreement, the due dates
// of its reports and the last days to ask for more time; [ReportContents] what those reports contain. Dates in, dates
// out: no clock is read.
//
// # Is it any good
//
// [Scrutiny.Examine] makes the checks that a court asks for, in plain words, with a simulation that anyone can repeat.
// [ReviewComparison.Compare] says whether chance is a good explanation of what differs between reviews of one agreement, and no
// more.
//
// Simulations and permutations take a seed that is a text and can be repeated with SHA-256 in any language. || joins
// bytes, and the purpose is the one named at [Coverage] and [ReviewComparison.Compare]:
//
//	key      = SHA-256(purpose || newline || seed)
//	block i  = SHA-256(key || i as 8 bytes, most significant first), for i from 0
//	words    = the four 64-bit integers of each block in turn, most significant byte first
//	below n  = the high half of the 128-bit product of the next word and n, none for n = 1; a word whose product has a low half
//	           below 2^64 mod n is thrown away
//	k of n   = Floyd: for j from n-k to n-1 the number below j+1, or j itself where that number was drawn already
package extrapolate
