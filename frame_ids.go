package iromath

import (
	"bytes"
	"hash/maphash"
)

// idSet knows the first row of every claim id that was seen. It is an open hash table whose entries point to the ids in
// two lists, the claims of the frame and those left out; ids are told apart by their bytes, never by a hash alone.
type idSet struct {
	in, out claimList
	seed    maphash.Seed
	slots   []idSlot // a power of two of them
	shift   uint     // a hash belongs to the slot of its upper bits
	used    int64
	touched uint32 // of no use but to keep the reads of touch
}

type idSlot struct {
	hash uint32
	ref  uint32 // twice the number of the claim in its list, from 1, plus one if that is the list of those left out
}

func newIDSet() *idSet {
	const bits = 10
	return &idSet{seed: maphash.MakeSeed(), slots: make([]idSlot, 1<<bits), shift: 32 - bits}
}

func (s *idSet) hash(id []byte) uint32 { return uint32(maphash.Bytes(s.seed, id) >> 32) }

// touch brings the place of a hash into the cache. For many hashes one after the other, the memory answers at once.
func (s *idSet) touch(hash uint32) { s.touched ^= s.slots[hash>>s.shift].ref }

// place is where an id is or belongs in the table. It holds until the next id is added.
type place struct {
	slot  uint64
	hash  uint32
	found bool
}

// find looks an id up by its hash.
func (s *idSet) find(id []byte, hash uint32) place {
	mask := uint64(len(s.slots) - 1)
	for i := uint64(hash >> s.shift); ; i = (i + 1) & mask {
		slot := s.slots[i]
		if slot.ref == 0 {
			return place{slot: i, hash: hash}
		}
		if slot.hash == hash {
			if list, k := s.at(slot.ref); bytes.Equal(list.id(k), id) {
				return place{slot: i, hash: hash, found: true}
			}
		}
	}
}

func (s *idSet) at(ref uint32) (*claimList, int64) {
	if ref&1 != 0 {
		return &s.out, int64(ref>>1) - 1
	}
	return &s.in, int64(ref>>1) - 1
}

// label returns the number of the segment of the first row of an id that was found.
func (s *idSet) label(p place) uint32 {
	list, k := s.at(s.slots[p.slot].ref)
	return list.label(k)
}

// addIn adds a claim to the frame, with an id that was not found.
func (s *idSet) addIn(p place, id []byte, cents int64, payor, label uint32) {
	s.in.add(id, cents, payor, label)
	s.enter(p, uint32(s.in.size)<<1)
}

// addOut remembers an id that was not found and stays out of the frame.
func (s *idSet) addOut(p place, id []byte, label uint32) {
	s.out.add(id, 0, 0, label)
	s.enter(p, uint32(s.out.size)<<1|1)
}

func (s *idSet) enter(p place, ref uint32) {
	s.slots[p.slot] = idSlot{hash: p.hash, ref: ref}
	if s.used++; s.used > int64(len(s.slots))/4*3 {
		s.grow()
	}
}

// grow doubles the table. Slots go by the upper bits of the hash, so the entries keep their order.
func (s *idSet) grow() {
	old := s.slots
	s.slots = make([]idSlot, 2*len(old))
	s.shift--
	mask := uint64(len(s.slots) - 1)
	for _, slot := range old {
		if slot.ref == 0 {
			continue
		}
		i := uint64(slot.hash >> s.shift)
		for s.slots[i].ref != 0 {
			i = (i + 1) & mask
		}
		s.slots[i] = slot
	}
}

// numbering gives texts numbers from 0 in the order of their first appearance.
type numbering struct {
	texts   []string
	numbers map[string]uint32
	last    uint32
}

func (n *numbering) number(text []byte) uint32 {
	if len(n.texts) > 0 && n.texts[n.last] == string(text) {
		return n.last
	}
	k, known := n.numbers[string(text)]
	if !known {
		if n.numbers == nil {
			n.numbers = map[string]uint32{}
		}
		k = uint32(len(n.texts))
		n.texts = append(n.texts, string(text))
		n.numbers[n.texts[k]] = k
	}
	n.last = k
	return k
}
