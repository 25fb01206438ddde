package sampling

import "math"

// basicRnd is Rnd of Visual Basic 6, a linear congruential generator of 24 bits. Its value is the state / 2^24.
type basicRnd uint32

// newBasicRnd starts the generator as Rnd(-1) and then Randomize seed do: Randomize folds the upper 32 bits of the
// double to 16 and puts them over the low byte of the state, which Rnd(-1) has left at 0x86.
func newBasicRnd(seed float64) basicRnd {
	high := uint32(math.Float64bits(seed) >> 32)
	return basicRnd((high&0xFFFF^high>>16)<<8 | 0x86)
}

// next makes one step and returns the new state: state' = (state * 1140671485 + 12820163) mod 2^24.
func (r *basicRnd) next() uint32 {
	*r = (*r*1140671485 + 12820163) & (1<<24 - 1)
	return uint32(*r)
}

// The moduli of AS 183.
const (
	modulusX = 30269
	modulusY = 30307
	modulusZ = 30323
)

// wichmannHill is algorithm AS 183, the generator of RAT-STATS:
//
//	x' = 171x mod 30269, y' = 172y mod 30307, z' = 170z mod 30323, u = frac(x'/30269 + y'/30307 + z'/30323)
//
// in double precision, summed from left to right.
type wichmannHill struct{ x, y, z uint32 }

// newWichmannHill draws the start values from basicRnd.
func newWichmannHill(seed float64) wichmannHill {
	r := newBasicRnd(seed)
	return wichmannHill{start(&r, modulusX), start(&r, modulusY), start(&r, modulusZ)}
}

// start returns int(v) for v = m*Rnd + 1, drawn again while v >= m, which happens in 6 of the 65,536 start states
// (seeds 7533 and 88360 for example). It is computed in units of 2^-24, without a rounding.
func start(r *basicRnd, m uint64) uint32 {
	v := m<<24 + 1
	for v >= m<<24 {
		v = m*uint64(r.next()) + 1<<24
	}
	return uint32(v >> 24)
}

// next returns the next u. The three moduli are different primes and no state is zero, so the exact sum stays at least
// 1/(30269*30307*30323) = 3.6e-14 away from an integer, far more than the rounding of the sum: 0 < u < 1.
func (g *wichmannHill) next() float64 {
	g.x = g.x * 171 % modulusX
	g.y = g.y * 172 % modulusY
	g.z = g.z * 170 % modulusZ
	t := float64(float64(g.x)/modulusX) + float64(float64(g.y)/modulusY)
	t = float64(t) + float64(float64(g.z)/modulusZ)
	return t - float64(int64(t))
}

// below returns int(u * n) for the next u: a number from 0 to n-1, for a whole n up to [MaxFrame].
func (g *wichmannHill) below(n float64) int64 { return int64(float64(g.next() * n)) }
