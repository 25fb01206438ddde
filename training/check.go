package training

import (
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// What a caller may branch on. Those about a programme come inside [ProgramErrors], which also wrap [ErrProgram].
var (
	// ErrProgram: a programme, or a part of one, contradicts itself or lacks what it cannot do without.
	ErrProgram = errors.New("training: the programme cannot be right")
	// ErrMissing: something that has to be there is not.
	ErrMissing = errors.New("is missing")
	// ErrWord: a role, kind, trigger or other word is none of those known.
	ErrWord = errors.New("is not a known word")
	// ErrDate: a date or time is missing, impossible, or before what it follows on.
	ErrDate = errors.New("date")
	// ErrReference: a person, module, incident, competency or policy is named that is not there.
	ErrReference = errors.New("is not in the programme")
	// ErrRepeated: something is there twice.
	ErrRepeated = errors.New("is there twice")
	// ErrScore: a score is not from 0 to 100.
	ErrScore = errors.New("score is not from 0 to 100")
	// ErrCount: a count is negative, too large, or of more errors than items.
	ErrCount = errors.New("count")
	// ErrAmount: an amount of money is not in whole cents, negative or out of range.
	ErrAmount = errors.New("amount")
	// ErrName: a topic or ending is not fit for the name of a file.
	ErrName = errors.New("is not fit for a file name")
	// ErrText: a text is not UTF-8, has control characters or is too long.
	ErrText = errors.New("text")
	// ErrSelection: charts were checked that the documented draw did not select.
	ErrSelection = errors.New("selection")
)

// ProgramError is one thing that is wrong with a programme.
type ProgramError struct {
	// Field says where: "modules[2].attendance[0].post".
	Field string
	Err   error
}

// Error names the field and the rule.
func (e ProgramError) Error() string { return fmt.Sprintf("%s: %v", e.Field, e.Err) }

// Unwrap returns the rule.
func (e ProgramError) Unwrap() error { return e.Err }

// ProgramErrors are all things that are wrong, in the order of the fields.
type ProgramErrors []ProgramError

// Error lists them.
func (e ProgramErrors) Error() string {
	return ErrProgram.Error() + ": " + finding.Join("error", "errors", len(e), func(i int) string { return e[i].Error() })
}

// Unwrap returns [ErrProgram] and the single errors.
func (e ProgramErrors) Unwrap() []error {
	list := []error{ErrProgram}
	for _, err := range e {
		list = append(list, err)
	}
	return list
}

// Bounds that keep a programme readable.
const (
	maxID   = 100
	maxText = 20_000
	maxList = 10_000
)

// checker collects what is wrong.
type checker struct {
	wrong                                              ProgramErrors
	people, modules, incidents, competencies, policies map[string]bool // nil: references are not checked
}

func (c *checker) err() error {
	if len(c.wrong) == 0 {
		return nil
	}
	return c.wrong
}

func (c *checker) add(field string, err error) {
	c.wrong = append(c.wrong, ProgramError{Field: field, Err: err})
}

func (c *checker) addf(field, format string, args ...any) {
	c.add(field, fmt.Errorf(format, args...))
}

// text checks a text for people.
func (c *checker) text(field, s string, required bool) {
	switch {
	case strings.TrimSpace(s) == "" && required:
		c.add(field, ErrMissing)
	case len(s) > maxText:
		c.addf(field, "%w of %d bytes is longer than %d", ErrText, len(s), maxText)
	case !utf8.ValidString(s) || strings.ContainsFunc(s, isControl):
		c.addf(field, "%w is not UTF-8 or has control characters", ErrText)
	}
}

// isControl reports control characters, apart from those that a text of several lines has.
func isControl(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

// id checks a name that others refer to.
func (c *checker) id(field, s string) {
	switch {
	case s == "":
		c.add(field, ErrMissing)
	case len(s) > maxID || !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) || strings.TrimSpace(s) != s:
		c.addf(field, "%w %q: an id has at most %d bytes, no control characters and no blanks around it", ErrText,
			finding.Clip(s), maxID)
	}
}

// unique checks an id that has to be the only one of its kind.
func (c *checker) unique(seen map[string]bool, field, s string) {
	c.id(field, s)
	if s != "" && seen[s] {
		c.addf(field, "%q %w", finding.Clip(s), ErrRepeated)
	}
	seen[s] = true
}

// reference checks an id against those that are there.
func (c *checker) reference(known map[string]bool, field, s string) {
	if s == "" {
		c.add(field, ErrMissing)
	} else if known != nil && !known[s] {
		c.addf(field, "%q %w", finding.Clip(s), ErrReference)
	}
}

// references checks a list of ids; none may stand twice.
func (c *checker) references(known map[string]bool, field string, list []string) {
	if !c.list(field, len(list)) {
		return
	}
	seen := map[string]bool{}
	for i, s := range list {
		at := fmt.Sprintf("%s[%d]", field, i)
		c.reference(known, at, s)
		if seen[s] {
			c.addf(at, "%q %w", finding.Clip(s), ErrRepeated)
		}
		seen[s] = true
	}
}

// date checks a date that has to be there and may not be before another one.
func (c *checker) date(field string, d Date, after Date, of string) {
	if d.IsZero() {
		c.addf(field, "%w %w", ErrDate, ErrMissing)
		return
	}
	c.after(field, d, after, of)
}

// after checks a date that may be missing.
func (c *checker) after(field string, d, after Date, of string) {
	if !d.IsZero() && d.Compare(after) < 0 {
		c.addf(field, "%w %s is before %s, %s", ErrDate, d, of, after)
	}
}

// time checks a moment.
func (c *checker) time(field string, t time.Time) {
	switch {
	case t.IsZero():
		c.addf(field, "%w %w", ErrDate, ErrMissing)
	case t.Year() < 1000 || t.Year() > 9000:
		c.addf(field, "%w of the year %d is not from 1000 to 9000", ErrDate, t.Year())
	}
}

// list bounds the length of a list.
func (c *checker) list(field string, n int) bool {
	if n > maxList {
		c.addf(field, "%w: a list of %d is longer than %d", ErrCount, n, maxList)
	}
	return n <= maxList
}

func (c *checker) roles(field string, roles []Role) {
	if len(roles) == 0 {
		c.add(field, ErrMissing)
	}
	words(c, field, roles, Roles())
}

// words checks a list of words of a kind; none may stand twice.
func words[T ~string](c *checker, field string, list, known []T) {
	if len(list) > len(known) {
		c.addf(field, "%d words, of which a word %w", len(list), ErrRepeated)
		return
	}
	seen := map[T]bool{}
	for i, w := range list {
		at := fmt.Sprintf("%s[%d]", field, i)
		word(c, at, w, known)
		if seen[w] {
			c.addf(at, "%q %w", finding.Clip(string(w)), ErrRepeated)
		}
		seen[w] = true
	}
}

func word[T ~string](c *checker, field string, w T, known []T) {
	if !contains(known, w) {
		names := make([]string, len(known))
		for i, k := range known {
			names[i] = string(k)
		}
		c.addf(field, "%q %w: %s", finding.Clip(string(w)), ErrWord, strings.Join(names, ", "))
	}
}

// topic checks a topic in file-name form.
func (c *checker) topic(field, s string) {
	if !isSlug(s, maxTopic) {
		c.addf(field, "%q %w: small letters and digits, with single hyphens between them, at most %d", finding.Clip(s),
			ErrName, maxTopic)
	}
}

const maxTopic = 60

// isSlug reports whether s is of small letters and digits with single hyphens between.
func isSlug(s string, most int) bool {
	if s == "" || len(s) > most || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if b := s[i]; b != '-' && (b < '0' || b > '9') && (b < 'a' || b > 'z') {
			return false
		}
	}
	return true
}

// Slug turns a title into the form of a topic, fit for file names: "E/M levels" becomes "e-m-levels". Whatever is no letter from
// a to z and no digit becomes a hyphen, letters with accents and other scripts too: "Café visits" becomes "caf-visits". What is
// longer than 60 characters is cut off. It is empty if nothing of the title is left.
func Slug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= maxTopic {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

var hundred = decimal.NewFromInt(100)

// score checks a score that may be missing.
func (c *checker) score(field string, d *decimal.Decimal) {
	switch {
	case d == nil:
	case exact.Check(*d) != nil || d.IsNegative() || d.Cmp(hundred) > 0:
		c.addf(field, "%w: %s", ErrScore, finding.Clip(exact.String(*d)))
	}
}

// maxCount bounds counts; [dist.MaxFisher] bounds those that are tested.
const maxCount = 1_000_000_000

func (c *checker) count(field string, n ErrorCount) {
	switch {
	case n.Errors < 0 || n.Reviewed < 0 || n.Reviewed > maxCount:
		c.addf(field, "%w: %d errors of %d are not from 0 to %d", ErrCount, n.Errors, n.Reviewed, maxCount)
	case n.Errors > n.Reviewed:
		c.addf(field, "%w: more errors (%d) than items (%d)", ErrCount, n.Errors, n.Reviewed)
	}
}

var maxAmount = decimal.New(9, 15)

func (c *checker) amount(field string, d decimal.Decimal) {
	switch {
	case exact.Check(d) != nil || d.Abs().Cmp(maxAmount) > 0 || exact.Canonical(d).Exponent() < -2:
		c.addf(field, "%w %s is not in whole cents or out of range", ErrAmount, finding.Clip(exact.String(d)))
	case d.IsNegative():
		c.addf(field, "%w %s is negative", ErrAmount, exact.Fixed(d, 2))
	}
}

// digest checks the digest of a bundle.
func (c *checker) digest(field, s string) {
	if !isDigest(s) {
		c.addf(field, "%q %w: it is \"sha256:\" and 64 small hexadecimal digits", finding.Clip(s), ErrDigest)
	}
}

func isDigest(s string) bool {
	sum, ok := strings.CutPrefix(s, "sha256:")
	b, err := hex.DecodeString(sum)
	return ok && err == nil && len(b) == 32 && sum == strings.ToLower(sum)
}
