package reportable

import (
	"fmt"
	"slices"
)

// ChecklistItem is one item of a checklist.
type ChecklistItem struct {
	// ID is a short name that does not change.
	ID string `json:"id"`
	// Part of the list it belongs to.
	Part string `json:"part"`
	// Text says in our words what is needed.
	Text string `json:"text"`
	// Met: yes, no, or not known.
	Met Answer `json:"met,omitempty"`
	// Evidence for it.
	Evidence string `json:"evidence,omitempty"`
	// Source of it.
	Source Source `json:"source,omitzero"`
}

// ChecklistAnswer answers one item of a checklist.
type ChecklistAnswer struct {
	ID       string `json:"id"`
	Met      Answer `json:"met"`
	Evidence string `json:"evidence,omitempty"`
}

// Checklist is a list with its answers.
type Checklist struct {
	Items []ChecklistItem `json:"items"`
	// Complete says that every item is met.
	Complete bool `json:"complete"`
	// Open lists the ids of the items that are not met or not known.
	Open []string `json:"open,omitempty"`
}

const (
	partReviewers = "the people of the claims review"
	partIRO       = "the IRO"
	partContents  = "what a visit often includes"
	partPrepare   = "to prepare"
)

var iroItems = []ChecklistItem{
	{ID: "program_expertise", Part: partReviewers, Text: "Whoever performs the claims review has expertise in the " +
		"requirements of Medicare and of the State Medicaid program it is about."},
	{ID: "sampling_expertise", Part: partReviewers, Text: "Whoever designs and selects the sample is knowledgeable " +
		"about appropriate statistical sampling techniques."},
	{ID: "coding_certification", Part: partReviewers, Text: "Whoever reviews the coding has a nationally recognized " +
		"coding certification."},
	{ID: "medical_necessity_license", Part: partReviewers, Text: "Medical necessity is determined by nurses or physicians " +
		"who are licensed, educated, trained and expert in the matter, or by other licensed health care professionals " +
		"within their scope of practice and expertise."},
	{ID: "independence", Part: partIRO, Text: "Nothing raises a concern about the independence of the IRO or the " +
		"quality of its review: OIG may raise one at any time and ask for another IRO."},
}

// IROQualifications returns the checklist of the qualifications of an Independent Review Organization. Medical necessity is
// part of it only where the agreement has it reviewed.
//
// Source: OIG CIA FAQ, "Selecting an Independent Review Organization"; the appendix of the agreement counts.
func IROQualifications(medicalNecessity bool) []ChecklistItem {
	list := slices.DeleteFunc(slices.Clone(iroItems), func(i ChecklistItem) bool {
		return i.ID == "medical_necessity_license" && !medicalNecessity
	})
	for i := range list {
		list[i].Source = sourceOf(RuleIROQualified)
		if list[i].Part == partIRO {
			list[i].Source = sourceOf(RuleIROReplaced)
		}
	}
	return list
}

var visitItems = []ChecklistItem{
	{ID: "overview", Part: partContents, Text: "A presentation of the structure and operations of the entity and of its " +
		"compliance efforts; no excessive time or resources are expected for slides."},
	{ID: "tour", Part: partContents, Text: "A tour of the relevant parts of the facility."},
	{ID: "disclosure_log", Part: partContents, Text: "The disclosure log."},
	{ID: "training_documentation", Part: partContents, Text: "The documentation of training."},
	{ID: "screening_results", Part: partContents, Text: "The results of the screening for ineligible persons."},
	{ID: "other_documentation", Part: partContents, Text: "Other documentation that is to the point."},
	{ID: "interviews", Part: partContents, Text: "Interviews about the compliance program and how the agreement is " +
		"followed, with the compliance officer and senior leaders too, often one on one."},
	{ID: "annual_report", Part: partContents, Text: "A discussion of the annual report."},
	{ID: "reportable_events", Part: partContents, Text: "A discussion of reportable events and corrective actions."},
	{ID: "observations", Part: partContents, Text: "A discussion of what OIG observed."},
	{ID: "employees_available", Part: partPrepare, Text: "Employees are reasonably available for discussions and " +
		"questions. They are not drilled for it."},
	{ID: "leaders_available", Part: partPrepare, Text: "Heads of the relevant departments and senior leaders are " +
		"available."},
	{ID: "companions", Part: partPrepare, Text: "The compliance officer, and often another member of senior management, " +
		"accompanies OIG throughout."},
	{ID: "representative", Part: partPrepare, Text: "An employee who wishes it may have a representative of the entity " +
		"at the interview; preferably not the compliance officer, whom the questions may be about."},
	{ID: "days", Part: partPrepare, Text: "One and a half to two days are set aside; two or three for a large entity."},
	{ID: "claims_review", Part: partPrepare, Text: "Claims are typically not reviewed on the visit. OIG may review " +
		"claims at any time of the term, so they have to be at hand."},
}

// SiteVisitPreparation returns the list to prepare a site visit of OIG with.
//
// Source: OIG CIA FAQ, "OIG Site Visits".
func SiteVisitPreparation() []ChecklistItem {
	list := slices.Clone(visitItems)
	for i := range list {
		list[i].Source = sourceOf(RuleSiteVisit)
	}
	return list
}

// NewChecklist puts answers to a list and says what is open.
//
// Errors: [ErrWord] (an id that is not on the list, an unknown answer), [ErrFacts] (an item answered twice).
func NewChecklist(list []ChecklistItem, answers []ChecklistAnswer) (Checklist, error) {
	c := Checklist{Items: slices.Clone(list)}
	answered := map[string]bool{}
	for i, a := range answers {
		at := slices.IndexFunc(list, func(x ChecklistItem) bool { return x.ID == a.ID })
		if at < 0 {
			return Checklist{}, fmt.Errorf("%w: answer %d: no item %q on the list", ErrWord, i+1, clip(a.ID))
		}
		if answered[a.ID] {
			return Checklist{}, fmt.Errorf("%w: item %s is answered twice", ErrFacts, a.ID)
		}
		if err := oneOf("answer "+a.ID, a.Met, Unknown, Yes, No); err != nil {
			return Checklist{}, err
		}
		answered[a.ID] = true
		c.Items[at].Met, c.Items[at].Evidence = a.Met, a.Evidence
	}
	for _, x := range c.Items {
		if x.Met != Yes {
			c.Open = append(c.Open, x.ID)
		}
	}
	c.Complete = len(c.Open) == 0
	return c, nil
}
