package sampling

import (
	"math/big"
	"math/bits"
)

// pythonRandom is random.Random of Python, the Mersenne Twister started by an array: the 32-bit words of the seed
// without its sign, least first.
type pythonRandom struct{ *mt19937 }

func newPythonRandom(seed *big.Int) pythonRandom { return pythonRandom{newMT19937(seedWords(seed))} }

// bits is getrandbits for 1 to 64 bits: the upper bits of one word, or a whole word below the upper bits of another.
func (g pythonRandom) bits(width int) uint64 {
	if width <= 32 {
		return uint64(g.next() >> (32 - width))
	}
	low := uint64(g.next())
	return uint64(g.next()>>(64-width))<<32 | low
}

// below returns a number from 0 to n-1: as many random bits as n has, drawn again while they give n or more.
func (g pythonRandom) below(n int64) int64 {
	width := bits.Len64(uint64(n))
	for {
		if v := g.bits(width); v < uint64(n) {
			return int64(v)
		}
	}
}

// pythonPool says whether random.sample takes the numbers out of a pool, and does not remember a set of what it drew.
// It does so for frames of up to 21 units, and for samples of 6 units and more the least power of 4 that is at least
// three times the sample is added to the 21: about the memory that the set would take.
//
// Source: CPython, random.sample since version 3.2.
func pythonPool(count, frame int64) bool {
	most := int64(21)
	if count > 5 {
		table := int64(1)
		for table < 3*count {
			table *= 4
		}
		most += table
	}
	return frame <= most
}

// pythonOffsets draws as random.Random(seed).sample(range(frame), count) does.
func pythonOffsets(seed string, count, frame int64) ([]int64, error) {
	number, err := parseWholeSeed(seed)
	if err != nil {
		return nil, err
	}
	g := newPythonRandom(number)
	if pythonPool(count, frame) {
		return partialShuffle(count, frame, g.below), nil
	}
	return distinct(count, frame, func() int64 { return g.below(frame) }), nil
}
