package sampling

import (
	"math"
	"testing"
)

// TestMT19937 compares the start by an array with the authors' published output (mt19937ar.out).
func TestMT19937(t *testing.T) {
	g := newMT19937([]uint32{0x123, 0x234, 0x345, 0x456})
	for i, want := range []uint32{1067595299, 955945823, 477289528, 4107218783, 4228976476} {
		if got := g.next(); got != want {
			t.Errorf("output %d is %d, want %d", i+1, got, want)
		}
	}
	for range 994 {
		g.next()
	}
	if got := g.next(); got != 3460025646 {
		t.Errorf("output 1000 is %d, want 3460025646", got)
	}
}

// withOutput returns a generator of R that gives these numbers next.
func withOutput(outputs ...uint32) rRandom {
	g := newRRandom(1)
	g.next()
	g.used = 0
	for i, v := range outputs {
		g.word[i] = untemper(v)
	}
	return g
}

// untemper undoes the last steps of next: x = v ^ f(x) is solved from the bits that f does not reach.
func untemper(v uint32) uint32 {
	for _, f := range []func(uint32) uint32{
		func(x uint32) uint32 { return x >> 18 },
		func(x uint32) uint32 { return x << 15 & 0xefc60000 },
		func(x uint32) uint32 { return x << 7 & 0x9d2c5680 },
		func(x uint32) uint32 { return x >> 11 },
	} {
		x := v
		for range 32 {
			x = v ^ f(x)
		}
		v = x
	}
	return v
}

// TestUniformEdges: numbers that a list reaches once in billions.
func TestUniformEdges(t *testing.T) {
	g := withOutput(0, 1, math.MaxUint32)
	for _, want := range []float64{2.328306437080797e-10 / 2, 1.0 / (1 << 32), 1 - 1.0/(1<<32)} {
		if got := g.uniform(); got != want {
			t.Errorf("%.17g, want %.17g", got, want)
		}
	}
	g = withOutput(math.MaxUint32)
	if got := g.rounding(math.MaxInt32); got != math.MaxInt32-1 {
		t.Errorf("the largest number of 2^31-1 is %d", got)
	}
	// R rounds this pair to u = 1 and gives N+1, outside of the frame.
	g = withOutput(math.MaxUint32, math.MaxUint32, 1<<31, 0)
	if got := g.rounding(1 << 40); got != 1<<39 {
		t.Errorf("after a number outside of the frame %d, want %d", got, int64(1<<39))
	}
}
