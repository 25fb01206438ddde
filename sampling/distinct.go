package sampling

import (
	"cmp"
	"math/bits"
	"slices"
)

// distinct returns count different numbers from 0 to frame-1 in the order in which next gives them: a number that has
// come before is thrown away. It is for 1 <= count <= frame, and for a next that reaches every number. When count is
// frame, about frame*ln(frame) numbers are drawn.
func distinct(count, frame int64, next func() int64) []int64 {
	switch {
	case frame/16 <= count:
		return distinctDense(count, frame, next)
	case count <= fewNumbers:
		return distinctFew(count, next)
	}
	return distinctSparse(count, frame, next)
}

// fewNumbers is up to where looking numbers up in a table is faster than sorting them.
const fewNumbers = 20_000

// distinctFew remembers the numbers.
func distinctFew(count int64, next func() int64) []int64 {
	seen := newNumberSet(count)
	drawn := make([]int64, 0, count)
	for int64(len(drawn)) < count {
		if v := next(); seen.add(v) {
			drawn = append(drawn, v)
		}
	}
	return drawn
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

// numberSet is a set of numbers of at least 0 with open addressing, for so few of them that a cache holds it.
type numberSet struct {
	slots []uint64 // the number and 1, or 0
	shift int
}

// newNumberSet makes room for count numbers in at least twice as many slots.
func newNumberSet(count int64) numberSet {
	n := bits.Len64(uint64(count)) + 1
	return numberSet{make([]uint64, 1<<n), 64 - n}
}

// add reports whether the number was not in the set yet.
func (s numberSet) add(v int64) bool {
	want := uint64(v) + 1
	for i := want * 0x9E3779B97F4A7C15 >> s.shift; ; i++ {
		switch at := &s.slots[i&uint64(len(s.slots)-1)]; *at {
		case want:
			return false
		case 0:
			*at = want
			return true
		}
	}
}
