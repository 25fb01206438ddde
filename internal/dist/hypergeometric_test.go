package dist

import (
	"encoding/csv"
	"errors"
	"math/big"
	"math/rand"
	"os"
	"strconv"
	"testing"
)

// TestHypergeometricPublished compares with testdata/hypergeom_exact_pmf_cdf.csv: 240 distributions whose probabilities
// were computed from exact rationals and rounded to float64. All digits agree.
func TestHypergeometricPublished(t *testing.T) {
	f, err := os.Open("testdata/hypergeom_exact_pmf_cdf.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 241 {
		t.Fatalf("%d rows, want a heading and 240", len(rows))
	}
	for _, row := range rows[1:] {
		var v [4]int64
		for i := range v {
			if v[i], err = strconv.ParseInt(row[i], 10, 64); err != nil {
				t.Fatal(err)
			}
		}
		h := Hypergeometric{Universe: v[0], Marked: v[1], Sample: v[2]}
		pmf, err := h.PMF(v[3])
		if err != nil {
			t.Fatal(err)
		}
		cdf, err := h.CDF(v[3])
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range []*big.Rat{pmf, cdf, new(big.Rat).Sub(oneRat, cdf)} {
			got, _ := p.Float64()
			if want, err := strconv.ParseFloat(row[4+i], 64); err != nil || got != want {
				t.Errorf("%v: %s is %v", row, rows[0][4+i], got)
			}
		}
	}
}

// TestLimitTies: tails that a probability meets exactly, where the strict inequality decides.
func TestLimitTies(t *testing.T) {
	for _, c := range []struct {
		universe, sample, found int64
		tail                    *big.Rat
		lower, upper            int64
	}{
		{100, 90, 0, big.NewRat(1, 10), 0, 0},
		{20, 1, 0, big.NewRat(1, 20), 0, 18},
		{2_000_000_000, 1, 0, big.NewRat(1, 10), 0, 1_799_999_999},
		{2_000_000_000, 1, 1, big.NewRat(1, 10), 200_000_001, 2_000_000_000},
		{2_000_000_000, 1_800_000_000, 0, big.NewRat(1, 10), 0, 0},
	} {
		lower, err := HypergeometricLower(c.universe, c.sample, c.found, c.tail)
		if err != nil {
			t.Fatal(err)
		}
		upper, err := HypergeometricUpper(c.universe, c.sample, c.found, c.tail)
		if err != nil || lower != c.lower || upper != c.upper {
			t.Errorf("%+v: limits %d and %d, %v", c, lower, upper, err)
		}
	}
}

// TestSymmetricTies: tails of exactly 1/2 that no arithmetic of such numbers could find.
func TestSymmetricTies(t *testing.T) {
	for _, h := range []Hypergeometric{
		{2_000_000_000, 1_000_000_000, 999_999_999},
		{2_000_000_000, 999_999_999, 1_000_000_000},
	} {
		if sign, err := h.Compare(499_999_999, halfRat); err != nil || sign != 0 {
			t.Errorf("%+v: %d, %v", h, sign, err)
		}
	}
	if k, err := HypergeometricUpper(2_000_000_000, 999_999_999, 499_999_999, halfRat); err != nil || k != 999_999_999 {
		t.Errorf("%d, %v", k, err)
	}
}

// TestLimitKnown: the case that the specification of the attribute appraisals names for its loss of digits in sums of
// logarithms of the gamma function, and the limits the RAT-STATS User's Guide prints on page 3-9.
func TestLimitKnown(t *testing.T) {
	for _, c := range []struct {
		universe, sample, found int64
		tail                    *big.Rat
		want                    int64
	}{
		{MaxUniverse, 100, 3, big.NewRat(1, 10), 140_844_327},
		{10_000, 400, 0, big.NewRat(1, 5), 39},
		{10_000, 400, 0, big.NewRat(1, 10), 56},
		{10_000, 400, 0, big.NewRat(1, 20), 73},
	} {
		if got, err := HypergeometricUpper(c.universe, c.sample, c.found, c.tail); err != nil || got != c.want {
			t.Errorf("%+v: %d, %v", c, got, err)
		}
	}
}

// TestCompareStages: what the stages with rounding decide they decide as the integers do, and they leave alone what
// is a tie.
func TestCompareStages(t *testing.T) {
	random := rand.New(rand.NewSource(2))
	decided, count := [2]int{}, 2000
	if testing.Short() {
		count = 150
	}
	for range count {
		universe := 2 + random.Int63n(400)
		h := Hypergeometric{universe, 1 + random.Int63n(universe-1), 1 + random.Int63n(universe-1)}
		x := h.low()
		if h.high() == x {
			continue
		}
		x += random.Int63n(h.high() - x)
		p, err := h.CDF(x)
		if err != nil {
			t.Fatal(err)
		}
		if checkTail(p) != nil {
			continue
		}
		o := newOdds(p)
		if fast, _ := h.compareFast(x, o); fast != 0 || h.compareWide(x, o) != 0 || h.compareExact(x, o) != 0 {
			t.Errorf("%+v, %d: the tie is %d, %d, %d", h, x, fast, h.compareWide(x, o), h.compareExact(x, o))
		}
		for _, exponent := range []int64{8, 12, 14, 16, 18, 30, 80, 90, 100, 120} {
			tail := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(exponent), nil))
			tail.Sub(oneRat, tail)
			tail.Mul(tail, p)
			if checkTail(tail) != nil {
				continue
			}
			o := newOdds(tail)
			fast, _ := h.compareFast(x, o)
			wide := h.compareWide(x, o)
			if fast < 0 || wide < 0 || h.compareExact(x, o) != 1 {
				t.Errorf("%+v, %d, 1e-%d: %d, %d, %d", h, x, exponent, fast, wide, h.compareExact(x, o))
			}
			if exponent == 12 {
				decided[0] += fast
			}
			if exponent == 80 {
				decided[1] += wide
			}
		}
	}
	if 2*decided[0] < count || 2*decided[1] < count {
		t.Errorf("decided %v", decided)
	}
}

func TestHypergeometricErrors(t *testing.T) {
	half := big.NewRat(1, 2)
	for _, c := range []struct {
		universe, sample, found int64
		tail                    *big.Rat
		want                    error
	}{
		{0, 1, 0, half, ErrUniverse},
		{MaxUniverse + 1, 1, 0, half, ErrUniverse},
		{10, 0, 0, half, ErrSample},
		{10, 11, 0, half, ErrSample},
		{10, 5, -1, half, ErrFound},
		{10, 5, 6, half, ErrFound},
		{10, 5, 1, nil, ErrTail},
		{10, 5, 1, new(big.Rat), ErrTail},
		{10, 5, 1, oneRat, ErrTail},
		{10, 5, 1, big.NewRat(-1, 2), ErrTail},
	} {
		if _, err := HypergeometricUpper(c.universe, c.sample, c.found, c.tail); !errors.Is(err, c.want) {
			t.Errorf("upper %+v: %v", c, err)
		}
		if _, err := HypergeometricLower(c.universe, c.sample, c.found, c.tail); !errors.Is(err, c.want) {
			t.Errorf("lower %+v: %v", c, err)
		}
	}
	for _, marked := range []int64{-1, 11} {
		h := Hypergeometric{Universe: 10, Marked: marked, Sample: 5}
		if _, err := h.PMF(0); !errors.Is(err, ErrMarked) {
			t.Error(err)
		}
		if _, err := h.CDF(0); !errors.Is(err, ErrMarked) {
			t.Error(err)
		}
		if _, err := h.Compare(0, half); !errors.Is(err, ErrMarked) {
			t.Error(err)
		}
	}
	if _, err := (Hypergeometric{10, 3, 5}).Compare(0, oneRat); !errors.Is(err, ErrTail) {
		t.Error(err)
	}
	if p, err := (Hypergeometric{10, 3, 5}).PMF(4); err != nil || p.Sign() != 0 {
		t.Error(p, err)
	}
}
