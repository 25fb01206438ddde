package variable

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Measured is a simple random sample given by its size, mean and standard deviation, by its sums or by its values: by one of
// the three.
type Measured struct {
	// SampleSize, Mean and StandardDeviation (divisor n-1) are those that an earlier appraisal states. RAT-STATS' printouts
	// round the last two to two places.
	SampleSize        int64           `json:"sampleSize,omitempty"`
	Mean              decimal.Decimal `json:"mean" request:"optional"`
	StandardDeviation decimal.Decimal `json:"standardDeviation" request:"optional"`
	// Sums of the values, as in a [Section]: nothing is rounded in between.
	Sums *appraisal.Sums `json:"sums,omitempty"`
	// Values of the sampled items.
	Values []decimal.Decimal `json:"values,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (m Measured) MarshalJSON() ([]byte, error) { return jsonform.Marshal(m) }

// UnknownUniverse is RAT-STATS' "Variable Appraisals > Unknown Universe Size": the number of items of interest is not known
// and is estimated from a sample of the units that hold them, such as drawers or pages; a second sample, of the items
// themselves and independent of the first, gives their mean amount.
//
// Source: RAT-STATS Companion Manual 3-99 to 3-106, User's Guide 4-161 to 4-167.
type UnknownUniverse struct {
	// Universe is the number of units that may hold items: the frame of the first sample.
	Universe int64 `json:"universe"`
	// Counts are how many items the units of the first sample hold.
	Counts Measured `json:"counts"`
	// Amounts are the dollars of the items of the second sample.
	Amounts Measured `json:"amounts"`
	Options
	// ZeroVarianceForSingle takes the variance of a sample of a single unit or item as zero; without it such a sample is an
	// error unless it is everything.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (u UnknownUniverse) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// UnknownUniverseResult is the appraisal of the total of all items; its intervals use the normal distribution.
type UnknownUniverseResult struct {
	appraisal.Estimate
	// Universe is the number of units of the frame.
	Universe int64 `json:"universe"`
	// Counts and Amounts are the two samples by their size, mean and standard deviation.
	Counts  Measured `json:"counts"`
	Amounts Measured `json:"amounts"`
	// EstimatedUniverse is the estimated number of items, which need not be whole, with its standard error.
	EstimatedUniverse              decimal.Decimal `json:"estimatedUniverse"`
	EstimatedUniverseStandardError decimal.Decimal `json:"estimatedUniverseStandardError"`
	// MeanStandardError is the standard error of the mean amount.
	MeanStandardError decimal.Decimal `json:"meanStandardError"`
}

// MarshalJSON writes decimals as strings.
func (r UnknownUniverseResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out:
//
//	items     N   = N1 * mean1        se1 = N1 * s1/sqrt(n1) * sqrt(1 - n1/N1)
//	mean          = mean2             se2 = s2/sqrt(n2) * sqrt(1 - n2/N)
//	estimate  T   = N * mean2
//	variance      = (mean2 * se1)^2 + (N * se2)^2 - (se1 * se2)^2
//
// The last term is subtracted, which makes the estimate of the variance of a product of two independent estimates an
// unbiased one (Goodman, Journal of the American Statistical Association 55 (1960), 708-713). Here it is so but for the
// finite population correction of se2, which has to do with the estimated N. Nothing is rounded in between.
//
// Errors: [ErrSample], [ErrEntry], [ErrSingle]; [ErrUniverse], also where the second sample has more items than are
// estimated in all; appraisal.ErrVariance where the counts scatter so much, and the mean amount is so small, that no
// variance is left (which no sample of counts does, but figures typed in can), appraisal.ErrLevel. Warnings: "no_variation"
// where all values of a sample are equal, "single_item" where ZeroVarianceForSingle stands in for a variance.
func (u UnknownUniverse) Appraise() (UnknownUniverseResult, error) {
	r := UnknownUniverseResult{Universe: u.Universe}
	var warnings []appraisal.Warning
	counts, err := u.Counts.items()
	if err == nil {
		err = checkUniverse(u.Universe, counts.Count)
	}
	for i, v := range u.Counts.Values {
		if err == nil && v.IsNegative() {
			err = fmt.Errorf("%w: unit %d holds %s items", ErrSample, i+1, exact.String(v))
		}
	}
	if err != nil {
		return UnknownUniverseResult{}, fmt.Errorf("counts: %w", err)
	}
	amounts, err := u.Amounts.items()
	if err != nil {
		return UnknownUniverseResult{}, fmt.Errorf("amounts: %w", err)
	}
	number, err := design.Simple(u.Universe, counts, u.ZeroVarianceForSingle)
	if err != nil {
		return UnknownUniverseResult{}, fmt.Errorf("counts: %w: %w", ErrSample, err)
	}
	if number.Total.Cmp(exact.Int(amounts.Count)) < 0 {
		return UnknownUniverseResult{}, fmt.Errorf("%w: about %s items are in the universe, and %d were sampled",
			ErrUniverse, exact.String(exact.Round(number.Total)), amounts.Count)
	}
	mean, err := design.Mean(number.Total, amounts, u.ZeroVarianceForSingle)
	if err != nil {
		return UnknownUniverseResult{}, fmt.Errorf("amounts: %w: %w", ErrSample, err)
	}
	total := design.Product(number, mean)
	if r.Estimate, err = appraisal.NewEstimate(total.Total, total.Variance, u.Options, nil); err != nil {
		return UnknownUniverseResult{}, err
	}
	r.Counts, r.Amounts = stated(counts), stated(amounts)
	r.EstimatedUniverse, r.EstimatedUniverseStandardError = exact.Round(number.Total), exact.Sqrt(number.Variance)
	r.MeanStandardError = exact.Sqrt(mean.Variance)
	for _, s := range []struct {
		what     string
		items    design.Items
		complete bool
	}{
		{"counts", counts, counts.Count == u.Universe},
		{"amounts", amounts, number.Total.Cmp(exact.Int(amounts.Count)) == 0},
	} {
		switch {
		case s.complete:
		case s.items.Count == 1:
			warnings = append(warnings, finding.Warn("single_item",
				"There is a single value among the %s: its variance is not known and was taken as zero.", s.what))
		case s.items.Variance.Sign() == 0:
			warnings = append(warnings, finding.Warn("no_variation",
				"All %s are equal: their standard deviation is 0.", s.what))
		}
	}
	r.Warnings = append(warnings, r.Warnings...)
	return r, nil
}

// items hands a sample to a design, in whichever form it was given.
func (m Measured) items() (design.Items, error) {
	typed := m.SampleSize != 0 || !m.Mean.IsZero() || !m.StandardDeviation.IsZero()
	switch {
	case m.Values != nil && m.Sums == nil && !typed:
		var sums appraisal.Sums
		if err := sums.AddAll(m.Values); err != nil {
			return design.Items{}, fmt.Errorf("%w: %w", ErrSample, err)
		}
		m.Sums = &sums
	case m.Sums != nil && m.Values == nil && !typed:
	case typed && m.Values == nil && m.Sums == nil:
		return m.typed()
	case typed || m.Values != nil || m.Sums != nil:
		return design.Items{}, fmt.Errorf("%w: it is given in more than one form", ErrSample)
	}
	if m.Sums == nil || m.Sums.Count() == 0 {
		return design.Items{}, fmt.Errorf("%w: no items", ErrSample)
	}
	return items(*m.Sums), nil
}

// typed is items of a size, a mean and a standard deviation.
func (m Measured) typed() (design.Items, error) {
	if m.SampleSize < 1 || m.SampleSize > maxItems {
		return design.Items{}, fmt.Errorf("%w: a size of %d", ErrSample, m.SampleSize)
	}
	if err := exact.Check(m.Mean); err != nil {
		return design.Items{}, fmt.Errorf("%w: mean %w", ErrEntry, err)
	}
	variance, err := squared("standard deviation", m.StandardDeviation)
	if err != nil {
		return design.Items{}, err
	}
	i := design.Items{Count: m.SampleSize, Mean: exact.Rat(m.Mean), Variance: variance}
	if i.Count == 1 && variance.Sign() != 0 {
		return design.Items{}, fmt.Errorf("%w: a single item has no standard deviation, not %s", ErrEntry,
			exact.String(m.StandardDeviation))
	}
	return i, nil
}

// stated is a sample by its rounded figures.
func stated(i design.Items) Measured {
	variance := i.Variance
	if variance == nil { // a single item
		variance = new(big.Rat)
	}
	return Measured{SampleSize: i.Count, Mean: exact.Round(i.Mean), StandardDeviation: exact.Sqrt(variance)}
}
