// Package errorrate turns reviewed claims into overpayments and the net financial error rate of a sample.
//
//	result, err := errorrate.Sample{Claims: claims}.Rate() // result.ErrorRate, result.ThresholdMet
//
// A [Claim] is what the reviewer found: what was paid, what should have been paid, and what documentation there was. A
// claim whose documentation is missing stays in the sample and is overpaid by its whole paid amount; there is no way to
// leave it out or to put a spare in its place.
//
// The error rate is the net overpayment divided by the dollars paid in the sample. It is compared with the threshold as
// an exact fraction: 5.000 percent meets a threshold of 5 percent, 4.9999999 percent does not.
//
// Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "CIA Claims Reviews".
package errorrate
