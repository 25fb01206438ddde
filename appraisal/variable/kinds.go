package variable

import (
	"fmt"
	"slices"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/design"
)

// leaves are one kind of value in all samples of a design, in their order.
type leaves struct {
	kind    Kind
	samples []appraisal.Sums
}

// sum adds up the samples.
func (l leaves) sum() appraisal.Sums {
	var all appraisal.Sums
	for _, s := range l.samples {
		all.Merge(s)
	}
	return all
}

// leavesOf sums the samples of a design by the kind of value. All have to be of the same kinds. name says in an error which
// sample is meant; nil where there is but one.
func leavesOf(samples []Sample, name func(i int) string) ([]leaves, error) {
	var kinds []leaves
	for i, s := range samples {
		columns, err := s.columns()
		if err != nil && name != nil {
			err = fmt.Errorf("%s: %w", name(i), err)
		}
		if err != nil {
			return nil, err
		}
		if i == 0 {
			for _, c := range columns {
				kinds = append(kinds, leaves{kind: c.kind})
			}
		}
		if !slices.EqualFunc(kinds, columns, func(l leaves, c column) bool { return l.kind == c.kind }) {
			return nil, fmt.Errorf("%s: %w: other kinds of values than in %s", name(i), ErrSample, name(0))
		}
		for k, c := range columns {
			kinds[k].samples = append(kinds[k].samples, c.sums)
		}
	}
	sizes := make([]int64, len(samples)) // the same for all kinds
	for i, sums := range kinds[0].samples {
		sizes[i] = sums.Count()
	}
	return kinds, checkDigits(sizes)
}

// checkDigits bounds the digits of sums over samples of these sizes.
func checkDigits(sizes []int64) error {
	if err := design.CheckDigits(sizes); err != nil {
		return fmt.Errorf("%w: %w", ErrSample, err)
	}
	return nil
}

// byKind appraises every kind of value. own is the appraisal of the difference, or of the only kind there is.
func byKind[Section any](kinds []leaves, appraise func(leaves) (Section, error)) (own Section, examined, audited *Section, err error) {
	for i, l := range kinds {
		s, err := appraise(l)
		if err != nil {
			return own, nil, nil, err
		}
		switch {
		case i == len(kinds)-1:
			own = s
		case l.kind == Examined:
			examined = &s
		default:
			audited = &s
		}
	}
	return own, examined, audited, nil
}

// inOrder lists the appraisals of all kinds of value as RAT-STATS prints them: examined, audited, difference.
func inOrder[Section any](examined, audited *Section, own Section) []Section {
	var all []Section
	for _, s := range []*Section{examined, audited, &own} {
		if s != nil {
			all = append(all, *s)
		}
	}
	return all
}

// items hands sums to a design.
func items(s appraisal.Sums) design.Items {
	return design.Items{Count: s.Count(), Mean: s.Mean(), Variance: s.Variance()}
}
