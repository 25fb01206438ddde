package iromath

import (
	"bytes"
	"errors"
	"math/big"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

const (
	maxFrameText  = 256                     // bytes of an id or a payor
	maxFrameCents = 900_000_000_000_000_000 // $9,000,000,000,000,000
)

// Rules that a value can break.
const (
	ruleEmpty   = "is empty"
	ruleLong    = "has more than 256 bytes"
	ruleUTF8    = "is not UTF-8 text"
	ruleControl = "has a control character or an invisible one"
	ruleAmount  = "is not an amount in dollars (forms: 1234.50, 1,234.50, $1,234.50)"
	ruleCents   = "is not in whole cents"
	ruleDigits  = "has more than 40 digits before or behind the point"
	ruleLarge   = "is more than 9,000,000,000,000,000 dollars"
	ruleDate    = "is not a date (forms: 2009-04-12, 20090412, 4/12/2009 with the month first)"
)

// trimBlanks takes tabs and spaces of all kinds off both ends, but no line ends and no other control characters.
func trimBlanks(text []byte) []byte {
	if n := len(text); n == 0 || isPlain(text[0]) && isPlain(text[n-1]) {
		return text
	}
	return bytes.TrimFunc(text, isBlank)
}

func isPlain(c byte) bool { return c > ' ' && c < utf8.RuneSelf }

func isBlank(r rune) bool { return r == '\t' || unicode.Is(unicode.Zs, r) }

// textRule returns the rule that a trimmed id or payor breaks, or "".
func textRule(text []byte) string {
	if len(text) > maxFrameText {
		return ruleLong
	}
	for _, c := range text {
		if c < ' ' || c >= 0x7F {
			return unusualTextRule(text)
		}
	}
	return ""
}

// unusualTextRule is textRule for text that is not only printable ASCII. Format characters (zero-width spaces, changes
// of direction) are refused like control characters, because two ids could differ and look the same.
func unusualTextRule(text []byte) string {
	if !utf8.Valid(text) {
		return ruleUTF8
	}
	for _, r := range string(text) {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return ruleControl
		}
	}
	return ""
}

// idRule is textRule for an id, which may not be empty.
func idRule(id []byte) string {
	if len(id) == 0 {
		return ruleEmpty
	}
	return textRule(id)
}

// parseCents reads a trimmed amount in dollars and returns it in cents, or the rule that it breaks.
func parseCents(text []byte) (int64, string) {
	if cents, ok := plainCents(text); ok {
		return cents, ""
	}
	if len(text) == 0 {
		return 0, ruleEmpty
	}
	d, err := exact.ParseAmount(string(text))
	switch {
	case errors.Is(err, exact.ErrDigits):
		return 0, ruleDigits
	case err != nil:
		return 0, ruleAmount
	}
	return toCents(d)
}

// plainCents reads digits with no more than two decimals and no sign, the form that nearly every amount has.
func plainCents(text []byte) (int64, bool) {
	if len(text) > 16 {
		return 0, false
	}
	var v int64
	point := -1
	for i, c := range text {
		switch {
		case c-'0' <= 9:
			v = v*10 + int64(c-'0')
		case c == '.' && point < 0:
			point = i
		default:
			return 0, false
		}
	}
	if point < 0 {
		return v * 100, len(text) > 0 && len(text) <= 15
	}
	switch len(text) - point - 1 {
	case 0:
		return v * 100, len(text) > 1
	case 1:
		return v * 10, true
	case 2:
		return v, true
	}
	return 0, false
}

// toCents returns a number of dollars in cents, or the rule that it breaks.
func toCents(d decimal.Decimal) (int64, string) {
	if exact.Check(d) != nil {
		return 0, ruleDigits
	}
	d = exact.Canonical(d)
	if d.Exponent() < -2 {
		return 0, ruleCents
	}
	n := d.Coefficient()
	for range d.Exponent() + 2 {
		n.Mul(n, big.NewInt(10))
	}
	if n.CmpAbs(big.NewInt(maxFrameCents)) > 0 {
		return 0, ruleLarge
	}
	return n.Int64(), ""
}

// parseDay reads a trimmed date and returns it as the number 20090412, or the rule that it breaks.
func parseDay(text []byte) (int32, string) {
	var year, month, day int32
	ok := false
	switch {
	case len(text) == 0:
		return 0, ruleEmpty
	case len(text) == 8 && bytes.IndexByte(text, '/') < 0:
		year, month, day, ok = digits3(text[:4], text[4:6], text[6:])
	case len(text) == 10 && text[4] == '-' && text[7] == '-':
		year, month, day, ok = digits3(text[:4], text[5:7], text[8:])
	default:
		if a, b := bytes.IndexByte(text, '/'), bytes.LastIndexByte(text, '/'); a > 0 && a <= 2 && b-a > 1 && b-a <= 3 &&
			len(text)-b == 5 {
			month, day, year, ok = digits3(text[:a], text[a+1:b], text[b+1:])
		}
	}
	if ok && (year == 0 || month == 0 || month > 12 || day == 0 || day > 28) { // every month has 28 days
		_, err := reportable.NewDate(int(year), time.Month(month), int(day))
		ok = err == nil
	}
	if !ok {
		return 0, ruleDate
	}
	return year*10000 + month*100 + day, ""
}

// digits3 reads three numbers of one to four digits.
func digits3(a, b, c []byte) (x, y, z int32, ok bool) {
	n := [3]int32{}
	for i, text := range [...][]byte{a, b, c} {
		for _, d := range text {
			if d-'0' > 9 {
				return 0, 0, 0, false
			}
			n[i] = n[i]*10 + int32(d-'0')
		}
	}
	return n[0], n[1], n[2], true
}

// dayOf returns a date in the form of parseDay.
func dayOf(d reportable.Date) int32 { return int32(d.Year()*10000 + int(d.Month())*100 + d.Day()) }

// show is a text from a file as it may stand in a message: short and valid UTF-8.
func show(text []byte) string {
	return finding.Clip(strings.ToValidUTF8(string(text[:min(len(text), 300)]), "\uFFFD"))
}
