package extrapolate

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// Influence is what becomes of the point estimate without the claim that drives it most. Without claim i of n it is
//
//	N (sum - x_i) / (n - 1)
//
// so that the n estimates without a claim have the point estimate as their mean.
type Influence struct {
	// Number and ID of the claim, and its overpayment; the first of several that drive it alike.
	Number      int64           `json:"number,omitempty"`
	ID          string          `json:"id"`
	Overpayment decimal.Decimal `json:"overpayment"`
	// Share of all overpayments found, as a fraction.
	Share decimal.Decimal `json:"share"`
	// Without is the point estimate without the claim, Change the difference to it.
	Without decimal.Decimal `json:"without"`
	Change  decimal.Decimal `json:"change"`
}

// MarshalJSON writes decimals as strings.
func (i Influence) MarshalJSON() ([]byte, error) { return jsonform.Marshal(i) }

var faqSource = reportable.Source{Rule: RulePointEstimate, Citation: faq + ", CIA Claims Reviews", AsOf: faqDate}

// precision holds the achieved precision against the agreement's.
func (r *ScrutinyResult) precision(e Extrapolation) {
	percent := func(d decimal.Decimal) string { return exact.Commas(d, 2) + "%" }
	level := percentText(e.Interval.Level)
	figure := percent(e.Interval.PrecisionPercent)
	says := fmt.Sprintf("At %s confidence the estimate of %s is uncertain by %s, that is %s of it.", level,
		money(e.PointEstimate), money(e.Interval.PrecisionAmount), figure)
	switch {
	case !e.PointEstimate.IsPositive():
		r.check(CheckPrecision, Noted, "none", faqSource, "No overpayment was found: there is no precision in percent of it.")
	case !e.Precision.IsZero() && e.PrecisionMet:
		r.check(CheckPrecision, Passed, figure, reportable.Source{Citation: "the agreement"}, "%s The agreement asks for %s or "+
			"better.", says, percentText(e.Precision))
	case !e.Precision.IsZero():
		r.check(CheckPrecision, Failed, figure, reportable.Source{Citation: "the agreement"}, "%s The agreement asks for %s or "+
			"better; with these data about %s claims would have met it.", says, percentText(e.Precision),
			exact.CommasInt(e.ClaimsNeeded))
	case e.Interval.PrecisionPercent.GreaterThan(usualPrecision.Shift(2)):
		r.check(CheckPrecision, Noted, figure, ownSource("25 percent, which claims reviews usually ask for"), "%s The agreement "+
			"asks for no precision; claims reviews usually ask for 25%% or better.", says)
	default:
		r.check(CheckPrecision, Passed, figure, ownSource("25 percent, which claims reviews usually ask for"), "%s", says)
	}
}

// percentText writes a fraction in percent without needless zeros.
func percentText(d decimal.Decimal) string { return exact.String(d.Shift(2)) + "%" }

// nonzero counts the claims that the estimate rests on.
func (r *ScrutinyResult) nonzero(e Extrapolation) {
	n := e.Overpayment.Nonzero
	source := ownSource("at least ten values that are not zero")
	figure := exact.CommasInt(n)
	if n >= 10 {
		r.check(CheckNonzero, Passed, figure, source, "%s of the %s claims were overpaid: the estimate rests on them.", figure,
			exact.CommasInt(r.SampleSize))
		return
	}
	r.check(CheckNonzero, Noted, figure, source, "Of %s claims only %s overpaid. The limits rest on few values and can be "+
		"misleading.", exact.CommasInt(r.SampleSize), finding.Count(n, "was", "were"))
}

// skewness applies Cochran's rule n > 25 G1^2. With the central moments m2 and m3 (divisor n) G1^2 is m3^2/m2^3, so the
// rule is decided in rationals.
func (r *ScrutinyResult) skewness(e Extrapolation) {
	source := reportable.Source{Citation: "Cochran, Sampling Techniques, 3rd ed. (1977), sec. 2.15"}
	m2, m3 := e.Overpayment.Sums.CentralMoment(2), e.Overpayment.Sums.CentralMoment(3)
	if m2.Sign() == 0 {
		r.check(CheckSkewness, Noted, "none", source, "All overpayments of the sample are equal: it shows no variation to "+
			"judge the "+
			"interval by.")
		return
	}
	need := cochran(m2, m3)
	figure := exact.Commas(*e.Overpayment.Skewness, 2)
	bound := exact.Commas(exact.RoundPlaces(need, 1), 1)
	if exact.Int(r.SampleSize).Cmp(need) > 0 {
		r.check(CheckSkewness, Passed, figure, source, "The skewness of the overpayments is %s. The rule n > 25 G1^2 takes "+
			"more than "+
			"%s claims for a normal interval; %s were reviewed.", figure, bound, exact.CommasInt(r.SampleSize))
		return
	}
	r.check(CheckSkewness, Noted, figure, source, "The skewness of the overpayments is %s. The rule n > 25 G1^2 takes "+
		"more than %s "+
		"claims for a normal interval; %s were reviewed. With data as lopsided as these the interval may hold the truth less "+
		"often than it says.", figure, bound, exact.CommasInt(r.SampleSize))
}

// cochran is 25 G1^2 of central moments.
func cochran(m2, m3 *big.Rat) *big.Rat {
	need := new(big.Rat).Mul(m3, m3)
	need.Mul(need, exact.Int(25))
	cube := new(big.Rat).Mul(m2, m2)
	return need.Quo(need, cube.Mul(cube, m2))
}

// leaveOneOut returns the point estimates without each value.
func leaveOneOut(universe int64, values []decimal.Decimal) []*big.Rat {
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, exact.Rat(v))
	}
	factor := big.NewRat(universe, int64(len(values)-1))
	list := make([]*big.Rat, len(values))
	for i, v := range values {
		without := new(big.Rat).Sub(sum, exact.Rat(v))
		list[i] = without.Mul(without, factor)
	}
	return list
}

// singleClaim finds the claim that drives the estimate most.
func (r *ScrutinyResult) singleClaim(e Extrapolation) {
	if r.SampleSize < 2 || e.Overpayment.Nonzero == 0 {
		return
	}
	values := make([]decimal.Decimal, len(e.Claims))
	for i, c := range e.Claims {
		values[i] = c.Overpayment()
	}
	point := new(big.Rat).Mul(exact.Int(e.Universe), e.Overpayment.Sums.Mean())
	estimates := leaveOneOut(e.Universe, values)
	at, most := 0, new(big.Rat)
	for i, without := range estimates {
		change := new(big.Rat).Sub(without, point)
		if change.Abs(change); change.Cmp(most) > 0 {
			at, most = i, change
		}
	}
	c := e.Claims[at]
	change := new(big.Rat).Sub(estimates[at], point)
	share := new(big.Rat).Quo(exact.Rat(values[at]), e.Overpayment.Sums.Power(1))
	r.Influence = &Influence{Number: c.Number, ID: c.ID, Overpayment: values[at], Share: exact.Round(share),
		Without: exact.Round(estimates[at]), Change: exact.Round(change)}
	wanted := e.Precision
	if wanted.IsZero() {
		wanted = usualPrecision
	}
	relative := new(big.Rat).Quo(most, point)
	figure := money(r.Influence.Change)
	says := fmt.Sprintf("Without claim %s (overpaid by %s, %s%% of all overpayments found) the point estimate would be "+
		"%s, %s%% away. "+
		"No other claim changes it more.", c.ID, money(values[at]), exact.Fixed(r.Influence.Share.Shift(2), 1), money(r.Influence.Without),
		exact.Fixed(exact.RoundPlaces(new(big.Rat).Mul(relative, exact.Int(100)), 1), 1))
	source := ownSource("whether the estimate without the claim stays within the interval, and within the precision that " +
		"the agreement asks for (else 25 percent)")
	outside := r.Influence.Without.Cmp(e.Interval.LowerLimit) < 0 || r.Influence.Without.Cmp(e.Interval.UpperLimit) > 0
	if outside || relative.Cmp(exact.Rat(wanted)) > 0 {
		where := "more than " + percentText(wanted)
		if outside {
			where = "outside the interval of " + money(e.Interval.LowerLimit) + " to " + money(e.Interval.UpperLimit)
		}
		r.check(CheckSingleClaim, Noted, figure, source, "%s That is %s: one claim drives the estimate. It stays in the "+
			"sample, but its "+
			"determination has to be beyond doubt.", says, where)
		return
	}
	r.check(CheckSingleClaim, Passed, figure, source, "%s That is within the interval and within "+
		"%s.", says, percentText(wanted))
}

// money writes dollars and cents.
func money(d decimal.Decimal) string {
	if d.IsNegative() {
		return "-$" + exact.Commas(d.Neg(), 2)
	}
	return "$" + exact.Commas(d, 2)
}

// minimumSum puts the one-sided lower limit of the minimum sum method beside that of the appraisal.
func (r *ScrutinyResult) minimumSum(s Scrutiny, e Extrapolation) error {
	if len(s.Unsampled) == 0 {
		return nil
	}
	if int64(len(s.Unsampled)) != r.Universe-r.SampleSize {
		return fmt.Errorf("%w: %d payments of claims that were not drawn, but %d were not", ErrSample, len(s.Unsampled),
			r.Universe-r.SampleSize)
	}
	m := variable.MinimumSum{Unsampled: s.Unsampled, ErrorShare: s.ErrorShare,
		OneSidedLevels: []decimal.Decimal{DefaultConfidence()}}
	values := make([]decimal.Decimal, 0, len(e.Claims))
	for _, c := range e.Claims {
		m.Examined = append(m.Examined, c.Paid)
		values = append(values, c.Overpayment())
	}
	m.Difference = values
	result, err := m.Appraise()
	if err != nil {
		return err
	}
	r.MinimumSum = &result
	u := variable.Unrestricted{Universe: r.Universe, Sample: variable.Sample{Difference: values},
		Options: appraisal.Options{OneSidedLevels: []decimal.Decimal{DefaultConfidence()}}}
	appraised, err := u.Appraise()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrSample, err)
	}
	lower, limit := appraised.OneSided[0].LowerLimit, result.Limits[0].LowerLimit
	source := reportable.Source{Citation: "Edwards, Ward-Besser, Lasecki, Parker, Wieduwilt, Wu and Moorhead, Health " +
		"Services & Outcomes Research Methodology 4 (2003), 241-263"}
	says := fmt.Sprintf("The one-sided 90%% lower limit that assumes nothing about the overpayments is %s, that of the "+
		"appraisal "+
		"%s.", money(limit), money(lower))
	if s.Enlarged {
		says += " The sample was enlarged after a part of it was reviewed, for which the method's limit is not proven."
	}
	status := Passed
	if lower.GreaterThan(limit) {
		status = Noted
		says += " That of the appraisal is higher: it rests on the interval's assumptions for the difference. This is usual " +
			"where claims are overpaid in part, and no error."
	} else {
		says += " That of the appraisal is no higher."
	}
	r.check(CheckMinimumSum, status, money(limit), source, "%s", says)
	return nil
}
