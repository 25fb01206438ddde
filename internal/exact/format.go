package exact

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Commas writes d like [Fixed] and with thousands commas, as RAT-STATS' screens do: "1,234.50", "0.32".
func Commas(d decimal.Decimal, places int) string {
	if !expandable(d) {
		return scientific(d)
	}
	sign, whole, frac := split(d, places)
	whole = group(whole)
	if places == 0 {
		return sign + whole
	}
	return sign + whole + "." + frac
}

// Print writes d like [Commas] but without the zero before the point, as RAT-STATS' text and printer output does:
// ".32", "-.07". (variable-appraisals manual pages: Companion Manual 3-4, 3-101.)
func Print(d decimal.Decimal, places int) string {
	s := Commas(d, places)
	if places == 0 {
		return s
	}
	if strings.HasPrefix(s, "0.") {
		return s[1:]
	}
	if strings.HasPrefix(s, "-0.") {
		return "-" + s[2:]
	}
	return s
}

// Percent writes d, which is already in percent, with two places in RAT-STATS' text form: "12.52%", ".50%".
func Percent(d decimal.Decimal) string { return Print(d, 2) + "%" }

// InPercent returns a fraction in percent: 0.9 is 90. The decimal library's Shift panics where the exponent has no room.
func InPercent(fraction decimal.Decimal) decimal.Decimal { return fraction.Mul(decimal.New(100, 0)) }

// Places are the digits of d behind its point, 0 where [String] writes an exponent.
func Places(d decimal.Decimal) int {
	if !expandable(d) {
		return 0
	}
	return max(0, int(-d.Exponent()))
}

// CommasInt writes n with thousands commas.
func CommasInt(n int64) string { return Commas(decimal.NewFromInt(n), 0) }

// group puts a comma between groups of three digits.
func group(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	var b strings.Builder
	head := len(digits) % 3
	b.WriteString(digits[:head])
	for i := head; i < len(digits); i += 3 {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(digits[i : i+3])
	}
	return b.String()
}
