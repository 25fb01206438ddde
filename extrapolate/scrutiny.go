package extrapolate

import (
	"context"
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/hashstream"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/reportable"
)

// CheckStatus is how a check came out.
type CheckStatus string

// The statuses.
const (
	// Passed: nothing stands out.
	Passed CheckStatus = "passed"
	// Noted: a reader of the estimate has to know it. It is no error and breaks no rule.
	Noted CheckStatus = "noted"
	// Failed: what the agreement asks for is not met.
	Failed CheckStatus = "failed"
)

// The codes of the checks, in their order. [Scrutiny.Examine] says what each looks at.
const (
	CheckPrecision   = "precision"
	CheckNonzero     = "nonzero_items"
	CheckSkewness    = "skewness"
	CheckSingleClaim = "single_claim"
	CheckCoverage    = "coverage"
	CheckMinimumSum  = "minimum_sum"
)

// ScrutinyCheck is one check of an estimate, for a reader who is no statistician.
type ScrutinyCheck struct {
	Code   string      `json:"code"`
	Status CheckStatus `json:"status"`
	// Figure that was looked at, as it is to be printed.
	Figure string `json:"figure,omitempty"`
	// Text says in plain words what was found.
	Text string `json:"text"`
	// Source of the measure it is judged by.
	Source reportable.Source `json:"source"`
}

// Scrutiny asks what a court asks about an extrapolation: how precise it is, what it rests on, and whether its interval
// can be relied on for data like these.
type Scrutiny struct {
	Sample
	// Seed of the simulation, fixed beforehand: UTF-8 text of at most 1,000 bytes without line feeds and other control
	// characters. None: nothing is simulated.
	Seed string `json:"seed,omitempty"`
	// Replicates is the number of simulated samples, 1,000 to 100,000; 0 means 1,000.
	Replicates int64 `json:"replicates,omitempty"`
	// Unsampled are the payments of all claims of the population that were not drawn, for the minimum sum method. None:
	// it is left out.
	Unsampled []decimal.Decimal `json:"unsampled,omitempty"`
	// ErrorShare of the minimum sum method, see [variable.MinimumSum]; 0 stands for 1.
	ErrorShare decimal.Decimal `json:"errorShare,omitzero" zero:"1"`
	// Enlarged says that the size of the sample was chosen after a part of it was reviewed, and that this part is in it:
	// a full sample that takes in its discovery sample.
	Enlarged bool `json:"enlarged,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s Scrutiny) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// ScrutinyResult is the outcome of all checks.
type ScrutinyResult struct {
	// Universe and SampleSize are numbers of claims.
	Universe   int64 `json:"universe"`
	SampleSize int64 `json:"sampleSize"`
	// PointEstimate is the extrapolated gross overpayment in dollars and cents.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// Level of the interval that is looked at.
	Level decimal.Decimal `json:"level"`
	// Checks in their order; one that does not apply is left out.
	Checks []ScrutinyCheck `json:"checks"`
	// Influence of the claim that drives the estimate most; none for fewer than two claims or where every claim was
	// reviewed.
	Influence *Influence `json:"influence,omitempty"`
	// Coverage is the simulation; none without a seed or where there is nothing to simulate.
	Coverage *Coverage `json:"coverage,omitempty"`
	// MinimumSum is the appraisal by the minimum sum method; none without the payments of the population.
	MinimumSum *variable.MinimumSumResult `json:"minimumSum,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r ScrutinyResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

const (
	minReplicates     = 1_000
	maxReplicates     = 100_000
	maxSimulationWork = 20_000_000
)

// Examine makes the checks:
//
//   - precision: the agreement's, or the 25 percent that claims reviews usually ask for;
//   - nonzero_items: at least ten overpaid claims;
//   - skewness: Cochran's rule n > 25 G1^2, decided exactly on the moments of the sample (divisor n);
//   - single_claim: how the point estimate changes when one claim is left out; noted where it leaves the interval, or changes
//     by more than the precision that the agreement asks for, else 25 percent;
//   - coverage: how often the interval holds the truth in samples drawn from a population like these data, see [Coverage];
//   - minimum_sum: the one-sided lower limit that holds whatever the data are like, beside that of the interval's method.
//
// Errors: those of [Sample.Estimate]; [ErrSeed]; [ErrReplicates]; [ErrSample] where the payments are not those of the
// claims that were not drawn; variable.ErrShare and variable.ErrUniverse.
//
// Source: Cochran, Sampling Techniques (1977), sec. 2.15, for skewness; RAT-STATS Companion Manual 3-2 to 3-7 for the
// appraisal; [variable.MinimumSum].
func (s Scrutiny) Examine() (ScrutinyResult, error) { return s.ExamineContext(context.Background()) }

// ExamineContext is Examine until ctx is done, and then ends with the error of ctx.
func (s Scrutiny) ExamineContext(ctx context.Context) (ScrutinyResult, error) {
	if s.Replicates == 0 {
		s.Replicates = minReplicates
	}
	if s.Replicates < minReplicates || s.Replicates > maxReplicates {
		return ScrutinyResult{}, fmt.Errorf("%w: %d replicates are not between %d and %d", ErrReplicates, s.Replicates,
			minReplicates, maxReplicates)
	}
	if s.Seed != "" {
		if _, err := hashstream.New(coveragePurpose, s.Seed); err != nil {
			return ScrutinyResult{}, fmt.Errorf("%w: %w", ErrSeed, err)
		}
	}
	e, err := s.Sample.Estimate()
	if err != nil {
		return ScrutinyResult{}, err
	}
	r := ScrutinyResult{Universe: e.Universe, SampleSize: int64(len(e.Claims)), PointEstimate: e.PointEstimate,
		Level: e.Interval.Level, Checks: []ScrutinyCheck{}}
	if r.SampleSize == r.Universe {
		r.check(CheckPrecision, Passed, "0.00%", ownSource("a census"), "Every claim of the population was reviewed: the "+
			"overpayment "+
			"is known, and nothing is estimated.")
		return r, nil
	}
	r.precision(e)
	r.nonzero(e)
	r.skewness(e)
	r.singleClaim(e)
	if err := r.simulate(ctx, s, e); err != nil {
		return ScrutinyResult{}, err
	}
	if err := r.minimumSum(s, e); err != nil {
		return ScrutinyResult{}, err
	}
	return r, nil
}

func (r *ScrutinyResult) check(code string, status CheckStatus, figure string, source reportable.Source, format string, args ...any) {
	r.Checks = append(r.Checks, ScrutinyCheck{Code: code, Status: status, Figure: figure, Source: source,
		Text: fmt.Sprintf(format, args...)})
}

// ownSource is the source of a measure that no rule sets.
func ownSource(what string) reportable.Source {
	return reportable.Source{Citation: "this software: " + what}
}

// checkTitles are the checks in words.
var checkTitles = map[string]string{
	CheckPrecision: "Precision", CheckNonzero: "Overpaid claims", CheckSkewness: "Skewness",
	CheckSingleClaim: "One claim left out", CheckCoverage: "Simulated coverage", CheckMinimumSum: "Minimum sum method",
}

// Title of the check in words.
func (c ScrutinyCheck) Title() string {
	if t, ok := checkTitles[c.Code]; ok {
		return t
	}
	return words(c.Code)
}

// WriteText writes the checks as plain text, 96 columns wide. Errors are those of w.
func (r ScrutinyResult) WriteText(w io.Writer) error {
	const width = 96
	var p textfile.Page
	p.Row(textfile.Left(4, "Point estimate"), textfile.Left(34, money(r.PointEstimate)))
	p.Row(textfile.Left(4, "Claims"), textfile.Left(34, exact.CommasInt(r.SampleSize)+" of "+exact.CommasInt(r.Universe)))
	for _, c := range r.Checks {
		p.Blank()
		p.Row(textfile.Left(4, c.Title()+": "+string(c.Status)), textfile.Left(50, c.Figure))
		p.Paragraph(5, width, c.Text)
		source := c.Source.Citation
		if !c.Source.AsOf.IsZero() {
			source += "; as of " + c.Source.AsOf.String()
		}
		p.Paragraph(5, width, "("+source+")")
	}
	_, err := p.WriteTo(w)
	return err
}
