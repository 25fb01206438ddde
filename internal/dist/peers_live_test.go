//go:build peers

package dist

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/peerstest"
)

// logarithmic returns a whole number from low to high, as often small as large.
func logarithmic(r *rand.Rand, low, high int64) int64 {
	x := math.Log(float64(low)) + r.Float64()*(math.Log(float64(high)+1)-math.Log(float64(low)))
	return min(high, max(low, int64(math.Exp(x))))
}

// TestLiveQuantiles compares with qt and qnorm of R, asked for the upper tail, where a double has more digits. The tolerance is
// R's: 1e-12 of the percentile.
func TestLiveQuantiles(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var lines []string
	var got []decimal.Decimal
	for i := range 10 * cases {
		level := exact.Rat(peerstest.Level(random, 0.3))
		tail := new(big.Rat).Sub(exact.Int(1), level)
		tail.Quo(tail, exact.Int(2))
		p := new(big.Rat).Sub(exact.Int(1), tail)
		df := decimal.NewFromInt(logarithmic(random, 1, 1_000_000_000))
		if random.IntN(3) == 0 { // those of Satterthwaite
			df = decimal.New(logarithmic(random, 1000, 100_000_000), -3)
		}
		line, q, err := fmt.Sprintf("qt(%s, %s, lower.tail = FALSE)", tail.FloatString(8), df), decimal.Decimal{}, error(nil)
		if i%10 == 0 {
			line = fmt.Sprintf("qnorm(%s, lower.tail = FALSE)", tail.FloatString(8))
			q, err = Normal(p)
		} else {
			q, err = StudentT(p, exact.Rat(df))
		}
		if err != nil {
			t.Fatal(err)
		}
		lines, got = append(lines, line), append(got, q)
	}
	for i, answer := range peerstest.R(t).Ask(t, lines) {
		peerstest.Near(t, lines[i], got[i], answer[0], 0, 1e-12)
	}
}

// TestLiveDigits has Python prove all twenty digits, in 80 digits: the probability lies between those half a unit of the last
// digit below and above the percentile. Student's t with whole degrees of freedom is a finite sum of elementary functions, the
// normal distribution a series.
func TestLiveDigits(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	lines := make([]string, 2*cases)
	for i := range lines {
		level := peerstest.Level(random, 0.3)
		p := exact.Rat(level)
		p.Add(p, exact.Int(1)).Quo(p, exact.Int(2))
		q, err := decimal.Decimal{}, error(nil)
		df := logarithmic(random, 1, 2000)
		if i%5 == 0 {
			df = 0
			q, err = Normal(p)
		} else {
			q, err = StudentT(p, exact.Int(df))
		}
		if err != nil {
			t.Fatal(err)
		}
		lines[i] = fmt.Sprintf("percentile(%q, %q, %d)", q, level, df)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		if answer[0] != "right" {
			t.Errorf("%s: %v", lines[i], answer)
		}
	}
}

// drawn returns a universe, a sample and what was found in it.
func drawn(r *rand.Rand, most int64) (universe, sample, found int64) {
	universe = logarithmic(r, 1, most)
	sample = logarithmic(r, 1, min(universe, 100_000))
	found = logarithmic(r, 1, sample+1) - 1
	if r.IntN(4) == 0 {
		found = sample - found
	}
	return universe, sample, found
}

// tailOf returns a probability of a few digits.
func tailOf(r *rand.Rand) *big.Rat {
	tail := exact.Rat(peerstest.Level(r, 0.1))
	return tail.Sub(exact.Int(1), tail).Quo(tail, exact.Int(int64(1+r.IntN(2))))
}

// TestLiveLimits compares limits of counts with integers of Python. Every third tail is one that some probability meets exactly.
func TestLiveLimits(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	lines, got := make([]string, 2*cases), make([]string, 2*cases)
	for i := range lines {
		universe, sample, found := drawn(random, 1500)
		tail := tailOf(random)
		if i%3 == 0 {
			h := Hypergeometric{Universe: universe, Marked: random.Int64N(universe + 1), Sample: sample}
			if p, err := h.CDF(found); err == nil && checkTail(p) == nil {
				tail = p
			}
		}
		lower, err := HypergeometricLower(universe, sample, found, tail)
		if err != nil {
			t.Fatal(err)
		}
		upper, err := HypergeometricUpper(universe, sample, found, tail)
		if err != nil {
			t.Fatal(err)
		}
		lines[i] = fmt.Sprintf("limits(%d, %d, %d, %q)", universe, sample, found, tail)
		got[i] = fmt.Sprint(lower, " ", upper)
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		if want := answer[0] + " " + answer[1]; got[i] != want {
			t.Errorf("%s: %s, want %s", lines[i], got[i], want)
		}
	}
}

// TestLiveProbabilities compares probabilities of counts, and Fisher's test, with fractions of Python: equal.
func TestLiveProbabilities(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var lines, got []string
	for range 2 * cases {
		universe, sample, found := drawn(random, 800)
		h := Hypergeometric{Universe: universe, Marked: random.Int64N(universe + 1), Sample: sample}
		pmf, err := h.PMF(found)
		if err != nil {
			t.Fatal(err)
		}
		cdf, err := h.CDF(found)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("probabilities(%d, %d, %d, %d)", universe, h.Marked, sample, found))
		got = append(got, fmt.Sprint(pmf.RatString(), " ", cdf.RatString()))

		a, b, c, d := logarithmic(random, 1, 60)-1, logarithmic(random, 1, 60)-1, logarithmic(random, 1, 60)-1, logarithmic(random, 1, 60)-1
		if random.IntN(3) == 0 {
			d, c = a, b // tables as probable as others
		}
		if a+b+c+d == 0 {
			a = 1
		}
		f, err := Fisher(a, b, c, d)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("fisher(%d, %d, %d, %d)", a, b, c, d))
		got = append(got, fmt.Sprint(f.Less.RatString(), " ", f.Greater.RatString(), " ", f.TwoSided.RatString()))
	}
	for i, answer := range peerstest.Python(t).Ask(t, lines, "testdata/live") {
		want := answer[0]
		for _, a := range answer[1:] {
			want += " " + a
		}
		if got[i] != want {
			t.Errorf("%s: %s, want %s", lines[i], got[i], want)
		}
	}
}

// TestLiveLargeLimits holds limits of universes up to RAT-STATS' largest against phyper of R: the probability at the limit is
// above the tail, that of one unit further is not. Where R's probability is within 1e-10 of the tail, which is more than what
// it is off by, R does not decide; the number of such cases is logged.
func TestLiveLargeLimits(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	lines, tails := make([]string, 2*cases), make([]float64, 2*cases)
	for i := range lines {
		universe, sample, found := drawn(random, MaxUniverse)
		tail := tailOf(random)
		lower, err := HypergeometricLower(universe, sample, found, tail)
		if err != nil {
			t.Fatal(err)
		}
		upper, err := HypergeometricUpper(universe, sample, found, tail)
		if err != nil {
			t.Fatal(err)
		}
		lines[i] = fmt.Sprintf("around(%d, %d, %d, %d, %d)", universe, sample, found, lower, upper)
		tails[i], _ = tail.Float64()
	}
	undecided := 0
	for i, answer := range peerstest.R(t).Ask(t, lines, "testdata/live") {
		for k, text := range answer {
			var p float64
			if _, err := fmt.Sscan(text, &p); err != nil {
				t.Fatal(err)
			}
			inside := k%2 == 0 // limit, one further, limit, one further
			switch {
			case math.Abs(p-tails[i]) <= 1e-10*tails[i]:
				undecided++
			case inside != (p > tails[i]):
				t.Errorf("%s: R has %v for a tail of %v", lines[i], answer, tails[i])
			}
		}
	}
	t.Logf("%d of %d probabilities undecided", undecided, 4*len(lines))
}

// TestLiveClopperPearson compares the limits of a share with binom.test of R, to 1e-12 of a limit, and has Python prove all twenty
// digits of them in integers.
func TestLiveClopperPearson(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var inR, inPython []string
	var limits []decimal.Decimal
	for range 2 * cases {
		trials := logarithmic(random, 1, 600)
		found := random.Int64N(trials + 1)
		level := peerstest.Level(random, 0.3)
		tail := exact.Rat(level)
		tail.Sub(exact.Int(1), tail).Quo(tail, exact.Int(2))
		lower, err := BinomialLower(trials, found, tail)
		if err != nil {
			t.Fatal(err)
		}
		upper, err := BinomialUpper(trials, found, tail)
		if err != nil {
			t.Fatal(err)
		}
		limits = append(limits, lower, upper)
		inR = append(inR, fmt.Sprintf("binom.test(%d, %d, conf.level = %s)$conf.int", found, trials, level))
		inPython = append(inPython, fmt.Sprintf("binomial(%d, %d, %q, %q, %q)", trials, found, tail, lower, upper))
	}
	t.Run("R", func(t *testing.T) {
		for i, answer := range peerstest.R(t).Ask(t, inR) {
			peerstest.Near(t, inR[i], limits[2*i], answer[0], 0, 1e-12)
			peerstest.Near(t, inR[i], limits[2*i+1], answer[1], 0, 1e-12)
		}
	})
	t.Run("Python", func(t *testing.T) {
		for i, answer := range peerstest.Python(t).Ask(t, inPython, "testdata/live") {
			if answer[0] != "right" {
				t.Errorf("%s: %v", inPython[i], answer)
			}
		}
	})
}

// TestLiveFisher compares with fisher.test of R, to 1e-12 of a probability.
func TestLiveFisher(t *testing.T) {
	random, cases := peerstest.Inputs(t)
	var lines []string
	var tests []FisherTest
	for range cases {
		counts := [4]int64{}
		for i := range counts {
			counts[i] = logarithmic(random, 1, 200) - 1
		}
		if counts[0]+counts[1] == 0 || counts[0]+counts[2] == 0 || counts[3]+counts[1] == 0 || counts[3]+counts[2] == 0 {
			counts[0], counts[3] = 1, 1
		}
		f, err := Fisher(counts[0], counts[1], counts[2], counts[3])
		if err != nil {
			t.Fatal(err)
		}
		tests = append(tests, f)
		lines = append(lines, fmt.Sprintf("fisher(%d, %d, %d, %d)", counts[0], counts[1], counts[2], counts[3]))
	}
	for i, answer := range peerstest.R(t).Ask(t, lines, "testdata/live") {
		for k, p := range []*big.Rat{tests[i].Less, tests[i].Greater, tests[i].TwoSided} {
			peerstest.Near(t, lines[i], exact.Round(p), answer[k], 0, 1e-12)
		}
	}
}
