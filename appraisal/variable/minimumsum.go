package variable

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/dist"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrShare: the share of a payment from which on a claim counts as in error is not above 0 and up to 1.
var ErrShare = errors.New("variable: error share")

// MinimumSum is the minimum sum method: a lower limit of the total overpayment of a universe that holds with at least the
// confidence of its level for every population, whatever the distribution of its overpayments and the size of the sample. It
// takes a simple random sample without replacement, and the payment of every claim of the universe.
//
// A claim is in error when at least the share c of its payment was overpaid: the whole of it for c = 1. The sample gives an
// exact lower limit L of the number of claims in error, x of which were found. So L-x more are among the claims that were not
// drawn, and at the least they are those with the smallest payments, overpaid by the share c of them:
//
//	lower limit = overpayments found + c * sum of the L-x smallest payments that were not drawn
//
// The limit assumes nothing but payments that are not negative, and a size of the sample and a share c that were chosen before
// the sample was seen. It is near to the truth where payments are alike and claims are either correct or in error by about the
// share c; it is valid, but low, where they are not. A claim that was paid too little has an overpayment of zero: nothing is
// netted. A sample that was enlarged because of what was found in its first part, such as a full sample that takes in its
// discovery sample, is another design: see Ignatova and Edwards, "Probe samples and the minimum sum method for Medicare fraud
// investigations", Health Services & Outcomes Research Methodology 8 (2008), 209-221.
//
// Source: Edwards, Ward-Besser, Lasecki, Parker, Wieduwilt, Wu and Moorhead, "The minimum sum method: a distribution-free
// sampling procedure for Medicare fraud investigations", Health Services & Outcomes Research Methodology 4 (2003), 241-263, for
// c = 1. Their limit adds the overpayments of claims in error only; here those found below the share c are added as well, which
// are no less certain. Shares below 1 follow the same argument and need not be what the paper does for partial overpayments.
type MinimumSum struct {
	// Sample has the values of the claims drawn: two kinds of values for each, from which the third follows.
	Sample
	// Unsampled are the payments of all claims of the universe that were not drawn, in any order.
	Unsampled []decimal.Decimal `json:"unsampled,omitempty"`
	// ErrorShare is c as a fraction, above 0 and up to 1; 0 stands for 1, claims completely in error.
	ErrorShare decimal.Decimal `json:"errorShare,omitzero" zero:"1"`
	// OneSidedLevels are levels as fractions; none means 0.90 (CMS Medicare Program Integrity Manual, ch. 8, 8.4.5.1).
	OneSidedLevels []decimal.Decimal `json:"oneSidedLevels,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (m MinimumSum) MarshalJSON() ([]byte, error) { return jsonform.Marshal(m) }

// MinimumSumLimit is the lower limit of one level.
type MinimumSumLimit struct {
	// Level is the one-sided confidence level as a fraction.
	Level decimal.Decimal `json:"level"`
	// CountLimit is L, the lower limit of the number of claims in error in the universe.
	CountLimit int64 `json:"countLimit"`
	// SmallestPayments is the sum of the smallest payments not drawn, as many as CountLimit exceeds the claims found in error.
	SmallestPayments decimal.Decimal `json:"smallestPayments"`
	// LowerLimit of the total overpayment of the universe.
	LowerLimit decimal.Decimal `json:"lowerLimit"`
}

// MarshalJSON writes decimals as strings.
func (l MinimumSumLimit) MarshalJSON() ([]byte, error) { return jsonform.Marshal(l) }

// MinimumSumResult holds lower limits with the figures they follow from, all of them exact sums of the amounts given.
type MinimumSumResult struct {
	// Universe and SampleSize are numbers of claims.
	Universe   int64 `json:"universe"`
	SampleSize int64 `json:"sampleSize"`
	// ErrorShare is the share c that was used.
	ErrorShare decimal.Decimal `json:"errorShare"`
	// InError is x, the number of claims in the sample that are in error.
	InError int64 `json:"inError"`
	// Overpayment is the sum of all overpayments found, OverpaymentInError that of the claims in error.
	Overpayment        decimal.Decimal `json:"overpayment"`
	OverpaymentInError decimal.Decimal `json:"overpaymentInError"`
	// Limits are in the order of the levels asked for.
	Limits []MinimumSumLimit `json:"limits"`
	// Warnings are findings that are not errors.
	Warnings []appraisal.Warning `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r MinimumSumResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the lower limits out. With X the claims in error among n drawn from N of which K are in error,
//
//	L = smallest K with P(X >= x | K) >= 1 - level
//
// A K whose probability is 1-level itself is not excluded, as in the routine of the paper; RAT-STATS' limits of counts exclude
// it, so that theirs can be larger by one in such a tie.
//
// Errors: [ErrSample], [ErrUniverse], [ErrShare], appraisal.ErrLevel (also for a level so near to 1 that 1-level is below
// 1e-30). Warnings: "underpayments" where claims were paid too little and count as zero, "partial_overpayments" where claims were
// overpaid by less than the share c.
func (m MinimumSum) Appraise() (MinimumSumResult, error) {
	levels, err := appraisal.CheckLevels(m.OneSidedLevels)
	if err != nil {
		return MinimumSumResult{}, err
	}
	if len(levels) == 0 {
		levels = []decimal.Decimal{decimal.New(9, -1)}
	}
	r, err := m.found()
	if err != nil {
		return MinimumSumResult{}, err
	}
	payments, err := m.ascending()
	if err != nil {
		return MinimumSumResult{}, err
	}
	r.Universe = r.SampleSize + int64(len(payments))
	for _, level := range levels {
		l := MinimumSumLimit{Level: level}
		if l.CountLimit, err = r.countLimit(level); err != nil {
			return MinimumSumResult{}, err
		}
		var smallest appraisal.Sums
		if err := smallest.AddAll(payments[:l.CountLimit-r.InError]); err != nil { // checked before
			return MinimumSumResult{}, fmt.Errorf("%w: %w", ErrUniverse, err)
		}
		limit := new(big.Rat).Mul(exact.Rat(r.ErrorShare), smallest.Power(1))
		l.SmallestPayments, _ = exact.Decimal(smallest.Power(1)) // finite decimals
		l.LowerLimit, _ = exact.Decimal(limit.Add(limit, exact.Rat(r.Overpayment)))
		r.Limits = append(r.Limits, l)
	}
	return r, nil
}

// found sums up the claims that were drawn.
func (m MinimumSum) found() (MinimumSumResult, error) {
	fail := func(err error, format string, args ...any) (MinimumSumResult, error) {
		return MinimumSumResult{}, fmt.Errorf("%w: "+format, append([]any{err}, args...)...)
	}
	r := MinimumSumResult{ErrorShare: m.ErrorShare}
	if m.ErrorShare.IsZero() {
		r.ErrorShare = decimal.NewFromInt(1)
	}
	if exact.Check(r.ErrorShare) != nil || r.ErrorShare.IsNegative() || r.ErrorShare.Cmp(decimal.NewFromInt(1)) > 0 {
		return fail(ErrShare, "%s is not above 0 and up to 1", exact.String(m.ErrorShare))
	}
	r.ErrorShare = exact.Canonical(r.ErrorShare)
	values, err := m.paidAndOverpaid()
	if err != nil {
		return MinimumSumResult{}, err
	}
	var all, inError appraisal.Sums
	underpaid := 0
	for i, paid := range values[0] {
		audited, over := values[1][i], values[2][i]
		switch {
		case paid.IsNegative():
			return fail(ErrSample, "item %d: a payment of %s", i+1, exact.String(paid))
		case audited.IsNegative():
			return fail(ErrSample, "item %d: an audited amount of %s", i+1, exact.String(audited))
		case over.IsNegative():
			underpaid++
			over = decimal.Decimal{}
		}
		if err := all.Add(over); err != nil {
			return fail(ErrSample, "item %d: %w", i+1, err)
		}
		if over.IsPositive() && over.Cmp(paid.Mul(r.ErrorShare)) >= 0 {
			_ = inError.Add(over) // taken just before
		}
	}
	r.SampleSize, r.InError = all.Count(), inError.Count()
	r.Overpayment, _ = exact.Decimal(all.Power(1)) // finite decimals
	r.OverpaymentInError, _ = exact.Decimal(inError.Power(1))
	if underpaid > 0 {
		r.Warnings = append(r.Warnings, finding.Warn("underpayments",
			"Claims in the sample that were paid too little: %s. Their overpayment is zero.", exact.CommasInt(int64(underpaid))))
	}
	if partial := all.Nonzero() - inError.Count(); partial > 0 {
		r.Warnings = append(r.Warnings, finding.Warn("partial_overpayments", "Claims in the sample that were overpaid by less than the "+
			"share %s of their payment: %s. What was found is added; for claims that were not drawn nothing follows from them.",
			exact.String(r.ErrorShare), exact.CommasInt(partial)))
	}
	return r, nil
}

// paidAndOverpaid returns all three kinds of values of the claims that were drawn.
func (m MinimumSum) paidAndOverpaid() ([3][]decimal.Decimal, error) {
	values := [3][]decimal.Decimal{m.Examined, m.Audited, m.Difference}
	given := 0
	for _, v := range values {
		if v != nil {
			given++
		}
	}
	if given != 2 || m.ExaminedSums != nil || m.AuditedSums != nil || m.DifferenceSums != nil {
		return values, fmt.Errorf("%w: the minimum sum method takes two kinds of values for each item, and no sums", ErrSample)
	}
	if err := m.derive(&values); err != nil {
		return values, err
	}
	if len(values[0]) == 0 {
		return values, fmt.Errorf("%w: no items", ErrSample)
	}
	return values, nil
}

// ascending returns the payments that were not drawn from the smallest up.
func (m MinimumSum) ascending() ([]decimal.Decimal, error) {
	for i, p := range m.Unsampled {
		if err := exact.Check(p); err != nil {
			return nil, fmt.Errorf("%w: payment %d of those not drawn: %w", ErrUniverse, i+1, err)
		}
		if p.IsNegative() {
			return nil, fmt.Errorf("%w: payment %d of those not drawn is %s", ErrUniverse, i+1, exact.String(p))
		}
	}
	return slices.SortedFunc(slices.Values(m.Unsampled), decimal.Decimal.Cmp), nil
}

// countLimit is L: RAT-STATS' lower limit, or one less where that is a tie. No two K below the limit can both be ties, because
// P(X >= x | K) rises with every K.
func (r MinimumSumResult) countLimit(level decimal.Decimal) (int64, error) {
	confidence := exact.Rat(level)
	limit, err := dist.HypergeometricLower(r.Universe, r.SampleSize, r.InError, new(big.Rat).Sub(exact.Int(1), confidence))
	if errors.Is(err, dist.ErrTail) {
		return 0, fmt.Errorf("variable: %w %s: %w", appraisal.ErrLevel, exact.String(level), err)
	}
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrUniverse, err)
	}
	if limit > r.InError { // P(X < x | limit-1) = level?
		below := dist.Hypergeometric{Universe: r.Universe, Marked: limit - 1, Sample: r.SampleSize}
		if sign, err := below.Compare(r.InError-1, confidence); err == nil && sign == 0 {
			limit--
		}
	}
	return limit, nil
}
