// Package finding holds what a calculation says beside its figures: warnings, and the rows of a file that are wrong.
// The packages that return them re-export the types as aliases.
package finding

import (
	"fmt"
	"strconv"
	"strings"
)

// Warning is a finding that is not an error: the figures stand, but the reader has to know this.
type Warning struct {
	// Code is a short name that does not change, for programs: "precision_missed".
	Code string `json:"code"`
	// Message is one sentence for people.
	Message string `json:"message"`
}

// Warn makes a Warning with a formatted sentence.
func Warn(code, format string, args ...any) Warning {
	return Warning{Code: code, Message: fmt.Sprintf(format, args...)}
}

// RowError is one row of a file that cannot be used, by its line number (from 1, the header line included).
type RowError struct {
	Line   int64  `json:"line"`
	Column string `json:"column,omitempty"`
	Value  string `json:"value,omitempty"`
	Rule   string `json:"rule"`
}

// Error says the line, the column, the value and the rule that it breaks.
func (e RowError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "line %d", e.Line)
	if e.Column != "" {
		fmt.Fprintf(&b, ", %s", e.Column)
	}
	if e.Value != "" {
		fmt.Fprintf(&b, " %q", e.Value)
	}
	return b.String() + ": " + e.Rule
}

// MaxRowErrors bounds the wrong rows of one file that are listed.
const MaxRowErrors = 10_000

// RowErrors are all the wrong rows of one file. A reader stops after [MaxRowErrors]; then the last entry says so.
type RowErrors []RowError

// Full returns nil where the row of a line may be read, and the error to stop with where the rows before it that are wrong
// are too many.
func (e RowErrors) Full(line int64) error {
	if len(e) < MaxRowErrors {
		return nil
	}
	return append(e, RowError{Line: line, Rule: fmt.Sprintf("not read, nor what follows: %d rows before are wrong", len(e))})
}

// Error lists the rows, at most a thousand, and says how many there are.
func (e RowErrors) Error() string {
	return Join("wrong row", "wrong rows", len(e), func(i int) string { return e[i].Error() })
}

// Join lists up to a thousand of n things behind their count: "3 wrong rows: a; b; c".
func Join(singular, plural string, n int, item func(int) string) string {
	const most = 1000
	parts := make([]string, 0, most)
	for i := range min(n, most) {
		parts = append(parts, item(i))
	}
	s := Count(int64(n), singular, plural) + ": " + strings.Join(parts, "; ")
	if n > most {
		s += fmt.Sprintf("; and %d more", n-most)
	}
	return s
}

// Count is a number with what it counts: "1 claim", "3 claims".
func Count(n int64, singular, plural string) string {
	if n == 1 {
		return "1 " + singular
	}
	return strconv.FormatInt(n, 10) + " " + plural
}

// Inside is an error of a package in the message of another error of the same package, which has its name in front already:
// "sampling: selection cannot be drawn from its inputs: seed ...".
func Inside(pkg string, err error) error { return inside{pkg + ": ", err} }

type inside struct {
	prefix string
	err    error
}

func (i inside) Error() string { return strings.TrimPrefix(i.err.Error(), i.prefix) }
func (i inside) Unwrap() error { return i.err }

// Length returns an error that wraps err if a list has not as many entries as it needs.
func Length(err error, list string, have, need int) error {
	if have == need {
		return nil
	}
	return fmt.Errorf("%w: %s: %d, not %d", err, list, have, need)
}

// Clip shortens a text from outside for an error message.
func Clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
