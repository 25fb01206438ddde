package dist

import (
	"math"
	"math/big"
)

// Compare returns the sign of P(X <= x) - tail: -1, 0 or +1. It is always right: what floating point of 53 bits cannot
// decide goes to 320 bits, and what these cannot decide, to exact integers.
//
// Exact ties do happen: of 100 items with one marked, a sample of 90 misses it with probability 1/10. They are cheap
// where the sample, the marked items or what they leave are thousands. That P(X <= x) is 1/2 because the distribution is
// symmetric is seen without arithmetic; no other tie of larger counts with a tail of a few digits is known, and it
// would take long.
func (h Hypergeometric) Compare(x int64, tail *big.Rat) (int, error) {
	if err := h.check(); err != nil {
		return 0, err
	}
	if err := checkTail(tail); err != nil {
		return 0, err
	}
	sign, _ := h.compare(x, newOdds(tail))
	return sign, nil
}

// odds is a tail probability, as a fraction and as the ratio of what lies in the tail to what does not.
type odds struct {
	tail  *big.Rat
	ratio *big.Rat // tail / (1 - tail)
	near  float64  // ratio, correctly rounded
}

func newOdds(tail *big.Rat) odds {
	o := odds{tail: tail, ratio: new(big.Rat).Sub(oneRat, tail)}
	o.ratio.Quo(tail, o.ratio)
	o.near, _ = o.ratio.Float64()
	return o
}

// normal returns about the z with P(Z > z) = tail for a standard normal Z.
func (o odds) normal() float64 {
	q := min(o.near, 1/o.near)
	q /= 1 + q
	z := 0.0
	if q > 1e-15 {
		z = normalStart(q)
	} else { // math.Erfcinv ends there; this is the leading part of the asymptotic expansion
		l := -2 * math.Log(q)
		z = math.Sqrt(l - math.Log(2*math.Pi*l))
	}
	if o.near > 1 {
		return -z
	}
	return z
}

// compare returns the sign of P(X <= x) - tail and, as a help for the search of a limit, about the logarithm of the odds
// of X <= x over the odds of the tail; infinite or not a number where it is not known.
func (h Hypergeometric) compare(x int64, o odds) (sign int, excess float64) {
	switch {
	case x < h.low():
		return -1, math.Inf(-1)
	case x >= h.high():
		return +1, math.Inf(+1)
	}
	sign, excess = h.compareFast(x, o)
	if sign == 0 && h.half(x) {
		return halfRat.Cmp(o.tail), excess
	}
	if sign == 0 {
		sign = h.compareWide(x, o)
	}
	if sign == 0 {
		sign = h.compareExact(x, o)
	}
	return sign, excess
}

// negligible is the share of either side that may be left out of a sum, and is added to its upper bound.
const negligible = 0x1p-60

// compareFast decides in float64, or returns 0.
//
// With A the sum of the terms up to x, B the sum of those above and all terms relative to that of the mode, the
// question is whether A > B o for the odds o. Terms are computed from the mode outward by their ratios. A ratio takes
// the conversion of two integers below 2^62 and a division, and with the multiplication a step has 4 roundings; the
// sum adds one for each term. With u = 2^-53 and m the number of all steps, up and down, a sum is right up to a factor
// within (1+u)^(5m) and (1-u)^(5m): a fused multiplication and addition would only leave a rounding out. The roundings of
// o, of the bound of the rest and of the comparison itself are fewer than 16 on a side. Because m u <= 2^-21, both sides
// of the inequality are right up to 1 +- (5m+16)u (1 + 2^-18), and each is granted 1 +- (6m+64)u.
//
// The terms left out form less than a geometric series, because the ratio of one term to the one before falls outward:
// after a term w, with num/den the next ratio, they add up to less than w num/(den-num). Where the summing stops that
// is below 2^-60 min(o, 1/o), and it counts for the upper bound of its side: for those of both sides if it stopped
// before x, where some terms belong to A and some to B. Nothing gets near the smallest float64, because tails are from
// 1e-30 to 1-1e-30.
func (h Hypergeometric) compareFast(x int64, o odds) (sign int, excess float64) {
	cut := negligible * min(o.near, 1/o.near)
	mode, high, low := h.mode(), h.high(), h.low()

	var a, b, restA, restB float64
	if mode <= x {
		a = 1
	} else {
		b = 1
	}
	w, i := 1.0, mode
	for ; i < high; i++ {
		num, den := h.step(i)
		if den > num && float64(w*float64(num)) <= float64(cut*float64(den-num)) {
			restB += cut
			if i < x {
				restA += cut
			}
			break
		}
		w = float64(w * (float64(num) / float64(den)))
		if i < x {
			a += w
		} else {
			b += w
		}
	}
	steps := i - mode
	w, i = 1.0, mode
	for ; i > low; i-- {
		den, num := h.step(i - 1)
		if den > num && float64(w*float64(num)) <= float64(cut*float64(den-num)) {
			restA += cut
			if i > x+1 {
				restB += cut
			}
			break
		}
		w = float64(w * (float64(num) / float64(den)))
		if i > x+1 {
			b += w
		} else {
			a += w
		}
	}
	steps += mode - i

	slack := float64(6*steps+64) * 0x1p-53
	excess = math.Log(a) - math.Log(b) - math.Log(o.near)
	switch {
	case a*(1-slack) > float64((b+restB)*o.near)*(1+slack):
		return +1, excess
	case float64((a+restA)*(1+slack)) < float64(b*o.near)*(1-slack):
		return -1, excess
	}
	return 0, excess
}

// compareWide decides with [wideBits] bits, or returns 0.
func (h Hypergeometric) compareWide(x int64, o odds) int {
	sums := sumTails(h.low(), h.high(), x, wideBits, h.step, nil)
	return sums.compare(new(big.Float).SetPrec(wideBits).SetRat(o.ratio))
}

// compareExact decides in integers: P(X <= x) = below/all, and tail = p/q.
func (h Hypergeometric) compareExact(x int64, o odds) int {
	below, all := h.shortest(x)
	below.Mul(below, o.tail.Denom())
	return below.Cmp(all.Mul(all, o.tail.Num()))
}

// half reports whether P(X <= x) is 1/2 because X and 2x+1-X have the same distribution: half of the universe is marked
// and 2x+1 are drawn, or half of it is drawn and 2x+1 are marked.
func (h Hypergeometric) half(x int64) bool {
	return 2*h.Marked == h.Universe && h.Sample == 2*x+1 || 2*h.Sample == h.Universe && h.Marked == 2*x+1
}

// shortest returns numbers of samples whose quotient is P(X <= x), the smallest of the four ways to see the same draw:
// marked and drawn can change their parts.
func (h Hypergeometric) shortest(x int64) (below, all *big.Int) {
	if min(h.Marked, h.Universe-h.Marked) < min(h.Sample, h.Universe-h.Sample) {
		h.Marked, h.Sample = h.Sample, h.Marked
	}
	if h.Sample == 0 { // nothing was marked
		return big.NewInt(1), big.NewInt(1)
	}
	return h.waysUpTo(x)
}
