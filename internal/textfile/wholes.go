package textfile

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// Wholes returns the numbers of units as whole numbers from 0 to most, one list a unit. names says what the numbers of
// a unit are, in their order. Every wrong number is reported, in one finding.RowErrors.
func Wholes(units []Unit, most int64, names func(u Unit) []string) ([][]int64, error) {
	var wrong finding.RowErrors
	all := make([][]int64, len(units))
	for i, u := range units {
		all[i] = make([]int64, len(u.Numbers))
		for k, d := range u.Numbers {
			n, ok := Whole(d, most)
			if !ok {
				wrong = append(wrong, finding.RowError{Line: u.Line, Column: names(u)[k], Value: finding.Clip(exact.String(d)),
					Rule: fmt.Sprintf("not a whole number from 0 to %d", most)})
			}
			all[i][k] = n
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return all, nil
}

// Whole returns a checked decimal as a whole number from 0 to most, and whether it is one.
func Whole(d decimal.Decimal, most int64) (int64, bool) {
	d = exact.Canonical(d)
	if d.Exponent() < 0 || d.Sign() < 0 || d.NumDigits() > 18 {
		return 0, false
	}
	n := d.Coefficient().Int64()
	return n, n <= most
}

// Description is the name of a unit without the integers that may stand before it in the unit files of variable
// appraisals: a line counter, the numbers of the unit and of those it belongs to (User's Guide 4-58, 4-59). A name that
// itself begins with an integer loses it: the format does not tell them apart.
func Description(name string) string {
	for {
		first, rest, _ := strings.Cut(name, " ")
		if i := strings.IndexByte(first, '\t'); i >= 0 {
			first, rest = name[:i], name[i+1:]
		}
		if first == "" || strings.Trim(first, "0123456789") != "" {
			return name
		}
		name = strings.TrimLeft(rest, " \t")
	}
}
