package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
	"github.com/iromath/iromath/sampling/samplesize"
)

// ErrCalculation: [Calculate] was asked for a calculation that does not exist.
var ErrCalculation = errors.New("iromath: no such calculation")

// ErrRequest: a request of [Calculate] is not one JSON value of the calculation's form: a field is unknown or stands
// twice, a value has the wrong type, or something follows the value.
var ErrRequest = jsonform.ErrJSON

// Calculation is one calculation of the JSON contract.
type Calculation struct {
	// Name of the calculation: "appraisal.variable.unrestricted".
	Name string `json:"name"`
	// Summary says in a sentence what it does.
	Summary string `json:"summary"`
	// Source of its formulas and rules.
	Source string `json:"source"`
	// Example is a request that works.
	Example json.RawMessage `json:"example"`

	run func(request []byte) (any, error)
}

// Calculations lists every calculation, sorted by name. The caller may keep and change the list.
func Calculations() []Calculation {
	list := slices.Clone(calculations)
	for i := range list {
		list[i].Example = bytes.Clone(list[i].Example)
	}
	return list
}

// Calculate answers one JSON request with one JSON result. The form of the request is that of the Go type behind the
// calculation; amounts, rates and levels may be strings or numbers and come back as strings.
//
// Errors: [ErrCalculation], [ErrRequest], and those of the calculation.
func Calculate(name string, request []byte) ([]byte, error) {
	i, found := slices.BinarySearchFunc(calculations, name, func(c Calculation, name string) int { return strings.Compare(c.Name, name) })
	if !found {
		return nil, fmt.Errorf("%w: %q", ErrCalculation, finding.Clip(name))
	}
	result, err := calculations[i].run(request)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return jsonform.Marshal(result)
}

// calculation makes a Calculation of a function from a request type to a result type.
func calculation[Request, Result any](name, summary, source, example string, f func(Request) (Result, error)) Calculation {
	return Calculation{Name: name, Summary: summary, Source: source, Example: json.RawMessage(example), run: func(data []byte) (any, error) {
		var request Request
		if err := jsonform.Unmarshal(data, &request); err != nil {
			return nil, err
		}
		return f(request)
	}}
}

// drawOnRequest asks for more units after a selection.
type drawOnRequest struct {
	Selection sampling.Selection `json:"selection"`
	More      int64              `json:"more"`
}

// percentileRequest asks for a percentile; no degrees of freedom mean the normal distribution.
type percentileRequest struct {
	Level            decimal.Decimal  `json:"level"`
	DegreesOfFreedom *decimal.Decimal `json:"degreesOfFreedom,omitempty"`
}

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

// ruleRequest asks for the rules in force on a day; no day means all rules in all forms.
type ruleRequest struct {
	On reportable.Date `json:"on,omitzero"`
}

// reviewRequest is a whole review: what was submitted so far, a list of determinations for each stage.
type reviewRequest struct {
	Agreement Agreement    `json:"agreement"`
	Claims    []FrameClaim `json:"claims"`
	Seeds     Seeds        `json:"seeds"`
	Submitted []struct {
		Date           reportable.Date `json:"date,omitzero"`
		Determinations []Determination `json:"determinations"`
	} `json:"submitted,omitempty"`
	Report ReportOptions `json:"report,omitzero"`
}

// reviewResult is where a review stands.
type reviewResult struct {
	Stage    Stage        `json:"stage"`
	Worklist []FrameClaim `json:"worklist"`
	Draws    []Draw       `json:"draws"`
	Outcome  Outcome      `json:"outcome"`
	Report   *Report      `json:"report,omitempty"`
	Saved    *Review      `json:"saved"`
	Warnings []Warning    `json:"warnings,omitempty"`
}

// ticketsRequest is a plan of tickets with the ids of the frame.
type ticketsRequest struct {
	sampling.Tickets
	IDs []string `json:"ids"`
}

// readRequest is the text of a RAT-STATS data file.
type readRequest struct {
	Format variable.Format `json:"format"`
	Text   string          `json:"text"`
}

func runReview(q reviewRequest) (reviewResult, error) {
	frame, err := NewFrame(q.Claims)
	if err != nil {
		return reviewResult{}, err
	}
	r, err := NewReview(q.Agreement, frame, q.Seeds)
	if err != nil {
		return reviewResult{}, err
	}
	for _, s := range q.Submitted {
		if r, err = r.Submit(s.Date, s.Determinations); err != nil {
			return reviewResult{}, err
		}
	}
	result := reviewResult{Stage: r.Stage(), Worklist: append([]FrameClaim{}, r.Worklist()...), Draws: r.Draws(), Outcome: r.Outcome(), Saved: r, Warnings: r.Warnings()}
	if r.Done() {
		report, err := r.Report(q.Report)
		if err != nil {
			return reviewResult{}, err
		}
		result.Report = &report
	}
	return result, nil
}

const (
	manualSingle       = "RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13"
	manualUnrestricted = "RAT-STATS Companion Manual 3-2 to 3-7"
	oigFAQ             = "OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022"
	probeSample        = `"universe":100000,"overpayments":["0","0","120.50","0","80","0","33.10","0"]`
	strataSample       = `"strata":[{"name":"small","universe":9000,"meanOverpayment":"5","standardDeviationOverpayment":"20"},` +
		`{"name":"large","universe":1000,"meanOverpayment":"80","standardDeviationOverpayment":"150"}]`
	claimsSample = `[{"number":1,"id":"A-1","paid":"100.00","correct":"100.00","documentation":"complete"},` +
		`{"number":2,"id":"A-2","paid":"250.00","correct":"180.00","documentation":"complete","reason":"coded too high","category":"coding"},` +
		`{"number":3,"id":"A-3","paid":"80.00","documentation":"missing"},` +
		`{"number":4,"id":"A-4","paid":"120.00","correct":"125.50","documentation":"complete"}]`
)

// drawnExample is the selection printed on page 3-19 of the Companion Manual.
const drawnExample = `{"seed":"1357.00","low":1,"high":90,"size":10,"spares":0,"frameSize":90,"sample":[` +
	`{"order":4,"number":2},{"order":7,"number":5},{"order":9,"number":7},{"order":10,"number":23},{"order":5,"number":28},` +
	`{"order":2,"number":46},{"order":6,"number":56},{"order":1,"number":67},{"order":8,"number":70},{"order":3,"number":76}],` +
	`"spareUnits":[],"summation":"380"}`

// rational returns a number from a request as a rational.
func rational(d decimal.Decimal) (*big.Rat, error) {
	if err := exact.Check(d); err != nil {
		return nil, fmt.Errorf("iromath: %w", err)
	}
	return exact.Rat(d), nil
}

// calculations, sorted by name.
var calculations = []Calculation{
	calculation("agreement",
		"An agreement with every parameter stated.",
		oigFAQ,
		`{"protocol":"discovery","name":"CIA of an example clinic"}`,
		Agreement.Complete),
	calculation("appraisal.percentile",
		"The percentile of Student's t or the normal distribution for a two-sided confidence level, 20 significant digits.",
		"RAT-STATS Companion Manual 3-7; Abramowitz & Stegun ch. 26",
		`{"level":"0.90","degreesOfFreedom":"49"}`,
		func(q percentileRequest) (appraisal.Confidence, error) {
			if q.DegreesOfFreedom == nil {
				return appraisal.Percentile(q.Level, nil)
			}
			df, err := rational(*q.DegreesOfFreedom)
			if err != nil {
				return appraisal.Confidence{}, err
			}
			return appraisal.Percentile(q.Level, df)
		}),
	calculation("appraisal.variable.read",
		"The sample in a RAT-STATS data file: a line number and one or two amounts on each line.",
		"RAT-STATS User's Guide 4-7, 4-8",
		`{"format":"examined_audited","text":"1 300 267\n2 $1,900.00 774\n"}`,
		func(q readRequest) (variable.Sample, error) {
			return variable.ReadSample(strings.NewReader(q.Text), q.Format)
		}),
	calculation("appraisal.variable.unrestricted",
		"The total of a universe from a simple random sample of amounts, with limits.",
		manualUnrestricted,
		`{"universe":10000,"examined":["300","900","300","200"],"audited":["267","774","255","174"]}`,
		variable.Unrestricted.Appraise),
	calculation("errorrate",
		"The net financial error rate of reviewed claims and whether it meets the threshold.",
		oigFAQ,
		`{"claims":`+claimsSample+`}`,
		errorrate.Sample.Rate),
	calculation("extrapolate",
		"The overpayment of a population from a reviewed sample, at the point estimate with limits beside it.",
		oigFAQ+"; "+manualUnrestricted,
		`{"universe":500,"precision":"0.25","claims":`+claimsSample+`}`,
		extrapolate.Sample.Estimate),
	calculation("extrapolate.obligations",
		"What is to be repaid after a review, to whom and by when.",
		oigFAQ+"; 42 U.S.C. 1320a-7k(d); 42 CFR 401.305",
		`{"protocol":"single","identified":"2026-11-22","reviewed":{"claims":`+claimsSample+`}}`,
		extrapolate.Repayment.Obligations),
	calculation("extrapolate.rules",
		"The rules on repayment with citations, all of them or those in force on a day.",
		oigFAQ+"; 42 U.S.C. 1320a-7k(d); 42 CFR 401.301-305",
		`{"on":"2026-11-22"}`,
		func(q ruleRequest) ([]extrapolate.Rule, error) {
			all := extrapolate.Rules()
			if q.On.IsZero() {
				return all, nil
			}
			return slices.DeleteFunc(all, func(r extrapolate.Rule) bool {
				now, ok := extrapolate.RuleOn(r.ID, q.On)
				return !ok || now != r
			}), nil
		}),
	calculation("review",
		"A whole claims review: the next claims to pull, or the report.",
		oigFAQ,
		`{"agreement":{"protocol":"quarterly","sampleSize":2},"seeds":{"first":"1234"},"claims":[`+
			`{"id":"A-1","paid":"100.00"},{"id":"A-2","paid":"250.00"},`+
			`{"id":"A-3","paid":"80.00"},{"id":"A-4","paid":"120.00"}]}`,
		runReview),
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
	calculation("sampling.diagnose",
		"Runs, chi-square and serial test of numbers in the order of selection, as diagnostics.",
		"Wald & Wolfowitz (1940); Knuth, The Art of Computer Programming 2, 3.3",
		`{"low":1,"high":1000,"classes":2,"numbers":[718,643,247,236,821,650,257,141,301,22]}`,
		sampling.Diagnose.Run),
	calculation("sampling.draw_on",
		"More units after a selection, as if all had been drawn at once.",
		manualSingle,
		`{"more":3,"selection":`+drawnExample+`}`,
		func(q drawOnRequest) (sampling.Selection, error) { return q.Selection.DrawOn(q.More) }),
	calculation("sampling.frames",
		"Random numbers of one of several frames: RAT-STATS' frames, single stage.",
		"RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54",
		`{"seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],"size":5,"spares":2}`,
		sampling.Frames.Draw),
	calculation("sampling.frames_of_two",
		"Random numbers of sub-frames and items in several frames: RAT-STATS' frames, sets of two.",
		"RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65",
		`{"seed":"100","frames":[{"subFrames":{"low":1,"high":20}},{"subFrames":{"low":31,"high":45}}],`+
			`"items":{"low":1,"high":50},"size":5}`,
		sampling.FramesOfTwo.Draw),
	calculation("sampling.pps",
		"Units with probability proportional to size, by systematic selection.",
		"Cochran, Sampling Techniques (1977), sec. 9A",
		`{"seed":"100","sizes":["100.00","2500.50","0","40.25","812.00"],"size":2}`,
		sampling.PPS.Draw),
	calculation("sampling.rhc",
		"Rao-Hartley-Cochran selection: partition of units into groups and one of each.",
		"RAT-STATS Companion Manual 1-11 to 1-28, User's Guide 2-66 to 2-81",
		`{"partitionSeed":"100","selectionSeed":"200","sampleSize":2,"units":[`+
			`{"description":"North","subUnits":10,"size":"120"},{"description":"South","subUnits":4,"size":"35.5"},`+
			`{"description":"East","subUnits":7,"size":"80"},{"description":"West","subUnits":9,"size":"64"}]}`,
		sampling.RHC.Draw),
	calculation("sampling.second",
		"A second draw with its own seed that passes over numbers drawn before.",
		manualSingle,
		`{"plan":{"seed":"200","low":1,"high":1000,"size":5},"earlier":[22,141,236,247,257]}`,
		sampling.Second.Draw),
	calculation("sampling.seed_search",
		"The RAT-STATS seeds that give reported numbers, for a seed that is missing or mistyped.",
		"OIG's technical specification of the 2016 Simple Extensible Sampling Tool Challenge; AS 183",
		`{"low":1,"high":1000,"mistyped":"48836.78","numbers":[22,141,236,247,257,301,643,650,718,821]}`,
		sampling.SeedSearch.Search),
	calculation("sampling.sets",
		"Random numbers of two, three or four ranges: RAT-STATS' sets.",
		"RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44",
		`{"seed":"100","ranges":[{"low":1,"high":21},{"low":1,"high":94}],"size":5,"spares":2}`,
		sampling.Sets.Draw),
	calculation("sampling.single_stage",
		"A simple random sample of numbers with spares, as RAT-STATS, R, Python or NumPy draw it.",
		manualSingle,
		`{"seed":"48863.78","low":1,"high":1000,"size":10,"spares":4}`,
		sampling.SingleStage.Draw),
	calculation("sampling.stratified",
		"A simple random sample of each stratum under one plan.",
		"Cochran, Sampling Techniques (1977), ch. 5",
		`{"seed":"48863.78","strata":[{"name":"small","low":1,"high":900,"size":5},{"name":"large","low":901,"high":1000,"size":3}]}`,
		sampling.Stratified.Draw),
	calculation("sampling.systematic",
		"Every k-th unit from a random start.",
		"Cochran, Sampling Techniques (1977), ch. 8",
		`{"seed":"100","low":1,"high":1000,"size":7}`,
		sampling.Systematic.Draw),
	calculation("sampling.tickets",
		"A sample of claim ids by SHA-256 tickets from a public seed.",
		"R. Rivest, consistent_sampler (2018)",
		`{"seed":"13 04 55 21 87 02","size":2,"spares":1,"ids":["A-1","A-2","A-3","A-4","A-5"]}`,
		func(q ticketsRequest) (sampling.TicketSelection, error) { return q.Tickets.Draw(slices.Values(q.IDs)) }),
	calculation("sampling.verify",
		"Whether reported numbers are what their documentation gives.",
		manualSingle,
		`{"plan":{"seed":"48863.78","low":1,"high":1000,"size":10},`+
			`"reported":[22,141,236,980,257,301,643,650,718,821]}`,
		sampling.Verification.Verify),
}
