package iromath

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/document"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ScrutinyOptions add to a report the checks of the estimate that a court asks for.
type ScrutinyOptions struct {
	// Seed of the simulation, a text; empty means the seed of the first sample, which was stated before anything was drawn.
	Seed string `json:"seed,omitempty"`
	// Replicates is the number of simulated samples, 1,000 to 100,000; 0 means 1,000.
	Replicates int64 `json:"replicates,omitempty"`
	// MinimumSum adds the lower limit of the minimum sum method, from the payments of all claims of the frame.
	MinimumSum bool `json:"minimumSum,omitempty"`
	// ErrorShare of the minimum sum method, above 0 and up to 1; 0 means 1. It has to be chosen before the sample is seen.
	ErrorShare decimal.Decimal `json:"errorShare,omitzero" zero:"1"`
}

// MarshalJSON writes decimals as strings.
func (o ScrutinyOptions) MarshalJSON() ([]byte, error) { return jsonform.Marshal(o) }

// Scrutiny makes the checks of the estimate that a court asks for: see [extrapolate.Scrutiny]. Errors: [ErrNotStarted];
// [ErrNotDone] before the review is done, and where nothing was extrapolated; those of [extrapolate.Scrutiny.Examine].
func (r *Review) Scrutiny(o ScrutinyOptions) (extrapolate.ScrutinyResult, error) {
	switch {
	case len(r.draws) == 0:
		return extrapolate.ScrutinyResult{}, ErrNotStarted
	case r.estimate == nil:
		return extrapolate.ScrutinyResult{}, fmt.Errorf("%w: there is no extrapolation to look at", ErrNotDone)
	}
	s := extrapolate.Scrutiny{Sample: r.estimate.Sample, Seed: o.Seed, Replicates: o.Replicates, ErrorShare: o.ErrorShare,
		Enlarged: len(r.draws) > 1 && r.agreement.FullSample == FullSampleContinue}
	if s.Seed == "" {
		s.Seed = r.seeds.First
	}
	if o.MinimumSum {
		s.Unsampled = r.unsampled()
	}
	return s.Examine()
}

// unsampled lists the payments of the claims that belong in the frame and are not in the last sample.
func (r *Review) unsampled() []decimal.Decimal {
	in := map[int64]bool{}
	for _, c := range r.last.Claims {
		in[c.Number] = true
	}
	list := make([]decimal.Decimal, 0, r.universe()-int64(len(in)))
	for i := range r.frame.claims.size {
		if !in[i+1] && r.left[i+1] == 0 {
			_, _, cents := r.frame.claims.get(i)
			list = append(list, decimal.New(cents, -2))
		}
	}
	return list
}

// scrutinize puts the checks into the report, where they are asked for and something was extrapolated.
func (r *Report) scrutinize(review *Review, o *ScrutinyOptions) error {
	if o == nil || review.estimate == nil {
		return nil
	}
	result, err := review.Scrutiny(*o)
	if err != nil {
		return err
	}
	r.Scrutiny = &result
	return nil
}

// scrutinyBlocks are the section of the checks.
func scrutinyBlocks(s extrapolate.ScrutinyResult) []document.Block {
	blocks := rows([]document.Row{
		{Label: "Point estimate", Value: dollarText(s.PointEstimate)},
		{Label: "Claims", Value: exact.CommasInt(s.SampleSize) + " of " + exact.CommasInt(s.Universe)},
	})
	for _, c := range s.Checks {
		source := c.Source.Citation
		if !c.Source.AsOf.IsZero() {
			source += "; as of " + c.Source.AsOf.String()
		}
		blocks = append(blocks, heading(c.Title()+": "+string(c.Status))...)
		blocks = append(blocks, rows([]document.Row{{Label: "Figure", Value: c.Figure}})...)
		blocks = append(blocks, paragraphs([]string{c.Text, "(" + source + ")"})...)
	}
	return blocks
}

// clockBlocks are the deadline of the overpayment rule, where suspensions or a cost report were given.
func clockBlocks(d *extrapolate.OverpaymentDeadline) []document.Block {
	if d == nil {
		return nil
	}
	by := d.By.String()
	if d.By.IsZero() {
		by = "suspended, " + finding.Count(int64(d.Remaining), "day", "days") + " left"
	}
	rule := "42 CFR 401.305"
	if d.Program == extrapolate.Medicaid {
		rule = "42 U.S.C. 1320a-7k(d)"
	}
	blocks := rows([]document.Row{{Label: "Under " + rule + " by", Value: by}})
	for _, w := range d.Warnings {
		blocks = append(blocks, document.Block{Paragraph: w.Message})
	}
	return blocks
}

// daysToRepay are the days of the agreement to repay; 0 leaves them to the rules where suspensions or a cost report count
// and no clause of the agreement sets the usual 60.
func (a Agreement) daysToRepay(o ReportOptions) int {
	usual, _ := usual(a.Protocol)
	clause := slices.ContainsFunc(a.Clauses, func(c Clause) bool { return c.Parameter == "repayDays" })
	if (!o.CostReport.IsZero() || len(o.Suspensions) > 0) && a.RepayDays == usual.RepayDays && !clause {
		return 0
	}
	return a.RepayDays
}
