package iromath

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/textfile"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

// Version is the version of this module.
const Version = textfile.Version

// Warning is a finding that is not an error: a Code for programs, which does not change, and a Message for people.
type Warning = finding.Warning

// Heading is what stands at the top of a printout beside its title: Audit, Date, Time and File, texts that may each be left
// out.
type Heading = textfile.Heading

// Protocol is the way an agreement has claims reviewed.
type Protocol = extrapolate.Protocol

// The protocols.
const (
	ProtocolDiscovery = extrapolate.ProtocolDiscovery
	ProtocolSingle    = extrapolate.ProtocolSingle
	ProtocolQuarterly = extrapolate.ProtocolQuarterly
)

// FullSample says what becomes of the discovery sample when a full sample is due.
type FullSample string

const (
	// FullSampleContinue draws on: the discovery sample, as a whole, is part of the full sample. The default.
	FullSampleContinue FullSample = "continue"
	// FullSampleFresh draws the full sample anew with a seed of its own, where the formula gives more claims than the discovery
	// sample has: else that is the full sample here too, since it meets the precision as it is.
	FullSampleFresh FullSample = "fresh"
)

// Clause is a sentence of the agreement that sets a parameter otherwise than usual.
type Clause = reportable.Clause

// Agreement is a Corporate Integrity Agreement (CIA) or Integrity Agreement (IA) as data: what it says about claims
// reviews. Fields that are left out take the usual value of the protocol. Since every agreement is tailored, each can be
// set; quote the clause that does so in Clauses.
//
// Source of the usual values: OIG CIA FAQ, last updated October 7, 2022.
type Agreement struct {
	// Name of the agreement, as it is to appear in the report.
	Name string `json:"name,omitempty"`
	// Provider under the agreement.
	Provider string `json:"provider,omitempty"`
	// Reviewer is the Independent Review Organization.
	Reviewer string `json:"reviewer,omitempty"`
	// Protocol of the claims review; there is no default.
	Protocol Protocol `json:"protocol"`
	// From and Through are the first and last day of the review period.
	From    reportable.Date `json:"from,omitzero"`
	Through reportable.Date `json:"through,omitzero"`
	// Payors whose paid claims make the population; none means that the frame decides.
	Payors []string `json:"payors,omitempty"`
	// SampleSize is the number of claims of the first sample: 50 (discovery), 100 (single) or 30 (quarterly).
	SampleSize int64 `json:"sampleSize,omitempty" zero:"the usual value"`
	// Spares drawn with each sample; 0 for none.
	Spares int64 `json:"spares,omitempty"`
	// Threshold is the net financial error rate at which a full sample is due: 0.05. Discovery only. Like every number here
	// it takes the usual value when it is 0; in JSON 0 is refused, so that no "any error" clause turns into 5 %.
	Threshold decimal.Decimal `json:"threshold,omitzero" zero:"the usual value"`
	// Netting of underpayments in the error rate: netted.
	Netting errorrate.Netting `json:"netting,omitempty"`
	// Confidence is the two-sided confidence level: 0.90.
	Confidence decimal.Decimal `json:"confidence,omitzero" zero:"the usual value"`
	// Precision the full sample is to reach, as a fraction of the point estimate: 0.25. Discovery only.
	Precision decimal.Decimal `json:"precision,omitzero" zero:"the usual value"`
	// FullSample: continue. Discovery only.
	FullSample FullSample `json:"fullSample,omitempty"`
	// Method of drawing: ratstats. Any other method of package sampling is possible where the agreement does not ask for
	// RAT-STATS; "tickets" is recommended there ([sampling.TicketsRecommendation] says why). Methods that cannot draw on
	// take a fresh full sample and no spares.
	Method sampling.Method `json:"method,omitempty"`
	// RATSTATSRequired says that the agreement demands RAT-STATS itself.
	RATSTATSRequired bool `json:"ratstatsRequired,omitempty"`
	// RepayDays is the number of calendar days to repay: 60.
	RepayDays int `json:"repayDays,omitempty" zero:"the usual value"`
	// ReportDays is the number of calendar days to report a reportable event to OIG: 30.
	ReportDays int `json:"reportDays,omitempty" zero:"the usual value"`
	// Clauses that set parameters.
	Clauses []Clause `json:"clauses,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (a Agreement) MarshalJSON() ([]byte, error) { return jsonform.Marshal(a) }

// FrameOptions returns options for [ReadFrame] that keep the agreement's payors and review period.
func (a Agreement) FrameOptions() FrameOptions {
	return FrameOptions{Payors: slices.Clone(a.Payors), From: a.From, Through: a.Through}
}

// ErrAgreement: a field of an agreement is out of range or has no meaning under its protocol.
var ErrAgreement = errors.New("iromath: agreement")

// usual are the parameters of a protocol that are not tailored.
func usual(p Protocol) (Agreement, bool) {
	a := Agreement{
		Protocol: p, Netting: errorrate.Netted, Confidence: extrapolate.DefaultConfidence(),
		Method: sampling.RATSTATS, RepayDays: 60, ReportDays: 30,
	}
	switch p {
	case ProtocolDiscovery:
		a.SampleSize, a.Threshold, a.Precision, a.FullSample = 50, errorrate.DefaultThreshold(), decimal.New(25, -2), FullSampleContinue
	case ProtocolSingle:
		a.SampleSize = 100
	case ProtocolQuarterly:
		a.SampleSize = 30
	default:
		return a, false
	}
	return a, true
}

// Complete returns the agreement with every parameter stated, the usual value where it was left out, or an
// [ErrAgreement] that names the field.
func (a Agreement) Complete() (Agreement, error) {
	bad := func(field, rule string, args ...any) (Agreement, error) {
		return Agreement{}, finding.At(field, fmt.Errorf("%w: %s %s", ErrAgreement, field, fmt.Sprintf(rule, args...)))
	}
	u, ok := usual(a.Protocol)
	if !ok {
		return bad("protocol", "%q is not discovery, single or quarterly", finding.Clip(string(a.Protocol)))
	}
	for _, f := range []struct {
		name          string
		value         *decimal.Decimal
		usual         decimal.Decimal
		discoveryOnly bool
	}{
		{"threshold", &a.Threshold, u.Threshold, true},
		{"confidence", &a.Confidence, u.Confidence, false},
		{"precision", &a.Precision, u.Precision, true},
	} {
		if exact.Check(*f.value) != nil || f.value.IsNegative() || f.value.Cmp(decimal.NewFromInt(1)) >= 0 {
			return bad(f.name, "%s is not between 0 and 1", exact.String(*f.value))
		}
		if f.discoveryOnly && a.Protocol != ProtocolDiscovery && !f.value.IsZero() {
			return bad(f.name, "has no meaning under the %s protocol, which has no full sample", a.Protocol)
		}
		if f.value.IsZero() {
			*f.value = f.usual
		}
		*f.value = exact.Canonical(*f.value)
	}
	if a.Protocol != ProtocolDiscovery && a.FullSample != "" {
		return bad("fullSample", "has no meaning under the %s protocol, which has no full sample", a.Protocol)
	}
	fill(&a.SampleSize, u.SampleSize)
	fill(&a.Netting, u.Netting)
	fill(&a.FullSample, u.FullSample)
	fill(&a.Method, u.Method)
	fill(&a.RepayDays, u.RepayDays)
	fill(&a.ReportDays, u.ReportDays)
	switch {
	case a.SampleSize < 1 || a.SampleSize > sampling.MaxUnits:
		return bad("sampleSize", "%d is not between 1 and %d", a.SampleSize, int64(sampling.MaxUnits))
	case a.Protocol == ProtocolDiscovery && a.SampleSize == 1:
		return bad("sampleSize", "1 gives no standard deviation to size a full sample with")
	case a.Spares < 0 || a.Spares > sampling.MaxUnits:
		return bad("spares", "%d is not between 0 and %d", a.Spares, int64(sampling.MaxUnits))
	case a.Netting != errorrate.Netted && a.Netting != errorrate.NotNetted:
		return bad("netting", "%q is not netted or not_netted", finding.Clip(string(a.Netting)))
	case a.Protocol == ProtocolDiscovery && a.FullSample != FullSampleContinue && a.FullSample != FullSampleFresh:
		return bad("fullSample", "%q is not continue or fresh", finding.Clip(string(a.FullSample)))
	case !slices.Contains(methods(), a.Method):
		return bad("method", "%q is none of %v", finding.Clip(string(a.Method)), methods())
	case a.RATSTATSRequired && a.Method != sampling.RATSTATS:
		return bad("method", "%s, but RAT-STATS is required", a.Method)
	case a.Protocol == ProtocolDiscovery && a.FullSample == FullSampleContinue && !a.Method.Continues():
		return bad("method", "%s cannot continue a discovery sample; take fullSample fresh or another method", a.Method)
	case a.Spares > 0 && !a.Method.Continues():
		return bad("spares", "are not to be had: method %s cannot continue a sample", a.Method)
	case a.RepayDays < 0 || a.RepayDays > 3660:
		return bad("repayDays", "%d is not between 1 and 3660", a.RepayDays)
	case a.ReportDays < 0 || a.ReportDays > 3660:
		return bad("reportDays", "%d is not between 1 and 3660", a.ReportDays)
	case !a.From.IsZero() && !a.Through.IsZero() && a.From.Compare(a.Through) > 0:
		return bad("from", "%s is after %s", a.From, a.Through)
	}
	if _, err := appraisal.Percentile(a.Confidence, nil); err != nil {
		return bad("confidence", "%s: %v", exact.String(a.Confidence), err)
	}
	a.Payors = slices.Clone(a.Payors)
	for i, p := range a.Payors {
		a.Payors[i] = strings.TrimSpace(p)
		if a.Payors[i] == "" || slices.Contains(a.Payors[:i], a.Payors[i]) {
			return bad("payors", "%q is empty or stands twice", finding.Clip(p))
		}
	}
	a.Clauses = slices.Clone(a.Clauses)
	for _, c := range a.Clauses {
		if !slices.Contains(parameters, c.Parameter) {
			return bad("clauses", "%q is none of %s", finding.Clip(c.Parameter), strings.Join(parameters, ", "))
		}
		if strings.TrimSpace(c.Quote) == "" {
			return bad("clauses", "quote nothing for %s", c.Parameter)
		}
	}
	return a, nil
}

// methods are those that claims can be drawn by.
func methods() []sampling.Method { return append(sampling.Methods(), sampling.MethodTickets) }

// fill sets a field that was left out.
func fill[T comparable](field *T, usual T) {
	var zero T
	if *field == zero {
		*field = usual
	}
}

// parameters are the fields of an agreement that a clause can set, by JSON name.
var parameters = []string{
	"protocol", "from", "through", "payors", "sampleSize", "spares", "threshold", "netting", "confidence", "precision",
	"fullSample", "method", "ratstatsRequired", "repayDays", "reportDays",
}

// tailored lists the parameters of a complete agreement that are not the usual ones, by JSON name.
func (a Agreement) tailored() []string {
	u, _ := usual(a.Protocol)
	var names []string
	add := func(name string, differs bool) {
		if differs {
			names = append(names, name)
		}
	}
	add("sampleSize", a.SampleSize != u.SampleSize)
	add("threshold", !a.Threshold.Equal(u.Threshold))
	add("netting", a.Netting != u.Netting)
	add("confidence", !a.Confidence.Equal(u.Confidence))
	add("precision", !a.Precision.Equal(u.Precision))
	add("fullSample", a.FullSample != u.FullSample)
	add("repayDays", a.RepayDays != u.RepayDays)
	add("reportDays", a.ReportDays != u.ReportDays)
	return names
}

// warnings of an agreement by itself: tailored parameters whose clause is not quoted.
func (a Agreement) warnings() []Warning {
	var list []Warning
	quoted := map[string]bool{}
	for _, c := range a.Clauses {
		quoted[c.Parameter] = true
	}
	for _, name := range a.tailored() {
		if !quoted[name] {
			list = append(list, finding.Warn("clause_not_quoted",
				"The parameter %s differs from the usual one and no clause of the agreement is quoted for it.", name))
		}
	}
	if a.Protocol == ProtocolDiscovery && a.SampleSize != 50 {
		list = append(list, finding.Warn("discovery_sample_size",
			"The discovery sample has %d claims; 50 are usual.", a.SampleSize))
	}
	return list
}

// UnmarshalJSON reads an agreement strictly: unknown fields are errors, and so is a number that is given as 0 or null, which
// would silently take its usual value.
func (a *Agreement) UnmarshalJSON(data []byte) error {
	type plain Agreement
	var p plain
	if err := jsonform.Unmarshal(data, &p); err != nil {
		var where *jsonform.Error
		var zero *jsonform.ZeroError
		if errors.As(err, &where) && errors.As(err, &zero) {
			err = &jsonform.Error{Path: where.Path, Err: finding.Inside("iromath", fmt.Errorf("%w: %w", ErrAgreement, zero))}
		}
		return err
	}
	*a = Agreement(p)
	return nil
}

// ParseAgreement reads an agreement from JSON as it is written, without filling anything in. The error wraps [ErrRequest]
// for unknown fields, fields that stand twice and anything behind the value, and [ErrAgreement] for a number given as 0.
func ParseAgreement(data []byte) (Agreement, error) {
	var a Agreement
	if err := jsonform.Unmarshal(data, &a); err != nil {
		return Agreement{}, fmt.Errorf("iromath: agreement: %w", err)
	}
	return a, nil
}
