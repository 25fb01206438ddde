package sampling

import (
	"math/big"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// diagnoseRuns returns the runs test of different numbers, nil if there are fewer than 10 on either side of the median.
func diagnoseRuns(numbers []int64) *RunsTest {
	sorted := slices.Sorted(slices.Values(numbers))
	n := len(sorted)
	twice := sorted[(n-1)/2] + sorted[n/2] // twice the median; numbers are below 2^53
	t := RunsTest{Median: exact.Round(big.NewRat(twice, 2))}
	last := 0
	for _, v := range numbers {
		side := 0
		switch {
		case 2*v > twice:
			t.Above++
			side = 1
		case 2*v < twice:
			t.Below++
			side = -1
		default:
			continue
		}
		if side != last {
			t.Runs++
		}
		last = side
	}
	if t.Above < 10 || t.Below < 10 {
		return nil
	}
	total := t.Above + t.Below
	excess := big.NewRat(2*t.Above*t.Below, total) // m-1
	mean := new(big.Rat).Add(excess, exact.Int(1))
	variance := new(big.Rat).Sub(excess, exact.Int(1))
	variance.Mul(variance, excess).Quo(variance, exact.Int(total-1))
	difference := new(big.Rat).Sub(exact.Int(t.Runs), mean)
	square := new(big.Rat).Mul(difference, difference)
	square.Quo(square, variance)
	t.Expected, t.Variance = exact.Round(mean), exact.Round(variance)
	t.Z = exact.Sqrt(square)
	if difference.Sign() < 0 {
		t.Z = t.Z.Neg()
	}
	z, _ := exact.Rat(t.Z).Float64()
	t.P = diagnoseProbability(normalTwoSided(z))
	return &t
}

// diagnosePairs returns the serial test of d.Numbers in cells*cells cells.
func diagnosePairs(d RandomnessTests, cells, frame int64) *ChiSquareTest {
	counts, expected := make([]int64, cells*cells), make([]*big.Rat, cells*cells)
	pairs := int64(len(d.Numbers) / 2)
	for i := range pairs {
		first := diagnoseClass(d.Numbers[2*i]-d.Low, cells, frame)
		counts[first*cells+diagnoseClass(d.Numbers[2*i+1]-d.Low, cells, frame)]++
	}
	for i := range cells {
		for j := range cells {
			left := diagnoseWidth(j, cells, frame)
			if i == j {
				left-- // the first number of the pair is gone
			}
			p := big.NewRat(diagnoseWidth(i, cells, frame), frame)
			p.Mul(p, big.NewRat(left, frame-1))
			expected[i*cells+j] = p.Mul(p, exact.Int(pairs))
		}
	}
	return newChiSquare(cells, counts, expected)
}

// diagnoseStart is floor(j*frame/k), the first offset of class j.
func diagnoseStart(j, k, frame int64) int64 {
	high, low := bits.Mul64(uint64(j), uint64(frame))
	q, _ := bits.Div64(high, low, uint64(k)) // j <= k, so that the quotient is at most frame
	return int64(q)
}

// diagnoseWidth is the number of units in class j.
func diagnoseWidth(j, k, frame int64) int64 {
	return diagnoseStart(j+1, k, frame) - diagnoseStart(j, k, frame)
}

// diagnoseClass is the class of an offset v: the largest j with floor(j*frame/k) <= v, which is
// ceil((v+1)*k/frame) - 1.
func diagnoseClass(v, k, frame int64) int64 {
	high, low := bits.Mul64(uint64(v+1), uint64(k))
	q, rest := bits.Div64(high, low, uint64(frame)) // v < frame, so that the quotient is at most k
	if rest == 0 {
		q--
	}
	return int64(q)
}

// newChiSquare adds up the statistic of counts whose expectations are positive.
func newChiSquare(classes int64, counts []int64, expected []*big.Rat) *ChiSquareTest {
	t := ChiSquareTest{Classes: classes, Counts: counts, Expected: make([]decimal.Decimal, len(counts)),
		Degrees: int64(len(counts)) - 1}
	sum, part := new(big.Rat), new(big.Rat)
	for i, e := range expected {
		t.Expected[i] = exact.Round(e)
		part.Sub(exact.Int(counts[i]), e)
		part.Mul(part, part)
		sum.Add(sum, part.Quo(part, e))
	}
	t.Statistic = exact.Round(sum)
	x, _ := sum.Float64()
	t.P = diagnoseProbability(chiSquareTail(t.Degrees, x))
	return &t
}
