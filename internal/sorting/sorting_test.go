package sorting

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestBy: the order is that of slices.SortFunc, of equal elements too.
func TestBy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type pair struct{ key, place int }
		list := make([]pair, rapid.IntRange(0, 300).Draw(t, "length"))
		keys := rapid.IntRange(0, rapid.SampledFrom([]int{1, 5, 1000}).Draw(t, "keys"))
		for i := range list {
			list[i] = pair{keys.Draw(t, "key"), i}
		}
		want := slices.Clone(list)
		compare := func(a, b pair) int { return cmp.Compare(a.key, b.key) }
		slices.SortFunc(want, compare)
		By(list, compare)
		if !slices.Equal(list, want) {
			t.Fatalf("%v, not %v", list, want)
		}
	})
}
