package sampling

import (
	"slices"

	"pgregory.net/rapid"
)

// What the tests of sets, frames and frames of two have in common.

// drawnOn is a selection that can be drawn on.
type drawnOn[S, U any] interface {
	listing[S, U]
	DrawOn(more int64) (S, error)
	Additional() []U
}

// checkDrawOn: a sample and what is added to it are the sample of one draw, and the spares follow.
func checkDrawOn[S drawnOn[S, U], U any](t *rapid.T, before, once S, order func(U) int64, drawnBefore func(S) int64) {
	size, all := int64(len(before.lists().sample)), once.lists()
	s, err := before.DrawOn(int64(len(all.sample)) - size)
	if err != nil {
		t.Fatal(err)
	}
	if drawnBefore(s) != size || s.lists().frameSize != all.frameSize {
		t.Fatalf("%d drawn before of a frame of %d, want %d of %d", drawnBefore(s), s.lists().frameSize, size, all.frameSize)
	}
	first := slices.DeleteFunc(slices.Clone(all.sample), func(u U) bool { return order(u) > size })
	for _, c := range []struct {
		name       string
		have, want []U
	}{
		{"sample", s.lists().sample, all.sample}, {"spares", s.lists().spares, all.spares},
		{"first sample", before.lists().sample, first}, {"additional", s.Additional(), drawnAfter(size, all.sample, order)},
	} {
		if !slices.EqualFunc(c.have, c.want, all.same) {
			t.Fatalf("%s %v, by one draw %v", c.name, c.have, c.want)
		}
	}
}

// checkNaive: the selection has the items whose numbers the naive generator draws, and each number is at its place.
func checkNaive[U comparable](
	t *rapid.T, drawn drawnLists[U], seed string, all []U,
	ordered func(item U, order int64) U, locate func(number int64) (U, error),
) {
	n := len(drawn.sample)
	var list []U
	numbers := naiveDraw(seed, 1, int64(len(all)), int64(n+len(drawn.spares)))
	for i, number := range numbers {
		list = append(list, ordered(all[number-1], int64(i+1)))
	}
	at := map[U]int64{}
	for i, item := range list {
		at[item] = numbers[i]
	}
	slices.SortFunc(list[:n], func(a, b U) int { return order(at[a], at[b]) })
	if !slices.Equal(drawn.sample, list[:n]) || !slices.Equal(drawn.spares, list[n:]) {
		t.Fatalf("%v %v\nnaive %v", drawn.sample, drawn.spares, list)
	}
	for i, want := range all {
		if got, err := locate(int64(i + 1)); err != nil || got != want {
			t.Fatalf("number %d is %v (%v), want %v", i+1, got, err, want)
		}
	}
}
