package design

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
)

// ErrDigits: sample sizes have so few factors in common that exact sums over them would have far too many digits.
var ErrDigits = errors.New("sizes without a common multiple of reasonable length")

// maxMultipleBits bounds the least common multiple of sizes: with some 75,000 digits a design takes less than a minute. That
// of all numbers from 1 to 50,000 has 72,000 bits.
const maxMultipleBits = 250_000

// CheckDigits bounds the digits of sums over samples of the given sizes: each mean has the size in its denominator, so that
// the sum has their least common multiple there. Thousands of sizes may be given; it stops where some one has made up
// thousands of large primes.
func CheckDigits(sizes []int64) error {
	list := make([]*big.Int, len(sizes))
	for i, n := range sizes {
		list[i] = big.NewInt(n)
	}
	return CheckMultiple(list)
}

// CheckMultiple is [CheckDigits] for sizes that values are divided by, such as amounts in cents, all above zero.
func CheckMultiple(sizes []*big.Int) error {
	slices.SortFunc(sizes, (*big.Int).Cmp)
	sizes = slices.CompactFunc(sizes, func(a, b *big.Int) bool { return a.Cmp(b) == 0 })
	if multiple(sizes) == nil {
		return fmt.Errorf("%w: %d of them, which has more than %d bits", ErrDigits, len(sizes), maxMultipleBits)
	}
	return nil
}

// multiple is the least common multiple of sizes, nil where it is too long.
func multiple(sizes []*big.Int) *big.Int {
	switch n := len(sizes); n {
	case 0:
		return big.NewInt(1)
	case 1:
		return new(big.Int).Set(sizes[0])
	default:
		a := multiple(sizes[:n/2])
		if a == nil {
			return nil
		}
		b := multiple(sizes[n/2:])
		if b == nil {
			return nil
		}
		a.Quo(a, new(big.Int).GCD(nil, nil, a, b))
		if a.Mul(a, b); a.BitLen() > maxMultipleBits {
			return nil
		}
		return a
	}
}
