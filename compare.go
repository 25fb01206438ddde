package iromath

import (
	"errors"
	"fmt"

	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/finding"
)

// ErrCompare: reviews that are not of one agreement.
var ErrCompare = errors.New("iromath: reviews of more than one agreement")

// CompareReviews compares reviews of one agreement in the order given, the earliest first: claims in error and dollar
// error rates of their last samples. Each is labelled with its review period, or with its place where it has none. seed
// is that of the permutation test, any text.
//
// Errors: [ErrNotStarted] and [ErrNotDone] for a review that is not done; [ErrCompare] where name, provider, protocol or
// netting differ; those of [extrapolate.ReviewComparison.Compare].
func CompareReviews(seed string, reviews ...*Review) (extrapolate.ReviewComparisonResult, error) {
	c := extrapolate.ReviewComparison{Seed: seed}
	for i, r := range reviews {
		if r == nil || len(r.draws) == 0 {
			return extrapolate.ReviewComparisonResult{}, fmt.Errorf("%w: review %d", ErrNotStarted, i+1)
		}
		if !r.Done() {
			return extrapolate.ReviewComparisonResult{}, fmt.Errorf("%w: review %d", ErrNotDone, i+1)
		}
		a, first := r.agreement, reviews[0].agreement
		if a.Name != first.Name || a.Provider != first.Provider || a.Protocol != first.Protocol || a.Netting != first.Netting {
			return extrapolate.ReviewComparisonResult{}, fmt.Errorf("%w: review %d is of %q, the first of %q; name, provider, "+
				"protocol and netting have to be the same", ErrCompare, i+1, finding.Clip(a.Name), finding.Clip(first.Name))
		}
		label := period(a.From, a.Through)
		if label == "" {
			label = fmt.Sprintf("review %d", i+1)
		}
		c.Netting = a.Netting
		c.Reviews = append(c.Reviews, extrapolate.ReviewedSample{Label: label, Claims: copyClaims(r.last.Claims)})
	}
	return c.Compare()
}
