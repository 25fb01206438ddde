package training

import (
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
)

// Penalty illustrates a civil money penalty and an assessment. Every figure comes from the user: amounts change every
// year, and which of them apply is a legal question.
type Penalty struct {
	// Violations is their number.
	Violations int64 `json:"violations"`
	// PerViolation is the penalty for each, in dollars.
	PerViolation decimal.Decimal `json:"perViolation"`
	// Base of the assessment in dollars, such as the amounts claimed.
	Base decimal.Decimal `json:"base" request:"optional"`
	// Multiplier of the base, such as 3; 0 for no assessment.
	Multiplier decimal.Decimal `json:"multiplier" request:"optional"`
	// PreventedViolations and PreventedBase are what prevention would have taken out of them: at most all.
	PreventedViolations int64           `json:"preventedViolations,omitempty"`
	PreventedBase       decimal.Decimal `json:"preventedBase" request:"optional"`
}

// PenaltyAmounts is what a number of violations and a base come to, in dollars.
type PenaltyAmounts struct {
	Violations int64 `json:"violations"`
	// Base of the assessment.
	Base decimal.Decimal `json:"base"`
	// Penalties are Violations times the penalty for each, Assessment is Base times its multiplier, Total both together.
	Penalties  decimal.Decimal `json:"penalties"`
	Assessment decimal.Decimal `json:"assessment"`
	Total      decimal.Decimal `json:"total"`
}

// PenaltyIllustration is what the figures come to, in whole cents.
type PenaltyIllustration struct {
	Penalty
	// Exposed is with everything, Remaining without what would have been prevented, Avoided the difference.
	Exposed   PenaltyAmounts `json:"exposed"`
	Remaining PenaltyAmounts `json:"remaining"`
	Avoided   PenaltyAmounts `json:"avoided"`
	// Factors that OIG considers.
	Factors []Factor `json:"factors"`
	// Notice says what this is and what it is not.
	Notice string `json:"notice"`
}

// maxMultiplier bounds the multiplier of an assessment.
var maxMultiplier = decimal.NewFromInt(1000)

// Illustrate multiplies: violations by the penalty for each, the base by its multiplier, rounded to cents once, half away
// from zero. Errors: [ProgramErrors] with [ErrCount] and [ErrAmount].
func (p Penalty) Illustrate() (PenaltyIllustration, error) {
	c := checker{}
	if p.Violations < 0 || p.Violations > maxCount {
		c.addf("violations", "%w: %d is not from 0 to %d", ErrCount, p.Violations, maxCount)
	}
	if p.PreventedViolations < 0 || p.PreventedViolations > p.Violations {
		c.addf("preventedViolations", "%w: %d is not from 0 to the %d violations", ErrCount, p.PreventedViolations, p.Violations)
	}
	c.amount("perViolation", p.PerViolation)
	c.amount("base", p.Base)
	c.amount("preventedBase", p.PreventedBase)
	if exact.Check(p.Multiplier) != nil || p.Multiplier.IsNegative() || p.Multiplier.Cmp(maxMultiplier) > 0 {
		c.addf("multiplier", "%w: %s is not from 0 to 1000", ErrAmount, finding.Clip(exact.String(p.Multiplier)))
	}
	if c.err() == nil && p.PreventedBase.Cmp(p.Base) > 0 {
		c.addf("preventedBase", "%w: %s is more than the base", ErrAmount, exact.Fixed(p.PreventedBase, 2))
	}
	if err := c.err(); err != nil {
		return PenaltyIllustration{}, err
	}
	r := PenaltyIllustration{Penalty: p, Factors: Factors(), Notice: Notice}
	r.Exposed = p.amounts(p.Violations, p.Base)
	r.Remaining = p.amounts(p.Violations-p.PreventedViolations, p.Base.Sub(p.PreventedBase))
	r.Avoided = PenaltyAmounts{
		Violations: p.PreventedViolations, Base: exact.Canonical(p.PreventedBase),
		Penalties:  r.Exposed.Penalties.Sub(r.Remaining.Penalties),
		Assessment: r.Exposed.Assessment.Sub(r.Remaining.Assessment), Total: r.Exposed.Total.Sub(r.Remaining.Total),
	}
	return r, nil
}

func (p Penalty) amounts(violations int64, base decimal.Decimal) PenaltyAmounts {
	penalties := exact.RoundPlaces(new(big.Rat).Mul(exact.Int(violations), exact.Rat(p.PerViolation)), 2)
	assessment := exact.RoundPlaces(new(big.Rat).Mul(exact.Rat(base), exact.Rat(p.Multiplier)), 2)
	return PenaltyAmounts{
		Violations: violations, Base: exact.Canonical(base), Penalties: penalties, Assessment: assessment,
		Total: penalties.Add(assessment),
	}
}
