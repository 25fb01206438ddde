package design_test

import (
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
)

// TestCheckDigits: all sizes up to 50,000 may stand together, and thousands of equal ones; thousands of large primes may not.
func TestCheckDigits(t *testing.T) {
	var all, primes []int64
	for n := int64(1); n <= 50_000; n++ {
		all = append(all, n)
	}
	for n := int64(1 << 40); len(primes) < 9_000; n++ {
		if big.NewInt(n).ProbablyPrime(1) {
			primes = append(primes, n)
		}
	}
	for name, c := range map[string]struct {
		sizes []int64
		fails bool
	}{"none": {nil, false}, "all": {all, false}, "a few primes": {primes[:100], false}, "primes": {primes, true}} {
		if err := design.CheckDigits(c.sizes); errors.Is(err, design.ErrDigits) != c.fails {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTimeIsBounded: 2,000 strata and units with sizes that are different primes. Added up one after the other, or with the
// ratio taken to each of them, they would take minutes to hours.
func TestTimeIsBounded(t *testing.T) {
	const count = 2_000
	var sizes []*big.Rat
	var parts []design.Part
	var strata []design.PairStratum
	for n := int64(1_000_003); len(parts) < count; n += 2 {
		if !big.NewInt(n).ProbablyPrime(0) {
			continue
		}
		p, err := design.Simple(2*n, design.Binary(n, n/3), false)
		if err != nil {
			t.Fatal(err)
		}
		parts, sizes = append(parts, p), append(sizes, exact.Int(2*n))
		strata = append(strata, design.PairStratum{Universe: 2 * n, Pairs: design.Pairs{Count: n, Y: big.NewRat(n/3, n),
			X: big.NewRat(n+1, n), YY: big.NewRat(1, n-1), YX: big.NewRat(1, n), XX: big.NewRat(2, n-1)}})
	}
	for name, f := range map[string]func() error{
		"sum": func() error { design.Sum(parts); return nil },
		"ratio": func() error {
			all, err := design.Expand(3*count, parts, false)
			if err == nil {
				_, err = design.Ratio(all.Total, exact.Int(1_000_000), func(r *big.Rat) (design.Stage, error) {
					return design.Expand(3*count, design.Residuals(parts, sizes, r), false)
				})
			}
			return err
		},
		"combined ratio": func() error {
			b, err := design.CombinedRatio(strata)
			if err == nil {
				_, _, err = design.Adjust(strata, b, exact.Int(7), false)
			}
			return err
		},
		"combined slope": func() error {
			b, _, err := design.CombinedSlope(strata, false)
			if err == nil {
				_, _, err = design.Adjust(strata, b, exact.Int(7), false)
			}
			return err
		},
	} {
		start := time.Now()
		if err := f(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 2*time.Minute { // seconds, on any machine
			t.Errorf("%s took %v", name, took)
		} else {
			t.Logf("%s: %v", name, took)
		}
	}
}
