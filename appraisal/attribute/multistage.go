package attribute

import (
	"errors"
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/textfile"
)

// ErrEntry: a figure taken over from an earlier appraisal has too many digits, is a proportion that is not between 0 and 1,
// or a negative standard error.
var ErrEntry = errors.New("attribute: entry")

// StratumProportion is what an earlier appraisal says of a stratum.
type StratumProportion struct {
	// Name of the stratum; RAT-STATS has none.
	Name string `json:"name,omitempty"`
	// Proportion of the stratum's items that have the characteristic, as a fraction: "0.1690" for 16.90 percent.
	Proportion decimal.Decimal `json:"proportion"`
	// StandardError of that estimate, as a fraction as well.
	StandardError decimal.Decimal `json:"standardError"`
	// Universe is the number of items in the stratum, at the last stage of its sample.
	Universe int64 `json:"universe"`
}

// MarshalJSON writes decimals as strings.
func (s StratumProportion) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratifiedMultistage is RAT-STATS' "Attribute Appraisals > Stratified Multistage": it adds up the strata of a universe
// that were appraised one by one, with any design, such as two or three stages.
//
// RAT-STATS' users type in percentages that were rounded to two places; the proportions of our own results may be taken as
// they are.
//
// Source: RAT-STATS Companion Manual 2-68 to 2-74, User's Guide 3-74 to 3-80.
type StratifiedMultistage struct {
	// Strata divide the universe and were sampled independently of each other.
	Strata []StratumProportion `json:"strata"`
	Options
}

// MarshalJSON writes decimals as strings.
func (d StratifiedMultistage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// StratifiedMultistageResult is the appraisal of all strata together; its intervals use the normal distribution.
type StratifiedMultistageResult struct {
	Projection
	// Universe is the number of items in all strata.
	Universe int64 `json:"universe"`
	// Strata as they were given.
	Strata []StratumProportion `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (r StratifiedMultistageResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out. With M_i items, the proportion p_i and its standard error se_i in a stratum, and M items
// in all,
//
//	p = sum M_i/M * p_i    standard error = sqrt(sum (M_i/M * se_i)^2)    quantity = M * p
//
// Errors: [ErrStrata], [ErrEntry], [ErrUniverse], appraisal.ErrLevel. Warnings: "zero_standard_error" for a stratum of which
// everything was examined, or whose standard error was left out; "strata_limit" for more than RAT-STATS' 500 strata.
// RAT-STATS asks for two strata at least; a single one keeps its figures.
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
		if r.Universe += s.Universe; r.Universe > MaxUniverse {
			return StratifiedMultistageResult{}, fmt.Errorf("%w: the strata have more than %d items", ErrUniverse,
				int64(MaxUniverse))
		}
		parts = append(parts, part)
	}
	var err error
	if r.Projection, err = project(design.Sum(parts), exact.Int(r.Universe), d.Options); err != nil {
		return StratifiedMultistageResult{}, err
	}
	if len(d.Strata) > 500 {
		warnings = append(warnings, finding.Warn("strata_limit", "RAT-STATS combines up to 500 strata; here are %d.",
			len(d.Strata)))
	}
	r.Warnings = append(warnings, r.Warnings...)
	return r, nil
}

// part hands the figures of a stratum to a design: the quantity, and its variance.
func (s StratumProportion) part() (design.Part, error) {
	for _, d := range []decimal.Decimal{s.Proportion, s.StandardError} {
		if err := exact.Check(d); err != nil {
			return design.Part{}, fmt.Errorf("%w: %w", ErrEntry, err)
		}
	}
	p, se := exact.Rat(s.Proportion), exact.Rat(s.StandardError)
	switch {
	case p.Sign() < 0 || p.Cmp(exact.Int(1)) > 0:
		return design.Part{}, fmt.Errorf("%w: proportion %s is not between 0 and 1", ErrEntry, exact.String(s.Proportion))
	case se.Sign() < 0:
		return design.Part{}, fmt.Errorf("%w: standard error %s is negative", ErrEntry, exact.String(s.StandardError))
	case s.Universe < 1 || s.Universe > MaxUniverse:
		return design.Part{}, fmt.Errorf("%w: %d is not between 1 and %d", ErrUniverse, s.Universe, int64(MaxUniverse))
	}
	items := exact.Int(s.Universe)
	se.Mul(se, items)
	return design.Part{Total: p.Mul(p, items), Variance: se.Mul(se, se)}, nil
}

// ReadStratifiedMultistage reads RAT-STATS' file of percentages: a line a stratum, with the percentage, its standard error
// in percent and the number of items in the stratum, between commas, blanks or tabs; numbers have no thousands commas. What
// is no number is an error (RAT-STATS takes it for zero). Percentages become fractions. Whatever stands before the three numbers is taken as a name.
//
// Errors: [ErrEncoding], [ErrLine], [ErrStrata] for a file without a stratum, [RowErrors] with every wrong line.
//
// Source: RAT-STATS User's Guide 3-75, 3-76.
func ReadStratifiedMultistage(r io.Reader) (StratifiedMultistage, error) {
	units, err := textfile.ReadUnits(r, true, func([]textfile.Unit) int { return 3 })
	if err != nil {
		return StratifiedMultistage{}, err
	}
	var d StratifiedMultistage
	var wrong RowErrors
	for _, u := range units {
		n, ok := textfile.Whole(u.Numbers[2], MaxUniverse)
		s := StratumProportion{Name: u.Name, Proportion: u.Numbers[0].Shift(-2), StandardError: u.Numbers[1].Shift(-2), Universe: n}
		if _, err := s.part(); err != nil || !ok {
			rule := "the universe has to be a whole number"
			if ok {
				rule = err.Error()
			}
			wrong = append(wrong, finding.RowError{Line: u.Line, Rule: rule})
		}
		d.Strata = append(d.Strata, s)
	}
	if len(wrong) > 0 {
		return StratifiedMultistage{}, wrong
	}
	return d, noStrata(len(d.Strata))
}
