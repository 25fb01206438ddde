package iromath

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/reportable"
)

// Claims that never belonged in the population leave the frame, all claims of a kind together, and spares step in.

var (
	// ErrCorrection: a correction of the frame that says too little, or that cannot be made.
	ErrCorrection = errors.New("iromath: frame correction")
	// ErrMissingDocumentation: a correction that lists a claim whose documentation was found missing. Such a claim
	// is an error and its whole paid amount an overpayment; no correction and no spare resolves that.
	ErrMissingDocumentation = errors.New("iromath: claims with missing documentation stay in the sample")
)

// Ground is the reason for which a kind of claim never belonged in the population. The grounds are a closed list, the
// marks of a paid claim that the population is made of; what a reviewer found out about a claim's documentation, coding or
// medical necessity is none of them.
//
// Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews": population and spares.
type Ground string

// The grounds.
const (
	// GroundOtherPayor: paid by somebody else than a payor of the agreement, such as a private payor.
	GroundOtherPayor Ground = "other_payor"
	// GroundOtherProvider: not submitted by the provider under the agreement.
	GroundOtherProvider Ground = "other_provider"
	// GroundNotPaid: the provider received no reimbursement, not even a partial one.
	GroundNotPaid Ground = "not_paid"
	// GroundOutsidePeriod: not of the review period.
	GroundOutsidePeriod Ground = "outside_period"
	// GroundAgreement: left out by words of the agreement, which have to be quoted.
	GroundAgreement Ground = "agreement"
)

// Grounds returns all grounds.
func Grounds() []Ground {
	return []Ground{GroundOtherPayor, GroundOtherProvider, GroundNotPaid, GroundOutsidePeriod, GroundAgreement}
}

// Consultation records what the OIG monitor was asked and said about the use of spares.
type Consultation struct {
	// Date of the consultation.
	Date reportable.Date `json:"date"`
	// With is the monitor who was asked.
	With string `json:"with"`
	// Said is the guidance that was given.
	Said string `json:"said"`
}

// FrameCorrection takes a kind of claim out of the sampling frame because it never belonged in the population. It names
// all claims of the kind, those in the sample and those that nobody drew.
type FrameCorrection struct {
	// Ground for which the kind never belonged.
	Ground Ground `json:"ground"`
	// Description of the kind in words: "claims paid by Example Mutual, a private payor".
	Description string `json:"description"`
	// Search says how the whole frame was searched for claims of the kind, so that all of them leave.
	Search string `json:"search"`
	// Quote is the sentence of the agreement that leaves the kind out, for [GroundAgreement].
	Quote string `json:"quote,omitempty"`
	// Claims are the ids of all claims of the kind.
	Claims []string `json:"claims"`
	// Monitor is the consultation of the OIG monitor, who is to be asked before a spare is used. Without it there is a
	// warning.
	Monitor *Consultation `json:"monitor,omitempty"`
}

// ParseCorrections reads a JSON list of corrections strictly. The error wraps [ErrRequest]; what the corrections say is for
// [Review.Correct] to examine.
func ParseCorrections(data []byte) ([]FrameCorrection, error) {
	var list []FrameCorrection
	if err := jsonform.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("iromath: corrections: %w", err)
	}
	return list, nil
}

// CorrectionError is everything that is wrong with the list of a correction, by claim id. It wraps [ErrCorrection].
type CorrectionError struct {
	// Unknown claims are not in the frame, Left ones have left it with an earlier correction, Repeated ones are listed twice.
	Unknown, Left, Repeated []string
}

// Error lists the claims.
func (e *CorrectionError) Error() string {
	var parts []string
	for _, g := range e.groups() {
		if len(g.ids) > 0 {
			parts = append(parts, g.what+": "+joinIDs(g.ids))
		}
	}
	return ErrCorrection.Error() + ": " + strings.Join(parts, "; ")
}

type namedIDs struct {
	what string
	ids  []string
}

func (e *CorrectionError) groups() []namedIDs {
	return []namedIDs{{"not in the frame", e.Unknown}, {"left before", e.Left}, {"listed twice", e.Repeated}}
}

// Unwrap returns [ErrCorrection].
func (e *CorrectionError) Unwrap() error { return ErrCorrection }

// joinIDs counts and lists claim ids for a message.
func joinIDs(ids []string) string {
	return finding.Join("claim", "claims", len(ids), func(i int) string { return finding.Clip(ids[i]) })
}

// correction is a correction that was made.
type correction struct {
	FrameCorrection
	date     reportable.Date
	stage    Stage
	numbers  []int64 // in the frame, ascending
	drawn    []LeftClaim
	warnings []Warning
}

// complete checks what a correction says, apart from its list, and returns it without blanks around its words.
func (c FrameCorrection) complete(on reportable.Date) (FrameCorrection, error) {
	var rules []string
	text := func(name string, s *string, needed bool) {
		*s = strings.TrimSpace(*s)
		switch {
		case needed && *s == "":
			rules = append(rules, name+" is empty")
		case !utf8.ValidString(*s):
			rules = append(rules, name+" is not UTF-8 text")
		}
	}
	if !slices.Contains(Grounds(), c.Ground) {
		rules = append(rules, fmt.Sprintf("ground %q is none of %v", finding.Clip(string(c.Ground)), Grounds()))
	}
	text("description", &c.Description, true)
	text("search", &c.Search, true)
	text("quote", &c.Quote, c.Ground == GroundAgreement)
	if len(c.Claims) == 0 {
		rules = append(rules, "claims are none")
	}
	c.Claims = slices.Clone(c.Claims)
	for i, id := range c.Claims {
		c.Claims[i] = string(trimBlanks([]byte(id)))
	}
	if c.Monitor = copyOf(c.Monitor); c.Monitor != nil {
		text("monitor.with", &c.Monitor.With, true)
		text("monitor.said", &c.Monitor.Said, true)
		switch d := c.Monitor.Date; {
		case d.IsZero():
			rules = append(rules, "monitor.date is none")
		case !on.IsZero() && d.Compare(on) > 0:
			rules = append(rules, fmt.Sprintf("monitor.date %s is after the correction of %s", d, on))
		}
	}
	if rules != nil {
		return FrameCorrection{}, fmt.Errorf("%w: %s", ErrCorrection, strings.Join(rules, "; "))
	}
	return c, nil
}
