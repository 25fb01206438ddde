package samplesize

import (
	"math"
	"math/big"

	"github.com/iromath/iromath/internal/dist"
)

// widths tells whether the intervals of sample sizes are wider than some number of units: see "Certificate" of
// [Attribute].
type widths struct {
	anticipated
	tail *big.Rat
	most int64 // the widest interval that is wanted, in units
	near anchor
}

// anchor are limits that were computed last, for a sample of about n; those of similar samples are guessed from them.
type anchor struct {
	n            int64
	above, below float64 // distance of the limits from the share found
}

// exceed reports that the intervals of all sizes from a to b are wider, or, for a = b, whether that one is.
//
// Upper and lower limit of the block differ by more than most if there is any k with
//
//	P(X <= x_a | k) > tail              in a sample of x_a + y_b,
//	P(X >= x_b | k - most - 1) > tail   in a sample of x_b + y_a,
//
// which takes two comparisons instead of the search of two limits. A good k is in the middle of what the limits have to
// spare; they are guessed from limits computed before, whose distance from the share found shrinks with the root of
// 1/n - 1/N. Where the guess does not prove it, the limits are computed if the anchor is old or the block a single size.
func (w *widths) exceed(a, b int64) (bool, error) {
	foundA, foundB := w.found(a), w.found(b)
	upperSample, lowerSample := foundA+b-foundB, foundB+a-foundA
	if w.near.n > 0 {
		upper := w.guess(upperSample, foundA, w.near.above)
		lower := w.guess(lowerSample, foundB, -w.near.below)
		k := int64(upper - (upper-lower-float64(w.most)-1)/2)
		if proven, err := w.between(k, upperSample, foundA, lowerSample, foundB); proven || err != nil {
			return proven, err
		}
		if a < b && 10*w.near.n > 9*a {
			return false, nil
		}
	}
	upper, err := dist.HypergeometricUpper(w.universe, upperSample, foundA, w.tail)
	if err != nil {
		return false, err
	}
	lower, err := dist.HypergeometricLower(w.universe, lowerSample, foundB, w.tail)
	if err != nil {
		return false, err
	}
	w.near = anchor{
		n:     a,
		above: (float64(upper)/float64(w.universe) - float64(foundA)/float64(upperSample)) / w.deviation(upperSample),
		below: (float64(foundB)/float64(lowerSample) - float64(lower)/float64(w.universe)) / w.deviation(lowerSample),
	}
	return upper-lower > w.most, nil
}

// deviation is what the distance of a limit from the share found is in proportion to.
func (w *widths) deviation(n int64) float64 {
	return math.Sqrt(max(0, 1/float64(n)-1/float64(w.universe)) + 1e-12)
}

func (w *widths) guess(n, found int64, distance float64) float64 {
	return (float64(found)/float64(n) + distance*w.deviation(n)) * float64(w.universe)
}

// between reports whether k is not above the upper limit and k - most - 1 not below the lower one.
func (w *widths) between(k, upperSample, upperFound, lowerSample, lowerFound int64) (bool, error) {
	other := w.universe - (k - w.most - 1) // not in error
	if k < 0 || k > w.universe || other < 0 || other > w.universe {
		return false, nil
	}
	sign, err := dist.Hypergeometric{Universe: w.universe, Marked: k, Sample: upperSample}.Compare(upperFound, w.tail)
	if err != nil || sign <= 0 {
		return false, err
	}
	sign, err = dist.Hypergeometric{Universe: w.universe, Marked: other, Sample: lowerSample}.
		Compare(lowerSample-lowerFound, w.tail)
	return sign > 0, err
}
