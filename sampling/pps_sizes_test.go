package sampling

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/decimaltest"
)

// TestPPSDrawsAgainFromItsFile: the file of sizes has the digest of the printout, and with method, seed and number of
// hits, which stand there, it draws the same units.
func TestPPSDrawsAgainFromItsFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := PPS{Seed: drawSeed(t), Size: rapid.Int64Range(1, 30).Draw(t, "hits")}
		for range rapid.IntRange(1, 60).Draw(t, "units") {
			places := rapid.Int32Range(0, 3).Draw(t, "places")
			plan.Sizes = append(plan.Sizes, decimal.New(rapid.Int64Range(0, 5000).Draw(t, "size"), -places))
		}
		plan.Sizes[0] = decimal.New(150, -1)
		s, err := plan.Draw()
		if err != nil {
			t.Fatal(err)
		}
		var file bytes.Buffer
		if err := plan.WriteSizes(&file); err != nil {
			t.Fatal(err)
		}
		if sum := fmt.Sprintf("sha256:%x", sha256.Sum256(file.Bytes())); sum != s.SizesDigest {
			t.Fatalf("the file has the digest %s, the selection %s", sum, s.SizesDigest)
		}
		sizes, err := ReadSizes(&file)
		if err != nil {
			t.Fatal(err)
		}
		again, err := PPS{Method: s.Method, Seed: s.Seed, Size: s.Size, Sizes: sizes}.Draw()
		if err != nil || cmp.Diff(s, again, equalDecimals) != "" {
			t.Fatalf("%v %s", err, cmp.Diff(s, again, equalDecimals))
		}
		// A hit lies within its unit: above the cumulated size without it, at most at the one with it.
		for _, u := range s.Units {
			for hit := u.Order; hit < u.Order+u.Hits; hit++ {
				// The hit is at (start + (hit-1)*places)/(places*n) of the total; compared in n-th parts of the smallest place.
				at := decimal.NewFromInt(s.StartNumber + (hit-1)*s.Places).Mul(s.Total)
				unit := decimal.NewFromInt(s.Places * s.Size)
				if at.Cmp(u.Cumulated.Sub(u.Size).Mul(unit)) <= 0 || at.Cmp(u.Cumulated.Mul(unit)) > 0 {
					t.Fatalf("hit %d is not in %+v", hit, u)
				}
			}
		}
	})
}

func TestReadSizes(t *testing.T) {
	sizes, err := ReadSizes(strings.NewReader("1,250.50\n $3 \n0\n4.10"))
	if err != nil || fmt.Sprint(sizes) != "[1250.5 3 0 4.1]" {
		t.Error(sizes, err)
	}
	var wrong RowErrors
	_, err = ReadSizes(strings.NewReader("1\n\nx\n-2\n1e9999999999\n3"))
	if !errors.Is(err, ErrSizesFile) || !errors.As(err, &wrong) || len(wrong) != 4 || wrong[0].Line != 2 || wrong[2].Rule != "negative" {
		t.Error(err)
	}
	if _, err := ReadSizes(strings.NewReader("1\x00")); !errors.Is(err, ErrSizesFile) {
		t.Error(err)
	}
	if err := (PPS{Sizes: decimaltest.Decs("1", "-2")}).WriteSizes(io.Discard); !errors.Is(err, ErrSizes) {
		t.Error(err)
	}
}

// FuzzReadSizes: what is read is written in the one form, and that is read as the same.
func FuzzReadSizes(f *testing.F) {
	f.Add("1,250.50\n3\n0\n4.10\n")
	f.Add("\uFEFF1\n\n-2\n1e400\n")
	f.Fuzz(func(t *testing.T, s string) {
		sizes, err := ReadSizes(strings.NewReader(s))
		if err != nil {
			if !errors.Is(err, ErrSizesFile) {
				t.Fatal(err)
			}
			return
		}
		var file bytes.Buffer
		if err := (PPS{Sizes: sizes}).WriteSizes(&file); err != nil {
			if !errors.Is(err, ErrSizes) {
				t.Fatal(err)
			}
			return
		}
		again, err := ReadSizes(&file)
		if err != nil || cmp.Diff(sizes, again, equalDecimals) != "" {
			t.Fatalf("%q is read as %v and %v (%v)", s, sizes, again, err)
		}
	})
}
