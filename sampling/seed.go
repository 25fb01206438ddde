package sampling

import (
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// seedDigits bounds the digits before the point: with the two behind it they are the 15 digits that a double keeps, so
// that every program reads the same double from the text.
const seedDigits = 13

// parseSeed reads the seed number of RAT-STATS as it is printed or typed: "1357.00", "48863.78", "12345", "12,345". It
// refuses signs, exponents, more than two decimals and what is not below 10^13.
func parseSeed(s string) (decimal.Decimal, error) {
	refuse := func(rule string) (decimal.Decimal, error) {
		return decimal.Decimal{}, refuseSeed(s, rule)
	}
	switch {
	case s == "":
		return refuse("is missing: a draw without a seed cannot be repeated")
	case s[0] == '-':
		return refuse("is negative")
	case s[0] != '.' && (s[0] < '0' || s[0] > '9'):
		return refuse("is not a number such as 48863.78")
	}
	d, err := exact.ParseAmount(s)
	switch {
	case err != nil:
		return refuse("is not a number such as 48863.78")
	case d.Exponent() < -2:
		return refuse("has more than two decimals")
	case len(printSeed(d)) > seedDigits+len(".00"):
		return refuse("is not below 10,000,000,000,000")
	}
	return d, nil
}

// seedDouble is the double nearest to a seed number.
func seedDouble(d decimal.Decimal) float64 {
	f, _ := strconv.ParseFloat(printSeed(d), 64) // a number of at most 15 digits
	return f
}

// printSeed writes a seed number as RAT-STATS prints it: two decimals, no commas.
func printSeed(d decimal.Decimal) string { return exact.Fixed(d, 2) }
