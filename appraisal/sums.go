package appraisal

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrSums: count and sums that no set of numbers has.
var ErrSums = exact.ErrSums

// Sums stands in for the values of a sample wherever a design needs no more of them: how many there are, how many are
// not zero, and the exact sums of their first four powers. Sums of parts of the data, taken anywhere and in any order,
// merge to the same Sums as the whole. The zero value is the empty set; a copy is independent of the original.
type Sums struct{ s exact.Sums }

// Add adds a value. It fails only for a number of more than 40 digits before or behind the point.
func (s *Sums) Add(value decimal.Decimal) error { return wrapSums(s.s.Add(value)) }

// AddAll adds all values and stops at the first that [Sums.Add] refuses, naming its place.
func (s *Sums) AddAll(values []decimal.Decimal) error { return wrapSums(s.s.AddAll(values)) }

// AddScaled adds coefficient * 10^exponent, for amounts that are kept as integers: cents are (1250, -2).
func (s *Sums) AddScaled(coefficient int64, exponent int32) error {
	return wrapSums(s.s.AddScaled(coefficient, exponent))
}

func wrapSums(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("appraisal: %w", err)
}

// Merge adds the values of another set.
func (s *Sums) Merge(o Sums) { s.s.Merge(o.s) }

// Count is the number of values.
func (s Sums) Count() int64 { return s.s.Count() }

// Nonzero is the number of values that are not zero.
func (s Sums) Nonzero() int64 { return s.s.Nonzero() }

// Power is the exact sum of the k-th powers of the values, for k from 1 to 4 (0 for any other k).
func (s Sums) Power(k int) *big.Rat { return s.s.Power(k) }

// Mean is the exact mean, nil for no values.
func (s Sums) Mean() *big.Rat { return s.s.Mean() }

// Variance is the exact sample variance, divisor count-1, nil for fewer than two values.
func (s Sums) Variance() *big.Rat { return s.s.Variance() }

// CentralMoment is the exact sum((x-mean)^k)/count for k from 2 to 4, nil for no values or another k.
func (s Sums) CentralMoment(k int) *big.Rat {
	if k < 2 || k > 4 {
		return nil
	}
	return s.s.Central(k)
}

// Equal reports whether both are the same counts and sums.
func (s Sums) Equal(o Sums) bool { return s.s.Equal(&o.s) }

// sumsJSON is the JSON form of Sums.
type sumsJSON struct {
	Count      *int64          `json:"count"`
	Nonzero    *int64          `json:"nonzero"`
	Sum        decimal.Decimal `json:"sum"`
	SumSquares decimal.Decimal `json:"sumSquares"`
	SumCubes   decimal.Decimal `json:"sumCubes"`
	SumFourths decimal.Decimal `json:"sumFourths"`
}

// MarshalJSON writes {"count":3,"nonzero":2,"sum":"12.5","sumSquares":…,"sumCubes":…,"sumFourths":…}, all sums in full.
func (s Sums) MarshalJSON() ([]byte, error) {
	count, nonzero := s.Count(), s.Nonzero()
	j := sumsJSON{Count: &count, Nonzero: &nonzero}
	for k, d := range []*decimal.Decimal{&j.Sum, &j.SumSquares, &j.SumCubes, &j.SumFourths} {
		*d, _ = exact.Decimal(s.Power(k + 1)) // a finite decimal: the sum of products of decimals
	}
	return jsonform.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON writes. Sums that no set of numbers has are an [ErrSums].
func (s *Sums) UnmarshalJSON(data []byte) error {
	var j sumsJSON
	if err := jsonform.Unmarshal(data, &j); err != nil {
		return fmt.Errorf("appraisal: sums: %w", err)
	}
	if j.Count == nil || j.Nonzero == nil {
		return errors.New("appraisal: sums: count and nonzero have to be given")
	}
	sums, err := exact.SumsOf(*j.Count, *j.Nonzero, [4]decimal.Decimal{j.Sum, j.SumSquares, j.SumCubes, j.SumFourths})
	if err != nil {
		return fmt.Errorf("appraisal: sums: %w", err)
	}
	s.s = sums
	return nil
}
