package samplesize

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// MaxUniverse is the largest universe that is accepted.
const MaxUniverse = 1 << 53

// Probe is RAT-STATS' "Variable Sample Size Determination > Unrestricted > Using a Probe Sample": how many units a
// sample needs so that the total is estimated within a precision, going by a probe sample of the same universe.
//
// In a claims review the probe sample is the discovery sample, and its values are the overpayments: 0 for a claim that
// was paid correctly or underpaid. Paid amounts have no place here: they would size a sample for the total paid, which
// is known already (OIG CIA FAQ, October 7, 2022). That is why the values are called Overpayments and may not be
// negative.
//
// Give exactly one of Overpayments, OverpaymentSums, and MeanOverpayment with OverpaymentDeviation.
//
// Source: RAT-STATS Companion Manual 4-2 to 4-6, User's Guide 5-2 to 5-12.
type Probe struct {
	// Universe is the number of units the full sample is drawn from.
	Universe int64 `json:"universe"`
	// Overpayments of the probe sample's claims, in dollars, zeros included.
	Overpayments []decimal.Decimal `json:"overpayments,omitempty"`
	// OverpaymentSums stands in for the overpayments. That no value was negative cannot be seen from them.
	OverpaymentSums *appraisal.Sums `json:"overpaymentSums,omitempty"`
	// MeanOverpayment and OverpaymentDeviation, mean and standard deviation (divisor n-1) of the overpayments, stand in for
	// them.
	MeanOverpayment      *decimal.Decimal `json:"meanOverpayment,omitempty"`
	OverpaymentDeviation *decimal.Decimal `json:"overpaymentDeviation,omitempty"`
	// Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99.
	Levels []decimal.Decimal `json:"levels,omitempty"`
	// OneSided makes the levels those of one limit, not of an interval: a one-sided level of 0.95 takes the percentile of
	// the two-sided level 0.90, whose lower limit OIG's audits recommend for recovery. Levels have to be above 0.5. The
	// default is RAT-STATS' two-sided level.
	OneSided bool `json:"oneSided,omitempty"`
	// Precisions are fractions of the total overpayment; none means 0.01, 0.02, 0.05, 0.10 and 0.15.
	Precisions []decimal.Decimal `json:"precisions,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (p Probe) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// ProbeTable is the result of [Probe.Table].
type ProbeTable struct {
	Table
	// Universe is the number of units in the universe.
	Universe int64 `json:"universe"`
	// OneSided reports that the levels are those of a one-sided limit.
	OneSided bool `json:"oneSided,omitempty"`
	// ProbeSize is the number of values in the probe sample, 0 where mean and standard deviation were given.
	ProbeSize int64 `json:"probeSize,omitempty"`
	// OverpaymentSums of the probe sample, all that the table follows from; none where mean and deviation were given.
	OverpaymentSums *appraisal.Sums `json:"overpaymentSums,omitempty"`
	// Mean and StandardDeviation of the probe sample.
	Mean              decimal.Decimal `json:"mean"`
	StandardDeviation decimal.Decimal `json:"standardDeviation"`
}

// MarshalJSON writes decimals as strings.
func (t ProbeTable) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// probe is what the formulas need of a probe sample.
type probe struct {
	unrestricted
	count int64
	sums  *appraisal.Sums // nil for a typed mean and deviation
}

// resolve checks a probe of which a size is wanted.
func (p Probe) resolve() (probe, error) {
	r, err := p.moments()
	if err != nil {
		return probe{}, err
	}
	return r, r.defined()
}

// moments checks what was given and returns mean and variance.
func (p Probe) moments() (probe, error) {
	typed := p.MeanOverpayment != nil || p.OverpaymentDeviation != nil
	ways := 0
	for _, given := range []bool{p.Overpayments != nil, p.OverpaymentSums != nil, typed} {
		if given {
			ways++
		}
	}
	switch {
	case p.Universe < 1 || p.Universe > MaxUniverse:
		return probe{}, fmt.Errorf("%w: %d is not between 1 and %d", ErrUniverse, p.Universe, int64(MaxUniverse))
	case ways != 1 || typed && (p.MeanOverpayment == nil || p.OverpaymentDeviation == nil):
		return probe{}, fmt.Errorf("%w: give the overpayments, their sums, or their mean and standard deviation", ErrProbe)
	}
	r := probe{unrestricted: unrestricted{universe: p.Universe, oneSided: p.OneSided}}
	if typed {
		for i, d := range []decimal.Decimal{*p.MeanOverpayment, *p.OverpaymentDeviation} {
			name := [...]string{"mean", "standard deviation"}[i]
			if err := exact.Check(d); err != nil {
				return probe{}, fmt.Errorf("%w: %s: %w", ErrProbe, name, err)
			}
			if d.IsNegative() {
				return probe{}, fmt.Errorf("%w: %s %s is negative; overpayments are not", ErrProbe, name, exact.String(d))
			}
		}
		sd := exact.Rat(*p.OverpaymentDeviation)
		r.mean, r.variance = exact.Rat(*p.MeanOverpayment), sd.Mul(sd, sd)
		return r, nil
	}
	var sums appraisal.Sums
	if p.OverpaymentSums != nil {
		sums = *p.OverpaymentSums
	}
	var wrong []string
	for i, d := range p.Overpayments {
		switch err := sums.Add(d); {
		case err != nil:
			wrong = append(wrong, fmt.Sprintf("value %d: %v", i+1, err))
		case d.IsNegative():
			wrong = append(wrong, fmt.Sprintf("value %d is %s", i+1, exact.String(d)))
		}
	}
	if wrong != nil {
		return probe{}, fmt.Errorf("%w: %s; an underpaid claim counts as zero", ErrProbe,
			finding.Join("wrong value", "wrong values", len(wrong), func(i int) string { return wrong[i] }))
	}
	switch {
	case sums.Count() < 2:
		return probe{}, fmt.Errorf("%w: %s; a standard deviation takes two", ErrProbe, finding.Count(sums.Count(), "value", "values"))
	case sums.Count() > p.Universe:
		return probe{}, fmt.Errorf("%w: %s, but the probe sample has %d", ErrUniverse, finding.Count(p.Universe, "unit", "units"), sums.Count())
	case sums.Power(1).Sign() < 0:
		return probe{}, fmt.Errorf("%w: the sum is negative; an underpaid claim counts as zero", ErrProbe)
	}
	r.count, r.mean, r.variance, r.sums = sums.Count(), sums.Mean(), sums.Variance(), &sums
	return r, nil
}

// Size answers for one confidence level and precision. Errors as for [Probe.Table].
func (p Probe) Size(level, precision decimal.Decimal) (Cell, error) {
	r, err := p.resolve()
	if err != nil {
		return Cell{}, err
	}
	return r.cell(level, precision)
}

// Table works out all sizes. Errors: [ErrUniverse], [ErrProbe], [ErrPrecision], [ErrUndefined], appraisal.ErrLevel.
// Warnings: "small_size" where a size is under 30, "rounded_down" where rounding to nearest was down, "no_variation"
// where the standard deviation is 0 (no size), "mean_zero" where the mean is 0 (the whole universe).
func (p Probe) Table() (ProbeTable, error) {
	r, err := p.resolve()
	if err != nil {
		return ProbeTable{}, err
	}
	t := ProbeTable{
		Universe: p.Universe, OneSided: p.OneSided, ProbeSize: r.count, OverpaymentSums: r.sums,
		Mean: exact.Round(r.mean), StandardDeviation: exact.Sqrt(r.variance),
	}
	if t.Table, err = newTable(p.Levels, p.Precisions, r.cell); err != nil {
		return ProbeTable{}, err
	}
	r.warn(&t.Table, "overpayment")
	return t, nil
}

// SizeStudentT returns the smallest sample size whose t interval, with the finite population correction, is within the
// precision if mean and standard deviation stay as they are in the probe sample. Unlike [Probe.Size] it does not round
// down and uses the percentile that the appraisal of the sample will use. It is the answer to "how many claims would
// have met the precision?" and no RAT-STATS figure. Above 1e9 the degrees of freedom count as 1e9. Errors as for
// [Probe.Table].
//
// Source: the interval of RAT-STATS Companion Manual 3-6, 3-7, solved for n.
func (p Probe) SizeStudentT(level, precision decimal.Decimal) (int64, error) {
	r, err := p.resolve()
	if err != nil {
		return 0, err
	}
	return r.reaching(level, precision)
}
