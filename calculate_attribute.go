package iromath

import (
	"github.com/iromath/iromath/appraisal/attribute"
	"github.com/iromath/iromath/appraisal/variable"
)

// attributeCalculations have exact limits of counts, or limits that follow from them.
var attributeCalculations = []Calculation{
	calculation("appraisal.attribute.binomial",
		"The share of items with a characteristic in a universe of unknown size, with the limits of Clopper and Pearson.",
		"Clopper & Pearson, Biometrika 26 (1934), 404-413",
		`{"sampleSize":50,"count":3}`,
		attribute.Binomial.Appraise),
	calculation("appraisal.attribute.unrestricted",
		"The number of items with a characteristic from a simple random sample, with exact hypergeometric limits.",
		"RAT-STATS Companion Manual 2-2 to 2-5, 4-29",
		`{"universe":10000,"sampleSize":400,"count":82,"oneSidedLevels":["0.90"]}`,
		attribute.Unrestricted.Appraise),
	calculation("appraisal.variable.minimum_sum",
		"A lower limit of the total overpayment that holds for every distribution: the minimum sum method.",
		"Edwards et al., Health Services & Outcomes Research Methodology 4 (2003), 241-263",
		`{"examined":["40","55","30","60"],"audited":["0","55","0","0"],"unsampled":["90","15","40","45","20","60"]}`,
		variable.MinimumSum.Appraise),
}
