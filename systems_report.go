package iromath

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// What a report says about the systems behind the overpayments.

// SystemsReview is the part of a report about systems and processes: observations, findings by the point where the errors
// arose, causes and recommendations.
type SystemsReview struct {
	// Required: the review calls for walk-throughs, by the obligation that is named: a systems review with a full sample, or
	// one of each overpaid claim under the other protocols.
	Required   bool                       `json:"required"`
	Obligation extrapolate.ObligationKind `json:"obligation,omitempty"`
	// State is done when every overpaid claim has a walk-through, open otherwise.
	State extrapolate.ObligationState `json:"state"`
	// ClaimsOverpaid is the number of overpaid claims, Open lists the ids of those without a walk-through.
	ClaimsOverpaid int64    `json:"claimsOverpaid"`
	Open           []string `json:"open"`
	// Claims are the walk-throughs by the numbers of the claims.
	Claims []SystemsFinding `json:"claims"`
	// Points are the points where errors arose, those with a claim only.
	Points []ErrorPointTotal `json:"points"`
	// Causes, Observations, Actions and Recommendations are the different texts of the walk-throughs, each with its claims.
	Causes          []SharedText `json:"causes"`
	Observations    []SharedText `json:"observations,omitempty"`
	Actions         []SharedText `json:"actions,omitempty"`
	Recommendations []SharedText `json:"recommendations,omitempty"`
}

// SystemsFinding is the walk-through of a claim with what was found on it.
type SystemsFinding struct {
	// Number of the claim in the frame.
	Number int64 `json:"number"`
	WalkThrough
	Payor    string             `json:"payor,omitempty"`
	Category errorrate.Category `json:"category,omitempty"`
	// Overpayment is what was paid too much for the claim in dollars, above zero.
	Overpayment decimal.Decimal `json:"overpayment"`
}

// MarshalJSON writes decimals as strings.
func (s SystemsFinding) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// ErrorPointTotal sums the overpaid claims whose error arose at one point.
type ErrorPointTotal struct {
	Point ErrorPoint `json:"point"`
	// Other is the system or process of [PointOther]; each has a total of its own.
	Other string `json:"other,omitempty"`
	// Claims is the number of the claims, Overpaid the sum of their overpayments in dollars.
	Claims   int64           `json:"claims"`
	Overpaid decimal.Decimal `json:"overpaid"`
}

// MarshalJSON writes decimals as strings.
func (p ErrorPointTotal) MarshalJSON() ([]byte, error) { return jsonform.Marshal(p) }

// SharedText is a text that several walk-throughs have, with the ids of their claims.
type SharedText struct {
	Text   string   `json:"text"`
	Claims []string `json:"claims"`
}

// systemsKinds are the obligations that walk-throughs meet.
var systemsKinds = []extrapolate.ObligationKind{extrapolate.SystemsReview, extrapolate.ClaimSystemsReview}

// reviewSystems adds the systems review to a report whose findings and obligations are there, and states in the obligation
// whether it is done.
func (r *Report) reviewSystems(walked map[string]WalkThrough) {
	s := &SystemsReview{State: extrapolate.StateDone, Open: []string{}, Claims: []SystemsFinding{}, Points: []ErrorPointTotal{},
		Causes: []SharedText{}}
	silent := []string{}
	for _, f := range r.Findings {
		if !f.Overpayment.IsPositive() {
			continue
		}
		s.ClaimsOverpaid++
		w, ok := walked[f.ID]
		if !ok {
			s.Open = append(s.Open, f.ID)
			continue
		}
		s.add(SystemsFinding{Number: f.Number, WalkThrough: w, Payor: f.Payor, Category: f.Category, Overpayment: f.Overpayment})
		if w.Recommendation == "" {
			silent = append(silent, f.ID)
		}
	}
	slices.SortStableFunc(s.Points, func(a, b ErrorPointTotal) int {
		return slices.Index(ErrorPoints(), a.Point) - slices.Index(ErrorPoints(), b.Point)
	})
	if len(s.Open) > 0 {
		s.State = extrapolate.StateOpen
	}
	for i := range r.Obligations.Obligations {
		if o := &r.Obligations.Obligations[i]; slices.Contains(systemsKinds, o.Kind) {
			s.Required, s.Obligation = true, o.Kind
			o.State, o.Open = s.State, int64(len(s.Open))
		}
	}
	if !s.Required && len(s.Claims) == 0 {
		return
	}
	r.Systems = s
	if s.Required && len(s.Open) > 0 {
		r.warn(finding.Warn("systems_review_open", "The systems review is not complete. Overpaid claims without a walk-through: %s.",
			joinIDs(s.Open)))
	}
	if n := s.at(PointNotFound); n > 0 {
		r.warn(finding.Warn("systems_point_not_found", "For %s the walk-through did not find the point where the error arose.",
			counting(n, "overpaid claim", "overpaid claims")))
	}
	if s.Required && len(silent) > 0 {
		r.warn(finding.Warn("systems_no_recommendation", "Walk-throughs without a recommendation: %s.", joinIDs(silent)))
	}
}

func (s *SystemsReview) add(f SystemsFinding) {
	s.Claims = append(s.Claims, f)
	i := slices.IndexFunc(s.Points, func(p ErrorPointTotal) bool { return p.Point == f.Point && p.Other == f.Other })
	if i < 0 {
		i = len(s.Points)
		s.Points = append(s.Points, ErrorPointTotal{Point: f.Point, Other: f.Other})
	}
	s.Points[i].Claims++
	s.Points[i].Overpaid = s.Points[i].Overpaid.Add(f.Overpayment)
	for _, t := range []struct {
		list *[]SharedText
		text string
	}{{&s.Causes, f.Cause}, {&s.Observations, f.Observation}, {&s.Actions, f.Action}, {&s.Recommendations, f.Recommendation}} {
		if t.text == "" {
			continue
		}
		k := slices.IndexFunc(*t.list, func(x SharedText) bool { return x.Text == t.text })
		if k < 0 {
			k = len(*t.list)
			*t.list = append(*t.list, SharedText{Text: t.text})
		}
		(*t.list)[k].Claims = append((*t.list)[k].Claims, f.ID)
	}
}

// at counts the claims whose error arose at a point.
func (s *SystemsReview) at(p ErrorPoint) (n int64) {
	for _, t := range s.Points {
		if t.Point == p {
			n += t.Claims
		}
	}
	return n
}
