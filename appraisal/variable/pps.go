package variable

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrHits: the units of a sample proportional to size, their sizes or numbers of hits are none that its selection can give;
// or there are more than 10,000 units, or thousands with sizes without a common multiple of reasonable length.
var ErrHits = errors.New("variable: units hit")

// SelectionScheme is how units were drawn with probability proportional to size.
type SelectionScheme string

// The selections.
const (
	// Systematic, the default: points one interval apart from a random start, as sampling.PPS draws them.
	Systematic SelectionScheme = "systematic"
	// WithReplacement: independent draws, each of one unit with probability proportional to size.
	WithReplacement SelectionScheme = "with_replacement"
)

// PPS estimates a total from a sample that was drawn with probability proportional to size, such as a monetary unit sample,
// whose sizes are dollars paid. RAT-STATS has none but that of random groups (RHC).
//
// Large units are likely to be drawn, and count for less each: it pays where an overpayment is about proportional to the
// amount paid. Units of size zero are never drawn, so what is wrong with them is not in the estimate.
//
// Source: Hansen and Hurwitz, Annals of Mathematical Statistics 14 (1943), 333-362; Horvitz and Thompson, Journal of the
// American Statistical Association 47 (1952), 663-685; Cochran, Sampling Techniques (1977), sec. 9A.3, 9A.7.
type PPS struct {
	// TotalSize is the sum of the sizes of all units of the universe, in dollars for example.
	TotalSize decimal.Decimal `json:"totalSize"`
	// Hits is the number of points or draws: sampling.PPS.Size.
	Hits int64 `json:"hits"`
	// Selection is how they were drawn; empty for systematic.
	Selection SelectionScheme `json:"selection,omitempty"`
	// Units are all units that were hit, each once; their hits add up to Hits.
	Units []PPSUnit `json:"units"`
	Options
	// ZeroVarianceForSingle takes the variance of a single hit as zero; without it one is an error.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (p PPS) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// PPSUnit is a unit that was hit.
type PPSUnit struct {
	// Name of the unit, for errors; units are numbered from 1 in any case.
	Name string `json:"name,omitempty"`
	// Size that it was drawn by, above zero.
	Size decimal.Decimal `json:"size"`
	// Value found, such as the overpayment. It may be negative or above the size.
	Value decimal.Decimal `json:"value"`
	// Hits is how often it was hit; 0 means once.
	Hits int64 `json:"hits,omitempty" zero:"one hit"`
}

// MarshalJSON writes decimals as strings.
func (u PPSUnit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// PPSResult is an estimate from a sample proportional to size. Its intervals use Student's t with one degree of freedom
// less than there are hits that count as a sample.
type PPSResult struct {
	appraisal.Estimate
	// Selection is how the units were drawn.
	Selection SelectionScheme `json:"selection"`
	// Interval is TotalSize/Hits, rounded to 20 significant digits.
	Interval decimal.Decimal `json:"interval"`
	// SampledHits are the hits that count as a sample: all but those of certain units.
	SampledHits int64 `json:"sampledHits"`
	// SampledEstimate is the part of the point estimate that comes from them.
	SampledEstimate decimal.Decimal `json:"sampledEstimate"`
	// CertainUnits are units of at least the interval in a systematic sample. Each is hit at every start, so that they are
	// examined completely; CertainTotal is what was found in them, and CertainSize their size.
	CertainUnits int64           `json:"certainUnits"`
	CertainTotal decimal.Decimal `json:"certainTotal"`
	CertainSize  decimal.Decimal `json:"certainSize"`
	// Nonzero is the number of units whose value is not zero.
	Nonzero int64 `json:"nonzero"`
	// MeanTainting is the mean of value/size over the sampled hits.
	MeanTainting decimal.Decimal `json:"meanTainting"`
	// Units are the units in the order given.
	Units []PPSUnitSection `json:"units"`
}

// MarshalJSON writes decimals as strings.
func (r PPSResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// PPSUnitSection is what one unit says.
type PPSUnitSection struct {
	PPSUnit
	// Certain says that it is a census of its own.
	Certain bool `json:"certain"`
	// Tainting is value/size: the share of the unit that is wrong.
	Tainting decimal.Decimal `json:"tainting"`
	// Projection is what it adds to the point estimate: hits * tainting * interval, or its value where it is certain.
	Projection decimal.Decimal `json:"projection"`
}

// MarshalJSON writes decimals as strings.
func (u PPSUnitSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// Appraise works the estimate out. With the sizes A_i, their sum A, n hits and taintings t_i = y_i/A_i,
//
//	with replacement  T = A * mean t                     v = A² sum (t_i - mean t)² / (n(n-1))
//	systematic        T = sum of certain y + A/n sum t    v = (A/n)² m/(m-1) sum (t_i - mean t)²
//
// where a unit counts as often as it was hit, and a sum of a systematic sample runs over the m hits of units below the
// interval A/n. With replacement (Hansen and Hurwitz) both are unbiased. The systematic T (Horvitz and Thompson) is
// unbiased over all starts; a systematic sample has no unbiased estimate of its variance, and v is that of m draws with
// replacement. It is too large on average where the order of the units is random or goes with the taintings, and too small
// where they run in a rhythm of the interval.
//
// Errors: [ErrHits], [ErrSingle], appraisal.ErrLevel. Warnings: "systematic_variance" for a systematic sample with two hits
// or more below the interval, "single_item" where ZeroVarianceForSingle stands in for a variance, "no_variation" where all
// sampled taintings are equal.
func (p PPS) Appraise() (PPSResult, error) {
	size, hits, err := p.check()
	if err != nil {
		return PPSResult{}, err
	}
	r := PPSResult{Selection: Systematic, Interval: exact.Round(new(big.Rat).Quo(size, exact.Int(p.Hits)))}
	var certain, sampled design.Part
	if p.Selection == WithReplacement {
		r.Selection, r.SampledHits, certain = WithReplacement, p.Hits, design.Known(new(big.Rat))
		sampled, err = design.HansenHurwitz(size, hits, p.ZeroVarianceForSingle)
	} else {
		certain, sampled, r.SampledHits, err = design.SystematicPPS(size, p.Hits, hits, p.ZeroVarianceForSingle)
	}
	if err != nil {
		return PPSResult{}, fmt.Errorf("%w: %w", ErrHits, err)
	}
	total := design.Sum([]design.Part{certain, sampled})
	// Without a sampled hit everything is known: no variance and no degrees of freedom.
	if r.Estimate, err = appraisal.NewEstimate(total.Total, total.Variance, p.Options, exact.Int(max(r.SampledHits-1, 0))); err != nil {
		return PPSResult{}, err
	}
	r.SampledEstimate, r.CertainTotal = exact.Round(sampled.Total), inFull(certain.Total)
	r.addUnits(p, size, sampled, hits)
	r.warn(sampled)
	return r, nil
}

// addUnits states the units and what they have in common.
func (r *PPSResult) addUnits(p PPS, size *big.Rat, sampled design.Part, hits []design.Hit) {
	interval := new(big.Rat).Quo(size, exact.Int(p.Hits))
	certainSize := new(big.Rat)
	for i, h := range hits {
		u := PPSUnitSection{PPSUnit: p.Units[i]}
		u.Hits = h.Times
		tainting := new(big.Rat).Quo(h.Value, h.Size)
		u.Tainting = exact.Round(tainting)
		if h.Value.Sign() != 0 {
			r.Nonzero++
		}
		if r.Selection == Systematic && h.Certain(size, p.Hits) {
			u.Certain, u.Projection = true, exact.Canonical(u.Value)
			r.CertainUnits++
			certainSize.Add(certainSize, h.Size)
		} else {
			tainting.Mul(tainting, exact.Int(h.Times))
			u.Projection = exact.Round(tainting.Mul(tainting, interval))
		}
		r.Units = append(r.Units, u)
	}
	r.CertainSize = inFull(certainSize)
	if r.SampledHits > 0 { // the estimate is the interval times the sum of their taintings
		mean := new(big.Rat).Quo(sampled.Total, interval)
		r.MeanTainting = exact.Round(mean.Quo(mean, exact.Int(r.SampledHits)))
	}
}

// warn adds what a reader has to know of the variance.
func (r *PPSResult) warn(sampled design.Part) {
	switch {
	case r.SampledHits == 1:
		r.Warnings = append(r.Warnings, finding.Warn("single_item",
			"One hit counts as a sample: its variance is not known and was taken as zero."))
		return
	case r.SampledHits == 0:
		return
	case sampled.Variance.Sign() == 0:
		r.Warnings = append(r.Warnings, finding.NoVariation("taintings"))
	}
	if r.Selection == Systematic {
		r.Warnings = append(r.Warnings, finding.Warn("systematic_variance",
			"A systematic sample has no unbiased estimate of its variance; "+
				"the standard error is that of draws with replacement."))
	}
}

// check holds the units against what their selection can give, and returns the total size and the units as hits.
func (p PPS) check() (*big.Rat, []design.Hit, error) {
	switch {
	case p.Selection != "" && p.Selection != Systematic && p.Selection != WithReplacement:
		return nil, nil, fmt.Errorf("%w: selection %q is neither %q nor %q", ErrHits, finding.Clip(string(p.Selection)),
			Systematic, WithReplacement)
	case p.Hits < 1 || p.Hits > maxDegrees:
		return nil, nil, fmt.Errorf("%w: %d of them are not from 1 to %d", ErrHits, p.Hits, int64(maxDegrees))
	case exact.Check(p.TotalSize) != nil || p.TotalSize.Sign() <= 0:
		return nil, nil, fmt.Errorf("%w: the total size %s is not a positive number of up to %d digits", ErrHits,
			exact.String(p.TotalSize), exact.MaxDigits)
	}
	size, sum, times := exact.Rat(p.TotalSize), new(big.Rat), int64(0)
	if len(p.Units) > maxStrata {
		return nil, nil, fmt.Errorf("%w: %d units, more than %d", ErrHits, len(p.Units), maxStrata)
	}
	hits := make([]design.Hit, 0, len(p.Units))
	for i, u := range p.Units {
		h, err := u.hit()
		if err == nil && p.Selection != WithReplacement && !h.Possible(size, p.Hits) {
			err = fmt.Errorf("%w: a systematic sample hits a size of %s %s times on average, not %d times", ErrHits,
				exact.String(u.Size),
				exact.String(exact.RoundTo(new(big.Rat).Quo(new(big.Rat).Mul(exact.Int(p.Hits), h.Size), size), 6)), h.Times)
		}
		if err == nil && h.Times > p.Hits-times {
			err = fmt.Errorf("%w: the units have more than %d hits", ErrHits, p.Hits)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", finding.Unit("unit", i, u.Name), err)
		}
		times += h.Times
		sum.Add(sum, h.Size)
		hits = append(hits, h)
	}
	switch {
	case times != p.Hits:
		return nil, nil, fmt.Errorf("%w: the units have %d of %d hits", ErrHits, times, p.Hits)
	case sum.Cmp(size) > 0:
		return nil, nil, fmt.Errorf("%w: the sizes of the units add up to more than the total size %s", ErrHits,
			exact.String(p.TotalSize))
	}
	sizes := make([]*big.Int, len(hits))
	for i, h := range hits {
		sizes[i] = new(big.Int).Set(h.Size.Num())
	}
	if err := design.CheckMultiple(sizes); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrHits, err)
	}
	return size, hits, nil
}

// hit is the unit with its numbers checked.
func (u PPSUnit) hit() (design.Hit, error) {
	for _, d := range []decimal.Decimal{u.Size, u.Value} {
		if err := exact.Check(d); err != nil {
			return design.Hit{}, fmt.Errorf("%w: %w", ErrHits, err)
		}
	}
	if u.Size.Sign() <= 0 || u.Hits < 0 {
		return design.Hit{}, fmt.Errorf("%w: size %s, hits %d: a unit that was hit has a size above zero", ErrHits,
			exact.String(u.Size), u.Hits)
	}
	return design.Hit{Value: exact.Rat(u.Value), Size: exact.Rat(u.Size), Times: max(u.Hits, 1)}, nil
}
