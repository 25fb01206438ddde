// Package hashstream makes random numbers out of a seed that is a text, for simulations that anyone can repeat in any
// language with SHA-256.
//
// The stream is defined by three lines. || joins bytes, and the counter starts at 0:
//
//	key      = SHA-256(purpose || newline || seed)
//	block i  = SHA-256(key || i as 8 bytes, most significant first)
//	words    = the four 64-bit integers of a block, most significant byte first, block after block
//
// A number below n is the high half of the 128-bit product of a word and n; a word whose low half is below 2^64 mod n is
// thrown away and the next one taken, so that every number is equally probable.
//
// Samples are not drawn with it: package sampling has the methods for that.
package hashstream

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxSeed is the greatest number of bytes of a seed.
const MaxSeed = 1000

// ErrSeed: a seed is empty, too long, or no plain text. Its message leaves the name of the field to the caller.
var ErrSeed = fmt.Errorf("not UTF-8 text of 1 to %d bytes without control characters", MaxSeed)

// Generator is how results name the generator.
const Generator = "SHA-256 in counter mode, one 64-bit word a number"

// Stream is a stream of random numbers.
type Stream struct {
	block [sha256.Size + 8]byte // the key and the counter
	words [4]uint64
	used  int
	next  uint64
}

// New starts the stream of a purpose and a seed. Errors: [ErrSeed].
func New(purpose, seed string) (*Stream, error) {
	if seed == "" || len(seed) > MaxSeed || !utf8.ValidString(seed) || strings.ContainsFunc(seed, unicode.IsControl) {
		return nil, ErrSeed
	}
	s := &Stream{used: 4}
	key := sha256.Sum256([]byte(purpose + "\n" + seed))
	copy(s.block[:], key[:])
	return s, nil
}

// Uint64 returns the next word.
func (s *Stream) Uint64() uint64 {
	if s.used == len(s.words) {
		binary.BigEndian.PutUint64(s.block[sha256.Size:], s.next)
		sum := sha256.Sum256(s.block[:])
		for i := range s.words {
			s.words[i] = binary.BigEndian.Uint64(sum[8*i:])
		}
		s.next++
		s.used = 0
	}
	w := s.words[s.used]
	s.used++
	return w
}

// Below returns a number from 0 to n-1, each equally probable, for n of at least 1.
//
// Source: D. Lemire, "Fast Random Integer Generation in an Interval", ACM Transactions on Modeling and Computer Simulation
// 29 (2019), no. 3.
func (s *Stream) Below(n int64) int64 {
	if n <= 1 {
		return 0
	}
	size := uint64(n)
	high, low := bits.Mul64(s.Uint64(), size)
	if low < size {
		for least := -size % size; low < least; {
			high, low = bits.Mul64(s.Uint64(), size)
		}
	}
	return int64(high)
}

// Floyd fills drawn with different numbers from 0 to n-1, every set of len(drawn) of them equally probable. It takes one
// number below n-len(drawn)+1, one below the next number and so on to one below n; where that number was drawn already, the
// greatest that the step allows is taken instead. taken is an empty map to work with, and is left with the numbers drawn.
//
// Source: R. W. Floyd, in J. Bentley, "Programming Pearls: A Sample of Brilliance", Communications of the ACM 30 (1987),
// 754-757.
func (s *Stream) Floyd(drawn []int64, n int64, taken map[int64]struct{}) {
	first := n - int64(len(drawn))
	for i := range drawn {
		last := first + int64(i)
		v := s.Below(last + 1)
		if _, twice := taken[v]; twice {
			v = last
		}
		taken[v] = struct{}{}
		drawn[i] = v
	}
}
