package samplesize

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Bounds of a stratified request.
const (
	// ratStatsStrata is the most strata that RAT-STATS takes (User's Guide A-3); more are a warning.
	ratStatsStrata = 500
	// maxStrata is the most strata that are accepted.
	maxStrata = 10_000
	// maxCells bounds strata times levels times precisions: seconds of work, and all strata there may be in a table of the
	// default levels and precisions.
	maxCells = 200_000
)

// Stratum is a part of the universe that is sampled on its own. Give exactly one of Overpayments, OverpaymentSums, and
// MeanOverpayment with OverpaymentDeviation, as in a [Probe].
type Stratum struct {
	// Name of the stratum; no two are the same.
	Name string `json:"name"`
	// Universe is the number of units in the stratum.
	Universe int64 `json:"universe"`
	// Overpayments of the stratum's probe sample, in dollars, zeros included.
	Overpayments []decimal.Decimal `json:"overpayments,omitempty"`
	// OverpaymentSums stands in for the overpayments.
	OverpaymentSums *appraisal.Sums `json:"overpaymentSums,omitempty"`
	// MeanOverpayment and OverpaymentDeviation, mean and standard deviation (divisor n-1) of the overpayments, stand in for
	// them. Both may be 0.
	MeanOverpayment      *decimal.Decimal `json:"meanOverpayment,omitempty"`
	OverpaymentDeviation *decimal.Decimal `json:"overpaymentDeviation,omitempty"`
	// Cost of reviewing one unit, above 0, in any currency, for the optimal allocation: either every stratum has one or
	// none, which means that all cost the same.
	Cost *decimal.Decimal `json:"cost,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s Stratum) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratumEntry is a stratum as it enters the formulas.
type StratumEntry struct {
	// Name of the stratum.
	Name string `json:"name"`
	// Universe is the number of units in the stratum.
	Universe int64 `json:"universe"`
	// Mean and StandardDeviation of the overpayments.
	Mean              decimal.Decimal `json:"mean"`
	StandardDeviation decimal.Decimal `json:"standardDeviation"`
	// Ratio is the stratum's share of the sample before any stratum is cut to its universe, as a fraction: N*s / sum(N*s)
	// in RAT-STATS. None where nothing varies, so that there is nothing to allocate by.
	Ratio *decimal.Decimal `json:"ratio,omitempty"`
	// Cost of one unit, if it was given.
	Cost *decimal.Decimal `json:"cost,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (e StratumEntry) MarshalJSON() ([]byte, error) { return jsonform.Marshal(e) }

// StratifiedUniverse is what all strata make together.
type StratifiedUniverse struct {
	// Universe is the number of units in all strata.
	Universe int64 `json:"universe"`
	// Mean of all units.
	Mean decimal.Decimal `json:"mean"`
	// StandardDeviation of all units, within and between strata: sqrt(sum(N*(s^2 + (mean - overall mean)^2)) / N). No size
	// follows from it. The manuals give no formula; this one prints their figure.
	StandardDeviation decimal.Decimal `json:"standardDeviation"`
	// Total is the expected total, sum(N*mean).
	Total decimal.Decimal `json:"total"`
	// DeviationSum is sum(N*s), RAT-STATS' SUM1, which the optimal allocation divides by.
	DeviationSum decimal.Decimal `json:"deviationSum"`
}

// MarshalJSON writes decimals as strings.
func (u StratifiedUniverse) MarshalJSON() ([]byte, error) { return jsonform.Marshal(u) }

// layer is one stratum of [layers].
type layer struct {
	unrestricted
	cost *big.Rat
}

// layers are checked strata with what they have in common.
type layers struct {
	list     []layer
	universe int64
	total    *big.Rat // sum(N*mean)
	spread   *big.Rat // sum(N*s^2)
}

func newLayers(strata []Stratum) (layers, error) {
	l := layers{total: new(big.Rat), spread: new(big.Rat)}
	if len(strata) < 1 || len(strata) > maxStrata {
		return l, fmt.Errorf("%w: %d strata; from 1 to %d are possible", ErrStrata, len(strata), maxStrata)
	}
	names := map[string]int{}
	for i, s := range strata {
		where := fmt.Sprintf("stratum %d (%s)", i+1, finding.Clip(s.Name))
		if s.Name == "" {
			return l, fmt.Errorf("%w: stratum %d has no name", ErrStrata, i+1)
		}
		if first := names[s.Name]; first > 0 {
			return l, fmt.Errorf("%w: %s has the name of stratum %d", ErrStrata, where, first)
		}
		names[s.Name] = i + 1
		p, err := Probe{
			Universe: s.Universe, Overpayments: s.Overpayments, OverpaymentSums: s.OverpaymentSums,
			MeanOverpayment: s.MeanOverpayment, OverpaymentDeviation: s.OverpaymentDeviation,
		}.moments()
		if err != nil {
			return l, fmt.Errorf("%w (%s)", err, where)
		}
		one := layer{unrestricted: p.unrestricted, cost: exact.Int(1)}
		if (s.Cost == nil) != (strata[0].Cost == nil) {
			return l, fmt.Errorf("%w: %s: either every stratum has a cost or none", ErrAllocation, where)
		}
		if s.Cost != nil {
			if exact.Check(*s.Cost) != nil || s.Cost.Sign() <= 0 {
				return l, fmt.Errorf("%w: %s: cost %s is not above 0", ErrAllocation, where, exact.String(*s.Cost))
			}
			one.cost = exact.Rat(*s.Cost)
		}
		if l.universe += s.Universe; l.universe > MaxUniverse {
			return l, fmt.Errorf("%w: the strata up to %s have more than %d units", ErrUniverse, where, int64(MaxUniverse))
		}
		l.list = append(l.list, one)
		l.total.Add(l.total, one.unrestricted.total())
		l.spread.Add(l.spread, one.spread())
	}
	if l.total.Sign() == 0 && l.spread.Sign() == 0 {
		return l, fmt.Errorf("%w: means and standard deviations of all strata are 0", ErrUndefined)
	}
	return l, nil
}

// whole returns the totals line.
func (l layers) whole() StratifiedUniverse {
	n := exact.Int(l.universe)
	mean := new(big.Rat).Quo(l.total, n)
	around := new(big.Rat).Set(l.spread)
	var squares []*big.Rat // (N*s)^2
	for _, s := range l.list {
		one := s.spread()
		squares = append(squares, one.Mul(one, exact.Int(s.universe)))
		off := new(big.Rat).Sub(s.mean, mean)
		off.Mul(off, off)
		around.Add(around, off.Mul(off, exact.Int(s.universe)))
	}
	return StratifiedUniverse{
		Universe: l.universe, Mean: exact.Round(mean), StandardDeviation: exact.Sqrt(around.Quo(around, n)),
		Total: exact.Round(l.total), DeviationSum: rootSum(squares),
	}
}

// entries returns the strata as they enter, with their ratios.
func (l layers) entries(strata []Stratum, s shares) []StratumEntry {
	ratios := s.ratios()
	list := make([]StratumEntry, len(strata))
	for i, one := range l.list {
		list[i] = StratumEntry{
			Name: strata[i].Name, Universe: one.universe,
			Mean: exact.Round(one.mean), StandardDeviation: exact.Sqrt(one.variance),
		}
		if strata[i].Cost != nil {
			cost := exact.Canonical(*strata[i].Cost)
			list[i].Cost = &cost
		}
		if ratios != nil {
			list[i].Ratio = &ratios[i]
		}
	}
	return list
}

// warnings are those of the strata themselves.
func (l layers) warnings() []Warning {
	var list []Warning
	if n := len(l.list); n > ratStatsStrata {
		list = append(list, finding.Warn("many_strata",
			"There are %d strata; RAT-STATS takes at most %d.", n, ratStatsStrata))
	}
	if l.total.Sign() == 0 {
		list = append(list, finding.Warn("mean_zero", "The mean overpayment is 0: only a sample of every stratum that "+
			"varies, in full, meets a precision; the sizes are what the formula gives."))
	}
	for i, s := range l.list {
		if s.variance.Sign() == 0 {
			list = append(list, finding.Warn("no_variation", "All overpayments of stratum %d are equal, so that it adds "+
				"nothing to the error. Check whether its probe sample can stand for the stratum.", i+1))
			break
		}
	}
	return list
}
