package iromath

import (
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/reportable"
)

// kind says how a figure is printed.
type kind int

const (
	plainFigure   kind = iota // a count, an amount in dollars, a number
	rateFigure                // a fraction; with a percent sign a hundred times that
	percentFigure             // a number of percent, with or without a percent sign
	dateFigure
	wordFigure // a word that has to be the same
	listFigure // numbers or ids, in any order
)

// printed is a figure that was read.
type printed struct {
	text    string
	kind    kind
	value   decimal.Decimal // of the units that the computed value has, for rates too
	date    reportable.Date
	places  int // behind the point, of the value
	percent bool
}

// errPrinted is why a figure cannot be read.
var errPrinted = errors.New("is not a figure such as 1,635, $3,872.54, 13.17% or .32")

// maxPrinted bounds the bytes of a printed figure.
const maxPrinted = 100

// readPrinted reads a figure.
func readPrinted(p Printed, k kind) (printed, error) {
	f := printed{text: string(p), kind: k}
	text := strings.TrimSpace(f.text)
	if len(text) > maxPrinted {
		return f, errPrinted
	}
	switch k {
	case wordFigure, listFigure:
		return f, nil
	case dateFigure:
		n, rule := parseDay([]byte(text))
		if rule != "" {
			return f, errors.New(ruleDate)
		}
		f.date = civil(int(n/10000), int(n/100%100), int(n%100))
		return f, nil
	}
	text, f.percent = strings.CutSuffix(text, "%")
	text = strings.TrimSpace(text)
	if f.percent && k == plainFigure {
		return f, errors.New("has a percent sign and is no percentage")
	}
	if inner, ok := strings.CutPrefix(text, "("); ok {
		if inner, ok = strings.CutSuffix(inner, ")"); !ok || strings.ContainsAny(inner, "+-") {
			return f, errPrinted
		}
		text = "-" + inner
	}
	d, err := exact.ParseAmount(text)
	if err != nil {
		return f, errPrinted
	}
	f.value, f.places = d, int(max(0, -d.Exponent()))
	if f.percent && k == rateFigure {
		f.value, f.places = d.Shift(-2), f.places+2
	}
	return f, nil
}

// civil returns a date that is known to be one.
func civil(year, month, d int) reportable.Date {
	date, _ := reportable.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, d))
	return date
}

// value is a computed figure: a number with 20 significant digits, a date or a text. Where a report may rightly print one of
// several, or, the others stand beside it.
type value struct {
	number decimal.Decimal
	date   reportable.Date
	text   string
	is     kind
	or     []value
	// truncate prints it in another way: cut off.
	truncate bool
}

func number(d decimal.Decimal) value         { return value{number: d} }
func count(n int64) value                    { return number(decimal.NewFromInt(n)) }
func textValue(s string) value               { return value{text: s, is: wordFigure} }
func dateValue(d reportable.Date) value      { return value{date: d, is: dateFigure} }
func (v value) orAlso(others ...value) value { v.or = append(v.or, others...); return v }
func (v value) sameAs(o value) bool {
	return v.is == o.is && v.text == o.text && v.date == o.date && v.number.Equal(o.number)
}

// rounding says how a printed figure comes from a value.
type rounding int

const (
	notIt     rounding = iota
	asPrinted          // half away from zero
	tieToEven          // the value is a tie, and half to even gives the figure
	tieDown            // the value is a tie, and the figure is neither of these but the value rounded toward zero
	tooLong            // the figure has more digits than the value
)

// holds says whether a figure is what a value prints as.
func (p printed) holds(v value) rounding {
	how := p.holdsOne(v)
	for _, o := range v.or {
		if how == notIt {
			how = p.holdsOne(o)
		}
	}
	return how
}

func (p printed) holdsOne(v value) rounding {
	same := false
	switch p.kind {
	case listFigure:
		same = p.text == v.text
	case wordFigure:
		same = strings.EqualFold(strings.TrimSpace(p.text), v.text)
	case dateFigure:
		same = p.date == v.date
	default:
		if v.truncate {
			same = v.number.Truncate(int32(p.places)).Equal(p.value)
			break
		}
		r := exact.Rat(v.number)
		switch nearest := exact.RoundPlaces(r, p.places); {
		case nearest.Equal(p.value):
			if p.longerThan(v) {
				return tooLong
			}
			return asPrinted
		case toEven(r, p.places).Equal(p.value):
			return tieToEven
		case isTie(r, nearest, p.places) && v.number.Truncate(int32(p.places)).Equal(p.value):
			return tieDown
		}
		if p.longerThan(v) && exact.RoundTo(exact.Rat(p.value), exact.Digits).Equal(v.number) {
			return tooLong
		}
		return notIt
	}
	if same {
		return asPrinted
	}
	return notIt
}

// longerThan reports whether a figure has more places than a value that was rounded.
func (p printed) longerThan(v value) bool {
	return v.number.NumDigits() >= exact.Digits && p.places > int(-v.number.Exponent())
}

// isTie reports whether a value lies midway between two figures, one of which is the nearest.
func isTie(r *big.Rat, nearest decimal.Decimal, places int) bool {
	half := new(big.Rat).Sub(exact.Rat(nearest), r)
	return half.Abs(half).Cmp(exact.Rat(decimal.New(5, int32(-places-1)))) == 0
}

// toEven rounds to places, a tie to the even digit.
func toEven(r *big.Rat, places int) decimal.Decimal {
	away := exact.RoundPlaces(r, places)
	unit := exact.Rat(decimal.New(1, int32(-places)))
	if units := new(big.Rat).Quo(exact.Rat(away), unit); !isTie(r, away, places) || units.Num().Bit(0) == 0 {
		return away
	}
	if away.IsNegative() {
		unit.Neg(unit)
	}
	return exact.RoundPlaces(unit.Sub(exact.Rat(away), unit), places)
}

// like writes a value in the form of a figure.
func (p printed) like(v value) string {
	switch p.kind {
	case wordFigure, listFigure:
		return v.text
	case dateFigure:
		return v.date.String()
	}
	return p.form(v.number)
}

// form writes a number as the figure is written: its places, dollar sign, commas and percent sign.
func (p printed) form(d decimal.Decimal) string {
	places := p.places
	if p.percent && p.kind == rateFigure {
		d, places = d.Shift(2), places-2
	}
	text := exact.Commas(d, places)
	if !strings.Contains(p.text, ",") && p.value.Abs().Cmp(decimal.NewFromInt(1000)) >= 0 {
		text = exact.Fixed(d, places)
	}
	if strings.Contains(p.text, "$") {
		sign := ""
		if rest, negative := strings.CutPrefix(text, "-"); negative {
			sign, text = "-", rest
		}
		text = sign + "$" + text
	}
	if p.percent {
		text += "%"
	}
	return text
}

// less is the figure less the value, in the places of the figure; of dates, the days between.
func (p printed) less(v value) string {
	switch p.kind {
	case wordFigure, listFigure:
		return ""
	case dateFigure:
		if v.date.IsZero() {
			return ""
		}
		return fmt.Sprintf("%+d days", v.date.DaysUntil(p.date))
	}
	d := p.value.Sub(exact.RoundPlaces(exact.Rat(v.number), p.places))
	text := p.form(d)
	if d.IsPositive() {
		text = "+" + text
	}
	return text
}

// all writes a value with every digit.
func (v value) all() string {
	switch v.is {
	case wordFigure, listFigure, dateFigure:
		return ""
	}
	return exact.String(v.number)
}
