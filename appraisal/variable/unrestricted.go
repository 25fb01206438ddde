package variable

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// MaxUniverse is the largest universe that is accepted. RAT-STATS stops at 999,999,999 (User's Guide A-2).
const MaxUniverse = 1 << 53

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
	// Levels are two-sided confidence levels as fractions; none means 0.80, 0.90 and 0.95.
	Levels []decimal.Decimal `json:"levels,omitempty"`
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
	var all []Section
	for _, s := range []*Section{r.ExaminedSection, r.AuditedSection, &r.Section} {
		if s != nil {
			all = append(all, *s)
		}
	}
	return all
}

// Appraise works the appraisal out.
//
//	mean                   m  = sum(x)/n
//	standard deviation     s  = sqrt(sum((x-m)^2)/(n-1))
//	standard error (mean)     = s*sqrt((N-n)/(n*N))
//	standard error (total)    = N * standard error (mean)
//	point estimate            = N*m
//
// Errors: [ErrSample], [ErrUniverse], appraisal.ErrLevel. A single item out of a larger universe has no standard
// deviation and is an [ErrSample]. The whole universe has no sampling error. Warnings: "no_variation" where all values
// are equal, "universe_limit" for a universe beyond RAT-STATS' own limit.
func (u Unrestricted) Appraise() (UnrestrictedResult, error) {
	columns, err := u.columns()
	if err != nil {
		return UnrestrictedResult{}, err
	}
	var r UnrestrictedResult
	for i, c := range columns {
		s, err := appraise(u.Universe, c, u.Levels)
		if err != nil {
			return UnrestrictedResult{}, err
		}
		switch {
		case i == len(columns)-1: // the difference, or the only kind there is
			r.Section = s
		case c.kind == Examined:
			r.ExaminedSection = &s
		default:
			r.AuditedSection = &s
		}
	}
	return r, nil
}

// appraise works out one section.
func appraise(universe int64, c column, levels []decimal.Decimal) (Section, error) {
	n := c.sums.Count()
	switch {
	case universe < 1 || universe > MaxUniverse:
		return Section{}, fmt.Errorf("%w: %d is not between 1 and %d", ErrUniverse, universe, int64(MaxUniverse))
	case universe < n:
		return Section{}, fmt.Errorf("%w: %d units, but the sample has %d", ErrUniverse, universe, n)
	case n > maxItems:
		return Section{}, fmt.Errorf("%w: %d items; Student's t is known for up to %d", ErrSample, n, int64(maxItems))
	case n == 1 && universe > 1:
		return Section{}, fmt.Errorf("%w: one item has no standard deviation", ErrSample)
	}
	N := exact.Int(universe)
	variance := c.sums.Variance() // of the values; nil for the single unit of a universe of one
	if variance == nil {
		variance = new(big.Rat)
	}
	ofMean := new(big.Rat).Mul(variance, big.NewRat(universe-n, 1))
	ofMean.Quo(ofMean, new(big.Rat).Mul(exact.Int(n), N))
	ofTotal := new(big.Rat).Mul(ofMean, new(big.Rat).Mul(N, N))
	mean := c.sums.Mean()

	e, err := appraisal.New(new(big.Rat).Mul(N, mean), ofTotal, levels, exact.Int(n-1))
	if err != nil {
		return Section{}, err
	}
	s := Section{
		Kind: c.kind, Estimate: e,
		Universe: universe, SampleSize: n, Nonzero: c.sums.Nonzero(),
		Sums: c.sums, Mean: exact.Round(mean),
		StandardDeviation: exact.Sqrt(variance), StandardErrorMean: exact.Sqrt(ofMean),
	}
	s.Total, _ = exact.Decimal(c.sums.Power(1)) // a finite decimal
	s.Skewness, s.Kurtosis = shape(c.sums)
	if s.Skewness == nil {
		s.Warnings = append(s.Warnings, finding.Warn("no_variation",
			"All %s values are equal: the standard deviation is 0 and skewness and kurtosis are not defined.", c.kind))
	}
	if universe >= 1_000_000_000 {
		s.Warnings = append(s.Warnings, finding.Warn("universe_limit",
			"RAT-STATS takes universes below 1,000,000,000; this one has %s units.", exact.CommasInt(universe)))
	}
	return s, nil
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
