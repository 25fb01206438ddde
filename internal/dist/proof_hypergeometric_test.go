package dist

import (
	"math/big"
	"math/rand"
	"testing"

	"github.com/iromath/iromath/internal/prooftest"
)

// enumerateUpper applies the definition of the upper limit: every K from the largest down, in integers.
func enumerateUpper(universe, sample, found int64, tail *big.Rat) int64 {
	for k := universe; ; k-- {
		below := new(big.Int)
		for i := int64(0); i <= found; i++ {
			below.Add(below, samplesWith(universe, k, sample, i))
		}
		if exceeds(below, universe, sample, tail) {
			return k
		}
	}
}

// enumerateLower applies the definition of the lower limit: every K from 0 up, in integers.
func enumerateLower(universe, sample, found int64, tail *big.Rat) int64 {
	for k := int64(0); ; k++ {
		above := new(big.Int)
		for i := found; i <= sample; i++ {
			above.Add(above, samplesWith(universe, k, sample, i))
		}
		if exceeds(above, universe, sample, tail) {
			return k
		}
	}
}

// samplesWith counts the samples with i marked items.
func samplesWith(universe, marked, sample, i int64) *big.Int {
	if i > marked || sample-i > universe-marked {
		return new(big.Int)
	}
	c := new(big.Int).Binomial(marked, i)
	return c.Mul(c, new(big.Int).Binomial(universe-marked, sample-i))
}

// exceeds reports whether samples is more than the share tail of all samples.
func exceeds(samples *big.Int, universe, sample int64, tail *big.Rat) bool {
	all := new(big.Int).Binomial(universe, sample)
	return new(big.Int).Mul(samples, tail.Denom()).Cmp(all.Mul(all, tail.Num())) > 0
}

// TestLimitsByEnumeration holds both limits against their definitions for every universe up to 26, every sample, every
// number found and eight tails, among them many exact ties.
func TestLimitsByEnumeration(t *testing.T) {
	proof := prooftest.Count(t, "internal/dist")
	largest := int64(26)
	if testing.Short() {
		largest = 16
	}
	tails := []*big.Rat{big.NewRat(1, 10), big.NewRat(1, 20), big.NewRat(1, 40), big.NewRat(1, 200), big.NewRat(1, 5),
		big.NewRat(1, 3), big.NewRat(1, 2), big.NewRat(19, 20)}
	cases := 0
	for universe := int64(1); universe <= largest; universe++ {
		for sample := int64(1); sample <= universe; sample++ {
			proof.Population()
			for found := int64(0); found <= sample; found++ {
				for _, tail := range tails {
					up, err := HypergeometricUpper(universe, sample, found, tail)
					if want := enumerateUpper(universe, sample, found, tail); err != nil || up != want {
						t.Errorf("upper(%d, %d, %d, %v) = %d, %v, want %d", universe, sample, found, tail, up, err, want)
					}
					low, err := HypergeometricLower(universe, sample, found, tail)
					if want := enumerateLower(universe, sample, found, tail); err != nil || low != want {
						t.Errorf("lower(%d, %d, %d, %v) = %d, %v, want %d", universe, sample, found, tail, low, err, want)
					}
					cases++
					proof.Sample()
				}
			}
		}
	}
	t.Logf("%d pairs of limits", cases)
}

// TestComparisonByEnumeration compares every P(X <= x) of every universe up to 24 with tails around it and with itself:
// the tie is seen, and so is a difference of 1e-40.
func TestComparisonByEnumeration(t *testing.T) {
	largest := int64(24)
	if testing.Short() {
		largest = 12
	}
	tiny := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(40), nil))
	for universe := int64(1); universe <= largest; universe++ {
		for sample := int64(1); sample <= universe; sample++ {
			for marked := int64(0); marked <= universe; marked++ {
				h := Hypergeometric{universe, marked, sample}
				for x := int64(-1); x <= sample; x++ {
					p, err := h.CDF(x)
					if err != nil {
						t.Fatal(err)
					}
					if p.Sign() == 0 || p.Cmp(oneRat) == 0 {
						for tail, want := range map[*big.Rat]int{minTail: p.Cmp(minTail), maxTail: p.Cmp(maxTail)} {
							if got, err := h.Compare(x, tail); err != nil || got != want {
								t.Errorf("%v.Compare(%d, %v) = %d, %v", h, x, tail, got, err)
							}
						}
						continue
					}
					for want := -1; want <= 1; want++ {
						tail := new(big.Rat).Mul(tiny, big.NewRat(int64(-want), 1))
						tail.Add(tail, p)
						if got, err := h.Compare(x, tail); err != nil || got != want {
							t.Errorf("%v.Compare(%d, %v) = %d, %v, want %d", h, x, tail, got, err, want)
						}
					}
				}
			}
		}
	}
}

// TestLimitsOfLargeUniverses checks the definition around the limits of large cases in exact integers: the tail of the
// limit exceeds the given one and that of its neighbour does not. P(X <= x | K) falls with K, so this proves the limit.
func TestLimitsOfLargeUniverses(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	count := 150
	if testing.Short() {
		count = 20
	}
	for i := range count {
		universe := 1 + random.Int63n([]int64{1e3, 1e5, 1e7, MaxUniverse}[i%4])
		sample := 1 + random.Int63n(min(universe, []int64{30, 400, 2000}[i%3]))
		if universe < 2000 && i%2 == 1 {
			sample = universe - random.Int63n(universe/2+1)
		}
		found := random.Int63n(sample + 1)
		tail := big.NewRat(1+random.Int63n(400), 1000)
		up, err := HypergeometricUpper(universe, sample, found, tail)
		if err != nil {
			t.Fatal(err)
		}
		for k, want := range map[int64]bool{up: true, up + 1: false} {
			if k > universe {
				continue
			}
			below, all := Hypergeometric{universe, k, sample}.waysUpTo(found)
			got := new(big.Rat).SetFrac(below, all).Cmp(tail) > 0
			if got != want {
				t.Errorf("universe %d, sample %d, found %d, tail %v: P(X <= x | %d) > tail is %v", universe, sample, found,
					tail, k, got)
			}
		}
	}
}
