package dist

import (
	"errors"
	"fmt"
	"math/big"
)

// MaxUniverse is the largest universe of the hypergeometric distribution here, RAT-STATS' own limit. It keeps products
// of two counts inside an int64.
const MaxUniverse = 1<<31 - 1

var (
	// ErrUniverse is returned for a universe below 1 or above [MaxUniverse].
	ErrUniverse = errors.New("universe is out of range")
	// ErrMarked is returned for a number of marked items below zero or above the universe.
	ErrMarked = errors.New("number of marked items is out of range")
	// ErrSample is returned for a sample below 1 or above the universe.
	ErrSample = errors.New("sample is out of range")
	// ErrFound is returned for a number found below zero or above the sample.
	ErrFound = errors.New("number found is out of range")
	// ErrTail is returned for a tail probability below 1e-30 or above 1-1e-30.
	ErrTail = errors.New("tail probability is out of range")
)

// Hypergeometric is the distribution of X, the number of marked items among Sample items drawn without replacement
// from Universe items of which Marked are marked:
//
//	P(X = i) = C(Marked, i) C(Universe-Marked, Sample-i) / C(Universe, Sample).
type Hypergeometric struct {
	Universe, Marked, Sample int64
}

func (h Hypergeometric) check() error {
	switch {
	case h.Universe < 1 || h.Universe > MaxUniverse:
		return fmt.Errorf("%w: %d, it has to be from 1 to %d", ErrUniverse, h.Universe, MaxUniverse)
	case h.Marked < 0 || h.Marked > h.Universe:
		return fmt.Errorf("%w: %d, they have to be from 0 to the universe of %d", ErrMarked, h.Marked, h.Universe)
	case h.Sample < 1 || h.Sample > h.Universe:
		return fmt.Errorf("%w: %d, it has to be from 1 to the universe of %d", ErrSample, h.Sample, h.Universe)
	}
	return nil
}

var (
	minTail = new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(30), nil))
	maxTail = new(big.Rat).Sub(oneRat, minTail)
)

func checkTail(tail *big.Rat) error {
	if tail == nil || tail.Cmp(minTail) < 0 || tail.Cmp(maxTail) > 0 {
		return fmt.Errorf("%w: %s, it has to be from 1e-30 to 1-1e-30", ErrTail, show(tail))
	}
	return nil
}

// low and high are the smallest and the largest X that can come up.
func (h Hypergeometric) low() int64  { return max(0, h.Sample+h.Marked-h.Universe) }
func (h Hypergeometric) high() int64 { return min(h.Sample, h.Marked) }

// mode is a most probable X: the terms rise up to it and fall after it.
func (h Hypergeometric) mode() int64 {
	return min((h.Sample+1)*(h.Marked+1)/(h.Universe+2), h.high())
}

// step returns P(X = i+1) / P(X = i) as a fraction, for low <= i < high. Both parts are positive and below 2^62.
func (h Hypergeometric) step(i int64) (num, den int64) {
	return (h.Marked - i) * (h.Sample - i), (i + 1) * (h.Universe - h.Marked - h.Sample + i + 1)
}

// PMF returns P(X = x) exactly. The work grows with the smallest of Sample, Marked and what they leave of Universe; it
// is meant for thousands, not for millions.
func (h Hypergeometric) PMF(x int64) (*big.Rat, error) {
	if err := h.check(); err != nil {
		return nil, err
	}
	if x < h.low() || x > h.high() {
		return new(big.Rat), nil
	}
	return new(big.Rat).SetFrac(h.ways(x), binomial(h.Universe, h.Sample)), nil
}

// CDF returns P(X <= x) exactly, with the work of [Hypergeometric.PMF] for each of its terms.
func (h Hypergeometric) CDF(x int64) (*big.Rat, error) {
	if err := h.check(); err != nil {
		return nil, err
	}
	below, all := h.waysUpTo(x)
	return new(big.Rat).SetFrac(below, all), nil
}

// ways returns the number of samples with X = i.
func (h Hypergeometric) ways(i int64) *big.Int {
	w := binomial(h.Marked, i)
	return w.Mul(w, binomial(h.Universe-h.Marked, h.Sample-i))
}

// waysUpTo returns the number of samples with X <= x and the number of all samples. It sums from the end that is
// nearer to x.
func (h Hypergeometric) waysUpTo(x int64) (below, all *big.Int) {
	all = binomial(h.Universe, h.Sample)
	low, high := h.low(), h.high()
	sum, factor := new(big.Int), new(big.Int)
	switch {
	case x < low:
		return sum, all
	case x >= high:
		return sum.Set(all), all
	case x-low <= high-x-1:
		term := h.ways(low)
		sum.Set(term)
		for i := low; i < x; i++ {
			num, den := h.step(i)
			term.Quo(term.Mul(term, factor.SetInt64(num)), factor.SetInt64(den))
			sum.Add(sum, term)
		}
		return sum, all
	default:
		term := h.ways(high)
		sum.Set(term)
		for i := high - 1; i > x; i-- {
			num, den := h.step(i)
			term.Quo(term.Mul(term, factor.SetInt64(den)), factor.SetInt64(num))
			sum.Add(sum, term)
		}
		return sum.Sub(all, sum), all
	}
}

// binomial returns C(n, k), with products of the shorter length.
func binomial(n, k int64) *big.Int { return new(big.Int).Binomial(n, min(k, n-k)) }
