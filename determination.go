package iromath

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// Determination is the reviewer's decision on one claim of the worklist.
type Determination struct {
	// ID of the claim, as in the frame: without blanks around it.
	ID string `json:"id"`
	// Paid, where given, has to be the paid amount of the frame: a safeguard against mixed-up files.
	Paid *decimal.Decimal `json:"paid,omitempty"`
	// Correct is what should have been paid; none when the documentation is missing.
	Correct *decimal.Decimal `json:"correct,omitempty"`
	// Documentation that was produced; it has to be stated.
	Documentation errorrate.Documentation `json:"documentation"`
	// Reason of the error in the reviewer's words.
	Reason string `json:"reason,omitempty"`
	// Category of the reason.
	Category errorrate.Category `json:"category,omitempty"`
	// Service is what the claim was for, for the record.
	errorrate.Service
}

// MarshalJSON writes decimals as strings.
func (d Determination) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// Errors of submitted determinations. They come inside a [DeterminationError].
var (
	// ErrMissing: a claim of the worklist has no determination.
	ErrMissing = errors.New("claims of the worklist without a determination")
	// ErrUnknown: a determination is of a claim that is not on the worklist, or its id has blanks around it.
	ErrUnknown = errors.New("determinations of claims that are not on the worklist")
	// ErrRepeated: a claim has more than one determination.
	ErrRepeated = errors.New("claims with more than one determination")
	// ErrPaidDiffers: a determination states another paid amount than the frame.
	ErrPaidDiffers = errors.New("determinations with another paid amount than the frame")
)

// DeterminationError is everything that is wrong with submitted determinations, by claim id. Nothing of a submission
// with errors is taken.
type DeterminationError struct {
	// Missing claims of the worklist have no determination, Unknown claims are not on it, Repeated ones have more than one
	// determination, PaidDiffers ones another paid amount than the frame: see [ErrMissing] and so on.
	Missing, Unknown, Repeated, PaidDiffers []string
	// Claims are determinations that contradict themselves.
	Claims errorrate.ClaimErrors
}

// Error lists the claims.
func (e *DeterminationError) Error() string {
	var parts []string
	for _, g := range e.groups() {
		if len(g.ids) > 0 {
			parts = append(parts, fmt.Sprintf("%v: %s", g.err,
				finding.Join("claim", "claims", len(g.ids), func(i int) string { return idText(g.ids[i]) })))
		}
	}
	if len(e.Claims) > 0 {
		parts = append(parts, finding.Inside("errorrate", e.Claims).Error())
	}
	return "iromath: " + strings.Join(parts, "; ")
}

// idText is an id in a message, quoted if blanks around it would not be seen.
func idText(id string) string {
	if hasBlanks(id) {
		return strconv.Quote(finding.Clip(id))
	}
	return finding.Clip(id)
}

// hasBlanks reports blanks around an id, which no claim of a frame has.
func hasBlanks(id string) bool { return strings.TrimSpace(id) != id }

type idGroup struct {
	err error
	ids []string
}

func (e *DeterminationError) groups() []idGroup {
	return []idGroup{{ErrMissing, e.Missing}, {ErrUnknown, e.Unknown}, {ErrRepeated, e.Repeated}, {ErrPaidDiffers, e.PaidDiffers}}
}

// Unwrap returns the kinds of error that occurred.
func (e *DeterminationError) Unwrap() []error {
	var list []error
	for _, g := range e.groups() {
		if len(g.ids) > 0 {
			list = append(list, g.err)
		}
	}
	if len(e.Claims) > 0 {
		list = append(list, e.Claims)
	}
	return list
}

// match pairs determinations with the worklist and returns the reviewed claims in the worklist's order.
func match(worklist []FrameClaim, determinations []Determination) ([]errorrate.Claim, error) {
	wrong := &DeterminationError{}
	byID := make(map[string]*Determination, len(determinations))
	wanted := make(map[string]bool, len(worklist))
	for _, c := range worklist {
		wanted[c.ID] = true
	}
	for i := range determinations {
		d := &determinations[i]
		switch {
		case !wanted[d.ID]:
			wrong.Unknown = append(wrong.Unknown, d.ID)
		case byID[d.ID] != nil:
			wrong.Repeated = append(wrong.Repeated, d.ID)
		default:
			byID[d.ID] = d
		}
	}
	var claims []errorrate.Claim
	for _, c := range worklist {
		d := byID[c.ID]
		if d == nil {
			wrong.Missing = append(wrong.Missing, c.ID)
			continue
		}
		if d.Paid != nil && (exact.Check(*d.Paid) != nil || !d.Paid.Equal(c.Paid)) {
			wrong.PaidDiffers = append(wrong.PaidDiffers, c.ID)
		}
		claims = append(claims, errorrate.Claim{
			Number: c.Number, ID: c.ID, Payor: c.Payor, Paid: c.Paid,
			Correct: copyOf(d.Correct), Documentation: d.Documentation, Reason: d.Reason, Category: d.Category,
			Service: d.Service,
		})
	}
	if len(claims) > 0 {
		var bad errorrate.ClaimErrors
		if err := errorrate.Check(claims); errors.As(err, &bad) {
			wrong.Claims = bad
		} else if err != nil {
			return nil, err
		}
	}
	if len(wrong.Unwrap()) > 0 {
		return nil, wrong
	}
	return claims, nil
}
