// Package exact is the arithmetic under every figure of this module: sums of powers of decimals that are exact in any
// order, rational means and variances, and one rounding at the end.
//
// # The rule of digits
//
// Arithmetic is exact (integers and rationals) until a result is stated. A result is rounded once, half away from zero,
// to [Digits] significant digits, and stands in one canonical form: no trailing zeros behind the decimal point, no
// positive exponent. A square root of a rational, and a rational plus or minus such a root, are rounded as if they had
// been computed with infinitely many digits. So a result never depends on the order of the data, on the machine or on
// the width of a float.
//
// # Decimals from outside
//
// A decimal.Decimal may carry an exponent of two thousand million; writing it out would take the memory of the machine.
// [Check] refuses what has more than [MaxDigits] digits before or behind the point, and every function here that expands
// a decimal is to be given checked ones only. The package-level settings of the decimal library are never consulted.
package exact
