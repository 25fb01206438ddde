package iromath

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/sampling/samplesize"
)

const (
	probeSample  = `"universe":100000,"overpayments":["0","0","120.50","0","80","0","33.10","0"]`
	strataSample = `"strata":[{"name":"small","universe":9000,"meanOverpayment":"5","overpaymentDeviation":"20"},` +
		`{"name":"large","universe":1000,"meanOverpayment":"80","overpaymentDeviation":"150"}]`
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

// curveRequest asks for the precision of many sizes.
type curveRequest struct {
	samplesize.Probe
	Distribution appraisal.Distribution `json:"distribution,omitempty"`
	Sizes        []int64                `json:"sizes,omitempty"`
}

type curveResult struct {
	Points samplesize.Curve `json:"points"`
}

// rateCurveRequest asks for the precision of many sizes without a probe sample.
type rateCurveRequest struct {
	samplesize.ErrorRate
	Distribution appraisal.Distribution `json:"distribution,omitempty"`
	Sizes        []int64                `json:"sizes,omitempty"`
}

type overpaymentsResult struct {
	Overpayments []decimal.Decimal `json:"overpayments"`
}

// ratePrecisionRequest and strataPrecisionRequest ask for the precision of a size without one probe sample.
type ratePrecisionRequest struct {
	samplesize.ErrorRate
	Size  int64           `json:"size"`
	Level decimal.Decimal `json:"level"`
}

type strataPrecisionRequest struct {
	samplesize.Stratified
	Sizes []int64         `json:"sizes"`
	Level decimal.Decimal `json:"level"`
}

// attributeIntervalRequest and attributeCurveRequest ask for the intervals of sizes.
type attributeIntervalRequest struct {
	samplesize.Attribute
	Size  int64           `json:"size"`
	Level decimal.Decimal `json:"level"`
}

type attributeCurveRequest struct {
	samplesize.Attribute
	Sizes []int64 `json:"sizes,omitempty"`
}

type attributeCurveResult struct {
	Points []samplesize.AttributeInterval `json:"points"`
}

// upperLimitRequest asks for the one-sided limit of a size.
type upperLimitRequest struct {
	samplesize.AttributeLimit
	Size  int64           `json:"size"`
	Level decimal.Decimal `json:"level"`
}

// chanceRequest asks how likely a size finds one of so many errors.
type chanceRequest struct {
	Universe int64 `json:"universe"`
	Size     int64 `json:"size"`
	Errors   int64 `json:"errors"`
}

type chanceResult struct {
	Chance decimal.Decimal `json:"chance"`
}

// samplesizeCalculations say how many to draw.
func samplesizeCalculations() []Calculation {
	return []Calculation{
		longCalculation("samplesize.attribute",
			"The smallest sizes whose exact interval of a share in error is not wider than a range.",
			"RAT-STATS Companion Manual 4-22 to 4-31, User's Guide 5-29 to 5-33",
			`{"universe":10000,"rate":"0.20","levels":["0.90","0.95"],"ranges":["0.06"]}`,
			samplesize.Attribute.TableContext),
		calculation("samplesize.attribute.curve",
			"The exact intervals that sample sizes give if they find the share in error that is anticipated: data for a plot.",
			"RAT-STATS Companion Manual 4-29",
			`{"universe":10000,"rate":"0.20","levels":["0.95"],"sizes":[50,100,200,400]}`,
			func(q attributeCurveRequest) (attributeCurveResult, error) {
				points, err := q.Curve(q.Sizes)
				return attributeCurveResult{points}, err
			}),
		calculation("samplesize.attribute.interval",
			"The exact interval that a sample size gives if it finds the share in error that is anticipated.",
			"RAT-STATS Companion Manual 4-29",
			`{"universe":10000,"rate":"0.20","size":666,"level":"0.95"}`,
			func(q attributeIntervalRequest) (samplesize.AttributeInterval, error) {
				return q.Interval(q.Size, q.Level)
			}),
		longCalculation("samplesize.attribute_limit",
			"The smallest sizes whose one-sided upper limit of a share in error stays within a limit.",
			"RAT-STATS User's Guide 3-7; AICPA Audit Guide, Audit Sampling",
			`{"universe":10000,"rate":"0.01","levels":["0.95"],"limits":["0.05"]}`,
			samplesize.AttributeLimit.TableContext),
		calculation("samplesize.attribute_limit.upper",
			"The one-sided upper limit that a sample size gives if it finds the share in error that is expected.",
			"RAT-STATS User's Guide 3-7",
			`{"universe":10000,"rate":"0.01","size":93,"level":"0.95"}`,
			func(q upperLimitRequest) (samplesize.UpperLimit, error) { return q.UpperLimit(q.Size, q.Level) }),
		calculation("samplesize.boundaries",
			"Boundaries of strata by the cumulative root frequency rule.",
			"Dalenius & Hodges (1959); Cochran, Sampling Techniques (1977), sec. 5A.7",
			`{"lower":"0","strata":2,"classes":[{"upper":"100","count":500},{"upper":"500","count":300},`+
				`{"upper":"1000","count":150},{"upper":"5000","count":50}]}`,
			samplesize.RootFrequency.Boundaries),
		calculation("samplesize.curve",
			"The precision of many sample sizes, by the mean and standard deviation of a probe sample: data for a plot.",
			"RAT-STATS Companion Manual 3-6, 3-7",
			`{`+probeSample+`,"levels":["0.90"],"sizes":[30,100,300]}`,
			func(q curveRequest) (curveResult, error) {
				points, err := q.Curve(q.Distribution, q.Sizes)
				return curveResult{points}, err
			}),
		calculation("samplesize.discovery",
			"The smallest sizes that find at least one error if a share or number of the universe is in error.",
			"Arkin, Handbook of Sampling for Auditing and Accounting (1984); exact hypergeometric",
			`{"universe":10000,"rates":["0.05"],"counts":[1],"levels":["0.95"]}`,
			samplesize.Discovery.Table),
		calculation("samplesize.discovery.chance",
			"The chance that a sample size finds at least one of so many errors.",
			"Arkin, Handbook of Sampling for Auditing and Accounting (1984); exact hypergeometric",
			`{"universe":10000,"size":50,"errors":500}`,
			func(q chanceRequest) (chanceResult, error) {
				chance, err := samplesize.Discovery{Universe: q.Universe}.Chance(q.Size, q.Errors)
				return chanceResult{chance}, err
			}),
		calculation("samplesize.error_rate",
			"Sample sizes from an expected error rate and the reported amounts.",
			"RAT-STATS Companion Manual 4-7 to 4-10",
			`{"universe":10000,"rate":"0.15","reportedTotal":"1000000","reportedDeviation":"80"}`,
			samplesize.ErrorRate.Table),
		calculation("samplesize.error_rate.curve",
			"The precision of many sample sizes, by an expected error rate and the reported amounts: data for a plot.",
			"RAT-STATS Companion Manual 3-6, 3-7, 4-10",
			`{"universe":10000,"rate":"0.15","reportedTotal":"1000000","reportedDeviation":"80","levels":["0.90"],`+
				`"sizes":[30,100,300]}`,
			func(q rateCurveRequest) (curveResult, error) {
				points, err := q.Curve(q.Distribution, q.Sizes)
				return curveResult{points}, err
			}),
		calculation("samplesize.error_rate.precision",
			"The precision that a sample size gives, by an expected error rate and the reported amounts.",
			"RAT-STATS Companion Manual 3-6, 3-7, 4-10",
			`{"universe":10000,"rate":"0.15","reportedTotal":"1000000","reportedDeviation":"80","size":100,"level":"0.90"}`,
			func(q ratePrecisionRequest) (samplesize.Expected, error) { return q.Precision(q.Size, q.Level) }),
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
		calculation("samplesize.probe.read",
			"The overpayments in RAT-STATS' text file of a probe sample.",
			"RAT-STATS User's Guide 5-3",
			`{"text":"0\n0\n$1,120.50\n80\n"}`,
			func(q fileRequest) (overpaymentsResult, error) {
				overpayments, err := samplesize.ReadProbe(strings.NewReader(q.Text))
				return overpaymentsResult{overpayments}, err
			}),
		calculation("samplesize.probe.reaching",
			"The smallest sample size whose t interval is within a precision, by the mean and standard deviation of a probe sample.",
			"RAT-STATS Companion Manual 3-6, 3-7, solved for n",
			`{`+probeSample+`,"level":"0.90","precision":"0.25"}`,
			func(q reachingRequest) (reachingResult, error) {
				n, err := q.SizeStudentT(q.Level, q.Precision)
				return reachingResult{n}, err
			}),
		calculation("samplesize.stratified",
			"Sample sizes of strata that give a precision together.",
			"RAT-STATS Companion Manual 4-11 to 4-13, 4-20",
			`{`+strataSample+`,"levels":["0.90"],"precisions":["0.25"]}`,
			samplesize.Stratified.Table),
		calculation("samplesize.stratified.precision",
			"The precision that given sizes of strata give together.",
			"RAT-STATS Companion Manual 4-19, 4-21",
			`{`+strataSample+`,"sizes":[100,100],"level":"0.90"}`,
			func(q strataPrecisionRequest) (samplesize.Expected, error) { return q.Precision(q.Sizes, q.Level) }),
		calculation("samplesize.stratified_known",
			"A given sample size divided among strata, and the precision that it gives.",
			"RAT-STATS Companion Manual 4-16 to 4-19",
			`{`+strataSample+`,"size":200}`,
			samplesize.StratifiedKnown.Sizes),
	}
}
