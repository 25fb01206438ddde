package variable

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// Errors that a caller may want to tell apart.
var (
	// ErrSample: the values of a sample are missing, doubled, unequal in number or out of range; or thousands of samples have
	// sizes without a common multiple of reasonable length.
	ErrSample = errors.New("variable: sample")
	// ErrSingle: one item or unit was drawn out of more, so that there is no estimate of a variance.
	ErrSingle = design.ErrSingle
	// ErrUniverse: a universe is smaller than the sample drawn from it, or out of range.
	ErrUniverse = errors.New("variable: universe")
	// ErrStrata: there are no strata, or too many.
	ErrStrata = errors.New("variable: strata")
)

// Options are the confidence levels that every design takes beside its sample, those of [appraisal.Options]: Levels of two
// sides, none for 0.80, 0.90 and 0.95, and OneSidedLevels, none for no one-sided limits.
type Options = appraisal.Options

// Sample holds the values of the sampled items in one of RAT-STATS' six data formats: one kind of value, or two of the
// three, from which the third follows (difference = examined - audited). An item stands at the same place in both lists.
// A kind may be given as [appraisal.Sums] instead of values; nothing is derived from sums, so with them give every kind
// that is to be appraised.
//
// Source: RAT-STATS User's Guide 4-7, 4-8; Companion Manual 3-2.
type Sample struct {
	// Examined are the amounts as paid, in dollars.
	Examined []decimal.Decimal `json:"examined,omitempty"`
	// Audited are the amounts as they should have been paid.
	Audited []decimal.Decimal `json:"audited,omitempty"`
	// Difference is examined minus audited: positive for an overpayment.
	Difference []decimal.Decimal `json:"difference,omitempty"`
	// ExaminedSums, AuditedSums and DifferenceSums stand in for the values.
	ExaminedSums   *appraisal.Sums `json:"examinedSums,omitempty"`
	AuditedSums    *appraisal.Sums `json:"auditedSums,omitempty"`
	DifferenceSums *appraisal.Sums `json:"differenceSums,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s Sample) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// Kind is the kind of value that is appraised.
type Kind string

// The kinds of value: what was paid, what should have been paid, and the first less the second.
const (
	Examined   Kind = "examined"
	Audited    Kind = "audited"
	Difference Kind = "difference"
)

// column is one kind of value of a sample, summed.
type column struct {
	kind Kind
	sums appraisal.Sums
}

// columns sums every kind of value that a sample has or implies, in RAT-STATS' order. All have the same count, and one
// of them is the difference or the only one.
func (s Sample) columns() ([]column, error) {
	values := [3][]decimal.Decimal{s.Examined, s.Audited, s.Difference}
	sums := [3]*appraisal.Sums{s.ExaminedSums, s.AuditedSums, s.DifferenceSums}
	kinds := [3]Kind{Examined, Audited, Difference}
	given, withValues := 0, 0
	for i := range kinds {
		if values[i] != nil && sums[i] != nil {
			return nil, fmt.Errorf("%w: %s is given both as values and as sums", ErrSample, kinds[i])
		}
		if values[i] != nil {
			withValues++
		}
		if values[i] != nil || sums[i] != nil {
			given++
		}
	}
	switch {
	case given == 0:
		return nil, fmt.Errorf("%w: no examined, audited or difference values", ErrSample)
	case withValues == 3:
		return nil, fmt.Errorf("%w: examined, audited and difference are all given; two of them imply the third", ErrSample)
	case withValues == 2 && given == 2:
		if err := s.derive(&values); err != nil {
			return nil, err
		}
	}
	var columns []column
	for i, kind := range kinds {
		c := column{kind: kind}
		switch {
		case values[i] != nil:
			if err := c.sums.AddAll(values[i]); err != nil {
				return nil, fmt.Errorf("%w: %s: %w", ErrSample, kind, err)
			}
		case sums[i] != nil:
			c.sums = *sums[i]
		default:
			continue
		}
		if c.sums.Count() == 0 {
			return nil, fmt.Errorf("%w: no items", ErrSample)
		}
		if len(columns) > 0 && columns[0].sums.Count() != c.sums.Count() {
			return nil, fmt.Errorf("%w: %d %s values and %d %s values", ErrSample,
				columns[0].sums.Count(), columns[0].kind, c.sums.Count(), kind)
		}
		columns = append(columns, c)
	}
	if last := columns[len(columns)-1]; len(columns) > 1 && last.kind != Difference {
		return nil, fmt.Errorf("%w: examined and audited sums without difference sums; a difference cannot be derived "+
			"from sums", ErrSample)
	}
	if len(columns) == 3 {
		implied := columns[0].sums.Power(1)
		if implied.Sub(implied, columns[1].sums.Power(1)).Cmp(columns[2].sums.Power(1)) != 0 {
			return nil, fmt.Errorf("%w: the differences do not add up to examined less audited", ErrSample)
		}
	}
	return columns, nil
}

// derive fills in the third list of values from two.
func (s Sample) derive(values *[3][]decimal.Decimal) error {
	missing, a, b := 2, s.Examined, s.Audited
	combine := decimal.Decimal.Sub // difference = examined - audited
	switch {
	case s.Audited == nil: // audited = examined - difference
		missing, b = 1, s.Difference
	case s.Examined == nil: // examined = audited + difference
		missing, a, b, combine = 0, s.Audited, s.Difference, decimal.Decimal.Add
	}
	if len(a) != len(b) {
		return fmt.Errorf("%w: lists of %d and %d values for the same items", ErrSample, len(a), len(b))
	}
	third := make([]decimal.Decimal, len(a))
	for i := range a {
		for _, d := range []decimal.Decimal{a[i], b[i]} {
			if err := exact.Check(d); err != nil {
				return fmt.Errorf("%w: item %d: %w", ErrSample, i+1, err)
			}
		}
		third[i] = combine(a[i], b[i])
	}
	values[missing] = third
	return nil
}
