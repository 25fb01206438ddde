package sampling

import (
	"math"
	"testing"
)

// TestAllStartStates draws two of five units from every one of the 65,536 start states of RAT-STATS and counts the
// samples. If every sample came up equally often, 3276.8 times in order and 6553.6 times without, chi-square would be
// below 30.14 (19 degrees of freedom, 20 samples in order) and 16.92 (9 degrees, 10 samples) with a probability of
// 95 %. These are the bounds; it is 4.87 and 3.62.
func TestAllStartStates(t *testing.T) {
	const low, high, size = 1, 5, 2
	ordered, sets := map[[2]int64]int{}, map[[2]int64]int{}
	folds := map[basicRnd]bool{}
	for fold := range uint64(1 << 16) {
		// A double between 32768 and 65536 whose upper 32 bits fold to the wanted 16.
		seed := math.Float64frombits((0x40E0<<16 | fold ^ 0x40E0) << 32)
		folds[newBasicRnd(seed)] = true
		g := newWichmannHill(seed)
		drawn := distinct(size, high-low+1, func() int64 { return g.below(high - low + 1) })
		ordered[[2]int64{drawn[0], drawn[1]}]++
		sets[[2]int64{min(drawn[0], drawn[1]), max(drawn[0], drawn[1])}]++
	}
	if len(folds) != 1<<16 {
		t.Fatalf("%d start states", len(folds))
	}
	for _, c := range []struct {
		name   string
		counts map[[2]int64]int
		kinds  int
		bound  float64
	}{{"in order", ordered, 20, 30.14}, {"as sets", sets, 10, 16.92}} {
		expected, statistic := float64(1<<16)/float64(c.kinds), 0.0
		for _, n := range c.counts {
			statistic += (float64(n) - expected) * (float64(n) - expected) / expected
		}
		if len(c.counts) != c.kinds || statistic > c.bound {
			t.Errorf("%s: %d samples of %d, chi-square %v above %v", c.name, len(c.counts), c.kinds, statistic, c.bound)
		}
	}
}
