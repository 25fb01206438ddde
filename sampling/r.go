package sampling

import (
	"fmt"
	"math"
	"math/bits"
)

// rRandom is the default generator of R, the Mersenne Twister as set.seed starts it.
type rRandom struct{ *mt19937 }

// newRRandom starts the generator as set.seed(seed) does: 50 steps of x' = 69069x + 1 (mod 2^32) scramble the seed, the
// next one is thrown away (its place in R's .Random.seed holds the position), and 624 more are the state.
//
// Source: R documentation, help("set.seed") and help(".Random.seed").
func newRRandom(seed int32) rRandom {
	x := uint32(seed)
	step := func() uint32 {
		x = 69069*x + 1
		return x
	}
	for range 50 + 1 {
		step()
	}
	g := &mt19937{used: mt19937Words}
	for i := range g.word {
		g.word[i] = step()
	}
	return rRandom{g}
}

// uniform is unif_rand: 32 bits as a number between 0 and 1, where R moves a 0 to half of 1/(2^32-1).
func (g rRandom) uniform() float64 {
	if v := g.next(); v > 0 {
		return float64(v) / (1 << 32)
	}
	return 2.328306437080797e-10 / 2
}

// rejection returns a number from 0 to n-1 by sample.kind "Rejection", the default of R since 3.6.0: as many random
// bits as n-1 has, drawn again while they give n or more. The bits come in portions of 16 from one number each, with
// one portion more than needed where 16 divides their count.
func (g rRandom) rejection(n int64) int64 {
	width := bits.Len64(uint64(n - 1))
	for {
		var v int64
		for range width/16 + 1 {
			v = v<<16 | int64(g.next()>>16)
		}
		if v &= 1<<width - 1; v < n {
			return v
		}
	}
}

// rounding returns a number from 0 to n-1 by sample.kind "Rounding", the only one before R 3.6.0: floor(n * u). Above
// 2^31-1 the u is made of two numbers, of 25 bits and of 32. Such a u is rounded to 1 once in 2^54 draws, for which R
// gives a number outside of the frame; here it is drawn again.
func (g rRandom) rounding(n int64) int64 {
	if n <= math.MaxInt32 {
		return int64(float64(float64(n) * g.uniform()))
	}
	const scale = 1 << 25
	for {
		u := math.Floor(float64(g.uniform() * scale))
		u = float64(u+g.uniform()) / scale
		if v := int64(float64(float64(n) * u)); v < n {
			return v
		}
	}
}

// rHashed says whether sample.int draws by rejecting repeated numbers, and not by a partial shuffle.
func rHashed(count, frame int64) bool { return frame > 10_000_000 && count <= frame/2 }

// rOffsets draws as sample.int(frame, count) does after set.seed(seed).
func rOffsets(seed string, count, frame int64, kind func(rRandom, int64) int64) ([]int64, error) {
	number, err := parseRSeed(seed)
	if err != nil {
		return nil, err
	}
	g := newRRandom(number)
	if rHashed(count, frame) {
		return distinct(count, frame, func() int64 { return kind(g, frame) }), nil
	}
	return partialShuffle(count, frame, func(n int64) int64 { return kind(g, n) }), nil
}

// parseRSeed reads the argument of set.seed: an integer of R, which is -2147483647 to 2147483647.
func parseRSeed(s string) (int32, error) {
	number, err := parseWholeSeed(s)
	if err != nil {
		return 0, err
	}
	if !number.IsInt64() || number.Int64() > math.MaxInt32 || number.Int64() < -math.MaxInt32 {
		return 0, refuseSeed(s, "is not an integer of R, which go from -2147483647 to 2147483647")
	}
	return int32(number.Int64()), nil
}

// rContinues refuses to draw on where R changes its algorithm: a list of n numbers begins a longer one except where n
// is at most half of a frame of more than ten million units and the longer one exceeds that half.
func rContinues(from, to, frame int64) error {
	if !rHashed(from, frame) || rHashed(to, frame) {
		return nil
	}
	return fmt.Errorf("%w: R uses another algorithm for more than half of a frame of over 10,000,000 units, so that its "+
		"%d of %d units do not begin with its %d; %s", ErrDrawOn, to, frame, from, secondDraw)
}
