package reportable

import (
	"fmt"
	"slices"
)

// Sale is a sale of a business under the agreement, by whatever kind of transaction.
type Sale struct {
	// Closing is the day of the proposed sale.
	Closing Date `json:"closing"`
	// Requested is the day OIG was asked in writing for a determination; no date: not asked.
	Requested Date `json:"requested,omitzero"`
	// Business sold, Terms of the transaction and Purchaser, as the request describes them; empty: it does not.
	Business  string `json:"business,omitempty"`
	Terms     string `json:"terms,omitempty"`
	Purchaser string `json:"purchaser,omitempty"`
	// NotSubject says whether OIG determined in writing that purchaser and business will not be under the agreement.
	NotSubject Answer `json:"notSubject,omitempty"`
	// Calendar for the last day to ask.
	Calendar Calendar `json:"calendar,omitzero"`
}

// Succession is what follows for the purchaser.
type Succession struct {
	// Binding says that the agreement binds the purchaser, unless OIG determines otherwise.
	Binding bool `json:"binding"`
	// RequestBy is the last day to ask OIG; Due is how it came about.
	RequestBy Date `json:"requestBy"`
	Due       Due  `json:"due"`
	// Timely says whether OIG was asked by then; not known while it was not asked.
	Timely Answer `json:"timely,omitempty"`
	// Missing lists the contents that the request lacks, by id.
	Missing []string `json:"missing,omitempty"`
	// Contents of the request.
	Contents []NoticeItem `json:"contents"`
	// Reasons, each with its source.
	Reasons []Reason `json:"reasons"`
}

// Succession says whether the agreement binds the purchaser and what the request for a determination takes.
//
// Errors: [ErrFacts], [ErrWord], [ErrDate], [ErrCalendar], [ErrYear].
func (s Sale) Succession() (Succession, error) {
	if err := oneOf("notSubject", s.NotSubject, Unknown, Yes, No); err != nil {
		return Succession{}, err
	}
	switch {
	case s.Closing.IsZero():
		return Succession{}, fmt.Errorf("%w: closing is missing", ErrFacts)
	case s.NotSubject != Unknown && s.Requested.IsZero():
		return Succession{}, fmt.Errorf("%w: a determination of OIG without a request", ErrFacts)
	}
	start := StartedClock{Clock: ClockSuccessor, On: s.Closing, Done: s.Requested}
	if !s.Requested.IsZero() {
		start.Contains = []string{ItemWriting}
		for _, x := range []struct{ id, text string }{
			{ItemBusiness, s.Business}, {ItemSaleTerms, s.Terms}, {ItemPurchaser, s.Purchaser},
		} {
			if !blank(x.text) {
				start.Contains = append(start.Contains, x.id)
			}
		}
	}
	deadline, err := start.due(s.Calendar)
	if err != nil {
		return Succession{}, err
	}
	r := Succession{Binding: s.NotSubject != Yes, RequestBy: deadline.By, Due: *deadline.Due, Timely: deadline.Timely,
		Missing: deadline.Missing, Contents: deadline.Contents, Reasons: deadline.Notes}
	text := "OIG has not determined otherwise: the agreement binds the purchaser."
	if !r.Binding {
		text = "OIG determined that the purchaser and the business are not under the agreement after the closing."
	}
	r.Reasons = append(r.Reasons, Reason{Code: "determination", Text: text, Source: sourceOf(RuleSuccessor)})
	return r, nil
}

// ChangeKind is what a provider asks for.
type ChangeKind string

// The kinds of change.
const (
	EarlyTermination ChangeKind = "early_termination"
	Modification     ChangeKind = "modification"
)

// ChangeGround is the ground that a request rests on.
type ChangeGround string

// The grounds.
const (
	// Performance: the provider complied with the agreement.
	Performance ChangeGround = "performance"
	// LeftPrograms: the provider ceases to participate in the Federal health care programs.
	LeftPrograms ChangeGround = "left_programs"
	// CeasedOperations: it ceases operations altogether, by closure, sale, bankruptcy or the like.
	CeasedOperations ChangeGround = "ceased_operations"
	// InternalAudit: its own auditors do the claims reviews instead of an IRO.
	InternalAudit ChangeGround = "internal_audit"
	// OtherGround: any other ground for a modification.
	OtherGround ChangeGround = "other"
)

// ChangeRequest is a request to end an agreement early or to modify it.
type ChangeRequest struct {
	Kind   ChangeKind   `json:"kind"`
	Ground ChangeGround `json:"ground"`
	// Capability says whether the provider has demonstrated that its own personnel can do claims audits; for internal_audit.
	Capability Answer `json:"capability,omitempty"`
	// Discussed is the day the parameters of a modification were discussed with the OIG monitor.
	Discussed Date `json:"discussed,omitzero"`
	// Submitted is the day a modification was submitted in writing to the OIG monitor.
	Submitted Date `json:"submitted,omitzero"`
}

// ChangeFinding is what the FAQ says to a request.
type ChangeFinding struct {
	// Basis says whether the FAQ knows the ground as one on which OIG may agree. OIG decides. Not known: a ground on which
	// the FAQ is silent, or a fact that is not recorded.
	Basis Answer `json:"basis,omitempty"`
	// Steps that are still to be taken.
	Steps []Reason `json:"steps,omitempty"`
	// Reasons, each with its source.
	Reasons []Reason `json:"reasons"`
}

// Examine says what OIG's FAQ says to the request, and no more.
//
// Errors: [ErrWord], [ErrFacts] (a ground that does not go with the kind).
func (c ChangeRequest) Examine() (ChangeFinding, error) {
	grounds := []ChangeGround{Performance, LeftPrograms, CeasedOperations}
	if c.Kind == Modification {
		grounds = []ChangeGround{InternalAudit, OtherGround}
	}
	if err := oneOf("kind", c.Kind, EarlyTermination, Modification); err != nil {
		return ChangeFinding{}, err
	}
	if err := oneOf("capability", c.Capability, Unknown, Yes, No); err != nil {
		return ChangeFinding{}, err
	}
	all := []ChangeGround{Performance, LeftPrograms, CeasedOperations, InternalAudit, OtherGround}
	if err := oneOf("ground", c.Ground, all...); err != nil {
		return ChangeFinding{}, err
	}
	switch {
	case !slices.Contains(grounds, c.Ground):
		return ChangeFinding{}, fmt.Errorf("%w: ground %s does not go with %s", ErrFacts, c.Ground, c.Kind)
	case c.Ground != InternalAudit && c.Capability != Unknown:
		return ChangeFinding{}, fmt.Errorf("%w: capability belongs to ground %s", ErrFacts, InternalAudit)
	case c.Kind == EarlyTermination && (!c.Discussed.IsZero() || !c.Submitted.IsZero()):
		return ChangeFinding{}, fmt.Errorf("%w: discussed and submitted belong to a modification", ErrFacts)
	}
	var f ChangeFinding
	say := func(list *[]Reason, code, rule, text string) {
		*list = append(*list, Reason{Code: code, Text: text, Source: sourceOf(rule)})
	}
	switch c.Ground {
	case Performance:
		f.Basis = No
		say(&f.Reasons, "performance", RuleTermination, "To comply is expected; OIG typically ends no agreement early "+
			"for it. A modification may be asked for instead.")
	case LeftPrograms, CeasedOperations:
		f.Basis = Yes
		say(&f.Reasons, string(c.Ground), RuleTermination, "OIG may end the agreement early on this ground.")
	case InternalAudit:
		f.Basis = c.Capability
		say(&f.Reasons, "internal_audit", RuleModification, "A provider that has demonstrated that its own personnel "+
			"can do claims audits may be permitted to do the annual claims reviews with them.")
		if c.Capability != Yes {
			say(&f.Steps, "demonstrate", RuleModification, "Demonstrate that the internal auditors can do the claims "+
				"audits.")
		}
	case OtherGround:
		say(&f.Reasons, "other", RuleModification, "Modifications may be asked for; the FAQ names no other ground.")
	}
	if c.Kind == Modification && (c.Discussed.IsZero() || !c.Submitted.IsZero() && c.Discussed.Compare(c.Submitted) > 0) {
		say(&f.Steps, "discuss", RuleModification, "Discuss the parameters with the OIG monitor before the written request.")
	}
	if c.Kind == Modification && f.Basis != No && c.Submitted.IsZero() {
		say(&f.Steps, "submit", RuleModification, "Submit the request in writing to the OIG monitor.")
	}
	return f, nil
}
