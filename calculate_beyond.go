package iromath

import "github.com/iromath/iromath/appraisal/variable"

// beyondCalculations estimate totals by what RAT-STATS does not have.
func beyondCalculations() []Calculation {
	return []Calculation{
		calculation("appraisal.variable.difference_estimator",
			"The total of a value from its difference to another one whose total is known: what should have been paid from what was.",
			"Cochran, Sampling Techniques (1977), sec. 7.2, 7.9",
			`{"strata":[{"universe":1000,"y":["80","112.50","90","60"],"x":["80","125","90","100"]}],"totalX":"100000"}`,
			variable.DifferenceEstimator.Appraise),
		calculation("appraisal.variable.minimum_sum",
			"A lower limit of the total overpayment that holds for every distribution: the minimum sum method.",
			"Edwards et al., Health Services & Outcomes Research Methodology 4 (2003), 241-263",
			`{"examined":["40","55","30","60"],"audited":["0","55","0","0"],"unsampled":["90","15","40","45","20","60"]}`,
			variable.MinimumSum.Appraise),
		calculation("appraisal.variable.pps",
			"The total of a universe from units drawn with probability proportional to size, such as a monetary unit sample.",
			"Hansen and Hurwitz (1943); Horvitz and Thompson (1952); Cochran, Sampling Techniques (1977), sec. 9A.3, 9A.7",
			`{"totalSize":"1000","hits":4,"units":[{"size":"400","value":"30","hits":2},{"size":"50","value":"10"},{"size":"100","value":"40"}]}`,
			variable.PPS.Appraise),
		calculation("appraisal.variable.ratio",
			"The total of a value from its ratio to another one whose total is known, such as the amounts paid; strata combined or separate.",
			"Cochran, Sampling Techniques (1977), sec. 6.2 to 6.4, 6.10, 6.11",
			`{"strata":[{"name":"visits","universe":1000,"totalX":"100000","y":["0","12.50","0","40"],"x":["80","125","90","100"]},`+
				`{"name":"surgery","universe":40,"totalX":"120000","y":["0","900","150"],"x":["2500","3000","4100"]}],`+
				`"combination":"separate","degreesOfFreedom":"satterthwaite","oneSidedLevels":["0.90"]}`,
			variable.Ratio.Appraise),
		calculation("appraisal.variable.regression",
			"The total of a value along its regression line on another one whose total is known, with the slope of the sample or a fixed one.",
			"Cochran, Sampling Techniques (1977), sec. 7.2 to 7.4, 7.9, 7.10",
			`{"strata":[{"universe":1000,"y":["0","12.50","0","40"],"x":["80","125","90","100"]}],"totalX":"100000","degreesOfFreedom":"strata"}`,
			variable.Regression.Appraise),
		calculation("appraisal.variable.stringer",
			"The Stringer bound: an upper limit of the total from a monetary unit sample with few or no wrong units.",
			"Stringer (1963); Bickel, International Statistical Review 60 (1992), 197-209",
			`{"totalSize":"1000000","hits":60,"selection":"with_replacement","units":[{"size":"400","value":"400"},{"size":"50","value":"25"},`+
				`{"size":"100","value":"0","hits":58}],"oneSidedLevels":["0.95"]}`,
			variable.StringerBound.Appraise),
	}
}
