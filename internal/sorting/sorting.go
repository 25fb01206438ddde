// Package sorting sorts lists of structs by one piece of code. slices.SortFunc is compiled for every type anew, some 17 KB of
// WebAssembly each: too much for a browser where a list is short.
package sorting

import "sort"

// By sorts a list in place by compare, which is negative where a comes before b. It makes the same order as slices.SortFunc.
func By[T any](list []T, compare func(a, b T) int) {
	sort.Sort(sorter{
		len(list),
		func(i, j int) bool { return compare(list[i], list[j]) < 0 },
		func(i, j int) { list[i], list[j] = list[j], list[i] },
	})
}

type sorter struct {
	len  int
	less func(i, j int) bool
	swap func(i, j int)
}

func (s sorter) Len() int           { return s.len }
func (s sorter) Less(i, j int) bool { return s.less(i, j) }
func (s sorter) Swap(i, j int)      { s.swap(i, j) }
