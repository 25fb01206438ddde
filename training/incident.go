package training

import (
	"fmt"
	"math/big"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

// Trigger is how a potential violation came to light.
type Trigger string

// The triggers.
const (
	// StaffReport: somebody of the staff spotted a billing or documentation issue or an improper waiver.
	StaffReport Trigger = "staff_report"
	// ExceptionQueue: the clinic's own exception queue flagged it.
	ExceptionQueue Trigger = "exception_queue"
	// BeneficiaryComplaint: a patient complained to a component of HHS.
	BeneficiaryComplaint Trigger = "beneficiary_complaint"
	// PayorAnalytics: a payor's analytics or audit found aberrant coding.
	PayorAnalytics Trigger = "payor_analytics"
	// SelfDisclosure: the clinic itself is disclosing conduct.
	SelfDisclosure Trigger = "self_disclosure"
)

// Triggers returns all triggers.
func Triggers() []Trigger {
	return []Trigger{StaffReport, ExceptionQueue, BeneficiaryComplaint, PayorAnalytics, SelfDisclosure}
}

// Authority is whose matters an incident touches.
type Authority string

// The authorities.
const (
	// OIG administers civil money penalties under 42 CFR part 1003: billing, coding, documentation, remuneration.
	OIG Authority = "oig"
	// OCR, the Office for Civil Rights, enforces HIPAA's privacy, security and breach notification rules.
	OCR Authority = "ocr"
)

// Incident is a potential violation and the learning sprint that answers it.
type Incident struct {
	ID string `json:"id"`
	// Identified is the moment somebody knew of it: the clock starts. RFC 3339 with its offset,
	// "2026-03-02T09:15:00-05:00".
	Identified time.Time `json:"identified"`
	// Triggers that brought it to light.
	Triggers []Trigger `json:"triggers"`
	// Authorities whose matters it touches.
	Authorities []Authority `json:"authorities,omitempty"`
	// What happened.
	What string `json:"what"`
	// Topic in file-name form: "em-levels".
	Topic string `json:"topic"`
	// Roles that are relevant: all of them have to be trained.
	Roles []Role `json:"roles"`
	// Deployments of modules.
	Deployments []Deployment `json:"deployments,omitempty"`
	// Procedure is the updated procedure (SOP).
	Procedure *Procedure `json:"procedure,omitempty"`
	// SignOffs of the procedure.
	SignOffs []SignOff `json:"signOffs,omitempty"`
	// Before and After are errors before the sprint and after it: up to the day the last relevant role was reached, and from it.
	Before *Measurement `json:"before,omitempty"`
	After  *Measurement `json:"after,omitempty"`
	// Learned is what was made known in the clinic, after the module and the changed procedure.
	Learned *Learned `json:"learned,omitempty"`
	// Refunds of what was overpaid.
	Refunds []Refund `json:"refunds,omitempty"`
	// Disclosed is the day it was disclosed to OIG's Self-Disclosure Protocol, if it was.
	Disclosed Date `json:"disclosed,omitzero"`
}

// Deployment is a module that reached a role.
type Deployment struct {
	// Module is the id of a module of the programme.
	Module string    `json:"module"`
	Role   Role      `json:"role"`
	At     time.Time `json:"at"`
}

// Procedure is a procedure that was changed.
type Procedure struct {
	Title   string `json:"title"`
	Version string `json:"version"`
	// Change is the one change that resulted.
	Change string `json:"change"`
	Date   Date   `json:"date"`
	// Signed is the day the owner signed it.
	Signed Date `json:"signed,omitzero"`
}

// SignOff is a person's signature under the procedure.
type SignOff struct {
	Person string `json:"person"`
	Date   Date   `json:"date"`
}

// Measurement is a count of errors that was taken on a day.
type Measurement struct {
	Date Date `json:"date"`
	ErrorCount
}

// Learned is what was learned, as it was made known.
type Learned struct {
	Date Date   `json:"date"`
	Text string `json:"text"`
}

// Refund is money that goes back to a payor.
type Refund struct {
	// Claim is its id.
	Claim  string          `json:"claim"`
	Amount decimal.Decimal `json:"amount"`
	// Identified is the day the overpayment was identified, Refunded the day it went back.
	Identified Date `json:"identified"`
	Refunded   Date `json:"refunded,omitzero"`
	// Proof of the refund: a reference to the receipt.
	Proof string `json:"proof,omitempty"`
}

// SprintHours is what a learning sprint has: 72 hours from identification to deployment.
const SprintHours = 72

// FollowUpDays is when the five-chart follow-up audit of a sprint is due: two weeks after deployment.
const FollowUpDays = 14

// ClockState says how a sprint stands against its 72 hours.
type ClockState string

// The states of the clock.
const (
	// Running: not deployed to all relevant roles, and there is time left.
	Running ClockState = "running"
	// InTime: deployed to all relevant roles within 72 hours; exactly 72 hours is within.
	InTime ClockState = "in_time"
	// Late: deployed to all, after more than 72 hours. Nothing makes it in time again.
	Late ClockState = "late"
	// Expired: the 72 hours are over and some role has not been reached.
	Expired ClockState = "expired"
)

// SprintClock is a sprint's 72 hours.
type SprintClock struct {
	Identified time.Time `json:"identified"`
	// Deadline is 72 hours of absolute time later, whatever clocks on walls do in between.
	Deadline time.Time `json:"deadline"`
	// At is the moment the clock was looked at. What happened later is left aside.
	At time.Time `json:"at"`
	// State of the clock at that moment.
	State ClockState `json:"state"`
	// Deployed is when the last relevant role was reached; none while one is missing.
	Deployed *time.Time `json:"deployed,omitempty"`
	// Hours from identification to deployment, or to At while it is not complete.
	Hours decimal.Decimal `json:"hours"`
	// HoursLate are those beyond 72.
	HoursLate decimal.Decimal `json:"hoursLate"`
	// Missing are relevant roles that no module has reached.
	Missing []Role `json:"missing,omitempty"`
}

// Clock looks at the sprint's clock at a moment. It returns [ErrDate] for a moment before the incident was identified, and
// [ProgramErrors] with what is wrong with the incident by itself.
func (i Incident) Clock(at time.Time) (SprintClock, error) {
	c := checker{}
	c.incident("incident", i)
	c.time("at", at)
	if err := c.err(); err != nil {
		return SprintClock{}, err
	}
	if at.Before(i.Identified) {
		return SprintClock{}, fmt.Errorf("training: %w: %s is before the incident was identified, %s", ErrDate, stamp(at), stamp(i.Identified))
	}
	return i.clock(at), nil
}

// zone is the offset from UTC that the incident's time is written with. It does not change when clocks are put forward or
// back; package time takes the machine's own zone for a time of the same offset, and its days would be those of the machine.
func (i Incident) zone() *time.Location {
	_, offset := i.Identified.Zone()
	return time.FixedZone("", offset)
}

// day is the civil day of a moment in the incident's zone.
func (i Incident) day(t time.Time) Date { return dayOf(t.In(i.zone())) }

func stamp(t time.Time) string { return t.Format(time.RFC3339) }

// clock is Clock for a checked incident and a moment that is not before it.
func (i Incident) clock(at time.Time) SprintClock {
	c := SprintClock{Identified: i.Identified, Deadline: i.Identified.In(i.zone()).Add(SprintHours * time.Hour), At: at}
	var last time.Time
	for _, role := range i.Roles {
		first, ok := i.reached(role, at)
		switch {
		case !ok:
			c.Missing = append(c.Missing, role)
		case last.IsZero() || first.After(last):
			last = first
		}
	}
	end := at
	if len(c.Missing) == 0 {
		c.Deployed, end = &last, last
	}
	late := end.After(c.Deadline)
	switch {
	case c.Deployed != nil && late:
		c.State = Late
	case c.Deployed != nil:
		c.State = InTime
	case late:
		c.State = Expired
	default:
		c.State = Running
	}
	c.Hours = hoursBetween(i.Identified, end)
	if late {
		c.HoursLate = hoursBetween(c.Deadline, end)
	}
	return c
}

// reached is when a module of the sprint first reached a role, as known at a moment.
func (i Incident) reached(role Role, at time.Time) (time.Time, bool) {
	var first time.Time
	for _, d := range i.Deployments {
		if d.Role == role && !d.At.After(at) && (first.IsZero() || d.At.Before(first)) {
			first = d.At
		}
	}
	return first, !first.IsZero()
}

// hoursBetween is b less a in hours, exactly, rounded once.
func hoursBetween(a, b time.Time) decimal.Decimal {
	n := new(big.Int).Mul(big.NewInt(b.Unix()-a.Unix()), big.NewInt(int64(time.Second)))
	n.Add(n, big.NewInt(int64(b.Nanosecond()-a.Nanosecond())))
	return exact.Round(new(big.Rat).SetFrac(n, big.NewInt(int64(time.Hour))))
}
