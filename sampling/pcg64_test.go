package sampling

import (
	"slices"
	"testing"
)

// TestPCG64Below compares bounded numbers with NumPy 1.24.2, numpy.random.default_rng(7).integers(0, n): bounds that
// refuse a quarter of all draws, and the whole 32 bits.
func TestPCG64Below(t *testing.T) {
	for _, c := range []struct {
		n    int64
		want []int64
	}{
		{3<<61 + 1, []int64{4324116035284630516, 6206502512207226872, 5365828278596935045, 1557877273993399992,
			6042831315724521140, 5680871422486561427, 3236953619344299372, 2096235608839123611}},
		{3<<30 + 1, []int64{2013573439, 2203897840, 2890127949, 2685377906, 725443136, 178879731, 918265191, 2939765076}},
		{1 << 32, []int64{4058335883, 2684764585, 2938530453, 3853503932}},
		{1, []int64{0, 0}},
	} {
		g, err := newNumPyRandom("7")
		if err != nil {
			t.Fatal(err)
		}
		got := make([]int64, len(c.want))
		for i := range got {
			got[i] = g.below(c.n)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("below %d: %v, want %v", c.n, got, c.want)
		}
	}
}
