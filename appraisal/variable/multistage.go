package variable

import (
	"errors"
	"fmt"
	"io"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/textfile"
)

// ErrEntry: a figure taken over from an earlier appraisal has too many digits, or is a negative standard error or deviation.
var ErrEntry = errors.New("variable: entry")

// StratumTotal is what an earlier appraisal says of a stratum.
type StratumTotal struct {
	// Name of the stratum; RAT-STATS has none.
	Name string `json:"name,omitempty"`
	// PointEstimate of the total of the stratum (not of its mean), in dollars.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// StandardError of that estimate.
	StandardError decimal.Decimal `json:"standardError"`
}

// MarshalJSON writes decimals as strings.
func (s StratumTotal) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratifiedMultistage is RAT-STATS' "Variable Appraisals > Stratified Multistage": it adds up the strata of a universe that
// were appraised one by one, with any design, such as two or three stages.
//
// RAT-STATS' users type in figures that were rounded to dollars; the figures of our own results may be taken as they are.
//
// Source: RAT-STATS Companion Manual 3-82 to 3-90, User's Guide 4-136 to 4-142.
type StratifiedMultistage struct {
	// Strata divide the universe and were sampled independently of each other.
	Strata []StratumTotal `json:"strata"`
	Options
}

// MarshalJSON writes decimals as strings.
func (d StratifiedMultistage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// StratifiedMultistageResult is the appraisal of the total of all strata; its intervals use the normal distribution.
type StratifiedMultistageResult struct {
	appraisal.Estimate
	// Strata as they were given.
	Strata []StratumTotal `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (r StratifiedMultistageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out:
//
//	point estimate = sum of the point estimates
//	standard error = sqrt(sum of the squared standard errors)
//
// Errors: [ErrStrata], [ErrEntry], appraisal.ErrLevel. Warnings: "zero_standard_error" for a stratum of which everything was
// examined, or whose standard error was left out; "strata_limit" for more than RAT-STATS' 500 strata. RAT-STATS asks for two
// strata at least; a single one keeps its figures.
func (d StratifiedMultistage) Appraise() (StratifiedMultistageResult, error) {
	if len(d.Strata) == 0 || len(d.Strata) > maxStrata {
		return StratifiedMultistageResult{}, fmt.Errorf("%w: %d of them, not 1 to %d", ErrStrata, len(d.Strata), maxStrata)
	}
	r := StratifiedMultistageResult{Strata: d.Strata}
	var parts []design.Part
	var warnings []appraisal.Warning
	for i, s := range d.Strata {
		part, err := s.part()
		if err != nil {
			return StratifiedMultistageResult{}, fmt.Errorf("%s: %w", finding.Unit("stratum", i, s.Name), err)
		}
		if part.Variance.Sign() == 0 {
			warnings = append(warnings, finding.Warn("zero_standard_error",
				"Stratum %d has a standard error of 0: it adds nothing to the uncertainty of the total.", i+1))
		}
		parts = append(parts, part)
	}
	total := design.Sum(parts)
	var err error
	if r.Estimate, err = appraisal.NewEstimate(total.Total, total.Variance, d.Options, nil); err != nil {
		return StratifiedMultistageResult{}, err
	}
	if len(d.Strata) > 500 {
		warnings = append(warnings, finding.Warn("strata_limit", "RAT-STATS combines up to 500 strata; here are %d.",
			len(d.Strata)))
	}
	r.Warnings = append(warnings, r.Warnings...)
	return r, nil
}

// part hands the figures of a stratum to a design.
func (s StratumTotal) part() (design.Part, error) {
	if err := exact.Check(s.PointEstimate); err != nil {
		return design.Part{}, fmt.Errorf("%w: point estimate %w", ErrEntry, err)
	}
	variance, err := squared("standard error", s.StandardError)
	return design.Part{Total: exact.Rat(s.PointEstimate), Variance: variance}, err
}

// squared is the variance of a standard error or deviation.
func squared(what string, d decimal.Decimal) (*big.Rat, error) {
	if err := exact.Check(d); err != nil {
		return nil, fmt.Errorf("%w: %s %w", ErrEntry, what, err)
	}
	if d.IsNegative() {
		return nil, fmt.Errorf("%w: %s %s is negative", ErrEntry, what, exact.String(d))
	}
	r := exact.Rat(d)
	return r.Mul(r, r), nil
}

// ReadStratifiedMultistage reads RAT-STATS' file of point estimates: a line a stratum, with the point estimate of its total
// and the standard error of that, between blanks or tabs, with or without thousands commas. Whatever stands before them is
// taken as a name.
//
// Errors: [ErrEncoding], [ErrLine], [ErrStrata] for a file without a stratum, [RowErrors] with every wrong line.
//
// Source: RAT-STATS User's Guide 4-137.
func ReadStratifiedMultistage(r io.Reader) (StratifiedMultistage, error) {
	units, err := textfile.ReadUnits(r, false, func([]textfile.Unit) int { return 2 })
	if err != nil {
		return StratifiedMultistage{}, err
	}
	var d StratifiedMultistage
	var wrong RowErrors
	for _, u := range units {
		if u.Numbers[1].IsNegative() {
			wrong = append(wrong, finding.RowError{Line: u.Line, Column: "standard error",
				Value: exact.String(u.Numbers[1]), Rule: "is negative"})
		}
		d.Strata = append(d.Strata, StratumTotal{Name: u.Name, PointEstimate: u.Numbers[0], StandardError: u.Numbers[1]})
	}
	if len(wrong) > 0 {
		return StratifiedMultistage{}, wrong
	}
	return d, noStrata(len(d.Strata))
}
