package variable

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Ratio estimates the total of y as the ratio of y to x in the sample, times the known total of x.
//
// It pays where y is about proportional to x. The estimate has a bias of the order 1/n, and its variance is that of a large
// sample.
//
// Source: Cochran, Sampling Techniques (1977), sec. 6.2 to 6.4, 6.10 (separate), 6.11 (combined).
type Ratio struct {
	Auxiliary
	// Combination of the strata; empty for combined.
	Combination Combination `json:"combination,omitempty"`
	// SampleX divides by the sample's own estimate of the total of x where the variance of the ratio is worked out, as R's
	// survey and SAS do: the variance is multiplied by (known / estimated total of x)². Without it the known total serves
	// there, too, so that both cancel. Cochran (1977), sec. 6.4, has both.
	SampleX bool `json:"sampleX,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r Ratio) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the estimate out. With means ȳ_h, x̄_h, s_h² the variance of y - R x in the sample, divisor n_h-1, and the
// known total X,
//
//	combined  R   = sum N_h ȳ_h / sum N_h x̄_h    T = R X           v = sum N_h(N_h-n_h)/n_h s_h²
//	separate  R_h = ȳ_h / x̄_h                    T = sum R_h X_h   v the same, with each R_h
//
// Errors: [ErrStrata], [ErrSample], [ErrSingle], [ErrUniverse], [ErrTotalX], [ErrCombination], [ErrCoefficient],
// [ErrDegrees], appraisal.ErrLevel. Warnings: "large_sample" where a sample of 30 items or fewer, or a standard error of the
// estimated total of x of 10 percent or more of it, makes bias and variance doubtful; "no_variation" where the estimate has
// no error though not all was sampled; "single_item" where ZeroVarianceForSingle stands in for a variance.
func (r Ratio) Appraise() (AuxiliaryResult, error) {
	return r.estimate(RatioEstimate, r.Combination, "ratio", r.ofSample)
}

// ofSample estimates with the ratio of the sample.
func (r Ratio) ofSample(strata []design.PairStratum, totalX *big.Rat) (outcome, error) {
	b, err := design.CombinedRatio(strata)
	if err != nil {
		return outcome{}, err
	}
	o, err := r.adjust(strata, b, totalX)
	_, x := design.Expanded(strata)
	if err != nil || !r.SampleX || x.Sign() == 0 { // an x of zero with a ratio: all was examined
		return o, err
	}
	x.Quo(totalX, x)
	x.Mul(x, x)
	o.total.Variance.Mul(o.total.Variance, x)
	x = design.Short(x)
	for _, p := range o.residuals {
		p.Variance.Mul(p.Variance, x)
	}
	return o, nil
}

// Combination says whether strata share one ratio or slope.
type Combination string

// The choices.
const (
	// Combined, the default: one ratio or slope of all strata together. It needs the total of x of the whole universe only,
	// and its bias does not grow with the number of strata.
	Combined Combination = "combined"
	// Separate: each stratum has its own. It needs the total of x of each stratum and enough items in each, and is the more
	// precise where ratios or slopes really differ. Cochran, Sampling Techniques (1977), sec. 6.12, 7.11.
	Separate Combination = "separate"
)

// check returns the choice with its default.
func (c Combination) check() (Combination, error) {
	switch c {
	case "":
		return Combined, nil
	case Combined, Separate:
		return c, nil
	}
	return c, fmt.Errorf("%w: %q is neither %q nor %q", ErrCombination, finding.Clip(string(c)), Combined, Separate)
}

// DifferenceEstimator estimates the total of y as what the sample says of y - x, plus the known total of x. With x the
// amount paid and y the amount that should have been paid it is RAT-STATS' difference appraisal seen from the other side:
// the known total paid less the estimated overpayment. It is unbiased, and so is its variance.
//
// Source: Cochran, Sampling Techniques (1977), sec. 7.2, 7.9 with b = 1.
type DifferenceEstimator struct{ Auxiliary }

// MarshalJSON writes decimals as strings.
func (d DifferenceEstimator) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// Appraise works the estimate out, as [Regression] does with a slope of 1.
//
// Errors: [ErrStrata], [ErrSample], [ErrSingle], [ErrUniverse], [ErrTotalX], [ErrDegrees], appraisal.ErrLevel. Warnings:
// "no_variation" and "single_item" as for [Ratio].
func (d DifferenceEstimator) Appraise() (AuxiliaryResult, error) {
	p, err := d.prepare()
	if err != nil {
		return AuxiliaryResult{}, err
	}
	o, err := p.adjust(p.strata, exact.Int(1), p.totalX)
	if err != nil {
		return AuxiliaryResult{}, fmt.Errorf("%w: %w", ErrSample, err)
	}
	return p.result(o, DifferenceEstimate, "")
}

// Regression estimates the total of y along a line of y on x through the means of the sample, at the known mean of x.
//
// With a slope that was fixed before the sample was seen it is unbiased, and so is its variance. With the slope of the
// sample it has a bias of the order 1/n, and its variance is that of a large sample.
//
// Source: Cochran, Sampling Techniques (1977), sec. 7.2 (fixed slope), 7.3, 7.4 (slope of the sample), 7.9, 7.10 (strata).
type Regression struct {
	Auxiliary
	// Slope that was fixed beforehand; none takes that of the sample by least squares.
	Slope *decimal.Decimal `json:"slope,omitempty"`
	// Combination of the strata; empty for combined. With a fixed slope both are the same, but for the totals of x they
	// need.
	Combination Combination `json:"combination,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r Regression) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the estimate out. With s_h² the variance of y - b x in the sample of a stratum,
//
//	combined  T = sum N_h (ȳ_h - b x̄_h) + b X               v = sum N_h(N_h-n_h)/n_h s_h²
//	          b = sum f_h s_yxh / sum f_h s_xxh, f_h = N_h(N_h-n_h)/n_h
//	separate  T = sum N_h (ȳ_h - b_h x̄_h) + sum b_h X_h     v the same, with each b_h = s_yxh/s_xxh
//
// The divisor of s_h² is n_h-1; where a slope was taken from the sample of one stratum alone, as each separate one is and
// the combined one where all other strata were examined completely, it is n_h-2, as in simple linear regression. The slope
// takes away one of the degrees of freedom n-H that [StrataDegrees] counts (a separate one from each stratum).
// [SatterthwaiteDegrees] take n_h-1 or n_h-2 with the divisor.
//
// Errors: [ErrStrata], [ErrSample], [ErrSingle], [ErrUniverse], [ErrTotalX], [ErrCombination], [ErrCoefficient],
// [ErrDegrees], appraisal.ErrLevel. Warnings: those of [Ratio], "large_sample" only for the slope of a sample.
func (r Regression) Appraise() (AuxiliaryResult, error) {
	if r.Slope == nil {
		return r.estimate(RegressionEstimate, r.Combination, "slope", r.leastSquares)
	}
	if err := exact.Check(*r.Slope); err != nil {
		return AuxiliaryResult{}, fmt.Errorf("%w: %w", ErrCoefficient, err)
	}
	return r.estimate(RegressionEstimate, r.Combination, "", r.alongSlope)
}

// alongSlope estimates with the slope that was fixed beforehand.
func (r Regression) alongSlope(strata []design.PairStratum, totalX *big.Rat) (outcome, error) {
	return r.adjust(strata, exact.Rat(*r.Slope), totalX)
}

// leastSquares estimates with the slope of the sample.
func (r Regression) leastSquares(strata []design.PairStratum, totalX *big.Rat) (outcome, error) {
	b, fitted, err := design.CombinedSlope(strata, r.ZeroVarianceForSingle)
	if err != nil {
		return outcome{}, err
	}
	o, err := r.adjust(strata, b, totalX)
	if err != nil {
		return outcome{}, err
	}
	switch len(fitted) {
	case 0: // all was examined
	case 1:
		h := fitted[0]
		if o.residuals[h], err = design.LostSlope(o.residuals[h], strata[h].Count); err != nil {
			return outcome{}, err
		}
		o.own[h]--
		o.total.Variance = o.residuals[h].Variance // the only one there is
	default:
		if r.DegreesOfFreedom == StrataDegrees {
			o.lost = 1
		}
	}
	return o, nil
}

// adjust estimates with one coefficient.
func (a Auxiliary) adjust(strata []design.PairStratum, b, totalX *big.Rat) (outcome, error) {
	total, residuals, err := design.Adjust(strata, b, totalX, a.ZeroVarianceForSingle)
	if err != nil {
		return outcome{}, err
	}
	o := outcome{total: total, residuals: residuals}
	for _, s := range strata {
		o.coefficients = append(o.coefficients, b)
		o.own = append(o.own, ownDegrees(s.Universe, s.Count))
	}
	return o, nil
}

// estimator estimates the total of strata that share a ratio or slope and have the known total of x.
type estimator func(strata []design.PairStratum, totalX *big.Rat) (outcome, error)

// estimate applies an estimator to all strata together, or to each of them. What names what it takes from the sample, for a
// warning; it is empty where nothing is.
func (a Auxiliary) estimate(e Estimator, c Combination, what string, by estimator) (AuxiliaryResult, error) {
	c, err := c.check()
	if err != nil {
		return AuxiliaryResult{}, err
	}
	p, err := a.prepare()
	if err != nil {
		return AuxiliaryResult{}, err
	}
	groups := [][]design.PairStratum{p.strata}
	totals := []*big.Rat{p.totalX}
	if c == Separate {
		groups, totals = nil, p.totals
		for h := range p.strata {
			groups = append(groups, p.strata[h:h+1])
		}
	}
	all := outcome{total: design.Known(new(big.Rat))}
	for g, strata := range groups {
		if totals[g] == nil {
			return AuxiliaryResult{}, fmt.Errorf("%w: separate estimates need that of each stratum", ErrTotalX)
		}
		o, err := by(strata, totals[g])
		if err != nil && c == Separate {
			err = fmt.Errorf("%s: %w", a.name(g), err)
		}
		if err != nil {
			return AuxiliaryResult{}, fmt.Errorf("%w: %w", ErrSample, err)
		}
		all.add(o)
	}
	r, err := p.result(all, e, c)
	if err != nil || what == "" {
		return r, err
	}
	var places finding.Places
	for g, strata := range groups {
		if small(strata) {
			places = append(places, a.name(g))
		}
	}
	r.warnSmall(what, places)
	return r, nil
}

// add joins the outcomes of independent parts.
func (o *outcome) add(p outcome) {
	o.total = design.Sum([]design.Part{o.total, p.total})
	o.residuals = append(o.residuals, p.residuals...)
	o.coefficients = append(o.coefficients, p.coefficients...)
	o.own = append(o.own, p.own...)
	o.lost += p.lost
}
