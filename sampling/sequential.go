package sampling

import (
	"math/bits"
	"slices"
)

// key is an offset in a frame together with its order of selection: keys sort by offset and then by order.
type key uint64

// orderBits are the low bits of a key, which hold the order; the offset is above them.
const orderBits = 24

// A key has room for every order and every offset: these do not compile otherwise.
const (
	_ = uint64(1<<orderBits - 1 - MaxUnits)
	_ = uint64(1<<(64-orderBits) - MaxFrame)
)

func (k key) order() int64  { return int64(k & (1<<orderBits - 1)) }
func (k key) offset() int64 { return int64(k >> orderBits) }

// sequential sorts offsets of a frame, which are given in the order of selection, from 1.
func sequential(offsets []int64, frame int64) []key {
	keys := make([]key, len(offsets))
	for i, v := range offsets {
		keys[i] = key(v)<<orderBits | key(i+1)
	}
	if len(keys) < 1000 {
		slices.Sort(keys)
		return keys
	}
	return radixSort(keys, orderBits+bits.Len64(uint64(frame-1)))
}

// radixSort sorts keys that stand in the order of selection by their offsets, bits from orderBits to high-1, least
// digit first. It may return another slice than keys.
func radixSort(keys []key, high int) []key {
	const digit = 11
	other := make([]key, len(keys))
	for shift := orderBits; shift < high; shift += digit {
		var place [1 << digit]int
		for _, k := range keys {
			place[k>>shift&(1<<digit-1)]++
		}
		next := 0
		for i, n := range place {
			place[i], next = next, next+n
		}
		for _, k := range keys {
			p := &place[k>>shift&(1<<digit-1)]
			other[*p] = k
			*p++
		}
		keys, other = other, keys
	}
	return keys
}
