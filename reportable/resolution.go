package reportable

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// Matter of a resolution.
type Matter string

// The matters.
const (
	// Kickback: related to kickbacks; the multiplier is applied to the remuneration.
	Kickback Matter = "kickback"
	// OtherMatter: any other; the multiplier is applied to the single damages.
	OtherMatter Matter = "other"
)

// Resolution asks what OIG's general practice comes to when a reportable event that implicates its civil money penalty
// authorities is resolved like a self-disclosure. It is an estimate: OIG may ask for more.
type Resolution struct {
	Matter Matter `json:"matter"`
	// Damages are the single damages, in dollars and cents. Matters other than kickbacks.
	Damages *decimal.Decimal `json:"damages,omitempty"`
	// Remuneration offered, paid or received, in dollars and cents. Kickbacks.
	Remuneration *decimal.Decimal `json:"remuneration,omitempty"`
	// Multiplier: 0 means 1.5. OIG may ask for a higher one; a lower one is no general practice and refused.
	Multiplier decimal.Decimal `json:"multiplier,omitzero" zero:"the usual value"`
	// CMP says whether OIG's civil money penalty authorities are implicated.
	CMP Answer `json:"cmp,omitempty"`
	// BothWays says that the matter is disclosed to the Protocol, too.
	BothWays bool `json:"bothWays,omitempty"`
}

// Settlement is what the general practice comes to.
type Settlement struct {
	// Applies is no where no civil money penalty authority of OIG's is implicated: then there are no amounts.
	Applies Answer `json:"applies,omitempty"`
	// Base is the single damages or the remuneration.
	Base decimal.Decimal `json:"base,omitzero"`
	// Multiplier taken.
	Multiplier decimal.Decimal `json:"multiplier,omitzero"`
	// Multiplied is Base times Multiplier, exact: it may have fractions of a cent.
	Multiplied decimal.Decimal `json:"multiplied,omitzero"`
	// Minimum of the matter.
	Minimum decimal.Decimal `json:"minimum,omitzero"`
	// Amount is the greater of the two, exact.
	Amount decimal.Decimal `json:"amount,omitzero"`
	// MinimumDecides says that Amount is the minimum.
	MinimumDecides bool `json:"minimumDecides,omitempty"`
	// Steps that disclosing takes.
	Steps []Reason `json:"steps,omitempty"`
	// Reasons, each with its source.
	Reasons []Reason `json:"reasons"`
	// Resolution that was asked for.
	Resolution Resolution `json:"resolution"`
	// Warnings: cmp_not_recorded, general_practice.
	Warnings []Warning `json:"warnings,omitempty"`
}

// DefaultMultiplier is the multiplier of OIG's general practice: 1.5.
func DefaultMultiplier() decimal.Decimal { return decimal.New(15, -1) }

// MinimumSettlement returns the minimum of a matter: $100,000 where kickbacks are involved, $20,000 for any other.
func MinimumSettlement(m Matter) decimal.Decimal {
	if m == Kickback {
		return decimal.New(100_000, 0)
	}
	return decimal.New(20_000, 0)
}

// Settle computes the settlement of OIG's general practice: base times multiplier, at least the minimum.
//
// Errors: [ErrWord], [ErrFacts] (the wrong base for the matter, or none), [ErrAmount].
func (r Resolution) Settle() (Settlement, error) {
	if err := oneOf("matter", r.Matter, Kickback, OtherMatter); err != nil {
		return Settlement{}, err
	}
	if err := oneOf("cmp", r.CMP, Unknown, Yes, No); err != nil {
		return Settlement{}, err
	}
	name, base, other := "damages", r.Damages, r.Remuneration
	if r.Matter == Kickback {
		name, base, other = "remuneration", r.Remuneration, r.Damages
	}
	switch {
	case base == nil:
		return Settlement{}, fmt.Errorf("%w: matter %s needs %s", ErrFacts, r.Matter, name)
	case other != nil:
		return Settlement{}, fmt.Errorf("%w: matter %s is settled on %s alone", ErrFacts, r.Matter, name)
	}
	if err := dollars(name, *base, true); err != nil {
		return Settlement{}, err
	}
	multiplier := r.Multiplier
	if err := exact.Check(multiplier); err != nil {
		return Settlement{}, fmt.Errorf("%w: multiplier: %w", ErrAmount, err)
	}
	if multiplier.IsZero() {
		multiplier = DefaultMultiplier()
	}
	if multiplier.Cmp(DefaultMultiplier()) < 0 || multiplier.Cmp(decimal.New(1000, 0)) > 0 {
		return Settlement{}, fmt.Errorf("%w: multiplier %s is not between 1.5 and 1000", ErrAmount, exact.String(multiplier))
	}
	r.Damages, r.Remuneration = copyOf(r.Damages), copyOf(r.Remuneration)
	s := Settlement{Applies: r.CMP, Resolution: r}
	s.reason("like_a_self_disclosure", RuleResolution, newest(RuleResolution).Text)
	if r.CMP == No {
		s.reason("no_cmp_authority", RuleResolution, "None of OIG's civil money penalty authorities is implicated: "+
			"there is nothing to resolve with OIG in this way.")
		return s, nil
	}
	if r.CMP == Unknown {
		s.Warnings = append(s.Warnings, finding.Warn("cmp_not_recorded", "Whether OIG's civil money penalty authorities "+
			"are implicated is not recorded; the amounts are for the case that they are."))
	}
	s.Base, s.Multiplier = exact.Canonical(*base), exact.Canonical(multiplier)
	product := exact.Rat(*base)
	product.Mul(product, exact.Rat(multiplier))
	s.Multiplied, _ = exact.Decimal(product) // a product of decimals is one
	s.Minimum = MinimumSettlement(r.Matter)
	s.Amount = s.Multiplied
	if s.Minimum.Cmp(s.Multiplied) > 0 {
		s.Amount, s.MinimumDecides = s.Minimum, true
	}
	if r.Matter == Kickback {
		s.reason("on_remuneration", RuleRemuneration, newest(RuleRemuneration).Text)
	}
	s.reason("minimum", RuleMinimums, newest(RuleMinimums).Text)
	if r.BothWays {
		s.Steps = []Reason{
			{Code: "note_the_cia", Text: "Note in the submission to the Protocol that the provider is under a CIA.",
				Source: sourceOf(RuleBothWays)},
			{Code: "copy_to_monitor", Text: "Give the OIG CIA monitor a copy of the submission.",
				Source: sourceOf(RuleBothWays)},
		}
	} else {
		s.Steps = []Reason{{Code: "through_the_monitor", Text: "Resolve it through the OIG CIA monitor; no separate " +
			"disclosure to the Protocol is needed.", Source: sourceOf(RuleResolution)}}
	}
	s.Warnings = append(s.Warnings, finding.Warn("general_practice", "This is OIG's general practice, not an offer: OIG "+
		"decides in each case."))
	return s, nil
}

func (s *Settlement) reason(code, rule, text string) {
	s.Reasons = append(s.Reasons, Reason{Code: code, Text: text, Source: sourceOf(rule)})
}

// fraction checks a rate: above 0, at most 1.
func fraction(field string, d decimal.Decimal) error {
	if err := exact.Check(d); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrAmount, field, err)
	}
	if !d.IsPositive() || d.Cmp(decimal.New(1, 0)) > 0 {
		return fmt.Errorf("%w: %s %s is not above 0 and at most 1", ErrAmount, field, exact.String(d))
	}
	return nil
}
