package samplesize

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// span is an interval that holds a number that is not negative; a number that is known exactly has the same ends.
type span struct{ lo, hi *big.Rat }

func exactly(r *big.Rat) span { return span{r, r} }

func (a span) plus(b span) span {
	return span{new(big.Rat).Add(a.lo, b.lo), new(big.Rat).Add(a.hi, b.hi)}
}

func (a span) times(b span) span {
	return span{new(big.Rat).Mul(a.lo, b.lo), new(big.Rat).Mul(a.hi, b.hi)}
}

// over divides by a span above 0.
func (a span) over(b span) span {
	return span{new(big.Rat).Quo(a.lo, b.hi), new(big.Rat).Quo(a.hi, b.lo)}
}

// short widens a span that is no exact number to ends of so many bits, which keeps sums of many of them short.
func (a span) short(bits uint) span {
	if a.lo.Cmp(a.hi) == 0 {
		return a
	}
	places := bits + uint(max(0, a.hi.Denom().BitLen()-a.hi.Num().BitLen()))
	unit := new(big.Int).Lsh(big.NewInt(1), places)
	end := func(r *big.Rat, more int64) *big.Rat {
		n := new(big.Int).Mul(r.Num(), unit)
		n.Quo(n, r.Denom())
		return new(big.Rat).SetFrac(n.Add(n, big.NewInt(more)), unit)
	}
	return span{end(a.lo, 0), end(a.hi, 1)}
}

// rounded returns the number with the digits of a result, and whether the span decides all of them.
func (a span) rounded() (decimal.Decimal, bool) {
	lo, hi := exact.Round(a.lo), exact.Round(a.hi)
	return hi, lo.Equal(hi)
}

// up returns the number rounded up, and whether the span decides it. Undecided, an integer is in the span: it is taken.
func (a span) up() (int64, bool) {
	lo, hi := ceil(a.lo), ceil(a.hi)
	return lo, lo == hi
}

// nearest returns the number rounded to nearest, and whether the span decides it. Undecided, a half is in the span: it
// is rounded away from zero.
func (a span) nearest() (int64, bool) {
	lo, hi := exact.RoundInt(a.lo).Int64(), exact.RoundInt(a.hi).Int64()
	return hi, lo == hi
}

// ceil returns the smallest integer that is not below r.
func ceil(r *big.Rat) int64 {
	q, m := new(big.Int).QuoRem(r.Num(), r.Denom(), new(big.Int))
	if m.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	return q.Int64()
}

// floor returns the largest integer that is not above r, for r that is not negative.
func floor(r *big.Rat) int64 { return new(big.Int).Quo(r.Num(), r.Denom()).Int64() }

// Widths of the intervals that [decide] goes through, in equal bits.
const firstBits, lastBits = 256, 4096

// decide calls f with ever narrower intervals until it is satisfied, as it has to be with the last.
//
// Where all roots have rational ratios nothing is ever undecided. Otherwise the size of a stratum is, but for a few
// coincidences of several strata at their universe, irrational, so that some width decides; a number that still agrees
// with an integer (or a half) in its first 1200 decimals counts as that integer (or half), never as one more.
func decide(f func(bits uint, last bool) bool) {
	for bits := uint(firstBits); !f(bits, bits >= lastBits) && bits < lastBits; bits *= 2 {
	}
}
