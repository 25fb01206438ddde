package training

import (
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

// Date is a civil date, as everywhere in this module.
type Date = reportable.Date

// Warning is a finding that is not an error: a Code for programs, which does not change, and a Message for people.
type Warning = finding.Warning

// Role is what somebody does in a clinic. Each role has its own track of modules.
type Role string

// The roles.
const (
	// FrontDesk registers patients and collects copays.
	FrontDesk Role = "front_desk"
	// BillerCoder codes and bills.
	BillerCoder Role = "biller_coder"
	// Clinician treats and documents.
	Clinician Role = "clinician"
	// Manager manages and supervises.
	Manager Role = "manager"
)

// Roles returns the four roles.
func Roles() []Role { return []Role{FrontDesk, BillerCoder, Clinician, Manager} }

// Program is the staff training programme of a clinic with everything that was done in it. It is a record: nothing in it
// is computed. [Program.Check] finds what contradicts itself, [Program.SelfAudit] says where it stands on a day, and
// [Program.Plan] what is due when.
type Program struct {
	// Clinic is the clinic's name.
	Clinic string `json:"clinic"`
	// Owner is the id of the person who owns the clinic and signs.
	Owner string `json:"owner"`
	// Start is the first day of the programme. Nothing is due before.
	Start Date `json:"start"`
	// Staff are all who work or worked there.
	Staff []Person `json:"staff"`
	// Maps are the versions of the Training Controls Map, the oldest first.
	Maps []ControlsMap `json:"maps,omitempty"`
	// Changes are changes of service lines; each asks for a new approval of the map.
	Changes []ServiceChange `json:"changes,omitempty"`
	// Modules that were delivered.
	Modules []Module `json:"modules,omitempty"`
	// Incidents with their sprints.
	Incidents []Incident `json:"incidents,omitempty"`
	// Checks are competency checks: the quarterly ones, and the follow-up audits of sprints.
	Checks []CompetencyCheck `json:"checks,omitempty"`
	// Policies are versions of the policy against retaliation.
	Policies []Policy `json:"policies,omitempty"`
	// Acknowledgments of the policy.
	Acknowledgments []Acknowledgment `json:"acknowledgments,omitempty"`
	// Cases are the escalation log: concerns that were reported inside the clinic.
	Cases []Case `json:"cases,omitempty"`
	// Bundles that were written, with the digests that are kept elsewhere.
	Bundles []BundleRecord `json:"bundles,omitempty"`
	// SpotChecks of bundles.
	SpotChecks []SpotCheck `json:"spotChecks,omitempty"`
}

// Person is one of the staff.
type Person struct {
	// ID names the person in the whole programme.
	ID string `json:"id"`
	// Name, where it is wanted.
	Name string `json:"name,omitempty"`
	// Provider says that the person's charts are checked every quarter.
	Provider bool `json:"provider,omitempty"`
	// Roles the person holds or held.
	Roles []Assignment `json:"roles"`
}

// Assignment is a role held for a time.
type Assignment struct {
	Role Role `json:"role"`
	// From is the first day, Through the last; no Through means until further notice.
	From    Date `json:"from"`
	Through Date `json:"through,omitzero"`
}

// on reports whether the assignment covers a day.
func (a Assignment) on(day Date) bool {
	return a.From.Compare(day) <= 0 && (a.Through.IsZero() || day.Compare(a.Through) <= 0)
}

// holds reports whether the person holds one of some roles on a day; no roles ask for any.
func (p Person) holds(day Date, roles ...Role) bool {
	for _, a := range p.Roles {
		if a.on(day) && (len(roles) == 0 || contains(roles, a.Role)) {
			return true
		}
	}
	return false
}

func contains[T comparable](list []T, v T) bool {
	for _, w := range list {
		if w == v {
			return true
		}
	}
	return false
}

// ExposureKind says what an exposure is.
type ExposureKind string

// The kinds of exposure.
const (
	// RevenueCode is a code, or family of codes, that brings much of the revenue.
	RevenueCode ExposureKind = "revenue_code"
	// Remuneration is something of value given to patients or referrers, such as a waived copay.
	Remuneration ExposureKind = "remuneration"
)

// ControlsMap is a version of the Training Controls Map: from exposures to competencies, roles and artifacts.
type ControlsMap struct {
	Version string `json:"version"`
	// Date of the version.
	Date Date `json:"date"`
	// Approved is the day the owner signed it; none while nobody has.
	Approved Date `json:"approved,omitzero"`
	// Exposures of the clinic.
	Exposures []Exposure `json:"exposures"`
}

// Exposure is a revenue code or a remuneration exposure.
type Exposure struct {
	Kind ExposureKind `json:"kind"`
	// Name: "99214-99215", "copay waivers".
	Name string `json:"name"`
	// Competencies that keep it from becoming a violation.
	Competencies []Competency `json:"competencies"`
}

// Competency is what somebody has to be able to do.
type Competency struct {
	// ID names it in the programme; the same one may stand in several versions of the map.
	ID string `json:"id"`
	// Text says what it is: "E/M level validation".
	Text string `json:"text"`
	// Roles that have to show it.
	Roles []Role `json:"roles"`
	// Artifacts that prove it: "financial hardship form with supervisor signature".
	Artifacts []string `json:"artifacts"`
}

// ServiceChange is a change of service lines.
type ServiceChange struct {
	Date Date   `json:"date"`
	Text string `json:"text"`
}

// Module is a micro-module that was delivered.
type Module struct {
	ID string `json:"id"`
	// Date it was deployed.
	Date Date `json:"date"`
	// Roles it is for.
	Roles []Role `json:"roles"`
	// Topic is its one topic in file-name form: "em-levels". See [Slug].
	Topic string `json:"topic"`
	// Title for people.
	Title string `json:"title"`
	// Minutes it takes, 10 to 12.
	Minutes int `json:"minutes"`
	// Competencies of the map that it trains.
	Competencies []string `json:"competencies,omitempty"`
	// Script in three steps.
	Script Script `json:"script"`
	// Questions are three applied questions.
	Questions []string `json:"questions"`
	// Attendance with scores.
	Attendance []Attendance `json:"attendance,omitempty"`
	// FollowUp is the metric 60 days later.
	FollowUp *FollowUp `json:"followUp,omitempty"`
	// Incident is the id of the incident it answers, if it belongs to a sprint.
	Incident string `json:"incident,omitempty"`
}

// Script is a scenario in three steps.
type Script struct {
	Vignette string `json:"vignette"`
	Decision string `json:"decision"`
	Artifact string `json:"artifact"`
}

// Attendance is one person's sign-in with the scores before and after, 0 to 100.
type Attendance struct {
	// Person is the id of the person.
	Person string `json:"person"`
	Date   Date   `json:"date"`
	// Pre and Post are the scores before and after the module, from 0 to 100; none where it was not taken.
	Pre  *decimal.Decimal `json:"pre,omitempty"`
	Post *decimal.Decimal `json:"post,omitempty"`
}

// FollowUp is what was measured after a module.
type FollowUp struct {
	Date   Date       `json:"date"`
	Metric string     `json:"metric"`
	Before ErrorCount `json:"before"`
	After  ErrorCount `json:"after"`
}

// ErrorCount is a number of errors among items that were looked at.
type ErrorCount struct {
	// Errors is the number of items in error, Reviewed that of all items looked at.
	Errors   int64 `json:"errors"`
	Reviewed int64 `json:"reviewed"`
}

// Policy is a version of the policy that prohibits retaliation and says how concerns are reported.
type Policy struct {
	Version string `json:"version"`
	Title   string `json:"title"`
	// Date it came into force, Signed the day the owner signed it.
	Date   Date `json:"date"`
	Signed Date `json:"signed,omitzero"`
	// Pathways for reports: "private mailbox", "drop box".
	Pathways []string `json:"pathways,omitempty"`
}

// Acknowledgment says that a person was trained on a version of the policy and acknowledged it.
type Acknowledgment struct {
	Person string `json:"person"`
	Policy string `json:"policy"`
	Date   Date   `json:"date"`
}

// Case is a concern that somebody reported, from receipt to closure.
type Case struct {
	ID       string `json:"id"`
	Received Date   `json:"received"`
	// What was reported. Who did is nobody's business here.
	What string `json:"what"`
	// Triaged is the day somebody decided what is to be done, Triage what that was.
	Triaged Date   `json:"triaged,omitzero"`
	Triage  string `json:"triage,omitempty"`
	// Incident that came of it.
	Incident string `json:"incident,omitempty"`
	// Closed is the day it was closed, Memo the closure memo.
	Closed Date   `json:"closed,omitzero"`
	Memo   string `json:"memo,omitempty"`
}

// BundleRecord is a proof-of-mitigation bundle that was written, for a month or for incidents.
type BundleRecord struct {
	Date Date `json:"date"`
	// Month of the training cycle, "2026-03", or Incidents: one, or those that belong together.
	Month     string   `json:"month,omitempty"`
	Incidents []string `json:"incidents,omitempty"`
	// Digest of its manifest, "sha256:" and 64 hexadecimal digits, as it is kept elsewhere.
	Digest string `json:"digest,omitempty"`
}

// SpotCheck is a look at a bundle: was it there, and unchanged?
type SpotCheck struct {
	Date Date `json:"date"`
	// Digest of the bundle that was looked at.
	Digest string `json:"digest"`
	// Unchanged is what [VerifyBundle] said.
	Unchanged bool `json:"unchanged"`
	// Note says what was found and done, if it was not.
	Note string `json:"note,omitempty"`
}

// dayOf is the civil day of a time, in the time's own zone.
func dayOf(t time.Time) Date {
	d, _ := reportable.NewDate(t.Year(), t.Month(), t.Day()) // times are checked to be of the years 1 to 9999
	return d
}
