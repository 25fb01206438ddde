package extrapolate

import (
	"errors"
	"fmt"
	"slices"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/reportable"
)

// ErrReport: a word that is none of the reports.
var ErrReport = errors.New("extrapolate: report")

const (
	partForm       = "form"
	partReview     = "claims review"
	partFindings   = "findings"
	partSystems    = "systems"
	partCompliance = "compliance program"
	partReports    = "what the provider has to tell"

	usualWording = "usual wording of OIG's agreements, section V; the words of your agreement count"
)

// formItems are OIG's general guidelines for every report to it.
var formItems = []reportable.ChecklistItem{
	{ID: "agreement_section", Part: partForm, Text: "It has what the section of the agreement on that report demands."},
	{ID: "agreement_order", Part: partForm, Text: "It follows the order of the agreement's reporting requirements."},
	{ID: "organized", Part: partForm, Text: "Its materials are collected in a binder or another organized form."},
	{ID: "narrative", Part: partForm, Text: "A narrative report stands before the attachments with the documents that " +
		"support it."},
}

var implementationItems = []reportable.ChecklistItem{
	{ID: "compliance_officer", Part: partCompliance, Text: "Compliance officer and compliance committee: who they are, " +
		"their duties, and other duties of the officer."},
	{ID: "board", Part: partCompliance, Text: "The members of the board, or of its committee, who oversee compliance."},
	{ID: "policies", Part: partCompliance, Text: "The written standards: code of conduct, policies and procedures the " +
		"agreement asks for."},
	{ID: "training", Part: partCompliance, Text: "The training plan and who has been trained so far."},
	{ID: "iro", Part: partReview, Text: "The IRO: its name, qualifications and engagement, and its certification that it is " +
		"independent and objective."},
	{ID: "disclosure_program", Part: partCompliance, Text: "The disclosure program and how it is made known."},
	{ID: "screening", Part: partCompliance, Text: "How ineligible persons are screened for and removed."},
	{ID: "locations", Part: partReports, Text: "All locations with their provider numbers and payors."},
	{ID: "certification", Part: partReports, Text: "The certifications of the compliance officer and of those the " +
		"agreement names."},
}

var annualItems = []reportable.ChecklistItem{
	{ID: "changes", Part: partCompliance, Text: "Changes in the compliance officer, the committee, the board and the " +
		"written standards since the last report."},
	{ID: "training", Part: partCompliance, Text: "The training of the year: who was due, who was trained, and the evidence."},
	{ID: "claims_review_report", Part: partReview, Text: "The IRO's claims review report, complete."},
	{ID: "response", Part: partReview, Text: "The provider's response to the IRO's findings and recommendations, with its " +
		"corrective action."},
	{ID: "iro_independence", Part: partReview, Text: "The IRO's certification that it is independent and objective."},
	{ID: "reportable_events", Part: partReports, Text: "The reportable events of the year and what came of them."},
	{ID: "overpayments", Part: partReports, Text: "The overpayments returned in the year."},
	{ID: "disclosure_log", Part: partReports, Text: "What was reported through the disclosure program."},
	{ID: "screening", Part: partCompliance, Text: "The screening for ineligible persons and what was done about any."},
	{ID: "investigations", Part: partReports, Text: "Government investigations and legal proceedings that the provider " +
		"knows of."},
	{ID: "locations", Part: partReports, Text: "Changes of locations, provider numbers and payors."},
	{ID: "certification", Part: partReports, Text: "The certifications of the compliance officer and of those the " +
		"agreement names."},
}

var claimsReviewItems = []reportable.ChecklistItem{
	{ID: "methodology", Part: partReview, Text: "A description of the methodology of the claims review."},
	{ID: "population", Part: partReview, Text: "The population and the sampling frame."},
	{ID: "sampling_documentation", Part: partReview, Text: "The statistical sampling documentation: seed, random numbers, " +
		"and the size of a full sample, as printed by the software."},
	{ID: "software", Part: partReview, Text: "A description of the software, where it is another than RAT-STATS."},
	{ID: "all_claims", Part: partFindings, Text: "The results of all claims of the complete sample, those of a discovery " +
		"sample that is part of a full sample among them."},
	{ID: "narrative_results", Part: partFindings, Text: "The findings in words."},
	{ID: "quantitative_results", Part: partFindings, Text: "The findings in figures: errors, overpayments, underpayments, " +
		"and under older agreements the net financial error rate."},
	{ID: "extrapolation", Part: partFindings, Text: "The extrapolated overpayment at the point estimate, or the potential " +
		"one."},
	{ID: "systems", Part: partSystems, Text: "For each overpaid claim the systems and processes behind it, with " +
		"observations and recommendations; after a full sample the systems review report."},
	{ID: "reviewers", Part: partReview, Text: "The names and credentials of those who designed the sample and reviewed " +
		"the claims."},
}

var systemsReviewItems = []reportable.ChecklistItem{
	{ID: "walk_through", Part: partSystems, Text: "A walk-through of the systems and processes that generated each claim " +
		"in error."},
	{ID: "point_of_error", Part: partSystems, Text: "At what point the error arose and why: coding at the source, entry, " +
		"charge master or software, or another."},
	{ID: "observations", Part: partSystems, Text: "Observations and findings."},
	{ID: "recommendations", Part: partSystems, Text: "Recommendations for the systems and processes."},
}

// contentsSource is where the items of a report come from: OIG's FAQ where it names them, else agreements as they usually
// are.
func contentsSource(kind ReportKind, id string) reportable.Source {
	switch {
	case slices.ContainsFunc(formItems, func(i reportable.ChecklistItem) bool { return i.ID == id }):
		return reportable.Source{Citation: faq + ", Annual Reports and Implementation Reports", AsOf: faqDate}
	case kind == SystemsReviewReport, kind == ClaimsReviewReport && id != "reviewers":
		return reportable.Source{Citation: faq + ", CIA Claims Reviews", AsOf: faqDate}
	}
	return reportable.Source{Citation: usualWording}
}

// ReportContents returns the checklist of what a report contains. OIG has no standard format for any of them; items that
// its FAQ does not name are what its agreements usually ask for, and the source of each says which it is. Answer it with
// reportable.NewChecklist.
//
// Errors: [ErrReport]. Source: OIG CIA FAQ, "Annual Reports and Implementation Reports" and "CIA Claims Reviews".
func ReportContents(kind ReportKind) ([]reportable.ChecklistItem, error) {
	var list []reportable.ChecklistItem
	switch kind {
	case ImplementationReport:
		list = slices.Concat(formItems, implementationItems)
	case AnnualReport:
		list = slices.Concat(formItems, annualItems)
	case ClaimsReviewReport:
		list = slices.Clone(claimsReviewItems)
	case SystemsReviewReport:
		list = slices.Clone(systemsReviewItems)
	default:
		return nil, fmt.Errorf("%w: %q is none of %v", ErrReport, finding.Clip(string(kind)),
			[]ReportKind{ImplementationReport, ClaimsReviewReport, SystemsReviewReport, AnnualReport})
	}
	for i := range list {
		list[i].Source = contentsSource(kind, list[i].ID)
	}
	return list, nil
}
