package pipeline

import "slices"

// keepSmallest adds an item to a list of the n smallest of all items so far, and returns the list. From n items on, the
// first n are sorted, up to n more may stand behind them until they are sorted in, and an item that is larger than the
// n-th costs one comparison: nothing is ever sorted but 2n items. [trimSmallest] ends it.
func keepSmallest[T any](list []T, n int, compare func(a, b T) int, item T) []T {
	if len(list) >= n && compare(item, list[n-1]) >= 0 {
		return list
	}
	list = append(list, item)
	switch len(list) {
	case n:
		slices.SortFunc(list, compare)
	case 2 * n:
		list = trimSmallest(list, n, compare)
	}
	return list
}

// trimSmallest sorts a list and cuts it after n items.
func trimSmallest[T any](list []T, n int, compare func(a, b T) int) []T {
	slices.SortFunc(list, compare)
	if len(list) > n {
		clear(list[n:])
		list = list[:n]
	}
	return list
}
