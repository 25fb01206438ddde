package sampling

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// RandomnessNote is what stands beside the figures of a [RandomnessResult].
const RandomnessNote = "These figures are diagnostics and no proof: any one sample that was " +
	"drawn well fails a test at 5 % one time in twenty, and at least one of three tests about one time in seven. " +
	"Whether a sample was drawn as it is documented is shown by drawing it again."

// RandomnessTests look at the numbers of a sample for signs that they were not drawn at random: runs above and below the
// median, shares of equal parts of the frame, and pairs of numbers drawn one after the other. The order counts: give
// the numbers in their order of selection, not sorted.
//
// Statistics are exact and stated with 20 significant digits. P-values come from floating point with a relative error
// below 1e-12 and are stated with 6 significant digits, and as 0 below 1e-30.
//
// Sources: Wald and Wolfowitz, Annals of Mathematical Statistics 11 (1940), 147-162 (runs); Knuth, The Art of Computer
// Programming, vol. 2, sec. 3.3.1 (chi-square) and 3.3.2 (serial test).
type RandomnessTests struct {
	// Numbers are the numbers in the order of selection.
	Numbers []int64 `json:"numbers"`
	// Low and High are the numbers of the first and the last unit of the frame.
	Low  int64 `json:"low"`
	High int64 `json:"high"`
	// Classes is the number of equal parts of the frame for the chi-square test. If 0 it is as large as leaves 5 expected
	// numbers for each, and at most 10; otherwise it is from 2 to 1000.
	Classes int64 `json:"classes,omitempty"`
}

// maxClasses is the largest number of classes of a chi-square test.
const maxClasses = 1000

// RandomnessResult is what the tests say, together with the numbers it came from. A test that the numbers are too few for is
// nil.
type RandomnessResult struct {
	// RandomnessTests are the inputs.
	RandomnessTests
	// Runs needs 10 numbers above the median and 10 below.
	Runs *RunsTest `json:"runs,omitempty"`
	// ChiSquare needs 10 numbers, and 5 for each class.
	ChiSquare *ChiSquareTest `json:"chiSquare,omitempty"`
	// Serial needs 40 numbers: 20 pairs, 5 for each of 4 cells.
	Serial *ChiSquareTest `json:"serial,omitempty"`
	// Note is [RandomnessNote].
	Note string `json:"note"`
}

// RunsTest is the test of runs above and below the median of the sample. Numbers equal to the median are left out. With
// a numbers above and b below it, m = 2ab/(a+b) + 1 runs are expected, with the variance (m-1)(m-2)/(a+b-1), and
//
//	z = (runs - m) / sqrt(variance)
//
// is taken as normal, without a correction for continuity.
type RunsTest struct {
	// Median of the numbers, halfway between the middle two of an even count.
	Median decimal.Decimal `json:"median"`
	// Above and Below count the numbers above and below the median, a and b.
	Above int64 `json:"above"`
	Below int64 `json:"below"`
	// Runs counts the runs of numbers on one side of the median, in the order of selection.
	Runs int64 `json:"runs"`
	// Expected is m, Variance that of the number of runs.
	Expected decimal.Decimal `json:"expected"`
	Variance decimal.Decimal `json:"variance"`
	// Z is negative where there are too few runs: numbers rise or fall for long.
	Z decimal.Decimal `json:"z"`
	// P is two-sided.
	P decimal.Decimal `json:"p"`
}

// MarshalJSON writes decimals as strings.
func (r RunsTest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// ChiSquareTest compares counts with what is expected: the sum of (observed-expected)^2/expected.
//
// Over classes of the frame: class j of k holds the numbers from Low+floor(j*N/k) to Low+floor((j+1)*N/k)-1 and is
// expected to have its share of the sample. As numbers are drawn without replacement, counts vary less than the
// chi-square distribution has it where the sample is a large part of the frame, and p is too large then.
//
// Over pairs (serial test): the first and the second number, the third and the fourth, and so on, are put into the
// cells of d*d pairs of classes, d as large as leaves 5 expected pairs for each cell, and at most 10; row by row.
// Pairs are expected by their probability without replacement.
type ChiSquareTest struct {
	// Classes is k, or d for pairs.
	Classes int64 `json:"classes"`
	// Counts are the numbers in each class, or the pairs in each cell.
	Counts   []int64           `json:"counts"`
	Expected []decimal.Decimal `json:"expected"`
	// Statistic is chi-square, Degrees one less than the number of counts.
	Statistic decimal.Decimal `json:"statistic"`
	Degrees   int64           `json:"degrees"`
	// P is the probability of at least this statistic.
	P decimal.Decimal `json:"p"`
}

// MarshalJSON writes decimals as strings.
func (c ChiSquareTest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// Run works the tests out. The errors wrap [ErrFrame], [ErrSize] for no numbers, more than [MaxUnits] or a wrong number
// of classes, and [ErrSelection] for a number that is outside the frame or stands twice.
func (d RandomnessTests) Run() (RandomnessResult, error) {
	if err := (SingleStage{Low: d.Low, High: d.High}).checkFrame(); err != nil {
		return RandomnessResult{}, err
	}
	if err := d.check(); err != nil {
		return RandomnessResult{}, err
	}
	frame, n := d.High-d.Low+1, int64(len(d.Numbers))
	d.Numbers = append([]int64(nil), d.Numbers...)
	r := RandomnessResult{RandomnessTests: d, Runs: diagnoseRuns(d.Numbers), Note: RandomnessNote}
	k := d.Classes
	if k == 0 {
		k = min(10, n/5, frame)
	}
	if k >= 2 {
		counts, expected := make([]int64, k), make([]*big.Rat, k)
		for _, v := range d.Numbers {
			counts[diagnoseClass(v-d.Low, k, frame)]++
		}
		for j := range k {
			expected[j] = big.NewRat(diagnoseWidth(j, k, frame), frame)
			expected[j].Mul(expected[j], exact.Int(n))
		}
		r.ChiSquare = newChiSquare(k, counts, expected)
	}
	cells := int64(2)
	for cells < 10 && 5*(cells+1)*(cells+1) <= n/2 {
		cells++
	}
	if n/2 >= 5*cells*cells && frame >= 2*cells {
		r.Serial = diagnosePairs(d, cells, frame)
	}
	return r, nil
}

// check refuses numbers that cannot be those of a sample.
func (d RandomnessTests) check() error {
	n := int64(len(d.Numbers))
	switch {
	case n == 0:
		return fmt.Errorf("%w 0: there are no numbers", ErrSize)
	case n > MaxUnits:
		return fmt.Errorf("%w: %d numbers exceed the %d units of one draw", ErrSize, n, MaxUnits)
	case d.Classes < 0 || d.Classes == 1 || d.Classes > maxClasses:
		return fmt.Errorf("%w: %d classes are not from 2 to %d", ErrSize, d.Classes, maxClasses)
	case d.Classes > n/5:
		return fmt.Errorf("%w: %d classes leave fewer than 5 of %d numbers for each", ErrSize, d.Classes, n)
	}
	seen := make(map[int64]bool, n)
	for i, v := range d.Numbers {
		switch {
		case v < d.Low || v > d.High:
			return fmt.Errorf("%w: number %d, %d, is outside the frame", ErrSelection, i+1, v)
		case seen[v]:
			return fmt.Errorf("%w: number %d, %d, stands twice", ErrSelection, i+1, v)
		}
		seen[v] = true
	}
	return nil
}
