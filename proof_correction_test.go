package iromath

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"testing"

	"github.com/iromath/iromath/internal/prooftest"
)

// permutations calls f with every order of the numbers 1 to n: the draws of a generator that makes every order equally
// likely.
func permutations(n int, f func(order []int64)) {
	order := make([]int64, n)
	for i := range order {
		order[i] = int64(i) + 1
	}
	var swap func(int)
	swap = func(k int) {
		if k == n {
			f(order)
			return
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			swap(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	swap(0)
}

// set names a set of numbers.
func set(numbers []int64) string {
	numbers = slices.Clone(numbers)
	slices.Sort(numbers)
	return fmt.Sprint(numbers)
}

func pick(order []int64, at []int) (numbers []int64) {
	for _, i := range at {
		numbers = append(numbers, order[i])
	}
	return numbers
}

// equally checks that of all k-subsets of a set each was counted equally often, and none else.
func equally(t *testing.T, what string, counts map[string]int, subsets int64) {
	t.Helper()
	values := slices.Sorted(maps.Values(counts))
	if int64(len(counts)) != subsets || values[0] != values[len(values)-1] {
		t.Errorf("%s: %d different samples of %d, counted %d to %d times", what, len(counts), subsets, values[0], values[len(values)-1])
	}
}

func choose(n, k int) int64 { return new(big.Int).Binomial(int64(n), int64(k)).Int64() }

// TestProofCorrectedSample: over all orders of selection of a frame of six, for every set of claims that leave and every
// sample size, each sample of the corrected frame is equally likely, whether the claims leave with one correction or with
// several; and that stays so among the draws in which the kind was noticed because one of them was drawn, and for a sample
// that is drawn on from a corrected one.
func TestProofCorrectedSample(t *testing.T) {
	proof := prooftest.Count(t, ".")
	const frame = 6
	for bits := range 1<<frame - 1 {
		left := map[int64]int{}
		for n := range int64(frame) {
			if bits>>n&1 == 1 {
				left[n+1] = len(left)%2 + 1 // two corrections, by turns
			}
		}
		belongs := func(number int64) bool { return left[number] == 0 }
		rest := frame - len(left)
		for n := 1; n <= frame; n++ {
			size := min(n, rest)
			proof.Population()
			all, noticed, on := map[string]int{}, map[string]int{}, map[string]int{}
			permutations(frame, func(order []int64) {
				sample := pick(order, firstBelonging(order, int64(n), belongs))
				all[set(sample)]++
				proof.Sample()
				if slices.ContainsFunc(order[:n], func(number int64) bool { return !belongs(number) }) {
					noticed[set(sample)]++
				}
				more := pick(order, firstBelonging(order, int64(n)+1, belongs))
				on[set(sample)+set(more[len(sample):])]++
			})
			what := fmt.Sprintf("%v leave, sample of %d", left, n)
			equally(t, what, all, choose(rest, size))
			if len(left) > 0 {
				equally(t, what+", where one was drawn", noticed, choose(rest, size))
			}
			if rest > size {
				equally(t, what+", drawn on by one", on, choose(rest, size)*int64(rest-size))
			}
		}
	}
}

// TestProofReplacements: the sample that the replacements give is the first n of the order that still belong, for every
// order of a frame of five, every sample size and every way in which claims leave with two corrections or stay. Whoever
// stepped in comes after everybody who was drawn, in the order of selection.
func TestProofReplacements(t *testing.T) {
	const frame = 5
	for code := range 243 { // three ways for each of five claims
		left := map[int64]int{}
		for n, c := int64(1), code; n <= frame; n, c = n+1, c/3 {
			if c%3 > 0 {
				left[n] = c % 3
			}
		}
		for n := int64(1); n <= frame; n++ {
			permutations(frame, func(order []int64) {
				in := map[int64]bool{}
				for _, number := range order[:n] {
					in[number] = true
				}
				highest := n
				for _, r := range replacements(order, n, left, 2) {
					if left[r.Left.Number] != r.Correction || order[r.Left.Order-1] != r.Left.Number {
						t.Fatalf("%v %v: %+v", order, left, r)
					}
					delete(in, r.Left.Number)
					if r.In == nil {
						continue
					}
					if r.In.Order <= highest || order[r.In.Order-1] != r.In.Number || left[r.In.Number] != 0 && left[r.In.Number] <= r.Correction {
						t.Fatalf("%v %v, sample of %d: %+v stepped in", order, left, n, r.In)
					}
					highest = r.In.Order
				}
				for _, r := range replacements(order, n, left, 2) {
					if r.In != nil && left[r.In.Number] == 0 {
						in[r.In.Number] = true
					}
				}
				want := pick(order, firstBelonging(order, n, func(number int64) bool { return left[number] == 0 }))
				if set(slices.Collect(maps.Keys(in))) != set(want) {
					t.Fatalf("order %v, left %v: sample %v, want %v", order, left, in, want)
				}
			})
		}
	}
}

// TestProofEstimates: over all orders of a frame of six claims with overpayments of 0, 10, 10, 25, 40 and 100 of which any two
// never belonged, the mean of the estimates from corrected samples is the true overpayment of the corrected frame. Where the
// spare stands in for a claim without documentation instead, the mean falls short of the truth by just those claims' share:
// that is why no spare may.
func TestProofEstimates(t *testing.T) {
	const frame, n = 6, 3
	overpaid := []int64{0, 10, 10, 25, 40, 100}
	mean := func(universe int64, belongs func(int64) bool) *big.Rat {
		sum, orders := int64(0), int64(0)
		permutations(frame, func(order []int64) {
			for _, number := range pick(order, firstBelonging(order, n, belongs)) {
				sum += overpaid[number-1]
			}
			orders++
		})
		return big.NewRat(universe*sum, n*orders)
	}
	for a := int64(1); a <= frame; a++ {
		for b := a + 1; b <= frame; b++ {
			belongs := func(number int64) bool { return number != a && number != b }
			truth := int64(0)
			for i, o := range overpaid {
				if belongs(int64(i) + 1) {
					truth += o
				}
			}
			if got := mean(frame-2, belongs); got.Cmp(big.NewRat(truth, 1)) != 0 {
				t.Errorf("without %d and %d: the mean of the estimates is %s, the truth %d", a, b, got, truth)
			}
		}
	}
	const lost = 6 // the claim of 100 has no documentation; it belongs, and all of it is overpaid
	got := mean(frame, func(number int64) bool { return number != lost })
	if want := big.NewRat(frame*85, 5); got.Cmp(want) != 0 || got.Cmp(big.NewRat(185, 1)) >= 0 {
		t.Errorf("spares for missing documentation: the mean of the estimates is %s, want %s, below the truth of 185", got, want)
	}
}
