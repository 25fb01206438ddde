package sampling

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/iromath/iromath/internal/finding"
)

// wholeSeedDigits bounds the digits of a whole seed; it is the longest integer that Python reads by default.
const wholeSeedDigits = 4300

func refuseSeed(s, rule string) error {
	return finding.At("seed", fmt.Errorf("%w %q %s", ErrSeed, finding.Clip(s), rule))
}

// parseWholeSeed reads the seed of R, Python and NumPy: a whole number such as "42", "-7", "12,345". Commas have to
// stand between groups of three digits. It refuses a decimal point, exponents, a plus sign and more than 4300 digits.
func parseWholeSeed(s string) (*big.Int, error) {
	if s == "" {
		return nil, refuseSeed(s, "is missing: a draw without a seed cannot be repeated")
	}
	if len(s) > 2*wholeSeedDigits {
		return nil, refuseSeed(s, "has more than 4300 digits")
	}
	whole := strings.TrimPrefix(s, "-")
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		last := len(groups) - 1
		if g == "" || strings.Trim(g, "0123456789") != "" || last > 0 && (len(g) > 3 || i > 0 && len(g) < 3) {
			return nil, refuseSeed(s, "is not a whole number such as 12345")
		}
	}
	digits := strings.Join(groups, "")
	if len(digits) > wholeSeedDigits {
		return nil, refuseSeed(s, "has more than 4300 digits")
	}
	number, _ := new(big.Int).SetString(digits, 10)
	if len(whole) < len(s) {
		number.Neg(number)
	}
	return number, nil
}

// seedWords returns the 32-bit words of a seed without its sign, least first, and one word at least.
func seedWords(seed *big.Int) []uint32 {
	raw := seed.Bytes() // of the absolute value, most significant first
	words := make([]uint32, max(1, (len(raw)+3)/4))
	for i := range raw {
		words[i/4] |= uint32(raw[len(raw)-1-i]) << (i % 4 * 8)
	}
	return words
}

// SeedFromDigits makes a seed out of a text of digits that nobody chose: the throws of dice ("3 1 6 6 2"), the numbers
// of a lottery draw ("05-11-23-42 / 7"). The digits 0 to 9 of the text, in their order, are read as one number; blanks
// and punctuation between them are left out, anything else is refused. The number is then brought into the range of
// the method: modulo 10,000,000,000,000 (its last 13 digits) for [RATSTATS], modulo 2147483647 for [R] and
// [RRounding]; [Python] and [NumPy] take all of it, up to 4300 digits.
//
// [Tickets] need no such number: their seed is the text itself, blanks and all.
//
// Agree on the source, its date and the method before the digits are known, and document the text. Ten throws of a die
// are the least that is worth it: they have 60 million outcomes. What RAT-STATS makes of a seed is in the package
// documentation. The errors wrap [ErrMethod] or [ErrSeed].
func SeedFromDigits(m Method, text string) (string, error) {
	m, err := m.resolve()
	if err != nil {
		return "", err
	}
	var digits strings.Builder
	for _, c := range text {
		switch {
		case c >= '0' && c <= '9':
			digits.WriteRune(c)
		case !strings.ContainsRune(" \t\r\n,.;:-/|+()", c):
			return "", refuseSeed(text, fmt.Sprintf("has %q between its digits", c))
		}
	}
	if digits.Len() == 0 {
		return "", refuseSeed(text, "has no digits")
	}
	if digits.Len() > wholeSeedDigits {
		return "", refuseSeed(text, "has more than 4300 digits")
	}
	number, _ := new(big.Int).SetString(digits.String(), 10)
	switch m {
	case RATSTATS:
		number.Mod(number, big.NewInt(10_000_000_000_000))
	case R, RRounding:
		number.Mod(number, big.NewInt(math.MaxInt32))
	}
	return number.String(), nil
}
