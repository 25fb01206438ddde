package sampling

// numpySeedSequence spreads a seed of any length over the 256 bits that start pcg64, as NumPy's SeedSequence does: the
// words are hashed into a pool of four, the pool is mixed until each word depends on every other, further words of the
// seed are mixed in, and the pool is hashed again for the output. The array holds the words of the seed, least first.
//
// Source: M. E. O'Neill, "Developing a seed_seq Alternative" (2015); NumPy documentation, numpy.random.SeedSequence.
func numpySeedSequence(array []uint32) (state, stream pcg64Word) {
	const (
		startIn, factorIn   = 0x43b0d7e5, 0x931e8875
		startOut, factorOut = 0x8b51f9dd, 0x58f38ded
	)
	in := numpyHash{startIn, factorIn}
	var pool [4]uint32
	for i := range pool {
		var word uint32
		if i < len(array) {
			word = array[i]
		}
		pool[i] = in.hash(word)
	}
	for from := range pool {
		for to := range pool {
			if from != to {
				pool[to] = numpyMix(pool[to], in.hash(pool[from]))
			}
		}
	}
	for _, word := range array[min(len(pool), len(array)):] {
		for to := range pool {
			pool[to] = numpyMix(pool[to], in.hash(word))
		}
	}
	out := numpyHash{startOut, factorOut}
	var result [4]uint64
	for i := range 2 * len(result) {
		result[i/2] |= uint64(out.hash(pool[i%len(pool)])) << (i % 2 * 32)
	}
	return pcg64Word{result[0], result[1]}, pcg64Word{result[2], result[3]}
}

// numpyHash hashes words with a constant that changes from one to the next.
type numpyHash struct{ constant, factor uint32 }

func (h *numpyHash) hash(v uint32) uint32 {
	v ^= h.constant
	h.constant *= h.factor
	v *= h.constant
	return v ^ v>>16
}

// numpyMix mixes two words.
func numpyMix(x, y uint32) uint32 {
	v := 0xca01f9dd*x - 0x4973f715*y
	return v ^ v>>16
}
