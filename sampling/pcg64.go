package sampling

import "math/bits"

// pcg64 is PCG XSL RR 128/64: a linear congruential generator of 128 bits whose halves are folded together and rotated.
// It is the generator of numpy.random.default_rng.
//
// Source: M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
// Generation", Harvey Mudd College HMC-CS-2014-0905 (2014).
type pcg64 struct {
	state, increment pcg64Word
	half             uint32 // the upper half of an output whose lower half has been used
	hasHalf          bool
}

// pcg64Word is an unsigned integer of 128 bits.
type pcg64Word struct{ high, low uint64 }

var pcg64Multiplier = pcg64Word{0x2360ed051fc65da4, 0x4385df649fccf645}

func (a pcg64Word) plus(b pcg64Word) pcg64Word {
	low, carry := bits.Add64(a.low, b.low, 0)
	high, _ := bits.Add64(a.high, b.high, carry)
	return pcg64Word{high, low}
}

func (a pcg64Word) times(b pcg64Word) pcg64Word {
	high, low := bits.Mul64(a.low, b.low)
	return pcg64Word{high + a.high*b.low + a.low*b.high, low}
}

// newPCG64 starts the generator at a state of one stream of 2^127.
func newPCG64(state, stream pcg64Word) *pcg64 {
	g := &pcg64{increment: pcg64Word{stream.high<<1 | stream.low>>63, stream.low<<1 | 1}}
	g.step()
	g.state = g.state.plus(state)
	g.step()
	return g
}

func (g *pcg64) step() { g.state = g.state.times(pcg64Multiplier).plus(g.increment) }

// next64 returns the next 64 bits.
func (g *pcg64) next64() uint64 {
	g.step()
	return bits.RotateLeft64(g.state.high^g.state.low, -int(g.state.high>>58))
}

// next32 returns the lower half of the next 64 bits, and the upper half the next time, whatever next64 gave between.
func (g *pcg64) next32() uint32 {
	if g.hasHalf {
		g.hasHalf = false
		return g.half
	}
	v := g.next64()
	g.half, g.hasHalf = uint32(v>>32), true
	return uint32(v)
}

// below returns a number from 0 to n-1 by the high part of a product, and draws again what would not be shared out
// evenly. It uses 32 bits for n up to 2^32 and 64 for larger ones, and nothing at all for 1.
//
// Source: D. Lemire, "Fast Random Integer Generation in an Interval", ACM Transactions on Modeling and Computer
// Simulation 29 (2019), no. 3.
func (g *pcg64) below(size int64) int64 {
	switch n := uint64(size); {
	case n == 1:
		return 0
	case n < 1<<32:
		return int64(g.below32(uint32(n)))
	case n == 1<<32:
		return int64(g.next32())
	default:
		high, low := bits.Mul64(g.next64(), n)
		if low < n {
			for least := -n % n; low < least; {
				high, low = bits.Mul64(g.next64(), n)
			}
		}
		return int64(high)
	}
}

func (g *pcg64) below32(n uint32) uint32 {
	product := uint64(g.next32()) * uint64(n)
	if uint32(product) < n {
		for least := -n % n; uint32(product) < least; {
			product = uint64(g.next32()) * uint64(n)
		}
	}
	return uint32(product >> 32)
}
