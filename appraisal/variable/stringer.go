package variable

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/sorting"
)

// StringerBound bounds the total of a monetary unit sample from above, as auditors do where few units are wrong or none, so that
// a standard error says little. Every tainting (value/size) has to be from 0 to 1: an overpayment of no more than was paid.
//
// That the bound holds with at least its confidence has been found in the populations tried, but is proven for large
// samples only. It is often far above the total. Negative values (underpayments) have no place in it.
//
// Source: Stringer, "Practical Aspects of Statistical Sampling in Auditing", Proceedings of the Business and Economic
// Statistics Section, American Statistical Association (1963), 405-411; Bickel, "Inference and Auditing: The Stringer
// Bound", International Statistical Review 60 (1992), 197-209.
type StringerBound struct {
	// PPS is the sample. Of its options only OneSidedLevels count, the confidence of the bounds; none means 0.95.
	// ZeroVarianceForSingle is not needed: a bound needs no variance.
	PPS
}

// MarshalJSON writes decimals as strings.
func (s StringerBound) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StringerResult holds the bounds of a total.
type StringerResult struct {
	// Bounds are in the order of the levels.
	Bounds []StringerLimit `json:"bounds"`
	// Selection is how the units were drawn.
	Selection SelectionScheme `json:"selection"`
	// SampledHits are the hits that count as a sample, Nonzero those of them that are tainted.
	SampledHits int64 `json:"sampledHits"`
	Nonzero     int64 `json:"nonzero"`
	// SampledSize is the size that they stand for: all but that of certain units.
	SampledSize decimal.Decimal `json:"sampledSize"`
	// CertainTotal is what was found in the units of a systematic sample that are certain to be hit.
	CertainTotal decimal.Decimal `json:"certainTotal"`
	// Warnings are findings that are not errors.
	Warnings []appraisal.Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r StringerResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// StringerLimit is an upper limit of a total.
type StringerLimit struct {
	// Level is its one-sided confidence.
	Level decimal.Decimal `json:"level"`
	// UpperLimit of the total.
	UpperLimit decimal.Decimal `json:"upperLimit"`
	// BasicPrecision is what it would be above the certain units if no tainting had been found.
	BasicPrecision decimal.Decimal `json:"basicPrecision"`
}

// MarshalJSON writes decimals as strings.
func (b StringerLimit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(b) }

// maxStringer bounds the hits of a Stringer bound, and maxTainted the tainted units: each takes a limit of Clopper and
// Pearson, which is some milliseconds.
const maxStringer, maxTainted = 10_000, 1_000

// Appraise works the bounds out. With the taintings t_1 >= t_2 >= ... > 0 of k of the m sampled hits, the size A that they
// stand for, and p_j the upper limit of Clopper and Pearson for j of m with the level's confidence (20 digits),
//
//	bound = total of certain units + A (p_0 + sum over j from 1 to k of (p_j - p_(j-1)) t_j)
//
// The units of a systematic sample that are certain to be hit are examined completely and leave A and m, see [PPS]; its
// other hits are taken as draws with replacement.
//
// Errors: [ErrHits], also for a tainting below 0 or above 1, and for more than 10,000 hits or 1,000 tainted units;
// appraisal.ErrLevel. Warning:
// "stringer", that its confidence is not proven for every population.
func (s StringerBound) Appraise() (StringerResult, error) {
	size, hits, err := s.check()
	if err == nil && s.Hits > maxStringer {
		err = fmt.Errorf("%w: %d of them; a Stringer bound takes up to %d", ErrHits, s.Hits, maxStringer)
	}
	if err != nil {
		return StringerResult{}, err
	}
	r := StringerResult{Selection: Systematic}
	if s.Selection != "" {
		r.Selection = s.Selection
	}
	certain, rest := new(big.Rat), new(big.Rat).Set(size)
	var taintings []tainting
	for i, h := range hits {
		if r.Selection == Systematic && h.Certain(size, s.Hits) {
			certain.Add(certain, h.Value)
			rest.Sub(rest, h.Size)
			continue
		}
		share := new(big.Rat).Quo(h.Value, h.Size)
		if share.Sign() < 0 || share.Cmp(exact.Int(1)) > 0 {
			return StringerResult{}, fmt.Errorf("%s: %w: a tainting of %s is not from 0 to 1", finding.Unit("unit", i,
				s.Units[i].Name), ErrHits,
				exact.String(exact.Round(share)))
		}
		r.SampledHits += h.Times
		if share.Sign() > 0 {
			taintings = append(taintings, tainting{share, h.Times})
			r.Nonzero += h.Times
		}
	}
	if r.SampledHits == 0 && rest.Sign() > 0 {
		return StringerResult{}, fmt.Errorf("%w: no unit below the interval was hit", ErrHits)
	}
	if len(taintings) > maxTainted {
		return StringerResult{}, fmt.Errorf("%w: %d tainted units; a Stringer bound takes up to %d", ErrHits, len(taintings),
			maxTainted)
	}
	sorting.By(taintings, func(a, b tainting) int { return b.share.Cmp(a.share) })
	r.SampledSize, r.CertainTotal = inFull(rest), inFull(certain)
	levels, err := appraisal.CheckLevels(s.OneSidedLevels)
	if err != nil {
		return StringerResult{}, err
	}
	if len(levels) == 0 {
		levels = []decimal.Decimal{decimal.New(95, -2)}
	}
	for _, level := range levels {
		b, err := r.bound(level, certain, rest, taintings)
		if err != nil {
			return StringerResult{}, err
		}
		r.Bounds = append(r.Bounds, b)
	}
	r.Warnings = append(r.Warnings, finding.Warn("stringer",
		"A Stringer bound is proven to hold with its confidence for large samples only."))
	return r, nil
}

// tainting is the share of a unit that is wrong, and how often the unit was hit.
type tainting struct {
	share *big.Rat
	times int64
}

// bound works out one bound; taintings come in falling order.
func (r StringerResult) bound(level decimal.Decimal, certain, size *big.Rat, taintings []tainting) (StringerLimit, error) {
	if err := appraisal.CheckLevel(level); err != nil {
		return StringerLimit{}, err
	}
	b := StringerLimit{Level: exact.Canonical(level)}
	var steps []design.Part // of the share of the size that is wrong
	if r.SampledHits > 0 {
		tail := new(big.Rat).Sub(exact.Int(1), exact.Rat(level))
		limit := func(found int64) (*big.Rat, error) {
			p, err := dist.BinomialUpper(r.SampledHits, found, tail)
			if err != nil {
				return nil, fmt.Errorf("variable: %w %s: %w", appraisal.ErrLevel, exact.String(level), err)
			}
			return exact.Rat(p), nil
		}
		before, err := limit(0)
		if err != nil {
			return StringerLimit{}, err
		}
		steps = append(steps, design.Known(before))
		b.BasicPrecision = exact.Round(new(big.Rat).Mul(size, before))
		found := int64(0)
		for _, t := range taintings {
			found += t.times
			p, err := limit(found)
			if err != nil {
				return StringerLimit{}, err
			}
			step := new(big.Rat).Sub(p, before)
			steps = append(steps, design.Known(step.Mul(step, t.share)))
			before = p
		}
	}
	sum := design.Sum(steps).Total
	sum.Mul(sum, size)
	b.UpperLimit = exact.Round(sum.Add(sum, certain))
	return b, nil
}
