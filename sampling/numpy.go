package sampling

import "slices"

// numpyOffsets draws as numpy.random.default_rng(seed).choice(frame, count, replace=False) does: samples of more than
// a fiftieth of a frame of over 10,000 units by shuffling its tail, all others by Floyd's algorithm and a shuffle.
//
// Source: NumPy documentation, numpy.random.Generator.choice.
func numpyOffsets(seed string, count, frame int64) ([]int64, error) {
	g, err := newNumPyRandom(seed)
	if err != nil {
		return nil, err
	}
	if frame > 10_000 && count > frame/50 {
		drawn := partialShuffle(count, frame, g.below) // the number drawn first ends up last
		slices.Reverse(drawn)
		return drawn, nil
	}
	drawn := numpyFloyd(count, frame, g)
	for i := count - 1; i > 0; i-- {
		j := g.below(i + 1)
		drawn[i], drawn[j] = drawn[j], drawn[i]
	}
	return drawn, nil
}

// newNumPyRandom starts the generator as numpy.random.default_rng(seed) does.
func newNumPyRandom(seed string) (*pcg64, error) {
	number, err := parseWholeSeed(seed)
	if err != nil {
		return nil, err
	}
	if number.Sign() < 0 {
		return nil, refuseSeed(seed, "is negative: NumPy takes whole numbers from 0")
	}
	return newPCG64(numpySeedSequence(seedWords(number))), nil
}

// numpyFloyd draws count different numbers from 0 to frame-1 with one call of below for each: for every j of the last
// count numbers of the frame a number from 0 to j, and j itself if that number has been taken already. As no draw
// depends on what has been taken, many can be made all at once, and a sort finds those that come again.
//
// Source: R. W. Floyd, in J. Bentley, "Programming Pearls: A Sample of Brilliance", Communications of the ACM 30
// (1987), 754-757.
func numpyFloyd(count, frame int64, g *pcg64) []int64 {
	first := frame - count
	drawn := make([]int64, count)
	if count <= fewNumbers {
		taken := newNumberSet(count)
		for i := range drawn {
			j := first + int64(i)
			if drawn[i] = g.below(j + 1); !taken.add(drawn[i]) {
				drawn[i] = j
				taken.add(j)
			}
		}
		return drawn
	}
	for i := range drawn {
		drawn[i] = g.below(first + int64(i) + 1)
	}
	sorted := sequential(drawn, frame)
	for i, k := range sorted {
		if i > 0 && k.offset() == sorted[i-1].offset() {
			at := k.order() - 1
			drawn[at] = first + at
		}
	}
	for i, v := range drawn { // a j that stands for another number has been taken too
		if j := v - first; j >= 0 && j < int64(i) && drawn[j] == v {
			drawn[i] = first + int64(i)
		}
	}
	return drawn
}
