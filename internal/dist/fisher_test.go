package dist

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/prooftest"
)

func mustFisher(t testing.TB, a, b, c, d int64) FisherTest {
	t.Helper()
	f, err := Fisher(a, b, c, d)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestFisherTeaTasting: the lady of Fisher's Design of Experiments (1935), chapter II, who told three of four cups. There are
// 70 ways to choose four cups of eight.
func TestFisherTeaTasting(t *testing.T) {
	f := mustFisher(t, 3, 1, 1, 3)
	got := fmt.Sprint(f.Greater.RatString(), " ", f.Less.RatString(), " ", f.TwoSided.RatString())
	if want := "17/70 69/70 17/35"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestFisherMatchesR holds the test against fisher.test of R 4.2.2, printed with 17 digits. R works in doubles: its digits are
// right to about one part in 10^13.
func TestFisherMatchesR(t *testing.T) {
	for _, c := range []struct {
		a, b, c, d         int64
		two, less, greater string
	}{
		{3, 1, 1, 3, "0.48571428571428582", "0.98571428571428577", "0.24285714285714288"},
		{1, 9, 11, 3, "0.0027594561852200836", "0.0013797280926100422", "0.99996634809530227"},
		{10, 2, 3, 15, "0.00053672411914343593", "0.99998451901868612", "0.00046518094336290585"},
		{12, 15, 2, 25, "0.00410638008360769", "0.99982694364488101", "0.0020531900418038398"},
		{0, 5, 5, 0, "0.0079365079365079395", "0.003968253968253968", "1"},
		{8, 2, 1, 5, "0.034965034965034975", "0.99912587412587417", "0.024475524475524479"},
		{18, 12, 5, 25, "0.0011931623140494822", "0.99993049296362579", "0.00059658115702474141"},
		{0, 0, 3, 4, "1", "1", "1"},
		{22, 8, 6, 24, "7.2932882082650289e-05", "0.99999704033072057", "3.6466441041325178e-05"},
		{100, 900, 60, 940, "0.0012465819865252951", "0.99965715151412904", "0.00062329099326264312"},
	} {
		f := mustFisher(t, c.a, c.b, c.c, c.d)
		for _, p := range []struct {
			name string
			have *big.Rat
			r    string
		}{{"two-sided", f.TwoSided, c.two}, {"less", f.Less, c.less}, {"greater", f.Greater, c.greater}} {
			have, _ := p.have.Float64()
			r, err := strconv.ParseFloat(p.r, 64)
			if err != nil {
				t.Fatal(err)
			}
			if a, b := strconv.FormatFloat(have, 'e', 11, 64), strconv.FormatFloat(r, 'e', 11, 64); a != b {
				t.Errorf("%d %d %d %d %s: %s, R has %s", c.a, c.b, c.c, c.d, p.name, a, b)
			}
		}
	}
}

// TestFisherByEnumeration deals every subset of n people into the first column and counts the tables: the three
// probabilities are those shares exactly, for every table of at most nine people.
func TestFisherByEnumeration(t *testing.T) {
	proof := prooftest.Count(t, "internal/dist")
	for n := range 10 {
		for rows := range n + 1 { // the first rows people are in the first row
			for columns := range n + 1 {
				proof.Population()
				ways := map[int]int64{}
				for set := range 1 << n {
					if bits.OnesCount(uint(set)) == columns {
						ways[bits.OnesCount(uint(set)&(1<<rows-1))]++
						proof.Sample()
					}
				}
				all := new(big.Int).Binomial(int64(n), int64(columns)).Int64()
				for a := range ways {
					var less, greater, both int64
					for k, w := range ways {
						if k <= a {
							less += w
						}
						if k >= a {
							greater += w
						}
						if w <= ways[a] {
							both += w
						}
					}
					f := mustFisher(t, int64(a), int64(rows-a), int64(columns-a), int64(n-rows-columns+a))
					for _, p := range []struct {
						have *big.Rat
						want int64
					}{{f.Less, less}, {f.Greater, greater}, {f.TwoSided, both}} {
						if p.have.Cmp(big.NewRat(p.want, all)) != 0 {
							t.Fatalf("n %d, rows %d, columns %d, a %d: %s, want %d/%d", n, rows, columns, a, p.have, p.want, all)
						}
					}
				}
			}
		}
	}
}

func TestFisherProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.Int64Range(0, 60)
		a, b, c, d := count.Draw(t, "a"), count.Draw(t, "b"), count.Draw(t, "c"), count.Draw(t, "d")
		fisher := func(a, b, c, d int64) FisherTest {
			f, err := Fisher(a, b, c, d)
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
		f, turned, swapped := fisher(a, b, c, d), fisher(a, c, b, d), fisher(c, d, a, b)
		one := big.NewRat(1, 1)
		for _, p := range []*big.Rat{f.Less, f.Greater, f.TwoSided} {
			if p.Sign() <= 0 || p.Cmp(one) > 0 {
				t.Fatalf("probability %s", p)
			}
		}
		if f.TwoSided.Cmp(turned.TwoSided) != 0 || f.Less.Cmp(turned.Less) != 0 {
			t.Fatal("rows and columns exchanged give another result")
		}
		if f.TwoSided.Cmp(swapped.TwoSided) != 0 || f.Less.Cmp(swapped.Greater) != 0 || f.Greater.Cmp(swapped.Less) != 0 {
			t.Fatal("rows swapped do not swap the sides")
		}
		if sum := new(big.Rat).Add(f.Less, f.Greater); sum.Cmp(one) < 0 {
			t.Fatalf("less and greater leave out something: %s", sum)
		}
	})
}

func TestFisherRefuses(t *testing.T) {
	for _, c := range [][4]int64{{-1, 0, 0, 0}, {0, 0, 0, -5}, {MaxFisher, 1, 0, 0}, {1 << 62, 1 << 62, 1 << 62, 1 << 62}} {
		if _, err := Fisher(c[0], c[1], c[2], c[3]); !errors.Is(err, ErrTable) {
			t.Errorf("%v: %v", c, err)
		}
	}
	start := time.Now()
	f := mustFisher(t, MaxFisher/4, MaxFisher/4, MaxFisher/4, MaxFisher/4)
	if f.TwoSided.Cmp(big.NewRat(1, 1)) != 0 {
		t.Error("no difference at all is not certain")
	}
	t.Logf("the largest table took %v", time.Since(start))
}
