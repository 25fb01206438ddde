package iromath

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// The full sample of a walk.

// sizeDue is the size that was worked out for the full sample.
func (w *walk) sizeDue() int64 {
	if s, ok := w.values["size.size"]; ok {
		return max(s.number.IntPart(), w.chosen())
	}
	return 0
}

// chosen is the size of a full sample that is larger than the formula gives. Where claims were left out the report lists fewer
// than it states.
func (w *walk) chosen() int64 {
	if s := w.v.reported.Size; s != nil && (w.lost == dropMissing || w.lost == dropUnknown) {
		n, _ := wholeOf(s.Size)
		return max(n, w.v.chosen)
	}
	return w.v.chosen
}

// drawFull sizes and draws the full sample.
func (w *walk) drawFull(seed string) error {
	universe := cmp.Or(w.universe, w.frame.Size())
	have := int64(len(w.discovery))
	size := universe
	if have < universe {
		n, err := w.size(cmp.Or(w.sized, w.frame.Size()))
		if err != nil {
			return err
		}
		size = max(n, min(w.chosen(), universe))
	}
	w.values["full.method"] = w.values[w.v.firstPart()+".method"]
	fresh := w.a.FullSample == FullSampleFresh
	before, fullSeed := int64(0), seed
	switch {
	case size <= w.a.SampleSize:
		w.last = w.discovery
		w.values["full.numbers"], w.values["full.ids"], w.values["full.size"] = w.values["discovery.numbers"],
			w.values["discovery.ids"], w.values["discovery.size"]
		w.values.putTally(partFull, w.tally(w.last))
		w.putFullSeed(seed)
		return nil
	case w.fullSeed != "":
		fullSeed = w.fullSeed
	case fresh:
		if fullSeed = w.v.seeds.Full; fullSeed == "" {
			return errWalk
		}
	case w.fullAdded:
		size, before = size+w.a.SampleSize, w.a.SampleSize
	case w.fullNew:
		before = w.a.SampleSize
	}
	if size > universe {
		return errWalk
	}
	w.putFullSeed(fullSeed)
	claims, err := w.sample(partFull, fullSeed, size, before)
	if err != nil {
		return err
	}
	if w.fullTwice {
		claims = append(slices.Clone(claims), w.discovery...)
		w.values["full.size"] = w.values["full.size"].orAlso(count(int64(len(claims))))
	}
	w.last = claims
	w.values.putTally(partFull, w.tally(claims))
	return nil
}

// putFullSeed writes the seed of the full sample. A report that states a wrong seed states it of both samples.
func (w *walk) putFullSeed(seed string) {
	w.values["full.seed"] = textValue(seed).orAlso(textValue(w.v.seeds.Full))
	stated := w.v.reported.sampleAt(partFull).Seed
	if sameSeedNumber(stated, seed) || w.seed != "" && stated == w.v.reported.sampleAt(partDiscovery).Seed {
		w.values["full.seed"] = w.values["full.seed"].orAlso(textValue(stated))
	}
}

// size works out the size of the full sample.
func (w *walk) size(universe int64) (int64, error) {
	var sums appraisal.Sums
	for _, c := range w.discovery {
		x := c.Overpayment()
		switch w.sizeBy {
		case byPaid:
			x = c.Paid
		case byDifference:
			x = c.Difference()
		}
		if err := sums.Add(x); err != nil {
			return 0, err
		}
	}
	if sums.Count() < 2 {
		return 0, errWalk
	}
	level, precision := w.a.Confidence, w.a.Precision
	if !w.sizeLevel.IsZero() {
		level = w.sizeLevel
	}
	if !w.sizePrecision.IsZero() {
		precision = w.sizePrecision
	}
	mean, variance := sums.Mean(), sums.Variance()
	if w.sizePopulation {
		variance.Mul(variance, big.NewRat(sums.Count()-1, sums.Count()))
	}
	if w.sizePlaces {
		mean = exact.Rat(exact.RoundPlaces(mean, 2))
		sd := exact.Rat(exact.RoundPlaces(exact.Rat(exact.Sqrt(variance)), 2))
		variance = sd.Mul(sd, sd)
	}
	if mean.Sign() == 0 && variance.Sign() == 0 {
		return 0, errWalk
	}
	q, err := w.sizePercentile(level, sums.Count()-1)
	if err != nil {
		return 0, err
	}
	n := sizeOf(universe, mean, variance, exact.Rat(precision), q, w.sizeNoFPC)
	if n == nil {
		return 0, errWalk
	}
	size := exact.RoundPlaces(n, 0)
	if w.sizeDown {
		size = decimal.NewFromBigInt(new(big.Int).Quo(n.Num(), n.Denom()), 0)
	}
	if w.sizeAs > 0 {
		size = decimal.NewFromInt(w.sizeAs)
	}
	if size.GreaterThan(decimal.NewFromInt(universe)) {
		size = decimal.NewFromInt(universe)
	}
	w.values.putSize(sums, level, precision, exact.Round(n), size.IntPart())
	w.values["size.mean"], w.values["size.standardDeviation"] = number(exact.Round(mean)), number(exact.Sqrt(variance))
	w.wrongParameters(level, precision)
	w.v.mayState(w.values, max(size.IntPart(), w.chosen(), int64(len(w.discovery))))
	return size.IntPart(), w.goesOn(partSize)
}

// wrongParameters lets a report state the parameters of the agreement although others were used.
func (w *walk) wrongParameters(level, precision decimal.Decimal) {
	w.values["size.confidence"] = number(level).orAlso(number(w.a.Confidence))
	w.values["size.precision"] = number(precision).orAlso(number(w.a.Precision))
}

func (w *walk) sizePercentile(level decimal.Decimal, freedom int64) (*big.Rat, error) {
	var df *big.Rat
	if w.sizeT {
		df = exact.Int(freedom)
	}
	f := appraisal.Percentile
	if w.sizeOneSided {
		f = appraisal.OneSidedPercentile
	}
	c, err := f(level, df)
	if err != nil {
		return nil, err
	}
	return exact.Rat(c.Percentile), nil
}

// sizeOf is the formula of the size, without the finite population correction on request; nil where it has no value.
func sizeOf(universe int64, mean, variance, precision, q *big.Rat, noFPC bool) *big.Rat {
	N := exact.Int(universe)
	e := new(big.Rat).Mul(precision, mean)
	e.Mul(e, N).Quo(e, q)
	e.Mul(e, e)
	spread := new(big.Rat).Mul(N, variance)
	if !noFPC {
		e.Add(e, spread)
	}
	if e.Sign() == 0 {
		return nil
	}
	n := spread.Mul(spread, N)
	return n.Quo(n, e)
}
