package variable

import (
	"fmt"
	"io"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// PostStratified is RAT-STATS' "Variable Appraisals > Post Stratification": one simple random sample of a universe whose
// items were told apart by strata after they had been drawn. The number of items of each stratum in the universe has to be
// known.
//
// The variance is that over all samples, in which the size of each stratum's sample is a matter of chance. [Stratified]
// gives, for the same strata, the variance for the sizes that came about.
//
// Source: RAT-STATS Companion Manual 3-91 to 3-98, User's Guide 4-143 to 4-160; Cochran (1977), sec. 5A.9.
type PostStratified struct {
	// Strata divide the universe; their samples, put together, are the one sample that was drawn.
	Strata []Stratum `json:"strata"`
	Options
	// ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero; without it such a stratum is
	// an error unless that item is all of it.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d PostStratified) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// PostStratumSection is the appraisal of one stratum. The embedded estimate is of its total; its intervals use the normal
// distribution.
type PostStratumSection struct {
	// Name of the stratum as it was given.
	Name string `json:"name,omitempty"`
	appraisal.Estimate
	// Universe is the number of items in the stratum.
	Universe int64 `json:"universe"`
	// SampleSize and Nonzero are the sampled items of the stratum and those of them that are not zero.
	SampleSize int64 `json:"sampleSize"`
	Nonzero    int64 `json:"nonzero"`
	// Sums are the exact sums of the values, Total the first of them.
	Sums  appraisal.Sums  `json:"sums"`
	Total decimal.Decimal `json:"total"`
	// Mean and StandardDeviation (divisor n_i - 1) of the values.
	Mean              decimal.Decimal `json:"mean"`
	StandardDeviation decimal.Decimal `json:"standardDeviation"`
}

// MarshalJSON writes decimals as strings.
func (s PostStratumSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// PostStratifiedSection is the appraisal of one kind of value. The embedded estimate is of the total of all strata; its
// intervals use the normal distribution.
type PostStratifiedSection struct {
	// Kind is the kind of value appraised.
	Kind Kind `json:"kind"`
	appraisal.Estimate
	// Universe, SampleSize, Nonzero and Total are those of the strata, added up.
	Universe   int64           `json:"universe"`
	SampleSize int64           `json:"sampleSize"`
	Nonzero    int64           `json:"nonzero"`
	Total      decimal.Decimal `json:"total"`
	// Strata are the appraisals of the strata, in their order.
	Strata []PostStratumSection `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (s PostStratifiedSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// PostStratifiedResult is the appraisal of a post-stratified sample: that of the difference, or of the only kind of value
// there is. Where the sample has two kinds, the others stand beside it.
type PostStratifiedResult struct {
	PostStratifiedSection
	// ExaminedSection and AuditedSection are there when the sample has such values besides the difference.
	ExaminedSection *PostStratifiedSection `json:"examinedSection,omitempty"`
	AuditedSection  *PostStratifiedSection `json:"auditedSection,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r PostStratifiedResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Sections returns the appraisals of all kinds of value in the order RAT-STATS prints them: examined, audited, difference.
func (r PostStratifiedResult) Sections() []PostStratifiedSection {
	return inOrder(r.ExaminedSection, r.AuditedSection, r.PostStratifiedSection)
}

// Appraise works the appraisal out. With N_i items in a stratum, of which n_i were sampled, and N and n of them in all,
//
//	point estimate  T_i = N_i * mean_i
//	variance        v_i = (N-n)/n * N_i s_i^2 + N/n^2 * (N-N_i) s_i^2
//
// which are summed over the strata. The variance uses n and not n_i; it is an approximation, which leaves out terms of the
// order 1/n^3 (Cochran 5A.9). A stratum examined completely has none.
//
// Errors: [ErrStrata], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "few_items" for a stratum with
// fewer than 20 sampled items, "few_nonzero" for one with fewer than 6 that are not zero, "small_sample" for fewer than 100
// items in all (the policy quoted on Companion Manual 3-97); "no_variation" where all values of a stratum are equal;
// "complete_stratum" for a stratum examined completely; "single_item" where ZeroVarianceForSingle stands in for a variance.
func (d PostStratified) Appraise() (PostStratifiedResult, error) {
	kinds, err := strataLeaves(d.Strata, d.Options)
	if err != nil {
		return PostStratifiedResult{}, err
	}
	var r PostStratifiedResult
	r.PostStratifiedSection, r.ExaminedSection, r.AuditedSection, err = byKind(kinds, d.section)
	return r, err
}

func (d PostStratified) section(l leaves) (PostStratifiedSection, error) {
	s := PostStratifiedSection{Kind: l.kind}
	strata := make([]design.PostStratum, len(d.Strata))
	for i, sums := range l.samples {
		universe := d.Strata[i].Universe
		if err := checkUniverse(universe, sums.Count()); err != nil {
			return PostStratifiedSection{}, fmt.Errorf("%s: %w", stratumName(d.Strata, i), err)
		}
		if sums.Count() == 1 && universe > 1 && !d.ZeroVarianceForSingle {
			return PostStratifiedSection{}, fmt.Errorf("%s: %w: %w: 1 drawn of %d", stratumName(d.Strata, i), ErrSample, ErrSingle, universe)
		}
		if s.Universe += universe; s.Universe > MaxUniverse {
			return PostStratifiedSection{}, fmt.Errorf("%w: the strata have more than %d units", ErrUniverse,
				int64(MaxUniverse))
		}
		strata[i] = design.PostStratum{Items: items(sums), Universe: universe}
	}
	parts, err := design.PostStratified(strata, d.ZeroVarianceForSingle)
	if err != nil {
		return PostStratifiedSection{}, fmt.Errorf("%w: %w", ErrSample, err)
	}
	var warnings []appraisal.Warning
	for i, sums := range l.samples {
		one, err := postStratum(d.Strata[i], sums, parts[i], d.Options)
		if err != nil {
			return PostStratifiedSection{}, err
		}
		for _, w := range one.Warnings {
			warnings = append(warnings, finding.Warn(w.Code, "Stratum %d: %s", i+1, w.Message))
		}
		s.Strata = append(s.Strata, one)
	}
	all := l.sum()
	s.SampleSize, s.Nonzero = all.Count(), all.Nonzero()
	s.Total, _ = exact.Decimal(all.Power(1)) // a finite decimal
	total := design.Sum(parts)
	if s.Estimate, err = appraisal.NewEstimate(total.Total, total.Variance, d.Options, nil); err != nil {
		return PostStratifiedSection{}, err
	}
	s.Warnings = append(warnings, s.Warnings...)
	if s.SampleSize < 100 {
		s.Warnings = append(s.Warnings, finding.Warn("small_sample",
			"The sample has %d item(s); the policy that RAT-STATS' manual quotes asks for 100.", s.SampleSize))
	}
	return s, nil
}

// postStratum states the appraisal of a stratum.
func postStratum(stratum Stratum, sums appraisal.Sums, part design.Part, o Options) (PostStratumSection, error) {
	e, err := appraisal.NewEstimate(part.Total, part.Variance, o, nil)
	if err != nil {
		return PostStratumSection{}, err
	}
	n := sums.Count()
	s := PostStratumSection{
		Name: stratum.Name, Estimate: e, Universe: stratum.Universe, SampleSize: n, Nonzero: sums.Nonzero(),
		Sums: sums, Mean: exact.Round(sums.Mean()),
	}
	s.Total, _ = exact.Decimal(sums.Power(1)) // a finite decimal
	variance := sums.Variance()
	if variance == nil { // a single item
		variance = new(big.Rat)
	}
	s.StandardDeviation = exact.Sqrt(variance)
	warn := func(code, format string, args ...any) {
		s.Warnings = append(s.Warnings, finding.Warn(code, format, args...))
	}
	if n < 20 {
		warn("few_items", "Its sample has %d item(s); the policy that RAT-STATS' manual quotes asks for 20.", n)
	}
	if s.Nonzero < 6 {
		warn("few_nonzero", "It has %d nonzero item(s); the policy that RAT-STATS' manual quotes asks for 6.", s.Nonzero)
	}
	switch {
	case n == stratum.Universe:
		warn("complete_stratum", "All %s items were examined: it has no sampling error.", exact.CommasInt(n))
	case n == 1:
		warn("single_item", "One item was drawn of %s: its variance is not known and was taken as zero.",
			exact.CommasInt(stratum.Universe))
	case variance.Sign() == 0:
		warn("no_variation", "All values are equal: the standard deviation is 0.")
	}
	return s, nil
}

// ReadPostStratified reads the two files of RAT-STATS' post stratification: one with a line a stratum, which holds a
// counter, the size of its universe and the number of its items in the sample, and one with the values of all items, those
// of the first stratum first. All is as for [ReadStratified].
//
// Source: RAT-STATS User's Guide 4-146 to 4-148.
func ReadPostStratified(strata, data io.Reader, file DataFile) (PostStratified, error) {
	d, err := ReadStratified(strata, data, file)
	return PostStratified{Strata: d.Strata}, err
}
