package iromath

import (
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/sampling/samplesize"
)

const (
	probeSample  = `"universe":100000,"overpayments":["0","0","120.50","0","80","0","33.10","0"]`
	strataSample = `"strata":[{"name":"small","universe":9000,"meanOverpayment":"5","standardDeviationOverpayment":"20"},` +
		`{"name":"large","universe":1000,"meanOverpayment":"80","standardDeviationOverpayment":"150"}]`
)

// reachingRequest asks which sample size meets a precision by its t interval.
type reachingRequest struct {
	samplesize.Probe
	Level     decimal.Decimal `json:"level"`
	Precision decimal.Decimal `json:"precision"`
}

// precisionRequest asks for the precision of a sample size.
type precisionRequest struct {
	samplesize.Probe
	Size  int64           `json:"size"`
	Level decimal.Decimal `json:"level"`
}

type reachingResult struct {
	Size int64 `json:"size"`
}

// samplesizeCalculations say how many to draw.
var samplesizeCalculations = []Calculation{
	calculation("samplesize.boundaries",
		"Boundaries of strata by the cumulative root frequency rule.",
		"Dalenius & Hodges (1959); Cochran, Sampling Techniques (1977), sec. 5A.7",
		`{"lower":"0","strata":2,"classes":[{"upper":"100","count":500},{"upper":"500","count":300},`+
			`{"upper":"1000","count":150},{"upper":"5000","count":50}]}`,
		samplesize.RootFrequency.Boundaries),
	calculation("samplesize.error_rate",
		"Sample sizes from an expected error rate and the reported amounts.",
		"RAT-STATS Companion Manual 4-7 to 4-10",
		`{"universe":10000,"rate":"0.15","reportedTotal":"1000000","reportedDeviation":"80"}`,
		samplesize.ErrorRate.Table),
	calculation("samplesize.precision",
		"The precision that a sample size gives, by the mean and standard deviation of a probe sample.",
		"RAT-STATS Companion Manual 3-6, 3-7",
		`{`+probeSample+`,"size":100,"level":"0.90"}`,
		func(q precisionRequest) (samplesize.Expected, error) { return q.Precision(q.Size, q.Level) }),
	calculation("samplesize.probe",
		"Full sample sizes from the overpayments of a probe (discovery) sample.",
		"RAT-STATS Companion Manual 4-2 to 4-6",
		`{`+probeSample+`,"levels":["0.90"],"precisions":["0.25"]}`,
		samplesize.Probe.Table),
	calculation("samplesize.probe.reaching",
		"The smallest sample size whose t interval is within a precision, by the mean and standard deviation of a probe sample.",
		"RAT-STATS Companion Manual 3-6, 3-7, solved for n",
		`{`+probeSample+`,"level":"0.90","precision":"0.25"}`,
		func(q reachingRequest) (reachingResult, error) {
			n, err := q.Reaching(q.Level, q.Precision)
			return reachingResult{n}, err
		}),
	calculation("samplesize.stratified",
		"Sample sizes of strata that give a precision together.",
		"RAT-STATS Companion Manual 4-11 to 4-13, 4-20",
		`{`+strataSample+`,"levels":["0.90"],"precisions":["0.25"]}`,
		samplesize.Stratified.Table),
	calculation("samplesize.stratified_known",
		"A given sample size divided among strata, and the precision that it gives.",
		"RAT-STATS Companion Manual 4-16 to 4-19",
		`{`+strataSample+`,"size":200}`,
		samplesize.StratifiedKnown.Sizes),
}
