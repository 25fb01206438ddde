package extrapolate

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/hashstream"
	"github.com/iromath/iromath/internal/jsonform"
)

const coveragePurpose = "iromath coverage simulation"

// Coverage is a simulation of how often the interval holds the truth for data like those of the sample.
//
// A population of N claims is made of the n overpayments of the sample, sorted: each stands floor(N/n) times in it, and
// the r = N mod n claims that are still missing take the values at the places floor((2k+1) n / (2r)) of the sorted list,
// counted from 0, for k from 0 to r-1. So unit u of the population (from 0) has value u mod n while u is below n
// floor(N/n). Its total is known. From it samples of n claims are drawn without replacement, each by Floyd's algorithm
// with the generator of the package documentation (purpose "iromath coverage simulation"), and each is appraised at the
// level of the interval, exactly.
//
// The population is like the sample and not like the one it came from: rare large overpayments that the sample has none
// of are not in it. Coverage as simulated here is therefore rather too good than too bad.
type Coverage struct {
	// Seed and Generator give the random numbers again.
	Seed      string `json:"seed"`
	Generator string `json:"generator"`
	// Level is the two-sided confidence level of the interval as a fraction.
	Level decimal.Decimal `json:"level"`
	// Replicates is the number of samples drawn.
	Replicates int64 `json:"replicates"`
	// Covered counts the samples whose interval held the total, TooHigh those whose lower limit was above it, TooLow
	// those whose upper limit was below it. They add up to Replicates.
	Covered int64 `json:"covered"`
	TooHigh int64 `json:"tooHigh"`
	TooLow  int64 `json:"tooLow"`
	// NoVariation counts the samples all of whose values were equal, so that their interval was a point. They are among the
	// three counts.
	NoVariation int64 `json:"noVariation,omitempty"`
	// Total of the population that was made.
	Total decimal.Decimal `json:"total"`
	// Rate is Covered / Replicates.
	Rate decimal.Decimal `json:"rate"`
	// BelowLevel says that fewer samples were covered than chance would explain at the level: by more than three standard
	// deviations of the binomial distribution, decided exactly.
	BelowLevel bool `json:"belowLevel"`
}

// MarshalJSON writes decimals as strings.
func (c Coverage) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// simulate adds the simulation.
func (r *ScrutinyResult) simulate(ctx context.Context, s Scrutiny, e Extrapolation) error {
	source := ownSource("a simulation of " + exact.CommasInt(s.Replicates) + " samples; see Coverage in package extrapolate")
	if s.Seed == "" || r.SampleSize < 2 {
		return nil
	}
	if e.Overpayment.Nonzero == 0 {
		r.check(CheckCoverage, Noted, "none", source, "No overpayment was found: there is nothing to simulate.")
		return nil
	}
	if r.SampleSize*s.Replicates > maxSimulationWork {
		return fmt.Errorf("%w: %d samples of %d claims are more than %d claims to "+
			"draw", ErrReplicates, s.Replicates, r.SampleSize,
			maxSimulationWork)
	}
	c, err := simulateCoverage(ctx, s.Seed, s.Replicates, e)
	if err != nil {
		return err
	}
	r.Coverage = &c
	says := fmt.Sprintf("From a population made of these data, with a known total of %s, %s samples of %s claims were "+
		"drawn. The %s "+
		"interval held the total in %s of them; its lower limit was too high in %s and its upper limit too low in %s.",
		money(c.Total), exact.CommasInt(c.Replicates), exact.CommasInt(r.SampleSize), percentText(c.Level),
		exact.CommasInt(c.Covered), exact.CommasInt(c.TooHigh), exact.CommasInt(c.TooLow))
	figure := exact.Fixed(c.Rate.Shift(2), 1) + "%"
	if c.BelowLevel {
		r.check(CheckCoverage, Noted, figure, source, "%s That is less often than the interval says.", says)
		return nil
	}
	r.check(CheckCoverage, Passed, figure, source, "%s That is no less often than the interval says, but for the chance of "+
		"the simulation.", says)
	return nil
}

// likeSample is the population made of a sample, in the units of the sorted values.
type likeSample struct {
	values         []decimal.Decimal // sorted
	size, repeated int64             // claims of it, and how many of them are in whole repetitions
}

func newLikeSample(universe int64, values []decimal.Decimal) likeSample {
	n := int64(len(values))
	p := likeSample{values: slices.SortedFunc(slices.Values(values), decimal.Decimal.Cmp), size: universe}
	p.repeated = universe - universe%n
	return p
}

// at returns the place of the value of unit u in the sorted list.
func (p likeSample) at(u int64) int64 {
	n := int64(len(p.values))
	if u < p.repeated {
		return u % n
	}
	k, r := u-p.repeated, p.size-p.repeated
	return (2*k + 1) * n / (2 * r)
}

// total of the population.
func (p likeSample) total() *big.Rat {
	sum, extra := new(big.Rat), new(big.Rat)
	for _, v := range p.values {
		sum.Add(sum, exact.Rat(v))
	}
	for u := p.repeated; u < p.size; u++ {
		extra.Add(extra, exact.Rat(p.values[p.at(u)]))
	}
	sum.Mul(sum, exact.Int(p.repeated/int64(len(p.values))))
	return sum.Add(sum, extra)
}

// simulateCoverage draws the samples. An interval holds the total T if
//
//	(N m - T)^2 <= t^2 N (N-n)/n s^2
func simulateCoverage(ctx context.Context, seed string, replicates int64, e Extrapolation) (Coverage, error) {
	values := make([]decimal.Decimal, len(e.Claims))
	for i, c := range e.Claims {
		values[i] = c.Overpayment()
	}
	population := newLikeSample(e.Universe, values)
	total := population.total()
	stream, err := hashstream.New(coveragePurpose, seed)
	if err != nil {
		return Coverage{}, fmt.Errorf("%w: %w", ErrSeed, err)
	}
	c := Coverage{Seed: seed, Generator: hashstream.Generator, Level: e.Interval.Level, Replicates: replicates}
	c.Total, _ = exact.Decimal(total) // cents
	n := int64(len(values))
	N := exact.Int(e.Universe)
	factor := new(big.Rat).Mul(N, big.NewRat(e.Universe-n, n))
	percentile := exact.Rat(e.Interval.Percentile)
	factor.Mul(factor, percentile).Mul(factor, percentile)
	drawn, taken := make([]int64, n), make(map[int64]struct{}, n)
	for range replicates {
		if err := ctx.Err(); err != nil {
			return Coverage{}, err
		}
		clear(taken)
		stream.Floyd(drawn, e.Universe, taken)
		var sums exact.Sums
		for _, u := range drawn {
			if err := sums.Add(population.values[population.at(u)]); err != nil {
				return Coverage{}, fmt.Errorf("%w: %w", ErrSample, err)
			}
		}
		miss := new(big.Rat).Mul(N, sums.Mean())
		miss.Sub(miss, total)
		variance := sums.Variance()
		if variance.Sign() == 0 {
			c.NoVariation++
		}
		squared := new(big.Rat).Mul(miss, miss)
		switch {
		case squared.Cmp(variance.Mul(variance, factor)) <= 0:
			c.Covered++
		case miss.Sign() > 0:
			c.TooHigh++
		default:
			c.TooLow++
		}
	}
	c.Rate = exact.Round(big.NewRat(c.Covered, c.Replicates))
	c.BelowLevel = farBelow(c.Covered, c.Replicates, exact.Rat(c.Level))
	return c, nil
}

// farBelow reports whether a count is below n p by more than three standard deviations of the binomial distribution:
// n p - count > 3 sqrt(n p (1-p)).
func farBelow(count, n int64, p *big.Rat) bool {
	short := new(big.Rat).Mul(exact.Int(n), p)
	variance := new(big.Rat).Mul(short, new(big.Rat).Sub(exact.Int(1), p))
	short.Sub(short, exact.Int(count))
	return short.Sign() > 0 && new(big.Rat).Mul(short, short).Cmp(variance.Mul(variance, exact.Int(9))) > 0
}
