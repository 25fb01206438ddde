package sampling

// The sizes of the state of MT19937, and the middle word of its recurrence.
const (
	mt19937Words  = 624
	mt19937Middle = 397
)

// mt19937 is the Mersenne Twister with 32-bit output, the generator of R and of Python. The two start it in ways of
// their own.
//
// Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: A 623-dimensionally equidistributed uniform pseudorandom
// number generator", ACM Transactions on Modeling and Computer Simulation 8 (1998), 3-30; start by an array as in the
// authors' revision of 2002.
type mt19937 struct {
	word [mt19937Words]uint32
	used int // words of the state that have been put out
}

// newMT19937 starts the generator from an array of one word or more.
func newMT19937(array []uint32) *mt19937 {
	g := &mt19937{used: mt19937Words}
	w := &g.word
	w[0] = 19650218
	for i := uint32(1); i < mt19937Words; i++ {
		w[i] = 1812433253*(w[i-1]^w[i-1]>>30) + i
	}
	i, j := 1, 0
	wrap := func() {
		if i++; i == mt19937Words {
			w[0] = w[mt19937Words-1]
			i = 1
		}
	}
	for range max(mt19937Words, len(array)) {
		w[i] = (w[i] ^ (w[i-1]^w[i-1]>>30)*1664525) + array[j] + uint32(j)
		wrap()
		if j++; j == len(array) {
			j = 0
		}
	}
	for range mt19937Words - 1 {
		w[i] = (w[i] ^ (w[i-1]^w[i-1]>>30)*1566083941) - uint32(i)
		wrap()
	}
	w[0] = 1 << 31
	return g
}

// next returns the next 32 bits.
func (g *mt19937) next() uint32 {
	if g.used == mt19937Words {
		g.twist()
	}
	y := g.word[g.used]
	g.used++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// twist makes the next 624 words by the recurrence
//
//	w[k+624] = w[k+397] xor A(upper bit of w[k], lower 31 bits of w[k+1])
func (g *mt19937) twist() {
	w := &g.word
	step := func(upper, lower, middle uint32) uint32 {
		y := upper&(1<<31) | lower&(1<<31-1)
		return middle ^ y>>1 ^ -(y&1)&0x9908b0df
	}
	const turn = mt19937Words - mt19937Middle
	for k := range turn {
		w[k] = step(w[k], w[k+1], w[k+mt19937Middle])
	}
	for k := turn; k < mt19937Words-1; k++ {
		w[k] = step(w[k], w[k+1], w[k-turn])
	}
	w[mt19937Words-1] = step(w[mt19937Words-1], w[0], w[mt19937Middle-1])
	g.used = 0
}
