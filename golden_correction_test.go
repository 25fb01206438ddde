package iromath

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"testing"

	"github.com/iromath/iromath/internal/goldentest"
	"github.com/iromath/iromath/sampling"
)

// TestGoldenSpares: spares step in as RAT-STATS prints them. From each printed sample of the manuals that has spares, every
// choice of two claims leaves, with and without the first spare: those that step in are the printed spares, in the printed
// order.
func TestGoldenSpares(t *testing.T) {
	m, err := goldentest.Load("random_single")
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for _, c := range m.Cases {
		var in struct {
			Seed               string
			Low, High          int64
			Sequential, Spares int64
		}
		if err := json.Unmarshal(c.Input, &in); err != nil {
			t.Fatal(err)
		}
		if in.Spares < 3 || in.Low != 1 {
			continue
		}
		values := func(path, pairs string) (list []int64) {
			printed, _ := c.Printed[path].([]any)
			if printed == nil {
				printed, _ = c.Printed[pairs].([]any)
			}
			for _, p := range printed {
				if pair, ok := p.([]any); ok {
					p = pair[1]
				}
				n, err := strconv.ParseInt(p.(string), 10, 64)
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, n)
			}
			return list
		}
		sample, spares := values("sequential_values", "sequential"), values("spare_values", "spares")
		if int64(len(sample)) != in.Sequential || int64(len(spares)) != in.Spares {
			t.Fatalf("%s: %v, %v", c.ID, sample, spares)
		}
		looked++
		r := newReview(t, Agreement{Protocol: ProtocolSingle, SampleSize: in.Sequential, Spares: in.Spares, Method: sampling.RATSTATS},
			frameOf(t, in.High, hundred), Seeds{First: in.Seed})
		for i, a := range sample {
			for _, b := range sample[i+1:] {
				for _, spareToo := range []bool{false, true} {
					left, in := []int64{a, b}, spares[:2]
					if spareToo {
						left, in = append(left, spares[0]), spares[1:3]
					}
					var ids []string
					for _, n := range left {
						ids = append(ids, fmt.Sprintf("C%d", n))
					}
					want := slices.Concat(slices.DeleteFunc(slices.Clone(sample), func(n int64) bool { return slices.Contains(left, n) }), in)
					slices.Sort(want)
					next := correct(t, r, privatePayor(t, ids...))
					var have []int64
					for _, u := range next.Draws()[0].Units() {
						have = append(have, u.Number)
					}
					if !slices.Equal(have, want) {
						t.Fatalf("%s, %v left: %v, want %v", c.ID, left, have, want)
					}
				}
			}
		}
	}
	if looked != 2 {
		t.Errorf("%d printed samples with spares", looked)
	}
}
