package iromath

import (
	"fmt"
	"strings"

	"github.com/iromath/iromath/internal/finding"
)

// FrameClaimError is one claim that [NewFrame] refuses.
type FrameClaimError struct {
	// Position of the claim in the list, from 1.
	Position int64 `json:"position"`
	// ID of the claim as given, shortened if it is long.
	ID string `json:"id"`
	// Rule that the claim breaks; several stand behind each other.
	Rule string `json:"rule"`
}

// Error says the position, the id and the rule.
func (e FrameClaimError) Error() string {
	return fmt.Sprintf("claim %d %q: %s", e.Position, e.ID, e.Rule)
}

// FrameClaimErrors are all the claims that [NewFrame] refuses.
type FrameClaimErrors []FrameClaimError

// Error lists the claims, at most a thousand, and says how many there are.
func (e FrameClaimErrors) Error() string {
	return "iromath: " + finding.Join("claim does not belong in a frame", "claims do not belong in a frame", len(e),
		func(i int) string { return e[i].Error() })
}

// NewFrame returns a frame of claims from memory, in their order. The Number of a claim has to be its position, from
// 1, or 0. The rules are those of [ReadFrame], except that nothing is left out: paid amounts are more than zero and in
// whole cents, ids unique; blanks around ids and payors do not belong to them. The error is one [FrameClaimErrors]
// with every claim that breaks a rule, or wraps [ErrFrame] if there is no claim.
func NewFrame(claims []FrameClaim) (*Frame, error) {
	if int64(len(claims)) > MaxFrameClaims {
		return nil, fmt.Errorf("iromath: %d claims, a frame holds at most %d", len(claims), int64(MaxFrameClaims))
	}
	if len(claims) == 0 {
		return nil, fmt.Errorf("%w: the list is empty", ErrFrame)
	}
	var wrong FrameClaimErrors
	var paid centSum
	var payors numbering
	ids := newIDSet()
	for i, c := range claims {
		position := int64(i) + 1
		var rules []string
		if c.Number != 0 && c.Number != position {
			rules = append(rules, fmt.Sprintf("its number is %d", c.Number))
		}
		id, payor := trimBlanks([]byte(c.ID)), trimBlanks([]byte(c.Payor))
		at := ids.find(id, ids.hash(id))
		unfit := idRule(id)
		if unfit != "" {
			rules = append(rules, "id "+unfit)
		} else if at.found {
			rules = append(rules, "id stands twice")
		}
		if rule := textRule(payor); rule != "" {
			rules = append(rules, fmt.Sprintf("payor %q %s", show(payor), rule))
		}
		cents, rule := toCents(c.Paid)
		if rule != "" {
			rules = append(rules, "paid amount "+rule)
		} else if cents <= 0 {
			rules = append(rules, "paid amount is not more than zero")
		}
		if rules != nil {
			wrong = append(wrong, FrameClaimError{position, show([]byte(c.ID)), strings.Join(rules, ", ")})
			cents = 0
		}
		if unfit == "" && !at.found {
			ids.addIn(at, id, cents, payors.number(payor), 0)
			paid.add(cents)
		}
	}
	if wrong != nil {
		return nil, wrong
	}
	list := ids.in
	list.payors = payors.texts
	return newFrame(list, paid, FrameSummary{Rows: list.size, Exclusions: countExclusions(nil)}), nil
}
