package samplesize

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrorRate is RAT-STATS' "Variable Sample Size Determination > Unrestricted > Using an Expected Error Rate": how many
// units to draw where there is no probe sample, but a guess of how many units are in error.
//
// The model: an erroneous unit is wrong by its whole reported amount, and erroneous units look like the reported
// amounts (Companion Manual 4-7). Errors in part of an amount do not fit it.
//
// Source: RAT-STATS Companion Manual 4-7 to 4-10, User's Guide 5-13 to 5-18.
type ErrorRate struct {
	// Universe is the number of units the sample is drawn from.
	Universe int64 `json:"universe"`
	// Rate is the anticipated share of units in error, a fraction above 0 and below 1.
	Rate decimal.Decimal `json:"rate"`
	// ReportedTotal is the total reported (paid) amount of the universe, in dollars.
	ReportedTotal decimal.Decimal `json:"reportedTotal"`
	// ReportedDeviation is the standard deviation of the reported amounts, in dollars.
	ReportedDeviation decimal.Decimal `json:"reportedDeviation"`
	// Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99.
	Levels []decimal.Decimal `json:"levels,omitempty"`
	// OneSided makes the levels those of a one-sided limit, as in [Probe].
	OneSided bool `json:"oneSided,omitempty"`
	// Precisions are fractions of the total difference; none means 0.01, 0.02, 0.05, 0.10 and 0.15.
	Precisions []decimal.Decimal `json:"precisions,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (e ErrorRate) MarshalJSON() ([]byte, error) { return jsonform.Marshal(e) }

// ErrorRateTable is the result of [ErrorRate.Table].
type ErrorRateTable struct {
	Table
	// Universe, OneSided, Rate, ReportedTotal and ReportedDeviation are what was given.
	Universe          int64           `json:"universe"`
	OneSided          bool            `json:"oneSided,omitempty"`
	Rate              decimal.Decimal `json:"rate"`
	ReportedTotal     decimal.Decimal `json:"reportedTotal"`
	ReportedDeviation decimal.Decimal `json:"reportedDeviation"`
	// Mean and StandardDeviation are those expected of the differences, zeros included, in dollars.
	Mean              decimal.Decimal `json:"mean"`
	StandardDeviation decimal.Decimal `json:"standardDeviation"`
}

// MarshalJSON writes decimals as strings.
func (t ErrorRateTable) MarshalJSON() ([]byte, error) { return jsonform.Marshal(t) }

// resolve works out mean and variance of the differences. With p the rate, m and s the mean and standard deviation of
// the reported amounts,
//
//	mean     = p*m
//	variance = p*(s^2 + (1-p)*m^2)
//
// (Companion Manual 4-10), unrounded.
func (e ErrorRate) resolve() (unrestricted, error) {
	if e.Universe < 1 || e.Universe > MaxUniverse {
		return unrestricted{}, fmt.Errorf("%w: %d is not between 1 and %d", ErrUniverse, e.Universe, int64(MaxUniverse))
	}
	if exact.Check(e.Rate) != nil || e.Rate.Sign() <= 0 || e.Rate.Cmp(decimal.NewFromInt(1)) >= 0 {
		return unrestricted{}, fmt.Errorf("%w: %s is not between 0 and 1", ErrRate, exact.String(e.Rate))
	}
	for i, d := range []decimal.Decimal{e.ReportedTotal, e.ReportedDeviation} {
		name := [...]string{"total", "standard deviation"}[i]
		if err := exact.Check(d); err != nil {
			return unrestricted{}, fmt.Errorf("%w: %s: %w", ErrReported, name, err)
		}
		if d.IsNegative() {
			return unrestricted{}, fmt.Errorf("%w: %s %s is negative", ErrReported, name, exact.String(d))
		}
	}
	p, m, s := exact.Rat(e.Rate), exact.Rat(e.ReportedTotal), exact.Rat(e.ReportedDeviation)
	m.Quo(m, exact.Int(e.Universe))
	variance := new(big.Rat).Sub(exact.Int(1), p)
	variance.Mul(variance, m).Mul(variance, m).Add(variance, s.Mul(s, s)).Mul(variance, p)
	u := unrestricted{universe: e.Universe, mean: m.Mul(m, p), variance: variance, oneSided: e.OneSided}
	return u, u.defined()
}

// Size answers for one confidence level and precision. Errors as for [ErrorRate.Table].
func (e ErrorRate) Size(level, precision decimal.Decimal) (Cell, error) {
	u, err := e.resolve()
	if err != nil {
		return Cell{}, err
	}
	return u.cell(level, precision)
}

// Table works out all sizes. Errors: [ErrUniverse], [ErrRate], [ErrReported], [ErrPrecision], [ErrUndefined] (total and
// standard deviation are both 0), appraisal.ErrLevel. Warnings: those of [Probe.Table] but "no_variation", since the
// differences of a rate between 0 and 1 vary.
func (e ErrorRate) Table() (ErrorRateTable, error) {
	u, err := e.resolve()
	if err != nil {
		return ErrorRateTable{}, err
	}
	t := ErrorRateTable{
		Universe: e.Universe, OneSided: e.OneSided, Rate: exact.Canonical(e.Rate),
		ReportedTotal: exact.Canonical(e.ReportedTotal), ReportedDeviation: exact.Canonical(e.ReportedDeviation),
		Mean: exact.Round(u.mean), StandardDeviation: exact.Sqrt(u.variance),
	}
	if t.Table, err = newTable(e.Levels, e.Precisions, u.cell); err != nil {
		return ErrorRateTable{}, err
	}
	u.warn(&t.Table, "difference")
	return t, nil
}
