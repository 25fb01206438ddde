package variable

import (
	"context"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
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
	// Universe is the number of units in the stratum.
	Universe int64 `json:"universe"`
	Sample
}

// MarshalJSON writes decimals as strings.
func (s Stratum) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Stratified is RAT-STATS' "Variable Appraisals > Stratified": a simple random sample of each stratum of the universe.
//
// Source: RAT-STATS Companion Manual 3-8 to 3-16, User's Guide 4-19 to 4-36; Cochran, Sampling Techniques (1977), ch. 5.
type Stratified struct {
	// Strata divide the universe: every unit is in one of them.
	Strata []Stratum `json:"strata"`
	Options
	// DegreesOfFreedom of the total of all strata; empty for the normal distribution, which is RAT-STATS' rule.
	DegreesOfFreedom DegreesOfFreedom `json:"degreesOfFreedom,omitempty"`
	// ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero, as OIG's 2016 challenge for
	// a successor of RAT-STATS did; without it such a stratum is an error unless that item is all of it.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d Stratified) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// StratumSection is the appraisal of one stratum; its intervals use Student's t with SampleSize-1 degrees of freedom.
type StratumSection struct {
	// Name of the stratum as it was given.
	Name string `json:"name,omitempty"`
	Section
}

// MarshalJSON writes decimals as strings.
func (s StratumSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratifiedSection is the appraisal of one kind of value. The embedded estimate is of the total of all strata; its
// intervals use the normal distribution, as RAT-STATS has it, unless [DegreesOfFreedom] were asked for.
type StratifiedSection struct {
	// Kind is the kind of value appraised.
	Kind Kind `json:"kind"`
	appraisal.Estimate
	// Universe, SampleSize and Nonzero are the units, the sampled items and those of them that are not zero, of all strata.
	Universe   int64 `json:"universe"`
	SampleSize int64 `json:"sampleSize"`
	Nonzero    int64 `json:"nonzero"`
	// Total is the exact sum of the values in all samples.
	Total decimal.Decimal `json:"total"`
	// Strata are the appraisals of the strata, in their order.
	Strata []StratumSection `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (s StratifiedSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratifiedResult is the appraisal of a stratified sample: that of the difference, or of the only kind of value there is.
// Where the samples have two kinds, the others stand beside it.
type StratifiedResult struct {
	StratifiedSection
	// ExaminedSection and AuditedSection are there when the samples have such values besides the difference.
	ExaminedSection *StratifiedSection `json:"examinedSection,omitempty"`
	AuditedSection  *StratifiedSection `json:"auditedSection,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r StratifiedResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Sections returns the appraisals of all kinds of value in the order RAT-STATS prints them: examined, audited, difference.
func (r StratifiedResult) Sections() []StratifiedSection {
	return inOrder(r.ExaminedSection, r.AuditedSection, r.StratifiedSection)
}

// maxStrata bounds the strata of a design. RAT-STATS takes 50 (User's Guide A-2).
const maxStrata = 10_000

// Appraise works the appraisal out. Each stratum is appraised as by [Unrestricted], and
//
//	point estimate  = sum N_i * m_i
//	standard error  = sqrt(sum of the squared standard errors of the strata's totals)
//
// Errors: [ErrStrata], [ErrSample], [ErrSingle], [ErrUniverse], [ErrDegrees], appraisal.ErrLevel. Warnings: those of the strata
// with their numbers, "strata_limit" for more than RAT-STATS' 50 strata.
func (d Stratified) Appraise() (StratifiedResult, error) {
	return d.AppraiseContext(context.Background())
}

// AppraiseContext is Appraise until ctx is done, and then ends with the error of ctx.
func (d Stratified) AppraiseContext(ctx context.Context) (StratifiedResult, error) {
	kinds, err := strataLeaves(d.Strata, d.Options)
	if err != nil {
		return StratifiedResult{}, err
	}
	var r StratifiedResult
	r.StratifiedSection, r.ExaminedSection, r.AuditedSection, err = byKind(kinds, func(l leaves) (StratifiedSection, error) {
		return d.section(ctx, l)
	})
	return r, err
}

func (d Stratified) section(ctx context.Context, l leaves) (StratifiedSection, error) {
	s := StratifiedSection{Kind: l.kind}
	var parts []design.Part
	var own []int64
	for i, sums := range l.samples {
		if err := ctx.Err(); err != nil {
			return StratifiedSection{}, err
		}
		stratum := d.Strata[i]
		one, part, err := appraise(stratum.Universe, l.kind, sums, d.Options, d.ZeroVarianceForSingle)
		if err != nil {
			return StratifiedSection{}, fmt.Errorf("%s: %w", stratumName(d.Strata, i), err)
		}
		for _, w := range one.Warnings {
			s.Warnings = append(s.Warnings, finding.Warn(w.Code, "Stratum %d: %s", i+1, w.Message))
		}
		if s.Universe += stratum.Universe; s.Universe > MaxUniverse {
			return StratifiedSection{}, fmt.Errorf("%w: the strata have more than %d units", ErrUniverse, int64(MaxUniverse))
		}
		s.Strata = append(s.Strata, StratumSection{stratum.Name, one})
		parts, own = append(parts, part), append(own, ownDegrees(stratum.Universe, sums.Count()))
	}
	all := l.sum()
	s.SampleSize, s.Nonzero = all.Count(), all.Nonzero()
	s.Total, _ = exact.Decimal(all.Power(1)) // a finite decimal
	total := design.Sum(parts)
	warnings := s.Warnings
	df, err := d.DegreesOfFreedom.of(parts, own)
	if err != nil {
		return StratifiedSection{}, err
	}
	if s.Estimate, err = appraisal.NewEstimate(total.Total, total.Variance, d.Options, df); err != nil {
		return StratifiedSection{}, err
	}
	s.Warnings = append(warnings, s.Warnings...)
	if len(d.Strata) > 50 {
		s.Warnings = append(s.Warnings, finding.Warn("strata_limit", "RAT-STATS takes up to 50 strata; here are %d.", len(d.Strata)))
	}
	return s, nil
}

// strataLeaves checks strata and sums their samples.
func strataLeaves(strata []Stratum, o Options) ([]leaves, error) {
	if len(strata) == 0 || len(strata) > maxStrata {
		return nil, fmt.Errorf("%w: %d of them, not 1 to %d", ErrStrata, len(strata), maxStrata)
	}
	if err := stage.CheckIntervals(len(strata), o); err != nil {
		return nil, err
	}
	samples := make([]Sample, len(strata))
	for i, s := range strata {
		samples[i] = s.Sample
	}
	return leavesOf(samples, func(i int) string { return stratumName(strata, i) })
}

// stratumName is how an error speaks of a stratum.
func stratumName(strata []Stratum, i int) string { return finding.Unit("stratum", i, strata[i].Name) }
