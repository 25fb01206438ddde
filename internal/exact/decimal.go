package exact

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"
)

// MaxDigits bounds the digits of a decimal before and behind the point.
const MaxDigits = 40

// ErrDigits is returned for a decimal with more than [MaxDigits] digits before or behind the point.
var ErrDigits = errors.New("number has too many digits")

// ErrNumber is returned for a text that is not a number.
var ErrNumber = errors.New("not a number")

// Check reports whether d is within the bounds of [MaxDigits]. It never expands the exponent.
func Check(d decimal.Decimal) error {
	digits, exp := d.NumDigits(), int64(d.Exponent())
	if exp >= -MaxDigits && exp <= MaxDigits && int64(digits)+exp <= MaxDigits {
		return nil
	}
	text := scientific(d)
	if digits > MaxDigits {
		text = fmt.Sprintf("a number of %d digits", digits)
	}
	return fmt.Errorf("%s: %w (at most %d before and %d behind the point)", text, ErrDigits, MaxDigits, MaxDigits)
}

// expandable reports whether writing d out in plain digits is harmless.
func expandable(d decimal.Decimal) bool {
	const most = 10 * MaxDigits
	return d.Exponent() >= -most && d.Exponent() <= most
}

// scientific writes d without expanding its exponent.
func scientific(d decimal.Decimal) string { return fmt.Sprintf("%sE%d", d.Coefficient(), d.Exponent()) }

// Rat returns a checked decimal as a rational.
func Rat(d decimal.Decimal) *big.Rat {
	coef, exp := d.Coefficient(), int(d.Exponent())
	switch {
	case coef.Sign() == 0:
		return new(big.Rat)
	case exp >= 0:
		return new(big.Rat).SetInt(coef.Mul(coef, pow10(exp)))
	default:
		return new(big.Rat).SetFrac(coef, pow10(-exp))
	}
}

// Int returns n as a rational.
func Int(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

// Decimal returns the rational r, which has to be a finite decimal, in canonical form.
// It reports false if r needs infinitely many digits.
func Decimal(r *big.Rat) (decimal.Decimal, bool) {
	places, ok := 0, false
	if places, ok = r.FloatPrec(); !ok {
		return decimal.Decimal{}, false
	}
	return RoundPlaces(r, places), true
}

// Canonical returns a checked decimal in canonical form: no trailing zeros behind the point, no positive exponent.
// Decimals of equal value have the same canonical form.
func Canonical(d decimal.Decimal) decimal.Decimal {
	return canonical(d.Coefficient(), int(d.Exponent()))
}

// String writes d in canonical form ("1234.5", "-0.07", "0"), or as coefficient and exponent ("1E500") where that would
// take hundreds of zeros. Nothing is lost, and nothing depends on the settings of the decimal library.
func String(d decimal.Decimal) string {
	if !expandable(d) {
		return scientific(d)
	}
	d = Canonical(d)
	return Fixed(d, int(-d.Exponent()))
}

// Fixed writes d with the given number of places, rounded half away from zero: "1234.50". Like [String] it writes what would
// take hundreds of zeros as coefficient and exponent.
func Fixed(d decimal.Decimal, places int) string {
	if !expandable(d) {
		return scientific(d)
	}
	sign, whole, frac := split(d, places)
	if places == 0 {
		return sign + whole
	}
	return sign + whole + "." + frac
}

// split rounds d to places, half away from zero, and returns its sign ("-" or ""), whole digits and decimals.
// What rounds to zero has no sign.
func split(d decimal.Decimal, places int) (sign, whole, frac string) {
	coef, exp := d.Coefficient(), int(d.Exponent())
	negative := coef.Sign() < 0
	coef.Abs(coef)
	if shift := exp + places; shift >= 0 {
		coef.Mul(coef, pow10(shift))
	} else {
		coef = halfUp(coef, one, shift)
	}
	if negative && coef.Sign() != 0 {
		sign = "-"
	}
	s := coef.String()
	if len(s) <= places {
		s = strings.Repeat("0", places+1-len(s)) + s
	}
	return sign, s[:len(s)-places], s[len(s)-places:]
}

// Parse reads a plain number: an optional sign, digits with an optional decimal point, no exponent, no blanks. Commas and
// a dollar sign are no part of a plain number: see [ParseAmount].
func Parse(s string) (decimal.Decimal, error) {
	digits := s
	if digits != "" && (digits[0] == '-' || digits[0] == '+') {
		digits = digits[1:]
	}
	places, point, count := 0, false, 0
	for i := 0; i < len(digits); i++ {
		switch c := digits[i]; {
		case c >= '0' && c <= '9':
			count++
			if point {
				places++
			}
		case c == '.' && !point:
			point = true
		default:
			return decimal.Decimal{}, fmt.Errorf("%s: %w", quote(s), ErrNumber)
		}
	}
	if count == 0 {
		return decimal.Decimal{}, fmt.Errorf("%s: %w", quote(s), ErrNumber)
	}
	if count-places > MaxDigits || places > MaxDigits {
		return decimal.Decimal{}, fmt.Errorf("%s: %w", quote(s), ErrDigits)
	}
	if count <= 18 { // nearly all: half the memory, which counts where millions are kept
		var n int64
		for i := 0; i < len(digits); i++ {
			if digits[i] != '.' {
				n = n*10 + int64(digits[i]-'0')
			}
		}
		if s[0] == '-' {
			n = -n
		}
		return decimal.New(n, int32(-places)), nil
	}
	coef, _ := new(big.Int).SetString(strings.Replace(digits, ".", "", 1), 10)
	if s[0] == '-' {
		coef.Neg(coef)
	}
	return decimal.NewFromBigInt(coef, int32(-places)), nil
}

// ParseAmount reads a number as people and programs print it: "1,234.50", "$1,234.50", "-$7", "-1,000". Commas have to
// stand between groups of three digits, so that the "1.234,56" of other countries is refused and not misread.
func ParseAmount(s string) (decimal.Decimal, error) {
	rest, sign := s, ""
	if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "+") {
		sign, rest = rest[:1], rest[1:]
	}
	rest = strings.TrimPrefix(rest, "$")
	if sign == "" && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "+")) {
		sign, rest = rest[:1], rest[1:]
	}
	if whole, frac, _ := strings.Cut(rest, "."); strings.Contains(whole, ",") {
		groups := strings.Split(whole, ",")
		for i, g := range groups {
			if i > 0 && len(g) != 3 || i == 0 && (len(g) == 0 || len(g) > 3) {
				return decimal.Decimal{}, fmt.Errorf("%s: %w (commas go between groups of three digits)", quote(s), ErrNumber)
			}
		}
		rest = strings.Join(groups, "")
		if strings.Contains(s, ".") {
			rest += "." + frac
		}
	}
	if rest == "" || rest[0] == '-' || rest[0] == '+' {
		return decimal.Decimal{}, fmt.Errorf("%s: %w", quote(s), ErrNumber)
	}
	d, err := Parse(sign + rest)
	if err != nil && errors.Is(err, ErrNumber) {
		return decimal.Decimal{}, fmt.Errorf("%s: %w", quote(s), ErrNumber)
	}
	return d, err
}

// quote shows at most 60 bytes of a text in an error.
func quote(s string) string {
	if len(s) > 60 {
		s = s[:60] + "…"
	}
	return fmt.Sprintf("%q", s)
}
