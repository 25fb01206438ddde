package iromath

import (
	"slices"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/sampling/samplesize"
)

// Outcome is what a review has come to so far.
type Outcome struct {
	// First is the error rate of the first sample, once it is reviewed.
	First *errorrate.Result `json:"first,omitempty"`
	// Size is the size of the full sample, once it is due: the cell of the agreement, and the table it is from.
	Size  *samplesize.Cell       `json:"size,omitempty"`
	Table *samplesize.ProbeTable `json:"table,omitempty"`
	// Last is the error rate of the last sample that is reviewed, the first or the full sample.
	Last *errorrate.Result `json:"last,omitempty"`
	// Extrapolation of the last sample, once the review is done, where one is due.
	Extrapolation *extrapolate.Extrapolation `json:"extrapolation,omitempty"`
}

// Outcome returns what the review has come to so far. The caller may keep and change it.
func (r *Review) Outcome() Outcome {
	return Outcome{First: copyRate(r.first), Size: copyOf(r.wanted), Table: copyTable(r.size), Last: copyRate(r.last), Extrapolation: copyEstimate(r.estimate)}
}

// A review never changes, so what comes in and what goes out is copied, with everything it points to.

func copyOf[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

func copyDeterminations(list []Determination) []Determination {
	list = slices.Clone(list)
	for i := range list {
		list[i].Paid, list[i].Correct = copyOf(list[i].Paid), copyOf(list[i].Correct)
	}
	return list
}

func copyClaims(list []errorrate.Claim) []errorrate.Claim {
	list = slices.Clone(list)
	for i := range list {
		list[i].Correct = copyOf(list[i].Correct)
	}
	return list
}

func copyRate(r *errorrate.Result) *errorrate.Result {
	if c := copyOf(r); c != nil {
		c.Claims, c.Categories = copyClaims(c.Claims), slices.Clone(c.Categories)
		return c
	}
	return nil
}

func copyTable(t *samplesize.ProbeTable) *samplesize.ProbeTable {
	c := copyOf(t)
	if c == nil {
		return nil
	}
	c.Levels, c.Precisions, c.Warnings, c.OverpaymentSums = slices.Clone(c.Levels), slices.Clone(c.Precisions), slices.Clone(c.Warnings), copyOf(c.OverpaymentSums)
	c.Rows = slices.Clone(c.Rows)
	for i := range c.Rows {
		c.Rows[i] = slices.Clone(c.Rows[i])
	}
	return c
}

func copyEstimate(e *extrapolate.Extrapolation) *extrapolate.Extrapolation {
	if e == nil {
		return nil
	}
	again, err := e.Sample.Estimate() // an estimate follows from its sample alone
	if err != nil {
		return nil
	}
	return &again
}
