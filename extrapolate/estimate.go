package extrapolate

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/sampling/samplesize"
)

// Warning is a finding that is not an error: a Code for programs, which does not change, and a Message for people.
type Warning = finding.Warning

// Errors that a caller may want to tell apart.
var (
	// ErrSample: the sample is not one of its universe, or cannot be appraised.
	ErrSample = errors.New("extrapolate: sample")
	// ErrPrecision: the wanted precision is not between 0 and 1.
	ErrPrecision = errors.New("extrapolate: precision")
	// ErrProtocol: a word that is none of the protocols.
	ErrProtocol = errors.New("extrapolate: protocol")
	// ErrDays: a number of days is negative.
	ErrDays = errors.New("extrapolate: days")
	// ErrRefund: a refund is not above zero or not in whole cents.
	ErrRefund = errors.New("extrapolate: refund")
)

// Sample is a reviewed simple random sample of claims whose overpayment is extrapolated to the population.
type Sample struct {
	// Universe is the number of claims in the population the sample was drawn from.
	Universe int64 `json:"universe"`
	// Numbered is the highest claim number of the frame, where claims that never belonged in the population have left it and
	// the others kept their numbers; 0 means that the numbers go up to Universe.
	Numbered int64 `json:"numbered,omitempty"`
	// PopulationPaid is the total paid for all claims of the population, in dollars, where it is known: no overpayment can be more.
	PopulationPaid decimal.Decimal `json:"populationPaid,omitzero"`
	// Claims are all claims of the sample, those without an error too.
	Claims []errorrate.Claim `json:"claims"`
	// Confidence is the two-sided confidence level the agreement asks for; 0 means 0.90.
	Confidence decimal.Decimal `json:"confidence,omitzero" zero:"the usual value"`
	// Precision is the precision the agreement asks for, as a fraction of the point estimate; 0 means that it asks for
	// none.
	Precision decimal.Decimal `json:"precision,omitzero" zero:"none"`
	// Levels are further two-sided confidence levels to state; none means 0.80, 0.90 and 0.95.
	Levels []decimal.Decimal `json:"levels,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s Sample) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// usualPrecision is the precision that claims reviews usually ask for.
var usualPrecision = decimal.New(25, -2)

// DefaultConfidence is the confidence level that claims reviews use: 90 percent.
func DefaultConfidence() decimal.Decimal { return decimal.New(9, -1) }

// Values says which amount of each claim is extrapolated.
type Values string

const (
	// GrossOverpayment: the overpayment of a claim, zero where it was paid correctly or underpaid. What is repaid.
	GrossOverpayment Values = "overpayment"
	// NetDifference: paid less correct, negative where the claim was underpaid. Stated beside, never repaid in place.
	NetDifference Values = "net_difference"
)

// Extrapolation is the overpayment of the population. The universe, the claims and the levels it came from are in it.
type Extrapolation struct {
	Sample
	// Values that PointEstimate is of: always the gross overpayment.
	Values Values `json:"values"`
	// PointEstimate is the extrapolated overpayment in dollars and cents, half a cent away from zero.
	PointEstimate decimal.Decimal `json:"pointEstimate"`
	// Interval is that of the agreement's confidence level, unrounded.
	Interval appraisal.Interval `json:"interval"`
	// PrecisionMet reports whether the precision amount is at most the agreement's precision times the point estimate. It
	// is true where the agreement asks for none, and false where it asks for one and nothing was overpaid.
	PrecisionMet bool `json:"precisionMet"`
	// ClaimsNeeded is the sample size that would have met the precision with these claims' mean and standard deviation,
	// where it was missed.
	ClaimsNeeded int64 `json:"claimsNeeded,omitempty"`
	// Overpayment is the appraisal of the gross overpayments, Net that of the net differences.
	Overpayment variable.UnrestrictedResult `json:"overpayment"`
	Net         variable.UnrestrictedResult `json:"net"`
	Warnings    []Warning                   `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (e Extrapolation) MarshalJSON() ([]byte, error) { return jsonform.Marshal(e) }

// Estimate extrapolates the overpayments of the sample to the population.
//
// Errors: [ErrSample], [ErrPrecision], errorrate.ErrNoClaims, errorrate.ClaimErrors, appraisal.ErrLevel. Warnings:
// "precision_missed" with the number of claims that would have met it; "low_precision" for one above 25 % where the
// agreement asks for none; "few_errors" for fewer than ten overpaid claims; "no_overpayment"; "lower_limit_negative";
// "beyond_paid" for a point estimate of more than [Sample].PopulationPaid.
//
// Source: OIG CIA FAQ, October 7, 2022; RAT-STATS Companion Manual 3-2 to 3-7 for the appraisal.
func (s Sample) Estimate() (Extrapolation, error) {
	if s.Confidence.IsZero() {
		s.Confidence = DefaultConfidence()
	}
	if exact.Check(s.Precision) != nil || s.Precision.IsNegative() || s.Precision.Cmp(decimal.NewFromInt(1)) >= 0 {
		return Extrapolation{}, fmt.Errorf("%w: %s is not between 0 and 1", ErrPrecision, exact.String(s.Precision))
	}
	s.Precision = exact.Canonical(s.Precision)
	if err := s.inUniverse(); err != nil {
		return Extrapolation{}, err
	}
	levels, err := s.levels()
	if err != nil {
		return Extrapolation{}, err
	}
	rate, err := errorrate.Sample{Claims: s.Claims}.Rate()
	if err != nil {
		return Extrapolation{}, err
	}
	if exact.Check(s.PopulationPaid) != nil || !s.PopulationPaid.IsZero() && s.PopulationPaid.LessThan(rate.Paid) {
		return Extrapolation{}, fmt.Errorf("%w: %s paid for all claims of the population, %s for those of the sample", ErrSample,
			exact.String(s.PopulationPaid), exact.String(rate.Paid))
	}
	s.PopulationPaid = exact.Canonical(s.PopulationPaid)
	s.Claims, s.Levels = rate.Claims, slices.Clone(s.Levels) // copies: a result does not change with its caller's data
	e := Extrapolation{Sample: s, Values: GrossOverpayment, PrecisionMet: true}
	gross, net := make([]decimal.Decimal, len(s.Claims)), make([]decimal.Decimal, len(s.Claims))
	for i, c := range s.Claims {
		gross[i], net[i] = c.Overpayment(), c.Difference()
	}
	if e.Overpayment, err = appraise(s.Universe, gross, levels); err != nil {
		return Extrapolation{}, err
	}
	if e.Net, err = appraise(s.Universe, net, levels); err != nil {
		return Extrapolation{}, err
	}
	var sums appraisal.Sums
	if err := sums.AddAll(gross); err != nil {
		return Extrapolation{}, err
	}
	e.PointEstimate = exact.RoundPlaces(new(big.Rat).Mul(exact.Int(s.Universe), sums.Mean()), 2)
	e.Interval, _ = e.Overpayment.At(s.Confidence)
	if err := e.judge(sums); err != nil {
		return Extrapolation{}, err
	}
	return e, nil
}

func appraise(universe int64, values, levels []decimal.Decimal) (variable.UnrestrictedResult, error) {
	r, err := variable.Unrestricted{Universe: universe, Sample: variable.Sample{Difference: values}, Options: variable.Options{Levels: levels}}.Appraise()
	if errors.Is(err, variable.ErrSample) || errors.Is(err, variable.ErrUniverse) {
		err = fmt.Errorf("%w: %w", ErrSample, err)
	}
	return r, err
}

// inUniverse checks that claim numbers, where there are any, are of the universe.
func (s Sample) inUniverse() error {
	if int64(len(s.Claims)) > s.Universe {
		return fmt.Errorf("%w: %s from a universe of %d", ErrSample, finding.Count(int64(len(s.Claims)), "claim", "claims"), s.Universe)
	}
	if s.Numbered != 0 && s.Numbered < s.Universe {
		return fmt.Errorf("%w: numbered up to %d, a universe of %d", ErrSample, s.Numbered, s.Universe)
	}
	last := max(s.Universe, s.Numbered)
	var wrong []int64
	for _, c := range s.Claims {
		if c.Number > last {
			wrong = append(wrong, c.Number)
		}
	}
	if len(wrong) > 0 {
		return fmt.Errorf("%w: not in a universe of %d: %s", ErrSample, last,
			finding.Join("claim number", "claim numbers", len(wrong), func(i int) string { return fmt.Sprint(wrong[i]) }))
	}
	return nil
}

// levels returns the levels to state, the agreement's among them.
func (s Sample) levels() ([]decimal.Decimal, error) {
	if err := appraisal.CheckLevel(s.Confidence); err != nil {
		return nil, err
	}
	levels := s.Levels
	if len(levels) == 0 {
		levels = appraisal.DefaultLevels()
	}
	for _, l := range levels {
		if exact.Check(l) == nil && l.Equal(s.Confidence) {
			return levels, nil
		}
	}
	return append([]decimal.Decimal{s.Confidence}, levels...), nil
}

// judge compares the achieved precision with the agreement's and looks at what weakens the estimate.
func (e *Extrapolation) judge(sums appraisal.Sums) error {
	warn := func(code, format string, args ...any) {
		e.Warnings = append(e.Warnings, finding.Warn(code, format, args...))
	}
	census := sums.Count() == e.Universe
	switch n := sums.Nonzero(); {
	case census:
	case n == 0:
		warn("no_overpayment", "No claim of the sample was overpaid: the point estimate is 0, and the sample cannot "+
			"say how much it may have missed.")
	case n < 10:
		warn("few_errors", "Overpaid in the sample: only %s. The limits rest on few values and can be misleading.",
			finding.Count(n, "claim", "claims"))
	}
	if e.Interval.LowerLimit.IsNegative() {
		warn("lower_limit_negative", "The lower limit is below zero, which an overpayment cannot be.")
	}
	if paid := e.PopulationPaid; !paid.IsZero() && e.PointEstimate.GreaterThan(paid) {
		warn("beyond_paid", "The point estimate of $%s is more than the $%s paid for all claims of the population, which an "+
			"overpayment cannot be.", exact.Commas(e.PointEstimate, 2), exact.Commas(paid, 2))
	}
	switch {
	case e.Precision.IsZero():
		if e.Interval.PrecisionPercent.GreaterThan(usualPrecision.Shift(2)) {
			warn("low_precision", "The precision is %s, worse than the 25%% that claims reviews usually ask for: the point "+
				"estimate is uncertain.", exact.Percent(e.Interval.PrecisionPercent))
		}
		return nil
	case sums.Nonzero() == 0:
		e.PrecisionMet = census
		return nil
	}
	e.PrecisionMet = within(e.Interval.Confidence, e.Universe, sums, e.Precision)
	if e.PrecisionMet {
		return nil
	}
	var err error
	p := samplesize.Probe{Universe: e.Universe, OverpaymentSums: &sums}
	if e.ClaimsNeeded, err = p.SizeStudentT(e.Confidence, e.Precision); err != nil {
		return err
	}
	warn("precision_missed", "The precision is %s, the agreement asks for %s%% at %s%% confidence. With this mean and "+
		"standard deviation %s claims would meet it. Refer to the agreement and consult the OIG monitor: OIG's FAQ of "+
		"2016 asked for no further claims, that of 2022 is silent.",
		exact.Percent(e.Interval.PrecisionPercent), exact.String(e.Precision.Shift(2)), exact.String(e.Confidence.Shift(2)), exact.CommasInt(e.ClaimsNeeded))
	return nil
}

// within reports exactly whether percentile^2 * variance <= (precision * point)^2.
func within(c appraisal.Confidence, universe int64, sums appraisal.Sums, precision decimal.Decimal) bool {
	n := sums.Count()
	if n == universe {
		return true
	}
	N, q := exact.Int(universe), exact.Rat(c.Percentile)
	have := q.Mul(q, q)
	have.Mul(have, sums.Variance()).Mul(have, exact.Int(universe-n)).Mul(have, N)
	have.Quo(have, exact.Int(n))
	want := exact.Rat(precision)
	want.Mul(want, N).Mul(want, sums.Mean())
	return have.Cmp(want.Mul(want, want)) <= 0
}
