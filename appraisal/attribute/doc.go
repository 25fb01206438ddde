// Package attribute holds the appraisals of counts: how many items of the universe have a characteristic, such as an error,
// and what share of it they are. One type a design, each with one method Appraise.
//
// Figures follow RAT-STATS' "Attribute Appraisals". A count is the total of ones and zeros, so that designs share their
// mathematics with those of dollars in appraisal/variable. Proportions are fractions: 0.044 for 4.4 percent.
package attribute
