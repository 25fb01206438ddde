package hashstream

import (
	"errors"
	"strings"
	"testing"
)

// The numbers are those of Python's hashlib:
//
//	key = hashlib.sha256(b"test\n2026-11-26 lottery").digest()
//	words = struct.unpack(">4Q", hashlib.sha256(key + struct.pack(">Q", i)).digest())
func TestStreamAgainstPython(t *testing.T) {
	s, err := New("test", "2026-11-26 lottery")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []uint64{8886206972069552977, 8726901582170779337, 10997369835599183800, 7844709996912839083, 12041632416513240384, 16482238957753742442} {
		if got := s.Uint64(); got != want {
			t.Errorf("word %d is %d, want %d", i, got, want)
		}
	}
	s, _ = New("test", "2026-11-26 lottery")
	for i, want := range []int64{481, 473, 596, 425, 652, 893} {
		if got := s.Below(1000); got != want {
			t.Errorf("number %d is %d, want %d", i, got, want)
		}
	}
	if s.Below(1) != 0 || s.Below(0) != 0 {
		t.Error("there is one number below 1")
	}
}

// TestBelowIsFair: a size just above 2^62 throws nearly a quarter of the words away, and what is left is in range.
func TestBelowIsFair(t *testing.T) {
	s, _ := New("test", "fair")
	const n = int64(3) << 61
	var upper int
	for range 4000 {
		v := s.Below(n)
		if v < 0 || v >= n {
			t.Fatal(v)
		}
		if v >= n/2 {
			upper++
		}
	}
	if upper < 1800 || upper > 2200 { // more than six standard deviations
		t.Error(upper)
	}
}

// TestFloyd: every set of two out of four comes out about as often as any other, and no number comes twice.
func TestFloyd(t *testing.T) {
	s, _ := New("test", "sets")
	sets := map[[2]int64]int{}
	for range 6000 {
		drawn, taken := make([]int64, 2), map[int64]struct{}{}
		s.Floyd(drawn, 4, taken)
		if drawn[0] == drawn[1] || len(taken) != 2 {
			t.Fatal(drawn)
		}
		sets[[2]int64{min(drawn[0], drawn[1]), max(drawn[0], drawn[1])}]++
	}
	for set, n := range sets {
		if n < 830 || n > 1170 {
			t.Errorf("%v: %d of 6,000", set, n)
		}
	}
	if len(sets) != 6 {
		t.Error(sets)
	}
}

func TestSeedsRefused(t *testing.T) {
	for _, seed := range []string{"", "a\nb", "\xff", strings.Repeat("x", MaxSeed+1)} {
		if s, err := New("test", seed); !errors.Is(err, ErrSeed) || s != nil {
			t.Errorf("%q: %v", seed, err)
		}
	}
}
