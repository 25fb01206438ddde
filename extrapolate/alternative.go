package extrapolate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// Errors of other bases.
var (
	// ErrBasis: a word that is none of the bases, or a basis that is not in force on the day.
	ErrBasis = errors.New("extrapolate: basis")
	// ErrAuthority: a basis needs a clause or an authority that is not quoted.
	ErrAuthority = errors.New("extrapolate: no clause or authority is quoted")
	// ErrTooFew: a basis asks for more items than the sample has.
	ErrTooFew = errors.New("extrapolate: too few items")
)

// RepaymentBasis names a way to get from a sample to an amount owed.
type RepaymentBasis string

// The bases that reviewers meet.
const (
	// ByAgreement: the point estimate of the gross overpayments, as corporate integrity agreements have it.
	ByAgreement RepaymentBasis = "agreement"
	// ByAuditServices: the lower limit of the two-sided 90 percent interval, OIG's Office of Audit Services. Under an
	// agreement only with its clause.
	ByAuditServices RepaymentBasis = "oig_audit_services"
	// BySelfDisclosure: the point estimate of the gross overpayments of at least 100 items, OIG's Self-Disclosure Protocol.
	BySelfDisclosure RepaymentBasis = "oig_self_disclosure"
	// ByProgramIntegrity: the lower limit of the one-sided 90 percent interval, Medicare's contractors.
	ByProgramIntegrity RepaymentBasis = "program_integrity_manual"
	// ByPayorNet: the point estimate of the net differences, where the payor's authority for it is quoted.
	ByPayorNet RepaymentBasis = "payor_net"
)

// RepaymentBases returns the names of all bases.
func RepaymentBases() []RepaymentBasis {
	return []RepaymentBasis{ByAgreement, ByAuditServices, BySelfDisclosure, ByProgramIntegrity, ByPayorNet}
}

// FigureKind names the figure of an appraisal that an amount rests on.
type FigureKind string

// The figures.
const (
	FigurePointEstimate FigureKind = "point_estimate"
	// FigureLowerTwoSided: the lower limit of a two-sided interval.
	FigureLowerTwoSided FigureKind = "lower_limit_two_sided"
	// FigureLowerOneSided: a one-sided lower limit.
	FigureLowerOneSided FigureKind = "lower_limit_one_sided"
)

// minSelfDisclosureItems is the least sample of a self-disclosure.
const minSelfDisclosureItems = 100

// basisFacts is what a basis takes.
type basisFacts struct {
	basis  RepaymentBasis
	figure FigureKind
	values Values
	rule   string
	title  string
}

var allBases = []basisFacts{
	{ByAgreement, FigurePointEstimate, GrossOverpayment, RulePointEstimate, "the point estimate of an agreement"},
	{ByAuditServices, FigureLowerTwoSided, GrossOverpayment, RuleAuditServices, "the basis of OIG's Office of Audit Services"},
	{BySelfDisclosure, FigurePointEstimate, GrossOverpayment, RuleSelfDisclosure, "the basis of a self-disclosure"},
	{ByProgramIntegrity, FigureLowerOneSided, GrossOverpayment, RuleProgramIntegrity, "the basis of Medicare's contractors"},
	{ByPayorNet, FigurePointEstimate, NetDifference, RulePayorNetting, "the net basis of a payor"},
}

// Alternative asks what a reviewed simple random sample comes to on one of the [RepaymentBases].
type Alternative struct {
	Basis RepaymentBasis `json:"basis"`
	// Universe is the number of claims in the population.
	Universe int64 `json:"universe"`
	// Claims are all claims of the sample.
	Claims []errorrate.Claim `json:"claims"`
	// UnderAgreement says that the claims were reviewed under a corporate integrity agreement.
	UnderAgreement bool `json:"underAgreement,omitempty"`
	// Net extrapolates net differences on a basis that takes gross overpayments otherwise; not for a self-disclosure. It
	// takes a Clause, as [ByPayorNet] does.
	Net bool `json:"net,omitempty"`
	// Clause of the agreement or authority of the payor that allows the basis.
	Clause *reportable.Clause `json:"clause,omitempty"`
	// On is the day whose rules count; no date takes the newest.
	On reportable.Date `json:"on,omitzero"`
}

// AlternativeResult is the amount on one basis, with the figure it rests on.
type AlternativeResult struct {
	Basis RepaymentBasis `json:"basis"`
	// Amount in dollars and cents, half a cent away from zero; 0 where the figure is negative.
	Amount decimal.Decimal `json:"amount"`
	// Figure says which figure it is, Value is that figure unrounded, Level its confidence level (none for a point
	// estimate), Values what was extrapolated.
	Figure FigureKind      `json:"figure"`
	Value  decimal.Decimal `json:"value"`
	Level  decimal.Decimal `json:"level,omitzero"`
	Values Values          `json:"values"`
	// OtherValues is the same figure with the other values in the place of Values: net for gross, gross for net.
	OtherValues decimal.Decimal `json:"otherValues"`
	// Found is what the claims of the sample were overpaid by: it is owed in any case.
	Found decimal.Decimal `json:"found"`
	// AgreementAmount is the point estimate of the gross overpayments, which an agreement has repaid.
	AgreementAmount decimal.Decimal `json:"agreementAmount"`
	// Rule is the source of the basis, in the form in force on the day.
	Rule Rule `json:"rule"`
	// Clause as given.
	Clause *reportable.Clause `json:"clause,omitempty"`
	// Appraisal of the values.
	Appraisal variable.UnrestrictedResult `json:"appraisal"`
	Warnings  []Warning                   `json:"warnings,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (r AlternativeResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the amount out.
//
// Errors: [ErrBasis]; [ErrAuthority] (net differences without an authority; the basis of the Office of Audit Services under
// an agreement without its clause); [ErrTooFew] for a self-disclosure with fewer than 100 items out of more; [ErrSample];
// errorrate.ErrNoClaims and errorrate.ClaimErrors. Warnings: "not_the_agreement" for another basis under an agreement,
// "nothing_to_repay" where the lower limit is negative, "found_exceeds_figure" where less than what was found comes out,
// "underpayments_not_netted", "underpayments_netted", and those of the appraisal.
//
// Source: [Rules], ids RuleAuditServices and following.
func (a Alternative) Appraise() (AlternativeResult, error) {
	facts, rule, err := a.check()
	if err != nil {
		return AlternativeResult{}, err
	}
	if err := (Sample{Universe: a.Universe, Claims: a.Claims}).inUniverse(); err != nil {
		return AlternativeResult{}, err
	}
	gross, net, err := a.values()
	if err != nil {
		return AlternativeResult{}, err
	}
	level := DefaultConfidence()
	options := variable.Options{Levels: []decimal.Decimal{level}, OneSidedLevels: []decimal.Decimal{level}}
	var results [2]variable.UnrestrictedResult
	for i, values := range [][]decimal.Decimal{gross, net} {
		u := variable.Unrestricted{Universe: a.Universe, Sample: variable.Sample{Difference: values}, Options: options}
		if results[i], err = u.Appraise(); err != nil {
			return AlternativeResult{}, fmt.Errorf("%w: %w", ErrSample, err)
		}
	}
	if a.Clause != nil {
		clause := *a.Clause // a result does not change with its caller's data
		a.Clause = &clause
	}
	r := AlternativeResult{Basis: a.Basis, Figure: facts.figure, Values: facts.values, Rule: rule, Clause: a.Clause,
		AgreementAmount: exact.RoundPlaces(exact.Rat(results[0].PointEstimate), 2)}
	own, other := results[0], results[1]
	if r.Values == NetDifference {
		own, other = other, own
	}
	r.Appraisal = own
	if facts.figure != FigurePointEstimate {
		r.Level = level
	}
	r.Value, r.OtherValues = figureOf(own, facts.figure), figureOf(other, facts.figure)
	if r.Value.IsPositive() {
		r.Amount = exact.RoundPlaces(exact.Rat(r.Value), 2)
	}
	for _, v := range gross {
		r.Found = r.Found.Add(v)
	}
	r.judge(a, facts, net)
	return r, nil
}

// check finds the basis and its rule, and refuses what may not be.
func (a Alternative) check() (basisFacts, Rule, error) {
	i := slices.IndexFunc(allBases, func(f basisFacts) bool { return f.basis == a.Basis })
	if i < 0 {
		return basisFacts{}, Rule{}, fmt.Errorf("%w: %q is none of %v", ErrBasis, finding.Clip(string(a.Basis)), RepaymentBases())
	}
	f := allBases[i]
	quoted := a.Clause != nil && strings.TrimSpace(a.Clause.Quote) != ""
	rule, ok := RuleOn(f.rule, a.On)
	switch {
	case !ok:
		return f, Rule{}, fmt.Errorf("%w: no rule for %s on %s is known", ErrBasis, a.Basis, a.On)
	case a.Clause != nil && !quoted:
		return f, rule, fmt.Errorf("%w: the clause has no words in it", ErrAuthority)
	case a.Net && a.Basis == BySelfDisclosure:
		return f, rule, fmt.Errorf("%w: a self-disclosure does not net underpayments", ErrBasis)
	case (a.Net || a.Basis == ByPayorNet) && !quoted:
		return f, rule, fmt.Errorf("%w: net differences take the words of the payor that allow it", ErrAuthority)
	case a.UnderAgreement && a.Basis == ByAuditServices && !quoted:
		return f, rule, fmt.Errorf("%w: under an agreement the lower limit takes the clause that says so", ErrAuthority)
	case a.Basis == BySelfDisclosure && len(a.Claims) < minSelfDisclosureItems && int64(len(a.Claims)) < a.Universe:
		return f, rule, fmt.Errorf("%w: a self-disclosure takes a sample of at least %d items, this one has %d", ErrTooFew,
			minSelfDisclosureItems, len(a.Claims))
	}
	if a.Net {
		f.values = NetDifference
	}
	return f, rule, nil
}

// values returns the gross overpayments and the net differences of the claims.
func (a Alternative) values() (gross, net []decimal.Decimal, err error) {
	if err := errorrate.Check(a.Claims); err != nil {
		return nil, nil, err
	}
	for _, c := range a.Claims {
		gross, net = append(gross, c.Overpayment()), append(net, c.Difference())
	}
	return gross, net, nil
}

// figureOf picks the figure out of an appraisal at one level.
func figureOf(r variable.UnrestrictedResult, figure FigureKind) decimal.Decimal {
	switch figure {
	case FigureLowerTwoSided:
		return r.Intervals[0].LowerLimit
	case FigureLowerOneSided:
		return r.OneSided[0].LowerLimit
	}
	return r.PointEstimate
}

// judge says what a reader of the amount has to know.
func (r *AlternativeResult) judge(a Alternative, f basisFacts, net []decimal.Decimal) {
	warn := func(code, format string, args ...any) {
		r.Warnings = append(r.Warnings, finding.Warn(code, format, args...))
	}
	if a.UnderAgreement && (a.Basis != ByAgreement || a.Net) {
		clause := "No clause of the agreement is quoted for it."
		if a.Clause != nil {
			clause = "The clause quoted for it decides."
		}
		warn("not_the_agreement", "Under a corporate integrity agreement an extrapolated overpayment is repaid at the point "+
			"estimate of the overpayments, here %s. %s is another basis. %s", money(r.AgreementAmount),
			strings.ToUpper(f.title[:1])+f.title[1:], clause)
	}
	if r.Value.IsNegative() {
		what := "lower limit"
		if r.Figure == FigurePointEstimate {
			what = "point estimate"
		}
		warn("nothing_to_repay", "The %s is below zero: on this basis nothing is to be repaid on the population. What was "+
			"found in the sample, %s, is owed in any case.", what, money(r.Found))
	} else if r.Found.GreaterThan(r.Amount) {
		warn("found_exceeds_figure", "The claims of the sample were overpaid by %s, more than the %s of this basis: what was "+
			"found is owed in any case.", money(r.Found), money(r.Amount))
	}
	if slices.ContainsFunc(net, decimal.Decimal.IsNegative) {
		if r.Values == NetDifference {
			warn("underpayments_netted", "Underpayments are set off. Without that the figure is %s.", money(r.OtherValues))
		} else {
			warn("underpayments_not_netted", "Underpaid claims count as zero. With them set off the figure is %s; that takes "+
				"the words of the payor that allow it.", money(r.OtherValues))
		}
	}
	r.Warnings = append(r.Warnings, r.Appraisal.Warnings...)
}
