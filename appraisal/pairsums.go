package appraisal

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrPairSums: a count and sums that no set of pairs has.
var ErrPairSums = exact.ErrPairs

// PairSums stands in for the pairs of values (y, x) of a sample wherever a design needs no more of them: how many there
// are, and the exact sums of y, x, y², xy and x². Sums of parts of the data merge like [Sums]. The zero value is the empty
// set; a copy is independent.
type PairSums struct{ p exact.Pairs }

// Add adds a pair. It fails only for a number of more than 40 digits before or behind the point.
func (s *PairSums) Add(y, x decimal.Decimal) error { return wrapSums(s.p.Add(y, x)) }

// AddAll adds pairs that stand at the same places of two lists. Lists of different length are an error; else it stops at
// the first pair that [PairSums.Add] refuses, naming its place.
func (s *PairSums) AddAll(y, x []decimal.Decimal) error {
	if len(y) != len(x) {
		return fmt.Errorf("appraisal: %s of y and %d of x", finding.Count(int64(len(y)), "value", "values"), len(x))
	}
	for i := range y {
		if err := s.p.Add(y[i], x[i]); err != nil {
			return wrapSums(fmt.Errorf("pair %d: %w", i+1, err))
		}
	}
	return nil
}

// Merge adds the pairs of another set.
func (s *PairSums) Merge(o PairSums) { s.p.Merge(o.p) }

// Count is the number of pairs.
func (s PairSums) Count() int64 { return s.p.Count() }

// Sum is the exact sum of y^i x^j for i+j of 1 or 2 (0 for any other powers).
func (s PairSums) Sum(i, j int) *big.Rat { return s.p.Sum(i, j) }

// Means are the exact means of y and x, nil for no pairs.
func (s PairSums) Means() (y, x *big.Rat) { return s.p.Means() }

// Covariances are the exact sample variance of y, covariance of both and variance of x, divisor count-1, nil for fewer than
// two pairs.
func (s PairSums) Covariances() (yy, yx, xx *big.Rat) { return s.p.Covariances() }

// Equal reports whether both are the same count and sums.
func (s PairSums) Equal(o PairSums) bool { return s.p.Equal(&o.p) }

// pairSumsJSON is the JSON form of PairSums.
type pairSumsJSON struct {
	Count       *int64          `json:"count"`
	SumY        decimal.Decimal `json:"sumY"`
	SumX        decimal.Decimal `json:"sumX"`
	SumSquaresY decimal.Decimal `json:"sumSquaresY"`
	SumProducts decimal.Decimal `json:"sumProducts"`
	SumSquaresX decimal.Decimal `json:"sumSquaresX"`
}

// MarshalJSON writes {"count":3,"sumY":"12.5","sumX":…,"sumSquaresY":…,"sumProducts":…,"sumSquaresX":…}, all sums in full.
func (s PairSums) MarshalJSON() ([]byte, error) {
	count := s.Count()
	j := pairSumsJSON{Count: &count}
	for _, f := range []struct {
		to   *decimal.Decimal
		i, j int
	}{{&j.SumY, 1, 0}, {&j.SumX, 0, 1}, {&j.SumSquaresY, 2, 0}, {&j.SumProducts, 1, 1}, {&j.SumSquaresX, 0, 2}} {
		*f.to, _ = exact.Decimal(s.Sum(f.i, f.j)) // a finite decimal: the sum of products of decimals
	}
	return jsonform.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON writes. Sums that no set of pairs has are an [ErrPairSums].
func (s *PairSums) UnmarshalJSON(data []byte) error {
	var j pairSumsJSON
	if err := jsonform.Unmarshal(data, &j); err != nil {
		return fmt.Errorf("appraisal: pair sums: %w", err)
	}
	if j.Count == nil {
		return errors.New("appraisal: pair sums: count has to be given")
	}
	p, err := exact.PairsOf(*j.Count, [5]decimal.Decimal{j.SumY, j.SumX, j.SumSquaresY, j.SumProducts, j.SumSquaresX})
	if err != nil {
		return fmt.Errorf("appraisal: pair sums: %w", err)
	}
	s.p = p
	return nil
}
