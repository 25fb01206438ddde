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

// Errors of estimates with an auxiliary value.
var (
	// ErrTotalX: a known total of x is missing, given twice with different amounts, or not that of a census.
	ErrTotalX = errors.New("variable: known total of x")
	// ErrCombination: a name that is neither combined nor separate.
	ErrCombination = errors.New("variable: combination of strata")
	// ErrCoefficient: the sample has no ratio (its total of x is zero) or no slope (all its x are equal, or fewer than
	// three items).
	ErrCoefficient = design.ErrCoefficient
)

// Pairs are two values of every sampled item, at the same place of both lists: y, whose total is wanted, and x, whose total
// is known for the whole universe. Typically x is the amount paid and y the overpayment, or what should have been paid.
type Pairs struct {
	Y []decimal.Decimal `json:"y,omitempty"`
	X []decimal.Decimal `json:"x,omitempty"`
	// PairSums stand in for the values.
	PairSums *appraisal.PairSums `json:"pairSums,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (p Pairs) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// sums adds the pairs up.
func (p Pairs) sums() (appraisal.PairSums, error) {
	var s appraisal.PairSums
	switch {
	case p.PairSums != nil && (p.Y != nil || p.X != nil):
		return s, fmt.Errorf("%w: pairs are given both as values and as sums", ErrSample)
	case p.PairSums != nil:
		s = *p.PairSums
	default:
		if err := s.AddAll(p.Y, p.X); err != nil {
			return s, fmt.Errorf("%w: %w", ErrSample, err)
		}
	}
	if s.Count() == 0 {
		return s, fmt.Errorf("%w: no pairs", ErrSample)
	}
	return s, nil
}

// PairStratum is a part of the universe from which a simple random sample of its own was drawn.
type PairStratum struct {
	// Name of the stratum; strata are numbered from 1 in any case.
	Name string `json:"name,omitempty"`
	// Universe is the number of units in the stratum.
	Universe int64 `json:"universe"`
	// TotalX is the known total of x of all units in the stratum: see [Auxiliary.TotalX].
	TotalX *decimal.Decimal `json:"totalX,omitempty"`
	Pairs
}

// MarshalJSON writes decimals as strings.
func (s PairStratum) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Auxiliary is what [Ratio], [Regression] and [DifferenceEstimator] have in common: samples of pairs, and the known total
// of x. RAT-STATS has none of these estimators.
type Auxiliary struct {
	// Strata divide the universe; a single one is a simple random sample of all of it.
	Strata []PairStratum `json:"strata"`
	// TotalX is the known total of x of the whole universe. It may be left out where every stratum states its own, and
	// separate estimators need those.
	TotalX *decimal.Decimal `json:"totalX,omitempty"`
	Options
	// DegreesOfFreedom of the total; empty for the normal distribution.
	DegreesOfFreedom DegreesOfFreedom `json:"degreesOfFreedom,omitempty"`
	// ZeroVarianceForSingle takes the variance of a single item out of more as zero; without it that is an error.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (a Auxiliary) MarshalJSON() ([]byte, error) { return jsonform.Marshal(a) }

// Estimator says how x helped.
type Estimator string

// The estimators: the results of [Ratio], [DifferenceEstimator] and [Regression].
const (
	RatioEstimate      Estimator = "ratio"
	DifferenceEstimate Estimator = "difference"
	RegressionEstimate Estimator = "regression"
)

// AuxiliaryResult is an estimate of the total of y with the help of x.
type AuxiliaryResult struct {
	appraisal.Estimate
	// Estimator is the design that the estimate came from.
	Estimator Estimator `json:"estimator"`
	// Combination of the strata; empty for [DifferenceEstimator], where there is no difference.
	Combination Combination `json:"combination,omitempty"`
	// Universe and SampleSize are the units and the sampled items of all strata.
	Universe   int64 `json:"universe"`
	SampleSize int64 `json:"sampleSize"`
	// TotalX is the known total of x, EstimatedX what the sample alone would have said of it, and EstimatedY what it says
	// of y: the point estimate of [Stratified].
	TotalX     decimal.Decimal `json:"totalX"`
	EstimatedX decimal.Decimal `json:"estimatedX"`
	EstimatedY decimal.Decimal `json:"estimatedY"`
	// Coefficient is the ratio or slope that all strata share; none where they are separate.
	Coefficient *decimal.Decimal `json:"coefficient,omitempty"`
	// Strata are what the strata add, in their order.
	Strata []AuxiliaryStratumSection `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (r AuxiliaryResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// AuxiliaryStratumSection is what one stratum adds to an estimate.
type AuxiliaryStratumSection struct {
	// Name of the stratum as it was given.
	Name       string `json:"name,omitempty"`
	Universe   int64  `json:"universe"`
	SampleSize int64  `json:"sampleSize"`
	// Sums are the exact sums of the pairs: with the universe and the known totals all that the figures follow from.
	Sums appraisal.PairSums `json:"sums"`
	// MeanY and MeanX are those of the sample.
	MeanY decimal.Decimal `json:"meanY"`
	MeanX decimal.Decimal `json:"meanX"`
	// Coefficient is the ratio or slope that was used in the stratum.
	Coefficient decimal.Decimal `json:"coefficient"`
	// TotalX is the known total of x in the stratum, PointEstimate the total of y that follows; none where it is not known.
	TotalX        *decimal.Decimal `json:"totalX,omitempty"`
	PointEstimate *decimal.Decimal `json:"pointEstimate,omitempty"`
	// StandardError is the stratum's share: the squares of all strata add up to that of the total.
	StandardError decimal.Decimal `json:"standardError"`
}

// MarshalJSON writes decimals as strings.
func (s AuxiliaryStratumSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// prepared is an Auxiliary whose pairs are summed and checked.
type prepared struct {
	Auxiliary
	strata []design.PairStratum
	sums   []appraisal.PairSums
	totals []*big.Rat // of x by stratum, nil where they are not known
	totalX *big.Rat   // of x in all, nil where it is not known
}

// prepare sums the pairs and checks sizes and known totals.
func (a Auxiliary) prepare() (prepared, error) {
	p := prepared{Auxiliary: a}
	if err := a.DegreesOfFreedom.check(); err != nil {
		return p, err
	}
	if len(a.Strata) == 0 || len(a.Strata) > maxStrata {
		return p, fmt.Errorf("%w: %d of them, not 1 to %d", ErrStrata, len(a.Strata), maxStrata)
	}
	var universe int64
	known := 0
	sizes := make([]int64, len(a.Strata))
	for h, s := range a.Strata {
		one, total, err := s.prepare(a.ZeroVarianceForSingle)
		if err != nil {
			return p, fmt.Errorf("%s: %w", a.name(h), err)
		}
		if universe += s.Universe; universe > MaxUniverse {
			return p, fmt.Errorf("%w: the strata have more than %d units", ErrUniverse, int64(MaxUniverse))
		}
		if total != nil {
			known++
		}
		d := design.PairStratum{Universe: s.Universe, Pairs: design.Pairs{Count: one.Count()}}
		sizes[h] = one.Count()
		d.Y, d.X = one.Means()
		d.YY, d.YX, d.XX = one.Covariances()
		p.sums, p.totals, p.strata = append(p.sums, one), append(p.totals, total), append(p.strata, d)
	}
	if err := checkDigits(sizes); err != nil {
		return p, err
	}
	if known > 0 && known < len(a.Strata) {
		return p, fmt.Errorf("%w: %d of %d strata state one", ErrTotalX, known, len(a.Strata))
	}
	return p, p.knowTotals(known > 0)
}

// prepare sums the pairs of a stratum and returns them with the known total of x, nil if there is none.
func (s PairStratum) prepare(zeroForSingle bool) (appraisal.PairSums, *big.Rat, error) {
	sums, err := s.sums()
	if err != nil {
		return sums, nil, err
	}
	if err := checkUniverse(s.Universe, sums.Count()); err != nil {
		return sums, nil, err
	}
	if sums.Count() == 1 && s.Universe > 1 && !zeroForSingle {
		return sums, nil, fmt.Errorf("%w: %w: 1 drawn of %d", ErrSample, ErrSingle, s.Universe)
	}
	if s.TotalX == nil {
		return sums, nil, nil
	}
	if err := exact.Check(*s.TotalX); err != nil {
		return sums, nil, fmt.Errorf("%w: %w", ErrTotalX, err)
	}
	total := exact.Rat(*s.TotalX)
	if sums.Count() == s.Universe && total.Cmp(sums.Sum(0, 1)) != 0 {
		return sums, nil, fmt.Errorf("%w is %s, but all units were examined and have %s", ErrTotalX, exact.String(*s.TotalX),
			exact.String(exact.Round(sums.Sum(0, 1))))
	}
	return sums, total, nil
}

// knowTotals finds the total of x of the universe; byStratum says that every stratum has its own.
func (p *prepared) knowTotals(byStratum bool) error {
	if p.TotalX != nil {
		if err := exact.Check(*p.TotalX); err != nil {
			return fmt.Errorf("%w: %w", ErrTotalX, err)
		}
		p.totalX = exact.Rat(*p.TotalX)
	}
	var sum *big.Rat
	switch {
	case byStratum:
		sum = new(big.Rat)
		for _, t := range p.totals {
			sum.Add(sum, t)
		}
	case p.totalX == nil:
		return fmt.Errorf("%w is missing", ErrTotalX)
	case p.census():
		_, sum = design.Expanded(p.strata)
	}
	if p.totalX == nil {
		p.totalX = sum
	}
	if sum != nil && sum.Cmp(p.totalX) != 0 {
		return fmt.Errorf("%w is %s, but that of the strata %s", ErrTotalX, exact.String(*p.TotalX),
			exact.String(exact.Round(sum)))
	}
	if len(p.totals) == 1 {
		p.totals[0] = p.totalX
	}
	return nil
}

// census reports whether every unit was examined.
func (p *prepared) census() bool {
	for _, s := range p.strata {
		if s.Count != s.Universe {
			return false
		}
	}
	return true
}

// name is how an error speaks of a stratum.
func (a Auxiliary) name(h int) string { return finding.Unit("stratum", h, a.Strata[h].Name) }

// outcome is what an estimator found: the total, what each stratum adds (without b*X), the coefficients of the strata, and
// the degrees of freedom of their variances.
type outcome struct {
	total        design.Part
	residuals    []design.Part
	coefficients []*big.Rat
	own          []int64
	lost         int64 // degrees of freedom that a shared slope costs
}

// result states an outcome.
func (p *prepared) result(o outcome, e Estimator, c Combination) (AuxiliaryResult, error) {
	df, err := p.DegreesOfFreedom.of(o.residuals, o.own)
	if err != nil {
		return AuxiliaryResult{}, err
	}
	if df != nil {
		df.Sub(df, exact.Int(o.lost))
	}
	r := AuxiliaryResult{Estimator: e, Combination: c, TotalX: inFull(p.totalX)}
	if r.Estimate, err = appraisal.NewEstimate(o.total.Total, o.total.Variance, p.Options, df); err != nil {
		return AuxiliaryResult{}, err
	}
	y, x := design.Expanded(p.strata)
	r.EstimatedY, r.EstimatedX = exact.Round(y), exact.Round(x)
	var shared *big.Rat // the last coefficient, and how it is stated
	var coefficient decimal.Decimal
	if c != Separate || len(p.strata) == 1 {
		b := exact.Round(o.coefficients[0])
		r.Coefficient = &b
	}
	var singles finding.Places
	for h, s := range p.strata {
		one := AuxiliaryStratumSection{
			Name: p.Strata[h].Name, Universe: s.Universe, SampleSize: s.Count, Sums: p.sums[h],
			MeanY: exact.Round(s.Y), MeanX: exact.Round(s.X),
			StandardError: exact.Sqrt(o.residuals[h].Variance),
		}
		if b := o.coefficients[h]; b != shared {
			shared, coefficient = b, exact.Round(b)
		}
		one.Coefficient = coefficient
		if known := p.totals[h]; known != nil {
			total := new(big.Rat).Mul(design.Short(o.coefficients[h]), known)
			x, point := inFull(known), exact.Round(total.Add(total, o.residuals[h].Total))
			one.TotalX, one.PointEstimate = &x, &point
		}
		r.Universe += s.Universe
		r.SampleSize += s.Count
		r.Strata = append(r.Strata, one)
		if s.Count == 1 && s.Universe > 1 {
			singles = append(singles, p.name(h))
		}
	}
	r.Warnings = append(r.Warnings, finding.Singles(nil, singles)...)
	if o.total.Variance.Sign() == 0 && singles == nil && !p.census() {
		r.Warnings = append(r.Warnings, finding.NoVariation("values of y - b x"))
	}
	return r, nil
}

// small reports whether the sample of strata that share a ratio or slope is too small for the mathematics of large samples:
// 30 items or fewer, or an x whose estimated total has a coefficient of variation of 10 percent or more. Where all was
// examined nothing is.
//
// Source: Cochran (1977), sec. 6.3 and 6.8.
func small(strata []design.PairStratum) bool {
	items, drawn := int64(0), false
	for _, s := range strata {
		items += s.Count
		drawn = drawn || s.Count < s.Universe
	}
	x, _, err := design.Adjust(swapped(strata), new(big.Rat), new(big.Rat), true)
	if err != nil || !drawn {
		return false
	}
	limit := new(big.Rat).Mul(x.Total, x.Total)
	return items <= 30 || x.Variance.Cmp(limit.Quo(limit, exact.Int(100))) >= 0
}

// warnSmall warns of what was taken from samples that are too small for it; places are the strata that are, where each has
// its own.
func (r *AuxiliaryResult) warnSmall(what string, places finding.Places) {
	if len(places) == 0 {
		return
	}
	if r.Combination == Separate {
		what += " of " + places[0]
		if more := len(places) - 1; more > 0 {
			what += fmt.Sprintf(" (and of %d more)", more)
		}
	}
	r.Warnings = append(r.Warnings, finding.Warn("large_sample",
		"The %s has a bias, and its variance is that of a large sample; this one "+
			"has 30 items or fewer, or a standard error of the estimated total of x of 10 percent of it or more.", what))
}

// inFull states a sum of decimals in full.
func inFull(r *big.Rat) decimal.Decimal {
	d, _ := exact.Decimal(r)
	return d
}

// swapped exchanges y and x.
func swapped(strata []design.PairStratum) []design.PairStratum {
	list := make([]design.PairStratum, len(strata))
	for h, s := range strata {
		s.Y, s.X, s.YY, s.XX = s.X, s.Y, s.XX, s.YY
		list[h] = s
	}
	return list
}
