package variable

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// MaxUniverse, 2^53, is the largest universe that is accepted. RAT-STATS stops at 999,999,999 (User's Guide A-2).
const MaxUniverse = stage.MaxUniverse

// maxItems is the largest sample: one item more than the degrees of freedom that percentiles are known for.
const maxItems = 1_000_000_001

// Unrestricted is RAT-STATS' "Variable Appraisals > Unrestricted": a simple random sample, drawn without replacement
// from a universe of known size.
//
// Source: RAT-STATS Companion Manual 3-2 to 3-7, User's Guide 4-5 to 4-18; Cochran, Sampling Techniques (1977), ch. 2.
type Unrestricted struct {
	// Universe is the number of units the sample was drawn from.
	Universe int64 `json:"universe"`
	Sample
	Options
	// ZeroVarianceForSingle takes the variance of a single item as zero; without it one item out of a larger universe is
	// an error. RAT-STATS' manuals give no rule; OIG's 2016 challenge for a successor took zero.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (u Unrestricted) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// Section is the appraisal of one kind of value. The embedded estimate is of the universe's total; its intervals use
// Student's t with SampleSize-1 degrees of freedom.
type Section struct {
	// Kind is the kind of value appraised.
	Kind Kind `json:"kind"`
	appraisal.Estimate
	// Universe is the number of units in the universe.
	Universe int64 `json:"universe"`
	// SampleSize is the number of items in the sample.
	SampleSize int64 `json:"sampleSize"`
	// Nonzero is the number of items whose value is not zero.
	Nonzero int64 `json:"nonzero"`
	// Sums are the exact sums of the values: with the universe and the levels all that the section follows from.
	Sums appraisal.Sums `json:"sums"`
	// Total is the exact sum of the values in the sample.
	Total decimal.Decimal `json:"total"`
	// Mean of the values.
	Mean decimal.Decimal `json:"mean"`
	// StandardDeviation of the values, divisor n-1.
	StandardDeviation decimal.Decimal `json:"standardDeviation"`
	// Skewness is b3/b2^(3/2) with bk = sum((x-mean)^k)/n; none where all values are equal.
	Skewness *decimal.Decimal `json:"skewness,omitempty"`
	// Kurtosis is b4/b2^2, 3 for a normal distribution; none where all values are equal.
	Kurtosis *decimal.Decimal `json:"kurtosis,omitempty"`
	// StandardErrorMean is the standard error of the mean, with the finite population correction.
	StandardErrorMean decimal.Decimal `json:"standardErrorMean"`
}

// MarshalJSON writes decimals as strings.
func (s Section) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// UnrestrictedResult is the appraisal of an unrestricted sample. Its own section is that of the difference, or of the
// only kind of value there is. Where a sample has two kinds, the others stand beside it.
type UnrestrictedResult struct {
	Section
	// ExaminedSection and AuditedSection are there when the sample has such values besides the difference.
	ExaminedSection *Section `json:"examinedSection,omitempty"`
	AuditedSection  *Section `json:"auditedSection,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r UnrestrictedResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Sections returns all sections in the order RAT-STATS prints them: examined, audited, difference.
func (r UnrestrictedResult) Sections() []Section {
	return inOrder(r.ExaminedSection, r.AuditedSection, r.Section)
}

// Appraise works the appraisal out.
//
//	mean                   m  = sum(x)/n
//	standard deviation     s  = sqrt(sum((x-m)^2)/(n-1))
//	standard error (mean)     = s*sqrt((N-n)/(n*N))
//	standard error (total)    = N * standard error (mean)
//	point estimate            = N*m
//
// Errors: [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. The whole universe has no sampling error.
// Warnings: "no_variation" where all values are equal, "universe_limit" for a universe beyond RAT-STATS' own limit,
// "single_item" where ZeroVarianceForSingle stands in for a variance.
func (u Unrestricted) Appraise() (UnrestrictedResult, error) {
	kinds, err := leavesOf([]Sample{u.Sample}, nil)
	if err != nil {
		return UnrestrictedResult{}, err
	}
	var r UnrestrictedResult
	r.Section, r.ExaminedSection, r.AuditedSection, err = byKind(kinds, func(l leaves) (Section, error) {
		s, _, err := appraise(u.Universe, l.kind, l.samples[0], u.Options, u.ZeroVarianceForSingle)
		return s, err
	})
	return r, err
}

// appraise works out one section, and what it adds to a larger population.
func appraise(universe int64, kind Kind, sums appraisal.Sums, o Options, zeroForSingle bool) (Section, design.Part, error) {
	n := sums.Count()
	if err := checkUniverse(universe, n); err != nil {
		return Section{}, design.Part{}, err
	}
	part, err := design.Simple(universe, items(sums), zeroForSingle)
	if err != nil {
		return Section{}, design.Part{}, fmt.Errorf("%w: %w", ErrSample, err)
	}
	e, err := appraisal.NewEstimate(part.Total, part.Variance, o, exact.Int(n-1))
	if err != nil {
		return Section{}, design.Part{}, err
	}
	N := exact.Int(universe)
	ofMean := new(big.Rat).Quo(part.Variance, N.Mul(N, N))
	s := Section{
		Kind: kind, Estimate: e,
		Universe: universe, SampleSize: n, Nonzero: sums.Nonzero(),
		Sums: sums, Mean: exact.Round(sums.Mean()), StandardErrorMean: exact.Sqrt(ofMean),
	}
	if v := sums.Variance(); v != nil { // a single item has none
		s.StandardDeviation = exact.Sqrt(v)
	}
	s.Total, _ = exact.Decimal(sums.Power(1)) // a finite decimal
	s.Skewness, s.Kurtosis = shape(sums)
	if n == 1 && universe > 1 {
		s.Warnings = append(s.Warnings, finding.Warn("single_item",
			"One item was drawn of %s: its variance is not known and was taken as zero.", exact.CommasInt(universe)))
	}
	if s.Skewness == nil {
		s.Warnings = append(s.Warnings, finding.Warn("no_variation",
			"All %s values are equal: the standard deviation is 0 and skewness and kurtosis are not defined.", kind))
	}
	if universe >= 1_000_000_000 {
		s.Warnings = append(s.Warnings, finding.Warn("universe_limit",
			"RAT-STATS takes universes below 1,000,000,000; this one has %s units.", exact.CommasInt(universe)))
	}
	return s, part, nil
}

// checkUniverse holds the size of a universe against that of its sample.
func checkUniverse(universe, n int64) error {
	switch {
	case universe < 1 || universe > MaxUniverse:
		return fmt.Errorf("%w: %d is not between 1 and %d", ErrUniverse, universe, int64(MaxUniverse))
	case universe < n:
		return fmt.Errorf("%w: %s, but the sample has %d", ErrUniverse, finding.Count(universe, "unit", "units"), n)
	case n > maxItems:
		return fmt.Errorf("%w: %d items; Student's t is known for up to %d", ErrSample, n, int64(maxItems))
	}
	return nil
}

// shape returns skewness b3/b2^(3/2) and kurtosis b4/b2^2, or nothing where all values are equal.
func shape(sums appraisal.Sums) (skewness, kurtosis *decimal.Decimal) {
	b2, b3, b4 := sums.CentralMoment(2), sums.CentralMoment(3), sums.CentralMoment(4)
	if b2.Sign() == 0 {
		return nil, nil
	}
	squared := new(big.Rat).Mul(b2, b2)
	k := exact.Round(new(big.Rat).Quo(b4, squared))
	ratio := new(big.Rat).Mul(b3, b3)
	ratio.Quo(ratio, squared.Mul(squared, b2)) // skewness squared
	sk := exact.AddSqrt(new(big.Rat), b3.Sign(), ratio)
	return &sk, &k
}
