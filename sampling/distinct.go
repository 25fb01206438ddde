package sampling

import (
	"cmp"
	"slices"
)

// distinct returns count different numbers from 0 to frame-1 in the order in which next gives them: a number that has
// come before is thrown away. It is for 1 <= count <= frame, and for a next that reaches every number. When count is
// frame, about frame*ln(frame) numbers are drawn.
func distinct(count, frame int64, next func() int64) []int64 {
	if frame/16 <= count {
		return distinctDense(count, frame, next)
	}
	return distinctSparse(count, frame, next)
}

// distinctDense remembers one bit for each number of the frame.
func distinctDense(count, frame int64, next func() int64) []int64 {
	seen := make([]uint64, frame>>6+1)
	drawn := make([]int64, 0, count)
	for int64(len(drawn)) < count {
		v := next()
		word, bit := &seen[v>>6], uint64(1)<<(v&63)
		if *word&bit == 0 {
			*word |= bit
			drawn = append(drawn, v)
		}
	}
	return drawn
}

// distinctSparse draws count numbers, sorts them to find the few that came before (at most about one in 32, as the
// frame is large), and draws the missing ones one by one. Sorting a million numbers is faster than looking each of
// them up in a table that no cache holds.
func distinctSparse(count, frame int64, next func() int64) []int64 {
	drawn := make([]int64, count)
	for i := range drawn {
		drawn[i] = next()
	}
	first := sequential(drawn, frame)
	again := false
	for i, k := range first {
		if i > 0 && k.offset() == first[i-1].offset() {
			drawn[k.order()-1] = -1
			again = true
		}
	}
	if !again {
		return drawn
	}
	drawn = slices.DeleteFunc(drawn, func(v int64) bool { return v < 0 })
	later := map[int64]bool{}
	for int64(len(drawn)) < count {
		v := next()
		_, found := slices.BinarySearchFunc(first, v, func(k key, v int64) int { return cmp.Compare(k.offset(), v) })
		if found || later[v] {
			continue
		}
		later[v] = true
		drawn = append(drawn, v)
	}
	return drawn
}
