package iromath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
)

// figure is one reported figure at its path.
type figure struct {
	path string
	printed
}

// Parts of a report, the first word of a path.
const (
	partPopulation = "population"
	partDiscovery  = "discovery"
	partFull       = "full"
	partSample     = "sample"
	partSize       = "size"
	partEstimate   = "estimate"
	partOwed       = "obligations"
)

// partOf is the first word of a path.
func partOf(path string) string {
	return path[:strings.IndexFunc(path+".", func(r rune) bool { return r == '.' || r == '[' })]
}

// figureReader reads the figures of a report in their order.
type figureReader struct {
	list  []figure
	wrong reportedErrors
}

func (r *figureReader) read(path string, p Printed, k kind) {
	if p == "" {
		return
	}
	f, err := readPrinted(p, k)
	if err != nil {
		r.wrong.add(path, "%q %v", show([]byte(p)), err)
	}
	r.list = append(r.list, figure{path, f})
}

// figures reads every figure of a report, apart from numbers, ids and seeds of samples. The error lists all that cannot be
// read.
func (r Results) figures() ([]figure, reportedErrors) {
	var in figureReader
	in.read("population.claims", r.Population.Claims, plainFigure)
	in.read("population.paid", r.Population.Paid, plainFigure)
	in.read("population.digest", Printed(r.Population.Digest), wordFigure)
	in.sample(partDiscovery, r.Discovery)
	if s := r.Size; s != nil {
		in.read("size.confidence", s.Confidence, rateFigure)
		in.read("size.precision", s.Precision, rateFigure)
		in.read("size.mean", s.Mean, plainFigure)
		in.read("size.standardDeviation", s.StandardDeviation, plainFigure)
		in.read("size.unrounded", s.Unrounded, plainFigure)
		in.read("size.size", s.Size, plainFigure)
	}
	in.sample(partFull, r.Full)
	in.sample(partSample, r.Sample)
	in.estimate(r.Estimate)
	in.obligations(r.Obligations)
	return in.list, in.wrong
}

func (r *figureReader) sample(part string, s *ReportedSample) {
	if s == nil {
		return
	}
	for _, f := range []struct {
		name string
		p    Printed
		k    kind
	}{
		{"size", s.Size, plainFigure}, {"reviewed", s.Reviewed, plainFigure},
		{"claimsInError", s.ClaimsInError, plainFigure}, {"claimsOverpaid", s.ClaimsOverpaid, plainFigure},
		{"claimsUnderpaid", s.ClaimsUnderpaid, plainFigure}, {"missingDocumentation", s.MissingDocumentation, plainFigure},
		{"insufficientDocumentation", s.InsufficientDocumentation, plainFigure},
		{"paid", s.Paid, plainFigure}, {"overpaid", s.Overpaid, plainFigure}, {"underpaid", s.Underpaid, plainFigure},
		{"netOverpayment", s.NetOverpayment, plainFigure}, {"errorRate", s.ErrorRate, rateFigure},
		{"thresholdMet", s.ThresholdMet, wordFigure},
	} {
		r.read(part+"."+f.name, f.p, f.k)
	}
}

func (r *figureReader) estimate(e *ReportedEstimate) {
	if e == nil {
		return
	}
	for _, f := range []struct {
		name string
		p    Printed
	}{
		{"universe", e.Universe}, {"sampleSize", e.SampleSize}, {"nonzero", e.Nonzero}, {"total", e.Total}, {"mean", e.Mean},
		{"standardDeviation", e.StandardDeviation}, {"skewness", e.Skewness}, {"kurtosis", e.Kurtosis},
		{"standardErrorMean", e.StandardErrorMean}, {"standardError", e.StandardError},
		{"pointEstimate", e.PointEstimate}, {"netPointEstimate", e.NetPointEstimate},
	} {
		r.read("estimate."+f.name, f.p, plainFigure)
	}
	seen := map[string]bool{}
	for i, in := range e.Intervals {
		place := fmt.Sprintf("estimate.intervals[%d]", i)
		level, err := in.level()
		switch {
		case err != nil:
			r.wrong.add(place, "level %q %v", show([]byte(in.Level)), err)
			continue
		case seen[exact.String(level)]:
			r.wrong.add(place, "level %q stands twice", show([]byte(in.Level)))
			continue
		}
		seen[exact.String(level)] = true
		path := intervalPath(level)
		r.read(path+"percentile", in.Percentile, plainFigure)
		r.read(path+"precisionAmount", in.PrecisionAmount, plainFigure)
		r.read(path+"precisionPercent", in.PrecisionPercent, percentFigure)
		r.read(path+"lowerLimit", in.LowerLimit, plainFigure)
		r.read(path+"upperLimit", in.UpperLimit, plainFigure)
	}
}

// level reads the confidence level of an interval.
func (i ReportedInterval) level() (decimal.Decimal, error) {
	p, err := readPrinted(i.Level, rateFigure)
	if err != nil {
		return decimal.Decimal{}, err
	}
	if _, err := appraisal.Percentile(p.value, nil); err != nil {
		return decimal.Decimal{}, err
	}
	return exact.Canonical(p.value), nil
}

// intervalPath is the path of an interval with a dot behind it: "estimate.intervals[0.9].".
func intervalPath(level decimal.Decimal) string {
	return "estimate.intervals[" + exact.String(level) + "]."
}

// owedPath is the path of an obligation with a dot behind it: "obligations[repay_found Medicare].".
func owedPath(kind extrapolate.ObligationKind, payor string) string {
	return "obligations[" + strings.TrimSpace(string(kind)+" "+payor) + "]."
}

// owedKinds are the obligations that a report can state.
var owedKinds = []extrapolate.ObligationKind{
	extrapolate.RepayFound, extrapolate.RepayExtrapolated, extrapolate.EvaluateExtrapolation, extrapolate.SystemsReview,
	extrapolate.ClaimSystemsReview, extrapolate.ConsiderReportable,
}

func (r *figureReader) obligations(list []ReportedObligation) {
	seen := map[string]bool{}
	for i, o := range list {
		path, place := owedPath(o.Kind, o.Payor), fmt.Sprintf("obligations[%d]", i)
		switch {
		case !slices.Contains(owedKinds, o.Kind):
			r.wrong.add(place, "kind %q is none of %v", show([]byte(o.Kind)), owedKinds)
			continue
		case seen[path]:
			r.wrong.add(place, "stands twice")
			continue
		}
		seen[path] = true
		r.read(path+"amount", o.Amount, plainFigure)
		r.read(path+"credited", o.Credited, plainFigure)
		r.read(path+"due", o.Due, plainFigure)
		r.read(path+"by", o.By, dateFigure)
	}
}

// values are computed figures by path.
type values map[string]value

// tally is what the error rate of a sample is made of.
type tally struct {
	reviewed, inError, overpaid, underpaid, missing, incomplete int64
	paid, over, under, net, rate                                decimal.Decimal
}

func (v values) putTally(part string, t tally) {
	v[part+".reviewed"], v[part+".claimsInError"] = count(t.reviewed), count(t.inError)
	v[part+".claimsOverpaid"], v[part+".claimsUnderpaid"] = count(t.overpaid), count(t.underpaid)
	v[part+".missingDocumentation"], v[part+".insufficientDocumentation"] = count(t.missing), count(t.incomplete)
	v[part+".paid"], v[part+".overpaid"], v[part+".underpaid"] = number(t.paid), number(t.over), number(t.under)
	v[part+".netOverpayment"], v[part+".errorRate"] = number(t.net), number(t.rate)
}

func (v values) putThreshold(met bool) {
	v["discovery.thresholdMet"] = textValue(map[bool]string{true: "yes", false: "no"}[met])
}

// putSize writes how a full sample is sized from overpayments.
func (v values) putSize(sums appraisal.Sums, level, precision, unrounded decimal.Decimal, size int64) {
	v["size.confidence"], v["size.precision"] = number(level), number(precision)
	v["size.mean"] = number(exact.Round(sums.Mean()))
	v["size.standardDeviation"] = number(exact.Sqrt(sums.Variance()))
	v["size.unrounded"], v["size.size"] = number(unrounded), count(size)
}

// putUnits writes the numbers and ids of a sample and its size.
func (v values) putUnits(part string, numbers []int64, ids []string) {
	v[part+".numbers"], v[part+".ids"] = value{text: listText(numbers), is: listFigure}, value{text: listText(ids), is: listFigure}
	v[part+".size"] = count(int64(len(numbers)))
}

// listText is a list as one text, in sequential order.
func listText[T int64 | string](list []T) string {
	var b strings.Builder
	for _, x := range slices.Sorted(slices.Values(list)) {
		fmt.Fprintf(&b, "%v\n", x)
	}
	return b.String()
}

// estimated are the figures of an extrapolation.
type estimated struct {
	universe, n, nonzero                    int64
	total, mean, deviation, errorMean, err_ decimal.Decimal
	skewness, kurtosis                      *decimal.Decimal
	point, net                              decimal.Decimal
	intervals                               []appraisal.Interval
}

func (v values) putEstimate(e estimated) {
	put := func(name string, d decimal.Decimal) { v["estimate."+name] = number(d) }
	v["estimate.universe"], v["estimate.sampleSize"], v["estimate.nonzero"] = count(e.universe), count(e.n), count(e.nonzero)
	put("total", e.total)
	put("mean", e.mean)
	put("standardDeviation", e.deviation)
	if e.skewness != nil && e.kurtosis != nil {
		put("skewness", *e.skewness)
		put("kurtosis", *e.kurtosis)
	}
	put("standardErrorMean", e.errorMean)
	put("standardError", e.err_)
	put("pointEstimate", e.point)
	put("netPointEstimate", e.net)
	for _, in := range e.intervals {
		path := intervalPath(in.Level)
		v[path+"percentile"], v[path+"precisionAmount"] = number(in.Percentile), number(in.PrecisionAmount)
		v[path+"lowerLimit"], v[path+"upperLimit"] = number(in.LowerLimit), number(in.UpperLimit)
		if e.point.IsPositive() {
			v[path+"precisionPercent"] = number(in.PrecisionPercent)
		}
	}
}

// formulas are the formula and the source of each figure, by the last word of its path where the part does not matter.
var formulas = map[string][2]string{
	"claims":                          {"claims in the sampling frame", sourceFAQ},
	"population.paid":                 {"sum of the paid amounts of the frame", sourceFAQ},
	"digest":                          {"SHA-256 of the frame in canonical form", "this library, Frame.Digest"},
	"numbers":                         {"RAT-STATS, Single Stage Random Numbers, or the method stated", "RAT-STATS User's Guide 2-4 to 2-13"},
	"spares":                          {"the orders of selection behind the sample", "RAT-STATS User's Guide 2-4 to 2-13"},
	"ids":                             {"claims of the frame with the numbers drawn", sourceFAQ},
	"reviewed":                        {"claims in the sample", sourceFAQ},
	"missingDocumentation":            {"claims whose documentation is missing; each is overpaid by its whole paid amount", sourceFAQ},
	"paid":                            {"sum of the paid amounts of the sample", sourceFAQ},
	"overpaid":                        {"sum of paid less correct where positive", sourceFAQ},
	"underpaid":                       {"sum of correct less paid where positive", sourceFAQ},
	"netOverpayment":                  {"overpayments less underpayments where netted", sourceFAQ},
	"errorRate":                       {"net overpayment / dollars paid in the sample", sourceFAQ},
	"thresholdMet":                    {"exact error rate >= threshold", sourceFAQ},
	"size.mean":                       {"sum of the discovery sample's overpayments / n, underpayments as zero", sourceFAQ},
	"size.standardDeviation":          {"sqrt(sum((x-mean)^2)/(n-1)) of the overpayments", "RAT-STATS Companion Manual 4-6"},
	"size.unrounded":                  {sizeFormula, "RAT-STATS Companion Manual 4-6"},
	"size.size":                       {sizeFormula + ", rounded to nearest", "RAT-STATS Companion Manual 4-6"},
	"estimate.universe":               {"claims in the sampling frame", sourceFAQ},
	"estimate.nonzero":                {"overpaid claims in the sample", "RAT-STATS Companion Manual 3-4"},
	"total":                           {"sum of the overpayments", "RAT-STATS Companion Manual 3-4"},
	"estimate.mean":                   {"sum(x)/n of the overpayments", "RAT-STATS Companion Manual 3-5"},
	"estimate.standardDeviation":      {"sqrt(sum((x-mean)^2)/(n-1))", "RAT-STATS Companion Manual 3-5"},
	"skewness":                        {"b3/b2^(3/2), bk = sum((x-mean)^k)/n", "RAT-STATS Companion Manual 3-5"},
	"kurtosis":                        {"b4/b2^2, bk = sum((x-mean)^k)/n", "RAT-STATS Companion Manual 3-5"},
	"standardErrorMean":               {"s*sqrt((N-n)/(n*N))", "RAT-STATS Companion Manual 3-6"},
	"standardError":                   {"N*s*sqrt((N-n)/(n*N))", "RAT-STATS Companion Manual 3-6"},
	"pointEstimate":                   {"N*mean", "RAT-STATS Companion Manual 3-6"},
	"netPointEstimate":                {"N*mean of paid less correct", "RAT-STATS Companion Manual 3-6"},
	"percentile":                      {"Student's t, n-1 degrees of freedom, at (1+level)/2", "RAT-STATS Companion Manual 3-6"},
	"precisionAmount":                 {"t*standard error", "RAT-STATS Companion Manual 3-6"},
	"precisionPercent":                {"100*precision amount/point estimate", "RAT-STATS Companion Manual 3-6"},
	"lowerLimit":                      {"point estimate - precision amount", "RAT-STATS Companion Manual 3-7"},
	"upperLimit":                      {"point estimate + precision amount", "RAT-STATS Companion Manual 3-7"},
	string(extrapolate.RepayFound):    {"sum of the overpayments found, by payor, never net", sourceFAQ},
	string(extrapolate.SystemsReview): {"due with a full sample", sourceFAQ},
	string(extrapolate.RepayExtrapolated): {
		"the point estimate in dollars and cents", sourceFAQ,
	},
	string(extrapolate.EvaluateExtrapolation): {"the point estimate in dollars and cents", sourceFAQ},
	"credited": {"refunds made, up to the amount", sourceFAQ},
	"due":      {"amount less refunds", sourceFAQ},
	"by":       {"the day the determinations were complete + the days to repay", "42 U.S.C. 1320a-7k(d); 42 CFR 401.305"},
}

const (
	sourceFAQ   = oigFAQ
	sizeFormula = "(s*N)^2/((precision*mean*N/z)^2 + N*s^2)"
)

// formulaOf finds formula and source of a path.
func formulaOf(path string) (formula, source string) {
	last := path[strings.LastIndexByte(path, '.')+1:]
	keys := []string{path, last}
	if _, owed, ok := strings.Cut(path, partOwed+"["); ok && last == "amount" {
		keys = []string{strings.FieldsFunc(owed, func(r rune) bool { return r == ' ' || r == ']' })[0]}
	}
	for _, key := range keys {
		if f, ok := formulas[key]; ok {
			return f[0], f[1]
		}
	}
	return "", ""
}
