package iromath

import (
	"slices"

	"github.com/iromath/iromath/reportable"
)

// personRequest asks about one person under the terms of an agreement.
type personRequest struct {
	Person reportable.Person `json:"person"`
	Terms  reportable.Terms  `json:"terms,omitzero"`
}

// dueRequest asks for one due date.
type dueRequest struct {
	Calendar reportable.Calendar `json:"calendar,omitzero"`
	From     reportable.Date     `json:"from"`
	Days     int                 `json:"days"`
	Before   bool                `json:"before,omitempty"`
}

// checkRequest holds answers to a checklist.
type checkRequest struct {
	// MedicalNecessity says that the agreement has medical necessity reviewed; for the IRO's qualifications.
	MedicalNecessity bool                         `json:"medicalNecessity,omitempty"`
	Answers          []reportable.ChecklistAnswer `json:"answers,omitempty"`
}

// visitRequest holds answers to the site-visit list.
type visitRequest struct {
	Answers []reportable.ChecklistAnswer `json:"answers,omitempty"`
}

// kindRequest asks about a kind of reportable event.
type kindRequest struct {
	Kind reportable.Kind `json:"kind"`
}

// yearRequest asks for the holidays of a year.
type yearRequest struct {
	Year int `json:"year"`
}

// noRequest has no fields.
type noRequest struct{}

// reportableCalculations are about reportable events and the clocks of an agreement.
func reportableCalculations() []Calculation {
	return []Calculation{
		calculation("reportable.determine",
			"Whether a matter is a reportable event: status, reasons, last day to report, contents of the report, duties.",
			oigFAQ+`, "Reporting of Overpayments", "Reportable Events", "Ineligible Persons"`,
			`{"kind":"substantial_overpayment","title":"upcoded visits","occurrences":[{"from":"2026-05-04",`+
				`"through":"2026-08-28","what":"level 5 visits without support","overpayment":"18240.50","payor":"Medicare",`+
				`"discovered":"2026-09-02","identified":"2026-09-30"}],"screen":{"rate":"0.05","base":"310000"},`+
				`"analysis":{"on":"2026-10-05","by":"compliance officer","considered":[`+
				`{"kind":"cause","text":"a template chose the level"},{"kind":"duration","text":"four months"}],`+
				`"conclusion":"reportable","grounds":"systematic, and about 6 % of what was paid"}}`,
			reportable.Event.Determine),
		calculation("reportable.ineligible_person",
			"Whether an employee or contractor is ineligible and has to be removed; State Medicaid exclusions as the FAQ "+
				"distinguishes them.",
			oigFAQ+`, "Ineligible Persons"`,
			`{"person":{"name":"B. Doe","duties":"registration","from":"2025-03-01","federalScreened":"2026-09-01",`+
				`"exclusions":[{"program":"state_medicaid","state":"TX","from":"2026-01-15","paidServices":"no"}]}}`,
			func(q personRequest) (reportable.PersonFinding, error) { return q.Person.Examine(q.Terms) }),
		calculation("reportable.resolution",
			"What OIG's general practice comes to when a reportable event is resolved like a self-disclosure.",
			oigFAQ+`, "Reportable Events"; OIG Health Care Fraud Self-Disclosure Protocol, November 8, 2021`,
			`{"matter":"other","damages":"18240.50","cmp":"yes","bothWays":true}`,
			reportable.Resolution.Settle),
		calculation("reportable.notice",
			"What the report of a kind of reportable event usually contains.",
			"usual wording of OIG's corporate integrity agreements; the FAQ has no list",
			`{"kind":"ineligible_person"}`,
			func(q kindRequest) ([]reportable.NoticeItem, error) { return reportable.ReportItems(q.Kind) }),
		calculation("reportable.deadlines",
			"Due dates of the clocks of an agreement, whether they were met, and what a notice or request lacks.",
			oigFAQ+"; 42 U.S.C. 1320a-7k(d)",
			`{"calendar":{"weekends":"onward","holidays":"onward"},"clocks":[`+
				`{"clock":"report_reportable_event","on":"2026-10-05"},`+
				`{"clock":"repay_overpayment","on":"2026-09-30","done":"2026-11-20"},`+
				`{"clock":"request_extension","on":"2026-12-31","done":"2026-12-23","contains":["in_writing"]},`+
				`{"clock":"agreement","label":"annual report","on":"2026-09-01","days":60,"clause":{"parameter":"days",`+
				`"quote":"within 60 days after the end of each Reporting Period","source":"section V.B"}}]}`,
			reportable.Deadlines.Due),
		calculation("reportable.clocks",
			"The clocks of an agreement as data: days, from which act, contents of the notice, source.",
			oigFAQ, `{}`,
			func(noRequest) ([]reportable.Clock, error) { return reportable.Clocks(), nil }),
		calculation("reportable.due_date",
			"A number of days after or before a day, with weekends and federal holidays as chosen.",
			"5 U.S.C. 6103; Executive Order 11582; Federal Rules of Civil Procedure 6(a) for onward",
			`{"from":"2026-11-05","days":21,"calendar":{"weekends":"earlier","holidays":"earlier"}}`,
			func(q dueRequest) (reportable.Due, error) {
				if q.Before {
					return q.Calendar.Before(q.From, q.Days)
				}
				return q.Calendar.After(q.From, q.Days)
			}),
		calculation("reportable.federal_holidays",
			"The federal holidays observed in a year.",
			"5 U.S.C. 6103; Executive Order 11582",
			`{"year":2026}`,
			func(q yearRequest) ([]reportable.Holiday, error) { return reportable.FederalHolidays(q.Year) }),
		calculation("reportable.stipulated_penalty",
			"What the stipulated penalty per day comes to for an obligation that was not met in time.",
			oigFAQ+`, "Consequences for Failure to Comply"`,
			`{"obligation":"annual report","perDay":"1000","due":"2026-10-31","performed":"2026-11-09"}`,
			reportable.StipulatedPenalty.Accrue),
		calculation("reportable.successor_liability",
			"Whether the agreement binds the purchaser of a business, and the request for a determination.",
			oigFAQ+`, "Successor Liability"`,
			`{"closing":"2027-01-15","requested":"2026-12-01","business":"the clinic's laboratory","purchaser":"Acme Labs"}`,
			reportable.Sale.Succession),
		calculation("reportable.change_request",
			"What OIG's FAQ says to a request to end an agreement early or to modify it.",
			oigFAQ+`, "Early Termination of a CIA"`,
			`{"kind":"modification","ground":"internal_audit","capability":"yes","discussed":"2026-11-02"}`,
			reportable.ChangeRequest.Examine),
		calculation("reportable.iro_qualifications",
			"The checklist of the qualifications of an IRO, with answers.",
			oigFAQ+`, "Selecting an Independent Review Organization"`,
			`{"medicalNecessity":true,"answers":[{"id":"coding_certification","met":"yes","evidence":"CPC of both coders"}]}`,
			func(q checkRequest) (reportable.Checklist, error) {
				return reportable.NewChecklist(reportable.IROQualifications(q.MedicalNecessity), q.Answers)
			}),
		calculation("reportable.site_visit",
			"The list to prepare a site visit of OIG with, with answers.",
			oigFAQ+`, "OIG Site Visits"`,
			`{"answers":[{"id":"disclosure_log","met":"yes","evidence":"binder 3"},{"id":"companions","met":"no"}]}`,
			func(q visitRequest) (reportable.Checklist, error) {
				return reportable.NewChecklist(reportable.SiteVisitPreparation(), q.Answers)
			}),
		calculation("reportable.rules",
			"The rules on reportable events and clocks with citations, all of them or those in force on a day.",
			oigFAQ+"; 42 U.S.C. 1320a-7k(d); 42 CFR 401.301-305; 5 U.S.C. 6103",
			`{"on":"2026-11-22"}`,
			func(q ruleRequest) ([]reportable.Rule, error) {
				return slices.DeleteFunc(reportable.Rules(), func(r reportable.Rule) bool {
					return !q.On.IsZero() && !r.InForce(q.On)
				}), nil
			}),
	}
}
