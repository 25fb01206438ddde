package dist

import (
	"fmt"
	"math"
	"math/big"
)

// HypergeometricUpper returns the upper limit of the number of marked items in a universe when a sample drawn without
// replacement has found some of them: the largest K with
//
//	P(X <= found | K of the universe are marked) > tail,
//
// from found to universe - (sample - found). The inequality is strict, and it is decided as it is in exact arithmetic:
// of 100 items a sample of 90 without a marked one, with a tail of exactly 1/10, has the limit 0, because 1 gives 1/10.
//
// Errors: [ErrUniverse], [ErrSample], [ErrFound], [ErrTail].
//
// Source: RAT-STATS Companion Manual (Rev. 5/2010) p. 2-4 and 4-29; Buonaccorsi, "A note on confidence intervals for
// proportions in finite populations", The American Statistician 41 (1987) 215-218.
func HypergeometricUpper(universe, sample, found int64, tail *big.Rat) (int64, error) {
	if err := checkLimit(universe, sample, found, tail); err != nil {
		return 0, err
	}
	return upperLimit(universe, sample, found, newOdds(tail)), nil
}

// HypergeometricLower returns the lower limit of the number of marked items: the smallest K with
//
//	P(X >= found | K of the universe are marked) > tail.
//
// It is the universe less the upper limit of what is not marked. Errors and source as [HypergeometricUpper].
func HypergeometricLower(universe, sample, found int64, tail *big.Rat) (int64, error) {
	if err := checkLimit(universe, sample, found, tail); err != nil {
		return 0, err
	}
	return universe - upperLimit(universe, sample, sample-found, newOdds(tail)), nil
}

func checkLimit(universe, sample, found int64, tail *big.Rat) error {
	if err := (Hypergeometric{Universe: universe, Sample: sample}).check(); err != nil {
		return err
	}
	if err := checkFound(sample, found); err != nil {
		return err
	}
	return checkTail(tail)
}

func checkFound(sample, found int64) error {
	if found < 0 || found > sample {
		return fmt.Errorf("%w: %d, it has to be from 0 to the sample of %d", ErrFound, found, sample)
	}
	return nil
}

// upperLimit searches the limit. P(X <= found | K) does not rise with K, it is 1 for K = found and 0 for more than
// universe - (sample - found): these are the two ends of the search. In between it tries where a secant of the log odds,
// nearly a straight line there, meets those of the tail; the first slope is that of the normal approximation. Where that
// does not halve the interval in three steps, the next step does.
func upperLimit(universe, sample, found int64, o odds) int64 {
	if found == sample {
		return universe
	}
	at := func(k int64) (int, float64) {
		return Hypergeometric{Universe: universe, Marked: k, Sample: sample}.compare(found, o)
	}
	inside, outside := found, universe-(sample-found)+1
	guess, slope := normalUpper(universe, sample, found, o)

	lastK, lastExcess := 0.0, math.NaN()
	width, steps := outside-inside, 0
	for outside-inside > 1 {
		k := inside + (outside-inside)/2
		if steps < 3 && guess == guess {
			k = inside + 1
			if guess > float64(inside+1) {
				k = outside - 1
				if guess < float64(outside-1) {
					k = int64(guess)
				}
			}
		}
		sign, excess := at(k)
		if sign > 0 {
			inside = k
		} else {
			outside = k
		}
		if d := excess - lastExcess; d == d && !math.IsInf(d, 0) && float64(k) != lastK {
			slope = d / (float64(k) - lastK)
		}
		guess = math.NaN()
		if !math.IsInf(excess, 0) && slope < 0 {
			guess = math.Floor(float64(k) - excess/slope)
			lastK, lastExcess = float64(k), excess
		}
		if steps++; outside-inside <= width/2 {
			width, steps = outside-inside, 0
		} else if steps > 3 {
			steps = 0
		}
	}
	return inside
}

// normalUpper returns where the normal approximation has the limit, and the slope of the log odds there. It only saves
// steps of the search.
func normalUpper(universe, sample, found int64, o odds) (limit, slope float64) {
	z := o.normal()
	n, all := float64(sample), float64(universe)
	f := (all - n) / max(all-1, 1)
	p := wilson(n, float64(found)+0.5, z, f)
	deviation := math.Sqrt(p*(1-p)*f/n) * all
	density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
	return math.Floor(p * all), -density * (1 + o.near) * (1 + 1/o.near) / deviation
}

// wilson solves found - n p = -z sqrt(n p (1-p) f), a quadratic equation in p: the limit of E. B. Wilson, "Probable
// inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22
// (1927) 209-212, with a finite population correction f.
func wilson(n, found, z, f float64) float64 {
	y, c := found/n, z*z*f/n
	return (y + c/2 + math.Copysign(math.Sqrt(max(0, c*(y*(1-y)+c/4))), z)) / (1 + c)
}
