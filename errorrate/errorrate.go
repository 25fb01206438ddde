package errorrate

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Errors of the request itself.
var (
	// ErrThreshold: a threshold is not between 0 and 1.
	ErrThreshold = errors.New("errorrate: threshold")
	// ErrNetting: a word that is none of the nettings.
	ErrNetting = errors.New("errorrate: netting")
)

// Netting says whether underpayments are set off against overpayments in the error rate. OIG allows it ("may be netted").
type Netting string

const (
	// Netted: net overpayment = overpayments - underpayments. The default.
	Netted Netting = "netted"
	// NotNetted: net overpayment = overpayments.
	NotNetted Netting = "not_netted"
)

// Sample is a reviewed sample whose error rate is asked for.
//
// Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews".
type Sample struct {
	// Claims are all claims of the sample, those without an error too.
	Claims []Claim `json:"claims"`
	// Threshold is the error rate from which more has to be done; 0 means 0.05, and is refused where JSON gives it.
	Threshold decimal.Decimal `json:"threshold,omitzero" zero:"the usual value"`
	// Netting; empty means Netted.
	Netting Netting `json:"netting,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s Sample) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Counts are numbers of claims.
type Counts struct {
	// Reviewed is every claim of the sample.
	Reviewed int64 `json:"reviewed"`
	// InError are the claims that were paid wrongly: Overpaid and Underpaid together.
	InError   int64 `json:"inError"`
	Overpaid  int64 `json:"overpaid"`
	Underpaid int64 `json:"underpaid"`
	// MissingDocumentation and InsufficientDocumentation count claims by their Documentation. Missing is always in error,
	// insufficient not always.
	MissingDocumentation      int64 `json:"missingDocumentation"`
	InsufficientDocumentation int64 `json:"insufficientDocumentation"`
}

// CategoryTotal sums the claims in error of one category.
type CategoryTotal struct {
	Category Category `json:"category"`
	// Claims in error: ClaimsOverpaid and ClaimsUnderpaid together.
	Claims          int64 `json:"claims"`
	ClaimsOverpaid  int64 `json:"claimsOverpaid"`
	ClaimsUnderpaid int64 `json:"claimsUnderpaid"`
	// Overpaid and Underpaid are the sums of their overpayments and underpayments in dollars, both as positive amounts.
	Overpaid  decimal.Decimal `json:"overpaid"`
	Underpaid decimal.Decimal `json:"underpaid"`
}

// MarshalJSON writes decimals as strings.
func (c CategoryTotal) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// Result is the error rate of a sample. Dollar figures are exact sums.
type Result struct {
	Sample
	// Paid is the sum of the paid amounts.
	Paid decimal.Decimal `json:"paid"`
	// Overpaid is the sum of the overpayments.
	Overpaid decimal.Decimal `json:"overpaid"`
	// Underpaid is the sum of the underpayments, as a positive amount.
	Underpaid decimal.Decimal `json:"underpaid"`
	// NetOverpayment is Overpaid less Underpaid, or Overpaid where netting is not done.
	NetOverpayment decimal.Decimal `json:"netOverpayment"`
	// ErrorRate is NetOverpayment / Paid as a fraction, with 20 significant digits.
	ErrorRate decimal.Decimal `json:"errorRate"`
	// ThresholdMet reports whether the exact rate is at or above the threshold.
	ThresholdMet bool   `json:"thresholdMet"`
	Counts       Counts `json:"counts"`
	// Categories are in a fixed order; only those with a claim in error are listed.
	Categories []CategoryTotal `json:"categories,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r Result) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// DefaultThreshold is 5 percent.
func DefaultThreshold() decimal.Decimal { return decimal.New(5, -2) }

// Rate works out the net financial error rate. Errors: [ErrNoClaims], [ClaimErrors], [ErrThreshold], [ErrNetting].
func (s Sample) Rate() (Result, error) {
	if err := exact.Check(s.Threshold); err != nil {
		return Result{}, fmt.Errorf("%w: %w", ErrThreshold, err)
	}
	if s.Threshold.IsZero() {
		s.Threshold = DefaultThreshold()
	}
	s.Threshold = exact.Canonical(s.Threshold)
	if s.Threshold.IsNegative() || s.Threshold.Cmp(decimal.NewFromInt(1)) > 0 {
		return Result{}, fmt.Errorf("%w: %s is not between 0 and 1", ErrThreshold, exact.String(s.Threshold))
	}
	switch s.Netting {
	case "":
		s.Netting = Netted
	case Netted, NotNetted:
	default:
		return Result{}, fmt.Errorf("%w: %q is not netted or not_netted", ErrNetting, finding.Clip(string(s.Netting)))
	}
	if err := Check(s.Claims); err != nil {
		return Result{}, err
	}
	s.Claims = cloneClaims(s.Claims)
	r := Result{Sample: s}
	byCategory := map[Category]*CategoryTotal{}
	for _, c := range s.Claims {
		over, under := c.Overpayment(), c.Underpayment()
		r.Paid, r.Overpaid, r.Underpaid = r.Paid.Add(c.Paid), r.Overpaid.Add(over), r.Underpaid.Add(under)
		r.Counts.add(c)
		if !c.InError() {
			continue
		}
		t := byCategory[c.ErrorCategory()]
		if t == nil {
			t = &CategoryTotal{Category: c.ErrorCategory()}
			byCategory[c.ErrorCategory()] = t
		}
		t.Claims++
		if over.IsPositive() {
			t.ClaimsOverpaid++
		} else {
			t.ClaimsUnderpaid++
		}
		t.Overpaid, t.Underpaid = t.Overpaid.Add(over), t.Underpaid.Add(under)
	}
	for _, name := range []Category{CategoryCoding, CategoryDocumentation, CategoryMedicalNecessity, CategoryOther, Unclassified} {
		if t := byCategory[name]; t != nil {
			r.Categories = append(r.Categories, *t)
		}
	}
	r.NetOverpayment = r.Overpaid
	if s.Netting == Netted {
		r.NetOverpayment = r.Overpaid.Sub(r.Underpaid)
	}
	rate := r.Exact()
	r.ErrorRate = exact.Round(rate)
	r.ThresholdMet = rate.Cmp(exact.Rat(s.Threshold)) >= 0
	return r, nil
}

// cloneClaims copies claims with what they point to, so that a result does not change with its caller's data.
func cloneClaims(claims []Claim) []Claim {
	list := slices.Clone(claims)
	for i, c := range list {
		if c.Correct != nil {
			correct := *c.Correct
			list[i].Correct = &correct
		}
	}
	return list
}

// ErrorCategory is the category that a claim in error counts under: the reviewer's, and where there is none the
// documentation's if it is missing.
func (c Claim) ErrorCategory() Category {
	if c.Category == Unclassified && c.Documentation == Missing {
		return CategoryDocumentation
	}
	return c.Category
}

func (n *Counts) add(c Claim) {
	n.Reviewed++
	switch d := c.Difference(); {
	case d.IsPositive():
		n.InError++
		n.Overpaid++
	case d.IsNegative():
		n.InError++
		n.Underpaid++
	}
	switch c.Documentation {
	case Missing:
		n.MissingDocumentation++
	case Insufficient:
		n.InsufficientDocumentation++
	}
}

// Exact returns the error rate as an exact fraction, 0 where nothing was paid.
func (r Result) Exact() *big.Rat {
	if r.Paid.IsZero() {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(exact.Rat(r.NetOverpayment), exact.Rat(r.Paid))
}

// Overpayments returns the overpayment of every claim in their order, zeros included: the values that a sample size
// and an appraisal are worked out from. The claims have to pass [Check].
func (s Sample) Overpayments() []decimal.Decimal {
	values := make([]decimal.Decimal, len(s.Claims))
	for i, c := range s.Claims {
		values[i] = c.Overpayment()
	}
	return values
}

// WriteOverpayments writes the text file that RAT-STATS' "Variable Appraisals" reads as difference values: for each
// claim its number, a blank and the overpayment, zero for a claim paid correctly or underpaid. Errors of [Check], before
// anything is written, and those of w.
//
// Source: OIG CIA FAQ, October 7, 2022; RAT-STATS User's Guide 4-8.
func (s Sample) WriteOverpayments(w io.Writer) error {
	if err := Check(s.Claims); err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	for _, c := range s.Claims {
		fmt.Fprintf(b, "%d %s\n", c.Number, exact.Fixed(c.Overpayment(), 2))
	}
	return b.Flush()
}
