package errorrate

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// Errors that a caller may want to tell apart. They come inside [ClaimErrors].
var (
	// ErrPaid: a paid amount is not above zero; such a claim does not belong in the population.
	ErrPaid = errors.New("paid amount is not above zero")
	// ErrAmount: an amount has fractions of a cent or is out of range.
	ErrAmount = errors.New("amount is not in whole cents or out of range")
	// ErrCorrect: a correct amount is missing, negative, or given together with missing documentation.
	ErrCorrect = errors.New("correct amount")
	// ErrDocumentation: the state of the documentation is none of the three words.
	ErrDocumentation = errors.New("documentation is not complete, insufficient or missing")
	// ErrCategory: the category is none of the four words.
	ErrCategory = errors.New("category is not coding, documentation, medical_necessity or other")
	// ErrRepeated: a claim is there twice.
	ErrRepeated = errors.New("claim is there twice")
	// ErrNumber: a claim number is negative.
	ErrNumber = errors.New("claim number is negative")
	// ErrID: a claim has no id, or one with blanks around it.
	ErrID = errors.New("claim id")
	// ErrText: an id, payor, reason, patient or code is not UTF-8 text.
	ErrText = errors.New("id, payor, reason, patient or code is not UTF-8 text")
	// ErrNoClaims: there are no claims at all.
	ErrNoClaims = errors.New("errorrate: no claims")
)

// Documentation says what the provider could produce for a claim.
type Documentation string

// The states of documentation.
const (
	// Complete documentation supports a judgement of the claim; a correct amount is given.
	Complete Documentation = "complete"
	// Insufficient documentation was found but does not support what was billed; a correct amount is given.
	Insufficient Documentation = "insufficient"
	// Missing documentation: the medical record or billing documentation cannot be located. No correct amount is given,
	// and the whole paid amount is the overpayment.
	Missing Documentation = "missing"
)

// Category classifies the reason of an error.
type Category string

// The categories of reasons. A claim in error without one counts as Unclassified.
const (
	// CategoryCoding: a wrong code or level was billed.
	CategoryCoding Category = "coding"
	// CategoryDocumentation: documentation is missing or does not support what was billed.
	CategoryDocumentation Category = "documentation"
	// CategoryMedicalNecessity: the service was not medically necessary.
	CategoryMedicalNecessity Category = "medical_necessity"
	// CategoryOther: anything else.
	CategoryOther Category = "other"
	// Unclassified: no category was given.
	Unclassified Category = ""
)

// Claim is a paid claim with the reviewer's determination. Amounts are in dollars, in whole cents.
type Claim struct {
	// Number is the claim's number in the sampling frame, from 1; 0 where it has none.
	Number int64 `json:"number" request:"optional"`
	// ID is the provider's or payor's claim id, without blanks around it, as a frame has it.
	ID string `json:"id"`
	// Payor that paid the claim, where it is known.
	Payor string `json:"payor,omitempty"`
	// Paid is what the payor paid for the claim, above zero.
	Paid decimal.Decimal `json:"paid"`
	// Correct is what should have been paid, zero or more; none when the documentation is missing.
	Correct *decimal.Decimal `json:"correct,omitempty"`
	// Documentation that was produced; it has to be stated.
	Documentation Documentation `json:"documentation"`
	// Reason of the error in the reviewer's words.
	Reason string `json:"reason,omitempty"`
	// Category of the reason.
	Category Category `json:"category,omitempty"`
	Service
}

// Service is what a claim was for, as the appendices of agreements have it listed claim by claim. Every field is for the
// record and may be left out: nothing is computed from it.
type Service struct {
	// Patient is the beneficiary's identifier.
	Patient string `json:"patient,omitempty"`
	// ServiceDate is the day of the service.
	ServiceDate reportable.Date `json:"serviceDate,omitzero"`
	// CodeSubmitted is the code that was billed, CodeReimbursed the one that was paid.
	CodeSubmitted  string `json:"codeSubmitted,omitempty"`
	CodeReimbursed string `json:"codeReimbursed,omitempty"`
	// CodeCorrect is the code that the reviewer found right.
	CodeCorrect string `json:"codeCorrect,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (c Claim) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// Difference is paid less correct, the whole paid amount where documentation is missing: positive for an overpayment,
// negative for an underpayment.
func (c Claim) Difference() decimal.Decimal {
	if c.Documentation == Missing || c.Correct == nil {
		return c.Paid
	}
	return c.Paid.Sub(*c.Correct)
}

// Overpayment is what was paid too much, 0 for a claim paid correctly or underpaid.
func (c Claim) Overpayment() decimal.Decimal {
	if d := c.Difference(); d.IsPositive() {
		return d
	}
	return decimal.Decimal{}
}

// Underpayment is what was paid too little, as a positive amount, or 0.
func (c Claim) Underpayment() decimal.Decimal {
	if d := c.Difference(); d.IsNegative() {
		return d.Neg()
	}
	return decimal.Decimal{}
}

// InError reports whether the claim was paid wrongly.
func (c Claim) InError() bool { return !c.Difference().IsZero() }

// ClaimError is what is wrong with one claim.
type ClaimError struct {
	Number int64
	ID     string
	Err    error
}

// Error names the claim and the rule it breaks.
func (e ClaimError) Error() string {
	return fmt.Sprintf("claim %d (%s): %v", e.Number, finding.Clip(e.ID), e.Err)
}

// Unwrap returns the rule.
func (e ClaimError) Unwrap() error { return e.Err }

// ClaimErrors are all claims that are wrong, in their order.
type ClaimErrors []ClaimError

// Error lists the claims.
func (e ClaimErrors) Error() string {
	return "errorrate: " + finding.Join("wrong claim", "wrong claims", len(e), func(i int) string { return e[i].Error() })
}

// Unwrap returns the single errors.
func (e ClaimErrors) Unwrap() []error {
	list := make([]error, len(e))
	for i := range e {
		list[i] = e[i]
	}
	return list
}

// maxAmount bounds an amount, in dollars.
var maxAmount = decimal.New(9, 15)

// cents returns an error for an amount that is not in whole cents.
func cents(name string, d decimal.Decimal) error {
	if exact.Check(d) != nil || d.Abs().GreaterThan(maxAmount) || exact.Canonical(d).Exponent() < -2 {
		return fmt.Errorf("%s %s: %w", name, exact.String(d), ErrAmount)
	}
	return nil
}

// check returns everything that is wrong with a claim by itself.
func (c Claim) check() []error {
	var errs []error
	if c.ID == "" {
		errs = append(errs, fmt.Errorf("%w is missing", ErrID))
	} else if strings.TrimSpace(c.ID) != c.ID {
		errs = append(errs, fmt.Errorf("%w %q has blanks around it", ErrID, finding.Clip(c.ID)))
	}
	texts := []string{c.ID, c.Payor, c.Reason, c.Patient, c.CodeSubmitted, c.CodeReimbursed, c.CodeCorrect}
	if slices.ContainsFunc(texts, func(s string) bool { return !utf8.ValidString(s) }) {
		errs = append(errs, ErrText)
	}
	if c.Number < 0 {
		errs = append(errs, ErrNumber)
	}
	if err := cents("paid amount", c.Paid); err != nil {
		errs = append(errs, err)
	} else if !c.Paid.IsPositive() {
		errs = append(errs, fmt.Errorf("%w: %s", ErrPaid, exact.Fixed(c.Paid, 2)))
	}
	switch c.Documentation {
	case Complete, Insufficient:
		if c.Correct == nil {
			errs = append(errs, fmt.Errorf("%w is missing though documentation is %s", ErrCorrect, c.Documentation))
		}
	case Missing:
		if c.Correct != nil {
			errs = append(errs, fmt.Errorf("%w is given though documentation is missing (the whole paid amount is the "+
				"overpayment)", ErrCorrect))
		}
	default:
		errs = append(errs, fmt.Errorf("%w: %q", ErrDocumentation, finding.Clip(string(c.Documentation))))
	}
	if c.Correct != nil {
		if err := cents("correct amount", *c.Correct); err != nil {
			errs = append(errs, err)
		} else if c.Correct.IsNegative() {
			errs = append(errs, fmt.Errorf("%w %s is negative", ErrCorrect, exact.Fixed(*c.Correct, 2)))
		}
	}
	switch c.Category {
	case CategoryCoding, CategoryDocumentation, CategoryMedicalNecessity, CategoryOther, Unclassified:
	default:
		errs = append(errs, fmt.Errorf("%w: %q", ErrCategory, finding.Clip(string(c.Category))))
	}
	return errs
}

// Check returns [ClaimErrors] that list everything wrong with the claims: each by itself, and ids or numbers that stand
// twice. No claims are an [ErrNoClaims].
func Check(claims []Claim) error {
	if len(claims) == 0 {
		return ErrNoClaims
	}
	var wrong ClaimErrors
	add := func(c Claim, err error) { wrong = append(wrong, ClaimError{Number: c.Number, ID: c.ID, Err: err}) }
	ids, numbers := make(map[string]bool, len(claims)), make(map[int64]bool, len(claims))
	for _, c := range claims {
		for _, err := range c.check() {
			add(c, err)
		}
		if ids[c.ID] && c.ID != "" {
			add(c, fmt.Errorf("%w: same id", ErrRepeated))
		}
		if numbers[c.Number] && c.Number != 0 {
			add(c, fmt.Errorf("%w: same number", ErrRepeated))
		}
		ids[c.ID], numbers[c.Number] = true, true
	}
	if len(wrong) > 0 {
		return wrong
	}
	return nil
}
