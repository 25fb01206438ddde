package training

import (
	"github.com/iromath/iromath/reportable"
)

// TaskID names a task of the self-audit.
type TaskID string

// The tasks; [Tasks] says what each demands.
const (
	TaskMap       TaskID = "controls_map"
	TaskModules   TaskID = "monthly_modules"
	TaskSprint    TaskID = "learning_sprint"
	TaskChecks    TaskID = "competency_checks"
	TaskBundle    TaskID = "mitigation_bundle"
	TaskReporting TaskID = "non_retaliation"
)

// Task is a task of the self-audit checklist.
type Task struct {
	ID TaskID `json:"id"`
	// Text says in our words what is to be done.
	Text string `json:"text"`
	// Role is who is responsible, Frequency how often, Reference the CFR reference, all three as worded in the source.
	Role      string `json:"role"`
	Frequency string `json:"frequency"`
	Reference string `json:"reference"`
	// Source of the task.
	Source reportable.Source `json:"source"`
}

// article is what the tasks and pitfalls come from. Its title cites a section 1003.131, which part 1003 does not have:
// see the package documentation.
const article = `"Staff Training Programs That Protect Small Clinics from CMP Penalties (42 CFR § 1003.131)"`

func from(section string) reportable.Source {
	return reportable.Source{Citation: article + ", " + section}
}

const checklist = "Simplified Self-Audit Checklist"

// Tasks returns the six tasks of the self-audit checklist, as a list of its own.
func Tasks() []Task {
	return []Task{
		{
			ID: TaskMap, Text: "The owner approves the Training Controls Map of high-risk codes and remuneration exposures.",
			Role: "Owner/Compliance Lead", Frequency: "Annually and upon service-line changes",
			Reference: "42 CFR part 1003 CMP framework; § 1003 context", Source: from(checklist),
		},
		{
			ID: TaskModules, Text: "Each role gets a micro-module with a quiz every month.",
			Role: "Compliance Lead; Supervisors", Frequency: "Monthly",
			Reference: "42 CFR part 1003 (liability/assessment structure)", Source: from(checklist),
		},
		{
			ID: TaskSprint, Text: "Every incident is answered by a learning sprint within 72 hours.",
			Role: "Compliance Lead", Frequency: "As needed; within 72 hours",
			Reference: "42 CFR part 1003 determinations factors", Source: from(checklist),
		},
		{
			ID: TaskChecks, Text: "Five charts of each provider are checked.",
			Role: "Coder; Provider Lead", Frequency: "Quarterly",
			Reference: "42 CFR part 1003 (documentation-related liability)", Source: from(checklist),
		},
		{
			ID:   TaskBundle,
			Text: "The evidence of each cycle and incident is kept in a bundle with timestamps, and looked at every quarter.",
			Role: "Practice Manager", Frequency: "Continuous; quarterly spot check",
			Reference: "42 CFR part 1003 determinations factors", Source: from(checklist),
		},
		{
			ID: TaskReporting, Text: "Everybody is trained again on non-retaliation and on how concerns are reported.",
			Role: "Compliance Lead", Frequency: "Semi-annually",
			Reference: "42 CFR part 1003 (culture and corrective action relevance)", Source: from(checklist),
		},
	}
}

// PitfallID names a common pitfall.
type PitfallID string

// The pitfalls; [Pitfalls] has a sentence on each.
const (
	OneAndDone          PitfallID = "one_and_done"
	NoLinkToCodes       PitfallID = "no_link_to_codes"
	MissingEvidence     PitfallID = "missing_evidence"
	RemunerationSilence PitfallID = "remuneration_silence"
	SlowResponse        PitfallID = "slow_response"
)

// Pitfall is one of the five common pitfalls.
type Pitfall struct {
	ID PitfallID `json:"id"`
	// Text says in our words what it is.
	Text   string            `json:"text"`
	Source reportable.Source `json:"source"`
}

const pitfallSection = "Common Pitfalls to Avoid"

// Pitfalls returns the five common pitfalls, as a list of its own.
func Pitfalls() []Pitfall {
	return []Pitfall{
		{OneAndDone, "Training once a year: what is not repeated is forgotten.", from(pitfallSection)},
		{NoLinkToCodes, "Training that is not tied to the codes the clinic bills.", from(pitfallSection)},
		{MissingEvidence, "No evidence that training was completed and that it worked.", from(pitfallSection)},
		{RemunerationSilence, "Nothing on remuneration: financial hardship and cost sharing.", from(pitfallSection)},
		{SlowResponse, "Slow answers to incidents.", from(pitfallSection)},
	}
}
