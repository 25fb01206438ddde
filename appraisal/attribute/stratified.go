package attribute

import (
	"context"
	"fmt"

	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Stratum is a part of the universe from which a simple random sample of its own was drawn.
type Stratum struct {
	// Name of the stratum, for printouts; strata are numbered from 1 in any case.
	Name string `json:"name,omitempty"`
	// Universe is the number of items in the stratum.
	Universe int64 `json:"universe"`
	Sample
}

// Stratified is RAT-STATS' "Attribute Appraisals > Stratified": a simple random sample of each stratum of the universe.
//
// Source: RAT-STATS Companion Manual 2-6 to 2-10, User's Guide 3-12 to 3-19; Cochran, Sampling Techniques (1977), sec. 5.10.
type Stratified struct {
	// Strata divide the universe: every item is in one of them.
	Strata []Stratum `json:"strata"`
	Options
	// ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero, as OIG's 2016 challenge for
	// a successor of RAT-STATS did; without it such a stratum is an error unless that item is all of it.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d Stratified) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// StratumSection is the appraisal of one stratum. RAT-STATS prints its proportion, its quantity and its precision.
type StratumSection struct {
	Stratum
	Projection
}

// MarshalJSON writes decimals as strings.
func (s StratumSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratifiedResult is the appraisal of a stratified sample. All its intervals use the normal distribution, those of the
// strata too, as RAT-STATS has it.
type StratifiedResult struct {
	Projection
	// Universe, SampleSize and Count are the items, the sampled ones, and those of them with the characteristic, of all
	// strata.
	Universe int64 `json:"universe"`
	Sample
	// Strata are the appraisals of the strata, in their order.
	Strata []StratumSection `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (r StratifiedResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// maxStrata bounds the strata of a design. RAT-STATS takes 125 (User's Guide A-1).
const maxStrata = 10_000

// Appraise works the appraisal out. With N_i items in stratum i, x_i of the n_i drawn of them with the characteristic,
// N items in all,
//
//	p_i = x_i/n_i        v(p_i) = (N_i-n_i)/N_i * p_i(1-p_i)/(n_i-1)
//	quantity   = sum N_i * p_i
//	proportion = quantity / N, with the variance sum (N_i/N)^2 v(p_i)
//
// All are unbiased.
//
// Errors: [ErrStrata], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "single_item" where
// ZeroVarianceForSingle stands in for a variance, "no_variation" for a standard error of zero without a census,
// "strata_limit" for more than RAT-STATS' 125 strata.
func (d Stratified) Appraise() (StratifiedResult, error) {
	return d.AppraiseContext(context.Background())
}

// AppraiseContext is Appraise until ctx is done, and then ends with the error of ctx.
func (d Stratified) AppraiseContext(ctx context.Context) (StratifiedResult, error) {
	if len(d.Strata) == 0 || len(d.Strata) > maxStrata {
		return StratifiedResult{}, fmt.Errorf("%w: %d of them, not 1 to %d", ErrStrata, len(d.Strata), maxStrata)
	}
	if err := stage.CheckIntervals(len(d.Strata), d.Options); err != nil {
		return StratifiedResult{}, err
	}
	var r StratifiedResult
	var parts []design.Part
	var singles finding.Places
	for i, s := range d.Strata {
		if err := ctx.Err(); err != nil {
			return StratifiedResult{}, err
		}
		name := finding.Unit("stratum", i, s.Name)
		part, err := s.part(s.Universe, d.ZeroVarianceForSingle)
		if err == nil {
			err = stageErrors.Add(&r.Universe, s.Universe)
		}
		if err != nil {
			return StratifiedResult{}, fmt.Errorf("%s: %w", name, err)
		}
		one, err := project(part, exact.Int(s.Universe), d.Options)
		if err != nil {
			return StratifiedResult{}, err
		}
		if SampledUnit(s).single() {
			singles = append(singles, name)
		}
		r.Strata, parts = append(r.Strata, StratumSection{s, one}), append(parts, part)
		r.SampleSize += s.SampleSize
		r.Count += s.Count
	}
	samples := make([]Sample, len(d.Strata))
	for i, s := range d.Strata {
		samples[i] = s.Sample
	}
	err := checkDigits(samples)
	if err != nil {
		return StratifiedResult{}, err
	}
	if r.Projection, err = project(design.Sum(parts), exact.Int(r.Universe), d.Options); err != nil {
		return StratifiedResult{}, err
	}
	r.Warnings = append(r.Warnings, finding.Singles(nil, singles)...)
	if r.StandardError.IsZero() && r.SampleSize < r.Universe {
		r.Warnings = append(r.Warnings, finding.NoVariation("items of each stratum"))
	}
	if len(d.Strata) > 125 {
		r.Warnings = append(r.Warnings,
			finding.Warn("strata_limit", "RAT-STATS takes up to 125 strata; here are %d.", len(d.Strata)))
	}
	return r, nil
}
