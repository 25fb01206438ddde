package dist

import (
	"encoding/csv"
	"errors"
	"math/big"
	"os"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// TestBinomialR compares with Clopper-Pearson limits written by R with 17 digits (testdata/clopper_pearson_R.csv: qbeta
// of the two beta distributions). The tolerance is R's.
func TestBinomialR(t *testing.T) {
	f, err := os.Open("testdata/clopper_pearson_R.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 276 {
		t.Fatalf("%d rows, want a heading and 275", len(rows))
	}
	tolerance, worst := rat("1e-13"), new(big.Rat)
	for _, row := range rows[1:] {
		a, _ := strconv.ParseInt(row[1], 10, 64)
		b, _ := strconv.ParseInt(row[2], 10, 64)
		p := rat(row[3])
		var got = exact.Rat(mustLimit(t)(BinomialUpper(a+b-1, a-1, new(big.Rat).Sub(oneRat, p))))
		if row[0] == "beta_lower_CP" {
			got = exact.Rat(mustLimit(t)(BinomialLower(a+b-1, a, p)))
		}
		want := rat(row[4])
		diff := new(big.Rat).Sub(got, want)
		diff.Abs(diff.Quo(diff, want))
		if diff.Cmp(tolerance) > 0 {
			t.Errorf("%v: %s differs by %s", row, got.FloatString(20), diff.FloatString(18))
		}
		if diff.Cmp(worst) > 0 {
			worst = diff
		}
	}
	t.Logf("R's largest relative difference: %s", worst.FloatString(18))
}

func mustLimit(t *testing.T) func(d decimal.Decimal, err error) decimal.Decimal {
	return func(d decimal.Decimal, err error) decimal.Decimal {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
}

// TestBinomialMiddle: limits that are exactly halfway between two decimals of 20 digits, and their neighbours.
func TestBinomialMiddle(t *testing.T) {
	p := rat("0.100000000000000000005")
	q := new(big.Rat).Sub(oneRat, p)
	square := new(big.Rat).Mul(q, q)
	tiny := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(60), nil))
	for _, c := range []struct {
		trials int64
		tail   *big.Rat
		want   string
	}{
		{1, q, "0.10000000000000000001"},
		{1, new(big.Rat).Add(q, tiny), "0.1"},
		{1, new(big.Rat).Sub(q, tiny), "0.10000000000000000001"},
		{2, square, "0.10000000000000000001"},
		{2, new(big.Rat).Add(square, tiny), "0.1"},
		{2, new(big.Rat).Sub(square, tiny), "0.10000000000000000001"},
	} {
		if got := mustLimit(t)(BinomialUpper(c.trials, 0, c.tail)); got.String() != c.want {
			t.Errorf("%d trials, tail %v: %s, want %s", c.trials, c.tail, got, c.want)
		}
	}
	// (1/2)^10 of none, and P(X <= 1) = 1/2 of three, are symmetric or powers.
	if got := mustLimit(t)(BinomialUpper(10, 0, big.NewRat(1, 1024))); got.String() != "0.5" {
		t.Error(got)
	}
	if got := mustLimit(t)(BinomialUpper(3, 1, halfRat)); got.String() != "0.5" {
		t.Error(got)
	}
}

func TestBinomialEnds(t *testing.T) {
	if got := mustLimit(t)(BinomialUpper(7, 7, big.NewRat(1, 20))); got.String() != "1" {
		t.Error(got)
	}
	if got := mustLimit(t)(BinomialLower(7, 0, big.NewRat(1, 20))); got.String() != "0" {
		t.Error(got)
	}
	for _, c := range []struct {
		trials, found int64
		tail          *big.Rat
		want          error
	}{
		{0, 0, halfRat, ErrSample},
		{MaxTrials + 1, 0, halfRat, ErrSample},
		{5, -1, halfRat, ErrFound},
		{5, 6, halfRat, ErrFound},
		{5, 2, oneRat, ErrTail},
		{5, 2, nil, ErrTail},
	} {
		if _, err := BinomialUpper(c.trials, c.found, c.tail); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
		if _, err := BinomialLower(c.trials, c.found, c.tail); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestBinomialExact proves limits in exact rationals: P(X <= x) is at least the tail half a unit of the last digit below
// the limit, and less than that half a unit above, for all x of some n and tails from the smallest to the largest.
func TestBinomialExact(t *testing.T) {
	trials := []int64{1, 2, 3, 5, 8, 13, 40}
	if testing.Short() {
		trials = trials[:5]
	}
	for _, n := range trials {
		for x := int64(0); x < n; x++ {
			for _, tail := range []*big.Rat{minTail, rat("1e-9"), rat("0.025"), rat("0.1"), rat("0.5"), rat("0.9"), maxTail} {
				got := mustLimit(t)(BinomialUpper(n, x, tail))
				checkRoot(t, n, x, tail, got)
				checkRoot(t, n, x, new(big.Rat).Sub(oneRat, tail), mustLimit(t)(BinomialLower(n, x+1, tail)))
			}
		}
	}
}

func checkRoot(t *testing.T, n, x int64, tail *big.Rat, p decimal.Decimal) {
	t.Helper()
	digits := len(p.Coefficient().String())
	unit := exact.Rat(decimal.New(5, p.Exponent()-1-int32(exact.Digits-digits)))
	low, high := new(big.Rat).Sub(exact.Rat(p), unit), new(big.Rat).Add(exact.Rat(p), unit)
	if binomialCDF(n, x, low).Cmp(tail) < 0 || high.Cmp(oneRat) < 0 && binomialCDF(n, x, high).Cmp(tail) >= 0 {
		t.Errorf("n = %d, x = %d, tail %s: the limit is not %s", n, x, show(tail), p)
	}
}
